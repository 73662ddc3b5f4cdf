"""What runs in the background and what ended: counts, time left, how it ended, and the way to its results."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from ui.keeping import discard
from ui.messages import message, sentences
from ui.tasks import Task

SHORTEST_FORECAST_S = 2.0  # before that, a forecast would jump about
MOST_ENDED = 20

Words = Callable[[], str]
"""Says something in the language in force."""


def time_left(done: int, total: int, elapsed_s: float) -> float | None:
    """Return the seconds left at the speed so far, None while nothing can be said."""
    if done <= 0 or total < done or elapsed_s < SHORTEST_FORECAST_S:
        return None
    return elapsed_s / done * (total - done)


@dataclass(frozen=True)
class Conclusion:
    """How something ended, and what one can do then: a link's words and what it opens, None for nothing.

    ``note`` is smaller, in one line below: where it is from.
    """

    words: Words
    link: Words = str
    follow_link: Callable[[], object] | None = None
    note: Words = str


class Activity(QObject):
    """One task with a name. ``changed`` follows its progress and its end."""

    changed = Signal()

    def __init__(self, task: Task, name: Words, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.done = self.total = 0
        self.running = True
        self.ended_at: datetime | None = None
        self.conclusion: Conclusion | None = None
        self.pause: Callable[[], object] | None = None
        """Holds it until somebody goes on, where that is possible."""
        self._task: Task | None = task
        self._began_at = 0.0
        task.progressed.connect(self._progressed)
        task.failed.connect(self._failed)
        task.cancelled.connect(lambda: self.conclude(Conclusion(lambda: self.tr("stopped; what is saved stays"))))
        task.ended.connect(self._ended)
        if task.progress[1]:
            self._progressed(*task.progress)  # what was told before anybody listened

    @property
    def cancelling(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._task is not None and self._task.cancelling

    @property
    def share(self) -> float:
        """How much of it is done, 0.0–1.0; 0.0 while nobody knows."""
        return self.done / self.total if 0 < self.done <= self.total else 0.0

    def cancel(self) -> None:
        """Ask it to stop; what is finished is kept."""
        if self._task is not None:
            self._task.cancel()
            self.changed.emit()

    def conclude(self, conclusion: Conclusion) -> None:
        """Take note of how it ended."""
        self.conclusion = conclusion
        self.changed.emit()

    def words(self) -> str:
        """Return its name with the count and the time left, or with how it ended."""
        if not self.running:
            ended = self.conclusion.words() if self.conclusion is not None else self.tr("done")
            return f"{self.name()} · {ended}"
        parts = [self.name()]
        if self.total >= self.done and self.total:  # the total is an estimate until archives are unpacked
            parts.append(f"{self.done:,}/{self.total:,}")
        left = time_left(self.done, self.total, time.monotonic() - self._began_at) if self._began_at else None
        if self.cancelling:
            parts.append(self.tr("stopping; what is saved stays"))
        elif left is not None:
            parts.append(self._left_words(left))
        elif not self._began_at:
            parts.append(self.tr("waiting"))
        return " · ".join(parts)

    def _left_words(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("about %n second(s) left", "", max(1, 5 * round(seconds / 5)))
        return self.tr("about %n minute(s) left", "", round(seconds / 60))

    def _progressed(self, done: int, total: int, _: str) -> None:
        self._began_at = self._began_at or time.monotonic()
        self.done, self.total = done, total
        self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        self.conclude(Conclusion(lambda: sentences(message(error))))

    def _ended(self) -> None:
        self.running, self._task = False, None
        self.ended_at = datetime.now()
        self.changed.emit()


class Activities(QObject):
    """All activities of this run of the program, those that run first. ``changed`` follows every one of them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: list[Activity] = []
        self.ended: list[Activity] = []
        self._said: Conclusion | None = None

    def follow(self, task: Task, name: Words) -> Activity:
        """List a task until it ends, and its end from then on."""
        activity = Activity(task, name, self)
        self.running.append(activity)
        activity.changed.connect(self.changed)
        task.ended.connect(lambda: self._end(activity))
        self.changed.emit()
        return activity

    def conclude(self, conclusion: Conclusion) -> None:
        """Take note of what is said about the task whose end is being told right now, if there is one."""
        self._said = conclusion
        QTimer.singleShot(0, self, self._forget_said)

    @property
    def share(self) -> float:
        """How much of all that runs is done, 0.0–1.0."""
        return sum(activity.share for activity in self.running) / len(self.running) if self.running else 0.0

    def _end(self, activity: Activity) -> None:
        if self._said is not None and activity.conclusion is None:
            activity.conclusion = self._said
        self._said = None
        self.running.remove(activity)
        self.ended.insert(0, activity)
        for old in self.ended[MOST_ENDED:]:
            discard(old)
        del self.ended[MOST_ENDED:]
        self.changed.emit()

    def _forget_said(self) -> None:
        self._said = None
