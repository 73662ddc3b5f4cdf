"""Which yearly rates a loan's cost can be compared with, and why it cannot be where it cannot. Pure.

The lines are data (``resources/law/reference_rates.toml``); what the lender is and the day of the contract, a person
states. Those that name the lender come before those for whomever.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evidence_app.phrases import Language, name_of, phrase
from evidence_app.rules.cost_of_credit import CostOfCredit, Reference, reference_on
from evidence_app.rules.loan_rows import Loan
from evidence_app.rules.rates import ReferenceRate, reference_rates
from evidence_app.rules.sources import Citation
from evidence_app.rules.territories import Territory


class Uncompared(StrEnum):
    """Why a cost is compared with nothing."""

    LENDER = "lender"  # nobody said what the lender is
    CONTRACT_DAY = "contract_day"
    NO_LINE = "no_line"  # none is known for such a lender there
    TOO_OLD = "too_old"  # the contract is older than the line
    PRIME_UNKNOWN = "prime_unknown"  # the LPR of its month was not looked up


@dataclass(frozen=True, slots=True)
class Line:
    """One rate that holds for such a lender; ``reference`` is None where it is not known, ``why`` says why.

    ``binds`` is false where the loan can depart from nothing: of a target whose day had not come.
    """

    rate: ReferenceRate
    reference: Reference | None = None
    why: Uncompared | None = None
    binds: bool = True

    def says(self, language: Language) -> str:
        """Return what it is on the day of the contract, or why nothing is compared, with what it is for."""
        name, note = self.rate.name[language], self.rate.note[language]
        if self.reference is not None:
            facts = {"name": name, "per_cent": self.reference.per_cent, "note": note}
            said = phrase("names", "line.is", language, **facts)
            return said[:1].upper() + said[1:]  # in sentences its English name begins with a small letter
        why = name_of(self.why, language) if self.why is not None else ""
        return phrase("names", "line.is_not", language, name=name, why=why, note=note)

    def citations(self) -> tuple[Citation, ...]:
        """Return where it is from."""
        own = Citation(self.rate.source, self.rate.confidence)
        prime = self.reference.prime if self.reference is not None else None
        return (own, Citation(prime.source)) if prime is not None else (own,)


@dataclass(frozen=True, slots=True)
class Comparison:
    """With what a loan's cost is compared; ``why`` says why with nothing, where there is no line."""

    lines: tuple[Line, ...] = ()
    why: Uncompared | None = None

    def exceeded(self, cost: CostOfCredit) -> Reference | None:
        """Return the highest of the lines that both rates are above, None where they are above none."""
        known = [each.reference for each in self.lines if each.reference is not None and each.binds]
        above = [each for each in known if min(cost.nominal, cost.effective) > each.per_cent]
        return max(above, key=lambda each: each.per_cent, default=None)

    def says(self, language: Language) -> str:
        """Return why it is compared with nothing, empty where there are lines."""
        if self.why is None:
            return ""
        return phrase("names", "line.none", language, why=name_of(self.why, language))


def comparison_of(territory: Territory | None, loan: Loan) -> Comparison:
    """Return with what a loan's cost can be compared, the lines that name its lender alone where there are any."""
    if not loan.lender:
        return Comparison(why=Uncompared.LENDER)
    there = [each for each in reference_rates() if each.territory == territory]
    own = [each for each in there if loan.lender in each.lenders]
    lines = own or [each for each in there if not each.lenders]
    if not lines:
        return Comparison(why=Uncompared.NO_LINE)
    if loan.contract_day is None:
        return Comparison(why=Uncompared.CONTRACT_DAY)
    return Comparison(tuple(_line(each, loan.contract_day) for each in lines))


def _line(rate: ReferenceRate, day: date) -> Line:
    if rate.since is not None and day < rate.since:
        return Line(rate, why=Uncompared.TOO_OLD)
    reference = reference_on(rate, day)
    why = None if reference is not None else Uncompared.PRIME_UNKNOWN
    return Line(rate, reference, why, rate.binds(day))
