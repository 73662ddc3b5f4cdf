"""Knows how earlier runs ended: each run leaves a marker that only an orderly end removes.

A native crash (a signal, an access violation) writes into the marker where it happened; being killed, or a power cut,
leaves it empty. Markers lie in the app's own state folder and hold no evidence.
"""

import faulthandler
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QLockFile, QStandardPaths

LARGEST_LOG_BYTES = 256_000
MOST_MARKERS = 50


def state_folder() -> Path:
    """Return where the app keeps what is about itself, for this person only."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(place) / "Juzheng"


@dataclass(frozen=True)
class BadEnd:
    """A run that ended without being closed; ``log`` is empty if nothing could be written about why."""

    log: str


class Run:
    """The present run, from `begin` to `end`. Where nothing can be written, nothing is watched, and nobody is told."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or state_folder() / "runs"
        self._marker = self._folder / f"{os.getpid()}.log"
        self._lock = QLockFile(str(self._marker) + ".lock")
        self._file: TextIO | None = None

    def begin(self) -> None:
        """Leave the marker, and let a native crash write into it. Takes about a millisecond."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.setStaleLockTime(0)
            if not self._lock.tryLock(0):
                return
            self._file = self._marker.open("w", encoding="utf-8")
        except OSError:
            self._lock.unlock()
            return
        faulthandler.enable(self._file)

    def end(self) -> None:
        """Take the marker away: this run was closed in order."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._marker.unlink(missing_ok=True)
            self._lock.unlock()

    def earlier_bad_ends(self) -> list[BadEnd]:
        """Return the runs that ended badly, the last one first, and forget them. Reads files; runs that go on stay."""
        try:
            markers = sorted(self._folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)
        except OSError:
            return []
        found = (_taken(marker) for marker in markers[:MOST_MARKERS] if marker != self._marker)
        return [end for end in found if end is not None]


def _taken(marker: Path) -> BadEnd | None:
    """Return what a marker says and remove it; None if its run still goes on."""
    lock = QLockFile(f"{marker}.lock")
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return None
    try:
        with marker.open("rb") as file:
            log = file.read(LARGEST_LOG_BYTES).decode("utf-8", "replace")
        marker.unlink()
    except OSError:
        return None
    finally:
        lock.unlock()
    return BadEnd(log)
