"""Below the list: the verbs with their keys, and what is left to do on this exhibit."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controls import Button, PlainLabel, part
from ui.i18n import language
from ui.timeline.flow import FlowRow
from ui.tokens import SPACE_1, SPACE_2, SPACE_3


@dataclass(frozen=True, slots=True)
class Doable:
    """What waits on an exhibit and on how many others something does, and what the current row is."""

    waiting: int = 0
    left: int = 0
    current_waits: bool = False
    decides_time: bool = False
    is_line: bool = False
    read_only: bool = False


class ReviewFoot(QWidget):
    """What can be done with the current row and with all of them."""

    accept_wanted = Signal()
    edit_wanted = Signal()
    dismiss_wanted = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "surface")
        self._state = Doable()
        self.words = PlainLabel(role="caption", tone="muted", wrap=True)
        self.accept = Button(look="primary", icon_name="check")
        self.edit = Button(look="outline", icon_name="pencil-simple")
        self.dismiss = Button(look="outline", icon_name="x")
        self.all = Button(look="outline", icon_name="check-circle")
        verbs = FlowRow(SPACE_2)
        for button, wanted in (
            (self.accept, self.accept_wanted),
            (self.edit, self.edit_wanted),
            (self.dismiss, self.dismiss_wanted),
            (self.all, self.all_wanted),
        ):
            button.clicked.connect(wanted)
            verbs.flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        column.setSpacing(SPACE_1)
        column.addWidget(self.words)
        column.addWidget(verbs)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.edit.setText(self.tr("Correct… (E)"))
        self.dismiss.setText(self.tr("Dismiss (X)"))
        self.all.setText(self.tr("Accept all here (A)"))
        self._say()

    def make_low(self, low: bool) -> None:
        """Leave the sentence out where the list has no room beside it."""
        self.words.setHidden(low)

    def show_state(self, state: Doable) -> None:
        """Say how much waits here and on how many other exhibits, and offer what can be done."""
        self._state, writable = state, not state.read_only
        goes_on = not state.waiting and state.left > 0
        self.accept.setEnabled(writable and (state.current_waits or state.decides_time or goes_on))
        self.edit.setEnabled(writable and (state.current_waits or state.is_line))
        self.dismiss.setEnabled(writable and state.current_waits)
        self.all.setEnabled(writable and state.waiting > 0 and not state.is_line)  # nobody accepts what is not shown
        self._say()

    def _say(self) -> None:
        state = self._state
        if state.decides_time:
            self.accept.setText(self.tr("Choose the time… (Enter)"))
        elif not state.waiting and state.left:
            self.accept.setText(self.tr("Next to review (Enter)"))
        else:
            self.accept.setText(self.tr("Accept (Enter)"))
        if state.read_only:
            self.words.setText(self.tr("The vault is open for reading only: nothing can be accepted."))
        elif state.waiting:
            self.words.setText(
                self.tr("%n thing(s) read here wait for you. Nothing counts before you accept it.", "", state.waiting)
            )
        elif state.left:
            self.words.setText(self.tr("Everything here is decided. %n more exhibit(s) wait for you.", "", state.left))
        else:
            self.words.setText(self.tr("Everything is decided."))
