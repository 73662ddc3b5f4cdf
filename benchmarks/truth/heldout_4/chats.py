"""Talks in messengers, in an app's own service window, and threads of short messages."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Message, Truth, minute
from benchmarks.truth.heldout_4.device import Device, device, status
from benchmarks.truth.heldout_4.looks import LOOKS, Look, sheet_css
from benchmarks.truth.heldout_4.slots import ZONES, digits, phone
from benchmarks.truth.heldout_4.talk import BRANDS, Decks, Talker, Turn
from benchmarks.truth.sheet import Sheet, hour_words, tag, words

PAUSE = timedelta(minutes=5)
"""After such a silence an app says the time anew."""

APPLE = {
    "imessage": True,
    "sms": None,
    "service": None,
    "wechat": None,
    "line": None,
    "telegram": None,
    "whatsapp": None,
}
LABELS = ("客服{}", "客服-{}", "工号{}", "坐席{}", "客服专员 {}", "在线客服{}")
"""How an agent's number stands above what he writes."""

WEEK = "一二三四五六日"
TICKS = '<svg width="15" height="9" viewBox="0 0 15 9" style="margin-left:3px"><path d="M1 5l3 3 6-7M6 7l1 1 6-7" fill="none" stroke="#4fb6d8" stroke-width="1.4"/></svg>'


@dataclass(frozen=True)
class Wanted:
    """Which chat to draw. ``form`` is clean, long or photo; ``count`` how many messages were sent."""

    app: str
    place: str
    dark: bool
    count: int
    form: str = "clean"
    english: bool = False
    group: bool = False
    least: int = 0


def chat(source: random.Random, wanted: Wanted, deck: Decks) -> Sheet:
    """Return one chat and its truth."""
    made = _Chat(source, wanted, deck)
    return made.sheet()


class _Chat:
    def __init__(self, source: random.Random, wanted: Wanted, deck: Decks) -> None:
        self._source, self._wanted = source, wanted
        self._look: Look = LOOKS[wanted.app]
        self._phone: Device = device(source, wanted.place, APPLE[wanted.app], wanted.least)
        self._brand = source.choice(BRANDS[wanted.place])
        talker = Talker(source, deck, wanted.place, self._brand, wanted.english)
        start = _start(source)
        self._turns = (talker.texts if wanted.app == "sms" else talker.talk)(start, wanted.count)
        last = self._turns[-1].at
        later = (
            timedelta(minutes=source.randrange(1, 40))
            if source.random() < 0.6
            else timedelta(days=source.randrange(1, 4))
        )
        self._captured = last + later
        self._clock = (
            source.choice(("24", "24", "cn", "parts")) if wanted.app == "wechat" else source.choice(("24", "24", "cn"))
        )
        self._label = source.choice(LABELS)
        self._order: list[tuple[str, Message | None]] = []
        self._title, self._entities = self._titled()

    def sheet(self) -> Sheet:
        wanted, phone_ = self._wanted, self._phone
        body = self._body()
        fixed = wanted.form != "long" and wanted.app not in ("service", "sms")
        upwards = wanted.app in ("telegram", "whatsapp")  # a short talk stands at the bottom
        kind = "fixed" + ("" if upwards else " short") if fixed else ""
        page = self._top() + tag("view", body, "view") + self._foot()
        css = sheet_css(self._look, wanted.dark, phone_.font, phone_.high)
        html = f"<!doctype html><meta charset=utf-8><style>{css}</style>{tag(f'screen {kind}', page)}"
        truth = Truth(
            name="", style=wanted.app, kind="sms" if wanted.app == "sms" else "chat", form=wanted.form,
            script="hans" if wanted.place == "cn" else "hant", zone=ZONES[wanted.place], width=phone_.width, dark=wanted.dark,
            captured=self._captured.isoformat(), party=self._title, entities=self._entities,
        )  # fmt: skip
        most = 20000 if wanted.form == "long" else phone_.height if fixed else phone_.height * 2
        return Sheet(html, phone_.width, phone_.density, phone_.height, most, truth, self._order)

    def _titled(self) -> tuple[str, list[Entity]]:
        """Return what the title bar says, and what of it is worth keeping."""
        if self._wanted.app == "sms":
            number = self._source.choice(("1069", "1068", "95")) + digits(self._source, self._source.choice((3, 8, 10)))
            number = number[:5] if number.startswith("95") else number + digits(self._source, 4)
            return number, [phone(number)]
        tail = "客服" if self._wanted.place == "cn" else "客服中心"
        name = Entity("institution", self._brand, optional=True)
        if self._wanted.group:
            return f"{self._brand}售后群({self._source.randrange(3, 9)})", [name]
        if self._wanted.app == "service":
            return self._source.choice(("在线客服", "我的客服", f"{self._brand}客服")), [name]
        return self._brand + tail, [name]

    def _body(self) -> str:
        parts: list[str] = []
        shown: datetime | None = None
        last = self._turns[0].at
        for index, turn in enumerate(self._turns):
            if self._look.stamp == "gap":
                if shown is None or turn.at - last > PAUSE:
                    shown = turn.at
                    parts.append(self._separator(index, self._moment(shown)))
            elif shown is None or turn.at.date() != shown.date():
                shown = turn.at
                parts.append(self._separator(index, self._day(shown)))
            parts += self._welcome(turn, index) if self._look.name == "service" else []
            last = turn.at
            parts.append(self._message(turn, index, shown if self._look.stamp == "gap" else turn.at))
        return "".join(parts)

    def _separator(self, index: int, inner: str) -> str:
        name = f"s{index}"
        self._order.append((name, None))
        return tag("sep" if self._look.stamp == "gap" else "sep pill", inner, name)

    def _welcome(self, turn: Turn, index: int) -> list[str]:
        """Return the line that says who has come, where somebody new writes."""
        if turn.agent is None or any(each.agent is turn.agent for each in self._turns[:index]):
            return []
        number = turn.agent.number
        text = self._source.choice(
            (f"客服 {number} 为您服务", f"已为您接入人工客服，工号{number}", f"客服工号{number}已接入会话")
        )
        message = Message("in", text, minute(turn.at), f"w{index}", optional=True)
        self._order.append((message.id, message))
        self._entities.append(Entity("agent_id", number))
        return [tag("sep", words(text), message.id)]

    def _message(self, turn: Turn, index: int, at: datetime) -> str:
        message = Message(turn.side, turn.said.text, minute(at), f"m{index}")
        message.entities, message.promises = list(turn.said.entities), turn.said.promises
        self._order.append((message.id, message))
        stamp = hour_words(turn.at, self._clock)
        inner = words(turn.said.text)
        if self._look.stamp == "inside":
            ticks = TICKS if turn.side == "out" else ""
            inner += f'<span class="inside">{stamp}{ticks}</span>'
        bubble = tag("bubble", inner)
        name = ""
        if turn.agent is not None and (self._look.name == "service" or self._wanted.group):
            name = tag("name", self._label.format(turn.agent.number))
            message.entities.append(Entity("agent_id", turn.agent.number))
        elif turn.side == "in" and self._look.name == "line":
            name = tag("name", words(self._title))
        column = tag("column", name + bubble, message.id)
        read = "已讀<br>" if turn.side == "out" else ""
        beside = tag("beside", read + stamp) if self._look.stamp == "beside" else ""
        return tag(f"line {turn.side}", self._face(turn.side) + column + beside)

    def _face(self, side: str) -> str:
        if not self._look.face or (side == "out" and self._look.name == "line"):
            return ""
        colour, light = ("#5b8def", "#fff") if side == "in" else ("#e0a96d", "#fff4e4")
        shape = f'<svg viewBox="0 0 40 40" width="100%"><rect width="40" height="40" fill="{colour}"/><circle cx="20" cy="15" r="7" fill="{light}"/><path d="M6 40c1-13 8-16 14-16s13 3 14 16z" fill="{light}"/></svg>'
        return tag("face", shape)

    def _top(self) -> str:
        below = {
            "telegram": "最近上线过" if self._wanted.place == "cn" else "最近上線",
            "whatsapp": "商業帳戶" if self._wanted.place != "cn" else "企业账号",
        }.get(self._look.name, "")
        small = f"<small>{below}</small>" if below else ""
        title = tag("title", words(self._title) + small)
        return status(self._captured, self._source) + tag(
            "top", f'<div class="go">‹</div>{title}<div class="more">···</div>'
        )

    def _foot(self) -> str:
        cn = self._wanted.place == "cn"
        hint = {
            "wechat": "", "service": "请输入您的问题" if cn else "請輸入訊息", "line": "Aa", "telegram": "消息" if cn else "訊息",
            "whatsapp": "", "imessage": "iMessage 信息" if cn else "iMessage", "sms": "短信" if cn else "簡訊",
        }[self._look.name]  # fmt: skip
        return tag("foot", f'<div class="dot"></div><div class="field">{hint}</div><div class="dot"></div>')

    def _moment(self, at: datetime) -> str:
        """Return a separator of an app that says the time after a pause."""
        clock = hour_words(at, self._clock)
        ago = (self._captured.date() - at.date()).days
        if self._look.name == "service":
            return f"{at:%Y-%m-%d} {at:%H:%M}" if self._phone.apple else f"{at:%m-%d %H:%M}"
        apple = self._look.name in ("imessage", "sms")
        weekday = ("週" if self._wanted.place != "cn" else "周") + WEEK[at.weekday()]
        if ago == 0:
            return f"<b>今天</b> {clock}" if apple else clock
        if ago == 1:
            return f"<b>昨天</b> {clock}" if apple else f"昨天 {clock}"
        if ago < 7 and self._look.name != "sms":
            return f"<b>星期{WEEK[at.weekday()]}</b> {clock}" if apple else f"星期{WEEK[at.weekday()]} {clock}"
        day = f"{at.month}月{at.day}日"
        return (
            f"<b>{day} {weekday}</b> {clock}"
            if apple
            else f"{day if self._phone.apple else f'{at.year}年{day}'} {clock}"
        )

    def _day(self, at: datetime) -> str:
        ago = (self._captured.date() - at.date()).days
        if self._look.name == "telegram":
            return f"{at.month}月{at.day}日"
        if ago < 2:
            return ("今天", "昨天")[ago]
        if self._look.name == "line":
            return f"{at.month}/{at.day}（{'週' if self._wanted.place == 'tw' else ''}{WEEK[at.weekday()]}）"
        return f"{at.year}年{at.month}月{at.day}日"


def _start(source: random.Random) -> datetime:
    """Return when a talk begins: in office hours, in months whose holidays are known here."""
    day = datetime(2025, 8, 4) + timedelta(days=source.randrange(0, 105))
    return day + timedelta(hours=9, minutes=source.randrange(0, 400))
