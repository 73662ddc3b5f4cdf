"""What a machine might have read off pictures, without reading anything."""

import io
from concurrent.futures import Future
from datetime import datetime

from PIL import Image

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent, Suggested, SuggestionKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.progress import Silent
from evidence_app.reading.readers import Readers, StripText


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


MESSAGES = 40
"""In the chat that every picture is said to show."""

LINE = MachineLine("工号80231", (40, 0, 300, 40), 0.98, ground=(255, 255, 255), ink=(0, 0, 0))


class Recogniser(Readers):
    """Finds the same line in every strip, at once."""

    engine_name = "stand-in 1"

    def read(self, pixels: bytes, width_px: int, height_px: int, name: str) -> "Future[StripText]":
        """Return the line, whatever the pixels."""
        future: Future[StripText] = Future()
        future.set_result(StripText(self.engine_name, (LINE,)))
        return future


def a_chat() -> Findings:
    """Return what is made of every picture."""
    events = tuple(message(f"第{index}条", index * 100, minute=index) for index in range(MESSAGES))
    agent = Suggested(SuggestionKind.AGENT_ID, "80231", "工号80231", Place((40, 0, 300, 40)), 0.9, None, MESSAGES - 1)
    return Findings(kind=PageKind.TEXT, events=events, suggestions=(agent,))


def keep_chat(session: Session, exhibit: Exhibit) -> None:
    """Keep the chat as read off an exhibit."""
    text = MachineText(exhibit.id, Recogniser.engine_name, (LINE,), 1, session.now())
    with session.vault.change() as tx:
        tx.keep_reading(text, a_chat())


def add_screenshots(session: Session, dispute: Dispute, count: int) -> list[Exhibit]:
    """Add pictures that can be decoded."""
    for each in range(count):
        file = io.BytesIO()
        Image.new("RGB", (60, 120 + each), "#dceeec").save(file, "PNG")
        source = DataSource(f"Screenshot_20250222_08{10 + each}03.png", file.getvalue())
        add_evidence(session, dispute.id, [source], Silent(), lambda item: None)
    return list_exhibits(session, dispute.id)
