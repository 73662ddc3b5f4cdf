"""Where sound goes: the computer's sound device, or nowhere, with a clock of the same kind.

Qt Multimedia is imported when something is first played: it needs libraries that a computer may lack, and the window
must open without waiting for it.
"""

import logging
import time
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QIODevice

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSink

RATE = 48_000
FRAME_BYTES = 4  # two channels of 16 bits; a test holds both to what the workers send
BYTES_PER_S = RATE * FRAME_BYTES
DEVICE_BUFFER_S = 0.4
"""What the device holds: the window may be busy for so long before a gap is heard."""

log = logging.getLogger(__name__)


class Output(Protocol):
    """Takes sound and tells how much of it was heard; ``silent`` if nobody hears it."""

    silent: bool

    @property
    def broken(self) -> bool:
        """Whether the device has gone: unplugged, or its server ended."""

    def room(self) -> int:
        """Return how many bytes are taken now."""

    def write(self, data: bytes) -> int:
        """Take sound; return how many bytes of it were taken."""

    def heard_s(self) -> float:
        """Return how many seconds were heard since the output was made."""

    def pause(self) -> None:
        """Stop at once, keeping what was taken."""

    def resume(self) -> None:
        """Go on."""

    def close(self) -> None:
        """Stop for good."""


class Silence:
    """A clock that runs as fast as sound would be heard, and never ahead of the sound it was given."""

    silent = True
    broken = False

    def __init__(self) -> None:
        self._taken_s = self._heard_s = 0.0
        self._since: float | None = time.monotonic()

    def room(self) -> int:
        """Return how many bytes are taken now."""
        return max(0, round((DEVICE_BUFFER_S - (self._taken_s - self.heard_s())) * RATE)) * FRAME_BYTES

    def write(self, data: bytes) -> int:
        """Take sound."""
        self.heard_s()
        self._taken_s += len(data) / BYTES_PER_S
        return len(data)

    def heard_s(self) -> float:
        """Return how many seconds have passed while there was sound."""
        if self._since is not None:
            now = time.monotonic()
            self._heard_s = min(self._taken_s, self._heard_s + now - self._since)
            self._since = now
        return self._heard_s

    def pause(self) -> None:
        """Stop the clock."""
        self.heard_s()
        self._since = None

    def resume(self) -> None:
        """Let the clock go on."""
        self._since = time.monotonic()

    def close(self) -> None:
        """Stop the clock."""
        self.pause()


class Speaker:
    """The computer's sound device. What was heard is what was taken without what still waits in its buffer."""

    silent = False

    def __init__(self, sink: "QAudioSink", pipe: QIODevice) -> None:
        self._sink, self._pipe = sink, pipe
        self._taken = 0

    @property
    def broken(self) -> bool:
        """Whether the device has gone."""
        return self._sink.state().name == "StoppedState" or self._sink.error().name in {
            "OpenError",
            "IOError",
            "FatalError",
        }

    def room(self) -> int:
        """Return how many bytes are taken now."""
        return int(self._sink.bytesFree()) // FRAME_BYTES * FRAME_BYTES

    def write(self, data: bytes) -> int:
        """Take sound."""
        taken = max(0, int(self._pipe.write(data)))
        self._taken += taken
        return taken

    def heard_s(self) -> float:
        """Return how many seconds were heard."""
        waiting = max(0, int(self._sink.bufferSize()) - int(self._sink.bytesFree()))
        return max(0, self._taken - waiting) / BYTES_PER_S

    def pause(self) -> None:
        """Stop at once."""
        self._sink.suspend()

    def resume(self) -> None:
        """Go on."""
        self._sink.resume()

    def close(self) -> None:
        """Let go of the device."""
        self._sink.reset()
        self._sink.stop()


_lost: list[bool] = []


def give_up_device() -> None:
    """Play in silence from now on: the sound server has ended.

    Qt 6.11 aborts the whole program when it opens a device of a PulseAudio server that has ended meanwhile
    (``pa_context_get_state`` on a context that is gone), so none is opened until the program is started anew.
    """
    _lost.append(True)


def make_output() -> Output:
    """Return the sound device in use, or silence where there is none or it refuses."""
    if _lost:
        return Silence()
    try:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio
    except ImportError as error:  # a system library is missing
        log.info("no sound: %s", error)
        return Silence()
    device = QMediaDevices.defaultAudioOutput()
    if device.isNull():
        return Silence()
    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(2)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    sink = QAudioSink(device, form)
    sink.setBufferSize(round(DEVICE_BUFFER_S * RATE) * FRAME_BYTES)
    pipe = sink.start()
    if pipe is None or sink.error() not in {QtAudio.Error.NoError, QtAudio.Error.UnderrunError}:
        return Silence()
    return Speaker(sink, pipe)
