"""Lines of the dossier's page: a sentence with an explanation, a sentence with a button, and lists of them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.controls import Button, IconButton, PlainLabel, in_visual_order
from ui.keeping import discard
from ui.tokens import SPACE_1, SPACE_2


class Explained(QWidget):
    """A sentence, and behind a question mark what it means."""

    def __init__(self, sentence: str, explanation: str, what_is_this: str, *, tone: str = "") -> None:
        super().__init__()
        self.sentence = PlainLabel(sentence, tone=tone, wrap=True)
        self.explanation = PlainLabel(explanation, "caption", "muted", wrap=True)
        self.explanation.hide()
        self.question = IconButton("question")
        self.question.setCheckable(True)
        self.question.set_name(what_is_this)
        self.question.setAccessibleDescription(sentence)
        self.question.toggled.connect(self.explanation.setVisible)
        row = QHBoxLayout()
        row.setSpacing(SPACE_1)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.question, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.explanation)


class Offered(QWidget):
    """A sentence with a button that leads to where something can be done about it."""

    def __init__(self, sentence: str, verb: str, do: Callable[[], object]) -> None:
        super().__init__()
        self.sentence = PlainLabel(sentence, wrap=True)
        self.button = Button(verb, "link")
        self.button.setAccessibleDescription(sentence)
        self.button.clicked.connect(lambda: do())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


class Lines(QWidget):
    """Lines below each other, all replaced at once; the one in the place of the one with the focus has it then."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_1)

    def replace(self, lines: Iterable[QWidget]) -> None:
        """Show other lines."""
        focused = self.window().focusWidget()
        place = next((row for row, line in enumerate(self.lines) if focused and line.isAncestorOf(focused)), -1)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            discard(line)
        self.lines = list(lines)
        for line in self.lines:
            self._column.addWidget(line)
        if place >= 0 and self.lines:
            self._enter(self.lines[min(place, len(self.lines) - 1)])

    def _enter(self, line: QWidget) -> None:
        first = next(in_visual_order(line), None)
        if first is not None:
            line.show()  # the layout would do so later, and only what is shown takes the focus
            first.setFocus(Qt.FocusReason.OtherFocusReason)
