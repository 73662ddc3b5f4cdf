"""One event without a time: what it is, the times it may have as numbered buttons, and a line to type one."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout

from evidence_app.domain.events import Event, TimelineEntry
from evidence_app.domain.typed_time import with_typed
from evidence_app.errors import InputProblem
from ui.controls import Button, ElidedLabel, PlainLabel
from ui.editors import LineEditor
from ui.i18n import word
from ui.messages import message, sentences
from ui.timeline import words
from ui.timeline.flow import FlowRow
from ui.timeline.undated import MOST_PROPOSALS, Basis, Proposal
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, scaled

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
        self.setProperty("part", "trayrow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name = ElidedLabel()
        self.typing = LineEditor()
        self.typing.gives_up = True
        self.typing.setMaximumWidth(scaled(TYPING_WIDTH))
        self.problem = PlainLabel(role="caption", tone="broken", wrap=True)
        self.nothing = PlainLabel(role="caption", tone="faint", wrap=True)
        self.buttons = [self._button(index) for index in range(MOST_PROPOSALS)]
        self.flow = FlowRow()
        self._lay_out()
        self.offer = offer
        self.typing.installEventFilter(self)
        self.typing.committed.connect(self._type)
        self.show_offer(offer, read_only=read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show beside the list what is being dated, also when one goes straight to its line."""
        if watched is self.typing and event.type() is QEvent.Type.FocusIn:
            self.event_wanted.emit()
        return False

    def show_offer(self, offer: Offer, *, read_only: bool) -> None:
        """Show another event; rows stay where they are and are filled anew."""
        other = offer.entry.event_id != self.offer.entry.event_id
        self.offer = offer
        name = words.body(offer.entry) or words.title(offer.entry)
        self.name.setText(" · ".join(filter(None, (words.exhibit_number(offer.entry), name))))
        self.setAccessibleName(self.name.text())
        self.setEnabled(True)
        if other:
            self.typing.show_value("")
        self.typing.setPlaceholderText(self.tr("Type the time"))
        self.typing.setAccessibleName(self.tr("Time of %1").replace("%1", self.name.text()))
        self.typing.setReadOnly(read_only)
        self.problem.hide()
        self.nothing.setText(self.tr("Nothing else tells when this was."))
        self.nothing.setVisible(not offer.proposals)
        for index, button in enumerate(self.buttons):
            proposal = offer.proposals[index] if index < len(offer.proposals) else None
            button.setVisible(proposal is not None and not read_only)
            if proposal is not None:
                why = basis_words(proposal)
                button.setText(f"{index + 1}  {proposal.text} · {why}".replace("&", "&&"))
                button.setToolTip(self.tr("State this time; it can be undone"))
                button.setAccessibleName(f"{proposal.text}, {why}")
        self.flow.setVisible(bool(offer.proposals) and not read_only)

    def accept(self, index: int) -> None:
        """Take a proposal, if it is offered."""
        if 0 <= index < len(self.offer.proposals) and not self.typing.isReadOnly():
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
        button = Button(look="filter")
        button.clicked.connect(lambda: self.accept(index))
        return button

    def _lay_out(self) -> None:
        for button in self.buttons:
            self.flow.flow.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        grid.setHorizontalSpacing(SPACE_2)
        grid.setVerticalSpacing(SPACE_1)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.typing, 0, 1)
        for line, widget in enumerate((self.problem, self.flow, self.nothing), 1):
            grid.addWidget(widget, line, 0, 1, 2)

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
