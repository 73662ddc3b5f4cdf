"""Panels that the end of a strip cut in two, made whole again. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.reading.passages import around

SAME_EDGE = 0.01
"""Of the panel's width: how far the edges of its two parts may lie apart."""

SAME_COLOUR = 12
"""Of 255 in each colour: how far the colours of the two parts may lie apart."""

Panel = tuple[Region, Colour]


@dataclass(frozen=True, slots=True)
class Strip:
    """The rows of the page from ``top`` to ``bottom`` and the lines read in them, in pixels of the page."""

    top: int
    bottom: int
    lines: Sequence[MachineLine]


def with_whole_panels(strips: Sequence[Strip]) -> list[MachineLine]:
    """Return all lines, in order; those of a panel that goes on in the next strip have the same, whole panel."""
    whole: dict[tuple[int, Region], Region] = {}
    chains: list[list[tuple[int, Region]]] = []
    open_chains: list[tuple[Panel, list[tuple[int, Region]]]] = []
    for index, strip in enumerate(strips):
        reach = _reach(strip)
        going_on = []
        for panel in dict.fromkeys(_panels(strip)):
            chain = _begun(panel, strip, open_chains, reach)
            if not chain:
                chains.append(chain)
            chain.append((index, panel[0]))
            if _bottom(panel[0]) >= strip.bottom - reach:
                going_on.append((panel, chain))
        open_chains = going_on
    for chain in chains:
        region = around([panel for _, panel in chain])
        whole.update(dict.fromkeys(chain, region))
    return [
        line if line.panel is None else replace(line, panel=whole[index, line.panel])
        for index, strip in enumerate(strips)
        for line in strip.lines
    ]


def _begun(
    panel: Panel, strip: Strip, before: Sequence[tuple[Panel, list[tuple[int, Region]]]], reach: int
) -> list[tuple[int, Region]]:
    """Return the parts of a panel in the strips before; none if it begins in this one."""
    if panel[0][1] > strip.top + reach:
        return []
    return next((chain for other, chain in before if _same(panel, other)), [])


def _panels(strip: Strip) -> list[Panel]:
    return [(line.panel, line.ground) for line in strip.lines if line.panel is not None and line.ground is not None]


def _reach(strip: Strip) -> int:
    """Return how near the edge of a strip the outermost row of a panel may be seen: the softened edge of a letter."""
    heights = sorted(line.region[3] for line in strip.lines)
    return max(2, heights[len(heights) // 2] // 4) if heights else 2


def _same(one: Panel, other: Panel) -> bool:
    (left, _, width, _), colour = one
    (other_left, _, other_width, _), other_colour = other
    apart = max(2.0, SAME_EDGE * max(width, other_width))
    return (
        abs(left - other_left) <= apart
        and abs(left + width - other_left - other_width) <= apart
        and all(abs(a - b) <= SAME_COLOUR for a, b in zip(colour, other_colour, strict=True))
    )


def _bottom(region: Region) -> int:
    return region[1] + region[3]
