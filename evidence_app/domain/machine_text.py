"""What a machine read off an exhibit: lines of text, each with its place. A hint for people, never a fact."""

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


@dataclass(frozen=True, slots=True)
class MachineLine:
    """One line as the machine read it, and how sure it was, from 0 to 1.

    ``ground`` is the colour it stands on and ``ink`` its own; ``panel`` is the evenly coloured area around it (a
    bubble, a card, a bar, the page itself), in the same pixels as ``region``. None where nobody looked.
    """

    text: str
    region: Region
    confidence: float
    page_index: int = 0
    ground: Colour | None = None
    ink: Colour | None = None
    panel: Region | None = None


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
        return "\n".join(line.text for line in self.lines)
