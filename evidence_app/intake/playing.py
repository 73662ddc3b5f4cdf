"""Decodes recordings piece by piece while they are played: sound, the waveform's envelope, pictures.

For the worker process, one thread only. Each reader keeps its file open between requests and goes on where it
stopped; another place, file or speed makes a new one. Nothing of a recording is kept in memory but the piece at hand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evidence_app.intake.films import FilmReader
from evidence_app.intake.moments import MomentsReader
from evidence_app.intake.playable import Reader
from evidence_app.intake.played import MOST_SIDE_PX, MOST_SOUND_MS, Frame, Moments, Peaks, Sound
from evidence_app.intake.sounding import PeaksReader, SoundReader


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
        with self._film_of(path) as film:
            return film.at(at_ms, (min(box[0], MOST_SIDE_PX), min(box[1], MOST_SIDE_PX)))

    def still(self, path: Path, at_ms: int) -> bytes:
        """Return the picture that is seen at a moment, in full size, as PNG. Raises Unreadable, OSError."""
        with self._film_of(path) as film:
            return film.png_at(at_ms)

    @contextmanager
    def _film_of(self, path: Path) -> Iterator[FilmReader]:
        reader, self._film = self._film, None
        if reader is None or reader.path != path:
            _let_go(reader)
            reader = FilmReader(path)
        with _closed_on_failure(reader):
            yield reader
        self._film = reader

    def moments(self, path: Path, from_ms: int) -> Moments:
        """Return more of the moments that are worth a picture; ``from_ms`` is how far the film was looked through.

        Raises Unreadable, OSError.
        """
        reader, self._moments = self._moments, None
        if reader is None or not reader.goes_on(path, from_ms):
            _let_go(reader)
            reader = MomentsReader(path)
        with _closed_on_failure(reader):
            moments = reader.more()
        self._moments = reader
        return moments


def _let_go(reader: Reader | None) -> None:
    if reader is not None:
        reader.close()


@contextmanager
def _closed_on_failure(reader: Reader) -> Iterator[None]:
    try:
        yield
    except BaseException:
        reader.close()
        raise
