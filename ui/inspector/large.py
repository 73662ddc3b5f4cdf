"""The exhibit as large as the window, what is typed from it beside it; or two exhibits beside each other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import FieldValue
from ui.controls import Button, ElidedLabel, IconButton, PlainLabel, chain_tabs, in_visual_order, part
from ui.desk import Desk
from ui.i18n import language
from ui.inspector.found import FoundOnExhibit
from ui.inspector.side import LargeSide
from ui.keeping import discard
from ui.settings import Settings
from ui.subjects import Subject
from ui.timeline.words import safe
from ui.tokens import INSPECTOR_WIDTH, SPACE_1, SPACE_2, SPACE_3, scaled, theme
from ui.viewer.compare import CompareView
from ui.viewer.pageview import LARGE_CACHE_BYTES
from ui.viewer.viewer import ExhibitViewer

FURNISH_MS = 150  # after which the facts come even where nothing of the exhibit was seen yet
LEAST_PICTURE, LEAST_SIDE = 360, 280
PLACE, SIDE = "large", "large_side"  # under which the settings keep the widths, and whether the side is folded

Order = Callable[[], Sequence[str]]
"""Returns the events that the timeline shows, in its order."""


class LargeView(QWidget):
    """Lies over the whole window until Space or Escape, and follows what is selected on the desk."""

    open_wanted = Signal(bool)
    """The original shall be opened, or (true) shown in its folder."""
    event_wanted = Signal(str)
    picking_wanted = Signal(object)
    """Another exhibit shall be chosen to compare with; carries where the choice goes."""
    removal_wanted = Signal(object, str, str)
    keys_wanted = Signal()
    closed = Signal()
    focus_lost = Signal()
    """It was closed, and what had the keys before it was opened is gone."""

    def __init__(
        self, window: QWidget, desk: Desk, order: Order, settings: Settings | None = None, *, sought: str = ""
    ) -> None:
        """``sought`` are words that are searched for, to be marked on the picture."""
        super().__init__(window)
        part(self, "surface")
        self._over = window
        self._desk, self._order, self._settings = desk, order, settings
        self._exhibit: Exhibit | None = None
        self._focused = window.focusWidget()
        self._beneath = window.centralWidget() if isinstance(window, QMainWindow) else None
        self.title = ElidedLabel(role="title")
        self.place = PlainLabel(role="caption", tone="muted")
        self.previous, self.next = IconButton("arrow-left"), IconButton("arrow-right")
        self.compare = Button(icon_name="columns")
        self.fold = IconButton("sidebar-simple")
        self.fold.setCheckable(True)
        self.leave = IconButton("x")
        self.viewer = ExhibitViewer(large=True)
        self.viewer.canvas.cache_bytes = LARGE_CACHE_BYTES
        self._found = FoundOnExhibit(desk, self.viewer, sought)
        self.setAcceptDrops(True)
        self.side = LargeSide()
        self.pair: CompareView | None = None
        self._furnish = QTimer(self, singleShot=True)
        self._furnish.timeout.connect(self._furnish_side)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._take_widths()

    # What the inspector calls

    def present(self) -> None:
        """Cover the window and show what is selected."""
        self.setGeometry(self._over.rect())
        self._over.installEventFilter(self)
        self._show()
        self.show()
        self.raise_()
        self.viewer.take_focus()
        self.viewer.first_pixels.connect(self._hurry)
        self._furnish.start(FURNISH_MS)
        if self._beneath is not None:
            self._beneath.hide()  # nothing there can be reached, and nothing has to be drawn

    def _hurry(self) -> None:
        if self._furnish.isActive():
            self._furnish.start(0)

    def _furnish_side(self) -> None:
        """Make the facts beside the picture, now that it can be seen."""
        if not self.isHidden():
            self.side.furnish()
            chain_tabs(in_visual_order(self))

    def compare_with(self, other: Exhibit) -> None:
        """Show another exhibit beside this one."""
        session = self._desk.session
        if session is None or self._exhibit is None:
            return
        self.finish()
        if self.pair is None:
            self.pair = CompareView()
            self.pair.other_wanted.connect(self._pick)
            self.pair.closed.connect(self._show_one)
            self._pages.addWidget(self.pair)
        self._pages.setCurrentWidget(self.pair)
        self.pair.show_exhibits(session, self._exhibit, other)

    def close_view(self) -> None:
        """Save what is typed, uncover the window."""
        if self.isHidden():
            return
        self.finish()
        self._keep_widths()
        self._over.removeEventFilter(self)
        if self._beneath is not None:
            self._beneath.show()
        self.hide()
        self.viewer.close_source()
        if self.pair is not None:
            self.pair.clear()
        self.closed.emit()
        if self._focused is not None and isValid(self._focused) and self._focused.isVisible():
            self._focused.setFocus()
        else:
            self.focus_lost.emit()
        discard(self)

    @property
    def exhibit(self) -> Exhibit | None:
        """What is shown."""
        return self._exhibit

    def finish(self) -> None:
        """Keep what is being typed beside the picture or below the waveform."""
        self.side.finish()
        self.viewer.finish()

    # What is shown

    def _show(self) -> None:
        detail, dispute, session = self._desk.detail, self._desk.dispute, self._desk.session
        if detail is None or dispute is None or session is None or not detail.exhibits:
            if self._desk.event_id == "" or session is None or (detail is not None and not detail.exhibits):
                self.close_view()
            return
        exhibits = {exhibit.id: exhibit for exhibit in detail.exhibits}
        shown = exhibits.get(self._exhibit.id) if self._exhibit is not None else None
        self._exhibit = exhibit = shown or detail.exhibits[0]
        self.title.setText(safe(exhibit.label))
        self.viewer.show_exhibit(session, exhibit)
        self._found.follow()
        self.side.show_exhibit(exhibit, dispute.zone, read_only=self._desk.read_only)
        self._show_place()
        chain_tabs(in_visual_order(self))

    def _show_place(self, _: object = None) -> None:
        events = self._events()
        at = events.index(self._desk.event_id) if self._desk.event_id in events else -1
        self.place.setText(f"{at + 1} / {len(events)}" if at >= 0 else "")
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(0 <= at < len(events) - 1)

    def _events(self) -> Sequence[str]:
        """Return the shown events that have an exhibit, in the timeline's order."""
        return self._desk.outline.pictured(self._order())

    def step(self, by: int) -> None:
        """Go to the next (+1) or previous (-1) exhibit: of this entry first, then of the timeline."""
        if self._comparing:
            return
        self.finish()
        detail = self._desk.detail
        own = [exhibit.id for exhibit in detail.exhibits] if detail is not None else []
        if self._exhibit is not None and self._exhibit.id in own:
            at = own.index(self._exhibit.id) + by
            if detail is not None and 0 <= at < len(own):
                self._exhibit = detail.exhibits[at]
                self._show()
                return
        events = self._events()
        at = events.index(self._desk.event_id) + by if self._desk.event_id in events else 0
        if 0 <= at < len(events):
            self.event_wanted.emit(events[at])

    # Comparing

    @property
    def _comparing(self) -> bool:
        return self.pair is not None and self._pages.currentWidget() is self.pair

    def _pick(self) -> None:
        self.picking_wanted.emit(self.compare_with)

    def _show_one(self) -> None:
        if self.pair is not None:
            self.pair.clear()
        self._pages.setCurrentWidget(self._single)
        self.viewer.take_focus()

    # Inside

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE_3, SPACE_2, SPACE_2, SPACE_1)
        bar.setSpacing(SPACE_1)
        bar.addWidget(self.previous)
        bar.addWidget(self.next)
        bar.addWidget(self.place)
        bar.addSpacing(SPACE_2)
        bar.addWidget(self.title, 1)
        for control in (self.compare, self.fold, self.leave):
            bar.addWidget(control)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.viewer.setMinimumWidth(LEAST_PICTURE)
        self._measure()
        for pane in (self.viewer, self.side):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(0, 1)
        self._single = QWidget()
        inside = QVBoxLayout(self._single)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(bar)
        inside.addWidget(self.splitter, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._single)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _measure(self) -> None:
        """Let the side hold its words in any size, and leave at least half the window to the picture."""
        self.side.setMinimumWidth(min(scaled(LEAST_SIDE), self._over.width() // 2))

    def _connect(self) -> None:
        theme.changed.connect(self._measure)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.compare.clicked.connect(self._pick)
        self.fold.toggled.connect(self._fold)
        self.leave.clicked.connect(self.close_view)
        self.viewer.canvas.step_requested.connect(self.step)
        self.viewer.original_requested.connect(lambda: self.open_wanted.emit(False))
        self.side.open_wanted.connect(self.open_wanted)
        self.side.edited.connect(self._edit)
        self.viewer.edited.connect(self._edit)
        self.side.removal_wanted.connect(lambda *about: self.removal_wanted.emit(Subject.EXHIBIT, *about))
        self._desk.detail_changed.connect(self._show)
        self._desk.timeline_changed.connect(self._show_place)
        self._desk.closed.connect(self.close_view)
        language.changed.connect(self.retranslate)
        for keys, verb in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self._redo),
            (QKeySequence("F1"), self.keys_wanted.emit),
            (QKeySequence("F8"), self._toggle),
            (QKeySequence("F7"), self._back),
            (QKeySequence("Ctrl+Right"), lambda: self.step(1)),
            (QKeySequence("Ctrl+Left"), lambda: self.step(-1)),
        ):
            QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(verb)

    def retranslate(self) -> None:
        """Set all texts."""
        self.setAccessibleName(self.tr("Large view"))
        self.previous.set_name(self.tr("Previous exhibit (Ctrl+←)"))
        self.next.set_name(self.tr("Next exhibit (Ctrl+→)"))
        self.compare.setText(self.tr("Compare with…"))
        self.leave.set_name(self.tr("Close the large view (Space)"))
        self._name_fold()

    def _name_fold(self) -> None:
        shown = self.fold.isChecked()
        self.fold.set_name(self.tr("Hide the facts (I)") if shown else self.tr("Show the facts (I)"))

    def _fold(self, shown: bool) -> None:
        if not shown:
            self.finish()
            if self.side.isAncestorOf(self.focusWidget() or self):
                self.viewer.take_focus()
        self.side.setVisible(shown)
        self._name_fold()

    def _edit(self, exhibit_id: str, changes: dict[str, FieldValue]) -> None:
        self._desk.edits.edit(Subject.EXHIBIT, exhibit_id, changes)

    def _undo(self) -> None:
        self.finish()
        self._desk.edits.undo(self.tr("taken back"))

    def _redo(self) -> None:
        self.finish()
        self._desk.edits.redo()

    def _toggle(self) -> None:
        """Play and pause without leaving the transcript."""
        if self.viewer.player is not None:
            self.viewer.player.toggle()

    def _back(self) -> None:
        if self.viewer.player is not None:
            self.viewer.player.back()

    def _take_widths(self) -> None:
        settings = self._settings
        folded = settings is not None and bytes(settings.place(SIDE).data()) == b"folded"
        self.fold.setChecked(not folded)
        self._fold(not folded)
        widths = settings.place(PLACE) if settings is not None else QByteArray()
        if widths.isEmpty() or not self.splitter.restoreState(widths):
            room = self._over.width()
            self.splitter.setSizes([room - scaled(INSPECTOR_WIDTH), scaled(INSPECTOR_WIDTH)])

    def _keep_widths(self) -> None:
        if self._settings is not None:
            self._settings.set_place(PLACE, self.splitter.saveState())
            self._settings.set_place(SIDE, QByteArray(b"" if self.fold.isChecked() else b"folded"))

    # Keys, focus, size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Space or Escape, go on with arrows, compare with C, fold the side with I."""
        key = event.key()
        if key in {Qt.Key.Key_Space, Qt.Key.Key_Escape}:
            self._show_one() if self._comparing else self.close_view()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.step(1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.step(-1)
        elif key == Qt.Key.Key_I and not event.modifiers() and not self._comparing:
            self.fold.toggle()
        elif key == Qt.Key.Key_C and not event.modifiers():
            self._pick()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep the Tab key inside: what lies beneath is covered."""
        order = [widget for widget in in_visual_order(self) if widget.isVisible() and widget.isEnabled()]
        if not order:
            return True
        focused = self.window().focusWidget()
        at = order.index(focused) if focused in order else (-1 if next else 0)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        order[(at + (1 if next else -1)) % len(order)].setFocus(reason)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Give way to files that are dragged in: the window beneath names where they will go."""
        event.ignore()
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            QTimer.singleShot(0, self.close_view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)
