"""Commas and full stops at the ends of lines, which finding lines leaves out. For the worker process.

A comma is small and stands far from the last character: the box that is read ends before it. What is there is known by
its place and size alone: low, small, near the end, with nothing beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.glyphs import Mask, Pixels, inked

# All in heights of a line, or in ems: the height of what is inked.
TAIL, BEHIND = 3.0, 0.5
"""How much of a line's end is looked at, and how much behind it."""
WIDEST, HIGHEST, THINNEST = 0.36, 0.42, 0.06
"""How wide and high a mark is at the most, how wide and high at least."""
LOW = 0.52
"""How far down a mark begins at least."""
LEAST_EM = 0.6
"""How high the ink of a line's end is at least: 一 alone tells nothing of how high characters are."""
FURTHEST_BACK = 0.2
"""Ems before the end of a line at which a mark begins that was not read."""

LEAST_HAN = 3
"""Chinese characters of a line at least: others have other marks."""

ENDS = "》」』）)】”’"
"""What may stand before a mark besides characters and digits."""


@dataclass(frozen=True, slots=True)
class _Mark:
    char: str
    end: int


def with_last_marks(picture: Pixels, lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the lines of a picture with the marks that stand behind their last characters."""
    return [_marked(picture, line) if _may_lack_one(line.text) and _is_last(line, lines) else line for line in lines]


def _may_lack_one(text: str) -> bool:
    han = sum("\u3400" <= char <= "\u9fff" for char in text)
    return han >= LEAST_HAN and han * 2 >= len(text) and (text[-1].isalnum() or text[-1] in ENDS)


def _is_last(line: MachineLine, lines: Sequence[MachineLine]) -> bool:
    """Tell whether no other line goes on where this one ends: the mark may be its first character."""
    left, top, width, height = line.region
    end = left + width
    return not any(
        other is not line
        and abs(other.region[1] + other.region[3] / 2 - top - height / 2) < height / 2
        and end - height < other.region[0] < end + height * 2 * BEHIND
        for other in lines
    )


def _marked(picture: Pixels, line: MachineLine) -> MachineLine:
    left, top, width, height = line.region
    start = max(left, round(left + width - height * TAIL))
    tail = numpy.ascontiguousarray(picture[top : top + height, start : left + width + round(height * BEHIND)])
    mark = _mark_in(inked(tail), left + width - start) if tail.size else None
    if mark is None:
        return line
    return replace(line, text=line.text + mark.char, region=(left, top, start + mark.end - left, height))


def _mark_in(mask: Mask, end: int) -> _Mark | None:
    """Return the mark that is the last thing inked, if it is one and stands at or behind the line's end."""
    rows = numpy.flatnonzero(mask.any(axis=1))
    if not len(rows) or rows[-1] + 1 - rows[0] < mask.shape[0] * LEAST_EM:
        return None
    em = float(rows[-1] + 1 - rows[0])
    columns = mask.any(axis=0)
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate([[0], columns.astype(numpy.int8), [0]])))
    if len(edges) < 4 or edges[-1] >= mask.shape[1]:  # nothing before it, or it goes on behind what is looked at
        return None
    begin, stop = int(edges[-2]), int(edges[-1])
    inside = numpy.flatnonzero(mask[:, begin:stop].any(axis=1))
    upper, lower = int(inside[0]), int(inside[-1]) + 1
    if not _is_small(stop - begin, lower - upper, em) or upper < rows[0] + LOW * em or begin < end - FURTHEST_BACK * em:
        return None
    return _Mark("。" if _is_ring(mask[upper:lower, begin:stop]) else "，", stop)


def _is_small(width: int, height: int, em: float) -> bool:
    return THINNEST * em <= width <= WIDEST * em and THINNEST * em <= height <= HIGHEST * em


def _is_ring(mask: Mask) -> bool:
    """Tell whether a mark has a hole in its middle."""
    height, width = mask.shape
    middle = mask[height // 2 - height // 8 : height // 2 + height // 8 + 1, width // 2]
    return min(height, width) >= LEAST_OF_RING and not middle.any()


LEAST_OF_RING = 5
"""Pixels of a ring, below which its hole is not seen."""
