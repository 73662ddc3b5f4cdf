"""A page to be drawn and the truth that goes with it, settled after drawing: what is cut off is not to be read."""

import random
from dataclasses import dataclass, field
from datetime import datetime
from html import escape

from PIL import Image

from benchmarks.truth.browser import Box, Browser
from benchmarks.truth.format import Message, Row, Truth

WHOLE = 0.97
"""A part of which at least this is seen counts as seen whole."""


@dataclass
class Sheet:
    """``order`` are separators (``None``) and messages in the order in which they stand; ``view`` is scrolled."""

    html: str
    width: int
    density: float
    least: int
    most: int
    truth: Truth
    order: list[tuple[str, Message | None]] = field(default_factory=list)


def drawn(sheet: Sheet, browser: Browser) -> tuple[Image.Image, dict[str, Box]]:
    """Draw it, and take out of its truth what nobody sees."""
    picture, boxes = browser.draw(sheet.html, sheet.width, sheet.density, sheet.least, sheet.most)
    top, bottom = 0, picture.height
    if "view" in boxes:
        top, bottom = boxes["view"][1], min(bottom, boxes["view"][1] + boxes["view"][3])
    seen = {name: _seen(box, top, bottom) for name, box in boxes.items()}
    _settle_messages(sheet, boxes, seen)
    rows = [row for row in sheet.truth.rows if seen[row.id] > 0]
    for row in rows:
        row.box, row.optional = boxes[row.id], row.optional or seen[row.id] < WHOLE
    sheet.truth.rows = rows
    return picture, boxes


def _seen(box: Box, top: int, bottom: int) -> float:
    return max(0, min(bottom, box[1] + box[3]) - max(top, box[1])) / max(1, box[3])


def _settle_messages(sheet: Sheet, boxes: dict[str, Box], seen: dict[str, float]) -> None:
    dated = doubtful = False
    kept = []
    for name, message in sheet.order:
        if message is None:
            dated = dated or seen[name] >= WHOLE
            doubtful = 0 < seen[name] < WHOLE
            continue
        if not seen[name]:
            continue
        message.box = boxes[name]
        message.really, message.time = message.time, message.time if dated else None
        message.optional = message.optional or doubtful or seen[name] < WHOLE
        kept.append(message)
    sheet.truth.messages = kept


def words(text: str) -> str:
    """Return text as HTML, with its line breaks."""
    return escape(text).replace("\n", "<br>")


def tag(css: str, inner: str, name: str = "", style: str = "") -> str:
    """Return a block of one class or several, with a name under which its place is asked for."""
    extra = (f' data-id="{name}"' if name else "") + (f' style="{style}"' if style else "")
    return f'<div class="{css}"{extra}>{inner}</div>'


def picked(source: random.Random, parts: "list[tuple[str, float]]") -> str:
    """Return one of the names, by their weights."""
    return source.choices([name for name, _ in parts], [weight for _, weight in parts])[0]


def rows_entities(row: Row) -> Row:
    """Give a row the entities that its fields are."""
    from benchmarks.truth.format import Entity

    if row.amount:
        row.entities.append(Entity("amount", f"{row.amount} {row.currency}"))
    if row.reference:
        row.entities.append(Entity("reference", row.reference))
    return row


PARTS = ((5, "凌晨"), (8, "早上"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚上"))


def hour_words(at: datetime, form: str) -> str:
    """Return a time of day: ``24``, ``cn`` (下午3:20), ``parts`` (晚上8:20), ``en`` (3:20 PM)."""
    hour = at.hour % 12 or 12
    if form == "24":
        return f"{at:%H:%M}"
    if form == "en":
        return f"{hour}:{at:%M} {'AM' if at.hour < 12 else 'PM'}"
    if form == "parts":
        part = next(name for last, name in PARTS if at.hour < last)
        return f"{part}{hour}:{at:%M}"
    return f"{'上午' if at.hour < 12 else '下午'}{hour}:{at:%M}"
