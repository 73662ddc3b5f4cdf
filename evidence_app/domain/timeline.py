"""Order and selection of events."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Event, TimelineEntry
from evidence_app.domain.thread_order import by_threads, place_of_event
from evidence_app.domain.times import ClockReading, instant, span

END_OF_TIME = datetime.max.replace(tzinfo=UTC)
"""Where events without a time are sorted: behind all others."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included, in the dispute's zone; None leaves that side open."""

    first: date | None = None
    last: date | None = None


ALL_TIME = Period()


def event_instant(event: Event, home: ZoneInfo) -> datetime | None:
    """Return the first moment the event's chosen reading may mean, in ``home``; None if unknown."""
    return instant(event.time.reading, home) if event.time.reading else None


def sort_instant_ms(event: Event, home: ZoneInfo) -> int | None:
    """Return the instant as milliseconds since 1970 UTC, None if unknown: the catalog's sort key."""
    return moment_ms(event.time.reading, home) if event.time.reading else None


def moment_ms(reading: ClockReading, home: ZoneInfo) -> int | None:
    """Return a reading's first moment as `sort_instant_ms` does."""
    at = instant(reading, home)
    return None if at is None else (at - datetime(1970, 1, 1, tzinfo=UTC)) // _MILLISECOND


_MILLISECOND = datetime(1970, 1, 1, 0, 0, 0, 1000) - datetime(1970, 1, 1)


def known_instant(event: Event, home: ZoneInfo) -> datetime | None:
    """Return `event_instant`, but None where it is only when the file was last changed."""
    return instant(event.time.happened, home) if event.time.happened else None


def in_order(events: Iterable[Event], home: ZoneInfo) -> list[Event]:
    """Return the events by time, equal times in order of recording, events without a known time last.

    Messages of a mere day stand where their page shows them (`thread_order`).
    """

    def key(event: Event) -> tuple[datetime, int]:
        at = known_instant(event, home)
        return (END_OF_TIME if at is None else at.astimezone(UTC), event.ordinal)

    return told_in_threads(sorted(events, key=key), home)


def told_in_threads(events: Sequence[Event], home: ZoneInfo) -> list[Event]:
    """Return ordered events with messages of a mere day where their page shows them."""
    return by_threads(events, lambda each: place_of_event(each, known_instant(each, home)))


def within(event: Event, period: Period, home: ZoneInfo) -> bool:
    """Tell whether the event may lie in the period; one without a time lies only in an open one."""
    if period == ALL_TIME:
        return True
    days = days_of(event, home)
    return days is not None and meets(days, period)


Days = tuple[date, date]
"""First and last day on which something may have happened, in the dispute's zone."""


def days_of(event: Event, home: ZoneInfo) -> Days | None:
    """Return on which days the event may lie, None if its time is unknown."""
    limits = span(event.time.happened, home) if event.time.happened else None
    if limits is None:
        return None
    return limits[0].astimezone(home).date(), (limits[1].astimezone(home) - _MILLISECOND).date()


def meets(days: Days, period: Period) -> bool:
    """Tell whether days and a period have one in common."""
    return not ((period.first and days[1] < period.first) or (period.last and days[0] > period.last))


def days_of_exhibits(events: Iterable[Event], home: ZoneInfo) -> dict[str, frozenset[Days]]:
    """Return by exhibit id on which days that lie the events which it shows: what a period asks, for quick counting."""
    found: defaultdict[str, set[Days]] = defaultdict(set)
    for event in events:
        days = days_of(event, home)
        if days is not None:
            for exhibit_id in event.exhibit_ids:
                found[exhibit_id].add(days)
    return {exhibit_id: frozenset(days) for exhibit_id, days in found.items()}


def exhibits_within(events: Iterable[Event], period: Period, home: ZoneInfo) -> set[str]:
    """Return the ids of the exhibits that show an event of the period."""
    return {exhibit_id for event in events if within(event, period, home) for exhibit_id in event.exhibit_ids}


def usual_year(entries: Iterable[TimelineEntry]) -> int | None:
    """Return the year of most entries, None where none has a time: what a day without a year most likely means."""
    years = Counter(entry.at.year for entry in entries if entry.at is not None)
    return max(years, key=lambda year: (years[year], year), default=None)


def by_day(entries: Iterable[TimelineEntry]) -> Iterator[tuple[date | None, list[TimelineEntry]]]:
    """Group ordered entries by their local day; None gathers the entries without a time."""
    for day, group in groupby(entries, key=lambda entry: entry.at.date() if entry.at else None):
        yield day, list(group)
