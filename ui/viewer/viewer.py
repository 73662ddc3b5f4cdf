"""The exhibit view: a picture or a page to zoom and pan, or a card with what is known where nothing can be drawn."""

from collections.abc import Sequence
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.machine_text import Place
from evidence_app.errors import JuzhengError
from evidence_app.progress import Cancelled
from ui.controls import ElidedLabel, IconButton, PlainLabel, is_language_change
from ui.keeping import discard
from ui.tokens import SPACE_1, SPACE_2, control_height, font, scaled, theme
from ui.viewer.canvas import Fit
from ui.viewer.facts import FactsCard
from ui.viewer.found import FoundCanvas
from ui.viewer.marked import Mark
from ui.viewer.recording import RecordingSource, is_playable, is_recording, session_recording
from ui.viewer.source import PageSource, session_source

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.domain.exhibits import TimeMark
    from ui.viewer.player import PlayerView

DRAWN = frozenset({MediaKind.IMAGE, MediaKind.PDF})
ROOM_FOR_FITS = 480  # a narrower bar, at the usual text size, holds no more than pages, turning and zoom


class ExhibitViewer(QWidget):
    """Shows one exhibit. Nothing here waits: previews come first, sharp tiles when the worker has drawn them."""

    original_requested = Signal()  # open the original with the system's own program
    large_view_requested = Signal()
    edited = Signal(str, dict)
    """The id of an exhibit, and what was changed of it here: the marks of a recording."""
    first_pixels = Signal()
    """Something of the exhibit that was asked for last can be seen."""

    def __init__(self, parent: QWidget | None = None, *, large: bool = False) -> None:
        """``large``: there is room for every control, and no larger view to go to."""
        super().__init__(parent)
        self._exhibit: Exhibit | None = None
        self._source: PageSource | None = None
        self._recording: RecordingSource | None = None
        self._is_large, self._read_only = large, False
        self._fitting = QTimer(
            self, singleShot=True, interval=0
        )  # not while Qt shows it: controls would stay half shown
        self._fitting.timeout.connect(self._fit_bar)
        self.player: PlayerView | None = None
        self._page_index = 0
        self.canvas = FoundCanvas()
        self._facts = FactsCard()
        self._empty = QWidget()
        self._previous, self._next = IconButton("caret-left"), IconButton("caret-right")
        self._page_label = PlainLabel(role="caption", tone="muted")
        self._out, self._in = IconButton("magnifying-glass-minus"), IconButton("magnifying-glass-plus")
        self._zoom = QToolButton()
        self._wide, self._page = IconButton("arrows-left-right"), IconButton("frame-corners")
        self._turn, self._large = IconButton("arrow-clockwise"), IconButton("arrows-out")
        self._open = IconButton("arrow-square-out")
        self._note = ElidedLabel(role="caption", tone="attention")
        self._note.hide()
        self._bar = self._make_bar()
        self._large.setVisible(not large)  # now that it lies in something, it is no window of its own
        for control in (self._turn, self._wide, self._page):
            control.setVisible(large)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        for shown in (self._empty, self.canvas, self._facts):
            self._stack.addWidget(shown)
        column.addWidget(self._bar)
        self._connect()
        self._name_things()
        self.clear()

    # What the shell calls

    def show_exhibit(self, session: "Session", exhibit: Exhibit) -> None:
        """Show an exhibit of an open vault, from its first page or its beginning."""
        self._read_only = session.read_only
        recording = session_recording(session, exhibit.original.sha256) if is_recording(exhibit) else None
        self.show_source(session_source(session, exhibit.original), exhibit, recording)

    def show_source(self, source: PageSource, exhibit: Exhibit, recording: RecordingSource | None = None) -> None:
        """Show an exhibit whose pixels or sound come from here. The same one again keeps page, zoom and place."""
        if self._exhibit is not None and self._exhibit.id != exhibit.id:
            self.finish()  # what is typed belongs to what was shown until now
        same = self._exhibit is not None and self._exhibit.original == exhibit.original
        if same and self._exhibit is not None and self._exhibit.removed_at == exhibit.removed_at:
            self._exhibit = exhibit
            self._facts.show_exhibit(exhibit)
            if self.player is not None and self._stack.currentWidget() is self.player:
                self.player.show_marks(exhibit, read_only=self._read_only)
            return
        self._exhibit, self._source, self._page_index = exhibit, source, 0
        self.canvas.show_marks(())
        self.canvas.show_found(())
        media = exhibit.original.media
        in_part = media.problem == "damaged" and media.width_px > 0
        drawable = media.kind in DRAWN and (not media.problem or in_part) and exhibit.removed_at is None
        self._facts.show_exhibit(exhibit)
        self.canvas.setAccessibleName(exhibit.label)
        self._stop_player()
        self._recording = recording
        if recording is not None and is_playable(exhibit):
            self._play(recording, exhibit)
        else:
            self._show_pages(drawable)

    def _play(self, recording: RecordingSource, exhibit: Exhibit) -> None:
        if self.player is None:
            self.player = self._make_player()
        self._bar.hide()
        self.canvas.show_source(None)
        self._stack.setCurrentWidget(self.player)
        self.player.show_recording(recording, exhibit, read_only=self._read_only)

    def _make_player(self) -> "PlayerView":
        from ui.viewer.player import PlayerView

        player = PlayerView(large=self._is_large)
        player.original_requested.connect(self.original_requested)
        player.large_view_requested.connect(self.large_view_requested)
        player.first_pixels.connect(self.first_pixels)
        player.marks_edited.connect(self._edit_marks)
        self._stack.addWidget(player)
        return player

    def _edit_marks(self, marks: tuple["TimeMark", ...]) -> None:
        if self._exhibit is not None:
            self.edited.emit(self._exhibit.id, {"marks": marks})

    def _stop_player(self) -> None:
        if self.player is not None:
            self.player.finish()
            self.player.close_recording()

    def try_again(self) -> None:
        """Try to draw or play what could not be before: as much of it as there is."""
        exhibit = self._exhibit
        if exhibit is None or exhibit.removed_at is not None:
            return
        if self._recording is not None:
            self._play(self._recording, exhibit)
        else:
            self._show_pages(drawable=True)

    def _show_pages(self, drawable: bool) -> None:
        if self._exhibit is None:
            return
        self._bar.setVisible(drawable)
        vector = self._exhibit.original.media.kind is MediaKind.PDF
        self.canvas.show_source(self._source if drawable else None, vector=vector)
        self._stack.setCurrentWidget(self.canvas if drawable else self._facts)
        self._say_note()
        if drawable:
            self._show_page()

    def clear(self) -> None:
        """Show nothing."""
        self._stop_player()
        self._exhibit = self._source = self._recording = None
        self.canvas.show_source(None)
        self._bar.hide()
        self._stack.setCurrentWidget(self._empty)

    def close_source(self) -> None:
        """Stop loading; call before the vault is closed."""
        self.clear()

    def take_focus(self) -> None:
        """Let keys go to what is shown."""
        shown = self._stack.currentWidget()
        playing = self.player is not None and shown is self.player
        (self.player.waveform if self.player is not None and playing else shown or self).setFocus()

    def rest(self) -> None:
        """Be quiet while something covers this."""
        if self.player is not None:
            self.player.playback.pause()

    def finish(self) -> None:
        """Keep what is being typed."""
        if self.player is not None:
            self.player.finish()

    @property
    def exhibit(self) -> Exhibit | None:
        """What is shown."""
        return self._exhibit

    @property
    def page_index(self) -> int:
        """Which page is shown, from 0."""
        return self._page_index

    @property
    def page_count(self) -> int:
        """How many pages the exhibit has, at least 1."""
        return max(1, self._exhibit.original.media.page_count) if self._exhibit else 1

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark places of the exhibit that is shown; none of another one stay."""
        self.canvas.show_marks(marks)

    def show_found(self, places: Sequence[Place]) -> None:
        """Mark the words of a search on the exhibit that is shown, and bring the first of them into view."""
        news = tuple(places) != self.canvas.found
        self.canvas.show_found(places)
        if news and places:
            self.reveal(places[0])

    def reveal(self, place: Place) -> None:
        """Bring a place of the exhibit into view, on its page."""
        self.turn(place.page_index - self._page_index)
        self.canvas.reveal(place)

    def turn(self, pages: int) -> None:
        """Go on or back by pages, as far as there are any."""
        wanted = min(max(self._page_index + pages, 0), self.page_count - 1)
        if wanted != self._page_index:
            self._page_index = wanted
            self._show_page()

    # Inside

    def _show_page(self) -> None:
        if self._exhibit is None:
            return
        media = self._exhibit.original.media
        # Only the first page's size is in the catalog; that of the others comes with their picture.
        first = self._page_index == 0
        self.canvas.show_page(self._page_index, media.width_px * first, media.height_px * first)
        several = self.page_count > 1
        for widget in (self._previous, self._next, self._page_label):
            widget.setVisible(several)
        self._previous.setEnabled(self._page_index > 0)
        self._next.setEnabled(self._page_index < self.page_count - 1)
        self._say_page()

    def _say_page(self) -> None:
        self._page_label.setText(f"{self._page_index + 1} / {self.page_count}")
        self._page_label.setAccessibleName(
            self.tr("Page %1 of %2").replace("%1", str(self._page_index + 1)).replace("%2", str(self.page_count))
        )

    def _say_note(self) -> None:
        """Say what is not as the original is: the way it is turned, or that only a part of it could be read."""
        damaged = self._exhibit is not None and bool(self._exhibit.original.media.problem)
        note = ""
        if self.canvas.turned:
            note = self.tr("Turned for viewing only; the original stays as it is")
        elif damaged:
            note = self.tr("Damaged or incomplete: shown as far as it can be read")
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _failed(self, error: object) -> None:
        """Show what is known instead of a page that cannot be drawn."""
        if self._exhibit is None:
            return
        if isinstance(error, Cancelled | CancelledError):
            return  # the vault is being closed
        code = error.code if isinstance(error, JuzhengError) else "unreadable"
        self._facts.show_exhibit(self._exhibit, problem=code)
        self._stack.setCurrentWidget(self._facts)
        self._bar.setVisible(self.page_count > 1)

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE_2, SPACE_1, SPACE_2, SPACE_1)
        row.setSpacing(SPACE_1)
        self._zoom.setAutoRaise(True)
        self._zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for widget in (self._previous, self._page_label, self._next):
            row.addWidget(widget)
        row.addWidget(self._note, 100)
        row.addStretch(1)
        for control in (
            self._turn,
            self._wide,
            self._page,
            self._out,
            self._zoom,
            self._in,
            self._large,
            self._open,
        ):
            row.addWidget(control)
        return bar

    def _connect(self) -> None:
        self._previous.clicked.connect(lambda: self.turn(-1))
        self._next.clicked.connect(lambda: self.turn(1))
        self._out.clicked.connect(lambda: self.canvas.zoom_by(-1))
        self._in.clicked.connect(lambda: self.canvas.zoom_by(1))
        self._wide.clicked.connect(lambda: self.canvas.choose_fit(Fit.WIDTH))
        self._page.clicked.connect(lambda: self.canvas.choose_fit(Fit.PAGE))
        self._turn.clicked.connect(lambda: self.canvas.turn_view())
        self._large.clicked.connect(self.large_view_requested)
        self._open.clicked.connect(self.original_requested)
        self._facts.open_requested.connect(self.original_requested)
        self._facts.retry_requested.connect(self.try_again)
        self.canvas.zoom_changed.connect(lambda scale: self._zoom.setText(f"{scale * 100:.0f} %"))
        self.canvas.turned_changed.connect(lambda _: self._say_note())
        self.canvas.turn_requested.connect(self.turn)
        self.canvas.first_pixels.connect(self.first_pixels)
        self.canvas.failed.connect(self._failed)
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self._zoom.setFont(font("caption"))
        self._zoom.setMinimumSize(control_height() * 2, control_height())

    def _name_things(self) -> None:
        """Set all words in the window's language."""
        self._previous.set_name(self.tr("Previous page"))
        self._next.set_name(self.tr("Next page"))
        self._out.set_name(self.tr("Smaller"))
        self._in.set_name(self.tr("Larger"))
        self._wide.set_name(self.tr("Fit width (W)"))
        self._page.set_name(self.tr("Fit page (0)"))
        self._turn.set_name(self.tr("Turn for viewing (R)"))
        self._say_note()
        self._large.set_name(self.tr("Large view (Space)"))
        self._open.set_name(self.tr("Open original"))
        self._zoom.setAccessibleName(self.tr("Zoom"))
        self._dress()
        if (before := self._zoom.menu()) is not None:
            discard(before)
        menu = QMenu(self._zoom)
        for words, key, act in (
            (self.tr("Fit width"), "W", lambda: self.canvas.choose_fit(Fit.WIDTH)),
            (self.tr("Fit page"), "0", lambda: self.canvas.choose_fit(Fit.PAGE)),
            (self.tr("Actual size"), "1", lambda: self.canvas.zoom_with(1.0 / self.canvas.scale)),
            (self.tr("Turn for viewing"), "R", lambda: self.canvas.turn_view()),
        ):
            action = QAction(words, menu)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            menu.addAction(action)
        self._zoom.setMenu(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the fits to their keys and the zoom's menu where large text takes their room."""
        super().resizeEvent(event)
        self._fitting.start()

    def _fit_bar(self) -> None:
        for control in (self._wide, self._page):
            control.setVisible(self._is_large and self.width() >= scaled(ROOM_FOR_FITS))

    def sizeHint(self) -> QSize:
        """Return a size that suits the inspector."""
        return QSize(380, 420)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if is_language_change(event):
            self._name_things()
            self._say_page()
