"""The overview page: who, what, with whom, how much, since when; what to do next; how much is there; its pictures."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.disputes import Basis, Beginning, Dispute
from ui.catching_up import CatchingUp
from ui.controls import PlainLabel, ScrollColumn, chain_tabs, in_visual_order, part
from ui.desk import Desk
from ui.i18n import language
from ui.overview.case import CaseCard, CaseStanding, case_standing
from ui.overview.glance import Card, Demands, Glance, Numbers
from ui.overview.pictures import OverviewPictures
from ui.overview.standing import Known, Standing, Task, Wait, logged, standing
from ui.overview.tasks import TaskList
from ui.tabs import PageKey, page_name
from ui.tasks import Task as BackgroundTask
from ui.timeline.outline import Outline
from ui.tokens import SPACE_4, SPACE_5, scaled
from ui.witnessing.consent import StandingLine
from ui.witnessing.witnessing import Witnessing

PATIENCE_MS = 700
"""So long it may take to work out where the case stands before that is said."""

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

SIDE_BY_SIDE_EMS = 52  # of the body's font: from this width on, two columns have room for a sentence each
"""Measured in the text, so that larger text falls into one column sooner."""


READABLE = frozenset(
    {
        Wait.CONFLICTS,
        Wait.FAR_OFF,
        Wait.NO_TIME,
        Wait.GAPS,
        Wait.UNREAD,
        Wait.OVERDUE,
        Wait.PERHAPS_ANSWERED,
        Wait.UNANSWERED,
        Wait.NO_BACKUP,
        Wait.OLD_BACKUP,
    }
)
"""What can be looked at, or done, in a vault that is open for reading only."""


IN_ORDER = tuple(Wait)

MANY = 500  # exhibits, with whose log reading takes longer than a moment
COLUMN = 540  # from so many of this width on, a third column has room, and a fourth
MOST_COLUMNS = 4
WIDEST_COLUMN = 910
"""Up to which columns grow in a window that has more room than they need: four fill one of 3840 pixels."""


class OverviewPage(CatchingUp):
    """The chosen dispute at one glance. What leads to other pages is announced."""

    event_wanted = Signal(str)
    attention_wanted = Signal()
    edit_wanted = Signal()
    field_wanted = Signal(str)
    """A field of the dispute that is to be written."""
    files_wanted = Signal()
    exports_wanted = Signal()
    export_wanted = Signal()
    backup_wanted = Signal()
    log_wanted = Signal()
    review_wanted = Signal()
    part_wanted = Signal(str)
    """A part of the case page."""
    since_known = Signal(str, object)
    """A dispute, and the day on which it began, None where nothing tells."""

    def __init__(
        self, desk: Desk, witnessing: Witnessing, backed_up_at: Callable[[], datetime | None] = lambda: None
    ) -> None:
        """``backed_up_at`` tells when the open vault was backed up last, as far as this computer knows."""
        super().__init__()
        part(self, "background")
        self._desk, self._backed_up_at = desk, backed_up_at
        self._reading_case = self._case_outdated = False
        self._case_of = ""
        self._case_task: BackgroundTask | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._say_waiting)
        self.known_of = ""
        """The dispute of which it is known where it stands; nothing is said of another one's tasks and numbers."""
        self._long_work = desk.tasks.long_running
        self.standing = Standing()
        self.case_standing: CaseStanding | None = None
        self.glance = Glance()
        self.tasks = TaskList()
        self.numbers = Numbers()
        self.witnessed = StandingLine(witnessing, with_log=True)
        self.proof = Card()
        self.proof.column.addWidget(self.witnessed)
        self.demands = Demands()
        self.case = CaseCard()
        self.pictures = OverviewPictures()
        self._count, self._beside = 2, False
        self._tasks_title = PlainLabel(role="emphasis")
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self._tasks_title.setText(self.tr("What to do next"))
        self.proof.title.setText(self.tr("Proven to exist since"))
        self._show_dispute()
        self.area.setAccessibleName(page_name(PageKey.OVERVIEW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two columns side by side where they have room."""
        super().resizeEvent(event)
        self._fit()

    # Joining

    def _connect(self) -> None:
        self._desk.dispute_changed.connect(self._dispute_changed)
        self._desk.timeline_changed.connect(lambda _: self._timeline_changed())
        self._desk.closed.connect(self._let_go)
        self._desk.failed.connect(lambda _: self._read_again_later())
        self._desk.tasks.busy_changed.connect(self._look_at_long_work)
        self.tasks.wanted.connect(self._follow)
        self.glance.edit_wanted.connect(self.edit_wanted)
        self.glance.event_wanted.connect(self.event_wanted)
        self.glance.since_wanted.connect(lambda: self.field_wanted.emit("disputed_since"))
        self.demands.edit_wanted.connect(lambda: self.field_wanted.emit("demands"))
        self.witnessed.log_wanted.connect(self.log_wanted)
        self.case.part_wanted.connect(self.part_wanted)
        self.case.event_wanted.connect(self.event_wanted)
        language.changed.connect(self.retranslate)

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(SPACE_4)
        self._tasks_holder = self._tasks_card()
        self._places = [QVBoxLayout() for _ in range(MOST_COLUMNS)]
        for column in self._places:
            column.setSpacing(SPACE_4)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._cards = QWidget()
        inner = QVBoxLayout(self._cards)
        inner.setContentsMargins(SPACE_5, SPACE_4, SPACE_5, SPACE_5)
        inner.setSpacing(SPACE_4)
        inner.addLayout(self._columns)
        self._below = inner
        inner.addStretch(1)
        self._share_out(self._count)
        content = QWidget()
        beside = QHBoxLayout(content)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._cards, 1000)
        beside.addStretch(1)
        self.area = ScrollColumn(takes_keys=True)
        self.area.hold(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def _share_out(self, count: int) -> None:
        """Put the cards into two columns, or into more where a large window would stay empty otherwise.

        The pictures stand below more than two, side by side, else below what the matter is about, as a single one does.
        """
        self._count, self._beside = count, count > 2 and not self.pictures.is_single  # more than two columns
        placed = (
            (self.glance, 0),
            (self.demands, 0),
            (self._tasks_holder, 1),
            (self.case, 2 if count == MOST_COLUMNS else 1),
            (self.proof, count - 1),
            (self.numbers, count - 1),
        )
        for card in (self.pictures, *(card for card, _ in placed)):
            for column in (*self._places, self._below):
                column.removeWidget(card)  # takeAt leaves an item behind: a height it knows is never asked for again
        for card, place in placed:
            self._places[place].insertWidget(self._places[place].count() - 1, card)
        below = self._below if self._beside else self._places[0]
        below.insertWidget(below.count() - 1, self.pictures)
        self.pictures.set_columns(count if self._beside else 1)
        for place in range(MOST_COLUMNS):
            self._columns.setStretch(place, 1 if place < count else 0)

    def _tasks_card(self) -> QWidget:
        card = QFrame()
        card.setProperty("part", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.addWidget(self._tasks_title)
        column.addWidget(self.tasks)
        return card

    def _fit(self) -> None:
        em = self.fontMetrics().horizontalAdvance("m")
        wide = self.width() > SIDE_BY_SIDE_EMS * em
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        count = max(2, min(MOST_COLUMNS, self.width() // scaled(COLUMN)))
        if count != self._count or self._beside != (count > 2 and not self.pictures.is_single):  # two columns
            self._share_out(count)
        self._cards.setMaximumWidth(scaled(count * WIDEST_COLUMN))

    @property
    def is_reading(self) -> bool:
        """Whether something about the dispute is worked out that will be shown in the place of what is there."""
        return self._reading or self._reading_case

    # What the desk tells

    def _dispute_changed(self) -> None:
        if self._desk.dispute_id != self.known_of:
            self._show_case(None)
        self._show_dispute()
        self.reload()

    def _show_dispute(self) -> None:
        dispute = self._desk.dispute
        if dispute is not None:
            read_only = self._desk.read_only
            known = dispute.id == self.known_of
            self._tasks_holder.setVisible(known)
            self.numbers.setVisible(known)
            self._show_glance()
            self.demands.show_dispute(dispute, read_only=read_only)
            self._show_counted()

    def _show_glance(self) -> None:
        dispute, case = self._desk.dispute, self.case_standing
        if dispute is not None:
            known = case is not None and case.dispute_id == dispute.id
            began = case.began if case is not None and known else None
            if dispute.disputed_since is not None:  # nothing has to be worked out for that
                known, began = True, Beginning(dispute.disputed_since, Basis.STATED)
            is_late = began is not None and case is not None and known and case.departed_before
            self.glance.show_dispute(dispute, began, read_only=self._desk.read_only, known=known, is_late=is_late)

    def _show_counted(self) -> None:
        """Show the numbers and what waits, as far as it is known: what the case amounts to takes longer."""
        case, read_only = self.case_standing, self._desk.read_only
        self.numbers.show_standing(self.standing, case.kinds if case is not None else ())
        tasks = sorted(
            (*self.standing.tasks, *(case.tasks if case is not None else ())),
            key=lambda task: IN_ORDER.index(task.wait),
        )
        self.tasks.show_tasks([task for task in tasks if not read_only or task.wait in READABLE])
        chain_tabs([self.area, *in_visual_order(self._cards)])  # cards are made anew one after the other

    def _timeline_changed(self) -> None:
        """Look again; of a large dispute only once an import has ended, which changes its timeline all the time."""
        if self._desk.tasks.long_running and self.standing.exhibit_count > MANY:
            self._outdated = True
        else:
            self.reload()

    def _read_again_later(self) -> None:
        """Be ready to read once more: it may be the reading that failed."""
        self._reading, self._outdated, self._reading_case = False, True, False

    def _look_at_long_work(self) -> None:
        """Look again once an import, an export or a backup has ended."""
        ended = self._long_work and not self._desk.tasks.long_running
        self._long_work = self._desk.tasks.long_running
        if ended:
            self.reload()

    def _let_go(self) -> None:
        self._reading, self._outdated, self.known_of = False, True, ""
        self._reading_case = False
        self._show_case(None)
        self._take_standing(Standing())
        self.tasks.show_tasks(())

    def _read(self) -> None:
        """Work out where the dispute stands; one reading at a time."""
        dispute, outline = self._desk.dispute, self._desk.outline
        if dispute is None or self._reading or self._desk.session is None or self._desk.loading_timeline:
            return
        self._reading, self._outdated = True, False
        backed_up_at = self._backed_up_at()
        self._desk.read(lambda session: _standing(session, dispute, outline, backed_up_at), self._take, self)

    def _take(self, found: "tuple[str, Standing]") -> None:
        self._reading = False
        dispute_id, now = found
        if dispute_id == self._desk.dispute_id:
            self.known_of = dispute_id
            self._take_standing(now)
            self._read_case()
        else:
            self._outdated = True
        if self._outdated and self.isVisible():
            self._read()

    def _read_case(self) -> None:
        """Work out where the case stands, once the rest is shown: with many events it takes longer."""
        dispute_id = self._desk.dispute_id
        if self._reading_case and dispute_id != self._case_of and self._case_task is not None:
            self._case_task.cancel()  # nobody waits for another dispute's, which may take long
            self._reading_case = False
        if self._reading_case or self._desk.session is None:
            self._case_outdated = self._reading_case
            return
        self._reading_case, self._case_outdated, self._case_of = True, False, dispute_id
        if self.case_standing is None:
            self._patience.start()
        self._case_task = self._desk.read_stoppably(
            lambda session, progress: case_standing(session, dispute_id, progress), self._take_case, self
        )

    def _say_waiting(self) -> None:
        if self._reading_case and self.case_standing is None:
            self.case.show_waiting()

    def _take_case(self, now: CaseStanding) -> None:
        if now.dispute_id != self._case_of:
            return  # of before another was asked for
        self._reading_case = False
        if now.dispute_id == self._desk.dispute_id:
            self._show_case(now)
        if self._case_outdated:
            self._read_case()

    def _show_case(self, now: CaseStanding | None) -> None:
        self.case_standing = now
        self._patience.stop()
        self._show_glance()
        if now is not None:
            told = now.began is not None and now.began.basis is not Basis.FIRST
            self.since_known.emit(now.dispute_id, now.began.day if now.began is not None and told else None)
        self.case.show_standing(now)
        self.pictures.show_charts(
            now.charts if now is not None else None, numbers_unsaid=now is not None and now.numbers_unsaid
        )
        self._fit()
        self._show_counted()

    def _take_standing(self, now: Standing) -> None:
        self.standing = now
        self._show_dispute()

    # What the person does

    def _follow(self, task: Task) -> None:
        """Lead to where a task can be done."""
        match task.wait:
            case Wait.EVIDENCE:
                self.files_wanted.emit()
            case Wait.UNIMPORTED:
                self.exports_wanted.emit()
            case Wait.UNDESCRIBED | Wait.UNREAD:
                self.attention_wanted.emit()
            case Wait.NUMBERS:
                self.part_wanted.emit("findings")
            case Wait.UNANSWERED | Wait.PERHAPS_ANSWERED:
                self.part_wanted.emit("complaints")
            case Wait.REVIEW:
                self.review_wanted.emit()
            case Wait.DEMANDS | Wait.COMPLAINANT:
                self.field_wanted.emit(task.wait.value)  # named as the fields are
            case Wait.NEVER_EXPORTED | Wait.CHANGED:
                self.export_wanted.emit()
            case Wait.NO_BACKUP | Wait.OLD_BACKUP:
                self.backup_wanted.emit()
            case _:
                self.event_wanted.emit(task.event_id)


def _standing(
    session: "Session", dispute: Dispute, outline: Outline, backed_up_at: datetime | None
) -> tuple[str, Standing]:
    from evidence_app.actions.exhibits import custody_history, list_exhibits
    from evidence_app.actions.exports_at_hand import not_imported
    from evidence_app.actions.review import gaps, review_counts
    from evidence_app.actions.unlock_archive import unopened_archives

    log = logged((line.kind, line.at) for line in custody_history(session, dispute.id))
    exhibits, reviewed = list_exhibits(session, dispute.id), review_counts(session, dispute.id)
    missing = gaps(session, dispute.id) if reviewed[1] else []
    known = Known(
        exhibits,
        log,
        backed_up_at,
        reviewed,
        missing,
        unimported=len(not_imported(session, dispute.id, exhibits)),
        unopened=unopened_archives(exhibits),
    )
    return dispute.id, standing(dispute, outline, known, datetime.now(UTC))
