"""Pages that are no talk: what all of them share."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Promise, Row, Truth
from benchmarks.truth.heldout_4.device import Device, device, status
from benchmarks.truth.heldout_4.looks import BLACK, FONTS, WHITE
from benchmarks.truth.heldout_4.slots import CURRENCY, ZONES
from benchmarks.truth.sheet import Sheet, tag, words

CSS = """
*{margin:0;padding:0;box-sizing:border-box}
html,body{background:var(--ground);color:var(--ink);font-size:15px;line-height:1.45;font-family:var(--font)}
.screen{min-height:var(--high)}
.status{display:flex;justify-content:space-between;padding:9px 22px 5px;font-size:14px;font-weight:600}
.status span+span{font-weight:400;font-size:12px}
.top{display:flex;align-items:center;padding:9px 14px 12px}.top .go{width:34px;font-size:24px;line-height:1}
.top .title{flex:1;text-align:center;font-size:17px;font-weight:600;padding-right:34px}
.card{background:var(--card);border-radius:12px;margin:8px 12px;padding:6px 16px}
.row{display:flex;justify-content:space-between;align-items:center;padding:11px 0;border-bottom:.5px solid var(--line);gap:14px}
.row:last-child{border:0}.row>div:last-child{text-align:right}
.small{font-size:12.5px;color:var(--dim)}.big{font-size:32px;font-weight:600;text-align:center;padding:4px 0}
.middle{text-align:center}.pair{display:flex;justify-content:space-between;padding:8px 0;gap:24px}
.pair .label{color:var(--dim);flex:none}.pair .value{text-align:right;word-break:break-all}
.head{padding:10px 20px 4px;color:var(--dim);font-size:13px}
.red{color:#e5484d}.green{color:#2ba55a}.blue{color:#2f6bff}.button{margin:22px 28px;padding:11px;text-align:center;border-radius:24px;background:#2f6bff;color:#fff}
.mark{width:64px;height:64px;border-radius:50%;margin:26px auto 12px;display:flex;align-items:center;justify-content:center}
.clause{padding:5px 0;text-align:justify}.clause.title{font-weight:600;text-align:center;font-size:18px;padding:12px 0}
.step{position:relative;padding:9px 0 9px 22px}.step:before{content:"";position:absolute;left:3px;top:16px;width:9px;height:9px;border-radius:50%;background:#b9bec8}
.step:first-child:before{background:#2f6bff}.tabs{display:flex;justify-content:space-around;padding:10px 0;color:var(--dim)}.tabs b{color:var(--ink)}
"""


@dataclass
class Paper:
    """A page in the making: its phone and day, and what was found true of it so far."""

    source: random.Random
    hant: bool
    dark: bool
    form: str
    style: str
    apple: bool | None = None
    captured: datetime = field(init=False)
    phone: Device = field(init=False)
    sign: str = field(init=False)
    rows: list[Row] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)

    def __post_init__(self) -> None:
        day = datetime(2025, 8, 6) + timedelta(days=self.source.randrange(0, 105))
        self.captured = day + timedelta(hours=self.source.randrange(9, 23), minutes=self.source.randrange(60))
        self.sign = self.source.choice("¥¥￥")
        self.phone = device(self.source, self.place, self.apple)

    @property
    def place(self) -> str:
        """Return whose money, numbers and writing these are."""
        return "tw" if self.hant else "cn"

    @property
    def currency(self) -> str:
        """Return the currency of the place."""
        return CURRENCY[self.place]

    def either(self, simplified: str, traditional: str) -> str:
        """Return words in the page's script."""
        return traditional if self.hant else simplified

    def keep(self, row: Row, *entities: Entity) -> str:
        """Keep a row and what is named in it; return the name under which it is drawn."""
        row.id = f"r{len(self.rows)}"
        row.entities += entities
        if row.amount:
            row.entities.append(self.money(row.amount))
        self.rows.append(row)
        return row.id

    def money(self, amount: str, optional: bool = False) -> Entity:
        """Return the entity that an amount is."""
        return Entity("amount", f"{amount} {self.currency}", optional)

    def shown(self, amount: str) -> str:
        """Return an amount with its currency as a bank shows it."""
        if self.hant:
            return f"NT${int(float(amount)):,}"
        return f"{self.sign}{float(amount):,.2f}"

    def sheet(self, title: str, body: str, grey: bool = True, most: float = 1.0) -> Sheet:
        """Return the page; ``most`` is how many screens high it may be."""
        look = BLACK if self.dark else WHITE
        values = {"ground": look["ground"], "ink": look["ink"], "dim": look["dim"], "line": look["line"]}
        values["card"] = ("#1c1c1f" if grey else "#000") if self.dark else "#fff"
        if grey and not self.dark:
            values["ground"] = "#f3f4f7"
        values |= {"font": FONTS[self.phone.font], "high": f"{self.phone.high:.1f}px"}
        css = ":root{" + ";".join(f"--{name}:{value}" for name, value in values.items()) + "}" + CSS
        top = tag("top", f'<div class="go">‹</div><div class="title">{words(title)}</div>') if title else ""
        screen = tag("screen", status(self.captured, self.source) + top + body)
        truth = Truth(
            name="", style=self.style, kind=self.style, form=self.form, script="hant" if self.hant else "hans", zone=ZONES[self.place],
            width=self.phone.width, dark=self.dark, captured=self.captured.isoformat(), rows=self.rows, entities=self.entities,
            promises=self.promises,
        )  # fmt: skip
        html = f"<!doctype html><meta charset=utf-8><style>{css}</style>{screen}"
        return Sheet(
            html, self.phone.width, self.phone.density, self.phone.height, round(self.phone.height * most), truth
        )


def pair(label: str, value: str) -> str:
    """Return one line of a table of labels and values."""
    return tag("pair", f'<div class="label">{words(label)}</div><div class="value">{words(value)}</div>')


def mark(good: bool | None) -> str:
    """Return the round sign above an outcome: a tick, a cross, or an exclamation mark where nobody knows yet."""
    colour = {True: "#2ba55a", False: "#e5484d", None: "#f5a524"}[good]
    path = {True: "M9 18l6 6 12-13", False: "M10 10l16 16M26 10L10 26", None: "M18 8v13M18 26v2"}[good]
    shape = f'<svg width="36" height="36" viewBox="0 0 36 36"><path d="{path}" fill="none" stroke="#fff" stroke-width="3.4"/></svg>'
    return tag("mark", shape, style=f"background:{colour}")
