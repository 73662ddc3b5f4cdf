"""From episodes of marked lines to a drawn chat and its truth."""

import random
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Message, Row, Truth, minute
from benchmarks.truth.heldout_7 import frame
from benchmarks.truth.heldout_7.bubbles import bubble, css_of, middle
from benchmarks.truth.heldout_7.frame import Phone
from benchmarks.truth.heldout_7.looks import Look
from benchmarks.truth.heldout_7.marks import Told, told
from benchmarks.truth.heldout_7.stamps import over_words, pill_words, separator_words
from benchmarks.truth.sheet import Sheet, tag

LINE = re.compile(r"([<>\-])(?:(voice|pic|sticker|quote|card|transfer|recall|unread|emoji):)?\s*(.*)", re.S)


CARRIERS = {"Asia/Shanghai": "中国移动", "Asia/Taipei": "台灣大哥大", "Asia/Hong_Kong": "csl"}


@dataclass
class Talk:
    """All that is decided about one chat before it is drawn. ``episodes`` are lists of marked lines."""

    name: str
    look: Look
    phone: Phone
    script: str
    zone: str
    dark: bool
    captured: datetime
    title: str
    episodes: list[list[str]]
    who: str = ""
    below: str = ""
    form: str = "clean"
    kind: str = "chat"
    known: list[Entity] = field(default_factory=list)
    most: int = 0
    anchor: str = "bottom"


@dataclass
class Line:
    """One line at its time; ``shown_at`` is what the screen says of when."""

    side: str
    sort: str
    said: Told
    at: datetime
    extra: str = ""


def lines_of(talk: Talk, source: random.Random) -> list[tuple[datetime, list[Line]]]:
    """Return the sessions of a talk with the lines of each."""
    sessions = []
    for start, episode in zip(_starts(talk, source), talk.episodes, strict=True):
        at = start
        lines = []
        for number, raw in enumerate(episode):
            if number:
                at += timedelta(seconds=source.choice((8, 20, 35, 50, 70, 110)))
            match = LINE.fullmatch(raw)
            if match is None:
                raise ValueError(raw)
            side, sort, rest = match[1], match[2] or "", match[3]
            extra = ""
            if sort in ("quote", "voice"):
                extra, _, rest = rest.partition("|")
            lines.append(Line(side, sort, told(rest, source, at, talk.zone), at, extra))
        sessions.append((start, lines))
    return sessions


def _starts(talk: Talk, source: random.Random) -> list[datetime]:
    """Return when each episode begins, the last shortly before the capture."""
    at = talk.captured - timedelta(minutes=source.randrange(16, 50))
    starts: list[datetime] = []
    for number, episode in enumerate(reversed(talk.episodes)):
        if number:
            if source.random() < 0.35:
                at -= timedelta(minutes=source.randrange(28, 95))
            else:
                at -= timedelta(days=source.choice((1, 1, 1, 2, 3)))
                at = at.replace(hour=source.randrange(9, 18), minute=source.randrange(60))
        if at.hour < 9:
            at = (at - timedelta(days=1)).replace(hour=source.randrange(14, 20))
        if any("|mon}" in line for line in episode) and at.weekday() == 6:
            at -= timedelta(days=1)
        if any("=night" in line for line in episode):
            at = (at - timedelta(days=1)).replace(hour=23, minute=58)
        starts.append(at)
    return starts[::-1]


def chat(talk: Talk, source: random.Random) -> Sheet:
    """Return the sheet of a chat."""
    look, phone = talk.look, talk.phone
    order: list[tuple[str, Message | None]] = []
    parts: list[str] = []
    truth = Truth(
        "",
        talk.look.app,
        talk.kind,
        talk.form,
        talk.script,
        talk.zone,
        phone.width,
        talk.dark,
        minute(talk.captured),
        talk.title,
        entities=list(talk.known),
    )
    shown: datetime | None = None
    day = None
    for start, lines in lines_of(talk, source):
        fresh = True
        for line in lines:
            if "=night" in line.said.text:
                continue
            new_day = day != line.at.date()
            if look.stamp == "sep" and (fresh or new_day):
                shown = line.at if not fresh else start
                _separator(parts, order, separator_words(shown, talk.captured, look, talk.script), look, "sep")
            elif look.stamp in ("in", "side", "under") and new_day:
                _separator(parts, order, pill_words(line.at, talk.captured, look, talk.script), look, "pill")
            fresh, day = False, line.at.date()
            _line(line, talk, parts, order, truth, shown if look.stamp == "sep" else line.at)
    return _sheet(talk, parts, order, truth, source)


def _separator(parts: list[str], order: list[tuple[str, Message | None]], text: str, look: Look, css: str) -> None:
    name = f"s{len(order)}"
    order.append((name, None))
    parts.append(middle(text, look, name, css))


def _line(
    line: Line, talk: Talk, parts: list[str], order: list[tuple[str, Message | None]], truth: Truth, at: datetime | None
) -> None:
    if line.side == "-":
        name = f"y{len(truth.rows)}" if line.said.entities else ""
        if name:  # it counts only where it is not scrolled away, which a row is asked after
            truth.rows.append(Row("*", optional=True, id=name, entities=line.said.entities))
        parts.append(middle(line.said.text, talk.look, name, "unread" if line.sort == "unread" else "sys"))
        return
    if talk.look.stamp == "above":
        _separator(
            parts,
            order,
            over_words(line.at, talk.who if line.side == "<" else "", talk.script, talk.look),
            talk.look,
            "above " + ("mine" if line.side == ">" else "theirs"),
        )
    side = "in" if line.side == "<" else "out"
    name = f"m{len(order)}"
    text = line.said.text
    if line.sort == "voice" and not text:
        text = f"{line.extra}″"
    optional = line.sort in ("pic", "sticker", "emoji", "card", "transfer") or (
        line.sort == "voice" and not line.said.text
    )
    if line.sort in ("pic", "sticker"):
        text = ""
    message = Message(
        side, text, minute(at) if at else None, name, optional, entities=line.said.entities, promises=line.said.promises
    )
    if line.sort == "voice" and line.said.text:
        sound = Message(side, f"{line.extra}″", message.time, f"v{len(order)}", True)
        parts.append(bubble("voice", f"{line.extra}″", side, sound.id, talk, line.at, ""))
        order.append((sound.id, sound))
    order.append((name, message))
    sort = "" if line.sort == "voice" and line.said.text else line.sort
    parts.append(bubble(sort, text or line.said.text, side, name, talk, line.at, line.extra))


def _sheet(
    talk: Talk, parts: list[str], order: list[tuple[str, Message | None]], truth: Truth, source: random.Random
) -> Sheet:
    look, phone = talk.look, talk.phone
    family = frame.font_of(talk.script, source)
    top_back = look.bar
    head = frame.status(talk.captured, phone, look.ink, top_back, source, CARRIERS[talk.zone]) + frame.bar(
        look, talk.title, source, talk.below
    )
    below = frame.chips(talk.script, talk.dark, source) if look.foot == "chips" else ""
    below += frame.foot(look, talk.script, talk.dark)
    paper = "" if talk.dark else look.paper
    inner = "".join(parts)
    if talk.form == "long":
        body = head + tag("", inner, style=f"padding:6px 0 12px;{paper}") + below
        most, least = 20000, phone.height
        html = frame.page(css_of(look), body, look, family, None)
    else:
        place = "bottom:8px" if talk.anchor == "bottom" else "top:0"
        scroll = tag("", inner, style=f"position:absolute;left:0;right:0;{place}")
        body = head + tag("", scroll, "view", f"flex:1;position:relative;overflow:hidden;{paper}") + below
        most = least = phone.height
        html = frame.page(css_of(look), body, look, family, phone.height / phone.density)
    return Sheet(html, phone.width, phone.density, least, most, truth, order)
