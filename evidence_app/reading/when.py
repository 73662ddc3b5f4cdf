"""Times in what screens and people write, relative to when it was written. Pure.

`days` and `clocks` know how days and times of day are written; here they are put together. What is as often something
else (a fraction, a version, three points) is a time only where its surroundings say so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache

from evidence_app.domain.times import Precision
from evidence_app.reading.clocks import Clock, clock_at, never_talked, parse_clock, parse_duration
from evidence_app.reading.days import BESIDE_A_DAY, WEEKDAY, Day, Seen, Use, days_at
from evidence_app.reading.written import NUMBER, number, plain


@dataclass(frozen=True, slots=True)
class When:
    """A time that was read: ``wall`` is naive and the first moment of what ``precision`` spans; ``words`` verbatim.

    ``offset_min`` is minutes east of UTC where the words state it (UTC+8), else None.
    """

    wall: datetime
    precision: Precision
    words: str
    offset_min: int | None = None


LONGEST_LABEL = 60
"""Longer than any time alone is ever written."""

CLOCKS_DIFFER = timedelta(minutes=5)
"""A time of day this little after the picture was taken is of the same day: two clocks are never quite equal."""


_HALF_WEEKDAY = re.compile(r"(?<=[\d日号])[\s,(]{1,2}(?:星期|周|礼拜)$")
"""A weekday after a day, whose last stroke was not read: of 一 mostly."""


@lru_cache(maxsize=4096)
def parse_when(words: str, near: datetime | None, *, ahead: bool = False) -> When | None:
    """Return the time that the words are and nothing else, None for all other words.

    ``near`` is when they were written or photographed, naive and in the dispute's zone; midnight sharp means that only
    the day is known. Years and days that are not written are the last ones not after it; with ``ahead``, as in what is
    promised or due, the first ones not before it. Without ``near`` only what names its year is a time.
    """
    text = plain(words)
    start, end = _trimmed(text)
    if end - start > LONGEST_LABEL:
        return None
    if half := _HALF_WEEKDAY.search(text[start:end]):
        end = start + half.start()
    seen = Seen(near, ahead)
    for attempt in (text, _mended(text)):
        for found in _times_at(attempt[:end], start, seen, alone=True):
            if found.end == end and (attempt == text or found.beside_a_day):
                return _when(found, words[start:end])
    return None


def find_when(text: str, near: datetime | None, *, ahead: bool = False) -> list[tuple[int, int, When]]:
    """Return the times in a text, each with where it begins and ends; ``near`` and ``ahead`` as in `parse_when`."""
    flat, seen = plain(text), Seen(near, ahead)
    found: list[tuple[int, int, When]] = []
    at = 0
    while at < len(flat):
        longest = max(_times_inside(flat, at, seen), key=lambda each: each.end, default=None)
        if longest is None:
            at += 1
            continue
        found.append((at, longest.end, _when(longest, text[at : longest.end])))
        at = longest.end
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    wall: datetime
    precision: Precision
    end: int
    beside_a_day: bool = True
    offset_min: int | None = None


def _when(found: _Found, words: str) -> When:
    return When(found.wall, found.precision, words, found.offset_min)


def _trimmed(text: str) -> tuple[int, int]:
    """Return where the words begin and end without the lines, dots and brackets around them."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    opened, closed = text[start:end].count("("), text[start:end].count(")")
    if opened > closed and text[end : end + 1] == ")":
        end += 1
    if text[end : end + 1] == "." and text[end - 2 : end] == ".m":
        end += 1
    return start, end


_CLOCK_SLIPS = str.maketrans("oqdli|szb", "000111528")
_SLIPPED_CLOCK = re.compile(r"(?<![\da-z])([\doqdli|szb]{1,2})[:.;,·]([\doqdli|szb]{2})(?![\da-z])")


def _mended(text: str) -> str:
    """Return the text with what looks like a misread clock (o8:l5, 19.03) as it was meant, of the same length."""
    return _SLIPPED_CLOCK.sub(lambda found: _digits(found[1]) + ":" + _digits(found[2]), text)


def _digits(text: str) -> str:
    return text.translate(_CLOCK_SLIPS)


_BETWEEN = re.compile(r"(?:\s?(?:at|的|于)\s?|(?<=\d)t(?=\d)|\s?[,.·•・|@/-]?\s{0,2})")
_ZONE = re.compile(
    r"\s?\(?(?:(?:utc|gmt)\s?(?P<h>[+-]\d{1,2})(?::?(?P<m>\d\d))?|(?:(?<=\d)z|utc|gmt)(?![a-z])"
    r"|(?P<ih>(?<=:\d\d:\d\d)[+-](?:0\d|1[0-4])):(?P<im>\d\d)(?!:))\)?"
)
"""``(utc+8)``, ``gmt``, ``08:15z``, ``08:15:33+08:00``: what a time of day states, in plain text."""


def _times_at(text: str, start: int, seen: Seen, *, alone: bool = False) -> Iterator[_Found]:
    """Give all that the text from ``start`` on can be, each with its end."""
    for day in days_at(text, start, seen):
        yield from _with_day(text, day, seen, alone)
    weekday = WEEKDAY.match(text, start)
    if weekday:  # 星期六 2月22日: what follows says it better
        for day in days_at(text, _between(text, weekday.end()), seen):
            yield from _with_day(text, day, seen, alone)
    clock = clock_at(text, start)
    if clock:
        yield from _clock_first(text, clock, seen)
    if alone:
        yield from _moments_ago(text, start, seen)


def _with_day(text: str, day: Day, seen: Seen, alone: bool) -> Iterator[_Found]:
    weekday = BESIDE_A_DAY.match(text, day.end)
    if weekday:
        day = Day(day.first, weekday.end(), day.precision, Use.ANYWHERE if day.use is Use.BESIDE else day.use)
    if day.use is Use.ANYWHERE or (alone and day.use is Use.ALONE):
        yield _Found(datetime.combine(day.first, time()), day.precision, day.end)
    if day.precision is Precision.DAY:
        clock = clock_at(text, _between(text, day.end))
        if clock:
            yield _joined(text, day, clock, clock.end, seen)


def _between(text: str, end: int) -> int:
    found = _BETWEEN.match(text, end)
    return found.end() if found else end


def _clock_first(text: str, clock: Clock, seen: Seen) -> Iterator[_Found]:
    """Give 08:15, 22 Feb as one time, and 08:15 as one of a day that follows from ``near``."""
    for day in days_at(text, _between(text, clock.end), seen):
        if day.use is Use.ANYWHERE and day.precision is Precision.DAY and not clock_at(text, _between(text, day.end)):
            weekday = BESIDE_A_DAY.match(text, day.end)
            yield _joined(text, day, clock, weekday.end() if weekday else day.end, seen)
    if clock.sure and seen.at:
        wall = _on_some_day(clock, seen.at, seen)
        yield _Found(wall, _precision(clock), clock.end, beside_a_day=False)


def _joined(text: str, day: Day, clock: Clock, end: int, seen: Seen) -> _Found:
    zone = _ZONE.match(text, end)
    wall = datetime.combine(day.first, time()) + clock.since_midnight
    if day.weekly and not seen.ahead and seen.exact and wall > seen.exact + CLOCKS_DIFFER:
        wall -= timedelta(days=7)
    if zone is None:
        return _Found(wall, _precision(clock), end)
    return _Found(wall, _precision(clock), zone.end(), offset_min=_offset_min(zone))


def _offset_min(zone: re.Match[str]) -> int:
    hours, minutes = zone["h"] or zone["ih"] or "0", zone["m"] or zone["im"] or "0"
    return int(hours) * 60 + (-1 if hours.startswith("-") else 1) * int(minutes)


def _precision(clock: Clock) -> Precision:
    return Precision.SECOND if clock.to_the_second else Precision.MINUTE


def _on_some_day(clock: Clock, near: datetime, seen: Seen) -> datetime:
    """Return the last such time of day that is not after ``near``; ahead, the first that is not before it."""
    wall = datetime.combine(near.date(), time()) + clock.since_midnight
    if seen.exact is None:
        return wall
    if seen.ahead:
        return wall if wall >= near else wall + timedelta(days=1)
    return wall if wall <= near + CLOCKS_DIFFER else wall - timedelta(days=1)


_AGO = re.compile(
    rf"(?:(?P<now>刚刚|刚才|just now|now|たった今)|(?P<minutes>{NUMBER})\s?(?:分钟?|mins?|minutes?|m)\s?(?:前|ago)"
    rf"|(?P<hours>{NUMBER})\s?(?:个?小时|时间|hours?|hrs?|h)\s?(?:前|ago))"
)
"""``刚刚``, ``3分钟前``, ``2 hours ago``."""


def _moments_ago(text: str, start: int, seen: Seen) -> Iterator[_Found]:
    """Give 刚刚, 3分钟前 to the minute, and 2小时前 to the day, where both ends of that hour lie on one."""
    found = _AGO.match(text, start) if seen.at else None
    if found is None or seen.at is None:
        return
    if not found["hours"]:
        wall = seen.at - timedelta(minutes=number(found["minutes"]) if found["minutes"] else 0)
        yield _Found(wall.replace(second=0, microsecond=0), Precision.MINUTE, found.end())
        return
    latest = seen.at - timedelta(hours=number(found["hours"]))
    if latest.date() == (latest - timedelta(hours=1)).date():
        yield _Found(datetime.combine(latest.date(), time()), Precision.DAY, found.end())


_SAID_BEFORE = re.compile(
    r"(?:[每第]\s?|每[天日晚早周月年][^,;。]{0,3}|比例?|比率|杠杆|比分|\d[.:/,-]|[¥$]\s?|(?:周|星期|礼拜)[一二三四五六日天]\s?[至到-]\s?)$"
)
"""``每天``, ``比例``, ``¥``: what stands before a number that is no time."""

_MONTH_AND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])月(?:[12]\d|3[01]|0?[1-9])[日号]")
_OF_A_MONTH = re.compile(r"[\d一二三四五六七八九十]\s?月$")


def _is_of_what_is_before(text: str, start: int) -> bool:
    """Tell whether a number is no time for what is before it: 23日 of 11月 is none, 11月23日 behind 1,800 is one."""
    before = _SAID_BEFORE.search(text[max(0, start - 8) : start])
    if before and before[0].endswith(",") and _MONTH_AND_DAY.match(text, start):
        return False
    return before is not None or _OF_A_MONTH.search(text[max(0, start - 3) : start]) is not None


_UNIT_AFTER = re.compile(r"[.:/]\d|\s?(?:元|块|%|折|倍|期|万|个|条|笔|号客服|度|比\d)|-\d")
_NAME_AFTER = re.compile(r"\.[a-z]")
_RANGE_AFTER = re.compile(r"\s?(?:-|至|到|to)\s?")


def _times_inside(text: str, start: int, seen: Seen) -> Iterator[_Found]:
    """Give what can be a time within a sentence: not a piece of a number or a word, not what recurs every day."""
    if _within(text, start) or not text[start].isalnum() or _is_of_what_is_before(text, start):
        return
    for found in _times_at(text, start, seen):
        after = _UNIT_AFTER if text[found.end - 1].isdigit() else _NAME_AFTER
        parted = found.beside_a_day and text[found.end : found.end + 1] == " "  # 12-30 21:02 万卡小贷: a name
        if _within(text, found.end) or (after.match(text, found.end) and not parted):
            continue
        if found.beside_a_day or not _in_a_range(text, start, found.end):
            yield found


def _within(text: str, at: int) -> bool:
    """Tell whether a number or a Latin word goes on over this place."""
    if not 0 < at < len(text):
        return False
    both = text[at - 1 : at + 1]
    return both.isascii() and both.isalnum()


def _in_a_range(text: str, start: int, end: int) -> bool:
    """Tell whether a bare time of day is an end of business hours (9:00-18:00)."""
    after = _RANGE_AFTER.match(text, end)
    if after and clock_at(text, after.end()):
        return True
    return bool(re.search(r":\d\d\s?(?:-|至|到|to)\s?$", text[max(0, start - 8) : start]))


__all__ = ["When", "find_when", "never_talked", "parse_clock", "parse_duration", "parse_when"]
