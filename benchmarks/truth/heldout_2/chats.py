"""Draws conversations as chat apps show them, with the truth of what can be read."""

import random
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path

from benchmarks.truth.format import Entity, Message, Truth, minute
from benchmarks.truth.heldout_2 import script
from benchmarks.truth.heldout_2.apps import APPS, App
from benchmarks.truth.heldout_2.frames import above_field, bottom, header
from benchmarks.truth.heldout_2.phone import PHONES, Phone, page, status_bar
from benchmarks.truth.sheet import Sheet, hour_words, tag, words

CSS = Path(__file__).with_name("chat.css").read_text(encoding="utf-8")
FACES = ("🐱", "🌻", "👩‍💼", "🏞️", "🐶", "🌊", "🧑‍💻", "🦊")
TINTS = ("#5b8def", "#e2725b", "#4caf8e", "#b07cc6", "#d69e2e", "#607d8b")
TICKS = "✓✓"


@dataclass
class Setting:
    """Where and when a screenshot of a chat was taken."""

    app: App
    phone: Phone
    dark: bool
    long: bool
    hant: bool
    captured: datetime
    title: str
    second: str
    region: str
    hours: str
    keyboard: bool = False
    banner: str = ""


NOTICES = {
    "wechat": (
        ("以下为新消息", "对方撤回了一条消息", "你撤回了一条消息 重新编辑", "以上是打招呼的内容"),
        ("以下為新訊息", "對方收回了一則訊息", "你收回了一則訊息 重新編輯"),
    ),
    "wecom": (("以上是打招呼的内容", "对方为企业微信用户，了解更多", "对方撤回了一条消息"), ("以上是打招呼的內容",)),
    "alipay": (("服务过程可能会被记录", "请对本次服务进行评价"), ("請為本次服務評分",)),
    "line": (("对方已收回讯息",), ("對方已收回訊息", "以下為尚未閱讀的訊息", "Molly 已加入聊天")),
    "telegram": (("未读消息", "你置顶了一条消息"), ("未讀訊息",)),
    "whatsapp": (("3 条未读消息",), ("3 則未讀訊息", "訊息和通話已使用端對端加密，只有參與者可讀取或收聽。")),
    "messenger": (("你收回了一则讯息",), ("對方已收回訊息", "你們現在已在 Messenger 上連線")),
}
"""Lines of the app, in both scripts, of which one may stand anywhere."""

ZONES = {"CN": "Asia/Shanghai", "TW": "Asia/Taipei", "HK": "Asia/Hong_Kong"}
LONGEST_PX = 20_000


class Chat:
    """One drawing of a chat."""

    def __init__(self, setting: Setting, lines: list[script.Line], source: random.Random) -> None:
        self.setting, self.lines, self.source = setting, lines, source
        self.order: list[tuple[str, Message | None]] = []
        self.entities: list[Entity] = []
        self.group = any(line.name for line in lines)
        self.faces = {name: source.choice(FACES) for name in {line.name for line in lines}}
        self.staff = next(
            (e.value for line in lines if line.side == "in" for e in line.entities if e.kind == "agent_id"), ""
        )

    def sheet(self, kind: str) -> Sheet:
        """Return the page; ``kind`` is the picture's."""
        it, phone = self.setting, self.setting.phone
        inner = self._body()
        view = tag("view", tag("inner", inner), "" if it.long else "view")
        bars = status_bar(phone, it.captured, self.source, dark=it.dark)
        top = tag("top", bars + header(it.app, it.title, it.second, group=self.group, hant=it.hant))
        banner = tag("banner", words(it.banner)) if it.banner else ""
        foot = above_field(it.app, hant=it.hant) + bottom(it.app, phone, keyboard=it.keyboard, hant=it.hant)
        classes = f"{it.app.key} {'dark' if it.dark else 'light'} {'long' if it.long else ''}"
        text = "Hant" if it.hant else "Hans"
        html = page(CSS, top + banner + view + foot, phone, text, classes=classes, long=it.long)
        most = LONGEST_PX if it.long else phone.height
        return Sheet(html, phone.width, phone.density, phone.height, most, self._truth(kind, text), self.order)

    def _truth(self, kind: str, text: str) -> Truth:
        it = self.setting
        shown = " ".join([it.title, it.second, it.banner, *(line.text for line in self.lines)])
        form = "photo" if kind == "photo" else "long" if it.long else "clean"
        page_kind = "sms" if it.app.key.startswith("sms") else "chat"
        truth = Truth(
            "",
            it.app.key,
            page_kind,
            form,
            text,
            ZONES[it.region],
            it.phone.width,
            it.dark,
            minute(it.captured),
            it.title,
        )
        truth.entities = self.entities + script.institutions(shown)
        number = "".join(char for char in it.title if char.isdigit())
        if page_kind == "sms" and len(number) > 4:
            truth.entities.append(Entity("phone", number))
        return truth

    def _body(self) -> str:
        parts, block, day = [], None, None
        noticed = self.source.randrange(1, len(self.lines)) if self.setting.app.key in NOTICES else 0
        for index, line in enumerate(self.lines):
            if noticed and index == noticed:
                notice = self.source.choice(NOTICES[self.setting.app.key][self.setting.hant])
                parts.append(tag("system", f"<span>{notice}</span>"))
            if self.setting.app.times == "block" and line.block != block:
                parts.append(self._separator(index, line.block))
            if self.setting.app.times in ("in", "by") and line.at.date() != day:
                parts.append(self._day(index, line.at))
            block, day = line.block, line.at.date()
            if line.side == "app":
                parts.append(self._system(line))
            else:
                parts.append(self._message(index, line))
        return "".join(parts)

    def _separator(self, index: int, at: datetime) -> str:
        it = self.setting
        name = f"s{index}"
        self.order.append((name, None))
        label = it.app.label(at, it.captured, it.hours)
        first = "<b>信息</b><br>" if it.app.key in ("imessage", "sms_ios") and index == 0 else ""
        return tag("when", first + words(label), name)

    def _day(self, index: int, at: datetime) -> str:
        name = f"s{index}"
        self.order.append((name, None))
        return tag("when", f"<span>{words(self.setting.app.day(at, self.setting.captured))}</span>", name)

    def _system(self, line: script.Line) -> str:
        """Draw a line of the app. What it names counts where it is sure to be seen: on a page shown whole."""
        sure = self.setting.long
        self.entities += [Entity(each.kind, each.value, each.optional or not sure) for each in line.entities]
        return tag("system", f"<span>{words(line.text)}</span>")

    def _message(self, index: int, line: script.Line) -> str:
        app, name = self.setting.app, f"m{index}"
        time = line.block if app.times == "block" else line.at
        wordless = line.act not in ("", "q")
        text = {"voice": f'{line.extra}"', "card": line.extra.replace(" ‖ ", "\n")}.get(line.act, line.text)
        message = Message(line.side, text, minute(time), name, wordless)
        message.entities, message.promises = line.entities, line.promises
        if app.times == "over":
            self.order.append((f"t{index}", None))
        self.order.append((name, message))
        face = ""
        if app.faces == "both" or (app.faces == "in" and line.side == "in"):
            face = self._face(line)
        label = self._label(line, index, message)
        beside = self._beside(line)
        quote = tag("quoted", words(line.extra)) if line.act == "q" else ""
        bubble = self._bubble(line, name if app.times != "over" else "", "" if app.quote == "below" else quote)
        below = quote if app.quote == "below" else ""
        stack = tag("stack", label + bubble + below, name if app.times == "over" else "")
        whole = face + stack + beside if line.side == "in" else beside + stack + face
        return tag(f"row {line.side}", whole)

    def _bubble(self, line: script.Line, name: str, quote: str) -> str:
        app = self.setting.app
        clock = ""
        if app.times == "in":
            ticks = f" <u>{TICKS}</u>" if line.side == "out" else ""
            clock = f'<span class="clock">{hour_words(line.at, self.setting.hours)}{ticks}</span>'
        author = ""
        if self.group and line.side == "in" and app.key in ("telegram", "whatsapp"):
            author = tag("author", words(line.name), style=f"color:{TINTS[len(line.name) % len(TINTS)]}")
        if line.act == "image":
            return tag("picture", "", name, f"--tint:{self.source.choice(TINTS)}")
        if line.act == "sticker":
            return tag("sticker", escape(line.extra), name)
        if line.act == "voice":
            return tag("bubble voice", f"{line.extra}″ <s>◖))</s>", name)
        if line.act == "card":
            head, _, text = line.extra.partition(" ‖ ")
            return tag("card", f"<b>{words(head)}</b><p>{words(text)}</p><i>链接</i>", name)
        return tag("bubble", author + quote + f"<span>{words(line.text)}</span>" + clock, name)

    def _label(self, line: script.Line, index: int, message: Message) -> str:
        """Draw the name above a bubble, with the time where the app puts it there."""
        app = self.setting.app
        if app.times == "over":
            who = "我" if line.side == "out" else f"客服{self.staff}" if self.staff else "在线客服"
            if line.side == "in" and self.staff:
                message.entities = [*message.entities, Entity("agent_id", self.staff)]
            return tag(
                "name", f"{escape(who)} <em>{line.at:%Y-%m-%d %H:%M}:{self.source.randrange(60):02}</em>", f"t{index}"
            )
        if self.group and line.side == "in" and app.key not in ("telegram", "whatsapp"):
            return tag("name", words(line.name))
        return ""

    def _beside(self, line: script.Line) -> str:
        it = self.setting
        receipt = f"<br>{it.app.receipt}" if it.app.receipt and line.side == "out" else ""
        if it.app.times == "by":
            clock = hour_words(line.at, it.hours)
            return tag("beside", (f"{it.app.receipt}<br>" if receipt else "") + clock)
        return tag("beside", it.app.receipt) if receipt else ""

    def _face(self, line: script.Line) -> str:
        colour = TINTS[(len(line.name) + (line.side == "in") * 3) % len(TINTS)]
        sign = self.faces[line.name] if line.side == "in" else "🌱"
        return tag("face", sign, style=f"background:{colour}")


def setting(
    key: str, phone: str, scene: script.Scene, captured: datetime, source: random.Random, **given: bool | str
) -> Setting:
    """Return a setting for a scene; what is not given is chosen."""
    app = APPS[key]
    long, banner = bool(given.get("long")), str(given.get("banner", ""))
    dark = bool(given.get("dark", source.random() < 0.3))
    hant = scene.region != "CN"
    hours = source.choice(app.hours)
    keyboard = bool(given.get("keyboard", False))
    return Setting(
        app, PHONES[phone], dark, long, hant, captured, scene.title, scene.second, scene.region, hours, keyboard, banner
    )
