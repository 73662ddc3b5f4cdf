"""A recording to listen to or to watch: picture, waveform, play and pause, speed, marked moments."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.errors import JuzhengError
from ui.controls import Button, IconButton, PlainLabel, is_language_change
from ui.keeping import discard
from ui.messages import message, sentences
from ui.timeline.words import duration, safe
from ui.tokens import SPACE_1, SPACE_2, control_height, font, theme
from ui.viewer.fetching import Fetcher
from ui.viewer.film import FilmView
from ui.viewer.marks import MarksList
from ui.viewer.playback import SPEEDS, Playback
from ui.viewer.recording import RecordingSource
from ui.viewer.waveform import Waveform

if TYPE_CHECKING:
    from evidence_app.actions.play import Peaks

BACK_MS = 3_000  # what one goes back to hear a word again


class PlayerView(QWidget):
    """Plays one exhibit. K plays and pauses, M marks, arrows go along; Space is left to what is around."""

    original_requested = Signal()
    large_view_requested = Signal()
    marks_edited = Signal(tuple)
    failed = Signal(object)
    first_pixels = Signal()

    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        self._exhibit: Exhibit | None = None
        self._source: RecordingSource | None = None
        self._problem: object = None
        self._silent = self._goes_on = False
        self.playback = Playback(self)
        self.film = FilmView()
        self.waveform = Waveform()
        self.marks = MarksList()
        self.play = IconButton("play")
        self.time = PlainLabel(role="caption", tone="muted")
        self.speed = QToolButton()
        self.mark = Button(icon_name="bookmark-simple")
        self.large, self.open = IconButton("arrows-out"), IconButton("arrow-square-out")
        if large:
            self.large.hide()
        self.note = PlainLabel(role="caption", tone="muted", wrap=True)
        self.note.hide()
        self._peaks = Fetcher(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the viewer calls

    def show_recording(self, source: RecordingSource, exhibit: Exhibit, *, read_only: bool) -> None:
        """Show an exhibit from its beginning, not playing."""
        media = exhibit.original.media
        self._exhibit, self._source, self._problem = exhibit, source, None
        self.playback.open(source, media.duration_ms or 0)
        self.waveform.clear(media.duration_ms or 0)
        film = media.kind is MediaKind.VIDEO
        if film is self.film.isHidden():
            self.film.setVisible(film)
            self.splitter.setSizes([600, 100, 150] if film else [0, 550, 450])
        self.film.open(source if film else None)
        self.film.setAccessibleName(safe(exhibit.label))
        self._peaks.drop()
        self._fetch_peaks(0)
        self.show_marks(exhibit, read_only=read_only)
        self.show_length()
        self._tell()
        if not film:
            self.first_pixels.emit()

    def show_marks(self, exhibit: Exhibit, *, read_only: bool) -> None:
        """Show an exhibit's marks, changed or not."""
        self._exhibit = exhibit
        self.mark.setEnabled(not read_only)
        is_sound = exhibit.original.media.kind is MediaKind.AUDIO
        self.marks.show_marks(exhibit.marks, read_only=read_only, of_call=is_sound)
        self.waveform.show_marks(exhibit.marks)

    def finish(self) -> None:
        """Keep what is being typed."""
        self.marks.finish()

    def close_recording(self) -> None:
        """Stop, and fetch nothing more; before the vault is closed."""
        source, self._source, self._exhibit = self._source, None, None
        self.playback.close()
        self.film.close_film()
        self._peaks.close()
        if source is not None:
            source.release()

    def toggle(self) -> None:
        """Play, or pause; after a failure, try again."""
        self._problem = None
        self.playback.toggle()

    def back(self) -> None:
        """Go back by a few words."""
        self.playback.seek(self.playback.at_ms - BACK_MS)

    def begin_mark(self) -> None:
        """Pause and note what is said at this moment."""
        if self.mark.isEnabled():
            self._goes_on = self.playback.playing
            self.playback.pause()
            self.marks.begin(self.playback.at_ms)

    def note_consent(self) -> None:
        """Note that the other side is told of the recording at this moment."""
        if self.mark.isEnabled() and not self.marks.consent.isHidden():
            self.marks.note_consent(self.playback.at_ms)

    def _end_mark(self) -> None:
        """Go back to listening, as before the mark."""
        self.waveform.setFocus()
        if self._goes_on:
            self._goes_on = False
            self.playback.play()

    # Inside

    def _lay_out(self) -> None:
        self.speed.setAutoRaise(True)
        self.speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        transport = QHBoxLayout()
        transport.setContentsMargins(SPACE_2, SPACE_1, SPACE_2, SPACE_1)
        transport.setSpacing(SPACE_1)
        for control in (self.play, self.time, self.speed):
            transport.addWidget(control)
        transport.addStretch(1)
        for button in (self.mark, self.large, self.open):
            transport.addWidget(button)
        heard = QWidget()
        below = QVBoxLayout(heard)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SPACE_1)
        below.addWidget(self.waveform, 1)
        below.addLayout(transport)
        self.note.setContentsMargins(SPACE_2, 0, SPACE_2, SPACE_1)
        below.addWidget(self.note)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane, stretch in ((self.film, 6), (heard, 2), (self.marks, 2)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _connect(self) -> None:
        playback = self.playback
        playback.moved.connect(self._moved)
        playback.playing_changed.connect(lambda _: self._tell())
        playback.speed_changed.connect(lambda _: self._tell())
        playback.silent_changed.connect(self._take_silence)
        playback.failed.connect(self._fail)
        self.film.failed.connect(self._fail)
        self.film.clicked.connect(self.toggle)
        self.film.first_pixels.connect(self.first_pixels)
        self.waveform.sought.connect(playback.seek)
        self.marks.sought.connect(playback.seek)
        self.marks.edited.connect(self.marks_edited)
        self.marks.edited.connect(self.waveform.show_marks)
        self.marks.ended.connect(self._end_mark)
        self.marks.consent_wanted.connect(self.note_consent)
        self.play.clicked.connect(self.toggle)
        self.mark.clicked.connect(self.begin_mark)
        self.large.clicked.connect(self.large_view_requested)
        self.open.clicked.connect(self.original_requested)
        self._peaks.arrived.connect(self._take_peaks)
        theme.changed.connect(self._dress)

    def _moved(self, at_ms: int) -> None:
        self.waveform.show_moment(at_ms)
        if not self.film.isHidden():
            self.film.show_moment(at_ms)
        self._say_time()

    def _say_time(self) -> None:
        at, length = self.playback.at_ms // 1000, self.playback.length_ms // 1000
        text = f"{duration(at)} / {duration(length)}" if length else duration(at)
        if text != self.time.text():
            self.time.setText(text)

    def show_length(self) -> None:
        """Show how long it is."""
        self.waveform.set_length(self.playback.length_ms)
        self._say_time()

    def _fetch_peaks(self, first: int) -> None:
        source = self._source
        if source is not None:
            self._peaks.fetch(lambda: source.peaks(first))

    def _take_peaks(self, peaks: "Peaks") -> None:
        self.waveform.add_values(peaks.first, peaks.values)
        if self.waveform.known_ms() > self.playback.length_ms:
            self.playback.grew(self.waveform.known_ms())
            self.show_length()
        if not peaks.ended and (peaks.values or peaks.first == 0):
            self._fetch_peaks(peaks.first + len(peaks.values))

    def _take_silence(self, silent: bool) -> None:
        self._silent = silent
        self._tell()

    def _fail(self, error: object) -> None:
        self.playback.pause()
        self._problem = error
        self._tell()
        self.failed.emit(error)

    def _tell(self) -> None:
        """Say what the buttons do now, and what is wrong."""
        playing = self.playback.playing
        self.play.set_icon("pause" if playing else "play")
        self.play.set_name(self.tr("Pause (K)") if playing else self.tr("Play (K)"))
        self.speed.setText(speed_words(self.playback.speed))
        note = ""
        if self._problem is not None:
            why = sentences(message(self._problem)) if isinstance(self._problem, JuzhengError) else ""
            note = why or self.tr("It cannot be played here. Open the original in this computer's player.")
        elif self._exhibit is not None and self._exhibit.original.media.problem:
            note = self.tr("Damaged or incomplete: played as far as it can be read")
        elif self._silent:
            note = self.tr("This computer has no sound device; it plays without sound.")
        self.note.setText(note)
        self.note.set_tone("attention" if self._problem is not None else "muted")
        self.note.setVisible(bool(note))

    def retranslate(self) -> None:
        """Set all texts."""
        self.mark.setText(self.tr("Mark"))
        self.mark.setToolTip(self.tr("Note what is said at this moment (M)"))
        self.mark.setAccessibleName(self.tr("Note what is said at this moment (M)"))
        self.large.set_name(self.tr("Large view (Space)"))
        self.open.set_name(self.tr("Open original"))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Speed (+ and −)"))
        self._make_speeds()
        self._dress()
        self._tell()

    def _make_speeds(self) -> None:
        if (before := self.speed.menu()) is not None:
            discard(before)
        menu = QMenu(self.speed)
        group = QActionGroup(menu)
        for speed in SPEEDS:
            action = QAction(speed_words(speed), menu, checkable=True, checked=speed == self.playback.speed)
            action.triggered.connect(lambda _, speed=speed: self.playback.set_speed(speed))
            group.addAction(action)
            menu.addAction(action)
        self.speed.setMenu(menu)

    def _dress(self) -> None:
        self.speed.setFont(font("caption"))
        self.speed.setMinimumSize(control_height() * 2, control_height())

    def _change_speed(self, by: int) -> None:
        at = SPEEDS.index(self.playback.speed) + by
        if 0 <= at < len(SPEEDS):
            self.playback.set_speed(SPEEDS[at])
            self._make_speeds()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play and pause with K or Enter, mark with M, go back with J; T notes consent, + and − change the speed."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
            return
        verbs: dict[int, Callable[[], object]] = {
            Qt.Key.Key_K: self.toggle,
            Qt.Key.Key_Return: self.toggle,
            Qt.Key.Key_Enter: self.toggle,
            Qt.Key.Key_M: self.begin_mark,
            Qt.Key.Key_T: self.note_consent,
            Qt.Key.Key_J: self.back,
            Qt.Key.Key_Plus: lambda: self._change_speed(1),
            Qt.Key.Key_Equal: lambda: self._change_speed(1),
            Qt.Key.Key_Minus: lambda: self._change_speed(-1),
        }
        verb = verbs.get(event.key())
        if verb is None:
            event.ignore()
        else:
            verb()

    def hideEvent(self, event: QHideEvent) -> None:
        """Be quiet where nobody sees how to stop it; a window that is only minimised goes on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.playback.pause()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()


def speed_words(speed: int) -> str:
    """Return ``1.5×``."""
    return f"{speed / 100:g}×"
