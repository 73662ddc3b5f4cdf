"""Plays a recording: fetches sound ahead, hands it to the output, and tells where in the recording one is.

The clock is what was heard, so that the waveform and the pictures of a film keep up with the sound, not it with them.
"""

import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.viewer import sounding
from ui.viewer.fetching import Fetcher
from ui.viewer.recording import RecordingSource
from ui.viewer.sounding import BYTES_PER_S, FRAME_BYTES, Output

if TYPE_CHECKING:
    from evidence_app.actions.play import Sound

TICK_MS = 30
AHEAD_S = 2.0  # of sound is kept: a busy disk is not heard, and memory stays small
FIRST_MS, PIECE_MS = 300, 1000
"""Of the recording in one answer; the first is short, so that one hears something at once."""

SETTLED_S = 0.1  # after a jump: who drags along the waveform opens no device at every pixel
STALLED_S = 3.0  # the slowest devices begin within two seconds
MOST_BROKEN = 3
"""How often in a recording another device is looked for when one has gone; then it goes on in silence."""

SPEEDS = (75, 100, 125, 150, 200)


class Playback(QObject):
    """``moved`` carries the moment (ms), ``playing_changed`` whether it plays, ``failed`` why it cannot."""

    moved = Signal(int)
    playing_changed = Signal(bool)
    speed_changed = Signal(int)
    silent_changed = Signal(bool)
    """Whether there is no device to hear it with."""
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: RecordingSource | None = None
        self._output: Output | None = None
        self._fetcher = Fetcher(self)
        self._fetcher.arrived.connect(self._take)
        self._fetcher.failed.connect(self._fail)
        self._pieces: deque[bytes] = deque()
        self._waiting = 0  # bytes in the pieces
        self._next_ms = self._from_ms = self._at_ms = 0
        self._ended = False
        self._wanted_ms = FIRST_MS
        self._broken = 0
        self._heard_s = self._heard_at = self._sought_at = 0.0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.length_ms = 0
        self.speed = 100
        self.playing = False

    def open(self, source: RecordingSource | None, length_ms: int) -> None:
        """Take another recording, from its start, not playing."""
        self._stop()
        self._broken = 0
        self._source, self.length_ms = source, length_ms
        self._go(0)

    def close(self) -> None:
        """Stop and fetch nothing more; before the vault is closed."""
        self.open(None, 0)
        self._fetcher.close()

    @property
    def at_ms(self) -> int:
        """The moment one hears or would hear."""
        return self._at_ms

    def toggle(self) -> None:
        """Play, or pause."""
        self.pause() if self.playing else self.play()

    def play(self) -> None:
        """Play from where one is; from the start if that is the end."""
        if self._source is None or self.playing:
            return
        if self.length_ms and self._at_ms >= self.length_ms - TICK_MS:
            self._go(0)
        self._set_playing(True)
        if self._output is not None:
            self._output.resume()
        self._heard_at = time.monotonic()
        self._timer.start()
        self._tick()

    def pause(self) -> None:
        """Stop where one is."""
        if self.playing:
            self._timer.stop()
            if self._output is not None:
                self._output.pause()
            self._set_playing(False)

    def seek(self, at_ms: int) -> None:
        """Go to a moment and go on playing if it was."""
        if self._source is None:
            return
        self._go(min(max(0, at_ms), max(0, self.length_ms)) if self.length_ms else max(0, at_ms))
        self._sought_at = time.monotonic()

    def set_speed(self, speed: int) -> None:
        """Play so many per cent as fast."""
        if speed != self.speed:
            self.speed = speed
            self._go(self._at_ms)
            self.speed_changed.emit(speed)

    def grew(self, length_ms: int) -> None:
        """Take the length that was found out meanwhile, of a recording that does not state it."""
        self.length_ms = max(self.length_ms, length_ms)

    # Inside

    def _go(self, at_ms: int) -> None:
        """Drop all sound that was fetched and begin anew at a moment."""
        self._fetcher.drop()
        if self._output is not None:
            self._output.close()
            self._output = None
        self._pieces.clear()
        self._waiting = 0
        self._from_ms = self._next_ms = at_ms
        self._ended, self._wanted_ms = False, FIRST_MS
        self._heard_s, self._heard_at = -1.0, time.monotonic()
        self._move(at_ms)

    def _stop(self) -> None:
        self._timer.stop()
        self._set_playing(False)
        self._fetcher.drop()

    def _set_playing(self, playing: bool) -> None:
        if playing != self.playing:
            self.playing = playing
            self.playing_changed.emit(playing)

    def _move(self, at_ms: int) -> None:
        self._at_ms = at_ms
        self.moved.emit(at_ms)

    def _tick(self) -> None:
        if not self.playing or self._source is None or time.monotonic() - self._sought_at < SETTLED_S:
            return
        if self._output is not None and self._gone(self._output):
            self._broken += 1
            self._go(self._at_ms)  # the sound that was handed over is lost
        self._ask()
        if self._pieces and self._output is None:
            self._output = sounding.make_output() if self._broken < MOST_BROKEN else sounding.Silence()
            self.silent_changed.emit(self._output.silent)
        if self._output is not None:
            self._hand_over(self._output)
            heard_ms = round(self._output.heard_s() * 1000 * self.speed / 100)
            self._move(min(self._from_ms + heard_ms, self._next_ms))
        if self._ended and not self._pieces and self._at_ms >= self._next_ms - TICK_MS:
            self._finish()

    def _gone(self, output: Output) -> bool:
        if self._stalled(output):
            sounding.give_up_device()
            return True
        return output.broken

    def _stalled(self, output: Output) -> bool:
        """Tell whether sound lies ready and none is heard: a device whose server has ended says nothing of it."""
        heard_s, now = output.heard_s(), time.monotonic()
        if heard_s != self._heard_s or not self._pieces:
            self._heard_s, self._heard_at = heard_s, now
        return now - self._heard_at > STALLED_S

    def _hand_over(self, output: Output) -> None:
        room = output.room()
        while self._pieces and room >= FRAME_BYTES:
            piece = self._pieces.popleft()
            taken = output.write(piece[:room])
            self._waiting -= taken
            room -= taken
            if taken < len(piece):
                self._pieces.appendleft(piece[taken:])
            if not taken:
                return

    def _ask(self) -> None:
        source = self._source
        if source is None or self._fetcher.busy or self._ended or self._waiting > AHEAD_S * BYTES_PER_S:
            return
        at_ms, length_ms, speed = self._next_ms, self._wanted_ms, self.speed
        self._wanted_ms = PIECE_MS
        self._fetcher.fetch(lambda: source.sound(at_ms, length_ms, speed))

    def _take(self, sound: "Sound") -> None:
        self._next_ms += round(sound.duration_s * 1000 * self.speed / 100)
        self._ended = sound.ended or not sound.data
        if sound.data:
            self._pieces.append(sound.data)
            self._waiting += len(sound.data)
        self._tick()

    def _finish(self) -> None:
        self.pause()
        self._move(self._next_ms)
        if not self.length_ms:
            self.length_ms = self._next_ms

    def _fail(self, error: object) -> None:
        self.pause()
        self.failed.emit(error)
