"""A page that is no conversation, as it is put together: rows with their truth, facts beside labels, a frame."""

import random
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from benchmarks.truth.format import Entity, Promise, Row, Truth, minute
from benchmarks.truth.heldout_2 import script
from benchmarks.truth.heldout_2.phone import IOS, PHONES, Phone, page, status_bar
from benchmarks.truth.sheet import Sheet, tag, words

CSS = "".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("chat.css", "records.css"))
BACK = '<svg width="11" height="19" viewBox="0 0 11 19"><path d="M10 1L2 9.5 10 18" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
ZONES = {"CN": "Asia/Shanghai", "TW": "Asia/Taipei", "HK": "Asia/Hong_Kong"}
LONGEST_PX = 20_000


@dataclass
class Paper:
    """What a page is made with, and what it says so far."""

    style: str
    phone: Phone
    captured: datetime
    source: random.Random
    region: str = "CN"
    dark: bool = False
    long: bool = False
    classes: str = ""
    pick: int = 0
    rows: list[Row] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)

    def row(self, row: Row) -> str:
        """Keep a row of the truth; return the name under which it is drawn."""
        row.id = f"r{len(self.rows)}"
        self.rows.append(row)
        return row.id

    def digits(self, pattern: str) -> str:
        """Return a pattern with its digits."""
        return script.Cast(self.source, self.region).digits(pattern)

    def note(self, kind: str, value: str, optional: bool = False) -> str:
        """Keep something that the page names; return it."""
        self.entities.append(Entity(kind, value, optional))
        return value

    def money(self, cents: int, sign: str = "", *, optional: bool = False) -> str:
        """Keep an amount that the page names; return it as shown."""
        self.note("amount", f"{cents / 100:.2f} {script.CURRENCY[self.region]}", optional)
        return f"{sign}{cents / 100:,.2f}"

    def marked(self, text: str, at: datetime) -> script.Line:
        """Return a text in the notation of scenes, and keep what it names and promises."""
        line = script.Line("in", at, at)
        script.Cast(self.source, self.region).fill(text, at, at, line)
        self.entities += line.entities
        self.promises += line.promises
        return line

    def sheet(self, form: str, title: str, inner: str, *, bar: str = "", foot: str = "", over: str = "") -> Sheet:
        """Return the page; ``form`` is the picture's."""
        hant = self.region != "CN"
        text = "Hant" if hant else "Hans"
        status = status_bar(self.phone, self.captured, self.source, dark=self.dark)
        right = tag("right", "•••") if self.source.random() < 0.4 else tag("right", "")
        head = tag("head", tag("left", BACK) + tag("names", tag("title", words(title))) + right) if title else ""
        view = tag("view", tag("inner", inner) + over, "" if self.long else "view")
        home = tag("home" if self.phone.bar in IOS else "home three", "<i></i>")
        body = tag("top", status + head) + bar + view + tag("foot", foot + home)
        classes = f"rec {self.classes} {'dark' if self.dark else 'light'} {'long' if self.long else ''}"
        html = page(CSS, body, self.phone, text, classes=classes, long=self.long)
        truth = self._truth(form, text, title, inner)
        most = LONGEST_PX if self.long else self.phone.height
        return Sheet(html, self.phone.width, self.phone.density, self.phone.height, most, truth)

    def _truth(self, form: str, text: str, title: str, inner: str) -> Truth:
        truth = Truth(
            "", self.style, self.style, "photo" if form == "photo" else "long" if self.long else "clean", text,
            ZONES[self.region], self.phone.width, self.dark, minute(self.captured), title,
        )  # fmt: skip
        truth.rows, truth.promises = self.rows, self.promises
        truth.entities = self.entities + script.institutions(title + inner)
        return truth


def facts(pairs: list[tuple[str, str]], name: str = "", css: str = "") -> str:
    """Return labels with what they stand for."""
    rows = "".join(
        f'<div class="fact"><label>{words(label)}</label><span>{words(value)}</span></div>' for label, value in pairs
    )
    return tag(f"facts {css}", rows, name)


def paper(style: str, phone: str, captured: datetime, source: random.Random, **given: str | bool | int) -> Paper:
    """Return an empty page."""
    made = Paper(style, PHONES[phone], captured, source)
    for name, value in given.items():
        setattr(made, name, value)
    return made
