"""Which moments of a film are worth a picture: where a screen comes to rest and shows something new.

A phone's recording of its screen is a row of still pages with scrolling in between. Small grey copies, some a second,
are compared; nothing is kept but the last ones. For the worker process.
"""

import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from evidence_app.intake.films import FilmReader
from evidence_app.intake.played import MOST_MS, Moments
from evidence_app.intake.recordings import BROKEN

WORK_S = 2.0
"""How long one request works, so that others do not wait."""

EVERY_MS = 200
"""Of pictures that are looked at: a page that a thumb swipes past is not read by anybody."""

ACROSS, DOWN = 48, 96
"""Size of the copies: lines of text are still grey rows."""

LEVELS = 10
"""Of grey, out of 255, by which a cell must differ: compression alone changes them by some."""

STILL = 0.004
"""Part of the cells that may change while a screen is at rest: a clock, a cursor."""

REST_MS = 400
NEW = 0.03
"""Part of the cells that differ from the last picture taken: less is a cursor, a tick, a clock."""

LONGEST_MS, MUCH = 3_000, 0.2
"""What never rests is still shown now and then, where much of it is new."""


@dataclass(frozen=True, slots=True)
class _Seen:
    at_ms: int
    copy: Image.Image


class MomentsReader(FilmReader):
    """Looks through a film, a little at a time, from its beginning."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._before: _Seen | None = None
        self._taken: _Seen | None = None
        self._rest_since: int | None = None
        self._reached_ms = 0
        self._over = False

    def goes_on(self, path: Path, from_ms: int) -> bool:
        """Tell whether a request follows the last one."""
        return path == self.path and from_ms == self._reached_ms

    def more(self) -> Moments:
        """Return the next moments. Raises Unreadable."""
        found: list[tuple[int, int]] = []
        end_s = time.monotonic() + WORK_S
        while not self._over and time.monotonic() < end_s:
            seen = self._next()
            if seen is None:
                self._over = True
                found += self._last()
            elif (new := self._weighed(seen)) is not None:
                found.append((seen.at_ms, new))
                self._taken = seen
        return Moments(tuple(found), self._reached_ms, self._over)

    def _next(self) -> _Seen | None:
        """Return the next picture to be looked at, None at the end."""
        for frame in self._frames:
            at_ms = min(MOST_MS, max(0, round(self._time_of(frame))))
            if self._before is not None and at_ms < self._before.at_ms + EVERY_MS:
                continue
            try:
                copy: Image.Image = frame.to_image(width=ACROSS, height=DOWN)  # type: ignore[no-untyped-call]
            except BROKEN:
                continue
            self._reached_ms = max(self._reached_ms, at_ms)
            return _Seen(at_ms, copy.convert("L"))
        return None

    def _weighed(self, seen: _Seen) -> int | None:
        """Return how much of a picture is new, in thousandths, where it is worth being taken; None where not."""
        before, self._before = self._before, seen
        if before is None:
            self._rest_since = seen.at_ms
            return None
        if changed(before.copy, seen.copy) > STILL:
            self._rest_since = None
        elif self._rest_since is None:
            self._rest_since = before.at_ms
        new = self._new_in(seen)
        rests = self._rest_since is not None and seen.at_ms - self._rest_since >= REST_MS
        since_ms = seen.at_ms - (self._taken.at_ms if self._taken is not None else 0)
        if (rests and new >= NEW) or (since_ms >= LONGEST_MS and new >= MUCH):
            return round(new * 1000)
        return None

    def _last(self) -> list[tuple[int, int]]:
        """Return the film's end, if it shows what was not taken yet."""
        last = self._before
        new = self._new_in(last) if last is not None else 0.0
        return [(last.at_ms, round(new * 1000))] if last is not None and new >= NEW else []

    def _new_in(self, seen: _Seen) -> float:
        """Return which part of a picture was not on the one taken last: all of the first."""
        return 1.0 if self._taken is None else changed(self._taken.copy, seen.copy)


def changed(one: Image.Image, other: Image.Image) -> float:
    """Return which part of two copies differs."""
    levels = ImageChops.difference(one, other).histogram()
    return sum(levels[LEVELS + 1 :]) / (ACROSS * DOWN)
