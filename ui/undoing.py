"""The steps that can be taken back, on Qt's undo stack."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from ui.steps import Step


class Command(QUndoCommand):
    """A step on Qt's stack. What Qt asks for is begun here and ends later, off the UI thread."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step
        self.turn: Callable[[Command], object] | None = None

    def undo(self) -> None:
        """Begin to take the step back."""
        self._begin()

    def redo(self) -> None:
        """Begin to do the step again; does nothing when it is put on the stack, because it was done then."""
        self._begin()

    def _begin(self) -> None:
        turn, self.turn = self.turn, None
        if turn is not None:
            turn(self)


class UndoStack(QObject):
    """Steps that can be taken back, the last one first, and those that were."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = QUndoStack(self)

    @property
    def done(self) -> list[Step]:
        """What can be taken back, the last one last."""
        return [command.step for command in self._living(range(self._stack.index()))]

    @property
    def undone(self) -> list[Step]:
        """What can be done again, the first one last."""
        return [command.step for command in self._living(range(self._stack.count() - 1, self._stack.index() - 1, -1))]

    def did(self, step: Step) -> None:
        """Keep a new change; what was taken back before cannot be done again after it."""
        self._stack.push(Command(step))

    def take_back(self, turn: Callable[[Command], object]) -> bool:
        """Begin to take back the last step by ``turn``; false if there is none."""
        while (number := self._stack.index() - 1) >= 0:
            if self._begins(number, turn, self._stack.undo):
                return True
        return False

    def do_again(self, turn: Callable[[Command], object]) -> bool:
        """Begin to do again by ``turn`` what was taken back last; false if there is nothing."""
        while (number := self._stack.index()) < self._stack.count():
            if self._begins(number, turn, self._stack.redo):
                return True
        return False

    def turned(self, command: Command, now: Step) -> None:
        """Take note that a step was turned around, and how it is turned back."""
        if isValid(command):
            command.step = now

    def failed(self, command: Command) -> None:
        """Drop a step that could not be turned around."""
        if isValid(command):
            command.setObsolete(True)

    def forget(self, subject_id: str) -> None:
        """Drop what concerns something that was erased for good."""
        for command in self._living(range(self._stack.count())):
            if command.step.concerns(subject_id):
                command.setObsolete(True)

    def clear(self) -> None:
        """Drop everything."""
        self._stack.clear()

    def _begins(self, number: int, turn: Callable[[Command], object], go: Callable[[], None]) -> bool:
        """Let Qt go one step; one that was dropped only leaves the stack by that."""
        command = self._command(number)
        begins = not command.isObsolete()
        command.turn = turn if begins else None
        go()
        return begins

    def _living(self, numbers: range) -> Iterator[Command]:
        return (command for command in map(self._command, numbers) if not command.isObsolete())

    def _command(self, number: int) -> Command:
        command = self._stack.command(number)
        assert isinstance(command, Command)  # nothing else is put on this stack
        return command
