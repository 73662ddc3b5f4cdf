"""What can be done with a complaint recorded by mistake: it is moved to another body, or taken off the ladder."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from evidence_app.domain.workspace import Complaint
from ui.casework.item_sheet import BODY, REASON, ItemSheet
from ui.casework.section import Told
from ui.casework.stating import change_item
from ui.controls import Button

if TYPE_CHECKING:
    from ui.desk import Desk


class Misfiled(QObject):
    """Offers both on the card of a complaint; ``names`` are the ids of the bodies to choose among, by their names."""

    def __init__(self, card: Told, desk: "Desk", names: Mapping[str, str]) -> None:
        super().__init__(card)  # it ends with its card, in Qt's order and not whenever Python collects it
        self._card, self._desk, self._names = card, desk, names

    def verbs(self, complaint: Complaint) -> tuple[Button, Button]:
        """Return the two buttons for below a complaint."""
        move = Button(self.tr("Move to another body…"), "link")
        move.clicked.connect(lambda: self._move(complaint))
        remove = Button(self.tr("Remove this complaint…"), "link")
        remove.clicked.connect(lambda: self._remove(complaint))
        for button in (move, remove):
            button.setAccessibleName(f"{button.text()} {complaint.reference}")
        return move, remove

    def _move(self, complaint: Complaint) -> None:
        shown = {of: name for name, of in self._names.items()}.get(complaint.body, complaint.body)
        sheet = ItemSheet(
            self._card.window(), self.tr("With whom was it filed?"), self.tr("Save"), BODY, {"body": shown}
        )
        sheet.propose("body", ((name, name) for name in self._names))

        def keep(values: dict[str, Any]) -> None:
            body = self._names.get(values["body"], values["body"])
            change_item(self._desk, Complaint, complaint.id, {"body": body})

        sheet.wanted.connect(keep)
        sheet.present()

    def _remove(self, complaint: Complaint) -> None:
        sheet = ItemSheet(self._card.window(), self.tr("Remove this complaint"), self.tr("Remove"), REASON)
        sheet.say(self.tr("Why? It leaves the ladder and can be undone; the custody log keeps it with the reason."))

        def keep(values: dict[str, Any]) -> None:
            change_item(self._desk, Complaint, complaint.id, {"set_aside": values["reason"].strip()})

        sheet.wanted.connect(keep)
        sheet.present()
