"""Which rows are a loan's: what was paid out, what was paid back, what is still to come, each once. Pure.

The one place that decides it, for the ledger, findings, letters, the dossier and the window. A plan's row is no
payment: it counts as to come, or as paid where the plan says so and no payment is known to have paid it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import LoanTerms, YesNo
from evidence_app.rules.cost_of_credit import CostOfCredit, Flow, cost_by_dates
from evidence_app.rules.early_settlement import is_planned, settlement_of
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.movements import comes_in, days_apart, goes_out, has_moved, of_about


@dataclass(frozen=True, slots=True)
class Loan:
    """What a person states about the loan in dispute; None and empty where nothing is known.

    ``paid_out`` are the events by which money came, ``payments`` those by which it is paid back, planned ones too.
    ``cost_stated`` answers whether the overall cost was shown. ``fees`` are events that pay charges beside principal
    and interest, planned ones too, and ``fees_stated`` answers whether that cost had all of them. A fee that is among
    ``payments``, too, is said to be paid beside what came.
    """

    lender: str = ""
    principal: Decimal | None = None
    contract_day: date | None = None
    paid_out: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()
    cost_stated: bool | None = None
    fees: tuple[str, ...] = ()
    fees_stated: bool | None = None

    @property
    def named(self) -> frozenset[str]:
        """All events that are the loan's."""
        return frozenset((*self.paid_out, *self.payments, *self.fees))


def loan_of(terms: LoanTerms | None) -> Loan | None:
    """Return a loan's terms as rules look at them."""
    if terms is None:
        return None
    stated = None if terms.cost_stated is YesNo.NOT_SAID else terms.cost_stated is YesNo.YES
    loan = Loan(terms.lender.value, terms.principal, terms.contract_day, terms.paid_out, terms.payments, stated)
    fees = None if terms.fees_stated is YesNo.NOT_SAID else terms.fees_stated is YesNo.YES
    return replace(loan, fees=terms.fees, fees_stated=fees)


def with_plan(
    loan: Loan | None, happenings: Iterable[Happening], is_theirs: Callable[[Happening], bool]
) -> Loan | None:
    """Return a loan of which nobody named the payments with the rows of the plan: it says itself what is paid back."""
    if loan is None or loan.payments:
        return loan
    return replace(loan, payments=tuple(each.event_id for each in happenings if is_planned(each) and is_theirs(each)))


@dataclass(frozen=True, slots=True)
class LoanRows:
    """The rows of one loan that count, in the order of the timeline.

    ``to_come`` are rows of its plan that nothing pays, overdue ones too. ``settled`` are the ids of those that a
    payment pays, ``settling`` of these payments, ``covered`` of rows that an early settlement paid, ``left_out`` of the
    others that are named as the loan's and count for nothing: what failed, and other records of the same money.
    ``fees`` are those among ``paid``, ``to_come`` and ``deducted`` that are charges beside principal and interest.
    ``deducted`` were held back from what was paid out: they cost what did not come, and are in no sum. ``undecided``
    are fees that may be so, and of which nobody said it: as long as there are any, no cost is stated. Nor is it while
    other money that came makes up what is missing of the principal: ``more`` are those payments.
    """

    paid_out: tuple[Happening, ...] = ()
    paid: tuple[Happening, ...] = ()
    to_come: tuple[Happening, ...] = ()
    settled: frozenset[str] = frozenset()
    settling: frozenset[str] = frozenset()
    covered: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    fees: tuple[Happening, ...] = ()
    deducted: tuple[Happening, ...] = ()
    undecided: tuple[Happening, ...] = ()
    more: tuple[Happening, ...] = ()

    @property
    def received(self) -> Decimal:
        """What came to the person."""
        return total_of(self.paid_out)

    @property
    def repaid(self) -> Decimal:
        """What is paid back, and to come."""
        return total_of((*self.paid, *self.to_come))

    def held_back(self, principal: Decimal | None, currency: str) -> Decimal | None:
        """Return how much less than a principal came, None where nothing came or nothing is known to be held back."""
        if (
            self.more
            or principal is None
            or any(each.currency != currency for each in self.paid_out)
            or not self.paid_out
        ):
            return None
        return principal - self.received if self.received < principal else None

    @property
    def event_ids(self) -> tuple[str, ...]:
        """All events that its cost rests on."""
        return tuple(each.event_id for each in (*self.paid_out, *self.paid, *self.to_come))

    @property
    def known_ids(self) -> frozenset[str]:
        """All rows of which it is decided whether they count, of a plan that nobody named too."""
        return self.settled | self.covered | self.left_out | frozenset(self.event_ids)

    @property
    def has_one_currency(self) -> bool:
        """Whether its amounts have a sum."""
        return len({each.currency for each in (*self.paid_out, *self.paid, *self.to_come)}) <= 1

    @property
    def cost(self) -> CostOfCredit | None:
        """What it cost a year; None where a row's day or whether it moved is not known, or no rate is the loan's."""
        if self.undecided or self.more:
            return None
        received, repaid = _flows(self.paid_out), _flows((*self.paid, *self.to_come))
        if received is None or repaid is None or not self.has_one_currency:
            return None
        return cost_by_dates(received, repaid)


NO_ROWS = LoanRows()


def _anybodys(_: Happening) -> bool:
    return True


def loan_rows(
    happenings: Iterable[Happening],
    loan: Loan | None,
    twins: frozenset[str] = frozenset(),
    is_theirs: Callable[[Happening], bool] = _anybodys,
) -> LoanRows:
    """Return the rows of a loan. ``twins`` are the events whose money another one shows, too."""
    if loan is None:
        return NO_ROWS
    happenings, named = tuple(happenings), loan.named
    money = [each for each in happenings if each.event_id in named and each.kind in MOVES_MONEY and each.amount]
    found = _with_fees(_without_held_back(_moved(money, loan, twins), money, loan), money, frozenset(loan.fees))
    came_too = (each for each in happenings if each.event_id not in named | twins and is_theirs(each))
    return replace(found, more=_making_up(found, loan, came_too))


def _moved(money: Sequence[Happening], loan: Loan, twins: frozenset[str]) -> LoanRows:
    """Return what was paid out and paid back, and what is to come: each once, a row of the plan with its payment."""
    fees, paid_out = frozenset(loan.fees), frozenset(loan.paid_out)
    came = [each for each in money if each.event_id in paid_out and has_moved(each) and comes_in(each)]
    back = fees.union(loan.payments)
    payments = [each for each in money if each.event_id in back and goes_out(each)]
    made = _once([each for each in payments if has_moved(each) and not is_planned(each)], twins)
    planned = [each for each in payments if is_planned(each)]
    pairs = [
        pair
        for are_fees in (False, True)  # a fee pays no instalment, and no instalment a fee
        for pair in _paired(_those(planned, fees, are_fees=are_fees), _those(made, fees, are_fees=are_fees), _is_of_it)
    ]
    settled = frozenset(due for due, _ in pairs)
    unpaid = [each for each in planned if each.event_id not in settled]
    early = settlement_of([*_those(made, fees, are_fees=False), *unpaid])
    open_ones = [each for each in unpaid if each.event_id not in early.covered]
    paid = {*(each.event_id for each in made), *(each.event_id for each in open_ones if has_moved(each))}
    return LoanRows(
        paid_out=_once(came, twins),
        paid=tuple(each for each in payments if each.event_id in paid),
        to_come=tuple(each for each in open_ones if not has_moved(each)),
        settled=settled,
        settling=frozenset(payment for _, payment in pairs) | ({early.payment} - {""}),
        covered=early.covered,
    )


def _with_fees(found: LoanRows, money: Sequence[Happening], fees: frozenset[str]) -> LoanRows:
    """Return the rows with the fees among them, and with what of the loan's money counts as none of them."""
    told = (*found.deducted, *found.undecided)
    counted = {*found.event_ids, *found.settled, *found.covered, *(each.event_id for each in told)}
    left_out = frozenset(each.event_id for each in money if each.event_id not in counted)
    charged = fees.intersection(counted - found.settled - found.covered)
    return replace(found, left_out=left_out, fees=tuple(each for each in money if each.event_id in charged))


def _making_up(found: LoanRows, loan: Loan, came: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return the other money that came about the day and makes up what the principal is more than the payout."""
    held = found.held_back(loan.principal, found.paid_out[0].currency) if found.paid_out else None
    missing = (held or Decimal()) - total_of(found.deducted)
    if missing <= 0:
        return ()
    near = [each for each in came if any(_pays_out_too(each, paid) for paid in found.paid_out)]
    alone = [each for each in near if each.amount == missing]
    called = [each for each in near if is_said("loan_money", each.text) and (each.amount or missing) <= missing]
    return tuple(alone[:1] or called or (near if near and total_of(near) == missing else ()))


def _pays_out_too(each: Happening, paid: Happening) -> bool:
    """Tell whether money may be of the payout, too: it came about its day, and nobody calls it anything else."""
    came = each.kind is EventKind.PAYMENT and comes_in(each) and each.outcome is Outcome.DONE
    if not (came and each.currency == paid.currency and days_apart(each, paid) <= NEAR):
        return False
    return not (is_said("given_back", each.text) or is_said("other_money", each.text))


HELD_BACK: Mapping[str, object] = {
    "kind": EventKind.PAYMENT,
    "direction": Direction.NONE,
    "outcome": Outcome.NONE,
}
"""How the entry of a fee says that it was held back from the payout: nothing moved by it."""


def is_deducted(each: Happening, fees: Collection[str]) -> bool:
    """Tell whether a fee of the loan is stated as held back from the payout: a charge by which nothing moved."""
    moved = each.direction is not Direction.NONE or each.outcome is not Outcome.NONE
    return each.event_id in fees and each.kind is EventKind.PAYMENT and not moved


def _without_held_back(found: LoanRows, money: Iterable[Happening], loan: Loan) -> LoanRows:
    """Return the rows with what was held back apart, and what may be: each of them would count twice."""
    deducted = tuple(each for each in money if is_deducted(each, loan.fees))
    held = found.held_back(loan.principal, found.paid_out[0].currency) if found.paid_out else None
    rest = (held or Decimal()) - total_of(deducted)
    days = {each.day for each in found.paid_out} - {None}
    undecided = tuple(
        each
        for each in found.paid
        if each.event_id in loan.fees
        and each.event_id not in loan.payments
        and each.origin is not Origin.EXPORT  # a bank's row shows that it moved
        and each.day in days
        and each.amount is not None
        and each.amount <= rest
    )
    paid = tuple(each for each in found.paid if each not in undecided)
    return replace(found, paid=paid, deducted=deducted, undecided=undecided)


def _those(rows: Iterable[Happening], fees: frozenset[str], *, are_fees: bool) -> list[Happening]:
    return [each for each in rows if (each.event_id in fees) is are_fees]


def _once(moved: Sequence[Happening], twins: frozenset[str]) -> tuple[Happening, ...]:
    """Return movements without other records of the same money; one that is named alone is the loan's all the same."""
    again = [each for each in moved if each.event_id in twins]
    kept = [each for each in moved if each.event_id not in twins]
    shown = {twin for twin, _ in _paired(again, kept, _is_near)}
    return tuple(each for each in moved if each.event_id not in shown)


NEAR = timedelta(days=5)
"""How far two records of the same money may be apart."""

OF_ITS_MONTH = timedelta(days=15)
"""How long before its day an instalment is paid; and how long after it one that a plan calls paid was."""


def _is_of_it(paid: Happening, row: Happening) -> bool:
    """Tell whether a payment of the loan may pay a row of its plan: what is open is paid however late."""
    if paid.day is None or row.day is None or paid.day - row.day < -OF_ITS_MONTH:
        return False
    return not has_moved(row) or paid.day - row.day <= OF_ITS_MONTH


def _is_near(paid: Happening, row: Happening) -> bool:
    return days_apart(paid, row) <= NEAR


def _paired(
    rows: Sequence[Happening], payments: Sequence[Happening], may_be: Callable[[Happening, Happening], bool]
) -> Iterator[tuple[str, str]]:
    """Yield rows with the payments of about their amounts that ``may_be`` theirs, the nearest first, each once."""
    chances = sorted(
        (days_apart(paid, row), row.event_id, paid.event_id)
        for row in rows
        for paid in payments
        if of_about(paid, row) and may_be(paid, row)
    )
    taken: set[str] = set()
    for _, row_id, paid_id in chances:
        if row_id not in taken and paid_id not in taken:
            taken |= {row_id, paid_id}
            yield row_id, paid_id


def _flows(rows: Sequence[Happening]) -> list[Flow] | None:
    days: list[tuple[date | None, Decimal]] = [(each.day, each.amount or Decimal()) for each in rows]
    known = [(day, amount) for day, amount in days if day is not None]
    return known if len(known) == len(days) else None


def total_of(rows: Iterable[Happening]) -> Decimal:
    """Return what some rows of one currency are together."""
    return sum((each.amount for each in rows if each.amount is not None), Decimal())
