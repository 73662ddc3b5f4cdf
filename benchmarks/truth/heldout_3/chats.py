"""Conversations as ten programs draw them."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Message, Truth, minute
from benchmarks.truth.heldout_3.cast import institution
from benchmarks.truth.heldout_3.numbers import amount_entity, money, reference, some_amount
from benchmarks.truth.heldout_3.phone import (
    GENEROUS_PX,
    LONGEST_PX,
    Page,
    Phone,
    date_words,
    phone,
    status_bar,
    type_of,
    wrapped,
)
from benchmarks.truth.heldout_3.script import Turn
from benchmarks.truth.sheet import Sheet, hour_words, tag, words

BRANDS = {
    "cn": ("橙意分期", "诚融消费金融", "拾光借", "蓝鲸钱包", "万通银行", "海岸银行", "米粒钱包"),
    "tw": ("樂享分期", "遠東安信", "晴空銀行", "好付錢包"),
    "hk": ("港灣銀行", "速匯錢包", "嘉信財務"),
}
ZONES = {"cn": "Asia/Shanghai", "tw": "Asia/Taipei", "hk": "Asia/Hong_Kong"}
LANGUAGES = {"cn": "zh-CN", "tw": "zh-TW", "hk": "zh-HK"}


@dataclass(frozen=True)
class Style:
    """``stamps`` are times in the middle (``mid``) or with each message; ``hour`` is a form of `hour_words`."""

    name: str
    stamps: str
    days: str
    hour: str
    makers: tuple[str, ...] = ()
    label: str = ""
    faces: str = ""
    title: str = "{brand}客服"


STYLES = {
    style.name: style
    for style in (
        Style("wx", "mid", "wx", "24", faces="both"),
        Style("group", "mid", "wx", "24", label="{brand}-{agent}", faces="both", title="{brand}投诉处理群(4)"),
        Style("kefu", "above", "dash", "sec", label="客服{agent}", faces="in", title="在线客服"),
        Style("bank", "mid", "full", "24", label="{brand} 工号{agent}", faces="both", title="{brand}在线服务"),
        Style("line", "beside", "line", "cn", label="{brand}客服", faces="in", title="{brand}客服"),
        Style("tg", "inside", "chip", "24", title="{brand} 客服 {agent}"),
        Style("wa", "inside", "chip", "cn", title="{brand}客戶服務"),
        Style("im", "mid", "im", "24", ("apple",), title="{number}"),
        Style("mi", "mid", "chip", "cn", ("mi", "old"), title="{number}"),
        Style("one", "beside", "full", "cn", ("samsung",), title="{number}"),
    )
}
TW_WORDS = {"投诉处理": "申訴處理", "在线": "線上", "工号": "員編", "最近线上": "最近上線"}
CN_WORDS = {"客戶服務": "客服"}
HINTS = {
    "cn": {"im": "信息", "mi": "短信", "wa": "消息", "tg": "消息", "kefu": "请简要描述您的问题"},
    "tw": {"im": "iMessage", "mi": "簡訊", "wa": "訊息", "tg": "訊息", "kefu": "請輸入您的問題"},
}
UNDER = {
    "cn": {"kefu": "服务时间 9:00-21:00", "tg": "最近在线", "wa": "在线"},
    "tw": {"kefu": "服務時間 9:00-18:00", "tg": "最近上線", "wa": "上線中"},
}
TEXTING = ("im", "mi", "one")
SENDERS = {"cn": ("1069", 11), "tw": ("09", 8), "hk": ("6", 7)}


@dataclass
class Chat:
    """All that is settled of a conversation before it is drawn. ``form`` is clean, long or photo."""

    style: Style
    place: str
    turns: list[Turn]
    dark: bool
    form: str
    source: random.Random
    card: bool = False


def chat(given: Chat) -> Sheet:
    """Return a conversation to be drawn, with its truth."""
    source, style = given.source, given.style
    device = phone(source, *style.makers) if given.form != "long" else Phone(1080, 2400, 3.0, "mi")
    captured = given.turns[-1].at + source.choice(
        [timedelta(minutes=source.randrange(1, 40))] * 3 + [timedelta(days=n, minutes=17) for n in (1, 1, 3, 5, 9, 20)]
    )
    fixed = (
        given.form != "long"
        and (style.name in TEXTING or source.random() < 0.4)
        and all(turn.side != "line" for turn in given.turns)
        and not given.card
    )
    fonts = type_of(source, given.place)
    page = Page(device, f"chat {style.name}", given.dark, fonts, fixed, LANGUAGES[given.place])
    brand = _brand(given)
    truth = Truth(
        "", f"{style.name}", "chat", given.form, "hans" if given.place == "cn" else "hant",
        ZONES[given.place], device.width, given.dark, minute(captured),
    )  # fmt: skip
    truth.entities += [entity for name in _names(given, brand) for entity in institution(name)]
    title = _title(given, brand, truth)
    top = status_bar(device, captured, source) + _head(given, title)
    top += _card(given, truth) if given.card else ""
    parts, order = _middle(given, brand, captured, truth)
    most = device.high if fixed else LONGEST_PX if given.form == "long" else GENEROUS_PX
    html = wrapped(page, top, "".join(parts), _bottom(given))
    return Sheet(html, device.width, device.density, device.high, most, truth, order)


def _brand(given: Chat) -> str:
    said = "".join(turn.said.text for turn in given.turns)
    named = [brand for brand in BRANDS[given.place] if brand in said]
    return named[0] if named else given.source.choice(BRANDS[given.place])


def _names(given: Chat, brand: str) -> list[str]:
    said = "".join(turn.said.text for turn in given.turns)
    others = ("诚融消金", "速貸通", "万通银行", "诚融", "遠東安信")
    return [brand, *(name for name in (*BRANDS[given.place], *others) if name in said and name != brand)]


def _title(given: Chat, brand: str, truth: Truth) -> str:
    """Settle the title; a number or an agent in it is on the screen like everything else."""
    number = ""
    if "{number}" in given.style.title:
        first, rest = SENDERS[given.place]
        number = first + "".join(given.source.choice("0123456789") for _ in range(rest))
        national = {"cn": "86", "tw": "886", "hk": "852"}[given.place] + number.lstrip("0")
        truth.entities.append(Entity("phone", f"{number}|{national}"))
    if "{agent}" in given.style.title and (entity := given.turns[0].agent_entity):
        truth.entities.append(entity)
    title = given.style.title.format(brand=brand, agent=given.turns[0].agent, number=number)
    truth.party = _local(title, given.place)
    return truth.party


def _local(text: str, place: str) -> str:
    """Return the words of a program in the script of the place."""
    pairs = {"cn": CN_WORDS, "tw": TW_WORDS, "hk": TW_WORDS}[place]
    for one, other in pairs.items():
        text = text.replace(one, other)
    return text


def _head(given: Chat, title: str) -> str:
    under = UNDER["cn" if given.place == "cn" else "tw"].get(given.style.name, "")
    names = tag("title", words(title)) + (tag("under", under) if under else "")
    inner = '<span class="back"></span>' + tag("face head", "") + tag("names", names)
    return tag("bar", inner + '<span class="more"><i></i><i></i><i></i></span>')


def _card(given: Chat, truth: Truth) -> str:
    """Return the order that is pinned over the conversation; it is no message, but what it names stands there."""
    order = reference(given.source, "ord", f"{given.turns[0].at:%Y%m%d}")
    amount = some_amount(given.source, given.place)
    truth.entities += [order.entity, amount_entity(amount, given.place)]
    price = f"¥{amount:,.2f}" if given.place == "cn" else money(given.source, given.place, amount).words
    lines = tag("goods", "您正在咨询的订单" if given.place == "cn" else "您正在諮詢的訂單")
    lines += tag("number", ("订单号：" if given.place == "cn" else "訂單編號：") + order.words)
    return tag("card", tag("thumb", "") + tag("what", lines) + tag("price", price))


def _middle(
    given: Chat, brand: str, captured: datetime, truth: Truth
) -> tuple[list[str], list[tuple[str, Message | None]]]:
    parts: list[str] = []
    order: list[tuple[str, Message | None]] = []
    shown_day = None
    stamp_at = given.turns[0].at
    for index, turn in enumerate(given.turns):
        stamp = ""
        if given.style.stamps == "mid" and turn.fresh:
            stamp, stamp_at = _stamp(given.style, turn.at, captured), turn.at
        elif given.style.stamps != "mid" and turn.at.date() != shown_day:
            stamp, shown_day = date_words(turn.at, captured, given.style.days), turn.at.date()
        if stamp:
            parts.append(tag("stamp", f"<span>{stamp}</span>", f"s{index}"))
            order.append((f"s{index}", None))
        if turn.side == "line":
            parts.append(tag("line", f"<span>{words(turn.said.text)}</span>"))
            truth.entities += turn.said.entities
            continue
        at = stamp_at if given.style.stamps == "mid" else turn.at
        message = _message(turn, at, f"m{index}")
        parts.append(_bubble(given, brand, turn, message))
        order.append((f"m{index}", message))
    return parts, order


def _stamp(style: Style, at: datetime, captured: datetime) -> str:
    return f"{date_words(at, captured, style.days)} {hour_words(at, style.hour)}".strip()


def _message(turn: Turn, at: datetime, name: str) -> Message:
    side = "out" if turn.side == "out" else "in"
    message = Message(side, turn.said.text, minute(at), name, optional=turn.side == "menu")
    message.entities = list(turn.said.entities)
    message.promises = turn.said.promises
    return message


def _bubble(given: Chat, brand: str, turn: Turn, message: Message) -> str:
    style, side = given.style, message.side
    label = _local(style.label.format(brand=brand, agent=turn.agent), given.place) if side == "in" else ""
    if style.label and "{agent}" in style.label and side == "in" and turn.agent_entity:
        message.entities.append(turn.agent_entity)
    hour = f"{turn.at:%H:%M}:{turn.second:02}" if style.hour == "sec" else ""
    hour = hour or (hour_words(turn.at, style.hour) if style.stamps in ("beside", "inside") else "")
    ticks = '<u class="ticks"></u>' if side == "out" and style.stamps == "inside" else ""
    inside = f'<span class="at">{hour}{ticks}</span>' if style.stamps == "inside" else ""
    text = tag("bubble", words(message.text) + inside)
    if style.stamps == "beside":
        read = "<br>已讀" if style.name == "line" and side == "out" and given.place != "cn" else ""
        text = tag("pair", text + tag("at", hour + read if not read else read[4:] + "<br>" + hour))
    above = f"{label} {hour}".strip() if style.stamps == "above" else label
    above = tag("label", words(above)) if above else ""
    quote = tag("quote", words(turn.quote)) if turn.quote and style.name in ("wx", "group") else ""
    face = tag(f"face {side}", "") if style.faces in ("both", side) else ""
    return tag(f"row {side}", face + tag("column", above + text + quote), message.id)


def _bottom(given: Chat) -> str:
    quick = ""
    if given.style.name == "bank":
        chips = ("转人工", "账单查询", "还款", "评价") if given.place == "cn" else ("專人服務", "帳單查詢", "繳款")
        quick = tag("chips", "".join(f"<span>{chip}</span>" for chip in chips))
    hint = HINTS["cn" if given.place == "cn" else "tw"].get(given.style.name, "")
    knob = '<i class="knob"></i>'
    return quick + tag("entry", f'{knob}<span class="field">{hint}</span>{knob}{knob}')
