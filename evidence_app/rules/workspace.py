"""What a dispute amounts to: agents, promises, ladder, money, findings, what is missing, what next. Pure.

Everything rests on confirmed events and on what a person stated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from evidence_app.domain.disputes import Beginning, Dispute
from evidence_app.domain.happenings import Happening
from evidence_app.domain.pages import FilePage
from evidence_app.domain.workspace import Exclusion
from evidence_app.progress import SILENT, Progress
from evidence_app.rules.agents import Agent, Shared, mix_ups, names_apart
from evidence_app.rules.beginning_of_contacts import with_contacts
from evidence_app.rules.channels import ChannelDoubt, doubts
from evidence_app.rules.checklists import Checklist, Completeness, checklists, completeness
from evidence_app.rules.claim import Claim, claim_of, may_have_loan, stating_amount
from evidence_app.rules.collector_question import CollectorQuestion, collector_question
from evidence_app.rules.contradictions import Contradictions, contradictions_in
from evidence_app.rules.correspondents import Correspondent, Hints, joinable, unplaced
from evidence_app.rules.documents import NO_DOCUMENTS, Documents
from evidence_app.rules.drawn import Charts, charts_of
from evidence_app.rules.findings import RuleFinding, findings, left_out
from evidence_app.rules.ladder import Ladder
from evidence_app.rules.ladder_chart import ladder_chart
from evidence_app.rules.lender_named import lender_named
from evidence_app.rules.loan_choices import LoanChoices, loan_choices
from evidence_app.rules.loan_questions import Asked, LoanQuestion, loan_questions
from evidence_app.rules.loan_rows import loan_of
from evidence_app.rules.metrics import Metrics, metrics
from evidence_app.rules.money_ledger import Counting, MoneyLedger
from evidence_app.rules.named_domains import doubted_domains
from evidence_app.rules.named_numbers import named_by_them
from evidence_app.rules.parties import OtherSide, other_side_of, unmatched
from evidence_app.rules.promises import Promise
from evidence_app.rules.reference_lines import Comparison, comparison_of
from evidence_app.rules.references import Reference, references
from evidence_app.rules.refunds import Refund, refunds_of
from evidence_app.rules.situation import Situation
from evidence_app.rules.stated import Stated
from evidence_app.rules.telling import Known
from evidence_app.rules.territories import Territory
from evidence_app.rules.whose import whose_in
from evidence_app.rules.working_out import WorkingOut


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

    collector_question: CollectorQuestion | None = None
    """Whether it collects for somebody else, on which findings depend; None where nothing does, or it was said."""

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
        is_named = bool(lender_named(self.dispute, self.stated.loan))
        return is_named or may_have_loan(self.dispute, self.money, loan_of(self.stated.loan))

    @property
    def uncounted(self) -> tuple[Correspondent, ...]:
        """Who calls or signs as the institution, and counts for nobody because other numbers were stated."""
        return tuple(each for each in self.joinable if each.calls_itself_theirs)

    @property
    def loan_choices(self) -> LoanChoices:
        """Which payments may be the loan's, for a person to choose among."""
        return loan_choices(self.money, loan_of(self.stated.loan))

    @property
    def loan_questions(self) -> tuple[LoanQuestion, ...]:
        """What a person has yet to say of the loan, for its cost or a rule about it."""
        named = lender_named(self.dispute, self.stated.loan)
        return loan_questions(self.money, loan_of(self.stated.loan), self.loan_choices, self.territory, named)

    @property
    def lender_question(self) -> LoanQuestion | None:
        """Whether the lender is what its name says, on which depends which periods count; None where it is known."""
        return next((each for each in self.loan_questions if each.asked is Asked.LENDER), None)

    @property
    def refunds(self) -> tuple[Refund, ...]:
        """What the person paid of the money in dispute and may ask back."""
        return refunds_of(
            self.dispute, self.money, claim=self.claim, loan=loan_of(self.stated.loan), again=self.same_money
        )

    @property
    def principal_shown(self) -> tuple[str, ...]:
        """By which files and events with the institution the stated principal is named; a payout of it names none."""
        terms = self.stated.loan
        if terms is None or terms.principal is None:
            return ()
        theirs = (each for each in self.happenings if each.event_id in self.theirs)
        return stating_amount(terms.principal, self.pages.values(), theirs)

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
    def names_apart(self) -> tuple[Shared, ...]:
        """Names that stand with agent IDs, and without one as somebody of their own, for a person to join."""
        return names_apart(self.agents)

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
    *,
    progress: Progress = SILENT,
) -> Workspace:
    """Return what a dispute amounts to. Raises Cancelled: of a hundred thousand events this takes seconds."""
    steps = WorkingOut(dispute, today, happenings, stated, documents)
    found = replace(
        _worked_out(steps, progress),
        same=steps.told.same,
        same_money=steps.moved.again,
        pages={each.event_id: each for each in documents.pages},
        introductions=steps.people.introductions,
        unplaced_filings=steps.shown.unplaced,
    )
    progress.check()
    return _with_whose(found, steps.situation)


def _worked_out(steps: WorkingOut, progress: Progress) -> Workspace:
    """Return what comes of the steps and of all that looks at the situation."""
    told = steps.told
    progress.check()
    people, moved = steps.people, steps.moved
    progress.check()
    situation = steps.situation
    complete, found = _completeness(steps), findings(situation, progress)
    excluded = left_out(found, told.stated.exclusions)
    told_findings = (each for each in found if each.id not in excluded)
    began = with_contacts(steps.dispute, steps.began, told_findings, told.happenings)
    filings = ladder_chart(steps.ladder, told.stated.complaints, steps.today)
    known, happenings, channels = told.stated.institution, told.happenings, told.stated.channels
    names = (steps.dispute.institution, *steps.dispute.aliases, *([known.app] if known and known.app else []))
    return Workspace(
        dispute=steps.dispute,
        today=steps.today,
        territory=situation.territory,
        happenings=happenings,
        stated=told.stated,
        doubts=(*doubts(known, channels, names), *doubted_domains(known, happenings, channels, names)),
        agents=people.agents,
        mix_ups=mix_ups(filter(steps.side.names_agent, told.speaking)),
        promises=moved.promises,
        ladder=steps.ladder,
        checklist=checklists()[steps.dispute.type],
        completeness=complete,
        money=moved.money,
        findings=found,
        metrics=metrics(situation, began, people.agents, moved.promises, moved.money.refunded),
        charts=charts_of(situation, moved.twins, filings),
        began=began,
        excluded=excluded,
    )


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
        collector_question=collector_question(situation),
    )


def _completeness(steps: WorkingOut) -> Completeness:
    dispute, situation, stated = steps.dispute, steps.situation, steps.told.stated
    known = Known(situation.other_side, stated.accepted, dispute.type, dispute.amount)
    whose = whose_in(situation, known, stated.not_theirs)
    return completeness(dispute.type, situation.happenings, stated, situation.documents, whose)


__all__ = ["Stated", "Workspace", "work_out"]
