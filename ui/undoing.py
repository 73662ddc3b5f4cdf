"""What can be taken back, in which words, and what becomes of it when something is removed for good."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from evidence_app.domain.events import Event, EventFacts, EventKind
from ui.fields import label_of
from ui.i18n import word
from ui.subjects import Detail, Subject

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


@dataclass(frozen=True)
class Step:
    """One change: an edit (``seqs`` are its custody entries), or the recording of a typed event (``recorded``).

    ``event_id`` is the entry that shows it, empty for a change of the dispute itself. ``number`` is the exhibit's,
    0 for anything else.
    """

    dispute_id: str
    subject: Subject
    subject_id: str
    event_id: str
    fields: tuple[str, ...] = ()
    kind: EventKind = EventKind.DOCUMENT
    number: int = 0
    seqs: tuple[int, ...] = ()
    recorded: Event | None = None

    def concerns(self, subject_id: str) -> bool:
        """Tell whether the step changes or is shown by a dispute, an exhibit or an event."""
        return subject_id in {self.subject_id, self.event_id, self.dispute_id}

    def gone(self, *, again: bool) -> bool:
        """Tell whether what the step made is not there any more once it was taken back, or done again."""
        return self.recorded is not None and not again

    def words(self) -> str:
        """Return what was changed: ``Title of exhibit 3``."""
        if self.recorded is not None:
            text = QCoreApplication.translate("Undo", "New entry: %1")
            return text.replace("%1", word(self.kind))
        fields = ", ".join(map(label_of, self.fields))
        if self.subject is Subject.DISPUTE:
            return QCoreApplication.translate("Undo", "%1 of the dispute").replace("%1", fields)
        if self.number:
            text = QCoreApplication.translate("Undo", "%1 of exhibit %2")
            return text.replace("%2", str(self.number)).replace("%1", fields)
        text = QCoreApplication.translate("Undo", "%1 of an entry (%2)")
        return text.replace("%2", word(self.kind)).replace("%1", fields)


def edit_step(
    dispute_id: str, subject: Subject, subject_id: str, fields: tuple[str, ...], detail: Detail | None
) -> Step:
    """Return the step of an edit of what the desk shows; its number comes with the custody entry."""
    shown = detail if subject is not Subject.DISPUTE else None
    number = 0
    if shown is not None and (subject is Subject.EXHIBIT or shown.event.kind is EventKind.DOCUMENT):
        number = next((exhibit.number for exhibit in shown.exhibits), 0)
    return Step(
        dispute_id,
        subject,
        subject_id,
        event_id=shown.event.id if shown is not None else "",
        fields=fields,
        kind=shown.event.kind if shown is not None else EventKind.DOCUMENT,
        number=number,
    )


def record_step(event: Event) -> Step:
    """Return the step of a typed event."""
    return Step(event.dispute_id, Subject.EVENT, event.id, event.id, kind=event.kind, recorded=event)


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

    def forget(self, subject_id: str, but: Command | None = None) -> None:
        """Drop what concerns something that was removed for good."""
        for command in self._living(range(self._stack.count())):
            if command is not but and command.step.concerns(subject_id):
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


def turned_back(session: "Session", step: Step, reason: str) -> Step:
    """Take a step back, or do it again, and return the step that turns this around.

    Raises InputProblem where what was changed was changed again since, or is gone.
    """
    if step.recorded is None:
        from evidence_app.actions.edit import take_back

        return replace(step, seqs=tuple(take_back(session, step.dispute_id, step.seqs)))
    from evidence_app.actions.remove import remove_event

    remove_event(session, step.subject_id, reason)
    return step


def done_again(session: "Session", step: Step) -> Step:
    """Do a step again that was taken back, and return the step that takes it back once more."""
    if step.recorded is None:
        return turned_back(session, step, "")
    from dataclasses import fields

    from evidence_app.actions.record_event import record_event

    values = {name: getattr(step.recorded, name) for name in (field.name for field in fields(EventFacts))}
    return record_step(record_event(session, step.dispute_id, EventFacts(**values)))
