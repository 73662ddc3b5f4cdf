"""What a machine read on the exhibit: its lines to be copied, how much of it waits for a person, and reading again.

A line under the pointer lights its pixels in the picture, and a place under the pointer there its line here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from evidence_app.domain.review import ExhibitReview
from ui.controls import Button, PlainLabel
from ui.i18n import language
from ui.icons import pixmap
from ui.messages import message, sentences
from ui.review import words
from ui.timeline.flow import Flow
from ui.tokens import SPACE_1, SPACE_2, current, scaled, theme

MOST_LINES = 9  # shown at once
SPARK = 14


class Reading(Enum):
    """How it stands with the text of an exhibit."""

    UNREAD = "unread"
    WAITING = "waiting"
    FAILED = "failed"
    READ = "read"


@dataclass(frozen=True)
class TextState:
    """How it stands, with what was read or why nothing was."""

    reading: Reading = Reading.UNREAD
    review: ExhibitReview | None = None
    problem: BaseException | None = None


class LinesView(QPlainTextEdit):
    """Lines that can be selected and copied. ``lit`` carries the number of the one that is looked at, -1 for none."""

    lit = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._lit = -1
        self.setReadOnly(True)
        self.setProperty("look", "inplace")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._follow_cursor)
        theme.changed.connect(self.updateGeometry)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these, one per paragraph."""
        text = "\n".join(lines)
        if text != self.toPlainText():
            self.setPlainText(text)
            self.updateGeometry()

    def light(self, number: int) -> None:
        """Let a line stand out whose place in the picture is under the pointer."""
        block = self.document().findBlockByNumber(number)
        marked = QTextEdit.ExtraSelection()
        if number >= 0 and block.isValid():
            cursor = QTextCursor(block)
            marked.cursor = cursor
            marked.format.setBackground(current().selection)
            marked.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([marked] if number >= 0 else [])
        if number >= 0 and block.isValid():
            top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            if not 0 <= top < self.viewport().height():
                self.verticalScrollBar().setValue(block.firstLineNumber())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the line under the pointer."""
        super().mouseMoveEvent(event)
        self._tell(self.cursorForPosition(event.position().toPoint()).blockNumber())

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice that the pointer left."""
        if event.type() is QEvent.Type.Leave:
            self._tell(-1)
        return super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        """Be as high as the lines, up to a few."""
        lines = max(1, min(MOST_LINES, self.document().blockCount()))
        return QSize(200, lines * self.fontMetrics().lineSpacing() + 2 * SPACE_2 + SPACE_1)

    def minimumSizeHint(self) -> QSize:
        """Never be lower than that: the inspector scrolls."""
        return QSize(80, self.sizeHint().height())

    def _follow_cursor(self) -> None:
        if self.hasFocus():
            self._tell(self.textCursor().blockNumber())

    def _tell(self, number: int) -> None:
        if number != self._lit:
            self._lit = number
            self.lit.emit(number)


class TextPanel(QWidget):
    """``lit`` carries the number of the line that is looked at, -1 for none."""

    lit = Signal(int)
    read_wanted = Signal()
    review_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = TextState()
        self._read_only = False
        self.spark = PlainLabel()
        self.words = PlainLabel(role="caption", tone="muted", wrap=True)
        self.lines = LinesView()
        self.joins = PlainLabel(role="caption", tone="muted", wrap=True)
        self.joins.setContentsMargins(5, 0, 0, SPACE_1)  # in line with the words above
        self.joins.hide()
        self.review = Button(look="link", icon_name="sparkle")
        self.copy = Button(look="link", icon_name="copy")
        self.read = Button(look="link", icon_name="arrow-clockwise")
        self.lines.lit.connect(self.lit)
        self.review.clicked.connect(self.review_wanted)
        self.read.clicked.connect(self.read_wanted)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.lines.toPlainText()))
        self._lay_out()
        language.changed.connect(self.retranslate)
        theme.changed.connect(self._dress)
        self.retranslate()
        self._dress()

    def retranslate(self) -> None:
        """Set all texts."""
        self.lines.setAccessibleName(self.tr("Text read by machine"))
        self.copy.setText(self.tr("Copy all"))
        self._say()

    def show_state(self, state: TextState, *, read_only: bool) -> None:
        """Show how it stands with an exhibit's text."""
        self._state, self._read_only = state, read_only
        review = state.review
        self.lines.show_lines([words.whole(line.words) for line in review.lines] if review is not None else [])
        self._say()

    def show_joins(self, sentences: Sequence[str]) -> None:
        """Say what joins the picture to others of its chat, and where there is a gap."""
        self.joins.setText("\n".join(sentences))
        self.joins.setVisible(bool(sentences))

    def _say(self) -> None:
        state, review = self._state, self._state.review
        has_lines = review is not None and bool(review.lines)
        waiting = review.waiting if review is not None else 0
        confirmed = review is not None and review.has_findings and not waiting
        self.words.setText(self._sentence(confirmed=confirmed))
        self.spark.setVisible(has_lines and not confirmed)
        self.lines.setVisible(has_lines)
        self.copy.setVisible(has_lines)
        self.review.setVisible(review is not None and review.has_findings)
        self.review.setText(self.tr("Review (%1)").replace("%1", f"{waiting:,}") if waiting else self.tr("Review"))
        self.read.setVisible(not self._read_only and state.reading is not Reading.WAITING)
        again = state.reading in {Reading.READ, Reading.FAILED}
        self.read.setText(self.tr("Read again") if again else self.tr("Read now"))

    def _sentence(self, *, confirmed: bool) -> str:
        state, review = self._state, self._state.review
        match state.reading:
            case Reading.WAITING:
                return self.tr("Its text will be read soon.")
            case Reading.FAILED if state.problem is not None:
                return sentences(message(state.problem))
            case Reading.READ if review is not None and not review.lines and not review.has_findings:
                return self.tr("No text was found on it.")
            case Reading.READ if confirmed:
                return self.tr("Read by machine; what was found in it is decided.")
            case Reading.READ:
                return self.tr("Read by machine, not confirmed.")
        return self.tr("Its text was not read yet.")

    def _dress(self) -> None:
        side = scaled(SPARK)
        self.spark.setPixmap(pixmap("sparkle", current().accent, side, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 0, 0)
        column.setSpacing(SPACE_1)
        head = QHBoxLayout()
        head.setContentsMargins(5, 0, 0, 0)
        head.setSpacing(SPACE_1)
        head.addWidget(self.spark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        column.addLayout(head)
        column.addWidget(self.lines)
        column.addWidget(self.joins)
        verbs = Flow()
        for button in (self.review, self.copy, self.read):
            verbs.addWidget(button)
        column.addLayout(verbs)
