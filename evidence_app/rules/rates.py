"""The yearly rates of the law's data: the loan prime rate, and the lines that a loan's cost is compared with."""

import csv
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from evidence_app.domain.workspace import Lender
from evidence_app.resources import resource
from evidence_app.rules.law import sources
from evidence_app.rules.law_files import LAW, read_law, wrong_line
from evidence_app.rules.sources import Confidence, Source
from evidence_app.rules.territories import Territory
from evidence_app.rules.words import Words, words_of


@dataclass(frozen=True, slots=True)
class PrimeRate:
    """The one-year loan prime rate that held on a day: per cent a year, and since when."""

    per_cent: Decimal
    since: date
    source: Source


@lru_cache(maxsize=1)
def _prime_rates() -> tuple[tuple[date, Decimal], ...]:
    found: list[tuple[date, Decimal]] = []
    with resource(LAW, "lpr.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            try:
                since, rate = date.fromisoformat(row["date"]), Decimal(row["1Y"])
            except (ArithmeticError, KeyError, TypeError, ValueError) as error:
                raise wrong_line("lpr.csv", len(found) + 2, row) from error
            if found and since <= found[-1][0]:
                raise wrong_line("lpr.csv", len(found) + 2, row)
            found.append((since, rate))
    return tuple(found)


def prime_rate(day: date) -> PrimeRate | None:
    """Return the rate that held on a day; None before the table's first day and after the month of its last row.

    A rate is announced every month: what nobody has looked up is not carried forward.
    """
    rates = _prime_rates()
    at = bisect_right([since for since, _ in rates], day) - 1
    if at < 0 or (day.year, day.month) > (rates[-1][0].year, rates[-1][0].month):
        return None
    since, per_cent = rates[at]
    return PrimeRate(per_cent, since, sources()["lpr"])


@dataclass(frozen=True, slots=True)
class ReferenceRate:
    """A yearly rate that a loan's cost is compared with: ``per_cent``, or so many times the prime rate.

    ``lenders`` are those for which it holds, empty for whomever; ``since`` is the first day of contracts under it.
    ``target`` is the day by which lenders have to come down to it: until then nothing departs from it; None for a line
    that holds.
    """

    id: str
    territory: Territory
    lenders: frozenset[str]
    name: Words
    note: Words
    source: Source
    confidence: Confidence
    per_cent: Decimal | None = None
    times_prime: int = 0
    since: date | None = None
    target: date | None = None

    def binds(self, contract_day: date) -> bool:
        """Tell whether a contract of a day can depart from it: of a target, one of after its day."""
        return self.target is None or contract_day > self.target


@lru_cache(maxsize=1)
def reference_rates() -> tuple[ReferenceRate, ...]:
    """Return all reference rates."""
    return read_law("reference_rates.toml", lambda table: tuple(_rate(code, facts) for code, facts in table.items()))


def _rate(code: str, facts: Mapping[str, Any]) -> ReferenceRate:
    return ReferenceRate(
        id=code,
        territory=Territory.of(facts["territory"]),
        lenders=frozenset(Lender(each).value for each in facts.get("lenders", ())),
        name=words_of(facts["name"]),
        note=words_of(facts["note"]),
        source=sources()[facts["source"]],
        confidence=Confidence(facts["confidence"]),
        per_cent=Decimal(str(facts["per_cent"])) if "per_cent" in facts else None,
        times_prime=facts["times_prime"] if "per_cent" not in facts else 0,
        since=facts.get("since"),
        target=facts.get("target"),
    )
