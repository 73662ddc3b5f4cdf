"""What a dispute's timeline amounts to, worked out in one read: agents, promises, ladder, money, findings, what next.

Everything rests on confirmed events and on what a person stated; nothing is kept but the latter (`add`, `change`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.item_fields import item_fields
from evidence_app.domain.pairs_of_payments import pairs_among
from evidence_app.domain.workspace import (
    AgentCard,
    Channel,
    ChecklistMark,
    Complaint,
    EventMark,
    Exclusion,
    Institution,
    Item,
    LoanTerms,
    PromiseRecord,
    PromiseState,
    YesNo,
)
from evidence_app.rules.agents import Agent, Promise, Shared, agents, mix_ups, promises
from evidence_app.rules.channels import ChannelDoubt, doubts
from evidence_app.rules.charts import (
    ContactsOverTime,
    HeatMap,
    MoneyOverTime,
    contacts_over_time,
    heat_map,
    money_over_time,
)
from evidence_app.rules.checklists import Checklist, Completeness, checklists, completeness
from evidence_app.rules.findings import RuleFinding, findings
from evidence_app.rules.ladder import Ladder, ladder_of
from evidence_app.rules.law import rules
from evidence_app.rules.metrics import Metrics, metrics
from evidence_app.rules.money_ledger import MoneyLedger, money_ledger
from evidence_app.rules.situation import Loan, Situation
from evidence_app.rules.working_days import Territory, territory_of
from evidence_app.vault.reading import Catalog

ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True)
class Charts:
    """What is drawn; None where there is nothing to draw."""

    contacts: HeatMap | None
    contacts_over_time: ContactsOverTime | None
    money: MoneyOverTime | None


@dataclass(frozen=True, slots=True)
class Workspace:
    """All that was worked out about one dispute on one day.

    ``findings`` are all of them; ``excluded`` are those that a person leaves out, by the finding's id, with the reason.
    ``exhibit_numbers`` are the numbers of the exhibits that show each event.
    """

    dispute: Dispute
    today: date
    territory: Territory | None
    happenings: Sequence[Happening]
    institution: Institution | None
    channels: Sequence[Channel]
    doubts: Sequence[ChannelDoubt]
    agents: Sequence[Agent]
    mix_ups: Sequence[Shared]
    promises: Sequence[Promise]
    complaints: Sequence[Complaint]
    ladder: Ladder
    checklist: Checklist
    completeness: Completeness
    loan: LoanTerms | None
    money: MoneyLedger
    findings: Sequence[RuleFinding]
    excluded: Mapping[str, Exclusion]
    metrics: Metrics
    charts: Charts
    exhibit_numbers: Mapping[str, Sequence[int]]

    @property
    def told_findings(self) -> tuple[RuleFinding, ...]:
        """The findings that nobody left out."""
        return tuple(each for each in self.findings if each.id not in self.excluded)


def workspace(session: Session, dispute_id: str, today: date | None = None) -> Workspace:
    """Return what a dispute amounts to, today or on another day. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        day = today or session.now().astimezone(dispute.zone).date()
        return worked_out(catalog, dispute, day)


def worked_out(catalog: Catalog, dispute: Dispute, today: date) -> Workspace:
    """Return what a dispute amounts to, asked of one state of the catalog."""
    happenings = catalog.happenings(dispute.id)
    territory = territory_of(dispute.zone)
    institution = _last(catalog.items(dispute.id, Institution))
    channels = catalog.items(dispute.id, Channel)
    complaints = catalog.items(dispute.id, Complaint)
    records = catalog.items(dispute.id, PromiseRecord)
    tags = _tags(catalog.items(dispute.id, EventMark))
    terms = _last(catalog.items(dispute.id, LoanTerms))
    loan = loan_of(terms)
    ladder = ladder_of(territory, dispute.type, complaints, today)
    people = agents(happenings, catalog.items(dispute.id, AgentCard))
    promised = promises(happenings, records, today)
    twins = _twins(catalog, dispute, happenings)
    money = money_ledger(happenings, today, loan, twins)
    situation = Situation(
        kind=dispute.type,
        territory=territory,
        today=today,
        happenings=tuple(happenings),
        circumstances=frozenset(institution.circumstances if institution else ()),
        tags=tags,
        numbers=frozenset(institution.numbers if institution else ()),
        kept_promises=frozenset(
            each.happening.event_id for each in promised if each.state in (PromiseState.KEPT, PromiseState.WITHDRAWN)
        ),
        clocks=ladder.clocks,
        loan=loan,
    )
    marks = catalog.items(dispute.id, ChecklistMark)
    return Workspace(
        dispute=dispute,
        today=today,
        territory=territory,
        happenings=happenings,
        institution=institution,
        channels=channels,
        doubts=doubts(institution, channels),
        agents=people,
        mix_ups=mix_ups(happenings),
        promises=promised,
        complaints=complaints,
        ladder=ladder,
        checklist=checklists()[dispute.type],
        completeness=completeness(dispute.type, happenings, marks, catalog.documents_by_media(dispute.id), tags),
        loan=terms,
        money=money,
        findings=findings(situation),
        excluded={each.finding: each for each in catalog.items(dispute.id, Exclusion)},
        metrics=metrics(happenings, people, promised, money.refunded, today),
        charts=_charts(situation, twins),
        exhibit_numbers=_numbers(catalog, dispute.id, happenings),
    )


def loan_of(terms: LoanTerms | None) -> Loan | None:
    """Return a loan's terms as rules look at them."""
    if terms is None:
        return None
    stated = None if terms.cost_stated is YesNo.NOT_SAID else terms.cost_stated is YesNo.YES
    return Loan(terms.lender.value, terms.principal, terms.contract_day, terms.paid_out, terms.payments, stated)


def _twins(catalog: Catalog, dispute: Dispute, happenings: Sequence[Happening]) -> frozenset[str]:
    """Return the payments whose money another confirmed one shows, too: sums count it once."""
    confirmed = {each.event_id for each in happenings if each.kind is EventKind.PAYMENT}
    events = [each for each in catalog.payments(dispute.id) if each.id in confirmed] if len(confirmed) > 1 else []
    return pairs_among(events, dispute.zone).twins


def _charts(situation: Situation, twins: frozenset[str]) -> Charts:
    quiet = next(
        (
            rule
            for rule in rules()
            if rule.measure == "contact_in_hours"
            and rule.applies(situation.territory, situation.kind, situation.circumstances)
        ),
        None,
    )
    theirs = [each for each in situation.happenings if situation.is_of_other_side(each)]
    return Charts(heat_map(theirs, quiet), contacts_over_time(theirs), money_over_time(situation.happenings, twins))


def _tags(marks: Sequence[EventMark]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for mark in marks:
        found[mark.event_id] = found.get(mark.event_id, frozenset()) | frozenset(mark.tags)
    return found


def _numbers(catalog: Catalog, dispute_id: str, happenings: Sequence[Happening]) -> dict[str, tuple[int, ...]]:
    number_of = {exhibit.id: exhibit.number for exhibit in catalog.exhibits(dispute_id)}
    return {
        each.event_id: tuple(number_of[exhibit_id] for exhibit_id in each.exhibit_ids if exhibit_id in number_of)
        for each in happenings
        if each.exhibit_ids
    }


def _last(items: Sequence[ItemT]) -> ItemT | None:
    return items[-1] if items else None


# -- changing ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Added:
    """An item as it is kept, and the custody entry that says so, which `take_back` undoes."""

    item: Item
    seq: int


def add(session: Session, item: Item) -> Added:
    """Keep something that a person worked out; an empty id is given one.

    Raises InputProblem: ``dispute-unknown``, ``event-unknown``, ``field-unreadable`` and others.
    """
    with session.vault.change() as tx:
        tx.dispute(item.dispute_id)
        given = item if item.id else replace(item, id=new_id())
        return Added(given, tx.add_item(given))


def change(session: Session, item_id: str, changes: Mapping[str, object]) -> int | None:
    """Change fields of an item; return the custody entry's number, None if nothing differed.

    Raises InputProblem: ``item-unknown``, ``field-unknown``, ``field-unreadable`` and others.
    """
    with session.vault.change() as tx:
        return tx.edit_item(tx.item(item_id), changes)


def say(session: Session, wanted: Item, key: str) -> int | None:
    """Keep what a person says of one thing: a new item, or new fields of the one that is there.

    ``key`` names the field by which the one thing is known, ``event_id`` for example; empty if a dispute has one only.
    """
    with session.vault.change() as tx:
        tx.dispute(wanted.dispute_id)
        there = [
            each
            for each in tx.items(wanted.dispute_id, type(wanted))
            if not key or getattr(each, key) == getattr(wanted, key)
        ]
        if not there:
            return tx.add_item(replace(wanted, id=new_id()))
        return tx.edit_item(there[-1], fields_said(wanted))


def state(session: Session, empty: ItemT, stated: Mapping[str, object]) -> int | None:
    """Keep what a person states of the one thing of its kind that a dispute has; what is not stated stays as it is."""
    with session.vault.change() as tx:
        tx.dispute(empty.dispute_id)
        there = _last(tx.items(empty.dispute_id, type(empty)))
        if there is not None:
            return tx.edit_item(there, stated)
        values: dict[str, Any] = dict(stated)
        return tx.add_item(replace(empty, id=new_id(), **values))


def fields_said(item: Item) -> dict[str, object]:
    """Return all fields of an item that can be changed."""
    return {name: getattr(item, name) for name in item_fields(type(item))}
