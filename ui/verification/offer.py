"""A dossier, a bag or a vault arrives: check it, or add it as evidence? One calm question, nothing happens before."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.verification import CheckedKind
from ui.controls import Button
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe


class OfferSheet(Sheet):
    """``check_wanted`` and ``add_wanted`` are the answers."""

    check_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None, path: Path, kind: CheckedKind, dispute_title: str) -> None:
        """``dispute_title`` names where it would be added, empty where nothing can be added."""
        super().__init__(parent)
        self.entitle(self._question(kind).replace("%1", safe(path.name)), self.tr("Check it"))
        self.explain("verify")
        self.say(
            self.tr(
                "Checking reads it and says whether it is unchanged and since when that is witnessed. "
                "It changes nothing and adds nothing."
            )
        )
        self.add_button = Button(self.tr("Add it as evidence"), "outline")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        if dispute_title:
            self.say(self.tr("Or add it as evidence to “%1”, as any other file.").replace("%1", safe(dispute_title)))
            self.verbs.insertWidget(self.verbs.indexOf(self.primary), self.add_button)

    def submit(self) -> None:
        """Check it."""
        self.accept()
        self.check_wanted.emit()

    def _add(self) -> None:
        self.accept()
        self.add_wanted.emit()

    def _question(self, kind: CheckedKind) -> str:
        return {
            CheckedKind.DOSSIER: self.tr("“%1” looks like a dossier"),
            CheckedKind.BAG: self.tr("“%1” looks like a bag with a dossier"),
            CheckedKind.VAULT: self.tr("“%1” is a vault"),
        }[kind]
