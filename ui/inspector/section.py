"""A part of the inspector with a quiet heading; some can be folded."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.controls import Button, PlainLabel
from ui.help import HelpMark
from ui.i18n import language
from ui.tokens import SPACE_1, SPACE_2


class Section(QWidget):
    """Heading and content. A folded one tells with ``unfolded`` when its content is wanted."""

    unfolded = Signal()

    def __init__(self, title: Callable[[], str], *, folded: bool | None = None, term: str = "") -> None:
        """``term`` is a word of the heading that a mark beside it explains."""
        super().__init__()
        self._title = title
        self.content = QWidget()
        self.inner = QVBoxLayout(self.content)
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.inner.setSpacing(SPACE_2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        self.heading: PlainLabel | Button
        if folded is None:
            self.heading = PlainLabel(role="emphasis")
            self.heading.setContentsMargins(7, 0, 0, 0)
        else:
            self.heading = Button(look="fold")
            self.heading.clicked.connect(self.toggle)
            if folded:
                self.content.hide()
        top = QHBoxLayout()
        top.setSpacing(SPACE_1)
        top.addWidget(self.heading)
        if term:
            top.addWidget(HelpMark(term))
        if folded is None or term:
            top.addStretch(1)
        column.addLayout(top)
        column.addWidget(self.content)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the heading."""
        self.heading.setText(self._title())
        if isinstance(self.heading, Button):
            self.heading.set_icon("caret-right" if self.content.isHidden() else "caret-down")

    @property
    def open(self) -> bool:
        """Whether the content is shown."""
        return not self.content.isHidden()

    def toggle(self) -> None:
        """Fold or unfold."""
        self.content.setVisible(self.content.isHidden())
        self.retranslate()
        if self.open:
            self.unfolded.emit()

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.inner.addWidget(widget)
