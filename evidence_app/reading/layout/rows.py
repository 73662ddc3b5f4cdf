"""How lines stand to each other: edges, rows and columns. Pure.

All lengths are relative to the height of the lines themselves; nothing knows how an app looks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from statistics import median

from evidence_app.domain.machine_text import MachineLine

Lines = tuple[MachineLine, ...]

SAME_ROW = 0.4
"""Part of the lower line's height by which two lines overlap that stand beside each other."""


def left(line: MachineLine) -> int:
    """Return the left edge."""
    return line.region[0]


def top(line: MachineLine) -> int:
    """Return the upper edge."""
    return line.region[1]


def right(line: MachineLine) -> int:
    """Return the right edge."""
    return line.region[0] + line.region[2]


def bottom(line: MachineLine) -> int:
    """Return the lower edge."""
    return line.region[1] + line.region[3]


def height(line: MachineLine) -> int:
    """Return the height of its box."""
    return line.region[3]


def middle(line: MachineLine) -> float:
    """Return the row of pixels half way down."""
    return line.region[1] + line.region[3] / 2


def centre(line: MachineLine) -> float:
    """Return the column of pixels half way across."""
    return line.region[0] + line.region[2] / 2


def ems(text: str) -> float:
    """Return how long a text is in the width of Chinese characters."""
    return sum(1.0 if char > "\u2e7f" else 0.55 for char in text)


def typical_height(lines: Sequence[MachineLine]) -> float:
    """Return the height of most lines; never 0."""
    return max(1.0, median(height(line) for line in lines)) if lines else 1.0


def beside(one: MachineLine, other: MachineLine) -> bool:
    """Tell whether two lines stand in one row."""
    (_, first, _, high), (_, second, _, other_high) = one.region, other.region  # asked of every two lines of a page
    return min(first + high, second + other_high) - max(first, second) >= SAME_ROW * min(high, other_high)


def across(one: MachineLine, other: MachineLine) -> int:
    """Return how far two lines stand above each other, in pixels of width; negative: how far apart."""
    return min(right(one), right(other)) - max(left(one), left(other))


def rows_of(lines: Sequence[MachineLine]) -> list[Lines]:
    """Return lines in rows from top to bottom, each from left to right."""
    rows: list[list[MachineLine]] = []
    for line in sorted(lines, key=middle):
        if rows and beside(line, rows[-1][0]) and all(across(line, each) < height(line) / 2 for each in rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [tuple(sorted(row, key=left)) for row in rows]


def column_of(lines: Sequence[MachineLine], width_px: int) -> list[MachineLine]:
    """Return the lines of the column that most of them form, from top to bottom.

    A sign that recognition took for a part of a line moves its edge: what overlaps the column by half belongs to it.
    """
    best = _aligned(lines, width_px)
    if not best:
        return []
    start, end = min(map(left, best)), max(map(right, best))
    inside = [line for line in lines if min(right(line), end) - max(left(line), start) >= line.region[2] / 2]
    return sorted(inside, key=middle)


def _aligned(lines: Sequence[MachineLine], width_px: int) -> Lines:
    """Return the most lines that end, begin or are centred at one place."""
    slack = max(0.6 * typical_height(lines), 0.012 * width_px)
    halves = int(2 * slack)  # of pixels, in which edges and centres are whole numbers
    best: list[tuple[int, int, Callable[[MachineLine], float]]] = []
    for edge in (right, left, centre):
        places = [round(2 * edge(line)) for line in lines]
        ordered = sorted(places)
        for place in places:
            count = bisect_right(ordered, place + halves) - bisect_left(ordered, place - halves)
            if not best or count > best[0][0]:
                best = [(count, place, edge)]
    return tuple(line for line in lines for _, place, edge in best if abs(round(2 * edge(line)) - place) <= halves)
