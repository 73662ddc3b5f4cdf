"""What all screens of the fresh half have: a phone with its status bar, and a sheet that gathers its own truth."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.truth.format import Entity, Message, Row, Truth
from benchmarks.truth.fresh.fills import HOUSES, WEEK, fills
from benchmarks.truth.grammar import Said, say
from benchmarks.truth.sheet import Sheet, tag

CSS = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.css")))
ZONES = {"CNY": "Asia/Shanghai", "TWD": "Asia/Taipei", "HKD": "Asia/Hong_Kong"}
FONTS = {
    "CNY": ("Noto Sans CJK SC", "Roboto, Noto Sans CJK SC", "Lato, Noto Sans CJK SC", "WenQuanYi Micro Hei", "Open Sans, Noto Sans CJK SC"),
    "TWD": ("Noto Sans CJK TC", "Roboto, Noto Sans CJK TC"),
    "HKD": ("Noto Sans CJK HK", "Open Sans, Noto Sans CJK HK"),
}  # fmt: skip
SCREENS = (
    (1080, 3.0, 2400),
    (1179, 3.0, 2556),
    (720, 2.0, 1600),
    (1440, 3.5, 3200),
    (1220, 3.2, 2712),
    (1080, 2.6, 2340),
    (750, 2.0, 1334),
)
PAINTS = (
    "#f5a623,#e0563f",
    "#6fb1fc,#4364f7",
    "#43cea2,#185a9d",
    "#d38312,#a83279",
    "#bdc3c7,#2c3e50",
    "#ff9a9e,#fad0c4",
)
DAYS = ((2025, 3, 11), (2025, 7, 15), (2025, 8, 19), (2025, 11, 11))
HOLIDAYS = ((2025, 4, 28), (2025, 9, 26), (2026, 2, 10), (2025, 12, 29))
"""Shortly before days off on the mainland."""


@dataclass
class Drawing:
    """One screen being drawn. ``twelve`` is a phone that says 下午3:20."""

    source: random.Random
    style: str
    kind: str
    form: str
    currency: str = "CNY"
    dark: bool = False
    truth: Truth = field(init=False)
    order: list[tuple[str, Message | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        source = self.source
        self.width, self.density, self.high = source.choice(SCREENS)
        day = source.choice(DAYS + HOLIDAYS if self.currency == "CNY" else DAYS)
        self.now = datetime(*day, source.randrange(9, 23), source.randrange(60), source.randrange(60))
        self.now += timedelta(days=source.randrange(3))
        self.house = source.choice(HOUSES[self.currency])
        self.slots = fills(self.house, self.currency)
        self.font = source.choice(FONTS[self.currency])
        self.twelve = source.random() < 0.25
        script = "hans" if self.currency == "CNY" else "hant"
        at = self.now.strftime("%Y-%m-%dT%H:%M:%S")
        self.truth = Truth(
            "", self.style, self.kind, self.form, script, ZONES[self.currency], self.width, self.dark, at
        )

    @property
    def hans(self) -> bool:
        """Whether it is written in simplified characters."""
        return self.currency == "CNY"

    def says(self, hans: str, hant: str) -> str:
        """Return the words in this screen's script."""
        return hans if self.hans else hant

    def said(self, template: str, at: datetime | None = None) -> Said:
        """Return a sentence of a template."""
        return say(template, self.slots, self.source, at or self.now)

    def entity(self, kind: str, value: str, optional: bool = False) -> None:
        """Keep something that stands outside of all messages and rows."""
        self.truth.entities.append(Entity(kind, value, optional))

    def row(self, row: Row) -> str:
        """Keep a row; return the name of its element."""
        row.id = f"r{len(self.truth.rows)}"
        if row.amount:
            row.entities.append(Entity("amount", f"{row.amount} {row.currency}"))
        if row.reference:
            row.entities.append(Entity("reference", row.reference))
        self.truth.rows.append(row)
        return row.id

    def clock(self, at: datetime) -> str:
        """Return a time of day as this phone writes it."""
        if not self.twelve:
            return f"{at:%H:%M}"
        return f"{'上午' if at.hour < 12 else '下午'}{at.hour % 12 or 12}:{at:%M}"

    def day(self, at: datetime, far: str = "{0.month}月{0.day}日") -> str:
        """Return a day as seen from now: nothing for today."""
        days = (self.now.date() - at.date()).days
        if days < 2:
            return self.says("昨天", "昨天") if days else ""
        return far.format(at)

    def weekday(self, at: datetime, before: str = "星期") -> str:
        """Return the name of a weekday."""
        return before + WEEK[at.weekday()]

    def sheet(self, css: str, body: str, least: int | None = None, most: int | None = None) -> Sheet:
        """Return the page; its style's classes stand in ``css``."""
        scale = self.source.choice((1, 1, 1.06, 0.95))
        root = f":root{{--font:{self.font},Inter,Noto Color Emoji;--k:{scale}}}"
        whole = f"{css} {'dark' if self.dark else 'light'}"
        html = f'<!doctype html><meta charset=utf-8><style>{root}{CSS}</style><body class="{whole}">{self.bar()}{body}'
        least = self.high if least is None else least
        return Sheet(html, self.width, self.density, least, most or self.high, self.truth, self.order)

    def bar(self) -> str:
        """Return the status bar of an iPhone or of another phone."""
        source = self.source
        charge = source.randrange(6, 100)
        net = source.choice(("5G", "4G", "5G+", "HD 5G", ""))
        dots = '<svg width="18" height="12" fill="currentColor"><circle cx="3" cy="9" r="2"/><circle cx="9" cy="7" r="2.6"/><circle cx="15" cy="6" r="3"/></svg>'
        cell = f'<span class="cell"><i style="width:{charge}%"></i></span>'
        if source.random() < 0.4:
            return tag("bar apple", f"<b>{self.now.hour}:{self.now:%M}</b><span>{dots} {net} {cell}</span>")
        rate = source.choice(("", f"{source.randrange(1, 90)}.{source.randrange(9)} K/s", ""))
        left = source.choice(("", "中国移动 ", "")) if self.hans else ""
        return tag(
            "bar",
            f"<span>{left}{self.now:%H:%M}</span><span>{rate} {dots} {net} {charge}{source.choice(('%', ''))} {cell}</span>",
        )

    def face(self, who: str, letter: str = "") -> str:
        """Return somebody's picture, the same each time."""
        paint = random.Random(f"{self.now}{who}").choice(PAINTS)
        return tag("face", letter, style=f"background:linear-gradient(140deg,{paint})")


def icon(shape: str) -> str:
    """Return a little drawing as toolbars have them."""
    drawn = {
        "back": '<path d="M13 3 L5 11 L13 19"/>', "more": '<circle cx="4" cy="11" r="1"/><circle cx="11" cy="11" r="1"/><circle cx="18" cy="11" r="1"/>',
        "plus": '<circle cx="11" cy="11" r="9"/><path d="M11 6 V16 M6 11 H16"/>', "voice": '<circle cx="11" cy="11" r="9"/><path d="M9 7 Q13 11 9 15 M12 5 Q17 11 12 17"/>',
        "smile": '<circle cx="11" cy="11" r="9"/><path d="M7 13 Q11 17 15 13"/><path d="M8 8v1M14 8v1"/>', "phone": '<path d="M4 4 q3-2 4 2 l-2 3 q2 4 5 5 l3-2 q4 1 2 4 q-8 4-14-6 q-1-4 2-6z"/>',
        "search": '<circle cx="9" cy="9" r="6"/><path d="M14 14 L20 20"/>', "out": '<path d="M4 18 L17 5 M9 5 H17 V13"/>', "in": '<path d="M17 4 L5 17 M5 9 V17 H13"/>',
        "camera": '<rect x="2" y="5" width="18" height="13" rx="3"/><circle cx="11" cy="11" r="4"/>', "send": '<path d="M3 19 L20 11 L3 3 L6 11 Z"/>', "right": '<path d="M8 4 L15 11 L8 18"/>',
    }[shape]  # fmt: skip
    return f'<svg class="icon" viewBox="0 0 22 22" width="22" height="22" fill="none" stroke="currentColor" stroke-width="1.7">{drawn}</svg>'
