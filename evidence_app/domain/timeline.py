"""Order and selection of events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Event, TimelineEntry
from evidence_app.domain.times import instant, span

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
    at = event_instant(event, home)
    return None if at is None else (at - datetime(1970, 1, 1, tzinfo=UTC)) // _MILLISECOND


_MILLISECOND = datetime(1970, 1, 1, 0, 0, 0, 1000) - datetime(1970, 1, 1)


def known_instant(event: Event, home: ZoneInfo) -> datetime | None:
    """Return `event_instant`, but None where it is only when the file was last changed."""
    return instant(event.time.happened, home) if event.time.happened else None


def in_order(events: Iterable[Event], home: ZoneInfo) -> list[Event]:
    """Return the events by time, equal times in order of recording, events without a known time last."""

    def key(event: Event) -> tuple[datetime, int]:
        at = known_instant(event, home)
        return (END_OF_TIME if at is None else at.astimezone(UTC), event.ordinal)

    return sorted(events, key=key)


def within(event: Event, period: Period, home: ZoneInfo) -> bool:
    """Tell whether the event may lie in the period; one without a time lies only in an open one."""
    if period == ALL_TIME:
        return True
    limits = span(event.time.happened, home) if event.time.happened else None
    if limits is None:
        return False
    first_day = limits[0].astimezone(home).date()
    last_day = (limits[1].astimezone(home) - _MILLISECOND).date()
    return not ((period.first and last_day < period.first) or (period.last and first_day > period.last))


def exhibits_within(events: Iterable[Event], period: Period, home: ZoneInfo) -> set[str]:
    """Return the ids of the exhibits that show an event of the period."""
    return {exhibit_id for event in events if within(event, period, home) for exhibit_id in event.exhibit_ids}


def by_day(entries: Iterable[TimelineEntry]) -> Iterator[tuple[date | None, list[TimelineEntry]]]:
    """Group ordered entries by their local day; None gathers the entries without a time."""
    for day, group in groupby(entries, key=lambda entry: entry.at.date() if entry.at else None):
        yield day, list(group)
