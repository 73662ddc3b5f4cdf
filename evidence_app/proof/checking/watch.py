"""Reading hostile files with a library that knows no deadline: stopped from outside, in time and in memory.

Python calls a profiling function at every call that the reading thread makes, so whatever loops in pure Python is
heard of, even if it reads nothing. Native code that is called is bounded by the sizes it is given.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from evidence_app.progress import Cancelled, Progress

CALLS_PER_LOOK = 4096
"""Some milliseconds of pure Python."""

DEADLINE_S = 120.0
"""For a file of any size: a dossier of 10,000 exhibits on a fast disk takes a tenth of it."""

SLOWEST_BYTES_PER_S = 1 << 20
"""What a worn USB stick gives, or a slow laptop hashes, is several times that; but a file is read more than once."""

MEMORY_BYTES = 1 << 30
"""By how much the process may grow while it reads a file of any size, and besides by the size of the file: ten times
what the largest dossiers take. Whatever else runs in the process counts as well."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long reading a file may take, and by how much the process may grow meanwhile."""

    deadline_s: float = DEADLINE_S
    memory_bytes: int = MEMORY_BYTES


def bounds_for(size: int) -> Bounds:
    """Return the bounds for a file of so many bytes.

    An honest file that is large is read to its end even from a slow medium; a small one that was made to be read for
    ever is given up soon.
    """
    return Bounds(DEADLINE_S + size / SLOWEST_BYTES_PER_S, MEMORY_BYTES + size)


class Exceeded(Exception):  # a finding about the file
    """The file asks for more time or memory than any dossier does."""


class _Stop(BaseException):
    """Passes every ``except Exception`` of the library."""


class _Watch:
    def __init__(self, progress: Progress, bounds: Bounds) -> None:
        self._progress = progress
        self._end = time.monotonic() + bounds.deadline_s
        self._memory = resident_bytes() + bounds.memory_bytes
        self._calls = 0
        self.cancelled: Cancelled | None = None

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        self._calls += 1
        if self._calls % CALLS_PER_LOOK == 0:
            self._look()

    def _look(self) -> None:
        try:
            self._progress.check()
        except Cancelled as cancelled:
            self.cancelled = cancelled
            raise _Stop from cancelled
        if time.monotonic() > self._end or resident_bytes() > self._memory:
            raise _Stop


@contextmanager
def watched(progress: Progress, bounds: Bounds) -> Iterator[None]:
    """Bound what the block does in this thread. Raises Exceeded, Cancelled."""
    watch, before = _Watch(progress, bounds), sys.getprofile()
    sys.setprofile(watch)
    try:
        yield
    except _Stop as stop:
        raise watch.cancelled or Exceeded from stop
    except MemoryError as error:
        raise Exceeded from error
    finally:
        sys.setprofile(before)


def resident_bytes() -> int:
    """Return how much memory this process has, 0 where the platform does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
    except (OSError, ValueError, IndexError):
        return 0
