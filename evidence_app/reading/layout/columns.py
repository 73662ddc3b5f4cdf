"""Windows of computers show a conversation beside a list of others: the part of the page that it takes. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.layout.boxes import centre, right
from evidence_app.reading.layout.page import Page

TALL = 0.6
"""Of the page's height: an area as tall is a column of the page."""

NARROWEST, WIDEST = 0.4, 0.85
"""Of the page's width: how much of it a conversation takes beside something else."""

EDGE = 0.005
"""Of the page's width: what two areas beside each other share at most, which is the line between them."""


def column_of(page: Page) -> tuple[Page, int]:
    """Return the page cut down to its widest column, and where that begins; the page itself if it has only one.

    The lines that are returned are in pixels of the column.
    """
    tall = {line.panel for line in page.lines if line.panel and line.panel[3] >= page.height_px * TALL}
    widest = max(tall, key=lambda panel: panel[2], default=None)
    if widest is None or not NARROWEST <= widest[2] / page.width_px <= WIDEST:
        return page, 0
    slack = page.width_px * EDGE
    if not any(right(other) <= widest[0] + slack or other[0] >= right(widest) - slack for other in tall):
        return page, 0
    inside = [line for line in page.lines if widest[0] <= centre(line.region)[0] < right(widest)]
    return replace(page, lines=tuple(moved(inside, -widest[0])), width_px=widest[2]), widest[0]


def moved(lines: Sequence[MachineLine], across: int) -> list[MachineLine]:
    """Return lines further right by a number of pixels."""
    return [
        replace(
            line, region=_moved(line.region, across), panel=None if line.panel is None else _moved(line.panel, across)
        )
        for line in lines
    ]


def _moved(region: Region, across: int) -> Region:
    left, top, width, height = region
    return left + across, top, width, height
