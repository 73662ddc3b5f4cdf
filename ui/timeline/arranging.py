"""Correcting the order of events of the same time: by dragging a card, or with Alt and the arrows."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip, QWidget

from ui.timeline.daylist import DayList
from ui.timeline.model import Role, TimelineModel
from ui.timeline.places import group_of, moved
from ui.tokens import RADIUS_CARD, SPACE_2, SPACE_4, current

GHOST_OPACITY = 0.95
VEIL_OPACITY = 0.7  # over the place that the card leaves
EDGE_PX = 40  # from here towards the edge the list scrolls while a card is dragged
SCROLL_PX = 14
SCROLL_MS = 30

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass
class Drag:
    """A card in the hand: its event, the rows among which it may go, where it was taken hold of, and where it is."""

    event_id: str
    row: int
    group: range
    hold: QPoint
    ghost: QPixmap
    at: QPoint
    before: int | None = None  # the row before which it would be put, None where it may not go


class ArrangingList(DayList):
    """A list of days in which cards of the same time can change places. ``arrange_requested`` carries their order."""

    arrange_requested = Signal(list)
    move_requested = Signal(int)  # Alt and an arrow: one place up (-1) or down (1)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrangeable = True
        self._drag: Drag | None = None
        self._pressed: tuple[QPoint, str] | None = None
        self._scroll = QTimer(self, interval=SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self.move_requested.connect(self.move_current)

    def setModel(self, model: object) -> None:
        """Show a TimelineModel; a card in the hand is put back when the rows change under it."""
        super().setModel(model)
        if isinstance(model, TimelineModel):
            model.replacing.connect(self._end)

    @property
    def dragging(self) -> bool:
        """Whether a card is in the hand."""
        return self._drag is not None

    def refusal(self, group: range) -> str:
        """Return why an event may not go to another place."""
        if len(group) > 1:
            return self.tr("Only entries of the same time can change places")
        return self.tr("No other entry has the same time: correct the time to move this one")

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current card with Alt and the arrows; give up dragging with Escape."""
        if self._drag is not None and event.key() == Qt.Key.Key_Escape:
            self._end()
        elif event.key() in _STEPS and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT:
            self.move_requested.emit(_STEPS[Qt.Key(event.key())])
        else:
            QAbstractItemView.keyPressEvent(self, event)

    def move_current(self, step: int) -> None:
        """Put the current event one place up (-1) or down (1) among those of its time, or say why it may not go."""
        model, row = self.timeline_model(), self.currentIndex().row()
        if model is None or model.entry_at(row) is None or not self.arrangeable:
            return
        group = group_of(model, row)
        if row + step not in group:
            place = self.visualRect(self.currentIndex())
            QToolTip.showText(self.viewport().mapToGlobal(place.center()), self.refusal(group), self)
            return
        self._ask(group, self.current_event(), row + (2 if step > 0 else -1))

    def _ask(self, group: range, event_id: str, before: int) -> None:
        """Ask for the order in which the event stands before a row."""
        model = self.timeline_model()
        if model is None:
            return
        ids = [entry.event_id for row in group if (entry := model.entry_at(row)) is not None]
        order = moved(ids, event_id, before - group.start)
        if order != ids:
            self.arrange_requested.emit(order)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which card was pressed."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        event_id = self._card_at(point) if plain and self.arrangeable else ""
        self._pressed = (point, event_id) if event_id else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the pressed card along."""
        point = event.position().toPoint()
        if self._drag is not None:
            self._carry(point)
        elif self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (point - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
            self._begin(*self._pressed)
            self._carry(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the card down."""
        drag = self._drag
        self._pressed = None
        super().mouseReleaseEvent(event)
        if drag is not None:
            self._end()
            if drag.before is not None:
                self._ask(drag.group, drag.event_id, drag.before)

    def _card_at(self, point: QPoint) -> str:
        index = self.indexAt(point)
        on_card = point.x() >= self.cards.metrics.card_x
        return str(index.data(Role.EVENT_ID) or "") if index.isValid() and on_card else ""

    def _begin(self, point: QPoint, event_id: str) -> None:
        model = self.timeline_model()
        index = model.index_of(event_id) if model is not None else QModelIndex()
        if model is None or not index.isValid():
            return
        rect = self.visualRect(index)
        entry = model.entry_at(index.row())
        if entry is None:
            return
        ghost = self.cards.render(entry, rect.width(), self.devicePixelRatioF())
        self._drag = Drag(event_id, index.row(), group_of(model, index.row()), point - rect.topLeft(), ghost, point)
        self._scroll.start()

    def _carry(self, point: QPoint) -> None:
        drag = self._drag
        if drag is None:
            return
        drag.at = point
        drag.before = self._place_under(point, drag)
        if drag.before is None:
            self.viewport().setCursor(Qt.CursorShape.ForbiddenCursor)
            QToolTip.showText(self.viewport().mapToGlobal(point + QPoint(SPACE_4, SPACE_4)), self.refusal(drag.group))
        else:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            QToolTip.hideText()
        self.viewport().update()

    def _place_under(self, point: QPoint, drag: Drag) -> int | None:
        """Return the row before which the card would go, None outside of the rows of its time."""
        if len(drag.group) < 2:
            return None
        geometry, y = self.list_geometry, point.y() + self._offset()
        height = geometry.card_height
        top = geometry.top(drag.group.start)
        if not top - height // 2 <= y <= top + len(drag.group) * height + height // 2:
            return None
        return drag.group.start + min(max(round((y - top) / height), 0), len(drag.group))

    def _end(self) -> None:
        self._pressed = None
        if self._drag is None:
            return
        self._drag = None
        self._scroll.stop()
        self.viewport().unsetCursor()
        QToolTip.hideText()
        self.viewport().update()

    def _scroll_on(self) -> None:
        """Scroll while the card is held near the upper or lower edge and may go on there."""
        drag = self._drag
        if drag is None:
            return
        y, height, bar = drag.at.y(), self.viewport().height(), self.verticalScrollBar()
        geometry, offset = self.list_geometry, self._offset()
        if y < EDGE_PX and geometry.top(drag.group.start) < offset:
            bar.setValue(bar.value() - SCROLL_PX)
        elif y > height - EDGE_PX and geometry.top(drag.group.stop) > offset + height:
            bar.setValue(bar.value() + SCROLL_PX)
        else:
            return
        self._carry(drag.at)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and over them the card in the hand with the place where it would go."""
        super().paintEvent(event)
        if self._drag is not None:
            painter = QPainter(self.viewport())
            self._paint_drag(painter, self._drag)
            painter.end()

    def _paint_drag(self, painter: QPainter, drag: Drag) -> None:
        tokens, geometry, offset = current(), self.list_geometry, self._offset()
        width = self.viewport().width()
        left = int(self.cards.metrics.card_x)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(drag.group) > 1:
            top, bottom = geometry.top(drag.group.start) - offset, geometry.top(drag.group.stop) - offset
            zone = QRectF(left - SPACE_2 / 2, top - SPACE_2 / 2, width - left - SPACE_4 + SPACE_2, bottom - top)
            painter.setPen(QPen(tokens.accent, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(zone, RADIUS_CARD, RADIUS_CARD)
        painter.setOpacity(VEIL_OPACITY)
        place = QRect(left, geometry.top(drag.row) - offset, width - left - SPACE_4, self.cards.metrics.card_height)
        painter.fillRect(place, tokens.background)
        painter.setOpacity(GHOST_OPACITY)
        source = QRect(left, 0, width - left - SPACE_4, self.cards.metrics.card_height)
        ratio = drag.ghost.devicePixelRatio()
        painter.drawPixmap(
            QRectF(left, drag.at.y() - drag.hold.y(), source.width(), source.height()),
            drag.ghost,
            QRectF(source.left() * ratio, 0, source.width() * ratio, source.height() * ratio),
        )
        painter.setOpacity(1)
        painter.setPen(QPen(tokens.accent if drag.before is not None else tokens.control_edge, 1.5))
        held = QRectF(left, drag.at.y() - drag.hold.y(), width - left - SPACE_4, self.cards.metrics.card_height)
        painter.drawRoundedRect(held, RADIUS_CARD, RADIUS_CARD)
        if drag.before is not None:
            y = geometry.top(drag.before) - offset - self.cards.metrics.gap / 2
            painter.fillRect(QRectF(left, y - 1.5, width - left - SPACE_4, 3), tokens.accent)


_ALT = Qt.KeyboardModifier.AltModifier
