"""Phones of the held-out half: sizes, fonts, colours, and what stands at the top of their screens."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.format import Truth
from benchmarks.truth.heldout.fills import BRANDS, Region
from benchmarks.truth.sheet import hour_words, words

FACES = {
    "CNY": (
        "WenQuanYi Zen Hei",
        "Roboto, Noto Sans CJK SC DemiLight",
        "Open Sans, WenQuanYi Zen Hei",
        "LXGW WenKai",
        "Lato, Noto Sans CJK SC Medium",
    ),
    "TWD": ("Roboto, Noto Sans CJK TC DemiLight", "WenQuanYi Zen Hei", "Open Sans, Noto Sans CJK TC Medium"),
    "HKD": ("Roboto, Noto Sans CJK HK", "Lato, Noto Sans CJK HK DemiLight", "WenQuanYi Zen Hei"),
}
BODIES = (
    (1080, 2.625),
    (1080, 2.8),
    (720, 1.75),
    (1200, 3.0),
    (1242, 3.0),
    (1290, 3.0),
    (1440, 3.5),
    (750, 2.0),
    (1080, 2.625),
)
TINTS = ("#1e7f8c", "#b5543c", "#4a5fc1", "#8c6b1f", "#3d8c40", "#a0438f", "#5c6370")


@dataclass(frozen=True)
class Device:
    """One phone at one moment."""

    region: Region
    width: int
    density: float
    face: str
    body: float
    dark: bool
    hours: str
    now: datetime

    @property
    def hans(self) -> bool:
        """Whether it shows simplified characters."""
        return self.region.currency == "CNY"

    @property
    def high(self) -> int:
        """The height of its screen."""
        return round(self.width * 2.2 / 2) * 2

    def says(self, hans: str, hant: str) -> str:
        """Return the words of its script."""
        return hans if self.hans else hant

    def truth(self, style: str, kind: str, form: str) -> Truth:
        """Return an empty truth of a page on this phone."""
        script = "hans" if self.hans else "hant"
        return Truth(
            "",
            style,
            kind,
            form,
            script,
            self.region.zone,
            self.width,
            self.dark,
            self.now.strftime("%Y-%m-%dT%H:%M:%S"),
        )


def device(source: random.Random, hant: bool, dark: bool, hours: tuple[str, ...]) -> Device:
    """Choose a phone, whose it is, and when it took the screen."""
    currency = source.choice(("TWD", "HKD")) if hant else "CNY"
    region = Region(currency, source.choice(BRANDS[currency]))
    width, density = source.choice(BODIES)
    days = ((2025, 3, 10), (2025, 6, 10), (2025, 7, 21), (2025, 8, 18), (2025, 11, 17)) if hant else (
        (2025, 4, 1), (2025, 4, 28), (2025, 5, 19), (2025, 7, 1), (2025, 9, 2), (2025, 10, 14), (2025, 12, 29), (2026, 1, 12), (2026, 2, 9),
    )  # fmt: skip
    now = datetime(*source.choice(days)) + timedelta(
        days=source.randrange(3), minutes=source.randrange(480, 1430), seconds=source.randrange(60)
    )
    return Device(
        region,
        width,
        density,
        source.choice(FACES[currency]),
        source.choice((16, 16.5, 17.5, 19)),
        dark,
        source.choice(hours),
        now,
    )


def top(phone: Device, source: random.Random) -> str:
    """Return the line with the clock."""
    power = source.randrange(7, 101)
    cell = f'<svg width="22" height="11"><rect x=".5" y=".5" width="19" height="10" rx="2" fill="none" stroke="currentColor"/><rect x="2" y="2" width="{16 * power / 100:.1f}" height="7" fill="currentColor"/></svg>'
    dots = '<svg width="17" height="11" fill="currentColor"><rect x="0" y="7" width="3" height="4"/><rect x="4.5" y="5" width="3" height="6"/><rect x="9" y="2.5" width="3" height="8.5"/><rect x="13.5" y="0" width="3" height="11"/></svg>'
    fan = '<svg width="15" height="11" fill="currentColor"><path d="M7.5 11 L0 2.5 Q7.5 -3 15 2.5 Z"/></svg>'
    carrier = source.choice(("", "", phone.says("中国联通", "中華電信" if phone.region.currency == "TWD" else "3HK")))
    extra = source.choice(("HD", "5G", "", "LTE", f"{power}%"))
    return f'<div class="sys-top"><span>{hour_words(phone.now, "24")} <small style="font-weight:400">{carrier}</small></span><span class="r">{extra}{dots}{fan}{cell}</span></div>'


def picture(source: random.Random, text: str) -> str:
    """Return a portrait: letters or a drawn face."""
    tint = source.choice(TINTS)
    drawn = '<svg width="100%" height="100%" viewBox="0 0 40 40"><circle cx="20" cy="16" r="7" fill="#fff" opacity=".85"/><path d="M6 38 Q20 20 34 38 Z" fill="#fff" opacity=".85"/></svg>'
    return f'<div class="pic" style="background:{tint}">{words(text) if source.random() < 0.5 else drawn}</div>'


ARROW = '<svg width="20" height="18" fill="none" stroke="currentColor" stroke-width="2.2"><path d="M9 1 L1 9 L9 17 M1 9 H19"/></svg>'
CHEVRON = '<svg width="11" height="19" fill="none" stroke="currentColor" stroke-width="2.4"><path d="M9 1 L1 9.5 L9 18"/></svg>'
