"""The custody page: who did what when, what strangers witnessed, and what proves an entry."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.catching_up import CatchingUp
from ui.controls import Button, Choice, Hairline, PlainLabel, part
from ui.custody.details import BelowList, Details
from ui.custody.loglist import CustodyList
from ui.custody.model import CustodyModel, Role
from ui.custody.rows import Kinds, Row
from ui.custody.words import LogCounts, as_text, kinds_word
from ui.desk import Desk
from ui.help import HelpMark
from ui.i18n import language
from ui.pages import Page
from ui.timeline.flow import Flow
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5, scaled, theme
from ui.witnessing.consent import StandingLine
from ui.witnessing.witnessing import Witnessing

if TYPE_CHECKING:
    from evidence_app.actions.custody_log import CustodyLog
    from evidence_app.actions.session import Session

TYPING_PAUSE_MS = 150
COPIED_MS = 2_000

LEAST_HEIGHT = 360  # at 100 %: from here on there is room for everything beside each other


class NothingFound(Page):
    """No entry is left by the filter and the search."""

    def __init__(self) -> None:
        super().__init__()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.sentence.setText(self.tr("No entry of the log is like that."))
        self.advice.setText(self.tr("Search for other words, or show everything again."))


class CustodyPage(CatchingUp):
    """The chosen dispute's log. Its signals carry where else to go."""

    exhibit_wanted = Signal(str)
    receipt_wanted = Signal()
    search_wanted = Signal()

    def __init__(self, desk: Desk, witnessing: Witnessing) -> None:
        super().__init__()
        part(self, "surface")
        self._desk, self._witnessing = desk, witnessing
        self._text = ""
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.model = CustodyModel(self)
        self.list = CustodyList()
        self.list.setModel(self.model)
        self.nothing = NothingFound()
        self.nothing.setMinimumHeight(1)  # it is rarely shown: what else there is needs the height
        self.details = Details()
        self.below = BelowList(self.details)
        self.below.hide()
        self.standing = StandingLine(witnessing)
        self.count = PlainLabel(role="caption", tone="muted")
        self.kinds = Choice(Kinds, kinds_word)
        self.kinds.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.kinds.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.more = Button(look="outline", icon_name="info")
        self.more.setCheckable(True)
        self.copy = Button(look="outline", icon_name="copy")
        self.receipt = Button(look="outline", icon_name="receipt")
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(self.retranslate)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.list.setAccessibleName(self.tr("Custody log"))
        self.kinds.setAccessibleName(self.tr("Which entries are shown"))
        self.more.setText(self.tr("Details"))
        self.copy.setText(self.tr("Copy as text"))
        self.receipt.setText(self.tr("Send myself a receipt…"))
        waiting = self.model.log is None and self._reading
        self.count.setText(self.tr("Reading the log…") if waiting else LogCounts().entries(self.model.entry_count))

    def search(self, text: str) -> None:
        """Show only what a text finds, once typing pauses."""
        self._text = text
        self._pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list its part of the height."""
        super().resizeEvent(event)
        self._fit()

    def _refit(self) -> None:
        """Fit again after the text's size changed, once everything inside has taken the new size."""
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Leave the list its part of the height: with large text, what else is told makes room for details."""
        roomy = self.height() > scaled(LEAST_HEIGHT)
        self._top.setVisible(roomy or self.below.isHidden())
        self.count.setVisible(roomy)
        if not self.below.isHidden():
            self.below.fit(self.height())

    # What the desk tells

    def _connect(self) -> None:
        desk = self._desk
        desk.dispute_changed.connect(self._dispute_changed)
        desk.timeline_changed.connect(lambda _: self.reload())
        desk.closed.connect(self._forget)
        desk.failed.connect(self._reading_failed)
        self._witnessing.witnessed.connect(self.reload)
        self.kinds.activated.connect(lambda _: self._change(lambda: self.model.show_kinds(self.kinds.member())))
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.details_wanted.connect(lambda: self.more.setChecked(True))
        self.list.search_wanted.connect(self.search_wanted)
        self.more.toggled.connect(lambda _: self._chosen(self.list.currentIndex()))
        self.details.closed.connect(self._close_details)
        self.details.exhibit_wanted.connect(self.exhibit_wanted)
        self.copy.clicked.connect(self._copy)
        self.receipt.clicked.connect(self.receipt_wanted)
        language.changed.connect(self.retranslate)
        language.changed.connect(self.reload)  # sentences are made where the log is read
        theme.changed.connect(self._refit)

    def _dispute_changed(self) -> None:
        if self.model.log is not None and self.model.log.dispute_id != self._desk.dispute_id:
            self._forget()
        self.reload()

    def _forget(self) -> None:
        self._reading, self._outdated = False, True
        self._change(lambda: self.model.show_log(None, self._witnessing.home))

    def _reading_failed(self) -> None:
        self._reading = False
        self.retranslate()

    def _read(self) -> None:
        dispute_id = self._desk.dispute_id
        if self._reading or not dispute_id or self._desk.session is None:
            return
        self._reading, self._outdated = True, False
        self.retranslate()
        spoken, known = language.chosen, self.model.log

        def work(session: "Session") -> "CustodyLog":
            from evidence_app.actions.custody_log import custody_log

            return custody_log(session, dispute_id, spoken, known)

        self._desk.read(work, self._take, self)

    def _take(self, log: "CustodyLog") -> None:
        self._reading = False
        if log.dispute_id == self._desk.dispute_id:
            self._change(lambda: self.model.show_log(log, self._witnessing.home))
        else:
            self._outdated = True
        if self._outdated and self.isVisible():
            self._read()

    # What the person does

    def _search(self) -> None:
        if self._text.strip() != self.model.text:
            self._change(lambda: self.model.search(self._text))

    def _change(self, change: Callable[[], None]) -> None:
        """Change what is shown, keeping the chosen entry and its place."""
        row = self.model.row_at(self.list.currentIndex())
        place = self.list.verticalScrollBar().value()
        self.list.cells.home = self._witnessing.home
        change()
        found = self.model.row_of(row.line.seq) if row is not None and row.line is not None else -1
        if found >= 0:
            self.list.setCurrentIndex(self.model.index(found))
            self.list.verticalScrollBar().setValue(place)
        self.stack.setCurrentWidget(self.list if self.model.rowCount() or self.model.log is None else self.nothing)
        self.copy.setEnabled(bool(self.model.entry_count))
        self.retranslate()
        self._chosen(self.list.currentIndex())

    def _chosen(self, index: QModelIndex, _: QModelIndex | None = None) -> None:
        row = index.data(Role.ROW)
        shown = self.more.isChecked() and isinstance(row, Row) and row.line is not None
        if shown and isinstance(row, Row):
            self.details.show_row(row, self.model)
        self.below.setVisible(shown)
        self._fit()

    def _close_details(self) -> None:
        self.more.setChecked(False)
        self.list.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.model.rows(), self.model.home))
        self.copy.setText(self.tr("Copied"))
        self._copied.start()

    def enter_list(self) -> None:
        """Go into the list, at its first entry if none is chosen."""
        if not self.list.currentIndex().isValid() and self.model.rowCount() > 1:
            self.list.setCurrentIndex(self.model.index(1))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(SPACE_2)
        top.addWidget(self.standing, 1)
        top.addWidget(HelpMark("custody_log"), 0, Qt.AlignmentFlag.AlignTop)
        verbs = Flow(spacing=SPACE_2)
        for widget in (self.kinds, self.more, self.copy, self.receipt, self.count):
            verbs.addWidget(widget)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_4 + SPACE_2, SPACE_3, SPACE_5, SPACE_3)
        head.setSpacing(SPACE_3)
        head.addWidget(self._top)
        head.addLayout(verbs)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self.stack, 1)
        column.addWidget(self.below)
