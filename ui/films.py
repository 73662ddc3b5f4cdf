"""Has pages taken out of recordings of screens once they were added, as exhibits that are read like screenshots."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.importing import Importing

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.domain.exhibits import Exhibit


class Films(QObject):
    """Looks for them after every import, and tries each of them once."""

    def __init__(self, desk: Desk, importing: Importing, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._importing = desk, importing
        self._tried: set[str] = set()
        importing.finished.connect(self._look)
        desk.closed.connect(self._tried.clear)

    def _look(self) -> None:
        dispute_id = self._desk.dispute_id
        if dispute_id and not self._desk.read_only:
            self._desk.read(lambda session: _waiting(session, dispute_id), self._take, self)

    def _take(self, films: "list[Exhibit]") -> None:
        for film in films:
            if film.id not in self._tried:
                self._tried.add(film.id)
                self._importing.take_pictures(film.dispute_id, film.id)


def _waiting(session: "Session", dispute_id: str) -> "list[Exhibit]":
    from evidence_app.actions.key_frames import waiting_films

    return waiting_films(session, dispute_id)
