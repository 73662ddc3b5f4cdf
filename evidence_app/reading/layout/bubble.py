"""One bubble, and what all that looks at bubbles needs of them. Pure."""

from dataclasses import dataclass

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.reading.layout.boxes import centre

ALIGNED = 0.45
"""Lines' heights by which the edges of what is aligned differ at the most."""

EVEN = 3
"""Of 255: how far colours that are meant to be the same lie apart on a screenshot; on a photograph further."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """What one side said at once. ``panelled`` tells whether its area was seen, or guessed from how its lines stand.

    ``outgoing`` tells the side; ``sure`` whether place or colour say so clearly. ``quoted`` are lines of another
    message that it answers.
    """

    region: Region
    lines: tuple[MachineLine, ...]
    outgoing: bool = False
    sure: bool = False
    panelled: bool = True
    quoted: tuple[MachineLine, ...] = ()

    @property
    def ground(self) -> Colour | None:
        """The colour of its area."""
        return self.lines[0].ground


def off_centre(region: Region, paper: Region) -> float:
    """Return how far right of the page's middle a region's middle is, in parts of the page's width."""
    return (centre(region)[0] - centre(paper)[0]) / paper[2]
