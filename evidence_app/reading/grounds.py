"""What each line of text stands on: its ground's colour, its own, and how far the even area around it reaches.

For the worker process. An area ends where colour changes from one pixel to the next, so that one that changes slowly
(a gradient, a photograph's uneven light) stays whole. Looked for in a copy so small that letters are a few pixels high:
what is left there of grain and of compression is small, and it costs little.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy
import numpy.typing

from evidence_app.domain.machine_text import Colour, MachineLine, Region

Pixels = numpy.typing.NDArray[numpy.uint8]
Numbers = numpy.typing.NDArray[numpy.int32]
Exact = numpy.typing.NDArray[numpy.floating]

LETTER_PX = 16
"""Height of most lines in the small copy."""

MOST_PIXELS = 500_000
"""Of the small copy."""

LEAST_STEP = 3
"""Difference between neighbours, of 255, that ends an area: even a faint bubble differs more from its page."""

GRAIN = 2.5
"""How many times the usual difference between neighbours a step must be: photographs are grainy."""

MARGIN = 0.25
"""Of a line's height: how far around a line its ground is looked for; bubbles leave more."""

INK_SHARE = 0.7
"""Pixels that differ from the ground nearly as much as the most different ones are ink, not its soft edges."""


def with_grounds(picture: Pixels, lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the lines, which are in pixels of the picture (blue first), with ``ground``, ``ink`` and ``panel``."""
    if not lines:
        return []
    areas = _areas(picture, float(numpy.median([line.region[3] for line in lines])))
    return [_looked_at(picture, areas, line) for line in lines]


@dataclass(frozen=True, slots=True)
class _Areas:
    """``labels`` tells of each pixel of the small copy to which even area it belongs, 0 for none.

    ``boxes`` are left, top, width, height of the areas, by label.
    """

    small: Pixels
    labels: Numbers
    boxes: Numbers
    scale: float

    def around(self, line: MachineLine) -> tuple[slice, slice]:
        """Return the rows and columns of the small copy that hold a line and a little around it."""
        left, top, width, height = (value * self.scale for value in line.region)
        margin = max(1.0, height * MARGIN)
        rows = slice(max(0, int(top - margin)), int(top + height + margin) + 1)
        return rows, slice(max(0, int(left - margin)), int(left + width + margin) + 1)

    def box(self, label: int, size: tuple[int, int]) -> Region:
        """Return an area's place in the picture, which has this width and height, with the edge that ends it."""
        left, top, width, height = (int(value) for value in self.boxes[label][:4])
        x, y = max(0, int((left - 1) / self.scale)), max(0, int((top - 1) / self.scale))
        right, bottom = (round((end + 1) / self.scale) for end in (left + width, top + height))
        return x, y, max(1, min(right, size[0]) - x), max(1, min(bottom, size[1]) - y)


def _areas(picture: Pixels, letter_px: float) -> _Areas:
    height, width = picture.shape[:2]
    scale = min(1.0, LETTER_PX / max(1.0, letter_px), (MOST_PIXELS / (width * height)) ** 0.5)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = _bytes(cv2.resize(picture, size, interpolation=cv2.INTER_AREA)) if scale < 1 else picture
    steps = _steps(small)
    usual = float(numpy.median(steps))
    even = (steps <= max(LEAST_STEP, GRAIN * usual)).astype(numpy.uint8)
    _count, labels, boxes, _centres = cv2.connectedComponentsWithStats(even, connectivity=4)
    return _Areas(small, numpy.asarray(labels, numpy.int32), numpy.asarray(boxes, numpy.int32), scale)


def _steps(small: Pixels) -> Pixels:
    """Return how much each pixel differs from those around it, in the colour that differs most."""
    square = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    return _bytes(_bytes(cv2.morphologyEx(small, cv2.MORPH_GRADIENT, square)).max(axis=2))


def _bytes(pixels: object) -> Pixels:
    return numpy.asarray(pixels, numpy.uint8)


def _looked_at(picture: Pixels, areas: _Areas, line: MachineLine) -> MachineLine:
    place = areas.around(line)
    labels, small = areas.labels[place], areas.small[place]
    counts = numpy.bincount(labels.ravel())
    counts[0] = 0
    label = int(counts.argmax())
    on_ground = small[labels == label] if label else small.reshape(-1, 3)
    ground = numpy.median(on_ground, axis=0)
    panel = areas.box(label, (picture.shape[1], picture.shape[0])) if label else None
    return replace(line, ground=_colour(ground), ink=_ink(picture, line, ground), panel=panel)


def _ink(picture: Pixels, line: MachineLine, ground: Exact) -> Colour:
    left, top, width, height = line.region
    pixels = picture[top : top + height, left : left + width].reshape(-1, 3)
    away = numpy.abs(pixels.astype(numpy.int16) - ground.astype(numpy.int16)).sum(axis=1)
    return _colour(pixels[away >= away.max() * INK_SHARE].mean(axis=0)) if away.size else _colour(ground)


def _colour(blue_first: Exact) -> Colour:
    blue, green, red = (round(float(value)) for value in blue_first)
    return red, green, blue
