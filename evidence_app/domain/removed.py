"""The removed items: what was set aside with a reason, and can be put back until the tray is emptied."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from evidence_app.domain.events import EventKind

SubjectKind = Literal["dispute", "exhibit", "event"]
"""What can be set aside, in the words of the custody log."""


@dataclass(frozen=True, slots=True)
class TrayItem:
    """One removed item, as a list shows it.

    ``label`` is its title, file name or first words, empty for an event that says nothing. ``number`` is an exhibit's,
    0 for anything else; so is ``sha256``, for its thumbnail. ``at`` is when it was set aside.
    """

    kind: SubjectKind
    id: str
    dispute_id: str
    label: str
    number: int
    reason: str
    at: datetime
    event_kind: EventKind | None = None
    sha256: str = ""
