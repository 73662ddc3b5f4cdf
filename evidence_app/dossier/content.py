"""What goes into a dossier, in which order, and what is left out and why. Pure; draws nothing."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from evidence_app.domain.anchors import Anchor, ExhibitToken
from evidence_app.domain.call_binding import Binding, bound_among
from evidence_app.domain.contacts import AddressBook
from evidence_app.domain.custody import Checkpoint, CustodyEntry, CustodyKind, checkpoint, leaf_hash, timestamp
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind, EventStatus, Outcome
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.identifiers import ALPHABET
from evidence_app.domain.imports import Selection
from evidence_app.domain.pairs_of_payments import pairs_among
from evidence_app.domain.review import ExhibitReview
from evidence_app.domain.threads import Link, links
from evidence_app.domain.timeline import ALL_TIME, Period, exhibits_within, in_order, known_instant, within
from evidence_app.dossier.belonging import LeftBehind, belonging
from evidence_app.dossier.key_events import Weighing, described, key_events
from evidence_app.dossier.profiles import Profile
from evidence_app.dossier.source import DossierOptions, DossierSource, Seal
from evidence_app.dossier.who import Contact, agents_of, parties_of
from evidence_app.errors import InputProblem
from evidence_app.proof.enclosures import Enclosure, token_enclosures
from evidence_app.rules.workspace import Workspace, other_side_of, work_out

WORKED_OUT: Mapping[str, Callable[[Workspace], bool]] = {
    "promises": lambda found: bool(found.promises),
    "agents": lambda found: bool(found.agents),
    "complaints": lambda found: bool(found.stated.complaints),
    "money": lambda found: bool(found.money.told_rows),
    "findings": lambda found: bool(found.told_findings),
    "charts": lambda found: not found.charts.is_empty,
}
"""Sections of what a dispute amounts to, and whether there is anything to say in each."""


DECIDED = frozenset({CustodyKind.ACCEPT, CustodyKind.DISMISS})
"""Entries that say what was decided about suggestions, of whatever message they are."""


class LeftOut(StrEnum):
    """Why an event is not in the chronology."""

    PERIOD = "period"
    EXHIBITS = "exhibits"  # shown only by exhibits that were not chosen
    UNCONFIRMED = "unconfirmed"
    OTHERS = "others"  # with other people than the other side


@dataclass(frozen=True, slots=True)
class LogLine:
    """One custody entry as it may be shown: what it says only where that is ``disclosed``.

    With ``commit``, the entry's commitment to its payload, a reader rebuilds the entry and from it the ``leaf``.
    """

    entry: CustodyEntry
    leaf: str
    commit: str
    disclosed: bool


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
    agents: tuple[Contact, ...]
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
    def same_money(self) -> dict[str, Event]:
        """For each payment of its chronology that another one shows as the same money, that other one."""
        events = {event.id: event for event in self.events}
        partners = pairs_among(self.events, self.dispute.zone).partner
        return {one: events[other] for one, other in partners.items()}

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


@dataclass(frozen=True, slots=True)
class _Choice:
    """The exhibits of a dispute that are ``living``, those of them that are ``wanted``, and what stays ``behind``."""

    living: Sequence[Exhibit]
    wanted: Sequence[Exhibit]
    behind: LeftBehind

    @property
    def exhibits(self) -> list[Exhibit]:
        """The exhibits of this dossier."""
        return [exhibit for exhibit in self.wanted if exhibit.id not in self.behind.exhibits]


def select(source: DossierSource, options: DossierOptions, profile: Profile) -> Content:
    """Return what the dossier holds.

    Raises InputProblem: "exhibit-unknown" for a chosen id that is not there, "theirs-unknown" if only what is with the
    other side is wanted, something is imported, and nothing is known to be.
    """
    behind = belonging(source, options)
    living = [exhibit for exhibit in source.exhibits if exhibit.removed_at is None]
    choice = _Choice(living, _chosen(source, living, options), behind)
    exhibits, exhibit_ids = choice.exhibits, {exhibit.id for exhibit in choice.exhibits}
    events, left_out = _shown_events(source, options, profile, exhibit_ids)
    head = checkpoint(source.dispute.id, source.custody)
    twins = pairs_among(events, source.dispute.zone).twins
    found = _workspace(source, events, options.generated_at, twins)
    parties, agents = _people(source, events, exhibits, found, twins)
    content = Content(
        dossier_id=_dossier_id(head, options, exhibits),
        dispute=source.dispute,
        profile=profile,
        period=options.period,
        generated_at=options.generated_at,
        prepared_by=options.prepared_by,
        exhibits=tuple(exhibits),
        tombstones=tuple(_tombstones(source, whole=len(exhibits) == len(living) + source.set_aside_count)),
        exhibit_total=len(living),
        events=tuple(events),
        event_total=len(source.events),
        left_out=left_out,
        key_events=tuple(key_events(events, profile.key_events, Weighing(described(exhibits), found))),
        parties=parties,
        agents=agents,
        log=tuple(_log(source.custody, exhibit_ids, behind.in_part)),
        checkpoint=head,
        documents=_documents(source.events, exhibit_ids),
        workspace=found,
    )
    return _with_proofs(content, source, options, choice)


def _with_proofs(content: Content, source: DossierSource, options: DossierOptions, choice: _Choice) -> Content:
    """Return what a dossier holds with what vouches for it, and with what it says of what it leaves out."""
    exhibit_ids, behind = {exhibit.id for exhibit in content.exhibits}, choice.behind
    return replace(
        content,
        anchors=tuple(_anchors(source.anchors, source.custody, content.checkpoint)),
        tokens=tuple(
            each for each in source.tokens if each.exhibit_id in exhibit_ids and each.seq < content.checkpoint.size
        ),
        seal=options.seal,
        links=tuple(links(each for each in source.showings if each.exhibit_id in exhibit_ids)),
        readings=tuple(each for each in source.readings if each.exhibit.id in exhibit_ids - behind.originals),
        selections=tuple(_unnamed(_selections(source, content.events, exhibit_ids), behind.in_part)),
        without=options.without,
        only_theirs=options.only_theirs,
        theirs=source.others.shown if options.only_theirs else (),
        withheld=behind.originals & exhibit_ids,
        in_part=behind.in_part & exhibit_ids,
        attached_to_others=len(choice.wanted) - len(content.exhibits),
        names=_names(content.events, source.contacts),
    )


def _people(
    source: DossierSource,
    events: Sequence[Event],
    exhibits: Sequence[Exhibit],
    found: Workspace | None,
    twins: frozenset[str],
) -> tuple[tuple[Contact, ...], tuple[Contact, ...]]:
    """Return who was in contact, each contact counted once, and the agents."""
    institution = source.stated.institution if source.stated else None
    same, side = found.same if found else {}, other_side_of(source.dispute, institution)
    again = twins | same.keys() | _recorded(events, exhibits, source.dispute)
    once = [each for each in events if each.id not in again and not _is_due(each)]
    names = _names(events, source.contacts)
    return tuple(parties_of(once, source.dispute, names, side)), tuple(agents_of(events, side, same))


def _is_due(event: Event) -> bool:
    """Tell whether an event is only a row of a plan: nobody was in contact."""
    return event.kind is EventKind.REPAYMENT and event.outcome in (Outcome.DUE, Outcome.OVERDUE)


def _recorded(events: Iterable[Event], exhibits: Sequence[Exhibit], dispute: Dispute) -> set[str]:
    """Return the entries of recordings that fit a call: it is the contact, and its recording no further one."""
    wanted = [each for each in events if each.kind in (EventKind.CALL, EventKind.DOCUMENT)]
    return {binding.document_id for binding in bound_among(wanted, exhibits, dispute.zone)}


def _workspace(source: DossierSource, events: Sequence[Event], at: datetime, twins: frozenset[str]) -> Workspace | None:
    """Return what the events of a dossier amount to: what it does not show counts for nothing in it."""
    if source.stated is None:
        return None
    shown = {event.id for event in events}
    happenings = [each for each in source.happenings if each.event_id in shown]
    today = at.astimezone(source.dispute.zone).date()
    documents = replace(source.documents, unsourced=[each for each in source.documents.unsourced if each in shown])
    return work_out(source.dispute, happenings, source.stated, today, documents, twins)


def _selections(source: DossierSource, events: Iterable[Event], exhibit_ids: set[str]) -> Iterator[Selection]:
    """Yield how many records of each export in this dossier are among its events."""
    wanted = [each for each in source.selections if each.exhibit_id in exhibit_ids]
    if wanted:
        shown = Counter(each for event in events if event.read_from for each in event.exhibit_ids)
        yield from (replace(each, shown=min(shown[each.exhibit_id], each.read)) for each in wanted)


def _unnamed(selections: Iterable[Selection], in_part: AbstractSet[str]) -> Iterator[Selection]:
    """Yield selections, without the numbers that were chosen where others than the other side's may be among them."""
    for each in selections:
        named = replace(each.entry, choice=replace(each.entry.choice, numbers=()))
        yield replace(each, entry=named) if each.exhibit_id in in_part else each


def _anchors(anchors: Iterable[Anchor], custody: Sequence[CustodyEntry], head: Checkpoint) -> list[Anchor]:
    """Return the tokens over exactly a beginning of this log, the widest first, then as they came."""
    bodies = {head.size: head.body()}
    found = []
    for anchor in anchors:
        if anchor.size not in bodies:
            bodies[anchor.size] = checkpoint(head.dispute_id, custody[: anchor.size]).body()
        if anchor.checkpoint == bodies[anchor.size]:
            found.append(anchor)
    return sorted(found, key=lambda anchor: (-anchor.size, anchor.seq, anchor.authority))


def _documents(events: Iterable[Event], exhibit_ids: set[str]) -> dict[str, Event]:
    firsts = ((event, event.exhibit_ids[0]) for event in events if event.exhibit_ids)
    return {first: event for event, first in firsts if event.kind is EventKind.DOCUMENT and first in exhibit_ids}


def _tombstones(source: DossierSource, *, whole: bool) -> list[Exhibit]:
    """Return the removed exhibits by number. In a selection their reasons, which may speak of others, stay behind."""
    removed = sorted((exhibit for exhibit in source.exhibits if exhibit.removed_at is not None), key=_number)
    return removed if whole else [replace(exhibit, removed_reason="") for exhibit in removed]


def _number(exhibit: Exhibit) -> int:
    return exhibit.number


def _chosen(source: DossierSource, living: Sequence[Exhibit], options: DossierOptions) -> list[Exhibit]:
    if options.exhibit_ids is not None:
        wanted = set(options.exhibit_ids)
        missing = wanted - {exhibit.id for exhibit in living}
        if missing:
            raise InputProblem("exhibit-unknown", id=min(missing))
        living = [exhibit for exhibit in living if exhibit.id in wanted]
    if options.period != ALL_TIME:
        dated = exhibits_within(source.events, options.period, source.dispute.zone)
        living = [exhibit for exhibit in living if exhibit.id in dated]
    return sorted(living, key=_number)


def _shown_events(
    source: DossierSource, options: DossierOptions, profile: Profile, exhibit_ids: set[str]
) -> tuple[list[Event], dict[LeftOut, int]]:
    """Return the events in order, and how many are left out for each reason."""
    shown: list[Event] = []
    left_out: Counter[LeftOut] = Counter()
    for event in source.events:
        reason = _left_out(event, source, options, profile, exhibit_ids)
        if reason is None:
            shown.append(event)
        else:
            left_out[reason] += 1
    return in_order(shown, source.dispute.zone), {reason: left_out[reason] for reason in LeftOut if left_out[reason]}


def left_out_events(source: DossierSource, options: DossierOptions, profile: Profile, reason: LeftOut) -> list[Event]:
    """Return the events that are left out for one reason, in order of time."""
    living = [exhibit for exhibit in source.exhibits if exhibit.removed_at is None]
    apart = belonging(source, options).exhibits
    exhibit_ids = {exhibit.id for exhibit in _chosen(source, living, options)} - apart
    found = [e for e in source.events if _left_out(e, source, options, profile, exhibit_ids) is reason]
    return in_order(found, source.dispute.zone)


def _left_out(
    event: Event, source: DossierSource, options: DossierOptions, profile: Profile, exhibit_ids: set[str]
) -> LeftOut | None:
    if not within(event, options.period, source.dispute.zone):
        return LeftOut.PERIOD
    if options.only_theirs and event.id in source.others.people:
        return LeftOut.OTHERS
    if event.exhibit_ids and exhibit_ids.isdisjoint(event.exhibit_ids):
        return LeftOut.EXHIBITS
    if event.status is EventStatus.SUGGESTED and not profile.unconfirmed_events:
        return LeftOut.UNCONFIRMED
    return None


def _names(events: Iterable[Event], contacts: AddressBook) -> dict[str, str]:
    if contacts.is_empty:
        return {}
    return {event.id: name for event in events if (name := contacts.beside(event))}


def _log(custody: Iterable[CustodyEntry], exported: set[str], in_part: AbstractSet[str]) -> list[LogLine]:
    return [
        LogLine(
            entry,
            leaf_hash(entry.entry).hex(),
            _commitment(entry),
            discloses(entry, exported, in_part),
        )
        for entry in custody
    ]


def _commitment(entry: CustodyEntry) -> str:
    """Return the commitment in an entry's bytes; empty in bytes that are no entry, whose leaf shows that anyway."""
    found = re.search(rb'"payload":"([0-9a-f]{64})"', entry.entry)
    return found[1].decode() if found else ""


def discloses(entry: CustodyEntry, exported: set[str], in_part: AbstractSet[str] = frozenset()) -> bool:
    """Tell whether an entry's payload may be shown: it speaks of exported exhibits only, and is not private.

    Of exports ``in_part`` of which only what is with the other side is shown, nothing that may speak of the others is:
    what was decided about their messages, and by whose numbers an import was chosen.
    """
    if entry.payload is None or entry.private or not entry.about or not exported.issuperset(entry.about):
        return False
    if in_part.isdisjoint(entry.about):
        return True
    return entry.kind not in DECIDED and not (entry.kind is CustodyKind.IMPORT and b'"numbers"' in entry.payload)


def span_of_events(content: Content) -> tuple[Event, Event] | None:
    """Return the first and the last event with a known time: neither rows of a plan nor the making of pictures are any.

    Where there is nothing else, these are taken.
    """
    happened = [each for each in content.events if each.kind is not EventKind.DOCUMENT and not _is_due(each)]
    moments = [(event, known_instant(event, content.dispute.zone)) for event in happened or content.events]
    dated = [event for event, moment in moments if moment is not None and moment <= content.generated_at]
    return (dated[0], dated[-1]) if dated else None


DOSSIER_ID_CHARACTERS = 12


def _dossier_id(head: Checkpoint, options: DossierOptions, exhibits: Iterable[Exhibit]) -> str:
    """Return a name for this dossier, the same whenever the same is exported at the same moment."""
    said = [head.body().decode(), options.profile, options.language, timestamp(options.generated_at)]
    said += [str(options.period.first), str(options.period.last), options.prepared_by, *(e.id for e in exhibits)]
    said += ["only theirs", str(options.whole_exports)] if options.only_theirs else []
    number = int.from_bytes(hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).digest())
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(DOSSIER_ID_CHARACTERS))
