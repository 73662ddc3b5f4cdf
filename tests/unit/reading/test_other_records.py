"""Records in the forms that other apps draw: icons, hero amounts, clocks on the right, timelines of complaints."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from evidence_app.domain.events import Direction, EventFacts, Outcome
from evidence_app.domain.suggestions import PageKind, SuggestionKind
from evidence_app.reading.interpreting import interpret
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Page
from tests.unit.reading.drawn_lines import Sheet


def walls(facts: list[EventFacts]) -> list[str]:
    return [each.time.reading.wall.isoformat(" ", "minutes") for each in facts if each.time.reading]


def facts_of(page: Page) -> list[EventFacts]:
    return [event.facts for event in recognised(page).events]


def test_figures_of_an_icon_are_no_day_where_the_row_says_its_own() -> None:
    sheet = Sheet().centred("账单", 44).row("2025年2月", size=30)
    for name, when, amount in (
        ("罗森便利店", "2月22日 12:38", "-42.10"),
        ("深圳地铁", "今天 07:28", "-4.00"),
        ("美团", "昨天 19:03", "-35.50"),
    ):
        sheet.at("24", 44, sheet.top + 20, 28).at(name, 124, sheet.top).at(amount, 900, sheet.top)
        sheet.at(when, 124, sheet.top + 50, 30).space(3.2)
    assert walls(facts_of(sheet.page())) == ["2025-02-22 12:38", "2025-02-24 07:28", "2025-02-23 19:03"]


def bank_details(way: str, amount: str, state: str) -> Sheet:
    sheet = Sheet().centred("交易详情", 44, gap=1.5).centred(way, 36, gap=0.6).centred(amount, 84, gap=1.4)
    for label, value in (
        ("交易时间", "2025-02-21 17:41:39"),
        ("对方户名", "速达贷"),
        ("对方账号", "6217 **** **** 3308"),
        ("交易流水号", "202683525354960031"),
        ("交易状态", state),
    ):
        sheet.row(label, value, gap=1.0)
    return sheet.space().row("账户余额", "¥900.00")


def test_the_large_amount_of_a_banks_page_is_what_went_out_or_came_in_as_the_word_above_it_says() -> None:
    for way, amount, direction, currency in (
        ("转出", "¥10,935.27", Direction.OUT, "CNY"),
        ("存入", "HK$10,935.27", Direction.IN, "HKD"),
        ("支出", "NT$10,935.27", Direction.OUT, "TWD"),
    ):
        (paid,) = facts_of(bank_details(way, amount, "交易成功").page())
        assert (paid.amount, paid.direction, paid.currency) == (Decimal("10935.27"), direction, currency)
        assert (paid.party, paid.reference, paid.outcome) == ("速达贷", "202683525354960031", Outcome.DONE)
        assert walls([paid]) == ["2025-02-21 17:41"]


def test_the_sum_of_a_month_on_a_page_of_labels_is_no_payment() -> None:
    sheet = Sheet().centred("账户详情", 44).row("支出", "¥1,035.50").row("收入", "¥3,200.00").row("账户余额", "¥900.00")
    assert facts_of(sheet.row("交易时间", "2025-02-21").page()) == []


def test_the_end_of_an_account_and_the_currency_below_it_are_no_amount() -> None:
    sheet = Sheet(zone="Asia/Taipei").centred("存款交易明細", 44)
    for label, value in (("帳號", "812-****_**-3345"), ("幣別", "新臺幣"), ("查詢期間", "近一個月")):
        sheet.at(label, 54, sheet.top).at(value, 334, sheet.top).space(1.5)
    sheet.row("交易日", "摘要", "支出", "存入", "餘額").row("114/02/09", "好貸通", "168", "", "80,933")
    sheet.row("114/02/08", "跨行轉出", "420", "", "81,101").row("114/02/07", "中華電信", "4,187", "", "81,521")
    found = interpret([sheet.page()])
    amounts = {each.value for each in found.suggestions if each.kind.value == "amount"}
    assert len(found.events) == 3
    assert not any(value.startswith("3345") for value in amounts)


def calls_of(*rows: tuple[tuple[str, int, int, int], ...]) -> list[EventFacts]:
    """Return the calls of rows of lines: each a text with its left edge, its upper edge and its height."""
    top = 377
    sheet = Sheet().row("全部通话", "未接来电")
    for index, row in enumerate(rows):
        for text, x, y, high in row:
            sheet.at(text, x, top + 186 * index + y, high)
    sheet.top = top + 186 * len(rows)
    return facts_of(sheet.page())


def test_a_day_on_the_right_is_when_a_call_was_even_where_nothing_stands_right_beside_it() -> None:
    found = calls_of(
        (("400-856-6828", 72, 0, 49), ("11:09", 818, 28, 60), ("广东深圳", 76, 67, 55)),
        (("95507", 68, 0, 57), ("昨天", 834, 31, 60), ("上海", 74, 65, 58)),
        (("0571-55147778", 72, 0, 49), ("2月21日", 794, 31, 52), ("湖北武汉", 77, 63, 51)),
        (("400-856-6828", 71, 0, 53), ("2月21日", 792, 31, 56), ("上海", 74, 63, 58)),
        (("95533", 69, 0, 63), ("2月20日", 773, 39, 52), ("手机", 72, 70, 57)),
    )
    assert [each.number for each in found] == ["400-856-6828", "95507", "0571-55147778", "400-856-6828", "95533"]


def test_a_place_in_a_box_that_reaches_further_left_is_not_whom_a_call_was_with() -> None:
    found = calls_of(
        (("95732", 33, 0, 54), ("09:41", 917, 32, 58), ("广东深圳", 33, 55, 69)),
        (("17050801715", 35, 0, 55), ("昨天", 944, 30, 69), ("四川成都", 31, 56, 72)),
        (("021-65127744", 35, 6, 50), ("星期四", 902, 31, 65), ("湖北武汉", 33, 63, 56)),
    )
    assert [each.number for each in found] == ["95732", "17050801715", "021-65127744"]


STEPS = (
    ("2025-02-23 11:51", "二次申诉", "商家没有说清楚，我不认可，要求本周内退款。"),
    ("2025-02-22 17:40", "商家回复", "您好，经核实可以申请退费。处理人工号6272。"),
    ("2025-02-21 10:11", "平台受理", "平台已受理。商家将在3个工作日内给您答复。"),
    ("2025-02-20 15:00", "提交投诉", "您的投诉已提交成功。"),
)


def complaint(
    title: str = "投诉详情", labels: tuple[str, ...] = ("投诉编号", "投诉对象", "投诉诉求", "当前状态")
) -> Sheet:
    sheet = Sheet().row("中国移动", "13%", "11:56", size=36).centred(title, 44)
    for label, value in zip(labels, ("TS202651736560", "好易分期", "退还会员费299元。", "处理中"), strict=True):
        sheet.at(label, 60, sheet.top).at(value, 356, sheet.top).space(2.4)
    return sheet.row("处理进度", size=36)


def test_every_step_of_a_complaints_timeline_is_an_event_with_its_own_words() -> None:
    sheet = complaint()
    for when, head, text in STEPS:
        sheet.at("O", 76, sheet.top + 8, 36).at(when, 135, sheet.top, 36).at(head, 135, sheet.top + 50)
        sheet.at(text, 137, sheet.top + 106).space(5)
    found = recognised(sheet.page())
    assert found.kind is PageKind.TICKET
    filed, *others = (event.facts for event in found.events)
    assert (walls([filed]), filed.direction, filed.reference) == (["2025-02-20 15:00"], Direction.OUT, "TS202651736560")
    assert filed.text == "退还会员费299元。\n处理中\n提交投诉\n您的投诉已提交成功。"
    assert walls(others) == ["2025-02-23 11:51", "2025-02-22 17:40", "2025-02-21 10:11"]
    assert [each.text for each in others] == [f"{head}\n{text}" for _, head, text in STEPS[:3]]
    assert [each.direction for each in others] == [Direction.OUT, Direction.IN, Direction.IN]
    tops = [event.place.region[1] for event in found.events]
    assert tops[0] > max(tops[1:])  # the filing stands where its step does, which alone says when it was


def test_what_is_handed_in_later_is_a_step_of_its_own_and_not_the_filing() -> None:
    sheet = complaint()
    for when, text in (("2025-02-22 09:30", "您已提交补充材料"), ("2025-02-20 15:00", "您已提交投诉")):
        sheet.row(when, size=36, gap=0.3).row(text, gap=1.6)
    assert [each.text.splitlines()[-1] for each in facts_of(sheet.page())] == ["您已提交投诉", "您已提交补充材料"]


def test_a_complaint_is_known_by_what_its_page_is_called() -> None:
    for title in ("申訴進度查詢", "投訴跟進", "服务工单跟踪", "案件處理進度"):
        sheet = complaint(title, ("申訴案號", "申訴對象", "申訴事項", "目前狀態"))
        sheet.row("114/02/23 11:22", size=36, gap=0.3).row("複審結果將於30日內以書面通知。", gap=1.6)
        found = recognised(sheet.page())
        assert (found.kind, len(found.events)) == (PageKind.TICKET, 2), title


REFUNDED_LATER = "银行已扣款但充值未成功，款项将在1-3个工作日", "内原路退回"


def attempt(title: str, headline: str, *told: str, middle: bool, **labels: str) -> Sheet:
    sheet = Sheet(size=36).centred(title, 44, gap=2)
    put = sheet.centred if middle else sheet.row
    put(headline, size=52, gap=1)
    for text in told:
        put(text, size=32 if middle else 44, gap=0.3)
    sheet.space(1.5)
    for label, value in labels.items():
        sheet.row(label, value, gap=1.2)
    return sheet


def test_what_explains_a_failed_payment_is_whole_and_its_promise_is_found() -> None:
    for middle in (True, False):
        sheet = attempt(
            "充值结果",
            "充值失败",
            *REFUNDED_LATER,
            middle=middle,
            充值金额="¥1,000.00",
            交易时间="2025-02-24 12:59:40",
            交易单号="CZ202502241259408812",
        )
        found = interpret([sheet.page()])
        (failed,) = (event.facts for event in found.events)
        assert failed.text == "充值失败 " + "".join(REFUNDED_LATER)
        (promise,) = (each for each in found.suggestions if each.kind is SuggestionKind.PROMISE)
        assert (promise.value, promise.due) == ("".join(REFUNDED_LATER), date(2025, 2, 27))


def test_a_line_below_the_headline_tells_of_it_in_any_language_without_a_comma_too() -> None:
    for middle in (True, False):
        hours = attempt(
            "提现详情",
            "提现处理中",
            "预计2小时内到账",
            middle=middle,
            提现金额="¥5,200.00",
            手续费="¥5.20",
            申请时间="2025-02-24 11:58:03",
            流水号="TX20250224115803",
        )
        assert [each.text for each in facts_of(hours.page())] == ["提现处理中 预计2小时内到账"]
        charged = attempt(
            "Top up",
            "Top-up failed",
            "Your bank was charged but the wallet was not",
            "credited",
            middle=middle,
            Amount="HK$500.00",
            Time="24 Feb 2025 11:58",
            **{"Transaction ID": "TU8827110"},
        )
        (failed,) = facts_of(charged.page())
        assert failed.text == "Top-up failed Your bank was charged but the wallet was not credited"


def test_the_headline_of_an_attempt_may_stand_at_the_left_above_all_labels() -> None:
    for headline, outcome in (
        ("充值失败", Outcome.FAILED),
        ("儲值失敗", Outcome.FAILED),
        ("充值处理中", Outcome.PENDING),
    ):
        sheet = attempt(
            "充值详情",
            headline,
            middle=False,
            充值金额="¥1,000.00",
            付款方式="招商银行(1234)",
            创建时间="2025-02-24 12:59:40",
            订单编号="CZ202502241259408812",
        )
        (payment,) = facts_of(sheet.page())
        assert (payment.amount, payment.outcome) == (Decimal("1000.00"), outcome)


def test_an_article_on_failed_withdrawals_and_a_page_of_limits_are_no_payments() -> None:
    article = attempt("帮助中心", "提现失败怎么办", "单笔提现金额不超过50000元，请核对后再试", middle=False)
    assert facts_of(article.page()) == []
    limits = attempt("提现说明", "提现失败说明", middle=False, 提现金额="¥50,000.00", 手续费="¥2.00")
    assert facts_of(limits.page()) == []


def test_in_what_is_upside_down_no_sums_are_looked_for() -> None:
    page = attempt("充值详情", "¥103.34", middle=True, 充值金额="0.00").page()
    assert interpret([page]).suggestions
    unlike = replace(page, lines=tuple(replace(line, confidence=0.7) for line in page.lines))
    assert interpret([unlike]).suggestions == ()
