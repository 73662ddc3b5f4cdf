"""A long page whole and small, at the edge of the view: a frame shows which part is seen, and moves it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.tokens import SPACE_2, current, theme

NARROWEST, WIDEST = 28, 96
EDGE = SPACE_2 // 2
LEAST_FRAME = 14  # so that it can be seen and taken hold of, however long the page is
VEIL = 0.45  # how much of the parts that are not seen is covered


class Minimap(QWidget):
    """``part_wanted`` carries the place of the page, as a share of its height, that shall be in the middle."""

    part_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QPixmap | None = None
        self._top, self._share = 0.0, 1.0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)
        self._name()

    def fitting_width(self, page_width: int, page_height: int, room: int) -> int:
        """Return the width in which the whole page fits a height, its edges included."""
        wanted = (room - 2 * EDGE) * page_width / max(1, page_height)
        return round(min(max(wanted, NARROWEST), WIDEST)) + 2 * EDGE

    def show_picture(self, picture: QPixmap | None, turned: int) -> None:
        """Show the whole page, turned by quarters."""
        self._picture = picture.transformed(QTransform().rotate(90.0 * turned)) if picture and turned else picture
        self.update()

    def show_part(self, top: float, share: float) -> None:
        """Frame the part that is seen: where it begins and how much it is, as shares of the page's height."""
        self._top, self._share = top, share
        self.update()

    def frame(self) -> QRectF:
        """Return where the frame lies."""
        place = self._place()
        height = max(LEAST_FRAME, self._share * place.height())
        room = max(0.0, place.height() - height)
        hidden = 1.0 - self._share
        top = place.top() + (room * min(1.0, self._top / hidden) if hidden > 0 else 0.0)
        return QRectF(place.left(), top, place.width(), height)

    def _place(self) -> QRectF:
        return QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, a veil over what is not seen, the frame."""
        tokens, place, frame = current(), self._place(), self.frame()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.background)
        painter.fillRect(place, tokens.surface)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        veil = QColor(tokens.background)
        veil.setAlphaF(VEIL)
        painter.fillRect(QRectF(place.left(), place.top(), place.width(), frame.top() - place.top()), veil)
        painter.fillRect(QRectF(place.left(), frame.bottom(), place.width(), place.bottom() - frame.bottom()), veil)
        painter.setPen(QPen(tokens.accent, 2))
        painter.drawRect(frame.adjusted(1, 1, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the frame along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll as the page does."""
        self._go(self.frame().center().y() - event.angleDelta().y() / 120 * self.frame().height() / 4)
        event.accept()

    def _go(self, y: float) -> None:
        """Bring what is under the pointer into the middle; the ends of the map are the ends of the page."""
        place, frame = self._place(), self.frame().height()
        room = max(1.0, place.height() - frame)
        along = min(1.0, max(0.0, (y - place.top() - frame / 2) / room))
        self.part_wanted.emit(along * (1.0 - self._share) + self._share / 2)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("The whole page; the frame shows the visible part"))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
