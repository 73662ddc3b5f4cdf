"""The commands about what a dispute amounts to: findings, overview, complaints, promises, marks, letters."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evidence_app.arguments import Choices, Parser, amount_or_empty, currency, day, texts
from evidence_app.commands import OK, Call, changed, printable, write_out
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import (
    TAGS,
    ChecklistMark,
    ChecklistState,
    Complaint,
    ComplaintOutcome,
    EventMark,
    Exclusion,
    Item,
    Lender,
    LoanTerms,
    PromiseRecord,
    PromiseState,
    YesNo,
)
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language, phrase

if TYPE_CHECKING:
    from evidence_app.actions.filing_links import Linked
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import RuleFinding, Workspace

DAYS_OF_COMPLAINT = ("filed", "received", "transferred", "accepted", "extended", "replied")


def _add_today(parser: Parser) -> None:
    """Name what commands take that depend on the day."""
    parser.add_argument("dispute")
    parser.add_argument("--today", type=day, metavar="DATE")


def _add_complaint_arguments(complain: Parser, complaint: Parser) -> None:
    """Name what filing a complaint, and what became of it, take."""
    complain.add_argument("dispute")
    complain.add_argument("body", nargs="?", default="")
    complain.add_argument("--event", default="", metavar="ID")
    complaint.add_argument("id")
    complaint.add_argument("--body")
    complaint.add_argument("--remove", metavar="WORDS")
    complaint.add_argument("--put-back", action="store_true")
    complaint.add_argument("--outcome", choices=Choices(*ComplaintOutcome))
    complaint.add_argument("--reply")
    complaint.add_argument("--event", metavar="ID")
    complaint.add_argument("--replies", nargs="*", metavar="EVENT")
    for parser in (complain, complaint):
        for step in DAYS_OF_COMPLAINT:
            parser.add_argument(f"--{step}", type=day, metavar="DATE")
        parser.add_argument("--as-named", action="store_true")
        parser.add_argument("--reference")
        parser.add_argument("--route")
        parser.add_argument("--demand")
        parser.add_argument("--dossier", metavar="SHA256")


def _add_mark_arguments(mark: Parser) -> None:
    """Name what marking an event takes."""
    mark.add_argument("dispute")
    mark.add_argument("event")
    mark.add_argument("tags", nargs="*", choices=TAGS, metavar="TAG")
    mark.add_argument("--against", metavar="EVENT")


def _add_promise_arguments(promise: Parser) -> None:
    """Name what marking a promise takes."""
    promise.add_argument("dispute")
    promise.add_argument("event")
    promise.add_argument("state", choices=Choices(*PromiseState, empty="open"))
    promise.add_argument("--evidence", nargs="*", default=[], metavar="EVENT")
    promise.add_argument("--note", default="")


def _add_exclusion_arguments(exclude: Parser) -> None:
    """Name what leaving a finding out takes."""
    exclude.add_argument("dispute")
    exclude.add_argument("finding")
    exclude.add_argument("--reason", required=True)
    exclude.add_argument("--today", type=day, metavar="DATE")


def _add_checklist_arguments(have: Parser) -> None:
    """Name what saying that a piece of evidence is there takes."""
    have.add_argument("dispute")
    have.add_argument("entry")
    have.add_argument("state", choices=Choices(*ChecklistState, empty="open"))
    have.add_argument("--note", default="")


def _add_loan_arguments(loan: Parser) -> None:
    """Name what is stated about the loan in dispute."""
    loan.add_argument("dispute")
    loan.add_argument("--lender", choices=Choices(*Lender))
    loan.add_argument("--principal", type=amount_or_empty)
    loan.add_argument("--currency", type=currency)
    loan.add_argument("--contract-day", type=day, metavar="DATE")
    loan.add_argument("--paid-out", nargs="*", metavar="EVENT")
    loan.add_argument("--payments", nargs="*", metavar="EVENT")
    loan.add_argument("--fees", nargs="*", metavar="EVENT")
    loan.add_argument("--held-back", nargs="+", default=[], metavar="EVENT")
    loan.add_argument("--paid-apart", nargs="+", default=[], metavar="EVENT")
    for answer in ("--cost-stated", "--fees-stated"):
        loan.add_argument(answer, choices=Choices(*YesNo))


def _add_letter_arguments(letter: Parser) -> None:
    """Name what writing a letter takes."""
    letter.add_argument("dispute")
    letter.add_argument("kind", choices=Choices(*LetterKind))
    letter.add_argument("--body", default="")
    letter.add_argument("--language", choices=[each.value for each in Language])
    letter.add_argument("--out", type=Path, metavar="FILE")


def add_verbs(verb: Callable[..., Parser]) -> None:
    """Add all of these commands; ``verb`` makes one of its name and function."""
    _add_today(verb("findings", findings))
    _add_today(verb("overview", overview))
    _add_complaint_arguments(
        verb("complain", complain, json=False),
        verb("complaint", complaint),
    )
    _add_promise_arguments(verb("promise", promise))
    _add_mark_arguments(verb("mark", mark))
    _add_exclusion_arguments(verb("exclude", exclude))
    _add_checklist_arguments(verb("have", have))
    _add_loan_arguments(verb("loan", loan))
    _add_letter_arguments(verb("letter", letter, json=False))


# -- telling -----------------------------------------------------------------------------------------------------------


def findings(call: Call, given: argparse.Namespace) -> int:
    """Print what the timeline departs from, and what is missing."""
    from evidence_app.workspace_documents import (
        checklist_document,
        finding_document,
        limit_documents,
    )

    found = _workspace(call, given)
    call.answer(
        {
            "findings": [finding_document(each, found, call.language) for each in found.findings],
            "checklist": checklist_document(found, call.language),
            "limits": limit_documents(found, call.language),
        }
    )
    reminders = [each for each in found.told_findings if each.is_reminder]
    if not found.disclosed_findings:
        call.say(call.words("findings.none"))
    _say_findings(call, found.disclosed_findings)
    _ask_type(call, found)
    _warn_of_numbers(call, found)
    if reminders:
        call.say(call.words("findings.reminders"))
        _say_findings(call, reminders)
    call.say(call.words("findings.complete", per_cent=found.completeness.per_cent))
    for standing in found.completeness.perhaps:
        call.say(call.words("findings.perhaps", title=standing.entry.title[call.language]))
    for standing in found.completeness.missing:
        title, how = standing.entry.title[call.language], standing.entry.how[call.language]
        call.say(call.words("findings.missing", title=title, how=how))
    return OK


def _say_findings(call: Call, told: Sequence["RuleFinding"]) -> None:
    for each in told:
        call.say(call.words("findings.line", rule=each.rule.id, says=each.says(call.language)))
        for cited in each.citations():
            call.say(call.words("findings.source", source=cited[call.language]))
        for words in filter(
            None, (each.formula(call.language), each.limits(call.language), each.advice(call.language))
        ):
            call.say(call.words("findings.limits", limits=words))


def _ask_type(call: Call, found: "Workspace") -> None:
    """Ask what the other side is, where findings depend on it, and say how it is answered."""
    if (question := found.collector_question) is None:
        return
    call.say(call.words("findings.asks", says=question.says(call.language)))
    if question.event_ids:
        call.say(call.words("findings.because", events=" ".join(question.event_ids)))
    do = call.words("findings.collector_do", dispute=found.dispute.id, type=question.asked.value)
    call.say(call.words("overview.loan_do", do=do))


def _warn_of_numbers(call: Call, found: "Workspace") -> None:
    """Say on standard error what counts for nobody as long as nobody says whose numbers these are."""
    from evidence_app.workspace_documents import MOST_NAMED, left_out_words, unmatched_words

    if found.unplaced:
        first = ", ".join(each.shown for each in found.unplaced[:MOST_NAMED])
        call.complain(printable(call.words("findings.numbers_not_stated", first=first, dispute=found.dispute.id)))
    if found.unmatched:
        call.complain(printable(unmatched_words(found, call.language)))
    if found.uncounted:
        call.complain(printable(left_out_words(found, call.language)))


def overview(call: Call, given: argparse.Namespace) -> int:
    """Print where a dispute stands."""
    from evidence_app.overview_words import say_overview
    from evidence_app.workspace_documents import overview_document

    found = _workspace(call, given)
    call.answer(overview_document(found, call.language))
    _warn_of_numbers(call, found)
    say_overview(call, found)
    _ask_type(call, found)
    call.say(call.words("findings.complete", per_cent=found.completeness.per_cent))
    return OK


def _workspace(call: Call, given: argparse.Namespace) -> "Workspace":
    from evidence_app.actions.workspace import workspace

    with call.session() as session:
        return workspace(session, given.dispute, given.today)


# -- changing ----------------------------------------------------------------------------------------------------------


def complain(call: Call, given: argparse.Namespace) -> int:
    """Record a filing and print its id; without a body, print which there are."""
    from evidence_app.actions.filing_links import linked
    from evidence_app.actions.workspace import add

    if not given.body:
        with call.session() as session:
            for line in _bodies(call, session, given.dispute):
                call.say(line)
        return OK
    with call.session(write=True) as session:
        body, facts = _body_meant(call, session, given.dispute, given), _complaint_facts(given)
        link = linked(session, Complaint(id="", dispute_id=given.dispute, body=body, event_id=given.event, **facts))
        added = add(session, link.complaint)
    _tell_of_link(call, link)
    write_out(added.item.id)
    return OK


def _body_meant(call: Call, session: "Session", dispute_id: str, given: argparse.Namespace) -> str:
    """Return with which body something is filed; whoever names none is told on standard error which there are."""
    from evidence_app.actions.bodies import body_of

    try:
        return body_of(session, dispute_id, given.body, as_named=given.as_named)
    except InputProblem as refused:
        if refused.code == "body-questioned":
            for line in _bodies(call, session, dispute_id):
                call.complain(line)
        raise


def _bodies(call: Call, session: "Session", dispute_id: str) -> Iterable[str]:
    """Yield the id and the name of each body of a dispute's ladder."""
    from evidence_app.actions.bodies import bodies_of

    for each in bodies_of(session, dispute_id):
        yield call.words("complain.body", id=each.id, name=each.name[call.language])


def _tell_of_link(call: Call, link: "Linked") -> None:
    """Say which entry was linked by the complaint's number, or why none was; on standard error, as nobody asked."""
    number = link.complaint.reference
    if link.event_id:
        call.complain(call.words("complaint.linked", number=number, event=link.event_id))
    elif link.count:
        call.complain(call.words("complaint.not_linked", number=number, count=link.count))


def complaint(call: Call, given: argparse.Namespace) -> int:
    """Record what became of a filing, move it to another body, or take it off the ladder."""
    from evidence_app.actions.workspace import change, item

    facts = _complaint_facts(given)
    if given.put_back:
        facts["set_aside"] = ""
    if given.remove is not None:
        if not given.remove.strip():
            raise InputProblem("reason-missing")
        facts["set_aside"] = given.remove
    if given.outcome is not None:
        facts["outcome"] = ComplaintOutcome(given.outcome)
    if given.reply is not None:
        facts["reply"] = given.reply
    if given.event is not None:
        facts["event_id"] = given.event
    if given.replies is not None:
        facts["reply_ids"] = tuple(given.replies)

    def keep(session: "Session") -> int | None:
        filing = item(session, given.id)
        if not isinstance(filing, Complaint):
            raise InputProblem("item-unknown", id=given.id)
        if given.body is not None:
            facts["body"] = _body_meant(call, session, filing.dispute_id, given)
        link = _link(session, filing, given)
        seq = change(session, given.id, facts | ({"event_id": link.event_id} if link and link.event_id else {}))
        if link:
            _tell_of_link(call, link)
        return seq

    return changed(call, keep)


def _link(session: "Session", filing: Complaint, given: argparse.Namespace) -> "Linked | None":
    """Return with which entry the number stated now links a complaint; None where none is stated, or an entry is."""
    from evidence_app.actions.filing_links import linked

    if not given.reference or given.event is not None:
        return None
    return linked(session, replace(filing, reference=given.reference))


def _complaint_facts(given: argparse.Namespace) -> dict[str, Any]:
    days = {f"{day}_on": getattr(given, day) for day in DAYS_OF_COMPLAINT}
    texts = {"reference": given.reference, "route": given.route, "demand": given.demand}
    texts["dossier_sha256"] = given.dossier
    return {name: value for name, value in (days | texts).items() if value is not None}


def promise(call: Call, given: argparse.Namespace) -> int:
    """Say what became of a promise."""
    from evidence_app.actions.workspace import say_of_promise

    state = PromiseState("" if given.state == "open" else given.state)
    facts = {"state": state, "evidence_ids": tuple(given.evidence), "note": given.note}
    wanted = PromiseRecord(id="", dispute_id=given.dispute, event_id=given.event, **facts)
    return changed(call, lambda session: say_of_promise(session, wanted))


def mark(call: Call, given: argparse.Namespace) -> int:
    """Mark what an event is, or that it contradicts another answer."""
    if given.against:
        from evidence_app.actions.workspace import set_against

        return changed(call, lambda session: set_against(session, given.dispute, given.event, given.against))
    wanted = EventMark(id="", dispute_id=given.dispute, event_id=given.event, tags=tuple(given.tags))
    return _say(call, wanted, "event_id")


def exclude(call: Call, given: argparse.Namespace) -> int:
    """Leave a finding out of the dossier."""
    wanted = Exclusion(id="", dispute_id=given.dispute, finding=given.finding, reason=given.reason)
    return _say(call, wanted, "finding", given.today)


def have(call: Call, given: argparse.Namespace) -> int:
    """Say that a piece of evidence is there, or not needed."""
    state = ChecklistState("" if given.state == "open" else given.state)
    wanted = ChecklistMark(id="", dispute_id=given.dispute, entry=given.entry, state=state, note=given.note)
    return _say(call, wanted, "entry")


def loan(call: Call, given: argparse.Namespace) -> int:
    """State what is known of the loan in dispute."""
    stated: dict[str, Any] = {
        "lender": Lender(given.lender) if given.lender else None,
        "principal": _amount(given.principal),
        "currency": given.currency,
        "contract_day": given.contract_day,
        "paid_out": texts(given.paid_out),
        "payments": texts(given.payments),
        "cost_stated": YesNo(given.cost_stated) if given.cost_stated else None,
        "fees": texts(given.fees),
        "fees_stated": YesNo(given.fees_stated) if given.fees_stated else None,
    }
    from evidence_app.actions.disputes import usual_currency
    from evidence_app.actions.workspace import state

    changes = {name: value for name, value in stated.items() if value is not None}

    def keep(session: "Session") -> int | None:
        if given.held_back or given.paid_apart:
            from evidence_app.actions.fees_said import say_held_back, say_paid_apart

            said = say_held_back(session, given.dispute, given.held_back) if given.held_back else []
            said += say_paid_apart(session, given.dispute, given.paid_apart) if given.paid_apart else []
            if not changes:
                return said[-1] if said else None
        own = usual_currency(session, given.dispute)
        taken = _taken(session, given.dispute) if changes and not changes.keys() & _LOAN_ROWS else {}
        seq = state(session, LoanTerms(id="", dispute_id=given.dispute, currency=own), changes | taken)
        if taken:
            counts = {"out": len(taken["paid_out"]), "back": len(taken["payments"]), "fees": len(taken["fees"])}
            call.complain(call.words("loan.taken", **counts))
        return seq

    return changed(call, keep)


_LOAN_ROWS = frozenset({"paid_out", "payments", "fees"})


def _taken(session: "Session", dispute_id: str) -> dict[str, tuple[str, ...]]:
    """Return the rows that are taken for the loan's when it is first stated, as the window takes them."""
    from evidence_app.actions.workspace import workspace

    found = workspace(session, dispute_id)
    terms, choices = found.stated.loan, found.loan_choices
    taken = {"paid_out": choices.proposed_out, "payments": choices.proposed_back, "fees": choices.proposed_fees}
    if any(taken.values()) and (terms is None or not (terms.paid_out or terms.payments or terms.fees)):
        return taken
    return {}


def _amount(words: str | None) -> Decimal | None:
    from evidence_app.domain.money import parse_amount

    return None if words is None else parse_amount(words)


def _say(call: Call, wanted: Item, key: str, today: date | None = None) -> int:
    from evidence_app.actions.workspace import say

    return changed(call, lambda session: say(session, wanted, key, today))


def letter(call: Call, given: argparse.Namespace) -> int:
    """Write a letter, and print it or keep it as a file."""
    from evidence_app.actions.letters import draft, save_letter

    language = Language(given.language) if given.language else call.language
    with call.session() as session:
        written = draft(session, given.dispute, LetterKind(given.kind), language, given.body)
        if given.out is not None:
            save_letter(session, written, given.out, language)
    if given.out is None:
        write_out(_printable_lines(written.plain_text(phrase("letters", "unsupported", language))))
    else:
        call.say(call.words("letter.done", path=given.out))
    for note in [call.words("letter.cited"), *(each[call.language] for each in written.cited)] * bool(written.cited):
        call.complain(note)
    return OK


def _printable_lines(text: str) -> str:
    """Return lines that cannot steer a terminal."""
    return "\n".join(printable(line) for line in text.splitlines())
