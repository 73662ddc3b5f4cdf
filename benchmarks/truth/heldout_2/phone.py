"""Phones: their screens, their fonts, and the bar at the top with the clock."""

import random
from dataclasses import dataclass
from datetime import datetime

from benchmarks.truth.sheet import tag


@dataclass(frozen=True)
class Phone:
    """A screen of ``width`` by ``height`` pixels; ``bar`` is how its maker draws the status bar."""

    width: int
    height: int
    density: float
    bar: str
    latin: str
    hans: str
    hant: str

    def font(self, script: str) -> str:
        """Return the font families for a script."""
        return f"'{self.latin}','{self.hant if script == 'Hant' else self.hans}','Noto Color Emoji',sans-serif"


_SC, _TC, _HK = "Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK HK"

PHONES = {
    "iphone13": Phone(1170, 2532, 3, "ios", "Inter", _SC, _TC),
    "iphone15": Phone(1179, 2556, 3, "island", "Inter", _SC, _HK),
    "iphone13max": Phone(1284, 2778, 3, "ios", "Inter", _SC, _TC),
    "iphone16max": Phone(1290, 2796, 3, "island", "Inter", _SC, _HK),
    "redmi": Phone(720, 1600, 2, "miui", "Roboto", "Droid Sans Fallback", _TC),
    "xiaomi": Phone(1200, 2670, 3, "miui", "Lato", _SC, _TC),
    "huawei": Phone(1080, 2340, 3, "emui", "Roboto", "WenQuanYi Micro Hei", "WenQuanYi Micro Hei"),
    "oppo": Phone(1080, 2400, 2.75, "coloros", "Open Sans", _SC, _TC),
    "vivo": Phone(1080, 2376, 3, "coloros", "LXGW WenKai", "LXGW WenKai", "LXGW WenKai"),
    "samsung": Phone(1440, 3200, 3.5, "oneui", "Roboto", _SC, _TC),
    "pixel": Phone(1080, 2400, 2.625, "oneui", "Roboto", _SC, _HK),
    "oldhuawei": Phone(720, 1520, 2, "emui", "Noto Sans", "WenQuanYi Zen Hei", "WenQuanYi Zen Hei"),
    "honor": Phone(1200, 2664, 3, "emui", "Roboto", "Noto Sans CJK SC DemiLight", _TC),
}
IOS = ("ios", "island")

_WAVES = '<svg width="16" height="12" viewBox="0 0 16 12"><path d="M8 11.5L0 3.2a11.5 11.5 0 0 1 16 0z" fill="currentColor"/></svg>'
_CELLS = (
    '<svg width="17" height="11" viewBox="0 0 17 11" fill="currentColor"><rect y="7" width="3" height="4" rx="1"/>'
    '<rect x="4.6" y="5" width="3" height="6" rx="1"/><rect x="9.2" y="2.5" width="3" height="8.5" rx="1"/>'
    '<rect x="13.8" width="3" height="11" rx="1"/></svg>'
)
_BELL = '<svg width="12" height="12" viewBox="0 0 12 12"><path d="M6 0a4 4 0 0 1 4 4v3l1.5 2H.5L2 7V4a4 4 0 0 1 4-4z" fill="currentColor"/></svg>'


def _battery(level: int, number: bool) -> str:
    inner = f'<i style="width:{level * 0.2:.0f}px"></i>'
    return f'<b class="battery">{"" if number else inner}{level if number else ""}</b>'


def status_bar(phone: Phone, at: datetime, source: random.Random, *, dark: bool, back: str = "transparent") -> str:
    """Return the status bar as HTML."""
    level = source.randrange(12, 99)
    clock = f"{at:%H:%M}".removeprefix("0") if phone.bar in IOS else f"{at:%H:%M}"
    style = f"background:{back};color:{'#f2f2f2' if dark else '#111'}"
    if phone.bar in IOS:
        island = tag("island", "") if phone.bar == "island" else tag("notch", "")
        net = source.choice(("5G", "4G", _WAVES))
        right = f"<span>{_CELLS} {net} {_battery(level, True)}</span>"
        return tag("status apple", f"<em>{clock}</em>{island}{right}", style=style)
    left = f"<em>{clock}</em>"
    if phone.bar == "miui":
        left += f" <small>{source.randrange(1, 90)}.{source.randrange(10)}KB/s</small> {_BELL}"
        right = f"{_CELLS} <small>5G</small> {_WAVES} {_battery(level, True)}"
    elif phone.bar == "emui":
        left = f"<span><small>中国移动</small> {_CELLS} {_WAVES}</span>"
        right = f"{_BELL} <small>{level}%</small> {_battery(level, False)} <em>{clock}</em>"
    elif phone.bar == "coloros":
        right = f"{_BELL} <small>HD</small> {_CELLS} {_CELLS} {_battery(level, False)}"
    else:
        left += f" {_BELL} •"
        right = f"{_WAVES} {_CELLS} <small>{level}%</small> {_battery(level, False)}"
    return tag("status", f"<span>{left}</span><span>{right}</span>", style=style)


def page(css: str, body: str, phone: Phone, script: str, *, classes: str, long: bool = False) -> str:
    """Return a whole page; a long one is as high as what it holds."""
    high = "" if long else f"height:{phone.height / phone.density:.2f}px;"
    lang = "zh-Hant" if script == "Hant" else "zh-Hans"
    style = f"{high}font-family:{phone.font(script)}"
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><style>{css}</style></head>'
        f'<body class="{classes}" style="{style}">{body}</body></html>'
    )
