"""Saying of fees of the loan whether they were held back from the payout or paid beside it: nothing guesses that."""

from collections.abc import Sequence

from evidence_app.actions.session import Session
from evidence_app.domain.events import Direction, Event, Outcome
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.workspace import LoanTerms
from evidence_app.errors import InputProblem
from evidence_app.rules.loan_rows import HELD_BACK
from evidence_app.vault.changes import Changes


def say_held_back(session: Session, dispute_id: str, event_ids: Sequence[str]) -> list[int]:
    """State that fees never came: their entries move nothing; return the custody entries.

    Raises InputProblem("event-unknown").
    """
    with session.vault.change() as tx:
        edits = [tx.edit(each, HELD_BACK) for each in _events(tx, dispute_id, event_ids)]
        terms = _terms(tx, dispute_id)
        payments = tuple(each for each in terms.payments if each not in event_ids)
        said = tx.edit_item(terms, {"fees": _with(terms.fees, event_ids), "payments": payments})
    return [seq for seq in (*edits, said) if seq is not None]


def say_paid_apart(session: Session, dispute_id: str, event_ids: Sequence[str]) -> list[int]:
    """State that fees were paid beside what came; else as `say_held_back`."""
    moved = {"direction": Direction.OUT, "outcome": Outcome.DONE}
    with session.vault.change() as tx:
        still = [each for each in _events(tx, dispute_id, event_ids) if each.direction is Direction.NONE]
        edits = [tx.edit(each, moved) for each in still]
        terms = _terms(tx, dispute_id)
        changes = {"fees": _with(terms.fees, event_ids), "payments": _with(terms.payments, event_ids)}
        said = tx.edit_item(terms, changes)
    return [seq for seq in (*edits, said) if seq is not None]


def _events(tx: Changes, dispute_id: str, event_ids: Sequence[str]) -> list[Event]:
    events = [tx.event(each) for each in event_ids]
    for each in events:
        if each.dispute_id != dispute_id:
            raise InputProblem("event-unknown", id=each.id)
    return events


def _terms(tx: Changes, dispute_id: str) -> LoanTerms:
    there = next(iter(reversed(tx.items(dispute_id, LoanTerms))), None)
    if there is None:
        there = LoanTerms(id=new_id(), dispute_id=dispute_id, currency=tx.dispute(dispute_id).currency)
        tx.add_item(there)
    return there


def _with(named: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*named, *more)))
