"""What all screens of the tuning half have: looks, status bars, portraits."""

import random
from dataclasses import dataclass
from datetime import datetime

from benchmarks.truth.sheet import hour_words, tag, words

FONTS = {
    "hans": ("Noto Sans CJK SC", "WenQuanYi Micro Hei", "Inter, Noto Sans CJK SC", "Droid Sans Fallback"),
    "hant": ("Noto Sans CJK TC", "Inter, Noto Sans CJK TC", "WenQuanYi Micro Hei"),
}
SIZES = (
    (1080, 3.0),
    (1080, 2.75),
    (720, 2.0),
    (1125, 3.0),
    (1170, 3.0),
    (828, 2.0),
    (1440, 4.0),
    (1284, 3.0),
    (1080, 3.0),
)
HOURS = {"imessage": ("cn", "24"), "wechat": ("24", "24", "parts"), "telegram": ("24",), "service": ("24",)}
PORTRAITS = ("#5b8def", "#e4a23c", "#57a773", "#c06c84", "#7d6bb5", "#3fa7a0", "#d9644a")


@dataclass(frozen=True)
class Look:
    """What one screen is drawn with, apart from what kind of page it is."""

    app: str
    script: str
    currency: str
    dark: bool
    font: str
    width: int
    density: float
    scale: float
    hours: str
    captured: datetime

    @property
    def high(self) -> int:
        """The height of this phone's screen."""
        return round(self.width * (2.166 if self.density != 2.75 else 2.222) / 2) * 2


def look(source: random.Random, app: str, script: str, dark: bool, captured: datetime) -> Look:
    """Choose a phone and a font."""
    width, density = source.choice(SIZES)
    currency = "CNY" if script == "hans" else source.choice(("TWD", "HKD"))
    hours = source.choice(HOURS.get(app, ("24", "24", "cn")))
    font = source.choice(FONTS[script])
    return Look(app, script, currency, dark, font, width, density, source.choice((1, 1, 1.08, 1.18)), hours, captured)


def status_bar(look: Look, source: random.Random) -> str:
    """Return the line at the top: the clock, and what phones show beside it."""
    battery = source.randrange(9, 100)
    bars = "".join(f'<rect x="{x * 4}" y="{9 - x * 2.4}" width="3" height="{3 + x * 2.4}"/>' for x in range(4))
    signal = f'<svg width="16" height="12" fill="currentColor">{bars}</svg>'
    wifi = (
        '<svg width="16" height="12" fill="none" stroke="currentColor" stroke-width="1.6"><path d="M1 4 Q8 -2 15 4"/>'
        '<path d="M4 7.5 Q8 4 12 7.5"/><circle cx="8" cy="10.5" r=".8"/></svg>'
    )
    cell = (
        '<svg width="26" height="13"><rect x=".7" y=".7" width="21" height="11.6" rx="3" fill="none" stroke="currentColor"/>'
        f'<rect x="2.3" y="2.3" width="{18 * battery / 100:.1f}" height="8.4" rx="1.6" fill="currentColor"/>'
        '<rect x="23" y="4" width="1.8" height="5" fill="currentColor"/></svg>'
    )
    net = source.choice(("5G", "4G", "5G", ""))
    left = hour_words(look.captured, "24")
    extra = source.choice(("", "", f"{battery}%", f"{battery}", "12.3K/s"))
    return tag("status", f"<div>{left}</div><span>{extra} {net} {signal} {source.choice((wifi, ''))} {cell}</span>")


def portrait(source: random.Random, letter: str) -> str:
    """Return a square with a letter or a little figure."""
    colour = source.choice(PORTRAITS)
    figure = '<svg width="28" height="28" fill="#fff"><circle cx="14" cy="10" r="6"/><ellipse cx="14" cy="26" rx="11" ry="9"/></svg>'
    return tag("avatar", words(letter) if source.random() < 0.4 else figure, style=f"background:{colour}")


BACK = '<svg width="12" height="20" fill="none" stroke="currentColor" stroke-width="2"><path d="M10 2 L2 10 L10 18"/></svg>'
