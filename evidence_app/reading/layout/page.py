"""What a recogniser is given: the lines of one page of an exhibit and what is known around it. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind, ReadEvent
from evidence_app.reading.passages import Passage

END_OF_DAY = time(23, 59, 59)
"""Of when a picture was taken of which only the day is known: all that it shows happened by then."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known besides the page.

    ``home`` is a zone of the place whose calendar and currency are the dispute's. ``captured`` is the wall time at
    which the picture was taken, in the dispute's zone, from its name or metadata; None if nobody knows; ``made_by`` is
    the last moment at which it can have been: its file was changed or saved then.
    ``institutions`` are the names and aliases of the dispute's institution. ``loosely`` tells that ``captured`` is only
    a day that stands somewhere in the file's name (陈主管20261110.png), which may be that of something else.
    """

    home: ZoneInfo
    captured: datetime | None = None
    institutions: tuple[str, ...] = ()
    made_by: datetime | None = None
    loosely: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Lines are in reading order, from top to bottom, in pixels of the page."""

    lines: tuple[MachineLine, ...]
    width_px: int
    height_px: int
    around: Around
    page_index: int = 0


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a recogniser made of a page it understands. ``passages`` are what entities are looked for in.

    There is one passage for each event, in the same order, and then those that belong to none.
    """

    kind: PageKind
    events: tuple[ReadEvent, ...]
    passages: tuple[Passage, ...]
    party: str = ""
    captured_at: datetime | None = None


Recogniser = Callable[[Page], Recognised | None]
"""Returns None for a page it does not understand: its words are kept, no structure is invented."""
