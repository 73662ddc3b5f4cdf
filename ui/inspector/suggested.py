"""Above what is known about events that a machine read: that nobody has confirmed them, and the two verdicts."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ui.controls import Button
from ui.inspector.strip import Strip
from ui.tokens import current


class SuggestedStrip(Strip):
    """``accepted`` and ``dismissed`` tell what somebody says of it."""

    accepted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = 1
        self.accept = Button(look="primary", icon_name="check")
        self.dismiss = Button(look="outline", icon_name="x")
        super().__init__("sparkle", self.accept, self.dismiss, parent=parent)
        self.accept.clicked.connect(self.accepted)
        self.dismiss.clicked.connect(self.dismissed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self._say()
        self.accept.setText(self.tr("Accept"))
        self.dismiss.setText(self.tr("Dismiss"))

    def show_count(self, count: int) -> None:
        """Speak of so many entries that wait; of one unless told otherwise."""
        self._count = count
        self._say()

    def _say(self) -> None:
        if self._count == 1:
            self.words.setText(self.tr("A machine read this in the exhibit; nobody has confirmed it yet."))
        else:
            self.words.setText(
                self.tr("A machine read %n of them in exhibits; nobody has confirmed them yet.", "", self._count)
            )

    def sign_colour(self) -> QColor:
        """Return the colour of what a machine says."""
        return current().accent
