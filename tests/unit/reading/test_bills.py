"""Lists of payments and receipts in threads, and pages that show none."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.bills import recognise_bills
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.payments import recognise_payment
from evidence_app.reading.layout.vocabulary import label_at_start
from tests.unit.reading.billed import times, wall
from tests.unit.reading.drawn_lines import Sheet


def test_each_row_of_a_bill_list_is_a_payment_and_its_sums_are_none() -> None:
    sheet = Sheet().centred("账单", 44).row("2025年2月", "支出¥1,035.50 收入¥3,200.00", size=30)
    sheet.row("美团", "-35.50", gap=0.1).row("2月22日 19:03", size=30, gap=1.4)
    sheet.row("转账-来自王芳", "+3,200.00", gap=0.1).row("2月22日08:15", size=30, gap=1.4)
    sheet.row("零钱提现", "-1,000.00", gap=0.1).row("2月18日 09:12", size=30, gap=1.4)
    found = recognise_bills(sheet.page())
    assert found is not None
    facts = [event.facts for event in found.events]
    assert [each.party for each in facts] == ["美团", "转账-来自王芳", "零钱提现"]
    assert [each.amount for each in facts] == [Decimal("35.50"), Decimal("3200.00"), Decimal("1000.00")]
    assert [each.direction for each in facts] == [Direction.OUT, Direction.IN, Direction.OUT]
    assert [wall(each) for each in facts] == ["2025-02-22 19:03:00", "2025-02-22 08:15:00", "2025-02-18 09:12:00"]
    assert {each.outcome for each in facts} == {Outcome.DONE}


def test_below_the_kind_of_movement_stands_with_whom_it_was() -> None:
    sheet = Sheet().centred("臺幣活存明細", 44)
    for kind, amount, name in (
        ("匯款存入", "+30,000", "星辰融資股份有限公司"),
        ("信用卡款", "-8,933", "玉山信用卡"),
        ("跨行轉帳", "-1,200", "王小明"),
    ):
        sheet.row("2025/02/16 14:02", size=30, gap=0.4).row(kind, amount, gap=0.3).row(name, size=30, gap=1.4)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [each.facts.party for each in found.events] == ["星辰融資股份有限公司", "玉山信用卡", "王小明"]


def test_what_became_of_a_payment_stands_in_its_row() -> None:
    sheet = Sheet().centred("账单", 44)
    for title, amount, state in (
        ("淘宝网", "19.90", "交易关闭"),
        ("羽绒服", "299.00", "退款成功"),
        ("话费", "-100.00", "等待付款"),
        ("美团", "-35.50", ""),
    ):
        sheet.row(title, amount, gap=0.1).row("昨天12:33", state, size=30, gap=1.4)
    found = recognise_bills(sheet.page())
    assert found is not None
    outcomes = [event.facts.outcome for event in found.events]
    assert outcomes == [Outcome.CLOSED, Outcome.REFUNDED, Outcome.PENDING, Outcome.DONE]
    assert found.events[1].facts.direction is Direction.IN


def test_a_sign_in_a_box_of_its_own_belongs_to_its_number() -> None:
    sheet = Sheet().centred("交易明细", 44)
    for top, title, sign in ((300, "美团", "-"), (460, "工资", "+"), (620, "还款", "一")):
        sheet.at(title, 40, top).at("2025-02-22 19:03", 40, top + 50, 30)
        sheet.at(sign, 860, top).at("3,000.00", 885, top)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [event.facts.direction for event in found.events] == [Direction.OUT, Direction.IN, Direction.OUT]
    assert {event.facts.amount for event in found.events} == {Decimal("3000.00")}


def test_shops_settings_and_chats_hold_no_payments() -> None:
    shop = Sheet().centred("搜索结果")
    for title, price in (("数据线", "¥19.90"), ("羽绒服", "¥299.00"), ("保温杯", "¥49.00")):
        shop.row(title, price).row("500+人付款 江苏苏州", size=30)
    settings = (
        Sheet().centred("设置").row("支付设置", "已开启").row("免密支付限额", "¥200.00").row("更新时间", "2025-02-20")
    )
    chat = (
        Sheet().centred("速融宝客服").centred("昨天 19:03", 30).row("订单号：20250222001234").row("还款金额：¥280.33")
    )
    chat.row("", "¥200.00").row("提现失败").row("交易时间：2025-02-22 08:15")
    for sheet in (shop, settings, chat):
        found = recognised(sheet.page())
        assert found.kind is PageKind.TEXT
        assert found.events == ()
        assert [passage.text for passage in found.passages] == [line.text for line in sheet.page().lines]


def test_receipts_in_a_thread_happened_at_the_times_above_them() -> None:
    sheet = Sheet().centred("微信支付", 44)
    for when, amount, party in (("2月22日19:03", "¥35.50", "美团"), ("昨天08:15", "¥200.00", "速融宝")):
        sheet.centred(when, 28, gap=1.2).centred("付款金额", 40, gap=0.3).centred(amount, 80, gap=0.4)
        sheet.at("收款方", 60, sheet.top, 32).at(party, 240, sheet.top, 32)
        sheet.at("交易状态", 60, sheet.top + 44, 32).at("支付成功，对方已收款", 240, sheet.top + 44, 32).space(3)
    found = recognised(sheet.page())
    assert [event.facts.party for event in found.events] == ["美团", "速融宝"]
    assert [wall(event.facts) for event in found.events] == ["2025-02-22 19:03:00", "2025-02-23 08:15:00"]
    assert {event.facts.direction for event in found.events} == {Direction.OUT}


def test_without_knowing_when_the_picture_was_taken_only_written_days_are_known() -> None:
    sheet = Sheet().centred("账单", 44).row("2025年2月", "支出¥1,035.50 收入¥3,200.00", size=30)
    for title, when in (("美团", "昨天 19:03"), ("滴滴", "2月20日 08:15"), ("京东", "2024-12-31 10:00")):
        sheet.row(title, "-35.50", gap=0.1).row(when, size=30, gap=1.4)
    found = recognise_bills(sheet.page(taken=None))
    assert found is not None
    assert [wall(event.facts) for event in found.events] == ["", "2025-02-20 08:15:00", "2024-12-31 10:00:00"]


def test_words_before_an_amount_say_which_way_it_went() -> None:
    sheet = Sheet().centred("收支记录", 44)
    for title, amount in (("美团外卖", "支出 35.50元"), ("借款", "收入3,000.00元"), ("还款", "支出 280.33元")):
        sheet.row(title, amount, gap=0.1).row("02-22 19:03", size=30, gap=1.4)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [event.facts.direction for event in found.events] == [Direction.OUT, Direction.IN, Direction.OUT]


def test_a_day_and_an_amount_that_were_read_as_one_are_told_apart() -> None:
    sheet = Sheet().centred("全部账单", 44)
    sheet.row("02.22 -¥35.50", gap=0.1).row("19:03 美团", size=30, gap=1.4)
    sheet.row("02.20 +¥3,000.00", gap=0.1).row("08:15 速融宝", size=30, gap=1.4)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [event.facts.party for event in found.events] == ["美团", "速融宝"]
    assert [wall(event.facts) for event in found.events] == ["2025-02-22 19:03:00", "2025-02-20 08:15:00"]


def test_a_message_about_a_failed_withdrawal_names_its_amount_in_a_sentence() -> None:
    sheet = Sheet().centred("消息详情", 44).centred("提现失败", 52)
    sheet.row("您于2025-02-22 08:15发起的3,000.00元提现申请未通过，原因：银行", size=30, gap=0.2)
    sheet.row("卡状态异常。", size=30)
    (event,) = recognised(sheet.page()).events
    assert (event.facts.amount, event.facts.outcome) == (Decimal("3000.00"), Outcome.FAILED)
    assert wall(event.facts) == "2025-02-22 08:15:00"


def test_sums_of_a_month_are_no_payments_and_what_became_of_one_may_stand_beside_its_time() -> None:
    sheet = Sheet().centred("收支明细", 44).row("本月支出", "¥3,210.00").row("本月收入", "¥320.00")
    sheet.row("拼多多", "+280.33", gap=0.1).row("2025.02.24 17:11 |支付失败", size=30, gap=1.4)
    sheet.row("余额提现", "-0.01", gap=0.1).row("2025.02.22 02:22", size=30, gap=1.4)
    found = recognised(sheet.page())
    assert [event.facts.party for event in found.events] == ["拼多多", "余额提现"]
    assert [event.facts.outcome for event in found.events] == [Outcome.FAILED, Outcome.DONE]


def test_words_below_amounts_say_which_way_money_went_as_signs_do() -> None:
    sheet = Sheet().centred("余额变动")
    for name, told, amount in (("盒马鲜生", "18:22 支出", "86.30"), ("李春梅", "09:14 收入", "500.00")):
        sheet.row("3月12日 今天", size=32).row(name, amount).row(told, size=30).space()
    found = [event.facts for event in recognised(sheet.page()).events]
    assert [(each.party, each.direction) for each in found] == [("盒马鲜生", Direction.OUT), ("李春梅", Direction.IN)]


def test_a_bill_of_a_card_counts_what_is_owed_and_takes_off_what_came_back() -> None:
    sheet = Sheet(zone="Asia/Taipei").centred("信用卡消費明細")
    for day, name, amount in (
        ("114/02/10", "全聯福利中心", "NT$642"),
        ("114/02/08", "家樂福內湖店", "NT$1,288"),
        ("114/02/05", "蝦皮購物退款", "-NT$350"),
    ):
        sheet.row(day, name, amount).space()
    directions = [event.facts.direction for event in recognised(sheet.page()).events]
    assert directions == [Direction.OUT, Direction.OUT, Direction.IN]


def test_money_in_and_money_out_may_have_columns_of_their_own() -> None:
    sheet = Sheet(width=1440).centred("账户对账单").row("交易日期", "摘要", "对方户名", "支出", "收入", "余额")
    sheet.row("2025-02-02", "转账", "赵丽", "300.00", "", "4,210.55")
    sheet.row("2025-02-09", "收款", "周明", "", "1,500.00", "5,585.33")
    found = [event.facts for event in recognised(sheet.page()).events]
    assert [(each.party, each.direction, str(each.amount)) for each in found] == [
        ("赵丽", Direction.OUT, "300.00"),
        ("周明", Direction.IN, "1500.00"),
    ]


def test_what_stands_between_an_error_and_its_rows_is_no_name() -> None:
    sheet = Sheet().centred("提款申請被拒絕", 56).centred("身份驗證尚待補齊").space(2)
    sheet.row("申請金額", "HKD 6,000.00").row("提交時間", "2025-02-02 13:31").row("編號", "WD-2025-00318")
    facts = recognised(sheet.page()).events[0].facts
    assert (facts.party, facts.outcome, facts.reference) == ("", Outcome.FAILED, "WD-2025-00318")


def test_days_may_be_numbers_on_the_left_of_a_month() -> None:
    sheet = Sheet().row("2025年2月")
    for day, weekday, name, amount, clock in (
        ("11", "周二", "顺丰速运", "-18.00", "20:11"),
        ("03", "周一", "房租代扣", "-2,400.00", "00:10"),
    ):
        sheet.at(day, 40, sheet.top, 56).at(weekday, 40, sheet.top + 70, 30).at(clock, 200, sheet.top + 60, 30)
        sheet.at(name, 200, sheet.top).at(amount, 840, sheet.top)
        sheet.top += 200
    found = [event.facts for event in recognised(sheet.page()).events]
    assert [(each.party, wall(each)) for each in found] == [
        ("顺丰速运", "2025-02-11 20:11:00"),
        ("房租代扣", "2025-02-03 00:10:00"),
    ]


def test_the_other_side_may_stand_below_the_amount_or_the_outcome_above_the_name() -> None:
    below = Sheet().centred("账户明细")
    above = Sheet().centred("收支流水")
    for kind, amount, name in (("转账", "-600.00", "宋佳"), ("工资", "+7,200.00", "明德教育公司")):
        below.row(kind, amount, gap=0.2).row("2025-02-10 11:02", name, size=30, gap=2)
        above.row(amount, "交易成功", gap=0.2).row(name, gap=0.2).row("2025年2月10日 11:02", size=30, gap=2)
    for sheet in (below, above):
        assert [event.facts.party for event in recognised(sheet.page()).events] == ["宋佳", "明德教育公司"]


def test_a_reason_that_begins_as_a_label_does_is_no_name() -> None:
    sheet = Sheet().centred("向郭建军转账", 44).centred("¥3,600.00", 80).centred("转账失败，资金已原路退回", 40)
    sheet.row("转账时间", "2025-02-09 12:12:40").row("转账单号", "1000050001202").row(
        "失败原因", "对方账户已被限制收款"
    )
    facts = recognised(sheet.page()).events[0].facts
    assert (facts.party, facts.outcome, facts.direction) == ("郭建军", Outcome.FAILED, Direction.OUT)


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (("02月22日", "出 305.33 入 300.00"), "12:31"),
        (("2025年02月22日", "-5.33"), "12:31"),
        (("2025年2月22日 周六", "3 笔"), "12:31"),
        (("2025年2月", ""), "22日 12:31"),
        (("民國114年2月", ""), "22日 12:31"),
        (("22日 星期六", ""), "12:31"),
        (("2025.02", "收入 ¥300.00 支出 ¥305.33"), "02.22 12:31"),
    ],
)
def test_headings_give_rows_their_day_or_month_whatever_sums_stand_beside_them(
    heading: tuple[str, str], row: str
) -> None:
    sheet = Sheet().centred("交易记录", 44).row(*heading, size=32)
    for name, amount in (("美团外卖", "-25.00"), ("张伟", "+300.00"), ("速融宝", "-280.33")):
        sheet.row(name, amount, gap=0.2).row(row, size=28, gap=1.6)
    found = [event.facts for event in recognised(sheet.page()).events]
    assert [each.party for each in found] == ["美团外卖", "张伟", "速融宝"]
    assert {wall(each) for each in found} == {"2025-02-22 12:31:00"}


@pytest.mark.parametrize(
    "name",
    [
        "周五酱肉",
        "今日头条会员",
        "9:00咖啡",
        "3月5日生日蛋糕",
        "昨天酒吧",
        "6点半小酒馆",
        "滴滴 14:22 行程",
        "2号线地铁",
    ],
)
def test_a_name_that_holds_a_time_is_a_name_where_the_time_of_the_row_stands_alone(name: str) -> None:
    sheet = Sheet().centred("收支明细", 44).row("2月20日 星期四", "支出 128.00 收入 0.00", size=32)
    sheet.row("瑞幸咖啡", "-28.00", gap=0.15).row("12:01", size=30, gap=1.2)
    sheet.row(name, "-100.00", gap=0.15).row("11:02", size=30, gap=1.2)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert found.events[1].facts.party == name
    assert times(found.events) == ["2025-02-20 12:01", "2025-02-20 11:02"]


def test_a_name_behind_the_time_in_one_line_is_not_taken_for_a_day() -> None:
    sheet = Sheet().centred("收支明细", 44).row("02-20 周四", "支出¥128.00", size=32)
    for name, clock in (("2号线地铁", "12:01"), ("今日头条会员", "11:02")):
        sheet.row("日用百货", "-64.00", gap=0.15).row(f"{clock} | {name}", size=30, gap=1.2)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert times(found.events) == ["2025-02-20 12:01", "2025-02-20 11:02"]


def test_sums_in_a_row_below_the_month_are_no_payment_and_do_not_hide_those_below() -> None:
    sheet = Sheet().centred("账单", 44).space().row("2025年2月")
    sheet.row("支出 ¥128.00", "收入 ¥300.00", size=30)
    for name, amount, clock in (
        ("瑞幸咖啡", "-28.00", "12:01"),
        ("恒易贷", "-100.00", "10:32"),
        ("张三", "+300.00", "09:15"),
    ):
        sheet.row(name, amount, gap=0.15).row("日用", size=30, gap=0.2).row(f"昨天 {clock}", size=30, gap=1.2)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [event.facts.party for event in found.events] == ["瑞幸咖啡", "恒易贷", "张三"]
    assert times(found.events)[0] == "2025-02-23 12:01"


def test_a_column_of_days_with_their_word_names_nobody() -> None:
    sheet = Sheet().centred("账户明细", 44).space().row("2月")
    for day, name, week, clock in (("20日", "瑞幸咖啡", "周四", "12:01"), ("19日", "恒易贷", "周三", "10:32")):
        sheet.row(day, name, "-28.00", gap=0.15).row(week, f"网上支付 {clock}", "余额252.00", size=30, gap=1.2)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [event.facts.party for event in found.events] == ["瑞幸咖啡", "恒易贷"]
    assert times(found.events) == ["2025-02-20 12:01", "2025-02-19 10:32"]


def test_sums_in_a_line_below_the_day_are_nobodys_name() -> None:
    sheet = Sheet().centred("账单", 44)
    for day in ("02-23 周日", "02-21 周五"):
        sheet.row(day, size=36, gap=0.2).row("支 ¥129.00 收入¥54.80", size=26, gap=1.2)
        sheet.row("KFC肯德基", "- 129.00", gap=0.2).row("餐饮美食", "10:41:08", size=28, gap=1.4)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [(event.facts.party, wall(event.facts)) for event in found.events] == [
        ("KFC肯德基", "2025-02-23 10:41:08"),
        ("KFC肯德基", "2025-02-21 10:41:08"),
    ]


def test_a_monday_of_which_a_dash_or_nothing_was_read_heads_its_rows_all_the_same() -> None:
    for shown in ("02/24 (—)", "2025-02-24 星期", "02-24 周-"):
        sheet = Sheet().centred("账单", 44)
        for day in (shown, "2025-02-21 星期五"):
            sheet.row(day, "支出 ¥18.00 收入 ¥0.00", size=30)
            sheet.row("喜茶", "-18.00", gap=0.2).row("15:38 零钱", size=28, gap=1.4)
        found = recognise_bills(sheet.page())
        assert found is not None
        assert [wall(event.facts) for event in found.events] == ["2025-02-24 15:38:00", "2025-02-21 15:38:00"]


def test_a_word_before_the_time_says_which_way_the_money_went() -> None:
    sheet = Sheet().centred("收支纪录", 44)
    for way, name in (("支出", "台北捷運"), ("收入", "林小姐"), ("支出", "麥當勞")):
        sheet.row(name, "2,129.00", gap=0.2).row(f"{way} 2025/02/20 12:22:21 零钱", "交易成功", size=28, gap=1.4)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [event.facts.direction for event in found.events] == [Direction.OUT, Direction.IN, Direction.OUT]


def test_a_name_goes_on_in_the_next_line_to_the_end_of_its_bracket() -> None:
    sheet = Sheet().centred("账单", 44)
    for name in ("云南过桥米线（人民路", "云南过桥米线（上海路"):
        sheet.row(name, "-35.00", gap=0.1).row("店）", gap=0.1).row("02-20 15:38", size=28, gap=1.4)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [event.facts.party for event in found.events] == ["云南过桥米线（人民路店）", "云南过桥米线（上海路店）"]


def test_the_first_letter_of_a_name_that_is_a_number_is_no_day() -> None:
    sheet = Sheet().centred("账单", 44).row("2025年2月20日", "支出 ¥5.50 收入 ¥0.00", size=30)
    for clock in ("14:13:33", "12:44:23"):
        sheet.at("1", 60, sheet.top + 10, 40)
        sheet.at("12306铁路", 140, sheet.top).at("-5.50", 880, sheet.top).at(clock, 140, sheet.top + 56, 28)
        sheet.top += 150
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [wall(event.facts) for event in found.events] == ["2025-02-20 14:13:33", "2025-02-20 12:44:23"]


def test_a_row_whose_amount_was_not_read_costs_only_itself() -> None:
    sheet = Sheet().centred("账单", 44)
    for number, amount in enumerate(("-6.00", "-18.00", "", "-6.00", "+2,900.00", "-36.00")):
        sheet.row("全聯福利中心", amount, gap=0.1).row("交通", "交易成功", size=28, gap=0.1)
        sheet.row(f"2025-02-{20 - number} 17:14", "信用卡", size=28, gap=1.2)
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [wall(event.facts)[8:10] for event in found.events] == ["20", "19", "17", "16", "15"]


def test_two_columns_of_sums_that_were_read_as_one_are_two() -> None:
    sheet = Sheet().centred("账户明细", 44).row("日期", "摘要", "金额", "余额")
    for day, name, sums in (
        ("2025-02-20", "罗森便利店", "-1,200.0013,545.60"),
        ("2025-02-19", "李女士", "+88.8014,745.60"),
        ("2025-02-18", "国网上海电力", "-35.00 14,656.80"),
    ):
        sheet.at(f"{day} {name}", 40, sheet.top).at(sums, 640, sheet.top)
        sheet.top += 90
    facts = [event.facts for event in recognised(sheet.page()).events]
    assert [(each.party, str(each.amount), wall(each)[:10]) for each in facts] == [
        ("罗森便利店", "1200.00", "2025-02-20"),
        ("李女士", "88.80", "2025-02-19"),
        ("国网上海电力", "35.00", "2025-02-18"),
    ]


def test_a_page_that_says_what_lies_in_a_wallet_is_about_no_payment() -> None:
    sheet = Sheet().centred("我的錢包", 44)
    rows = {"帳戶餘額": "12,800.00元", "可提現金額": "0.00元", "凍結金額": "12,800.00元", "帳戶狀態": "限制提現"}
    for label, value in {**rows, "原因": "風險核查", "更新時間": "2026-10-25 08:35"}.items():
        sheet.row(label, value)
    assert recognise_payment(sheet.page()) is None
    tried = Sheet().centred("提現失敗", 44).row("提現金額", "12,800.00元").row("可提現金額", "0.00元")
    found = recognise_payment(tried.row("失敗原因", "帳戶受限").row("申請時間", "2026-10-25 08:35").page())
    assert found is not None
    assert [event.facts.amount for event in found.events] == [Decimal("12800.00")]


@pytest.mark.parametrize(("first", "second"), [("扫二维码付款-给", "KFC肯德基上海路店"), ("转账-转给中国移", "动")])
def test_a_name_broken_off_goes_on_in_the_next_line_though_that_is_short_or_long(first: str, second: str) -> None:
    sheet = Sheet().centred("账单", 44)
    for top in (300, 520):
        sheet.at(first, 40, top).at("-35.50", 860, top).at(second, 40, top + 48, 46 if len(second) == 1 else 40)
        sheet.at("2月22日 19:03", 40, top + 110, 30)
    ink = (38, 38, 38)
    page = sheet.page()
    lines = tuple(replace(line, ink=(150, 150, 150) if "月" in line.text else ink) for line in page.lines)
    found = recognise_bills(replace(page, lines=lines))
    assert found is not None
    assert {event.facts.party for event in found.events} == {first + second}


def test_an_amount_read_together_with_the_balance_beside_it_is_told_apart_where_the_others_are() -> None:
    sheet = Sheet().row("日期", "摘要", "金额", "余额")
    rows = (("20251101", "喜茶", "-35.00", "13,882.00"), ("20251029", "中国移动", "+88.80", "13,917.00"))
    for day, name, amount, left in rows:
        sheet.row(day, name, amount, left)
    sheet.at("20251025", 40, sheet.top).at("张*华", 370, sheet.top).at("+35.00 13,828.20", 752, sheet.top)
    end = 1040 - sheet.lines[-1].region[2]
    object.__setattr__(sheet.lines[-1], "region", (end, *sheet.lines[-1].region[1:]))
    found = recognise_bills(sheet.page())
    assert found is not None
    assert [(event.facts.party, event.facts.amount) for event in found.events] == [
        ("喜茶", Decimal("35.00")), ("中国移动", Decimal("88.80")), ("张*华", Decimal("35.00")),
    ]  # fmt: skip


def test_a_refund_from_somebody_is_no_reference() -> None:
    assert label_at_start("Refund from Blue Store") is None
    assert label_at_start("Ref 20931") == ("reference", 3)


def test_attempts_that_stand_in_one_line_each_are_one_event_each() -> None:
    days = ("2026/08/20 14:32", "2026/08/22 10:05", "2026/08/25 09:17")
    sheet = Sheet(zone="Asia/Taipei").row("交易紀錄", size=44)
    for day in days:
        sheet.row(f"{day}  提領 NT$52,000  失敗")
    found = recognised(
        sheet.row("錯誤代碼：W-4031").row("帳戶餘額 NT$52,000", size=46).row("速付通股份有限公司").page()
    )
    assert times(found.events) == [day.replace("/", "-") for day in days]
    said = {(each.facts.amount, each.facts.currency, each.facts.outcome, each.facts.text) for each in found.events}
    assert said == {(Decimal(52000), "TWD", Outcome.FAILED, "提領 失敗")}


def test_sentences_that_tell_of_attempts_are_no_list() -> None:
    told = "您於2026/08/2{} 14:32提領NT$52,000失敗，請稍後再試。"
    page = Sheet(zone="Asia/Taipei").row(told.format(0)).row(told.format(2)).page()
    assert recognise_bills(page) is None
