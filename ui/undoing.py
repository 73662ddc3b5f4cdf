"""What can be taken back, in which words, and what becomes of it when something is removed for good."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from evidence_app.domain.events import Event, EventFacts, EventKind
from ui.fields import label_of
from ui.i18n import word
from ui.subjects import Detail, Subject

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


@dataclass(frozen=True)
class Step:
    """One change: an edit (``seq`` is its custody entry), or the recording of a typed event (``recorded``).

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
    seq: int = 0
    recorded: Event | None = None

    def concerns(self, subject_id: str) -> bool:
        """Tell whether the step changes or is shown by a dispute, an exhibit or an event."""
        return subject_id in {self.subject_id, self.event_id, self.dispute_id}

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


@dataclass
class UndoStack:
    """Steps that can be taken back, the last one first, and those that were."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def did(self, step: Step) -> None:
        """Keep a new change; what was taken back before cannot be done again after it."""
        self.done.append(step)
        self.undone.clear()

    def forget(self, subject_id: str) -> None:
        """Drop what concerns something that was removed for good."""
        self.done = [step for step in self.done if not step.concerns(subject_id)]
        self.undone = [step for step in self.undone if not step.concerns(subject_id)]


def turned_back(session: "Session", step: Step, reason: str) -> Step:
    """Take a step back, or do it again, and return the step that turns this around.

    Raises InputProblem where what was changed was changed again since, or is gone.
    """
    if step.recorded is None:
        from evidence_app.actions.edit import take_back

        return replace(step, seq=take_back(session, step.dispute_id, step.seq))
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
