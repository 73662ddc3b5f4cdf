"""The markup of a conversation: bubbles, what stands beside them, the bars above and below."""

import random
from datetime import datetime

from benchmarks.truth.heldout_5.looks import Look
from benchmarks.truth.heldout_5.phones import Phone
from benchmarks.truth.heldout_5.talks import Line
from benchmarks.truth.sheet import hour_words, tag, words

SMILE = '<svg width="26" height="26" viewBox="0 0 26 26" fill="none" stroke="currentColor" stroke-width="1.6"><circle cx="13" cy="13" r="11"/><path d="M8 15.5a6 6 0 0 0 10 0"/><circle cx="9.5" cy="10.5" r=".9" fill="currentColor"/><circle cx="16.5" cy="10.5" r=".9" fill="currentColor"/></svg>'
PLUS = '<svg width="26" height="26" viewBox="0 0 26 26" fill="none" stroke="currentColor" stroke-width="1.6"><circle cx="13" cy="13" r="11"/><path d="M13 7.5v11M7.5 13h11"/></svg>'
VOICE = '<svg width="20" height="20" viewBox="0 0 26 26" fill="none" stroke="currentColor" stroke-width="2"><path d="M6 10a5 5 0 0 1 0 6M10 7a9 9 0 0 1 0 12M14 4a14 14 0 0 1 0 18"/></svg>'
PERSON = '<svg width="22" height="22" viewBox="0 0 22 22" fill="#fff"><circle cx="11" cy="7.5" r="4.2"/><path d="M3 20a8 7 0 0 1 16 0z"/></svg>'
FACES = ("#5b8ff9", "#61b7a4", "#e8a33d", "#d96b6b", "#8a6fc1", "#3f7ea6", "#7f8c5a", "#b0789a")
SCENES = ("#c9d6df,#52616b", "#f6d186,#c06c54", "#a1c4fd,#5a7fb8", "#d4e2c4,#6b8f5b", "#e4e4e4,#9b9b9b")
CARDS = (("投诉材料清单.docx", "24.6 KB"), ("异议申请书（已签字）.pdf", "1.3 MB"), ("银行流水2025.xlsx", "88 KB"))
HINTS = {
    "cn": ("发消息", "请输入您的问题", "短信"),
    "tw": ("輸入訊息", "請輸入訊息", "簡訊"),
    "hk": ("輸入訊息", "請輸入訊息", "短訊"),
}


def style(look: Look, dark: bool, long: bool, high: float) -> str:
    """Return the rules of a messenger."""
    page, bar, bar_ink, their, their_ink, own, own_ink, faint, field = look.night if dark else look.day
    face = {"square": "border-radius:5px", "round": "border-radius:50%", "none": "display:none"}[look.face]
    size = "min-height" if long else "height"
    pill = (
        "background:rgba(60,70,80,.28);color:#fff;border-radius:11px;padding:2px 10px;"
        if look.pill
        else f"color:{faint};"
    )
    edge = "border-bottom:.5px solid rgba(128,128,128,.3)" if look.title == "left" else ""
    return (
        f"""
body{{background:{page};{size}:{high}px;display:flex;flex-direction:column;color:{their_ink}}}
.status,.bar{{background:{bar};color:{bar_ink}}}
.bar{{display:flex;align-items:center;height:50px;flex:none;padding:0 14px;gap:12px;{edge}}}
.bar .mid{{flex:1;text-align:{look.title};line-height:1.15;font-weight:600;font-size:17px}}
.bar .mid small{{display:block;font-size:11.5px;font-weight:400;opacity:.72;margin-top:3px}} .bar .end{{opacity:.85;font-size:20px}}
.view{{flex:{"none" if long else "1 1 0"};min-height:0;overflow:{"visible" if long else "hidden"};display:flex;flex-direction:column-reverse}}
.inner{{margin-bottom:auto;padding:10px 11px 16px;flex:none}}
.sep,.sys{{text-align:center;margin:14px 0 10px;font-size:12px}} .sep span{{display:inline-block;{pill}}}
.sys span{{color:{"#fff" if look.pill else faint};{pill if look.pill else ""}display:inline-block;max-width:80%}}
.row{{display:flex;gap:9px;margin-bottom:13px;align-items:flex-start}} .row.out{{flex-direction:row-reverse}}
.face{{width:38px;height:38px;flex:none;{face};color:#fff;font-size:15px;display:{"none" if look.face == "none" else "flex"};align-items:center;justify-content:center}}
.col{{display:flex;flex-direction:column;max-width:{76 if look.face == "none" else 70}%;align-items:flex-start}} .out .col{{align-items:flex-end}}
.who{{font-size:12px;color:{faint};margin-bottom:3px}}
.bubble{{position:relative;background:{their};color:{their_ink};border-radius:{look.radius}px;padding:8px 12px;min-height:{38 if look.face == "square" else 34}px}}
.out .bubble{{background:{own};color:{own_ink}}}
.tail .bubble:before{{content:"";position:absolute;top:13px;left:-5px;border:6px solid transparent;border-left:0;border-right-color:{their}}}
.tail.out .bubble:before{{left:auto;right:-5px;border:6px solid transparent;border-right:0;border-left-color:{own}}}
.clock{{float:right;font-size:11px;opacity:.62;margin:8px -3px -4px 10px;line-height:1.2}}
.beside{{align-self:flex-end;font-size:11px;color:{faint};line-height:1.3;white-space:nowrap}} .out .beside{{text-align:right}}
.under{{font-size:11px;color:{faint};margin-top:4px}}
.below{{background:rgba(128,128,128,.17);color:{faint};border-radius:4px;font-size:13px;padding:5px 9px;margin-top:5px}}
.within{{border-left:3px solid {faint};padding:1px 8px;margin-bottom:5px;font-size:13.5px;opacity:.74}}
.within b{{display:block;font-size:12.5px}}
"""
        + _extras(their, their_ink, faint)
        + _low(look, dark)
    )


def _extras(their: str, their_ink: str, faint: str) -> str:
    """Return the rules of what is not text."""
    return f"""
.pic{{width:150px;border-radius:6px;display:block}} .stick{{font-size:58px;line-height:1.15}}
.card{{width:230px;background:{their};border-radius:6px;padding:11px;font-size:15px;color:{their_ink}}} .card small{{display:block;color:{faint};margin-top:5px;font-size:12px}}
"""


def _low(look: Look, dark: bool) -> str:
    """Return the rules of what stands below the conversation."""
    page, bar, _, _, their_ink, _, _, faint, field = look.night if dark else look.day
    return f"""
.foot{{background:{bar if look.title == "center" and look.name != "bank_service" else page};color:{their_ink};flex:none}}
.chips{{display:flex;gap:8px;padding:8px 11px 0;font-size:13px}} .chips span{{border:1px solid rgba(128,128,128,.4);border-radius:14px;padding:3px 11px}}
.input{{display:flex;gap:10px;align-items:center;padding:8px 11px}}
.field{{flex:1;height:38px;border-radius:{max(5, look.radius)}px;background:{field};color:{faint};padding:8px 12px;font-size:15px;border:.5px solid rgba(128,128,128,.25)}}
.menu{{display:flex;height:48px;align-items:center;text-align:center;border-top:.5px solid rgba(128,128,128,.3)}} .menu span{{flex:1;border-left:.5px solid rgba(128,128,128,.3)}}
"""


def bar(look: Look, title: str, under: str, unread: int) -> str:
    """Return the title bar."""
    back = "‹" if look.title == "center" else "←"
    count = f"<span style='font-size:15px'>{unread}</span>" if unread and look.name.startswith("wechat") else ""
    small = f"<small>{words(under)}</small>" if under else ""
    end = "···" if look.title == "center" else "⋮"
    arrow = f"<span style='font-size:{30 if back == '‹' else 22}px;line-height:1'>{back}</span>"
    return tag(
        "bar",
        f"<span style='display:flex;align-items:center;gap:5px;min-width:38px'>{arrow}{count}</span><span class='mid'>{words(title)}{small}</span><span class='end'>{end}</span>",
    )


def foot(look: Look, region: str, source: random.Random) -> str:
    """Return the chips and the field in which one writes, or a service's menu."""
    if look.hint == "menu":
        names = {
            "cn": ("我的账单", "立即还款", "联系客服"),
            "tw": ("我的帳單", "立即繳款", "聯絡客服"),
            "hk": ("我的賬單", "還款", "聯絡我們"),
        }[region]
        return tag("foot", tag("menu", "".join(f"<span>{name}</span>" for name in ("⌨", *names))))
    chips = (
        tag("chips", "".join(f"<span>{chip}</span>" for chip in look.chips)) if look.chips and region == "cn" else ""
    )
    hints = HINTS[region]
    hint = hints[2] if "sms" in look.name else hints[1] if "service" in look.name else ""
    if look.name in ("line", "telegram", "whatsapp"):
        hint = hints[0]
    left = "" if look.name == "telegram" else VOICE if look.name.startswith(("wechat", "wecom")) else ""
    return tag(
        "foot", chips + tag("input", f"{left}{tag('field', hint)}{SMILE}{PLUS if source.random() < 0.9 else ''}")
    )


def row(look: Look, line: Line, name: str, phone: Phone, source: random.Random, faces: tuple[str, str]) -> str:
    """Return the markup of one line."""
    if line.kind == "system":
        return tag("sys", f"<span data-id='{name}'>{words(line.text)}</span>")
    clock = hour_words(line.at, phone.clock)
    inner = _inner(look, line, name, clock, source)
    who = tag("who", words(line.name)) if look.names and line.side == "in" and line.name else ""
    under = tag("under", clock) if look.times == "under" else ""
    if look.read and look.times == "sep" and line.side == "out" and source.random() < 0.7:
        under += tag("under", look.read)
    beside = (
        tag("beside", f"{look.read + '<br>' if line.side == 'out' and look.read else ''}{clock}")
        if look.times == "beside"
        else ""
    )
    face = ""
    if line.side == "in" or look.own_face:
        mark = faces[line.side == "out"] if line.side == "out" or not look.name.endswith("group") else line.name[:1]
        colour = FACES[sum(map(ord, mark)) % len(FACES)]
        inside = words(mark) if look.name != "plain_sms" else PERSON
        face = tag("face", inside, style=f"background:{colour}")
    tail = " tail" if look.tail and line.kind in ("text", "voice", "heard") else ""
    return tag(f"row {line.side}{tail}", f"{face}{tag('col', who + inner + under)}{beside}")


def _inner(look: Look, line: Line, name: str, clock: str, source: random.Random) -> str:
    if line.kind == "picture":
        high = source.choice((110, 200, 240))
        return f"<div data-id='{name}'><i class='pic' style='height:{high}px;background:linear-gradient(160deg,{source.choice(SCENES)})'></i></div>"
    if line.kind == "sticker":
        return tag("stick", words(line.text or source.choice(("🐱", "🐼", "🐻"))), name)
    if line.kind in ("packet", "transfer"):
        title, small = line.text.split("\n")
        return tag(
            "card",
            f"{words(title)}<small style='color:#fff'>{words(small)}</small>",
            name,
            "background:#f39a45;color:#fff",
        )
    if line.kind == "card":
        title, small = line.text.split("\n")
        return tag("card", f"{words(title)}<small>{words(small)}</small>", name)
    if line.kind in ("voice", "heard"):
        seconds = source.randint(3, 38)
        wide = 70 + seconds * 3
        voice = tag(
            "bubble",
            f"<span style='display:flex;gap:6px;align-items:center'>{VOICE}{seconds}\"</span>",
            name + "v" * (line.kind == "heard"),
            f"width:{wide}px",
        )
        return voice if line.kind == "voice" else voice + tag("bubble", words(line.text), name, "margin-top:5px")
    quoted = words(line.quote)
    within = look.times != "sep"
    top = f"<div class='within'><b>{words(line.name or '客服')}</b>{quoted}</div>" if quoted and within else ""
    tick = look.read if look.read == "✓✓" and line.side == "out" else ""
    time = f"<span class='clock'>{clock} {tick}</span>" if look.times == "inside" else ""
    below = tag("below", f"{words(line.name or '客服')}：{quoted}") if quoted and not within else ""
    return tag("bubble", top + words(line.text) + time, name) + below


def cards(source: random.Random) -> str:
    """Return the words of a file that was sent: its name and its size."""
    return "\n".join(source.choice(CARDS))


def shown_day(at: datetime) -> str:
    """Return a day as a key that changes at midnight."""
    return f"{at:%Y-%m-%d}"
