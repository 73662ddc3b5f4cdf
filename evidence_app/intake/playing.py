"""Decodes recordings piece by piece while they are played: sound, the waveform's envelope, pictures.

For the worker process, one thread only. Each reader keeps its file open between requests and goes on where it
stopped; another place, file or speed makes a new one. Nothing of a recording is kept in memory but the piece at hand.
"""

import io
import time
from array import array
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av.audio.resampler import AudioResampler
from av.container import InputContainer
from PIL import Image

from evidence_app.intake import kinds
from evidence_app.intake.inspection import MAX_PIXELS, Unreadable
from evidence_app.intake.played import (
    BINS_PER_S,
    CHANNELS,
    FRAME_BYTES,
    MOST_MS,
    MOST_SIDE_PX,
    MOST_SOUND_MS,
    RATE,
    Frame,
    Moments,
    Peaks,
    Sound,
)
from evidence_app.intake.recordings import BROKEN, moving_picture, opened
from evidence_app.intake.silk import as_wav

if TYPE_CHECKING:
    from evidence_app.intake.moments import MomentsReader

PEAKS_RATE = 8_000
BIN_SAMPLES = PEAKS_RATE // BINS_PER_S
PEAKS_S = 0.15
"""How long one request for the envelope works, so that sound asked for meanwhile does not wait."""

PATIENCE_S = 10.0
"""How long one request looks for sound or a picture; after that it answers with what there is."""

NEAR_MS = 2_000
"""A picture so little ahead is reached by decoding on, which is quicker than seeking."""

JOIN_MS = 3  # a request that begins so close to where the last one ended goes on from there
GAP_MS, LONGEST_GAP_MS = 200, 60_000
"""A pause in the sound's time stamps is played as silence; a shorter one is rounding, a longer one is damage."""

MOST_BAD_PACKETS = 500
"""Damaged packets in a row that are passed over, as other players do; after more nothing is left to play."""


class Players:
    """The readers at hand: at most one for each purpose. One that fails is not kept: nobody knows where it stands."""

    def __init__(self) -> None:
        self._sound: SoundReader | None = None
        self._peaks: PeaksReader | None = None
        self._film: FilmReader | None = None
        self._moments: MomentsReader | None = None

    def forget(self) -> None:
        """Close all files and give the memory back."""
        for reader in (self._sound, self._peaks, self._film, self._moments):
            _let_go(reader)
        self._sound = self._peaks = self._film = self._moments = None

    def sound(self, path: Path, at_ms: int, length_ms: int, speed: int) -> Sound:
        """Return the sound from a place on, ``speed`` per cent as fast. Raises Unreadable, OSError."""
        reader, self._sound = self._sound, None
        if reader is None or not reader.goes_on(path, at_ms, speed):
            _let_go(reader)
            reader = SoundReader(path, at_ms, speed)
        with _closed_on_failure(reader):
            sound = reader.stretch(min(max(length_ms, 1), MOST_SOUND_MS))
        self._sound = reader
        return sound

    def peaks(self, path: Path, first: int) -> Peaks:
        """Return more of the envelope, from a bin on. Raises Unreadable, OSError."""
        reader, self._peaks = self._peaks, None
        if reader is None or not reader.goes_on(path, first):
            _let_go(reader)
            reader = PeaksReader(path, first)
        with _closed_on_failure(reader):
            peaks = reader.more()
        self._peaks = reader
        return peaks

    def frame(self, path: Path, at_ms: int, box: tuple[int, int]) -> Frame:
        """Return the picture that is seen at a moment, as large as fits the box. Raises Unreadable, OSError."""
        reader, self._film = self._film, None
        if reader is None or reader.path != path:
            _let_go(reader)
            reader = FilmReader(path)
        with _closed_on_failure(reader):
            frame = reader.at(at_ms, (min(box[0], MOST_SIDE_PX), min(box[1], MOST_SIDE_PX)))
        self._film = reader
        return frame

    def moments(self, path: Path, from_ms: int) -> Moments:
        """Return more of the moments that are worth a picture; ``from_ms`` is how far the film was looked through.

        Raises Unreadable, OSError.
        """
        from evidence_app.intake.moments import MomentsReader

        reader, self._moments = self._moments, None
        if reader is None or not reader.goes_on(path, from_ms):
            _let_go(reader)
            reader = MomentsReader(path)
        with _closed_on_failure(reader):
            moments = reader.more()
        self._moments = reader
        return moments

    def still(self, path: Path, at_ms: int) -> bytes:
        """Return the picture that is seen at a moment, in full size, as PNG. Raises Unreadable, OSError."""
        reader, self._film = self._film, None
        if reader is None or reader.path != path:
            _let_go(reader)
            reader = FilmReader(path)
        with _closed_on_failure(reader):
            png = reader.png_at(at_ms)
        self._film = reader
        return png


class _Reader:
    """An open recording."""

    def __init__(self, path: Path) -> None:
        self.path = path
        format = kinds.format_of(path, "")
        if not format.demuxer and format is not kinds.SILK:
            raise Unreadable("nothing-to-show")
        self._stack = ExitStack()
        try:
            file = self._stack.enter_context(as_wav(path) if format is kinds.SILK else path.open("rb"))
            shape = kinds.WAV if format is kinds.SILK else format
            self.container: InputContainer = self._stack.enter_context(opened(file, shape))
        except BaseException:
            self._stack.close()
            raise

    def close(self) -> None:
        """Close the file."""
        try:
            self._stack.close()
        except BROKEN:
            return

    def seek(self, at_ms: int) -> None:
        """Go to the last place before a moment from which decoding can begin; to the start where that fails."""
        if at_ms <= 0:
            return
        for place in (at_ms, 0):
            try:
                self.container.seek(place * 1000, backward=True)
            except BROKEN:
                continue
            return

    @property
    def length_ms(self) -> int:
        """How long the container says it is, 0 if it does not."""
        length = self.container.duration
        return min(MOST_MS, round(length * 1000 / av.time_base)) if length and length > 0 else 0


def _let_go(reader: _Reader | None) -> None:
    if reader is not None:
        reader.close()


@contextmanager
def _closed_on_failure(reader: _Reader) -> Iterator[None]:
    try:
        yield
    except BaseException:
        reader.close()
        raise


def _start_ms(frame: "av.AudioFrame | av.VideoFrame") -> float | None:
    """Return a frame's time, None where it has none or an impossible one."""
    if frame.pts is None or frame.time_base is None:
        return None
    at = float(frame.pts * frame.time_base) * 1000
    return at if -MOST_MS < at < MOST_MS else None


class _Heard(_Reader):
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
        bad, heard = 0, False
        packets = self.container.demux(stream)
        while bad <= MOST_BAD_PACKETS and self._at_ms < MOST_MS - LONGEST_GAP_MS:
            try:
                packet = next(packets, None)
                frames = packet.decode() if packet is not None else []
            except BROKEN:
                bad += 1
                continue
            if packet is None:
                break
            for frame in frames:
                bad, heard = 0, True
                yield from self._placed(frame)
        if not heard and self._at_ms <= 0:
            raise Unreadable("damaged")

    def _placed(self, frame: "av.AudioFrame") -> Iterator[bytes]:
        """Yield a frame's sound where it belongs: what was passed is cut off, what is missing is silence."""
        start = _start_ms(frame)
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


class FilmReader(_Reader):
    """The pictures of a film."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        stream = moving_picture(self.container)
        context = stream.codec_context if stream is not None else None
        if stream is None or context is None:
            self.close()
            raise Unreadable("nothing-to-show")
        if context.width * context.height > MAX_PIXELS:
            self.close()
            raise Unreadable("too-large")
        self._stream = stream
        self._shown: av.VideoFrame | None = None
        self._following: av.VideoFrame | None = None
        self._frames = self._decoded()
        self._ended = False

    def at(self, at_ms: int, box: tuple[int, int]) -> Frame:
        """Return the picture that is seen at a moment. Raises Unreadable if there is none in the whole film."""
        self._go_to(at_ms)
        if self._shown is None:
            raise Unreadable("damaged")
        picture = self._picture(self._shown, box)
        until = self._time_of(self._following) if self._following is not None else MOST_MS
        start = self._time_of(self._shown)
        return Frame(
            at_ms=min(MOST_MS, max(0, round(start))),
            until_ms=min(MOST_MS, max(0, round(until))),
            width_px=picture.width,
            height_px=picture.height,
            ended=self._following is None and self._ended,
            data=picture.tobytes(),
        )

    def png_at(self, at_ms: int) -> bytes:
        """Return the picture that is seen at a moment as a PNG of full size. Raises Unreadable."""
        self._go_to(at_ms)
        if self._shown is None:
            raise Unreadable("damaged")
        out = io.BytesIO()
        self._picture(self._shown, (MAX_PIXELS, MAX_PIXELS)).save(out, "PNG")
        return out.getvalue()

    def _go_to(self, at_ms: int) -> None:
        here = self._time_of(self._shown) if self._shown is not None else None
        if here is None and at_ms <= NEAR_MS:
            here = 0.0
        if here is None or not here - 1 <= at_ms < here + NEAR_MS:
            self.seek(at_ms)
            self._frames, self._ended = self._decoded(), False
            self._shown = self._following = None
        end_s = time.monotonic() + PATIENCE_S
        while not self._ended and time.monotonic() < end_s:
            if self._following is not None:
                if self._shown is not None and self._time_of(self._following) > at_ms + 0.5:
                    return
                self._shown = self._following
            self._following = next(self._frames, None)
            self._ended = self._following is None

    def _time_of(self, frame: "av.VideoFrame") -> float:
        return _start_ms(frame) or 0.0

    def _decoded(self) -> "Iterator[av.VideoFrame]":
        bad = 0
        packets = self.container.demux(self._stream)
        while bad <= MOST_BAD_PACKETS:
            try:
                packet = next(packets, None)
                frames = packet.decode() if packet is not None else []
            except BROKEN:
                bad += 1
                continue
            if packet is None:
                return
            for frame in frames:
                if isinstance(frame, av.VideoFrame) and 0 < frame.width * frame.height <= MAX_PIXELS:
                    bad = 0
                    yield frame

    def _picture(self, frame: "av.VideoFrame", box: tuple[int, int]) -> Image.Image:
        """Return a frame upright and scaled into the box; never larger than it is."""
        aspect = self._stream.codec_context.sample_aspect_ratio
        width = frame.width * (float(aspect) if aspect and 0.1 < aspect < 10 else 1.0)
        sideways = bool(frame.rotation % 180)
        across, down = (box[1], box[0]) if sideways else box
        scale = min(1.0, across / width, down / frame.height)
        size = {"width": max(1, round(width * scale)), "height": max(1, round(frame.height * scale))}
        try:
            image: Image.Image = frame.to_image(**size)  # type: ignore[no-untyped-call]
        except BROKEN as error:
            raise Unreadable("damaged") from error
        image = image.convert("RGB")
        return image.rotate(frame.rotation, expand=True) if frame.rotation else image
