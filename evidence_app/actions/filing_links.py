"""Which entry of the timeline shows a filing: the one that bears its number."""

from dataclasses import dataclass, replace

from evidence_app.actions.session import Session
from evidence_app.actions.workspace import workspace
from evidence_app.domain.workspace import Complaint
from evidence_app.rules.complaint_numbers import events_with


@dataclass(frozen=True, slots=True)
class Linked:
    """A complaint with the entry that shows it, and how many confirmed entries bear its number: one makes a link."""

    complaint: Complaint
    count: int = 0

    @property
    def event_id(self) -> str:
        """The entry that was linked just now; empty for none."""
        return self.complaint.event_id if self.count == 1 else ""


def linked(session: Session, filing: Complaint) -> Linked:
    """Return a complaint linked with the one confirmed entry that bears its number; where several do, with none.

    A complaint that has its entry, or no number, stays as it is. Raises InputProblem("dispute-unknown").
    """
    if filing.event_id or not filing.reference:
        return Linked(filing)
    events = events_with(filing.reference, workspace(session, filing.dispute_id).happenings)
    return Linked(replace(filing, event_id=events[0]) if len(events) == 1 else filing, len(events))
