"""What moved, what is still due, and what a loan cost: rows that each rest on one event."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.cost_of_credit import CostOfCredit, cost_of_credit, months_between
from evidence_app.rules.situation import Loan

Sums = Mapping[str, Decimal]
"""Amounts by currency: sums of different currencies are never one."""


IN_TIME = timedelta(days=5)
"""How far from its day an instalment is still paid by a payment of its amount: banks take weekends off."""

ABOUT = Decimal("0.01")
"""By which part a payment may differ from the instalment that it pays: what rounding makes."""


class Counting(StrEnum):
    """Why a row is in the sums, or is not."""

    COUNTS = "counts"
    NOT_MOVED = "not_moved"  # asked for, tried, planned
    REFUND = "refund"  # given back: in the sum of refunds
    TWIN = "twin"  # another row shows the same money
    OWN = "own"  # between the person's own accounts
    OTHERS = "others"  # with somebody else, or with nobody who is named


@dataclass(frozen=True, slots=True)
class Row:
    """One movement, attempt or instalment. ``is_theirs`` tells whether it is with the institution."""

    happening: Happening
    counting: Counting
    is_theirs: bool

    @property
    def counts(self) -> bool:
        """Whether it is in the sums of what was received and paid."""
        return self.counting is Counting.COUNTS


@dataclass(frozen=True, slots=True)
class MoneyLedger:
    """The money between a person and the institution; ``rows`` show that with others, too, which no sum counts.

    ``overdue`` are instalments that are past their day and not known to be paid.
    """

    rows: tuple[Row, ...]
    received: Sums = field(default_factory=dict)
    paid: Sums = field(default_factory=dict)
    refunded: Sums = field(default_factory=dict)
    others: int = 0
    overdue: tuple[Happening, ...] = ()
    paid_out: Decimal | None = None
    cost: CostOfCredit | None = None

    @property
    def told_rows(self) -> tuple[Row, ...]:
        """The rows that a reader has to see: not those with others, nor what others show of the same money."""
        return tuple(row for row in self.rows if row.is_theirs or row.counting is Counting.OWN)


def with_partners(
    theirs: AbstractSet[str], partner: Mapping[str, str], named: AbstractSet[str], twins: AbstractSet[str]
) -> frozenset[str]:
    """Return the money that is the institution's when the other record of the same money is asked, too.

    A bank names the wallet that it went through, or nobody; a wallet names who got it. So the record that counts
    decides about its ``twins``, never the other way round. ``named`` are the events that name somebody.
    """
    return frozenset(
        each
        for each in theirs
        if each not in twins or each not in partner or partner[each] in theirs or partner[each] not in named
    )


def of_anybody(happening: Happening) -> bool:
    """Take all money for that of the dispute."""
    return True


def money_ledger(
    happenings: Iterable[Happening],
    today: date,
    loan: Loan | None = None,
    twins: frozenset[str] = frozenset(),
    is_theirs: Callable[[Happening], bool] = of_anybody,
) -> MoneyLedger:
    """Return the ledger. ``twins`` are events whose money another one shows: a bank's row of a wallet payment.

    ``is_theirs`` tells whether money was moved, or is to be, between the person and the institution.
    """
    money = [each for each in happenings if each.kind in MOVES_MONEY and each.amount is not None]
    rows = tuple(Row(each, _counting(each, twins, is_theirs), is_theirs(each)) for each in money)
    moved = [row.happening for row in rows if row.counts]
    once = (each for each in money if each.event_id not in twins and is_theirs(each))
    loan_events = _events_of(money, loan)
    return MoneyLedger(
        rows,
        received=_sums(filter(comes_in, moved)),
        paid=_sums(filter(goes_out, moved)),
        refunded=_sums(each for each in once if each.outcome is Outcome.REFUNDED),
        others=sum(row.counting is Counting.OTHERS for row in rows),
        overdue=_unpaid([each for each in money if _is_overdue(each, today)], list(filter(goes_out, moved))),
        paid_out=_total(loan_events[0]) if loan_events[0] else None,
        cost=_cost(*loan_events),
    )


def _counting(each: Happening, twins: frozenset[str], is_theirs: Callable[[Happening], bool]) -> Counting:
    if each.outcome is Outcome.REFUNDED and each.event_id not in twins and is_theirs(each):
        return Counting.REFUND
    if not has_moved(each):
        return Counting.NOT_MOVED
    if each.event_id in twins:
        return Counting.TWIN
    if not comes_in(each) and not goes_out(each):
        return Counting.OWN
    return Counting.COUNTS if is_theirs(each) else Counting.OTHERS


def has_moved(each: Happening) -> bool:
    """Tell whether money was moved, not merely asked for or tried."""
    return each.outcome in (Outcome.DONE, Outcome.PAID)


def was_given_back(each: Happening) -> bool:
    """Tell whether money came back to the person."""
    return each.outcome is Outcome.REFUNDED and comes_in(each)


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


def _unpaid(due: Sequence[Happening], payments: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return the instalments that no payment pays; each payment pays one, the nearest to its day."""
    paid_by_day = ByDay.of(payments)
    taken: set[str] = set()
    unpaid = []
    for each in due:
        near = paid_by_day.between(each.day - IN_TIME, each.day + IN_TIME) if each.day is not None else ()
        fitting = [paid for paid in near if paid.event_id not in taken and pays(paid, each)]
        if fitting:
            taken.add(min(fitting, key=lambda paid: days_apart(paid, each)).event_id)
        else:
            unpaid.append(each)
    return tuple(unpaid)


def pays(paid: Happening, due: Happening, within: timedelta = IN_TIME) -> bool:
    """Tell whether a payment is of about an instalment's amount and was made about its day."""
    if paid.amount is None or due.amount is None or paid.currency != due.currency or not paid.day or not due.day:
        return False
    return abs(paid.amount - due.amount) <= ABOUT * due.amount and days_apart(paid, due) <= within


def days_apart(one: Happening, other: Happening) -> timedelta:
    """Return how far apart two days are, without end where one is not known."""
    return abs(one.day - other.day) if one.day and other.day else timedelta.max


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
