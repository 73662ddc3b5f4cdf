"""What a dispute amounts to as JSON, for the command line; every legal figure with its source and its day."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from evidence_app.actions.workspace import (
    Agent,
    ChannelDoubt,
    ComplaintNumber,
    LoanQuestion,
    Promise,
    RuleFinding,
    RunningClock,
    Step,
    Workspace,
    complaint_numbers,
)
from evidence_app.domain.happenings import Happening
from evidence_app.domain.item_fields import kind_name, plain_item
from evidence_app.domain.money import plain_amount
from evidence_app.domain.workspace import Complaint, Item, PromiseState
from evidence_app.loan_words import how_to_answer
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.rules.correspondents import MOST_SAMPLES, Correspondent
from evidence_app.rules.counted_promise import CountedPromise, counted_promise
from evidence_app.rules.law import body
from evidence_app.rules.loan_rows import LoanRows
from evidence_app.rules.reference_lines import Comparison
from evidence_app.rules.sources import Citation
from evidence_app.rules.territories import Territory

Document = dict[str, object]


def finding_document(each: RuleFinding, found: Workspace, language: Language) -> Document:
    """Return a finding with what it counts by, its sources, and why it is left out, if it is."""
    left_out = found.excluded.get(each.id)
    return {
        "id": each.id,
        "rule": each.rule.id,
        "about": each.rule.about.value,
        "title": each.rule.title[language],
        "says": each.says(language),
        "limits": each.limits(language),
        "advice": each.advice(language) or None,
        "facts": dict(each.found.facts),
        "periods": [dict(part) for part in each.found.parts],
        "formula": each.rule.measure,
        "formula_text": each.formula(language),
        "threshold": each.threshold(language),
        "events": list(each.event_ids),
        "event_count": len(each.event_ids),
        "samples": list(each.event_ids[:MOST_SAMPLES]),
        "sources": [_citation_document(cited, language) for cited in each.citations()],
        "confidence": each.rule.confidence.value if each.rule.confidence else None,
        "excluded": left_out.reason if left_out else None,
    }


def limit_documents(found: Workspace, language: Language) -> list[Document]:
    """Return what the findings could not look at, and what a person can say so that they do."""
    return [
        *_not_stated(found, language),
        *_unmatched(found, language),
        *_left_out(found, language),
        *_not_said(found, language),
    ]


def _left_out(found: Workspace, language: Language) -> list[Document]:
    """Return who calls or signs as the institution and counts for nobody, because other numbers were stated."""
    if not found.uncounted:
        return []
    message = left_out_words(found, language)
    return [{"code": "numbers-left-out", "message": message, **_contacts(found.uncounted)}]


def left_out_words(found: Workspace, language: Language) -> str:
    """Return whose calls and messages were left out, and why."""
    shown = ", ".join(each.shown for each in found.uncounted[:MOST_NAMED])
    return phrase("commands", "findings.numbers_left_out", language, names=shown, dispute=found.dispute.id)


def _not_said(found: Workspace, language: Language) -> list[Document]:
    """Return what is asked of the other side, on which findings depend."""
    question = found.collector_question
    if question is None:
        return []
    rules = list(dict.fromkeys(each.rule.id for each in question.would_find))
    about = {"type": question.asked.value, "rules": rules, "events": list(question.event_ids)}
    return [{"code": "type-not-said", "message": question.says(language), **about}]


def _unmatched(found: Workspace, language: Language) -> list[Document]:
    if not found.unmatched:
        return []
    message = unmatched_words(found, language)
    return [{"code": "numbers-unmatched", "message": message, "numbers": list(found.unmatched)}]


def unmatched_words(found: Workspace, language: Language) -> str:
    """Return the words for stated numbers of which no confirmed event is."""
    return phrase("commands", "findings.numbers_unmatched", language, numbers=", ".join(found.unmatched))


def _not_stated(found: Workspace, language: Language) -> list[Document]:
    if not found.unplaced:
        return []
    return [
        {
            "code": "numbers-not-stated",
            "message": phrase("commands", "findings.numbers_limit", language),
            **_contacts(found.unplaced),
        }
    ]


def _contacts(people: Sequence[Correspondent]) -> Document:
    """Return the first of those who are asked about, and how many they are."""
    contacts = [
        {
            "number": each.number or None,
            "name": each.name or None,
            "events": each.count,
            "samples": list(each.event_ids),
        }
        for each in people[:MOST_CONTACTS]
    ]
    return {"contacts": contacts, "contact_count": len(people)}


DEPEND_ON_NUMBERS = ("first_reply_s", "agents", "promises", "promise_counts", "money")
"""Of `overview_document`: what is otherwise once somebody says which numbers are the other side's."""


def overview_limits(found: Workspace, language: Language) -> list[Document]:
    """Return what has to be known of the figures of an overview, and which of them depend on it."""
    message = phrase("commands", "overview.numbers_limit", language)
    more: Document = {"message": message, "figures": list(DEPEND_ON_NUMBERS)}
    return [
        *({**each, **more} for each in _not_stated(found, language)),
        *_unmatched(found, language),
        *_left_out(found, language),
        *_not_said(found, language),
        *_no_ladder(found, language),
    ]


def _no_ladder(found: Workspace, language: Language) -> list[Document]:
    """Return that no body of the place is known, and what can be done; nothing where one is."""
    if found.ladder.is_known:
        return []
    return [{"code": "ladder-unknown", "message": phrase("commands", "overview.no_ladder", language)}]


MOST_NAMED = 5
"""Senders that are named in a sentence."""

MOST_CONTACTS = 50
"""Contacts that are listed; a whole phone has thousands."""


def _citation_document(cited: Citation, language: Language) -> Document:
    source = cited.source
    return {
        "id": source.id,
        "title": source.noted(language),
        "checked": source.checked.isoformat(),
        "read": source.read.value,
        "in_force": source.in_force.isoformat() if source.in_force else None,
        "confidence": cited.confidence.value if cited.confidence else None,
    }


def checklist_document(found: Workspace, language: Language) -> Document:
    """Return what decides such a dispute, and what of it is there."""
    return {
        "complete_per_cent": found.completeness.per_cent,
        "first": [each[language] for each in found.checklist.first],
        "entries": [
            {
                "id": each.entry.id,
                "title": each.entry.title[language],
                "how": each.entry.how[language],
                "decisive": each.entry.decisive,
                "there": each.is_there,
                "needed": each.is_needed,
                "perhaps": each.is_perhaps,
                "events": list(each.event_ids),
                "perhaps_events": list(each.perhaps),
            }
            for each in found.completeness.standings
        ],
    }


def _clock_document(running: RunningClock, today: date, language: Language) -> Document:
    clock, deadline = running.deadline.clock, running.deadline
    return {
        "clock": clock.id,
        "whose": clock.whose.value,
        "what": clock.what[language],
        "start": deadline.start.isoformat(),
        "day": deadline.day.isoformat(),
        "counted_to": deadline.counted_to.isoformat(),
        "moved_by": _citation_document(deadline.moved_by, language) if deadline.moved_by is not None else None,
        "perhaps_to": deadline.perhaps_to.isoformat() if deadline.perhaps_to is not None else None,
        "holidays_used": [{"day": each.day.isoformat(), "name": each.name} for each in deadline.holidays_used],
        "make_up_days": [each.isoformat() for each in deadline.make_up_days],
        "calendar_known": deadline.calendar_known,
        "statutory": clock.statutory,
        "confidence": clock.confidence.value,
        "source": _citation_document(clock.citation, language),
        "stopped": running.stopped,
        "overdue_days": running.days_overdue(today),
        "possible": running.is_possible,
        "passed_days": running.days_passed(today),
        "longest_to": running.longest_to.isoformat() if running.longest_to is not None else None,
        "met_on": running.met_on.isoformat() if running.met_on is not None else None,
        "late_days": running.days_late,
        "perhaps_met_on": running.perhaps_met_on.isoformat() if running.perhaps_met_on is not None else None,
        "perhaps_met_by": running.perhaps_met_by or None,
    }


def overview_document(found: Workspace, language: Language) -> Document:
    """Return where a dispute stands."""
    deadline, metrics = found.ladder.periods.next_deadline(found.today), found.metrics
    reply = metrics.first_reply
    return {
        "dispute": found.dispute.id,
        "today": found.today.isoformat(),
        "institution": _institution_document(found, language),
        "days_open": metrics.days_open,
        "since": _since_document(found),
        "first_reply_s": int(reply.total_seconds()) if reply is not None else None,
        "next_deadline": _clock_document(deadline, found.today, language) if deadline else None,
        "next_step": found.ladder.next_step.body.id if found.ladder.next_step else None,
        "without_period": [step.body.id for step in found.ladder.without_period],
        "lapsed": _lapsed_documents(found, language),
        "possible": [each.body.id for each in found.ladder.possible],
        "complaint_numbers": [_number_document(each) for each in complaint_numbers(found)],
        "ladder": [_step_document(each, found, language) for each in found.ladder.steps],
        "filed_elsewhere": [_filing_document(each) for each in found.stated.complaints if body(each.body) is None],
        "unplaced_filings": [_unplaced_document(each) for each in found.unplaced_filings],
        "agents": [agent_document(each, found) for each in found.agents],
        "contradictions": _contradictions_document(found),
        "promises": [_promise_document(each, found.territory) for each in found.promises],
        "promise_counts": _promise_counts(found),
        "channels": [_item_document(each) for each in found.stated.channels],
        "channel_doubts": [_doubt_document(each) for each in found.doubts],
        "money": _money_document(found, language),
        "complete_per_cent": found.completeness.per_cent,
        "limits": overview_limits(found, language),
    }


def _lapsed_documents(found: Workspace, language: Language) -> list[Document]:
    return [
        {"body": each.body.id, "complaint": each.complaint_id, **_clock_document(each, found.today, language)}
        for each in found.ladder.lapsed
    ]


def _number_document(number: ComplaintNumber) -> Document:
    return {
        "value": number.value,
        "event": number.event_id,
        "day": number.day.isoformat() if number.day else None,
        "from": number.shown or None,
        "body": number.body or None,
        "quote": number.quote,
    }


def _contradictions_document(found: Workspace) -> Document:
    shown = found.contradictions
    return {
        "pairs": [[each.event_id for each in pair.both] for pair in shown.pairs],
        "unpaired": [each.event_id for each in shown.unpaired],
    }


def _doubt_document(doubt: ChannelDoubt) -> Document:
    return {
        "channel": doubt.channel_id,
        "doubt": doubt.doubt.value,
        "shown": doubt.shown,
        "compared": doubt.compared_with,
        "events": list(doubt.event_ids),
    }


def _step_document(step: Step, found: Workspace, language: Language) -> Document:
    body = step.body
    return {
        "body": body.id,
        "name": body.name[language],
        "kind": body.kind.value,
        "step": body.step_in(found.dispute.type),
        "route": body.route[language],
        "gain": body.gain[language],
        "cost": body.cost[language],
        "asks": [each[language] for each in body.asks],
        "source": _citation_document(step.citation, language) if step.citation is not None else None,
        "unbound": step.unbound[language] if step.unbound is not None else None,
        "complaints": [_filing_document(each) for each in step.complaints],
        "clocks": [_clock_document(each, found.today, language) for each in step.clocks],
    }


def agent_document(agent: Agent, found: Workspace) -> Document:
    """Return somebody of the institution with all contacts and promises, by the ids of events."""
    against = {each.event_id for each in found.contradicting}
    return {
        "agent_ids": list(agent.agent_ids),
        "names": list(agent.names),
        "contacts": [contact.event_id for contact in agent.contacts],
        "promises": [contact.event_id for contact in agent.promises],
        "contradicting": [contact.event_id for contact in agent.contacts if contact.event_id in against],
        "only_mentioned": [each.event_id for each in agent.contacts if each.event_id in agent.mentioned],
        "introduced_before": [
            {"event": event_id, "agent_id": before.agent_id, "by": before.event_id}
            for event_id, before in agent.introduced.items()
        ],
    }


def _institution_document(found: Workspace, language: Language) -> Document:
    """Return who the other side is, and of which type as a person said, None where nobody did."""
    known = found.stated.institution
    said = known.institution_type if known is not None and known.institution_type else None
    names = {"type": said.value, "type_name": name_of(said, language)} if said else {"type": None, "type_name": None}
    return {"name": found.dispute.institution, **names}


def _since_document(found: Workspace) -> Document | None:
    began = found.began
    if began is None:
        return None
    return {"day": began.day.isoformat(), "known_by": began.basis.value, "event": began.event_id or None}


def _promise_document(promise: Promise, territory: Territory | None) -> Document:
    earlier = [_promise_by_a_day(each, territory) for each in promise.earlier]
    return {**_promise_by_a_day(promise, territory), "earlier": earlier}


def _promise_by_a_day(promise: Promise, territory: Territory | None) -> Document:
    happening, before = promise.happening, promise.introduction
    return {
        "event": happening.event_id,
        "events": list(promise.event_ids),
        "text": happening.promise,
        "wordings": list(promise.wordings),
        "agent_id": happening.agent_id or None,
        "introduced_before": {"agent_id": before.agent_id, "by": before.event_id} if before else None,
        "due": promise.due.isoformat() if promise.due else None,
        "counted": _counted_document(counted_promise(promise, territory)),
        "state": promise.state.value or ("overdue" if promise.overdue else "open"),
        "evidence": list(promise.shown_by),
        "perhaps_kept_by": [*promise.contacts, *promise.money, *promise.told],
        "perhaps_kept_late_by": promise.late.happening.event_id if promise.late and promise.late_by else None,
        "contacts_after": _contacts_after(promise),
    }


def _counted_document(counted: CountedPromise | None) -> Document | None:
    """Return by which working days a promise comes to its day, None where it is not counted so."""
    if counted is None:
        return None
    return {
        "since": counted.start.isoformat(),
        "working_days": counted.count,
        "holidays_used": [each.day.isoformat() for each in counted.days.holidays_used],
        "make_up_days": [each.isoformat() for each in counted.days.make_up_days],
        "calendar_known": counted.days.calendar_known,
    }


def _contacts_after(promise: Promise) -> Document | None:
    """Return which contacts came after a promise to stop them, None where none did."""
    days = [each.day.isoformat() for each in promise.after if each.day]
    events = [each.event_id for each in promise.after]
    return {"count": len(events), "first": days[0], "last": days[-1], "events": events} if days else None


def _promise_counts(found: Workspace) -> Document:
    """Return how many promises there are, each once however often it was said, and what became of them."""
    counts = found.metrics
    return {
        "promises": len(found.promises),
        "events": sum(each.said for each in found.promises),
        "kept": counts.promises_kept,
        "broken": counts.promises_broken,
        "overdue": counts.promises_past,
        "open": counts.promises_open,
        "withdrawn": sum(each.state is PromiseState.WITHDRAWN for each in found.promises),
        "days_passed_before": counts.days_passed_before,
    }


def _item_document(item: Item) -> Document:
    return {"id": item.id, "kind": kind_name(item), **plain_item(item)}


def _filing_document(filing: Complaint) -> Document:
    """Return a filing; one that nobody recorded has the id of its event."""
    return {**_item_document(filing), "recorded": not filing.is_only_shown}


def _unplaced_document(step: Happening) -> Document:
    return {
        "event": step.event_id,
        "day": step.day.isoformat() if step.day else None,
        "reference": step.reference or None,
        "body": step.body or None,
    }


def _comparison_document(comparison: Comparison, language: Language) -> Document:
    """Return the rates that a loan's cost is compared with, or why with none."""
    lines = [
        {
            "id": line.rate.id,
            "says": line.says(language),
            "per_cent": str(line.reference.per_cent) if line.reference is not None else None,
            "target": line.rate.target.isoformat() if line.rate.target is not None else None,
            "binds": line.binds,
            "why_not": line.why.value if line.why is not None else None,
            "sources": [_citation_document(each, language) for each in line.citations()],
        }
        for line in comparison.lines
    ]
    return {"why_not": comparison.why.value if comparison.why is not None else None, "lines": lines}


def _money_document(found: Workspace, language: Language) -> Document:
    money = found.money
    cost, claim, terms = money.cost, found.claim, found.stated.loan
    back = None if claim is None or claim.is_demanded else claim
    return {
        "in_dispute": {claim.currency: plain_amount(claim.amount)} if claim else {},
        "recovered": {back.currency: plain_amount(back.recovered)} if back else {},
        "open": {back.currency: plain_amount(back.open)} if back else {},
        "recovered_by": list(back.event_ids) if back else [],
        "unclear": {back.currency: plain_amount(back.perhaps)} if back and back.unclear else {},
        "unclear_by": [each.event_id for each in back.unclear] if back else [],
        "received": _sums(money.received),
        "paid": _sums(money.paid),
        "elsewhere": [
            {"name": each.name, "paid": _sums(each.paid), "events": list(each.event_ids)} for each in money.elsewhere
        ],
        "payee_not_stated": [each.event_id for each in money.unnamed],
        "refunded": _sums(money.refunded),
        "overdue": [each.event_id for each in money.overdue],
        "fees": [each.event_id for each in money.fees],
        "principal": plain_amount(terms.principal) or None if terms else None,
        "paid_out": plain_amount(money.paid_out) or None,
        "loan": _loan_document(money.loan),
        "nominal_per_cent": str(cost.nominal) if cost else None,
        "effective_per_cent": str(cost.effective) if cost else None,
        "rate_is_of": ("day" if cost.by_days else "month") if cost else None,
        "compared_with": _comparison_document(found.comparison, language) if found.comparison else None,
        "asked": [_question_document(found, each, language) for each in found.loan_questions],
        "with_others": money.others,
        "rows": [
            {"event": row.happening.event_id, "counts": row.counts, "standing": row.counting.value}
            for row in money.rows
        ],
    }


def _question_document(found: Workspace, question: LoanQuestion, language: Language) -> Document:
    """Return what is asked of the loan: what is missing, by which events, and how to say it."""
    return {
        "asked": question.asked.value,
        "for_cost": question.is_of_cost,
        "events": list(question.event_ids),
        "says": question.says(language),
        "do": how_to_answer(language, found, question),
    }


def _loan_document(rows: LoanRows) -> Document:
    """Return which rows of the loan count, and which are named as its own and do not."""
    counted = {"paid_out": rows.paid_out, "paid": rows.paid, "to_come": rows.to_come}
    named = {key: [each.event_id for each in of_one] for key, of_one in counted.items()}
    named["fees"] = [each.event_id for each in rows.fees]
    named["fees_held_back"] = [each.event_id for each in rows.deducted]
    named["fees_undecided"] = [each.event_id for each in rows.undecided]
    return {**named, "not_counted": sorted(rows.settled | rows.covered | rows.left_out)}


def _sums(sums: Mapping[str, Decimal]) -> dict[str, str]:
    return {currency: plain_amount(amount) for currency, amount in sums.items()}
