"""Chats of the fresh half, app by app as people hold them in their hands."""

import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.truth.format import Message, minute
from benchmarks.truth.fresh.fills import number
from benchmarks.truth.fresh.phone import Drawing, icon
from benchmarks.truth.grammar import Said
from benchmarks.truth.sheet import Sheet, tag, words

BOOK = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
BOT_LINES = ("如何取消借款", "提现多久到账", "会员费怎么退", "如何联系人工客服")


@dataclass
class Turn:
    """``kind`` is ``in``, ``out``, ``note`` or ``when``; ``at`` is what the screen says, ``really`` when it was."""

    kind: str
    at: datetime
    really: datetime
    said: Said


def timed(page: Drawing, steps: list[str], gap: float, each: bool) -> list[Turn]:
    """Return the lines with their times, which end shortly before the screen was taken."""
    source, waits = page.source, []
    for step in steps:
        mark, _, rest = step.partition(" ")
        pause = (
            float(rest) * source.uniform(0.8, 1.2)
            if mark == "~"
            else 1440.0
            if mark == "^"
            else source.uniform(0.2, 2.4)
        )
        waits.append(pause)
    at = page.now - timedelta(minutes=sum(waits) + source.choice((1, 1, 300, 2000)))
    found: list[Turn] = []
    shown: datetime | None = None
    last: datetime | None = None
    for step, wait in zip(steps, waits, strict=True):
        at += timedelta(minutes=wait)
        mark, _, rest = step.partition(" ")
        if mark not in "<>#":
            continue
        when = at.replace(second=0, microsecond=0)
        new = (
            shown is None
            or last is None
            or (when.date() != shown.date() if each else when - last > timedelta(minutes=gap))
        )
        if new:
            shown = when
            found.append(Turn("when", when, when, Said("")))
        last = when
        counted = when if each else shown or when
        kind = {"<": "in", ">": "out", "#": "note"}[mark]
        found.append(Turn(kind, counted, when, page.said(rest, counted)))
    return found


class Talk:
    """A chat being drawn: the separators and messages of its turns, in the order in which they stand."""

    def __init__(self, page: Drawing, title: str) -> None:
        self.page, self.title = page, title
        page.truth.party = title
        if page.house in title:
            page.entity("institution", page.house)

    def message(self, turn: Turn, index: int) -> str:
        """Keep a message; return the name of its bubble."""
        said = turn.said
        kept = Message(
            turn.kind, said.text, minute(turn.at), f"m{index}", entities=said.entities, promises=said.promises
        )
        self.page.order.append((kept.id, kept))
        return kept.id

    def when(self, index: int, shown: str) -> str:
        """Return a separator."""
        self.page.order.append((f"t{index}", None))
        return tag("when", shown, f"t{index}")

    def aside(self, side: str, inner: str, index: int, css: str = "") -> str:
        """Return something that is no message in words, of which a reader may make one."""
        kept = Message(side, "", None, f"x{index}", optional=True)
        self.page.order.append((kept.id, kept))
        return tag(f"line {side}", self.page.face(side) + tag("side", tag(css, inner, kept.id)))


def wechat(page: Drawing, found: list[Turn], group: bool = False) -> Sheet:
    """Return WeChat; a transfer, a voice message or a quotation now and then."""
    source = page.source
    title = (
        f"反{page.house}维权群({source.randrange(30, 499)})"
        if group
        else source.choice((f"{page.house}客服", page.house, f"A{page.house}小张"))
    )
    talk = Talk(page, title)
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            body += talk.when(index, _wechat_when(page, turn.at))
            continue
        if turn.kind == "note":
            body += tag("note", words(turn.said.text))
            continue
        who = source.choice(("老吴", "momo", "小雨点", "A阿强")) if group and turn.kind == "in" else turn.kind
        name = tag("who", words(who)) if group and turn.kind == "in" else ""
        quoted = (
            tag("re", words(f"{page.house}：{_said_before(found, index)}"))
            if index > 5 and source.random() < 0.08
            else ""
        )
        name += tag("say", words(turn.said.text), talk.message(turn, index)) + quoted
        body += tag(f"line {turn.kind}", page.face(who) + tag("side", name))
        if source.random() < 0.1:
            pay = tag("pay", f"￥{source.choice((199, 500, 68))}.00<small>微信转账</small>")
            body += talk.aside("out", source.choice((pay, tag("hum", f"{source.randrange(3, 50)}″"))), index)
    nav = tag(
        "nav mid",
        icon("back")
        + f"<small>{source.randrange(1, 60)}</small>"
        + tag("title", words(title))
        + tag("end", icon("more")),
    )
    tools = tag("tools", icon("voice") + tag("field", "") + icon("smile") + icon("plus"))
    return _finish(page, "wx", nav, body, tools)


def _said_before(found: list[Turn], index: int) -> str:
    begun = (turn.said.text[:14] for turn in found[:index] if turn.kind == "in")
    return next((text for text in begun if not any(char.isdigit() for char in text)), "好的")


def _wechat_when(page: Drawing, at: datetime) -> str:
    days = (page.now.date() - at.date()).days
    if 1 < days < 7:
        return f"{page.weekday(at)} {page.clock(at)}"
    return f"{page.day(at)} {page.clock(at)}".strip()


def _finish(page: Drawing, css: str, nav: str, body: str, tools: str) -> Sheet:
    home = tag("home", "") if page.source.random() < 0.5 else ""
    whole = nav + tag("view", body, "view") + tools + home
    if page.form == "long":
        return page.sheet(f"{css} tall", whole, most=18000)
    return page.sheet(f"{css} {page.source.choice(('', '', 'top'))}", whole)


def alipay(page: Drawing, found: list[Turn]) -> Sheet:
    """Return the service of a wallet: a card of questions first, chips above the field."""
    talk = Talk(page, page.source.choice(("我的客服", "在线客服", f"{page.house}客服")))
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            body += talk.when(index, f"{page.day(turn.at, '{0:%m-%d}')} {turn.at:%H:%M}".strip())
            if index == 0:
                asks = "<b>猜您想问</b>" + "".join(f"<p>{line}</p>" for line in BOT_LINES)
                body += talk.aside("in", asks, index, "ask")
        elif turn.kind == "note":
            body += tag("note", words(turn.said.text))
        else:
            face = page.face(turn.kind, "蚁" if turn.kind == "in" else "")
            body += tag(
                f"line {turn.kind}", face + tag("side", tag("say", words(turn.said.text), talk.message(turn, index)))
            )
    chips = tag("chips", "".join(f"<span>{name}</span>" for name in ("服务评价", "还款问题", "投诉进度", "结束服务")))
    tools = chips + tag("tools", icon("voice") + tag("field", "请简短描述您的问题") + icon("plus"))
    nav = tag("nav mid", icon("back") + tag("title", words(talk.title)) + tag("end", icon("more")))
    return _finish(page, "ali", nav, body, tools)


def bank(page: Drawing, found: list[Turn]) -> Sheet:
    """Return a bank's service: who said it and when stands above each, a row of buttons below."""
    talk = Talk(page, "在线客服")
    body, agent = "", number(page.source, 5)
    page.entity("agent_id", agent, optional=True)
    for index, turn in enumerate(found):
        if turn.kind in ("when", "note"):
            body += tag("note", words(turn.said.text)) if turn.kind == "note" else ""
            continue
        page.order.append((f"t{index}", None))
        clock = turn.at.strftime("%Y-%m-%d %H:%M:") + f"{page.source.randrange(60):02}"
        head = f"客服代表{agent} {clock}" if turn.kind == "in" else clock
        inner = tag("who", head, f"t{index}") + tag("say", words(turn.said.text), talk.message(turn, index))
        body += tag(f"line {turn.kind}", tag("side", inner))
    keys = tag("keys", "".join(f"<span>{name}</span>" for name in ("查账单", "转人工", "挂失", "网点查询")))
    nav = tag("nav mid", icon("back") + tag("title", "在线客服") + tag("end", icon("phone")))
    return _finish(page, "bank", nav, body, keys + tag("tools", tag("field", "请输入您要咨询的问题") + icon("send")))


def shop(page: Drawing, found: list[Turn]) -> Sheet:
    """Return a shop's service with the order it is about on top."""
    talk = Talk(page, page.source.choice((f"{page.house}官方客服", "月付客服", "平台客服")))
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            body += talk.when(index, f"{turn.at:%m-%d %H:%M}")
        elif turn.kind == "note":
            body += tag("note", words(turn.said.text))
        else:
            state = tag("who", "已读", style="align-self:flex-end;opacity:.5") if turn.kind == "out" else ""
            inner = tag("say", words(turn.said.text), talk.message(turn, index)) + state
            body += tag(f"line {turn.kind}", page.face(turn.kind) + tag("side", inner))
    order = "2025" + number(page.source, 14)
    page.entity("reference", order, optional=True)
    page.entity("amount", "1299.00 CNY", optional=True)
    goods = tag("goods", f"<i></i><div>订单号：{order}<small>月付分期 共3期</small>¥1,299.00</div><em>发送订单</em>")
    nav = tag("nav", icon("back") + tag("title", f"{words(talk.title)}<small>在线</small>") + tag("end", icon("more")))
    return _finish(
        page,
        "shop",
        nav + goods,
        body,
        tag("tools", icon("voice") + tag("field", "说点什么吧") + icon("smile") + icon("plus")),
    )


def red(page: Drawing, found: list[Turn]) -> Sheet:
    """Return a shop whose page is white, with the names of both sides above their bubbles."""
    talk = Talk(page, f"{page.house}客服")
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            body += talk.when(index, f"{turn.at:%Y-%m-%d %H:%M}")
        elif turn.kind == "note":
            body += tag("note", words(turn.said.text))
        else:
            name = "金融客服-小美" if turn.kind == "in" else "jd_6a8f2c"
            inner = tag("who", name) + tag("say", words(turn.said.text), talk.message(turn, index))
            body += tag(f"line {turn.kind}", page.face(turn.kind) + tag("side", inner))
    nav = tag("nav mid", icon("back") + tag("title", words(talk.title)) + tag("end", "评价"))
    return _finish(page, "jd", nav, body, tag("tools", tag("field", "请输入消息...") + icon("plus")))


def line(page: Drawing, found: list[Turn]) -> Sheet:
    """Return LINE: a time beside each bubble, days between them, stickers."""
    source = page.source
    talk = Talk(page, source.choice((f"{page.house}客服", f"{page.house}專員-Amy", page.house)))
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            days = (page.now.date() - turn.at.date()).days
            far = f"{turn.at.month}月{turn.at.day}日({page.weekday(turn.at, '')})"
            body += talk.when(index, "今天" if not days else "昨天" if days == 1 else far)
        elif turn.kind == "note":
            body += tag("note", words(turn.said.text))
        else:
            read = "已讀<br>" if turn.kind == "out" and source.random() < 0.8 else ""
            at = tag("at", read + page.clock(turn.at))
            face = page.face("in") if turn.kind == "in" else ""
            body += tag(
                f"line {turn.kind}",
                face + tag("side", tag("say", words(turn.said.text), talk.message(turn, index))) + at,
            )
            if source.random() < 0.07:
                body += talk.aside("in", "", index, "stick")
    nav = tag(
        "nav",
        icon("back") + tag("title", words(talk.title)) + tag("end", icon("search") + icon("phone") + icon("more")),
    )
    return _finish(
        page, "ln", nav, body, tag("tools", icon("plus") + icon("camera") + tag("field", "Aa") + icon("smile"))
    )


def whatsapp(page: Drawing, found: list[Turn]) -> Sheet:
    """Return WhatsApp: the time inside each bubble, a notice on top."""
    source = page.source
    talk = Talk(
        page,
        source.choice(
            (f"{page.house} CS", page.house, f"+852 {source.choice('569')}{number(source, 3)} {number(source, 4)}")
        ),
    )
    if talk.title.startswith("+"):
        page.entity("phone", talk.title.replace(" ", ""), optional=True)
        page.entity("phone", talk.title.replace(" ", "").removeprefix("+852"), optional=True)
    body = tag("note", "🔒 訊息和通話皆受到端對端加密保護。只有此對話中的成員可以閱讀、收聽或分享它們。了解更多")
    before = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            days = (page.now.date() - turn.at.date()).days
            body += talk.when(
                index,
                "今天" if not days else "昨天" if days == 1 else f"{turn.at.year}年{turn.at.month}月{turn.at.day}日",
            )
            continue
        tick = " ✓✓" if turn.kind == "out" else ""
        inner = f'{words(turn.said.text)}<span class="at">{page.clock(turn.at)}{tick}</span>'
        new = "new" if turn.kind != before else ""
        before = turn.kind
        body += tag(f"line {turn.kind} {new}", tag("side", tag("say", inner, talk.message(turn, index))))
    nav = tag(
        "nav",
        icon("back")
        + page.face("in")
        + tag("title", f"{words(talk.title)}<small>{source.choice(('在線上', '最後上線時間：今天 09:12'))}</small>")
        + tag("end", icon("camera") + icon("phone")),
    )
    return _finish(
        page, "wa", nav, body, tag("tools", icon("smile") + tag("field", "訊息") + icon("camera") + icon("voice"))
    )


def telegram(page: Drawing, found: list[Turn], group: bool = False) -> Sheet:
    """Return Telegram, alone or in a group."""
    source = page.source
    title = f"{page.house}受害者互助" if group else f"{page.house}人工通道"
    talk = Talk(page, title)
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            days = (page.now.date() - turn.at.date()).days
            body += talk.when(index, "今天" if not days else f"{turn.at.month}月{turn.at.day}日")
            continue
        if turn.kind == "note":
            continue
        tick = " ✓✓" if turn.kind == "out" else ""
        who = source.choice(("Leo", "风中追风", "K.")) if group else "in"
        name = f'<span class="call">{words(who)}</span>' if group and turn.kind == "in" else ""
        inner = f'{name}{words(turn.said.text)}<span class="at">{turn.at:%H:%M}{tick}</span>'
        face = page.face(who, who[0]) if group and turn.kind == "in" else ""
        body += tag(f"line {turn.kind}", face + tag("side", tag("say", inner, talk.message(turn, index))))
    under = f"{source.randrange(40, 900)} 位成员" if group else "最近上线"
    nav = tag(
        "nav",
        icon("back")
        + page.face("in")
        + tag("title", f"{words(title)}<small>{under}</small>")
        + tag("end", icon("more")),
    )
    return _finish(
        page, "tg", nav, body, tag("tools", icon("smile") + tag("field", "消息") + icon("camera") + icon("voice"))
    )


def _sender(page: Drawing) -> str:
    sender = page.source.choice(("1069", "1065", "10690")) + number(page.source, 8)
    if page.currency == "HKD":
        sender = page.source.choice((page.house, f"+852 6{number(page.source, 3)} {number(page.source, 4)}"))
    if sender[-1].isdigit():
        page.entity("phone", "".join(char for char in sender if char.isdigit()).removeprefix("852"), optional=True)
        page.entity("phone", sender.replace(" ", ""), optional=True)
    return sender


def iphone(page: Drawing, found: list[Turn]) -> Sheet:
    """Return the messages of an iPhone."""
    talk = Talk(page, _sender(page))
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            days = (page.now.date() - turn.at.date()).days
            far = f"{turn.at.month}月{turn.at.day}日 {page.weekday(turn.at, page.says('周', '週'))}"
            day = "今天" if not days else "昨天" if days == 1 else far
            kind = f"<b>{page.says('短信', '簡訊')}</b><br>" if index == 0 else ""
            body += talk.when(index, f"{kind}<b>{day}</b> {page.clock(turn.at)}")
        else:
            body += tag(f"line {turn.kind}", tag("side", tag("say", words(turn.said.text), talk.message(turn, index))))
    nav = tag("nav", icon("back") + page.face("in") + tag("title", words(talk.title)))
    return _finish(
        page, "im", nav, body, tag("tools", icon("plus") + tag("field", page.says("短信", "短訊")) + icon("voice"))
    )


def xiaomi(page: Drawing, found: list[Turn]) -> Sheet:
    """Return the messages of a Xiaomi phone: times between them with the card they came in on."""
    talk = Talk(page, _sender(page))
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            body += talk.when(
                index, f"{page.day(turn.at)} {page.clock(turn.at)} · 卡{page.source.choice('12')}".strip()
            )
        else:
            body += tag(f"line {turn.kind}", tag("side", tag("say", words(turn.said.text), talk.message(turn, index))))
    nav = tag("nav", icon("back") + tag("title", words(talk.title)) + tag("end", icon("phone") + icon("more")))
    return _finish(page, "mi", nav, body, tag("tools", icon("plus") + tag("field", "短信") + icon("send")))


def huawei(page: Drawing, found: list[Turn]) -> Sheet:
    """Return the messages of a Huawei phone: days between them, a time below each."""
    talk = Talk(page, _sender(page))
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            days = (page.now.date() - turn.at.date()).days
            far = f"{turn.at.month}月{turn.at.day}日 {page.weekday(turn.at)}"
            body += talk.when(index, "今天" if not days else "昨天" if days == 1 else far)
        else:
            inner = tag("say", words(turn.said.text), talk.message(turn, index)) + tag("at", page.clock(turn.at))
            body += tag(f"line {turn.kind}", tag("side", inner))
    nav = tag("nav", icon("back") + tag("title", words(talk.title)) + tag("end", icon("more")))
    return _finish(page, "hw", nav, body, tag("tools", icon("plus") + tag("field", "信息") + icon("send")))


def bare(page: Drawing, found: list[Turn]) -> Sheet:
    """Return a chat without bubbles: the words of each side stand on the page itself."""
    talk = Talk(page, f"{page.house}客服")
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            body += talk.when(index, f"{page.day(turn.at)} {turn.at:%H:%M}".strip())
        elif turn.kind == "note":
            body += tag("note", words(turn.said.text))
        else:
            inner = tag("say", words(turn.said.text), talk.message(turn, index))
            body += tag(f"line {turn.kind}", page.face(turn.kind) + tag("side", inner))
    nav = tag("nav mid", icon("back") + tag("title", words(talk.title)) + tag("end", icon("more")))
    return _finish(page, "bare", nav, body, tag("tools", tag("field", "输入消息") + icon("send")))


def qq(page: Drawing, found: list[Turn]) -> Sheet:
    """Return a group of QQ with ranks before the names, on both sides."""
    talk = Talk(page, f"{page.house}维权交流")
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            body += talk.when(index, f"{page.day(turn.at, '{0:%m-%d}')} {page.clock(turn.at)}".strip())
        else:
            who = page.source.choice(("潇洒哥", "蓝天", "不忘初心")) if turn.kind == "in" else "我本人"
            rank = f"<i>LV{page.source.randrange(2, 60)}</i>"
            inner = tag("who", rank + who) + tag("say", words(turn.said.text), talk.message(turn, index))
            body += tag(f"line {turn.kind}", page.face(who) + tag("side", inner))
    nav = tag(
        "nav mid",
        icon("back")
        + tag("title", f"{words(talk.title)}<small>{page.source.randrange(9, 200)}人在线</small>")
        + tag("end", icon("more")),
    )
    return _finish(page, "qq", nav, body, tag("tools", icon("voice") + tag("field", "") + icon("smile") + icon("plus")))


def glass(page: Drawing, found: list[Turn]) -> Sheet:
    """Return a chat of big coloured bubbles with a time below each."""
    talk = Talk(page, page.source.choice(("小云智能客服", f"{page.house}管家")))
    body = ""
    for index, turn in enumerate(found):
        if turn.kind == "when":
            body += talk.when(
                index, f"{turn.at.month}月{turn.at.day}日" if turn.at.date() != page.now.date() else "今天"
            )
        elif turn.kind == "note":
            body += tag("note", words(turn.said.text))
        else:
            inner = tag("say", words(turn.said.text), talk.message(turn, index)) + tag("at", f"{turn.at:%H:%M}")
            body += tag(f"line {turn.kind}", (page.face("in") if turn.kind == "in" else "") + tag("side", inner))
    nav = tag("nav mid", icon("back") + tag("title", words(talk.title)) + tag("end", "结束"))
    return _finish(page, "gl", nav, body, tag("tools", tag("field", "有问题尽管问我") + icon("send")))


App = Callable[[Drawing, list[Turn]], Sheet]
APPS: dict[str, tuple[App, str, float, bool]] = {
    "wechat": (wechat, "hans", 5, False), "alipay": (alipay, "hans", 5, False), "bank": (bank, "hans", 5, True),
    "shop": (shop, "hans", 5, False), "red": (red, "hans", 3, False), "line": (line, "tw", 0, True),
    "whatsapp": (whatsapp, "hk", 0, True), "telegram": (telegram, "hans", 0, True), "iphone": (iphone, "sms", 30, False),
    "xiaomi": (xiaomi, "sms", 20, False), "huawei": (huawei, "sms", 0, True), "bare": (bare, "hans", 5, False),
    "qq": (qq, "group", 5, False), "glass": (glass, "hans", 0, True),
    "wechat-group": (lambda page, found: wechat(page, found, group=True), "group", 5, False),
    "telegram-group": (lambda page, found: telegram(page, found, group=True), "group", 0, True),
}  # fmt: skip
"""By name: how it is drawn, what is talked about, after how many minutes a time is shown, whether each has its own."""


def chat(
    source: random.Random, app: str, form: str = "clean", dark: bool = False, topic: str = "", times: int = 1
) -> Sheet:
    """Return one chat page; a long one has ``times`` talks."""
    draw, usual, gap, each = APPS[app]
    topic = topic or usual
    currency = "TWD" if topic == "tw" else "HKD" if topic in ("hk", "hksms") else "CNY"
    kind = "sms" if app in ("iphone", "xiaomi", "huawei") else "chat"
    page = Drawing(source, app, kind, form, currency, dark)
    steps = [line for _ in range(times) for line in source.choice(BOOK[topic])["lines"]]
    return draw(page, timed(page, steps, gap, each))
