"""Phones and their status bars: sizes, densities, fonts."""

import random
from dataclasses import dataclass
from datetime import datetime

HANS_FONTS = (
    "'Roboto','Noto Sans CJK SC'",
    "'Noto Sans CJK SC'",
    "'Inter','Noto Sans CJK SC'",
    "'Noto Sans CJK SC','WenQuanYi Micro Hei'",
    "'Roboto','WenQuanYi Micro Hei'",
    "'LXGW WenKai'",
)
TW_FONTS = ("'Inter','Noto Sans CJK TC'", "'Roboto','Noto Sans CJK TC'", "'Noto Sans CJK TC'")
HK_FONTS = ("'Inter','Noto Sans CJK HK'", "'Roboto','Noto Sans CJK HK'", "'Noto Sans CJK HK'")


@dataclass(frozen=True)
class Device:
    """A phone: how wide and high its screen is in pixels, pixels for one CSS pixel, and how its status bar looks."""

    system: str
    width: int
    height: int
    density: float


IPHONES = (
    Device("ios", 1170, 2532, 3.0),
    Device("ios", 1179, 2556, 3.0),
    Device("ios", 1290, 2796, 3.0),
    Device("ios", 828, 1792, 2.0),
    Device("ios", 750, 1334, 2.0),
)
ANDROIDS = (
    Device("android", 1080, 2340, 3.0),
    Device("android", 1080, 2400, 2.7),
    Device("android", 1440, 3088, 3.75),
    Device("android", 1440, 3120, 3.6),
    Device("android", 720, 1600, 2.0),
)
HUAWEIS = (
    Device("harmony", 1080, 2340, 3.0),
    Device("harmony", 1200, 2640, 3.0),
    Device("harmony", 1260, 2720, 3.15),
    Device("harmony", 1344, 2772, 3.5),
    Device("harmony", 720, 1560, 2.0),
)
LONG_WIDTH = 1080


def fonts(region: str, source: random.Random) -> str:
    """Return a font stack for one of ``cn``, ``tw``, ``hk``."""
    kinds = {"cn": HANS_FONTS, "tw": TW_FONTS, "hk": HK_FONTS}[region]
    weights = (4, 3, 3, 2, 2, 1)[: len(kinds)]
    return source.choices(kinds, weights)[0] + ",'Noto Color Emoji',sans-serif"


def status_bar(device: Device, at: datetime, source: random.Random, colour: str, back: str) -> str:
    """Return the bar on top: the clock, and signs of reception and battery."""
    charge = source.randint(14, 98)
    signs = _bars(colour) + _battery(colour, charge, device.system)
    if device.system == "ios":
        clock = f"{at.hour}:{at:%M}"
        inside = f'<b style="font-size:16px">{clock}</b><span>{signs}</span>'
        style = f"height:{44 if device.height > 1400 else 22}px;padding:0 26px"
    else:
        net = source.choice(("5G", "4G", "5G"))
        clock = f"{at:%H:%M}"
        words = f'<span style="font-size:11px;margin-right:5px">{net}</span>'
        inside = f'<span style="font-size:13.5px">{clock}</span><span>{words}{signs}</span>'
        style = "height:30px;padding:0 16px"
    return (
        f'<div style="display:flex;flex:none;align-items:center;justify-content:space-between;box-sizing:border-box;'
        f'{style};color:{colour};background:{back};font-family:Inter,Roboto">{inside}</div>'
    )


def _bars(colour: str) -> str:
    parts = "".join(
        f'<rect x="{n * 4.5}" y="{9 - n * 2.6}" width="3" height="{3 + n * 2.6}" rx="1"/>' for n in range(4)
    )
    return f'<svg width="18" height="12" fill="{colour}" style="vertical-align:-1px;margin-right:5px">{parts}</svg>'


def _battery(colour: str, charge: int, system: str) -> str:
    number = f'<span style="font-size:11px;margin-left:3px">{charge}%</span>' if system == "android" else ""
    body = (
        f'<svg width="25" height="12" style="vertical-align:-1px"><rect x=".5" y=".5" width="21" height="11" rx="3" '
        f'fill="none" stroke="{colour}"/><rect x="2" y="2" width="{18 * charge / 100:.1f}" height="8" rx="2" fill="{colour}"/>'
        f'<rect x="23" y="4" width="1.6" height="4" fill="{colour}"/></svg>'
    )
    return body + number


def home_bar(device: Device, colour: str) -> str:
    """Return the strip at the bottom edge."""
    if device.system == "android" and device.width != 1440:
        return '<div style="flex:none;height:6px"></div>'
    return (
        f'<div style="flex:none;height:22px;position:relative"><div style="position:absolute;left:50%;bottom:7px;'
        f'width:126px;height:4px;margin-left:-63px;border-radius:3px;background:{colour}"></div></div>'
    )
