"""A page of any length, read strip by strip within bounded memory; no line of text is cut in two. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.lookalikes import without_lookalikes
from evidence_app.reading.whole_panels import Strip, with_whole_panels

WIDEST_PX = 2000
"""Wider pages, photographs mostly, are read from a smaller copy."""

TALLEST_PX = 2400
"""Rows of a strip: most screens of phones in one go."""

LARGEST_STRIP_PX = 3_500_000
"""Pixels of a strip: what the engine needs for it stays far below a gigabyte (benchmarks/reading.py)."""

EDGE = 0.04
"""The part of a strip at its lower edge in which a line may be cut without being seen: it is read again."""

LEAST_STEP = 0.5
"""Part of a strip by which reading goes on at least, whatever stands across its end."""

TALLEST_PANEL = 0.4
"""Part of a strip that a bubble or card takes at the most to be kept whole in one strip."""

Look = Callable[[Region, int], Sequence[MachineLine]]
"""Returns the lines in a region of the page, drawn at a width, with their places in pixels of that drawing."""


def read_page(width_px: int, height_px: int, page_index: int, look: Look) -> list[MachineLine]:
    """Return all lines of a page, from top to bottom, with their places on the page."""
    shown_px = min(width_px, WIDEST_PX)
    scale = width_px / shown_px
    rows = max(1, int(min(TALLEST_PX, LARGEST_STRIP_PX / shown_px) * scale))
    strips: list[Strip] = []
    top = 0
    while top < height_px:
        height = min(rows, height_px - top)
        seen = look((0, top, width_px, height), shown_px)
        shown_height = height / scale
        cut = cut_row(seen, shown_height) if top + height < height_px else shown_height
        whole = [line for line in seen if _bottom(line) <= cut or cut == shown_height]
        lines = [_placed(line, scale, top, page_index, (width_px, height_px)) for line in whole]
        strips.append(Strip(top, top + height, lines))
        top += max(1, int(cut * scale))
    return without_lookalikes(with_whole_panels(strips))


def cut_row(lines: Sequence[MachineLine], height: float) -> float:
    """Return where a strip is best ended: between lines, above all that its lower edge may cut in two.

    Above a bubble or card rather than in it, where that leaves enough of the strip.
    """
    lowest = height * LEAST_STEP
    tall = [line.region for line in lines]
    areas = [line.panel for line in lines if line.panel and line.panel[3] <= height * TALLEST_PANEL]
    cut = _above(tall, _above([*tall, *areas], height * (1 - EDGE)))
    if cut < lowest:
        cut = _above(tall, height * (1 - EDGE))
    return cut if cut >= lowest else height


def _above(regions: Sequence[Region], cut: float) -> float:
    """Return the first row above ``cut`` that runs through none of the regions."""
    while crossing := [region[1] for region in regions if region[1] < cut < region[1] + region[3]]:
        cut = min(crossing)
    return cut


def _bottom(line: MachineLine) -> int:
    return line.region[1] + line.region[3]


def _placed(line: MachineLine, scale: float, top: int, page_index: int, size: tuple[int, int]) -> MachineLine:
    """Return a line at its place on the page, never beyond its edges."""
    panel = None if line.panel is None else _moved(line.panel, scale, top, size)
    return replace(line, region=_moved(line.region, scale, top, size), panel=panel, page_index=page_index)


def _moved(region: Region, scale: float, top: int, size: tuple[int, int]) -> Region:
    left, upper, width, height = region
    x, y = min(round(left * scale), size[0] - 1), min(top + round(upper * scale), size[1] - 1)
    across, down = min(round(width * scale), size[0] - x), min(round(height * scale), size[1] - y)
    return x, y, max(1, across), max(1, down)
