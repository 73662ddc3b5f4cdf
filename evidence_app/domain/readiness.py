"""What a dossier still lacks: each gap with where it can be filled. Nothing here is an error; pure."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import TELLS_ITS_PAGE, Event, EventKind, is_told
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.far_off import far_off
from evidence_app.domain.timeline import known_instant
from evidence_app.domain.times import has_open_conflict


class Gap(StrEnum):
    """What a reader of the dossier would miss, in the order in which it weighs."""

    EXHIBITS = "exhibits"  # there are none at all
    COMPLAINANT = "complainant"
    DEMANDS = "demands"
    SUMMARY = "summary"
    TIMES_DISAGREE = "times-disagree"
    TIME_FAR_OFF = "time-far-off"
    TIME_UNKNOWN = "time-unknown"
    PROVES = "proves"
    TITLE = "title"
    UNREAD = "unread"
    UNIMPORTED = "unimported"
    UNOPENED = "unopened"  # archives out of which nothing was added
    UNCONFIRMED = "unconfirmed"
    PROMISE_OVERDUE = "promise-overdue"


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap. ``event_ids`` are where it can be filled, in order of time; empty where the dispute itself lacks it."""

    gap: Gap
    event_ids: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many entries or exhibits it concerns."""
        return len(self.event_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contained:
    """What a dossier holds: exhibits by number, events by time.

    ``entries`` names the event at which an exhibit is shown. ``unconfirmed`` are the events left out because no
    person has confirmed them, ``imported`` the exports of which something was imported, ``unopened`` the archives out
    of which nothing was added. ``told`` are the entries of files whose content others tell (`told_entries`),
    ``overdue`` those of promises whose day has passed and of which nobody said what became of them. ``demands`` are
    what a filing asked, which the dossier tells where nobody stated any.
    """

    exhibits: Sequence[Exhibit]
    events: Sequence[Event]
    entries: Mapping[str, str]
    unconfirmed: Sequence[Event] = ()
    imported: Collection[str] = ()
    unopened: Collection[str] = ()
    told: Collection[str] = ()
    overdue: Sequence[str] = ()
    demands: Sequence[str] = ()


def missing(dispute: Dispute, contained: Contained) -> tuple[Missing, ...]:
    """Return the gaps of a dossier, the weightiest first."""
    exhibits, events = contained.exhibits, contained.events
    found = [Missing(Gap.EXHIBITS)] if not exhibits else []
    found += [Missing(gap) for gap, value in _facts(dispute, contained) if not value]
    groups = [
        (Gap.TIMES_DISAGREE, [event.id for event in events if has_open_conflict(event.time, dispute.zone)]),
        (Gap.TIME_FAR_OFF, _far_off(events, dispute)),
        (Gap.TIME_UNKNOWN, _timeless(contained, dispute.zone)),
        (Gap.PROVES, _entries(contained, lambda exhibit: not exhibit.proves.strip())),
        (Gap.TITLE, _entries(contained, lambda exhibit: not exhibit.title.strip())),
        (Gap.UNREAD, _entries(contained, lambda exhibit: bool(exhibit.original.media.problem))),
        (Gap.UNIMPORTED, _entries(contained, lambda exhibit: _waits(exhibit, contained.imported))),
        (Gap.UNOPENED, _entries(contained, lambda exhibit: exhibit.id in contained.unopened)),
        (Gap.UNCONFIRMED, [event.id for event in contained.unconfirmed]),
        (Gap.PROMISE_OVERDUE, list(contained.overdue)),
    ]
    return tuple(found + [Missing(gap, tuple(ids)) for gap, ids in groups if ids])


def _timeless(contained: Contained, home: ZoneInfo) -> list[str]:
    """Return the entries of which somebody should say when they were: the same that the timeline collects."""
    entries = (*contained.events, *contained.unconfirmed)
    return [each.id for each in entries if each.id not in contained.told and known_instant(each, home) is None]


def told_entries(events: Sequence[Event], exhibits: Iterable[Exhibit], home: ZoneInfo) -> set[str]:
    """Return the entries of files whose content other entries tell, and about whose own time nobody has to decide."""
    tells = (event for event in events if event.read_from and event.kind in TELLS_ITS_PAGE)
    read = {exhibit_id for event in tells for exhibit_id in event.exhibit_ids}
    media = {exhibit.id: exhibit.original.media.kind for exhibit in exhibits if exhibit.id in read}
    return {
        event.id
        for event in events
        if event.kind is EventKind.DOCUMENT
        and (kind := media.get(next(iter(event.exhibit_ids), ""))) is not None
        and is_told(kind, dated=known_instant(event, home) is not None, conflict=has_open_conflict(event.time, home))
    }


def _waits(exhibit: Exhibit, imported: Collection[str]) -> bool:
    """Tell whether an export could be put onto the timeline, and was not."""
    media = exhibit.original.media
    return bool(media.export) and not media.problem and exhibit.id not in imported


def _far_off(events: Sequence[Event], dispute: Dispute) -> list[str]:
    """Return the events whose time lies far from all others, unless a person decided it."""
    instants = ((event, known_instant(event, dispute.zone)) for event in events)
    found = far_off((event.id, at) for event, at in instants if at is not None)
    decided = {event.id for event in events if event.time.decided}
    return [event_id for event_id in found if event_id not in decided]


def _facts(dispute: Dispute, contained: Contained) -> Iterator[tuple[Gap, object]]:
    yield Gap.COMPLAINANT, dispute.complainant.strip()
    yield Gap.DEMANDS, dispute.demands or contained.demands
    yield Gap.SUMMARY, dispute.summary.strip()


def _entries(contained: Contained, lacks: Callable[[Exhibit], bool]) -> list[str]:
    entries = contained.entries
    return [entries[exhibit.id] for exhibit in contained.exhibits if lacks(exhibit) and exhibit.id in entries]


def entries_of_exhibits(events: Iterable[Event]) -> dict[str, str]:
    """Return by exhibit id the event at which an exhibit is shown: its own entry, else the first that shows it."""
    found: dict[str, str] = {}
    for event in sorted(events, key=lambda event: event.kind is not EventKind.DOCUMENT):
        for exhibit_id in event.exhibit_ids:
            found.setdefault(exhibit_id, event.id)
    return found
