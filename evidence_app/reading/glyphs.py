"""Shapes of characters, and how much two of them have in common. For the worker process."""

from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy
import numpy.typing
from PIL import Image, ImageDraw, ImageFont

from evidence_app.resources import resource

Pixels = numpy.typing.NDArray[numpy.uint8]
Mask = numpy.typing.NDArray[numpy.bool_]
Shape = numpy.typing.NDArray[numpy.float32]

SIDE_PX, SOFT_PX = 32, 1.25
"""Side of a shape, and how far its strokes are smeared, so that those of two fonts meet."""

DRAWN_PX, DRAWN_INK = 64, 110
"""How large characters are drawn to be compared, and from which grey on a pixel of them is ink."""

INKED = 0.45
"""Part of the greatest difference from the ground from which a pixel is ink."""

FAINTEST = 40
"""Of 255: what differs less from the ground is none."""


def shape_of(mask: Mask) -> Shape | None:
    """Return the shape of what is inked, whatever its size and place; None without any ink."""
    rows, columns = numpy.nonzero(mask)
    if len(rows) < SIDE_PX // 4:
        return None
    inked = mask[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1].astype(numpy.float32)
    small = cv2.resize(inked, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), SOFT_PX)
    soft = soft - soft.mean()
    return numpy.asarray(soft / (numpy.linalg.norm(soft) + 1e-6), numpy.float32)


def likeness(one: Shape, other: Shape) -> float:
    """Return how much two shapes have in common, 1 if they are the same."""
    return float((one * other).sum())


@lru_cache(maxsize=512)
def drawn(char: str) -> tuple[Shape, ...]:
    """Return the shapes of a character as the program's own fonts have it, thin and bold."""
    pictures = []
    for font in _fonts():
        picture = Image.new("L", (DRAWN_PX * 3 // 2, DRAWN_PX * 3 // 2), 0)
        ImageDraw.Draw(picture).text((DRAWN_PX // 4, DRAWN_PX // 8), char, font=font, fill=255)
        pictures.append(shape_of(numpy.asarray(picture) > DRAWN_INK))
    return tuple(shape for shape in pictures if shape is not None)


@lru_cache(maxsize=1)
def _fonts() -> tuple[ImageFont.FreeTypeFont, ...]:
    names = ("NotoSansTC-Regular.ttf", "NotoSansTC-Bold.ttf")
    return tuple(ImageFont.truetype(str(resource("fonts", name)), DRAWN_PX) for name in names)


@lru_cache(maxsize=512)
def apart(one: str, other: str) -> float:
    """Return how different two characters are drawn, 0 if they are the same."""
    pairs = zip(drawn(one), drawn(other), strict=False)
    return 1 - max((likeness(first, second) for first, second in pairs), default=0.0)


def inked(crop: Pixels) -> Mask:
    """Return which pixels of a line differ from its ground, which is what stands at its edges."""
    edges = numpy.concatenate([crop[0], crop[-1]]).astype(numpy.int32)
    apart = numpy.abs(crop.astype(numpy.int32) - numpy.median(edges, axis=0)).max(axis=2)
    return numpy.asarray(apart > max(FAINTEST, float(apart.max()) * INKED))


def windows(mask: Mask, centre: float, em: float, around: tuple[float, float]) -> list[Mask]:
    """Return where the character around a column may stand: between its neighbours, or an em around it, moved a little.

    ``around`` are the middles of its neighbours.
    """
    wide = mask.shape[1]
    profile = mask.sum(axis=0)
    cuts = [_emptiest(profile, (centre + other) / 2, em / 4) for other in around]
    places = [(cuts[0], cuts[1])]
    places += [(centre + (move - 0.5) * em, centre + (move + 0.5) * em) for move in MOVES]
    return [mask[:, max(0, round(start)) : min(wide, round(end))] for start, end in places if end - start > em / 3]


MOVES = (-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3)


def _emptiest(profile: numpy.typing.NDArray[numpy.integer], column: float, reach: float) -> float:
    """Return the column nearby with least ink: between two characters there is none."""
    low, high = max(0, round(column - reach)), min(len(profile), round(column + reach) + 1)
    if high <= low:
        return min(max(0.0, column), float(len(profile)))
    part = profile[low:high]
    return float(low + min(range(len(part)), key=lambda at: (part[at], abs(low + at - column))))


def best_likeness(places: Sequence[Mask], forms: Sequence[str]) -> float:
    """Return how well the best form of a character fits into the best of some places."""
    shapes = [shape for shape in map(shape_of, places) if shape is not None]
    wanted = [shape for form in forms for shape in drawn(form)]
    return max((likeness(shape, each) for shape in shapes for each in wanted), default=0.0)
