"""The common shape of all sheets: a title, a scrolling body, a place for what is wrong, verbs at the bottom."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from evidence_app.errors import InputProblem
from ui.controls import Button, Hairline, PlainLabel, ScrollColumn, chain_tabs, in_visual_order, part
from ui.field import Field
from ui.help import HelpMark
from ui.keeping import pieces_of
from ui.messages import message, sentences
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5, scaled, theme

WIDTH = 520
MOST_OF_SCREEN = 0.85  # of its width and height


class Sheet(QDialog):
    """A window-modal question. Subclasses entitle it, fill ``body`` and override `submit`."""

    most_of_screen = MOST_OF_SCREEN

    def __init__(self, parent: QWidget | None, *, look: str = "primary", width: int = WIDTH) -> None:
        super().__init__(parent)
        self._width = width
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(False)
        part(self, "surface")
        self.title = PlainLabel(role="title", wrap=True)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(SPACE_5, SPACE_2, SPACE_5, SPACE_4)
        self.body.setSpacing(SPACE_3)
        self.problem = PlainLabel(tone="broken", wrap=True)
        self.problem.hide()
        self.primary = Button(look=look)
        self.primary.setDefault(True)
        self.primary.clicked.connect(self._try_submit)
        self.cancel = Button(self.tr("Cancel"), "outline")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self._give_up)
        self._typed_before: list[str] = []
        self._above: list[QWidget] = []
        self._giving_up = False
        self._lay_out()
        theme.changed.connect(self._refit)

    def entitle(self, title: str, verb: str) -> None:
        """Say what the sheet asks and what its button does."""
        self.setWindowTitle(title)
        self.title.setText(title)
        self.primary.setText(verb)

    def explain(self, term: str) -> None:
        """Put a mark beside the title that explains its word."""
        self._title_row.addWidget(HelpMark(term), 0, Qt.AlignmentFlag.AlignTop)

    def submit(self) -> None:
        """Do what the verb says, then accept. Raises InputProblem, which the sheet shows."""
        self.accept()

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.body.addWidget(widget)

    def pin(self, widget: QWidget, *, below: bool) -> None:
        """Keep a widget in view, above or below what scrolls."""
        self._column.insertWidget(self._column.indexOf(self._area) + (2 if below else 0), widget)
        self._above += [] if below else [widget]

    def say(self, words: str) -> PlainLabel:
        """Put a quiet sentence below the others."""
        label = PlainLabel(words, tone="muted", wrap=True)
        self.body.addWidget(label)
        return label

    def complain(self, words: str) -> None:
        """Show what is wrong unless a field says it itself, or nothing for an empty text."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words) and not any(field.wrong for field in self.content.findChildren(Field)))
        if self.isVisible():
            self.fit()

    def present(self) -> None:
        """Open over the parent, as tall as the body needs and the screen allows, ready for typing."""
        self.body.addStretch(1)
        self.fit()
        self.open()
        self.settle()
        self.order_tabs()
        first = next((widget for widget in in_visual_order(self.content) if widget.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def settle(self) -> None:
        """Take what is typed now as what nobody has to be asked about."""
        self._typed_before = self.typed_texts()

    def order_tabs(self) -> None:
        """Let Tab go through the fields as they are shown, then to the verb, then to Cancel."""
        verbs = [found for found in _buttons(self.verbs) if found is not self.cancel]
        above = [widget for pinned in self._above for widget in in_visual_order(pinned)]
        chain_tabs([*above, *in_visual_order(self.content), *reversed(verbs), self.cancel])

    def culprit(self, problem: InputProblem) -> QWidget | None:
        """Return the field that a problem is about, None for none: the first one that says itself what is wrong."""
        wrong = (field.widget for field in self.content.findChildren(Field) if field.wrong)
        return next(wrong, None)

    def reject(self) -> None:
        """Close; if something was typed, ask first, unless the person pressed Cancel."""
        if self._giving_up or self.typed_texts() == self._typed_before:
            super().reject()
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.windowTitle())
        box.setText(self.tr("Discard what you typed?"))
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep typing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        discard.clicked.connect(self._give_up)
        self.word_discarding(box)
        box.open()
        keep.setFocus()  # Enter and Space keep what is typed
        theme.changed.connect(keep.setFocus)  # new colours lay the buttons out anew, and the first one takes the focus

    def word_discarding(self, box: QMessageBox) -> None:
        """Say in another way what would be lost, or offer more than to discard it."""

    def _give_up(self) -> None:
        self._giving_up = True
        self.reject()
        self._giving_up = False

    def typed_texts(self) -> list[str]:
        """Return all that is typed, to see whether it changed."""
        lines = [editor.text() for editor in self.content.findChildren(QLineEdit)]
        return lines + [editor.toPlainText() for editor in self.content.findChildren(QPlainTextEdit)]

    def fit(self) -> None:
        """Take the width that the text's size asks for and the height that the body needs, within the screen."""
        screen = self.screen() or QGuiApplication.primaryScreen()
        most = screen.availableGeometry().size() * self.most_of_screen
        width = min(most.width(), scaled(self._width))
        self.setFixedWidth(width)
        self.arrange(width)
        self.body.activate()
        wanted = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else self.body.sizeHint().height()
        chrome = self.sizeHint().height() - self._area.sizeHint().height()
        self.resize(QSize(width, min(most.height(), wanted + chrome)))
        if self.isVisible():
            self._keep_on(screen.availableGeometry())

    def arrange(self, width: int) -> None:
        """Put the verbs below each other, the first one on top, where their row is wider than the sheet."""
        margins = self.verbs.contentsMargins()
        shown = [button.sizeHint().width() for button in _buttons(self.verbs) if not button.isHidden()]
        row = sum(shown) + self.verbs.spacing() * len(shown) + margins.left() + margins.right()
        way = QBoxLayout.Direction.BottomToTop if row > width else QBoxLayout.Direction.LeftToRight
        self.verbs.setDirection(way)

    def _keep_on(self, room: QRect) -> None:
        """Move up, or to the left, as far as growing took it beyond the screen."""
        beyond = self.geometry().bottomRight() - room.bottomRight()
        by = QPoint(max(0, beyond.x()), max(0, beyond.y()))
        if not by.isNull():
            self.move(self.pos() - by)

    def _refit(self) -> None:
        """Fit again after the text's size changed, once everything inside has taken the new size."""
        if self.isVisible():
            QTimer.singleShot(0, self, self.fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit with Ctrl+Enter from anywhere."""
        control = Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & control:
            self._try_submit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._area = ScrollColumn()
        self._area.hold(self.content)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_5, SPACE_5, SPACE_5, SPACE_2)
        self._title_row = QHBoxLayout()
        self._title_row.addWidget(self.title, 1)
        head.addLayout(self._title_row)
        self.verbs = foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setContentsMargins(SPACE_5, SPACE_3, SPACE_5, SPACE_4)
        foot.setSpacing(SPACE_2)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.primary)
        self.problem.setContentsMargins(SPACE_5, SPACE_3, SPACE_5, 0)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(Hairline())
        column.addWidget(self.problem)
        column.addLayout(foot)

    def _try_submit(self) -> None:
        self.attempt(self.submit)

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do something with what is typed, or show what is wrong with it and return false."""
        self.complain("")
        try:
            verb()
        except InputProblem as problem:
            self.complain(sentences(message(problem)))
            self.show_field(self.culprit(problem))
            return False
        return True

    def show_top(self) -> None:
        """Scroll back to the first field, once a new height has taken effect."""
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(0))

    def show_field(self, field: QWidget | None) -> None:
        """Put the cursor into a field and bring it into view; None changes nothing."""
        if field is None:
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        holder = field.parentWidget()
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(holder or field))


def _buttons(layout: QLayout) -> list[QWidget]:
    """Return the widgets of a row, from left to right."""
    return [piece for piece in pieces_of(layout) if isinstance(piece, QWidget)]
