"""Removing something for good: what is lost, what stays, and the reason that is recorded."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.errors import InputProblem
from ui.controls import PlainLabel
from ui.editors import LinesEditor
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe


class RemovalSheet(Sheet):
    """Asks for the reason. ``wanted`` carries it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None, title: str, consequence: str, name: str) -> None:
        super().__init__(parent, look="danger")
        self.entitle(title, self.tr("Remove for good"))
        self.primary.setDefault(False)
        self.primary.setAutoDefault(False)
        self.add(PlainLabel(safe(name), "emphasis", wrap=True))
        self.say(consequence)
        self.add(PlainLabel(self.tr("Reason (kept in the custody log)"), "caption", "muted"))
        self.reason = LinesEditor(2)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.add(self.reason)
        self.reason.textChanged.connect(self._allow)
        self._allow()

    def submit(self) -> None:
        """Hand over the reason."""
        reason = str(self.reason.value())
        if not reason:
            raise InputProblem("reason-missing")
        self.wanted.emit(reason)
        self.accept()

    def _allow(self) -> None:
        self.primary.setEnabled(bool(self.reason.toPlainText().strip()))
