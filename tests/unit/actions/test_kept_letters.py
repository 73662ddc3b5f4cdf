"""A kept letter and what changed since."""

from datetime import date

from evidence_app.actions.kept_letters import Since, changed_since_kept
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.workspace import add, change
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.domain.workspace import Complaint, Letter


def test_of_a_kept_letter_is_known_what_changed_since_it_was_written_on(session: Session, dispute: Dispute) -> None:
    """A draft said that no answer is recorded, and nothing beside it that one came since."""
    early = record_event(session, dispute.id, NewEvent(kind=EventKind.CALL)).id
    filed = Complaint(id="", dispute_id=dispute.id, body="cn-institution", filed_on=date(2025, 3, 1))
    filed_id = add(session, filed).item.id
    letter_id = add(session, Letter(id="", dispute_id=dispute.id, template="complaint", text="x")).item.id
    assert changed_since_kept(session, dispute.id) == {letter_id: frozenset()}
    change(session, filed_id, {"replied_on": date(2025, 3, 9)})
    record_event(session, dispute.id, NewEvent(kind=EventKind.CALL))
    set_aside(session, "event", [early], "错了")
    every = frozenset({Since.FILINGS, Since.ENTRIES, Since.REMOVED})
    assert changed_since_kept(session, dispute.id) == {letter_id: every}
    change(session, letter_id, {"text": "y"})
    assert changed_since_kept(session, dispute.id) == {letter_id: frozenset()}
