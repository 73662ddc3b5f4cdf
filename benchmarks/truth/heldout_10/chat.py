"""From a short script to the sheet of a chat: ``@`` is a time, ``<`` and ``>`` messages, ``-`` a line of the app."""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from benchmarks.truth.format import Entity, Message, Truth, minute
from benchmarks.truth.heldout_10.looks import LOOKS, Look, styles
from benchmarks.truth.heldout_10.marks import said
from benchmarks.truth.sheet import Sheet, hour_words, tag, words

WEEK = "一二三四五六日"
COLOURS = ("#5b8def", "#e08e45", "#59a96a", "#a06cd5", "#d65a6f", "#4aa3a2", "#8d6e63")
LINE = re.compile(r"([<>])(?:\[([^\]]*)\])? ?(.*)")


@dataclass
class Chat:
    """One chat as it is written down; ``form`` is clean, long or photo, ``file`` png or jpg."""

    look: str
    party: str
    captured: str
    script: str
    form: str = "clean"
    file: str = "png"
    width: int = 1080
    density: float = 3.0
    ratio: float = 2.17
    script_kind: str = "hans"
    zone: str = "Asia/Shanghai"
    under: str = ""
    own: str = "我"
    title_phone: str = ""
    end: bool = False


@dataclass
class _Writer:
    chat: Chat
    look: Look
    captured: datetime
    currency: str
    at: datetime = field(default_factory=datetime.now)
    day: str = ""
    html: list[str] = field(default_factory=list)
    order: list[tuple[str, Message | None]] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    quote: str = ""
    count: int = 0

    def name(self, letter: str) -> str:
        self.count += 1
        return f"{letter}{self.count}"


def sheet(chat: Chat) -> tuple[str, Sheet]:
    """Return what the builder draws."""
    captured = datetime.fromisoformat(chat.captured)
    currency = {"Asia/Taipei": "TWD", "Asia/Hong_Kong": "HKD"}.get(chat.zone, "CNY")
    writer = _Writer(chat, LOOKS[chat.look], captured, currency)
    for line in filter(None, (line.strip() for line in chat.script.strip().splitlines())):
        _write(writer, line)
    high = round(chat.width * chat.ratio)
    longs = chat.form == "long"
    html = _page(writer, longs)
    kind = "sms" if chat.look.startswith(("sms", "imessage")) else "chat"
    truth = Truth(
        "",
        chat.look,
        kind,
        chat.form,
        chat.script_kind,
        chat.zone,
        chat.width,
        writer.look.ink in ("#d5d5d5", "#fff", "#e2e2e4", "#f5f5f5", "#e9edef")
        and writer.look.bar not in ("#ff7a2f", "#1e6fff"),
        minute(captured),
        chat.party,
    )
    truth.entities = [*writer.entities, Entity("institution", chat.party, True)]
    if chat.title_phone:
        truth.entities.append(Entity("phone", chat.title_phone, True))
    if longs:
        return chat.file, Sheet(html, chat.width, chat.density, high, 20000, truth, writer.order)
    return ("photo" if chat.form == "photo" else chat.file), Sheet(
        html, chat.width, chat.density, high, high, truth, writer.order
    )


def _write(writer: _Writer, line: str) -> None:
    if line[0] == "@":
        _time(writer, line[1:].strip())
    elif line[0] == "-":
        system = said(line[1:].strip(), writer.at, writer.currency)
        writer.entities += system.entities
        writer.html.append(tag("sys", words(system.text)))
    elif line[0] == '"':
        writer.quote = line[1:].strip()
    elif match := LINE.fullmatch(line):
        _message(writer, match[1] == ">", match[2] or "", match[3].replace("\\n", "\n"))
    else:
        raise ValueError(line)


def _time(writer: _Writer, given: str) -> None:
    if len(given) < 6:
        given = f"{writer.at:%Y-%m-%d} {given}"
    writer.at = datetime.fromisoformat(given)
    if writer.at > writer.captured:
        raise ValueError(f"{given} is after {writer.captured}")
    if writer.look.times == "head" or (writer.look.times != "sep" and writer.day == given[:10]):
        return
    writer.day = given[:10]
    name = writer.name("s")
    label = time_label(writer.at, writer.captured, writer.look.label, writer.look.clock, writer.chat.script_kind)
    writer.html.append(tag("sep pill" if writer.look.pill else "sep", words(label), name))
    writer.order.append((name, None))


def time_label(at: datetime, now: datetime, form: str, clock: str, script: str = "hans") -> str:
    """Return the words in which an app says when."""
    days = (now.date() - at.date()).days
    hour = hour_words(at, clock)
    week = ("週" if script == "hant" else "周") + WEEK[at.weekday()]
    near = {0: "今天", 1: "昨天"}.get(days, "")
    full = f"{at.month}月{at.day}日"
    year = "" if at.year == now.year else f"{at.year}年"
    weekly = f"星期{WEEK[at.weekday()]}"
    if form == "wechat":
        part = "" if not days else near or (weekly if days < 7 else year + full)
        return f"{part} {hour}".strip()
    plain = {
        "iso": f"{at:%Y-%m-%d} {hour}",
        "dash": f"{at:%m-%d} {hour}" if days else hour,
        "qq": f"{near} {hour}" if days == 1 else hour if not days else f"{at:%Y-%m-%d} {hour}",
        "line": near or f"{at.month}/{at.day}({WEEK[at.weekday()]})",
        "day": year + full,
        "wa": near or f"{at.year}年{at.month}月{at.day}日",
        "ios": f"{near or (weekly if days < 7 else f'{year}{full} {week}')} {hour}",
        "mi": f"{near or year + full} {hour}",
        "week": f"{year}{full} {weekly}",
        "weekyear": f"{at.year}年{full} {weekly}",
        "google": f"{near or year + full} {hour}" if days < 2 else f"{year}{full} {week} {hour}",
    }
    return plain[form]


def _message(writer: _Writer, own: bool, who: str, marked: str) -> None:
    name = writer.name("m")
    side = "out" if own else "in"
    look = writer.look
    spoken = said("" if marked.startswith("#") else marked, writer.at, writer.currency)
    message = Message(side, spoken.text, minute(writer.at), name, entities=spoken.entities, promises=spoken.promises)
    inner = words(spoken.text)
    if marked.startswith("#"):
        message.optional = True
        inner = {
            "#v": f'<span style="letter-spacing:{3 + len(marked)}px">•)))</span> {marked[2:]}″',
            "#p": '<div style="width:120px;height:150px;background:linear-gradient(140deg,#b8c6d8,#7d8ca3 60%,#d9c9a8)"></div>',
        }[marked[:2]]
    quote = f'<div class="q">{words(writer.quote)}</div>' if writer.quote else ""
    if quote and look.times in ("in", "beside"):
        inner, quote = f'<div class="qi">{words(writer.quote)}</div>{inner}', ""
    writer.quote = ""
    clock = hour_words(writer.at, look.clock)
    if look.times == "in":
        inner += f'<span class="w">{clock}{" ✓✓" if own else ""}</span>'
    bare = ' style="padding:0;background:none"' if marked.startswith("#p") else ""
    bubble = f'<div class="b"{bare} data-id="{name}">{inner}</div>'
    head = f'<div class="n">{words(who)}</div>' if who else ""
    if look.times == "head":
        mark = writer.name("h")
        head = f'<div class="n" data-id="{mark}">{words(who or (writer.chat.own if own else writer.chat.party))} {writer.at:%Y-%m-%d %H:%M:%S}</div>'
        writer.order.append((mark, None))
    below = f'<div class="wb">{clock}</div>' if look.times == "below" else ""
    beside = ""
    if look.times == "beside":
        read = "已讀<br>" if own and look.label == "line" else ""
        beside = f'<div class="ws">{read}{clock}</div>'
    avatar = _avatar(who or ("me" if own else writer.chat.party), look)
    writer.html.append(f'<div class="m {side}">{avatar}<div class="c">{head}{bubble}{quote}{below}</div>{beside}</div>')
    writer.order.append((name, message))


def _avatar(who: str, look: Look) -> str:
    if not look.avatars:
        return ""
    source = random.Random(who)
    colour, other = source.sample(COLOURS, 2)
    face = "🏔️" if who == "me" else source.choice(("", "🐱", "🌻", "👤", who[:1], who[:1], who[:1]))
    return f'<div class="av" style="background:linear-gradient(135deg,{colour},{other})">{face}</div>'


def status(at: datetime, ios: bool, source: random.Random) -> str:
    """Return the line at the top of every screen."""
    battery = source.randint(21, 98)
    right = f"5G {battery}%" if ios else source.choice((f"HD 5G {battery}%", f"4G {battery}%", f"5G ▮▯ {battery}"))
    return f'<div class="status"><span>{at:%H:%M}</span><span>{right}</span></div>'


def _page(writer: _Writer, longs: bool) -> str:
    chat, look = writer.chat, writer.look
    source = random.Random(chat.party + chat.captured)
    under = f'<div class="d">{words(chat.under)}</div>' if chat.under else ""
    bar = f'<div class="bar"><span>‹</span><div class="t">{words(chat.party)}{under}</div><span>{"⋯" if look.centre else "⋮"}</span></div>'
    foot = '<div class="foot"><div class="k"></div><div class="f"></div><div class="k"></div></div>'
    shape = "page" if longs else "page fixed end" if chat.end else "page fixed"
    body = "".join(writer.html)
    return f'<html><head><meta charset="utf-8"><style>{styles(look)}</style></head><body><div class="{shape}">{status(writer.captured, "Inter" in look.font, source)}{bar}<div class="view" data-id="view">{body}</div>{foot}</div></body></html>'


def all_sheets(chats: Iterable[Chat]) -> list[tuple[str, Sheet]]:
    """Return the sheets of chats."""
    return [sheet(each) for each in chats]
