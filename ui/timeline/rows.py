"""The timeline's rows: a header for each day, then its events, those without a time at the end.

Knows nothing of widgets.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, compress, pairwise

from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.times import Precision


@dataclass(frozen=True, slots=True)
class Day:
    """Identity of a header: a day, a month of which the day is not known, or (None) the unknown time."""

    date: date | None
    whole_month: bool = False


Row = Day | TimelineEntry


class Rows:
    """Headers and events in their order, and where each of them is, found out when first asked."""

    compares = True
    """Whether all rows can be gone through, so as to see which are new."""

    def __init__(self, content: Sequence[Row] = ()) -> None:
        self.content = content

    @cached_property
    def headers(self) -> Sequence[int]:
        """Rows of the day headers, ascending."""
        return [number for number, row in enumerate(self.content) if isinstance(row, Day)]

    @cached_property
    def row_by_event(self) -> Mapping[str, int]:
        """The row of each event, in order."""
        return {row.event_id: number for number, row in enumerate(self.content) if isinstance(row, TimelineEntry)}

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The events whose times disagree."""
        return frozenset(row.event_id for row in self.content if isinstance(row, TimelineEntry) and row.open_conflict)

    @cached_property
    def counts(self) -> Mapping[Day, int]:
        """How many events each day has."""
        return {day: following - header - 1 for day, header, following in self.day_by_day()}

    def day_by_day(self) -> Iterator[tuple[Day, int, int]]:
        """Yield each day with the row of its header and that behind its last event."""
        for header, following in pairwise([*self.headers, len(self.content)]):
            if isinstance(day := self.content[header], Day):
                yield day, header, following

    @property
    def disputed_rows(self) -> Sequence[int]:
        """Rows of the events whose times disagree, ascending."""
        return sorted(self.row_by_event[event_id] for event_id in self.disputed)

    @property
    def event_ids(self) -> Sequence[str]:
        """All events, in order."""
        return list(self.row_by_event)

    def first_from(self, row: int, holds: Callable[[TimelineEntry], bool]) -> int | None:
        """Return the first row from one on whose event something holds of, None if there is none.

        It has to hold of all events that are alike (`evidence_app.domain.long_timeline`).
        """
        rows = range(max(row, 0), len(self.content))
        return next((each for each in rows if isinstance(it := self.content[each], TimelineEntry) and holds(it)), None)

    def ids_in(self, rows: Sequence[int]) -> list[str]:
        """Return the events in some rows, in order."""
        return [row.event_id for each in rows if isinstance(row := self.content[each], TimelineEntry)]

    def rows_of(self, event_ids: Collection[str]) -> list[int]:
        """Return the rows of those of the events that have one."""
        return [row for each in event_ids if (row := self.row_by_event.get(each)) is not None]

    @property
    def event_count(self) -> int:
        """How many events there are."""
        return len(self.content) - len(self.headers)

    def among(self, event_ids: Set[str]) -> "Rows":
        """Return the rows of some of the events, below the headers of their days; quicker than making them anew."""
        rows = self.row_by_event
        there, numbers = _picked(rows, event_ids)
        events = [self.content[number] for number in numbers]
        content: list[Row] = []
        headers: list[int] = []
        begin = 0
        for day, _, following in self.day_by_day():
            end = bisect_left(numbers, following, begin)
            if end > begin:
                headers.append(len(content))
                content.append(day)
                content += events[begin:end]
            begin = end
        found = Rows(content)
        found.headers = headers
        found.row_by_event = dict(zip(there, found._event_rows(), strict=True))
        found.disputed = self.disputed & found.row_by_event.keys()
        return found

    def _event_rows(self) -> Iterator[int]:
        return chain.from_iterable(range(header + 1, following) for _, header, following in self.day_by_day())

    def find_all(self) -> None:
        """Find out now where everything is."""
        _ = self.row_by_event, self.counts, self.disputed


FEW = 8
"""Part of all rows: of fewer it is quicker to ask where each of them is than to go through all."""


def _picked(rows: Mapping[str, int], event_ids: Set[str]) -> tuple[list[str], list[int]]:
    """Return those of the events that have a row, and their rows, in order."""
    if len(event_ids) * FEW < len(rows):
        there = sorted((each for each in event_ids if each in rows), key=rows.__getitem__)
        return there, [rows[each] for each in there]
    chosen = list(map(event_ids.__contains__, rows))
    return list(compress(rows, chosen)), list(compress(rows.values(), chosen))


def rows_of(entries: Iterable[TimelineEntry]) -> list[Row]:
    """Return headers and events; "some day in March" stands before the days of March, unknown times last."""
    days: dict[tuple[date | None, bool], list[TimelineEntry]] = {}
    last: tuple[date | None, bool] | None = None
    group: list[TimelineEntry] = []
    for entry in entries:
        key = _day_key(entry)
        if key != last:  # entries come in order: most have the day of the one before
            group, last = days.setdefault(key, []), key
        group.append(entry)
    rows: list[Row] = []
    for day, whole_month in sorted(days, key=lambda key: (key[0] is None, key[0] or date.max, not key[1])):
        rows.append(Day(day, whole_month))
        rows += days[day, whole_month]
    return rows


def _day_key(entry: TimelineEntry) -> tuple[date | None, bool]:
    """Return the day under which the event stands and whether it means the whole month; None if unknown."""
    at = entry.at
    if at is None or entry.precision is Precision.UNKNOWN:
        return None, False
    if entry.precision is Precision.MONTH:
        return at.date().replace(day=1), True
    return at.date(), False
