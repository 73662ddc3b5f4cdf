"""Making the sample dispute, by the same doors a person would use."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session
from evidence_app.actions.workspace import CONTRADICTS, add
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.workspace import Channel, Complaint, EventMark, Item
from evidence_app.phrases import Language
from evidence_app.progress import Progress
from evidence_app.sample.files import draw_files
from evidence_app.sample.story import SampleEvent, SampleStory, story


def make_sample_dispute(session: Session, language: Language, progress: Progress) -> Dispute:
    """Add the sample dispute, drawn anew, with its typed events and captions in ``language``. Takes some seconds."""
    told = story(language)
    dispute = new_dispute(session, NewDispute(**_values(told, NewDispute)))
    with tempfile.TemporaryDirectory(prefix="juzheng-") as folder:
        paths = draw_files(Path(folder), progress)
        add_evidence(session, dispute.id, [FileSource(path) for path in paths], progress, lambda item: None)
    by_name = {exhibit.name: exhibit.id for exhibit in list_exhibits(session, dispute.id)}
    for caption in told.exhibits:
        changes = {field.name: getattr(caption, field.name) for field in fields(caption) if field.name != "name"}
        edit_exhibit(session, by_name[caption.name], {name: text for name, text in changes.items() if text})
    recorded = {event.key: record_event(session, dispute.id, _typed(event, by_name)) for event in told.events}
    for item in _stated(told, dispute.id, {key: event.id for key, event in recorded.items()}):
        add(session, item)
    return dispute


def _stated(told: SampleStory, dispute_id: str, event_ids: Mapping[str, str]) -> Iterator[Item]:
    """Yield what the person states beside the events."""
    for channel in told.channels:
        yield Channel(id="", dispute_id=dispute_id, **_values(channel, Channel))
    events = {event.key: event for event in told.events}
    for filing in told.filings:
        event = events[filing.key]
        reading = event.time.reading
        yield Complaint(
            id="",
            dispute_id=dispute_id,
            filed_on=reading.wall.date() if reading and reading.wall else None,
            reference=event.reference,
            event_id=event_ids[filing.key],
            **_values(filing, Complaint),
        )
    for key in told.contradicting:
        yield EventMark(id="", dispute_id=dispute_id, event_id=event_ids[key], tags=(CONTRADICTS,))


def _values(source: object, target: type) -> dict[str, Any]:
    """Return the fields that two dataclasses share."""
    return {field.name: getattr(source, field.name) for field in fields(target) if hasattr(source, field.name)}


def _typed(event: SampleEvent, by_name: dict[str, str]) -> NewEvent:
    values = _values(event, NewEvent)
    return NewEvent(**values, exhibit_ids=tuple(by_name[name] for name in event.files))
