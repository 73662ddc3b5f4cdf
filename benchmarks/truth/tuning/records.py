"""Pages of records of the tuning half: calls, bills, repayment plans, failed movements, logins, contracts, tickets."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from benchmarks.truth.format import Entity, Row
from benchmarks.truth.grammar import say
from benchmarks.truth.sheet import Sheet, hour_words, tag, words
from benchmarks.truth.tuning.paper import Paper, ago, pair
from benchmarks.truth.tuning.parts import PORTRAITS, Look
from benchmarks.truth.tuning.slots import digits

NUMBERS = ("95188", "95017", "400-820-1122", "021-60129981", "0755-83312290")


def calls(source: random.Random, look: Look, form: str) -> Sheet:
    """Return a list of calls: what became of each in words, when to the minute, how long."""
    paper = Paper(source, look, "calls", "calls", form)
    own = source.choice(("words", "words", "place"))
    items, at = "", paper.look.captured.replace(second=0)
    number = _number(paper)
    for _ in range(source.randrange(7, 12)):
        at -= timedelta(minutes=source.choice((3, 12, 41, 95, 340, 900, 1500)))
        if source.random() < 0.6:
            number = _number(paper)
        items += _call(paper, at, number, own)
    tabs = tag(
        "tabs",
        f'<div class="on">{paper.says("全部通话", "所有通話")}</div><div>{paper.says("未接来电", "未接來電")}</div>',
    )
    return paper.sheet(
        source.choice((paper.says("通话记录", "通話紀錄"), paper.says("最近通话", "最近通話"))), tabs + items
    )


def _number(paper: Paper) -> str:
    source = paper.source
    if paper.look.currency == "TWD":
        return source.choice(
            ("0912-345-678", f"02-2{digits(source, 3)}-{digits(source, 4)}", "富速貸催收", f"09{digits(source, 8)}")
        )
    if paper.look.currency == "HKD":
        return source.choice(
            (
                f"{source.choice('2369')}{digits(source, 3)} {digits(source, 4)}",
                "速撥財務",
                f"+852 3{digits(source, 3)} {digits(source, 4)}",
            )
        )
    return source.choice(
        (
            f"1{source.choice('38357')}{digits(source, 9)}",
            *NUMBERS,
            f"{paper.institution}催收",
            f"170{digits(source, 8)}",
            "妈妈",
        )
    )


def _call(paper: Paper, at: datetime, number: str, own: str) -> str:
    source = paper.source
    kind = source.choices(("in", "out", "missed", "rejected"), (4, 3, 4, 1))[0]
    seconds = source.choice((8, 35, 62, 155, 228, 3605)) if kind in ("in", "out") else None
    names = {
        "in": ("呼入", "來電"),
        "out": ("呼出", "撥出"),
        "missed": ("未接", "未接來電"),
        "rejected": ("拒接", "已拒接"),
    }
    state = paper.says(*names[kind])
    if seconds is not None:
        state += " " + _duration(seconds, paper)
    row = Row("call", at.strftime("%Y-%m-%dT%H:%M"), kind, number, duration_s=seconds)
    if any(char.isdigit() for char in number):
        row.entities.append(Entity("phone", number.replace("-", "").replace(" ", "")))
    if paper.institution in number:
        row.entities.append(Entity("institution", paper.institution, optional=True))
    days = (paper.look.captured.date() - at.date()).days
    clock = hour_words(at, paper.look.hours)
    when = clock if not days else f"昨天 {clock}" if days == 1 else f"{at.month}月{at.day}日 {clock}"
    sub = (
        state
        if own == "words"
        else f"{paper.says('广东深圳', '香港' if paper.look.currency == 'HKD' else '台北')} {state}"
    )
    colour = "red" if kind == "missed" else ""
    mid = f'<div class="mid"><div class="main {colour}">{words(number)}</div><div class="sub">{sub}</div></div>'
    return tag("item", f'{mid}<div class="end sub">{when}</div>', paper.row(row))


def _duration(seconds: int, paper: Paper) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return paper.says(f"{hours}小时{minutes}分{left}秒", f"{hours}小時{minutes}分{left}秒")
    return f"{minutes}分{left}秒" if minutes else f"{left}秒"


STATES = {"done": ("交易成功", "交易成功"), "refunded": ("已全额退款", "已全額退款"), "closed": ("交易关闭", "交易取消"),
          "pending": ("处理中", "處理中"), "failed": ("交易失败", "交易失敗")}  # fmt: skip


def bill(source: random.Random, look: Look, form: str) -> Sheet:
    """Return the details of one payment."""
    paper = Paper(source, look, "bill", "bill", form)
    at, value = ago(paper, source.uniform(5, 60000)), source.choice((3000, 200, 99, 1288.5, 5000, 36.8, 12000))
    sent = source.random() < 0.7
    outcome = source.choices(tuple(STATES), (6, 1, 1, 1, 1))[0]
    order, shop = digits(source, 10) + at.strftime("%Y%m%d") + digits(source, 10), "M" + digits(source, 15)
    party = paper.institution + source.choice(paper.says("科技有限公司|金融|", "股份有限公司|財務有限公司|").split("|"))
    row = Row(
        "payment",
        at.strftime("%Y-%m-%dT%H:%M:%S"),
        None if outcome == "refunded" else "out" if sent else "in",
        party,
        f"{value:.2f}",
        look.currency,
        order,
        outcome=outcome,
    )
    row.entities += [Entity("reference", shop), Entity("institution", f"{paper.institution}|{party}")]
    shown = f"{'-' if sent else '+'}{value:,.2f}"
    logo = tag("logo", party[0], style=f"background:{source.choice(PORTRAITS)}")
    big = tag(
        "big",
        f'{logo}<div class="who">{party}</div><div class="sum">{shown}</div><div class="state">{paper.says(*STATES[outcome])}</div>',
    )
    label = paper.says(
        "支付时间|交易单号|商户单号|付款方式|商品说明", "交易時間|交易序號|商店訂單編號|付款方式|商品說明"
    ).split("|")
    if not sent:
        label[0] = paper.says("到账时间", "入帳時間")
    card = source.choice((paper.says("招商银行储蓄卡(8806)", "玉山銀行(8806)"), paper.says("余额", "餘額")))
    goods = paper.says(source.choice(("会员服务费", "借款还款", "担保费", "提现解冻金")), "服務費")
    pairs = [
        (label[0], at.strftime("%Y-%m-%d %H:%M:%S")),
        (label[3], card),
        (label[4], goods),
        (label[1], order),
        (label[2], shop),
    ]
    body = big + "".join(pair(*each) for each in pairs)
    name = paper.row(row)
    side = source.choice(("", "leftwards"))
    tip = tag("tip", paper.says("对此订单有疑问", "對此筆交易有疑問"))
    return paper.sheet(
        paper.says("账单详情", "交易明細"), tag("card", body, name) + tip, side, source.choice(("", "···"))
    )


def bill_list(source: random.Random, look: Look, form: str) -> Sheet:
    """Return a month's payments."""
    paper = Paper(source, look, "bill", "bill-list", form)
    at, items, spent, got = look.captured.replace(second=0), "", 0.0, 0.0
    for _ in range(source.randrange(7, 10)):
        at -= timedelta(minutes=source.choice((7, 44, 160, 700, 1900)))
        value = source.choice((3000, 200, 99, 1288.5, 25, 36.8, 600))
        sent = source.random() < 0.75
        outcome = source.choices(("done", "refunded", "closed"), (8, 1, 1))[0]
        spent, got = spent + value * sent, got + value * (not sent)
        items += _bill_item(paper, at, value, sent, outcome)
    month = look.captured
    sums = paper.says("支出", "支出"), paper.says("收入", "收入")
    signed = (paper.money(spent), paper.money(got))
    for total in (spent, got):
        paper.entity("amount", f"{total:.2f} {look.currency}")
    head = tag(
        "month",
        f"{month.year}年{month.month}月<small>{sums[0]} {signed[0]}&nbsp;&nbsp;&nbsp;{sums[1]} {signed[1]}</small>",
    )
    return paper.sheet(paper.says("账单", "帳單"), head + items, "flat")


def bill_days(source: random.Random, look: Look, form: str) -> Sheet:
    """Return payments under their days, of which each heading also says what was spent; rows show times only."""
    paper = Paper(source, look, "bill", "bill-days", form)
    at, body = look.captured.replace(second=0), ""
    for _ in range(3):
        items, spent, day = "", 0.0, at.date()
        for _ in range(source.randrange(1, 4)):
            value, sent = source.choice((3000, 200, 99, 25, 36.8, 600)), source.random() < 0.75
            spent += value * sent
            items += _bill_item(
                paper, at, value, sent, source.choices(("done", "refunded"), (7, 1))[0], clock_only=True
            )
            at = max(at - timedelta(minutes=source.randrange(9, 90)), at.replace(hour=0, minute=0))
        paper.entity("amount", f"{spent:.2f} {look.currency}")
        week = "周一 周二 周三 周四 周五 周六 周日" if paper.hans else "週一 週二 週三 週四 週五 週六 週日"
        name = source.choice((f"{day:%m-%d}", f"{day.month}月{day.day}日")) + " " + week.split()[day.weekday()]
        total = f"{paper.says('合计支出', '合計支出')} {paper.money(spent)}"
        body += (
            tag(
                "month",
                f'<div style="display:flex;justify-content:space-between"><span>{name}</span><small>{total}</small></div>',
            )
            + items
        )
        at = (at - timedelta(days=source.randrange(1, 3))).replace(
            hour=source.randrange(9, 23), minute=source.randrange(60)
        )
    return paper.sheet(paper.says("交易记录", "交易紀錄"), body, "flat")


def _bill_item(paper: Paper, at: datetime, value: float, sent: bool, outcome: str, clock_only: bool = False) -> str:
    source = paper.source
    shops = paper.says(
        "美团外卖|滴滴出行|中国移动|兰州拉面|转账-来自王小明|沃尔玛",
        "全家便利商店|台灣大車隊|惠康超級市場|轉帳-陳小明|八達通增值",
    ).split("|")
    party = source.choice((paper.institution, paper.institution + paper.says("放款", "撥款"), *shops))
    row = Row(
        "payment",
        at.strftime("%Y-%m-%dT%H:%M"),
        "out" if sent else "in",
        f"{party}|{party.split('-')[-1].removeprefix('来自')}",
        f"{value:.2f}",
        paper.look.currency,
        outcome=outcome,
    )
    if paper.institution in party:
        row.entities.append(Entity("institution", paper.institution))
    days = (paper.look.captured.date() - at.date()).days
    when = f"今天 {at:%H:%M}" if not days else f"昨天 {at:%H:%M}" if days == 1 else f"{at.month}月{at.day}日 {at:%H:%M}"
    if clock_only:
        when = f"{at:%H:%M}"
    state = f'<div class="sub orange">{paper.says(*STATES[outcome])}</div>' if outcome != "done" else ""
    icon = f'<div class="icon" style="background:{source.choice(PORTRAITS)}">{party[0]}</div>'
    mid = f'<div class="mid"><div class="main">{party}</div><div class="sub">{when}</div></div>'
    colour = "" if sent else "orange"
    end = f'<div class="end"><div class="sum {colour}">{"-" if sent else "+"}{value:,.2f}</div>{state}</div>'
    return tag("item", icon + mid + end, paper.row(row))


def plan_table(source: random.Random, look: Look, form: str) -> Sheet:
    """Return a repayment plan as a table."""
    return plan(source, look, form, "plan-table")


def plan(source: random.Random, look: Look, form: str, style: str = "plan-list") -> Sheet:
    """Return a repayment plan."""
    paper = Paper(source, look, "plan", style, form)
    count, each = source.choice((6, 9, 12)), source.choice((1200.5, 583.33, 366.67, 2050))
    first = look.captured.date() - timedelta(days=30 * source.randrange(1, 5))
    whole = count * each
    paper.entity("amount", f"{whole:.2f} {look.currency}")
    head = tag(
        "big",
        f'<div class="state">{paper.says("待还总额", "待還總額")}</div><div class="sum">{paper.money(whole)}</div>',
    )
    rows = []
    for index in range(count):
        month = first.month - 1 + index
        due = first.replace(year=first.year + month // 12, month=month % 12 + 1, day=min(first.day, 28))
        late = (look.captured.date() - due).days
        outcome = "due" if late <= 0 else source.choice(("paid", "paid", "overdue"))
        rows.append(_plan_row(paper, index + 1, due, each, outcome, late))
    if paper.truth.style == "plan-table":
        names = paper.says("期数|还款日|应还金额|状态", "期數|繳款日|應繳金額|狀態").split("|")
        body = "<table><tr>" + "".join(f"<th>{name}</th>" for name in names) + f"</tr>{''.join(rows)}</table>"
        return paper.sheet(paper.says("还款计划", "還款計畫"), head + tag("card", body))
    return paper.sheet(paper.says("还款计划", "繳款計畫"), head + "".join(rows), "plan")


def _plan_row(paper: Paper, number: int, due: date, value: float, outcome: str, late: int) -> str:
    names = {"paid": ("已还清", "已繳清"), "due": ("待还款", "待繳款"), "overdue": (f"已逾期{late}天", f"逾期{late}天")}
    state, colour = paper.says(*names[outcome]), {"paid": "green", "due": "", "overdue": "red"}[outcome]
    row = Row("repayment", f"{due:%Y-%m-%d}", None, None, f"{value:.2f}", paper.look.currency, outcome=outcome)
    day = f"{due:%Y-%m-%d}" if paper.hans else f"{due:%Y/%m/%d}"
    if paper.truth.style == "plan-table":
        cells = (f"{number}", day, f"{value:,.2f}", f'<span class="{colour}">{state}</span>')
        return f'<tr data-id="{paper.row(row)}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    interest = round(value * 0.12, 2)
    for part in (value - interest, interest):
        row.entities.append(Entity("amount", f"{part:.2f} {paper.look.currency}", optional=True))
    sub = paper.says(
        f"含本金{value - interest:.2f} 利息{interest:.2f}", f"本金{value - interest:.2f} 利息{interest:.2f}"
    )
    label = paper.says(f"第{number}期", f"第{number}期")
    mid = f'<div class="mid"><div class="main">{label}</div><div class="sub">{paper.says("还款日", "繳款日")} {day}</div><div class="sub">{sub}</div></div>'
    end = f'<div class="end"><div class="sum">{paper.money(value)}</div><div class="sub {colour}">{state}</div></div>'
    return tag("item", mid + end, paper.row(row))


def failed(source: random.Random, look: Look, form: str) -> Sheet:
    """Return the page of a withdrawal or top-up that did not go through."""
    paper = Paper(source, look, "error", "error", form)
    kind, outcome = (
        source.choice(("提现", "提现", "充值", "还款")),
        source.choices(("failed", "pending", "closed"), (4, 1, 1))[0],
    )
    names = {"提现": "提領", "充值": "儲值", "还款": "繳款"}
    verb = paper.says(kind, names[kind])
    at, value, order = (
        ago(paper, source.uniform(1, 900)),
        source.choice((3000, 5000, 200, 12000, 888)),
        "TX" + look.captured.strftime("%Y%m%d") + digits(source, 8),
    )
    row = Row(
        "payment",
        at.strftime("%Y-%m-%dT%H:%M:%S"),
        "in" if kind == "提现" else "out",
        None,
        f"{value:.2f}",
        look.currency,
        order,
        outcome=outcome,
    )
    states = {"failed": ("失败", "失敗"), "pending": ("处理中", "處理中"), "closed": ("已关闭", "已取消")}
    mark = tag(
        "mark",
        {"failed": "!", "pending": "…", "closed": "×"}[outcome],
        style=f"background:{'#e5484d' if outcome == 'failed' else '#e9a23b'}",
    )
    title = verb + paper.says(*states[outcome])
    reason = paper.says(source.choice(("银行卡号有误，账户已被冻结，请联系客服处理", "您的流水不足，请缴纳认证金后再次提现", "系统繁忙，请稍后再试")),
                        source.choice(("銀行帳號有誤，帳戶已遭凍結，請聯絡客服", "系統忙碌中，請稍後再試")))  # fmt: skip
    label = paper.says(
        f"{verb}金额|申请时间|订单编号|到账银行|失败原因", f"{verb}金額|申請時間|交易編號|入帳銀行|失敗原因"
    ).split("|")
    bank = paper.says("工商银行（尾号3321）", "國泰世華（末四碼3321）")
    pairs = [(label[0], paper.money(value)), (label[1], f"{at:%Y-%m-%d %H:%M:%S}"), (label[2], order), (label[3], bank)]
    if outcome == "failed":
        pairs.append((label[4], reason))
    body = mark + tag("big", f'<div class="who">{title}</div>') + tag("card", "".join(pair(*each) for each in pairs))
    buttons = tag("button", paper.says("联系客服", "聯絡客服")) + tag("button second", paper.says("返回首页", "回首頁"))
    return paper.sheet(
        paper.says(f"{verb}结果", f"{verb}結果"),
        f'<div data-id="{paper.row(row)}">{body}</div>{buttons}',
        source.choice(("", "leftwards")),
    )


DEVICES = ("iPhone 13", "HUAWEI Mate 60", "Xiaomi 14", "vivo X100", "Windows 10 Chrome", "OPPO Reno11", "SM-S9180")


def logins(source: random.Random, look: Look, form: str) -> Sheet:
    """Return a list of logins: device, place, address, time."""
    paper = Paper(source, look, "logins", "logins", form)
    items, at = "", look.captured
    for _ in range(source.randrange(5, 9)):
        at -= timedelta(minutes=source.choice((14, 130, 800, 2600)), seconds=source.randrange(60))
        device = source.choice(DEVICES)
        place = source.choice(paper.says("广东 深圳|北京|四川 成都|上海", "台北市|高雄市|香港|新北市").split("|"))
        address = (
            f"{source.randrange(20, 223)}.{source.randrange(256)}.{source.randrange(256)}.{source.randrange(1, 255)}"
        )
        row = Row("login", at.strftime("%Y-%m-%dT%H:%M:%S"), text=device)
        mid = f'<div class="mid"><div class="main">{device}</div><div class="sub">{place}&nbsp;&nbsp;IP {address}</div><div class="sub">{at:%Y-%m-%d %H:%M:%S}</div></div>'
        state = source.choices((paper.says("登录成功", "登入成功"), paper.says("登录失败", "登入失敗")), (5, 1))[0]
        items += tag("item", mid + f'<div class="end sub">{state}</div>', paper.row(row))
    return paper.sheet(
        source.choice((paper.says("登录记录", "登入紀錄"), paper.says("登录设备管理", "登入裝置"))), items
    )


def contract(source: random.Random, look: Look, form: str) -> Sheet:
    """Return the first page of a loan contract."""
    paper = Paper(source, look, "contract", "contract", form)
    at = look.captured
    number = say("<contract>", paper.slots, source, at)
    value = source.choice((3000, 5000, 10000, 20000))
    paper.truth.entities += number.entities
    paper.entity("amount", f"{value}.00 {look.currency}")
    company = paper.says("小额贷款有限公司", "股份有限公司")
    paper.entity("institution", f"{paper.institution}|{paper.institution}{company}")
    day = at - timedelta(days=source.randrange(3, 90))
    text = paper.says(
        f"甲方（出借人）：{paper.institution}小额贷款有限公司\n乙方（借款人）：王小明\n身份证号：4403**********1234",
        f"甲方（貸與人）：{paper.institution}股份有限公司\n乙方（借用人）：王小明\n身分證字號：A12****789",
    )
    clauses = paper.says(
        f"第一条 借款金额\n甲方向乙方提供借款人民币{value:,}元，借款期限12个月，自{day.year}年{day.month}月{day.day}日起。\n第二条 利率\n本合同年利率为24%，按月等额本息还款。\n第三条 违约责任\n乙方逾期还款的，每逾期一日按未还金额的0.05%支付违约金。\n第四条 争议解决\n因本合同引起的争议，双方应协商解决；协商不成的，提交甲方所在地人民法院管辖。",
        f"第一條 借款金額\n甲方借予乙方{'港幣' if look.currency == 'HKD' else '新台幣'}{value:,}元，期間12個月，自{day.year}年{day.month}月{day.day}日起。\n第二條 利率\n年利率16%，按月平均攤還本息。\n第三條 違約\n乙方遲延還款者，按日加計違約金。",
    )
    heading = paper.says("个人借款合同", "個人借貸契約")
    label = paper.says("合同编号", "契約編號")
    body = f"<h1>{heading}</h1>{label}：{number.text}<br>{words(text)}<br><br>{words(clauses)}"
    optional = Row("*", optional=True)
    return paper.sheet(paper.says("合同详情", "契約內容"), tag("paper", body, paper.row(optional)))


def ticket(source: random.Random, look: Look, form: str) -> Sheet:
    """Return a complaint's page: its number, what became of it, what was answered."""
    paper = Paper(source, look, "ticket", "ticket", form)
    at = ago(paper, source.uniform(1500, 9000))
    number = say("<ticket>", paper.slots, source, at)
    row = Row("complaint", at.strftime("%Y-%m-%dT%H:%M"), reference=number.text, entities=[])
    label = paper.says(
        "工单编号|提交时间|问题类型|当前状态|问题描述", "案件編號|提交時間|問題類型|處理狀態|問題描述"
    ).split("|")
    what = say(
        paper.says("未经本人同意自动下款<money>，要求取消借款。", "未經本人同意自動撥款<money>，要求取消。"),
        paper.slots,
        source,
        at,
    )
    paper.truth.entities += what.entities
    state = source.choice(
        (paper.says("处理中", "處理中"), paper.says("已受理", "已受理"), paper.says("已办结", "已結案"))
    )
    pairs = [
        (label[0], number.text),
        (label[1], f"{at:%Y-%m-%d %H:%M:%S}"),
        (label[2], paper.says("提现异常", "撥款爭議")),
        (label[3], state),
        (label[4], what.text),
    ]
    card = tag("card", "".join(pair(*each) for each in pairs), paper.row(row))
    later = at + timedelta(minutes=source.randrange(30, 900))
    agent = paper.agent()
    reply = say(paper.says("{我们将在<wd>核实并回复您。}", "{我們會在<wd>查核並回覆您。}"), paper.slots, source, later)
    paper.truth.promises += reply.promises
    steps = [
        (later, paper.says(f"客服工号{agent}回复：{reply.text}", f"客服編號{agent}回覆：{reply.text}")),
        (at, paper.says("您已提交投诉工单", "您已送出申訴案件")),
    ]
    progress = "".join(
        tag("step", f'{words(text)}<div class="sub">{when:%Y-%m-%d %H:%M}</div>') for when, text in steps
    )
    whole = tag(
        "card",
        f"<div style='padding:10px 0'>{paper.says('处理进度', '處理進度')}</div>{progress}",
        paper.row(Row("*", optional=True)),
    )
    return paper.sheet(paper.says("工单详情", "案件詳情"), card + whole, "leftwards")


PAGES: dict[str, Callable[[random.Random, Look, str], Sheet]] = {
    "calls": calls, "bill": bill, "bill_list": bill_list,
    "bill_days": bill_days, "plan": plan,
    "plan_table": plan_table, "failed": failed, "logins": logins,
    "contract": contract, "ticket": ticket,
}  # fmt: skip
