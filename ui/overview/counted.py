"""What of a dispute's entries has to be counted to say where it stands: of a long timeline by kinds of entries.

Knows nothing of widgets.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.domain.far_off import far_off
from evidence_app.domain.times import Precision, TimeSource
from ui.timeline.long_outline import LongOutline
from ui.timeline.outline import Outline
from ui.timeline.undated import has_no_time

NAMES_A_DAY = frozenset({Precision.SECOND, Precision.MINUTE, Precision.DAY})


@dataclass(frozen=True, slots=True)
class Found:
    """How many entries are so, and the first of them."""

    count: int = 0
    event_id: str = ""


@dataclass(frozen=True)
class Counted:
    """``kinds`` are those beside the exhibits, ``days`` the days that are known, in order, but for ``far_off`` ones.

    ``due`` are the days by which something was promised, the first entry of each kind, in their order, with how many
    there are. ``own`` are the entries that stand for exhibits, by exhibit.
    """

    any: bool
    kinds: Counter[EventKind]
    days: Sequence[date]
    conflicts: Found
    far_off: Found
    timeless: Found
    due: Sequence[tuple[date, str, int]]
    own: Mapping[str, str]


def counted(outline: Outline) -> Counted:
    """Return what there is to count; slow for many thousands."""
    if isinstance(outline, LongOutline):
        return _counted_by_kinds(outline)
    entries = outline.entries
    odd = questionable(entries)
    doubtful = set(odd)
    days = {entry.at.date() for entry in entries if entry.at and _names_a_day(entry) and entry.event_id not in doubtful}
    kinds: Counter[EventKind] = Counter(entry.kind for entry in entries)
    del kinds[EventKind.DOCUMENT]
    kinds[EventKind.PROMISE] = sum(map(_promises, entries))
    return Counted(
        any=bool(entries),
        kinds=kinds,
        days=sorted(days),
        conflicts=_found(outline.disputed),
        far_off=_found(odd),
        timeless=_found([entry.event_id for entry in entries if has_no_time(entry)]),
        due=[(entry.promise_due, entry.event_id, 1) for entry in entries if entry.promise_due is not None],
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


def _promises(entry: TimelineEntry) -> bool:
    return bool(entry.promise) or entry.kind is EventKind.PROMISE


def _counted_by_kinds(outline: LongOutline) -> Counted:
    timeline, samples = outline.entries, outline.entries.samples
    sizes = [outline.counts[number] for number in range(len(samples))]
    kinds: Counter[EventKind] = Counter()
    for sample, size in zip(samples, sizes, strict=True):
        if sample.kind is not EventKind.DOCUMENT:
            kinds[sample.kind] += size
    kinds[EventKind.PROMISE] = sum(size for sample, size in zip(samples, sizes, strict=True) if _promises(sample))
    odd = outline.far_off
    timeless = outline.places_where(has_no_time)
    return Counted(
        any=True,
        kinds=kinds,
        days=_days(outline, set(odd)),
        conflicts=_found(outline.disputed),
        far_off=Found(len(odd), timeline[odd[0]].event_id) if odd else Found(),
        timeless=Found(len(timeless), timeline[timeless[0]].event_id) if timeless else Found(),
        due=[(each.promise_due, each.event_id, size) for each, size in zip(samples, sizes, strict=True)
             if each.promise_due is not None],
        own=outline.documents,
    )  # fmt: skip


def _days(outline: LongOutline, doubtful: set[int]) -> list[date]:
    samples, alike = outline.entries.samples, outline.entries.skeleton.alike
    names = [_names_a_day(sample) for sample in samples]
    return [
        stretch.day.date
        for stretch in outline.rows.days
        if stretch.day.date is not None
        and not stretch.day.whole_month
        and any(names[alike[place]] and place not in doubtful for place in stretch.places)
    ]
