"""What moved, what is still due, and what a loan cost: rows that each rest on one event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.rules.cost_of_credit import CostOfCredit, cost_of_credit, months_between
from evidence_app.rules.situation import Loan

Sums = Mapping[str, Decimal]
"""Amounts by currency: sums of different currencies are never one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One movement, attempt or instalment. ``counts`` is false for what never moved, and for the twin of a pair."""

    happening: Happening
    counts: bool


@dataclass(frozen=True, slots=True)
class MoneyLedger:
    """The money of a dispute. ``overdue`` are instalments that are past their day and not known to be paid."""

    rows: tuple[Row, ...]
    received: Sums = field(default_factory=dict)
    paid: Sums = field(default_factory=dict)
    refunded: Sums = field(default_factory=dict)
    overdue: tuple[Happening, ...] = ()
    paid_out: Decimal | None = None
    cost: CostOfCredit | None = None


def money_ledger(
    happenings: Iterable[Happening], today: date, loan: Loan | None = None, twins: frozenset[str] = frozenset()
) -> MoneyLedger:
    """Return the ledger. ``twins`` are events whose money another one shows: a bank's row of a wallet payment."""
    money = [each for each in happenings if each.kind in MOVES_MONEY and each.amount is not None]
    rows = tuple(Row(each, has_moved(each) and each.event_id not in twins) for each in money)
    moved = [row.happening for row in rows if row.counts]
    once = (each for each in money if each.event_id not in twins)
    loan_events = _events_of(money, loan)
    return MoneyLedger(
        rows,
        received=_sums(filter(comes_in, moved)),
        paid=_sums(filter(goes_out, moved)),
        refunded=_sums(each for each in once if each.outcome is Outcome.REFUNDED),
        overdue=tuple(each for each in money if _is_overdue(each, today)),
        paid_out=_total(loan_events[0]) if loan_events[0] else None,
        cost=_cost(*loan_events),
    )


def has_moved(each: Happening) -> bool:
    """Tell whether money was moved, not merely asked for or tried."""
    return each.outcome in (Outcome.DONE, Outcome.PAID)


def comes_in(each: Happening) -> bool:
    """Tell whether money comes to the person. A repayment never does, whichever direction a picture showed."""
    return each.kind is not EventKind.REPAYMENT and each.direction is Direction.IN


def goes_out(each: Happening) -> bool:
    """Tell whether money leaves the person. Between own accounts, it does neither."""
    return each.kind is EventKind.REPAYMENT or each.direction is Direction.OUT


def _is_overdue(each: Happening, today: date) -> bool:
    if each.kind is not EventKind.REPAYMENT:
        return False
    past = each.day is not None and each.day < today
    return each.outcome is Outcome.OVERDUE or (each.outcome is Outcome.DUE and past)


def _sums(happenings: Iterable[Happening]) -> Sums:
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in happenings:
        sums[each.currency] += each.amount or Decimal()
    return dict(sums)


def _total(happenings: Iterable[Happening]) -> Decimal:
    return sum((each.amount for each in happenings if each.amount is not None), Decimal())


def _events_of(money: Sequence[Happening], loan: Loan | None) -> tuple[list[Happening], list[Happening]]:
    if loan is None:
        return [], []
    paid_out = [each for each in money if each.event_id in loan.paid_out and each.outcome is Outcome.DONE]
    return paid_out, [each for each in money if each.event_id in loan.payments]


def _cost(paid_out: Sequence[Happening], payments: Sequence[Happening]) -> CostOfCredit | None:
    start = next((each.day for each in paid_out if each.day), None)
    if start is None or any(each.day is None for each in payments):
        return None
    return cost_of_credit(
        _total(paid_out), [(months_between(start, each.day), each.amount or Decimal()) for each in payments if each.day]
    )
