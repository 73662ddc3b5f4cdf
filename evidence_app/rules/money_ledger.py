"""What moved, what is still due, and what a loan cost: rows that each rest on one event."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from evidence_app.domain.events import MOVES_MONEY, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.cost_of_credit import CostOfCredit
from evidence_app.rules.early_settlement import EarlySettlement, settlement_of
from evidence_app.rules.fees import fees_among
from evidence_app.rules.loan_rows import NO_ROWS, Loan, LoanRows, loan_rows
from evidence_app.rules.movements import IN_TIME, comes_in, days_apart, goes_out, has_moved, pays
from evidence_app.rules.parties import called


class Belonging(StrEnum):
    """Whose side money that moved, or is to, is of."""

    THEIRS = "theirs"  # between the person and the institution
    ELSEWHERE = "elsewhere"  # for the loan, and nothing says that the institution got it
    OTHERS = "others"  # neither


Sums = Mapping[str, Decimal]
"""Amounts by currency: sums of different currencies are never one."""


class Counting(StrEnum):
    """Why a row is in the sums, or is not."""

    COUNTS = "counts"
    NOT_MOVED = "not_moved"  # asked for, tried, planned
    REFUND = "refund"  # given back: in the sum of refunds
    TWIN = "twin"  # another row shows the same money
    OWN = "own"  # between the person's own accounts
    OTHERS = "others"  # with somebody else, or with nobody who is named
    ELSEWHERE = "elsewhere"  # paid for the loan to another company: in a sum under its name
    HELD_BACK = "held_back"  # a fee that never came: the payout is less by it
    MAYBE_HELD = "maybe_held"  # a fee of which nobody said whether it was held back or paid
    UNNAMED = "unnamed"  # a fee of the loan of which nothing says who got it: in a sum of its own


@dataclass(frozen=True, slots=True)
class Row:
    """One movement, attempt or instalment. ``is_theirs`` tells whether it is with the institution, or of the loan.

    ``is_described`` tells that nobody is named in it, and only its description says that it is with the institution.
    """

    happening: Happening
    counting: Counting
    is_theirs: bool
    is_described: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is in the sums of what was received and paid."""
        return self.counting is Counting.COUNTS

    @property
    def was_made(self) -> bool:
        """Whether it is such money of the dispute, whichever sum has it."""
        return self.counting in (Counting.COUNTS, Counting.ELSEWHERE, Counting.UNNAMED)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What was paid for the loan to one company that is not the institution; ``paid`` is by currency."""

    name: str
    paid: Sums
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoneyLedger:
    """The money between a person and the institution; ``rows`` show that with others, too, which no sum counts.

    ``overdue`` are instalments that are past their day and not known to be paid, ``fees`` payments in the sum of
    what was paid that are called fees, or stated as the loan's.
    """

    rows: tuple[Row, ...]
    received: Sums = field(default_factory=dict)
    paid: Sums = field(default_factory=dict)
    refunded: Sums = field(default_factory=dict)
    others: int = 0
    overdue: tuple[Happening, ...] = ()
    loan: LoanRows = NO_ROWS
    fees: tuple[Happening, ...] = ()

    @property
    def paid_out(self) -> Decimal | None:
        """What was paid out of the loan, None where nothing is named as it."""
        return self.loan.received if self.loan.paid_out else None

    @property
    def cost(self) -> CostOfCredit | None:
        """What the loan cost a year, None where its rows do not tell."""
        return self.loan.cost

    @property
    def elsewhere(self) -> tuple[Elsewhere, ...]:
        """What was paid for the loan to other companies, each by its name, in no other sum."""
        by_name: dict[str, list[Happening]] = {}
        for row in self.rows:
            if row.counting is Counting.ELSEWHERE:
                by_name.setdefault(called(row.happening.party), []).append(row.happening)
        return tuple(
            Elsewhere(of_one[0].party, totals(of_one), tuple(each.event_id for each in of_one))
            for of_one in by_name.values()
        )

    @property
    def unnamed(self) -> tuple[Happening, ...]:
        """The fees of the loan of which nothing says to whom they were paid, in no other sum."""
        return tuple(row.happening for row in self.rows if row.counting is Counting.UNNAMED)

    @property
    def told_rows(self) -> tuple[Row, ...]:
        """The rows that a reader has to see: not those with others, nor what others show of the same money.

        A refund that a person typed is seen, whoever gave it: a shop gives it to the lender, and no sum has it.
        """
        return tuple(row for row in self.rows if row.is_theirs or row.counting is Counting.OWN or _is_typed_refund(row))


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


def all_theirs(_: Happening) -> Belonging:
    """Take all money for the institution's."""
    return Belonging.THEIRS


def money_ledger(
    happenings: Iterable[Happening],
    today: date,
    *,
    loan: Loan | None = None,
    twins: frozenset[str] = frozenset(),
    belonging: Callable[[Happening], Belonging] = all_theirs,
) -> MoneyLedger:
    """Return the ledger. ``twins`` are events whose money another one shows: a bank's row of a wallet payment."""
    asked = [(each, belonging(each)) for each in happenings if each.kind in MOVES_MONEY and each.amount is not None]
    money = [each for each, _ in asked]
    theirs = [each for each, whose in asked if whose is not Belonging.OTHERS]
    of_loan = loan_rows(money, loan, twins, lambda each: belonging(each) is not Belonging.OTHERS)
    early = _settlement(theirs, loan, of_loan)
    again = twins | early.covered
    held = dict.fromkeys((each.event_id for each in of_loan.deducted), Counting.HELD_BACK)
    held |= dict.fromkeys((each.event_id for each in of_loan.undecided), Counting.MAYBE_HELD)
    of_terms = loan.named if loan is not None else frozenset[str]()
    rows = tuple(
        Row(
            each,
            held.get(each.event_id) or _counting(each, again, whose),
            is_theirs=whose is not Belonging.OTHERS,
            is_described=_is_described(each, whose, of_terms),
        )
        for each, whose in asked
    )
    moved = [row.happening for row in rows if row.counts]
    made = [row.happening for row in rows if row.was_made]
    once = (each for each in theirs if each.event_id not in twins)
    over, used = of_loan.settled | early.covered, of_loan.settling | {early.payment}
    return MoneyLedger(
        rows,
        received=totals(filter(comes_in, moved)),
        paid=totals(filter(goes_out, moved)),
        refunded=totals(each for each in once if each.outcome is Outcome.REFUNDED),
        others=sum(row.counting is Counting.OTHERS for row in rows),
        overdue=_unpaid(
            [each for each in money if _is_overdue(each, today) and each.event_id not in over],
            [each for each in made if goes_out(each) and each.event_id not in used],
        ),
        loan=of_loan,
        fees=fees_among(moved, frozenset(loan.fees) if loan is not None else frozenset()),
    )


def _settlement(theirs: Iterable[Happening], loan: Loan | None, rows: LoanRows) -> EarlySettlement:
    """Return the early settlement of the loan whose rows are named, else of the one that the institution's are of."""
    if loan is not None and (loan.payments or loan.fees):
        return EarlySettlement(covered=rows.covered)
    return settlement_of(theirs)


def _counting(each: Happening, twins: frozenset[str], whose: Belonging) -> Counting:
    if each.outcome is Outcome.REFUNDED and each.event_id not in twins and whose is not Belonging.OTHERS:
        return Counting.REFUND
    if not has_moved(each):
        return Counting.NOT_MOVED
    if each.event_id in twins:
        return Counting.TWIN
    if not comes_in(each) and not goes_out(each):
        return Counting.OWN
    if whose is Belonging.OTHERS:
        return Counting.OTHERS
    if whose is Belonging.THEIRS:
        return Counting.COUNTS
    return Counting.ELSEWHERE if each.other else Counting.UNNAMED


def _is_described(each: Happening, whose: Belonging, of_terms: AbstractSet[str]) -> bool:
    names_nobody = each.kind is EventKind.PAYMENT and each.origin is Origin.EXPORT and not each.other
    return names_nobody and whose is Belonging.THEIRS and each.event_id not in of_terms


def _is_typed_refund(row: Row) -> bool:
    return row.happening.outcome is Outcome.REFUNDED and row.happening.origin is Origin.PERSON


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


def totals(happenings: Iterable[Happening]) -> Sums:
    """Return what some movements are together, by currency."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in happenings:
        sums[each.currency] += each.amount or Decimal()
    return dict(sums)
