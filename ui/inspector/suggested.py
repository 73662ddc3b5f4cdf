"""Above what is known about events that a machine read: that nobody has confirmed them, and the two verdicts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.controls import Button, PlainLabel
from ui.i18n import language
from ui.icons import pixmap
from ui.timeline.flow import FlowRow
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, current, scaled, theme

SPARK = 16


class SuggestedStrip(QFrame):
    """``accepted`` and ``dismissed`` tell what somebody says of it."""

    accepted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "chip")
        self._count = 1
        self.spark = PlainLabel()
        self.words = PlainLabel(wrap=True)
        self.accept = Button(look="primary", icon_name="check")
        self.dismiss = Button(look="outline", icon_name="x")
        self.accept.clicked.connect(self.accepted)
        self.dismiss.clicked.connect(self.dismissed)
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.spark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        verbs = FlowRow(SPACE_2)
        for button in (self.accept, self.dismiss):
            verbs.flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_3)
        column.setSpacing(SPACE_1)
        column.addLayout(head)
        column.addWidget(verbs)
        language.changed.connect(self.retranslate)
        theme.changed.connect(self._dress)
        self.retranslate()
        self._dress()

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
            self.words.setText(self.tr("A machine read this in the picture; nobody has confirmed it yet."))
        else:
            self.words.setText(
                self.tr("A machine read %n of them in pictures; nobody has confirmed them yet.", "", self._count)
            )

    def _dress(self) -> None:
        self.spark.setPixmap(pixmap("sparkle", current().accent, scaled(SPARK), self.devicePixelRatioF()))
