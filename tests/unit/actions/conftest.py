"""What several tests of actions begin with."""

from datetime import date, datetime

import pytest

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose

AT = ClockReading(datetime.fromisoformat("2025-03-01T23:10:00"), Precision.SECOND, TimeSource.TYPED, 100)


@pytest.fixture
def night_call(session: Session, dispute: Dispute) -> Event:
    return record_event(
        session,
        dispute.id,
        NewEvent(
            kind=EventKind.CALL,
            time=choose([AT]),
            direction=Direction.IN,
            number="95500",
            agent_id="80231",
            duration_s=65,
            promise="三天内答复",
            promise_due=date(2025, 3, 4),
        ),
    )
