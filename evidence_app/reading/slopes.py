"""How much each line of text falls or rises: photographs of screens are tilted. For the worker process.

Letters stand closest together, row by row, along the direction in which they were written.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy
import numpy.typing

from evidence_app.domain.machine_text import MachineLine

Mask = numpy.typing.NDArray[numpy.bool_]
Exact = numpy.typing.NDArray[numpy.float64]

Seen = tuple[float, float, float]
"""The row in which a line stands, its slope, and how wide it is: the wider, the better its slope is seen."""

STEEPEST, STEP = 0.14, 0.004
"""Slopes that are tried, in rows for each column: eight degrees."""

LEAST_LONG = 2
"""Times its height that a line is long at the least if it tells a slope."""

MOST_LINES = 14
"""Of a page, the longest ones: enough to know it."""

LEAST_LINES = 3
"""As many long lines tell how a page is tilted."""

LEAST_SLOPE = 0.01
"""A page of which no line falls as much counts as upright."""

MOST_FANNING, DOUBT = 0.096, 0.03
"""How much more lines at the bottom of a page may fall than those at its top, and how much better that must fit."""

UPRIGHT = 0.008
"""A slope along which the letters of a line that does not fall stand less close together."""

A_FEW = 4
"""Lines, the longest ones, that tell that a page is upright."""

PER_MILLE = 1000


def is_upright(letters: Sequence[Mask]) -> bool:
    """Tell whether lines are, the longest of a page: those of a screenshot are to the pixel."""
    ways = (-UPRIGHT, UPRIGHT)
    return all(_density_along(each, 0.0) >= max(_density_along(each, way) for way in ways) for each in letters)


def _density_along(letters: Mask, slope: float) -> float:
    rows, columns = numpy.nonzero(letters)
    return _density(rows - slope * columns) if rows.size else 0.0


def slope_of(letters: Mask) -> float:
    """Return by how many rows a line falls for each column, where ``letters`` tells which pixels belong to it."""
    rows, columns = numpy.nonzero(letters)
    if not rows.size:
        return 0.0
    tried = numpy.arange(-STEEPEST, STEEPEST + STEP / 2, STEP)
    dense = [_density(rows - slope * columns) for slope in tried]
    best = int(numpy.argmax(dense))
    return float(tried[best])


def _density(rows: Exact) -> float:
    counts = numpy.bincount(numpy.round(rows - rows.min()).astype(numpy.int64)).astype(numpy.float64)
    return float((counts**2).sum())


def with_slopes(lines: Sequence[MachineLine], seen: Sequence[Seen]) -> list[MachineLine]:
    """Return lines with the slope of the page where they stand, given what was seen of some of them."""
    if len(seen) < LEAST_LINES:
        return list(lines)
    start, more = _fitted(seen)
    found = [start + more * (line.region[1] + line.region[3] / 2) for line in lines]
    if max(abs(slope) for slope in found) < LEAST_SLOPE:
        return list(lines)
    return [replace(line, slope=round(slope * PER_MILLE)) for line, slope in zip(lines, found, strict=True)]


def _fitted(seen: Sequence[Seen]) -> tuple[float, float]:
    """Return the slope at row 0 and what is added for each row: what differs least from what was seen."""
    rows, slopes, wide = (numpy.array(values, numpy.float64) for values in zip(*seen, strict=True))
    weights = wide**2 / (wide**2).sum()
    span = max(1.0, float(rows.max() - rows.min()))

    def misses(more: float) -> tuple[float, float]:
        start = _middle(slopes - more * rows, weights)
        return float((numpy.abs(slopes - more * rows - start) * weights).sum() + abs(more) * span * DOUBT), start

    tried = numpy.arange(-MOST_FANNING, MOST_FANNING + STEP / 2, STEP) / span
    more = min((float(each) for each in tried), key=lambda each: misses(each)[0])
    return misses(more)[1], more


def _middle(values: Exact, weights: Exact) -> float:
    order = numpy.argsort(values)
    return float(values[order][numpy.searchsorted(numpy.cumsum(weights[order]), 0.5)])
