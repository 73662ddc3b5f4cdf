"""Removing something for good: what is lost, what stays, and the reason that is recorded."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.errors import InputProblem
from ui.controls import PlainLabel
from ui.editors import LinesEditor
from ui.sheets.sheet import Sheet
from ui.subjects import Subject
from ui.timeline.words import safe


class RemovalSheet(Sheet):
    """Asks for the reason. ``wanted`` carries it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None, subject: Subject, name: str) -> None:
        super().__init__(parent, look="danger")
        self.entitle(self._question(subject), self.tr("Remove for good"))
        self.primary.setDefault(False)
        self.primary.setAutoDefault(False)
        self.add(PlainLabel(safe(name), "emphasis", wrap=True))
        self.say(self._consequence(subject))
        caption = self.tr("Reason (stays in the custody log and may be printed in dossiers)")
        self.add(PlainLabel(caption, "caption", "muted", wrap=True))
        self.reason = LinesEditor(2)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.add(self.reason)
        self.reason.textChanged.connect(self._allow)
        self._allow()

    def _question(self, subject: Subject) -> str:
        return {
            Subject.DISPUTE: self.tr("Remove the dispute"),
            Subject.EXHIBIT: self.tr("Remove the exhibit"),
            Subject.EVENT: self.tr("Remove the entry"),
        }[subject]

    def _consequence(self, subject: Subject) -> str:
        return {
            Subject.DISPUTE: self.tr(
                "All its originals and everything written about them are erased from the vault. "
                "That it was removed, and why, stays in the custody log."
            ),
            Subject.EXHIBIT: self.tr(
                "The original and everything written about it are erased from the vault. "
                "Its number, its SHA-256 and the reason stay in the custody log."
            ),
            Subject.EVENT: self.tr("What was typed is erased. That it was removed, and why, stays in the custody log."),
        }[subject]

    def submit(self) -> None:
        """Hand over the reason."""
        reason = str(self.reason.value())
        if not reason:
            raise InputProblem("reason-missing")
        self.wanted.emit(reason)
        self.accept()

    def _allow(self) -> None:
        self.primary.setEnabled(bool(self.reason.toPlainText().strip()))
