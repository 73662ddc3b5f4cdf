"""Values as exports write them: epochs, wall times, placeholders for nothing."""

import re
from datetime import datetime, timedelta

from evidence_app.domain.times import ClockReading, Precision, TimeMeaning, TimeSource

NOTHING = frozenset({"", "null", "(unknown)", "/", "--", "-", "none", "n/a", "nan"})
"""How exports write that there is nothing (compared in lower case)."""

STATED_CONFIDENCE = 95
"""What a platform's own record says of when it happened: believed before anything that was read off a screen."""

MOST_SECONDS = 2**31 - 1
"""The longest that something may take: what is longer is no duration."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
"""``2025-02-22T08:15:33+08:00``, ``2025-02-22 08:15Z``."""

_HALF_WIDTH = str.maketrans("０１２３４５６７８９：／．，＋－（）￥　−–", "0123456789:/.,+-()¥ --")
"""Digits and signs as wide as characters, and the dashes that word processors put in place of a minus."""

_EPOCH = datetime(1970, 1, 1)
_SECOND, _PLATFORM, _HAPPENED = Precision.SECOND, TimeSource.PLATFORM, TimeMeaning.HAPPENED  # a million look-ups less
_LATEST_MS = 7_258_118_400_000  # the year 2200: later ones are no times


def known(value: str | None) -> str:
    """Return a field's text, empty for any placeholder that says there is none."""
    text = (value or "").strip()
    return "" if text.lower() in NOTHING else text


def half_width(text: str) -> str:
    """Return a day, time or amount with its digits and signs as programs write them."""
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def whole_number(value: str) -> int | None:
    """Return a whole number that is not negative, None for anything else."""
    if not value.isdigit():
        value = value.strip()
    return int(value) if value.isdigit() and value.isascii() and len(value) <= 15 else None


def seconds(value: str) -> int | None:
    """Return how long something took, None for what is no whole number and for longer than anybody lives."""
    number = whole_number(value)
    return number if number is not None and number <= MOST_SECONDS else None


def epoch_ms(value: str) -> ClockReading | None:
    """Return the time of milliseconds since 1970 in UTC, None for zero and for what is none."""
    milliseconds = whole_number(value)
    if not milliseconds or milliseconds >= _LATEST_MS:
        return None
    wall = _EPOCH + timedelta(0, milliseconds // 1000)
    # by position: a million of them are made
    return ClockReading(wall, _SECOND, _PLATFORM, STATED_CONFIDENCE, 0, _HAPPENED, "epoch-ms", value)


def epoch_s(value: str) -> ClockReading | None:
    """Return the time of seconds since 1970 in UTC, as many digits as that has now; None for what is none."""
    number = whole_number(value)
    if not number or number * 1000 >= _LATEST_MS:
        return None
    return stated(_EPOCH + timedelta(seconds=number), offset_min=0, origin="epoch-s", words=value)


def iso_time(words: str, origin: str) -> ClockReading | None:
    """Return the time of ISO 8601, with its offset where it states one; None for what is no time, or only a day."""
    if not _ISO.fullmatch(words):
        return None
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return None
    offset = at.utcoffset()
    minutes = None if offset is None else int(offset.total_seconds()) // 60
    return stated(at.replace(tzinfo=None, microsecond=0), offset_min=minutes, origin=origin, words=words)


def stated(
    wall: datetime,
    precision: Precision = Precision.SECOND,
    *,
    offset_min: int | None = None,
    origin: str = "",
    words: str = "",
) -> ClockReading:
    """Return the reading of a time that an export states; ``words`` are its own."""
    return ClockReading(wall, precision, TimeSource.PLATFORM, STATED_CONFIDENCE, offset_min, origin=origin, words=words)
