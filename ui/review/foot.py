"""Below the list: the verbs with their keys, and what is left to do on this exhibit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controls import Button, PlainLabel, part
from ui.i18n import language
from ui.timeline.flow import FlowRow
from ui.tokens import SPACE_1, SPACE_2, SPACE_3


class ReviewFoot(QWidget):
    """What can be done with the current row and with all of them."""

    accept_wanted = Signal()
    edit_wanted = Signal()
    dismiss_wanted = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "surface")
        self._waiting, self._left, self._read_only = 0, 0, False
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

    def show_state(
        self, *, waiting: int, left: int, current_waits: bool, decides_time: bool, is_line: bool, read_only: bool
    ) -> None:
        """Say how much waits here and on how many other exhibits, and offer what can be done."""
        self._waiting, self._left, self._read_only = waiting, left, read_only
        self.accept.setEnabled(not read_only and (current_waits or decides_time or (not waiting and left > 0)))
        self.edit.setEnabled(not read_only and (current_waits or is_line))
        self.dismiss.setEnabled(not read_only and current_waits)
        self.all.setEnabled(not read_only and waiting > 0 and not is_line)  # nobody accepts what is not shown
        self._decides = decides_time
        self._say()

    _decides = False

    def _say(self) -> None:
        if self._decides:
            self.accept.setText(self.tr("Choose the time… (Enter)"))
        elif not self._waiting and self._left:
            self.accept.setText(self.tr("Next to review (Enter)"))
        else:
            self.accept.setText(self.tr("Accept (Enter)"))
        if self._read_only:
            self.words.setText(self.tr("The vault is open for reading only: nothing can be accepted."))
        elif self._waiting:
            self.words.setText(
                self.tr("%n thing(s) read here wait for you. Nothing counts before you accept it.", "", self._waiting)
            )
        elif self._left:
            self.words.setText(self.tr("Everything here is decided. %n more exhibit(s) wait for you.", "", self._left))
        else:
            self.words.setText(self.tr("Everything is decided."))
