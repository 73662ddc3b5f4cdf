"""What of a dispute's entries has to be counted to say where it stands: of a long timeline by kinds of entries.

Knows nothing of widgets.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.far_off import far_off
from evidence_app.domain.times import Precision, TimeSource
from ui.timeline.outline import Outline
from ui.timeline.undated import has_no_time

if TYPE_CHECKING:
    from ui.timeline.long_outline import LongOutline

NAMES_A_DAY = frozenset({Precision.SECOND, Precision.MINUTE, Precision.DAY})


@dataclass(frozen=True, slots=True)
class Found:
    """How many entries are so, and the first of them."""

    count: int = 0
    event_id: str = ""


@dataclass(frozen=True)
class Counted:
    """``days`` are the days that are known, in order, but for ``far_off`` ones; ``own`` the entries of exhibits."""

    any: bool
    days: Sequence[date]
    conflicts: Found
    far_off: Found
    timeless: Found
    own: Mapping[str, str]


def counted(outline: Outline) -> Counted:
    """Return what there is to count; slow for many thousands."""
    if isinstance(outline.entries, LongTimeline):
        return _counted_by_kinds(cast("LongOutline", outline))
    entries = outline.entries
    odd = questionable(entries)
    doubtful = set(odd)
    days = {entry.at.date() for entry in entries if entry.at and _names_a_day(entry) and entry.event_id not in doubtful}
    return Counted(
        any=bool(entries),
        days=sorted(days),
        conflicts=_found(outline.disputed),
        far_off=_found(odd),
        timeless=_found([entry.event_id for entry in entries if has_no_time(entry)]),
        own=outline.documents,
    )


def questionable(entries: Iterable[TimelineEntry]) -> list[str]:
    """Return the entries whose time lies far from all others, unless a person stated it."""
    typed = {entry.event_id for entry in entries if entry.time_source is TimeSource.TYPED}
    found = far_off((entry.event_id, entry.at) for entry in entries if entry.at is not None)
    return [event_id for event_id in found if event_id not in typed]


def _found(event_ids: Sequence[str]) -> Found:
    return Found(len(event_ids), event_ids[0]) if event_ids else Found()


def _names_a_day(entry: TimelineEntry) -> bool:
    return entry.precision in NAMES_A_DAY


def _counted_by_kinds(outline: "LongOutline") -> Counted:
    timeline = outline.entries
    odd = outline.far_off
    timeless = outline.places_where(has_no_time)
    return Counted(
        any=True,
        days=_days(outline, set(odd)),
        conflicts=_found(outline.disputed),
        far_off=Found(len(odd), timeline[odd[0]].event_id) if odd else Found(),
        timeless=Found(len(timeless), timeline[timeless[0]].event_id) if timeless else Found(),
        own=outline.documents,
    )


def _days(outline: "LongOutline", doubtful: set[int]) -> list[date]:
    samples, alike = outline.entries.samples, outline.entries.skeleton.alike
    names = [_names_a_day(sample) for sample in samples]
    return [
        day.date
        for day, places in outline.rows.places_by_day()
        if day.date is not None
        and not day.whole_month
        and any(names[alike[place]] and place not in doubtful for place in places)
    ]
