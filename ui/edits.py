"""Everything that changes the vault, off the UI thread and in the order in which it was asked for; and the way back.

Each change and each taking back of one is an entry of the custody log of its own: nothing is rewritten.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.domain.disputes import Dispute, DisputeSummary
from evidence_app.domain.events import Event
from ui.steps import Deed, Step, done_again, record_step, step_about, turned_back
from ui.subjects import Subject
from ui.tasks import Lane, Task
from ui.undoing import Command, UndoStack

if TYPE_CHECKING:
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.actions.import_exports import ImportReport
    from evidence_app.actions.record_event import NewEvent
    from evidence_app.actions.session import Session
    from evidence_app.domain.deciding import Corrected
    from evidence_app.domain.exports import Choice, Hints
    from evidence_app.domain.fields import FieldValue
    from evidence_app.domain.removed import TrayItem
    from evidence_app.progress import Progress
    from ui.desk import Desk

T = TypeVar("T")

SETTLE_MS = 300
"""Decisions about what was read are made several in a second; what shows them is read once they pause."""

MACHINE_TEXT = "machine_text"
"""Names, among the fields of an exhibit, what was read on it."""

MANY = 500
"""From so many things on a change is shown while it runs."""


class Edits(QObject):
    """Changes what lies on a desk, and takes it back."""

    undo_changed = Signal()
    made_step = Signal(object)
    """A step that was just made for the first time."""
    taken_back = Signal(object, bool)
    """A step that was taken back, or (true) done again."""
    many_begun = Signal(object, int)
    """The task that changes so many things: it takes a moment and can be cancelled."""
    nothing_to_undo = Signal()
    not_taken_back = Signal(object, object)
    """A step that cannot be taken back any more, and why."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.stack = UndoStack(self)
        self._reload_soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._reload_soon.timeout.connect(desk.reload_all)

    # Changing

    def change(self, action: "Callable[[Session], T]", then: Callable[[T], object], owner: QObject) -> None:
        """Change something in the vault, after the changes asked for before; without a way back.

        It is made even if another vault is asked for meanwhile, but only a failure is told then.
        """
        self._start(lambda session, _: action(session), then, owner)

    def _start(
        self, action: "Callable[[Session, Progress], T]", then: Callable[[T], object], owner: QObject
    ) -> Task | None:
        session = self._desk.session
        if session is None:
            return None
        then = self._desk.while_open(session, then)
        return self._desk.tasks.start(
            lambda task: action(session, task), lane=Lane.CHANGE, then=then, failed=self._failed, owner=owner
        )

    def make(self, step: Step, work: "Callable[[Session, Progress], Sequence[int]]") -> None:
        """Make a change that can be taken back; ``work`` returns the numbers of the custody entries it wrote."""

        def made(seqs: Sequence[int]) -> None:
            if not seqs:
                return
            self.stack.did(replace(step, seqs=tuple(seqs)))
            self.made_step.emit(step)
            if step.gone(again=True):
                self._desk.lead_to("")
            if step.deed in {Deed.ACCEPT, Deed.DISMISS}:
                self.undo_changed.emit()
                self._reload_soon.start()  # many follow each other
            else:
                self._reload()

        task = self._start(work, made, self)
        if task is not None and len(step.ids) >= MANY:
            task.cancelled.connect(self._reload)  # nothing was changed: whoever shows what was typed shall know
            self.many_begun.emit(task, len(step.ids))

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

    def work_out(self, kind: str, work: "Callable[[Session], int | Sequence[int] | None]") -> None:
        """Keep something that a person worked out beside the evidence; ``kind`` is as the custody log calls it.

        ``work`` returns the custody entry or entries, None if nothing differed.
        """

        def done(session: "Session", _: "Progress") -> Sequence[int]:
            seqs = work(session)
            return [seqs] if isinstance(seqs, int) else seqs or []

        step = Step(dispute_id=self._desk.dispute_id, deed=Deed.WORK_OUT, subject=Subject.ITEM, ids=(), fields=(kind,))
        self.make(step, done)

    def record_event(
        self, new: "NewEvent", then: Callable[[], object] | None = None, *, is_under_way: bool = False
    ) -> None:
        """Record a typed event in the chosen dispute and select it; ``then`` is called once it is saved.

        Of a call that ``is_under_way`` the notes go with it: a crash before ``then`` shall not offer it again.
        """
        dispute_id = self._desk.dispute_id

        def work(session: "Session") -> Event:
            from evidence_app.actions.calls_under_way import record_call
            from evidence_app.actions.record_event import record_event

            return (record_call if is_under_way else record_event)(session, dispute_id, new)

        def recorded(event: Event) -> None:
            step = record_step(event)
            self.stack.did(step)
            self.made_step.emit(step)
            self._desk.lead_to(event.id)
            self._reload()
            if then is not None:
                then()

        self.change(work, recorded, self)

    def edit(self, subject: Subject, subject_id: str, changes: "Mapping[str, FieldValue]") -> None:
        """Change fields of the chosen dispute, one of its exhibits or events."""
        self.edit_many(subject, [subject_id], changes)

    def edit_many(self, subject: Subject, ids: Sequence[str], changes: "Mapping[str, FieldValue]") -> None:
        """Change the same fields of several exhibits or events of the chosen dispute, in one step."""

        def work(session: "Session", progress: "Progress") -> list[int]:
            from evidence_app.actions import edit

            if subject is Subject.EXHIBIT:
                return edit.edit_exhibits(session, ids, changes, progress)
            if subject is Subject.EVENT:
                return edit.edit_events(session, ids, changes, progress)
            written = (edit.edit_dispute(session, dispute_id, changes) for dispute_id in ids)
            return [seq for seq in written if seq is not None]

        self.make(self._step(Deed.EDIT, subject, ids, tuple(changes)), work)

    def name_columns(
        self, exhibit_id: str, hints: "Hints", choice: "Choice", then: "Callable[[ImportReport], object]"
    ) -> None:
        """Read a table again with its columns named anew; what that changes in its events is one step."""
        step = self._step(Deed.EDIT, Subject.EXHIBIT, [exhibit_id], ("columns",))

        def work(session: "Session", progress: "Progress") -> "ImportReport":
            from evidence_app.actions.import_exports import import_export

            return import_export(session, exhibit_id, choice, hints, progress)

        def named(report: "ImportReport") -> None:
            if report.changed:
                told = replace(step, number=report.exhibit.number, seqs=report.changed)
                self.stack.did(told)
                self.made_step.emit(told)
            self._reload()
            then(report)

        self._start(work, named, self)

    def arrange(self, event_ids: Sequence[str]) -> None:
        """Put events of the same moment into this order."""
        dispute_id = self._desk.dispute_id

        def work(session: "Session", _: "Progress") -> list[int]:
            from evidence_app.actions.order import arrange

            return arrange(session, dispute_id, event_ids)

        self.make(self._step(Deed.ARRANGE, Subject.EVENT, event_ids), work)

    def set_zone(self, event_ids: Sequence[str], zone_name: str) -> None:
        """Let the times of events that state no offset be read in a zone."""

        def work(session: "Session", progress: "Progress") -> list[int]:
            from evidence_app.actions.edit import set_zone

            return set_zone(session, event_ids, zone_name, progress)

        self.make(self._step(Deed.EDIT, Subject.EVENT, event_ids, ("time",)), work)

    # What was read

    def accept(self, ids: Sequence[str], corrected: "Corrected | None" = None, *, together: bool = False) -> None:
        """Let events and suggestions that a machine read stand, the only one as a person corrected it.

        ``together`` says that these are whatever waited, and nobody chose a single one.
        """

        def work(session: "Session", _: "Progress") -> list[int]:
            from evidence_app.actions.suggestions import accept

            return accept(session, ids, {ids[0]: corrected} if corrected is not None else {}, together=together)

        self.make(self._step(Deed.ACCEPT, Subject.SUGGESTION, ids), work)

    def accept_event(self, event_id: str, more: Sequence[str], changes: "Mapping[str, FieldValue]") -> None:
        """Let an event stand as a person corrected it, and with it suggestions that were found in it."""

        def work(session: "Session", progress: "Progress") -> list[int]:
            from evidence_app.actions.edit import edit_events
            from evidence_app.actions.suggestions import accept

            written = edit_events(session, [event_id], changes, progress) if changes else []
            return [*written, *accept(session, [event_id, *more])]

        self.make(self._step(Deed.ACCEPT, Subject.SUGGESTION, [event_id, *more]), work)

    def correct_line(self, exhibit_id: str, line_index: int, words: str) -> None:
        """Keep how a person reads a line of an exhibit; empty takes that away again."""

        def work(session: "Session", _: "Progress") -> list[int]:
            from evidence_app.actions.correct_text import correct_line

            seq = correct_line(session, exhibit_id, line_index, words)
            return [] if seq is None else [seq]

        self.make(self._step(Deed.EDIT, Subject.EXHIBIT, [exhibit_id], (MACHINE_TEXT,)), work)

    def dismiss(self, ids: Sequence[str], reason: str) -> None:
        """Say, for a reason that is recorded, that events and suggestions that a machine read are not so."""

        def work(session: "Session", _: "Progress") -> list[int]:
            from evidence_app.actions.suggestions import dismiss

            return dismiss(session, ids, reason)

        self.make(self._step(Deed.DISMISS, Subject.SUGGESTION, ids), work)

    # Removing

    def set_aside(self, subject: Subject, ids: Sequence[str], reason: str) -> None:
        """Remove things out of sight, for a reason that is recorded; they can be put back until they are erased."""

        def work(session: "Session", progress: "Progress") -> list[int]:
            from evidence_app.actions.remove import set_aside

            return set_aside(session, _kept_as(subject), ids, reason, progress)

        step = self._step(Deed.REMOVE, subject, ids)
        self.make(replace(step, dispute_id=ids[0]) if subject is Subject.DISPUTE else step, work)

    def put_back(self, subject: Subject, ids: Sequence[str], dispute_id: str) -> None:
        """Put removed things of one dispute back in their places."""

        def work(session: "Session", progress: "Progress") -> list[int]:
            from evidence_app.actions.remove import put_back

            return put_back(session, _kept_as(subject), ids, progress)

        step = Step(dispute_id=dispute_id, deed=Deed.PUT_BACK, subject=subject, ids=tuple(ids))
        self.make(step, work)

    def erase(self, items: "Sequence[TrayItem]", then: Callable[[], object]) -> None:
        """Erase removed things for good; there is no way back."""

        def work(session: "Session") -> None:
            from evidence_app.actions.remove import empty_tray

            empty_tray(session, items)

        def erased(_: None) -> None:
            for item in items:
                self.stack.forget(item.id)
            self._reload()
            then()

        self.change(work, erased, self)

    def _step(self, deed: Deed, subject: Subject, ids: Sequence[str], fields: Sequence[str] = ()) -> Step:
        return step_about(self._desk.dispute_id, deed, subject, ids, self._desk.detail, fields)

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
            self.stack.turned(command, now)
            self._show_turned(now, again=again)

        def failed(error: BaseException) -> None:
            self.stack.failed(command)
            self.not_taken_back.emit(step, error)
            self._reload()

        still = self._desk.while_open
        self._desk.tasks.start(
            work, lane=Lane.CHANGE, then=still(session, turned), failed=still(session, failed), owner=self
        )
        self.undo_changed.emit()

    def _show_turned(self, step: Step, *, again: bool) -> None:
        """Go to where something was taken back."""
        self._desk.choose_dispute(step.dispute_id)
        self._desk.lead_to("" if step.gone(again=again) else step.event_id or self._desk.event_id)
        self.taken_back.emit(step, again)
        self._reload()

    def _reload(self) -> None:
        self.undo_changed.emit()
        self._desk.reload_all()

    def _failed(self, error: BaseException) -> None:
        self._desk.failed.emit(error)
        self._desk.reload_detail()


def _kept_as(subject: Subject) -> 'Literal["dispute", "exhibit", "event"]':
    """Return by which name the tray knows what is removed; suggestions are dismissed, not removed."""
    names: dict[Subject, Literal["dispute", "exhibit", "event"]] = {
        Subject.DISPUTE: "dispute",
        Subject.EXHIBIT: "exhibit",
        Subject.EVENT: "event",
    }
    return names[subject]
