"""What stands around a page: the phone, its status bar, title bars, the row at the foot."""

import random
from dataclasses import dataclass
from datetime import datetime

from benchmarks.truth.heldout_7.looks import Look
from benchmarks.truth.sheet import tag, words

FONTS = {
    "hans": [
        "Noto Sans CJK SC",
        "Noto Sans CJK SC",
        "Noto Sans CJK SC",
        "WenQuanYi Micro Hei",
        "Droid Sans Fallback",
        "LXGW WenKai",
        "Noto Sans CJK SC Medium",
        "WenQuanYi Zen Hei",
    ],
    "hant": [
        "Noto Sans CJK TC",
        "Noto Sans CJK TC",
        "Noto Sans CJK HK",
        "Noto Sans CJK TC Light",
        "WenQuanYi Micro Hei",
        "Noto Sans CJK TC",
    ],
}
LATIN = ["Roboto", "Inter", "", "", "Lato", "Open Sans"]


@dataclass(frozen=True)
class Phone:
    """Pixels, and how many make one of the page's."""

    width: int
    height: int
    density: float
    apple: bool


PHONES = [
    Phone(720, 1600, 2, False),
    Phone(750, 1334, 2, True),
    Phone(828, 1792, 2, True),
    Phone(1080, 2340, 3, False),
    Phone(1080, 2400, 2.75, False),
    Phone(1080, 2376, 2.6, False),
    Phone(1125, 2436, 3, True),
    Phone(1170, 2532, 3, True),
    Phone(1179, 2556, 3, True),
    Phone(1220, 2712, 3.1, False),
    Phone(1242, 2688, 3, True),
    Phone(1284, 2778, 3, True),
    Phone(1260, 2800, 3.25, False),
    Phone(1440, 3200, 3.5, False),
    Phone(1440, 3088, 4, False),
]


def page(css: str, body: str, look: Look, font: str, high: float | None) -> str:
    """Return a whole page; without a height it is as high as what it holds."""
    frame = f"height:{high:.1f}px;overflow:hidden" if high else ""
    base = f"*{{box-sizing:border-box;margin:0}}body{{font-family:{font};font-size:{look.size}px;background:{look.back};color:{look.ink};line-height:1.38;{frame};display:flex;flex-direction:column}}"
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><style>{base}{css}</style></head><body>{body}</body></html>'
    )


def font_of(script: str, source: random.Random) -> str:
    """Return a list of families."""
    first = source.choice(LATIN)
    cjk = source.choice(FONTS[script])
    fallback = "Noto Sans CJK SC" if script == "hans" else "Noto Sans CJK TC"
    return ",".join(f"'{each}'" for each in (first, cjk, fallback, "Noto Color Emoji") if each)


def status(at: datetime, phone: Phone, ink: str, back: str, source: random.Random, carrier: str = "中国移动") -> str:
    """Return the row of clock, net and battery."""
    left = source.choice(["", "", carrier, "🔕"]) if not phone.apple else ""
    net = source.choice(["5G", "4G", "5G", "HD 5G", "📶"])
    power = source.randrange(11, 100)
    clock = f"{at:%H:%M}".lstrip("0") if phone.apple and at.hour >= 10 else f"{at:%H:%M}"
    battery = f'<span style="border:1px solid {ink};border-radius:3px;padding:0 3px;font-size:10px">{power}{"" if phone.apple else "%"}</span>'
    inner = f'<span style="font-weight:600">{clock} <small style="font-weight:400">{left}</small></span><span>{net} {battery}</span>'
    return f'<div style="display:flex;justify-content:space-between;align-items:center;padding:{9 if phone.apple else 5}px 22px 4px;font-size:13.5px;color:{ink};background:{back};flex:none">{inner}</div>'


def bar(look: Look, title: str, source: random.Random, below: str = "") -> str:
    """Return a title bar."""
    back, more = "‹", source.choice(["···", "⋯", "⋮", "☰"])
    small = f'<div style="font-size:11.5px;opacity:.65">{words(below)}</div>' if below else ""
    name = f'<div style="font-weight:600;font-size:17px">{words(title)}</div>{small}'
    arrow = f'<span style="font-size:27px;line-height:26px;width:34px">{back}</span>'
    face = '<span style="width:36px;height:36px;border-radius:50%;background:linear-gradient(#7db6e8,#4d7fc4);margin-right:9px"></span>'
    line = "border-bottom:.5px solid rgba(128,128,128,.25)"
    css = f"display:flex;align-items:center;padding:7px 12px;min-height:46px;background:{look.bar};color:{look.ink};flex:none;{line}"
    if look.title == "face":
        return f'<div style="{css}">{arrow}{face}<div style="flex:1">{name}</div><span>📞&nbsp; {more}</span></div>'
    if look.title == "left":
        return f'<div style="{css}">{arrow}<div style="flex:1">{name}</div><span>{more}</span></div>'
    if look.title == "big":
        return f'<div style="{css};padding:14px">{arrow}<div style="flex:1;font-size:20px">{name}</div><span>📞 &nbsp;{more}</span></div>'
    if look.title == "ios":
        round_face = '<div style="width:44px;height:44px;border-radius:50%;background:#9ea3ae;margin:0 auto 3px"></div>'
        return f'<div style="{css};align-items:flex-start">{arrow}<div style="flex:1;text-align:center">{round_face}<div style="font-size:12.5px">{words(title)} ›</div></div><span style="width:34px"></span></div>'
    return f'<div style="{css}">{arrow}<div style="flex:1;text-align:center">{name}</div><span style="width:34px;text-align:right">{more}</span></div>'


FEET = {
    "wechat": ["🔊", "", "☺", "⊕"],
    "icons": ["🎤", "🖼", "", "📷", "☺"],
    "round": ["＋", "📷", "Aa", "🎤"],
    "tg": ["📎", "{type}", "🎤"],
    "wa": ["😊", "{type}", "📎", "🎤"],
    "im": ["＋", "{sms}", "🎙"],
    "plain": ["＋", "{send}", "☺"],
    "chips": ["🎤", "{ask}", "☺", "⊕"],
    "menu": ["⌨", "{a}", "{b}", "{c}"],
}
HANS = {
    "{type}": "输入消息",
    "{sms}": "短信/彩信",
    "{send}": "请输入内容",
    "{ask}": "请描述您的问题",
    "{a}": "☰ 我的账户",
    "{b}": "☰ 业务办理",
    "{c}": "在线客服",
}
HANT = {
    "{type}": "輸入訊息",
    "{sms}": "簡訊",
    "{send}": "輸入訊息",
    "{ask}": "請輸入您的問題",
    "{a}": "☰ 帳戶查詢",
    "{b}": "☰ 常見問題",
    "{c}": "聯絡客服",
}


def foot(look: Look, script: str, dark: bool) -> str:
    """Return the row in which one writes."""
    said = HANS if script == "hans" else HANT
    field = "#2a2a2a" if dark else "#ffffff"
    parts = []
    for each in FEET[look.foot]:
        if len(each) > 1 and each != "Aa":
            each = said[each]
        wide = "flex:1;" if each == "" or len(each) > 1 else ""
        box = (
            f"{wide}background:{field};border-radius:{18 if look.foot in ('round', 'im', 'wa', 'tg') else 5}px;padding:8px 11px;min-height:36px;text-align:left"
            if wide
            else "padding:6px"
        )
        parts.append(f'<span style="{box};color:{look.grey if wide else look.ink}">{words(each)}</span>')
    back = (
        look.bar
        if look.app not in ("meituan", "bank", "loan")
        and not (look.app in ("whatsapp", "telegram") and look.ink == "#fff")
        else ("#222" if dark else "#f7f7f7")
    )
    inner = "".join(parts)
    return f'<div style="display:flex;align-items:center;gap:6px;padding:8px 9px 16px;background:{back};flex:none;font-size:15px">{inner}</div>'


def chips(script: str, dark: bool, source: random.Random) -> str:
    """Return a row of offers above the foot."""
    offers = (
        ["查账单", "退款进度", "人工客服", "评价服务", "还款记录", "投诉建议"]
        if script == "hans"
        else ["查帳單", "退款進度", "真人客服", "服務評價"]
    )
    shown = source.sample(offers, 3)
    back, ink = ("#2b2b2b", "#ccc") if dark else ("#fff", "#333")
    return tag(
        "",
        "".join(
            f'<span style="background:{back};color:{ink};border-radius:14px;padding:4px 11px;font-size:13px;margin-right:8px">{each}</span>'
            for each in shown
        ),
        style="padding:7px 10px;flex:none",
    )
