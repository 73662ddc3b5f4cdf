"""When something happened: clock readings, which of them to believe, and where they disagree.

A reading keeps apart what a source says (wall time, precision, offset) from what is assumed (the dispute's
zone where no offset is stated). The computer's own zone is never consulted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from evidence_app.errors import InputProblem


class Precision(StrEnum):
    """How much of a wall time is known."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    UNKNOWN = "unknown"


class TimeSource(StrEnum):
    """Where a time was read."""

    PLATFORM = "platform"  # an export of the platform itself (epoch times of messages, bills)
    CONTAINER = "container"  # audio, video and PNG containers, PDF metadata
    EXIF = "exif"
    FILENAME = "filename"
    SCREEN = "screen"  # text read from the pixels
    TYPED = "typed"  # a person's statement
    MODIFIED = "modified"  # the file system's modification time


class TimeMeaning(StrEnum):
    """What happened at the time that was read."""

    HAPPENED = "happened"  # captured, started, sent
    SAVED = "saved"  # stored by an app some time after it happened
    MODIFIED = "modified"  # the file was last written


class OffsetSource(StrEnum):
    """Whether the source named its offset from UTC or the dispute's zone was assumed."""

    STATED = "stated"
    ASSUMED = "assumed"


class YearFrom(StrEnum):
    """From where the year is of a day that a screen shows without one, where not from when the picture was taken."""

    FILE_DATE = "file-date"  # the last such day on which the file can have been made
    CALL_LOG = "call-log"  # that of a call in an imported log, with the same number in the same minute of the year


YEARLESS = "screen-row-without-year"
"""The origin of a time of which only the day, the month and the clock were read: it stands nowhere."""

_YEARS_FROM = {"screen-row-year-of-file": YearFrom.FILE_DATE, "screen-row-year-of-log": YearFrom.CALL_LOG}
ORIGINS_OF_YEARS = {year_from: origin for origin, year_from in _YEARS_FROM.items()}


BETWEEN = "screen-separator"
"""The origin of the time of a message that stands between messages."""

DAY_IN_NAME = "loose-day"
"""The origin of a day somewhere in a file's name."""

HALF_OF_DAY = "凌晨|清晨|早上|上午|中午|下午|傍晚|晚上"
"""Words before a time of day that name no day, as a pattern."""


class ClockReading(NamedTuple):
    """One statement of when; a million of them are made, so it is a plain tuple with names.

    ``wall`` is naive and the first moment of the period that ``precision`` spans; None only for UNKNOWN.
    ``offset_min`` is minutes east of UTC as the source stated it, None where it stated none.
    ``confidence`` is 0–100. ``origin`` is a stable code of the pattern or field (``samsung-screenshot``,
    ``exif-original``); ``words`` are the source's own, verbatim.
    """

    wall: datetime | None
    precision: Precision
    source: TimeSource
    confidence: int
    offset_min: int | None = None
    meaning: TimeMeaning = TimeMeaning.HAPPENED
    origin: str = ""
    words: str = ""

    @property
    def offset_source(self) -> OffsetSource:
        """Whether the offset was stated by the source."""
        return OffsetSource.ASSUMED if self.offset_min is None else OffsetSource.STATED

    @property
    def year_from(self) -> YearFrom | None:
        """From where an assumed year is, None where none is assumed."""
        return _YEARS_FROM.get(self.origin)


@dataclass(frozen=True, slots=True)
class EventTime:
    """All readings of one event's time, and the chosen one.

    ``chosen`` is an index into ``readings`` or None where nothing is known. ``decided`` is true once a
    person chose; an undecided conflict is shown as open.
    """

    readings: tuple[ClockReading, ...] = ()
    chosen: int | None = None
    decided: bool = False

    @property
    def reading(self) -> ClockReading | None:
        """The chosen reading, or None while the time is unknown."""
        return None if self.chosen is None else self.readings[self.chosen]

    @property
    def only_file_date(self) -> bool:
        """Whether all that is known is when the file was last changed: copying changes that, so nobody relies on it.

        A person who chose that reading stands behind it.
        """
        return self.reading is not None and self.reading.source is TimeSource.MODIFIED and not self.decided

    @property
    def happened(self) -> ClockReading | None:
        """The chosen reading if it says when something happened; None for an unknown time and a mere file date."""
        return None if self.only_file_date else self.reading

    @property
    def precision(self) -> Precision:
        """The chosen reading's precision; UNKNOWN without one."""
        return self.reading.precision if self.reading else Precision.UNKNOWN


UNKNOWN_TIME = EventTime()

LOW_CONFIDENCE = 50
"""Below this a reading ranks behind every confident one (a bare number that may be an epoch, a PNG tIME)."""

PLAUSIBLE_YEARS = range(1900, 2200)
"""Outside them a clock was broken or a file lies; such a reading is shown but never placed on the timeline."""

TOLERANCE = timedelta(seconds=60)
"""Clocks of one phone write the name and the metadata of one picture up to a minute apart."""


def zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name. Raises InputProblem("zone-unknown")."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputProblem("zone-unknown", zone=name) from error


def instant(reading: ClockReading, home: ZoneInfo) -> datetime | None:
    """Return the reading's first moment as an aware datetime in ``home``, None for an unknown or absurd time.

    A wall time without an offset is taken in ``home``: the earlier moment where a clock change repeats it, and where
    one skips it, the moment that a clock not yet changed would show so.
    """
    if reading.wall is None or reading.wall.year not in PLAUSIBLE_YEARS:
        return None
    at = reading.wall.replace(tzinfo=_zone_of_wall(reading, home))
    return at.astimezone(UTC).astimezone(home)  # by way of UTC: a skipped wall time is none in ``home``


def _zone_of_wall(reading: ClockReading, home: ZoneInfo) -> tzinfo:
    """Return the zone in which the wall time was read: as stated, else the dispute's."""
    return home if reading.offset_min is None else timezone(timedelta(minutes=reading.offset_min))


def span(reading: ClockReading, home: ZoneInfo) -> tuple[datetime, datetime] | None:
    """Return the first moment the reading may mean and the first it no longer can, in UTC; None if unknown.

    Counted on the wall clock: a day on which the clocks change is shorter or longer, and a wall time that such a
    change repeats may mean both moments.
    """
    start = instant(reading, home)
    if start is None or reading.wall is None:
        return None
    end = reading.wall + _length(reading.wall, reading.precision)
    ends = (end.replace(tzinfo=_zone_of_wall(reading, home), fold=fold).astimezone(UTC) for fold in (0, 1))
    return start.astimezone(UTC), max(ends)


def _length(wall: datetime, precision: Precision) -> timedelta:
    """Return how long a period is that begins at ``wall``, on the wall clock."""
    match precision:
        case Precision.MONTH:
            return (wall.replace(day=28) + timedelta(days=4)).replace(day=1) - wall.replace(day=1)
        case Precision.DAY:
            return timedelta(days=1)
        case Precision.MINUTE:
            return timedelta(minutes=1)
        case _:
            return timedelta(seconds=1)


def trust_rank(reading: ClockReading) -> tuple[bool, int, int]:
    """Sort key: the most trustworthy reading first (order of trust of the formats table).

    A person's statement, platform epoch, container with offset, EXIF with offset, file name, EXIF or container
    without offset, screen text, times of saving, modification time last.
    """
    stated = reading.offset_min is not None
    if reading.meaning is TimeMeaning.MODIFIED:
        rank = 9
    elif reading.meaning is TimeMeaning.SAVED:
        rank = 8
    else:
        rank = {
            TimeSource.TYPED: 0,
            TimeSource.PLATFORM: 1,
            TimeSource.CONTAINER: 2 if stated else 6,
            TimeSource.EXIF: 3 if stated else 5,
            TimeSource.FILENAME: 4,
            TimeSource.SCREEN: 7,
            TimeSource.MODIFIED: 9,
        }[reading.source]
    return (reading.confidence < LOW_CONFIDENCE, rank, -reading.confidence)


def choose(readings: Sequence[ClockReading]) -> EventTime:
    """Return the readings, as given, with the most trustworthy one chosen; nobody has decided yet."""
    known = [
        index
        for index, reading in enumerate(readings)
        if reading.wall is not None and reading.wall.year in PLAUSIBLE_YEARS
    ]
    best = min(known, key=lambda index: trust_rank(readings[index]), default=None)
    return EventTime(tuple(readings), best)


def with_more_readings(time: EventTime, more: Sequence[ClockReading]) -> EventTime:
    """Return the time with readings that are new to it; a person's decision stands, a machine's choice is made anew."""
    new = [reading for reading in more if reading not in time.readings]
    if not new:
        return time
    readings = (*time.readings, *new)
    return replace(time, readings=readings) if time.decided else choose(readings)


def without_readings(time: EventTime, unwanted: Callable[[ClockReading], bool]) -> EventTime:
    """Return the time without some readings; the one that a person chose stays, a machine's choice is made anew."""
    kept = tuple(
        reading
        for index, reading in enumerate(time.readings)
        if not unwanted(reading) or (time.decided and index == time.chosen)
    )
    if kept == time.readings:
        return time
    if time.decided and time.reading is not None:
        return replace(time, readings=kept, chosen=kept.index(time.reading))
    return choose(kept)


def conflicts(time: EventTime, home: ZoneInfo) -> list[tuple[ClockReading, ClockReading]]:
    """Return the pairs of readings that cannot both be true, in the order of the readings.

    Times of saving and modification come later by nature and contradict nothing.
    """
    happened = [(r, s) for r in time.readings if r.meaning is TimeMeaning.HAPPENED and (s := span(r, home))]
    return [
        (one, other)
        for (one, (start, end)), (other, (other_start, other_end)) in combinations(happened, 2)
        if start > other_end + TOLERANCE or other_start > end + TOLERANCE
    ]


def has_open_conflict(time: EventTime, home: ZoneInfo) -> bool:
    """Tell whether readings disagree and no person has decided between them."""
    return not time.decided and len(time.readings) > 1 and bool(conflicts(time, home))
