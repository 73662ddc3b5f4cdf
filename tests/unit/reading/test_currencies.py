"""Which currency an amount is in has one answer, for rows and for sentences."""

from zoneinfo import ZoneInfo

import pytest

from evidence_app.reading.currencies import meant_currency, named_currency

SHANGHAI, TAIPEI, MACAU = map(ZoneInfo, ("Asia/Shanghai", "Asia/Taipei", "Asia/Macau"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("¥", "CNY"),
        ("HK$", "HKD"),
        ("US$", "USD"),
        ("S$", "SGD"),
        ("港元", "HKD"),
        ("新臺幣", "TWD"),
        ("元", ""),
        ("$", ""),
    ],
)
def test_what_stands_beside_an_amount_names_a_currency_or_none(words: str, code: str) -> None:
    assert named_currency(words) == code


@pytest.mark.parametrize(
    ("lines", "home", "code"),
    [
        (["轉帳 NT$3,000", "餘額 NT$1,000", "RMB"], SHANGHAI, "TWD"),
        (["金额 200 元"], SHANGHAI, "CNY"),
        (["金额 200 元"], TAIPEI, "TWD"),
        (["金额 200 元"], MACAU, "MOP"),
        (["轉數快 轉賬 $200", "戶口結餘"], SHANGHAI, "HKD"),
        (["European Express"], SHANGHAI, "CNY"),
    ],
)
def test_a_bare_amount_is_in_what_the_page_names_or_its_writing_or_zone_says(
    lines: list[str], home: ZoneInfo, code: str
) -> None:
    assert meant_currency(lines, home) == code
