"""Reads the times that people type, as phones show them: ``2025-02-22 08:15``, ``2025年2月22日 下午3:20``, ``2025-03``.

A year that is left out is the one that is given, else the latest in which the day has come. Empty is unknown.
"""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, instant
from evidence_app.errors import InputProblem

CERTAIN = 100
MONTHS = 12
ORIGIN = "typed"

MORNING, LATER = "凌晨|清晨|早上|早晨|上午|am|a\\.m\\.", "中午|下午|傍晚|晚上|pm|p\\.m\\."
"""Words with an hour of twelve: before noon, and from noon on."""

NOON = 12

_SEPARATOR = r"\s*[-/.年]\s*"
_CLOCK = rf"""(?P<part>{MORNING}|{LATER})?\s*(?P<hour>\d{{1,2}})\s*[:：点點时時]\s*
    (?:(?P<half>半)|(?P<minute>\d{{1,2}})\s*分?)?(?:\s*:?：?\s*(?P<second>\d{{1,2}})\s*秒?)?
    \s*(?P<behind>am|pm|a\.m\.|p\.m\.)?"""
_PATTERN = re.compile(
    rf"""(?:(?P<year>(?:19|20)\d\d){_SEPARATOR}(?P<month>\d{{1,2}})\s*月?
    (?:(?:\s*[-/.]\s*|\s*)(?P<day>\d{{1,2}})\s*[日号號]?(?:[\sT,，]*{_CLOCK})?)?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PATTERN_OF_YEAR = re.compile(
    rf"(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*[日号號]?(?:[\sT,，]*{_CLOCK})?", re.VERBOSE | re.IGNORECASE
)


def typed_reading(text: str, year: int | None = None) -> ClockReading | None:
    """Return the reading for what somebody typed, as precise as it was typed; None for empty text.

    Raises InputProblem("time-unreadable").
    """
    words = text.strip()
    if not words:
        return None
    match = _PATTERN.fullmatch(words) or _PATTERN_OF_YEAR.fullmatch(words)
    if match is None:
        raise InputProblem("time-unreadable", text=text)
    try:
        wall = _wall(match, year)
    except ValueError as error:
        raise InputProblem("time-unreadable", text=text) from error
    return ClockReading(wall, _precision(match), TimeSource.TYPED, CERTAIN, origin=ORIGIN, words=words)


def _wall(match: re.Match[str], year: int | None) -> datetime:
    """Return what the words say. Raises ValueError for a day or an hour that there is not."""
    month, day = int(match["month"]), int(match["day"] or 1)
    minute = 30 if match["half"] else int(match["minute"] or 0)
    clock = time(_hour(match), minute, int(match["second"] or 0))
    if stated := match.groupdict().get("year"):
        return datetime.combine(date(int(stated), month, day), clock)
    today = datetime.now().date()
    of_year = year or (today.year if (month, day) <= (today.month, today.day) else today.year - 1)
    return datetime.combine(date(of_year, month, day), clock)


def _hour(match: re.Match[str]) -> int:
    """Return the hour of twenty-four: ``下午3`` is fifteen, ``凌晨12`` is midnight, ``中午1`` is thirteen.

    Raises ValueError for ``晚上12``: nobody knows of which day.
    """
    hour, part = int(match["hour"] or 0), (match["part"] or match["behind"] or "").lower()
    if part == "晚上" and hour == NOON:
        raise ValueError(part)
    if not part or hour > NOON or (part == "中午" and hour >= NOON - 2):
        return hour
    return hour % NOON + (NOON if re.fullmatch(LATER, part) else 0)


def _precision(match: re.Match[str]) -> Precision:
    for part, precision in (("second", Precision.SECOND), ("hour", Precision.MINUTE), ("day", Precision.DAY)):
        if match[part] is not None:
            return precision
    return Precision.MONTH


_DAY_OF_YEAR = re.compile(
    r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号號]?|(?P<one>\d{1,2})\s*[/.-]\s*(?P<other>\d{1,2})"
)


_DAYS_LATER = re.compile(r"\+\s*(?P<bare>\d{1,3})|\+?\s*(?P<days>\d{1,3})\s*(?:d|days?|天)\s*[内內]?", re.IGNORECASE)
_HOURS_LATER = re.compile(r"\+?\s*(?P<hours>\d{1,3})\s*(?:h|hours?|小[时時])\s*[内內]?", re.IGNORECASE)
HOURS_OF_DAY = 24


def _days_later(text: str) -> int | None:
    """Return how many days later ``+3``, ``3d``, ``3天`` or ``48h`` means, None for anything else.

    Working days are not understood: which days are worked on changes from year to year, and a promise's day has to be
    certain. Hours are understood where they are whole days.
    """
    if match := _DAYS_LATER.fullmatch(text):
        return int(match["bare"] or match["days"])
    match = _HOURS_LATER.fullmatch(text)
    if match is None or int(match["hours"]) % HOURS_OF_DAY:
        return None
    return int(match["hours"]) // HOURS_OF_DAY


def typed_date(text: str, year: int | None = None, base: date | None = None) -> date | None:
    """Return the day that somebody typed; None for empty text.

    A day without a year (``2月26日``, ``26/2``) is one of ``year``, of this year if none is given; ``3/4`` may be
    two days and is refused. ``+3`` and its like count from ``base``, from today if none is given.
    Raises InputProblem("date-unreadable").
    """
    if (days := _days_later(text.strip())) is not None:
        return (base or datetime.now().date()) + timedelta(days)
    if match := _DAY_OF_YEAR.fullmatch(text.strip()):
        return _day_of_year(match, year or datetime.now().year, text)
    try:
        reading = typed_reading(text)
    except InputProblem as error:
        raise InputProblem("date-unreadable", text=text) from error
    if reading is None or reading.wall is None:
        return None
    if reading.precision is Precision.MONTH:
        raise InputProblem("date-unreadable", text=text)
    return reading.wall.date()


def _day_of_year(match: re.Match[str], year: int, text: str) -> date:
    if match["month"] is not None:
        orders = {(int(match["month"]), int(match["day"]))}
    else:
        one, other = int(match["one"]), int(match["other"])
        orders = {(month, day) for month, day in ((one, other), (other, one)) if 1 <= month <= MONTHS}
    if len(orders) != 1:
        raise InputProblem("date-unreadable", text=text)
    try:
        return date(year, *orders.pop())
    except ValueError as error:
        raise InputProblem("date-unreadable", text=text) from error


def typed_time(text: str) -> EventTime:
    """Return an event's time from what somebody typed; they decided, also that it is unknown."""
    reading = typed_reading(text)
    return EventTime((), None, decided=True) if reading is None else EventTime((reading,), 0, decided=True)


def with_typed(before: EventTime, text: str, year: int | None = None) -> EventTime:
    """Return the time with a person's own statement chosen; earlier readings stay beside it.

    An own statement replaces an earlier own statement; empty text says that the time is unknown. A year that is left
    out is that of the time before, else ``year``.
    """
    kept = tuple(reading for reading in before.readings if reading.source is not TimeSource.TYPED)
    known = before.happened.wall if before.happened is not None else None
    reading = typed_reading(text, known.year if known is not None else year)
    if reading is None:
        return EventTime(kept, None, decided=True)
    return EventTime((*kept, reading), len(kept), decided=True)


FORMATS = {
    Precision.SECOND: "%Y-%m-%d %H:%M:%S",
    Precision.MINUTE: "%Y-%m-%d %H:%M",
    Precision.DAY: "%Y-%m-%d",
    Precision.MONTH: "%Y-%m",
}


def home_text(reading: ClockReading | None, home: ZoneInfo) -> str:
    """Return a reading in the dispute's zone as somebody would type it, as precise as it is; empty if unknown."""
    at = instant(reading, home) if reading is not None else None
    return "" if reading is None or at is None else at.strftime(FORMATS[reading.precision])


def source_text(reading: ClockReading, home: ZoneInfo) -> str:
    """Return what the source itself says, ``2025-02-21 15:48:07 +00:00``, where that differs from the home zone."""
    at = instant(reading, home)
    if reading.wall is None or reading.offset_min is None or at is None or at.replace(tzinfo=None) == reading.wall:
        return ""
    sign = "-" if reading.offset_min < 0 else "+"
    hours, minutes = divmod(abs(reading.offset_min), 60)
    return f"{reading.wall.strftime(FORMATS[reading.precision])} {sign}{hours:02}:{minutes:02}"


def typed_duration(text: str) -> int | None:
    """Return seconds from ``2:41``, ``1:02:03``, ``3 min`` or ``3分20秒``; None for empty text.

    A bare number is minutes. Raises InputProblem("duration-unreadable").
    """
    words = text.strip().lower()
    if not words:
        return None
    if match := re.fullmatch(r"(?:(\d+)[:：])?(\d+)[:：](\d{1,2})", words):
        return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])
    pattern = r"(?:(\d+)\s*(?:h|小时|小時|时|時)\w*)?\s*(?:(\d+)\s*(?:m|分)[a-z钟鐘]*)?\s*(?:(\d+)\s*(?:s|秒)\w*)?"
    if match := re.fullmatch(pattern, words):
        return int(match[1] or 0) * 3600 + int(match[2] or 0) * 60 + int(match[3] or 0)
    if re.fullmatch(r"\d{1,4}", words):
        return int(words) * 60
    raise InputProblem("duration-unreadable", text=text)


_NEAR = re.compile(
    rf"""(?:(?P<word>today|yesterday|今天|昨天|前天|now|现在|現在)|(?P<day>\d{{1,2}}\s*[/.-]\s*\d{{1,2}}))?
    [\s,，]*(?P<clock>{_CLOCK})?""",
    re.VERBOSE | re.IGNORECASE,
)
_DAYS_AGO = {"today": 0, "今天": 0, "yesterday": 1, "昨天": 1, "前天": 2}


def spelled_out(text: str, now: datetime) -> str:
    """Return a time that was typed as one says it (``9:05``, ``yesterday 9:05``, ``22/2 下午3:20``) with its date.

    A day without a year is the last one that has come. Anything else is returned as it is. ``now`` is in the
    dispute's zone.
    """
    match = _NEAR.fullmatch(text.strip())
    if match is None or not text.strip():
        return text
    word = (match["word"] or "").lower()
    if word and word not in _DAYS_AGO:  # now
        return text if match["clock"] else f"{now:%Y-%m-%d %H:%M}"
    try:
        day = _last(match["day"], now.date()) if match["day"] else now.date() - timedelta(_DAYS_AGO.get(word, 0))
    except InputProblem:
        return text
    return f"{day} {match['clock'] or ''}".strip()


def _last(text: str, today: date) -> date:
    """Return the last day that ``22/2`` may mean."""
    match = _DAY_OF_YEAR.fullmatch(text)
    assert match is not None  # the pattern that found it is narrower
    day = _day_of_year(match, today.year, text)
    return day if day <= today else _day_of_year(match, today.year - 1, text)
