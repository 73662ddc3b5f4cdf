"""The sample dispute: made while the window goes on working, told apart from real ones, removed with one click."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.disputes import Dispute, DisputeSummary
from ui.activity import ActivityBar
from ui.controls import Button, ElidedLabel, Hairline, part
from ui.desk import Desk
from ui.i18n import language
from ui.subjects import Subject
from ui.tasks import Lane, Task
from ui.tokens import SPACE_1, SPACE_3, SPACE_4

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


class Samples(QObject):
    """Makes and removes the sample dispute."""

    failed = Signal(object)
    removed = Signal()

    def __init__(self, desk: Desk, bar: ActivityBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._bar = desk, bar
        self._making = False

    def make(self) -> None:
        """Make the sample dispute in the window's language and show it; one at a time."""
        session, chosen = self._desk.session, language.chosen
        if session is None or session.read_only or self._making:
            return

        def work(task: Task) -> Dispute:
            from evidence_app.actions.sample import make_sample_dispute

            return make_sample_dispute(session, chosen, task)

        self._making = True
        still = self._desk.while_open
        then, failed = still(session, self._made), still(session, self.failed.emit)
        task = self._desk.tasks.start(
            work, lane=Lane.LONG, then=then, failed=failed, owner=self, finished_on_leaving=True
        )
        task.ended.connect(self._ended)
        self._bar.follow(task, lambda: self.tr("Making the sample dispute"))

    def remove(self) -> None:
        """Remove the sample that is shown; what is its reason is known."""
        dispute = self._desk.dispute
        if dispute is not None and dispute.is_sample:
            self._desk.edits.set_aside(Subject.DISPUTE, [dispute.id], self.tr("the sample dispute"))
            self.removed.emit()

    def _made(self, dispute: Dispute) -> None:
        self._desk.read(_disputes, lambda disputes: self._desk.take_new(dispute, disputes), self)

    def _ended(self) -> None:
        self._making = False
        self._desk.reload_disputes()


class SampleBanner(QWidget):
    """Says above a dispute's pages that it is invented, and offers to remove it."""

    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "background")
        self.words = ElidedLabel(role="caption", tone="muted")
        self.remove = Button(look="link", icon_name="trash")
        self.remove.clicked.connect(self.removal_wanted)
        row = self._row = QHBoxLayout()
        self.give_way(is_low=False)
        row.setSpacing(SPACE_3)
        row.addWidget(self.words, 1)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())
        self.hide()
        language.changed.connect(self.retranslate)
        self.retranslate()

    def give_way(self, *, is_low: bool) -> None:
        """Leave the height of a low window to the pages."""
        edge = 0 if is_low else SPACE_1
        self._row.setContentsMargins(SPACE_4 + SPACE_1 * 2, edge, SPACE_4, edge)

    def retranslate(self) -> None:
        """Set all texts."""
        self.words.setText(self.tr("Sample dispute: everything in it is invented, try whatever you like."))
        self.remove.setText(self.tr("Remove the sample"))


def _disputes(session: "Session") -> list[DisputeSummary]:
    from evidence_app.actions.disputes import list_disputes

    return list_disputes(session)
