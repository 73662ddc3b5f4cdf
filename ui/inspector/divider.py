"""Two panes above each other with a divider that can be seen, taken hold of, and moved by keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui.tokens import current

HANDLE = 9  # as much as a pointer finds without aiming
STEP, LEAP = 24, 120
GRIP = 28  # width of the grip in the middle


class Divider(QSplitterHandle):
    """A hairline with a grip. Arrows move it while it has the focus."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hovered = False
        self._name()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline and the grip."""
        tokens, painter = current(), QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        middle = QPointF(self.rect().center())
        painter.fillRect(QRectF(0, middle.y(), self.width(), 1), tokens.hairline)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.focus if self.hasFocus() or self._hovered else tokens.control_edge)
        painter.drawRoundedRect(QRectF(middle.x() - GRIP / 2, middle.y() - 1, GRIP, 3), 1.5, 1.5)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, further with Page up and Page down."""
        by = {
            Qt.Key.Key_Up: -STEP,
            Qt.Key.Key_Down: STEP,
            Qt.Key.Key_PageUp: -LEAP,
            Qt.Key.Key_PageDown: LEAP,
        }.get(Qt.Key(event.key()))
        if by is None:
            event.ignore()
        else:
            self.moveSplitter(self.pos().y() + by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys move it."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they do no more."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Follow the pointer and the language."""
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self._hovered = event.type() is QEvent.Type.HoverEnter
            self.update()
        elif event.type() is QEvent.Type.LanguageChange:
            self._name()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return its height."""
        return QSize(HANDLE, HANDLE)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Height of the picture"))
        self.setToolTip(self.tr("Drag, or press ↑ and ↓, to make the picture larger or smaller"))


class DividedPanes(QSplitter):
    """A splitter whose divider is a `Divider`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHandleWidth(HANDLE)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """Return a divider."""
        return Divider(self.orientation(), self)
