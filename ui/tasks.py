"""Runs actions off the UI thread and brings their results, errors and progress back to it by signals.

Lanes, so that typing never waits for an import: short changes one after the other, long work one after the other,
a small pool for reading, one for previews, which may take seconds and nobody has to wait for, one for what waits
for somebody on the network, which may never answer, and some for what goes on for minutes beside everything else.
"""

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from evidence_app.progress import Cancelled, Interrupted
from ui.handing import run_elsewhere
from ui.keeping import discard

REPORT_INTERVAL_S = 0.05  # 20 reports a second look continuous; more would only fill the event queue
READERS = 2

log = logging.getLogger(__name__)

T = TypeVar("T")


class Lane(Enum):
    """Which queue a task waits in."""

    CHANGE = "change"
    LONG = "long"
    READ = "read"
    PREVIEW = "preview"
    NETWORK = "network"
    BACKGROUND = "background"
    INDEX = "index"
    MESSAGES = "messages"
    JOINING = "joining"


LOOKING = frozenset({Lane.READ, Lane.PREVIEW, Lane.BACKGROUND, Lane.INDEX, Lane.MESSAGES, Lane.JOINING})
"""Lanes whose work changes nothing that a person asked for."""

AWAITED = LOOKING | {Lane.CHANGE, Lane.LONG}
"""Lanes that leaving waits for: an answer from the network that comes too late is asked for again another time."""


class Task(QObject):
    """One running or waiting action. Connect right after starting it: signals come through the event loop.

    ``done`` carries the result, ``failed`` the exception; exactly one of done, failed, cancelled is emitted,
    and then ``ended``.
    """

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, *, finished_on_leaving: bool = False) -> None:
        super().__init__()
        self.owner: QObject = self
        self.finished_on_leaving = finished_on_leaving
        self._stop = Event()
        self._left = False
        self._total = self._count = 0
        self._unit = ""
        self._reported_at = 0.0

    def cancel(self) -> None:
        """Ask the action to stop at its next check; what it finished is kept."""
        self._stop.set()

    def interrupt(self) -> None:
        """Have it stop at its next check because the program is left; what it can't go on with, it finishes."""
        if not self.finished_on_leaving and not self.cancelling:
            self._left = True
            self._stop.set()

    @property
    def cancelling(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()

    @property
    def left(self) -> bool:
        """Whether the program was left before it ended."""
        return self._left

    @property
    def progress(self) -> tuple[int, int, str]:
        """How far it is: steps done, all steps, their unit; for whoever listens only from now on."""
        return self._count, self._total, self._unit

    def start(self, total: int, unit: str) -> None:
        """Take the action's announcement (Progress protocol, task's thread)."""
        self._total, self._unit, self._count = total, unit, 0
        self._report(at_once=True)

    def advance(self, count: int = 1) -> None:
        """Take a step of the action (Progress protocol, task's thread)."""
        self._count += count
        self._report(at_once=self._count == self._total)

    def check(self) -> None:
        """Stop the action if it was cancelled (Progress protocol, task's thread). Raises Cancelled, Interrupted."""
        if self._stop.is_set():
            raise Interrupted if self._left else Cancelled

    def _report(self, *, at_once: bool) -> None:
        now = time.monotonic()
        if at_once or now - self._reported_at >= REPORT_INTERVAL_S:
            self._reported_at = now
            self.progressed.emit(self._count, self._total, self._unit)


class Tasks(QObject):
    """Starts tasks and keeps them alive until their end was told; lives on the UI thread."""

    unexpected = Signal(object)
    """An error that nobody listens for: the window reports it."""
    busy_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {
            lane: ThreadPoolExecutor(READERS if lane is Lane.READ else 1, thread_name_prefix=f"task-{lane.value}")
            for lane in Lane
        }
        self._tasks: dict[Task, Lane] = {}

    def start(
        self,
        action: Callable[[Task], T],
        *,
        lane: Lane = Lane.READ,
        then: Callable[[T], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        owner: QObject | None = None,
        finished_on_leaving: bool = False,
    ) -> Task:
        """Run ``action`` in a lane; it gets its Task as Progress. ``then`` and ``failed`` run on the UI thread.

        Without ``failed`` an error goes to `unexpected`. When ``owner`` is gone by the end, nobody is told. What is
        ``finished_on_leaving`` could not go on another time: leaving waits for it, as it does for changes.
        """
        task = Task(finished_on_leaving=finished_on_leaving)
        self._tasks[task] = lane
        if owner is not None:
            task.owner = owner
        if then is not None:
            task.done.connect(then)
        task.failed.connect(failed if failed is not None else self.unexpected.emit)
        # gone by the time the network answers: not told
        run_elsewhere(self._pools[lane].submit, self, partial(_done, task, action), partial(self._tell, task))
        self.busy_changed.emit()
        return task

    @property
    def changing(self) -> bool:
        """Whether a change is waiting or running."""
        return any(lane not in LOOKING for lane in self._tasks.values())

    @property
    def long_running(self) -> bool:
        """Whether long work is waiting or running."""
        return Lane.LONG in self._tasks.values()

    def close(self) -> None:
        """Interrupt what can go on another time and wait for the rest, so that nothing is lost on leaving.

        Changes that wait in line are finished; reading and long work that has not begun is dropped.
        """
        for task, lane in list(self._tasks.items()):
            if lane is not Lane.CHANGE:
                task.interrupt()
        for lane, pool in self._pools.items():
            pool.shutdown(wait=lane in AWAITED, cancel_futures=lane not in {Lane.CHANGE, Lane.LONG})

    def _tell(self, task: Task, result: object, error: BaseException | None) -> None:
        self._tasks.pop(task, None)
        if not isValid(task.owner):
            if error is not None and not isinstance(error, Cancelled):
                self.unexpected.emit(error)
        elif error is None:
            task.done.emit(result)
        elif isinstance(error, Cancelled):
            task.cancelled.emit()
        else:
            log.info("task failed", exc_info=error)
            task.failed.emit(error)
        task.ended.emit()
        self.busy_changed.emit()
        discard(task)


def _done(task: Task, action: Callable[[Task], T]) -> T:
    if task.left:
        raise Interrupted  # before it began
    return action(task)
