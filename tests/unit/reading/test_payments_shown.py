"""Pages that show one payment: its labels and values, what became of it, which way it went."""

from decimal import Decimal

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.payments import recognise_payment
from tests.unit.reading.billed import detail, wall
from tests.unit.reading.drawn_lines import Sheet


def test_a_bill_gives_amount_direction_party_outcome_time_and_order_number() -> None:
    sheet = detail(
        "速融宝科技有限公司",
        "+3,000.00",
        ("收款方式", "余额"),
        ("创建时间", "2025-02-2208:15:33"),
        ("订单号", "20250222200040011100123456789012"),
        ("商家订单号", "SRB2025022200001234"),
        status="交易成功",
    )
    found = recognise_payment(sheet.page())
    assert found is not None
    assert found.kind is PageKind.BILL
    (event,) = found.events
    facts = event.facts
    assert (facts.amount, facts.currency, facts.direction) == (Decimal("3000.00"), "CNY", Direction.IN)
    assert (facts.party, facts.outcome) == ("速融宝科技有限公司", Outcome.DONE)
    assert (facts.reference, wall(facts)) == ("20250222200040011100123456789012", "2025-02-22 08:15:33")


def test_an_order_number_goes_on_over_two_lines_and_a_label_may_be_glued_to_its_value() -> None:
    sheet = detail("美团", "-35.50", ("当前状态", "支付成功"))
    sheet.row("支付时间2025年2月22日19:03:21")
    sheet.at("交易单号", 40, sheet.top).at("4200002521202502221234", 300, sheet.top)
    sheet.at("567890", 300, sheet.top + 46)
    sheet.space(2.6).row("商户单号", "250222190312345")
    found = recognise_payment(sheet.page())
    assert found is not None
    assert found.events[0].facts.reference == "4200002521202502221234567890"
    assert wall(found.events[0].facts) == "2025-02-22 19:03:21"


@pytest.mark.parametrize(
    ("amount", "currency", "value"),
    [
        ("Y200.00", "CNY", "200.00"),
        ("￥ 3, 000.00", "CNY", "3000.00"),
        ("NT$3,000", "TWD", "3000"),
        ("HK$1,234.50", "HKD", "1234.50"),
        ("200.00元", "CNY", "200.00"),
    ],
)
def test_amounts_are_read_in_all_their_forms(amount: str, currency: str, value: str) -> None:
    found = recognise_payment(
        detail("速融宝", amount, ("交易时间", "2025-02-22 12:30"), ("交易单号", "A123456"), ("状态", "成功")).page()
    )
    assert found is not None
    assert (found.events[0].facts.amount, found.events[0].facts.currency) == (Decimal(value), currency)


def test_a_withdrawal_that_failed_is_an_attempt_with_its_reason() -> None:
    sheet = Sheet().centred("提现", 44).centred("提现失败", 56).centred("¥3,000.00", 84)
    sheet.centred("银行卡信息有误，请联系在线客服处理", 30).row("申请时间", "2025-02-22 08:15").row(
        "失败原因", "卡号填写错误"
    )
    found = recognise_payment(sheet.page())
    assert found is not None
    assert found.kind is PageKind.ERROR
    facts = found.events[0].facts
    assert (facts.outcome, facts.direction, facts.amount) == (Outcome.FAILED, Direction.IN, Decimal("3000.00"))
    assert "卡号填写错误" in facts.text
    assert "银行卡信息有误，请联系在线客服处理" in facts.text


def test_a_top_up_in_progress_is_pending_and_goes_out() -> None:
    sheet = Sheet().centred("充值结果", 44).centred("充值处理中", 56).row("充值金额", "500.00元")
    sheet.row("充值时间", "2025-02-23 21:40:10").row("充值订单号", "CZ20250223214010")
    facts = recognised(sheet.page()).events[0].facts
    assert (facts.outcome, facts.direction, facts.reference) == (Outcome.PENDING, Direction.OUT, "CZ20250223214010")


def test_of_the_steps_of_a_withdrawal_the_last_with_a_time_says_how_far_it_is() -> None:
    sheet = Sheet().centred("提现详情", 44).centred("提现金额", 30, gap=0.3).centred("¥3,000.00", 84)
    sheet.row("提现申请已提交", gap=0.2).row("02-22 08:15", size=30)
    sheet.row("银行处理中", gap=0.2).row("预计02-24 24:00前到账", size=30)
    sheet.row("到账成功").row("到账银行卡", "工商银行(1234)").row("申请时间", "2025-02-22 08:15")
    facts = recognised(sheet.page()).events[0].facts
    assert (facts.outcome, facts.direction, wall(facts)) == (Outcome.PENDING, Direction.IN, "2025-02-22 08:15:00")


def test_labels_may_stand_above_their_values_in_two_columns() -> None:
    sheet = Sheet().centred("交易详情", 44).centred("¥200.00", 80, gap=0.2).centred("支付成功", 34, gap=1.2)
    for one, other in (
        (("收款方", "速融宝"), ("支付方式", "储蓄卡(1234)")),
        (("交易时间", "2025-02-22 12:30:00"), ("交易流水号", "202502221230001")),
    ):
        sheet.at(one[0], 40, sheet.top, 32).at(other[0], 580, sheet.top, 32)
        sheet.at(one[1], 40, sheet.top + 46).at(other[1], 580, sheet.top + 46).space(3.4)
    facts = recognised(sheet.page()).events[0].facts
    assert (facts.party, facts.reference) == ("速融宝", "202502221230001")
    assert (facts.direction, wall(facts)) == (Direction.OUT, "2025-02-22 12:30:00")


def test_a_value_may_be_a_word_that_is_a_label_elsewhere() -> None:
    sheet = detail("美团", "-35.50", ("付款方式", "余额"), ("支付时间", "2025-02-22 19:03"), ("订单号", "A20250222190"))
    facts = recognised(sheet.page()).events[0].facts
    assert (facts.reference, facts.outcome, facts.party) == ("A20250222190", Outcome.DONE, "美团")


def test_currencies_without_decimals_show_bare_numbers() -> None:
    sheet = Sheet(zone="Asia/Taipei").centred("交易明細", 44).row("2025年2月", "支出NT$1,035 收入NT$3,200", size=30)
    for title, amount, when in (
        ("LINE Pay", "13", "02-24 04:41"),
        ("foodpanda", "+3,000", "02-23 21:09"),
        ("中華電信", "500", "02-23 20:51"),
    ):
        sheet.row(title, amount, gap=0.1).row(when, "餘額5,013", size=30, gap=1.4)
    found = recognised(sheet.page())
    assert [event.facts.amount for event in found.events] == [Decimal(13), Decimal(3000), Decimal(500)]
    assert [event.facts.direction for event in found.events] == [Direction.OUT, Direction.IN, Direction.OUT]
    assert {event.facts.currency for event in found.events} == {"TWD"}


def test_a_label_names_the_other_side_below_the_kind_of_payment() -> None:
    sheet = Sheet().centred("活期账户交易明细")
    for kind, amount, name in (
        ("跨行转出", "转出 2,000.00", "王建国"),
        ("代发工资", "转入 6,800.00", "云帆科技有限公司"),
    ):
        sheet.row(kind, amount).row("2025-02-10 14:22:31", size=30).row(f"对方：{name}", size=30).space()
    found = [event.facts for event in recognised(sheet.page()).events]
    assert [(each.party, each.direction) for each in found] == [
        ("王建国", Direction.OUT),
        ("云帆科技有限公司", Direction.IN),
    ]


def a_loan(*rows: tuple[str, str]) -> Sheet:
    sheet = Sheet().centred("借款详情", 44)
    for label, value in rows:
        sheet.row(label, value, gap=0.6)
    return sheet


PAID_OUT = (("借款金额", "6000.00元"), ("放款状态", "放款成功"), ("放款时间", "2025-02-03 02:19:08"))


def test_a_loan_that_was_paid_out_is_a_payment_to_whom_the_page_names() -> None:
    sheet = a_loan(*PAID_OUT, ("收款账户", "工商银行 尾号9021"), ("收款人", "*磊"), ("申请渠道", "享购商城"))
    (event,) = recognised(sheet.page()).events
    facts = event.facts
    assert (facts.amount, facts.party, facts.outcome) == (Decimal("6000.00"), "*磊", Outcome.DONE)
    assert (wall(facts), facts.direction) == ("2025-02-03 02:19:08", Direction.NONE)
    assert "9021" in facts.text


def test_a_loan_not_yet_paid_out_is_no_payment() -> None:
    sheet = a_loan(("借款金额", "6000.00元"), ("借款期限", "12期"), ("年利率", "24%"), ("借款状态", "审核中"))
    assert recognised(sheet.page()).events == ()


def a_debit(*rows: tuple[str, str]) -> Sheet:
    sheet = Sheet(zone="Asia/Taipei").centred("交易明細", 44, gap=1.2)
    for label, value in rows:
        sheet.row(label, value, gap=1.0)
    return sheet


DEBIT = (("帳戶餘額", "NT$31,006"), ("交易序號", "2025022000417730"), ("摘要", "轉帳"))


def test_a_bank_shows_one_debit_with_its_day_and_its_time_of_day_apart() -> None:
    when = ("交易日期", "民國114年2月20日"), ("交易時間", "10:22:07")
    for told in (when, when[::-1]):
        facts = recognised(a_debit(*told, ("支出金額", "NT$4,200"), *DEBIT).page()).events[0].facts
        assert (facts.direction, facts.amount, facts.reference) == (Direction.OUT, Decimal(4200), "2025022000417730")
        assert wall(facts) == "2025-02-20 10:22:07"


def test_sums_of_both_ways_are_no_payment() -> None:
    when = ("交易日期", "民國114年2月20日"), ("交易時間", "10:22:07")
    sums = ("支出金額", "NT$4,200"), ("收入金額", "NT$9,000")
    assert recognise_payment(a_debit(*when, *sums, *DEBIT).page()) is None


def withdrawals(title: str, *more: tuple[str, str]) -> Sheet:
    sheet = Sheet().centred(title, 44, gap=1.2)
    for amount, at, state in (("¥860.00", "2025-02-20 10:22", "成功"), ("¥1,200.00", "2025-02-11 08:02", "关闭")):
        for label, value in (("提现金额", amount), ("申请时间", at), ("订单号", f"TX{at[:4]}{at[-2:]}771"), *more):
            sheet.row(label, value, gap=0.6)
        sheet.row("状态", f"提现{state}", gap=2)
    return sheet


def test_what_a_wallet_lists_as_withdrawn_left_it() -> None:
    found = recognised(withdrawals("提现记录").page())
    assert [event.facts.direction for event in found.events] == [Direction.OUT] * 2


def test_what_a_borrower_drew_or_what_arrived_came_in() -> None:
    for more in (("借款期数", "12期"), ("到账银行", "工商银行")):
        found = recognised(withdrawals("提现记录", more).page())
        assert [event.facts.direction for event in found.events] == [Direction.IN] * 2


def test_a_large_signed_amount_with_a_time_and_a_number_is_a_payment_though_a_loan_is_named() -> None:
    sheet = detail(
        "維港信貸",
        "-HK$3,215.00",
        ("供款期數", "第9期"),
        ("貸款編號", "VH-PL-8810-2276"),
        ("提交時間", "2026-03-06 15:47"),
        ("參考編號", "VH-REF-0306-5512"),
        status="處理中",
    )
    found = recognise_payment(sheet.page())
    assert found is not None
    assert [event.facts.outcome for event in found.events] == [Outcome.PENDING]


@pytest.mark.parametrize(
    ("rows", "amount", "at"),
    [
        (
            ("Withdrawal failed", "We couldn't process your withdrawal", "of $420.00.", "Feb 20, 2025 at 7:03 PM"),
            "420.00",
            "2025-02-20 19:03:00",
        ),
        (
            ("温馨提示", "您的提现申请（¥800.00）已被驳回，资", "金已退回钱包余额。", "2025-02-20 18:40"),
            "800.00",
            "2025-02-20 18:40:00",
        ),
        (
            ("提領失敗", "您申請提領 NT$12,000 未能完成", "帳戶暫時停用", "2/20 (四) 下午 3:20"),
            "12000",
            "2025-02-20 15:20:00",
        ),
    ],
)
def test_a_dialog_that_tells_in_a_sentence_what_failed_is_a_payment(
    rows: tuple[str, ...], amount: str, at: str
) -> None:
    sheet = Sheet().space(8).centred(rows[0], 52)
    for row in rows[1:]:
        sheet.centred(row)
    found = recognise_payment(sheet.page())
    assert found is not None
    facts = found.events[0].facts
    assert (facts.amount, facts.outcome, wall(facts)) == (Decimal(amount), Outcome.FAILED, at)


@pytest.mark.parametrize(
    "told",
    ["可提现金额¥300.00", "我的余额 500.00元", "您的余额为 500.00元。", "Daily limit $500.00", "最低提现金额 100.00元"]
    + ["Processing fee: $5.00", "工本费 20.00元", "需先缴纳保证金5000元，才能提现"],
)
def test_a_balance_a_limit_or_a_fee_below_a_failure_is_not_what_failed(told: str) -> None:
    sheet = Sheet().space(8).centred("提现失败", 52).centred(told).centred("2025-02-20 18:40")
    assert recognise_payment(sheet.page()) is None


@pytest.mark.parametrize(
    ("title", "rows", "zone", "shown"),
    [
        (
            "您的借款已放款成功",
            ("借款合同金额 8,000.00元", "会员服务费 1,200.00元", "实际到账 6,800.00元", "放款时间 2026-09-12 10:31"),
            "Asia/Shanghai",
            ("6800.00", "CNY", "2026-09-12 10:31:00", "借款合同金额 8,000.00元"),
        ),
        (
            "撥款成功",
            ("合約金額 NT$80,000", "手續費 NT$12,000", "實際撥款 NT$68,000", "撥款日期 2026/09/12"),
            "Asia/Taipei",
            ("68000", "TWD", "2026-09-12 00:00:00", "合約金額 NT$80,000"),
        ),
        (
            "Your loan has been paid out",
            (
                "Loan amount £800.00",
                "Arrangement fee £120.00",
                "Amount disbursed £680.00",
                "Disbursed on 12 Sep 2026 10:31",
            ),
            "Europe/London",
            ("680.00", "GBP", "2026-09-12 10:31:00", "Loan amount £800.00"),
        ),
    ],
)
def test_of_a_loan_the_payment_is_what_came_not_what_was_contracted(
    title: str, rows: tuple[str, ...], zone: str, shown: tuple[str, ...]
) -> None:
    sheet = Sheet(zone=zone).centred(title)
    for row in rows:
        at = next(index for index, char in enumerate(row) if char.isdigit() or char in "£N")
        sheet.row(row[:at].strip(), row[at:])
    (event,) = recognised(sheet.page()).events
    facts = event.facts
    assert (str(facts.amount), facts.currency, wall(facts)) == shown[:3]
    assert (facts.direction, facts.outcome) == (Direction.IN, Outcome.DONE)
    assert shown[3] in facts.text
