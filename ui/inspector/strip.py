"""The shape of what the inspector says above an exhibit's facts: a sign, a sentence, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.controls import Button, PlainLabel
from ui.i18n import language
from ui.icons import pixmap
from ui.timeline.flow import FlowRow
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, scaled, theme

SIGN = 16


class Strip(QFrame):
    """Subclasses say in `retranslate` what it says, and in `sign_colour` how its sign looks."""

    def __init__(self, icon_name: str, *verbs: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "chip")
        self._icon_name = icon_name
        self.sign = PlainLabel()
        self.words = PlainLabel(wrap=True)
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        row = FlowRow(SPACE_2)
        for button in verbs:
            row.flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_3)
        column.setSpacing(SPACE_1)
        column.addLayout(head)
        column.addWidget(row)
        language.changed.connect(self.retranslate)
        theme.changed.connect(self._dress)
        self._dress()

    def retranslate(self) -> None:
        """Set all texts."""

    def sign_colour(self) -> QColor:
        """Return the colour of the sign in the colours of the moment."""
        raise NotImplementedError

    def _dress(self) -> None:
        colour = self.sign_colour()
        self.sign.setPixmap(pixmap(self._icon_name, colour, scaled(SIGN), self.devicePixelRatioF()))
