"""The rounds of a campaign: as many as wanted or as the time allows; one that fails keeps its vault and says why.

``JUZHENG_SOAK`` asks for the long campaign, ``JUZHENG_SOAK_MINUTES`` for an earlier end of each test, and
``JUZHENG_SEED`` for other moments than the last time, so that several runs add up.
"""

import os
import random
import shutil
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SOAK = bool(os.environ.get("JUZHENG_SOAK"))
MINUTES = float(os.environ.get("JUZHENG_SOAK_MINUTES", "inf"))
SEED = os.environ.get("JUZHENG_SEED", "")
ENOUGH = 5
"""After so many failed rounds nothing new is learned."""
MORE = 10
"""So many rounds are added at most when all kills of the wanted ones came after the command's end."""


class Campaign:
    """Counts its rounds, and goes on after a failed one."""

    def __init__(self, folder: Path, quick: int, soak: int) -> None:
        self.chance = random.Random(f"{folder.name} {SEED}")
        self.failures: list[str] = []
        self.done = 0
        self._folder, self._wanted = folder, soak if SOAK else quick

    @property
    def few(self) -> float:
        """How many kills must have come before a command's end, so that the campaign says something."""
        return self.done / 3 if SOAK else 0

    def rounds(self, says_something: Callable[[], bool] = lambda: True) -> Iterator[int]:
        """Yield the number of each round, and of some more as long as they do not yet say something."""
        end = time.monotonic() + MINUTES * 60
        while time.monotonic() < end and len(self.failures) < ENOUGH:
            if self.done >= self._wanted and (says_something() or self.done >= self._wanted + MORE):
                break
            yield self.done
            self.done += 1

    @contextmanager
    def kept_if_it_fails(self, *folders: Path) -> Iterator[None]:
        """Let a round fail without ending the campaign: its folders are kept beside, and the reason is printed."""
        try:
            yield
        except Exception:  # whatever it is, the campaign's end raises it
            kept = self._folder / f"failed-{self.done}"
            for folder in folders:
                if folder.exists():
                    shutil.copytree(folder, kept / folder.name, symlinks=True)
            self.failures.append(f"round {self.done}, kept in {kept}:\n{traceback.format_exc()}")
            print(self.failures[-1], flush=True)
