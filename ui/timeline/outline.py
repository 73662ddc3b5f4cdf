"""A dispute's timeline with all that showing the whole of it asks for, worked out once and off the UI thread.

Knows nothing of widgets.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.domain.events import TELLS_ITS_PAGE, EventKind, TimelineEntry
from evidence_app.domain.timeline import usual_year
from ui.timeline.days import Key, Tally, tallies
from ui.timeline.filter import SHOW_ALL, Facet, TimelineFilter, differing, tally
from ui.timeline.rows import Rows, rows_of
from ui.timeline.undated import undated


@dataclass(frozen=True, eq=False)
class Outline:
    """The entries in order, and what is shown of them while nothing filters them.

    ``rows`` and ``days``, which counts the events of each day, are of all entries; ``folded_rows`` and ``folded_days``
    of all but the ``told_count`` pictures whose content other entries tell. ``facets`` are those by which the events
    can be told apart, and ``undated`` are the events without a time.
    """

    dispute_id: str
    entries: Sequence[TimelineEntry]
    rows: Rows
    days: Mapping[Key, Tally]
    folded_rows: Rows
    folded_days: Mapping[Key, Tally]
    told_count: int
    facets: frozenset[Facet]
    undated: Sequence[TimelineEntry]
    is_part: bool = False
    """Whether these are but the first of many entries, the others being read."""

    @cached_property
    def documents(self) -> Mapping[str, str]:
        """The events that stand for exhibits, by exhibit; worked out by whoever asks first."""
        return {entry.exhibit_id: entry.event_id for entry in self.document_entries}

    @cached_property
    def document_entries(self) -> Sequence[TimelineEntry]:
        """The entries that stand for exhibits."""
        return [entry for entry in self.entries if entry.kind is EventKind.DOCUMENT]

    @property
    def samples(self) -> Sequence[TimelineEntry]:
        """Entries among which there is one of each kind: who is known by what number is found in them."""
        return self.entries

    @cached_property
    def disputed(self) -> Sequence[str]:
        """The events whose times disagree, in order."""
        return [entry.event_id for entry in self.entries if entry.open_conflict]

    @cached_property
    def usual_year(self) -> int | None:
        """The year of most entries, None where none has a time."""
        return usual_year(self.entries)

    @cached_property
    def first_telling(self) -> Mapping[str, str]:
        """By exhibit the first entry that tells what the exhibit shows."""
        first: dict[str, str] = {}
        for entry in self.entries:
            if entry.kind in TELLS_ITS_PAGE and entry.exhibit_id:
                first.setdefault(entry.exhibit_id, entry.event_id)
        return first

    def of_ids(self, event_ids: Collection[str]) -> list[TimelineEntry]:
        """Return some of the entries, in order."""
        wanted = set(event_ids)
        return [entry for entry in self.entries if entry.event_id in wanted]

    def pictured(self, event_ids: Sequence[str]) -> Sequence[str]:
        """Return those of the events that an exhibit shows."""
        having = {entry.event_id for entry in self.entries if entry.exhibit_id}
        return [event_id for event_id in event_ids if event_id in having]

    def tally(self, facet: Facet, other: TimelineFilter) -> Counter[str]:
        """Return each value of a facet with the number of events that choosing it would show; as `filter.tally`."""
        return tally(self.entries, facet, other)

    def shown(self, wanted: TimelineFilter) -> tuple[Rows, Mapping[Key, Tally]]:
        """Return the rows that pass a filter, and how many events of each day pass all of it but its period."""
        beside, found = wanted.without_period(), wanted.found
        passing: Sequence[TimelineEntry] = self.entries
        if found is not None and found.outline is self:
            if not wanted.choosing:
                return found.rows, found.days
            passing = found.entries
        if wanted == SHOW_ALL and not wanted.held:
            return self.folded_rows, self.folded_days
        all_beside = beside == SHOW_ALL and not wanted.held
        if not all_beside or self.told_count:
            passing = beside.passing(passing)
        days = self.folded_days if all_beside else tallies(passing)
        within = TimelineFilter(period=wanted.period, unfolds=True)
        return Rows(rows_of(within.passing(passing) if wanted != beside else passing)), days


def outlined(entries: Sequence[TimelineEntry], dispute_id: str = "", *, is_part: bool = False) -> Outline:
    """Return the outline of a dispute's entries; slow for many thousands."""
    if isinstance(entries, LongTimeline):
        from ui.timeline.long_outline import long_outlined

        return long_outlined(entries)
    rows, days = Rows(rows_of(entries)), tallies(entries)
    rows.find_all()
    left = [entry for entry in entries if not entry.told]
    folded_rows, folded_days = rows, days
    if len(left) < len(entries):
        folded_rows, folded_days = Rows(rows_of(left)), tallies(left)
        folded_rows.find_all()
    return Outline(
        dispute_id=dispute_id,
        entries=entries,
        rows=rows,
        days=days,
        folded_rows=folded_rows,
        folded_days=folded_days,
        told_count=len(entries) - len(left),
        facets=frozenset(facet for facet in Facet if differing(entries, facet)),
        undated=undated(entries),
        is_part=is_part,
    )


NOTHING = outlined([])
