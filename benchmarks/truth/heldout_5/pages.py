"""What all pages of rows have in common: the frame, the colours, the days as lists write them."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, Truth, minute
from benchmarks.truth.heldout_5 import phones
from benchmarks.truth.heldout_5.chats import ZONES
from benchmarks.truth.heldout_5.phones import PHONES, Phone
from benchmarks.truth.heldout_5.slots import CURRENCY
from benchmarks.truth.heldout_5.talks import institutions
from benchmarks.truth.sheet import Sheet, hour_words, tag, words

WEEK = "一二三四五六日"


@dataclass(frozen=True)
class Page:
    """One page of rows to be drawn; ``rows`` is how many."""

    make: str
    region: str
    phone: str
    rows: int = 8
    dark: bool = False
    form: str = "clean"
    style: str = ""


class Made:
    """A page as it is being made: its phone, its moment, its markup and its truth."""

    def __init__(self, page: Page, source: random.Random) -> None:
        self.page, self.source, self.region = page, source, page.region
        self.phone: Phone = next(each for each in PHONES[page.region] if each.name == page.phone)
        self.captured = moment(page.region, source)
        self.currency = CURRENCY[page.region]
        script = "zh-Hans" if page.region == "cn" else "zh-Hant"
        style, zone = page.style or page.make, ZONES[page.region]
        self.truth = Truth(
            "", style, page.make, page.form, script, zone, self.phone.width, page.dark, minute(self.captured)
        )

    def say(self, simple: str, traditional: str) -> str:
        """Return the words for this page's script."""
        return simple if self.region == "cn" else traditional

    def row(self, **fields: object) -> Row:
        """Keep a row of the truth and return it, with its name."""
        row = Row(id=f"r{len(self.truth.rows)}", **fields)  # type: ignore[arg-type]
        self.truth.rows.append(row)
        return row

    def note(self, kind: str, value: str, optional: bool = False) -> None:
        """Keep what stands on the page outside its rows."""
        self.truth.entities.append(Entity(kind, value, optional))

    def amount(self, value: float) -> str:
        """Return an amount as truth holds it."""
        return f"{value:.2f} {self.currency}"

    def digits(self, count: int) -> str:
        """Return digits of which the first is none that begins a telephone number."""
        return str(self.source.randint(2, 9)) + "".join(str(self.source.randint(0, 9)) for _ in range(count - 1))

    def sheet(self, title: str, body: str, css: str, accent: str = "", low: str = "") -> Sheet:
        """Return the finished sheet; ``accent`` colours the bars of the title and the status."""
        dark, phone = self.page.dark, self.phone
        back, card, ink = ("#000", "#1c1c1e", "#e6e6e6") if dark else ("#f4f5f7", "#fff", "#1b1b1d")
        self.truth.party = title
        self.truth.entities += [Entity(each.kind, each.value, True) for each in institutions(title + body, self.region)]
        rules = phones.style(phone, self.source) + COMMON.format(
            back=back,
            card=card,
            ink=ink,
            high=phone.height / phone.density,
            bar=accent if accent and not dark else back,
            bar_ink="#fff" if accent and not dark else ink,
            faint="#8c8c90",
            align=self.source.choice(("center", "center", "left")),
        )
        top = phones.status(phone, self.captured, self.source) + bar(title, phone.apple)
        inner = f"{top}<div class='view'{'' if self.page.form == 'long' else ' data-id=view'}>{body}</div>{low}{phones.foot(phone, ink)}"
        html = f"<!doctype html><html lang='{self.truth.script}'><meta charset='utf-8'><style>{rules}{css}</style><body class='{'long' if self.page.form == 'long' else 'fixed'}'>{inner}</body></html>"
        most = 20000 if self.page.form == "long" else phone.height
        return Sheet(html, phone.width, phone.density, phone.height, most, self.truth)


COMMON = """
body{{background:{back};color:{ink};display:flex;flex-direction:column}}
body.fixed{{height:{high}px}} body.long{{min-height:{high}px}}
.status,.bar{{background:{bar};color:{bar_ink}}}
.bar{{display:flex;align-items:center;height:50px;padding:0 14px;flex:none;gap:12px}} .bar b{{flex:1;text-align:{align};font-size:18px;font-weight:600}}
.view{{flex:1 1 auto;min-height:0;overflow:hidden;display:block}}
.card{{background:{card};margin:10px 12px;border-radius:10px;padding:4px 14px}}
.item{{display:flex;align-items:center;gap:11px;padding:12px 0;border-bottom:.5px solid rgba(128,128,128,.22)}} .item:last-child{{border-bottom:0}}
.item .mid{{flex:1;min-width:0}} .item .end{{text-align:right}} small{{display:block;color:{faint};font-size:12.5px;margin-top:3px}}
.head{{color:{faint};font-size:13.5px;padding:12px 16px 4px}}
.pair{{display:flex;justify-content:space-between;gap:18px;padding:9px 0}} .pair span:first-child{{color:{faint};flex:none}} .pair span:last-child{{text-align:right}}
.dot{{width:38px;height:38px;border-radius:50%;display:flex;align-items:center;justify-content:center;color:#fff;flex:none}}
.red{{color:#e5453b}} .green{{color:#1fa35c}} .orange{{color:#e8862a}} .faint{{color:{faint}}}
.big{{text-align:center;padding:18px 0 8px}} .big b{{font-size:34px;font-weight:600}} .button{{margin:14px 16px;height:46px;border-radius:23px;background:#2f7cf6;color:#fff;text-align:center;line-height:46px}}
.tabs{{display:flex;justify-content:space-around;padding:10px 0;color:{faint}}} .tabs b{{color:{ink}}}
"""


def bar(title: str, apple: bool) -> str:
    """Return the bar with the page's title."""
    arrow = (
        f"<span style='font-size:{30 if apple else 22}px;line-height:1;min-width:24px'>{'‹' if apple else '←'}</span>"
    )
    return tag("bar", f"{arrow}<b>{words(title)}</b><span style='min-width:24px'></span>")


def moment(region: str, source: random.Random) -> datetime:
    """Return when a page was captured."""
    day = datetime(2025, 1, 20) + timedelta(source.randint(0, 400))
    if region != "cn":
        day = datetime(2025, 3, 10) + timedelta(source.randint(0, 250))
    return day + timedelta(hours=source.randint(9, 22), minutes=source.randint(0, 59))


def earlier(source: random.Random, last: datetime, count: int, most_hours: int) -> list[datetime]:
    """Return times before a moment, the latest first, by day."""
    found, at = [], last
    for _ in range(count):
        at -= timedelta(minutes=source.randint(9, most_hours * 60))
        if not 7 <= at.hour < 23:
            at = at.replace(hour=source.randint(8, 21)) - timedelta(days=int(at.hour < 7))
        found.append(at)
    return sorted(found, reverse=True)


def pair(label: str, value: str, css: str = "") -> str:
    """Return a line of a label and its value."""
    return tag("pair", f"<span>{words(label)}</span><span class='{css}'>{words(value)}</span>")


def dated(at: datetime, captured: datetime, form: str, hours: str = "24") -> tuple[str, str]:
    """Return a time as a list writes it, and as much of it as the list says."""
    days = (captured.date() - at.date()).days
    clock, whole = hour_words(at, hours), minute(at)
    if form == "apple":
        if days == 0:
            return clock, whole
        name = "昨天" if days == 1 else f"星期{WEEK[at.weekday()]}" if days < 7 else f"{at.year}/{at.month}/{at.day}"
        return name, whole[:10]
    if form == "slash":
        return f"{at:%Y/%m/%d %H:%M}", whole
    if form == "dash":
        return f"{at:%Y-%m-%d %H:%M:%S}", whole
    if days < 2 and form == "near":
        return f"{('今天', '昨天')[days]} {clock}", whole
    year = f"{at.year}年" if at.year != captured.year else ""
    return f"{year}{at.month}月{at.day}日 {clock}", whole
