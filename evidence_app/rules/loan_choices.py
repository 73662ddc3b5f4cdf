"""Which rows of the ledger may be a loan's, for a person to choose among, and which are proposed. Pure.

What the institution is known to have moved is proposed: never somebody else's money, however well its amount fits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.fees import fees_among
from evidence_app.rules.loan_rows import Loan
from evidence_app.rules.money_ledger import Counting, MoneyLedger, Row
from evidence_app.rules.movements import comes_in, goes_out, has_moved

MOST_OTHERS = 300
"""Movements with others that are offered beside the institution's: a bank's bill has thousands."""


@dataclass(frozen=True, slots=True)
class LoanChoices:
    """What may have paid a loan out, and what may pay it back; those in it already and the institution's come first.

    ``proposed_out`` and ``proposed_back`` are the ids that are ticked while nobody chose, ``proposed_fees`` those that
    call themselves fees; only what an export shows to have moved is among both. ``new`` are payments with the
    institution that came to the timeline beside those that somebody chose, and that do not count as the plan's rows do.
    """

    paid_out: tuple[Happening, ...]
    payments: tuple[Happening, ...]
    proposed_out: tuple[str, ...]
    proposed_back: tuple[str, ...]
    proposed_fees: tuple[str, ...]
    new: tuple[str, ...]


def loan_choices(money: MoneyLedger, loan: Loan | None) -> LoanChoices:
    """Return the choices among a ledger's rows."""
    named = loan.named if loan else frozenset()
    known = named | money.loan.known_ids
    came = [row for row in money.rows if _may_pay_out(row)]
    back = [row for row in money.rows if _may_pay_back(row)]
    proposed = tuple(row.happening.event_id for row in back if row.is_theirs)
    fees = fees_among(row.happening for row in back if row.is_theirs)
    unsaid = {each.event_id for each in fees if each.origin is not Origin.EXPORT}  # may be held back from the payout
    due = [row.happening for row in back if row.happening.kind is EventKind.REPAYMENT]
    return LoanChoices(
        paid_out=tuple(_first(came, named, ())),
        payments=tuple(_first(back, named, due)),
        proposed_out=tuple(islice((row.happening.event_id for row in came if row.counts), 1)),
        proposed_back=tuple(each for each in proposed if each not in unsaid),
        proposed_fees=tuple(each.event_id for each in fees),
        new=tuple(each for each in proposed if each not in known) if named else (),
    )


def _may_pay_out(row: Row) -> bool:
    return comes_in(row.happening) and has_moved(row.happening) and row.counting is not Counting.TWIN


def _may_pay_back(row: Row) -> bool:
    each = row.happening
    return each.kind is EventKind.REPAYMENT or (
        goes_out(each) and has_moved(each) and row.counting is not Counting.TWIN
    )


def _first(rows: Sequence[Row], named: frozenset[str], due: Sequence[Happening]) -> Iterator[Happening]:
    """Yield what is or may be the loan's, then some of the others, those of an instalment's amount first."""
    likely = [row for row in rows if row.is_theirs or row.happening.event_id in named]
    others = [row.happening for row in rows if not row.is_theirs and row.happening.event_id not in named]
    amounts = {(each.currency, each.amount) for each in due}
    fitting = [each for each in others if (each.currency, each.amount) in amounts]
    rest = [each for each in others if (each.currency, each.amount) not in amounts]
    yield from (row.happening for row in likely)
    yield from (*fitting, *rest)[:MOST_OTHERS]
