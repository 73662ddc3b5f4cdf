"""The phone around a page: its width and density, its status bar, its type, and what a page is wrapped in."""

import random
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path

from benchmarks.truth.sheet import tag

HERE = Path(__file__).parent
LONGEST_PX = 20_000
GENEROUS_PX = 9_000
"""Higher than a page that is not cut gets."""


@dataclass(frozen=True)
class Phone:
    """``width`` and ``high`` are pixels, ``density`` pixels for one of CSS; ``maker`` apple, mi, samsung or old."""

    width: int
    high: int
    density: float
    maker: str


PHONES = (
    Phone(720, 1600, 2.0, "old"),
    Phone(828, 1792, 2.0, "apple"),
    Phone(1080, 2340, 2.75, "samsung"),
    Phone(1080, 2400, 3.0, "mi"),
    Phone(1125, 2436, 3.0, "apple"),
    Phone(1170, 2532, 3.0, "apple"),
    Phone(1179, 2556, 3.0, "apple"),
    Phone(1220, 2712, 1220 / 375, "mi"),
    Phone(1290, 2796, 3.0, "apple"),
    Phone(1440, 3200, 1440 / 411, "samsung"),
    Phone(1440, 3120, 4.0, "samsung"),
)

TYPES = {
    "hans": (
        "'Noto Sans CJK SC'", "Roboto,'Noto Sans CJK SC'", "'WenQuanYi Micro Hei'", "Inter,'Noto Sans CJK SC'",
        "'LXGW WenKai'", "Roboto,'Droid Sans Fallback'", "'Open Sans','WenQuanYi Micro Hei'",
    ),
    "tw": ("'Noto Sans CJK TC'", "Roboto,'Noto Sans CJK TC'", "Inter,'Noto Sans CJK TC'", "'Noto Serif CJK TC'"),
    "hk": ("'Noto Sans CJK HK'", "Inter,'Noto Sans CJK HK'", "'Open Sans','Noto Sans CJK HK'"),
}  # fmt: skip
WEEKDAYS = "一二三四五六日"


def phone(source: random.Random, *makers: str) -> Phone:
    """Return a phone of one of the makers, of any if none is named."""
    return source.choice([each for each in PHONES if not makers or each.maker in makers])


def type_of(source: random.Random, place: str) -> str:
    """Return the font families somebody there has set; few have a type of their own."""
    families = TYPES["hans" if place == "cn" else place]
    return source.choice(families[:4] if source.random() < 0.7 else families) + ",'Noto Color Emoji'"


def status_bar(device: Phone, captured: datetime, source: random.Random) -> str:
    """Return the line at the top of the screen, with the clock and the battery."""
    charge = source.randrange(7, 100)
    clock = f"{captured.hour}:{captured:%M}" if device.maker == "apple" else f"{captured:%H:%M}"
    net = source.choice(("5G", "4G", "5G", ""))
    bars = "".join(f'<i style="height:{3 + 2 * step}px"></i>' for step in range(4))
    right = f'<span class="bars">{bars}</span><span>{net}</span>'
    battery = f'<span class="cell"><i style="width:{charge}%"></i></span>'
    right += f"<span>{charge}%</span>{battery}" if device.maker in ("mi", "samsung") else battery
    return tag(f"status os-{device.maker}", f"<b>{clock}</b><span class=right>{right}</span>")


def date_words(day: datetime, captured: datetime, form: str) -> str:
    """Return a day as it stands between messages: ``wx``, ``im``, ``line``, ``chip``, ``dash``, ``full``."""
    ago = (captured.date() - day.date()).days
    week = WEEKDAYS[day.weekday()]
    dated = f"{day.month}月{day.day}日"
    if form == "dash":
        return f"{day:%Y-%m-%d}"
    if form == "full":
        return f"{day.year}年{dated} 星期{week}"
    if form == "line":
        far = f"{dated}（週{week}）" if day.year == captured.year else f"{day.year}/{day.month}/{day.day}（週{week}）"
        return {0: "今天", 1: "昨天"}.get(ago, far)
    if ago in (0, 1):
        return {("wx", 0): ""}.get((form, ago), ("今天", "昨天")[ago])
    if ago < 7 and form in ("wx", "im"):
        return ("星期" if form == "wx" else "周") + week
    return dated if day.year == captured.year else f"{day.year}年{dated}"


@dataclass(frozen=True)
class Page:
    """What surrounds the parts of a screen. ``fixed`` pages are as high as the phone, and scrolled to their end."""

    device: Phone
    look: str
    dark: bool
    fonts: str
    fixed: bool
    lang: str


def wrapped(page: Page, top: str, middle: str, bottom: str = "") -> str:
    """Return the HTML of a screen: what stays at the top, what is scrolled, what stays at the bottom."""
    view = ' data-id="view"' if page.fixed else ""
    classes = f"{page.look} {'dark' if page.dark else 'light'} {'fixed' if page.fixed else 'whole'}"
    inner = f'<div class="top">{top}</div><div class="view"{view}><div class="scrolled">{middle}</div></div>'
    return (
        f'<!doctype html><html lang="{page.lang}"><meta charset="utf-8"><style>{_css()}</style>'
        f'<body class="{escape(classes)}" style="font-family:{escape(page.fonts)},sans-serif">{inner}'
        f'<div class="bottom">{bottom}</div></body></html>'
    )


@cache
def _css() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.css")))
