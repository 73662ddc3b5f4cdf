"""Which sums words name."""

from decimal import Decimal

import pytest

from evidence_app.rules.named_sums import sums_in


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("退我 3，000元", {(3000, "")}),
        ("退款1.2万元和3千元", {(12000, ""), (3000, "")}),
        ("1万2千元", {(12000, "")}),
        ("三日内退还三千元", {(3000, "")}),
        ("一万二千五百元整", {(12500, "")}),
        ("返還新臺幣３,０００圓", {(3000, "TWD")}),
        ("Refund HK$ 1,200.50 and 300 USD", {(Decimal("1200.5"), "HKD"), (300, "USD")}),
        ("500美元、人民币 80 元", {(500, "USD"), (80, "CNY")}),
        ("500元人民币", {(500, "CNY")}),
        ("￥35、285块、两百块", {(35, ""), (285, ""), (200, "")}),
        ("先行退还2,000元至原银行卡", {(2000, "")}),
        ("退还500。", {(500, "")}),
        ("Refund 500.", {(500, "")}),
        ("退还1.2万", {(12000, "")}),
        ("3日内答复，第2期，工单12345", set()),
        ("退款3日内到账；退还3日内", set()),
        ("几百元、数千元、一块退，元旦前3元旦", set()),
        ("1" * 30 + "元", set()),
    ],
)
def test_sums_are_named_in_figures_and_in_words_and_other_numbers_are_none(
    text: str, named: set[tuple[Decimal, str]]
) -> None:
    assert sums_in(text) == named
