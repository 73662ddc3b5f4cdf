"""In which order the events of a long timeline stand below their days, as arrays of numbers; worked out once.

Knows nothing of widgets.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property

import numpy
from numpy.typing import NDArray

from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.times import Precision
from ui.timeline.days import Key, Unit, slot_of
from ui.timeline.rows import Day

Places = Sequence[int]
"""Places in a `LongTimeline`: a range where it is all of them, else an array."""

Numbers = NDArray[numpy.integer]


class LongOrder:
    """All events below their days: "some day in March" stands before the days of March, unknown times last.

    ``begins`` has for each of the ``days`` how many events are above it. ``keys`` are those of the days whose time is
    known, and ``slots`` has for each unit of the strip its slots, and by the number of a day that of its slot.
    """

    def __init__(self, timeline: LongTimeline) -> None:
        self.timeline = timeline
        found: dict[Day, list[Places]] = {}
        for day, places in _by_days(timeline):
            found.setdefault(day, []).append(places)
        self.days = sorted(found, key=lambda day: (day.date is None, day.date or date.max, not day.whole_month))
        self._places = _joined([places for day in self.days for places in found[day]])
        counts = [sum(map(len, found[day])) for day in self.days]
        self.bounds: Numbers = numpy.cumsum([0, *counts])
        self.number_by_day = {day: number for number, day in enumerate(self.days)}
        self.keys: list[Key] = [(day.date, day.whole_month) for day in self.days if day.date is not None]
        self.slots = {unit: _slots(self.keys, unit) for unit in Unit}
        self.begins: list[int] = self.bounds[:-1].tolist()

    @property
    def is_plain(self) -> bool:
        """Whether this is the order of the timeline, as nearly always."""
        return isinstance(self._places, range)

    def places_at(self, indexes: Places) -> Places:
        """Return the places of events by how many events are above them."""
        if self.is_plain:
            return indexes
        if isinstance(indexes, range):
            return self._places
        return places_of(numbers_of(self._places)[numbers_of(indexes)])

    def index_of(self, place: int) -> int:
        """Return how many events are above the one at a place, -1 for no place."""
        if not 0 <= place < len(self._places):
            return -1
        return place if self.is_plain else int(self._indexes[place])

    def indexes_of(self, places: Places) -> Numbers:
        """Return how many events are above those at places, ascending."""
        numbers = numbers_of(places)
        return numbers if self.is_plain else numpy.sort(self._indexes[numbers])

    @cached_property
    def _indexes(self) -> Numbers:
        indexes = numpy.empty(len(self._places), numpy.uint32)
        indexes[numbers_of(self._places)] = numpy.arange(len(self._places), dtype=numpy.uint32)
        return indexes

    @cached_property
    def disputed(self) -> NDArray[numpy.bool_] | None:
        """By place, whether the times of an event disagree; None where none do."""
        disputed = [sample.open_conflict for sample in self.timeline.samples]
        return numpy.asarray(disputed)[numbers_of(self.timeline.skeleton.alike)] if any(disputed) else None


def _slots(keys: Sequence[Key], unit: Unit) -> tuple[Sequence[Key], Numbers]:
    """Return the slots of days, and for each day the number of its slot."""
    numbers: dict[Key, int] = {}
    found = [numbers.setdefault(slot_of(key, unit), len(numbers)) for key in keys]
    return list(numbers), numpy.array(found, numpy.int64)


def numbers_of(places: Places) -> Numbers:
    """Return places as numbers that can be counted with, without copying an array."""
    if isinstance(places, range):
        return numpy.arange(places.start, places.stop)
    if isinstance(places, array):
        return numpy.frombuffer(places, numpy.uint32) if len(places) else numpy.empty(0, numpy.uint32)
    return numpy.asarray(places, numpy.uint32)


def places_of(numbers: Numbers) -> Places:
    """Return numbers as places: what is taken out of an array are Python's own numbers."""
    places = array("I")
    places.frombytes(numbers.astype(numpy.uint32).tobytes())
    return places


def _by_days(timeline: LongTimeline) -> Iterator[tuple[Day, Places]]:
    """Yield the days of all events with their places, those first whose day is not known."""
    vague = [_is_vague(sample) for sample in timeline.samples]
    places: Places = range(len(timeline))
    if any(vague):
        is_vague = numpy.asarray(vague)[numbers_of(timeline.skeleton.alike)]
        for place in numpy.flatnonzero(is_vague).tolist():
            yield _vague_day(timeline, place), (place,)
        places = places_of(numpy.flatnonzero(~is_vague))
    yield from _days(timeline, places)


def _is_vague(sample: TimelineEntry) -> bool:
    return sample.at is None or sample.precision in {Precision.MONTH, Precision.UNKNOWN}


def _vague_day(timeline: LongTimeline, place: int) -> Day:
    sample = timeline.sample(place)
    if sample.at is None or sample.precision is Precision.UNKNOWN:
        return Day(None)
    return Day(timeline.day_at(place).replace(day=1), whole_month=True)


def _days(timeline: LongTimeline, places: Places) -> Iterator[tuple[Day, Places]]:
    """Yield the days of events whose day is known, each with their places: found by halving, not by going on."""
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
    """Return places one after the other; as a range where each follows the one before."""
    joined = array("I")
    for each in stretches:
        joined.extend(each)
    numbers = numbers_of(joined)
    return range(len(joined)) if bool((numbers == numpy.arange(len(joined))).all()) else joined
