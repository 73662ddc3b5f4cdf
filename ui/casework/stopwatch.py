"""How long a call lasts, and how much of it was waiting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic


@dataclass
class Stopwatch:
    """How long a call lasts, and how much of that one was kept waiting. ``now`` tells seconds that only go on."""

    now: Callable[[], float] = monotonic
    began: datetime | None = None
    _begin: float = 0.0
    _end: float | None = None
    _hold: float = 0.0
    _held_since: float | None = None

    def start(self, at: datetime) -> None:
        """Begin, or go on after an end that was none."""
        if self.began is None:
            self.began, self._begin = at, self.now()
        self._end = None

    def restore(self, began: datetime, lasted_s: int, held_s: int, *, at: datetime) -> None:
        """Show a call that began at ``began`` and of which one knows that long of it; `start` goes on until ``at``."""
        self.began, self._begin = began, self.now() - (at - began).total_seconds()
        self._end, self._hold, self._held_since = self._begin + lasted_s, float(held_s), None

    def stop(self) -> None:
        """End the call, and any waiting with it."""
        self.hold(on=False)
        self._end = self.now()

    def hold(self, *, on: bool) -> None:
        """Begin or end waiting."""
        if on and self._held_since is None and self.running:
            self._held_since = self.now()
        elif not on and self._held_since is not None:
            self._hold += self.now() - self._held_since
            self._held_since = None

    @property
    def running(self) -> bool:
        """Whether the call goes on."""
        return self.began is not None and self._end is None

    @property
    def seconds(self) -> int | None:
        """How long it has lasted, None before it began."""
        if self.began is None:
            return None
        return int((self.now() if self._end is None else self._end) - self._begin)

    @property
    def held_seconds(self) -> int:
        """How much of that was waiting."""
        running = self.now() - self._held_since if self._held_since is not None else 0.0
        return int(self._hold + running)
