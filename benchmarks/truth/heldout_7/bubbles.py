"""The drawing of one bubble, and of what stands in the middle between bubbles."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from benchmarks.truth.heldout_7.looks import Look
from benchmarks.truth.sheet import hour_words, tag, words

if TYPE_CHECKING:
    from benchmarks.truth.heldout_7.chat import Talk


def css_of(look: Look) -> str:
    """Return the style sheet of a look."""
    tail = (
        ".in .b::before,.out .b::before{content:'';position:absolute;top:13px;width:9px;height:9px;transform:rotate(45deg)}.in .b::before{left:-4px;background:"
        + look.theirs
        + "}.out .b::before{right:-4px;background:"
        + look.mine
        + "}"
        if look.tail
        else ""
    )
    return (
        f".row{{display:flex;padding:5px 10px;gap:9px;align-items:flex-start}}.out{{flex-direction:row-reverse}}"
        f".col{{max-width:{look.wide}%;display:flex;flex-direction:column}}.in .col{{align-items:flex-start}}.out .col{{align-items:flex-end}}"
        f".b{{position:relative;padding:{look.pad};border-radius:{look.radius}px;overflow-wrap:anywhere;background:{look.theirs};color:{look.theirs_ink}}}.b::after{{content:'';display:block;clear:both}}.out .b{{background:{look.mine};color:{look.mine_ink}}}"
        f".face{{width:40px;height:40px;flex:none;border-radius:{'50%' if look.faces in ('round', 'theirs') else '5px'}}}"
        f".name{{font-size:12px;color:{look.grey};margin-bottom:3px}}"
        f".sep,.sys{{text-align:center;color:{look.grey};font-size:12.5px;padding:9px 34px}}.sep span{{white-space:pre-line}}"
        f".pill{{text-align:center;padding:8px 0;font-size:12.5px}}.pill span{{background:{look.pill or 'transparent'};border-radius:12px;padding:3px 11px}}"
        f".above{{font-size:12px;color:{look.grey};padding:8px {12 if look.faces == 'none' else 59}px 0}}.above.mine{{text-align:right;padding-right:{60 if look.faces == 'round' else 12}px}}"
        f".unread{{text-align:center;font-size:12.5px;padding:6px;margin:7px 0;background:rgba(128,128,128,.16);color:{look.grey}}}"
        f".side{{font-size:11px;color:{look.grey};align-self:flex-end;flex:none;white-space:nowrap}}.out .side{{text-align:right}}"
        f".clock{{float:right;font-size:11px;opacity:.62;margin:7px 0 -3px 12px;white-space:nowrap}}"
        f".under{{font-size:11px;color:{look.grey};margin-top:3px}}"
        f".q{{font-size:13px;opacity:.75}}.under-q{{background:rgba(128,128,128,.14);border-radius:4px;padding:5px 8px;margin-top:5px;font-size:12.5px;color:{look.grey}}}"
        f".bar-q{{border-left:3px solid #35a6de;padding:1px 7px;margin-bottom:4px;font-size:13px;opacity:.8}}" + tail
    )


def middle(text: str, look: Look, name: str, css: str) -> str:
    """Return something between bubbles."""
    mark = f' data-id="{name}"' if name else ""
    inner = f"<span{mark}>{words(text)}</span>"
    if css in ("sys", "unread") and look.pill and css == "sys":
        inner = f'<span{mark} style="background:{look.pill};border-radius:11px;padding:3px 10px">{words(text)}</span>'
    return tag(css, inner)


def bubble(sort: str, text: str, side: str, name: str, talk: "Talk", at: datetime, extra: str) -> str:
    """Return the row of one message."""
    look = talk.look
    inner = _inside(sort, text, side, look, extra)
    if look.stamp == "in":
        ticks = (' <span style="color:#53bdeb">✓✓</span>' if look.ticks else "") if side == "out" else ""
        inner += f'<span class="clock">{hour_words(at, look.form)}{ticks}</span>'
    bare = sort in ("pic", "sticker")
    block = tag("b", inner, name, "padding:0;background:none;overflow:hidden" if bare and look.stamp != "in" else "")
    if sort == "transfer":
        block = tag("b", inner, name, "background:#fa9d3b;color:#fff;width:228px")
    after = tag("under-q", words(extra)) if sort == "quote" and look.quote == "under" else ""
    if look.stamp == "under":
        after += tag("under", hour_words(at, look.form))
    above = tag("name", words(talk.who)) if look.names and side == "in" and talk.who and look.stamp != "above" else ""
    beside = _beside(look, side, at, talk.script) if look.stamp == "side" else ""
    return tag(f"row {side}", _face(look, side, talk.title) + tag("col", above + block + after) + beside)


def _beside(look: Look, side: str, at: datetime, script: str) -> str:
    read = (("已读" if script == "hans" else "已讀") + "<br>") if side == "out" else ""
    return tag("side", read + hour_words(at, look.form))


def _face(look: Look, side: str, title: str) -> str:
    if look.faces == "none" or (look.faces == "theirs" and side == "out"):
        return ""
    hue = hashlib.sha256(f"{title}{side}".encode()).digest()[0] * 360 // 256
    return tag(
        "face", "", style=f"background:linear-gradient(135deg,hsl({hue},55%,68%),hsl({(hue + 50) % 360},50%,45%))"
    )


def _inside(sort: str, text: str, side: str, look: Look, extra: str) -> str:
    if sort == "voice":
        return f'<span style="display:inline-block;min-width:{70 + 3 * len(text)}px;text-align:{"right" if side == "out" else "left"}">{words(text)} 🔊</span>'
    if sort == "pic":
        return '<div style="width:150px;height:190px;background:linear-gradient(145deg,#c8d0c5,#7f93a6 45%,#54606b)"></div>'
    if sort == "sticker":
        return '<div style="font-size:74px;line-height:92px">🐻</div>'
    if sort == "transfer":
        return f'<div style="font-size:17px">{words(text)}</div>'
    if sort == "card":
        head, _, rest = text.partition("\n")
        return f'<div style="min-width:165px"><b>{words(head)}</b><div style="margin-top:6px;line-height:1.6">{words(rest)}</div></div>'
    if sort == "quote" and look.quote != "under":
        return tag("bar-q", words(extra)) + words(text)
    return words(text)
