"""Payments: one with all its details, and lists of many, as wallets and banks show them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.format import Row, minute
from benchmarks.truth.heldout_2 import script
from benchmarks.truth.heldout_2.clock_words import weekday
from benchmarks.truth.heldout_2.record_page import Paper, facts
from benchmarks.truth.sheet import Sheet, rows_entities, tag, words

SHOPS = {
    "CN": ("好易分期", "橙子钱包", "美团", "滴滴出行", "淘淘优品", "金穗消费金融", "中石化加油站", "罗森便利店", "张记牛肉面", "深圳地铁", "顺心租机"),
    "TW": ("好貸通", "全聯福利中心", "街角Pay", "台灣大車隊", "樂購商城", "跨行轉出", "中華電信"),
    "HK": ("QuickCash", "百佳超級市場", "八達通增值", "好味速遞", "PayNow錢包", "轉數快轉帳"),
}  # fmt: skip
PAYERS = {
    "CN": ("王小明", "橙子钱包", "妈妈", "速达贷", "工资代发"),
    "TW": ("薪資轉入", "好貸通", "跨行轉入", "林先生"),
    "HK": ("轉數快存入", "QuickCash"),
}
LOGOS = ("🛒", "🚕", "🍜", "💳", "⛽", "🏪", "🎧", "📱")
OPEN = ("closed", "pending")
"""Outcomes of orders by which no money moved: their amounts have no sign."""
TINTS = ("#ffe3d3", "#dcefff", "#e3f5e1", "#f0e4ff", "#fff2cc")


@dataclass
class Paid:
    """One movement of money; ``state`` is what the list says of it, where it says anything."""

    at: datetime
    party: str
    cents: int
    incoming: bool
    state: str = ""
    outcome: str | None = None


def _row(page: Paper, paid: Paid, at: str, reference: str | None = None, party: str | None = None) -> str:
    direction = None if paid.outcome in OPEN else "in" if paid.incoming else "out"
    currency = script.CURRENCY[page.region]
    row = Row("payment", at, direction, party or paid.party, f"{paid.cents / 100:.2f}", currency, outcome=paid.outcome)
    name = page.row(rows_entities(row))
    row.reference = reference
    return name


def _signed(paid: Paid) -> str:
    if paid.outcome in OPEN:
        return f"{paid.cents / 100:,.2f}"
    return f"{'+' if paid.incoming else '-'}{paid.cents / 100:,.2f}"


def made_payments(page: Paper, count: int, states: tuple[tuple[str, str], ...] = ()) -> list[Paid]:
    """Return payments, the last one first, some of them with a state."""
    source, at, made = page.source, page.captured, []
    for _ in range(count):
        at -= timedelta(minutes=source.choice((25, 130, 410, 777, 1300)))
        at = at.replace(second=source.randrange(60))
        incoming = source.random() < 0.25
        party = source.choice((PAYERS if incoming else SHOPS)[page.region])
        paid = Paid(at, party, source.choice((1, 1, 10, 100)) * source.randrange(350, 4_800), incoming)
        if states and not incoming and source.random() < 0.25:
            paid.state, paid.outcome = source.choice(states)
        made.append(paid)
    return made


def wechat_detail(page: Paper, form: str) -> Sheet:
    """Draw one payment, as WeChat shows it."""
    state, outcome = page.source.choice((("支付成功", "done"), ("支付成功", "done"), ("已全额退款", "refunded")))
    at = page.captured - timedelta(
        days=page.source.randrange(1, 20), minutes=page.source.randrange(500), seconds=page.source.randrange(60)
    )
    paid = Paid(
        at,
        page.source.choice(("好易分期", "橙子钱包", "顺心租机")),
        page.source.randrange(990, 300_000),
        False,
        outcome=outcome,
    )
    company = {
        "好易分期": "杭州好易网络科技有限公司",
        "橙子钱包": "橙子支付（深圳）有限公司",
        "顺心租机": "顺心租赁（上海）有限公司",
    }[paid.party]
    order = page.digits("4200002#####20260#############")[:28]
    shop = page.digits("HY2026##############")
    name = _row(page, paid, minute(at), f"{order}|{shop}", f"{paid.party}|{company}")
    page.note("reference", order)
    page.note("reference", shop)
    hero = f"<div class=logo style='margin:auto;background:#ffe3d3'>💳</div><p>{paid.party}</p><div class=big>{_signed(paid)}</div>"
    told = [
        ("当前状态", state),
        ("支付时间", f"{at:%Y年%-m月%-d日 %H:%M:%S}"),
        ("商品", page.source.choice(("会员服务费", "租金第3期", "账单还款"))),
    ]
    told += [
        ("商户全称", company),
        ("收单机构", "财付通支付科技有限公司"),
        ("支付方式", "丰汇银行储蓄卡(5521)"),
        ("交易单号", order),
        ("商户单号", shop),
    ]
    service = facts([("账单服务", "对订单有疑惑  发起群收款")])
    return page.sheet(form, "账单详情", tag("", tag("hero", hero) + facts(told), name) + service)


def alipay_detail(page: Paper, form: str) -> Sheet:
    """Draw one payment, as Alipay shows it: a deduction, a refund or a closed order."""
    state, outcome, incoming = page.source.choice(
        (("交易成功", "done", False), ("交易关闭", "closed", False), ("退款成功", None, True))
    )
    at = page.captured - timedelta(
        days=page.source.randrange(1, 30), minutes=page.source.randrange(500), seconds=page.source.randrange(60)
    )
    paid = Paid(
        at,
        page.source.choice(("金穗消费金融", "潮买商城", "速达贷")),
        page.source.randrange(5000, 900_000),
        incoming,
        outcome=outcome,
    )
    order = page.digits("20260#############00############")[:28]
    shop = page.digits("T200P##################")
    name = _row(page, paid, minute(at), f"{order}|{shop}")
    page.note("reference", order)
    page.note("reference", shop)
    sign = "" if outcome == "closed" else "+" if incoming else "-"
    hero = f"<p>{paid.party}</p><div class=big>{sign}{paid.cents / 100:,.2f}</div><p>{state}</p>"
    method = ("退款方式" if incoming else "付款方式", "丰汇银行储蓄卡(7703)")
    told = [
        ("创建时间", f"{at:%Y-%m-%d %H:%M:%S}"),
        method,
        ("商品说明", "分期账单代扣"),
        ("收单机构", "网联清算有限公司"),
        ("订单号", order),
        ("商家订单号", shop),
    ]
    page.classes = "right"
    more = facts([("账单分类", "信用借还"), ("标签和备注", "添加"), ("联系商家", "查看往来记录")], css="right")
    return page.sheet(form, "账单详情", tag("", tag("hero", hero) + facts(told, css="right"), name) + more)


def bank_detail(page: Paper, form: str) -> Sheet:
    """Draw one transfer in a bank's app, on the mainland, in Taiwan or in Hong Kong."""
    hant, source = page.region != "CN", page.source
    at = page.captured - timedelta(
        days=source.randrange(1, 20), minutes=source.randrange(400), seconds=source.randrange(60)
    )
    paid = Paid(
        at,
        {"CN": "速达贷", "TW": "恆信資產", "HK": "盈峰財務"}[page.region],
        source.randrange(20_000, 1_200_000),
        source.random() < 0.5,
        outcome="done",
    )
    if hant:
        paid.cents -= paid.cents % 100
    order = page.digits({"CN": "2026##########0031", "TW": "N5#########", "HK": "FRN2026########"}[page.region])
    name = _row(page, paid, minute(at), order)
    page.note("reference", order)
    symbol = {"CN": "¥", "TW": "NT$", "HK": "HK$"}[page.region]
    when = f"{at.year - 1911}/{at:%m/%d %H:%M:%S}" if page.region == "TW" else f"{at:%Y-%m-%d %H:%M:%S}"
    amount = f"{symbol}{paid.cents / 100:,.2f}"
    balance = symbol + page.money(source.randrange(1_000, 5_000_000) // 100 * 100)
    labels = {
        "CN": ("转入" if paid.incoming else "转出", "交易时间", "对方户名", "对方账号", "6217 **** **** 3308", "交易流水号", "账户余额", "摘要", "网络贷款", "交易状态", "交易成功"),
        "TW": ("轉入" if paid.incoming else "轉出", "交易時間", "對方戶名", "對方帳號", "808-****-****-771", "交易序號", "帳戶餘額", "附註", "貸款撥付", "交易狀態", "交易成功"),
        "HK": ("存入" if paid.incoming else "轉出", "交易時間", "對方名稱", "對方戶口", "012-***-***-88", "參考編號", "戶口結餘", "備註", "貸款", "交易狀態", "已完成"),
    }[page.region]  # fmt: skip
    told = [
        (labels[1], when),
        (labels[2], paid.party),
        (labels[3], labels[4]),
        (labels[5], order),
        (labels[7], labels[8]),
        (labels[9], labels[10]),
    ]
    hero = tag("hero", f"<p>{labels[0]}</p><div class=big>{amount}</div>")
    page.classes = "navy right"
    rest = facts([(labels[6], balance)], css="right")
    return page.sheet(form, "交易詳情" if hant else "交易详情", tag("", hero + facts(told, css="right"), name) + rest)


def wechat_list(page: Paper, form: str) -> Sheet:
    """Draw a month of WeChat's payments."""
    shown, month = [], 0
    for paid in made_payments(page, 60 if page.long else 12, (("已全额退款", "refunded"), ("对方已退还", "refunded"))):
        if paid.at.month != month:
            month = paid.at.month
            spent, got = (
                page.money(page.source.randrange(100_000, 900_000), "¥"),
                page.money(page.source.randrange(1000, 90_000), "¥"),
            )
            shown.append(tag("group", f"<b>{paid.at.year}年{month}月 ▾</b><br>支出 {spent}  收入 {got}"))
        name = _row(page, paid, minute(paid.at))
        logo = tag("logo", page.source.choice(LOGOS), style=f"background:{page.source.choice(TINTS)}")
        main = tag("main", f"{words(paid.party)}<p>{paid.at.month}月{paid.at.day}日 {paid.at:%H:%M}</p>")
        gold = ' class="gold"' if paid.incoming else ""
        state = f'<p class="gold">{paid.state}</p>' if paid.state else ""
        shown.append(
            tag(
                "list",
                tag("item", logo + main + tag("side", f"<b{gold}>{_signed(paid)}</b>{state}"), name),
                style="margin:0 -12px;border-radius:0",
            )
        )
    tabs = tag("tabs", "<b>全部账单 ▾</b><span>查找交易</span><span>收支统计</span>")
    return page.sheet(form, "账单", "".join(shown), bar=tabs)


def alipay_list(page: Paper, form: str) -> Sheet:
    """Draw Alipay's list, with kinds and what became of orders."""
    shown = []
    for paid in made_payments(page, 10, (("交易关闭", "closed"), ("等待付款", "pending"), ("已全额退款", "refunded"))):
        ago = (page.captured.date() - paid.at.date()).days
        day = ("今天", "昨天")[ago] if ago < 2 else f"{paid.at:%m-%d}"
        name = _row(page, paid, minute(paid.at))
        kind = page.source.choice(("餐饮美食", "交通出行", "信用借还", "日用百货", "充值缴费"))
        logo = tag("logo", page.source.choice(LOGOS), style=f"background:{page.source.choice(TINTS)}")
        main = tag("main", f"{words(paid.party)}<p>{kind}</p><p>{day} {paid.at:%H:%M}</p>")
        state = f"<p>{paid.state}</p>" if paid.state else ""
        shown.append(tag("item", logo + main + tag("side", f"<b>{_signed(paid)}</b>{state}"), name))
    tabs = tag("tabs", "<b>全部</b><span>支出</span><span>转账</span><span>退款</span><span>订单</span>")
    return page.sheet(form, "账单", tag("list", "".join(shown)), bar=tabs)


def bank_list(page: Paper, form: str) -> Sheet:
    """Draw a mainland bank's list below days, with the balance after each."""
    shown: list[str] = []
    part: list[str] = []
    day = None
    balance = page.source.randrange(300_000, 2_000_000)
    for paid in made_payments(page, 60 if page.long else 9):
        if paid.at.date() != day:
            shown.append(tag("list", "".join(part)) if part else "")
            shown.append(tag("group", f"{paid.at:%Y年%m月%d日} {weekday(paid.at, '星期')}"))
            day, part = paid.at.date(), []
        name = _row(page, paid, minute(paid.at))
        main = tag("main", f"{words(paid.party)}<p>{paid.at:%H:%M:%S}  {'收入' if paid.incoming else '快捷支付'}</p>")
        css = "red" if paid.incoming else "green"
        part.append(
            tag(
                "item",
                main
                + tag("side", f"<b class={css}>{_signed(paid)}</b><p>余额 {page.money(balance, optional=True)}</p>"),
                name,
            )
        )
        balance += paid.cents * (-1 if paid.incoming else 1)
    page.classes = "wine"
    tabs = tag("tabs", "<span>储蓄卡 尾号5521</span><b>近三个月</b>")
    return page.sheet(form, "收支明细", "".join(shown) + tag("list", "".join(part)), bar=tabs)


def passbook(page: Paper, form: str) -> Sheet:
    """Draw a Taiwanese bank's table, in years of the Republic, with a column for each direction."""
    head = "<tr><th>交易日</th><th>摘要</th><th>支出</th><th>存入</th><th>餘額</th></tr>"
    shown, balance = [head], page.source.randrange(30_000, 200_000) * 100
    for paid in made_payments(page, 13):
        paid.cents = max(paid.cents - paid.cents % 100, 100)
        at = paid.at
        name = _row(page, paid, minute(at)[:10])
        amount = f"{paid.cents // 100:,}"
        cells = ("", amount) if paid.incoming else (amount, "")
        page.note("amount", f"{balance / 100:.2f} TWD", optional=True)
        day = f"{at.year - 1911}/{at:%m/%d}"
        row = "".join(f"<td>{cell}</td>" for cell in (day, paid.party, *cells, f"{balance // 100:,}"))
        shown.append(f'<tr data-id="{name}">{row}</tr>')
        balance += paid.cents * (-1 if paid.incoming else 1)
    page.classes = "teal"
    told = facts([("帳號", "812-****-**-3345"), ("幣別", "新臺幣"), ("查詢期間", "近一個月")])
    return page.sheet(form, "存款交易明細", told + f"<table>{''.join(shown)}</table>")


PAGES: dict[str, Callable[[Paper, str], Sheet]] = {
    "detail_wechat": wechat_detail, "detail_alipay": alipay_detail, "detail_bank": bank_detail,
    "list_wechat": wechat_list, "list_alipay": alipay_list, "list_bank": bank_list, "list_passbook": passbook,
}  # fmt: skip
