"""The grid of exhibits: smooth with ten thousand of them, and everything in it by the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.evidence.cards import Need
from ui.evidence.delegate import EvidenceDelegate, least_width
from ui.evidence.model import AnyIndex, EvidenceModel, Role
from ui.i18n import language
from ui.keeping import discard
from ui.timeline.thumbnails import Source, ThumbnailLoader, rows_to_load
from ui.tokens import SPACE_4, current, theme

LIST_KEYS = frozenset({Qt.Key.Key_A, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class EvidenceGrid(QListView):
    """Cells of `EvidenceModel`. Signals carry exhibits' ids; the current one is announced apart from the selection."""

    current_changed = Signal(str)
    selection_changed = Signal()
    activated_by_key = Signal()
    large_view_requested = Signal()
    search_requested = Signal()
    remove_requested = Signal()
    context_menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = EvidenceDelegate(self)
        self.setItemDelegate(self.cells)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setViewportMargins(SPACE_4, 0, 0, 0)
        self.thumbnails: ThumbnailLoader | None = None
        self._wish_timer = QTimer(self, singleShot=True, interval=0)
        self._wish_timer.timeout.connect(self._wish)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._wish_timer.start())
        self.doubleClicked.connect(lambda _: self.activated_by_key.emit())
        theme.changed.connect(self.fit)
        language.changed.connect(self._retranslate)
        self._retranslate()

    # What the page calls

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Ask for other thumbnails whenever other exhibits are shown."""
        super().setModel(model)
        if model is not None:
            for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
                changed.connect(self._wish_timer.start)

    def set_thumbnail_source(self, source: Source | None) -> None:
        """Take thumbnails from here (a blocking call, made off the UI thread); None for none."""
        if self.thumbnails is not None:
            self.thumbnails.close()
            discard(self.thumbnails)
        self.thumbnails = None
        if source is not None:
            self.thumbnails = ThumbnailLoader(source, self.cells.picture_size(), self.devicePixelRatioF(), self)
            self.thumbnails.ready.connect(self._repaint)
        self.cells.thumbnails = self.thumbnails
        self.viewport().update()
        self._wish_timer.start()

    def exhibits(self) -> EvidenceModel | None:
        """Return the model."""
        model = self.model()
        return model if isinstance(model, EvidenceModel) else None

    def current_id(self) -> str:
        """Return the current exhibit, empty for none."""
        card = self.currentIndex().data(Role.CARD)
        return card.exhibit_id if card is not None else ""

    def selected_ids(self) -> list[str]:
        """Return the selected exhibits, in the order in which they are shown."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        model = self.exhibits()
        cards = [model.card_at(row) for row in rows] if model is not None else []
        return [card.exhibit_id for card in cards if card is not None]

    def select(self, exhibit_ids: list[str], current_id: str) -> None:
        """Select exhibits again after the cells changed, without leaving the place."""
        model = self.exhibits()
        if model is None:
            return
        rows = {card.exhibit_id: row for row, card in enumerate(model.cards())}
        chosen = QItemSelection()
        for exhibit_id in exhibit_ids:
            if exhibit_id in rows:
                index = model.index(rows[exhibit_id])
                chosen.select(index, index)
        if current_id in rows:
            self.selectionModel().setCurrentIndex(
                model.index(rows[current_id]), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to(self, exhibit_id: str) -> bool:
        """Make an exhibit the current and only selected one and bring it into view; false if it is not shown."""
        model = self.exhibits()
        row = model.row_of(exhibit_id) if model is not None else -1
        if model is None or row < 0:
            return False
        index = model.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def fit(self) -> None:
        """Divide the width among as many cells as have room, and measure them anew."""
        room = max(self.viewport().width() - 1, least_width())
        columns = max(1, room // least_width())
        self.cells.restyle(room // columns)
        size = QSize(self.cells.measures.width, self.cells.measures.height)
        if self.gridSize() != size:
            self.setGridSize(size)
        self.verticalScrollBar().setSingleStep(max(20, size.height() // 3))
        if self.thumbnails is not None:
            self.thumbnails.set_size(self.cells.picture_size(), self.devicePixelRatioF())
        self.viewport().update()
        self._wish_timer.start()

    # Thumbnails

    def visible_rows(self) -> range:
        """Return the rows of which something is visible."""
        model = self.exhibits()
        size = self.gridSize()
        if model is None or size.height() <= 0 or not model.rowCount():
            return range(0)
        columns = max(1, self.viewport().width() // size.width())
        first = self.verticalScrollBar().value() // size.height() * columns
        screen = (self.viewport().height() // size.height() + 2) * columns
        return range(first, min(first + screen, model.rowCount()))

    def _wish(self) -> None:
        """Ask for what is visible first, then for the next screen."""
        model = self.exhibits()
        if self.thumbnails is None or model is None:
            return
        cards = [model.card_at(row) for row in rows_to_load(self.visible_rows())]
        self.thumbnails.want([card.sha256 for card in cards if card is not None])

    def _repaint(self, sha256: str) -> None:
        model = self.exhibits()
        for row in self.visible_rows() if model is not None else ():
            card = model.card_at(row) if model is not None else None
            if model is not None and card is not None and card.sha256 == sha256:
                self.viewport().update(self.visualRect(model.index(row)))

    # Keyboard and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the grid's own keys; leave letters to the window."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.activated_by_key.emit,
            Qt.Key.Key_Enter: self.activated_by_key.emit,
            Qt.Key.Key_Space: self.large_view_requested.emit,
            Qt.Key.Key_Slash: self.search_requested.emit,
            Qt.Key.Key_Delete: self.remove_requested.emit,
        }
        if plain and event.key() in actions:
            if self.currentIndex().isValid() or event.key() == Qt.Key.Key_Slash:
                actions[event.key()]()
            event.accept()
        elif plain and event.text() and event.key() not in LIST_KEYS:
            event.ignore()  # letters are the window's shortcuts, not a search by first letter
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Begin to say what an exhibit proves where its card asks for that."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        card = index.data(Role.CARD)
        asked = card is not None and Need.UNDESCRIBED in card.needs and event.button() is Qt.MouseButton.LeftButton
        if asked and self.cells.proof_rect(self.visualRect(index)).contains(point):
            self.activated_by_key.emit()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Announce the current exhibit."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current_id())

    def selectionChanged(self, chosen: QItemSelection, unchosen: QItemSelection) -> None:
        """Announce that other exhibits are selected."""
        super().selectionChanged(chosen, unchosen)
        self.selection_changed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the selected exhibits."""
        if not self.selectedIndexes():
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            place = event.globalPos()
        self.context_menu_requested.emit(place)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground first: only then does scrolling copy what is on the screen already."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), current().background)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the width anew."""
        super().resizeEvent(event)
        self.fit()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Evidence"))
        self.fit()
