"""What a machine found on one exhibit, put together for a person who looks it over. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from evidence_app.domain.events import Event, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, Place
from evidence_app.domain.suggestions import PageKind, Suggestion, SuggestionKind, SuggestionState
from evidence_app.domain.times import UNKNOWN_TIME, EventTime


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event that was read off the exhibit, where it stands there, and how sure the machine was, from 0 to 1."""

    event: Event
    place: Place
    confidence: float = 1.0

    @property
    def waits(self) -> bool:
        """Whether nobody has said yet that it is so."""
        return self.event.status is EventStatus.SUGGESTED


class Relation(Enum):
    """How two exhibits belong together.

    As `Seam` says of pictures of one thread, because they look the same, or because both show one call or message,
    which counts as the other one has it.
    """

    JOINED = "joined"
    GAP = "gap"
    APART = "apart"
    ALIKE = "alike"
    SAME_CALL = "same-call"
    SAME_MESSAGE = "same-message"


@dataclass(frozen=True, slots=True)
class Related:
    """Another exhibit by its number: the one before this one in its thread, or one that looks the same.

    ``in_common`` is how many events two joined ones both show.
    """

    relation: Relation
    number: int
    in_common: int = 0


@dataclass(frozen=True, slots=True)
class ExhibitReview:
    """All that was read off one exhibit; events and suggestions in the order in which they stand there.

    ``time`` is that of the picture itself, ``event_id`` the entry of the timeline that stands for it. ``naming`` are
    suggestions that give the institution a further name if they are accepted.
    """

    exhibit: Exhibit
    lines: tuple[MachineLine, ...] = ()
    kind: PageKind = PageKind.TEXT
    party: str = ""
    events: tuple[PlacedEvent, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    event_id: str = ""
    time: EventTime = UNKNOWN_TIME
    naming: frozenset[str] = frozenset()

    @property
    def waiting(self) -> int:
        """How many things wait for a person."""
        return len(waiting_ids(self))

    @property
    def was_imported(self) -> bool:
        """Whether it is an export: what was found stands in its messages, which nobody had to read off anything."""
        return bool(self.suggestions) and not any(each.place.is_seen for each in self.suggestions)

    @property
    def has_findings(self) -> bool:
        """Whether there is anything to accept or dismiss, decided or not."""
        return bool(self.events or self.suggestions)


def in_reading_order(events: Iterable[PlacedEvent]) -> tuple[PlacedEvent, ...]:
    """Return events by page and from top to bottom."""
    return tuple(sorted(events, key=lambda each: (each.place.page_index, each.place.region[1], each.event.ordinal)))


def waiting_kinds(review: ExhibitReview) -> list[tuple[EventKind | SuggestionKind, str]]:
    """Return the kind and the id of all that nobody has decided on."""
    events = [(each.event.kind, each.event.id) for each in review.events if each.waits]
    waiting = (each for each in review.suggestions if each.state is SuggestionState.WAITING)
    return [*events, *((each.kind, each.id) for each in waiting)]


def waiting_ids(review: ExhibitReview) -> set[str]:
    """Return the ids of the events and suggestions that nobody has decided on."""
    return {each_id for _, each_id in waiting_kinds(review)}
