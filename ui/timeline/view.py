"""The timeline: what a person can do with the list of days and cards, by keyboard, pointer and menu."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from evidence_app.domain.events import EventStatus, TimelineEntry
from evidence_app.domain.review import Related
from ui.i18n import language
from ui.keeping import discard
from ui.timeline.arranging import ArrangingList
from ui.timeline.model import Role
from ui.timeline.rowlist import AnyIndex
from ui.timeline.thumbnails import Source, ThumbnailLoader, rows_to_load
from ui.tokens import theme

LIST_KEYS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
"""Keys with a text that the list itself handles."""


class TimelineView(ArrangingList):
    """Shows a TimelineModel. Drops are left to the window: the view does not accept them."""

    event_selected = Signal(str)  # the current event changed; "" for none
    selection_changed = Signal()  # ask selected_events()
    event_activated = Signal(str)  # Enter or double-click: edit
    large_view_requested = Signal(str)  # Space
    search_requested = Signal()
    filters_requested = Signal()
    days_requested = Signal()
    views_requested = Signal()
    batch_requested = Signal()
    undated_requested = Signal()
    times_requested = Signal(str, QRect)  # an event's readings; where its time is, on the screen
    note_requested = Signal()
    call_requested = Signal()
    remove_requested = Signal(list)
    accept_requested = Signal(list)
    dismiss_requested = Signal(list)
    thumbnails: ThumbnailLoader | None = None
    context_menu_requested = Signal(list, QPoint)  # selected ids; global position

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish_timer = QTimer(self, singleShot=True, interval=0)
        self._wish_timer.timeout.connect(self._wish_thumbnails)
        self.shown_rows_changed.connect(self._wish_timer.start)
        self.doubleClicked.connect(lambda index: self._say(self.event_activated, index))
        theme.changed.connect(self.restyle)
        theme.density_changed.connect(self._take_density)
        language.changed.connect(self._retranslate)
        self._retranslate()

    # What the shell calls

    def set_thumbnail_source(self, source: Source | None) -> None:
        """Take thumbnails from here (a blocking call, made off the UI thread); None for none."""
        if self.thumbnails is not None:
            self.thumbnails.close()
            discard(self.thumbnails)
        self.thumbnails = None
        if source is not None:
            self.thumbnails = ThumbnailLoader(source, self._thumb_size(), self.devicePixelRatioF(), self)
            self.thumbnails.ready.connect(self._repaint_thumbnail)
        self.cards.thumbnails = self.thumbnails
        self.viewport().update()
        self._wish_timer.start()

    def select_event(self, event_id: str) -> bool:
        """Make an event the current and only selected one and bring it into view; false if it is not shown."""
        model = self.timeline_model()
        index = model.index_of(event_id) if model else QModelIndex()
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def show_threads(self, threads: Mapping[str, Sequence[Related]]) -> None:
        """Say of entries that stand for pictures how these follow other pictures of their thread."""
        model = self.timeline_model()
        if threads != self.cards.threads and model is not None:
            self.cards.threads = model.threads = threads
            self.restyle()

    def restyle(self) -> None:
        """Measure and draw anew after fonts, colours, language or density changed."""
        super().restyle()
        if self.thumbnails is not None:
            self.thumbnails.set_size(self._thumb_size(), self.devicePixelRatioF())

    def _take_density(self) -> None:
        self.set_density(theme.density)

    # Thumbnails

    def _thumb_size(self) -> QSize:
        return QSize(*self.cards.metrics.thumb)

    def _wish_thumbnails(self) -> None:
        """Ask for what is visible first, then for the next screen."""
        model = self.timeline_model()
        if self.thumbnails is None or model is None:
            return
        entries = [model.entry_at(row) for row in rows_to_load(self.visible_rows())]
        self.thumbnails.want([entry.sha256 for entry in entries if entry is not None and entry.sha256])

    def _repaint_thumbnail(self, sha256: str) -> None:
        model = self.timeline_model()
        if model is None:
            return
        for row in self.visible_rows():
            entry = model.entry_at(row)
            if entry is not None and entry.sha256 == sha256:
                self.viewport().update(self.cards.thumb_rect(self.visualRect(model.index(row)), entry))

    # Keyboard and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the timeline's own keys; leave the others to the list and the window."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self._edit,
            Qt.Key.Key_Enter: self._edit,
            Qt.Key.Key_Space: lambda: self._say(self.large_view_requested, self.currentIndex()),
            Qt.Key.Key_Slash: self.search_requested.emit,
            Qt.Key.Key_F: self.filters_requested.emit,
            Qt.Key.Key_D: self.days_requested.emit,
            Qt.Key.Key_V: self.views_requested.emit,
            Qt.Key.Key_U: self.undated_requested.emit,
            Qt.Key.Key_T: self.ask_times,
            Qt.Key.Key_N: self.note_requested.emit,
            Qt.Key.Key_C: self.call_requested.emit,
            Qt.Key.Key_A: self._accept,
            Qt.Key.Key_X: lambda: self.dismiss_requested.emit(self.selected_events()),
            Qt.Key.Key_Delete: lambda: self.remove_requested.emit(self.selected_events()),
        }
        if plain and event.key() in actions:
            actions[event.key()]()
            event.accept()
            return
        if plain and event.key() == Qt.Key.Key_Escape and not self.dragging and self.several_selected():
            self._select_only_current()
            return
        if event.text() and plain and event.key() not in LIST_KEYS:
            event.ignore()  # letters are the window's shortcuts, not a search by first letter
            return
        super().keyPressEvent(event)

    def _edit(self) -> None:
        """Ask to edit the current event, or all selected ones together."""
        if self.several_selected():
            self.batch_requested.emit()
        else:
            self._say(self.event_activated, self.currentIndex())

    def _accept(self) -> None:
        """Ask to accept what is selected; from a single event that waits go on to the next one that does."""
        chosen, model, row = self.selected_events(), self.timeline_model(), self.currentIndex().row()
        self.accept_requested.emit(chosen)
        if model is None or len(chosen) > 1 or not _waits(model.entry_at(row)):
            return
        following = model.first_from(row + 1, _waits)
        if following is not None:
            self.select_event(str(model.index(following).data(Role.EVENT_ID)))

    def _select_only_current(self) -> None:
        self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def ask_times(self) -> None:
        """Ask for the readings of the current event's time."""
        index = self.currentIndex()
        if event_id := str(index.data(Role.EVENT_ID) or ""):
            self.scrollTo(index)
            place = self.visualRect(index)
            place.setWidth(int(self.cards.metrics.card_x))
            place.setHeight(place.height() // 2)
            self.times_requested.emit(event_id, QRect(self.viewport().mapToGlobal(place.topLeft()), place.size()))

    def _warned_at(self, point: QPoint) -> bool:
        """Tell whether a point lies on the mark of times that disagree."""
        index = self.indexAt(point)
        entry = index.data(Role.ENTRY)
        return entry is not None and self.cards.warning_rect(self.visualRect(index), entry).contains(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the amber mark can be clicked."""
        super().mouseMoveEvent(event)
        if not self.dragging:
            warned = self._warned_at(event.position().toPoint())
            shape = Qt.CursorShape.PointingHandCursor if warned else Qt.CursorShape.ArrowCursor
            if self.viewport().cursor().shape() is not shape:
                self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the readings where the amber mark was clicked."""
        carried = self.dragging
        super().mouseReleaseEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if left and not carried and self._warned_at(event.position().toPoint()):
            self.ask_times()

    def _say(self, signal: SignalInstance, index: AnyIndex) -> None:
        event_id = index.data(Role.EVENT_ID)
        if event_id:
            signal.emit(event_id)

    def current_event_changed(self) -> None:
        """Announce the current event."""
        self.event_selected.emit(self.current_event())

    def selectionChanged(self, chosen: QItemSelection, unchosen: QItemSelection) -> None:
        """Announce the selected events."""
        super().selectionChanged(chosen, unchosen)
        self.selection_changed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu about the selected events."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            place = event.globalPos()
        self.context_menu_requested.emit(self.selected_events(), place)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a move to a screen with other pixels."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.restyle()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))
        self.restyle()


def _waits(entry: TimelineEntry | None) -> bool:
    return entry is not None and entry.status is EventStatus.SUGGESTED
