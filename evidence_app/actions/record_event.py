"""Writing down what happened: calls, notes, payments, complaint steps."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from evidence_app.actions.session import Session
from evidence_app.domain.events import Direction, Event, EventKind, Outcome
from evidence_app.domain.fields import checked
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.domain.times import UNKNOWN_TIME, EventTime
from evidence_app.errors import InputProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """What a person types about an event; fields as in `Event`."""

    kind: EventKind
    time: EventTime = UNKNOWN_TIME
    direction: Direction = Direction.NONE
    party: str = ""
    number: str = ""
    agent_id: str = ""
    agent_name: str = ""
    text: str = ""
    amount: Decimal | None = None
    currency: str = DEFAULT_CURRENCY
    reference: str = ""
    duration_s: int | None = None
    outcome: Outcome = Outcome.NONE
    promise: str = ""
    promise_due: date | None = None
    body: str = ""
    exhibit_ids: tuple[str, ...] = ()


def record_event(session: Session, dispute_id: str, given: NewEvent) -> Event:
    """Add a typed event to a dispute. Raises InputProblem for values that a field cannot hold."""
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
        tx.record_event(event)
    return event
