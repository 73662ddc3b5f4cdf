"""From all there is of a dispute to what one dossier holds. Pure; draws nothing."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from operator import attrgetter

from evidence_app.domain.anchors import Anchor
from evidence_app.domain.call_binding import bound_among
from evidence_app.domain.contacts import AddressBook
from evidence_app.domain.custody import Checkpoint, CustodyEntry, checkpoint, timestamp
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.identifiers import ALPHABET
from evidence_app.domain.imports import Selection
from evidence_app.domain.pairs_of_payments import pairs_among
from evidence_app.domain.threads import links
from evidence_app.dossier.choosing import Choice, choice_of, shown_events
from evidence_app.dossier.content import Content, is_due
from evidence_app.dossier.disclosing import log_lines
from evidence_app.dossier.key_events import Weighing, described, key_events
from evidence_app.dossier.profiles import Profile
from evidence_app.dossier.source import DossierOptions, DossierSource
from evidence_app.dossier.who import AgentLine, Contact, agents_of, parties_of, theirs_of
from evidence_app.rules.workspace import Workspace, work_out

DOSSIER_ID_CHARACTERS = 12


def select(source: DossierSource, options: DossierOptions, profile: Profile) -> Content:
    """Return what the dossier holds.

    Raises InputProblem: "exhibit-unknown" for a chosen id that is not there, "theirs-unknown" if only what is with the
    other side is wanted, something is imported, and nothing is known to be.
    """
    choice = choice_of(source, options)
    exhibits, exhibit_ids = choice.exhibits, {exhibit.id for exhibit in choice.exhibits}
    events, left_out = shown_events(source, options, profile, exhibit_ids)
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
        tombstones=tuple(_tombstones(source, whole=len(exhibits) == len(choice.living) + source.set_aside_count)),
        exhibit_total=len(choice.living),
        events=tuple(events),
        event_total=len(source.events),
        left_out=left_out,
        key_events=tuple(key_events(events, profile.key_events, Weighing(described(exhibits), found))),
        parties=parties,
        agents=agents,
        log=tuple(log_lines(source.custody, exhibit_ids, choice.behind.in_part)),
        checkpoint=head,
        documents=_documents(source.events, exhibit_ids),
        workspace=found,
    )
    return _with_proofs(content, source, options, choice)


def _with_proofs(content: Content, source: DossierSource, options: DossierOptions, choice: Choice) -> Content:
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
) -> tuple[tuple[Contact, ...], tuple[AgentLine, ...]]:
    """Return who was in contact, each contact counted once, and the agents."""
    again = twins | (found.shown_again if found else set()) | _recorded(events, exhibits, source.dispute)
    once = [each for each in events if each.id not in again and not is_due(each)]
    names = _names(events, source.contacts)
    parties = parties_of(once, source.dispute, names, theirs_of(source.dispute, source.stated))
    agents = agents_of(found.agents, {each.id: each for each in events}) if found else []
    return tuple(parties), tuple(agents)


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
    documents = replace(source.documents.among(shown), twins=twins)
    return work_out(source.dispute, happenings, source.stated, today, documents)


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
    removed = sorted(
        (exhibit for exhibit in source.exhibits if exhibit.removed_at is not None), key=attrgetter("number")
    )
    return removed if whole else [replace(exhibit, removed_reason="") for exhibit in removed]


def _names(events: Iterable[Event], contacts: AddressBook) -> dict[str, str]:
    if contacts.is_empty:
        return {}
    return {event.id: name for event in events if (name := contacts.beside(event))}


def _dossier_id(head: Checkpoint, options: DossierOptions, exhibits: Iterable[Exhibit]) -> str:
    """Return a name for this dossier, the same whenever the same is exported at the same moment."""
    said = [head.body().decode(), options.profile, options.language, timestamp(options.generated_at)]
    said += [str(options.period.first), str(options.period.last), options.prepared_by, *(e.id for e in exhibits)]
    said += ["only theirs", str(options.whole_exports)] if options.only_theirs else []
    number = int.from_bytes(hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).digest())
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(DOSSIER_ID_CHARACTERS))
