"""One question at a time, in the same order every time: whatever a drop leaves to ask, it never comes all at once."""

from collections.abc import Callable
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.desk import Desk
from ui.importing import Importing

PATIENCE_MS = 300
"""How often it is looked whether another question was answered."""


class Turn(IntEnum):
    """What is asked after something was added, in this order."""

    PASSWORD = 1
    EXPORTS = 2
    WITNESSES = 3


class Turns(QObject):
    """Keeps questions until it is their turn: until no sheet is open, and none comes before them.

    All but passwords wait also while something goes on that may lead to a question: an archive that is being opened
    may hold one more export, or ask for its password again.
    """

    def __init__(self, parent: QObject, desk: Desk, importing: Importing) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[Turn, Callable[[], object]]] = []
        self._going_on: list[Callable[[], bool]] = [lambda: importing.busy]
        self._timer = QTimer(self, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._take)
        desk.closed.connect(self._clear)

    @property
    def waiting(self) -> list[Turn]:
        """What has not been asked yet, in the order in which it will be."""
        return [turn for turn, _ in self._waiting]

    def wait_for(self, going_on: Callable[[], bool]) -> None:
        """Let all but passwords wait as long as this is true."""
        self._going_on.append(going_on)

    def ask(self, turn: Turn, question: Callable[..., object], *about: object) -> None:
        """Ask now, or as soon as it is this question's turn; ``about`` is handed to it."""
        self._waiting.append((turn, partial(question, *about)))
        self._waiting.sort(key=lambda each: each[0])
        self._take()

    def _clear(self) -> None:
        """Ask nothing about a vault that is gone."""
        self._waiting.clear()
        self._timer.stop()

    def _take(self) -> None:
        while self._waiting and self._may_ask(self._waiting[0][0]):
            _, question = self._waiting.pop(0)
            question()
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()

    def _may_ask(self, turn: Turn) -> bool:
        if QApplication.activeModalWidget() is not None:
            return False
        return turn is Turn.PASSWORD or not any(is_so() for is_so in self._going_on)
