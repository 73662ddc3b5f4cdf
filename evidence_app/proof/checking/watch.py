"""Reading hostile files with a library that knows no deadline: stopped from outside, in time and in memory.

Python calls a profiling function at every call that the reading thread makes, so whatever loops in pure Python is
heard of, even if it reads nothing. Native code that is called is bounded by the sizes it is given.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from evidence_app.progress import Cancelled, Progress

CALLS_PER_LOOK = 4096
"""Some milliseconds of pure Python."""

MEMORY_BYTES = 1 << 30
"""By how much the process may grow while it reads one file: four times what a large dossier takes."""


class Exceeded(Exception):  # noqa: N818 - a finding about the file
    """The file asks for more time or memory than any dossier does."""


class _Stop(BaseException):
    """Passes every ``except Exception`` of the library."""


class _Watch:
    def __init__(self, progress: Progress, deadline_s: float) -> None:
        self._progress = progress
        self._end = time.monotonic() + deadline_s
        self._memory = resident_bytes() + MEMORY_BYTES
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
def watched(progress: Progress, deadline_s: float) -> Iterator[None]:
    """Bound what the block does in this thread. Raises Exceeded, Cancelled."""
    watch, before = _Watch(progress, deadline_s), sys.getprofile()
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
