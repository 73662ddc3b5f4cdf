"""What pages of rows have in common: a title bar, a list that scrolls, and the sheet of it."""

import random
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, Truth
from benchmarks.truth.heldout_6.devices import LONG_WIDTH, home_bar, status_bar
from benchmarks.truth.heldout_6.page import WEEK, Scene, document
from benchmarks.truth.sheet import Sheet, words


def inks(scene: Scene) -> tuple[str, str, str, str]:
    """Return the colours of ink, faint ink, page and card."""
    return ("#f0f0f0", "#8f8f94", "#0c0c0d", "#1c1c1e") if scene.dark else ("#151515", "#8c8c8c", "#f4f5f7", "#ffffff")


def title_bar(scene: Scene, title: str, right: str = "") -> str:
    """Return a bar with an arrow back and the page's name."""
    ink, _, _, card = inks(scene)
    left = scene.device.system != "ios"
    align = "left" if left else "center"
    return (
        f'<div style="flex:none;display:flex;align-items:center;height:48px;padding:0 16px;background:{card}"><svg width="{26 if left else 60}" height="20" fill="none" stroke="{ink}" stroke-width="2"><path d="M10 2 2 10l8 8"/></svg>'
        f'<div style="flex:1;text-align:{align};font-size:17.5px;font-weight:500">{words(title)}</div><div style="min-width:{0 if left else 60}px;text-align:right;font-size:14px">{right}</div></div>'
    )


def table_sheet(
    scene: Scene, truth: Truth, rows: list[Row], bar: str, inner: str, css: str = "", foot: str = ""
) -> Sheet:
    """Return the sheet of a page of rows; what does not fit is cut off below."""
    ink, faint, page, card = inks(scene)
    truth.rows = rows
    top = status_bar(scene.device, scene.captured, scene.source, ink, card) + bar
    base = (
        f".f{{color:{faint}}}.card{{background:{card};border-radius:12px;margin:10px 12px;padding:4px 14px}}.row{{align-items:center}}"
        + css
    )
    end = foot + home_bar(scene.device, ink)
    if scene.form == "long":
        html = document(scene.font, ink, page, base, f"{top}{inner}{end}")
        return Sheet(html, LONG_WIDTH, 3.0, 3600, 20000, truth)
    view = f'<div data-id="view" style="flex:1;overflow:hidden;min-height:0">{inner}</div>'
    shape = "body{height:100vh;display:flex;flex-direction:column;overflow:hidden}"
    html = document(scene.font, ink, page, shape + base, f"{top}{view}{end}")
    return Sheet(html, scene.device.width, scene.device.density, scene.device.height, scene.device.height, truth)


def money_row(row: Row) -> Row:
    """Give a row the entities its fields are."""
    if row.amount:
        row.entities.append(Entity("amount", f"{row.amount} {row.currency}"))
    for each in (row.reference or "").split("|"):
        if each:
            row.entities.append(Entity("reference", each))
    return row


def pairs(parts: list[tuple[str, str]], wide: int = 92) -> str:
    """Return labels and values below each other."""
    lines = (
        f'<div style="display:flex;padding:8px 0;gap:12px"><div class="f" style="width:{wide}px;flex:none;font-size:14.5px">{words(label)}</div><div style="flex:1;font-size:14.5px">{words(value)}</div></div>'
        for label, value in parts
    )
    return "".join(lines)


def by_day(at: datetime, source: random.Random) -> datetime:
    """Return a time at which people are awake: that one, or the evening before."""
    if at.hour >= 8:
        return at
    return (at - timedelta(days=1)).replace(hour=source.randint(18, 22))


def day(at: datetime, now: datetime, region: str) -> str:
    """Return a day as lists of calls have it."""
    days = (now.date() - at.date()).days
    if days < 2:
        return ("今天", "昨天")[days]
    if days < 7:
        return "星期" + WEEK[at.weekday()]
    return f"{at.month}月{at.day}日" if region == "cn" else f"{at.year}/{at.month}/{at.day}"
