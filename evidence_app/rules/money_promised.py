"""Money by which a promise to pay it back may have been kept. Pure.

Whether it was this money, a person says; but while it came in time, nothing claims that it did not.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from evidence_app.characters import simplified
from evidence_app.domain.events import MOVES_MONEY, Direction, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.named_sums import NamedSum, sums_in

ONE_DAY = timedelta(days=1)

_HAS_COME = frozenset({Outcome.NONE, Outcome.DONE, Outcome.REFUNDED, Outcome.PAID})

_TO_PAY = re.compile(
    r"退款|退还|退回|退给|返还|归还|到账|入账|打款|赔|补偿|\b(?:re)?pay|refund|return|credit|compensat|transfer",
    re.IGNORECASE,
)


def is_to_pay(promise: str) -> bool:
    """Tell whether money is promised."""
    return _TO_PAY.search(simplified(promise)) is not None


def money_from(happenings: Iterable[Happening], is_theirs: Callable[[Happening], bool]) -> ByDay:
    """Return the money that came from the institution; ``is_theirs`` is as in `money_ledger`."""
    return ByDay.of(
        each
        for each in happenings
        if each.kind in MOVES_MONEY and each.direction is Direction.IN and each.outcome in _HAS_COME and is_theirs(each)
    )


def money_in_time(promised: Happening, due: date | None, money: ByDay) -> tuple[str, ...]:
    """Return what came after a promise to pay and no later than its day, of the sum that it names, if it names one."""
    if due is None or not is_to_pay(promised.promise):
        return ()
    sums = _sums(promised)
    came = _in_time(promised, due, money)
    return tuple(each.event_id for each in came if not sums or _is_one(each, sums))


def first_money_after(promised: Happening, due: date | None, money: ByDay) -> tuple[Happening | None, bool]:
    """Return what came first after the day of a promise to pay that may have kept it, and whether it surely did.

    It did where it is of the sum that was promised.
    """
    if due is None or due >= date.max - ONE_DAY or not is_to_pay(promised.promise):
        return None, False
    sums = _sums(promised)
    later = (each for each in money.since(due + ONE_DAY) if not sums or _is_one(each, sums))
    return next(later, None), bool(sums)


def part_in_time(promised: Happening, due: date | None, money: ByDay) -> tuple[str, ...]:
    """Return what came in time of less than the sum that is promised: it keeps nothing, and is told beside it."""
    if due is None or not is_to_pay(promised.promise):
        return ()
    least = min((each.amount for each in _sums(promised)), default=Decimal())
    return tuple(each.event_id for each in _in_time(promised, due, money) if (each.amount or least) < least)


def _is_one(each: Happening, sums: Iterable[NamedSum]) -> bool:
    return any(one.is_of(each.amount, each.currency) for one in sums)


def _sums(promised: Happening) -> frozenset[NamedSum]:
    named = sums_in(promised.promise)
    own = {NamedSum(promised.amount, promised.currency)} if promised.amount is not None else set()
    return named or frozenset(own)


def _in_time(promised: Happening, due: date, money: ByDay) -> Iterator[Happening]:
    said = promised.day
    for each in money.between(said, due) if said is not None else ():
        if promised.clock_at is None or each.clock_at is None or each.clock_at >= promised.clock_at:
            yield each
