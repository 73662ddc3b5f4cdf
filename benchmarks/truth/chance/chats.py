"""Chats of looks made by chance."""

import random
import tomllib
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.truth.chance.look import Look
from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Message, minute
from benchmarks.truth.fresh.chats import Turn, timed
from benchmarks.truth.fresh.phone import icon
from benchmarks.truth.grammar import Filled
from benchmarks.truth.sheet import Sheet, tag, words

BOOK = tomllib.loads((Path(__file__).parent / "talks.toml").read_text(encoding="utf-8"))
CURRENCIES = {"tw": "TWD", "hk": "HKD", "en": "HKD"}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def _e_within(source: random.Random, at: datetime) -> Filled:
    count = source.choice((2, 3, 5))
    forms = (
        (f"within {count} working days", after_working_days(at.date(), count)),
        (f"within {count * 24} hours", at.date() + timedelta(days=count)),
    )
    text, due = source.choice(forms)
    return Filled(text, (), due)


def _e_tomorrow(source: random.Random, at: datetime) -> Filled:
    return Filled(source.choice(("tomorrow", "by tomorrow noon")), (), at.date() + timedelta(days=1))


class Chat:
    """A chat being drawn in one look."""

    def __init__(self, page: Look, topic: str) -> None:
        self.page, self.topic = page, topic
        page.slots = {**page.slots, "ewithin": _e_within, "etomorrow": _e_tomorrow}
        self.english = topic == "en"
        self.group = topic == "group"
        self.times = page.pick("times", "between", "between", "between", "beside", "under", "inside", "corner", "name")
        self.faces = page.pick("faces", "both", "both", "in", "none") if not self.group else "both"
        self.names = (
            "in" if self.group or self.times == "name" else page.pick("names", "none", "none", "none", "in", "both")
        )
        self.form = page.pick("when", "cn", "cn", "iso", "slash", "year", "week", "parts")
        self.title = self._title()
        page.truth.party = self.title
        if self.title.isdigit():
            page.entity("phone", self.title, optional=True)
        if page.house in self.title:
            page.entity("institution", page.house)

    def _title(self) -> str:
        page, source = self.page, self.page.source
        if self.topic == "sms":
            return source.choice(
                (f"1069{source.randrange(10**7, 10**8)}", f"955{source.randrange(10, 99)}", page.house)
            )
        if self.group:
            return source.choice((f"{page.house}维权{source.randrange(1, 9)}群", f"{page.house}退费交流群"))
        if self.english:
            return source.choice((f"{page.house} Support", page.house))
        said = page.says("客服|官方客服|在线客服|专属客服|贷后经理|小助手", "客服|線上客服|專員|小幫手")
        return page.house + source.choice(said.split("|"))

    # times

    def clock(self, at: datetime) -> str:
        """Return a time of day in this look."""
        if self.english:
            return f"{at:%H:%M}"
        if self.page.pick("hours", "24", "24", "24", "12") == "12":
            return f"{'上午' if at.hour < 12 else '下午'}{self.page.pick('space', '', ' ')}{at.hour % 12 or 12}:{at:%M}"
        return f"{at:%H:%M}"

    def day(self, at: datetime) -> str:
        """Return a day in this look; nothing for today where a clock follows."""
        page, days = self.page, (self.page.now.date() - at.date()).days
        week = page.weekday(at, page.says("星期", "星期"))
        if self.english:
            return (
                "Today"
                if not days
                else "Yesterday"
                if days == 1
                else f"{DAYS[at.weekday()]}, {at.day} {MONTHS[at.month - 1]}"
            )
        far = {
            "cn": f"{at.month}月{at.day}日",
            "iso": f"{at:%Y-%m-%d}",
            "slash": f"{at:%Y/%m/%d}",
            "year": f"{at.year}年{at.month}月{at.day}日",
            "week": f"{at.month}月{at.day}日 {week}",
            "parts": f"{at.month}月{at.day}日",
        }[self.form]
        if not page.hans and self.form == "slash" and page.currency == "TWD":
            far = f"{at.year - 1911}/{at:%m/%d}"
        if self.form in ("iso", "year"):
            return far
        if self.form in ("cn", "parts") and 1 < days < 7:
            return week
        return {0: "", 1: "昨天"}.get(days, far)

    def separator(self, turn: Turn, index: int) -> str:
        """Return what stands between messages of two times or days."""
        day = self.day(turn.at)
        if self.times == "between":
            shown = f"{day} {self.clock(turn.at)}".strip()
        else:
            shown = day or self.page.says("今天", "今天")
        self.page.order.append((f"t{index}", None))
        return tag("when", shown, f"t{index}")

    # messages

    def message(self, turn: Turn, index: int) -> str:
        """Return one message with all that stands around it."""
        page, source, said = self.page, self.page.source, turn.said
        kept = Message(
            turn.kind, said.text, minute(turn.at), f"m{index}", entities=said.entities, promises=said.promises
        )
        who = source.choice(("老周", "阿May", "风轻云淡", "Kiki")) if self.group and turn.kind == "in" else turn.kind
        if self.times == "name":
            page.order.append((f"t{index}", None))
        page.order.append((kept.id, kept))
        body, at = words(said.text), tag("at", self._at(turn))
        if index > 4 and source.random() < 0.07 and self.page.pick("quotes", "yes", "no") == "yes":
            body = (
                tag("quote", f"{self.page.says('客服', '客服')}<br>{self.page.says('好的，请稍等', '好的，請稍等')}")
                + body
            )
        if self.times in ("inside", "corner"):
            body += f'<span class="at">{self._at(turn)}</span>'
        inner = self._name(turn, who, index) + tag("say", body, kept.id)
        if self.times == "under":
            inner += at
        elif turn.kind == "out" and self.times == "between" and page.pick("read", "no", "no", "yes") == "yes":
            inner += tag("at", page.says("已读", "已讀"), style="margin:2px 3px 0")
        side = tag("side", inner) + (at if self.times == "beside" else "")
        face = page.face(who) if self.faces == "both" or self.faces == turn.kind else ""
        return tag(f"line {turn.kind}", face + side)

    def _at(self, turn: Turn) -> str:
        ticks = self.page.pick("ticks", "", "", " ✓✓") if self.times in ("inside", "corner") else ""
        return self.clock(turn.at) + (ticks if turn.kind == "out" else "")

    def _name(self, turn: Turn, who: str, index: int) -> str:
        page = self.page
        name = (
            who if self.group and turn.kind == "in" else {"in": self.agent(), "out": page.says("我", "我")}[turn.kind]
        )
        if self.times == "name":
            shown = self.page.pick("stamp", "full", "short")
            at = f"{turn.at:%Y-%m-%d %H:%M:%S}" if shown == "full" else f"{turn.at:%m-%d %H:%M}"
            first = page.pick("first", "name", "time")
            parts = (f"<span>{name}</span>", f"<span>{at}</span>")
            return tag("who", "".join(parts if first == "name" else parts[::-1]), f"t{index}")
        if self.names == "both" or self.names == turn.kind:
            return tag(
                "who", page.pick("badge", "", "", f"<i>{page.says('客服', '客服')}</i>") * (turn.kind == "in") + name
            )
        return ""

    def agent(self) -> str:
        """Return the name under which the other side speaks."""
        return self.page.pick("agent", "小美", self.page.says("客服小李", "客服小李"), self.page.house, "Lily")

    def aside(self, index: int) -> str:
        """Return something that is no message in words."""
        page, source = self.page, self.page.source
        side = source.choice(("in", "out"))
        kept = Message(side, "", None, f"x{index}", optional=True)
        page.order.append((kept.id, kept))
        inner = source.choice(
            (
                tag("photo", "", kept.id),
                tag("say voice", f'{source.randrange(2, 59)}"', kept.id),
                tag(
                    "card", page.says("<b>服务评价</b>请对本次服务进行评价", "<b>服務評價</b>請為本次服務評分"), kept.id
                ),
            )
        )
        return tag(f"line {side}", (page.face(side) if self.faces in ("both", side) else "") + tag("side", inner))


def chat(source: random.Random, topic: str, form: str = "clean", dark: bool = False) -> Sheet:
    """Return one chat in a look of its own."""
    kind = "sms" if topic == "sms" else "chat"
    page = Look(source, f"chance-{topic}", kind, form, CURRENCIES.get(topic, "CNY"), dark)
    talk = Chat(page, topic)
    steps = list(source.choice(BOOK[topic])["lines"])
    each = talk.times not in ("between",)
    body = ""
    for index, turn in enumerate(timed(page, steps, source.choice((3, 5, 20)), each)):
        if turn.kind == "when":
            body += talk.separator(turn, index) if talk.times != "name" else ""
        elif turn.kind == "note":
            body += tag("note", words(turn.said.text))
        else:
            body += talk.message(turn, index)
            if source.random() < 0.05 and topic != "sms":
                body += talk.aside(index)
    page.truth.style = f"chance-{topic}-{talk.times}"
    return page.sheet(_css(page, talk), _head(page, talk) + tag("view", body, "view") + _tools(page, talk))


def _css(page: Look, talk: Chat) -> str:
    marks = [
        talk.times,
        page.source.choice(("", "", "edged", "shade")),
        page.source.choice(("", "nose", "foot", "tick")),
    ]
    marks += [
        page.source.choice(("", "pill", "rule", "")),
        page.source.choice(("", "wall", "", "")),
        page.source.choice(("", "low")),
    ]
    return " ".join((*marks, page.source.choice(("box", "")), page.source.choice(("", "", "top"))))


def _head(page: Look, talk: Chat) -> str:
    source = page.source
    small = source.choice(
        ("", "", page.says("在线", "上線中"), page.says("工作时间 9:00-21:00", "服務時間 9:00-18:00"))
    )
    title = tag("title", words(talk.title) + (f"<small>{small}</small>" if small and not talk.english else ""))
    mid = source.choice(("mid", ""))
    face = page.face("in") if not mid and source.random() < 0.5 else ""
    end = tag(
        "end",
        source.choice(
            (icon("more"), icon("phone") + icon("more"), page.says("评价", "評價"), icon("search") + icon("more"))
        ),
    )
    strip = (
        tag("strip", page.says("谨防诈骗，请勿向任何人转账", "請慎防詐騙，勿透露密碼")) if source.random() < 0.2 else ""
    )
    return tag(f"nav {mid}", icon("back") + face + title + end) + strip


def _tools(page: Look, talk: Chat) -> str:
    source = page.source
    names = page.says("还款问题|人工服务|常见问题|结束会话", "繳款問題|專人服務|常見問題").split("|")
    chips = (
        tag("chips", "".join(f"<span>{name}</span>" for name in names))
        if source.random() < 0.25 and not talk.english
        else ""
    )
    field = (
        "Message"
        if talk.english
        else source.choice(page.says("请输入您的问题|发消息|说点什么…|短信", "輸入訊息|Aa").split("|"))
    )
    ends = source.choice((icon("plus"), icon("smile") + icon("plus"), icon("send"), icon("camera") + icon("voice")))
    return (
        chips
        + tag("tools", source.choice(("", icon("voice"), icon("plus"))) + tag("field", field) + ends)
        + (tag("home", "") if source.random() < 0.4 else "")
    )
