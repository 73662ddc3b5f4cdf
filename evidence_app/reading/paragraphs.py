"""Lines of a page that nobody understood, put together to paragraphs, so that what was wrapped is found whole. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.passages import Passage, joined

# All in heights of a line.
NEXT_LINE = 0.9
"""The most that may lie between two lines of one paragraph."""
SAME_EDGE = 0.6
"""Two lines begin at the same place if they do so within this."""
SAME_SIZE = 0.5
"""Two lines are of one size if their heights differ by no more: a short line is read higher than it is."""
SAME_MIDDLE = 0.4
"""The middles of two centred lines differ by no more."""
ALIKE = 1.3
"""How much higher one of two centred lines is at most: a headline is larger than what explains it."""
FULLEST = 10.0
"""A centred line shorter than that was not wrapped, but ends there."""
NO_ROOM = 2.0
"""A line is full if less than this is left to the end of the longest: the next word no longer went in."""
LATIN = 0.6
"""How wide a Latin letter or a digit is, about."""

LONG = 12
"""Figures of a number that may not have fitted on a line."""

_WORD = re.compile(r"[A-Za-z0-9.,:/-]+")
_FIGURES = re.compile(r"[\d\s.,，:：/+\-−¥￥$%元年月日时時分秒]+")


def paragraphs(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Return the lines of these passages as paragraphs, those that stand closely below each other as one block."""
    lines = [line for passage in passages for line in passage.lines]
    blocks: list[list[MachineLine]] = []
    for line in lines:
        block = next((each for each in reversed(blocks[-NEAR:]) if _goes_on(each[-1], line)), None)
        if block is None:
            blocks.append([line])
        else:
            block.append(line)
    return [[joined(part) for part in _parts(block)] for block in blocks]


NEAR = 4
"""In how many of the last blocks a line may go on: columns beside each other alternate."""


def _goes_on(above: MachineLine, line: MachineLine) -> bool:
    left, top, _, height = above.region
    gap = line.region[1] - top - height
    return (
        above.page_index == line.page_index
        and (above.panel == line.panel or above.panel is None or line.panel is None)
        and -height * SAME_EDGE < gap < height * NEXT_LINE
        and (abs(line.region[0] - left) < height * SAME_EDGE or goes_on_centred(above, line))
        and abs(line.region[3] - height) < height * SAME_SIZE
    )


def goes_on_centred(above: MachineLine, line: MachineLine) -> bool:
    """Tell whether a line in the middle holds the last words of one above it that was full."""
    left, top, width, height = above.region
    other_left, other_top, other_width, other_height = line.region
    in_middle = abs(2 * left + width - 2 * other_left - other_width) < 2 * SAME_MIDDLE * height
    close = other_top - top - height < height * NEXT_LINE
    alike = max(height, other_height) <= ALIKE * min(height, other_height)
    return in_middle and close and alike and width >= FULLEST * height and other_width <= width + height


def _parts(block: Sequence[MachineLine]) -> list[list[MachineLine]]:
    """Return a block parted after lines that end before they had to."""
    end = max(line.region[0] + line.region[2] for line in block)
    parts = [[block[0]]]
    for above, line in pairwise(block):
        room = (end - above.region[0] - above.region[2]) / above.region[3]
        if room > NO_ROOM + _unbroken(line.text) * LATIN or (_is_cell(above.text) and _is_cell(line.text)):
            parts.append([])
        parts[-1].append(line)
    return parts


def _is_cell(text: str) -> bool:
    """Tell whether a line is a day, a time or an amount: one of a column, in which nothing goes on in the next line."""
    return bool(_FIGURES.fullmatch(text)) and not (text.isdigit() and len(text) >= LONG)


def _unbroken(text: str) -> int:
    """Return how many characters at a line's beginning are a word or number that went down whole."""
    found = _WORD.match(text)
    return found.end() if found else 0
