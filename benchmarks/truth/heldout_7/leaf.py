"""A page of rows: what is common to lists of calls, bills, plans, logins and tickets."""

import random
from dataclasses import dataclass, field
from datetime import datetime

from benchmarks.truth.format import Entity, Promise, Row, Truth, minute
from benchmarks.truth.heldout_7 import frame
from benchmarks.truth.heldout_7.frame import Phone
from benchmarks.truth.heldout_7.looks import Look
from benchmarks.truth.heldout_7.marks import digits
from benchmarks.truth.sheet import Sheet, tag

LIGHT = Look("page", back="#f4f5f7", bar="#ffffff", ink="#1b1b1d", grey="#8f9299", theirs="#ffffff", size=15.5)
NIGHT = Look("page", back="#0f1012", bar="#17181a", ink="#e8e8ea", grey="#85888f", theirs="#1c1d20", size=15.5)


@dataclass
class Leaf:
    """What is decided about a page before it is drawn, and what is put on it."""

    style: str
    kind: str
    phone: Phone
    script: str
    zone: str
    dark: bool
    captured: datetime
    source: random.Random
    form: str = "clean"
    title: str = ""
    below: str = ""
    parts: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    css: str = ""
    look: Look = LIGHT

    def __post_init__(self) -> None:
        if self.dark:
            self.look = NIGHT

    @property
    def hans(self) -> bool:
        """Tell whether its words are simplified."""
        return self.script == "hans"

    @property
    def currency(self) -> str:
        """Return what it counts in."""
        return {"Asia/Taipei": "TWD", "Asia/Hong_Kong": "HKD"}.get(self.zone, "CNY")

    @property
    def sign(self) -> str:
        """Return what stands before an amount."""
        return {"Asia/Taipei": "NT$", "Asia/Hong_Kong": "HK$"}.get(self.zone, "¥")

    def number(self, form: str) -> str:
        """Return a form with its digits."""
        return digits(form, self.source)

    def money(self, low: int, high: int, cents: bool = True) -> tuple[str, str]:
        """Return an amount as shown without a sign, and its value."""
        value = self.source.randrange(low, high) + (
            self.source.randrange(100) / 100 if cents and self.zone != "Asia/Taipei" else 0
        )
        shown = f"{value:,.0f}" if self.zone == "Asia/Taipei" else f"{value:,.2f}"
        return shown, f"{value:.2f}"

    def amount(self, value: str, optional: bool = False) -> Entity:
        """Return an amount of this page's currency."""
        return Entity("amount", f"{value} {self.currency}", optional)

    def add(self, row: Row, html: str, css: str = "r", style: str = "") -> Row:
        """Put a row on the page."""
        row.id = f"r{len(self.rows)}"
        self.rows.append(row)
        self.parts.append(tag(css, html, row.id, style))
        return row

    def put(self, html: str) -> None:
        """Put something on the page that is no row."""
        self.parts.append(html)


def sheet_of(leaf: Leaf, foot: str = "", bare: bool = False) -> Sheet:
    """Return the sheet of a page."""
    look, phone = leaf.look, leaf.phone
    truth = Truth(
        "",
        leaf.style,
        leaf.kind,
        leaf.form,
        leaf.script,
        leaf.zone,
        phone.width,
        leaf.dark,
        minute(leaf.captured),
        "",
        rows=leaf.rows,
        entities=leaf.entities,
        promises=leaf.promises,
    )
    head = _status(leaf)
    head += "" if bare else frame.bar(look, leaf.title, leaf.source, leaf.below)
    inner = "".join(leaf.parts)
    family = frame.font_of(leaf.script, leaf.source)
    grey = _css(look)
    if leaf.form == "long":
        html = frame.page(grey + leaf.css, head + inner + foot, look, family, None)
        return Sheet(html, phone.width, phone.density, phone.height, 20000, truth)
    body = head + tag("", inner, "view", "flex:1;overflow:hidden") + foot
    return Sheet(
        frame.page(grey + leaf.css, body, look, family, phone.height / phone.density),
        phone.width,
        phone.density,
        phone.height,
        phone.height,
        truth,
    )


def _css(look: Look) -> str:
    return f".g{{color:{look.grey};font-size:13px}}.card{{background:{look.theirs};border-radius:9px;margin:9px 11px;padding:12px 14px}}.line{{display:flex;justify-content:space-between;gap:14px}}.kv{{display:flex;justify-content:space-between;gap:18px;padding:6px 0}}.kv>span:first-child{{color:{look.grey};flex:none}}.kv>span:last-child{{text-align:right;overflow-wrap:anywhere}}.big{{font-size:31px;font-weight:600;text-align:center;padding:6px 0}}.mid{{text-align:center}}"


def _status(leaf: Leaf) -> str:
    look, phone = leaf.look, leaf.phone
    return frame.status(
        leaf.captured,
        phone,
        look.ink,
        look.bar,
        leaf.source,
        {"Asia/Taipei": "中華電信", "Asia/Hong_Kong": "1O1O"}.get(leaf.zone, "中国联通"),
    )
