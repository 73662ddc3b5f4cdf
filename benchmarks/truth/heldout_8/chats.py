"""Chats of many apps: one frame, many skins."""

import random
from dataclasses import dataclass
from datetime import datetime

from benchmarks.truth.format import Row
from benchmarks.truth.grammar import Said
from benchmarks.truth.sheet import hour_words, tag, words

from .pages import fields
from .phone import Page, Phone, arrow, portrait, status_bar
from .talks import Turn
from .when import day, separator

TRADITIONAL = str.maketrans("转问题还账单查询结证输请您发时讯", "轉問題還帳單查詢結證輸請您發時訊")


@dataclass(frozen=True)
class Skin:
    """How an app's chat looks; colours of the dark form follow after a slash.

    ``clock``: ``sep`` between messages, ``in`` the bubble, ``beside`` it, ``under`` it, ``name`` beside the name.
    ``names``: above bubbles of the other side, ``all``, or nowhere; ``faces``: of which sides portraits are shown.
    """

    style: str
    back: str = "#ededed/#111111"
    head: str = "#ededed/#1a1a1a"
    ink: str = "#111/#ddd"
    theirs: str = "#fff/#2c2c2c"
    ours: str = "#95ec69/#3eb575"
    theirs_ink: str = "#191919/#dcdcdc"
    ours_ink: str = "#191919/#0b0b0b"
    corner: str = "5px"
    faces: str = "both"
    face: str = "6px"
    face_px: int = 38
    clock: str = "sep"
    when: str = "wechat"
    names: str = ""
    centre: bool = True
    foot: str = "line"
    pill: bool = False
    tail: bool = False
    sub: str = ""
    size: float = 16
    read: str = ""

    def colour(self, name: str, dark: bool) -> str:
        """Return one of the colours."""
        light, _, night = str(getattr(self, name)).partition("/")
        return night if dark and night else light


def chat(phone: Phone, skin: Skin, title: str, turns: list[Turn], **more: object) -> Page:
    """Return a page of a conversation. ``long`` shows it all, ``end`` its last messages where it does not fit."""
    is_long, at_end = bool(more.get("long")), bool(more.get("end"))
    page = Page(phone, skin.style, "chat", str(more.get("party", title)), is_long)
    dark = phone.dark
    page.css = (
        f".view{{background:{skin.colour('back', dark)};padding:6px 0 14px}}"
        + ".view{justify-content:flex-end}" * at_end
    )
    page.parts.append(_head(page, skin, title))
    if banner := more.get("banner"):
        page.parts.append(str(banner))
    inner = []
    last: datetime | None = None
    page.at_end = at_end
    for index, turn in enumerate(turns):
        if skin.clock == "sep":
            if turn.what == "time":
                inner.append(_separator(page, skin, separator(turn.at, phone.now, skin.when)))
                last = turn.at
            turn.at = last or turn.at
        elif last is None or last.date() != turn.at.date():
            inner.append(_separator(page, skin, day(turn.at, phone.now, skin.when)))
            last = turn.at
        if turn.what != "time":
            inner.append(_turn(page, skin, turn, index))
    page.parts.append(f'<div class="view"{"" if is_long else " data-id=view"}>{"".join(inner)}</div>')
    page.parts.append(_foot(skin, dark, phone.place))
    return page


def _head(page: Page, skin: Skin, title: str) -> str:
    phone, dark = page.phone, page.phone.dark
    back, ink = skin.colour("head", dark), skin.colour("ink", dark)
    sub = (
        f'<div style="font-size:11px;opacity:.75;font-weight:400">{words(skin.sub if page.phone.place == "cn" else skin.sub.translate(TRADITIONAL))}</div>'
        if skin.sub
        else ""
    )
    align = "center" if skin.centre else "left"
    face = "" if skin.centre else portrait(title, 36, "50%")
    dots = f'<b style="letter-spacing:1px;color:{ink}">···</b>' if skin.centre else ""
    row = (
        f'{arrow(ink)}{face}<div style="flex:1;text-align:{align};font-size:17px;font-weight:500;line-height:1.25;white-space:nowrap;'
        f'overflow:hidden;text-overflow:ellipsis">{words(title)}{sub}</div>{dots}'
    )
    bar = status_bar(phone, "transparent", ink)
    return f'<div style="flex:none;background:{back};color:{ink}">{bar}<div style="display:flex;align-items:center;gap:10px;padding:9px 14px 10px">{row}</div></div>'


def _separator(page: Page, skin: Skin, text: str) -> str:
    grey = "#8a8a8a" if not page.phone.dark else "#777"
    pill = (
        f"background:{'#0000001f' if not page.phone.dark else '#ffffff1c'};border-radius:9px;padding:2px 9px;color:{'#666' if not page.phone.dark else '#aaa'};"
        if skin.pill
        else ""
    )
    return page.separator("sep", f'<span style="{pill}font-size:12.500px">{words(text)}</span>').replace(
        '"sep"', f'"sep" style="text-align:center;color:{grey};margin:12px 0 8px"'
    )


def _system(page: Page, text: str) -> str:
    grey = "#8f8f8f"
    return f'<div style="text-align:center;color:{grey};font-size:12.500px;margin:8px 34px">{text}</div>'


def _turn(page: Page, skin: Skin, turn: Turn, index: int) -> str:
    dark = page.phone.dark
    if turn.what == "system":
        if page.at_end or (index > 3 and not page.long):  # it may be out of sight: then it is not asked for
            row = Row("*", optional=True, entities=turn.said.entities)
            return tag("system", _system(page, words(turn.said.text)), page.row(row))
        return _system(page, page.beside(turn.said))
    if turn.what == "card":
        return _card(page, turn)
    if turn.what == "recall":
        return _system(page, words(turn.said.text))
    side = "out" if turn.what in ("out", "picture") else "in"
    name = page.message(side, turn.said, turn.at, optional=turn.what in ("voice", "picture"))
    back, ink = (
        skin.colour("ours" if side == "out" else "theirs", dark),
        skin.colour("ours_ink" if side == "out" else "theirs_ink", dark),
    )
    hour = hour_words(turn.at, skin.when.partition(" ")[2] or "24")
    body = words(turn.said.text)
    if turn.what == "voice":
        body = f'{body}<span style="display:inline-block;width:70px"></span>'
    if turn.what == "picture":
        body = '<svg width="120" height="150" style="display:block"><rect width="120" height="150" fill="#9fb4c7"/><path d="M0 120L45 70L80 110L100 90L120 110V150H0z" fill="#6b8299"/></svg>'
    inside = (
        f'<span style="float:right;font-size:11px;opacity:.6;margin:7px 0 -2px 10px">{hour}{" ✓✓" if side == "out" and skin.read == "ticks" else ""}</span>'
        if skin.clock == "in"
        else ""
    )
    corner = (
        skin.corner
        if not skin.tail
        else (
            f"{skin.corner} {skin.corner} 3px {skin.corner}"
            if side == "out"
            else f"3px {skin.corner} {skin.corner} {skin.corner}"
        )
    )
    bubble = tag(
        "b",
        f"{body}{inside}",
        name,
        f"background:{back};color:{ink};border-radius:{corner};padding:9px 12px;font-size:{skin.size}px;word-break:break-word;overflow:hidden",
    )
    if turn.quote:
        low = "#e1e1e1" if not dark else "#222"
        said = f"{turn.who}：{turn.quote}"
        bubble += f'<div style="background:{low};color:#777;border-radius:4px;font-size:12.500px;padding:5px 9px;margin-top:5px">{words(said)}</div>'
    return _placed(page, skin, turn, side, bubble, hour)


def _card(page: Page, turn: Turn) -> str:
    """Return a card that the app shows; whether it is a message is a matter of taste."""
    title, *parts = turn.said.text.split("|")
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    inner = f'<div style="font-size:15px;font-weight:600;margin-bottom:4px">{words(title)}</div>{fields(page, pairs, pad=3)}'
    back = "#242424" if page.phone.dark else "#fff"
    row = Row("*", optional=True, entities=turn.said.entities)
    return tag(
        "card", inner, page.row(row), f"background:{back};border-radius:10px;padding:12px 14px;margin:8px 40px 8px 56px"
    )


ROLES = {"王主管": "群主", "官方小助手": "管理员", "值班长": "群主", "老周": "管理员", "版主-Ken": "管理員"}


def _badge(who: str) -> str:
    """Return the tag that groups show beside the names of who runs them."""
    role = ROLES.get(who)
    style = "background:#f5a623;color:#fff;border-radius:3px;font-size:10px;padding:1px 4px;margin-right:4px"
    return f'<span style="{style}">{role}</span>' if role else ""


def _placed(page: Page, skin: Skin, turn: Turn, side: str, bubble: str, hour: str) -> str:
    grey = "#4f5e73" if skin.style == "line" and not page.phone.dark else "#9a9a9a"
    who = "" if turn.quote and side == "out" else turn.who
    key = (who or page.party) if side == "in" else "me"
    face = portrait(key, skin.face_px, skin.face) if skin.faces in ("both", side) else ""
    label = who if side == "in" and skin.names else ""
    if skin.clock == "name":
        label = f"{label or page.party} {hour}" if side == "in" else hour
    above = (
        f'<div style="font-size:12px;color:{grey};margin-bottom:3px;text-align:{"left" if side == "in" else "right"}">{_badge(label)}{words(label)}</div>'
        if label
        else ""
    )
    under = beside = ""
    if skin.clock == "under":
        read = f"{skin.read} " if side == "out" and skin.read else ""
        under = f'<div style="font-size:11px;color:{grey};margin-top:3px;text-align:{"left" if side == "in" else "right"}">{read}{hour}</div>'
    if skin.clock == "beside":
        read = f"{skin.read}<br>" if side == "out" and skin.read else ""
        beside = f'<div style="font-size:10.500px;line-height:1.3;color:{grey};align-self:flex-end;white-space:nowrap;text-align:{"left" if side == "in" else "right"}">{read}{hour}</div>'
    width = "76%" if not face else "70%"
    if skin.clock == "beside":
        width = "66%"
    column = f'<div style="max-width:{width};display:flex;flex-direction:column;align-items:{"flex-start" if side == "in" else "flex-end"}">{above}{bubble}{under}</div>'
    flow = "row" if side == "in" else "row-reverse"
    return f'<div style="display:flex;flex-direction:{flow};gap:8px;margin:7px 11px">{face}{column}{beside}</div>'


def _foot(skin: Skin, dark: bool, place: str) -> str:
    back, box = ("#f6f6f6", "#fff") if not dark else ("#1c1c1c", "#2a2a2a")
    circle = '<svg width="26" height="26" style="flex:none"><circle cx="13" cy="13" r="11.500" fill="none" stroke="#888" stroke-width="1.500"/><path d="M13 7v12M7 13h12" stroke="#888" stroke-width="1.500"/></svg>'
    hint = {"line": "", "ask": "请输入您的问题", "msg": "发消息…", "tw": "輸入訊息", "en": "Message", "aa": "Aa"}.get(
        skin.foot, skin.foot
    )
    field = f'<div style="flex:1;background:{box};border-radius:18px;height:36px;line-height:36px;padding:0 14px;color:#999;font-size:14px">{hint}</div>'
    chips = ""
    if skin.foot == "ask":
        names = ("转人工", "还款问题", "账单查询", "结清证明")
        chips = "".join(
            f'<span style="background:{box};border-radius:14px;padding:4px 11px;font-size:13px;margin-right:8px;color:#666">{each}</span>'
            for each in names
        )
        chips = f'<div style="padding:8px 12px 0;white-space:nowrap;overflow:hidden">{chips}</div>'
    if place != "cn":
        chips, field = chips.translate(TRADITIONAL), field.translate(TRADITIONAL)
    return f'<div style="flex:none;background:{back}">{chips}<div style="display:flex;gap:9px;align-items:center;padding:8px 12px 22px">{circle}{field}{circle}</div></div>'


def plain(text: str) -> Said:
    """Return words without any truth beside them."""
    return Said(text)


def shuffled(seed: str) -> random.Random:
    """Return chance that is the same each time."""
    return random.Random(f"heldout_8 {seed}")
