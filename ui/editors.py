"""The widgets in which facts are typed: one for each type of field, all with the same four verbs.

Every editor shows a value, returns one (raising InputProblem for what cannot be read), and announces with
``committed`` that somebody finished changing it: by Enter, by leaving it, by choosing.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from evidence_app.domain.disputes import DEFAULT_ZONE
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.fields import FieldValue
from evidence_app.domain.money import parse_currency, plain_amount
from evidence_app.domain.times import zone
from evidence_app.domain.typed_time import typed_date, typed_duration
from evidence_app.errors import InputProblem
from ui.controls import Choice
from ui.dropping import is_evidence_paste
from ui.fields import FieldSpec, FieldType
from ui.i18n import word
from ui.shortcuts import is_window_key
from ui.timeline.words import direction, duration
from ui.tokens import theme
from ui.typed_amount import typed_amount

ZONES = (
    "Asia/Shanghai",
    "Asia/Taipei",
    "Asia/Hong_Kong",
    "Asia/Macau",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "UTC",
)
"""Zones offered; any other IANA name can be typed."""

ROOM_AROUND_LINES = 12  # border and padding above and below
MARGIN_IN_SHEETS = 6  # of the document: words begin where those of a line do
LINES_IN_SHEETS = 3
MOST_LINES = 12  # a taller text scrolls inside its field


class Editor(Protocol):
    """What sheets and the inspector need of any editor."""

    committed: SignalInstance

    @property
    def edited(self) -> bool:
        """Whether it holds something that was not committed yet."""

    def value(self) -> FieldValue:
        """Return what is typed. Raises InputProblem."""

    def show_value(self, value: FieldValue) -> None:
        """Show a value without announcing it."""

    def finish(self) -> None:
        """Commit what changed since it was shown."""


class LineEditor(QLineEdit):
    """One line of text. Where ``gives_up`` is set, Escape brings back what was shown."""

    committed = Signal()
    gives_up = False

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(False)
        self._shown = ""
        self.editingFinished.connect(self.finish)

    def event(self, event: QEvent) -> bool:
        """Leave to the window: files and pictures in the clipboard, and undoing where nothing new was typed here."""
        if _is_for_window(event, self):
            event.ignore()
            return False
        return super().event(event)

    def value(self) -> FieldValue:
        """Return the text without outer spaces."""
        return self.text().strip()

    def show_value(self, value: FieldValue) -> None:
        """Show a text, from its start."""
        self._shown = self._as_text(value)
        if self.text() != self._shown:
            self.setText(self._shown)
            self.setCursorPosition(0)

    @property
    def edited(self) -> bool:
        """Whether it differs from what was shown."""
        return self.text() != self._shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up a change with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.gives_up and self.edited:
            self.setText(self._shown)
            return
        super().keyPressEvent(event)

    def _as_text(self, value: FieldValue) -> str:
        return str(value or "")

    def finish(self) -> None:
        """Commit what changed since it was shown."""
        if self.edited:
            self._shown = self.text()
            self.committed.emit()


class AmountEditor(LineEditor):
    """An amount of money, shown as it was understood once it is left."""

    def value(self) -> FieldValue:
        """Return the amount, None for none."""
        return typed_amount(self.text())

    def finish(self) -> None:
        """Show how the amount was understood, and commit it."""
        with suppress(InputProblem):
            if self.edited and (amount := typed_amount(self.text())) is not None:
                self.setText(plain_amount(amount))
        super().finish()

    def _as_text(self, value: FieldValue) -> str:
        return plain_amount(value) if isinstance(value, Decimal) else ""


class DurationEditor(LineEditor):
    """A duration such as ``2:41``."""

    def value(self) -> FieldValue:
        """Return seconds, None for none."""
        return typed_duration(self.text())

    def _as_text(self, value: FieldValue) -> str:
        return duration(value) if isinstance(value, int) else ""


class DateEditor(LineEditor):
    """A day, shown as it was understood once it is left. One typed without a year is of ``year``, 0 for the present."""

    year = 0
    base: date | None = None
    """The day from which ``+3`` counts, today if none is set."""

    def day(self) -> date | None:
        """Return the day, None for none. Raises InputProblem("date-unreadable")."""
        return typed_date(self.text(), self.year or None, self.base)

    def value(self) -> FieldValue:
        """Return the day, None for none."""
        return self.day()

    def finish(self) -> None:
        """Show how the day was understood, and commit it."""
        with suppress(InputProblem):
            if self.edited and (day := self.day()) is not None:
                self.setText(str(day))
        super().finish()

    def _as_text(self, value: FieldValue) -> str:
        return "" if value is None else str(value)


class LinesEditor(QPlainTextEdit):
    """Text of several lines, as tall as what is in it. Tab leaves it; Ctrl+Enter commits and goes on to the sheet."""

    committed = Signal()
    gives_up = False

    def __init__(self, least_lines: int = 1, *, in_place: bool = False) -> None:
        super().__init__()
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2 if in_place else MARGIN_IN_SHEETS)
        self._least_lines, self._most_lines = least_lines, MOST_LINES
        self._shown = ""
        self.textChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def take_lines(self, least: int, most: int) -> None:
        """Be as tall as this many lines at least and at most."""
        self._least_lines, self._most_lines = least, most
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave to the window: files and pictures in the clipboard, and undoing where nothing new was typed here."""
        if _is_for_window(event, self):
            event.ignore()
            return False
        return super().event(event)

    def value(self) -> FieldValue:
        """Return the text without outer spaces."""
        return self.toPlainText().strip()

    def show_value(self, value: FieldValue) -> None:
        """Show a text."""
        self._shown = str(value or "")
        if self.edited:
            self.setPlainText(self._shown)
            self._shown = self.toPlainText()  # line ends and other marks as the widget keeps them

    @property
    def edited(self) -> bool:
        """Whether it differs from what was shown."""
        return self.toPlainText() != self._shown

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what changed."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit with Ctrl+Enter, give up a change with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & _CONTROL:
            self.finish()
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape and self.gives_up and self.edited:
            self.setPlainText(self._shown)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the text needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height that another font needs."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_shown"):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page unless the text is longer than the field."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Return a modest width; the layout decides."""
        return QSize(120, self.height())

    def _fit(self) -> None:
        blocks, block = 0.0, self.document().begin()
        while block.isValid():
            blocks += self.blockBoundingRect(block).height()
            block = block.next()
        line = self.fontMetrics().lineSpacing()
        if self.document().isEmpty():
            blocks = self._hint_height()
        inner = max(self._least_lines * line, min(self._most_lines * line, blocks))
        self.setFixedHeight(round(inner + 2 * self.document().documentMargin()) + ROOM_AROUND_LINES)
        if self.viewport().height() != self.contentsRect().height():
            self.setViewportMargins(self.viewportMargins())  # Qt lays nothing out while it is being resized

    def _hint_height(self) -> float:
        """Return how tall the hint is that is shown while nothing is typed."""
        room = max(1, self.viewport().width() - round(2 * self.document().documentMargin()))
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        return float(self.fontMetrics().boundingRect(0, 0, room, 10_000, int(flags), self.placeholderText()).height())

    def setPlaceholderText(self, text: str) -> None:
        """Show a hint, and be tall enough for it."""
        super().setPlaceholderText(text)
        self._fit()

    def finish(self) -> None:
        """Commit what changed since it was shown."""
        if self.edited:
            self._shown = self.toPlainText()
            self.committed.emit()


_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def _is_for_window(event: QEvent, editor: Editor) -> bool:
    """Tell whether the window rather than a field answers: it has the way back of what was not typed just now."""
    return is_evidence_paste(event) or is_window_key(event) or (_is_undoing(event) and not editor.edited)


def _is_undoing(event: QEvent) -> bool:
    """Tell whether a field is asked if it wants the keys of undo or redo for its own text."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class ListEditor(LinesEditor):
    """Several texts, one per line."""

    def value(self) -> FieldValue:
        """Return the lines that say something."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def show_value(self, value: FieldValue) -> None:
        """Show texts as lines."""
        super().show_value("\n".join(map(str, value)) if isinstance(value, tuple) else "")


class ChoiceEditor(Choice):  # type: ignore[type-arg]
    """A choice among an enumeration's members."""

    committed = Signal()

    def __init__(self, spec: FieldSpec) -> None:
        super().__init__(spec.members, partial(_member_word, spec))
        self.activated.connect(lambda _: self.committed.emit())

    @property
    def edited(self) -> bool:
        """Whether something waits: never, a choice is committed at once."""
        return False

    def value(self) -> FieldValue:
        """Return the chosen member."""
        return cast("str", self.member())

    def show_value(self, value: FieldValue) -> None:
        """Choose a member."""
        self.set_member(value)

    def finish(self) -> None:
        """Nothing waits: a choice is committed at once."""


def _member_word(spec: FieldSpec, member: StrEnum) -> str:
    if spec.kind is EventKind.PAYMENT and member in (Direction.IN, Direction.OUT):  # what failed was received by nobody
        translate = QCoreApplication.translate
        return translate("Ways", "Money in") if member is Direction.IN else translate("Ways", "Money out")
    return direction(spec.kind, member) if isinstance(member, Direction) else word(member)


class SuggestingEditor(QComboBox):
    """A short text with usual answers to choose from."""

    committed = Signal()

    def __init__(self, usual: Sequence[str]) -> None:
        super().__init__()
        line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(line)
        self.setAcceptDrops(False)
        line.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItems(list(usual))
        self._shown = self.currentText()
        line.editingFinished.connect(self.finish)
        self.activated.connect(lambda _: self.finish())

    def value(self) -> FieldValue:
        """Return the text."""
        return self.currentText().strip()

    def show_value(self, value: FieldValue) -> None:
        """Show a text."""
        self._shown = str(value or "")
        self.setEditText(self._shown)

    @property
    def edited(self) -> bool:
        """Whether it differs from what was shown."""
        return self.currentText() != self._shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with the arrows instead of going through it unseen."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.showPopup()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def finish(self) -> None:
        """Commit what changed since it was shown."""
        if self.edited:
            self._shown = self.currentText()
            self.committed.emit()


class CurrencyEditor(SuggestingEditor):
    """A currency's code."""

    def __init__(self) -> None:
        super().__init__(("CNY", "HKD", "TWD", "USD", "GBP", "EUR", "SGD", "JPY"))
        self._kept = self.currentText()

    def show_value(self, value: FieldValue) -> None:
        """Show a code."""
        super().show_value(value)
        self._kept = self.currentText()

    def value(self) -> FieldValue:
        """Return the code in capitals; what was there already stays, whatever evidence calls it."""
        from evidence_app.actions.disputes import known_currency

        typed = self.currentText()
        return parse_currency(typed) if typed == self._kept else known_currency(typed)


class ZoneEditor(SuggestingEditor):
    """A time zone."""

    def __init__(self) -> None:
        super().__init__(ZONES)

    def value(self) -> FieldValue:
        """Return the zone's IANA name."""
        name = self.currentText().strip() or DEFAULT_ZONE
        zone(name)
        return name


def editor_for(spec: FieldSpec, *, in_place: bool = False) -> Editor:
    """Return a new editor for a field; one in place takes no more room than its text."""
    match spec.type:
        case FieldType.LINES:
            made: QWidget = LinesEditor(1 if in_place else LINES_IN_SHEETS, in_place=in_place)
        case FieldType.LIST:
            made = ListEditor(1 if in_place else 2, in_place=in_place)
        case FieldType.AMOUNT:
            made = AmountEditor()
        case FieldType.CURRENCY:
            made = CurrencyEditor()
        case FieldType.DURATION:
            made = DurationEditor()
        case FieldType.DATE:
            made = DateEditor()
        case FieldType.ZONE:
            made = ZoneEditor()
        case FieldType.CHOICE:
            made = ChoiceEditor(spec)
        case _:
            made = LineEditor()
    if isinstance(made, LineEditor | LinesEditor):
        made.gives_up = in_place
    return cast("Editor", made)
