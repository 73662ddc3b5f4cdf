"""The phones: their sizes, densities and fonts, the status bar at the top and the bar at the bottom."""

import random
from dataclasses import dataclass
from datetime import datetime

from benchmarks.truth.sheet import hour_words, tag


@dataclass(frozen=True)
class Phone:
    """``clock`` is how its owner has set the hours; sizes are in pixels of the picture."""

    name: str
    width: int
    density: float
    height: int
    apple: bool
    latin: str
    chinese: str
    clock: str = "24"


PHONES = {
    "cn": (
        Phone("xiaomi", 1080, 2.75, 2400, False, "Roboto", "Noto Sans CJK SC"),
        Phone("xiaomi_theme", 1080, 2.75, 2340, False, "LXGW WenKai", "LXGW WenKai"),
        Phone("xiaomi_large", 1220, 3.1, 2712, False, "Inter", "Noto Sans CJK SC"),
        Phone("huawei", 1080, 3.0, 2340, False, "Roboto", "Noto Sans CJK SC"),
        Phone("huawei_big", 1260, 3.5, 2720, False, "Lato", "Noto Sans CJK SC"),
        Phone("oppo", 1080, 3.0, 2412, False, "Inter", "Noto Sans CJK SC"),
        Phone("vivo", 1080, 3.0, 2376, False, "Roboto", "WenQuanYi Micro Hei"),
        Phone("vivo_sharp", 1440, 4.0, 3200, False, "Roboto", "Noto Sans CJK SC"),
        Phone("honor", 720, 2.0, 1600, False, "Roboto", "Droid Sans Fallback"),
        Phone("iphone", 1170, 3.0, 2532, True, "Inter", "Noto Sans CJK SC"),
        Phone("iphone_max", 1290, 3.0, 2796, True, "Inter", "Noto Sans CJK SC"),
        Phone("iphone_old", 828, 2.0, 1792, True, "Inter", "Noto Sans CJK SC", "parts"),
        Phone("iphone_12h", 1179, 3.0, 2556, True, "Inter", "Noto Sans CJK SC", "cn"),
    ),
    "tw": (
        Phone("iphone_tw", 1170, 3.0, 2532, True, "Inter", "Noto Sans CJK TC", "cn"),
        Phone("iphone_tw_se", 750, 2.0, 1334, True, "Inter", "Noto Sans CJK TC", "cn"),
        Phone("oppo_tw", 1080, 3.0, 2400, False, "Roboto", "Noto Sans CJK TC", "cn"),
        Phone("asus", 1080, 2.625, 2448, False, "Roboto", "Noto Sans CJK TC"),
        Phone("sony", 1440, 3.5, 3360, False, "Roboto", "Noto Sans CJK TC", "cn"),
        Phone("redmi_tw", 1080, 2.75, 2400, False, "Roboto", "WenQuanYi Micro Hei"),
    ),
    "hk": (
        Phone("iphone_hk", 1179, 3.0, 2556, True, "Inter", "Noto Sans CJK HK", "cn"),
        Phone("samsung_hk", 1080, 2.8125, 2340, False, "Roboto", "Noto Sans CJK HK", "cn"),
        Phone("pixel_hk", 1080, 2.625, 2400, False, "Roboto", "Noto Sans CJK HK"),
    ),
}
WIFI = (
    '<svg width="15" height="11" viewBox="0 0 15 11" fill="none" stroke="currentColor" stroke-width="1.5">'
    '<path d="M1 4a9 9 0 0 1 13 0M3.4 6.5a5.6 5.6 0 0 1 8.2 0"/><circle cx="7.5" cy="9.4" r="0.8" fill="currentColor"/></svg>'
)
BARS = (
    '<svg width="16" height="11" viewBox="0 0 16 11" fill="currentColor"><rect x="0" y="7" width="3" height="4" rx=".6"/>'
    '<rect x="4.3" y="5" width="3" height="6" rx=".6"/><rect x="8.6" y="2.6" width="3" height="8.4" rx=".6"/>'
    '<rect x="12.9" y="0" width="3" height="11" rx=".6"/></svg>'
)


def status(phone: Phone, captured: datetime, source: random.Random) -> str:
    """Return the status bar, with the phone's clock."""
    hours = f"{captured:%H:%M}" if phone.clock == "24" or phone.apple else hour_words(captured, phone.clock)
    if phone.apple and phone.clock != "24":
        hours = f"{captured.hour % 12 or 12}:{captured:%M}"
    level = source.randint(12, 99)
    inside = str(level) if source.random() < 0.6 else ""
    battery = f'<span class="cell"><i style="width:{level}%"></i><b>{inside}</b></span>'
    net = source.choice(("5G", "4G", "", "5G"))
    extra = "" if phone.apple else source.choice(("", "<s>✉</s>", "<s>♪</s>", "<s>0.8 KB/s</s>"))
    right = f"<span class='signs'>{extra}{BARS}<em>{net}</em>{WIFI if not net or source.random() < 0.4 else ''}{battery}</span>"
    return tag(f"status {'apple' if phone.apple else ''}", f"<span>{hours}</span>{right}")


def style(phone: Phone, source: random.Random) -> str:
    """Return the rules that hold for every page on this phone."""
    size = source.choice((15, 16, 16, 17, 18)) if phone.density > 2 else source.choice((15, 16, 16))
    return f"""
*{{box-sizing:border-box;margin:0;padding:0}}
body{{font-family:"{phone.latin}","{phone.chinese}","Noto Color Emoji";font-size:{size}px;line-height:1.42;overflow-wrap:anywhere}}
.status{{display:flex;justify-content:space-between;align-items:center;height:{44 if phone.apple else 30}px;padding:0 {26 if phone.apple else 16}px;
 font-size:{15 if phone.apple else 12.5}px;font-weight:{600 if phone.apple else 500};flex:none}}
.signs{{display:flex;gap:5px;align-items:center}} .signs em{{font-style:normal;font-size:11px}} .signs s{{text-decoration:none;font-size:11px}}
.cell{{position:relative;width:25px;height:12px;border:1px solid currentColor;border-radius:3.5px;overflow:hidden;display:inline-block}}
.cell i{{position:absolute;left:1px;top:1px;bottom:1px;background:currentColor;opacity:.38;border-radius:2px}}
.cell b{{position:absolute;inset:0;font-size:9px;line-height:10.5px;text-align:center}}
"""


def foot(phone: Phone, ink: str) -> str:
    """Return the line or the three signs at the very bottom."""
    if phone.apple:
        return f'<div style="height:26px;display:flex;align-items:center;justify-content:center;flex:none"><i style="width:134px;height:5px;border-radius:3px;background:{ink};display:block"></i></div>'
    if phone.width == 720:
        return f'<div style="height:38px;display:flex;justify-content:space-around;align-items:center;flex:none;color:{ink};font-size:15px"><span>≡</span><span>□</span><span>◁</span></div>'
    return f'<div style="height:16px;display:flex;justify-content:center;align-items:center;flex:none"><i style="width:110px;height:3px;border-radius:3px;background:{ink};opacity:.7;display:block"></i></div>'
