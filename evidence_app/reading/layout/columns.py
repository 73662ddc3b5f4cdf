"""Windows of computers show a conversation beside a list of others: the part of the page that it takes. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.layout.boxes import bottom, centre, right
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
    if listed := _list_beside(page):
        return _beside(page, listed), listed
    widest = max(tall, key=lambda panel: panel[2], default=None)
    if widest is None or not NARROWEST <= widest[2] / page.width_px <= WIDEST:
        return page, 0
    slack = page.width_px * EDGE
    if not any(right(other) <= widest[0] + slack or other[0] >= right(widest) - slack for other in tall):
        return page, 0
    inside = [line for line in page.lines if widest[0] <= centre(line.region)[0] < right(widest)]
    return replace(page, lines=tuple(moved(inside, -widest[0])), width_px=widest[2]), widest[0]


LEAST_ROWS, LEAST_HIGH, NARROW = 3, 0.3, 0.45
"""Rows of a list of chats at least; of the page's height and its width: how high it is at least, how wide at most."""


def _list_beside(page: Page) -> int:
    """Return where a list at the left ends whose rows are areas of one width right below each other; 0 without one."""
    slack = page.width_px * EDGE
    areas = {line.panel for line in page.lines if line.panel and line.panel[0] <= slack}
    ends = {right(panel) for panel in areas if panel[2] <= page.width_px * NARROW}
    for end in sorted(ends, reverse=True):
        stack = sorted((panel for panel in areas if abs(right(panel) - end) <= slack), key=lambda panel: panel[1])
        touch = all(other[1] - bottom(one) <= slack for one, other in pairwise(stack))
        high = bottom(stack[-1]) - stack[0][1]
        others = any(line.region[0] >= end for line in page.lines)
        if len(stack) >= LEAST_ROWS and touch and high >= page.height_px * LEAST_HIGH and others:
            return max(map(right, stack))
    return 0


def _beside(page: Page, end: int) -> Page:
    """Return what stands right of a list, in pixels from its end; areas that pass below the list begin there."""
    inside = moved([line for line in page.lines if centre(line.region)[0] >= end], -end)
    cut = [replace(line, panel=_from_zero(line.panel)) if line.panel else line for line in inside]
    return replace(page, lines=tuple(cut), width_px=page.width_px - end)


def _from_zero(panel: Region) -> Region:
    left, top, width, height = panel
    return (0, top, width + left, height) if left < 0 else panel


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
