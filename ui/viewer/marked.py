"""A page on which places can be marked: what was read there, one of them lit. Tells which mark the pointer is on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from evidence_app.domain.machine_text import Place
from ui.tokens import current
from ui.viewer.canvas import Canvas

MARGIN_PX = 3.0  # around a mark, so that it touches no letter
AIR_PX = 48  # that is left around a mark that is brought into view
WIDEST_PX = 5.0  # of a frame's line, with the light around it
LIT_ALPHA = 0.20
CLICK_PX = 4  # a pointer that moved no further did not drag the page


class Tone(Enum):
    """How a place is marked."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    ATTENTION = "attention"
    UNSEEN = "unseen"  # only while it is lit


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place of the page; ``key`` says what stands there."""

    key: str
    place: Place
    tone: Tone = Tone.WAITING


class MarkedCanvas(Canvas):
    """``mark_entered`` names the mark under the pointer, empty when it left; ``mark_clicked`` one that was clicked."""

    mark_entered = Signal(str)
    mark_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._lit = self._under_pointer = ""
        self._wanted: Place | None = None
        self._pressed = QPointF()
        self.viewport().setMouseTracking(True)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark these places of any page of the original."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.viewport().update()

    def light(self, key: str) -> None:
        """Let one mark stand out; empty for none."""
        if key != self._lit:
            before, self._lit = self._lit, key
            for mark in self._on_page():
                if mark.key in {before, key}:
                    room = MARGIN_PX + WIDEST_PX
                    self.viewport().update(self.seen_box(mark.place).adjusted(-room, -room, room, room).toAlignedRect())

    @property
    def lit(self) -> str:
        """Which mark stands out."""
        return self._lit

    def reveal(self, place: Place) -> None:
        """Scroll so that a place can be seen, once its page is shown; nothing moves if it is seen already."""
        self._wanted = place
        self._follow_wanted()

    def mark_at(self, position: QPointF) -> str:
        """Return the key of the smallest mark under a place of the viewport, empty for none."""
        at = self._under(position)
        found = [mark for mark in self._on_page() if _rect(mark.place).contains(at)]
        return min(found, key=lambda mark: mark.place.region[2] * mark.place.region[3]).key if found else ""

    def seen_box(self, place: Place) -> QRectF:
        """Return where a place of the shown page lies in the viewport."""
        factor = self.scale / self._ratio
        left, top, width, height = (factor * edge for edge in place.region)
        return self._laid().mapRect(QRectF(left, top, width, height))

    def _on_page(self) -> list[Mark]:
        page_index = self._page[0] if self._page is not None else -1
        return [mark for mark in self._marks if mark.place.page_index == page_index]

    def _follow_wanted(self) -> None:
        wanted = self._wanted
        if wanted is None or self._page is None or not self._page[1] or wanted.page_index != self._page[0]:
            return
        self._wanted = None
        box, view = self.seen_box(wanted), QRectF(self.viewport().rect())
        if view.contains(box):
            return
        box.adjust(-AIR_PX, -AIR_PX, AIR_PX, AIR_PX)
        across = _way_into(box.left(), box.right(), view.width())
        down = _way_into(box.top(), box.bottom(), view.height())
        self._quietly(lambda: self._pan(QPoint(-across, -down)))

    def _open_page(self) -> None:
        super()._open_page()
        self._follow_wanted()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, and over it the marks."""
        super().paintEvent(event)
        marks = self._on_page()
        if not marks or self._grid() is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in marks:
            box = self.seen_box(mark.place).adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX)
            if box.intersects(QRectF(event.rect())):
                _paint(painter, box, mark.tone, lit=mark.key == self._lit)
        painter.end()

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from dragging."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which mark the pointer is on."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._enter(self.mark_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on a mark."""
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed).manhattanLength()
        key = self.mark_at(event.position()) if moved <= CLICK_PX else ""
        if key and event.button() is Qt.MouseButton.LeftButton:
            self.mark_clicked.emit(key)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice that the pointer left."""
        if event.type() is QEvent.Type.Leave:
            self._enter("")
        return super().viewportEvent(event)

    def _enter(self, key: str) -> None:
        if key != self._under_pointer:
            self._under_pointer = key
            self.mark_entered.emit(key)


def _way_into(low: float, high: float, room: float) -> int:
    """Return how far one has to scroll for a stretch to be seen; of one that is too long its beginning."""
    return round(low if low < 0 or high - low > room else max(0.0, high - room))


def _rect(place: Place) -> QRectF:
    return QRectF(*place.region).adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX)


def _paint(painter: QPainter, box: QRectF, tone: Tone, *, lit: bool) -> None:
    """Draw a frame that is seen on any picture: light around a colour."""
    if tone is Tone.UNSEEN and not lit:
        return
    tokens = current()
    colour = {Tone.ATTENTION: tokens.attention, Tone.ACCEPTED: tokens.text_muted}.get(tone, tokens.accent)
    fill = QColor(colour)
    fill.setAlphaF(LIT_ALPHA)
    painter.setBrush(fill if lit else Qt.BrushStyle.NoBrush)
    around = QColor(tokens.surface)
    around.setAlphaF(0.8)
    width = 2.5 if lit else 1.25
    painter.setPen(QPen(around, width + 2))
    painter.drawRoundedRect(box, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    painter.drawRoundedRect(box, 4, 4)
