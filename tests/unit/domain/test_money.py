"""Amounts are exact and refused when unclear."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.money import parse_amount, parse_currency, plain_amount
from evidence_app.errors import InputProblem


@pytest.mark.parametrize(
    ("text", "amount"), [("3,000", Decimal(3000)), (" 3000.50 ", Decimal("3000.50")), ("", None), ("０", Decimal(0))]
)
def test_amounts_are_read_as_people_write_them(text: str, amount: Decimal | None) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize("text", ["-1", "NaN", "Infinity", "1e30", "1E-20", "three", "1.2.3", "9" * 16])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InputProblem, match="amount-unreadable"):
        parse_amount(text)


@given(st.decimals(0, 10**12, places=2))
def test_the_plain_form_is_exact(amount: Decimal) -> None:
    assert parse_amount(plain_amount(amount)) == amount


def test_plain_amounts_have_two_decimals_at_least() -> None:
    assert [plain_amount(each) for each in (Decimal("3E+3"), Decimal("0.125"), None)] == ["3000.00", "0.125", ""]


def test_a_currency_is_three_letters() -> None:
    assert parse_currency("hkd") == "HKD"
    assert parse_currency("") == "CNY"
    with pytest.raises(InputProblem, match="currency-unknown"):
        parse_currency("元")
