from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.numerals import CHINESE, parse_number


@pytest.mark.parametrize(
    ("words", "number"),
    [("3,000.00", "3000.00"), ("三千五", "3500"), ("3.2万", "32000.0"), ("叁仟", "3000"), ("十千亿六", None)],
)
def test_numbers_are_read_as_people_write_them(words: str, number: str | None) -> None:
    found = parse_number(words)
    assert found == (Decimal(number) if number else None)


@settings(deadline=None)
@given(st.text(alphabet=CHINESE + "0123456789.,点wk", max_size=12))
def test_any_numerals_are_a_number_or_none(words: str) -> None:
    parse_number(words)
