"""Arrows before short lines, which say in lists of calls which way each went, and which recognition skips.

For the worker process. An arrow up to the right or down to the left is known by its shape, where it stands by itself
before the characters of a line. One alone on a picture may be anything: lists have several below each other.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import cv2
import numpy

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.glyphs import FAINTEST, INKED, Mask, Pixels, Shape, likeness, shape_of

OUTWARD, INWARD = "↗", "↙"

# All in heights of a line.
BEFORE, INSIDE = 2.4, 1.4
"""How much before a line and how much of its beginning is looked at."""
LOWER = 1.8
"""How far down what stands before a line is looked at: in the middle of two lines of a row an arrow is half below."""
LEAST, MOST = 0.22, 0.95
"""How wide and high an arrow is."""
GAP = 0.06
"""How far characters stand behind an arrow at least."""
BEGINNING = 0.45
"""How far behind the beginning of a line an arrow in it begins at most."""

SQUARE = 1.35
"""How much wider than high an arrow is at most, or higher than wide."""
ALIKE = 0.86
"""How much of its shape an arrow has in common with a drawn one at least."""
LONGEST = 16
"""Characters of a line that may have an arrow before it, without spaces and the count of calls in brackets."""

_COUNT = re.compile(r"\s|[(（]\s?\d{1,3}\s?[)）]\s*$")
ALIGNED = 0.6
"""Heights of a line within which the arrows of a list begin below each other."""

CONFIDENCE = 0.9


def with_arrows(picture: Pixels, lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the lines of a picture with its arrows as lines of their own, each before the line that it belongs to."""
    found = {id(line): arrow for line in lines if _may_have_one(line.text) and (arrow := _before(picture, line))}
    kept = {at for at, arrow in found.items() if _is_one_of_several(arrow, list(found.values()))}
    arrows = [found[at] for at in kept]
    made: list[MachineLine] = []
    for line in lines:
        if len(line.text.strip()) == 1 and any(_is_in(arrow.region, line.region) for arrow in arrows):
            continue  # the arrow, read as 7
        made += [found[id(line)], line] if id(line) in kept else [line]
    return made


def _is_in(inner: Region, outer: Region) -> bool:
    x, y = inner[0] + inner[2] / 2, inner[1] + inner[3] / 2
    return outer[0] <= x <= outer[0] + outer[2] and outer[1] <= y <= outer[1] + outer[3]


def _may_have_one(text: str) -> bool:
    bare = _COUNT.sub("", text)
    return 1 < len(bare) <= LONGEST and bare[0] not in OUTWARD + INWARD and any(map(str.isalnum, bare))


def _is_one_of_several(arrow: MachineLine, arrows: Sequence[MachineLine]) -> bool:
    left, top, _, height = arrow.region
    return any(
        abs(other.region[0] - left) < ALIGNED * height and abs(other.region[1] - top) > height for other in arrows
    )


def _before(picture: Pixels, line: MachineLine) -> MachineLine | None:
    left, top, _, height = line.region
    for start, end, inside in (
        (left - height * GAP * 2, left + height * INSIDE, True),
        (left - height * BEFORE, left + height * GAP, False),
    ):
        first = max(0, round(start))
        floor = top + (height if inside else round(height * LOWER))
        crop = numpy.ascontiguousarray(picture[top:floor, first : max(first, round(end))])
        if crop.size == 0:
            continue
        for x, y, mask in _pieces(_ink(crop), height, left - first, inside=inside):
            char = _arrow_in(mask)
            if char:
                region: Region = (first + x, top + y, mask.shape[1], mask.shape[0])
                return MachineLine(char, region, CONFIDENCE, line.page_index)
    return None


def _ink(crop: Pixels) -> Mask:
    """Return which pixels differ from those at the upper and lower edge, of every line: fast."""
    ground = numpy.median(numpy.concatenate([crop[0], crop[-1]]), axis=0).astype(numpy.uint8)
    apart = cv2.absdiff(crop, numpy.broadcast_to(ground, crop.shape).copy())
    blue, green, red = cv2.split(apart)
    most = cv2.max(cv2.max(blue, green), red)
    return numpy.asarray(most > max(FAINTEST, float(most.max()) * INKED))


def _pieces(mask: Mask, height: int, begin: int, *, inside: bool) -> Iterator[tuple[int, int, Mask]]:
    """Return what is inked and stands by itself, of an arrow's size, with its place in the crop."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(numpy.uint8), connectivity=8)
    for index in range(1, count):
        x, y, wide, high = (int(value) for value in stats[index][:4])
        if not (LEAST * height <= wide <= MOST * height and LEAST * height <= high <= MOST * height):
            continue
        if max(wide, high) > SQUARE * min(wide, high) or x + wide >= mask.shape[1]:
            continue
        if inside and (x > begin + BEGINNING * height or not _is_apart(mask, x, wide, height)):
            continue
        yield x, y, numpy.asarray(labels[y : y + high, x : x + wide] == index)


def _is_apart(mask: Mask, x: int, wide: int, height: int) -> bool:
    """Tell whether nothing is inked above, below and right behind a piece of a line's beginning."""
    columns = numpy.asarray(mask.any(axis=0))
    gap = max(1, round(GAP * height))
    return not columns[x + wide : x + wide + gap].any() and not columns[max(0, x - gap) : x].any()


def _arrow_in(mask: Mask) -> str:
    shape = shape_of(mask)
    if shape is None:
        return ""
    likest = max((likeness(shape, each), char) for char, forms in _arrows().items() for each in forms)
    return likest[1] if likest[0] >= ALIKE else ""


@lru_cache(maxsize=1)
def _arrows() -> dict[str, tuple[Shape, ...]]:
    """Return the shapes of both arrows, with short and long heads, thin and thick."""
    drawn = [_drawn(head, stroke) for head in (0.35, 0.45, 0.6, 0.8, 1.0) for stroke in (5, 9, 14)]
    turned = [numpy.ascontiguousarray(mask[::-1, ::-1]) for mask in drawn]
    return {
        OUTWARD: tuple(shape for mask in drawn if (shape := shape_of(mask)) is not None),
        INWARD: tuple(shape for mask in turned if (shape := shape_of(mask)) is not None),
    }


def _drawn(head: float, stroke: int) -> Mask:
    side, edge = 64, 16
    near, far = edge, edge + side
    canvas = numpy.zeros((side + 2 * edge, side + 2 * edge), numpy.uint8)
    cv2.line(canvas, (near, far), (far, near), 255, stroke)
    cv2.line(canvas, (far - round(side * head), near), (far, near), 255, stroke)
    cv2.line(canvas, (far, near), (far, near + round(side * head)), 255, stroke)
    return canvas > 0
