"""With which rates a loan's cost is compared, by place, lender and day, and what is said where it cannot be."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, Outcome
from evidence_app.phrases import Language
from evidence_app.rules.cost_of_credit import CostOfCredit, Reference
from evidence_app.rules.findings import RuleFinding, findings
from evidence_app.rules.loan_rows import Loan
from evidence_app.rules.rates import reference_rates
from evidence_app.rules.reference_lines import Comparison, Line, Uncompared, comparison_of
from evidence_app.rules.situation import Situation
from evidence_app.rules.territories import Territory
from tests.unit.rules.situations import CN, instalment, payment, situation

DAY = date(2025, 1, 10)


def loan(
    territory: Territory | None, lender: str, instalments: str = "945.596", contract: date | None = DAY
) -> Situation:
    """A loan of 10,000, paid back in twelve equal instalments; by default it costs 24.00 % and 26.82 % a year."""
    out = payment("2025-01-10", "10000", Direction.IN)
    months = [f"2025-{month:02}-10" for month in range(2, 13)] + ["2026-01-10"]
    repaid = [instalment(day, instalments, Outcome.PAID) for day in months]
    given = situation(out, *repaid, kind=DisputeType.UNAUTHORISED_LOAN, territory=territory)
    return replace(given, loan=Loan(lender, None, contract, (out.event_id,), tuple(each.event_id for each in repaid)))


def cost(given: Situation) -> list[RuleFinding]:
    return [each for each in findings(given) if each.rule.id == "R1"]


@pytest.mark.parametrize(
    ("territory", "lender", "line"),
    [
        (Territory.of("TW"), "card", "15"),  # the line that names the lender, not the one for whomever
        (Territory.of("TW"), "unlicensed", "16"),
        (Territory.of("TW"), "licensed", "16"),
        (CN, "unlicensed", "12.40"),
    ],
)
def test_a_cost_is_compared_with_the_most_specific_line_of_its_place(
    territory: Territory, lender: str, line: str
) -> None:
    [found] = cost(loan(territory, lender))
    assert found.found.facts["reference"] == f"{line}%"
    assert found.threshold(Language.EN)["per_cent"] == line


@pytest.mark.parametrize(
    ("instalments", "line"),
    [("1000", ""), ("1030", "36"), ("1070", "48")],  # 35.07/41.30 %, 41.05/49.72 %, 48.87/61.45 %
)
def test_in_hong_kong_the_highest_line_that_both_rates_are_above_is_told(instalments: str, line: str) -> None:
    given = loan(Territory.of("HK"), "money_lender", instalments)
    assert [each.found.facts["reference"] for each in cost(given)] == [f"{line}%"] * bool(line)
    assert cost(loan(Territory.of("HK"), "licensed", instalments)) == []


def test_a_line_is_cited_with_its_own_source_and_confidence() -> None:
    [found] = cost(loan(Territory.of("TW"), "card"))
    assert [each.source.id for each in found.citations()] == ["tw-interest"]
    assert "confidence: high" in found.citations()[0][Language.EN]
    assert found.rule.source is not None  # letters tell of what has one


@pytest.mark.parametrize(
    ("territory", "lender", "contract", "why"),
    [
        (CN, "", DAY, Uncompared.LENDER),
        (CN, "unlicensed", None, Uncompared.CONTRACT_DAY),
        (Territory.of("HK"), "licensed", DAY, Uncompared.NO_LINE),
        (Territory.of("GB"), "licensed", DAY, Uncompared.NO_LINE),
        (None, "licensed", DAY, Uncompared.NO_LINE),
    ],
)
def test_where_no_line_is_known_that_is_said(
    territory: Territory | None, lender: str, contract: date | None, why: Uncompared
) -> None:
    found = comparison_of(territory, Loan(lender, None, contract))
    assert (found.why, found.lines) == (why, ())
    for language in Language:
        assert found.says(language)


@pytest.mark.parametrize(
    ("contract", "why"),
    [
        (date(2020, 8, 1), Uncompared.TOO_OLD),
        (date(2020, 8, 20), None),
        (date(2026, 8, 31), None),
        (date(2026, 9, 1), Uncompared.PRIME_UNKNOWN),
        (date(2026, 10, 5), Uncompared.PRIME_UNKNOWN),
    ],
)
def test_a_contract_that_is_too_old_or_too_new_for_the_lpr_is_not_compared_and_that_is_explained(
    contract: date, why: Uncompared | None
) -> None:
    [line] = comparison_of(CN, Loan("unlicensed", None, contract)).lines
    assert line.why is why
    assert (line.reference is None) is (why is not None)
    for language in Language:
        assert line.rate.note[language] in line.says(language)
    assert [each.source.id for each in line.citations()] == ["private-lending", *(["lpr"] if why is None else [])]
    assert bool(cost(loan(CN, "unlicensed", "945.596", contract))) is (why is None)


def test_a_line_says_its_rate_on_the_day_of_the_contract() -> None:
    [line] = comparison_of(CN, Loan("unlicensed", Decimal(1), DAY)).lines
    assert "12.40%" in line.says(Language.EN)


@pytest.mark.parametrize(
    ("contract", "instalments", "above"),
    [
        (date(2026, 1, 10), "945.596", None),  # 24.00 %: no higher than the reference line, and twice the target
        (date(2026, 1, 10), "960", "24%"),
        (date(2025, 1, 10), "960", "24%"),
    ],
)
def test_a_micro_lenders_target_is_shown_and_a_loan_of_before_its_day_departs_from_nothing(
    contract: date, instalments: str, above: str | None
) -> None:
    given = loan(CN, "micro_lender", instalments, contract)
    assert given.loan is not None
    lines = {each.rate.id: each for each in comparison_of(CN, given.loan).lines}
    assert set(lines) == {"cn-licensed", "cn-micro-target"}
    assert "2027" in lines["cn-micro-target"].says(Language.EN)
    assert [each.found.facts["reference"] for each in cost(given)] == ([above] if above else [])


def test_a_micro_lenders_target_is_no_line_for_loans_of_before_it_was_set() -> None:
    before = {each.rate.id: each.why for each in comparison_of(CN, Loan("micro_lender", None, DAY)).lines}
    assert before == {"cn-licensed": None, "cn-micro-target": Uncompared.TOO_OLD}
    set_then = {each.rate.id: each for each in comparison_of(CN, Loan("micro_lender", None, date(2026, 1, 5))).lines}
    reference = set_then["cn-micro-target"].reference
    assert reference is not None
    assert reference.per_cent == 12


def test_a_contract_of_after_a_targets_day_can_depart_from_it() -> None:
    target = next(each for each in reference_rates() if each.id == "cn-micro-target")
    assert not target.binds(date(2027, 12, 31))
    assert target.binds(date(2028, 1, 1))
    assert target.times_prime == 4


def test_a_licensed_lender_that_is_no_micro_lender_has_no_target() -> None:
    lines = comparison_of(CN, Loan("licensed", None, date(2026, 1, 5))).lines
    assert [each.rate.id for each in lines] == ["cn-licensed"]


def test_a_target_that_binds_is_departed_from_and_one_that_does_not_is_not() -> None:
    rate = next(each for each in reference_rates() if each.id == "cn-micro-target")
    line = Line(rate, Reference(rate, Decimal(12)))
    dear = CostOfCredit(Decimal(20), Decimal(22))
    assert Comparison((line,)).exceeded(dear) is line.reference
    assert Comparison((replace(line, binds=False),)).exceeded(dear) is None
