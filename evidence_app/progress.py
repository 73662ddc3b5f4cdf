"""Progress is a protocol, not a widget: actions report to it, the window and the command line draw it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


class Cancelled(Exception):  # a request that was honoured, not an error
    """The person asked to stop; what was finished before is kept."""


class Interrupted(Cancelled):
    """The program is being left: nobody wanted the task to stop, so it is offered to go on the next time."""


class Progress(Protocol):
    """Receives how far a task is. Called from the task's thread, never from the UI thread."""

    def start(self, total: int, unit: str) -> None:
        """Announce ``total`` units of work (0 = not known yet). ``unit`` is a code: file, page, byte, event."""

    def advance(self, count: int = 1) -> None:
        """Report ``count`` more units as done."""

    def check(self) -> None:
        """Give the task a chance to stop. Raises Cancelled if the person asked for it."""


class Silent:
    """Progress that nobody watches and nobody cancels."""

    def start(self, total: int, unit: str) -> None:
        """Ignore the announcement."""

    def advance(self, count: int = 1) -> None:
        """Ignore the step."""

    def check(self) -> None:
        """Never cancel."""


@dataclass(frozen=True)
class Unwatched:
    """Progress of a part that nobody measures, but that can be stopped like the whole."""

    whole: Progress

    def start(self, total: int, unit: str) -> None:
        """Ignore the announcement."""

    def advance(self, count: int = 1) -> None:
        """Ignore the step."""

    def check(self) -> None:
        """Stop where the whole is to stop. Raises Cancelled."""
        self.whole.check()


SILENT = Silent()


def stoppable(ids: Sequence[str], progress: Progress) -> Iterator[str]:
    """Yield the ids of what is changed one after the other. Raises Cancelled."""
    progress.start(len(ids), "event")
    for each in ids:
        progress.check()
        yield each
        progress.advance()
