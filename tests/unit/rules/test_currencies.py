"""A currency that is typed is one, or it is refused."""

import pytest

from evidence_app.errors import InputProblem
from evidence_app.rules.currencies import known_currency


@pytest.mark.parametrize("code", ["CNY", "hkd", "GBP", "ZWG", "BGN"])
def test_a_currency_that_is_or_was_lately_in_use_can_be_typed(code: str) -> None:
    assert known_currency(code) == code.upper()


@pytest.mark.parametrize("code", ["XYZ", "RMB", "NTD", "XAU", "XTS", "USDT", "元"])
def test_no_other_code_can(code: str) -> None:
    with pytest.raises(InputProblem, match="currency-unknown"):
        known_currency(code)
