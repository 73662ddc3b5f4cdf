"""A list of rows whose places are worked out, not measured: geometry in constant time, scrolling, moving by keys.

Built on QListView for its place in the accessibility tree (a list with items); its own layout, which measures
every row, is replaced by `Geometry`.
"""

from collections.abc import Mapping

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegion, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.timeline.delegate import TimelineDelegate
from ui.timeline.geometry import Geometry
from ui.timeline.model import Role, TimelineModel
from ui.tokens import SPACE_2, SPACE_5, theme

AnyIndex = QModelIndex | QPersistentModelIndex

WHEEL_STEP = 28  # logical pixels per line; three lines a notch
BOTTOM_ROOM = SPACE_5

_Hint = QAbstractItemView.ScrollHint


def _rows(part: QItemSelectionRange) -> range:
    return range(part.top(), part.bottom() + 1)


class RowList(QListView):
    """Knows where each row of a TimelineModel is, and brings it into view."""

    shown_rows_changed = Signal()  # after scrolling, resizing and changes of the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.density = theme.density
        self.low = False
        self._geometry: Geometry | None = None
        self.cards = TimelineDelegate(self)

    def _set_up(self) -> None:
        """Set what Qt answers by calling overrides: once all is there that they need."""
        self.setItemDelegate(self.cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)

    def timeline_model(self) -> TimelineModel | None:
        """Return the model, None before one is set."""
        model = self.model()
        return model if isinstance(model, TimelineModel) else None

    def selected_events(self) -> list[str]:
        """Return the ids of the selected events in their order; by stretches, so that all of many cost little."""
        model = self.timeline_model()
        if model is None or self.selectionModel() is None:
            return []
        selection = self.selectionModel().selection()
        rows = sorted({row for number in range(selection.count()) for row in _rows(selection.at(number))})
        return model.ids_in(rows)

    def several_selected(self) -> bool:
        """Tell whether more than one event is selected, without listing them."""
        selection = self.selectionModel().selection()
        rows = (row for number in range(selection.count()) for row in _rows(selection.at(number)))
        events = (1 for row in rows if not self.list_geometry.is_header(row))
        return next(events, 0) + next(events, 0) > 1

    def current_event(self) -> str:
        """Return the id of the current event, empty for none."""
        return str(self.currentIndex().data(Role.EVENT_ID) or "")

    def restyle(self) -> None:
        """Measure and draw anew after fonts, colours, language or density changed."""
        self.cards.restyle(self.density, low=self.low)
        self._geometry = None
        self.setViewportMargins(0, self.cards.metrics.header_height, 0, 0)
        self.verticalScrollBar().setSingleStep(WHEEL_STEP)
        self.scheduleDelayedItemsLayout()

    def show_words(self, text: str) -> None:
        """Mark the words of a search on the cards."""
        if self.cards.seek(text):
            self.viewport().update()

    def show_lines_read(self, lines: Mapping[str, str]) -> None:
        """Show on cards, by event, the line that a machine read off the exhibit and for which it was found."""
        self.cards.show_lines_read(lines)
        self.viewport().update()

    # Geometry. The list's own coordinates start at the sticky header's top: the viewport lies below it.

    @property
    def list_geometry(self) -> Geometry:
        """Where the rows lie."""
        if self._geometry is None:
            model, measures = self.timeline_model(), self.cards.metrics
            self._geometry = Geometry(
                model.header_rows if model else [],
                model.rowCount() if model else 0,
                header_height=measures.header_height,
                card_height=measures.row_height,
            )
        return self._geometry

    def _offset(self) -> int:
        """Return the list's coordinate at the viewport's top."""
        return self.verticalOffset() + self.cards.metrics.header_height

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: cards are as wide as the view."""
        return 0

    def visualRect(self, index: AnyIndex) -> QRect:
        """Return where a row lies in the viewport."""
        if not index.isValid():
            return QRect()
        geometry, row = self.list_geometry, index.row()
        return QRect(0, geometry.top(row) - self._offset(), self.viewport().width(), geometry.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        model = self.model()
        row = self.list_geometry.row_at(point.y() + self._offset())
        if model is None or row < 0 or not 0 <= point.x() < self.viewport().width():
            return QModelIndex()
        return model.index(row, 0)

    def scrollTo(self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a row into view."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        rect, height = self.visualRect(index), self.viewport().height()
        bar = self.verticalScrollBar()
        if hint == _Hint.PositionAtTop:
            bar.setValue(bar.value() + rect.top())
        elif hint == _Hint.PositionAtBottom:
            bar.setValue(bar.value() + rect.bottom() - height)
        elif hint == _Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.top() < 0:
            bar.setValue(bar.value() + rect.top() - (SPACE_2 if index.row() > 1 else rect.top() + bar.value()))
        elif rect.bottom() > height:
            bar.setValue(bar.value() + rect.bottom() - height + SPACE_2)

    def isIndexHidden(self, index: AnyIndex) -> bool:
        """No row is hidden."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the events that a rectangle of the viewport touches."""
        model, geometry, offset = self.model(), self.list_geometry, self._offset()
        if model is None or not geometry.row_count:
            return
        rect = rect.normalized()
        first = geometry.row_at(min(max(rect.top() + offset, 0), geometry.total - 1))
        last = geometry.row_at(min(max(rect.bottom() + offset, 0), geometry.total - 1))
        if rect.top() + offset >= geometry.total:
            self.selectionModel().select(QItemSelection(), command)
            return
        self.selectionModel().select(QItemSelection(model.index(first, 0), model.index(last, 0)), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return the part of the viewport that shows a selection."""
        region = QRegion()
        viewport = self.viewport().rect()
        for part in (selection.at(number) for number in range(selection.count())):
            top, bottom = self.list_geometry.top(part.top()), self.list_geometry.top(part.bottom() + 1)
            region += QRect(0, top - self._offset(), viewport.width(), bottom - top).intersected(viewport)
        return region

    def visible_rows(self) -> range:
        """Return the rows that the viewport shows at least in part."""
        geometry, offset = self.list_geometry, self._offset()
        if not geometry.row_count:
            return range(0)
        first = geometry.row_at(min(offset, geometry.total - 1))
        last = geometry.row_at(min(offset + max(self.viewport().height(), 1) - 1, geometry.total - 1))
        return range(max(first, 0), last + 1)

    # Scrolling

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the list."""
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        shown = height + self.cards.metrics.header_height
        bar.setRange(0, max(0, self.list_geometry.total + BOTTOM_ROOM - shown))
        bar.setPageStep(max(height - self.cards.metrics.row_height // 2, 1))
        bar.setSingleStep(WHEEL_STEP)
        QAbstractItemView.updateGeometries(self)
        self.shown_rows_changed.emit()

    def viewportSizeHint(self) -> QSize:
        """Return a size that suits the window; never asks the rows."""
        return QSize(560, 400)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Follow a touchpad pixel by pixel, a wheel by lines."""
        pixels = event.pixelDelta().y()
        if pixels and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - pixels)
            event.accept()
            return
        QAbstractItemView.wheelEvent(self, event)

    # Keyboard

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the event that a key leads to; headers are passed over."""
        model, geometry = self.timeline_model(), self.list_geometry
        if model is None or not geometry.row_count:
            return QModelIndex()
        row = self.currentIndex().row()
        moves = QAbstractItemView.CursorAction
        if action == moves.MoveHome:
            return self._event_near(0, 1)
        if action == moves.MoveEnd:
            return self._event_near(geometry.row_count - 1, -1)
        if row < 0:
            return self._event_near(max(self.visible_rows().start, 0), 1)
        if action in {moves.MoveDown, moves.MoveNext, moves.MoveRight}:
            return self._event_near(row + 1, 1)
        if action in {moves.MoveUp, moves.MovePrevious, moves.MoveLeft}:
            return self._event_near(row - 1, -1)
        down = action == moves.MovePageDown
        page = self.viewport().height() - self.cards.metrics.row_height
        target = geometry.top(row) + (page if down else -page)
        return self._event_near(geometry.row_at(min(max(target, 0), geometry.total - 1)), 1 if down else -1)

    def _event_near(self, row: int, step: int) -> QModelIndex:
        """Return the event at a row or the next one in a direction; the last one that there is at an end."""
        model = self.timeline_model()
        if model is None:
            return QModelIndex()
        for candidate in (row, row + step, row - step):
            if model.entry_at(candidate) is not None:
                return model.index(candidate)
        return self.currentIndex()
