"""The steps by which is worked out what a dispute amounts to, each done once; `workspace` has what comes of them. Pure.

Since when a matter is in dispute is told by some of its events alone, too: `beginning_among`.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from evidence_app.domain.disputes import Beginning, Dispute, DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Lender, PromiseState
from evidence_app.rules.acknowledgements import acknowledgements
from evidence_app.rules.agents import Agent, agents
from evidence_app.rules.beginning import Telling, beginning
from evidence_app.rules.beginning_of_contacts import ABOUT_CONTACTS, with_contacts
from evidence_app.rules.by_day import NOTHING
from evidence_app.rules.contacts_promised import contacts_of
from evidence_app.rules.documents import Documents
from evidence_app.rules.findings import findings_on_contacts, left_out
from evidence_app.rules.heard import Heard, heard
from evidence_app.rules.introductions import introductions
from evidence_app.rules.ladder import Ladder, ladder_of
from evidence_app.rules.lender_named import lender_named
from evidence_app.rules.loan_rows import loan_of, with_plan
from evidence_app.rules.money_ledger import MoneyLedger, money_ledger
from evidence_app.rules.money_once import shown_again
from evidence_app.rules.money_promised import money_from
from evidence_app.rules.movements import comes_in, goes_out
from evidence_app.rules.named_bodies import placed
from evidence_app.rules.own_office import OwnOffice
from evidence_app.rules.parties import OtherSide, other_side_of
from evidence_app.rules.perhaps_answered import perhaps_answers, with_news
from evidence_app.rules.promised_again import OVER
from evidence_app.rules.promises import Around, Promise, promises, with_money
from evidence_app.rules.shown_filings import ShownFilings, shown_filings
from evidence_app.rules.situation import Situation
from evidence_app.rules.stated import Stated
from evidence_app.rules.stop_promised import contacts_with_others
from evidence_app.rules.territories import home_of, territory_of
from evidence_app.rules.told_done import Told, told_of


@dataclass(frozen=True, slots=True)
class People:
    """Who spoke for the other side, and what they promised."""

    introductions: Mapping[str, Happening]
    agents: Sequence[Agent]
    promises: Sequence[Promise]


@dataclass(frozen=True, slots=True)
class Moved:
    """The money, each once; ``twins`` are the payments that another event shows already, ``again`` by which one."""

    money: MoneyLedger
    twins: frozenset[str]
    promises: Sequence[Promise]
    again: Mapping[str, str]


@dataclass(frozen=True)
class WorkingOut:
    """What the rest of a workspace stands on, step by step: each step asks those that it needs, and is done once."""

    dispute: Dispute
    today: date
    happenings: Sequence[Happening]
    stated: Stated
    documents: Documents

    @cached_property
    def side(self) -> OtherSide:
        """By what the other side is known."""
        return other_side_of(self.dispute, self.stated.institution)

    @cached_property
    def _heard(self) -> Heard:
        stated = self.stated.shown_by({each.event_id for each in self.happenings})
        return heard(self.happenings, stated, self.side)

    @cached_property
    def shown(self) -> ShownFilings:
        """The complaints that the timeline shows and nobody recorded."""
        return shown_filings(self.dispute, self._heard.happenings, self._heard.stated.complaints, self.side)

    @cached_property
    def told(self) -> Heard:
        """What counts of all that happened, and what was stated of it, shown complaints among the recorded ones."""
        stated = self._heard.stated
        recorded = placed(stated.complaints, territory_of(home_of(self.dispute)), OwnOffice.of(self.dispute))
        return replace(self._heard, stated=replace(stated, complaints=(*recorded, *self.shown.filings)))

    @cached_property
    def ladder(self) -> Ladder:
        """Where it was taken, and which clocks run because of that."""
        stated, kind = self.told.stated, self.dispute.type
        home = territory_of(home_of(self.dispute))
        lender = stated.loan.lender if stated.loan is not None else Lender.NOT_SAID
        says = {"lender": lender, "named": lender_named(self.dispute, stated.loan)}
        told = acknowledgements(stated.complaints, self.told.happenings, self.side, stated.no_acknowledgements)
        of = partial(ladder_of, home, kind, stated.complaints, self.today, stated.institution, self._is_told)
        answers = perhaps_answers(stated.complaints, self.told.happenings, self.side, stated.no_answers)
        found = of(**says, acknowledged=told, perhaps_answered=answers)
        return replace(found, with_news=with_news(stated.complaints, self.told.happenings))

    def _is_told(self, recogniser: str) -> bool:
        """Tell whether the other side says it."""
        return bool(self._first.first_told(recogniser))

    @cached_property
    def _first(self) -> Situation:
        """What rules look at before anything is worked out for it."""
        return _situation(self.dispute, self.told, self.today)

    @cached_property
    def people(self) -> People:
        """Who spoke for the other side, and what they promised."""
        return _people(self.told, self.side, self.today)

    @cached_property
    def _before_money(self) -> Situation:
        days = [day for each in self.people.promises for day in each.days]
        broken = [day for day in days if day.state is PromiseState.BROKEN]
        return replace(
            self._first,
            kept_promises=frozenset(one for day in days if day.state in OVER for one in day.event_ids),
            broken_promises=frozenset(one for day in broken for one in day.event_ids),
            clocks=self.ladder.clocks,
            documents=self.documents.beside(self.told.same),
        )

    @cached_property
    def moved(self) -> Moved:
        """The money, and what it tells of promises."""
        return _moved(self._before_money, self.people.promises, self.documents.twins)

    @cached_property
    def situation(self) -> Situation:
        """What rules look at."""
        return replace(self._before_money, twins=self.moved.twins)

    @cached_property
    def began(self) -> Beginning | None:
        """Since when it is in dispute."""
        return _began(self.dispute, self.situation, self.told.stated, self.moved.money)


def _people(told: Heard, side: OtherSide, today: date) -> People:
    introduced = introductions(told.speaking)
    promised = any(each.promise for each in told.speaking)
    contacts = contacts_of(told.happenings, side) if promised else NOTHING
    with_others = contacts_with_others(told.happenings, told.stated.tags) if promised else NOTHING
    done = told_of(told.happenings, side) if promised else Told()
    around = Around(contacts, introduced, side, with_others, done)
    return People(
        introduced,
        agents(told.speaking, told.stated.agents, introduced, partial(_names_agent, told.stated.named, side)),
        promises(told.speaking, told.stated.promises, today, around),
    )


def _names_agent(accepted: AbstractSet[str], side: OtherSide, each: Happening) -> bool:
    """Tell whether an event names one of the other side's people: also as a person accepted it."""
    return each.event_id in accepted or side.names_agent(each)


def _moved(situation: Situation, promised: Sequence[Promise], twins: frozenset[str]) -> Moved:
    """Return the money and what it tells of promises; ``twins`` are what records that were read twice show again."""
    happenings, is_theirs = situation.happenings, situation.is_money_with_other_side
    again = shown_again([each for each in happenings if each.event_id not in twins], situation.is_money_of_dispute)
    twins |= again.keys()
    came = money_from((each for each in happenings if each.event_id not in twins), is_theirs)
    money = money_ledger(happenings, situation.today, loan=situation.loan, twins=twins, belonging=situation.belonging)
    return Moved(money, twins, with_money(promised, came), again)


def beginning_among(
    dispute: Dispute, happenings: Sequence[Happening], stated: Stated, twins: frozenset[str] = frozenset()
) -> Beginning | None:
    """Return since when a matter is in dispute by some events, as `work_out` would have it of them."""
    told = heard(happenings, stated, other_side_of(dispute, stated.institution))
    situation = _situation(dispute, told, dispute.created_at.date())  # what began when depends on no day
    found = _began(dispute, situation, told.stated, _moved(situation, (), twins).money)
    if dispute.type not in ABOUT_CONTACTS:
        return found
    on_contacts = findings_on_contacts(situation)
    left = left_out(on_contacts, told.stated.exclusions)
    return with_contacts(dispute, found, [each for each in on_contacts if each.id not in left], situation.happenings)


def _began(dispute: Dispute, situation: Situation, stated: Stated, money: MoneyLedger) -> Beginning | None:
    telling = {*stated.tags, *_arrived(dispute, money, stated)}
    recorded = (each for each in stated.complaints if not each.is_only_shown)
    paid = [row.happening for row in money.rows if row.counts]
    return beginning(dispute, situation.happenings, situation.theirs, recorded, Telling(frozenset(telling), paid))


def _arrived(dispute: Dispute, money: MoneyLedger, stated: Stated) -> Sequence[str]:
    """Return by which events a loan came that nobody asked for: those stated as it, else the first money received.

    Where none was received, the first money that was taken tells of it.
    """
    if dispute.type is not DisputeType.UNAUTHORISED_LOAN:
        return ()
    paid_out = stated.loan.paid_out if stated.loan else ()
    moved = [row.happening for row in money.rows if row.counts]
    received = [each.event_id for each in moved if comes_in(each)]
    return paid_out or [*received, *(each.event_id for each in moved if goes_out(each))][:1]


def _is_in_their_plan(side: OtherSide, row: Happening) -> bool:
    """Tell whether a row of a plan is of the institution's: one that names nobody is of the app that shows it."""
    return not row.other or side.takes_money(row.party, row.number)


def _situation(dispute: Dispute, told: Heard, today: date) -> Situation:
    """Return what rules look at, as far as nothing has to be worked out for it."""
    known = told.stated.institution
    side = other_side_of(dispute, known)
    return Situation(
        kind=dispute.type,
        territory=territory_of(home_of(dispute)),
        today=today,
        happenings=tuple(told.happenings),
        circumstances=frozenset(known.circumstances if known else ()),
        tags=told.stated.tags,
        numbers=side.numbers,
        names=side.names,
        region=side.region,
        loan=with_plan(loan_of(told.stated.loan), told.happenings, partial(_is_in_their_plan, side)),
        channels=tuple(told.stated.channels),
    )
