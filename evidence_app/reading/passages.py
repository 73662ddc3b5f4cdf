"""Lines that belong together, joined to one text that still knows where each of its characters was read. Pure."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import east_asian_width

from evidence_app.domain.machine_text import MachineLine, Place, Region

BEGINS_WITH_DAY = re.compile(
    r"(?:19|20)\d\d(?P<mark>[-/.])(?:0?[1-9]|1[0-2])(?P=mark)(?:0?[1-9]|[12]\d|3[01])"
    r"(?:(?!\d)|(?=\d{1,2}[:：]\d\d))"
)
"""``2026/08/20``, ``2026/08/2014:32``: a whole day, which continues no number."""


class Speaker(StrEnum):
    """Who says a passage, seen from the complainant."""

    INSTITUTION = "institution"
    COMPLAINANT = "complainant"
    SOMEBODY = "somebody"
    """One of several people on the other side of whom nobody knows who is the institution's, or somebody's own kin."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Passage:
    """``starts`` are the indexes in ``text`` at which its lines begin, the first one 0; never without a line."""

    text: str
    lines: tuple[MachineLine, ...]
    starts: tuple[int, ...]
    speaker: Speaker = Speaker.UNKNOWN

    def place_of(self, start: int, end: int) -> Place:
        """Return where ``text[start:end]`` stands: along a line by how wide its characters are, over lines whole."""
        first, last = self._line_at(start), self._line_at(max(start, end - 1))
        pieces = [self._piece(index, start, end) for index in range(first, last + 1)]
        return Place(around(pieces), self.lines[first].page_index)

    def confidence_of(self, start: int, end: int) -> float:
        """Return how sure the machine was of the least sure line of ``text[start:end]``."""
        first, last = self._line_at(start), self._line_at(max(start, end - 1))
        return min(line.confidence for line in self.lines[first : last + 1])

    def _line_at(self, index: int) -> int:
        return bisect_right(self.starts, index) - 1

    def _piece(self, index: int, start: int, end: int) -> Region:
        line, begins = self.lines[index], self.starts[index]
        left, top, width, height = line.region
        first = min(max(0, start - begins), max(0, len(line.text) - 1))
        before, inside = _extent(line.text[:first]), _extent(line.text[first : max(first + 1, end - begins)])
        length = max(1, _extent(line.text))
        return left + width * before // length, top, max(1, width * inside // length), height


def joined(
    lines: Sequence[MachineLine], speaker: Speaker = Speaker.UNKNOWN, new_lines: Collection[int] = ()
) -> Passage:
    """Return lines as one text: without anything between them, but a space where two Latin words would run together.

    Bubbles break numbers and words anywhere, so nothing may be put between two digits, unless the second line begins
    with a whole day: it ends whatever stood before. The lines of the indexes ``new_lines`` were no part of those
    before them.
    """
    text, starts = "", []
    for index, line in enumerate(lines):
        if index in new_lines:
            text += "\n"
        elif text and (_is_latin(text[-1]) and _is_latin(line.text[:1]) or _is_day_behind(text[-1], line.text)):
            text += " "
        starts.append(len(text))
        text += line.text
    return Passage(text, tuple(lines), tuple(starts), speaker)


def _extent(text: str) -> int:
    """Return how wide a text is, in halves of a Chinese character."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def _is_day_behind(char: str, words: str) -> bool:
    """Tell whether a line begins with a whole day, of the one before which a letter or digit is the last."""
    return char.isascii() and char.isalnum() and BEGINS_WITH_DAY.match(words) is not None


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def around(regions: Sequence[Region]) -> Region:
    """Return the smallest region that holds all of them."""
    left, top = min(region[0] for region in regions), min(region[1] for region in regions)
    right = max(region[0] + region[2] for region in regions)
    bottom = max(region[1] + region[3] for region in regions)
    return left, top, right - left, bottom - top
