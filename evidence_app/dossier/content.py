"""What a dossier holds: all that its sections tell, once it is chosen. Pure; draws nothing."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from evidence_app.domain.anchors import Anchor, ExhibitToken
from evidence_app.domain.call_binding import Binding, bound_among
from evidence_app.domain.custody import Checkpoint, CustodyKind
from evidence_app.domain.deciding import TOGETHER
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind, EventStatus, Outcome
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.imports import Selection
from evidence_app.domain.pairs_of_payments import Pairs, pairs_among
from evidence_app.domain.review import ExhibitReview
from evidence_app.domain.threads import Link
from evidence_app.domain.timeline import Period, known_instant
from evidence_app.dossier.choosing import LeftOut
from evidence_app.dossier.disclosing import LogLine
from evidence_app.dossier.profiles import Profile
from evidence_app.dossier.source import Seal
from evidence_app.dossier.who import AgentLine, Contact
from evidence_app.proof.enclosures import Enclosure, token_enclosures
from evidence_app.rules.telling import MONEY_TO_OTHERS
from evidence_app.rules.workspace import Workspace

WORKED_OUT: Mapping[str, Callable[[Workspace], bool]] = {
    "promises": lambda found: bool(found.promises),
    "agents": lambda found: bool(found.agents),
    "complaints": lambda found: bool(found.stated.complaints),
    "money": lambda found: bool(found.money.told_rows),
    "findings": lambda found: bool(found.disclosed_findings),
    "charts": lambda found: not found.charts.is_empty,
}
"""Sections of what a dispute amounts to, and whether there is anything to say in each."""


@dataclass(frozen=True)
class Content:
    """One dossier's content. Exhibits are in the order of their numbers, events in the order of time."""

    dossier_id: str
    dispute: Dispute
    profile: Profile
    period: Period
    generated_at: datetime
    prepared_by: str
    exhibits: tuple[Exhibit, ...]
    tombstones: tuple[Exhibit, ...]
    exhibit_total: int
    events: tuple[Event, ...]
    event_total: int
    left_out: dict[LeftOut, int]
    key_events: tuple[Event, ...]
    parties: tuple[Contact, ...]
    agents: tuple[AgentLine, ...]
    log: tuple[LogLine, ...]
    checkpoint: Checkpoint
    documents: dict[str, Event]
    """By exhibit id: the event that came with the exhibit itself and holds its clock readings, shown or not."""

    anchors: tuple[Anchor, ...] = ()
    """Tokens over this log or its beginning, the widest first."""

    tokens: tuple[ExhibitToken, ...] = ()
    """Tokens made elsewhere over originals of this dossier, of which this log tells."""

    seal: Seal = Seal()
    enclosures: tuple[Enclosure, ...] = ()
    links: tuple[Link, ...] = ()
    """How the pictures of threads among its exhibits follow each other, by what a machine read."""

    readings: tuple[ExhibitReview, ...] = ()
    """What a machine read off its exhibits."""

    selections: tuple[Selection, ...] = ()
    """How many records of its exports are among its events."""

    workspace: Workspace | None = None
    """What the events of this dossier amount to; None where nothing was to be worked out."""

    without: frozenset[str] = frozenset()
    """Sections that were left out."""

    only_theirs: bool = False
    """Whether what of exports is with other people was to be left out."""

    theirs: tuple[str, ...] = ()
    """By what the other side is called in exports, the most frequent first; only where that was chosen."""

    withheld: frozenset[str] = frozenset()
    """Its exhibits whose originals stay in the vault, because other people's records are in them, too."""

    in_part: frozenset[str] = frozenset()
    """Its exports of which only what is with the other side is shown."""

    attached_to_others: int = 0
    """How many exhibits are left out because they show only what is with other people, or came with it."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Whose number it is by the contacts, of events that show a bare number, by their ids."""

    @property
    def handed_over(self) -> tuple[Exhibit, ...]:
        """Its exhibits whose originals may leave the vault with it."""
        return tuple(exhibit for exhibit in self.exhibits if exhibit.id not in self.withheld)

    def most_pages(self, exhibit: Exhibit) -> int:
        """Return how many pages of an exhibit may be drawn: none of one that stays in the vault."""
        return 0 if exhibit.id in self.withheld else self.profile.pages_per_exhibit

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The profile's sections that this dossier has: not those that were left out, or would be empty."""
        return tuple(code for code in self.profile.sections if code not in self.without and self._has(code))

    @cached_property
    def sections_left_out(self) -> tuple[str, ...]:
        """The profile's sections that would be there, and were left out by choice."""
        return tuple(code for code in self.profile.sections if code in self.without and self._has(code))

    def _has(self, code: str) -> bool:
        if code not in WORKED_OUT:
            return True
        return self.workspace is not None and WORKED_OUT[code](self.workspace)

    @property
    def today(self) -> date:
        """The day on which it was made, in the dispute's zone."""
        return self.generated_at.astimezone(self.dispute.zone).date()

    @cached_property
    def events_by_id(self) -> dict[str, Event]:
        """The events of this dossier by their ids."""
        return {event.id: event for event in self.events}

    @cached_property
    def records_of(self) -> Mapping[str, tuple[Event, Event]]:
        """The first and the last record of each export that this dossier shows and whose time is known."""
        dated = ((known_instant(each, self.dispute.zone), each) for each in self.events if each.imported)
        found: dict[str, list[tuple[datetime, Event]]] = {}
        for at, each in dated:
            if at is not None:
                found.setdefault(each.read_from, []).append((at, each))
        return {
            exhibit_id: (min(held, key=lambda one: one[0])[1], max(held, key=lambda one: one[0])[1])
            for exhibit_id, held in found.items()
        }

    @cached_property
    def readings_by_id(self) -> dict[str, ExhibitReview]:
        """What a machine read, by exhibit."""
        return {reading.exhibit.id: reading for reading in self.readings}

    @cached_property
    def bound(self) -> dict[str, list[Binding]]:
        """Which recordings of this dossier fit which of its calls, by the event of either."""
        events = [*self.documents.values(), *(each for each in self.events if each.kind is EventKind.CALL)]
        found: dict[str, list[Binding]] = {}
        for binding in bound_among(events, self.exhibits, self.dispute.zone):
            for event_id in (binding.call_id, binding.document_id):
                found.setdefault(event_id, []).append(binding)
        return found

    @cached_property
    def confirmed(self) -> dict[str, int]:
        """The entries of the log with which people confirmed what a machine read, by event; the last one of each."""
        accepted = (line.entry for line in self.log if line.entry.kind is CustodyKind.ACCEPT and line.entry.payload)
        return {
            change["id"]: entry.seq
            for entry in accepted
            for change in json.loads(entry.payload or b"{}")["changes"]
            if (change["field"], change["after"]) == ("status", EventStatus.ACCEPTED.value)
        }

    @cached_property
    def confirmed_together(self) -> frozenset[int]:
        """Those of these entries that say that several things were accepted at once: nobody looked at a single one."""
        accepted = (line.entry for line in self.log if line.entry.kind is CustodyKind.ACCEPT and line.entry.payload)
        return frozenset(each.seq for each in accepted if json.loads(each.payload or b"{}").get(TOGETHER))

    @cached_property
    def same_money(self) -> dict[str, Event]:
        """For each payment of its chronology that another one shows as the same money, that other one."""
        return {one: self.events_by_id[other] for one, other in self.pairs.partner.items()}

    @cached_property
    def pairs(self) -> Pairs:
        """Which payments of its chronology are the same money."""
        return pairs_among(self.events, self.dispute.zone)

    @property
    def witnesses(self) -> tuple[Anchor, ...]:
        """The tokens over the whole log of this dossier."""
        return tuple(anchor for anchor in self.anchors if anchor.size == self.checkpoint.size)

    @cached_property
    def enclosed(self) -> dict[str, Enclosure]:
        """The attached files by their names."""
        return {each.name: each for each in self.enclosures}

    @cached_property
    def token_files(self) -> dict[ExhibitToken, Enclosure]:
        """The tokens made elsewhere with the files in which they leave."""
        return token_enclosures(self.exhibits, self.tokens)

    @cached_property
    def exhibits_by_id(self) -> dict[str, Exhibit]:
        """The exhibits of this dossier by their ids."""
        return {exhibit.id: exhibit for exhibit in self.exhibits}


def is_due(event: Event) -> bool:
    """Tell whether an event is only a row of a plan: nobody was in contact."""
    return event.kind is EventKind.REPAYMENT and event.outcome in (Outcome.DUE, Outcome.OVERDUE)


def span_of_events(content: Content) -> tuple[Event, Event] | None:
    """Return the first and the last event with a known time: neither rows of a plan nor the making of pictures are any.

    Nor is what imported bills, messages and calls show of other people: a matter does not end with a purchase of food.
    Where there is nothing else, these are taken.
    """
    happened = [each for each in content.events if each.kind is not EventKind.DOCUMENT and not is_due(each)]
    ids = _of_the_matter(content)
    own = [each for each in happened if not each.place or each.id in ids] if ids else happened
    moments = [(event, known_instant(event, content.dispute.zone)) for event in own or happened or content.events]
    dated = [event for event, moment in moments if moment is not None and moment <= content.generated_at]
    return (dated[0], dated[-1]) if dated else None


def _names(event: Event, numbers: Sequence[str]) -> bool:
    """Tell whether an event names one of some numbers of filings: a body's receipt comes from whichever number."""
    return any(each == event.reference or each in event.text for each in numbers)


def _of_the_matter(content: Content) -> frozenset[str]:
    """Return the events with the other side and those that bear on the matter, empty where nobody knows any."""
    found = content.workspace
    if found is None or not found.theirs:
        return frozenset()
    claimed = (*found.claim.event_ids, *found.claim.shown_by) if found.claim is not None else ()
    elsewhere = content.key_events if found.dispute.type in MONEY_TO_OTHERS else ()
    numbers = [each.reference for each in found.stated.complaints if each.reference]
    naming = (each.id for each in content.events if _names(each, numbers))
    return found.theirs.union(found.stated.accepted, claimed, (each.id for each in elsewhere), naming)
