"""Where messages of which only the day is known stand within it: where their page shows them, not before all others.

Pure. A page is a picture or an export. It tells only where it goes from the earliest message to the latest: a list of
the newest ones does not.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple, TypeVar

from evidence_app.domain.events import Event, EventKind, TimelineEntry
from evidence_app.domain.times import Precision


class Place(NamedTuple):
    """Where a message stands on its page: ``ordinal`` counts from its beginning; ``at`` is its first moment, aware."""

    page: str
    ordinal: int
    at: datetime
    is_day_only: bool


ItemT = TypeVar("ItemT")


def by_threads(items: Sequence[ItemT], place_of: Callable[[ItemT], Place | None]) -> list[ItemT]:
    """Return ordered items with messages of a mere day behind the last timed one that stands above them on their page.

    ``place_of`` returns None for what is no message of a page with a time. Where no page tells, the order stays.
    """
    places = [place_of(each) for each in items]
    pages = {each.page for each in places if each is not None and each.is_day_only}
    if not pages:
        return list(items)
    timed: defaultdict[str, list[_Timed]] = defaultdict(list)
    for index, each in enumerate(places):
        if each is not None and not each.is_day_only and each.page in pages:
            timed[each.page].append((each.ordinal, index, each))
    shown = _by_days(timed.values())
    follow: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, each in enumerate(places):
        if each is not None and each.is_day_only and (anchor := _above(each, shown)) is not None:
            follow[anchor].append((each.ordinal, index))
    moved = {index for behind in follow.values() for _, index in behind}
    kept = (index for index in range(len(items)) if index not in moved)
    return [items[each] for index in kept for each in (index, *(at for _, at in sorted(follow.get(index, ()))))]


_Timed = tuple[int, int, Place]
"""A message with a time: its ordinal, its index among all, and where it stands."""

_Days = Mapping[tuple[str, date], Sequence[tuple[int, int]]]
"""Ordinals, in order, with indexes, of the timed messages of a page on a day: an export has tens of thousands."""


def _by_days(pages: Iterable[list[_Timed]]) -> _Days:
    """Return the timed messages of the pages that go on, by page and day."""
    found: defaultdict[tuple[str, date], list[tuple[int, int]]] = defaultdict(list)
    for shown in pages:
        shown.sort()
        if _goes_on(shown):
            for ordinal, index, each in shown:
                found[each.page, each.at.date()].append((ordinal, index))
    return found


def _goes_on(shown: Sequence[_Timed]) -> bool:
    """Tell whether a page goes from earlier to later messages, by those with a time."""
    steps = [after.at - before.at for (*_, before), (*_, after) in pairwise(shown)]
    return any(steps) and all(each.total_seconds() >= 0 for each in steps)


def _above(each: Place, shown: _Days) -> int | None:
    """Return the index of the last timed message of its day above a message, None where there is none."""
    of_day = shown.get((each.page, each.at.date()), ())
    count = bisect_left(of_day, (each.ordinal,))
    return of_day[count - 1][1] if count else None


def place_of(
    kind: EventKind, precision: Precision, *, page: str | None, ordinal: int, at: datetime | None
) -> Place | None:
    """Return where a message stands, None for other events, those of no page, and those without a day."""
    if kind is not EventKind.MESSAGE or not page or at is None or precision in (Precision.MONTH, Precision.UNKNOWN):
        return None
    return Place(page, ordinal, at, precision is Precision.DAY)


def place_of_event(event: Event, at: datetime | None) -> Place | None:
    """Return where an event stands; ``at`` is its first moment in the dispute's zone."""
    return place_of(event.kind, event.time.precision, page=event.read_from, ordinal=event.ordinal, at=at)


def in_threads(lines: Sequence[tuple[TimelineEntry, str | None, int]]) -> list[TimelineEntry]:
    """Return ordered lines of the timeline so; each comes with the page that it was read from, and its ordinal."""

    def place(line: tuple[TimelineEntry, str | None, int]) -> Place | None:
        entry, page, ordinal = line
        return place_of(entry.kind, entry.precision, page=page, ordinal=ordinal, at=entry.at)

    return [entry for entry, *_ in by_threads(lines, place)]
