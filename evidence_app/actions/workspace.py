"""What a dispute's timeline amounts to, read at one moment; and keeping what a person states beside the evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from evidence_app.actions.continuity import breaks
from evidence_app.actions.session import Session
from evidence_app.actions.stating import check_days, check_filing, check_there
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.item_fields import item_fields
from evidence_app.domain.pairs_of_payments import pairs_confirmed
from evidence_app.domain.workspace import (
    AGAINST,
    CONTRADICTS,
    AgentCard,
    Channel,
    ChecklistMark,
    Complaint,
    EventMark,
    Exclusion,
    Institution,
    InstitutionType,
    Item,
    Letter,
    LoanTerms,
    NotTheirs,
    PromiseRecord,
    PromiseState,
)
from evidence_app.errors import InputProblem
from evidence_app.progress import SILENT, Progress
from evidence_app.reading.entities.flat import flat_text
from evidence_app.reading.entities.reports import reports_contact, reports_debt
from evidence_app.reading.entities.third_parties import tells_of_debt
from evidence_app.reading.entities.threats import is_mere_contact, is_mere_notice
from evidence_app.rules.agents import Agent
from evidence_app.rules.answers import may_answer, may_show
from evidence_app.rules.channels import ChannelDoubt
from evidence_app.rules.charts import ContactsOverTime, HeatMap, MoneyOverTime, MoneyPoint, Series
from evidence_app.rules.checklists import Checklist, Standing
from evidence_app.rules.claim import Claim
from evidence_app.rules.collector_question import CollectorQuestion
from evidence_app.rules.complaint_numbers import ComplaintNumber, complaint_numbers, for_body
from evidence_app.rules.contradictions import Contradiction, answered
from evidence_app.rules.correspondents import Correspondent
from evidence_app.rules.cost_of_credit import told_rate
from evidence_app.rules.counted_promise import CountedPromise, counted_promise
from evidence_app.rules.documents import Documents
from evidence_app.rules.drawn import Charts
from evidence_app.rules.findings import RuleFinding, departed_before
from evidence_app.rules.introductions import only_mentions
from evidence_app.rules.ladder import Step
from evidence_app.rules.ladder_chart import Filing, LadderChart
from evidence_app.rules.law import Body
from evidence_app.rules.loan_choices import LoanChoices
from evidence_app.rules.loan_questions import LoanQuestion
from evidence_app.rules.loan_rows import LoanRows
from evidence_app.rules.metrics import Metrics
from evidence_app.rules.money_ledger import Counting, Row, totals
from evidence_app.rules.parties import split_numbers
from evidence_app.rules.promises import Promise, by_event, first_said
from evidence_app.rules.reference_lines import Comparison
from evidence_app.rules.references import Accepted, Reference, ReferenceKind
from evidence_app.rules.situation import RunningClock
from evidence_app.rules.sources import Citation
from evidence_app.rules.stated import DISCLOSED, THIRD_PARTY, Stated
from evidence_app.rules.stop_promised import after_any
from evidence_app.rules.words import Words
from evidence_app.rules.workspace import Workspace, work_out
from evidence_app.vault.changes import Changes
from evidence_app.vault.reading import Catalog

ItemT = TypeVar("ItemT", bound=Item)


def workspace(session: Session, dispute_id: str, today: date | None = None, progress: Progress = SILENT) -> Workspace:
    """Return what a dispute amounts to, today or on another day. Raises InputProblem("dispute-unknown"), Cancelled."""
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        day = today or session.now().astimezone(dispute.zone).date()
        return worked_out(catalog, dispute, day, progress)


def worked_out(catalog: Catalog, dispute: Dispute, today: date, progress: Progress = SILENT) -> Workspace:
    """Return what a dispute amounts to, asked of one state of the catalog. Raises Cancelled."""
    progress.check()
    happenings, stated = catalog.happenings(dispute.id), stated_in(catalog, dispute.id)
    pairs = pairs_confirmed(happenings, catalog.payment_records(dispute.id))
    documents = replace(documents_in(catalog, dispute.id), twins=pairs.twins)
    progress.check()
    found = work_out(dispute, happenings, stated, today, documents, progress=progress)
    return replace(found, same_money={**found.same_money, **pairs.partner})


def documents_in(catalog: Catalog, dispute_id: str) -> Documents:
    """Return the events that stand for a dispute's files."""
    pages = catalog.file_pages(dispute_id)
    return Documents(
        catalog.documents_by_media(dispute_id),
        catalog.unsourced_documents(dispute_id),
        pages,
        catalog.translated_exhibits(dispute_id),
        unwitnessed=catalog.unwitnessed_documents(dispute_id),
        breaks=breaks(catalog, dispute_id, pages),
        unmasked=catalog.unmasked_documents(dispute_id),
    )


def stated_in(catalog: Catalog, dispute_id: str) -> Stated:
    """Return what a person stated beside the evidence of a dispute."""
    threats = catalog.accepted_threats(dispute_id)
    # what was taken for a threat once, and only tells of contact with others
    accepted = catalog.accepted_third_parties(dispute_id)
    reports = [each for each in accepted if reports_contact(flat_text(each[1]))]
    contacts = [*accepted, *(each for each in threats if is_mere_contact(each[1]))]
    return Stated(
        institution=last_of(catalog.items(dispute_id, Institution)),
        channels=catalog.items(dispute_id, Channel),
        complaints=catalog.items(dispute_id, Complaint),
        promises=catalog.items(dispute_id, PromiseRecord),
        marks=[*catalog.items(dispute_id, EventMark), *(_mark_of(dispute_id, *each) for each in reports)],
        agents=catalog.items(dispute_id, AgentCard),
        loan=last_of(catalog.items(dispute_id, LoanTerms)),
        exclusions=catalog.items(dispute_id, Exclusion),
        checklist=catalog.items(dispute_id, ChecklistMark),
        letters=catalog.items(dispute_id, Letter),
        not_theirs=[number for each in catalog.items(dispute_id, NotTheirs) for number in each.numbers],
        threats=_threats(threats),
        third_parties=frozenset(event_id for event_id, _ in contacts),
        disclosed=frozenset(event_id for event_id, words in contacts if tells_of_debt(words)),
        named=frozenset(event_id for event_id, _ in catalog.accepted_names(dispute_id)),
        references=[Accepted(*each) for each in catalog.accepted_references(dispute_id)],
    )


def _mark_of(dispute_id: str, event_id: str, words: str) -> EventMark:
    """Return an accepted report of a colleague or of family as the mark that it is: no words of the other side's."""
    tags = (THIRD_PARTY, DISCLOSED) if reports_debt(words) else (THIRD_PARTY,)
    return EventMark(id="", dispute_id=dispute_id, event_id=event_id, tags=tags)


def _threats(accepted: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Return the events whose accepted words threaten: merely to give notice of a law-suit is lawful."""
    return frozenset(
        event_id for event_id, words in accepted if not is_mere_notice(words) and not is_mere_contact(words)
    )


def tags_of(session: Session, dispute_id: str, event_id: str) -> tuple[str, ...]:
    """Return what an event is marked as."""
    with session.vault.read() as catalog:
        marks = [each for each in catalog.items(dispute_id, EventMark) if each.event_id == event_id]
    return tuple(dict.fromkeys(tag for mark in marks for tag in mark.tags))


def set_against(session: Session, dispute_id: str, event_id: str, other_id: str) -> int | None:
    """Say of two answers that they contradict each other; return the log's entry, None where it was said before."""
    said: int | None = None
    for one, against in ((other_id, ""), (event_id, other_id)):
        tags = tags_of(session, dispute_id, one)
        wanted = (CONTRADICTS, *([f"{AGAINST}{against}"] if against else []))
        new = tuple(dict.fromkeys((*tags, *wanted)))
        if new != tags:
            said = say(session, EventMark(id="", dispute_id=dispute_id, event_id=one, tags=new), "event_id")
    return said


def last_of(items: Sequence[ItemT]) -> ItemT | None:
    """Return the item that counts of a kind of which a dispute has one; None where it has none yet."""
    return items[-1] if items else None


# -- changing ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Added:
    """An item as it is kept, and the custody entry that says so, which `take_back` undoes."""

    item: Item
    seq: int


def add(session: Session, item: Item) -> Added:
    """Keep something that a person worked out; an empty id is given one.

    Raises InputProblem: ``dispute-unknown``, ``event-unknown``, ``filing-day-missing``, ``field-unreadable``, ….
    """
    check_filing(item, fields_said(item))
    check_days(session, item, fields_said(item))
    with session.vault.change() as tx:
        tx.dispute(item.dispute_id)
        given = item if item.id else replace(item, id=new_id())
        return Added(given, tx.add_item(given))


def item(session: Session, item_id: str) -> Item:
    """Return something that a person worked out. Raises InputProblem("item-unknown")."""
    with session.vault.read() as catalog:
        return catalog.item(item_id)


def change(session: Session, item_id: str, changes: Mapping[str, object]) -> int | None:
    """Change fields of an item; return the custody entry's number, None if nothing differed.

    Raises InputProblem: ``item-unknown``, ``field-unknown``, ``field-unreadable`` and others.
    """
    there = item(session, item_id)
    check_filing(there, changes)
    check_days(session, there, changes)
    with session.vault.change() as tx:
        return tx.edit_item(tx.item(item_id), changes)


def say(session: Session, wanted: Item, key: str, today: date | None = None) -> int | None:
    """Keep what a person says of one thing: a new item, or new fields of the one that is there.

    ``key`` names the field by which the one thing is known, ``event_id`` for example; empty if a dispute has one only.
    ``today`` is the day on which a finding was told, if it is another one.
    Raises InputProblem for a thing that is not there: ``event-unknown``, ``finding-unknown``, ``checklist-unknown``.
    """
    return next(iter(say_each(session, [wanted], key, today)), None)


def say_each(session: Session, wanted: Sequence[Item], key: str, today: date | None = None) -> list[int]:
    """Keep what a person says of several things as `say` does, all or none of it; return the custody entries."""
    for each in wanted:
        check_there(session, each, today)
    with session.vault.change() as tx:
        said = [_say(tx, each, key) for each in wanted]
    return [seq for seq in said if seq is not None]


def _say(tx: Changes, wanted: Item, key: str) -> int | None:
    tx.dispute(wanted.dispute_id)
    items = tx.items(wanted.dispute_id, type(wanted))
    there = [each for each in items if not key or getattr(each, key) == getattr(wanted, key)]
    if not there:
        return tx.add_item(replace(wanted, id=new_id()))
    return tx.edit_item(there[-1], fields_said(wanted))


def say_of_promise(session: Session, wanted: PromiseRecord) -> int | None:
    """Keep what a person says of the promise in an event, and its state of all events that show the same promise.

    What was said of those before, their notes and what shows it, stays. Raises as `say`, and
    InputProblem("promise-unknown") for an event in which nothing was promised, or that nobody confirmed.
    """
    check_there(session, wanted)
    found = workspace(session, wanted.dispute_id)
    day = by_event(found.promises).get(wanted.event_id)
    if day is None:
        raise InputProblem("promise-unknown", id=wanted.event_id)
    same = records_as(day, wanted.state, wanted.dispute_id)
    entries = say_each(session, [*(each for each in same if each.event_id != wanted.event_id), wanted], "event_id")
    return entries[-1] if entries else None


def records_as(day: Promise, state: PromiseState, dispute_id: str) -> list[PromiseRecord]:
    """Return what is kept of each event that shows a promise by a day: one that is removed takes no decision along.

    What was said of it before, its note and what shows it, stays. Where nothing was said, OPEN says nothing either.
    """
    said = {each.event_id: each for each in day.records}
    new = PromiseRecord(id="", dispute_id=dispute_id, event_id="")
    wanted = [replace(said.get(each, new), event_id=each, state=state) for each in day.event_ids]
    return [each for each in wanted if each.id or state is not PromiseState.OPEN]


def state(session: Session, empty: ItemT, stated: Mapping[str, object]) -> int | None:
    """Keep what a person states of the one thing of its kind that a dispute has; what is not stated stays as it is.

    Raises InputProblem("day-to-come") for a day that is past for nobody yet.
    """
    check_days(session, empty, stated)
    with session.vault.change() as tx:
        tx.dispute(empty.dispute_id)
        there = last_of(tx.items(empty.dispute_id, type(empty)))
        if there is not None:
            return tx.edit_item(there, stated)
        values: dict[str, Any] = dict(stated)
        return tx.add_item(replace(empty, id=new_id(), **values))


def name_numbers(session: Session, dispute_id: str, numbers: Sequence[str]) -> int | None:
    """Keep that these numbers and names are the other side's, too; return the custody entry, None if all were known."""
    with session.vault.read() as catalog:
        there = last_of(catalog.items(dispute_id, Institution))
    known = there.numbers if there else ()
    more = tuple(each for each in dict.fromkeys(numbers) if each not in known)
    return state(session, Institution(id="", dispute_id=dispute_id), {"numbers": (*known, *more)}) if more else None


def circumstances_as(session: Session, dispute_id: str, of: InstitutionType) -> tuple[str, ...]:
    """Return the institution's circumstances once it is said to be of a type."""
    with session.vault.read() as catalog:
        there = last_of(catalog.items(dispute_id, Institution))
    return (there or Institution(id="", dispute_id=dispute_id)).circumstances_as(of)


def name_others(session: Session, dispute_id: str, numbers: Sequence[str]) -> int | None:
    """Keep that none of these numbers and names is the other side's; return the entry, None if that was known."""
    with session.vault.read() as catalog:
        there = last_of(catalog.items(dispute_id, NotTheirs))
    known = there.numbers if there else ()
    stated = {"numbers": tuple(dict.fromkeys((*known, *numbers)))}
    return state(session, NotTheirs(id="", dispute_id=dispute_id), stated)


def fields_said(item: Item) -> dict[str, object]:
    """Return all fields of an item that can be changed."""
    return {name: getattr(item, name) for name in item_fields(type(item))}


__all__ = [
    "CountedPromise",
    "departed_before",
    "counted_promise",
    "AGAINST",
    "CONTRADICTS",
    "Contradiction",
    "set_against",
    "Body",
    "ComplaintNumber",
    "complaint_numbers",
    "for_body",
    "Charts",
    "Citation",
    "Claim",
    "Comparison",
    "ContactsOverTime",
    "Correspondent",
    "Counting",
    "Filing",
    "HeatMap",
    "LadderChart",
    "CollectorQuestion",
    "LoanQuestion",
    "Metrics",
    "LoanChoices",
    "LoanRows",
    "MoneyOverTime",
    "MoneyPoint",
    "Series",
    "Added",
    "Agent",
    "ChannelDoubt",
    "Checklist",
    "Promise",
    "Reference",
    "ReferenceKind",
    "Row",
    "RuleFinding",
    "RunningClock",
    "Standing",
    "Stated",
    "Step",
    "Words",
    "Workspace",
    "add",
    "after_any",
    "answered",
    "by_event",
    "change",
    "circumstances_as",
    "documents_in",
    "fields_said",
    "first_said",
    "item",
    "last_of",
    "may_answer",
    "may_show",
    "name_numbers",
    "name_others",
    "only_mentions",
    "records_as",
    "say",
    "say_each",
    "say_of_promise",
    "split_numbers",
    "state",
    "stated_in",
    "tags_of",
    "told_rate",
    "totals",
    "worked_out",
    "workspace",
]
