"""Chats of the tuning half: WeChat-like, in-app service, LINE-like, Telegram-like, WhatsApp-like, iMessage-like, SMS."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from benchmarks.truth.format import Entity, Message, Truth, minute
from benchmarks.truth.grammar import Said, say
from benchmarks.truth.sheet import Sheet, hour_words, tag, words
from benchmarks.truth.tuning.parts import BACK, PORTRAITS, Look, portrait, status_bar
from benchmarks.truth.tuning.slots import HANS, HANT, digits, slots
from benchmarks.truth.tuning.talk import Turn, conversation, moments, phrases, separator

CSS = (Path(__file__).parent / "chats.css").read_text(encoding="utf-8")
CLOCKED = ("line", "telegram", "whatsapp")
"""Apps in which every message has its own time."""

NAMES = "page ink faint theirs theirs-ink mine mine-ink bar bar-ink bar2 edge field pill clock clock-out quote"
THEMES = {
    (
        "wechat",
        False,
    ): "#ededed #111 #9b9b9b #fff #111 #95ec69 #111 #ededed #111 #ededed #d9d9d9 #fff #ccc #999 #999 #e1e1e1",
    (
        "wechat",
        True,
    ): "#111 #d5d5d5 #6f6f6f #2c2c2c #d5d5d5 #3eb575 #06180e #111 #d5d5d5 #111 #222 #232323 #333 #777 #777 #262626",
    (
        "service",
        False,
    ): "#f3f5f9 #222 #8f96a3 #fff #222 #3377ff #fff #2f6bff #fff #4f9bff #dfe4ee #f0f2f6 #dfe3ea #999 #dde #eef",
    (
        "service",
        True,
    ): "#15181f #d8dbe2 #7a8190 #232833 #d8dbe2 #2a5bd0 #eef2ff #1d2430 #e8eaf0 #263352 #2b313d #20252e #252b36 #777 #99b #222",
    (
        "line",
        False,
    ): "#8cabd9 #111 #5a6d8a #fff #111 #85e249 #111 #8cabd9 #10203a #8cabd9 #7f9cc6 #f2f2f2 rgba(60,80,110,.4) #4a5a72 #4a5a72 #eee",
    (
        "line",
        True,
    ): "#1a1c20 #eee #8d9097 #33363c #eee #2f9c3c #fff #1a1c20 #eee #1a1c20 #2a2c31 #2a2c31 #303338 #9a9da3 #9a9da3 #333",
    (
        "telegram",
        False,
    ): "#cfdfc0 #111 #5c6f52 #fff #111 #e3fbc9 #111 #fff #111 #fff #ddd #fff rgba(70,95,60,.55) #9aa0a6 #57a653 #eee",
    (
        "telegram",
        True,
    ): "#0e1621 #f1f1f1 #7d8b99 #182533 #f1f1f1 #2b5278 #fff #17212b #f5f5f5 #17212b #101921 #17212b #1e2c3a #6d7f8f #7da8d3 #223",
    (
        "whatsapp",
        False,
    ): "#efe7de #111b21 #667781 #fff #111b21 #d8fdd2 #111b21 #008069 #fff #008069 #ddd #fff #fff #667781 #667781 #eee",
    (
        "whatsapp",
        True,
    ): "#0b141a #e9edef #8696a0 #202c33 #e9edef #005c4b #e9edef #202c33 #e9edef #202c33 #111 #2a3942 #182229 #8696a0 #9bb8b1 #222",
    (
        "imessage",
        False,
    ): "#fff #000 #8a8a8e #e9e9eb #000 #0b84ff #fff #f7f7f7 #000 #f7f7f7 #e2e2e4 #fff #eee #999 #999 #eee",
    (
        "imessage",
        True,
    ): "#000 #fff #8d8d93 #262629 #fff #0a84ff #fff #161617 #fff #161617 #2a2a2c #1c1c1e #222 #999 #999 #222",
    (
        "sms",
        False,
    ): "#fff #1a1a1a #8c8c8c #f1f2f4 #1a1a1a #d5ecff #10243a #fff #1a1a1a #fff #e8e8e8 #f4f4f4 #eee #999 #999 #eee",
    (
        "sms",
        True,
    ): "#0c0c0d #e6e6e6 #808084 #242427 #e6e6e6 #1f4f8f #eaf2ff #0c0c0d #e6e6e6 #0c0c0d #222 #1c1c1e #222 #999 #999 #222",
}


@dataclass
class Chat:
    """Everything that is decided about one chat before it is written as HTML."""

    look: Look
    source: random.Random
    title: str
    turns: Sequence[Turn]
    fixed: bool
    group: bool = False
    order: list[tuple[str, Message | None]] = field(default_factory=list)
    undelivered: bool = False


def chat(source: random.Random, look: Look, count: int, form: str, group: bool = False) -> Sheet:
    """Return a chat page; ``form`` long is as high as its messages, others are a screen or scrolled to the end."""
    names = HANS if look.script == "hans" else HANT[look.currency]
    institution = source.choice(names)
    title = _title(source, look, institution, group)
    speaking = slots(institution, look.currency)
    if look.app == "sms":
        turns = _sms_turns(source, look, speaking, count)
    else:
        turns = conversation(source, look, speaking, count, look.app not in CLOCKED)
    fixed = form != "long" and source.random() < 0.6
    made = Chat(look, source, title, turns, fixed, group)
    body = "".join(_turn(made, index) for index in range(len(turns)))
    truth = Truth(
        "", look.app + ("-group" if group else ""), "sms" if look.app == "sms" else "chat", form, look.script, _zone(look),
        look.width, look.dark, look.captured.strftime("%Y-%m-%dT%H:%M:%S"), title,
    )  # fmt: skip
    if look.app == "sms":
        truth.entities.append(Entity("phone", title.replace(" ", ""), optional=True))
    if institution in title:
        truth.entities.append(Entity("institution", institution))
    most = 20000 if form == "long" else look.high if fixed else 2 * look.high
    return Sheet(_page(made, body), look.width, look.density, look.high, most, truth, made.order)


def _zone(look: Look) -> str:
    return {"CNY": "Asia/Shanghai", "TWD": "Asia/Taipei", "HKD": "Asia/Hong_Kong"}[look.currency]


def _title(source: random.Random, look: Look, institution: str, group: bool) -> str:
    if look.app == "sms":
        return source.choice(("1069", "1068", "106980")) + digits(source, 8)
    hant = look.script == "hant"
    if group:
        return institution + ("受害者自救會" if hant else "维权交流群") + f"({source.randrange(23, 480)})"
    if look.app == "service":
        return source.choice(("線上客服", "客服中心") if hant else ("在线客服", "人工客服", f"{institution}客服"))
    return institution + source.choice(("客服", "客服專員", "") if hant else ("客服", "官方客服", "-还款专员", ""))


def _sms_turns(source: random.Random, look: Look, speaking: dict, count: int) -> list[Turn]:  # type: ignore[type-arg]
    book = phrases(look.script)
    turns = []
    templates = source.sample(book["sms"]["lines"], min(count, len(book["sms"]["lines"])))
    last = None
    for template, at in zip(templates, moments(source, len(templates), look.captured), strict=True):
        at = at - timedelta(days=0)
        if last is None or at - last > timedelta(minutes=30):
            turns.append(Turn("sep", at, Said("")))
            last = at
        turns.append(Turn("in", last, say(template, speaking, source, last)))
        if source.random() < 0.15:
            reply = "已经投诉到12378了" if look.script == "hans" else "我已經申訴了"
            turns.append(
                Turn(
                    "out",
                    last,
                    Said(source.choice((reply, "T", "R", "请不要再发了") if look.script == "hans" else (reply, "R"))),
                )
            )
    return turns


def _turn(made: Chat, index: int) -> str:
    turn, look = made.turns[index], made.look
    if turn.kind == "sep":
        made.order.append((f"s{index}", None))
        shown = words(separator(turn.at, look, made.source))
        if look.app == "imessage":
            day, clock = shown.rsplit(" ", 1) if " " in shown else ("", shown)
            shown = f"<b>{day}</b> {clock}"
        return tag("sep", f"<span>{shown}</span>", f"s{index}")
    if turn.kind == "system":
        return tag("sys", f"<span>{words(turn.said.text)}</span>")
    message = Message(
        turn.kind,
        turn.said.text,
        minute(turn.at),
        f"m{index}",
        entities=turn.said.entities,
        promises=turn.said.promises,
    )
    made.order.append((message.id, message))
    return _message(made, turn, message)


def _message(made: Chat, turn: Turn, message: Message) -> str:
    look, source = made.look, made.source
    clock = hour_words(turn.at, look.hours)
    inner = words(message.text)
    ticks = "✓✓" if turn.kind == "out" and look.app in ("whatsapp", "telegram") else ""
    if look.app in ("telegram", "whatsapp"):
        quote = _inner_quote(made) if source.random() < 0.1 else ""
        inner = f'{quote}{inner}<span class="inside">{clock} {ticks}</span>'
    bubble = tag("bubble", inner, message.id)
    above = ""
    if made.group and turn.kind == "in":
        above = tag("name", words(source.choice(("小鹿", "A维权-老周", "平安是福", "阿May", "速融宝-李经理", "听风"))))
    elif look.app == "service" and turn.kind == "in" and source.random() < 0.5:
        above = tag("name", "客服" if look.script == "hans" else "線上客服")
    below = ""
    if look.app == "wechat" and source.random() < 0.07 and made.order:
        below = tag("quoted", words(_earlier(made)))
    if look.app == "sms" and source.random() < 0.0:
        below = tag("under-clock", clock)
    side = ""
    if look.app == "line":
        read = (
            ("已讀" if look.script == "hant" else "已读") + "<br>"
            if turn.kind == "out" and source.random() < 0.8
            else ""
        )
        side = tag("clock", read + clock)
    column = tag("col", above + bubble + below)
    face = ""
    if look.app in ("wechat", "service") or (look.app == "line" and turn.kind == "in"):
        face = portrait(random.Random(f"{made.title}{turn.kind}"), made.title[0] if turn.kind == "in" else "我")
    return tag(f"row {turn.kind}", face + column + side)


def _earlier(made: Chat) -> str:
    """Return what a reply quotes: who said it, and its beginning."""
    said = [turn.said.text for turn in made.turns[:8] if turn.kind in ("in", "out")]
    return f"{made.title[:6]}：{made.source.choice(said)[:16]}…"


def _inner_quote(made: Chat) -> str:
    return tag("inner-quote", f"<b>{words(made.title[:8])}</b>{words(_earlier(made).split('：', 1)[1])}")


def _page(made: Chat, body: str) -> str:
    look = made.look
    rounded = {"service": "50%", "line": "50%"}.get(look.app, "5px")
    theme = zip(NAMES.split(), THEMES[look.app, look.dark].split(), strict=True)
    values = "".join(f"--{name}:{value};" for name, value in theme)
    root = f":root{{{values}--font:{look.font},Inter,Noto Color Emoji;--scale:{look.scale};--round:{rounded}}}"
    breaking = "words" if look.app in ("imessage", "whatsapp", "telegram") else ""
    opened = f'<body class="{look.app} {"fixed" if made.fixed else ""} {breaking}">'
    view = tag("view", body, "view")
    return f"<!doctype html><meta charset=utf-8><style>{root}{CSS}</style>{opened}{_header(made)}{view}{_foot(made)}"


def _header(made: Chat) -> str:
    look, source = made.look, made.source
    status = status_bar(look, source)
    title = words(made.title)
    if look.app in ("telegram", "whatsapp"):
        state = source.choice(("在线", "最近上线") if look.script == "hans" else ("在線上", "最近曾上線"))
        face = tag("portrait", title[0], style=f"background:{source.choice(PORTRAITS)}")
        name = f'<div><div class="title">{title}</div><div class="under">{state}</div></div>'
        return status + tag("header", BACK + face + name + '<div class="more">⋮</div>')
    if look.app == "imessage":
        face = tag("portrait", title[0], style=f"background:{source.choice(PORTRAITS)}")
        return status + tag("header", f'<div class="back">{BACK}</div>{face}<div class="title">{title} ›</div>')
    badge = f'<span class="badge">{source.randrange(1, 99)}</span>' if source.random() < 0.5 else ""
    centred = "header centred" if look.app in ("wechat", "service") else "header"
    gap = "" if "centred" in centred else "&nbsp;&nbsp;"
    more = '<div class="more">···</div>' if look.app != "service" else ""
    return status + tag(centred, f'<div class="back">{BACK}{badge}</div>{gap}<div class="title">{title}</div>{more}')


def _foot(made: Chat) -> str:
    look, source = made.look, made.source
    chips = ""
    if look.app == "service":
        names = (
            ("提现问题", "还款咨询", "取消借款", "转人工")
            if look.script == "hans"
            else ("提領問題", "還款查詢", "真人客服")
        )
        chips = tag("chips", "".join(f"<span>{name}</span>" for name in names))
    hint = {
        "service": "请输入您的问题" if look.script == "hans" else "請輸入您的問題",
        "imessage": "iMessage 信息" if look.script == "hans" else "iMessage 訊息",
        "whatsapp": "输入消息" if look.script == "hans" else "輸入訊息",
        "telegram": "输入消息" if look.script == "hans" else "訊息",
        "sms": source.choice(("短信/彩信", "发送短信")) if look.script == "hans" else "簡訊",
        "line": "Aa",
    }.get(look.app, "")
    return chips + tag("input", f'<i></i><div class="field">{hint}</div><i></i><i></i>')
