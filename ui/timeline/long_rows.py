"""Headers and events of a long timeline: only places in it are known, and where each day begins.

What is shown of them is worked out of arrays of numbers: a hundred thousand Python objects take longer than a
keystroke may. Knows nothing of widgets.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import overload

import numpy

from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.timeline import ALL_TIME, Period
from ui.timeline.filter import last_of_month
from ui.timeline.long_days import DayCounts, LongTallies
from ui.timeline.long_order import LongOrder, Numbers, Places, numbers_of, places_of
from ui.timeline.rows import Day, Row, Rows


class LongRows(Rows):
    """Rows of some of a long timeline's events.

    ``places`` are theirs in the timeline, and ``indexes`` those in the order of all rows, ascending; ``there`` are the
    numbers of their ``days`` among all of the order, and ``begins`` has for each how many events are above it.
    """

    compares = False

    def __init__(self, order: LongOrder, there: Numbers, begins: Sequence[int], indexes: Places) -> None:
        self.order, self.timeline, self.there = order, order.timeline, there
        self.days = [order.days[number] for number in there.tolist()]
        self.begins, self.indexes = begins, indexes
        self.places = order.places_at(indexes)
        headers = [begin + number for number, begin in enumerate(begins)]
        super().__init__(_Content(order.timeline, self.places, self.days, headers))
        self.headers = headers

    def day_by_day(self) -> Iterator[tuple[Day, int, int]]:
        """Yield each day with the row of its header and that behind its last event."""
        ends = [*self.headers, len(self.content)][1:]
        return zip(self.days, self.headers, ends, strict=True)

    def places_by_day(self) -> Iterator[tuple[Day, Places]]:
        """Yield each day with the places of its events."""
        for day, (begin, end) in zip(self.days, pairwise([*self.begins, len(self.places)]), strict=True):
            yield day, self.places[begin:end]

    def row_at(self, index: int) -> int:
        """Return the row of an event by how many events are above it."""
        return index + bisect_right(self.begins, index)

    def index_of(self, place: int) -> int:
        """Return how many events are above the one at a place of the timeline, -1 if it is not among the rows."""
        wanted = self.order.index_of(place)
        if isinstance(self.indexes, range):
            return wanted
        at = bisect_left(self.indexes, wanted)
        return at if at < len(self.indexes) and self.indexes[at] == wanted else -1

    @property
    def ascending(self) -> Places:
        """The places in the order of the timeline."""
        return self.places if self.order.is_plain else places_of(numpy.sort(numbers_of(self.places)))

    @cached_property
    def row_by_event(self) -> Mapping[str, int]:
        """The row of each event."""
        return _RowByEvent(self)

    def row_of_place(self, place: int) -> int:
        """Return the row of the event at a place of the timeline, -1 if it has none."""
        index = self.index_of(place)
        return self.row_at(index) if index >= 0 else -1

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The events whose times disagree."""
        return frozenset(self.timeline.ids_at([self.places[index] for index in self._disputed.tolist()]))

    @cached_property
    def counts(self) -> Mapping[Day, int]:
        """How many events each day has."""
        return DayCounts(self.order, self.there, self._counts)

    @cached_property
    def tallies(self) -> LongTallies:
        """How many events each day has, and how many of them have times that disagree."""
        days = numpy.searchsorted(self.begins, self._disputed, side="right") - 1
        disputed = numpy.bincount(days, minlength=len(self.there))
        return LongTallies(self.order, self.there, self._counts, disputed)

    @property
    def _counts(self) -> Numbers:
        return numpy.diff([*self.begins, len(self.places)])

    @cached_property
    def _disputed(self) -> Numbers:
        """How many events are above each whose times disagree."""
        disputed = self.order.disputed
        return numpy.flatnonzero(disputed[numbers_of(self.places)]) if disputed is not None else _NONE

    @cached_property
    def disputed_rows(self) -> Sequence[int]:
        """Rows of the events whose times disagree, ascending."""
        headers = numpy.searchsorted(numpy.asarray(self.begins), self._disputed, side="right")
        return (self._disputed + headers).tolist() if len(self._disputed) else []

    @property
    def event_ids(self) -> "Ids":
        """All events, in order."""
        return Ids(self)

    def first_from(self, row: int, holds: Callable[[TimelineEntry], bool]) -> int | None:
        """Return the first row from one on whose event something holds of that holds of all that are alike."""
        holding, alike = [holds(sample) for sample in self.timeline.samples], self.timeline.skeleton.alike
        first = max(row, 0) - bisect_left(self.headers, row)
        following = (index for index in range(first, len(self.places)) if holding[alike[self.places[index]]])
        index = next(following, None) if any(holding) else None
        return None if index is None else self.row_at(index)

    @cached_property
    def pictured(self) -> "Ids":
        """The events that an exhibit shows, in order."""
        having, alike = [bool(sample.exhibit_id) for sample in self.timeline.samples], self.timeline.skeleton.alike
        if all(having):
            return self.event_ids
        return self.of_places(sorted(place for place in self.places if having[alike[place]])).event_ids

    def ids_in(self, rows: Sequence[int]) -> list[str]:
        """Return the events in some rows, in order."""
        indexes = (row - bisect_right(self.headers, row) for row in rows if not self._is_header(row))
        return self.timeline.ids_at([self.places[index] for index in indexes])

    def _is_header(self, row: int) -> bool:
        at = bisect_left(self.headers, row)
        return at < len(self.headers) and self.headers[at] == row

    def rows_of(self, event_ids: Collection[str]) -> list[int]:
        """Return the rows of those of the events that have one."""
        rows = map(self.row_of_place, self.timeline.places_of(event_ids))
        return [row for row in rows if row >= 0]

    def among(self, event_ids: Set[str]) -> "LongRows":
        """Return the rows of some of the events, below the headers of their days."""
        return self.of_places(self.timeline.places_of(event_ids))

    def of_places(self, places: Sequence[int]) -> "LongRows":
        """Return the rows of some of the events by their places in the timeline, which ascend."""
        return rows_at(self.order, self.order.indexes_of(places))

    def within(self, period: Period) -> "LongRows":
        """Return the rows of the days that may lie in a period."""
        kept = numpy.repeat([_meets(day, period) for day in self.days], self._counts)
        return rows_at(self.order, numbers_of(self.indexes)[kept.astype(bool)])

    def find_all(self) -> None:
        """Find out now where everything is."""
        _ = self.counts, self.tallies, self.disputed


class _Content(Sequence[Row]):
    """The rows themselves, each made when it is asked for."""

    def __init__(self, timeline: LongTimeline, places: Places, days: Sequence[Day], headers: Sequence[int]) -> None:
        self._timeline, self._places, self._days, self._headers = timeline, places, days, headers

    def __len__(self) -> int:
        return len(self._places) + len(self._headers)

    @overload
    def __getitem__(self, row: int) -> Row: ...
    @overload
    def __getitem__(self, row: slice) -> list[Row]: ...
    def __getitem__(self, row: int | slice) -> "Row | list[Row]":
        if isinstance(row, slice):
            return [self[each] for each in range(len(self))[row]]
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        row %= len(self)
        above = bisect_right(self._headers, row)
        if above and self._headers[above - 1] == row:
            return self._days[above - 1]
        return self._timeline[self._places[row - above]]


class _RowByEvent(Mapping[str, int]):
    """The row of each event, looked up."""

    def __init__(self, rows: LongRows) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows.places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows.timeline.ids_at(self._rows.places))

    def __contains__(self, event_id: object) -> bool:
        return isinstance(event_id, str) and self._row(event_id) >= 0

    def __getitem__(self, event_id: str) -> int:
        row = self._row(event_id)
        if row < 0:
            raise KeyError(event_id)
        return row

    def _row(self, event_id: str) -> int:
        place = self._rows.timeline.place_of(event_id)
        return self._rows.row_of_place(place) if place >= 0 else -1


class Ids(Sequence[str]):
    """The ids of some rows' events, in order, each read when it is asked for."""

    def __init__(self, rows: LongRows) -> None:
        self.rows, self._places = rows, rows.places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> "str | list[str]":
        if isinstance(at, slice):
            return self.rows.timeline.ids_at(self._places[at])
        return self.rows.timeline[self._places[at]].event_id

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows.timeline.ids_at(self._places))

    def __contains__(self, event_id: object) -> bool:
        return self._at(event_id) >= 0

    def index(self, event_id: str, start: int = 0, stop: int | None = None) -> int:
        """Return where an event stands. Raises ValueError for one that is not there."""
        at = self._at(event_id)
        if at < start or (stop is not None and at >= stop) or at < 0:
            raise ValueError(event_id)
        return at

    def _at(self, event_id: object) -> int:
        place = self.rows.timeline.place_of(event_id) if isinstance(event_id, str) else -1
        return self.rows.index_of(place) if place >= 0 else -1


_NONE = numpy.empty(0, numpy.int64)


def rows_of_all(order: LongOrder) -> LongRows:
    """Return the rows of all events of a timeline."""
    return LongRows(order, numpy.arange(len(order.days)), order.begins, range(len(order.timeline)))


def rows_at(order: LongOrder, indexes: Numbers) -> LongRows:
    """Return the rows of some of a timeline's events by where they are among all, ascending."""
    bounds = numpy.searchsorted(indexes, order.bounds)
    there = numpy.flatnonzero(numpy.diff(bounds))
    return LongRows(order, there, bounds[there].tolist(), places_of(indexes))


def _meets(day: Day, period: Period) -> bool:
    if day.date is None:
        return period == ALL_TIME
    last = last_of_month(day.date) if day.whole_month else day.date
    return not ((period.first and last < period.first) or (period.last and day.date > period.last))
