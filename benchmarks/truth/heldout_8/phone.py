"""The phone around a screen: its size, fonts, status bar, portraits; and one page with the truth of it."""

import random
from dataclasses import dataclass, field
from datetime import datetime

from benchmarks.truth.format import Message, Row, Truth
from benchmarks.truth.grammar import Said
from benchmarks.truth.sheet import Sheet, tag, words

SC = (
    "'Noto Sans CJK SC'",
    "Roboto,'Noto Sans CJK SC'",
    "'WenQuanYi Micro Hei'",
    "Inter,'Noto Sans CJK SC'",
    "'Open Sans','Noto Sans CJK SC'",
    "'WenQuanYi Zen Hei'",
    "'LXGW WenKai'",
    "Lato,'Droid Sans Fallback'",
    "Roboto,'Noto Sans CJK SC DemiLight','Noto Sans CJK SC'",
)
TC = ("'Noto Sans CJK TC'", "Roboto,'Noto Sans CJK TC'", "Inter,'Noto Sans CJK TC'", "'LXGW WenKai'")
HK = ("'Noto Sans CJK HK'", "Inter,'Noto Sans CJK HK'", "Roboto,'Noto Sans CJK HK'")
SIZES = ((1080, 3.0, 2340), (1080, 2.75, 2400), (720, 2.0, 1600), (1440, 4.0, 3120), (1170, 3.0, 2532), (1284, 3.0, 2778),
         (828, 2.0, 1792), (750, 2.0, 1334), (1440, 3.5, 3200), (1179, 3.0, 2556), (1220, 3.0, 2712), (1260, 3.25, 2800))  # fmt: skip
ZONES = {"cn": "Asia/Shanghai", "tw": "Asia/Taipei", "hk": "Asia/Hong_Kong"}


@dataclass
class Phone:
    """One phone at one moment. ``file`` is png, jpg or photo."""

    now: datetime
    place: str = "cn"
    size: int = 0
    font: int = 0
    dark: bool = False
    file: str = "png"
    bar: int = 0

    @property
    def families(self) -> str:
        """Return the fonts as CSS."""
        fonts = {"cn": SC, "tw": TC, "hk": HK}[self.place]
        return f"{fonts[self.font % len(fonts)]},'Noto Sans CJK SC','Noto Color Emoji',sans-serif"


@dataclass
class Page:
    """What is put on one screen, piece by piece."""

    phone: Phone
    style: str
    kind: str
    party: str = ""
    long: bool = False
    at_end: bool = False
    css: str = ""
    parts: list[str] = field(default_factory=list)
    order: list[tuple[str, Message | None]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    number: int = 0

    def name(self, letter: str) -> str:
        """Return a name under which something's place is asked for."""
        self.number += 1
        return f"{letter}{self.number}"

    def separator(self, css: str, inner: str) -> str:
        """Return something that says when, and note where it stands."""
        name = self.name("s")
        self.order.append((name, None))
        return tag(css, inner, name)

    def message(self, side: str, said: Said, at: datetime, *, optional: bool = False) -> str:
        """Note a message and return the name of its place."""
        name = self.name("m")
        said_at = at.strftime("%Y-%m-%dT%H:%M")
        told = Message(side, said.text, said_at, name, optional)
        told.entities, told.promises = said.entities, said.promises
        self.order.append((name, told))
        return name

    def row(self, row: Row) -> str:
        """Note a row and return the name of its place."""
        row.id = self.name("r")
        self.rows.append(row)
        return row.id

    def beside(self, said: Said) -> str:
        """Note what is said on the page itself, and return it as HTML."""
        self.said.append(said)
        return words(said.text)

    def sheet(self) -> tuple[str, Sheet]:
        """Return it as `build` wants it."""
        phone = self.phone
        width, density, high = SIZES[phone.size % len(SIZES)]
        form = "photo" if phone.file == "photo" else "long" if self.long else "clean"
        script = "hans" if phone.place == "cn" else "hant"
        told = Truth("", self.style, self.kind, form, script, ZONES[phone.place], width, phone.dark,
                     phone.now.strftime("%Y-%m-%dT%H:%M:00"), self.party)  # fmt: skip
        told.rows = self.rows
        for said in self.said:
            told.entities += said.entities
            told.promises += said.promises
        if self.long:
            width, density = 1080, 3.0
            told.width = width
        size = f"html,body{{margin:0;padding:0}}body{{width:{width / density:.2f}px;" + (
            "" if self.long else f"height:{high / density:.2f}px;overflow:hidden;"
        )
        look = (
            f"{size}font-family:{phone.families};font-size:16px;line-height:1.45;display:flex;flex-direction:column;"
            f"background:{'#111' if phone.dark else '#fff'};color:{'#e6e6e6' if phone.dark else '#191919'}}}"
            "*{box-sizing:border-box}.view{flex:1;overflow:hidden;display:flex;flex-direction:column;min-height:0}"
            ".view>*{flex:none}"
        )
        html = f"<!doctype html><html lang='zh'><meta charset='utf-8'><style>{look}{self.css}</style><body>{''.join(self.parts)}</body></html>"
        return phone.file, Sheet(
            html, width, density, 800 if self.long else high, 20000 if self.long else high, told, self.order
        )


def signal(colour: str) -> str:
    """Return bars of reception, waves and a battery."""
    bars = "".join(f'<rect x="{4 * n}" y="{8 - 2 * n}" width="3" height="{4 + 2 * n}"/>' for n in range(4))
    waves = '<path d="M22 5a9 9 0 0 1 12 0l-2 2a6 6 0 0 0-8 0zM25.500 8.500a4 4 0 0 1 5 0L28 11.500z"/>'
    cell = '<rect x="38" y="1.500" width="21" height="10" rx="3" fill="none" stroke-width="1" stroke="currentColor"/><rect x="40" y="3.500" width="13" height="6" rx="1.500"/>'
    return f'<svg width="61" height="13" style="color:{colour};fill:{colour}">{bars}{waves}{cell}</svg>'


def status_bar(phone: Phone, back: str, colour: str) -> str:
    """Return the phone's own bar with its clock."""
    at, source = phone.now, random.Random(f"{phone.now}")
    left = f"{at.hour if phone.bar == 0 else f'{at.hour:02}'}:{at:%M}"
    right = signal(colour)
    if phone.bar == 2:
        right = f'<span style="font-size:11px;margin-right:5px">5G</span>{right}<span style="font-size:11px;margin-left:4px">{source.randrange(12, 99)}%</span>'
    if phone.bar == 3:
        left, right = f'<span style="font-size:12px">{["中国移动", "中国联通"][source.randrange(2)] if phone.place == "cn" else "4G"}</span>', (
            f'{right}<b style="margin-left:7px;font-size:13px">{at:%H:%M}</b>')  # fmt: skip
    return (
        f'<div style="flex:none;display:flex;align-items:center;justify-content:space-between;height:{44 if phone.bar == 0 else 30}px;'
        f'padding:0 {24 if phone.bar == 0 else 16}px;background:{back};color:{colour};font-size:14px;font-weight:600">'
        f'<span>{left}</span><span style="display:flex;align-items:center">{right}</span></div>'
    )


def portrait(key: str, size: int = 38, radius: str = "6px") -> str:
    """Return somebody's picture: a landscape, a person or plain colours, always the same for the same name."""
    source = random.Random(key)
    hue = source.randrange(360)
    sky, ground = f"hsl({hue},45%,70%)", f"hsl({(hue + 140) % 360},35%,45%)"
    person = '<circle cx="20" cy="15" r="8" fill="#fff8"/><path d="M5 42a15 15 0 0 1 30 0z" fill="#fff8"/>'
    hills = (
        f'<path d="M0 30L12 16L22 27L30 19L40 31V40H0z" fill="{ground}"/><circle cx="29" cy="10" r="4" fill="#fff9"/>'
    )
    inner = source.choice([person, hills, ""])
    return f'<svg width="{size}" height="{size}" viewBox="0 0 40 40" style="flex:none;border-radius:{radius};background:{sky}">{inner}</svg>'


def arrow(colour: str) -> str:
    """Return the sign that leads back."""
    return f'<svg width="12" height="20" style="flex:none"><path d="M10 2L2 10L10 18" fill="none" stroke="{colour}" stroke-width="2"/></svg>'
