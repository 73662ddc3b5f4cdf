"""Asks what the columns of a table hold that was imported already."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.exports import ColumnProposal, Hints
from evidence_app.errors import InputProblem
from ui.exports.columns import ColumnChoices
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe

SHEET_WIDTH = 720


class ColumnsSheet(Sheet):
    """What each column of an imported table holds. ``named`` carries the hints with which it is read again."""

    named = Signal(object)

    def __init__(self, parent: QWidget | None, label: str, proposal: ColumnProposal, hints: Hints) -> None:
        super().__init__(parent, width=SHEET_WIDTH)
        self._hints = hints
        title = self.tr("What the columns of “%1” hold").replace("%1", safe(label))
        self.entitle(title, self.tr("Read again"))
        self.say(
            self.tr(
                "The file is read again as it was received. Entries keep what you changed, marked or linked yourself; "
                "everything else says what the columns hold. This can be undone."
            )
        )
        self.columns = ColumnChoices(proposal, hints.columns)  # as proposed where nobody named any
        self.add(self.columns)

    def submit(self) -> None:
        """Hand over how the columns are named. Raises InputProblem("columns-missing")."""
        if not self.columns.enough:
            raise InputProblem("columns-missing")
        self.named.emit(Hints(self._hints.day_first, self._hints.owner, self.columns.columns()))
        self.accept()
