"""A timeline that was read before is read again only when something changed."""

from evidence_app.actions.exhibits import custody_history
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import timeline, timeline_since
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind


def test_a_timeline_whose_log_did_not_grow_is_not_read_again(session: Session, dispute: Dispute) -> None:
    length, entries = timeline_since(session, dispute.id, None)
    assert (length, entries) == (len(custody_history(session, dispute.id)), [])
    assert timeline_since(session, dispute.id, length) == (length, None)


def test_a_timeline_whose_log_grew_is_read_again(session: Session, dispute: Dispute) -> None:
    length, _ = timeline_since(session, dispute.id, None)
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, text="a"))
    assert timeline_since(session, dispute.id, length) == (length + 1, timeline(session, dispute.id))
