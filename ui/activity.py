"""The quiet bar at the bottom: what runs in the background, how far it is, and how it ended."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.controls import Button, ElidedLabel, IconButton, part
from ui.i18n import language
from ui.tasks import Task
from ui.tokens import SPACE_2, SPACE_3, SPACE_4

SHORTEST_FORECAST_S = 2.0  # before that, a forecast would jump about


def time_left(done: int, total: int, elapsed_s: float) -> float | None:
    """Return the seconds left at the speed so far, None while nothing can be said."""
    if done <= 0 or total < done or elapsed_s < SHORTEST_FORECAST_S:
        return None
    return elapsed_s / done * (total - done)


class ActivityBar(QWidget):
    """One running activity, or the sentence that it ended with and what one can do then."""

    def __init__(self) -> None:
        super().__init__()
        part(self, "bar")
        self._waiting: list[tuple[Task, Callable[[], str]]] = []
        self._task: Task | None = None
        self._name: Callable[[], str] = str
        self._conclusion: tuple[Callable[[], str], Callable[[], str]] = (str, str)
        self._follow_link: Callable[[], object] | None = None
        self._first: tuple[Callable[[], str], Callable[[], object]] | None = None
        self._done = self._total = 0
        self._began_at = 0.0
        self.words = ElidedLabel()
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setFixedWidth(160)
        self.cancel = Button(look="link")
        self.link = Button(look="link")
        self.first_link = Button(look="link")
        self.dismiss = IconButton("x")
        self.cancel.clicked.connect(self._cancel)
        self.link.clicked.connect(self._open_link)
        self.first_link.clicked.connect(lambda: self._first is not None and self._first[1]())
        self.dismiss.clicked.connect(self.hide)
        self._lay_out()
        self.hide()
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.cancel.setText(self.tr("Cancel"))
        self.dismiss.set_name(self.tr("Close"))
        self.meter.setAccessibleName(self.tr("Progress"))
        if self._task is not None:
            self._say()
        else:
            self._say_conclusion()

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._task is not None

    def follow(self, task: Task, name: Callable[[], str]) -> None:
        """Show a task until it ends, after those before it; ``name`` says what it does in the language in force."""
        self._waiting.append((task, name))
        task.ended.connect(partial(self._ended, task))
        if self._task is None:
            self._show_next()

    def conclude(
        self,
        words: Callable[[], str],
        link: Callable[[], str] = str,
        follow_link: Callable[[], object] | None = None,
        *,
        first: tuple[Callable[[], str], Callable[[], object]] | None = None,
    ) -> None:
        """Say how it ended, with something to do about it; all in the language of the moment.

        ``first`` is one more thing to do, more urgent than the link.
        """
        self._conclusion = (words, link)
        self._follow_link, self._first = follow_link, first
        self.first_link.setVisible(first is not None)
        self.link.setVisible(follow_link is not None)
        self._say_conclusion()
        self.meter.hide()
        self.cancel.hide()
        self.dismiss.show()
        self.show()

    def _say_conclusion(self) -> None:
        words, link = self._conclusion
        self.words.setText(words())
        self.link.setText(link())
        self.first_link.setText(self._first[0]() if self._first is not None else self.tr("Show"))

    def _show_next(self) -> None:
        self._task, self._name = self._waiting.pop(0)
        self._done = self._total = 0
        self._began_at = time.monotonic()
        self.cancel.setEnabled(True)
        self._show_running()
        self._task.progressed.connect(self._progressed)
        self._say()
        self.show()

    def _show_running(self) -> None:
        """Show the meter again where a sentence about something else stood in between."""
        self.cancel.show()
        self.meter.show()
        self.link.hide()
        self.first_link.hide()
        self.dismiss.hide()

    def _open_link(self) -> None:
        if self._follow_link is not None:
            self._follow_link()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_4 + SPACE_2, SPACE_2, SPACE_3, SPACE_2)
        row.setSpacing(SPACE_3)
        row.addWidget(self.words, 1)
        row.addWidget(self.meter)
        row.addWidget(self.first_link)
        row.addWidget(self.link)
        row.addWidget(self.cancel)
        row.addWidget(self.dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)

    def _progressed(self, done: int, total: int, unit: str) -> None:
        self._done, self._total = done, total
        self._show_running()
        self._say()

    def _say(self) -> None:
        self.meter.setRange(0, self._total)
        self.meter.setValue(self._done)
        parts = [self._name()]
        if self._total >= self._done and self._total:  # the total is an estimate until archives are unpacked
            parts.append(f"{self._done:,}/{self._total:,}")
        left = time_left(self._done, self._total, time.monotonic() - self._began_at)
        if self._task is not None and self._task.cancelling:
            parts.append(self.tr("stopping; what is saved stays"))
        elif left is not None:
            parts.append(self._left_words(left))
        self.words.setText(" · ".join(parts))

    def _left_words(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("about %n second(s) left", "", max(1, 5 * round(seconds / 5)))
        return self.tr("about %n minute(s) left", "", round(seconds / 60))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.cancel.setEnabled(False)
            self._say()

    def _ended(self, task: Task) -> None:
        self._waiting = [(waiting, name) for waiting, name in self._waiting if waiting is not task]
        if task is not self._task:
            return
        self._task = None
        if self._waiting:
            self._show_next()
        elif not self.meter.isHidden():
            self.hide()
