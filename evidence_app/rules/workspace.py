"""What a dispute amounts to: agents, promises, ladder, money, findings, what is missing, what next. Pure.

Everything rests on confirmed events and on what a person stated.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import chain, islice

from evidence_app.domain.contacts import region_of_zone
from evidence_app.domain.disputes import Beginning, Dispute, DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.domain.pages import FilePage
from evidence_app.domain.workspace import (
    AGAINST,
    AgentCard,
    Channel,
    ChecklistMark,
    Complaint,
    EventMark,
    Exclusion,
    Institution,
    Letter,
    LoanTerms,
    PromiseRecord,
    PromiseState,
    YesNo,
)
from evidence_app.rules.agents import Agent, Shared, agents, mix_ups
from evidence_app.rules.beginning import beginning
from evidence_app.rules.by_day import NOTHING
from evidence_app.rules.channels import ChannelDoubt, doubts
from evidence_app.rules.checklists import Checklist, Completeness, checklists, completeness
from evidence_app.rules.claim import Claim, claim_of, may_have_loan
from evidence_app.rules.contacts_promised import contacts_of
from evidence_app.rules.contradictions import Contradictions, contradictions_in
from evidence_app.rules.correspondents import Correspondent, Hints, joinable, unplaced
from evidence_app.rules.documents import NO_DOCUMENTS, Documents
from evidence_app.rules.drawn import Charts, charts_of
from evidence_app.rules.findings import RuleFinding, findings, left_out
from evidence_app.rules.introductions import introductions
from evidence_app.rules.ladder import Ladder, ladder_of
from evidence_app.rules.ladder_chart import ladder_chart
from evidence_app.rules.loan_choices import LoanChoices, loan_choices
from evidence_app.rules.loan_rows import Loan
from evidence_app.rules.metrics import Metrics, metrics
from evidence_app.rules.money_ledger import Counting, MoneyLedger, money_ledger
from evidence_app.rules.money_once import shown_again
from evidence_app.rules.money_promised import money_from
from evidence_app.rules.movements import comes_in
from evidence_app.rules.named_domains import doubted_domains
from evidence_app.rules.named_numbers import named_by_them
from evidence_app.rules.parties import OtherSide, known_as, unmatched
from evidence_app.rules.promised_again import OVER
from evidence_app.rules.promises import Around, Promise, promises, with_money
from evidence_app.rules.reference_lines import Comparison, comparison_of
from evidence_app.rules.references import Accepted, Reference, references
from evidence_app.rules.said_once import said_once
from evidence_app.rules.shown_filings import ShownFilings, shown_filings
from evidence_app.rules.situation import Situation
from evidence_app.rules.telling import Known
from evidence_app.rules.territories import Territory, territory_of
from evidence_app.rules.whose import whose_in

THREAT, THIRD_PARTY, DISCLOSED = "threat", "third_party", "disclosed"
"""The marks that rules know threats by, contact with others, and that others were told of the debt."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person stated beside the evidence of one dispute."""

    institution: Institution | None = None
    channels: Sequence[Channel] = ()
    complaints: Sequence[Complaint] = ()
    """Of a `Workspace`, with those that only the timeline shows."""

    promises: Sequence[PromiseRecord] = ()
    marks: Sequence[EventMark] = ()
    agents: Sequence[AgentCard] = ()
    loan: LoanTerms | None = None
    exclusions: Sequence[Exclusion] = ()
    checklist: Sequence[ChecklistMark] = ()
    letters: Sequence[Letter] = ()
    """Drafts: for the window only, no dossier tells of them."""

    not_theirs: Sequence[str] = ()
    """Numbers and names of which a person said that they are somebody else's."""

    threats: frozenset[str] = frozenset()
    """Events in which a person accepted words that a machine took for a threat, notices of legal action left out."""

    third_parties: frozenset[str] = frozenset()
    """Events in which a person accepted that the other side tells of contact with others."""

    disclosed: frozenset[str] = frozenset()
    """Those of them whose words say that the others were told of the debt."""

    named: frozenset[str] = frozenset()
    """Events in which a person accepted by which name an agent calls himself or herself."""

    references: Sequence[Accepted] = ()
    """Numbers of contracts, orders and tickets that a machine read and a person accepted."""

    @property
    def tags(self) -> dict[str, frozenset[str]]:
        """What events are marked as, by a mark or by accepting what was suggested."""
        accepted = ((THREAT, self.threats), (THIRD_PARTY, self.third_parties), (DISCLOSED, self.disclosed))
        found: dict[str, frozenset[str]] = {}
        for tag, event_ids in accepted:
            for event_id in event_ids:
                found[event_id] = found.get(event_id, frozenset()) | {tag}
        for mark in self.marks:
            found[mark.event_id] = found.get(mark.event_id, frozenset()) | frozenset(mark.tags)
        return found

    @property
    def accepted(self) -> frozenset[str]:
        """The events that a person took for evidence: by a mark, a promise's record, a complaint, the loan."""
        ids = {mark.event_id for mark in self.marks if mark.tags or mark.note}
        ids |= set(chain.from_iterable((each.event_id, *each.evidence_ids) for each in self.promises))
        ids |= set(chain.from_iterable((each.event_id, *each.reply_ids) for each in self.complaints))
        ids |= {*self.loan.paid_out, *self.loan.payments} if self.loan else set()
        return frozenset(ids - {""})

    def shown_by(self, event_ids: AbstractSet[str]) -> "Stated":
        """Return what was said with only those events of filings that are there: what was removed shows nothing."""
        shown = [(each.event_id, *each.reply_ids) for each in self.complaints]
        if all(not each or each in event_ids for each in chain.from_iterable(shown)):
            return self
        return replace(self, complaints=[_shown_by(each, event_ids) for each in self.complaints])

    def of_the_same(self, same: Mapping[str, str]) -> "Stated":
        """Return what was said of events of pictures as said of those as which they count."""
        if not same:
            return self
        own = {each.event_id for each in self.promises}
        return replace(
            self,
            threats=frozenset(same.get(each, each) for each in self.threats),
            third_parties=frozenset(same.get(each, each) for each in self.third_parties),
            disclosed=frozenset(same.get(each, each) for each in self.disclosed),
            named=frozenset(same.get(each, each) for each in self.named),
            references=[replace(each, event_id=same.get(each.event_id, each.event_id)) for each in self.references],
            marks=[_mark_of_the_same(each, same) for each in self.marks],
            complaints=[_of_the_same(each, same) for each in self.complaints],
            promises=[
                replace(each, event_id=same.get(each.event_id, each.event_id))
                for each in self.promises
                if same.get(each.event_id) not in own
            ],
        )


def _of_the_same(filed: Complaint, same: Mapping[str, str]) -> Complaint:
    replies = dict.fromkeys(same.get(each, each) for each in filed.reply_ids)
    return replace(filed, reply_ids=tuple(replies)) if filed.reply_ids else filed


def _shown_by(filed: Complaint, event_ids: AbstractSet[str]) -> Complaint:
    shown_by = filed.event_id if filed.event_id in event_ids else ""
    return replace(filed, event_id=shown_by, reply_ids=tuple(each for each in filed.reply_ids if each in event_ids))


def _mark_of_the_same(mark: EventMark, same: Mapping[str, str]) -> EventMark:
    """Return a mark as one of the event as which its event counts; so of what it stands against."""
    tags = [
        f"{AGAINST}{same.get(each.removeprefix(AGAINST), each.removeprefix(AGAINST))}"
        if each.startswith(AGAINST)
        else each
        for each in mark.tags
    ]
    return replace(mark, event_id=same.get(mark.event_id, mark.event_id), tags=tuple(tags))


@dataclass(frozen=True, slots=True)
class Workspace:
    """All that was worked out about one dispute on one day.

    ``findings`` are all of them; ``excluded`` are those that a person leaves out, by the finding's id, with the reason.
    """

    dispute: Dispute
    today: date
    territory: Territory | None
    happenings: Sequence[Happening]
    stated: Stated
    doubts: Sequence[ChannelDoubt]
    agents: Sequence[Agent]
    mix_ups: Sequence[Shared]
    promises: Sequence[Promise]
    ladder: Ladder
    checklist: Checklist
    completeness: Completeness
    money: MoneyLedger
    findings: Sequence[RuleFinding]
    metrics: Metrics
    charts: Charts
    same: Mapping[str, str] = field(default_factory=dict)
    """Events of pictures that count as others do, by their ids: `said_once`."""
    excluded: Mapping[str, Exclusion] = field(default_factory=dict)
    theirs: frozenset[str] = frozenset()
    """The events that are with the institution, by their ids."""

    references: Sequence[Reference] = ()
    """Under which numbers the other side and the bodies know the dispute."""

    unplaced: Sequence[Correspondent] = ()
    """Who called or wrote and counts for nobody, as long as nobody said which of them are the other side."""

    joinable: Sequence[Correspondent] = ()
    """Who may be the other side, too: it names them itself, or they are kept as its channels."""

    unmatched: Sequence[str] = ()
    """Stated numbers of which no confirmed event is: they may be written wrongly."""

    pages: Mapping[str, FilePage] = field(default_factory=dict)
    """What files show, by the events that stand for them."""

    claim: Claim | None = None
    """What is in dispute and what came back, None where nobody stated an amount."""

    began: Beginning | None = None
    """Since when it is in dispute, None where nothing has a day."""

    same_money: Mapping[str, str] = field(default_factory=dict)
    """Of events whose money another record shows, too, that record, by their ids; where it is known which one it is."""

    introductions: Mapping[str, Happening] = field(default_factory=dict)
    """Of messages that name no agent, the one in which an agent ID was given before, in the same talk."""

    unplaced_filings: Sequence[Happening] = ()
    """Complaints of the timeline that nobody recorded and of which it is not shown where they were filed."""

    @property
    def shown_again(self) -> frozenset[str]:
        """The events that show what another one shows, too, and count as that one does."""
        return frozenset(self.same) | {
            row.happening.event_id for row in self.money.rows if row.counting is Counting.TWIN
        }

    @property
    def contradictions(self) -> Contradictions:
        """The answers that a person marked as contradicting others, in pairs where it is known against which."""
        return contradictions_in(self.happenings, self.stated.tags)

    @property
    def contradicting(self) -> tuple[Happening, ...]:
        """All these answers, in order."""
        marked = self.contradictions.event_ids
        return tuple(each for each in self.happenings if each.event_id in marked)

    @property
    def may_have_loan(self) -> bool:
        """Whether there is reason to ask for the terms of a loan."""
        return may_have_loan(self.dispute, self.money, loan_of(self.stated.loan))

    @property
    def loan_choices(self) -> LoanChoices:
        """Which payments may be the loan's, for a person to choose among."""
        return loan_choices(self.money, loan_of(self.stated.loan))

    @property
    def comparison(self) -> Comparison | None:
        """With what the loan's cost is compared, or why with nothing; None where its cost is not known."""
        loan = loan_of(self.stated.loan)
        return None if loan is None or self.money.cost is None else comparison_of(self.territory, loan)

    @property
    def other_side(self) -> OtherSide:
        """By what the other side is known."""
        return other_side_of(self.dispute, self.stated.institution)

    @property
    def told_findings(self) -> tuple[RuleFinding, ...]:
        """The findings that nobody left out."""
        return tuple(each for each in self.findings if each.id not in self.excluded)

    @property
    def disclosed_findings(self) -> tuple[RuleFinding, ...]:
        """Those that a dossier tells: what one's own evidence lacks is told to the person alone."""
        return tuple(each for each in self.told_findings if not each.is_reminder)


def work_out(
    dispute: Dispute,
    happenings: Sequence[Happening],
    stated: Stated,
    today: date,
    documents: Documents = NO_DOCUMENTS,
    twins: frozenset[str] = frozenset(),
) -> Workspace:
    """Return what a dispute amounts to.

    ``twins`` are payments that another event shows already.
    """
    stated = stated.shown_by({each.event_id for each in happenings})
    side = other_side_of(dispute, stated.institution)
    told = heard(happenings, stated, side)
    shown = shown_filings_of(dispute, told, side)
    told = replace(told, stated=replace(told.stated, complaints=(*told.stated.complaints, *shown.filings)))
    filed = told.stated.complaints
    ladder = ladder_of(territory_of(dispute.home), dispute.type, filed, today, stated.institution)
    people = _people(told, side, today)
    situation = replace(
        _situation(dispute, told, today, ladder, people.promises), documents=documents.beside(told.same)
    )
    moved = _moved(situation, people.promises, twins)
    situation = replace(situation, twins=moved.twins)
    began = _began(dispute, situation, told.stated, moved.money)
    found = Workspace(
        dispute=dispute,
        today=today,
        territory=situation.territory,
        happenings=told.happenings,
        stated=told.stated,
        doubts=(*doubts(stated.institution, stated.channels), *doubted_domains(stated.institution, told.happenings)),
        agents=people.agents,
        mix_ups=mix_ups(filter(side.names_agent, told.speaking)),
        promises=moved.promises,
        ladder=ladder,
        checklist=checklists()[dispute.type],
        completeness=_completeness(dispute, situation, told.stated, documents),
        money=moved.money,
        findings=findings(situation),
        metrics=_metrics(situation, people.agents, moved, began),
        charts=charts_of(situation, moved.twins, ladder_chart(ladder, filed, today)),
        pages={each.event_id: each for each in documents.pages},
        same=told.same,
        same_money=moved.again,
        introductions=people.introductions,
        began=began,
        unplaced_filings=shown.unplaced,
    )
    return _with_whose(found, situation)


@dataclass(frozen=True, slots=True)
class _People:
    """Who spoke for the other side, and what they promised."""

    introductions: Mapping[str, Happening]
    agents: Sequence[Agent]
    promises: Sequence[Promise]


def _people(told: "Heard", side: OtherSide, today: date) -> _People:
    introduced = introductions(told.speaking)
    promised = any(each.promise for each in told.speaking)
    contacts = contacts_of(told.happenings, side) if promised else NOTHING
    return _People(
        introduced,
        agents(told.speaking, told.stated.agents, introduced, partial(_names_agent, told.stated.named, side)),
        promises(told.speaking, told.stated.promises, today, Around(contacts, introduced, side)),
    )


def _names_agent(accepted: AbstractSet[str], side: OtherSide, each: Happening) -> bool:
    """Tell whether an event names one of the other side's people: also as a person accepted it."""
    return each.event_id in accepted or side.names_agent(each)


@dataclass(frozen=True, slots=True)
class _Moved:
    """The money, each once; ``twins`` are the payments that another event shows already, ``again`` by which one."""

    money: MoneyLedger
    twins: frozenset[str]
    promises: Sequence[Promise]
    again: Mapping[str, str]


def _moved(situation: Situation, promised: Sequence[Promise], twins: frozenset[str]) -> _Moved:
    """Return the money and what it tells of promises; ``twins`` are what records that were read twice show again."""
    happenings, is_theirs = situation.happenings, situation.is_money_with_other_side
    again = shown_again([each for each in happenings if each.event_id not in twins], is_theirs)
    twins |= again.keys()
    came = money_from((each for each in happenings if each.event_id not in twins), is_theirs)
    money = money_ledger(happenings, situation.today, situation.loan, twins, is_theirs)
    return _Moved(money, twins, with_money(promised, came), again)


def beginning_among(
    dispute: Dispute, happenings: Sequence[Happening], stated: Stated, twins: frozenset[str] = frozenset()
) -> Beginning | None:
    """Return since when a matter is in dispute by some events, as `work_out` would have it of them."""
    told = heard(happenings, stated, other_side_of(dispute, stated.institution))
    today = dispute.created_at.date()  # what began when does not depend on it
    ladder = ladder_of(territory_of(dispute.home), dispute.type, (), today)
    situation = _situation(dispute, told, today, ladder, ())
    return _began(dispute, situation, told.stated, _moved(situation, (), twins).money)


def _began(dispute: Dispute, situation: Situation, stated: Stated, money: MoneyLedger) -> Beginning | None:
    telling = {*stated.tags, *_arrived(dispute, money, stated)}
    recorded = (each for each in stated.complaints if not each.is_only_shown)
    return beginning(dispute, situation.happenings, situation.theirs, recorded, telling)


def _metrics(situation: Situation, people: Sequence[Agent], moved: _Moved, began: Beginning | None) -> Metrics:
    since = began.day if began is not None else None
    return metrics(since, situation.theirs, people, moved.promises, moved.money.refunded, situation.today)


def _arrived(dispute: Dispute, money: MoneyLedger, stated: Stated) -> Sequence[str]:
    """Return by which events a loan came that nobody asked for: those stated as it, else the first money received."""
    if dispute.type is not DisputeType.UNAUTHORISED_LOAN:
        return ()
    paid_out = stated.loan.paid_out if stated.loan else ()
    received = (row.happening.event_id for row in money.rows if row.counts and comes_in(row.happening))
    return paid_out or tuple(islice(received, 1))


def _with_whose(found: Workspace, situation: Situation) -> Workspace:
    """Return what was worked out with what is theirs, what is claimed, and what of that only a person can say."""
    happenings, stated, theirs = found.happenings, found.stated, situation.theirs
    numbers = stated.institution.numbers if stated.institution else ()
    named = named_by_them(theirs, tuple(found.pages.values()), situation.other_side)
    hints = Hints(named, [each.value for each in stated.channels], stated.not_theirs)
    return replace(
        found,
        theirs=frozenset(each.event_id for each in theirs),
        references=references(happenings, theirs, stated.references, stated.complaints),
        unplaced=unplaced(situation, hints),
        joinable=joinable(situation, hints),
        unmatched=unmatched(numbers, happenings, situation.region),
        claim=claim_of(found.dispute, found.money, theirs, stated.complaints, situation.loan),
        excluded=left_out(found.findings, stated.exclusions),
    )


def _completeness(dispute: Dispute, situation: Situation, stated: Stated, documents: Documents) -> Completeness:
    known = Known(situation.other_side, stated.accepted, dispute.type, dispute.amount)
    return completeness(
        dispute.type,
        situation.happenings,
        marks=stated.checklist,
        media=documents.by_media,
        tags=stated.tags,
        whose=whose_in(situation, known, stated.not_theirs),
        pages=documents.pages,
        filings=stated.complaints,
    )


@dataclass(frozen=True, slots=True)
class Heard:
    """What happened, each once, and what was stated of it; ``speaking`` may show the other side's people."""

    happenings: Sequence[Happening]
    speaking: Sequence[Happening]
    stated: Stated
    same: Mapping[str, str]


def heard(happenings: Sequence[Happening], stated: Stated, side: OtherSide) -> Heard:
    """Return what counts of all that happened."""
    once = said_once(happenings, side)
    speaking = [each for each in once.happenings if side.may_speak(each)]
    stated = stated.of_the_same(once.same)
    theirs = _of_them(stated, speaking, side.region)
    stated = replace(
        stated,
        threats=stated.threats & theirs,
        third_parties=stated.third_parties & theirs,
        disclosed=stated.disclosed & theirs,
    )
    return Heard(once.happenings, speaking, stated, once.same)


def shown_filings_of(dispute: Dispute, told: Heard, side: OtherSide) -> ShownFilings:
    """Return the complaints that the timeline shows and nobody recorded."""
    home = territory_of(dispute.home)
    return shown_filings(told.happenings, told.stated.complaints, dispute.id, side, home, dispute.type)


def _of_them(stated: Stated, speaking: Iterable[Happening], region: str) -> frozenset[str]:
    """Return what was accepted of words that may be the other side's: not those of others' numbers, nor of fakes."""
    accepted = stated.threats | stated.third_parties | stated.disclosed
    said = [each for each in speaking if each.event_id in accepted]
    fakes = {event_id for doubt in doubted_domains(stated.institution, said) for event_id in doubt.event_ids}
    others = {known_as(number, region) for number in stated.not_theirs}
    return frozenset(each.event_id for each in said if known_as(each.other, region) not in others) - fakes


def _situation(dispute: Dispute, told: Heard, today: date, ladder: Ladder, promised: Sequence[Promise]) -> Situation:
    days = [day for each in promised for day in each.days]
    known = told.stated.institution
    side = other_side_of(dispute, known)
    return Situation(
        kind=dispute.type,
        territory=territory_of(dispute.home),
        today=today,
        happenings=tuple(told.happenings),
        circumstances=frozenset(known.circumstances if known else ()),
        tags=told.stated.tags,
        numbers=side.numbers,
        names=side.names,
        region=side.region,
        kept_promises=frozenset(one for each in days if each.state in OVER for one in each.event_ids),
        broken_promises=frozenset(one for each in days if each.state is PromiseState.BROKEN for one in each.event_ids),
        clocks=ladder.clocks,
        loan=loan_of(told.stated.loan),
    )


def other_side_of(dispute: Dispute, institution: Institution | None) -> OtherSide:
    """Return by what a dispute's other side is known."""
    numbers = institution.numbers if institution else ()
    return OtherSide.of((dispute.institution, *dispute.aliases), numbers, region_of_zone(dispute.zone_name))


def loan_of(terms: LoanTerms | None) -> Loan | None:
    """Return a loan's terms as rules look at them."""
    if terms is None:
        return None
    stated = None if terms.cost_stated is YesNo.NOT_SAID else terms.cost_stated is YesNo.YES
    return Loan(terms.lender.value, terms.principal, terms.contract_day, terms.paid_out, terms.payments, stated)
