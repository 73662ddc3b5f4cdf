"""The command that writes down a fee of the loan: an entry of the timeline, with what shows it, named as the loan's."""

import argparse
from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from evidence_app.arguments import Parser, amount, currency, day, whole_number
from evidence_app.commands import OK, Call
from evidence_app.domain.events import Direction, EventFacts, EventKind, Outcome
from evidence_app.domain.money import parse_amount
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.errors import InputProblem

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Workspace


def add_verbs(verb: Callable[..., Parser]) -> None:
    """Name the verb and what it takes."""
    parser = verb("fee", fee)
    parser.add_argument("dispute")
    parser.add_argument("amount", type=amount)
    parser.add_argument("--on", type=day, required=True, metavar="DATE")
    parser.add_argument("--due", action="store_true")
    parser.add_argument("--held-back", action="store_true")
    parser.add_argument("--currency", type=currency)
    parser.add_argument("--what", default="")
    parser.add_argument("--party", default="")
    parser.add_argument("--exhibit", type=whole_number, nargs="*", default=[], metavar="NUMBER")


def fee(call: Call, given: argparse.Namespace) -> int:
    """Keep the fee and that it is the loan's, in one step."""
    from evidence_app.actions.disputes import usual_currency
    from evidence_app.actions.instalments import record_instalment
    from evidence_app.actions.workspace import workspace

    with call.session(write=True) as session:
        found = workspace(session, given.dispute)
        typed = _fee_of(given, given.currency or usual_currency(session, given.dispute), shown_by(session, given))
        choices = found.loan_choices
        entries = record_instalment(
            session, given.dispute, typed, choices.proposed_out, choices.proposed_back, is_fee=True
        )
        asked = _whether_held_back(call, workspace(session, given.dispute))
    for line in asked:
        call.complain(line)
    call.answer({"entries": list(entries)})
    call.say(call.words("workspace.changed"))
    return OK


def _whether_held_back(call: Call, found: "Workspace") -> list[str]:
    """Return the question whether a fee of the payout's day was held back from it, with how to answer."""
    from evidence_app.loan_words import how_to_answer
    from evidence_app.rules.loan_questions import Asked

    asked = [each for each in found.loan_questions if each.asked is Asked.HELD_BACK]
    answers = (call.words("overview.loan_do", do=how_to_answer(call.language, found, each)) for each in asked)
    return [line for each, do in zip(asked, answers, strict=True) for line in (each.says(call.language), do)]


def _fee_of(given: argparse.Namespace, currency: str, exhibit_ids: Sequence[str]) -> EventFacts:
    from evidence_app.actions.instalments import as_held_back

    day = ClockReading(datetime.combine(given.on, time()), Precision.DAY, TimeSource.TYPED, 100)
    typed = EventFacts(
        kind=EventKind.REPAYMENT if given.due else EventKind.PAYMENT,
        outcome=Outcome.DUE if given.due else Outcome.DONE,
        direction=Direction.NONE if given.due else Direction.OUT,
        time=choose([day]),
        amount=parse_amount(given.amount),
        currency=currency,
        party=given.party,
        text=given.what,
        exhibit_ids=tuple(exhibit_ids),
    )
    return as_held_back(typed) if given.held_back else typed


def shown_by(session: "Session", given: argparse.Namespace) -> Sequence[str]:
    """Return the exhibits of some numbers. Raises InputProblem("exhibit-unknown")."""
    from evidence_app.actions.exhibits import list_exhibits

    numbers = {each.number: each.id for each in list_exhibits(session, given.dispute)}
    for number in given.exhibit:
        if number not in numbers:
            raise InputProblem("exhibit-unknown", id=str(number))
    return [numbers[number] for number in given.exhibit]
