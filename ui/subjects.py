"""What the window can change and show: a dispute, an exhibit, an event."""

from dataclasses import dataclass
from enum import Enum

from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.suggestions import Suggestion


class Subject(Enum):
    """What an edit changes.

    A suggestion is anything that a machine read, an event too; an item is what a person works out beside the evidence.
    """

    DISPUTE = "dispute"
    EXHIBIT = "exhibit"
    EVENT = "event"
    SUGGESTION = "suggestion"
    ITEM = "item"


@dataclass(frozen=True)
class SameRecord:
    """Another record of the same payment, call or message, and the exhibit that shows it, None if none does."""

    event: Event
    exhibit_number: int | None = None


@dataclass(frozen=True)
class Detail:
    """Everything that is known about one event."""

    event: Event
    exhibits: tuple[Exhibit, ...]
    same: SameRecord | None = None
    tags: tuple[str, ...] = ()
    """What a person marked it as."""
    contact: str = ""
    """Whose number it is by the contacts among the exhibits."""
    waiting: tuple[Suggestion, ...] = ()
    """What its words suggest, if it was imported, and nobody decided on."""
