"""Which events the timeline shows, as a value that can be compared, kept and read again. Knows nothing of widgets."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from evidence_app.domain.events import EventKind, EventStatus, TimelineEntry
from evidence_app.domain.finding import has_all, one_shape, words_of
from evidence_app.domain.timeline import ALL_TIME, Period
from evidence_app.domain.times import Precision, TimeSource

if TYPE_CHECKING:
    from ui.timeline.sought import Sought

MOST_VALUES = 10_000
"""Values of one criterion that a kept filter may name; more is no filter of ours."""


OF_EXHIBIT = 4
"""Lines at the end of what an entry is also found by that belong to its exhibit."""


class Footing(StrEnum):
    """On what an event's time, or the event itself, rests. An event may stand on several."""

    EXACT = "exact"
    SCREEN = "screen"  # read from the pixels
    FILE = "file"  # only when the file was last written
    PARTIAL = "partial"  # day or month only
    UNKNOWN = "unknown"
    CONFLICT = "conflict"  # readings disagree and nobody decided
    UNCONFIRMED = "unconfirmed"  # read by machine, no person stands behind it


class Facet(StrEnum):
    """What one can filter by with a list of values; the members are fields of `TimelineFilter`."""

    KINDS = "kinds"
    PARTIES = "parties"
    AGENTS = "agents"
    FOOTINGS = "footings"


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """Which events are shown. An empty set means all; every word of ``text`` must occur somewhere in the event.

    The empty party or agent stands for events that name none. An event is in the period if it may lie in it; one
    without a time lies only in an open one. ``sought`` is what a search for the text found: where there is none, or one
    for another text, only what the timeline itself shows is searched.

    Pictures whose content other entries tell are folded away until somebody ``unfolds`` them, searches, or chooses
    files as a kind; ``held`` names one of them that is shown nevertheless, because somebody is there.
    """

    kinds: frozenset[EventKind] = frozenset()
    text: str = ""
    parties: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    footings: frozenset[Footing] = frozenset()
    period: Period = ALL_TIME
    unfolds: bool = False
    sought: "Sought | None" = field(default=None, compare=False, repr=False)
    held: str = field(default="", compare=False)

    def accepts(self, entry: TimelineEntry) -> bool:
        """Tell whether the event is shown."""
        return bool(self.passing([entry]))

    def passing(self, entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
        """Return the events that are shown, in their order."""
        found, words = self.found, words_of(self.text)
        if self.folds:
            entries = [entry for entry in entries if not entry.told or entry.event_id == self.held]
        if found is not None:
            return [entry for entry in entries if entry.event_id in found.event_ids and self.fits(entry)]
        stays = self._found_before()
        return [
            entry
            for entry in entries
            if self.fits(entry) and (not words or entry.event_id in stays or _says(entry, words))
        ]

    def _found_before(self) -> frozenset[str]:
        """Return what stays until the vault has said: found for what a machine read, by a text that became this one."""
        before = self.sought
        if before is None or not (self.text.startswith(before.text) or before.text.startswith(self.text)):
            return frozenset()
        return before.read

    @property
    def found(self) -> "Sought | None":
        """What the search for this text found, None if nobody knows yet."""
        return self.sought if self.sought is not None and self.sought.text == self.text else None

    def fits(self, entry: TimelineEntry) -> bool:
        """Tell whether an event meets all but the text, whether or not it is folded away."""
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (not self.parties or entry.party in self.parties)
            and (not self.agents or entry.agent_id in self.agents)
            and (not self.footings or not self.footings.isdisjoint(footings(entry)))
            and (self.period is ALL_TIME or self.period == ALL_TIME or may_lie_in(entry, self.period))
        )

    @property
    def picking(self) -> bool:
        """Whether any event may not `fit`."""
        return bool(self.kinds or self.parties or self.agents or self.footings) or self.period != ALL_TIME

    @property
    def folds(self) -> bool:
        """Whether pictures whose content other entries tell are folded away."""
        return not (self.unfolds or EventKind.DOCUMENT in self.kinds or words_of(self.text))

    @property
    def choosing(self) -> bool:
        """Whether anything but the search text restricts what is shown."""
        return replace(self, text="").restricting

    @property
    def restricting(self) -> bool:
        """Whether anything restricts what is shown; that pictures are folded away does not count."""
        return replace(self, unfolds=False) != SHOW_ALL

    def chosen(self, facet: Facet) -> frozenset[str]:
        """Return the values that a facet is restricted to."""
        return frozenset(map(str, getattr(self, facet.value)))

    def choose(self, facet: Facet, values: Iterable[str]) -> "TimelineFilter":
        """Return the filter with a facet restricted to other values; unknown kinds and footings are left out."""
        return _with(self, facet, values)

    def without_period(self) -> "TimelineFilter":
        """Return the filter as it is without its period."""
        return replace(self, period=ALL_TIME)


SHOW_ALL = TimelineFilter()


def footings(entry: TimelineEntry) -> frozenset[Footing]:
    """Return on what the event rests."""
    found = {_footing_of_time(entry)}
    if entry.open_conflict:
        found.add(Footing.CONFLICT)
    if entry.status is EventStatus.SUGGESTED:
        found.add(Footing.UNCONFIRMED)
    return frozenset(found)


def _footing_of_time(entry: TimelineEntry) -> Footing:
    if entry.at is None or entry.precision is Precision.UNKNOWN:
        return Footing.UNKNOWN
    if entry.precision in {Precision.DAY, Precision.MONTH}:
        return Footing.PARTIAL
    if entry.time_source is TimeSource.SCREEN:
        return Footing.SCREEN
    return Footing.FILE if entry.time_source is TimeSource.MODIFIED else Footing.EXACT


def days_of(entry: TimelineEntry) -> tuple[date, date] | None:
    """Return the first and last day on which the event may have happened, None where that is unknown."""
    if entry.at is None or entry.precision is Precision.UNKNOWN:
        return None
    day = entry.at.date()
    return (day.replace(day=1), last_of_month(day)) if entry.precision is Precision.MONTH else (day, day)


def last_of_month(day: date) -> date:
    """Return the last day of a day's month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def may_lie_in(entry: TimelineEntry, period: Period) -> bool:
    """Tell whether the event may have happened in the period."""
    days = days_of(entry)
    if days is None:
        return period == ALL_TIME
    return not ((period.first and days[1] < period.first) or (period.last and days[0] > period.last))


def _says(entry: TimelineEntry, words: Sequence[str]) -> bool:
    """Tell whether an event has every word, itself or by its exhibit, and at least one itself; see `Matches`."""
    found_by, *of_exhibit = entry.also_found_by.rsplit("\n", OF_EXHIBIT)
    own = one_shape((entry.party, entry.agent_id, entry.text, entry.promise, found_by))
    if entry.kind is not EventKind.DOCUMENT and not any(word in own for word in words):
        return False
    return has_all(words, own) or has_all(
        words, f"{own}\0{one_shape((entry.exhibit_label, entry.proves, *of_exhibit))}"
    )


def values_of(entry: TimelineEntry, facet: Facet) -> frozenset[str]:
    """Return what an event has of a facet."""
    match facet:
        case Facet.KINDS:
            return frozenset({entry.kind})
        case Facet.PARTIES:
            return frozenset({entry.party})
        case Facet.AGENTS:
            return frozenset({entry.agent_id})
        case Facet.FOOTINGS:
            return footings(entry)


def differing(entries: Sequence[TimelineEntry], facet: Facet) -> bool:
    """Tell whether events have different values of a facet; where all are alike there is nothing to choose by."""
    first = values_of(entries[0], facet) if entries else frozenset()
    return any(values_of(entry, facet) != first for entry in entries)


def tally(entries: Iterable[TimelineEntry], facet: Facet, other: TimelineFilter) -> Counter[str]:
    """Return each value of a facet with the number of events that choosing it would show beside the other criteria.

    Values that no event of the dispute has are not listed; those that the other criteria hide count 0.
    """
    beside = replace(other.choose(facet, ()), unfolds=other.unfolds or facet is Facet.KINDS)
    listed = list(entries)
    counts: Counter[str] = Counter(dict.fromkeys((str(v) for entry in listed for v in values_of(entry, facet)), 0))
    counts.update(str(value) for entry in beside.passing(listed) for value in values_of(entry, facet))
    return counts


# As text, for views that are kept


def to_text(wanted: TimelineFilter) -> str:
    """Return the filter as JSON; only what restricts is written."""
    shape: dict[str, object] = {facet.value: sorted(wanted.chosen(facet)) for facet in Facet if wanted.chosen(facet)}
    if wanted.text:
        shape["text"] = wanted.text
    if wanted.unfolds:
        shape["unfolds"] = True
    if wanted.period.first:
        shape["first"] = wanted.period.first.isoformat()
    if wanted.period.last:
        shape["last"] = wanted.period.last.isoformat()
    return json.dumps(shape, ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> TimelineFilter:
    """Read a kept filter; what this version does not know is passed over, so that newer views still open."""
    try:
        shape = json.loads(text)
    except (ValueError, RecursionError):
        return SHOW_ALL
    if not isinstance(shape, dict):
        return SHOW_ALL
    words = shape.get("text")
    found = TimelineFilter(text=words if isinstance(words, str) else "")
    for facet in Facet:
        found = _with(found, facet, _texts(shape.get(facet.value)))
    found = replace(found, unfolds=shape.get("unfolds") is True)
    return replace(found, period=Period(_day(shape.get("first")), _day(shape.get("last"))))


def _texts(value: object) -> list[str]:
    return [item for item in value[:MOST_VALUES] if isinstance(item, str)] if isinstance(value, list) else []


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _with(wanted: TimelineFilter, facet: Facet, values: Iterable[str]) -> TimelineFilter:
    match facet:
        case Facet.KINDS:
            return replace(wanted, kinds=frozenset(EventKind(value) for value in values if value in set(EventKind)))
        case Facet.FOOTINGS:
            return replace(wanted, footings=frozenset(Footing(value) for value in values if value in set(Footing)))
        case Facet.PARTIES:
            return replace(wanted, parties=frozenset(values))
        case Facet.AGENTS:
            return replace(wanted, agents=frozenset(values))
