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
from evidence_app.reading.slopes import A_FEW, LEAST_LONG, MOST_LINES, Seen, is_upright, slope_of, with_slopes

Pixels = numpy.typing.NDArray[numpy.uint8]
Numbers = numpy.typing.NDArray[numpy.int32]
Exact = numpy.typing.NDArray[numpy.floating]
Counts = numpy.typing.NDArray[numpy.int64]

LETTER_PX = 16
"""Height of most lines in the small copy."""

MOST_PIXELS = 500_000
"""Of the small copy."""

LEAST_STEP = 3
"""Difference between neighbours, of 255, that ends an area: even a faint bubble differs more from its page."""

GRAINY = 2
"""Usual difference between neighbours from which a picture is a photograph: a screenshot has none."""

GRAIN = 1.5
"""How many times the usual difference a step must be, once grain is smoothed."""

SMOOTH_PX, SMOOTH_STEP = 9, 30
"""Pixels of the small copy, and differences of 255, over which grain is smoothed: wide enough for the rings that a
screen's grid makes on photographs, and steps between areas stay steps."""

MARGIN = 0.2
"""Of a line's height: how far around a line more of its ground is looked for; bubbles leave more than that."""

LEAST_EVEN = 0.05
"""Part of a line's place that must be even to tell its ground."""

GOES_BEYOND = 0.45
"""Part of what is even in a line's place that lies not only inside of large letters, if its ground goes beyond them."""

SHARE = 0.01
"""Part of a line's place and its margin from which another area is looked at: letters cut a bubble into several."""

SAME = 8
"""Of 255: how far the colours of two such parts lie apart at the most."""

INK_SHARE = 0.7
"""Pixels that differ from the ground nearly as much as the most different ones are ink, not its soft edges."""


def with_grounds(picture: Pixels, lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the lines, which are in pixels of the picture (blue first), with all that is known from how it looks."""
    if not lines:
        return []
    areas = _areas(picture, float(numpy.median([line.region[3] for line in lines])))
    grounds = [_ground(areas, line) for line in lines]
    whole = _joined([ground.labels for ground in grounds])
    size = (picture.shape[1], picture.shape[0])
    seen = [
        replace(
            line,
            ground=_colour(ground.colour),
            ink=_ink(picture, line, ground.colour),
            panel=areas.box(whole[ground.labels[0]], size) if ground.labels else None,
        )
        for line, ground in zip(lines, grounds, strict=True)
    ]
    return with_slopes(seen, _slopes(areas, lines))


def _slopes(areas: "_Areas", lines: Sequence[MachineLine]) -> list[Seen]:
    """Return what the longest lines of a page tell of how it is tilted, nothing if it is not."""
    long = [line for line in lines if line.region[2] > line.region[3] * LEAST_LONG]
    longest = sorted(long, key=lambda line: -line.region[2])[:MOST_LINES]
    letters = [areas.labels[areas.around(line, 0)] == 0 for line in longest]
    if is_upright(letters[:A_FEW]):
        return []
    return [
        (line.region[1] + line.region[3] / 2, slope_of(each), line.region[2])
        for line, each in zip(longest, letters, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Areas:
    """``labels`` tells of each pixel of the small copy to which even area it belongs, 0 for none.

    ``boxes`` are left, top, width, height of the areas, by label.
    """

    small: Pixels
    labels: Numbers
    boxes: Numbers
    scale: float

    def around(self, line: MachineLine, part: float) -> tuple[slice, slice]:
        """Return the rows and columns of the small copy that hold a line and a part of its height around it."""
        left, top, width, height = (value * self.scale for value in line.region)
        margin = height * part
        rows = slice(max(0, int(top - margin)), int(top + height + margin) + 1)
        return rows, slice(max(0, int(left - margin)), int(left + width + margin) + 1)

    def box(self, labels: set[int], size: tuple[int, int]) -> Region:
        """Return the place of areas in the picture, which has this width and height, with the edge that ends them."""
        boxes = self.boxes[sorted(labels)]
        left, top = (int(value) for value in boxes[:, :2].min(axis=0))
        right, bottom = (int(value) for value in (boxes[:, :2] + boxes[:, 2:4]).max(axis=0))
        x, y = max(0, int((left - 1) / self.scale)), max(0, int((top - 1) / self.scale))
        end, floor = round((right + 1) / self.scale), round((bottom + 1) / self.scale)
        return x, y, max(1, min(end, size[0]) - x), max(1, min(floor, size[1]) - y)


@dataclass(frozen=True, slots=True)
class _Ground:
    """The areas that a line stands on, the largest part first, and their colour."""

    labels: tuple[int, ...]
    colour: Exact


def _areas(picture: Pixels, letter_px: float) -> _Areas:
    height, width = picture.shape[:2]
    scale = min(1.0, LETTER_PX / max(1.0, letter_px), (MOST_PIXELS / (width * height)) ** 0.5)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = _bytes(cv2.resize(picture, size, interpolation=cv2.INTER_AREA)) if scale < 1 else picture
    even = _even(small)
    _count, labels, boxes, _centres = cv2.connectedComponentsWithStats(even, connectivity=4)
    return _Areas(small, numpy.asarray(labels, numpy.int32), numpy.asarray(boxes, numpy.int32), scale)


def _even(small: Pixels) -> Pixels:
    """Return 1 for each pixel that differs little from those around it, 0 for the others."""
    steps = _steps(small)
    if numpy.median(steps) >= GRAINY:
        smooth = cv2.bilateralFilter(cv2.medianBlur(small, 3), SMOOTH_PX, SMOOTH_STEP, SMOOTH_PX / 2)
        steps = _steps(_bytes(smooth))
    return _bytes(steps <= max(LEAST_STEP, GRAIN * float(numpy.median(steps))))


def _steps(small: Pixels) -> Pixels:
    """Return how much each pixel differs from those around it, in the colour that differs most."""
    square = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    return _bytes(_bytes(cv2.morphologyEx(small, cv2.MORPH_GRADIENT, square)).max(axis=2))


def _bytes(pixels: object) -> Pixels:
    return numpy.asarray(pixels, numpy.uint8)


def _ground(areas: _Areas, line: MachineLine) -> _Ground:
    place, wide = areas.around(line, 0), areas.around(line, MARGIN)
    if numpy.count_nonzero(areas.labels[place]) < LEAST_EVEN * areas.labels[place].size:
        place = wide
    labels = areas.labels[place]
    counts = numpy.bincount(labels.ravel())
    counts[0] = 0
    if not counts.any():
        return _Ground((), numpy.median(areas.small[place].reshape(-1, 3), axis=0))
    main = _main(areas, place, counts)
    colour = numpy.median(areas.small[place][labels == main], axis=0)
    return _Ground((main, *_like(areas, wide, main, colour)), colour)


def _like(areas: _Areas, place: tuple[slice, slice], main: int, colour: Exact) -> list[int]:
    """Return the other areas in a place that have the same colour."""
    labels, small = areas.labels[place], areas.small[place]
    counts = numpy.bincount(labels.ravel())
    counts[0] = 0
    return [
        int(label)
        for label in numpy.flatnonzero(counts >= SHARE * labels.size)
        if label != main and numpy.abs(numpy.median(small[labels == label], axis=0) - colour).max() <= SAME
    ]


def _main(areas: _Areas, place: tuple[slice, slice], counts: Counts) -> int:
    """Return the area with most of a place, of those that go beyond it if they have enough of it."""
    rows, columns = place
    left, top, width, height = (areas.boxes[: len(counts), index] for index in range(4))
    inside = (left > columns.start) & (top > rows.start)
    inside &= (left + width < columns.stop) & (top + height < rows.stop)
    beyond = numpy.where(inside, 0, counts)
    return int((beyond if beyond.sum() >= GOES_BEYOND * counts.sum() else counts).argmax())


def _joined(grounds: Sequence[tuple[int, ...]]) -> dict[int, set[int]]:
    """Return for each area all areas that are one with it, because a line stands on both."""
    whole: dict[int, set[int]] = {}
    for labels in grounds:
        one = set(labels).union(*(whole.get(label, set()) for label in labels))
        whole.update(dict.fromkeys(one, one))
    return whole


def _ink(picture: Pixels, line: MachineLine, ground: Exact) -> Colour:
    left, top, width, height = line.region
    pixels = picture[top : top + height, left : left + width].reshape(-1, 3)
    away = numpy.abs(pixels.astype(numpy.int16) - ground.astype(numpy.int16)).sum(axis=1)
    return _colour(pixels[away >= away.max() * INK_SHARE].mean(axis=0)) if away.size else _colour(ground)


def _colour(blue_first: Exact) -> Colour:
    blue, green, red = (round(float(value)) for value in blue_first)
    return red, green, blue
