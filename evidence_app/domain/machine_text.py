"""What a machine read off an exhibit: lines of text, each with its place. A hint for people, never a fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

Region = tuple[int, int, int, int]
"""Left, top, width, height in pixels of the upright original; of a PDF's page at 144 dpi."""

Colour = tuple[int, int, int]
"""Red, green, blue, each 0 to 255."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on an exhibit something stands. ``page_index`` counts from 0."""

    region: Region
    page_index: int = 0

    @property
    def is_seen(self) -> bool:
        """Whether it can be pointed at in a picture; what stands in an imported message cannot."""
        return self.region != NO_REGION


NO_REGION: Region = (0, 0, 0, 0)
UNSEEN = Place(NO_REGION)
"""Where something stands that was imported as text: its event says in which record."""


@dataclass(frozen=True, slots=True)
class MachineLine:
    """One line as the machine read it, and how sure it was, from 0 to 1.

    ``ground`` is the colour it stands on and ``ink`` its own; ``panel`` is the evenly coloured area around it (a
    bubble, a card, a bar, the page itself), in the same pixels as ``region``. None where nobody looked.
    ``slope`` is by how many rows it falls in a thousand columns, 0 on all but photographs that are tilted.
    ``corrected`` is how a person reads it, empty where nobody said; ``text`` stays the machine's.
    """

    text: str
    region: Region
    confidence: float
    page_index: int = 0
    ground: Colour | None = None
    ink: Colour | None = None
    panel: Region | None = None
    corrected: str = ""
    slope: int = 0

    @property
    def words(self) -> str:
        """What stands there as far as anybody knows: a person's reading, else the machine's."""
        return self.corrected or self.text


@dataclass(frozen=True, slots=True)
class MachineText:
    """All that one reading of an exhibit gave; ``engine`` is what read it, with its version.

    ``page_count`` is how many pages were read. ``seq`` is the entry of the custody log that says so.
    """

    exhibit_id: str
    engine: str
    lines: tuple[MachineLine, ...]
    page_count: int
    read_at: datetime
    seq: int = 0

    @property
    def text(self) -> str:
        """The lines one below the other."""
        return "\n".join(line.words for line in self.lines)


SAME_PLACE = 0.5
"""Share of the smaller of two regions that both have, from which on two readings mean the same."""


def is_same_place(one: Place, other: Place) -> bool:
    """Tell whether two readings of one exhibit mean the same place on it."""
    if one.page_index != other.page_index:
        return False
    (left, top, width, height), (other_left, other_top, other_width, other_height) = one.region, other.region
    wide = min(left + width, other_left + other_width) - max(left, other_left)
    high = min(top + height, other_top + other_height) - max(top, other_top)
    smaller = min(width * height, other_width * other_height)
    return wide > 0 and high > 0 and wide * high >= SAME_PLACE * smaller


def carried_corrections(before: Sequence[MachineLine], lines: Sequence[MachineLine]) -> dict[int, str]:
    """Return the corrections of an earlier reading that a later one needs too, by the indexes of its lines."""
    found: dict[int, str] = {}
    for old in before:
        if old.corrected:
            place = Place(old.region, old.page_index)
            same = (i for i, line in enumerate(lines) if is_same_place(place, Place(line.region, line.page_index)))
            index = next(same, None)
            if index is not None and lines[index].text != old.corrected:
                found[index] = old.corrected
    return found
