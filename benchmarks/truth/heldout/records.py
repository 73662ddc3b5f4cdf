"""Records of the held-out half: other labels, other orders of fields, other lists than those used while tuning."""

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from benchmarks.truth.format import Entity, Row
from benchmarks.truth.grammar import say
from benchmarks.truth.heldout.chats import CSS, NAMES, WEEK
from benchmarks.truth.heldout.device import CHEVRON, TINTS, Device, device, top
from benchmarks.truth.heldout.fills import fills, number
from benchmarks.truth.sheet import Sheet, hour_words, rows_entities, words

LIGHT = (
    "#f4f4f6 #17181a #86888d #ffffff #17181a #e9e9ec #ffffff #17181a #fff #fff #eee #777 #999 #999 #eee #2a6ee8",
    "#f7f3ee #2a2420 #968d84 #c8102e #ffffff #eee6dd #ffffff #2a2420 #fff #fff #eee #777 #999 #999 #eee #c8102e",
    "#eef4f1 #13211b #7e8f87 #eef4f1 #13211b #dfe9e4 #ffffff #13211b #fff #fff #eee #777 #999 #999 #eee #0f9d6b",
)
DARK = (
    "#101113 #e8e8ea #85878c #101113 #e8e8ea #2b2d31 #1e2023 #e8e8ea #fff #fff #222 #999 #999 #999 #222 #5b93f5",
    "#000000 #efefef #8c8c8c #0a0a0a #efefef #262626 #161616 #efefef #fff #fff #222 #999 #999 #999 #222 #f0703c",
)


class Form:
    """One page of records while it is written."""

    def __init__(self, source: random.Random, hant: bool, dark: bool, style: str, kind: str, form: str) -> None:
        self.source = source
        self.phone: Device = device(source, hant, dark, ("24", "24", "cn"))
        self.truth = self.phone.truth(style, kind, form)
        self.brand = self.phone.region.brand
        self.currency = self.phone.region.currency

    def says(self, hans: str, hant: str) -> str:
        """Return the words of the page's script."""
        return self.phone.says(hans, hant)

    def keep(self, row: Row) -> str:
        """Keep a row; return the attribute that names its element."""
        row.id = f"e{len(self.truth.rows)}"
        self.truth.rows.append(rows_entities(row))
        return f'data-id="{row.id}"'

    def entity(self, kind: str, value: str) -> None:
        """Keep something that stands outside of rows; nobody needs an amount of nothing."""
        self.truth.entities.append(Entity(kind, value, optional=value.startswith("0.00")))

    def money(self, value: float) -> str:
        """Return an amount with its currency."""
        return {"CNY": "¥", "TWD": "NT$", "HKD": "HK$"}[self.currency] + f"{value:,.2f}"

    def sheet(self, title: str, body: str) -> Sheet:
        """Return the page."""
        phone, source = self.phone, self.source
        theme = source.choice(DARK if phone.dark else LIGHT).split()
        root = "".join(f"--{name}:{value};" for name, value in zip(NAMES.split(), theme, strict=True))
        root += f"--face:{phone.face},Roboto,Noto Color Emoji;--body:{phone.body};--leading:1.4;--side:{source.choice(('left', 'right'))}"
        nav = f'<nav class="mid">{CHEVRON}<h1>{words(title)}</h1><span class="act">{source.choice(("", self.says("帮助", "說明")))}</span></nav>'
        html = f"<!doctype html><meta charset=utf-8><style>:root{{{root}}}{CSS} main{{padding:0 0 20px;justify-content:flex-start!important}}</style><body>{top(phone, source)}{nav}<main data-id=view>{body}</main>"
        return Sheet(html, phone.width, phone.density, phone.high, phone.high, self.truth)


def described(pairs: Sequence[tuple[str, str]]) -> str:
    """Return labels and values."""
    return "<dl>" + "".join(f"<dt>{words(label)}</dt><dd>{words(value)}</dd>" for label, value in pairs) + "</dl>"


def _caller(form: Form) -> str:
    source = form.source
    if form.currency == "TWD":
        return source.choice(
            (
                f"02-8{number(source, 3)}-{number(source, 4)}",
                f"0{source.choice('9')}{number(source, 2)} {number(source, 3)} {number(source, 3)}",
                form.brand,
                "媽媽",
            )
        )
    if form.currency == "HKD":
        return source.choice((f"{source.choice('239')}{number(source, 3)} {number(source, 4)}", form.brand, "公司"))
    raw = f"1{source.choice('5379')}{number(source, 9)}"
    return source.choice(
        (
            raw,
            f"{raw[:3]} {raw[3:7]} {raw[7:]}",
            f"95{number(source, 3)}",
            f"0571 8{number(source, 7)}",
            f"400{number(source, 7)}",
            f"{form.brand}客服",
            "李经理",
        )
    )


def _phone_entity(row: Row, shown: str) -> None:
    figures = "".join(char for char in shown if char.isdigit())
    if len(figures) >= 5:
        row.entities.append(Entity("phone", figures))


def calls_grouped(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return calls under the days on which they were, each with its time, and what became of it in words."""
    form = Form(source, hant, dark, "calls-days", "calls", kind)
    at, body, last = form.phone.now.replace(second=0), "", None
    states = {
        "in": ("来电", "來電"),
        "out": ("去电", "撥出"),
        "missed": ("未接来电", "未接來電"),
        "rejected": ("已拒接", "已拒接"),
    }
    for _ in range(source.randrange(7, 10)):
        at -= timedelta(minutes=source.choice((6, 33, 120, 600, 1300)))
        if at.date() != last:
            days = (form.phone.now.date() - at.date()).days
            name = (
                "今天"
                if not days
                else "昨天"
                if days == 1
                else f"{at.month}月{at.day}日 {form.says('星期', '星期')}{WEEK[at.weekday()]}"
            )
            body += f'<div class="day">{name}</div>'
            last = at.date()
        what = source.choices(tuple(states), (4, 3, 4, 1))[0]
        seconds = source.choice((5, 47, 83, 301, 4210)) if what in ("in", "out") else None
        shown = _caller(form)
        row = Row("call", at.strftime("%Y-%m-%dT%H:%M"), what, shown, duration_s=seconds)
        _phone_entity(row, shown)
        long = "" if seconds is None else f"  {seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        css = "bad" if what == "missed" else ""
        body += f'<div class="entry" {form.keep(row)}><div class="l"><div class="t {css}">{words(shown)}</div><div class="s">{form.says(*states[what])}{long}</div></div><div class="e s">{hour_words(at, form.phone.hours)}</div></div>'
    return form.sheet(form.says("通话", "通話記錄"), body)


def calls_days_only(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return recent calls of which older ones show only their day; missed ones are red."""
    form = Form(source, hant, dark, "calls-recent", "calls", kind)
    at, body = form.phone.now.replace(second=0), ""
    for _ in range(source.randrange(8, 11)):
        at -= timedelta(minutes=source.choice((9, 52, 240, 900, 1700)))
        days = (form.phone.now.date() - at.date()).days
        missed = source.random() < 0.5
        shown = _caller(form)
        exact = at.strftime("%Y-%m-%dT%H:%M") if not days else at.strftime("%Y-%m-%d")
        row = Row("call", exact, "missed" if missed else None, shown)
        _phone_entity(row, shown)
        when = (
            hour_words(at, form.phone.hours)
            if not days
            else "昨天"
            if days == 1
            else f"星期{WEEK[at.weekday()]}"
            if days < 7
            else f"{at:%Y/%m/%d}"
        )
        place = source.choice(form.says("手机|广东 广州|电话|北京", "手機|台北|住宅|其他").split("|"))
        body += f'<div class="entry" {form.keep(row)}><div class="l"><div class="t {"bad" if missed else ""}">{words(shown)}</div><div class="s">{place}</div></div><div class="e s">{when}</div></div>'
    return form.sheet(form.says("最近通话", "通話記錄"), body)


OUTCOMES = {
    "done": ("支付成功", "付款成功"),
    "failed": ("支付失败", "付款失敗"),
    "closed": ("已关闭", "已關閉"),
    "refunded": ("退款成功", "已退款"),
    "pending": ("处理中", "處理中"),
}


def payment(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return the details of one payment or of money received."""
    form = Form(source, hant, dark, "payment", "bill", kind)
    at = (form.phone.now - timedelta(minutes=source.randrange(4, 90000))).replace(microsecond=0)
    value, sent = source.choice((4800, 1999.9, 26, 318.4, 15000, 700, 5.5)), source.random() < 0.65
    outcome = source.choices(tuple(OUTCOMES), (6, 1, 1, 1, 1))[0]
    flow, deal = f"{at:%Y%m%d}{number(source, 20)}", f"ZF{number(source, 14)}"
    party = form.brand + form.says(
        source.choice(("信息咨询有限公司", "（北京）科技", "")), source.choice(("資融股份有限公司", "信貸有限公司"))
    )
    row = Row(
        "payment",
        at.strftime("%Y-%m-%dT%H:%M:%S"),
        None if outcome == "refunded" else "out" if sent else "in",
        party,
        f"{value:.2f}",
        form.currency,
        flow,
        outcome=outcome,
    )
    row.entities += [Entity("reference", deal), Entity("institution", f"{form.brand}|{party}")]
    to = form.says("收款方" if sent else "付款方", "收款人" if sent else "付款人")
    pairs = [
        (form.says("当前状态", "目前狀態"), form.says(*OUTCOMES[outcome])), (to, party), (form.says("创建时间", "建立時間"), f"{at:%Y-%m-%d %H:%M:%S}"),
        (form.says("流水号", "流水號"), flow), (form.says("商家订单号", "商家訂單編號"), deal), (form.says("支付方式" if sent else "收款账户", "付款方式" if sent else "收款帳戶"), form.says("建设银行储蓄卡", "國泰世華銀行")),
    ]  # fmt: skip
    if source.random() < 0.5:
        pairs[0], pairs[2] = pairs[2], pairs[0]
    label = form.says("付款金额" if sent else "收款金额", "付款金額" if sent else "收款金額")
    hero = f'<div class="hero"><span>{label}</span><b>{form.money(value)}</b></div>'
    return form.sheet(
        form.says("交易详情", "交易詳情"),
        f'<div {form.keep(row)}>{hero}<div class="sheet round">{described(pairs)}</div></div>',
    )


def ledger(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return movements under the days on which they were, with the day's sums."""
    form = Form(source, hant, dark, "ledger", "bill", kind)
    body, day = "", form.phone.now.date()
    shops = form.says(
        "盒马鲜生|高德打车|中国石化|奶茶店|张三|国家电网", "統一超商|悠遊卡加值|百佳超級市場|中油|陳大文"
    ).split("|")
    for _ in range(3):
        rows, spent, got = "", 0.0, 0.0
        at = datetime.combine(day, datetime.min.time()) + timedelta(hours=23, minutes=59)
        if day == form.phone.now.date():
            at = form.phone.now.replace(second=0, tzinfo=None)
        for _ in range(source.randrange(1, 4)):
            at -= timedelta(minutes=source.randrange(4, 150))
            if at.date() != day:
                break
            value, sent = source.choice((4800, 26, 318.4, 700, 99.9, 12)), source.random() < 0.7
            outcome = source.choices(("done", "refunded", "closed"), (7, 1, 1))[0]
            spent, got = spent + value * sent, got + value * (not sent)
            party = source.choice((form.brand, *shops))
            row = Row(
                "payment",
                at.strftime("%Y-%m-%dT%H:%M"),
                "out" if sent else "in",
                party,
                f"{value:.2f}",
                form.currency,
                outcome=outcome,
            )
            if party == form.brand:
                row.entities.append(Entity("institution", form.brand))
            state = "" if outcome == "done" else f'<div class="s warm">{form.says(*OUTCOMES[outcome])}</div>'
            disc = f'<div class="disc" style="background:{source.choice(TINTS)}">{party[0]}</div>'
            rows += f'<div class="entry" {form.keep(row)}>{disc}<div class="l"><div class="t">{party}</div><div class="s">{at:%H:%M}</div></div><div class="e"><div class="{"" if sent else "good"}">{"-" if sent else "+"}{form.money(value)}</div>{state}</div></div>'
        if rows:
            for total in (spent, got):
                form.entity("amount", f"{total:.2f} {form.currency}")
            body += f'<div class="day"><span>{day.month}月{day.day}日 {form.says("周", "週")}{WEEK[day.weekday()]}</span><span>{form.says("出", "支")} {form.money(spent)}　{form.says("入", "收")} {form.money(got)}</span></div>{rows}'
        day -= timedelta(days=source.randrange(1, 4))
    return form.sheet(form.says("收支明细", "收支明細"), body)


STATES = {"paid": ("已还", "已還款"), "due": ("未到期", "尚未到期"), "overdue": ("逾期", "逾期未繳")}


def schedule(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return a repayment plan as cards."""
    form = Form(source, hant, dark, "schedule-cards", "plan", kind)
    count, each, fee = source.choice((6, 10, 12)), source.choice((836.4, 1500, 421.67)), source.choice((36.5, 12.8))
    body = f'<div class="sheet round">{described([(form.says("借款本金", "借款本金"), form.money(count * each)), (form.says("期数", "期數"), str(count) + "期")])}</div>'
    form.entity("amount", f"{count * each:.2f} {form.currency}")
    for index, due in enumerate(_dues(form, count)):
        outcome = "due" if due >= form.phone.now.date() else source.choice(("paid", "paid", "overdue"))
        total = each + fee
        row = Row("repayment", f"{due:%Y-%m-%d}", None, None, f"{total:.2f}", form.currency, outcome=outcome)
        row.entities += [Entity("amount", f"{part:.2f} {form.currency}", optional=True) for part in (each, fee)]
        css = {"paid": "good", "overdue": "bad", "due": ""}[outcome]
        day = f"{due.year}年{due.month}月{due.day}日"
        lower = f"{form.says('本金', '本金')}{each:.2f}+{form.says('利息', '利息')}{fee:.2f}"
        body += f'<div class="term" {form.keep(row)}><div class="h"><span>{index + 1}/{count}{form.says("期", "期")}</span><span>{form.money(total)}</span></div><div class="d"><span>{form.says("到期日", "到期日")} {day}</span><span class="{css}">{form.says(*STATES[outcome])}</span></div><div class="d"><span>{lower}</span></div></div>'
    return form.sheet(form.says("分期还款", "分期明細"), body)


def schedule_lines(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return a repayment plan line by line, the day first."""
    form = Form(source, hant, dark, "schedule-lines", "plan", kind)
    count, each = source.choice((6, 12)), source.choice((836.4, 1500, 421.67, 95.2))
    left = form.says("剩余应还", "剩餘應繳")
    body = f'<div class="hero"><span>{left}</span><b>{form.money(each * count)}</b></div>'
    form.entity("amount", f"{each * count:.2f} {form.currency}")
    for index, due in enumerate(_dues(form, count)):
        outcome = "due" if due >= form.phone.now.date() else source.choice(("paid", "paid", "overdue"))
        row = Row("repayment", f"{due:%Y-%m-%d}", None, None, f"{each:.2f}", form.currency, outcome=outcome)
        css = {"paid": "good", "overdue": "bad", "due": ""}[outcome]
        body += f'<div class="entry" {form.keep(row)}><div class="l"><div class="t">{due:%Y.%m.%d}</div><div class="s">{form.says("第", "第")}{index + 1}{form.says("期", "期")}</div></div><div class="e"><div>{form.money(each)}</div><div class="s {css}">{form.says(*STATES[outcome])}</div></div></div>'
    return form.sheet(form.says("我的还款计划", "我的繳款計畫"), body)


def _dues(form: Form, count: int) -> list[date]:
    start = form.phone.now.date() - timedelta(days=30 * form.source.randrange(0, 4) + 9)
    dues = []
    for index in range(count):
        month = start.month - 1 + index
        dues.append(date(start.year + month // 12, month % 12 + 1, min(start.day, 28)))
    return dues


def refused(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return the page of a movement that did not happen."""
    form = Form(source, hant, dark, "refused", "error", kind)
    verb, direction = source.choice(
        ((form.says("提现", "提款"), "in"), (form.says("取现", "領款"), "in"), (form.says("充值", "加值"), "out"))
    )
    outcome, word = source.choice(
        (
            ("failed", form.says("失败", "失敗")),
            ("failed", form.says("未成功", "未成功")),
            ("pending", form.says("审核中", "審核中")),
        )
    )
    at = (form.phone.now - timedelta(minutes=source.randrange(1, 4000))).replace(microsecond=0)
    value, flow = source.choice((6000, 350, 9800.5, 20000)), f"W{at:%Y%m%d}{number(source, 10)}"
    row = Row(
        "payment",
        at.strftime("%Y-%m-%dT%H:%M:%S"),
        direction,
        None,
        f"{value:.2f}",
        form.currency,
        flow,
        outcome=outcome,
    )
    tint = "#d93a3a" if outcome == "failed" else "#d9822b"
    why = (
        form.says("收款账户异常，请先完成账户激活", "收款帳戶異常，請先完成帳戶啟用")
        if outcome == "failed"
        else form.says("预计需要人工复核", "需要人工複核")
    )
    pairs = [
        (form.says("流水编号", "流水編號"), flow),
        (form.says("申请时间", "申請時間"), f"{at:%Y/%m/%d %H:%M:%S}"),
        (form.says("收款银行", "收款銀行"), form.says("中国银行", "台新銀行")),
        (form.says("说明", "說明"), why),
    ]
    hero = f'<div class="sign" style="color:{tint}">{"✕" if outcome == "failed" else "…"}</div><div class="hero" style="padding-top:0"><span style="font-size:19px;color:inherit">{verb}{word}</span><b>{form.money(value)}</b></div>'
    foot = f'<div class="cta">{form.says("重新提交", "重新送出")}</div>'
    return form.sheet(
        form.says(f"{verb}详情", f"{verb}詳情"),
        f'<div {form.keep(row)}>{hero}<div class="sheet round">{described(pairs)}</div></div>{foot}',
    )


def sessions(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return logins, each as a card of labels and values."""
    form = Form(source, hant, dark, "sessions", "logins", kind)
    at, body = form.phone.now, ""
    for _ in range(source.randrange(3, 5)):
        at -= timedelta(minutes=source.randrange(5, 3000), seconds=source.randrange(60))
        device_name = source.choice(
            ("Redmi K70", "iPhone 15 Pro", "HONOR 200", "iPad Air", "Chrome 浏览器", "Galaxy S24")
        )
        row = Row("login", at.strftime("%Y-%m-%dT%H:%M:%S"), text=device_name)
        pairs = [
            (form.says("登录设备", "登入裝置"), device_name),
            (form.says("登录时间", "登入時間"), f"{at:%Y-%m-%d %H:%M:%S}"),
            (form.says("登录地点", "登入地點"), form.says("浙江杭州", "台中市")),
            (
                "IP",
                f"{source.randrange(30, 220)}.{source.randrange(255)}.{source.randrange(255)}.{source.randrange(1, 250)}",
            ),
        ]
        body += f'<div class="sheet round" {form.keep(row)}>{described(pairs)}</div>'
    return form.sheet(form.says("登录历史", "登入歷史"), body)


def agreement(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return a loan's agreement with a table of its terms."""
    form = Form(source, hant, dark, "agreement", "contract", kind)
    code = say("<contract>", fills(form.phone.region), source, form.phone.now)
    value = source.choice((4000, 8000, 15000))
    form.truth.entities += code.entities
    form.entity("amount", f"{value}.00 {form.currency}")
    form.entity("institution", form.brand)
    day = form.phone.now - timedelta(days=source.randrange(4, 120))
    pairs = [
        (form.says("协议编号", "協議編號"), code.text),
        (form.says("出借人", "貸與人"), form.brand),
        (form.says("借款人", "借款人"), form.says("郑阳", "鄭家豪")),
        (form.says("借款本金", "借款本金"), form.money(value)),
        (form.says("年化利率", "年利率"), "23.9%"),
        (form.says("签订日期", "簽訂日期"), f"{day.year}年{day.month}月{day.day}日"),
    ]
    table = "<table>" + "".join(f"<tr><td>{words(a)}</td><td>{words(b)}</td></tr>" for a, b in pairs) + "</table>"
    text = form.says("鉴于借款人因个人消费需要资金，出借人同意按照本协议约定的条款和条件提供借款。双方经协商一致，订立本协议，以资共同遵守。<br>1. 借款人应按期足额偿还本息。<br>2. 借款人逾期的，应支付逾期利息。<br>3. 本协议自双方电子签章之日起生效。",
                     "茲因借款人個人資金需求，貸與人同意依本協議條款提供借款，雙方約定如下。<br>一、借款人應按期償還本息。<br>二、逾期者應支付遲延利息。<br>三、本協議自簽署日起生效。")  # fmt: skip
    row = Row("*", optional=True)
    return form.sheet(
        form.says("协议详情", "協議內容"),
        f"<article {form.keep(row)}><h2>{form.says('借款协议', '借款協議')}</h2>{table}<p>{text}</p></article>",
    )


def complaint(source: random.Random, hant: bool, dark: bool, kind: str) -> Sheet:
    """Return what became of a complaint."""
    form = Form(source, hant, dark, "complaint", "ticket", kind)
    filling = fills(form.phone.region)
    at = (form.phone.now - timedelta(minutes=source.randrange(2000, 20000))).replace(microsecond=0)
    code = say("<ticket>", filling, source, at)
    row = Row("complaint", at.strftime("%Y-%m-%dT%H:%M"), reference=code.text, entities=[])
    what = say(form.says("平台强制下款<money>，多次联系无果", "平台強制撥款<money>，多次聯絡無果"), filling, source, at)
    form.truth.entities += what.entities
    pairs = [
        (form.says("投诉单号", "申訴單號"), code.text),
        (form.says("投诉时间", "申訴時間"), f"{at:%Y-%m-%d %H:%M}"),
        (form.says("投诉内容", "申訴內容"), what.text),
        (form.says("进度", "進度"), form.says("待商家处理", "等待商家處理")),
    ]
    body = f'<div class="sheet round" {form.keep(row)}>{described(pairs)}</div>'
    later = at + timedelta(minutes=source.randrange(20, 700))
    reply = say(
        form.says("{您的投诉我们高度重视，<wd>会与您联系。}", "{您的申訴我們非常重視，<wd>會與您聯繫。}"),
        filling,
        source,
        later,
    )
    form.truth.promises += reply.promises
    logs = [
        (later, form.says("商家回复：", "商家回覆：") + reply.text),
        (at, form.says("投诉已提交，等待商家响应", "申訴已送出，等待商家回應")),
    ]
    other = Row("*", optional=True)
    rows = "".join(f'<div class="log"><i>{when:%m-%d %H:%M}</i>{words(text)}</div>' for when, text in logs)
    body += f'<div class="sheet round" {form.keep(other)}>{rows}</div>'
    return form.sheet(form.says("投诉详情", "申訴詳情"), body)


PAGES: dict[str, Callable[[random.Random, bool, bool, str], Sheet]] = {
    "calls_grouped": calls_grouped, "calls_days_only": calls_days_only, "payment": payment, "ledger": ledger,
    "schedule": schedule, "schedule_lines": schedule_lines, "refused": refused, "sessions": sessions,
    "agreement": agreement, "complaint": complaint,
}  # fmt: skip
