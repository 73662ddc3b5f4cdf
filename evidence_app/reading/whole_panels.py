"""Panels that the end of a strip cut in two, made whole again. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.reading.passages import around

SAME_EDGE = 0.5
"""Of a line's height: how far the edges of its two parts may lie apart; a bubble's tip is in one of them only."""

SAME_COLOUR = 12
"""Of 255 in each colour: how far the colours of the two parts may lie apart."""

LEAST_HELD = 0.5
"""Part of a line's width that its area has at the least."""

SOFT_PX = 4
"""Rows by which the edge of an area may be seen too high or too low."""

Panel = tuple[Region, Colour]
_Chain = list[tuple[int, Region]]


@dataclass(frozen=True, slots=True)
class Strip:
    """The rows of the page from ``top`` to ``bottom`` and the lines read in them, in pixels of the page."""

    top: int
    bottom: int
    lines: Sequence[MachineLine]


def with_whole_panels(strips: Sequence[Strip]) -> list[MachineLine]:
    """Return all lines, in order; those of a panel that goes on in the next strip have the same, whole panel."""
    strips = [replace(strip, lines=[_held(line, strip.lines) for line in strip.lines]) for strip in strips]
    chains: list[_Chain] = []
    open_chains: list[tuple[Panel, _Chain]] = []
    for index, strip in enumerate(strips):
        tall = _line_height(strip)
        going_on = []
        for panel in dict.fromkeys(_panels(strip)):
            chain = _begun(panel, strip.top, [each for each in open_chains if _same(panel, each[0], tall)])
            if not chain:
                chains.append(chain)
            chain.append((index, panel[0]))
            going_on.append((panel, chain))
        open_chains = going_on
    whole = {part: around([panel for _, panel in chain]) for chain in chains for part in chain}
    return [
        line if line.panel is None else replace(line, panel=whole[index, line.panel])
        for index, strip in enumerate(strips)
        for line in strip.lines
    ]


def _held(line: MachineLine, others: Sequence[MachineLine]) -> MachineLine:
    """Return a line with an area that holds it: what is smaller lies within one of its characters."""
    if line.panel is None or line.panel[2] >= line.region[2] * LEAST_HELD:
        return line
    x, y = line.region[0] + line.region[2] // 2, line.region[1] + line.region[3] // 2
    holding = {
        other.panel
        for other in others
        if other.panel is not None
        and other.panel[2] >= line.region[2]
        and other.panel[0] <= x <= other.panel[0] + other.panel[2]
        and other.panel[1] <= y <= _bottom(other.panel)
        and _alike(line.ground, other.ground)
    }
    return replace(line, panel=min(holding, key=lambda panel: panel[2] * panel[3], default=None))


def _alike(one: Colour | None, other: Colour | None) -> bool:
    if one is None or other is None:
        return False
    return all(abs(a - b) <= SAME_COLOUR for a, b in zip(one, other, strict=True))


def _begun(panel: Panel, strip_top: int, like_it: Sequence[tuple[Panel, _Chain]]) -> _Chain:
    """Return the parts in the strips before of a panel, among those that look like it; none if it begins in this one.

    Both strips see some rows: parts of one panel have these in common, neighbours of the same kind have none.
    """
    if panel[0][1] > strip_top + SOFT_PX:
        return []
    return next((chain for other, chain in like_it if _bottom(other[0]) > panel[0][1] + 2 * SOFT_PX), [])


def _panels(strip: Strip) -> list[Panel]:
    return [(line.panel, line.ground) for line in strip.lines if line.panel is not None and line.ground is not None]


def _line_height(strip: Strip) -> int:
    heights = sorted(line.region[3] for line in strip.lines)
    return heights[len(heights) // 2] if heights else 2


def _same(one: Panel, other: Panel, tall: int) -> bool:
    (left, _, width, _), colour = one
    (other_left, _, other_width, _), other_colour = other
    apart = tall * SAME_EDGE
    return (
        abs(left - other_left) <= apart
        and abs(left + width - other_left - other_width) <= apart
        and _alike(colour, other_colour)
    )


def _bottom(region: Region) -> int:
    return region[1] + region[3]
