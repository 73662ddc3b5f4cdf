"""A list of days and cards: constant-time geometry, sticky day header, scrolling, and keeping one's place.

Built on QListView for its place in the accessibility tree (a list with items); its own layout, which measures
every row, is replaced by `Geometry`.
"""

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
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from ui.timeline.card import Density
from ui.timeline.delegate import TimelineDelegate
from ui.timeline.geometry import Geometry
from ui.timeline.model import Role, TimelineModel
from ui.tokens import SPACE_2, SPACE_5, current, theme

AnyIndex = QModelIndex | QPersistentModelIndex

WHEEL_STEP = 28  # logical pixels per line; three lines a notch
BOTTOM_ROOM = SPACE_5
MOST_AHEAD = 12  # cards drawn before they are seen: more than a fast wheel brings into view at once

_Hint = QAbstractItemView.ScrollHint
_State = QStyle.StateFlag


def _rows(part: QItemSelectionRange) -> range:
    return range(part.top(), part.bottom() + 1)


class StickyHeader(QWidget):
    """Shows the day of what is below, and lets the next day push it out."""

    def __init__(self, view: "DayList") -> None:
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the current day's header, or two of them while one pushes the other."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), current().background)
        self._view.paint_sticky(painter, self.rect())


class DayList(QListView):
    """Shows a TimelineModel as days and cards."""

    painted = Signal()  # after each paint of the list
    shown_rows_changed = Signal()  # after scrolling, resizing and changes of the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.density = theme.density
        self._geometry: Geometry | None = None
        self._places: list[tuple[str, int]] = []
        self._kept: tuple[list[str], str] | None = None
        self.cards = TimelineDelegate(self)
        self._sticky = StickyHeader(self)
        self._forward = True
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._render_ahead)
        self._set_up()
        self.restyle()

    def _set_up(self) -> None:
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

    def set_density(self, density: Density) -> None:
        """Show more or less on one screen; the event at the top stays there."""
        if density is not self.density:
            self._remember_place()
            self.density = density
            self.restyle()

    def selected_events(self) -> list[str]:
        """Return the ids of the selected events in their order; by stretches, so that all of many cost little."""
        model = self.timeline_model()
        if model is None or self.selectionModel() is None:
            return []
        selection = self.selectionModel().selection()
        rows = sorted({row for number in range(selection.count()) for row in _rows(selection.at(number))})
        return [entry.event_id for row in rows if (entry := model.entry_at(row)) is not None]

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
        self.cards.restyle(self.density)
        self._geometry = None
        self.setViewportMargins(0, self.cards.metrics.header_height, 0, 0)
        self.verticalScrollBar().setSingleStep(WHEEL_STEP)
        self._place_sticky()
        self.scheduleDelayedItemsLayout()

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

    # Layout and scrolling

    def doItemsLayout(self) -> None:
        """Work out the geometry; nothing is done per row."""
        self._geometry = None
        QAbstractItemView.doItemsLayout(self)
        self._restore_place()
        self._sticky.update()

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the list."""
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        shown = height + self.cards.metrics.header_height
        bar.setRange(0, max(0, self.list_geometry.total + BOTTOM_ROOM - shown))
        bar.setPageStep(max(height - self.cards.metrics.row_height // 2, 1))
        bar.setSingleStep(WHEEL_STEP)
        self._place_sticky()
        QAbstractItemView.updateGeometries(self)
        self.shown_rows_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the new size without measuring rows."""
        QAbstractItemView.resizeEvent(self, event)
        self._place_sticky()

    def viewportSizeHint(self) -> QSize:
        """Return a size that suits the window; never asks the rows."""
        return QSize(560, 400)

    def _place_sticky(self) -> None:
        below = self.viewport().geometry()
        height = self.cards.metrics.header_height
        self._sticky.setGeometry(below.left(), below.top() - height, below.width(), height)
        self._sticky.setVisible(bool(self.list_geometry.header_rows))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is drawn and draw only the strip that appears."""
        self.viewport().scroll(0, dy)
        self._forward = dy < 0
        self._sticky.update()
        self._rehover()
        self.shown_rows_changed.emit()

    def _render_ahead(self) -> None:
        """Draw, while there is nothing else to do, one of the cards that come next in the direction of scrolling."""
        model, rows = self.timeline_model(), self.visible_rows()
        if model is None or not rows:
            return
        most = min(len(rows), MOST_AHEAD)
        ahead = (
            range(rows.stop, rows.stop + most) if self._forward else range(rows.start - 1, rows.start - 1 - most, -1)
        )
        width, ratio = self.viewport().width(), self.devicePixelRatioF()
        for row in ahead:
            entry = model.entry_at(row)
            if entry is not None and self.cards.rendered.find(entry, width, ratio) is None:
                self.cards.render(entry, width, ratio)
                self._ahead.start()
                return

    def _rehover(self) -> None:
        """Draw anew around the pointer: the hovered card is another one after scrolling."""
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        if self.viewport().rect().contains(point) and self.underMouse():
            row_height = self.cards.metrics.row_height
            self.viewport().update(0, point.y() - 2 * row_height, self.viewport().width(), 4 * row_height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Follow a touchpad pixel by pixel, a wheel by lines."""
        pixels = event.pixelDelta().y()
        if pixels and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - pixels)
            event.accept()
            return
        QAbstractItemView.wheelEvent(self, event)

    # Keeping the place while rows come and go

    def _remember_place(self) -> None:
        """Note the visible events and how far they are from the top, unless the list shows its start."""
        model = self.timeline_model()
        if self._places or model is None or self.verticalOffset() == 0:
            return
        for row in self.visible_rows():
            event = model.entry_at(row)
            if event is not None:
                self._places.append((event.event_id, self.visualRect(model.index(row)).top()))

    def _restore_place(self) -> None:
        """Put the first of the noted events that still exists where it was; the start if none does."""
        places, self._places = self._places, []
        model, bar = self.timeline_model(), self.verticalScrollBar()
        if not places or model is None:
            return
        for event_id, top in places:
            index = model.index_of(event_id)
            if index.isValid():
                bar.setValue(bar.value() + self.visualRect(index).top() - top)
                return
        bar.setValue(0)

    def setModel(self, model: object) -> None:
        """Show a TimelineModel."""
        if not isinstance(model, TimelineModel):
            raise TypeError("a DayList shows a TimelineModel")
        old = self.timeline_model()
        if old is not None:
            old.disconnect(self)
        super().setModel(model)
        for begins in (model.replacing, model.modelAboutToBeReset):
            begins.connect(self._keep)
        for ends in (model.modelReset, model.replaced):
            ends.connect(self._take_up_again)
        for changed in (model.rowsInserted, model.rowsRemoved):
            changed.connect(self._forget_geometry)
        self._forget_geometry()

    def _forget_geometry(self) -> None:
        self._geometry = None

    def reset(self) -> None:
        """Start over after a model reset."""
        self._geometry = None
        QAbstractItemView.reset(self)

    def _keep(self) -> None:
        """Note place and selection before the rows change."""
        self._remember_place()
        if self._kept is None:
            self._kept = (self.selected_events(), self.current_event())

    def _take_up_again(self) -> None:
        """Select again what was selected and was taken out in between, because it moved or all rows are new."""
        kept, model = self._kept, self.timeline_model()
        self._geometry = None
        if kept is None or model is None:
            return
        flags = QItemSelectionModel.SelectionFlag
        missing = QItemSelection()
        for event_id in set(kept[0]) - set(self.selected_events()):
            index = model.index_of(event_id)
            if index.isValid():
                missing.select(index, index)
        if not missing.isEmpty():
            self.selectionModel().select(missing, flags.Select)
        if kept[1] != self.current_event() and model.index_of(kept[1]).isValid():
            self.selectionModel().setCurrentIndex(model.index_of(kept[1]), flags.NoUpdate)
        if kept[0] and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), flags.Select)  # the one after what was removed
        self._kept = None
        self.scheduleDelayedItemsLayout()
        if kept[1] != self.current_event():
            self.current_event_changed()

    def current_event_changed(self) -> None:
        """Do nothing; called when another event became the current one, but not while rows are being replaced."""

    def currentChanged(self, now: AnyIndex, before: AnyIndex) -> None:
        """Draw both anew."""
        super().currentChanged(now, before)
        self.viewport().update(self.visualRect(before))
        self.viewport().update(self.visualRect(now))
        if self._kept is None:
            self.current_event_changed()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that the event's region touches."""
        model = self.timeline_model()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current().background)
        if model is not None and model.rowCount():
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            self._paint_rows(painter, event.region(), model, option)
        painter.end()
        self._ahead.start()
        self.painted.emit()

    def _paint_rows(
        self, painter: QPainter, region: QRegion, model: TimelineModel, option: QStyleOptionViewItem
    ) -> None:
        geometry, offset, dirty = self.list_geometry, self._offset(), region.boundingRect()
        y = dirty.top() + offset
        row = geometry.row_at(y)
        hovered = self._hovered_row()
        current_row = self.currentIndex().row() if self.hasFocus() else -1
        selection = self.selectionModel()
        width = self.viewport().width()
        while 0 <= row < geometry.row_count and (top := geometry.top(row)) <= dirty.bottom() + offset:
            rect = QRect(0, top - offset, width, geometry.height(row))
            index = model.index(row)
            row += 1
            if not region.intersects(rect):
                continue  # between a strip that appeared and a picture that arrived
            option.rect = rect
            state = _State.State_Enabled
            if selection.isSelected(index):
                state |= _State.State_Selected
            if index.row() == hovered:
                state |= _State.State_MouseOver
            if index.row() == current_row:
                state |= _State.State_HasFocus
            option.state = state
            self.cards.paint(painter, option, index)

    def _hovered_row(self) -> int:
        if not self.underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())).row()

    def paint_sticky(self, painter: QPainter, rect: QRect) -> None:
        """Draw the header of the day at the top into a strip above the viewport."""
        model, geometry = self.timeline_model(), self.list_geometry
        top = self.verticalOffset()
        day_index = geometry.day_index_at(top)
        if model is None or day_index < 0:
            return
        following = geometry.header_top(day_index + 1)
        pushed = 0 if following is None else min(0, following - top - rect.height())
        for number, y in ((day_index, pushed), (day_index + 1, pushed + rect.height())):
            if y >= rect.height() or number >= len(geometry.header_rows):
                continue
            day = model.day_at(geometry.header_rows[number])
            if day is not None:
                self.cards.paint_header(painter, rect.translated(0, y), model, day)

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
