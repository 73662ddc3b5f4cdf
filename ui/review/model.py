"""The rows of one exhibit as a list; what was said of them shows at once, before it is kept."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.i18n import language
from ui.review import words
from ui.review.rows import Row, Verdict

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Role(IntEnum):
    """What can be asked of a row beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class ReviewModel(QAbstractListModel):
    """Rows that stay where they are keep the current one; decisions change them in place."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        language.changed.connect(self._say_again)

    def replace(self, rows: Sequence[Row]) -> bool:
        """Show these rows; tell whether others stood there before."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = list(rows)
            self._say_again()
            return False
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()
        return True

    def rows(self) -> list[Row]:
        """Return all rows, in order."""
        return self._rows

    def row_at(self, number: int) -> Row | None:
        """Return a row, None outside."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, key: str) -> int:
        """Return where a row stands, -1 if it does not."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def waiting(self) -> list[Row]:
        """Return what nobody has said anything about."""
        return [row for row in self._rows if row.verdict is Verdict.WAITING]

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let nobody choose what only says something about other rows."""
        row = self.row_at(index.row())
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | (Qt.ItemFlag.ItemIsSelectable if row.selectable else Qt.ItemFlag.NoItemFlags)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or all of it in one line."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Role.ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words.sentence(row)
        return None

    def _say_again(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
