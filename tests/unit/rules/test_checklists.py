"""What evidence can show of each checklist is seen, as events and pages hold it; what only looks like it is not."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.pages import FilePage
from evidence_app.domain.workspace import ChecklistMark, ChecklistState, Complaint, EventMark, Institution
from evidence_app.rules.checklists import Standing, checklists
from evidence_app.rules.documents import Documents
from evidence_app.rules.evidence_words import recognisers
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.disputes import DISPUTE
from tests.unit.rules.situations import call, instalment, message, payment

TODAY = date(2026, 11, 24)
IN, OUT = Direction.IN, Direction.OUT

OURS = "海豚钱包"
STATED = Stated(institution=Institution(id="i", dispute_id="d", numbers=("1069055512345", "4008887766")))

Evidence = Happening | str


def said(
    text: str, direction: Direction = IN, number: str = "1069055512345", at: str = "2026-10-25T08:31:05"
) -> Happening:
    return message(at, direction, text, number)._replace(origin=Origin.EXPORT)


def of_mother(text: str, direction: Direction = IN) -> Happening:
    return said(text, direction, "13688886666")._replace(party="妈妈")


def of_shop(text: str, direction: Direction = IN) -> Happening:
    return said(text, direction, "orders@shop.example")._replace(party="HomeNest")


def paid(amount: str, direction: Direction, party: str, outcome: Outcome = Outcome.DONE, **more: object) -> Happening:
    made = payment("2026-10-20", amount, direction, outcome)
    return made._replace(party=party, origin=Origin.EXPORT, exhibit_ids=("bill",), **more)  # type: ignore[arg-type]


def complaint(text: str = "", body: str = "", reference: str = "") -> Happening:
    made = message("2026-10-26T10:00:00", OUT, text, "")
    return made._replace(kind=EventKind.COMPLAINT, body=body, reference=reference)


def standing(kind: DisputeType, entry: str, evidence: Sequence[Evidence], stated: Stated = STATED) -> Standing:
    """Return how an entry stands with some events and pages as evidence; a page is its words. Bills have other rows."""
    events = sorted((RENT, *(each for each in evidence if isinstance(each, Happening))), key=lambda each: str(each.at))
    pages = [FilePage(f"page-{n}", n, "截图", "text", each) for n, each in enumerate(evidence) if isinstance(each, str)]
    dispute: Dispute = replace(DISPUTE, type=kind, institution=OURS)
    found = work_out(dispute, events, stated, TODAY, Documents(pages=pages))
    [one] = [each for each in found.completeness.standings if each.entry.id == entry]
    return one


STOLEN, HARASSED, PORTAL, WRONG_SMS = (
    DisputeType.ACCOUNT_STOLEN,
    DisputeType.HARASSMENT,
    DisputeType.LOAN_PORTAL,
    DisputeType.MISDIRECTED_SMS,
)
BLOCKED, LOAN, REFUND, TOPUP = (
    DisputeType.WITHDRAWAL_BLOCKED,
    DisputeType.UNAUTHORISED_LOAN,
    DisputeType.REFUND_REFUSED,
    DisputeType.TOPUP_FAILED,
)

THEIRS = {"party": "海豚支付科技（深圳）有限公司"}
OURS_OUT = paid("399", OUT, "海豚钱包科技有限公司", reference="2026102000012345")
FRUIT = paid("59", OUT, "水果店", reference="20261020999")
SALARY = paid("15600", IN, "深圳某某科技")

RENT = paid("1", IN, "房客")

SURE: tuple[tuple[DisputeType, str, Sequence[Evidence], Sequence[Evidence]], ...] = (
    (
        STOLEN,
        "freeze",
        [complaint("要求立即冻结账户", "海豚钱包客服")],
        [complaint("要求立即冻结账户", "深圳市公安局")],
    ),
    (STOLEN, "alerts", [said("")._replace(kind=EventKind.LOGIN)], [said("您的验证码是204518，5分钟内有效")]),
    (STOLEN, "transactions", [OURS_OUT], [paid("1", IN, OURS)]),
    (
        HARASSED,
        "call_log",
        [call("2026-10-26T09:00:00", number="4008887766")],
        [call("2026-10-26T09:00:00", number="13688886666")],
    ),
    (
        HARASSED,
        "agent_ids",
        [said("工号3017")._replace(agent_id="3017")],
        [of_mother("他说3017")._replace(agent_id="3017")],
    ),
    (
        HARASSED,
        "stop_request",
        [complaint("要求停止拨打我家人的电话")],
        [complaint("要求停止拨打我家人的电话", "12378")],
    ),
    (PORTAL, "fee_slip", [OURS_OUT], [FRUIT]),
    (PORTAL, "payee", [OURS_OUT], [FRUIT]),
    (PORTAL, "chat", [said("再缴纳会员费即可下款")], [of_mother("吃饭了吗")]),
    (WRONG_SMS, "sms_verbatim", [said("您的借款已逾期")], [of_mother("吃饭了吗")]),
    (
        WRONG_SMS,
        "no_debt",
        [instalment("2026-09-20", "433", Outcome.PAID)],
        [instalment("2026-09-20", "433", Outcome.DUE)],
    ),
    (WRONG_SMS, "correction_request", [complaint("请删除我的号码，打错人了")], [complaint("请删除我的号码", "12321")]),
    (
        WRONG_SMS,
        "after_request",
        [complaint("请删除我的号码"), said("您的借款已逾期", at="2026-11-01T09:00:00")],
        [complaint("请删除我的号码"), said("您的借款已逾期", at="2026-10-01T09:00:00")],
    ),
    (DisputeType.OTHER, "what_happened", [said("您好")], [of_mother("吃饭了吗")]),
    (DisputeType.OTHER, "complaint", [complaint("投诉", "海豚钱包")], [complaint("投诉", "中国人民银行 12363")]),
    (DisputeType.POOR_SERVICE, "contacts", [said("您好")], [of_mother("吃饭了吗")]),
    (DisputeType.POOR_SERVICE, "agents", [said("工号3017")._replace(agent_id="3017")], [said("您好")]),
    (DisputeType.POOR_SERVICE, "promises", [said("三天内答复")._replace(promise="三天内答复")], [said("请耐心等待")]),
    (REFUND, "order", [paid("100", OUT, OURS)], [FRUIT]),
    (REFUND, "cancellation", [complaint("申请退款")], [complaint("投诉客服态度", "12315")]),
    (
        REFUND,
        "merchant_refund",
        [paid("100", IN, OURS, Outcome.REFUNDED)],
        [paid("59", IN, "水果店", Outcome.REFUNDED)],
    ),
    (
        REFUND,
        "demand_after",
        [paid("100", IN, OURS, Outcome.REFUNDED), said("您的分期已逾期，请尽快还款")],
        [paid("100", IN, OURS, Outcome.REFUNDED), said("您的分期已取消，无需还款")],
    ),
    (REFUND, "promised_dates", [said("三天内退款")._replace(promise="三天内退款")], [said("请等待")]),
    (REFUND, "ledger", [instalment("2026-09-20", "433", Outcome.DUE)], [FRUIT]),
    (TOPUP, "bank_debit", [OURS_OUT], [FRUIT]),
    (TOPUP, "ticket", [complaint("充值未到账", reference="GD20261020")], [complaint("充值未到账", "12363", "PB-1")]),
    (LOAN, "disbursement", [paid("9500", IN, OURS)], [SALARY]),
    (LOAN, "login_records", [said("")._replace(kind=EventKind.LOGIN)], [said("您好")]),
    (BLOCKED, "error_text", [paid("2000", IN, OURS, Outcome.FAILED)], [paid("59", OUT, "水果店", Outcome.FAILED)]),
    (
        BLOCKED,
        "attempts",
        [paid("2000", IN, OURS, Outcome.PENDING)],
        [SALARY, paid("59", IN, "围巾店", Outcome.FAILED)],
    ),
)
"""What shows an entry for certain, and what looks like it and is not."""


@pytest.mark.parametrize(("kind", "entry", "evidence", "near"), SURE, ids=[f"{each[0]}-{each[1]}" for each in SURE])
def test_events_show_an_entry_and_their_like_do_not(
    kind: DisputeType, entry: str, evidence: Sequence[Evidence], near: Sequence[Evidence]
) -> None:
    found = standing(kind, entry, evidence)
    assert found.is_there
    assert found.event_ids[-1] == evidence[-1].event_id  # type: ignore[union-attr]
    missed = standing(kind, entry, near)
    assert (missed.is_there, missed.perhaps) == (False, ())


PERHAPS: tuple[tuple[DisputeType, str, Sequence[Evidence], Sequence[Evidence]], ...] = (
    (
        STOLEN,
        "freeze",
        [said("我要挂失，请马上冻结我的账户", OUT), "Your account has been frozen at your request. Ticket 88120"],
        [said("谨防诈骗：对方会要求冻结账户"), "為避免帳戶遭凍結，請勿提供密碼"],
    ),
    (
        STOLEN,
        "alerts",
        [
            said("您的账号于10月1日03:12在新设备登录"),
            "我們發現有未知的裝置登入您的帳戶",
            "New sign-in from an unknown device",
        ],
        [said("如何查看登录设备？点击安全中心"), "歡迎登入"],
    ),
    (
        STOLEN,
        "police_receipt",
        [
            said("【深圳公安】您报案的案件已受理，受案号A4403", number="12110"),
            "受理案件證明單 報案人 王怡",
            "Crime reference number 4201/26",
        ],
        [said("如遇诈骗请报警，凭报案回执联系客服"), "建議您向警方報案"],
    ),
    (
        STOLEN,
        "whereabouts",
        ["考勤打卡记录 10月1日 上班打卡 08:55", "台鐵車票 乘車日期 10月1日", "Boarding pass  Seat 14C"],
        ["每日打卡领红包", "Check your balance at any time"],
    ),
    (
        HARASSED,
        "stop_request",
        [
            said("请停止骚扰我的家人", OUT),
            "存證信函：請勿再聯絡本人之親友",
            "Stop calling my workplace. 3 November 2026",
        ],
        [said("请勿回复本短信"), "停止計息申請", "Call us any time"],
    ),
    (
        HARASSED,
        "witnesses",
        [
            "情况说明 本人李某，10月3日接到海豚催收电话 签名",
            "證人陳述書",
            "Witness statement of Ann Lee",
            said("剛剛有個姓王的打來說你欠錢不還，問我要不要幫你還", number="0933111222"),
            said("剛剛有人打給我說是信遠資產，問你是不是欠錢", number="0955777888"),
            said("他还说你欠了三万多不还，叫我转告你", number="13800138000"),
            said("Somebody called my office and said that you owe them money", number="0955777888"),
        ],
        [
            "费用说明 手续费 2%",
            "借款人声明 本人承诺按期还款",
            said("妈妈打电话给我，说你周末回家", number="13800138000"),
            said("如有人打电话给您说您欠款，谨防诈骗", number="110"),
            said("剛剛有人打給我說你欠錢", OUT),
        ],
    ),
    (
        PORTAL,
        "advert",
        ["无视征信 黑户可下 秒批秒下款", said("免審核，保證過件"), "Guaranteed approval, no credit check"],
        ["谨防“包过”骗局", "Apply for a loan today"],
    ),
    (PORTAL, "fee_slip", [paid("399", OUT, "张某某", text="会员费")], [paid("15", OUT, "视频网站", text="会员续订")]),
    (
        PORTAL,
        "payee",
        [paid("399", OUT, OURS), "商户全称：海豚科技有限公司", "收款商家名稱 海豚公司", "Merchant name Dolphin Ltd"],
        [paid("399", OUT, "*伟"), "请选择收款人"],
    ),
    (
        PORTAL,
        "licence_search",
        [
            "已获许可机构（支付机构） 未查询到相关记录",
            "公司登記查詢 查無資料",
            "Financial Services Register: no matching firms found",
        ],
        ["年利率 3.4%"],
    ),
    (
        WRONG_SMS,
        "number_ownership",
        [
            "客户入网证明 机主姓名 王怡 入网时间 2015-03-01",
            "門號申辦證明書 申請人 王怡 啟用日期",
            "This number is registered to Y. Wang, customer since 2015",
        ],
        ["请联系机主本人", "Your number"],
    ),
    (
        WRONG_SMS,
        "no_debt",
        [
            said("您的借款已全部结清"),
            "結清證明 茲證明王怡已清償",
            "Your loan has been paid in full; no outstanding balance",
        ],
        [said("请尽快还清借款"), "尚未結清", "Debt must be paid in full until 3 May", said("我没有欠款", OUT)],
    ),
    (
        WRONG_SMS,
        "correction_request",
        [
            said("你们打错人了，我不是张伟，请删除我的号码", OUT),
            "更正個資請求書 請刪除本人門號資料",
            "Please delete my number: wrong person",
        ],
        [said("您的号码已为您删除缓存"), "Correct answers only"],
    ),
    (
        REFUND,
        "order",
        ["订单详情 订单编号 88120", "訂單成立 訂購明細", "Order number 7781 Order details", "Order HN-55821 cancelled"],
        [said("您的订单正在派送，快递员稍后联系"), "In good order"],
    ),
    (
        REFUND,
        "terms",
        ["课程购买协议 第八条 退款规则", "定型化契約 退費辦法", "Refund policy. Terms and conditions"],
        [said("您违反用户协议"), "Terms you may know"],
    ),
    (
        REFUND,
        "cancellation",
        [said("我要申请退款", OUT), "取消訂單申請 已送出 11月1日", "Refund request submitted on 3 Nov"],
        ["如需退款，请联系客服", "不支援退款申請", "If you request a refund"],
    ),
    (
        REFUND,
        "merchant_refund",
        [
            said("退款已原路退回，请查收"),
            "退款成功 NT$1,299",
            "Your order has been refunded",
            of_shop("We have today refunded GBP 1,240.00 to 海豚钱包, your lender."),
            of_shop("Order HN-55821 cancelled and refunded: 海豚钱包", Direction.NONE),
            "Refund receipt HomeNest Ltd Refunded to: 海豚钱包",
            of_shop("Refund for order HN-55821 We refunded £1,240.00 to 海豚钱包 on August 20."),
            of_shop("Order HN-55821 was refunded to 海豚钱包 on August 20, 2026."),
        ],
        [
            said("您的退款申请正在处理中"),
            "商品恕不退款，無法退費",
            "You will be refunded once approved",
            of_shop("You were funded GBP 1,240.00 by 海豚钱包"),
            of_shop("We have not refunded 海豚钱包"),
            of_shop("If order HN-55821 was refunded on August 20, tell 海豚钱包"),
            of_shop("You say that it was refunded on August 20 by 海豚钱包"),
            said("We have no record that the shop has refunded us"),
        ],
    ),
    (
        REFUND,
        "ledger",
        ["还款计划 第3期应还 433.00", "分期明細 剩餘期數 3", "Repayment schedule: instalment 3"],
        ["分期购，立享优惠"],
    ),
    (
        TOPUP,
        "bank_debit",
        [
            said("您账户6677快捷支付扣款人民币500.00元（海豚钱包）", number="95555"),
            "信用卡消費 NT$500",
            "Card payment of HKD 500 debited",
        ],
        [said("扣款失败，请检查余额"), "最高可付款 500 元", of_mother("扣款500元了")],
    ),
    (
        TOPUP,
        "wallet_ledger",
        ["钱包账单 10月20日", "儲值明細 2026/10/20", "Wallet transaction history"],
        ["招商银行交易流水", "信用卡帳單", "Bank account statement"],
    ),
    (
        TOPUP,
        "order_number",
        [
            paid("500", OUT, OURS, reference="CZ20261020"),
            "充值订单号 CZ20261020",
            "儲值單號：88120",
            "Top-up order no. 88120",
        ],
        ["请提供订单号", "快遞單號 SF123"],
    ),
    (
        TOPUP,
        "ticket",
        [said("您的投诉已受理，受理编号HT-TS-20261110-0088"), "案件編號：88120", "Your ticket number is 88120"],
        [said("请提供工单号"), "Ticket office"],
    ),
    (
        LOAN,
        "own_statement",
        [
            "本人声明：2026年7月22日的借款并非本人申请。签名 王怡",
            "聲明書 此筆貸款非本人申辦",
            "I declare that this loan was not made by me",
        ],
        ["借款人声明：所填资料真实", "免責聲明", "Declaration of the borrower"],
    ),
    (
        LOAN,
        "disbursement",
        [
            said("您的借款9500元已成功放款至尾号6677"),
            "撥款成功 NT$95,000",
            "Your loan of $950 has been disbursed to your account",
        ],
        [said("最快5分钟放款到账，点击申请"), "預計撥款日 7/25", "Get a loan paid out fast"],
    ),
    (
        LOAN,
        "report_before_loan",
        ["居民身份证挂失申报证明", "國民身分證遺失 掛失日期", "Police report: lost ID card"],
        ["请携带身份证", "Report a problem"],
    ),
    (
        LOAN,
        "demand_records",
        [
            said("请提供借款合同、电子签名日志和收款账户", OUT),
            "請求提供合約、人臉比對紀錄及IP位址",
            "Please send me a copy of the contract, the signature log and the IP address",
        ],
        [said("请您提供身份证照片"), said("请提供发票", OUT)],
    ),
    (
        LOAN,
        "login_records",
        ["登录记录 2026-07-22 08:05 iPhone", "登入裝置管理", "Login activity"],
        ["请登录后查看", "Log in"],
    ),
    (
        BLOCKED,
        "balance",
        [
            "海豚钱包 可用余额 12,800.00 元 可提现 0.00 冻结金额 12,800.00",
            "錢包餘額 NT$12,800",
            "Available balance HK$12,800.00",
        ],
        ["余额不足", said("我的钱包余额还有一万二", OUT), "餘額寶 七日年化"],
    ),
    (
        BLOCKED,
        "error_text",
        ["提现失败 账户存在风险，暂不能提现", "系統忙碌，請稍後再試", "Withdrawal failed. Error code 4012"],
        ["提现失败怎么办？常见问题", said("提现成功")],
    ),
    (
        BLOCKED,
        "notice",
        [
            said(
                "【海豚钱包】您的账户因风险核查已被限制提现，涉及金额12800.00元，请联系在线客服。如有疑问，客服热线4008887766。"
            ),
            "關於您的提領申請：因風險控管，您的帳戶已暫時凍結",
            said("經覆核，您的帳戶觸發風控規則，本公司不予解除限制", Direction.NONE),
            "Your account has been restricted pending a review",
        ],
        [
            said("如不配合核实，您的账户将被冻结"),
            said("您的账户限制已解除，可正常提现"),
            said("请帮我冻结账户", OUT),
            of_mother("我的账户被冻结了"),
            "If you do not reply, withdrawals will be blocked",
            "謹防詐騙：若有人稱您的帳戶已被凍結，請撥165",
        ],
    ),
    (
        BLOCKED,
        "documents_supplied",
        [
            said("您的资料已提交，请等待审核"),
            "文件上傳成功",
            "We have received your documents",
            said("身份证照片已经发给你们了", OUT),
        ],
        [said("请提交身份证照片"), "提现申请已提交", "資料尚未上傳", "Please upload your documents"],
    ),
    (
        BLOCKED,
        "real_name",
        ["实名认证 已认证 我的银行卡 尾号6677", "實名認證：已完成", "Identity verified. Linked bank cards"],
        ["请先完成实名认证", "Verify your identity"],
    ),
)
"""What may show an entry, each alone, in simplified and traditional Chinese and English; then what must not."""


@pytest.mark.parametrize(
    ("kind", "entry", "evidence", "near"), PERHAPS, ids=[f"{each[0]}-{each[1]}" for each in PERHAPS]
)
def test_words_make_an_entry_perhaps_there_for_a_person_to_look(
    kind: DisputeType, entry: str, evidence: Sequence[Evidence], near: Sequence[Evidence]
) -> None:
    for each in evidence:
        found = standing(kind, entry, [each])
        assert found.is_perhaps, each
        assert not found.is_there, each
    for each in near:
        assert not standing(kind, entry, [each]).perhaps, each


def test_a_demand_after_the_shops_own_mail_that_it_refunded_may_be_one_after_the_refund() -> None:
    shops = of_shop("We have today refunded GBP 1,240.00 to 海豚钱包.")._replace(event_id="shops")
    collects = "This is an attempt to collect a debt of $412.60, ref CPR-55102."
    for words in ("You must pay £103.33 immediately.", "Your account is in arrears.", "£309.99 is now due", collects):
        demand = said(words, at="2026-10-26T08:31:05")._replace(event_id="demand")
        assert standing(REFUND, "demand_after", [shops, demand]).perhaps == ("shops", "demand")
    for words in ("Your agreement is not in arrears.", "We must pay attention", "Our reply is now due"):
        demand = said(words, at="2026-10-26T08:31:05")
        assert not standing(REFUND, "demand_after", [shops, demand]).perhaps, words
    assert not standing(REFUND, "demand_after", [shops, said(collects, at="2026-10-01T08:00:00")]).perhaps


def test_what_a_person_says_is_stronger_than_what_events_and_words_show() -> None:
    page, failed = "钱包余额 12,800.00", paid("2000", IN, OURS, Outcome.FAILED)
    for entry, evidence in (("balance", page), ("error_text", failed)):
        mark = ChecklistMark(id="m", dispute_id="d", entry=entry, state=ChecklistState.MISSING)
        found = standing(BLOCKED, entry, [evidence], replace(STATED, checklist=[mark]))
        assert (found.is_there, found.is_perhaps) == (False, False)
        there = replace(STATED, checklist=[replace(mark, state=ChecklistState.THERE)])
        assert standing(BLOCKED, entry, [evidence], there).is_there


def test_a_report_counts_only_before_the_loan() -> None:
    report = complaint("身份证挂失登记", "派出所")._replace(at=payment("2026-07-01", "1", IN).at)
    loan = paid("9500", IN, OURS)._replace(at=payment("2026-07-22", "1", IN).at)
    assert standing(LOAN, "report_before_loan", [report, loan]).is_perhaps
    late = report._replace(at=payment("2026-08-01", "1", IN).at)
    assert not standing(LOAN, "report_before_loan", [late, loan]).is_perhaps


def test_calls_from_unknown_numbers_are_perhaps_the_log_while_nobody_said_whose_they_are() -> None:
    unknown = call("2026-10-26T09:00:00", number="075588123456")._replace(exhibit_ids=("x",))
    other = call("2026-10-26T10:00:00", number="02155501234")._replace(exhibit_ids=("x",))
    assert standing(HARASSED, "call_log", [unknown, other], Stated()).is_perhaps
    others = Stated(not_theirs=("075588123456", "02155501234"))
    assert not standing(HARASSED, "call_log", [unknown, other], others).is_perhaps


def test_marks_and_recordings_show_what_words_cannot() -> None:
    contradicts = said("没有这项记录")
    mark = EventMark(id="m", dispute_id="d", event_id=contradicts.event_id, tags=("contradicts",))
    poor = DisputeType.POOR_SERVICE
    assert standing(poor, "contradictions", [contradicts], replace(STATED, marks=[mark])).is_there
    assert not standing(poor, "contradictions", [contradicts]).is_there
    dispute = replace(DISPUTE, type=HARASSED)
    for media, there in (({"audio": ["recording"]}, True), ({"image": ["picture"]}, False)):
        found = work_out(dispute, [], Stated(), TODAY, Documents(media)).completeness.standings
        assert next(each for each in found if each.entry.id == "recordings").is_there is there


def test_every_entry_of_every_checklist_has_an_example() -> None:
    shown = {(kind, entry) for kind, entry, _, _ in (*SURE, *PERHAPS)}
    shown |= {(HARASSED, "recordings"), (DisputeType.POOR_SERVICE, "contradictions")}
    assert shown == {(each.kind, entry.id) for each in checklists().values() for entry in each.entries}


def test_a_filing_that_a_person_recorded_is_told_where_nothing_shows_it() -> None:
    def filing(body: str) -> Stated:
        made = Complaint(id="c", dispute_id="d", body=body, filed_on=date(2026, 11, 2))
        return replace(STATED, complaints=[made])

    recorded = standing(DisputeType.OTHER, "complaint", [], filing("cn-institution"))
    assert (recorded.filed, recorded.is_there) == (date(2026, 11, 2), False)
    assert standing(DisputeType.OTHER, "complaint", [], filing("cn-pboc")).filed is None
    assert standing(DisputeType.OTHER, "complaint", [complaint()], filing("cn-institution")).filed is None
    assert standing(DisputeType.OTHER, "what_happened", [], filing("cn-institution")).filed is None


def test_no_text_keeps_a_recogniser_busy() -> None:
    """Without repetitions that have no end, time grows with the length of a text and no faster."""
    for name, each in recognisers().items():
        for pattern in filter(None, (each.says, each.besides, each.unless)):
            assert not re.search(r"[^\\\\][+*]|\{\d+,\}", pattern.pattern), name


@pytest.mark.parametrize(
    ("importer", "entries"),
    [
        ("icbc", {"bank_debit"}),
        ("wechat-pay", {"wallet_ledger"}),
        ("statement", {"bank_debit", "wallet_ledger"}),
        ("whatsapp", set()),
        ("", set()),
    ],
)
def test_an_imported_record_of_payments_may_be_the_banks_or_the_wallets(importer: str, entries: set[str]) -> None:
    pages = [FilePage("page", 1, "流水", importer=importer)]
    found = work_out(replace(DISPUTE, type=TOPUP), [], STATED, TODAY, Documents(pages=pages)).completeness
    assert {each.entry.id for each in found.perhaps} == entries
    assert entries.isdisjoint(each.entry.id for each in found.missing)


def test_what_only_may_be_there_is_neither_counted_nor_missing() -> None:
    dispute = replace(DISPUTE, type=BLOCKED, institution=OURS, amount=Decimal(12800))
    pages = [FilePage("page", 1, "截图", "text", "钱包余额 12,800.00")]
    found = work_out(dispute, [], STATED, TODAY, Documents(pages=pages)).completeness
    assert found.per_cent == 0
    assert "balance" not in {each.entry.id for each in found.missing}
