"""Rows of a repayment plan that an early settlement of the loan paid: the plan goes on to show them. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from evidence_app.characters import simplified
from evidence_app.domain.events import EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.rules.movements import goes_out, has_moved

PLANNED = frozenset({Outcome.DUE, Outcome.OVERDUE, Outcome.PAID, Outcome.NONE})
"""What rows of a repayment plan say of themselves; a repayment that was made or failed says other things."""

_SETTLES = re.compile(
    r"(?<![未没不可能若想])(?<!可以|支持|如需|申请|无法|需要|欢迎)(?:提前(?:一次性|全部|全额)?(?:结清|还清|清偿)|(?:一次性|全部|全额)(?:提前)?(?:结清|还清)|结清(?:全部|剩余))"
    r"(?!的?(?:手续|违约|服务|证明|申请|试算|费|本期|当期|第))"
    r"|\b(?<!not )(?<!if )(?:early (?:settlement|payoff)|(?:settled|repaid|paid off) (?:early|in full)|paid in full)\b"
    r"(?! (?:fee|charge|certificate))",
    re.IGNORECASE,
)
"""Words for paying a whole loan back before its time, in simplified characters; not a part, an instalment, a fee."""

LEAST_PART = Decimal("0.5")
"""Of the rows after it that a settlement is at least: without their interest they are less, but not half."""


@dataclass(frozen=True, slots=True)
class EarlySettlement:
    """The payment that settled a loan before its time, and the rows of its plan for which nothing more is paid."""

    payment: str = ""
    covered: frozenset[str] = frozenset()


NO_SETTLEMENT = EarlySettlement()


def is_planned(each: Happening) -> bool:
    """Tell whether something is a row of a repayment plan."""
    return each.kind is EventKind.REPAYMENT and each.outcome in PLANNED


def settlement_of(rows: Iterable[Happening]) -> EarlySettlement:
    """Return the first payment among a loan's rows that settled it early, with the planned rows due after it."""
    dated = [(each.day, each) for each in rows if each.day is not None and each.amount is not None and goes_out(each)]
    planned = [(day, each) for day, each in dated if is_planned(each)]
    for day, payment in sorted(dated, key=lambda row: row[0]):
        if has_moved(payment) and _SETTLES.search(simplified(payment.text)):
            after = [each for due, each in planned if _is_after(due, each, day, payment)]
            if after and _is_enough(payment, after):
                return EarlySettlement(payment.event_id, frozenset(each.event_id for each in after))
    return NO_SETTLEMENT


def _is_after(due: date, row: Happening, day: date, payment: Happening) -> bool:
    """Tell whether a row fell due after a settlement; one of its day is its own where nothing says that it was paid."""
    if row.event_id == payment.event_id or row.currency != payment.currency:
        return False
    return due > day or (due == day and not has_moved(row))


def _is_enough(payment: Happening, after: Sequence[Happening]) -> bool:
    """Tell whether a payment can be for all of these; a row of the plan itself only if it is more than one of them."""
    amount = payment.amount or Decimal()
    amounts = [each.amount for each in after if each.amount is not None]
    return amount >= LEAST_PART * sum(amounts) and (not is_planned(payment) or amount > max(amounts))
