"""One step that can be taken back: what it did, in which words it is offered, and how it is turned around."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_app.domain.events import Event, EventKind
from evidence_app.phrases import phrase
from ui.fields import label_of
from ui.i18n import language, word
from ui.subjects import Detail, Subject

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


class Deed(Enum):
    """What a step did."""

    EDIT = "edit"
    RECORD = "record"
    REMOVE = "remove"
    PUT_BACK = "put back"
    ARRANGE = "arrange"
    ACCEPT = "accept"
    DISMISS = "dismiss"
    WORK_OUT = "work out"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One change of a dispute, or of some of its exhibits or events.

    ``event_id`` is the entry that shows it, empty where none does. ``number`` is the exhibit's if it is one exhibit,
    0 for anything else. Of what a person works out, ``fields`` is the name of its kind. ``seqs`` are the
    custody entries that have to be taken back to turn the step around.
    """

    dispute_id: str
    deed: Deed
    subject: Subject
    ids: tuple[str, ...]
    event_id: str = ""
    fields: tuple[str, ...] = ()
    kind: EventKind = EventKind.DOCUMENT
    number: int = 0
    seqs: tuple[int, ...] = ()

    def concerns(self, subject_id: str) -> bool:
        """Tell whether the step changes or is shown by a dispute, an exhibit or an event."""
        return subject_id in {*self.ids, self.event_id, self.dispute_id}

    def gone(self, *, again: bool) -> bool:
        """Tell whether what the step is about is out of sight once it was taken back, or (true) done again."""
        return again if self.deed is Deed.REMOVE else self.deed in {Deed.RECORD, Deed.PUT_BACK} and not again

    @property
    def plain(self) -> bool:
        """Whether its words name fields only, and not what was done with something."""
        return self.deed in {Deed.EDIT, Deed.ARRANGE}

    def words(self) -> str:
        """Return what was done: ``Title of exhibit 3``."""
        return _Words().of(self)


class _Words(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def of(self, step: Step) -> str:
        about = self._about(step)
        match step.deed:
            case Deed.RECORD:
                return self.tr("New entry: %1").replace("%1", word(step.kind))
            case Deed.REMOVE:
                return self.tr("Removed: %1").replace("%1", about)
            case Deed.PUT_BACK:
                return self.tr("Put back: %1").replace("%1", about)
            case Deed.ARRANGE:
                return self.tr("Order of entries")
            case Deed.ACCEPT:
                return self.tr("Accepted: %1").replace("%1", about)
            case Deed.DISMISS:
                return self.tr("Dismissed: %1").replace("%1", about)
            case Deed.WORK_OUT:
                return phrase("history", f"item-kind.{step.fields[0]}", language.chosen)
        fields = ", ".join(map(label_of, step.fields))
        return self.tr("%1: %2", "a field's name, and what it belongs to").replace("%2", about).replace("%1", fields)

    def _about(self, step: Step) -> str:
        if step.subject is Subject.DISPUTE:
            return self.tr("the dispute")
        if len(step.ids) > 1:
            several = len(step.ids)
            if step.subject is Subject.SUGGESTION:
                return self.tr("%n thing(s) that were read", "", several)
            exhibits = step.subject is Subject.EXHIBIT
            return self.tr("%n exhibit(s)", "", several) if exhibits else self.tr("%n entries", "", several)
        if step.subject is Subject.SUGGESTION:
            return self.tr("%n thing(s) that were read", "", 1)
        if step.number:
            return self.tr("exhibit %1").replace("%1", str(step.number))
        return self.tr("an entry (%1)").replace("%1", word(step.kind))


def step_about(
    dispute_id: str, deed: Deed, subject: Subject, ids: Sequence[str], detail: Detail | None, fields: Sequence[str] = ()
) -> Step:
    """Return a step about some things; of a single one that the desk shows, it knows kind and number."""
    step = Step(dispute_id=dispute_id, deed=deed, subject=subject, ids=tuple(ids), fields=tuple(fields))
    if detail is None or subject is Subject.DISPUTE:
        return step
    shown = {detail.event.id, *(exhibit.id for exhibit in detail.exhibits)}
    if len(ids) != 1 or ids[0] not in shown:
        return step
    pictured = subject is Subject.EXHIBIT or detail.event.kind is EventKind.DOCUMENT
    number = next((exhibit.number for exhibit in detail.exhibits), 0) if pictured else 0
    return replace(step, event_id=detail.event.id, kind=detail.event.kind, number=number)


def record_step(event: Event) -> Step:
    """Return the step of a typed event."""
    return Step(
        dispute_id=event.dispute_id,
        deed=Deed.RECORD,
        subject=Subject.EVENT,
        ids=(event.id,),
        event_id=event.id,
        kind=event.kind,
    )


def turned_back(session: "Session", step: Step, reason: str) -> Step:
    """Take a step back and return how it is done again; ``reason`` is recorded where that removes a typed event.

    Raises InputProblem where what was changed was changed again since, or is gone.
    """
    if step.deed is not Deed.RECORD:
        return _turned(session, step, reason)
    from evidence_app.actions.remove import set_aside

    return replace(step, seqs=tuple(set_aside(session, "event", step.ids, reason)))


def done_again(session: "Session", step: Step) -> Step:
    """Do a step again that was taken back, and return how it is taken back once more."""
    return _turned(session, step)


def _turned(session: "Session", step: Step, reason: str = "") -> Step:
    from evidence_app.actions.edit import take_back

    return replace(step, seqs=tuple(take_back(session, step.dispute_id, step.seqs, reason)))
