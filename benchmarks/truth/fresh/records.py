"""Pages of records of the fresh half: bills of many houses, ledgers by day, plans, calls, logins, contracts, tickets."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from benchmarks.truth.format import Entity, Row
from benchmarks.truth.fresh.calls import calls
from benchmarks.truth.fresh.fills import number
from benchmarks.truth.fresh.parts import SHOPS, finish, item, money, movement, party, times, total, value
from benchmarks.truth.fresh.phone import Drawing, icon
from benchmarks.truth.sheet import Sheet, tag, words


def ledger(page: Drawing) -> Sheet:
    """Return a ledger by day: the day's name with what was spent and got, rows with a clock only."""
    body, at = "", page.now - timedelta(minutes=40)
    for _ in range(3):
        rows, spent, got, day = "", 0.0, 0.0, at.date()
        for _ in range(page.source.randrange(1, 4)):
            who, much, out = party(page), value(page), page.source.random() < 0.7
            spent, got = spent + much * out, got + much * (not out)
            name = movement(page, at.strftime("%Y-%m-%dT%H:%M"), "out" if out else "in", who, much)
            rows += item(name, tag("dot", who[0]), who, f"{at:%H:%M}", f"{'-' if out else '+'}{much:,.2f}")
            at = max(at - timedelta(minutes=page.source.randrange(20, 140)), at.replace(hour=0, minute=1))
        names = {0: page.says("今天", "今天"), 1: "昨天"}
        shown = f"{day.month}月{day.day}日 {names.get((page.now.date() - day).days, page.weekday(datetime(day.year, day.month, day.day)))}"
        body += tag(
            "hd", f"<span>{shown}</span><span class=f>支出 {total(page, spent)} 收入 {total(page, got)}</span>"
        ) + tag("box", rows)
        at = (at - timedelta(days=page.source.randrange(1, 4))).replace(
            hour=page.source.randrange(8, 23), minute=page.source.randrange(60)
        )
    return finish(page, page.says("收支明细", "收支明細"), body)


def bank_month(page: Drawing) -> Sheet:
    """Return a bank's movements: months with sums, the day at the left, what is left below the amount."""
    body, month, left = "", None, 20000.0
    for at in times(page, 8, (300, 2000, 7000)):
        if at.month != month:
            month = at.month
            body += tag(
                "hd",
                f"<b>{at.year}年{at:%m}月</b><span class=f>支出 {total(page, 4321.5 + month)} 收入 {total(page, 6100 + month)}</span>",
            )
        who, much, out = party(page), value(page), page.source.random() < 0.6
        left += much if out else -much
        name = movement(page, at.strftime("%Y-%m-%dT%H:%M"), "out" if out else "in", who, much)
        page.entity("amount", f"{left:.2f} {page.currency}", optional=True)
        day = tag("d", f"<b>{at:%d}</b><span class=f>{page.weekday(at, page.says('周', '週'))}</span>")
        body += item(
            name,
            day,
            who,
            f"{page.says('储蓄卡', '帳戶')}6217 {at:%H:%M}",
            f"{'-' if out else '+'}{much:,.2f}",
            f"{page.says('余额', '餘額')} {left:,.2f}",
        )
    return finish(page, page.says("交易明细", "交易明細"), body, "blue", page.says("筛选", "篩選"))


def bank_days(page: Drawing) -> Sheet:
    """Return a bank's movements, each with its whole time in the row and the word for what it was."""
    body = tag(
        "tabs", f"<span>{page.says('全部', '全部')}</span><span>{page.says('支出', '支出')}</span><span>收入</span>"
    )
    for at in times(page, 8, (90, 1500, 4000)):
        who, much, out = party(page), value(page), page.source.random() < 0.6
        name = movement(page, at.strftime("%Y-%m-%dT%H:%M:%S"), "out" if out else "in", who, much)
        shown = f"{at:%Y/%m/%d %H:%M:%S}" if not page.hans else f"{at:%Y-%m-%d %H:%M:%S}"
        unit = "" if page.hans else {"TWD": "NT$", "HKD": "HKD "}[page.currency]
        body += item(
            name,
            "",
            who,
            f"{page.says('网银转账' if out else '入账', '轉出' if out else '存入')}\n{shown}",
            f"{'-' if out else '+'}{unit}{much:,.2f}",
        )
    return finish(page, page.says("账户明细", "帳戶明細"), body, page.source.choice(("red", "white")))


def credit_bill(page: Drawing) -> Sheet:
    """Return a month's bill of a pay-later service: what is due, then what was bought, without signs."""
    month, spent, rows = page.now.month, 0.0, ""
    for at in times(page, 7, (400, 1500, 3000)):
        who, much = page.source.choice(SHOPS), value(page)
        spent += much
        name = movement(page, at.strftime("%Y-%m-%d"), None, who, much)
        rows += item(name, tag("dot", who[0]), who, f"{at:%m月%d日}", f"{much:,.2f}")
    due = f"{page.now.year + month // 12}-{month % 12 + 1:02}-08"
    page.truth.rows.append(Row("*", id="r-due", optional=True))
    top = tag(
        "sumup",
        f'<div class="f">{month}月账单(元)</div><div class="n">{total(page, spent)[1:]}</div><div class="f">最后还款日 {due}</div>',
        "r-due",
    )
    return finish(
        page,
        page.source.choice(("白条账单", "月付账单", "花呗账单")),
        top + tag("hd", "<b>消费明细</b><span class=f>共7笔</span>") + tag("box", rows),
    )


def wallet_bill(page: Drawing) -> Sheet:
    """Return a wallet's list of a month with sums under its name and refunds in words."""
    rows, spent, got = "", 0.0, 0.0
    for at in times(page, 8, (50, 700, 1600)):
        who, much, out = party(page), value(page), page.source.random() < 0.7
        outcome = page.source.choices(("done", "refunded", "pending"), (7, 1, 1))[0]
        spent, got = spent + much * out, got + much * (not out)
        name = movement(page, at.strftime("%Y-%m-%dT%H:%M"), "out" if out else "in", who, much, outcome)
        state = {
            "done": "",
            "refunded": '<span class="warm">已退款</span>',
            "pending": '<span class="warm">处理中</span>',
        }[outcome]
        rows += item(
            name,
            tag("dot", who[0]),
            who,
            f"{at.month}月{at.day}日 {at:%H:%M}",
            f"{'-' if out else '+'}{much:.2f}",
            state,
        )
    top = tag("hd", f"<b>{page.now.year}年{page.now.month}月 ▾</b><span>统计</span>") + tag(
        "quiet", f"支出{total(page, spent)}　收入{total(page, got)}"
    )
    return finish(page, "账单", top + rows, "white", "筛选")


def detail(page: Drawing) -> Sheet:
    """Return one payment's details."""
    at, much, out = (
        times(page, 1, (60, 3000))[0],
        page.source.choice((298.0, 4000.0, 68.0, 1280.5)),
        page.source.random() < 0.7,
    )
    outcome = page.source.choices(("done", "refunded", "closed"), (4, 1, 1))[0]
    who = page.house + page.says(page.source.choice(("信息技术有限公司", "")), page.source.choice(("股份有限公司", "")))
    state = page.says({"done": "支付成功" if out else "收款成功", "refunded": "已全额退款", "closed": "交易关闭"}[outcome],
                      {"done": "付款成功" if out else "收款成功", "refunded": "已退款", "closed": "交易已取消"}[outcome])  # fmt: skip
    order, shop = at.strftime("%Y%m%d") + number(page.source, 20), number(page.source, 16)
    row = Row(
        "payment",
        at.strftime("%Y-%m-%dT%H:%M:%S"),
        None if outcome == "refunded" else "out" if out else "in",
        who,
        f"{much:.2f}",
        page.currency,
        order,
        outcome=outcome,
    )
    row.entities += [Entity("reference", shop), Entity("institution", f"{who}|{page.house}")]
    top = tag(
        "sumup",
        tag("dot", who[0])
        + f'<div>{who}</div><div class="n">{"-" if out else "+"}{much:,.2f}</div><div class="f">{state}</div>',
    )
    names = page.says(
        "创建时间|付款方式|商品说明|账单分类|订单号|商家订单号", "交易時間|付款方式|商品名稱|類別|交易序號|商店訂單編號"
    ).split("|")
    facts = (
        f"{at:%Y-%m-%d %H:%M:%S}",
        page.says("中国银行储蓄卡(6217)", "玉山銀行"),
        page.says(page.source.choice(("会员服务", "贷款还款")), "會員服務"),
        page.says("其他", "其他"),
        order,
        shop,
    )
    if not page.hans:
        page.entity("institution", "玉山銀行", optional=True)
    page.entity("institution", "中国银行", optional=True)
    body = top + "".join(
        tag("kv", f"<span>{name}</span><span>{fact}</span>") for name, fact in zip(names, facts, strict=True)
    )
    return finish(
        page,
        page.says("账单详情", "交易明細"),
        tag("box", body, page.row(row)) + tag("btn two", page.says("对订单有疑问", "回報問題")),
        page.source.choice(("white", "white near")),
    )


def refused(page: Drawing) -> Sheet:
    """Return a withdrawal that did not go through."""
    at, much, order = (
        times(page, 1, (5, 400))[0],
        page.source.choice((4000.0, 6800.0, 15000.0)),
        "W" + number(page.source, 17),
    )
    row = Row(
        "payment", at.strftime("%Y-%m-%dT%H:%M:%S"), "in", None, f"{much:.2f}", page.currency, order, outcome="failed"
    )
    why = page.says(
        page.source.choice(("收款账户异常，请联系客服", "银行卡信息不符，资金已冻结")), "收款帳戶異常，請聯絡客服"
    )
    names = page.says("提现金额|提现单号|提交时间|失败原因", "提領金額|交易編號|提交時間|失敗原因").split("|")
    facts = (money(page, much), order, f"{at:%Y-%m-%d %H:%M:%S}", why)
    body = tag("sumup", f'<div class="n bad">{page.says("提现失败", "提領失敗")}</div>') + "".join(
        tag("kv", f"<span>{name}</span><span>{fact}</span>") for name, fact in zip(names, facts, strict=True)
    )
    return finish(
        page,
        page.says("提现详情", "提領詳情"),
        tag("box", body, page.row(row)) + tag("btn", page.says("联系客服", "聯絡客服")),
    )


def _dues(page: Drawing, count: int) -> list[tuple[date, str]]:
    first = page.now.date().replace(day=8) - timedelta(days=62)
    found = []
    for index in range(count):
        month = first.month - 1 + index
        due = first.replace(year=first.year + month // 12, month=month % 12 + 1, day=8)
        late = due < page.now.date()
        found.append((due, page.source.choice(("paid", "paid", "overdue")) if late else "due"))
    return found


def plan(page: Drawing) -> Sheet:
    """Return a repayment plan as cards."""
    count, much = page.source.choice((6, 12)), page.source.choice((712.35, 1266.0, 458.9))
    body = tag(
        "sumup", f'<div class="f">{page.says("剩余待还", "剩餘應繳")}</div><div class="n">{total(page, much * 4)}</div>'
    )
    for index, (due, outcome) in enumerate(_dues(page, count)):
        state = page.says(
            {"paid": "已结清", "due": "待还", "overdue": "逾期"}[outcome],
            {"paid": "已繳清", "due": "未到期", "overdue": "已逾期"}[outcome],
        )
        row = Row("repayment", f"{due:%Y-%m-%d}", None, None, f"{much:.2f}", page.currency, outcome=outcome)
        shown = f"{due.year}年{due.month}月{due.day}日" if page.hans else f"{due:%Y/%m/%d}"
        css = {"paid": "good", "due": "f", "overdue": "bad"}[outcome]
        body += item(
            page.row(row),
            "",
            f"{page.says('第', '第')}{index + 1}/{count}期",
            f"{page.says('应还款日', '應繳日')} {shown}",
            money(page, much),
            f'<span class="{css}">{state}</span>',
        )
    return finish(page, page.says("还款计划", "還款計畫"), body)


def plan_table(page: Drawing) -> Sheet:
    """Return a repayment plan as a table, the principal apart."""
    count, much = page.source.choice((6, 12)), page.source.choice((712.35, 1266.0, 458.9))
    rows = ""
    for index, (due, outcome) in enumerate(_dues(page, count)):
        state = page.says(
            {"paid": "已还", "due": "未还", "overdue": "已逾期"}[outcome],
            {"paid": "已繳", "due": "未繳", "overdue": "逾期"}[outcome],
        )
        row = Row("repayment", f"{due:%Y-%m-%d}", None, None, f"{much:.2f}", page.currency, outcome=outcome)
        name = page.row(row)
        for part in (much - 20.0, 20.0):
            row.entities.append(Entity("amount", f"{part:.2f} {page.currency}", optional=True))
        cells = (
            f"{index + 1}",
            f"{due:%Y-%m-%d}" if page.hans else f"{due:%Y/%m/%d}",
            f"{much:,.2f}",
            f"{much - 20:,.2f}",
            "20.00",
            state,
        )
        rows += f'<tr data-id="{name}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    names = page.says("期次|还款日期|应还总额|本金|利息|状态", "期數|繳款日|應繳金額|本金|利息|狀態").split("|")
    table = "<table><tr>" + "".join(f"<th>{name}</th>" for name in names) + f"</tr>{rows}</table>"
    return finish(page, page.says("还款计划表", "繳款計畫表"), tag("box", table), "white")


def months_due(page: Drawing) -> Sheet:
    """Return a pay-later service's bills, one for each month, each with the day on which it is due."""
    body = tag("sumup", f'<div class="f">全部待还(元)</div><div class="n">{total(page, 1820.0)[1:]}</div>')
    for due, outcome in _dues(page, 6):
        much = page.source.choice((321.4, 588.0, 910.05))
        row = Row("repayment", f"{due:%Y-%m-%d}", None, None, f"{much:.2f}", page.currency, outcome=outcome)
        state = {
            "paid": '<span class="good">已还清</span>',
            "due": "待还款",
            "overdue": '<span class="bad">已逾期</span>',
        }[outcome]
        body += item(
            page.row(row), "", f"{due.year}年{due.month}月账单", f"还款日 {due:%Y-%m-%d}", money(page, much), state
        )
    return finish(page, page.source.choice(("月付", "白条", "全部账单")), body)


def logins(page: Drawing) -> Sheet:
    """Return the devices that signed in."""
    body = tag("quiet", page.says("以下设备登录过您的账号，如非本人操作请修改密码", "以下裝置曾登入您的帳號"))
    for at in times(page, 6, (30, 900, 5000)):
        device = page.source.choice(("iPhone 15 Pro", "HONOR Magic6", "vivo Y78", "Redmi K70", "OPPO Find X7"))
        place = page.source.choice(page.says("湖北武汉|江苏苏州|云南昆明", "台中市|九龍").split("|"))
        row = Row("login", at.strftime("%Y-%m-%dT%H:%M"), text=device)
        body += item(
            page.row(row),
            "",
            device,
            f"{place}\n{page.says('最近登录', '最近登入')}：{at:%Y-%m-%d %H:%M}",
            "",
            icon("right"),
        )
    return finish(page, page.says("登录设备管理", "登入裝置管理"), body, "white")


def contract(page: Drawing) -> Sheet:
    """Return a contract's first page."""
    said = page.said(page.says(
        "合同编号：<loan>\n出借人：<inst>\n借款人：<name>\n鉴于借款人有资金需求，双方约定如下：\n一、借款本金<money>，期限12个月，年利率23.9%，自放款之日起计息。\n二、还款方式为等额本息，出借人将于每月8日从借款人账户扣划。\n三、借款人逾期的，应在3日内补足，并按日万分之五支付罚息；逾期满90日的，出借人将向仲裁委员会申请仲裁。\n四、本合同自电子签章完成之日起生效。",
        "契約編號：<loan>\n貸與人：<inst>\n借用人：<name>\n一、借款金額<money>，期間12個月，年利率15.8%。\n二、借用人應於每月8日前繳款。\n三、借用人遲延時，貸與人將依法聲請支付命令。",
    ))  # fmt: skip
    page.truth.entities += said.entities
    title = page.says("个人消费借款协议", "消費借貸契約書")
    return finish(
        page, title, tag("paper", f"<h1>{title}</h1>" + words(said.text), page.row(Row("*", optional=True))), "white"
    )


def ticket(page: Drawing) -> Sheet:
    """Return a complaint on a public platform with what the lender answered."""
    at = times(page, 1, (3000, 9000))[0]
    said = page.said("<ticket>")
    row = Row("complaint", at.strftime("%Y-%m-%dT%H:%M"), reference=said.text)
    name = page.row(row)
    names = page.says(
        "投诉编号|投诉对象|投诉问题|涉诉金额|投诉时间|投诉进度", "申訴編號|申訴對象|申訴事由|爭議金額|申訴時間|處理進度"
    ).split("|")
    facts = (
        said.text,
        page.house,
        page.says("未经同意放款", "未經同意撥款"),
        money(page, 4000),
        f"{at:%Y-%m-%d %H:%M:%S}",
        page.says("商家处理中", "處理中"),
    )
    page.entity("institution", page.house)
    page.entity("amount", f"4000.00 {page.currency}")
    card = tag(
        "box", "".join(tag("kv", f"<span>{a}</span><span>{b}</span>") for a, b in zip(names, facts, strict=True)), name
    )
    later = at + timedelta(hours=page.source.randrange(2, 30))
    reply = page.said(
        page.says("{您好，您的诉求已收到，我们将在<within>与您联系。}", "{您好，我們將於<within>與您聯絡說明。}"), later
    )
    page.truth.promises += reply.promises
    steps = tag(
        "step", f'{page.says("商家回复", "業者回覆")}<br>{words(reply.text)}<div class="f">{later:%Y-%m-%d %H:%M}</div>'
    ) + tag("step", f'{page.says("投诉已提交", "申訴已提交")}<div class="f">{at:%Y-%m-%d %H:%M}</div>')
    return finish(
        page, page.says("投诉详情", "申訴詳情"), card + tag("box", steps, page.row(Row("*", optional=True))), "near"
    )


PAGES: dict[str, Callable[[Drawing], Sheet]] = {
    "ledger": ledger, "bank-month": bank_month, "bank-days": bank_days, "credit-bill": credit_bill, "wallet-bill": wallet_bill,
    "detail": detail, "refused": refused, "plan": plan, "plan-table": plan_table, "months-due": months_due,
    "calls-iphone": lambda page: calls(page, "iphone"), "calls-huawei": lambda page: calls(page, "huawei"),
    "logins": logins, "contract": contract, "ticket": ticket,
}  # fmt: skip
KINDS = {"detail": "bill", "refused": "error", "logins": "logins", "contract": "contract", "ticket": "ticket", "plan": "plan", "plan-table": "plan",
         "months-due": "plan", "calls-iphone": "calls", "calls-huawei": "calls"}  # fmt: skip


def record(source: random.Random, style: str, form: str = "clean", dark: bool = False, currency: str = "CNY") -> Sheet:
    """Return one page of records."""
    return PAGES[style](Drawing(source, style, KINDS.get(style, "bill"), form, currency, dark))
