"""The tray of removed items: how many there are, what they are and why they were removed, the way back, the way out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QWidget

from evidence_app.domain.removed import TrayItem
from ui.controls import Button
from ui.desk import Desk
from ui.i18n import word
from ui.sheets.removal import ErasingSheet
from ui.sheets.sheet import Sheet
from ui.subjects import Subject
from ui.timeline.words import safe
from ui.tokens import SPACE_2

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
COLUMNS = 4
SHEET_WIDTH = 760
DISPUTE_SHARE, REASON_SHARE = 0.18, 0.24
"""The most of the table's width that the dispute and the reason take."""


class Removed(QObject):
    """Knows what lies in the tray of the open vault, and opens it. ``changed`` follows every change of it."""

    changed = Signal()

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.items: list[TrayItem] = []
        self._reading = self._stale = False
        desk.disputes_changed.connect(self.reload)
        desk.closed.connect(self._forget)
        desk.failed.connect(lambda _: self._read_again_later())

    def reload(self) -> None:
        """Read the tray; calls while reading are gathered into one."""
        if self._desk.session is None:
            return
        if self._reading:
            self._stale = True
            return
        self._reading = True
        self._desk.read(_tray, self._take, self)

    def show(self) -> None:
        """Open the tray."""
        sheet = RemovedSheet(self._window, self, read_only=self._desk.read_only)
        sheet.back_wanted.connect(self.put_back)
        sheet.erasing_wanted.connect(lambda items: self._ask_erasing(sheet, items))
        sheet.present()

    def titles(self) -> dict[str, str]:
        """Return the titles of the disputes that are in use, by id."""
        return {line.dispute.id: line.dispute.title for line in self._desk.disputes}

    def put_back(self, items: Sequence[TrayItem]) -> None:
        """Put items back where they were: one step for each kind and dispute."""
        groups: dict[tuple[Subject, str], list[str]] = defaultdict(list)
        for item in items:
            groups[Subject(item.kind), item.dispute_id].append(item.id)
        for (subject, dispute_id), ids in groups.items():
            self._desk.edits.put_back(subject, ids, dispute_id)

    def erase(self, items: Sequence[TrayItem]) -> None:
        """Erase items for good."""
        self._desk.edits.erase(items, lambda: None)

    def _ask_erasing(self, parent: QWidget, items: Sequence[TrayItem]) -> None:
        sheet = ErasingSheet(parent, len(items))
        sheet.wanted.connect(lambda: self.erase(items))
        sheet.present()

    def _forget(self) -> None:
        self._stale = False
        self._take([])

    def _read_again_later(self) -> None:
        """Be ready to read once more: it may be the reading that failed."""
        self._reading = self._stale = False

    def _take(self, items: list[TrayItem]) -> None:
        self._reading = False
        self.items = items
        self.changed.emit()
        if self._stale:
            self._stale = False
            self.reload()


class TrayModel(QAbstractTableModel):
    """One row per removed item: what it is, of which dispute, why and when it was removed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[TrayItem] = []
        self._titles: Mapping[str, str] = {}

    def replace(self, items: Sequence[TrayItem], titles: Mapping[str, str]) -> None:
        """Show these; ``titles`` are the disputes' by id."""
        self.beginResetModel()
        self._items, self._titles = list(items), titles
        self.endResetModel()

    def items(self) -> list[TrayItem]:
        """Return all items, in order."""
        return self._items

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return how many items there are."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        """Return four: what, dispute, why, when."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        item = self._items[index.row()]
        dispute = "" if item.kind == "dispute" else safe(self._titles.get(item.dispute_id, ""))
        when = f"{item.at.astimezone():%Y-%m-%d %H:%M}"
        return (self._what(item), dispute, safe(item.reason), when)[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the column titles."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("What"), self.tr("Dispute"), self.tr("Why"), self.tr("Removed"))[section]

    def _what(self, item: TrayItem) -> str:
        label = safe(item.label)
        if item.kind == "dispute":
            return self.tr("Dispute: %1").replace("%1", label)
        if item.kind == "exhibit":
            number = self.tr("Exhibit %1").replace("%1", str(item.number))
            return f"{number} · {label}"
        kind = word(item.event_kind) if item.event_kind is not None else ""
        return " · ".join(filter(None, (kind, label)))


class RemovedSheet(Sheet):
    """Lists the tray; stays open while items go back or away. Signals carry the items."""

    back_wanted = Signal(list)
    erasing_wanted = Signal(list)

    def __init__(self, parent: QWidget | None, removed: Removed, *, read_only: bool) -> None:
        super().__init__(parent, width=SHEET_WIDTH)
        self.entitle(self.tr("Removed items"), self.tr("Put back"))
        self.cancel.setText(self.tr("Close"))
        self._removed, self._read_only = removed, read_only
        self.words = self.say("")
        self.model = TrayModel(self)
        self.table = QTableView()
        self._set_up_table()
        self.add(self.table)
        self.erase = Button(self.tr("Erase for good…"), "danger")
        self.empty = Button(self.tr("Empty the tray…"), "danger")
        for button in (self.erase, self.empty):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.erase)
        row.addWidget(self.empty)
        row.addStretch(1)
        self.body.addLayout(row)
        self.erase.clicked.connect(lambda: self.erasing_wanted.emit(self.chosen()))
        self.empty.clicked.connect(lambda: self.erasing_wanted.emit(self.model.items()))
        removed.changed.connect(self._show)
        self._show()

    def chosen(self) -> list[TrayItem]:
        """Return the selected items, in order."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.items()[row] for row in rows]

    def submit(self) -> None:
        """Put the selected items back; the tray stays open."""
        if chosen := self.chosen():
            self.back_wanted.emit(chosen)

    def _show(self) -> None:
        self.model.replace(self._removed.items, self._removed.titles())
        if self.model.rowCount():
            self.table.selectRow(0)
            self.words.setText(self.tr("What lies here is in no timeline, list or dossier. Nothing of it is lost."))
        else:
            self.words.setText(self.tr("There is nothing here."))
        self.table.setVisible(bool(self.model.rowCount()))
        self._allow()

    def _allow(self) -> None:
        some = bool(self.table.selectionModel().selectedRows()) and not self._read_only
        self.primary.setEnabled(some)
        self.erase.setEnabled(some)
        self.empty.setEnabled(bool(self.model.rowCount()) and not self._read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the table to what an item is."""
        super().resizeEvent(event)
        em, width = self.table.fontMetrics().horizontalAdvance("m"), self.width()
        self.table.setColumnWidth(1, min(11 * em, round(width * DISPUTE_SHARE)))
        self.table.setColumnWidth(2, min(14 * em, round(width * REASON_SHARE)))

    def _set_up_table(self) -> None:
        table = self.table
        table.setProperty("look", "framed")
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Removed items"))
        table.setMinimumHeight(12 * table.fontMetrics().height())
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        table.doubleClicked.connect(lambda _: self.submit())


def _tray(session: "Session") -> list[TrayItem]:
    from evidence_app.actions.remove import tray

    return tray(session, None)
