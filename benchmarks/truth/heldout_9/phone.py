"""The phone around a page: its size, fonts, status bar, and how it writes times."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.sheet import hour_words

EMOJI = ",'Noto Color Emoji'"
FONTS = {
    "noto": "'Roboto','Noto Sans CJK {}'",
    "inter": "'Inter','Noto Sans CJK {}'",
    "cjk": "'Noto Sans CJK {}'",
    "open": "'Open Sans','Noto Sans CJK {}'",
    "lato": "'Lato','Noto Sans CJK {}'",
    "micro": "'WenQuanYi Micro Hei'",
    "zen": "'WenQuanYi Zen Hei'",
    "droid": "'Roboto','Droid Sans Fallback'",
    "wenkai": "'LXGW WenKai'",
}
ZONES = {"hans": "Asia/Shanghai", "tw": "Asia/Taipei", "hk": "Asia/Hong_Kong"}
LANGS = {"hans": "zh-CN", "tw": "zh-TW", "hk": "zh-HK"}
CURRENCIES = {"hans": "CNY", "tw": "TWD", "hk": "HKD"}


@dataclass
class Look:
    """How a screen comes out: ``1080x2340@3 dark noto png tw``."""

    width: int = 1080
    high: int = 2340
    density: float = 3.0
    dark: bool = False
    font: str = "noto"
    kind: str = "png"
    script: str = "hans"
    long: bool = False
    end: bool = False

    @property
    def css(self) -> str:
        """Return the page's font families."""
        cut = {"hans": "SC", "tw": "TC", "hk": "HK"}[self.script]
        return FONTS[self.font].format(cut) + EMOJI

    @property
    def form(self) -> str:
        """Return what the truth calls it."""
        return "photo" if self.kind == "photo" else "long" if self.long else "clean"


def look(words: str) -> Look:
    """Read a look."""
    made = Look()
    for word in words.split():
        if "@" in word:
            size, density = word.split("@")
            across, _, high = size.partition("x")
            made.width, made.high, made.density = int(across), int(high), float(density)
        elif word in FONTS:
            made.font = word
        elif word in ("png", "jpg", "photo"):
            made.kind = word
        elif word in ZONES:
            made.script = word
        elif word == "dark":
            made.dark = True
        elif word == "end":
            made.end = True
        elif word == "long":
            made.long = True
        else:
            raise ValueError(word)
    return made


def status(at: datetime, apple: bool, colour: str, background: str) -> str:
    """Return the bar at the top: the clock, and signs that are none of the page's."""
    level = 20 + (at.minute * 7 + at.hour * 3) % 78
    bars = "".join(
        f'<i style="display:inline-block;width:3px;height:{4 + 2 * n}px;background:{colour};margin-right:1px"></i>'
        for n in range(4)
    )
    cell = (
        f'<i style="display:inline-block;width:21px;height:10px;border:1px solid {colour};border-radius:3px;'
        f'vertical-align:middle"><i style="display:block;width:{level}%;height:10px;background:{colour};'
        'border-radius:2px"></i></i>'
    )
    number = "" if apple else f'<span style="margin-left:3px">{level}%</span>'
    net = "5G" if at.minute % 3 else "4G"
    clock = f"{at.hour}:{at:%M}" if apple else f"{at:%H:%M}"
    pad = "0 26px 0 34px" if apple else "0 14px"
    high = 44 if apple else 28
    weight = 600 if apple else 400
    return (
        f'<div style="flex:none;height:{high}px;padding:{pad};display:flex;align-items:center;justify-content:space-between;'
        f'font-size:{15 if apple else 12}px;font-weight:{weight};color:{colour};background:{background}">'
        f"<span>{clock}</span><span>{bars} {net} {cell}{number}</span></div>"
    )


def home_bar(colour: str, background: str) -> str:
    """Return the stroke at the bottom of phones without buttons."""
    stroke = f'<i style="display:block;width:120px;height:4px;border-radius:2px;background:{colour};opacity:.7"></i>'
    return f'<div style="flex:none;height:22px;display:flex;align-items:center;justify-content:center;background:{background}">{stroke}</div>'


WEEK = "一二三四五六日"


def day_words(at: datetime, now: datetime, form: str, script: str = "hans") -> str:
    """Return a day as a phone names it: relative (``chat``), ``full``, ``iso``, ``slash``, ``roc``, ``line``."""
    gap = (now.date() - at.date()).days
    week = WEEK[at.weekday()]
    star = "星期" if script == "hans" else "週" if script == "tw" else "星期"
    if form == "iso":
        return f"{at:%Y-%m-%d}"
    if form == "slash":
        return f"{at.year}/{at.month}/{at.day}"
    if form == "roc":
        return f"{at.year - 1911}年{at.month}月{at.day}日"
    if form == "full":
        return f"{at.year}年{at.month}月{at.day}日 {star}{week}"
    if form == "line":
        return "今天" if not gap else "昨天" if gap == 1 else f"{at.month}月{at.day}日({week})"
    if form == "pill":
        return "今天" if not gap else "昨天" if gap == 1 else f"{at.year}年{at.month}月{at.day}日"
    if form == "apple":
        day = f"{at.month}月{at.day}日 {'周' if script == 'hans' else '週'}{week}"
        return "今天" if not gap else "昨天" if gap == 1 else f"星期{week}" if gap < 7 else day
    if not gap:
        return ""
    if gap == 1:
        return "昨天"
    if gap < 7:
        return f"{star}{week}"
    return f"{at.month}月{at.day}日" if at.year == now.year else f"{at.year}年{at.month}月{at.day}日"


def when(at: datetime, now: datetime, day: str, hour: str, script: str = "hans") -> str:
    """Return day and time of day."""
    return f"{day_words(at, now, day, script)} {hour_words(at, hour)}".strip()


def moment(words: str) -> datetime:
    """Return a time written here."""
    return datetime.strptime(words, "%Y-%m-%d %H:%M")


def later(at: datetime, minutes: int) -> datetime:
    """Return a time some minutes on."""
    return at + timedelta(minutes=minutes)
