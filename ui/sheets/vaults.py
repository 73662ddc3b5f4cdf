"""Questions about whole vaults: risky places, erasing, unfinished imports."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from evidence_app.errors import EnvironmentProblem
from ui.controls import PlainLabel
from ui.messages import message
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe

if TYPE_CHECKING:
    from evidence_app.actions.interrupted import InterruptedImport

MOST_NAMES = 8  # of files; how many more there are is said


class RiskySheet(Sheet):
    """The chosen folder endangers a vault; the person may use it nevertheless."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None, folder: str, warnings: Sequence[str]) -> None:
        super().__init__(parent)
        self.entitle(self.tr("This folder is risky for a vault"), self.tr("Use it nevertheless"))
        self.explain("vault")
        self.add(PlainLabel(safe(folder), "caption", "muted", wrap=True))
        for code in warnings:
            about = message(EnvironmentProblem(code, folder=folder))
            self.add(PlainLabel(about.what, wrap=True))
            self.say(about.do)

    def submit(self) -> None:
        """Go on."""
        self.wanted.emit()
        self.accept()


class EraseSheet(Sheet):
    """Erasing takes everything with it: only after a tick."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None, folder: str) -> None:
        super().__init__(parent, look="danger")
        self.entitle(self.tr("Erase this vault from this computer"), self.tr("Erase everything"))
        self.add(PlainLabel(safe(folder), "emphasis", wrap=True))
        self.say(
            self.tr(
                "All originals, everything written about them and the custody log are deleted from this computer. "
                "This cannot be undone. Backups in other places stay, and so do exported dossiers and the files "
                "that were added, where they came from."
            )
        )
        self.sure = QCheckBox(self.tr("I have a backup, or I do not need the evidence any more"))
        self.add(self.sure)
        self.primary.setDefault(False)
        self.primary.setAutoDefault(False)
        self.primary.setEnabled(False)
        self.sure.toggled.connect(self.primary.setEnabled)

    def submit(self) -> None:
        """Hand over."""
        if self.sure.isChecked():
            self.wanted.emit()
            self.accept()


class UnfinishedSheet(Sheet):
    """Imports that ended in the middle: go on with them, or leave it at what was saved."""

    resume_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None, unfinished: "Sequence[InterruptedImport]") -> None:
        super().__init__(parent)
        self.entitle(self.tr("An import was not finished"), self.tr("Go on with it"))
        self.cancel.setText(self.tr("Leave it"))
        self.say(
            self.tr(
                "The program ended while evidence was being added. What was saved is safe. "
                "Going on adds the rest; nothing is added twice."
            )
        )
        names = [safe(path.name) for earlier in unfinished for path in earlier.paths]
        shown = names[:MOST_NAMES]
        if len(names) > MOST_NAMES:
            shown.append(self.tr("and %n more", "", len(names) - MOST_NAMES))
        self.add(PlainLabel("\n".join(shown), wrap=True))

    def submit(self) -> None:
        """Go on."""
        self.resume_wanted.emit()
        self.accept()

    def reject(self) -> None:
        """Leave it at what was saved."""
        self.forget_wanted.emit()
        super().reject()
