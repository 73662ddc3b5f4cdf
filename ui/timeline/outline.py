"""A dispute's timeline with all that showing the whole of it asks for, worked out once and off the UI thread.

Knows nothing of widgets.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.domain.far_off import settled_start
from evidence_app.domain.times import Precision
from ui.timeline.days import Key, Tally, tallies
from ui.timeline.filter import Facet, differing
from ui.timeline.rows import Rows, rows_of
from ui.timeline.undated import undated


@dataclass(frozen=True, eq=False)
class Outline:
    """The entries in order, and what is shown of them while nothing filters them.

    ``rows`` and ``days``, which counts the events of each day, are of all entries; ``folded_rows`` and ``folded_days``
    of all but the ``told_count`` pictures whose content other entries tell. ``facets`` are those by which the events
    can be told apart, ``undated`` are the events without a time, and ``first_day`` is that of the first event whose
    time is not far off.
    """

    dispute_id: str
    entries: list[TimelineEntry]
    rows: Rows
    days: Mapping[Key, Tally]
    folded_rows: Rows
    folded_days: Mapping[Key, Tally]
    told_count: int
    facets: frozenset[Facet]
    undated: Sequence[TimelineEntry]
    first_day: date | None

    @cached_property
    def documents(self) -> Mapping[str, str]:
        """The events that stand for exhibits, by exhibit; worked out by whoever asks first."""
        return {entry.exhibit_id: entry.event_id for entry in self.entries if entry.kind is EventKind.DOCUMENT}


def outlined(entries: list[TimelineEntry], dispute_id: str = "") -> Outline:
    """Return the outline of a dispute's entries; slow for many thousands."""
    rows, days = Rows(rows_of(entries)), tallies(entries)
    rows.find_all()
    left = [entry for entry in entries if not entry.told]
    folded_rows, folded_days = rows, days
    if len(left) < len(entries):
        folded_rows, folded_days = Rows(rows_of(left)), tallies(left)
        folded_rows.find_all()
    start = settled_start([entry.at for entry in entries if entry.at and entry.precision is not Precision.MONTH])
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
        first_day=start.date() if start else None,
    )


NOTHING = outlined([])
