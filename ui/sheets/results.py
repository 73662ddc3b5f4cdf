"""What became of each item of an import: added, already there, kept unread, refused and why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QWidget

from ui.controls import Button, PlainLabel, plain_tip
from ui.icons import icon
from ui.messages import message, sentences
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, current, scaled

if TYPE_CHECKING:
    from evidence_app.actions.add_evidence import AddReport, ItemResult

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
WAY = 3  # the column that leads to an item
SHEET_WIDTH = 860
MOST_MEASURED = 200  # rows; longer lists keep one line each
REFUSED = "refused"
STATUSES = ("added", "duplicate", "kept-unread", "refused")


def status_word(status: str) -> str:
    """Return the word for what became of an item."""
    return {
        "added": QCoreApplication.translate("Results", "Added"),
        "duplicate": QCoreApplication.translate("Results", "Already there"),
        "kept-unread": QCoreApplication.translate("Results", "Kept, not readable"),
        "refused": QCoreApplication.translate("Results", "Not added"),
    }[status]


class Summary(QObject):
    """What became of all items, in one line."""

    def of(self, report: "AddReport") -> str:
        """Return ``398 added, 2 already there``; what did not happen is left out."""
        added, there, unread, refused = (
            sum(item.status.value == status for item in report.items) for status in STATUSES
        )
        parts = [
            self.tr("%n added", "", added) if added else "",
            self.tr("%n already there", "", there) if there else "",
            self.tr("%n kept but not readable", "", unread) if unread else "",
            self.tr("%n not added", "", refused) if refused else "",
            self.tr("stopped before the end") if report.cancelled else "",
        ]
        return self.tr(", ").join(filter(None, parts)) or self.tr("There was nothing to add.")

    def to_confirm(self, times: int) -> str:
        """Return how many times wait for a decision."""
        return self.tr("%n time(s) to confirm", "", times)

    def show_times(self, times: int) -> str:
        """Return the words of the link to the first of them."""
        return self.tr("Show the time(s)", "", times)


def summary(report: "AddReport", times: int = 0) -> str:
    """Return what became of all items, in one line, and how many times wait for a decision."""
    words = Summary()
    return " · ".join(filter(None, (words.of(report), words.to_confirm(times) if times else "")))


CELL_PADDING = 8  # as the style sheet has it
STATUS_ICON_PX = 16
QWIDGETSIZE_MAX = 16_777_215

NAME_SHARE, STATUS_SHARE = 0.24, 0.2
"""The most that a name and what became of it take of the table's width."""


class ResultsModel(QAbstractTableModel):
    """One row per item: name, what became of it, why and what to do, and the way to it."""

    def __init__(self, items: "Sequence[ItemResult]", parent: QObject | None = None, *, again: bool = False) -> None:
        """With ``again``, what was not added can be tried again."""
        super().__init__(parent)
        self._again = again
        self._all = list(items)
        self._shown = list(items)

    def show_only(self, status: str) -> None:
        """Show the items with one fate; empty shows all."""
        self.beginResetModel()
        self._shown = [item for item in self._all if not status or item.status.value == status]
        self.endResetModel()

    def items(self) -> "list[ItemResult]":
        """Return the items that are shown, in order."""
        return self._shown

    def item(self, row: int) -> "ItemResult":
        """Return the item of a row."""
        return self._shown[row]

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return how many items are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        """Return four: name, status, reason, way."""
        return 0 if parent.isValid() else WAY + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or the mark of its status."""
        if not index.isValid():
            return None
        item = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (safe(item.name), status_word(item.status.value), self._reason(item), self.way(item))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return plain_tip(safe(item.name))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == WAY:
            return current().accent
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1:
            return self._mark(item.status.value)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the column titles."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Name"), self.tr("What happened"), self.tr("Why, and what to do"), "")[section]

    def way(self, item: "ItemResult") -> str:
        """Return what can be done about an item now."""
        if item.event_id or item.exhibit_id:
            return self.tr("Show")
        return self.tr("Try again") if self._again and item.status.value == REFUSED else ""

    def _reason(self, item: "ItemResult") -> str:
        if item.problem is None:
            return ""
        return sentences(message(item.problem))

    def _mark(self, status: str) -> object:
        tokens = current()
        name, colour = {
            "added": ("check-circle", tokens.text_muted),
            "duplicate": ("copy", tokens.text_muted),
            "kept-unread": ("paperclip", tokens.attention),
            "refused": ("prohibit", tokens.broken),
        }[status]
        return icon(name, colour, scaled(STATUS_ICON_PX))


class ResultsSheet(Sheet):
    """The list; activating an item shows it (``event_chosen``, ``exhibit_chosen``), or asks to try it again.

    ``retry_wanted`` carries the names of the items to be added once more.
    """

    event_chosen = Signal(str)
    exhibit_chosen = Signal(str)
    retry_wanted = Signal(list)

    def __init__(self, parent: QWidget | None, report: "AddReport", *, again: bool = False) -> None:
        super().__init__(parent, width=SHEET_WIDTH)
        self.entitle(self.tr("What became of each item"), self.tr("Close"))
        self.cancel.hide()
        self.add(PlainLabel(summary(report), tone="muted", wrap=True))
        self.filter = QComboBox()
        self.filter.setAccessibleName(self.tr("Show"))
        self.filter.addItem(self.tr("All"), "")
        for status in STATUSES:
            if any(item.status.value == status for item in report.items):
                self.filter.addItem(status_word(status), status)
        self.add(self.filter)
        self._refused = [item.name for item in report.items if item.status.value == REFUSED]
        self.retry = Button(self.tr("Try again what was not added"), "outline", "arrow-counter-clockwise")
        self.retry.setAutoDefault(False)
        if not again or not self._refused:
            self.retry.hide()
        self.retry.clicked.connect(lambda: self._try_again(self._refused))
        self.verbs.insertWidget(0, self.retry)
        self.model = ResultsModel(report.items, self, again=again)
        self.table = QTableView()
        self.table.setTabKeyNavigation(False)
        self._set_up_table()
        self.add(self.table)
        self.say(self.tr("A double click or Enter on an item does what its last column says."))
        self.filter.currentIndexChanged.connect(lambda _: self.model.show_only(str(self.filter.currentData())))

    def _set_up_table(self) -> None:
        table = self.table
        table.setProperty("look", "framed")
        table.setModel(self.model)
        table.setAccessibleName(self.tr("What became of each item"))
        table.setMinimumHeight(320)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WAY, QHeaderView.ResizeMode.ResizeToContents)
        table.activated.connect(self._choose)
        table.clicked.connect(self._follow_way)
        table.doubleClicked.connect(self._choose)

    def present(self) -> None:
        """Open, each row as tall as its reason if there are not too many to measure."""
        super().present()
        self._share_width()
        if self.model.rowCount() <= MOST_MEASURED:
            measure = QTimer(self.table, singleShot=True, interval=0)
            measure.timeout.connect(self._measure_rows)
            self.table.horizontalHeader().sectionResized.connect(measure.start)
            self.model.modelReset.connect(measure.start)
            measure.start()

    def _measure_rows(self) -> None:
        """Make each row as tall as its words: the table itself forgets the padding of its cells."""
        table, metrics = self.table, self.table.fontMetrics()
        for row in range(self.model.rowCount()):
            heights = []
            for column, taken in (
                (1, 2 * CELL_PADDING + scaled(STATUS_ICON_PX) + SPACE_2),
                (2, 2 * CELL_PADDING + SPACE_1),
            ):
                words = str(self.model.index(row, column).data())
                room = QRect(0, 0, max(1, table.columnWidth(column) - taken), QWIDGETSIZE_MAX)
                heights.append(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height())
            table.setRowHeight(row, max(metrics.lineSpacing(), *heights) + 2 * SPACE_2)

    def _share_width(self) -> None:
        """Leave half of the table to the reason, which is read, however large the text is."""
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        width = self.table.viewport().width()
        self.table.setColumnWidth(0, min(scaled(210), round(width * NAME_SHARE)))
        self.table.setColumnWidth(1, min(scaled(140), round(width * STATUS_SHARE)))

    def _follow_way(self, index: AnyIndex) -> None:
        if index.column() == WAY:
            self._choose(index)

    def _choose(self, index: AnyIndex) -> None:
        item = self.model.item(index.row())
        if item.event_id:
            self.event_chosen.emit(item.event_id)
            self.accept()
        elif item.exhibit_id:
            self.exhibit_chosen.emit(item.exhibit_id)
            self.accept()
        elif self.model.way(item):
            self._try_again([item.name])

    def _try_again(self, names: list[str]) -> None:
        self.retry_wanted.emit(names)
        self.accept()
