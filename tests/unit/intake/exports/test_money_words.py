"""The words of bills for which way money went and what became of it."""

from decimal import Decimal

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.intake.exports.money_words import direction_of, money_of, outcome_of


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (
            Outcome.FAILED,
            "交易失败 交易不成功 未成功 已驳回 已拒绝 对方已拒收 Unsuccessful FAILED Rejected not_successful",
        ),
        (
            Outcome.REFUNDED,
            "已冲正 冲正成功 已退汇 退款成功 已全额退款 对方已退还 已沖正 Reversed Refunded Returned 已退款 已过期退还",
        ),
        (Outcome.CLOSED, "交易关闭 已撤销 已撤回 已过期 已終止 Expired Cancelled 已取消 用户已撤单"),
        (
            Outcome.PENDING,
            "处理中 處理中 进行中 進行中 待付款 未支付 已受理 已提交 提交成功 Incomplete Unpaid Submitted Pending",
        ),
        (Outcome.DONE, "交易成功 支付完成 已到账 已入帳 對方已收錢 Succeeded Paid Completed Approved 到帳"),
        (Outcome.NONE, "手机银行 / Partner"),
    ],
)
def test_a_status_means_what_it_says(outcome: Outcome, words: str) -> None:
    assert {word: outcome_of(word.replace("_", " "), Decimal(5)) for word in words.split(" ")} == dict.fromkeys(
        words.split(" "), outcome
    )


@pytest.mark.parametrize(
    ("direction", "words"),
    [
        (
            Direction.OUT,
            "支出 轉出 付款 借 借（支出） 借方/支出 支出(-) Debit D DR expense Expenses 往账 出帳 Outgoing Withdrawal",
        ),
        (
            Direction.IN,
            "收入 轉入 收款 貸 贷（收入） 贷方/收入 收入(+) Credit C CR income 来账 入帳 存款 Incoming Deposit",
        ),
        (Direction.NONE, "不计收支 / - 未知方向 其他"),
    ],
)
def test_a_columns_own_word_says_which_way_money_went(direction: Direction, words: str) -> None:
    assert {word: direction_of(word) for word in words.split(" ")} == dict.fromkeys(words.split(" "), direction)


def test_a_bank_writes_both_languages_in_one_cell() -> None:
    assert (direction_of("借 Dr"), direction_of("贷 Cr")) == (Direction.OUT, Direction.IN)


@pytest.mark.parametrize(
    ("cell", "amount", "sign"),
    [
        ("-1.250,75", "1250.75", "-"),
        ("300,00", "300.00", ""),
        ("1.234.567,80 €", "1234567.8", ""),
        ("1,250.75", "1250.75", ""),
        ("1,250", "1250", ""),  # three digits behind a comma are thousands
        ("0.5", "0.5", ""),
    ],
)
def test_a_comma_before_the_last_two_digits_is_a_decimal_point(cell: str, amount: str, sign: str) -> None:
    found = money_of(cell)
    assert found is not None
    assert (found.amount, found.sign) == (Decimal(amount), sign)


@pytest.mark.parametrize("cell", ["1,2,3", "49,7", "1.25,75", "12,34,567.00", "1,,2", "1.234,567,8"])
def test_a_number_that_is_written_in_no_known_way_is_no_amount(cell: str) -> None:
    assert money_of(cell) is None
