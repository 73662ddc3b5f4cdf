"""Wall times as chats show them: clocks of twelve hours with the half of the day in several languages, any digits."""

import re
from datetime import datetime

PERIOD = r"(?:上午|下午|凌晨|清晨|早晨|早上|中午|傍晚|晚上|晚間|晚间|午前|午後|오전|오후|[AaPp]\.?\s?[Mm]\.?)"
"""The half (or part) of the day, before or after the time."""

_BEFORE_NOON = frozenset({"am", "上午", "午前", "凌晨", "清晨", "早晨", "早上", "오전"})
_AFTER_NOON = frozenset({"pm", "下午", "午後", "오후", "傍晚", "晚上", "晚間", "晚间"})
_NOON = "中午"
_EARLIEST, _LATEST = 1990, 2199
"""Years outside of these are misread, not chatted in."""

_BUDDHIST = 543
"""Phones set to the Buddhist calendar write 2568 for 2025."""


def hour_of(hour: int, period: str) -> int:
    """Return the hour of a clock of 24 hours; without a period it is one already."""
    part = re.sub(r"[\s.]", "", period).lower()
    if part in _BEFORE_NOON:
        return 0 if hour == 12 else hour
    if part in _AFTER_NOON or (part == _NOON and hour < 10):
        return hour + 12 if hour < 12 else hour
    return hour


def year_of(text: str) -> int:
    """Return the year of its two or four digits."""
    year = int(text)
    if len(text) <= 2:
        return 2000 + year
    return year - _BUDDHIST if year > _LATEST + 100 else year


def wall_time(day: tuple[int, int, int], clock: tuple[int, int, int]) -> datetime | None:
    """Return the moment of a year, month, day and an hour, minute, second; None where the calendar has none such."""
    if not _EARLIEST <= day[0] <= _LATEST:
        return None
    try:
        return datetime(*day, *clock)
    except ValueError:
        return None
