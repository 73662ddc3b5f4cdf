"""Dates as metadata write them: EXIF, XMP, PDF, QuickTime, PNG. Impossible ones are no reading."""

import re
from datetime import UTC, datetime

from evidence_app.domain.times import ClockReading, Precision, TimeMeaning, TimeSource

EARLIEST_YEAR = 1990
"""Earlier years are clocks that were never set: 1904, 1970 and 1980 are where formats begin to count."""

LARGEST_OFFSET_MIN = 14 * 60

_STAMP = re.compile(
    r"\s*(?P<year>\d{4})[:/-](?P<month>\d{1,2})[:/-](?P<day>\d{1,2})[T ]+"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2}):(?P<second>\d{2})(?:[.,]\d+)?\s*(?P<offset>Z|[+-]\d{2}:?\d{2})?\s*\0*",
    re.ASCII,
)
"""``2025:02:22 08:15:33`` of Exif, ``2025-02-22T08:15:33.000Z`` of containers."""

_PDF_STAMP = re.compile(
    r"\s*(?:D:)?(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?"
    r"\s*(?P<offset>Z|[+-]\d{2}'?(?:\d{2})?)?",
    re.ASCII,
)
"""``D:20250222081533+08'00'``."""


def stamp_reading(
    text: object,
    source: TimeSource,
    origin: str,
    confidence: int,
    *,
    offset: object = None,
    meaning: TimeMeaning = TimeMeaning.HAPPENED,
) -> ClockReading | None:
    """Return the reading of ``2025:02:22 08:15:03`` or an ISO 8601 date and time; None if it is no date.

    ``offset`` is the text of a field of its own (EXIF), used if the text states none.
    """
    if not isinstance(text, str):
        return None
    match = _STAMP.match(text[:64])
    own_offset = offset_min(match["offset"] or offset) if match else None
    return _reading(match, own_offset, source, origin, confidence, meaning)


def pdf_reading(text: str, origin: str, confidence: int, meaning: TimeMeaning) -> ClockReading | None:
    """Return the reading of a PDF date, ``D:20250222081503+08'00'`` (ISO 32000-1, 7.9.4)."""
    match = _PDF_STAMP.match(text[:64])
    stated = match and match["offset"]
    own_offset = offset_min(stated.replace("'", "").ljust(5, "0")) if stated else None
    return _reading(match, own_offset, TimeSource.CONTAINER, origin, confidence, meaning)


def utc_reading(at: datetime, words: str, origin: str, confidence: int, meaning: TimeMeaning) -> ClockReading | None:
    """Return the reading of an aware time in a container that counts in UTC."""
    if at.year < EARLIEST_YEAR:
        return None
    wall = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    return ClockReading(wall, Precision.SECOND, TimeSource.CONTAINER, confidence, 0, meaning, origin, words)


def offset_min(text: object) -> int | None:
    """Return minutes east of UTC of ``+08:00``, ``+0800`` or ``Z``; None for anything else."""
    if not isinstance(text, str):
        return None
    text = text.strip().rstrip("\0")
    if text.startswith("Z"):
        return 0
    match = re.fullmatch(r"([+-])(\d{2}):?(\d{2})", text, re.ASCII)
    if match is None or int(match[3]) > 59:
        return None
    minutes = int(match[2]) * 60 + int(match[3])
    return (-minutes if match[1] == "-" else minutes) if minutes <= LARGEST_OFFSET_MIN else None


def _reading(
    match: re.Match[str] | None,
    own_offset: int | None,
    source: TimeSource,
    origin: str,
    confidence: int,
    meaning: TimeMeaning,
) -> ClockReading | None:
    if match is None:
        return None
    fields = ("year", "month", "day", "hour", "minute", "second")
    try:
        wall = datetime(*(int(match[name] or 0) for name in fields))  # type: ignore[arg-type]
    except ValueError:
        return None
    if wall.year < EARLIEST_YEAR:
        return None
    words = match[0].strip(" \0")
    return ClockReading(wall, Precision.SECOND, source, confidence, own_offset, meaning, origin, words)
