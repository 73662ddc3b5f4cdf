"""A list of days and cards: sticky day header, drawing, and keeping one's place while rows come and go."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from ui.timeline.model import TimelineModel
from ui.timeline.rowlist import AnyIndex, RowList
from ui.tokens import Density, current

MOST_AHEAD = 12  # cards drawn before they are seen: more than a fast wheel brings into view at once

MOST_AGAIN = 100_000
"""Of more selected events than this, only the current one is selected again after all rows were replaced."""

_State = QStyle.StateFlag


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


class DayList(RowList):
    """Shows a TimelineModel as days and cards."""

    painted = Signal()  # after each paint of the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[tuple[str, int]] = []
        self._kept: tuple[list[str], str] | None = None
        self._sticky = StickyHeader(self)
        self._forward = True
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._render_ahead)
        self._set_up()
        self.restyle()

    def set_density(self, density: Density) -> None:
        """Show more or less on one screen; the event at the top stays there."""
        if density is not self.density:
            self._remember_place()
            self.density = density
            self.restyle()

    def set_low(self, low: bool) -> None:
        """Show lower cards where the page is low; the event at the top stays there."""
        if low != self.low:
            self._remember_place()
            self.low = low
            self.restyle()

    def restyle(self) -> None:
        """Measure and draw anew after fonts, colours, language or density changed."""
        super().restyle()
        self._place_sticky()

    # Layout and scrolling

    def doItemsLayout(self) -> None:
        """Work out the geometry; nothing is done per row."""
        self._geometry = None
        QAbstractItemView.doItemsLayout(self)
        self._restore_place()
        self._sticky.update()

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the list, and the sticky header to both."""
        self._place_sticky()
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the new size without measuring rows."""
        QAbstractItemView.resizeEvent(self, event)
        self._place_sticky()

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
        gone = set(kept[0]) - set(self.selected_events())
        for row in model.rows_of(gone) if gone and len(gone) <= MOST_AGAIN else ():
            missing.select(model.index(row), model.index(row))
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

    def _forget_geometry(self) -> None:
        self._geometry = None

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
