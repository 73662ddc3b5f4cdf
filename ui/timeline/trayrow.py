"""One event without a time: what it is, the times it may have as numbered buttons, and a line to type one."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from evidence_app.domain.events import Event, TimelineEntry
from evidence_app.errors import InputProblem
from ui.controls import Button, ElidedLabel, PlainLabel
from ui.editors import LineEditor
from ui.i18n import word
from ui.messages import message, sentences
from ui.timeline import words
from ui.timeline.flow import FlowRow
from ui.timeline.undated import Basis, Proposal
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, scaled
from ui.typed_time import with_typed

TYPING_WIDTH = 190
LONGEST_NAME = 28


@dataclass(frozen=True)
class Offer:
    """An event without a time, and what may be its time."""

    entry: TimelineEntry
    event: Event
    proposals: list[Proposal]
    usual_year: int | None = None


class TrayRow(QFrame):
    """One event: what it is, its proposals as numbered buttons, and a line to type the time."""

    decided = Signal(object)
    event_wanted = Signal()
    neighbour_wanted = Signal(int)  # another row: 1 below, -1 above

    def __init__(self, offer: Offer, *, read_only: bool) -> None:
        super().__init__()
        self.offer = offer
        self.setProperty("part", "trayrow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = words.body(offer.entry) or words.title(offer.entry)
        number = words.exhibit_number(offer.entry)
        self.name = ElidedLabel(" · ".join(filter(None, (number, name))))
        self.setAccessibleName(self.name.text())
        self.typing = LineEditor()
        self.typing.gives_up = True
        self.typing.setPlaceholderText(self.tr("Type the time"))
        self.typing.setAccessibleName(self.tr("Time of %1").replace("%1", self.name.text()))
        self.typing.setMaximumWidth(scaled(TYPING_WIDTH))
        self.typing.setReadOnly(read_only)
        self.problem = PlainLabel(role="caption", tone="broken", wrap=True)
        self.problem.hide()
        self.buttons = [] if read_only else [self._button(index) for index in range(len(offer.proposals))]
        self._lay_out()
        self.typing.installEventFilter(self)
        self.typing.committed.connect(self._type)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show beside the list what is being dated, also when one goes straight to its line."""
        if watched is self.typing and event.type() is QEvent.Type.FocusIn:
            self.event_wanted.emit()
        return False

    def accept(self, index: int) -> None:
        """Take a proposal."""
        if 0 <= index < len(self.buttons):
            self.decided.emit(self.offer.proposals[index].time)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a proposal by Alt and its number, go to the row above or below, begin to type the time.

        A number alone is the beginning of a time: nobody shall state one by going on typing.
        """
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
        if digit and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.accept(event.key() - Qt.Key.Key_1)
        elif digit and not self.typing.isReadOnly():
            self.typing.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.typing.insert(event.text())
        elif event.key() in steps:
            self.neighbour_wanted.emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_T}:
            self.typing.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what it is about beside the list."""
        super().focusInEvent(event)
        self.event_wanted.emit()

    def _button(self, index: int) -> Button:
        proposal = self.offer.proposals[index]
        why = basis_words(proposal)
        button = Button(f"{index + 1}  {proposal.text} · {why}".replace("&", "&&"), "filter")
        button.setToolTip(self.tr("State this time; it can be undone"))
        button.setAccessibleName(f"{proposal.text}, {why}")
        button.clicked.connect(lambda: self.accept(index))
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_2)
        top.addWidget(self.name, 1)
        top.addWidget(self.typing)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        column.setSpacing(SPACE_1)
        column.addLayout(top)
        column.addWidget(self.problem)
        if self.buttons:
            flow = FlowRow()
            for button in self.buttons:
                flow.flow.addWidget(button)
            column.addWidget(flow)
        elif not self.offer.proposals:
            nothing = PlainLabel(role="caption", tone="faint", wrap=True)
            nothing.setText(self.tr("Nothing else tells when this was."))
            column.addWidget(nothing)

    def _type(self) -> None:
        if not self.typing.text().strip():
            return
        try:
            time = with_typed(self.offer.event.time, self.typing.text(), self.offer.usual_year)
        except InputProblem as problem:
            self.problem.setText(sentences(message(problem)))
            self.problem.show()
            return
        self.decided.emit(time)


def basis_words(proposal: Proposal) -> str:
    """Return why a time is proposed."""
    translate = QCoreApplication.translate
    if proposal.basis is Basis.READING:
        return word(proposal.source) if proposal.source is not None else ""
    text = {
        Basis.NAMED_BETWEEN: translate("UndatedTray", "its name lies between “%1” and “%2”"),
        Basis.NAMED_AFTER: translate("UndatedTray", "its name follows “%1”"),
        Basis.NAMED_BEFORE: translate("UndatedTray", "its name precedes “%1”"),
        Basis.ADDED_BETWEEN: translate("UndatedTray", "added between exhibits %3 and %4"),
        Basis.ADDED_AFTER: translate("UndatedTray", "added after exhibit %3"),
        Basis.ADDED_BEFORE: translate("UndatedTray", "added before exhibit %3"),
    }[proposal.basis]
    one, other = proposal.one, proposal.other
    numbers = text.replace("%3", str(one.number) if one else "").replace("%4", str(other.number) if other else "")
    return numbers.replace("%2", _short(other.name) if other else "").replace("%1", _short(one.name) if one else "")


def _short(name: str) -> str:
    text = safe(name)
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME // 2]}…{text[-LONGEST_NAME // 2 + 1 :]}"
