"""A small panel that opens beside what it belongs to and closes with Escape or a click elsewhere."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.keeping import keep_until_destroyed
from ui.tokens import SPACE_1, SPACE_2


class Popover(QFrame):
    """Holds a column of widgets; deleted when closed. ``closed`` is emitted once."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_until_destroyed(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("part", "popover")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        self.column.setSpacing(SPACE_1)

    def open_below(self, widget: QWidget) -> None:
        """Open under a widget, above it where there is no room below."""
        self.open_beside(QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()))

    def open_beside(self, place: QRect) -> None:
        """Open under a rectangle of the screen, above it where there is no room below."""
        self.adjustSize()
        size, screen = self.size(), self.screen().availableGeometry()
        below = place.bottom() + SPACE_1
        top = below if below + size.height() <= screen.bottom() else place.top() - SPACE_1 - size.height()
        left = min(place.left(), screen.right() - size.width())
        self.move(max(left, screen.left()), max(top, screen.top()))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: object) -> None:
        """Tell that it is gone."""
        self.closed.emit()
        super().hideEvent(event)  # type: ignore[arg-type]
