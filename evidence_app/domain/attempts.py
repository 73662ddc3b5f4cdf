"""What a movement of money is called that moved nothing, or back: nobody received a withdrawal that failed. Pure."""

import re
from enum import StrEnum

from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind, Outcome

NOT_MOVED = frozenset({Outcome.FAILED, Outcome.PENDING, Outcome.CLOSED})
"""Outcomes of payments that moved no money, or not yet."""

_WITHDRAWAL = re.compile(r"提[现現領领]|\bwithdraw", re.IGNORECASE)


class Attempt(StrEnum):
    """What is said of an attempt, and of money that went back, in place of its kind, its direction and its outcome."""

    WITHDRAWAL_FAILED = "withdrawal_failed"
    WITHDRAWAL_PENDING = "withdrawal_pending"
    WITHDRAWAL_CLOSED = "withdrawal_closed"
    IN_FAILED = "in_failed"
    IN_PENDING = "in_pending"
    IN_CLOSED = "in_closed"
    IN_REFUNDED = "in_refunded"
    OUT_FAILED = "out_failed"
    OUT_PENDING = "out_pending"
    OUT_CLOSED = "out_closed"
    OUT_REFUNDED = "out_refunded"
    PAYMENT_FAILED = "payment_failed"
    PAYMENT_PENDING = "payment_pending"
    PAYMENT_CLOSED = "payment_closed"
    PAYMENT_REFUNDED = "payment_refunded"
    REPAYMENT_FAILED = "repayment_failed"
    REPAYMENT_PENDING = "repayment_pending"
    REPAYMENT_CLOSED = "repayment_closed"
    REPAYMENT_REFUNDED = "repayment_refunded"


def says_withdrawal(kind: EventKind, direction: Direction, text: str) -> bool:
    """Tell whether a payment calls itself a withdrawal: money that the person takes out of an account of their own."""
    return kind is EventKind.PAYMENT and direction is not Direction.OUT and bool(_WITHDRAWAL.search(text))


def attempt_of(kind: EventKind, direction: Direction, outcome: Outcome, text: str = "") -> Attempt | None:
    """Return what a movement of money is called by its outcome, None for one that was made, or says nothing of it."""
    if kind not in MOVES_MONEY or outcome not in NOT_MOVED | {Outcome.REFUNDED}:
        return None
    if outcome in NOT_MOVED and says_withdrawal(kind, direction, text):
        return Attempt(f"withdrawal_{outcome.value}")
    is_told = kind is EventKind.PAYMENT and direction in (Direction.IN, Direction.OUT)
    return Attempt(f"{direction.value if is_told else kind.value}_{outcome.value}")
