"""Sound of recordings, a piece at a time: for the device, at any speed, and as the waveform's envelope.

For the worker process, one thread only.
"""

import time
from array import array
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.audio.resampler import AudioResampler

from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.playable import PATIENCE_S, Reader, start_ms
from evidence_app.intake.played import BINS_PER_S, CHANNELS, FRAME_BYTES, MOST_MS, RATE, Peaks, Sound
from evidence_app.intake.recordings import BROKEN

PEAKS_RATE = 8_000
BIN_SAMPLES = PEAKS_RATE // BINS_PER_S
PEAKS_S = 0.15
"""How long one request for the envelope works, so that sound asked for meanwhile does not wait."""

JOIN_MS = 3  # a request that begins so close to where the last one ended goes on from there
GAP_MS, LONGEST_GAP_MS = 200, 60_000
"""A pause in the sound's time stamps is played as silence; a shorter one is rounding, a longer one is damage."""


class _Heard(Reader):
    """A recording that is listened to: decoded, resampled sound from a moment on, gaps filled with silence."""

    def __init__(self, path: Path, at_ms: float, rate: int, layout: str) -> None:
        super().__init__(path)
        self._rate, self._layout = rate, layout
        self._sample_bytes = 2 * (CHANNELS if layout == "stereo" else 1)
        self._resampler = self._new_resampler()
        self._at_ms = max(0.0, at_ms)  # of the next byte that is given out
        self._silent = not self.container.streams.audio
        if self._silent and not self.container.streams.video:
            self.close()
            raise Unreadable("nothing-to-show")
        self.seek(round(self._at_ms))
        self._parts = self._quiet() if self._silent else self._decoded()

    def _new_resampler(self) -> AudioResampler:
        return AudioResampler(format="s16", layout=self._layout, rate=self._rate)

    def _bytes_for(self, ms: float) -> int:
        return round(ms * self._rate / 1000) * self._sample_bytes

    def _ms_of(self, data: bytes) -> float:
        return len(data) / self._sample_bytes * 1000 / self._rate

    def _quiet(self) -> Iterator[bytes]:
        """Yield silence for a film without sound, so that it has a clock."""
        while self._at_ms < self.length_ms:
            data = bytes(self._bytes_for(min(1000.0, self.length_ms - self._at_ms)))
            if not data:
                return
            self._at_ms += self._ms_of(data)
            yield data

    def _decoded(self) -> Iterator[bytes]:
        """Yield sound from the wanted moment on, frame by frame. Raises Unreadable if there is none at all."""
        stream = self.container.streams.audio[0]
        heard = False
        for frames in self.decoded(stream, av.AudioFrame, lambda _frame: True):
            if self._at_ms >= MOST_MS - LONGEST_GAP_MS:
                break
            for frame in frames:
                heard = True
                yield from self._placed(frame)
        if not heard and self._at_ms <= 0:
            raise Unreadable("damaged")

    def _placed(self, frame: "av.AudioFrame") -> Iterator[bytes]:
        """Yield a frame's sound where it belongs: what was passed is cut off, what is missing is silence."""
        start = start_ms(frame)
        frame.pts = None
        data = self._resampled(frame)
        if start is not None:
            missing = start - self._at_ms
            if missing < -GAP_MS / 10:
                data = data[self._bytes_for(-missing) :]
            elif GAP_MS < missing < LONGEST_GAP_MS:
                silence = bytes(self._bytes_for(missing))
                self._at_ms += self._ms_of(silence)
                yield silence
        if data:
            self._at_ms += self._ms_of(data)
            yield data

    def _resampled(self, frame: "av.AudioFrame") -> bytes:
        try:
            made = self._resampler.resample(frame)
        except BROKEN:  # another rate or layout in the middle of the recording
            self._resampler = self._new_resampler()
            try:
                made = self._resampler.resample(frame)
            except BROKEN:
                return b""
        return b"".join(bytes(part.planes[0])[: part.samples * self._sample_bytes] for part in made)


class SoundReader(_Heard):
    """Sound for the device, as fast as it was asked for."""

    def __init__(self, path: Path, at_ms: int, speed: int) -> None:
        super().__init__(path, at_ms, RATE, "stereo")
        self._speed = speed
        self._tempo = Tempo(speed) if speed != 100 else None
        self._given_ms = float(at_ms)
        self._ready = bytearray()
        self._over = False

    def goes_on(self, path: Path, at_ms: int, speed: int) -> bool:
        """Tell whether a request follows the last one."""
        return path == self.path and speed == self._speed and abs(at_ms - self._given_ms) <= JOIN_MS

    def stretch(self, length_ms: int) -> Sound:
        """Return what is played while so much of the recording passes. Raises Unreadable."""
        at_ms = self._given_ms
        wanted = round(length_ms * RATE / 1000 * 100 / self._speed) * FRAME_BYTES
        end_s = time.monotonic() + PATIENCE_S
        while len(self._ready) < wanted and not self._over and time.monotonic() < end_s:
            self._take(next(self._parts, None))
        data = bytes(self._ready[:wanted])
        del self._ready[:wanted]
        self._given_ms += len(data) / FRAME_BYTES * 1000 / RATE * self._speed / 100
        return Sound(min(MOST_MS, max(0, round(at_ms))), self._over and not self._ready, data)

    def _take(self, data: bytes | None) -> None:
        self._over = data is None
        if self._tempo is not None:
            self._ready += self._tempo.rest() if data is None else self._tempo.changed(data)
        elif data is not None:
            self._ready += data


class Tempo:
    """Makes speech faster or slower and leaves its pitch (FFmpeg's ``atempo``)."""

    def __init__(self, speed: int) -> None:
        self._graph = av.filter.Graph()
        source = self._graph.add_abuffer(
            sample_rate=RATE, format="s16", layout="stereo", time_base=Fraction(1, RATE), name="in"
        )
        tempo = self._graph.add("atempo", f"{speed / 100}")
        format = self._graph.add("aformat", "sample_fmts=s16:channel_layouts=stereo")
        sink = self._graph.add("abuffersink")
        for one, other in ((source, tempo), (tempo, format), (format, sink)):
            one.link_to(other)
        self._graph.configure()

    def changed(self, data: bytes) -> bytes:
        """Return what comes out when this goes in."""
        frame = av.AudioFrame(format="s16", layout="stereo", samples=len(data) // FRAME_BYTES)
        frame.sample_rate = RATE
        frame.time_base = Fraction(1, RATE)
        frame.planes[0].update(data.ljust(frame.planes[0].buffer_size, b"\0"))
        self._graph.push(frame)
        return self._pulled()

    def rest(self) -> bytes:
        """Return what is still inside."""
        try:
            self._graph.push(None)
        except BROKEN:
            return b""
        return self._pulled()

    def _pulled(self) -> bytes:
        parts: list[bytes] = []
        while True:
            try:
                frame = self._graph.pull()
            except (av.FFmpegError, EOFError, BlockingIOError):
                return b"".join(parts)
            if isinstance(frame, av.AudioFrame):
                parts.append(bytes(frame.planes[0])[: frame.samples * FRAME_BYTES])


class PeaksReader(_Heard):
    """The waveform's envelope, a little at a time."""

    def __init__(self, path: Path, first: int) -> None:
        super().__init__(path, first * 1000 / BINS_PER_S, PEAKS_RATE, "mono")
        self._next = first
        self._samples = array("h")
        self._over = False

    def goes_on(self, path: Path, first: int) -> bool:
        """Tell whether a request follows the last one."""
        return path == self.path and first == self._next

    def more(self) -> Peaks:
        """Return the next part. Raises Unreadable."""
        first, values = self._next, bytearray()
        end_s = time.monotonic() + PEAKS_S
        while not self._over and time.monotonic() < end_s:
            data = next(self._parts, None)
            if data is None:
                self._over = True
            else:
                self._samples.frombytes(data)
            values += self._loudest()
        self._next += len(values)
        return Peaks(first, self._over, bytes(values))

    def _loudest(self) -> bytes:
        """Return the loudest sample of each bin that is full; of the last one also if it is not."""
        samples = self._samples
        whole = len(samples) if self._over else len(samples) // BIN_SAMPLES * BIN_SAMPLES
        found = bytearray()
        for start in range(0, whole, BIN_SAMPLES):
            part = samples[start : start + BIN_SAMPLES]
            found.append(min(255, max(max(part), -min(part)) >> 7))
        del samples[:whole]
        return bytes(found)
