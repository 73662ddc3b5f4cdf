"""From a plan of a conversation to a sheet: its page and its truth."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Message, Truth, minute
from benchmarks.truth.heldout_5 import bubbles, phones
from benchmarks.truth.heldout_5.clocks import separator
from benchmarks.truth.heldout_5.looks import LOOKS, Look
from benchmarks.truth.heldout_5.phones import PHONES, Phone
from benchmarks.truth.heldout_5.slots import Talk
from benchmarks.truth.heldout_5.talks import (
    Line,
    conversation,
    decorated,
    first_day,
    institutions,
    picked_exchanges,
    separated,
    times,
)
from benchmarks.truth.sheet import Sheet, tag, words

ZONES = {"cn": "Asia/Shanghai", "tw": "Asia/Taipei", "hk": "Asia/Hong_Kong"}
AHEAD = {
    "cn": ("{ins}", "{ins}客服", "{ins}官方客服", "在线客服", "客服小{who}", "{ins}-{who}经理"),
    "tw": ("{ins}", "{ins}客服中心", "線上客服", "{ins} 官方帳號", "客服專員-{who}"),
    "hk": ("{ins}", "{ins}客戶服務", "網上客服", "CS {who} | {ins}"),
}
FRIENDS = {
    "cn": ("小雨", "老周", "表姐", "A 阿杰水电", "妈妈"),
    "tw": ("阿明", "小瑜", "大姐"),
    "hk": ("阿Ben", "Kelly", "家姐"),
}
GROUPS = {"cn": ("相亲相爱一家人(5)", "维权互助群(136)"), "tw": ("我們這一家 (6)",), "hk": ("屋企人 (5)",)}
MEMBERS = {"cn": ("二姨", "小胖", "老周"), "tw": ("大伯", "阿嬤", "表姐"), "hk": ("Kelly", "舅父", "細佬")}
UNDER = {
    "cn": ("在线", "服务时间 9:00-21:00", ""),
    "tw": ("線上", "最後上線於今天", ""),
    "hk": ("在線", "商業帳戶", ""),
}
UNREAD = {"cn": "以下是新消息", "tw": "以下為新訊息", "hk": "以下是未讀訊息"}


@dataclass(frozen=True)
class Plan:
    """One chat to be drawn. ``scroll`` are CSS pixels by which it is not at its end; ``after`` days till the capture."""

    region: str
    look: str
    topics: tuple[str, ...]
    phone: str
    lines: int
    pace: str = "quick"
    dark: bool = False
    form: str = "clean"
    scroll: int = 0
    after: int = 0
    share: float = 0.12
    seps: str = ""


def chat(plan: Plan, source: random.Random) -> Sheet:
    """Return the sheet of a chat."""
    phone = next(each for each in PHONES[plan.region] if each.name == plan.phone)
    look, talk = LOOKS[plan.look], Talk(plan.region, source)
    lines, marks = _lines(plan, look, talk, source)
    captured = _captured(lines[-1].at, plan, source)
    title, under, known = _title(plan, look, talk, source)
    face = (title.strip("A ")[:1], talk.person)
    label = _named(lines, look, talk, source, title)
    truth = _truth(plan, phone, captured, title)
    truth.entities += [*known, *_labelled(label, lines, plan)]
    content, order = _content(plan, look, phone, lines, marks, captured, face, source)
    truth.messages = [message for _, message in order if message]
    high = phone.height / phone.density
    css = phones.style(phone, source) + bubbles.style(look, plan.dark, plan.form == "long", high)
    shift = f" style='margin-bottom:-{plan.scroll}px'" if plan.scroll else ""
    ink = (look.night if plan.dark else look.day)[4]
    page = phones.status(phone, captured, source) + bubbles.bar(look, title, under, source.choice((0, 0, 3, 12, 57)))
    page += f"<div class='view' data-id='view'><div class='inner'{shift}>{content}</div></div>"
    page += f"<div class='foot'>{bubbles.foot(look, plan.region, source)}{phones.foot(phone, ink)}</div>"
    html = f"<!doctype html><html lang='{truth.script}'><meta charset='utf-8'><style>{css}</style><body>{page}</body></html>"
    most = 20000 if plan.form == "long" else phone.height
    return Sheet(html, phone.width, phone.density, phone.height, most, truth, order)


def _lines(plan: Plan, look: Look, talk: Talk, source: random.Random) -> tuple[list[Line], list[datetime]]:
    """Return the lines, and for each when the separator before it says it was (its own time where there is none)."""
    chosen = picked_exchanges(plan.region, list(plan.topics), source, plan.lines)
    when = times(chosen, first_day(plan.region, source), source, plan.pace)
    shown = separated(when, look.gap) if look.times == "sep" else when
    lines = conversation(talk, chosen, shown, source)
    extras = look.extras
    if "FRIEND" in plan.topics and look.name == "wechat" and plan.region == "cn":
        extras += ("packet", "transfer", "transfer")
    lines = decorated(lines, plan.region, source, plan.share, extras)
    if "transfer" in extras:
        lines.append(Line("in", "", lines[-1].at, source.choice(("packet", "transfer"))))
        lines.append(Line("out", "谢谢啦", lines[-1].at))
    for line in lines:
        if line.kind == "card":
            line.text = bubbles.cards(source)
        if line.kind in ("packet", "transfer"):
            _money(line, source)
        if line.kind == "unread":
            line.kind, line.text, line.side = "system", UNREAD[plan.region], ""
    return lines, [line.at for line in lines]


def _money(line: Line, source: random.Random) -> None:
    """Give a red packet or a transfer its words; an amount in it may be noted or not."""
    if line.kind == "packet":
        line.text = "恭喜发财，大吉大利\n微信红包"
        return
    value = source.choice((50, 200, 520, 1000, 36.5))
    line.text = f"¥{value:.2f}\n{source.choice(('已被接收', '请收款', '已收款'))}"
    line.entities.append(Entity("amount", f"{value:.2f} CNY", optional=True))


def _captured(last: datetime, plan: Plan, source: random.Random) -> datetime:
    captured = last + timedelta(days=plan.after, minutes=source.randint(2, 25))
    if plan.after:
        captured = captured.replace(hour=source.randint(8, 22), minute=source.randint(0, 59))
    return captured


def _title(plan: Plan, look: Look, talk: Talk, source: random.Random) -> tuple[str, str, list[Entity]]:
    """Return the title, what stands below it, and what the bar names."""
    if "FRIEND" in plan.topics:
        if look.names:
            return source.choice(GROUPS[plan.region]), "", []
        return source.choice(FRIENDS[plan.region]), "", []
    if look.name.endswith("sms"):
        number = _sender(plan.region, source)
        return number, "", [Entity("phone", number, optional=True)]
    who = talk.slots()["who"](source, datetime.min).words
    title = source.choice(AHEAD[plan.region]).format(ins=talk.institution, who=who)
    if look.name in ("wechat_service", "bank_service"):
        title = talk.institution
    under = source.choice(UNDER[plan.region]) if look.title == "left" or look.name == "alipay_service" else ""
    if look.name == "wecom":
        title, under = f"{who}{source.choice(('经理', '专员', '客服'))}", f"@{talk.institution}"
    return title, under, institutions(title + under, plan.region)


def _sender(region: str, source: random.Random) -> str:
    digits = "".join(str(source.randint(0, 9)) for _ in range(10))
    if region == "tw":
        return source.choice((f"0911-5{digits[:2]}-{digits[2:5]}", f"+886 911 5{digits[:2]} {digits[2:5]}"))
    if region == "hk":
        return f"+852 6{digits[:3]} {digits[3:7]}"
    return source.choice(
        (f"1069{digits[:9]}", f"106 9{digits[:3]} {digits[3:7]} {digits[7:]}", f"95{digits[:3]}", f"1068{digits}")
    )


def _named(lines: list[Line], look: Look, talk: Talk, source: random.Random, title: str) -> Entity | None:
    """Give the others' lines a name; it holds the number of the agent who speaks, where one is known."""
    if look.name.endswith("group"):
        for line in lines:
            line.name = source.choice(MEMBERS[talk.region])
        return None
    heads = {"cn": ("客服", "人工客服", "坐席"), "tw": ("客服", "專員"), "hk": ("客服", "職員")}[talk.region]
    head, number = source.choice(heads), ""
    numbered = source.random() < 0.6 and look.name in ("shop_service", "bank_service")
    for line in lines:
        if line.side == "out":
            line.name = title
            continue
        number = number or next((each.value for each in line.entities if each.kind == "agent_id"), "")
        line.name = f"{head}{number}" if numbered and number else head
    return Entity("agent_id", number, optional=True) if numbered and number else None


def _labelled(label: Entity | None, lines: list[Line], plan: Plan) -> list[Entity]:
    """Return the number that stands in a name, wanted where a bubble near the end bears it for sure."""
    if label is None:
        return []
    sure = not plan.scroll and any(label.value in line.name for line in lines[-4:] if line.side == "in")
    return [Entity("agent_id", label.value, optional=not sure)]


def _truth(plan: Plan, phone: Phone, captured: datetime, title: str) -> Truth:
    script = "zh-Hans" if plan.region == "cn" else "zh-Hant"
    form = {"clean": "clean", "long": "long", "photo": "photo"}[plan.form]
    return Truth(
        "", plan.look, "chat", form, script, ZONES[plan.region], phone.width, plan.dark, minute(captured), title
    )


def _content(
    plan: Plan,
    look: Look,
    phone: Phone,
    lines: list[Line],
    marks: list[datetime],
    captured: datetime,
    faces: tuple[str, str],
    source: random.Random,
) -> tuple[str, list[tuple[str, Message | None]]]:
    """Return the markup of the lines with their separators, and the order in which they stand."""
    html, last, first = "", None, True
    order: list[tuple[str, Message | None]] = []
    for index, (line, at) in enumerate(zip(lines, marks, strict=True)):
        key = at if look.times == "sep" else at.date()
        if key != last:
            text = separator(plan.seps or look.seps, at, captured, phone.clock, plan.region)
            head = f"{bubbles.HINTS[plan.region][2]} · SMS<br>" if first and look.seps == "ios" else ""
            html += tag("sep", f"<span data-id='s{index}'>{head}{words(text)}</span>")
            order.append((f"s{index}", None))
            last, first = key, False
        name = f"m{index}"
        html += bubbles.row(look, line, name, phone, source, faces)
        order += _parts(line, name)
    return html, order


def _parts(line: Line, name: str) -> list[tuple[str, Message | None]]:
    """Return a line as messages; a voice that was written down is two, the first without words."""
    parts: list[tuple[str, Message | None]] = []
    if line.kind == "heard":
        parts.append((name + "v", Message(line.side, "", minute(line.at), name + "v", optional=True)))
    hidden = line.kind not in ("text", "heard") or not any(char.isalnum() for char in line.text)
    text = line.text if line.kind != "voice" else ""
    message = Message(line.side, text, minute(line.at), name, hidden, None)
    message.entities, message.promises = line.entities, line.promises
    parts.append((name, message))
    return parts
