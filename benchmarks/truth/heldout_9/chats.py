"""Draws talks: bubbles, portraits, times, system lines, quotes, cards."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from benchmarks.truth.format import Message, Truth, minute
from benchmarks.truth.heldout_9.markup import marked
from benchmarks.truth.heldout_9.phone import (
    CURRENCIES,
    LANGS,
    ZONES,
    Look,
    day_words,
    home_bar,
    look,
    moment,
    status,
    when,
)
from benchmarks.truth.heldout_9.skins import FACES, SKINS, Colours, Skin
from benchmarks.truth.sheet import Sheet, hour_words, tag, words

LINE = re.compile(r"([<>])\s*(?:(\d\d:\d\d)\s)?(?:@([^ ]+)\s)?\s*(.*)")

COLOURED = ("#2f6bff", "#0f4c81", "#075e54", "#ffd100")


@dataclass
class Talk:
    """One conversation as it is written: see `markup` and the talks; ``day`` and ``hour`` overrule the skin's."""

    skin: str
    title: str
    captured: str
    how: str
    body: str
    hour: str = ""
    day: str = ""
    under: str = ""
    names: str = ""


@dataclass
class _Page:
    talk: Talk
    look: Look
    skin: Skin
    colours: Colours
    now: datetime
    truth: Truth
    html: list[str] = field(default_factory=list)
    order: list[tuple[str, Message | None]] = field(default_factory=list)
    at: datetime = datetime(2000, 1, 1)
    last: str = ""

    @property
    def hour(self) -> str:
        return self.talk.hour or self.skin.hour

    @property
    def day(self) -> str:
        return self.talk.day or self.skin.day

    def name(self) -> str:
        return f"m{len(self.order)}"


def talk_sheet(talk: Talk) -> tuple[str, Sheet]:
    """Return a drawn talk's kind of file and sheet."""
    how, skin, now = look(talk.how), SKINS[talk.skin], moment(talk.captured)
    money = CURRENCIES[how.script]
    title = marked(talk.title, now, money)
    kind = "sms" if skin.name.endswith("sms") or skin.name == "imessage" else "chat"
    truth = Truth(
        "", f"blind9_{skin.name}", kind, how.form, "hans" if how.script == "hans" else "hant", ZONES[how.script],
        how.width, how.dark, minute(now), title.text, entities=list(title.entities),
    )  # fmt: skip
    page = _Page(talk, how, skin, skin.dark if how.dark else skin.light, now, truth)
    for line in talk.body.strip().splitlines():
        _line(page, line.strip())
    truth.messages = [message for _, message in page.order if message]
    most = 20000 if how.long else how.high
    return how.kind, Sheet(_document(page), how.width, how.density, how.high, most, truth, page.order)


def _line(page: _Page, line: str) -> None:
    if line.startswith("#"):
        page.at = moment(line[1:].strip())
        if page.skin.mode != "above":
            _separator(page)
    elif line.startswith("-"):
        _system(page, line[1:].strip())
    elif line:
        _message(page, line)


def _separator(page: _Page) -> None:
    if page.skin.mode in ("sep",):
        shown = when(page.at, page.now, page.day, page.hour, page.look.script)
    else:
        shown = day_words(page.at, page.now, page.day, page.look.script)
    if page.skin.note:
        shown = f"{page.skin.note} · {shown}" if page.at.minute % 2 else shown
    name = page.name()
    page.order.append((name, None))
    page.html.append(f'<div class="sep"><span data-id="{name}">{words(shown)}</span></div>')


def _system(page: _Page, text: str) -> None:
    found = marked(text, page.at, CURRENCIES[page.look.script])
    page.truth.entities += found.entities
    page.html.append(f'<div class="sep sys"><span>{words(found.text)}</span></div>')


def _message(page: _Page, line: str) -> None:
    match = LINE.match(line)
    assert match, line
    side = "in" if match[1] == "<" else "out"
    if match[2]:
        page.at = page.at.replace(hour=int(match[2][:2]), minute=int(match[2][3:]))
    body, _, quote = match[4].partition(" ^^ ")
    if page.skin.mode == "above":
        _above(page, side, match[3])
    found = marked(body, page.at, CURRENCIES[page.look.script])
    name = page.name()
    message = Message(side, found.text, minute(page.at), name, entities=found.entities, promises=found.promises)
    inner = words(found.text)
    if body.startswith("%"):
        message.optional, message.text, inner = True, "", _special(body, page.colours)
    page.order.append((name, message))
    page.html.append(_bubble(page, side, inner, name, match[3] or "", quote, found.text))


def _special(body: str, colours: Colours) -> str:
    kind, _, given = body[1:].partition(" ")
    if kind == "img":
        return '<i style="display:block;width:120px;height:150px;border-radius:4px;background:linear-gradient(160deg,#9db7d5,#e7d9c3 60%,#78909c)"></i>'
    if kind == "voice":
        return (
            f'<span style="letter-spacing:1px">◂))</span> <span style="margin-left:{int(given) * 2}px">{given}″</span>'
        )
    if kind == "card":
        title, *lines = given.split("|")
        rows = "".join(f'<div style="font-size:13px;opacity:.7">{words(each)}</div>' for each in lines)
        return (
            f'<div style="width:230px"><div style="font-weight:600;margin-bottom:6px">{words(title)}</div>{rows}</div>'
        )
    return given


def _above(page: _Page, side: str, who: str | None) -> None:
    name = page.name()
    page.order.append((name, None))
    shown = f"{day_words(page.at, page.now, page.day, page.look.script)} {hour_words(page.at, page.hour)}"
    if page.day == "iso":
        shown += f":{(page.at.minute * 7) % 60:02d}"
    label = who or ("我" if side == "out" else page.talk.names)
    found = marked(label, page.at)
    page.truth.entities += found.entities
    inner = f"{words(found.text)}&nbsp;&nbsp;{shown}" if side == "in" else shown
    page.html.append(f'<div class="over {side}"><span data-id="{name}">{inner}</span></div>')


def _face(page: _Page, side: str, who: str) -> str:
    skin = page.skin
    if skin.face == "none" or (side == "out" and not skin.own_face):
        return ""
    key = sum(map(ord, who or page.talk.title)) if side == "in" else 3
    colour = FACES[key % len(FACES)]
    size = 40 if skin.face == "square" else 36
    corner = "5px" if skin.face == "square" else "50%"
    if key % 3 == 1:
        art = '<circle cx="20" cy="15" r="7" fill="#fff" opacity=".85"/><ellipse cx="20" cy="36" rx="13" ry="12" fill="#fff" opacity=".85"/>'
    elif key % 3 == 2:
        art = '<path d="M0 40 L14 20 L22 28 L30 14 L40 30 L40 40Z" fill="#fff" opacity=".7"/><circle cx="11" cy="11" r="4" fill="#fff6c0"/>'
    else:
        art = '<path d="M8 22a12 12 0 0 1 24 0v8h-5v-8a7 7 0 0 0-14 0v8H8z" fill="#fff" opacity=".9"/>'
    return (
        f'<svg class="face" width="{size}" height="{size}" viewBox="0 0 40 40" style="border-radius:{corner};'
        f'background:{colour};flex:none">{art}</svg>'
    )


def _bubble(page: _Page, side: str, inner: str, name: str, who: str, quote: str, text: str) -> str:
    skin, shown = page.skin, hour_words(page.at, page.hour)
    over = quote and skin.mode in ("inside", "beside")
    under = quote and not over
    above = f'<div class="nick">{words(who)}</div>' if who and side == "in" and skin.mode != "above" else ""
    body = (f'<div class="oq">{words(quote)}</div>' if over else "") + inner
    if skin.mode == "inside":
        tick = ' <span style="color:#53bdeb">✓✓</span>' if side == "out" else ""
        body += f'<span class="t">{shown}{tick}</span>'
    bubble = tag("b", body, name)
    if skin.mode == "beside":
        read = "<br>已讀" if side == "out" and skin.name == "line" else ""
        beside = f'<span class="bt">{read[4:] + "<br>" if read else ""}{shown}</span>'
        bubble = (
            f'<div class="row2">{bubble}{beside}</div>' if side == "in" else f'<div class="row2">{beside}{bubble}</div>'
        )
    below = f'<div class="q">{words(quote)}</div>' if under else ""
    if skin.mode == "below":
        below += f'<div class="bl">{shown}</div>'
    column = f'<div class="col">{above}{bubble}{below}</div>'
    face = _face(page, side, who)
    parts = face + column if side == "in" else column + face
    return f'<div class="m {side}">{parts}</div>'


def _document(page: _Page) -> str:
    skin, colours, how = page.skin, page.colours, page.look
    clock = status(page.now, skin.apple, colours.ink, colours.bar)
    head = _head(page)
    view = "" if how.long else ' data-id="view"'
    fixed = "min-height:100vh" if how.long else "height:100vh;overflow:hidden"
    grow = (
        "flex:1 0 auto"
        if how.long
        else "flex:1 1 0;overflow:hidden;display:flex;flex-direction:column;justify-content:"
        + ("flex-end" if how.end else "flex-start")
    )
    inner = f'<div class="v" style="{grow}"{view}><div class="in0">{"".join(page.html)}</div></div>'
    foot = _foot(page) + home_bar(
        colours.ink if colours.bar == colours.page else "#777", colours.page if colours.bar in COLOURED else colours.bar
    )
    return (
        f'<!doctype html><html lang="{LANGS[how.script]}"><head><meta charset="utf-8"><style>{_css(page)}</style></head>'
        f'<body style="{fixed}">{clock}{head}{inner}{foot}</body></html>'
    )


def _css(page: _Page) -> str:
    skin, c = page.skin, page.colours
    pill = (
        "background:rgba(0,0,0,.22);color:#fff;border-radius:10px;padding:2px 9px" if skin.pill else f"color:{c.faint}"
    )
    if skin.name == "telegram" or (skin.pill and page.look.dark):
        pill = f"background:{c.bar};color:{c.ink if skin.name != 'whatsapp' else '#c8d0d4'};border-radius:10px;padding:3px 10px"
    widest = "78%" if skin.face == "none" else "calc(100% - 104px)"
    return f"""
*{{box-sizing:border-box;margin:0}} body{{display:flex;flex-direction:column;font-family:{page.look.css};background:{c.page};color:{c.ink};font-size:{skin.size}px;line-height:1.42}}
.in0{{padding:8px 12px 12px}} .sep{{text-align:center;font-size:12px;margin:12px 30px;color:{c.faint}}} .sep span{{{pill};display:inline-block}}
.m{{display:flex;gap:9px;margin-bottom:{skin.gap}px}} .m.out{{justify-content:flex-end}}
.col{{display:flex;flex-direction:column;max-width:{widest};min-width:0}} .out .col{{align-items:flex-end}} .in .col{{align-items:flex-start}}
.b{{padding:8px 12px;border-radius:{skin.radius};background:{c.theirs};color:{c.theirs_ink};overflow-wrap:anywhere;max-width:100%}}
.out .b{{background:{c.ours};color:{c.ours_ink}}} .nick{{font-size:12px;color:{c.faint};margin:0 0 3px 1px}}
.q{{font-size:13px;color:{c.faint};background:rgba(128,128,128,.16);border-radius:4px;padding:4px 8px;margin-top:4px}}
.oq{{font-size:13px;opacity:.7;border-left:3px solid #4fa3e0;padding:1px 7px;margin-bottom:5px}}
.t{{float:right;font-size:11px;opacity:.6;margin:8px 0 -3px 12px}} .row2{{display:flex;align-items:flex-end;gap:6px;max-width:100%}}
.bt{{font-size:10.5px;color:{c.faint if skin.name != "line" or page.look.dark else "#44566f"};white-space:nowrap;flex:none;line-height:1.3}}
.row2 .b{{min-width:0}} .bl{{font-size:11px;color:{c.faint};margin:3px 6px}}
.over{{font-size:12px;color:{c.faint};margin:8px 2px 4px {"46px" if skin.face == "round" else "2px"}}} .over.out{{text-align:right}}
"""


def _head(page: _Page) -> str:
    skin, c = page.skin, page.colours
    align = "center" if skin.title == "centre" else "left"
    under = (
        f'<div style="font-size:11px;opacity:.65;font-weight:400">{words(page.talk.under)}</div>'
        if page.talk.under
        else ""
    )
    back = f'<span style="font-size:26px;width:26px;line-height:1;color:{"#0a84ff" if skin.apple and skin.face == "none" else c.ink}">‹</span>'
    dots = '<span style="width:26px;letter-spacing:1px;text-align:right">•••</span>'
    if skin.name in ("imessage", "ios_sms"):
        circle = '<i style="display:block;width:42px;height:42px;border-radius:50%;background:linear-gradient(#a5abb8,#858b99);margin:0 auto 3px"></i>'
        name = f'<span style="flex:1;text-align:center;font-size:12px">{circle}{words(page.truth.party)} <span style="opacity:.5">›</span></span>'
        dots = '<span style="width:26px"></span>'
    else:
        name = f'<span style="flex:1;text-align:{align};font-size:17px;font-weight:500">{words(page.truth.party)}{under}</span>'
    line = "border-bottom:1px solid rgba(128,128,128,.18)"
    return f'<div style="flex:none;min-height:46px;padding:5px 12px;display:flex;gap:8px;align-items:center;background:{c.bar};color:{c.ink};{line}">{back}{name}{dots}</div>'


HINTS = {
    "web": ("请输入您的问题…", "請輸入訊息…"),
    "sms": ("短信", "簡訊"),
    "apple": ("短信/彩信", "訊息"),
    "line": ("输入消息", "Aa"),
    "app": ("请输入您想咨询的问题", "請輸入您的問題"),
    "chips": ("有问题尽管问我", "有問題儘管問"),
    "telegram": ("消息", "訊息"),
}
CHIPS = (("转人工", "还款问题", "我的订单", "投诉建议"), ("真人客服", "還款問題", "我的訂單", "意見反映"))


def _foot(page: _Page) -> str:
    skin, c, script = page.skin, page.colours, int(page.look.script != "hans")
    bar = c.page if c.bar in COLOURED else c.bar
    if skin.foot == "menu":
        names = ("我的借款", "立即还款", "在线客服") if not script else ("我的帳單", "立即繳款", "線上客服")
        cells = "".join(
            f'<span style="flex:1;text-align:center;border-left:1px solid rgba(128,128,128,.2)">≡ {each}</span>'
            for each in names
        )
        return f'<div style="flex:none;display:flex;padding:12px 0;font-size:14px;background:{bar};color:{c.ink};border-top:1px solid rgba(128,128,128,.2)">{cells}</div>'
    hint = HINTS.get(skin.foot, ("", ""))[script]
    field_bg = "#fff" if not page.look.dark else "#2a2a2c"
    box = f'<span style="flex:1;background:{field_bg};border:1px solid rgba(128,128,128,.22);border-radius:{"5px" if skin.foot == "wechat" else "18px"};min-height:36px;padding:7px 12px;color:#9a9a9f;font-size:14px">{hint}</span>'
    ring = f'<i style="width:26px;height:26px;border-radius:50%;border:1.6px solid {"#9a9a9f"};flex:none"></i>'
    chips = ""
    if skin.foot == "chips":
        cells = "".join(
            f'<span style="border-radius:14px;background:{field_bg};padding:4px 11px;font-size:12px;color:{"#555" if not page.look.dark else "#bbb"}">{each}</span>'
            for each in CHIPS[script]
        )
        chips = f'<div style="display:flex;gap:8px;padding:6px 12px 0">{cells}</div>'
    return f'<div style="flex:none;background:{bar}">{chips}<div style="display:flex;gap:9px;align-items:center;padding:8px 12px">{ring}{box}{ring}</div></div>'
