"""Money by which a promise to pay it back may have been kept. Pure.

Whether it was this money, a person says; but while it came in time, nothing claims that it did not.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from evidence_app.characters import simplified
from evidence_app.domain.events import MOVES_MONEY, Direction, Outcome
from evidence_app.domain.happenings import Happening

_HAS_COME = frozenset({Outcome.NONE, Outcome.DONE, Outcome.REFUNDED, Outcome.PAID})

_TO_PAY = re.compile(
    r"退款|退还|退回|退给|返还|归还|到账|入账|打款|赔|补偿|\b(?:re)?pay|refund|return|credit|compensat|transfer",
    re.IGNORECASE,
)

_FIGURE = r"(\d[\d,]*(?:\.\d+)?)"
_SUM = re.compile(rf"{_FIGURE}\s*(?:元|圆|块|yuan|rmb|cny|hkd|twd|usd)|[¥￥$]\s*{_FIGURE}", re.IGNORECASE)


def is_to_pay(promise: str) -> bool:
    """Tell whether money is promised."""
    return _TO_PAY.search(simplified(promise)) is not None


def money_from(happenings: Iterable[Happening], is_theirs: Callable[[Happening], bool]) -> list[Happening]:
    """Return the money that came from the institution; ``is_theirs`` is as in `money_ledger`."""
    return [
        each
        for each in happenings
        if each.kind in MOVES_MONEY
        and each.direction is Direction.IN
        and each.outcome in _HAS_COME
        and each.at is not None
        and is_theirs(each)
    ]


def money_in_time(promised: Happening, due: date | None, money: Sequence[Happening]) -> tuple[str, ...]:
    """Return what came after a promise to pay and no later than its day, of the sum that it names, if it names one."""
    if due is None or not is_to_pay(promised.promise):
        return ()
    sums = _sums(promised)
    return tuple(
        each.event_id for each in money if _is_in_time(promised, due, each) and (not sums or each.amount in sums)
    )


def part_in_time(promised: Happening, due: date | None, money: Sequence[Happening]) -> tuple[str, ...]:
    """Return what came in time of less than the sum that is promised: it keeps nothing, and is told beside it."""
    if due is None or not is_to_pay(promised.promise):
        return ()
    least = min(_sums(promised), default=Decimal())
    return tuple(each.event_id for each in money if _is_in_time(promised, due, each) and (each.amount or least) < least)


def _sums(promised: Happening) -> frozenset[Decimal]:
    found = (one or other for one, other in _SUM.findall(simplified(promised.promise)))
    named = {Decimal(each.replace(",", "")) for each in found}
    return frozenset(named or ({promised.amount} if promised.amount is not None else ()))


def _is_in_time(promised: Happening, due: date, each: Happening) -> bool:
    day, said = each.day, promised.day
    if day is None or said is None or not said <= day <= due:
        return False
    return promised.clock_at is None or each.clock_at is None or each.clock_at >= promised.clock_at
