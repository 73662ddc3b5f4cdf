"""Writing down what happened: calls, notes, payments, complaint steps."""

from dataclasses import dataclass, fields

from evidence_app.actions.session import Session
from evidence_app.domain.events import Event, EventFacts, EventKind
from evidence_app.domain.fields import checked
from evidence_app.domain.identifiers import new_id
from evidence_app.errors import InputProblem

NewEvent = EventFacts
"""What a person types about an event."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A typed event and the number of its custody entry, which `take_back` undoes."""

    event: Event
    seq: int


def record_event(session: Session, dispute_id: str, given: NewEvent) -> Event:
    """Add a typed event to a dispute. Raises InputProblem for values that a field cannot hold."""
    return record(session, dispute_id, given).event


def record(session: Session, dispute_id: str, given: NewEvent) -> Recorded:
    """Add a typed event as `record_event` does, and tell which custody entry says so."""
    if given.kind is EventKind.DOCUMENT:
        raise InputProblem("event-belongs-to-exhibit")
    values = {field.name: checked(Event, field.name, getattr(given, field.name)) for field in fields(given)}
    with session.vault.change() as tx:
        event = Event(
            id=new_id(),
            dispute_id=tx.dispute(dispute_id).id,
            ordinal=tx.next_ordinal(dispute_id),
            **values,  # type: ignore[arg-type]  # checked() gave each field its type
        )
        return Recorded(event, tx.record_event(event))
