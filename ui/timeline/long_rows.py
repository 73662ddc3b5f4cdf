"""Headers and events of a long timeline: only places in it are known, and where each day begins.

Knows nothing of widgets.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import overload

from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.timeline import ALL_TIME, Period
from evidence_app.domain.times import Precision
from ui.timeline.filter import last_of_month
from ui.timeline.rows import Day, Row, Rows

Places = Sequence[int]
"""Places in a `LongTimeline`: a range where it is all of them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Events of one day, as places in the timeline."""

    day: Day
    places: Places


class LongRows(Rows):
    """Rows of some of a long timeline's events; ``places`` are theirs, in the order of the rows."""

    compares = False

    def __init__(self, timeline: LongTimeline, days: Sequence[Stretch]) -> None:
        self.timeline, self.days = timeline, days
        self.places = _joined([stretch.places for stretch in days])
        self.begins: list[int] = []
        count = 0
        for stretch in days:
            self.begins.append(count)
            count += len(stretch.places)
        headers = [begin + number for number, begin in enumerate(self.begins)]
        super().__init__(_Content(timeline, self.places, [stretch.day for stretch in days], headers))
        self.headers = headers

    def row_at(self, index: int) -> int:
        """Return the row of an event by how many events are above it."""
        return index + bisect_right(self.begins, index)

    def index_of(self, place: int) -> int:
        """Return how many events are above the one at a place of the timeline, -1 if it is not among the rows."""
        if isinstance(self.places, range):
            return self.places.index(place) if place in self.places else -1
        if self._index_by_place is not None:
            return self._index_by_place.get(place, -1)
        at = bisect_left(self.places, place)
        return at if at < len(self.places) and self.places[at] == place else -1

    @cached_property
    def _index_by_place(self) -> dict[int, int] | None:
        """Where each place is, unless the rows have the order of the timeline, as nearly always."""
        if all(before <= after for before, after in zip(self.places, self.places[1:], strict=False)):
            return None
        return {place: index for index, place in enumerate(self.places)}

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
        return frozenset(self.timeline.ids_at(self._disputed_places))

    @property
    def _disputed_places(self) -> list[int]:
        disputed = [sample.open_conflict for sample in self.timeline.samples]
        alike = self.timeline.skeleton.alike
        return [place for place in self.places if disputed[alike[place]]] if any(disputed) else []

    @property
    def disputed_rows(self) -> Sequence[int]:
        """Rows of the events whose times disagree, ascending."""
        return sorted(map(self.row_of_place, self._disputed_places))

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
        """Return the rows of some of the events by their places in the timeline."""
        return long_rows(self.timeline, places)

    def within(self, period: Period) -> "LongRows":
        """Return the rows of the days that may lie in a period."""
        return LongRows(self.timeline, [stretch for stretch in self.days if _meets(stretch.day, period)])

    def find_all(self) -> None:
        """Find out now where everything is."""
        _ = self.counts, self.disputed, self._index_by_place


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


def long_rows(timeline: LongTimeline, places: Places) -> LongRows:
    """Return the rows of events by their places, ascending; as `rows_of`: days are found by halving, not by going on.

    "Some day in March" stands before the days of March, unknown times last.
    """
    vague = [each.at is None or each.precision in {Precision.MONTH, Precision.UNKNOWN} for each in timeline.samples]
    found: dict[Day, list[Places]] = {}
    if any(vague):
        alike = timeline.skeleton.alike
        for place in places:
            if vague[alike[place]]:
                found.setdefault(_vague_day(timeline, place), []).append((place,))
        if found:
            places = array("I", [place for place in places if not vague[alike[place]]])
    for day, stretch in _days(timeline, places):
        found.setdefault(day, []).append(stretch)
    ordered = sorted(found, key=lambda day: (day.date is None, day.date or date.max, not day.whole_month))
    return LongRows(timeline, [Stretch(day, _joined(found[day])) for day in ordered])


def _vague_day(timeline: LongTimeline, place: int) -> Day:
    sample = timeline.sample(place)
    if sample.at is None or sample.precision is Precision.UNKNOWN:
        return Day(None)
    return Day(timeline.day_at(place).replace(day=1), whole_month=True)


def _days(timeline: LongTimeline, places: Places) -> Iterator[tuple[Day, Places]]:
    """Yield the days of events whose day is known, each with their places."""
    at_ms, home = timeline.skeleton.at_ms, timeline.dispute.zone
    start = 0
    while start < len(places):
        day = timeline.day_at(places[start])
        midnight = datetime.combine(day + timedelta(days=1), datetime.min.time(), home) if day < date.max else None
        if midnight is None:
            end = len(places)
        else:
            end = bisect_left(places, int(midnight.timestamp() * 1000), start + 1, key=at_ms.__getitem__)
        yield Day(day), places[start:end]
        start = end


def _joined(stretches: Sequence[Places]) -> Places:
    """Return places one after the other; as a range where they follow each other."""
    if len(stretches) == 1:
        return stretches[0]
    if all(isinstance(each, range) for each in stretches):
        ends = zip(stretches, stretches[1:], strict=False)
        if stretches and all(isinstance(a, range) and isinstance(b, range) and a.stop == b.start for a, b in ends):
            return range(stretches[0][0], stretches[-1][-1] + 1)
    joined = array("I")
    for each in stretches:
        joined.extend(each)
    return joined


def _meets(day: Day, period: Period) -> bool:
    if day.date is None:
        return period == ALL_TIME
    last = last_of_month(day.date) if day.whole_month else day.date
    return not ((period.first and last < period.first) or (period.last and day.date > period.last))
