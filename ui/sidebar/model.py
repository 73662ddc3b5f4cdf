"""The disputes as rows."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evidence_app.domain.disputes import DisputeSummary
from ui.i18n import language
from ui.timeline.words import safe

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Role(IntEnum):
    """What can be asked of a row beside Qt's own roles."""

    DISPUTE_ID = Qt.ItemDataRole.UserRole + 1
    SUMMARY = Qt.ItemDataRole.UserRole + 2


class DisputesModel(QAbstractListModel):
    """One row per dispute, in the order of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[DisputeSummary] = []
        language.changed.connect(self._say_again)

    def replace(self, lines: Sequence[DisputeSummary]) -> None:
        """Show these disputes; where only their content changed, the rows and the selection stay."""
        if [line.dispute.id for line in lines] == [line.dispute.id for line in self._lines]:
            self._lines = list(lines)
            self._say_again()
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def row_of(self, dispute_id: str) -> int:
        """Return the row of a dispute, -1 if it is not there."""
        return next((row for row, line in enumerate(self._lines) if line.dispute.id == dispute_id), -1)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return the number of disputes."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a dispute's title, id, spoken text or the whole summary."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Role.SUMMARY:
            return line
        if role == Role.DISPUTE_ID:
            return line.dispute.id
        if role == Qt.ItemDataRole.DisplayRole:
            return safe(line.dispute.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (safe(line.dispute.title), self.below(line), self.conflicts(line))))
        return None

    def below(self, line: DisputeSummary) -> str:
        """Return the quiet second line: with whom, and how much is there."""
        count = self.tr("%n exhibit(s)", "", line.exhibit_count)
        whom = self.tr("Sample") if line.dispute.is_sample else safe(line.dispute.institution)
        return " · ".join(filter(None, (whom, count)))

    def conflicts(self, line: DisputeSummary) -> str:
        """Return what the amber badge says."""
        count = line.open_conflict_count
        return self.tr("%n time(s) to decide", "", count) if count else ""

    def _say_again(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))
