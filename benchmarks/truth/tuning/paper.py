"""The paper that pages of records of the tuning half are put together on."""

import random
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.truth.format import Entity, Row, Truth
from benchmarks.truth.sheet import Sheet, rows_entities, tag, words
from benchmarks.truth.tuning.parts import BACK, Look, status_bar
from benchmarks.truth.tuning.slots import HANS, HANT, digits, slots

CSS = (Path(__file__).parent / "records.css").read_text(encoding="utf-8")
NAMES = "page ink faint card bar bar-ink edge accent"
THEMES = {
    "plain": "#f5f5f5 #1a1a1a #8f8f8f #fff #fff #1a1a1a #efefef #1677ff",
    "grey": "#ededed #191919 #888 #fff #ededed #191919 #e6e6e6 #07c160",
    "blue": "#f2f5fb #20242c #8d95a5 #fff #2c6bff #fff #edf0f6 #2c6bff",
    "orange": "#faf6f2 #2a2522 #9c918a #fff #ff6a2b #fff #f3ece6 #ff6a2b",
    "dark": "#0f0f10 #dcdcdc #7c7c80 #1b1b1d #0f0f10 #dcdcdc #2a2a2c #3b82f6",
    "night": "#000 #e9e9eb #86868b #1c1c1e #000 #e9e9eb #303032 #0a84ff",
}


class Paper:
    """One page being put together: its looks, its source of chance, and its truth so far."""

    def __init__(self, source: random.Random, look: Look, kind: str, style: str, form: str) -> None:
        self.source, self.look = source, look
        names = HANS if look.script == "hans" else HANT[look.currency]
        self.institution = source.choice(names)
        self.slots = slots(self.institution, look.currency)
        self.hans = look.script == "hans"
        themes = ("dark", "night") if look.dark else ("plain", "grey", "blue", "orange")
        self.theme = source.choice(themes)
        zone = {"CNY": "Asia/Shanghai", "TWD": "Asia/Taipei", "HKD": "Asia/Hong_Kong"}[look.currency]
        at = look.captured.strftime("%Y-%m-%dT%H:%M:%S")
        self.truth = Truth("", style, kind, form, look.script, zone, look.width, look.dark, at)

    def sheet(self, title: str, body: str, css: str = "", right: str = "") -> Sheet:
        """Return the page under a status bar and a title bar."""
        values = "".join(f"--{n}:{v};" for n, v in zip(NAMES.split(), THEMES[self.theme].split(), strict=True))
        look = self.look
        corner = self.source.choice(("8px", "12px", "16px"))
        root = f":root{{{values}--font:{look.font},Inter,Noto Color Emoji;--scale:{look.scale};--corner:{corner}}}"
        head = tag("header", f'{BACK}<div class="title">{words(title)}</div><div class="right">{right}</div>')
        page = f'<body class="{css}">{status_bar(look, self.source)}{head}{tag("view", body, "view")}'
        html = f"<!doctype html><meta charset=utf-8><style>{root}{CSS}</style>{page}"
        return Sheet(html, look.width, look.density, look.high, look.high, self.truth)

    def row(self, row: Row) -> str:
        """Keep a row of the truth; return the name of its element."""
        row.id = f"r{len(self.truth.rows)}"
        self.truth.rows.append(rows_entities(row))
        return row.id

    def entity(self, kind: str, value: str, optional: bool = False) -> None:
        """Keep something that stands outside of all rows."""
        self.truth.entities.append(Entity(kind, value, optional or value.startswith("0.00")))

    def says(self, hans: str, hant: str) -> str:
        """Return the words of this page's script."""
        return hans if self.hans else hant

    def money(self, value: float, sign: bool = True) -> str:
        """Return an amount as this page's apps show it."""
        mark = {"CNY": self.source.choice(("￥", "¥")), "TWD": "NT$", "HKD": "HK$"}[self.look.currency] if sign else ""
        return f"{mark}{value:,.2f}"

    def agent(self) -> str:
        """Return an agent's number, which the page will show."""
        value = digits(self.source, 5)
        self.entity("agent_id", value)
        return value


def pair(label: str, value: str, css: str = "") -> str:
    """Return a label and its value on one line."""
    return tag(f"pair {css}", f'<div class="label">{words(label)}</div><div class="value">{words(value)}</div>')


def ago(paper: Paper, minutes: float) -> datetime:
    """Return a time before the screen was taken."""
    return (paper.look.captured - timedelta(minutes=minutes)).replace(microsecond=0)
