"""Finds out since when the dispute on the screen is one where nobody said it, for the line below its title."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from evidence_app.domain.disputes import Basis, DisputeStatus
from evidence_app.domain.events import EventKind, EventStatus
from ui.desk import Desk
from ui.tasks import Lane

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

ENDED = frozenset({DisputeStatus.RESOLVED, DisputeStatus.CLOSED})


class SinceWhen(QObject):
    """``known`` has a dispute and its day, None where nothing tells."""

    known = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looked_at: object = None

    def look(self) -> None:
        """Look once for each state of the timeline, behind all that somebody waits for."""
        dispute, outline = self._desk.dispute, self._desk.outline
        if dispute is None or dispute.disputed_since is not None or dispute.status in ENDED:
            return
        tells = any(
            each.kind is not EventKind.DOCUMENT and each.status is EventStatus.ACCEPTED for each in outline.samples
        )
        if outline is self._looked_at or not tells:
            return
        self._looked_at = outline
        dispute_id = dispute.id
        self._desk.read(
            lambda session: _since(session, dispute_id),
            lambda day: self.known.emit(dispute_id, day),
            self,
            lane=Lane.JOINING,
        )


def _since(session: "Session", dispute_id: str) -> date | None:
    from evidence_app.actions.since import began

    found = began(session, dispute_id)
    return found.day if found is not None and found.basis is not Basis.FIRST else None
