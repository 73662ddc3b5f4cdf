"""What was said and promised in a dispute, for tests."""

from datetime import date, datetime

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import Item


def at(words: str) -> ClockReading:
    return ClockReading(datetime.fromisoformat(words), Precision.SECOND, TimeSource.TYPED, 100)


def kept(session: Session, dispute: Dispute) -> list[Item]:
    with session.vault.read() as catalog:
        return catalog.kept_items(dispute.id)


def promise_in(session: Session, dispute: Dispute, clock: str, due: date, exhibit_ids: tuple[str, ...] = ()) -> Event:
    """Record what one institution says again and again."""
    facts = {"party": dispute.institution, "promise": "三天内答复", "promise_due": due, "exhibit_ids": exhibit_ids}
    said = NewEvent(kind=EventKind.MESSAGE, time=choose([at(clock)]), direction=Direction.IN, **facts)  # type: ignore[arg-type]
    return record_event(session, dispute.id, said)
