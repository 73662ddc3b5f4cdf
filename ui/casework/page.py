"""The case page: its parts behind a row of buttons, filled from one reading of what the dispute amounts to."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout

from ui.casework.channels import Channels
from ui.casework.checklist import ChecklistPart
from ui.casework.companion import open_companion
from ui.casework.complaints import Complaints
from ui.casework.findings import Findings
from ui.casework.letters import Letters
from ui.casework.money import Money
from ui.casework.pictures import PicturesPart
from ui.casework.promises import Promises
from ui.casework.section import CaseSection
from ui.catching_up import CatchingUp
from ui.controls import Button, Hairline, PlainLabel, part
from ui.desk import Desk
from ui.i18n import language
from ui.tabs import PageKey, page_name
from ui.tasks import Task
from ui.timeline.flow import Flow
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Workspace
    from evidence_app.progress import Progress

PATIENCE_MS = 300
"""An empty page that is filled sooner needs no words."""


class CasePart(StrEnum):
    """A part of the page, in the order of the buttons."""

    COMPLAINTS = "complaints"
    CHECKLIST = "checklist"
    LETTERS = "letters"
    PROMISES = "promises"
    FINDINGS = "findings"
    MONEY = "money"
    PICTURES = "pictures"
    CHANNELS = "channels"


class CasePage(CatchingUp):
    """What the chosen dispute amounts to. What leads to other pages is announced."""

    event_wanted = Signal(str)
    field_wanted = Signal(str)
    """A field of the dispute that is to be written."""
    files_wanted = Signal()
    caught_up = Signal()
    """What is shown is what the dispute amounts to now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        part(self, "background")
        self._desk = desk
        self.found: Workspace | None = None
        self._makers: Mapping[CasePart, Callable[[Desk], CaseSection]] = {
            CasePart.COMPLAINTS: Complaints,
            CasePart.CHECKLIST: ChecklistPart,
            CasePart.LETTERS: Letters,
            CasePart.PROMISES: Promises,
            CasePart.FINDINGS: Findings,
            CasePart.MONEY: Money,
            CasePart.PICTURES: PicturesPart,
            CasePart.CHANNELS: Channels,
        }
        self.parts: dict[CasePart, CaseSection] = {}
        self.buttons = {key: Button(look="outline") for key in self._makers}
        self._group = QButtonGroup(self)
        self.call = Button(look="link", icon_name="phone-call")
        self.stack = QStackedWidget()
        self.waiting = PlainLabel(tone="muted", wrap=True)
        self.waiting.setContentsMargins(SPACE_5, SPACE_4, SPACE_5, 0)
        self.waiting.hide()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._reading_of = ""
        self._task: Task | None = None
        self._patience.timeout.connect(self.waiting.show)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_part(next(iter(self._makers)))

    def retranslate(self) -> None:
        """Set all texts."""
        self.setAccessibleName(page_name(PageKey.CASE))
        names = {
            CasePart.COMPLAINTS: self.tr("Complaints"),
            CasePart.CHECKLIST: self.tr("Checklist"),
            CasePart.LETTERS: self.tr("Letters"),
            CasePart.PROMISES: self.tr("Promises and agents"),
            CasePart.FINDINGS: self.tr("Findings"),
            CasePart.MONEY: self.tr("Money"),
            CasePart.PICTURES: self.tr("In pictures"),
            CasePart.CHANNELS: self.tr("Institution"),
        }
        for key, button in self.buttons.items():
            button.setText(names[key])
            if key in self.parts:
                self.parts[key].setAccessibleName(names[key])
        self.call.setText(self.tr("I am calling them now…"))
        self.waiting.setText(self.tr("Going through what is on the timeline…"))

    def show_part(self, key: CasePart) -> None:
        """Show a part, made now if it was not shown yet."""
        if key not in self.parts:
            made = self._makers[key](self._desk)
            made.event_wanted.connect(self.event_wanted)
            made.field_wanted.connect(self.field_wanted)
            made.files_wanted.connect(self.files_wanted)
            made.setAccessibleName(self.buttons[key].text())
            self.parts[key] = made
            self.stack.addWidget(made)
        self.parts[key].show_found(self.found)
        self.buttons[key].setChecked(True)
        self.stack.setCurrentWidget(self.parts[key])

    def reload(self) -> None:
        """Work out anew what the dispute amounts to, now or when the page is shown next."""
        if self.found is not None and self.found.dispute.id != self._desk.dispute_id:
            self._show(None)  # nothing of one dispute is changed from what another one's page shows
        super().reload()

    def _lay_out(self) -> None:
        row = Flow(spacing=SPACE_2)
        for key, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _, key=key: self.show_part(key))
            self._group.addButton(button)
            row.addWidget(button)
        self.call.clicked.connect(lambda: open_companion(self.window(), self._desk))
        row.addWidget(self.call)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_5, SPACE_3, SPACE_5, SPACE_3)
        head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self.waiting)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._desk.dispute_changed.connect(self.reload)
        self._desk.timeline_changed.connect(lambda _: self.reload())
        self._desk.closed.connect(self._let_go)
        self._desk.failed.connect(lambda _: self._read_again_later())
        language.changed.connect(self.retranslate)

    def _let_go(self) -> None:
        self._read_again_later()
        self._show(None)

    def _read_again_later(self) -> None:
        """Leave what is shown: a change that was refused has changed nothing of it."""
        self._patience.stop()
        self.waiting.hide()
        self._reading, self._outdated = False, True

    def _show(self, found: "Workspace | None") -> None:
        """Show it in the part that is seen; the others follow when they are."""
        self.found = found
        self._patience.stop()
        self.waiting.hide()
        current = self.stack.currentWidget()
        if isinstance(current, CaseSection):
            current.show_found(found)

    def _read(self) -> None:
        dispute_id = self._desk.dispute_id
        if self._reading and dispute_id != self._reading_of and self._task is not None:
            self._task.cancel()  # nobody waits for another dispute's, which may take long
            self._reading = False
        if self._reading or not dispute_id or self._desk.session is None:
            return
        self._reading, self._outdated, self._reading_of = True, False, dispute_id
        shown = self.found
        if shown is None:
            self._patience.start()

        def work(session: "Session", progress: "Progress") -> "Workspace":
            from evidence_app.actions.workspace import workspace

            found = workspace(session, dispute_id, progress=progress)
            return shown if shown == found and shown is not None else found

        self._task = self._desk.read_stoppably(work, self._take, self)

    def _take(self, found: "Workspace") -> None:
        if found.dispute.id != self._reading_of:
            return  # of before another was asked for
        self._reading = False
        if found.dispute.id == self._desk.dispute_id:
            self._show(found)
        else:
            self._outdated = True
        if self._outdated and self.isVisible():
            self._read()
        else:
            self.caught_up.emit()
