"""What a machine might have read off pictures, without reading anything."""

from datetime import datetime

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import Place
from evidence_app.domain.suggestions import ReadEvent
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.progress import Silent


def add_pictures(session: Session, dispute: Dispute, count: int) -> list[Exhibit]:
    """Add files that are named like screenshots, a minute apart."""
    sources = [
        DataSource(f"Screenshot_20250222_08{10 + each}03.txt", f"picture {each}".encode()) for each in range(count)
    ]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    return list_exhibits(session, dispute.id)


def message(text: str, top: int, minute: int = 0) -> ReadEvent:
    """A message as a recogniser reads it, at some minute after eight."""
    wall = datetime(2025, 2, 22, 8, minute)
    time = choose([ClockReading(wall, Precision.MINUTE, TimeSource.SCREEN, 80, words=f"08:{minute:02}")])
    facts = EventFacts(
        kind=EventKind.MESSAGE, time=time, direction=Direction.IN, text=text, status=EventStatus.SUGGESTED
    )
    return ReadEvent(facts, Place((40, top, 600, 90)), 0.957)
