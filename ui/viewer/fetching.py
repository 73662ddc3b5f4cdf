"""One piece after another, fetched off the UI thread; what was asked for before a jump is dropped."""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Signal

from evidence_app.errors import JuzhengError
from evidence_app.progress import Cancelled
from ui.crash.report import log_error
from ui.handing import run_elsewhere

log = logging.getLogger(__name__)


class Fetcher(QObject):
    """``arrived`` carries what was fetched, ``failed`` why it was not; neither tells of pieces that were dropped."""

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._generation = 0
        self._pool: ThreadPoolExecutor | None = None
        self.busy = False

    def fetch(self, action: Callable[[], object]) -> None:
        """Run this and tell what it returned; one at a time."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="playing")
        self.busy = True
        generation = self._generation
        wanted = partial(self._unless_dropped, generation, action)
        run_elsewhere(self._pool.submit, self, wanted, partial(self._take, generation))

    def drop(self) -> None:
        """Forget what is under way."""
        self._generation += 1
        self.busy = False

    def close(self) -> None:
        """Fetch nothing more; what is under way ends by itself. Does not wait."""
        self.drop()
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)

    def _unless_dropped(self, generation: int, action: Callable[[], object]) -> object:
        return action() if generation == self._generation else None

    def _take(self, generation: int, found: object, error: BaseException | None) -> None:
        if generation != self._generation:
            return
        self.busy = False
        if error is None:
            self.arrived.emit(found)
        elif not isinstance(error, Cancelled | CancelledError):  # the vault is being closed
            if not isinstance(error, JuzhengError):
                log_error(log, "playing", error)
            self.failed.emit(error)
