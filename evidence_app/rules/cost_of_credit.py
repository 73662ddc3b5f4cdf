"""What a loan costs a year: the rate at which its payments are worth what was received."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from evidence_app.rules.law import PrimeRate, ReferenceRate, prime_rate

MONTHS = 12
LEAST_STEP = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class CostOfCredit:
    """Rates in per cent a year, rounded to hundredths: ``nominal`` is 12 r, ``effective`` (1+r)^12 - 1."""

    nominal: Decimal
    effective: Decimal


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
