"""Everything that changes the vault, off the UI thread and in the order in which it was asked for; and the way back.

Each change and each taking back of one is an entry of the custody log of its own: nothing is rewritten.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from evidence_app.domain.disputes import Dispute, DisputeSummary
from evidence_app.domain.events import Event
from ui.subjects import Subject
from ui.tasks import Lane
from ui.undoing import Command, Step, UndoStack, done_again, edit_step, record_step, turned_back

if TYPE_CHECKING:
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.actions.record_event import NewEvent
    from evidence_app.actions.session import Session
    from evidence_app.domain.fields import FieldValue
    from ui.desk import Desk

T = TypeVar("T")


class Edits(QObject):
    """Changes what lies on a desk, and takes it back."""

    undo_changed = Signal()
    taken_back = Signal(object, bool)
    """A step that was taken back, or (true) done again."""
    nothing_to_undo = Signal()
    not_taken_back = Signal(object, object)
    """A step that cannot be taken back any more, and why."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.stack = UndoStack(self)

    # Changing

    def change(self, action: "Callable[[Session], T]", then: Callable[[T], object], owner: QObject) -> None:
        """Change something in the vault, after the changes asked for before; without a way back."""
        session = self._desk.session
        if session is not None:
            self._desk.tasks.start(
                lambda _: action(session), lane=Lane.CHANGE, then=then, failed=self._failed, owner=owner
            )

    def make(self, step: Step, work: "Callable[[Session], Sequence[int]]") -> None:
        """Make a change that can be taken back; ``work`` returns the numbers of the custody entries it wrote."""

        def made(seqs: Sequence[int]) -> None:
            if seqs:
                self.stack.did(replace(step, seqs=tuple(seqs)))
                self._reload()

        self.change(work, made, self)

    def new_dispute(self, new: "NewDispute", then: Callable[[Dispute], object] | None = None) -> None:
        """Create a dispute, choose it, and go on with ``then``."""

        def work(session: "Session") -> tuple[Dispute, list[DisputeSummary]]:
            from evidence_app.actions.disputes import list_disputes, new_dispute

            return new_dispute(session, new), list_disputes(session)

        def created(result: tuple[Dispute, list[DisputeSummary]]) -> None:
            dispute, disputes = result
            self._desk.take_new(dispute, disputes)
            if then is not None:
                then(dispute)

        self.change(work, created, self)

    def record_event(self, new: "NewEvent") -> None:
        """Record a typed event in the chosen dispute and select it."""
        dispute_id = self._desk.dispute_id

        def work(session: "Session") -> Event:
            from evidence_app.actions.record_event import record_event

            return record_event(session, dispute_id, new)

        def recorded(event: Event) -> None:
            self.stack.did(record_step(event))
            self._desk.lead_to(event.id)
            self._reload()

        self.change(work, recorded, self)

    def edit(self, subject: Subject, subject_id: str, changes: "Mapping[str, FieldValue]") -> None:
        """Change fields of the chosen dispute, one of its exhibits or events."""

        def work(session: "Session") -> list[int]:
            from evidence_app.actions import edit

            verb = {
                Subject.DISPUTE: edit.edit_dispute,
                Subject.EXHIBIT: edit.edit_exhibit,
                Subject.EVENT: edit.edit_event,
            }[subject]
            seq = verb(session, subject_id, changes)
            return [] if seq is None else [seq]

        self.make(edit_step(self._desk.dispute_id, subject, subject_id, tuple(changes), self._desk.detail), work)

    def remove(self, subject: Subject, subject_id: str, reason: str) -> None:
        """Remove a dispute, an exhibit or an event for a reason that is recorded; its bytes are erased."""
        detail = self._desk.detail
        shown = detail.event.id if detail is not None and subject is Subject.EXHIBIT else ""

        def work(session: "Session") -> None:
            from evidence_app.actions import remove

            verb = {
                Subject.DISPUTE: remove.remove_dispute,
                Subject.EXHIBIT: remove.remove_exhibit,
                Subject.EVENT: remove.remove_event,
            }[subject]
            verb(session, subject_id, reason)

        self.change(work, lambda _: self._removed(subject_id, shown), self)

    # Taking back

    def undo(self, reason: str = "") -> None:
        """Take back the last change; ``reason`` is recorded where that removes a typed event."""
        self._turn_last(lambda: self.stack.take_back(lambda command: self._turn(command, reason, again=False)))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turn_last(lambda: self.stack.do_again(lambda command: self._turn(command, "", again=True)))

    def forget_all(self) -> None:
        """Drop every step: another vault is coming."""
        self.stack.clear()
        self.undo_changed.emit()

    def _turn_last(self, turn: Callable[[], bool]) -> None:
        """Turn after the changes asked for before: they may be what is taken back."""

        def now(_: None) -> None:
            if not turn():
                self.nothing_to_undo.emit()

        self.change(lambda _: None, now, self)

    def _turn(self, command: Command, reason: str, *, again: bool) -> None:
        session, step = self._desk.session, command.step
        if session is None:
            return

        def work(_: object) -> Step:
            return done_again(session, step) if again else turned_back(session, step, reason)

        def turned(now: Step) -> None:
            if now.gone(again=again):
                self.stack.forget(now.subject_id, but=command)
            self.stack.turned(command, now)
            self._show_turned(now, again=again)

        def failed(error: BaseException) -> None:
            self.stack.failed(command)
            self.not_taken_back.emit(step, error)
            self._reload()

        self._desk.tasks.start(work, lane=Lane.CHANGE, then=turned, failed=failed, owner=self)
        self.undo_changed.emit()

    def _show_turned(self, step: Step, *, again: bool) -> None:
        """Go to where something was taken back."""
        self._desk.choose_dispute(step.dispute_id)
        self._desk.lead_to("" if step.gone(again=again) else step.event_id or self._desk.event_id)
        self.taken_back.emit(step, again)
        self._reload()

    def _removed(self, *gone: str) -> None:
        self._desk.lead_to("")
        for subject_id in filter(None, gone):
            self.stack.forget(subject_id)
        self._reload()

    def _reload(self) -> None:
        self.undo_changed.emit()
        self._desk.reload_all()

    def _failed(self, error: BaseException) -> None:
        self._desk.failed.emit(error)
        self._desk.reload_detail()
