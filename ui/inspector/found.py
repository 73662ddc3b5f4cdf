"""Marks the words of the search on the exhibit that a viewer shows, where a machine read them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_app.domain.finding import words_of
from evidence_app.domain.machine_text import Place
from ui.desk import Desk

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.viewer.viewer import ExhibitViewer


class FoundOnExhibit(QObject):
    """Follows the text of the search and the exhibit of one viewer."""

    def __init__(self, desk: Desk, viewer: "ExhibitViewer", text: str = "") -> None:
        super().__init__(viewer)
        self._desk, self._viewer, self._text = desk, viewer, text
        self._asked = ("", "")

    def seek(self, text: str) -> None:
        """Mark other words; none for an empty text."""
        self._text = text
        self.follow()

    def follow(self) -> None:
        """Mark the words on what the viewer shows now."""
        exhibit = self._viewer.exhibit
        asked = (exhibit.id if exhibit is not None else "", self._text)
        if asked == self._asked:
            return
        self._asked = asked
        if exhibit is None or not words_of(self._text):
            self._viewer.show_found(())
            return
        read = partial(_places, exhibit_id=exhibit.id, text=self._text)
        self._desk.read(read, lambda places: self._take(asked, places), self)

    def _take(self, asked: tuple[str, str], places: Sequence[Place]) -> None:
        if asked == self._asked:
            self._viewer.show_found(places)


def _places(session: "Session", *, exhibit_id: str, text: str) -> list[Place]:
    from evidence_app.actions.search import places_found

    return places_found(session, exhibit_id, text)
