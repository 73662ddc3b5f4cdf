"""Repayment plans, login records, contracts and complaints."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Around, Page, Recognised
from tests.unit.reading.drawn_lines import Sheet


def walls(found: Recognised) -> list[str]:
    readings = [event.facts.time.reading for event in found.events]
    return [reading.wall.isoformat(" ", "minutes") if reading and reading.wall else "" for reading in readings]


def test_each_row_of_a_plan_is_a_repayment_at_its_due_date() -> None:
    sheet = Sheet().centred("还款计划", 44).centred("待还总额(元)", 30).centred("3,210.00", 84)
    for period, due, state in (
        ("1/12期", "2025-01-22", "已还"),
        ("2/12期", "2025-02-22", "已逾期2天"),
        ("3/12期", "2025-03-22", "待还"),
    ):
        sheet.row(period, "¥280.33", gap=0.1).row(due, state, size=30, gap=1.4)
    found = recognised(sheet.page())
    assert found.kind is PageKind.PLAN
    assert {event.facts.kind for event in found.events} == {EventKind.REPAYMENT}
    assert walls(found) == ["2025-01-22 00:00", "2025-02-22 00:00", "2025-03-22 00:00"]
    assert [event.facts.outcome for event in found.events] == [Outcome.PAID, Outcome.OVERDUE, Outcome.DUE]
    assert {event.facts.amount for event in found.events} == {Decimal("280.33")}


def test_in_a_table_the_amount_due_is_neither_principal_nor_interest() -> None:
    sheet = Sheet().centred("还款计划表", 44)
    sheet.row("期数", "应还日期", "本金", "利息", "应还金额", "状态", size=30)
    sheet.row("1", "2025-01-22", "250.00", "30.33", "280.33", "已还", size=30)
    sheet.row("2", "2025-02-22", "250.00", "30.33", "280.33", "逾期", size=30)
    found = recognised(sheet.page())
    assert [event.facts.amount for event in found.events] == [Decimal("280.33")] * 2


def test_dates_without_a_year_follow_each_other_over_the_turn_of_a_year() -> None:
    sheet = Sheet().centred("还款计划", 44)
    for period, due, state in (
        ("第1期", "11月8日", "已还"),
        ("第2期", "12月8日", "已还"),
        ("第3期", "1月8日", "已还"),
        ("第4期", "2月8日", "逾期"),
        ("第5期", "3月8日", "待还"),
    ):
        sheet.row(period, due, "512.10元", state)
    days = [when[:10] for when in walls(recognised(sheet.page()))]
    assert days == ["2024-11-08", "2024-12-08", "2025-01-08", "2025-02-08", "2025-03-08"]


def test_years_of_the_republic_and_new_taiwan_dollars_are_understood() -> None:
    sheet = Sheet(zone="Asia/Taipei").centred("還款計畫", 44)
    for period, due, state in (("第 1 期", "114/01/15", "已繳款"), ("第2期", "114/02/15", "逾期未繳")):
        sheet.row(period, "NT$5,250", gap=0.1).row(f"應繳日{due}", state, size=30, gap=1.4)
    found = recognised(sheet.page())
    assert walls(found) == ["2025-01-15 00:00", "2025-02-15 00:00"]
    assert [(event.facts.currency, event.facts.outcome) for event in found.events] == [
        ("TWD", Outcome.PAID),
        ("TWD", Outcome.OVERDUE),
    ]


def test_logins_keep_device_place_and_address_in_their_own_words() -> None:
    sheet = Sheet().centred("登录记录", 44)
    sheet.row("iPhone 14 Pro", "2025-02-24 19:30:11", gap=0.1).row("广东深圳 IP 113.87.12.34", size=30, gap=1.4)
    sheet.row("Windows 电脑", "2025-02-21 03:02:55", gap=0.1).row("福建莆田 IP 120.40.1.77", size=30, gap=1.4)
    found = recognised(sheet.page())
    assert found.kind is PageKind.LOGINS
    assert [event.facts.kind for event in found.events] == [EventKind.LOGIN] * 2
    assert walls(found) == ["2025-02-24 19:30", "2025-02-21 03:02"]
    assert found.events[1].facts.text == "Windows 电脑 福建莆田 IP 120.40.1.77"


def test_a_contract_is_understood_and_holds_no_events() -> None:
    sheet = Sheet().centred("借款合同详情", 44)
    for label, value in (
        ("合同编号", "JX20250222001234"),
        ("借款金额", "¥3,000.00"),
        ("年化利率", "14.4%"),
        ("到期日", "2026-02-22"),
    ):
        sheet.row(label, value)
    found = recognised(sheet.page())
    assert (found.kind, found.events) == (PageKind.CONTRACT, ())
    assert "合同编号 JX20250222001234" in [passage.text for passage in found.passages]


def test_a_complaint_gives_its_filing_and_its_answers() -> None:
    sheet = Sheet().centred("投诉详情", 44).row("投诉编号", "TS202502220088").row("投诉状态", "处理中")
    sheet.row("提交时间", "2025-02-2210:20").row("投诉内容", "未经本人同意自动下款3000元").row("处理进度", size=30)
    sheet.row("2025-02-23 16:00", size=30, gap=0.2).row("平台回复：您的问题已转交专员核实")
    found = recognised(sheet.page())
    assert found.kind is PageKind.TICKET
    filed, answer = (event.facts for event in found.events)
    assert (filed.kind, filed.direction, filed.reference) == (EventKind.COMPLAINT, Direction.OUT, "TS202502220088")
    assert "未经本人同意自动下款3000元" in filed.text
    assert (answer.direction, answer.text) == (Direction.IN, "平台回复：您的问题已转交专员核实")
    assert walls(found) == ["2025-02-22 10:20", "2025-02-23 16:00"]


def test_the_first_answer_of_a_complaint_is_read_from_its_first_line() -> None:
    lines = [
        MachineLine(text, (left, top, width, 54), 0.98)
        for text, left, top, width in (
            ("工单详情", 445, 120, 230),
            ("工单编号", 77, 313, 194),
            ("KS202507043542", 355, 320, 355),
            ("提交时间", 75, 443, 196),
            ("2025-07-04 18:28:38", 355, 452, 420),
            ("当前状态", 79, 710, 192),
            ("处理中", 350, 707, 154),
            ("处理进度", 77, 1092, 221),
            ("客服工号85243回复：我们将在15个工作日", 161, 1207, 854),
            ("内核实并回复您。", 159, 1270, 342),
            ("2025-07-04 23:49", 159, 1332, 315),
            ("您已提交投诉工单", 157, 1440, 372),
            ("2025-07-04 18:28", 159, 1502, 315),
        )
    ]
    found = recognised(Page(tuple(lines), 1125, 2436, Around(ZoneInfo("Asia/Shanghai"), datetime(2025, 7, 9, 18, 28))))
    assert "客服工号85243回复：我们将在15个工作日内核实并回复您。" in [event.facts.text for event in found.events]


def test_a_heading_says_what_became_of_the_rows_below_it() -> None:
    sheet = Sheet().centred("还款计划", 44).row("待还(1期)", size=30).row("第2期", "2025-03-10", "¥512.10")
    sheet.row("已还(1期)", size=30).row("第1期", "2025-01-10", "¥512.10")
    found = recognised(sheet.page())
    assert [event.facts.outcome for event in found.events] == [Outcome.DUE, Outcome.PAID]


def test_a_ticket_number_that_somebody_writes_in_a_chat_is_no_complaint() -> None:
    sheet = Sheet().centred("速融宝客服", 44).centred("昨天 19:03", 28).row("您好，请问有什么可以帮您？")
    sheet.row("工单编号：TS202502220088", gap=0.1).row("处理状态：处理中", gap=0.1).row("提交时间：2025-02-22 10:20")
    sheet.row("", "好的，谢谢").row("不客气").centred("08:15", 28).row("", "还没有回复")
    assert recognised(sheet.page()).events == ()


def test_a_plan_in_a_currency_without_decimals_shows_bare_numbers() -> None:
    sheet = Sheet(zone="Asia/Taipei").centred("貸款明細", 44).centred("待還總額(元)", 30).centred("1,749", 84)
    for period, due, state in (
        ("1/3期", "1月5日", "已繳清"),
        ("2/3期", "2月5日", "逾期未繳"),
        ("3/3期", "3月5日", "未還"),
    ):
        sheet.row(due, "583", gap=0.1).row(f"{period}{state}", "本金553 利息30", size=30, gap=1.2)
    found = recognised(sheet.page())
    assert {event.facts.amount for event in found.events} == {Decimal(583)}
    assert [event.facts.outcome for event in found.events] == [Outcome.PAID, Outcome.OVERDUE, Outcome.DUE]


def test_the_name_of_a_network_before_the_phones_clock_makes_no_login_of_the_status_bar() -> None:
    sheet = Sheet(size=36).at("中国移动12:43", 30, 10).at("5G 66%", 800, 10)
    sheet.top = 90
    sheet.centred("登录设备管理").row("以下设备登录过您的账号")
    for device, time in (("OPPO Find X7", "2025-07-16 12:12"), ("HONOR Magic6", "2025-07-15 00:13")):
        sheet.row(device).row("湖北武汉").row(f"最近登录：{time}").space()
    assert [event.facts.text.split(" 湖北")[0] for event in recognised(sheet.page()).events] == [
        "OPPO Find X7",
        "HONOR Magic6",
    ]


def test_a_row_of_a_table_that_was_read_as_one_line_is_taken_apart() -> None:
    sheet = Sheet(size=36).centred("还款计划表", 44)
    sheet.row("期次", "还款日期", "应还总额", "本金", "利息", "状态")
    for number, day, state in ((1, "2025-01-08", "已还"), (2, "2025-02-08", "已逾期")):
        sheet.at(f"{number}", 60, sheet.top)
        sheet.at(f"{day} 1,266.00 1,246.00 20.00 {state}", 180, sheet.top)
        line = sheet.lines[-1]
        sheet.lines[-1] = replace(line, region=(180, line.region[1], 840, 36))
        sheet.top += 80
    facts = [event.facts for event in recognised(sheet.page()).events]
    assert [str(each.amount) for each in facts] == ["1266.00", "1266.00"]
    assert [each.outcome for each in facts] == [Outcome.PAID, Outcome.OVERDUE]


def test_a_device_whose_name_looks_like_an_amount_is_a_device() -> None:
    sheet = Sheet().centred("登录设备管理", 44)
    for device in ("vivo Y78", "OPPO Find X7"):
        sheet.row(device).row("云南昆明").row("最近登录：2025-02-12 20:10").space()
    assert len(recognised(sheet.page()).events) == 2


def test_days_with_slashes_are_read_as_they_follow_each_other_by_months() -> None:
    for days in (("5/12/2024", "5/1/2025", "5/2/2025", "5/3/2025"), ("12/5/2024", "1/5/2025", "2/5/2025", "3/5/2025")):
        sheet = Sheet(zone="Asia/Hong_Kong").centred("還款計劃", 44, gap=1.2)
        for index, (day, state) in enumerate(zip(days, ("已還款", "逾期", "逾期", "待還款"), strict=True)):
            sheet.row(f"第{index + 1}/4期", state, gap=0.6).row("到期日", day, gap=0.6)
            sheet.row("應還金額", f"HK$1,{index}06.00", gap=2)
        found = recognised(sheet.page())
        walls = [f"{event.facts.time.reading.wall:%Y-%m-%d}" for event in found.events if event.facts.time.reading]
        assert walls == ["2024-12-05", "2025-01-05", "2025-02-05", "2025-03-05"]


def test_a_device_whose_name_begins_as_a_label_does_is_none() -> None:
    sheet = Sheet().centred("登录记录", 44, gap=1.2)
    for device, at in (("Redmi K70", "20:49"), ("iPad mini", "19:10"), ("HONOR 90", "07:52"), ("iPad mini", "06:02")):
        sheet.row("设备", device, gap=0.9).row("登录地点", "四川省成都市 IP 110.16.*.*", gap=0.9)
        sheet.row("登录时间", f"2025年2月20日 {at}", gap=2)
    found = recognised(sheet.page())
    walls = [f"{event.facts.time.reading.wall:%H:%M}" for event in found.events if event.facts.time.reading]
    assert walls == ["20:49", "19:10", "07:52", "06:02"]


def outcomes(sheet: Sheet) -> list[Outcome]:
    return [event.facts.outcome for event in recognised(sheet.page()).events]


def test_what_stands_below_a_row_at_its_left_edge_says_what_became_of_that_row() -> None:
    states = (("已还清", "待还款", "已逾期"), ("已结清", "未到期", "未到期"), ("已繳清", "逾期5天", "待繳"))
    wanted = [Outcome.PAID, Outcome.DUE, Outcome.OVERDUE], [Outcome.PAID, Outcome.DUE, Outcome.DUE]
    for said, outcome in zip(states, (*wanted, [Outcome.PAID, Outcome.OVERDUE, Outcome.DUE]), strict=True):
        for gap in (0.8, 0.2):
            sheet = Sheet().centred("还款计划", 44)
            for number, state in enumerate(said, start=1):
                sheet.row(f"第{number}期 2025-0{number}-22", "1,033.33元", gap=gap).row(state, size=30)
            assert outcomes(sheet) == outcome


def test_the_state_of_the_last_row_may_lie_below_the_edge_of_the_screen() -> None:
    sheet = Sheet().centred("还款计划", 44)
    for number, state in enumerate(("已还清", "已还清", "待还款"), start=1):
        sheet.row(f"第{number}期 2025-0{number}-22", "1,033.33元", gap=0.2).row(state, size=30)
    sheet.row("第4期 2025-04-22", "1,033.33元")
    assert outcomes(sheet)[:3] == [Outcome.PAID, Outcome.PAID, Outcome.DUE]


def test_a_heading_below_rows_whose_own_heading_is_scrolled_away_still_stands_above_the_next_ones() -> None:
    for heading in ("已还", "已还(2期)"):
        sheet = (
            Sheet().centred("还款计划", 44).row("第4期", "2025-04-10", "¥512.10").row("第3期", "2025-03-10", "¥512.10")
        )
        sheet.row(heading, size=30).row("第2期", "2025-02-10", "¥512.10").row("第1期", "2025-01-10", "¥512.10")
        assert outcomes(sheet)[2:] == [Outcome.PAID, Outcome.PAID]
        assert outcomes(sheet)[0] is not Outcome.PAID


def test_a_warning_below_the_last_row_of_a_group_makes_its_heading_no_part_of_the_row_above() -> None:
    sheet = Sheet().centred("还款计划", 44).row("第3期", "2025-03-10", "¥512.10")
    sheet.row("已还", size=30).row("第2期", "2025-02-10", "¥512.10").row("逾期将影响您的个人征信，请按时还款", size=26)
    assert outcomes(sheet)[1] is Outcome.PAID
    assert outcomes(sheet)[0] is not Outcome.PAID


def test_a_wide_table_is_read_by_the_labels_that_are_known() -> None:
    sheet = Sheet(width=1700).centred("分期明细", 44)
    sheet.row("分期期数", "还款日", "本金份", "手续费份", "剩本", "本期应还", "状态", size=30)
    sheet.row("1/6", "2024-12-20", "833.00", "33.50", "4165.00", "866.50", "已还", size=30)
    sheet.row("2/6", "2025-01-20", "833.00", "33.50", "3332.00", "866.50", "已逾期", size=30)
    found = recognised(sheet.page())
    assert [event.facts.amount for event in found.events] == [Decimal("866.50")] * 2
    assert [event.facts.outcome for event in found.events] == [Outcome.PAID, Outcome.OVERDUE]


def test_the_number_of_a_row_without_a_label_is_no_part_of_its_day() -> None:
    sheet = Sheet(width=1440).centred("Payment schedule", 44)
    sheet.at("Due date", 160, sheet.top, 30).row("", "", "Principal", "Interest", "Amount due", "Status", size=30)
    for number, day, due, state in (
        ("1", "Jan 15, 2025", "243.58", "Paid"),
        ("2", "Feb 15, 2025", "243.50", "Past due"),
    ):
        sheet.at(number, 40, sheet.top, 30).at(day, 160, sheet.top, 30)
        sheet.row("", "", "$212.40", "$31.18", f"${due}", state, size=30)
    found = recognised(sheet.page())
    assert walls(found) == ["2025-01-15 00:00", "2025-02-15 00:00"]
    assert [event.facts.amount for event in found.events] == [Decimal("243.58"), Decimal("243.50")]


def test_without_labels_the_amount_of_a_row_is_what_the_others_make_together() -> None:
    sheet = Sheet().centred("还款计划", 44)
    for period, due, state in (("1/2期", "2025-01-22", "已还"), ("2/2期", "2025-02-22", "待还")):
        sheet.row(period, "250.00", "30.33", "280.33", "9,750.00", gap=0.1).row(due, state, size=30, gap=1.4)
    assert [event.facts.amount for event in recognised(sheet.page()).events] == [Decimal("280.33")] * 2
