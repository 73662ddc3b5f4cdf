"""The command that writes down what happened: a call, a message, money that moved, a promise, a note, a step."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from evidence_app.arguments import Choices, Parser, amount, currency, day, moment, whole_number
from evidence_app.commands import OK, Call, write_out
from evidence_app.domain.events import Direction, EventFacts, EventKind, Outcome
from evidence_app.domain.money import parse_amount
from evidence_app.domain.times import choose
from evidence_app.fee_command import shown_by

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

KINDS = tuple(kind for kind in EventKind if kind is not EventKind.DOCUMENT)
"""What people write down: the event of a file comes with the file."""

WORDS = ("party", "number", "agent", "agent-name", "text", "reference", "promise", "body")
"""What is kept as it was typed."""


def add_verbs(verb: Callable[..., Parser]) -> None:
    """Name the verb and what it takes."""
    parser = verb("record", record)
    parser.add_argument("dispute")
    parser.add_argument("kind", choices=Choices(*KINDS))
    parser.add_argument("--at", type=moment, required=True, metavar="TIME")
    parser.add_argument("--direction", choices=Choices(*Direction), default="")
    for name in WORDS:
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--amount", type=amount)
    parser.add_argument("--currency", type=currency)
    parser.add_argument("--outcome", choices=Choices(*Outcome), default="")
    parser.add_argument("--duration", type=whole_number, metavar="SECONDS")
    parser.add_argument("--due", type=day, metavar="DATE")
    parser.add_argument("--exhibit", type=whole_number, nargs="*", default=[], metavar="NUMBER")


def record(call: Call, given: argparse.Namespace) -> int:
    """Keep what happened and print its id."""
    from evidence_app.actions.record_event import record as keep

    with call.session(write=True) as session:
        kept = keep(session, given.dispute, _facts(session, given))
    call.answer({"event": kept.event.id, "entry": kept.seq})
    if not call.as_json:
        write_out(kept.event.id)
    return OK


def _facts(session: "Session", given: argparse.Namespace) -> EventFacts:
    """Return what was typed. Raises InputProblem for an exhibit that is not there, or a day that is still to come."""
    from evidence_app.actions.disputes import usual_currency
    from evidence_app.actions.promised_days import day_promised
    from evidence_app.actions.stating import check_not_to_come

    with session.vault.read() as catalog:
        dispute = catalog.dispute(given.dispute)
    kind = EventKind(given.kind)
    if kind is not EventKind.REPAYMENT:  # an instalment may fall due later
        check_not_to_come(session, dispute.zone, given.at.wall.date())
    paid = kind is EventKind.PAYMENT and not given.outcome  # what a person says was paid was done
    promise = given.promise or (given.text if kind is EventKind.PROMISE else "")
    due = given.due or (day_promised(dispute, promise, given.at.wall) if promise else None)
    return EventFacts(
        kind=kind,
        time=choose([given.at]),
        direction=Direction(given.direction),
        party=given.party,
        number=given.number,
        agent_id=given.agent,
        agent_name=given.agent_name,
        text=given.text,
        amount=parse_amount(given.amount or ""),
        currency=given.currency or usual_currency(session, given.dispute),
        reference=given.reference,
        duration_s=given.duration,
        outcome=Outcome.DONE if paid else Outcome(given.outcome),
        promise=promise,
        promise_due=due,
        body=given.body,
        exhibit_ids=tuple(shown_by(session, given)),
    )
