"""Pages of records as apps draw them: rows in lists, tables and cards, and pages of one thing."""

import random
from dataclasses import dataclass, field
from datetime import datetime
from html import escape

from benchmarks.truth.format import Entity, Row, Truth, minute
from benchmarks.truth.heldout_10.chat import status
from benchmarks.truth.heldout_10.looks import ANDROID, IOS
from benchmarks.truth.sheet import Sheet, rows_entities


@dataclass
class Page:
    """``body`` is drawn below the bar; ``rows`` stand in it under their ids."""

    style: str
    kind: str
    title: str
    captured: str
    body: str
    rows: list[Row]
    form: str = "clean"
    file: str = "png"
    width: int = 1080
    density: float = 3.0
    dark: bool = False
    script_kind: str = "hans"
    zone: str = "Asia/Shanghai"
    font: str = ANDROID
    party: str = ""
    css: str = ""
    bar: str = ""
    entities: list[Entity] = field(default_factory=list)


def sheet(page: Page) -> tuple[str, Sheet]:
    """Return what the builder draws."""
    captured = datetime.fromisoformat(page.captured)
    back, card, ink, grey = (
        ("#000", "#1c1c1e", "#eee", "#8e8e93") if page.dark else ("#f4f5f7", "#fff", "#1a1a1a", "#8c8c91")
    )
    bar = page.bar or (back if page.dark else "#fff")
    css = f"""*{{box-sizing:border-box;margin:0;padding:0}}body{{background:{back};color:{ink};font:15px/1.45 {page.font}}}
.status{{display:flex;justify-content:space-between;padding:6px 18px 4px;font-size:13px;font-weight:600;background:{bar}}}
.bar{{display:flex;padding:10px 14px;font-size:17px;font-weight:600;background:{bar}}}.bar .t{{flex:1;text-align:center}}
.card{{background:{card};border-radius:10px;margin:10px 12px;padding:12px 14px}}.flat{{background:{card}}}
.r{{display:flex;align-items:center;padding:12px 14px;border-bottom:.5px solid rgba(128,128,128,.25);background:{card}}}
.r .l{{flex:1;min-width:0}}.r .g,.g{{color:{grey};font-size:12.5px}}.r .v{{text-align:right;font-size:16px;white-space:nowrap;padding-left:10px}}
.ic{{width:38px;height:38px;border-radius:50%;margin-right:11px;flex:none}}
.kv{{display:flex;padding:7px 0;font-size:14px}}.kv .k{{color:{grey};width:104px;flex:none}}.kv .w{{flex:1;text-align:right;overflow-wrap:anywhere}}
.kv.left .w{{text-align:left}}.big{{font-size:32px;font-weight:700;text-align:center;padding:6px 0}}.mid{{text-align:center;padding-top:14px}}
.month{{padding:12px 14px 8px;font-weight:600}}.red{{color:#e5484d}}.green{{color:#1a9c5b}}.orange{{color:#f08a24}}
table{{width:100%;border-collapse:collapse;background:{card};font-size:13.5px}}td,th{{padding:10px 6px;text-align:center;border-bottom:.5px solid rgba(128,128,128,.25)}}
h2{{font-size:17px;text-align:center;padding:12px}}p{{padding:4px 0;font-size:14px;line-height:1.7}}
{page.css}"""
    source = random.Random(page.title + page.captured)
    top = f'{status(captured, page.font == IOS, source)}<div class="bar"><span>‹</span><div class="t">{escape(page.title)}</div><span>&nbsp;&nbsp;</span></div>'
    html = f'<html><head><meta charset="utf-8"><style>{css}</style></head><body>{top}{page.body}</body></html>'
    truth = Truth(
        "",
        page.style,
        page.kind,
        page.form,
        page.script_kind,
        page.zone,
        page.width,
        page.dark,
        minute(captured),
        page.party,
    )
    truth.rows, truth.entities = [rows_entities(row) for row in page.rows], page.entities
    high = round(page.width * 2.17)
    most = 20000 if page.form == "long" else high
    return ("photo" if page.form == "photo" else page.file), Sheet(html, page.width, page.density, high, most, truth)


def pairs(rows: list[tuple[str, str]], css: str = "kv") -> str:
    """Return lines of a label and its value."""
    return "".join(
        f'<div class="{css}"><div class="k">{escape(k)}</div><div class="w">{escape(v)}</div></div>' for k, v in rows
    )


def entry(name: str, first: str, second: str, value: str, under: str = "", tone: str = "", colour: str = "") -> str:
    """Return one row of a list, with a round picture where it has a colour."""
    icon = f'<div class="ic" style="background:{colour}"></div>' if colour else ""
    below = f'<div class="g">{escape(under)}</div>' if under else ""
    return f'<div class="r" data-id="{name}">{icon}<div class="l"><div>{escape(first)}</div><div class="g">{escape(second)}</div></div><div class="v"><span class="{tone}">{escape(value)}</span>{below}</div></div>'
