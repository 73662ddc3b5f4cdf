"""The exhibits that an event can be tied to, as one sees them in a list: number, name, picture, time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.domain.exhibits import Exhibit
from ui.timeline.words import safe

NEAR = timedelta(days=1)
"""How far an exhibit's time may be from an event's to be suggested for it."""


@dataclass(frozen=True)
class ExhibitLine:
    """One exhibit; ``event_id`` is its own entry in the timeline, ``at`` that one's time (aware), None if unknown."""

    exhibit_id: str
    number: int
    label: str
    sha256: str = ""
    media_kind: str = ""
    at: datetime | None = None
    event_id: str = ""

    def words(self) -> str:
        """Return ``Exhibit 3 · name``."""
        text = QCoreApplication.translate("Timeline", "Exhibit %1").replace("%1", str(self.number))
        return f"{text} · {safe(self.label)}"


def lines_of(entries: Iterable[TimelineEntry]) -> list[ExhibitLine]:
    """Return the exhibits of a timeline by number."""
    lines = [
        ExhibitLine(
            entry.exhibit_id,
            entry.exhibit_number,
            entry.exhibit_label,
            entry.sha256,
            entry.media_kind,
            entry.at,
            entry.event_id,
        )
        for entry in entries
        if entry.kind is EventKind.DOCUMENT and entry.exhibit_id
    ]
    return sorted(lines, key=lambda line: line.number)


def line_of(exhibit: Exhibit) -> ExhibitLine:
    """Return an exhibit without its time."""
    original = exhibit.original
    return ExhibitLine(exhibit.id, exhibit.number, exhibit.label, original.sha256, original.media.kind.value)


def suggested(lines: Iterable[ExhibitLine], at: datetime | None) -> list[ExhibitLine]:
    """Return the exhibits whose time is near an event's, the nearest first; none for an unknown time."""
    if at is None:
        return []
    distances = ((abs(line.at - at), line.number, line) for line in lines if line.at is not None)
    near = sorted((distance, number, line.exhibit_id, line) for distance, number, line in distances if distance <= NEAR)
    return [line for *_, line in near]
