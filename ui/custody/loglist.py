"""The list of the custody log: one entry chosen, days stepped over, keys for details and for the search."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from ui.custody.delegate import CustodyDelegate
from ui.custody.model import Role
from ui.custody.rows import Row
from ui.tokens import theme


class CustodyList(QListView):
    """Rows of `CustodyModel`, one of them chosen; days are stepped over. ``details_wanted``: Enter was pressed."""

    details_wanted = Signal()
    search_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells = CustodyDelegate(self)
        self.setItemDelegate(self.cells)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _: self.details_wanted.emit())
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Measure and draw anew."""
        self.cells.restyle()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Step over the days."""
        found = super().moveCursor(action, modifiers)
        row = found.data(Role.ROW)
        if not isinstance(row, Row) or row.line is not None:
            return found
        upwards = 0 < found.row() < self.currentIndex().row()
        return found.siblingAtRow(found.row() + (-1 if upwards else 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show details with Enter, go into the search with a slash; else move."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.details_wanted.emit()
        elif event.text() == "/":
            self.search_wanted.emit()
        else:
            super().keyPressEvent(event)
