"""The custody log's rows as a list model: filtered, searched."""

from enum import IntEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.custody.rows import Kinds, Row, rows_of
from ui.custody.words import row_words

if TYPE_CHECKING:
    from evidence_app.actions.custody_log import CustodyLog

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Role(IntEnum):
    """What can be asked of a row beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class CustodyModel(QAbstractListModel):
    """One row for each day and each entry that the filter and the search leave."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log: CustodyLog | None = None
        self.home = ZoneInfo("UTC")
        self.kinds = Kinds.ALL
        self.text = ""
        self._rows: list[Row] = []

    def show_log(self, log: "CustodyLog | None", home: ZoneInfo) -> None:
        """Take a log anew, None for none; times are told in the dispute's zone."""
        self.log, self.home = log, home
        self._show_again()

    def show_kinds(self, kinds: Kinds) -> None:
        """Show only these entries."""
        self.kinds = kinds
        self._show_again()

    def search(self, text: str) -> None:
        """Show only what a text finds, a number or the beginning of a hash too."""
        self.text = text.strip()
        self._show_again()

    def rows(self) -> list[Row]:
        """Return what is shown, in order."""
        return self._rows

    def row_at(self, index: AnyIndex) -> Row | None:
        """Return what a row shows, None outside."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, seq: int) -> int:
        """Return the row of an entry, -1 if it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.line and row.line.seq == seq), -1)

    @property
    def entry_count(self) -> int:
        """How many entries are shown."""
        return sum(row.line is not None for row in self._rows)

    def _show_again(self) -> None:
        self.beginResetModel()
        log = self.log
        self._rows = rows_of(log.lines, log.anchors, self.home, self.kinds, self.text) if log is not None else []
        self.endResetModel()

    # What Qt asks

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let entries be chosen, but not days."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        entry = Qt.ItemFlag.ItemIsSelectable if row.line is not None else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | entry | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or what it says."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Role.ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row_words(row, self.home)
        return None
