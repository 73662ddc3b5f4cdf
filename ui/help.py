"""What is this? A small mark beside a word of law or technique opens two or three plain sentences about it."""

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from evidence_app.phrases import section
from ui.controls import PlainLabel
from ui.i18n import language
from ui.icons import icon
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, current, scaled, theme

POPOVER_WIDTH = 320
MARK_PX = 15


def has_help(term: str) -> bool:
    """Tell whether a word is explained; most facts explain themselves."""
    return f"{term}.text" in section("help", language.chosen)


def help_title(term: str) -> str:
    """Return the word itself, as the explanation's heading. Raises KeyError for a word without one: a defect."""
    return section("help", language.chosen)[f"{term}.title"]


def help_words(term: str) -> tuple[str, str]:
    """Return the explanation and its example."""
    words = section("help", language.chosen)
    return words[f"{term}.text"], words[f"{term}.example"]


def as_whats_this(term: str) -> str:
    """Return the explanation for Qt's own What's This and for programs that read the screen aloud."""
    return "".join(f"<p>{escape(text)}</p>" for text in (help_title(term), *help_words(term)))


class HelpPopover(QFrame):
    """The explanation. Escape, or a click anywhere else, closes it."""

    def __init__(self, parent: QWidget, term: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("part", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        text, example = help_words(term)
        self.setAccessibleName(help_title(term))
        self.setAccessibleDescription(f"{text} {example}")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_3, SPACE_3, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(PlainLabel(help_title(term), "emphasis", wrap=True))
        column.addWidget(PlainLabel(text, wrap=True))
        column.addWidget(PlainLabel(self.tr("For example: %1").replace("%1", example), tone="muted", wrap=True))

    def open_at(self, anchor: QRect) -> None:
        """Show it below a rectangle of the screen, or above where there is no room below, never beyond the edges."""
        screen = self.screen().availableGeometry()
        width = min(scaled(POPOVER_WIDTH), screen.width())
        self.setFixedWidth(width)
        height = self._column.totalHeightForWidth(width)
        below, above = anchor.bottom() + SPACE_1, anchor.top() - SPACE_1 - height
        top = below if below + height <= screen.bottom() or above < screen.top() else above
        left = min(max(anchor.left(), screen.left()), screen.right() + 1 - width)
        self.setGeometry(left, min(top, max(screen.top(), screen.bottom() + 1 - height)), width, height)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)


class HelpMark(QToolButton):
    """A small question mark that explains the word beside it.

    With ``beside_field`` it does not take Tab, so that filling in a form needs no more keys: Shift+F1 in the field
    opens the same words (see `explain`).
    """

    def __init__(self, term: str, *, beside_field: bool = False) -> None:
        super().__init__()
        self.term = term
        self._explained: list[QWidget] = []
        self.setProperty("look", "mark")
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if beside_field else Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.open())
        theme.changed.connect(self._dress)
        language.changed.connect(self.retranslate)
        self._dress()
        self.retranslate()

    def retranslate(self) -> None:
        """Set its name."""
        self.setAccessibleName(self.tr("What is this: %1?").replace("%1", help_title(self.term)))
        self.setToolTip(self.tr("What is this?"))
        for widget in (self, *self._explained):
            widget.setWhatsThis(as_whats_this(self.term))

    def open(self, beside: QWidget | None = None) -> None:
        """Explain, beside the mark or another widget."""
        anchor = beside or self
        HelpPopover(anchor, self.term).open_at(QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size()))

    def explain(self, widget: QWidget) -> None:
        """Open with Shift+F1 while ``widget``, which lives as long as the mark, has the focus."""
        self._explained.append(widget)
        widget.setWhatsThis(as_whats_this(self.term))
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Shift+F1 of the field beside."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and asks_for_help(event):
            self.open(watched if isinstance(watched, QWidget) else None)
            return True
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        side = scaled(MARK_PX)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon("question", current().text_faint, side))


def asks_for_help(event: QKeyEvent) -> bool:
    """Tell whether a key asks what something is."""
    return event.key() == Qt.Key.Key_F1 and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


class MarkedLabel(QWidget):
    """A label with a mark right behind its text; a text that needs several lines wraps beside the mark."""

    def __init__(self, label: PlainLabel, mark: HelpMark) -> None:
        super().__init__()
        self.label, self.mark = label, mark
        for widget in (label, mark):
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow label is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text beside the mark."""
        room = max(1, width - self._mark_width())
        height = self.label.sizeHint().height() if self._text_width() <= room else self.label.heightForWidth(room)
        return max(height, self.label.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """Return the size in one line."""
        return QSize(self._text_width() + self._mark_width(), self.label.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return a size that any pane has."""
        return QSize(self._mark_width() * 3, self.label.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the mark behind the text."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Follow the label's text and font."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        width = min(self._text_width(), max(1, self.width() - self._mark_width()))
        self.label.setGeometry(0, 0, width, self.height())
        side = self.mark.sizeHint()
        line = self.label.fontMetrics().height()
        self.mark.setGeometry(QRect(QPoint(width + SPACE_1, (line - side.height()) // 2), side))

    def _text_width(self) -> int:
        margins = self.label.contentsMargins()
        return self.label.fontMetrics().horizontalAdvance(self.label.text()) + margins.left() + margins.right() + 2

    def _mark_width(self) -> int:
        return SPACE_1 + self.mark.sizeHint().width()
