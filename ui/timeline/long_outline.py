"""The outline of a long timeline: what is shown and counted follows from kinds of events, not from the events.

Knows nothing of widgets.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, overload

import numpy

from evidence_app.actions.found_places import PlaceFinder
from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.domain.events import TELLS_ITS_PAGE, EventKind, TimelineEntry
from evidence_app.domain.far_off import BULK_SHARE, FAR, FEWEST
from evidence_app.domain.times import TimeSource
from ui.timeline.days import Key, Tally
from ui.timeline.filter import Facet, TimelineFilter, differing, values_of
from ui.timeline.long_order import LongOrder, Places, numbers_of, places_of
from ui.timeline.long_rows import Ids, LongRows, rows_of_all
from ui.timeline.outline import Outline
from ui.timeline.rows import Rows
from ui.timeline.undated import has_no_time

if TYPE_CHECKING:
    from ui.timeline.sought import Sought


FAR_MS = FAR // timedelta(milliseconds=1)


@dataclass(frozen=True, eq=False)
class LongOutline(Outline):
    """As `Outline`, of entries that are read when somebody looks at them."""

    entries: LongTimeline
    rows: LongRows
    folded_rows: LongRows

    @cached_property
    def finder(self) -> PlaceFinder:
        """What searches these entries; worked out by whoever searches first."""
        return PlaceFinder(self.entries)

    @cached_property
    def document_entries(self) -> Sequence[TimelineEntry]:
        """The entries that stand for exhibits: no two are alike."""
        return [sample for sample in self.entries.samples if sample.kind is EventKind.DOCUMENT]

    @property
    def samples(self) -> Sequence[TimelineEntry]:
        """Entries among which there is one of each kind."""
        return self.entries.samples

    @cached_property
    def disputed(self) -> Sequence[str]:
        """The events whose times disagree, in order."""
        return self.entries.ids_at(self.places_where(lambda sample: sample.open_conflict))

    @cached_property
    def usual_year(self) -> int | None:
        """The year of most entries, None where none has a time."""
        years: Counter[int] = Counter()
        for (day, _), tally in self.days.items():
            years[day.year] += tally.events
        return max(years, key=lambda year: (years[year], year), default=None)

    @cached_property
    def first_telling(self) -> Mapping[str, str]:
        """By exhibit the first entry that tells what the exhibit shows."""
        first: dict[str, str] = {}
        for sample in self.entries.samples:  # in the order in which they stand first
            if sample.kind in TELLS_ITS_PAGE and sample.exhibit_id:
                first.setdefault(sample.exhibit_id, sample.event_id)
        return first

    def places_where(self, holds: Callable[[TimelineEntry], bool]) -> Places:
        """Return the places of entries of which something holds that is the same for all that are alike."""
        return _places(self.entries, [holds(sample) for sample in self.entries.samples])

    @cached_property
    def far_off(self) -> Sequence[int]:
        """Places of the entries whose time lies far from all others, unless a person stated it; as `far_off`."""
        timed = self.places_where(lambda sample: sample.at is not None)
        at_ms = self.entries.skeleton.at_ms
        if len(timed) < FEWEST:
            return []
        steps = enumerate(pairwise(timed), 1)
        gaps = [number for number, (before, after) in steps if at_ms[after] - at_ms[before] >= FAR_MS]
        runs = [timed[start:end] for start, end in pairwise([0, *gaps, len(timed)])]
        bulk = max(runs, key=len)
        if len(bulk) < BULK_SHARE * len(timed):
            return []
        return [
            place
            for run in runs
            if run is not bulk
            for place in run
            if self.entries.sample(place).time_source is not TimeSource.TYPED
        ]

    @cached_property
    def counts(self) -> Counter[int]:
        """How many events there are of each kind."""
        return Counter(self.entries.skeleton.alike)

    def of_ids(self, event_ids: Collection[str]) -> list[TimelineEntry]:
        """Return some of the entries, in order."""
        return self.entries.at(self.entries.places_of(event_ids))

    def pictured(self, event_ids: Sequence[str]) -> Sequence[str]:
        """Return those of the events that an exhibit shows."""
        if isinstance(event_ids, Ids):
            return event_ids.rows.pictured
        having = {each for each, place in self.entries.place_by_id(event_ids).items() if self._is_pictured(place)}
        return [event_id for event_id in event_ids if event_id in having]

    def _is_pictured(self, place: int) -> bool:
        return bool(self.entries.sample(place).exhibit_id)

    def tally(self, facet: Facet, other: TimelineFilter) -> Counter[str]:
        """Return each value of a facet with the number of events that choosing it would show; as `filter.tally`."""
        beside = replace(other.choose(facet, ()), unfolds=other.unfolds or facet is Facet.KINDS)
        passing = self._passing(beside)
        if beside.period != TimelineFilter().period:
            passing = self.rows.of_places(passing).within(beside.period).places
        alike = self.entries.skeleton.alike
        of_kinds = self.counts if len(passing) == len(alike) else Counter(map(alike.__getitem__, passing))
        counts: Counter[str] = Counter()
        for number, sample in enumerate(self.entries.samples):
            for value in values_of(sample, facet):
                counts[str(value)] += of_kinds[number]
        return counts

    def shown(self, wanted: TimelineFilter) -> tuple[Rows, Mapping[Key, Tally]]:
        """Return the rows that pass a filter, and how many events of each day pass all of it but its period.

        A text that the vault was not asked for yet restricts nothing: only the vault has the words.
        """
        found = self._found(wanted)
        if found is not None and not wanted.choosing:
            return found.rows, found.days
        passing = self._passing(wanted)
        if len(passing) == len(self.folded_rows.places) and found is None and not wanted.held and wanted.folds:
            beside, days = self.folded_rows, self.folded_days
        elif len(passing) == len(self.entries):
            beside, days = self.rows, self.days
        else:
            beside = self.rows.of_places(passing)
            days = beside.tallies
        return (beside if wanted == wanted.without_period() else beside.within(wanted.period)), days

    def _found(self, wanted: TimelineFilter) -> "Sought | None":
        return wanted.found if wanted.found is not None and wanted.found.outline is self else None

    def _passing(self, wanted: TimelineFilter) -> Places:
        """Return the places, ascending, of what passes all of a filter but its period."""
        beside, found = wanted.without_period(), self._found(wanted)
        among: Places = range(len(self.entries))
        if found is not None and isinstance(found.rows, LongRows):
            among = found.rows.ascending
        passing = self._fitting(beside, among)
        held = self.entries.place_of(wanted.held) if wanted.held else -1
        if (
            held >= 0
            and held in among
            and not _fits(beside, self.entries.sample(held), folds=beside.folds)
            and beside.fits(self.entries[held])
        ):
            passing = sorted((*passing, held))
        return passing

    def _fitting(self, beside: TimelineFilter, among: Places) -> Places:
        """Return those of the places whose kind fits; there may be as many kinds as events, so ask none in vain."""
        folds = beside.folds
        if not beside.picking and not folds:
            return among
        if not beside.picking and len(among) == len(self.entries):
            return self.folded_rows.ascending
        return _among(self.entries, among, [_fits(beside, sample, folds=folds) for sample in self.entries.samples])


class Some(Sequence[TimelineEntry]):
    """Some entries of a long timeline, each read when it is asked for."""

    def __init__(self, timeline: LongTimeline, places: Places) -> None:
        self._timeline, self._places = timeline, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> TimelineEntry: ...
    @overload
    def __getitem__(self, at: slice) -> list[TimelineEntry]: ...
    def __getitem__(self, at: int | slice) -> "TimelineEntry | list[TimelineEntry]":
        if isinstance(at, slice):
            return self._timeline.at(self._places[at])
        return self._timeline[self._places[at]]


def _fits(beside: TimelineFilter, sample: TimelineEntry, *, folds: bool) -> bool:
    return beside.fits(sample) and not (sample.told and folds)


def _among(timeline: LongTimeline, places: Places, fit: Sequence[bool]) -> Places:
    """Return those of the places whose kind fits."""
    if all(fit):
        return places
    numbers = numbers_of(places)
    return places_of(numbers[numpy.asarray(fit)[numbers_of(timeline.skeleton.alike)[numbers]]])


def _places(timeline: LongTimeline, fit: Sequence[bool]) -> Places:
    return _among(timeline, range(len(timeline)), fit) if any(fit) else ()


def long_outlined(timeline: LongTimeline) -> LongOutline:
    """Return the outline of a long timeline."""
    samples, everything = timeline.samples, range(len(timeline))
    rows = rows_of_all(LongOrder(timeline))
    folded = _among(timeline, everything, [not sample.told for sample in samples])
    folded_rows = rows if len(folded) == len(timeline) else rows.of_places(folded)
    rows.find_all()
    folded_rows.find_all()
    timeless = [has_no_time(sample) for sample in samples]
    return LongOutline(
        dispute_id=timeline.dispute.id,
        entries=timeline,
        rows=rows,
        days=rows.tallies,
        folded_rows=folded_rows,
        folded_days=folded_rows.tallies,
        told_count=len(timeline) - len(folded),
        facets=frozenset(facet for facet in Facet if differing(samples, facet)),
        undated=Some(timeline, _places(timeline, timeless)),
    )
