"""How a picture is fitted on paper, and how one that is too long is split. Pure arithmetic, in points and parts."""

import math
from dataclasses import dataclass

LARGEST_SCALE = 0.75
"""Points per pixel a small picture is enlarged to at most (96 pixels to the inch)."""

LONG = 3.0
"""Height over width from which a picture is split: taller than any phone's screen (2.4)."""

LEAST_READABLE_PX = 60
"""Width below which no line of text fits: such a picture is shown whole, on one page."""

PART_WIDTH = 290.0
"""Of a split picture: as wide as a phone's screenshot that fills a page."""

OVERLAP = 0.05
"""Part of a full page's picture that the next part repeats."""

MOST_PARTS = 120
"""More are made narrower instead."""


@dataclass(frozen=True, slots=True)
class Band:
    """From ``first`` to ``last`` of a picture's height (0–1); ``repeated`` is the part of the band seen before."""

    first: float
    last: float
    repeated: float


def fitted(width_px: int, height_px: int, width: float, height: float) -> tuple[float, float]:
    """Return the largest size in points that fits, without enlarging small pictures much."""
    scale = min(width / width_px, height / height_px, LARGEST_SCALE)
    return width_px * scale, height_px * scale


def is_long(width_px: int, height_px: int) -> bool:
    """Tell whether a picture would be unreadably narrow on one page."""
    return height_px > LONG * width_px and height_px > 600 and width_px >= LEAST_READABLE_PX


def bands(width_px: int, height_px: int, first_room: float, room: float) -> tuple[float, list[Band]]:
    """Return the width in points, and the bands: the first in ``first_room`` points, the others in ``room`` each."""
    width = min(PART_WIDTH, width_px * LARGEST_SCALE)
    total = width * height_px / width_px
    overlap = OVERLAP * room
    most = first_room + (MOST_PARTS - 1) * (room - overlap)
    if total > most:
        width, total = width * most / total, most
    further = max(0, math.ceil((total - first_room) / (room - overlap) - 1e-9))
    if not further:
        return width, [Band(0, 1, 0)]
    step = (total - first_room) / further
    tops = [first_room + step * index - overlap for index in range(further)]
    ends = [first_room + step * (index + 1) for index in range(further)]
    rest = [
        Band(top / total, min(1.0, end / total), overlap / (end - top)) for top, end in zip(tops, ends, strict=True)
    ]
    return width, [Band(0, first_room / total, 0), *rest]
