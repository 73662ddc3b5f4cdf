"""What a loan costs a year: the rate at which its payments are worth what was received."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext

from evidence_app.rules.deadlines import months_after
from evidence_app.rules.rates import PrimeRate, ReferenceRate, prime_rate

MONTHS = 12
DAYS = 365
LEAST_STEP = Decimal("0.01")

NEAR_ITS_MONTH = timedelta(days=5)
"""How far from a whole number of months a payment still counts as monthly: weekends and holidays are between."""

MOST_TOLD = Decimal(10_000)
"""Per cent a year beyond which a figure tells nobody more than that it is beyond."""

MOST_DIGITS = 200
"""Of a rate of a loan of days, which compounds hundreds of times a year."""

Flow = tuple[date, Decimal]
"""An amount, and the day on which it moves."""


@dataclass(frozen=True, slots=True)
class CostOfCredit:
    """Rates in per cent a year, rounded to hundredths: ``nominal`` is 12 r, ``effective`` (1+r)^12 - 1.

    Where ``by_days``, r is of a day: 365 r and (1+r)^365 - 1.
    """

    nominal: Decimal
    effective: Decimal
    by_days: bool = False


def told_rate(rate: Decimal) -> str:
    """Return a rate as it is shown."""
    return f">{MOST_TOLD:f}%" if rate > MOST_TOLD else f"{rate}%"


def cost_by_dates(received: Sequence[Flow], payments: Sequence[Flow]) -> CostOfCredit | None:
    """Return what a loan costs by the days of its rows: in months where all are months apart, else by days.

    None where no rate does, or where less is paid back than was received.
    """
    if not received or not payments:
        return None
    start = min(day for day, _ in received)
    total = sum((amount for _, amount in received), Decimal())
    months = [_month_of(start, day) for day, _ in payments]
    if all(months) and all(day == start for day, _ in received):
        monthly = [(month, amount) for month, (_, amount) in zip(months, payments, strict=True) if month]
        return cost_of_credit(total, monthly)
    if total <= 0 or sum(amount for _, amount in payments) < total:
        return None
    flows = [((day - start).days, -float(amount)) for day, amount in received]
    return _on_days(flows + [((day - start).days, float(amount)) for day, amount in payments])


def _month_of(start: date, day: date) -> int:
    """Return after how many months a payment falls, 0 where it is not near a whole number of them."""
    month = months_between(start, day)
    return month if abs(months_after(start, month) - day) <= NEAR_ITS_MONTH else 0


def _on_days(flows: Sequence[tuple[int, float]]) -> CostOfCredit | None:
    """Return the rate at which amounts on days after the first are worth nothing together, by halving."""

    def worth(growth: float) -> float:
        return sum(amount * math.exp(-growth * day) for day, amount in flows)

    low, high = 0.0, 1.0
    if min(day for day, _ in flows) < 0 or worth(low) < 0 or worth(high) > 0:
        return None
    for _ in range(MOST_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if worth(middle) > 0 else (low, middle)
    return CostOfCredit(_per_cent(DAYS * math.expm1(low)), _per_cent(math.expm1(DAYS * low)), by_days=True)


MOST_HALVINGS = 80
"""Beyond which a number of the machine has no further digits."""


def cost_of_credit(received: Decimal, payments: Sequence[tuple[int, Decimal]]) -> CostOfCredit | None:
    """Return what a loan costs. ``payments`` are amounts with the month in which they fall due, 1 for the first.

    Solves ``received = sum(payment / (1 + r) ** month)``. None where no rate does, or where less is paid back than was
    received.
    """
    if received <= 0 or not payments or sum(amount for _, amount in payments) < received:
        return None
    import numpy_financial

    flows = [0.0] * (max(month for month, _ in payments) + 1)
    flows[0] = -float(received)
    for month, amount in payments:
        flows[month] += float(amount)
    monthly = float(numpy_financial.irr(flows))
    if not 0 <= monthly < 10:  # nan is in no range
        return None
    return CostOfCredit(_per_cent(MONTHS * monthly), _per_cent((1 + monthly) ** MONTHS - 1))


def _per_cent(rate: float) -> Decimal:
    with localcontext(prec=MOST_DIGITS):
        return (Decimal(repr(rate)) * 100).quantize(LEAST_STEP, ROUND_HALF_UP)


def months_between(start: date, day: date) -> int:
    """Return in which month after ``start`` a payment falls, the nearest one, at least the first."""
    days = (day - start).days
    return max(1, round(days * MONTHS / 365.25))


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference rate as it was on the day of the contract; ``prime`` is what it was worked out from."""

    rate: ReferenceRate
    per_cent: Decimal
    prime: PrimeRate | None = None


def reference_on(rate: ReferenceRate, contract_day: date) -> Reference | None:
    """Return a reference rate on a day, None for days before it holds or for which the LPR is unknown."""
    if rate.since is not None and contract_day < rate.since:
        return None
    if rate.per_cent is not None:
        return Reference(rate, rate.per_cent)
    prime = prime_rate(contract_day)
    return None if prime is None else Reference(rate, rate.times_prime * prime.per_cent, prime)
