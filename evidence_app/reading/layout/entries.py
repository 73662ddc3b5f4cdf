"""Where a list is cut into its entries, each with one anchor: a time, an amount. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.layout.rows import Lines, bottom, height, middle, rows_of, top

LIKELY_CUT = 0.8
"""Gaps of this part of the largest one may as well be where one entry ends."""


def entries(anchors: Sequence[MachineLine], lines: Sequence[MachineLine]) -> list[Lines]:
    """Return the lines of each entry, in reading order; what stands above the first and below the last is left out.

    The outer edges of the first and the last entry are those that the others have.
    """
    ordered = sorted(anchors, key=middle)
    edges = cuts(ordered, lines)
    above = [middle(anchor) - cut for anchor, cut in zip(ordered[1:], edges, strict=True)]
    below = [cut - middle(anchor) for anchor, cut in zip(ordered, edges, strict=False)]
    first = _outer_edge(ordered[0], lines, -1, median(above) if above else None)
    last = _outer_edge(ordered[-1], lines, +1, max(below) if below else None)
    bounds = [first, *edges, last]
    downwards = sorted(lines, key=middle)
    made = []
    for upper, lower in zip(bounds, bounds[1:], strict=False):
        own = downwards[bisect_left(downwards, upper, key=middle) : bisect_left(downwards, lower, key=middle)]
        made.append(tuple(line for row in rows_of(own) for line in row))
    return made


def cuts(anchors: Sequence[MachineLine], lines: Sequence[MachineLine]) -> list[float]:
    """Return where entries are cut, one height less than there are anchors.

    Each entry has one anchor, from top to bottom. It is cut at the largest gap between two anchors; where several are
    as large, where the others are cut.
    """
    order = {id(line): index for index, line in enumerate(lines)}
    downwards = sorted(lines, key=middle)
    choices = [
        _gaps(one, other, sorted(_within(downwards, middle(one), middle(other)), key=lambda line: order[id(line)]))
        for one, other in zip(anchors, anchors[1:], strict=False)
    ]
    firsts = [max(gaps)[1] for gaps in choices]
    usual = median([cut - middle(anchor) for cut, anchor in zip(firsts, anchors, strict=False)] or [0])
    made = []
    for gaps, anchor in zip(choices, anchors, strict=False):
        largest = max(gaps)[0]
        likely = [cut for size, cut in gaps if size >= LIKELY_CUT * largest or size == largest]
        made.append(min(likely, key=lambda cut: abs(cut - middle(anchor) - usual)))
    return made


def _within(downwards: Sequence[MachineLine], upper: float, lower: float) -> Sequence[MachineLine]:
    """Return those of lines in the order of their middles whose middles lie between two rows."""
    return downwards[bisect_left(downwards, upper, key=middle) : bisect_right(downwards, lower, key=middle)]


def _gaps(one: MachineLine, other: MachineLine, between: Sequence[MachineLine]) -> list[tuple[float, float]]:
    """Return the gaps between two anchors: how high each is and where its middle lies; at least one."""
    reached = float(bottom(one))
    found = []
    for line in sorted([*between, other], key=top):
        if line is not one and middle(line) > middle(one):
            found.append((top(line) - reached, (top(line) + reached) / 2))
        reached = max(reached, bottom(line))
    return found or [(0.0, (middle(one) + middle(other)) / 2)]


def _outer_edge(anchor: MachineLine, lines: Sequence[MachineLine], way: int, usual: float | None) -> float:
    """Return where the first entry begins (``way`` -1) or the last ends (+1)."""
    if usual is not None:
        return middle(anchor) + way * usual
    reached = bottom(anchor) if way > 0 else top(anchor)
    for line in sorted(lines, key=middle, reverse=way < 0):
        if way * (middle(line) - middle(anchor)) <= 0:
            continue
        gap = top(line) - reached if way > 0 else reached - bottom(line)
        if gap > 0.8 * min(height(line), height(anchor)):
            break
        reached = max(reached, bottom(line)) if way > 0 else min(reached, top(line))
    return reached + way
