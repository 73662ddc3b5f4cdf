"""What several events have in common, read from the vault. Knows nothing of widgets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence_app.domain.events import Event, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import InputProblem

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.domain.known import KnownValues

FEW = 200
"""Up to so many exhibits are read one by one, more of them with all the others of the dispute."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What things hold in one field: the value that all of them have, or that there are several."""

    value: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class Selected:
    """Several events, those among them that nobody has confirmed, and the exhibits that some are the documents of."""

    event_ids: tuple[str, ...] = ()
    suggested_ids: tuple[str, ...] = ()
    exhibit_ids: tuple[str, ...] = ()
    party: Shared = Shared()
    device: Shared = Shared()
    proves: Shared = Shared()
    offset: Shared = Shared()
    """Minutes east of UTC as text, empty where none is stated."""


def selected(events: Sequence[Event], exhibits: Sequence[Exhibit]) -> Selected:
    """Return what the events and their exhibits have in common."""
    readings = [event.time.reading for event in events]
    return Selected(
        tuple(event.id for event in events),
        tuple(event.id for event in events if event.status is EventStatus.SUGGESTED),
        tuple(exhibit.id for exhibit in exhibits),
        party=_shared(event.party for event in events),
        device=_shared(exhibit.device for exhibit in exhibits),
        proves=_shared(exhibit.proves for exhibit in exhibits),
        offset=_shared(
            "" if reading.offset_min is None else str(reading.offset_min) for reading in readings if reading
        ),
    )


def _shared(values: Iterable[str]) -> Shared:
    found = set(values)
    return Shared(several=True) if len(found) > 1 else Shared(next(iter(found), ""))


def read_selected(session: "Session", dispute_id: str, event_ids: Sequence[str]) -> "tuple[Selected, KnownValues]":
    """Return what the events have in common, and what is known of the dispute. Blocks."""
    from evidence_app.actions.exhibits import list_exhibits
    from evidence_app.actions.known import known_values
    from evidence_app.actions.timeline import events_among

    events = events_among(session, dispute_id, event_ids)
    own = dict.fromkeys(event.exhibit_ids[0] for event in events if event.kind is EventKind.DOCUMENT)
    if len(own) <= FEW:
        exhibits = [exhibit for each in own if (exhibit := _unless_gone(session, each))]
    else:
        exhibits = [exhibit for exhibit in list_exhibits(session, dispute_id) if exhibit.id in own]
    return selected(events, exhibits), known_values(session, dispute_id)


def _unless_gone(session: "Session", exhibit_id: str) -> Exhibit | None:
    from evidence_app.actions.exhibits import get_exhibit

    try:
        return get_exhibit(session, exhibit_id)
    except InputProblem:
        return None  # it was removed since it was selected
