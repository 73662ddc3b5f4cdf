"""What the middle shows when there is no timeline: opening, nothing yet, or a vault that cannot be opened."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.errors import JuzhengError
from ui.controls import Button, PlainLabel, part
from ui.i18n import language
from ui.messages import Message, message
from ui.timeline.words import safe
from ui.tokens import SPACE_2, SPACE_4, SPACE_5, current, scaled, theme

TEXT_WIDTH = 420  # at the usual text size, where the pane has room for it
MOST_SHARE = 1_000  # of the width, before anything is left empty at the sides


class ShapesPicture(QWidget):
    """A pile of screenshots becoming a line of days, drawn from shapes."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(240, 132))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw three sheets, an arrow and a timeline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current()
        for angle, shade in ((-10, tokens.hover), (-3, tokens.surface_sunken), (5, tokens.surface)):
            self._sheet(painter, angle, shade)
        painter.setPen(QPen(tokens.control_edge, 1.5))
        painter.drawLine(QPointF(104, 66), QPointF(130, 66))
        painter.drawPolyline([QPointF(124, 60), QPointF(130, 66), QPointF(124, 72)])
        self._timeline(painter)
        painter.end()

    def _sheet(self, painter: QPainter, angle: float, shade: QColor) -> None:
        tokens = current()
        painter.save()
        painter.translate(50, 66)
        painter.rotate(angle)
        painter.setPen(QPen(tokens.control_edge, 1))
        painter.setBrush(shade)
        painter.drawRoundedRect(QRectF(-26, -46, 52, 92), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        for top, left, width, colour in (
            (-34, -18, 26, tokens.incoming),
            (-20, -8, 26, tokens.accent),
            (-6, -18, 30, tokens.incoming),
            (8, -18, 20, tokens.incoming),
            (22, -4, 22, tokens.accent),
        ):
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left, top, width, 8), 3, 3)
        painter.restore()

    def _timeline(self, painter: QPainter) -> None:
        tokens = current()
        painter.setPen(QPen(tokens.hairline, 2))
        painter.drawLine(QPointF(152, 12), QPointF(152, 120))
        painter.setPen(Qt.PenStyle.NoPen)
        for row, (colour, width) in enumerate(
            ((tokens.incoming, 62), (tokens.accent, 48), (tokens.missed, 56), (tokens.incoming, 40))
        ):
            y = 20 + row * 30
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(152, y), 5, 5)
            painter.setBrush(tokens.hairline)
            painter.drawRoundedRect(QRectF(166, y - 4, width, 8), 4, 4)


class Page(QWidget):
    """A picture or none, a sentence, advice, and buttons, in the middle of the pane."""

    def __init__(self) -> None:
        super().__init__()
        part(self, "surface")
        self.sentence = PlainLabel(role="title", wrap=True)
        self.advice = PlainLabel(tone="muted", wrap=True)
        for label in (self.sentence, self.advice):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(SPACE_4)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SPACE_2)
        self.buttons.addStretch(1)
        self.buttons.addStretch(1)
        self.column.addStretch(2)
        self._words = words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE_2)
        lines.addWidget(self.sentence)
        lines.addWidget(self.advice)
        centred = QHBoxLayout()
        centred.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        centred.addStretch(1)
        centred.addWidget(words, MOST_SHARE)
        centred.addStretch(1)
        self.column.addLayout(centred)
        self.column.addSpacing(SPACE_2)
        self.column.addLayout(self.buttons)
        self.column.addStretch(3)
        theme.changed.connect(self._dress)
        language.changed.connect(self.retranslate)
        self._dress()

    def _dress(self) -> None:
        self._words.setMaximumWidth(scaled(TEXT_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the advice out where there is no room for all of it: half a line of it helps nobody."""
        super().resizeEvent(event)
        width = min(scaled(TEXT_WIDTH), self.width() - 2 * SPACE_4)
        lines = sum(label.heightForWidth(width) for label in (self.sentence, self.advice))
        buttons = self.buttons.sizeHint().height()
        self.advice.setVisible(self.sentence.isHidden() or lines + buttons + 5 * SPACE_4 <= self.height())

    def retranslate(self) -> None:
        """Set all texts."""

    def add_picture(self) -> None:
        """Put the drawing over the sentence."""
        self.column.insertWidget(1, ShapesPicture(), 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.insertSpacing(2, SPACE_5 - SPACE_4)

    def add_button(self, button: Button) -> None:
        """Put a button below the advice."""
        self.buttons.insertWidget(self.buttons.count() - 1, button)


class OpeningPage(Page):
    """Shown for the moment in which the vault opens."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.advice.setText(self.tr("Opening the vault…"))


class NoDisputePage(Page):
    """The vault has no dispute yet."""

    new_dispute_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.add_picture()
        self.button = Button(look="primary", icon_name="plus")
        self.button.clicked.connect(self.new_dispute_wanted)
        self.sample = Button(look="outline", icon_name="eye")
        self.sample.clicked.connect(self.sample_wanted)
        self.add_button(self.button)
        self.add_button(self.sample)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.sentence.setText(self.tr("Begin with a dispute, then drop everything you have on it."))
        self.advice.setText(
            self.tr(
                "Screenshots, messages, recordings, contracts: the originals are kept unchanged "
                "and put in order by time. They never leave this computer."
            )
        )
        self.button.setText(self.tr("New dispute"))
        self.sample.setText(self.tr("Look at a sample dispute first"))

    def set_read_only(self, read_only: bool) -> None:
        """Offer to make something only where that is possible."""
        for button in (self.button, self.sample):
            button.setEnabled(not read_only)


class NoEventsPage(Page):
    """The dispute has no events yet. The list's keys for writing a call or a note down work here, too."""

    files_wanted = Signal()
    call_wanted = Signal()
    note_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.add_picture()
        self.button = Button(look="primary", icon_name="upload-simple")
        self.button.clicked.connect(self.files_wanted)
        self.add_button(self.button)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write down a call or a note."""
        wanted = {Qt.Key.Key_C: self.call_wanted, Qt.Key.Key_N: self.note_wanted}.get(Qt.Key(event.key()))
        if wanted is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            wanted.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set all texts."""
        self.sentence.setText(self.tr("Drop screenshots, recordings and documents here."))
        self.advice.setText(
            self.tr("Whole folders and ZIP archives work too, and so does pasting. They are put in order by time.")
        )
        self.button.setText(self.tr("Choose files…"))


class NoHitsPage(Page):
    """The search finds nothing."""

    clear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text, self._filtered = "", False
        self.button = Button(look="outline", icon_name="x")
        self.button.clicked.connect(self.clear_wanted)
        self.everywhere = Button(look="outline", icon_name="magnifying-glass")
        self.add_button(self.button)
        self.add_button(self.everywhere)
        self.everywhere.hide()
        self.retranslate()

    def show_search(self, text: str, *, filtered: bool = False, others: bool = False) -> None:
        """Say what was not found, whether filters may be why, and offer ``others``: to search all disputes."""
        self._text, self._filtered = text, filtered
        self.everywhere.setVisible(others and bool(text.strip()))
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.everywhere.setText(self.tr("Search all disputes"))
        if self._filtered:
            self.sentence.setText(self.tr("Nothing here passes all filters."))
            self.advice.setText(
                self.tr("The search for “%1” counts as one of them.").replace("%1", safe(self._text))
                if self._text
                else self.tr("The events are still there; they are only not shown.")
            )
            self.button.setText(self.tr("Show everything"))
            return
        self.sentence.setText(self.tr("Nothing here contains “%1”.").replace("%1", safe(self._text)))
        self.advice.setText(
            self.tr(
                "Searched were parties, numbers, agents, words, exhibit names, apps and devices of this dispute, "
                "and what was read in its exhibits."
            )
        )
        self.button.setText(self.tr("Clear the search"))


class ProblemPage(Page):
    """The vault cannot be opened: why, and what to do."""

    retry_wanted = Signal()
    new_vault_wanted = Signal()
    other_vault_wanted = Signal()
    read_only_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._error: BaseException | None = None
        self.new = Button(look="primary", icon_name="plus")
        self.other = Button(look="primary", icon_name="folder-open")
        self.look = Button(look="outline", icon_name="eye")
        self.retry = Button(look="outline", icon_name="arrow-counter-clockwise")
        self.new.clicked.connect(self.new_vault_wanted)
        self.other.clicked.connect(self.other_vault_wanted)
        self.look.clicked.connect(self.read_only_wanted)
        self.retry.clicked.connect(self.retry_wanted)
        for button in (self.retry, self.look, self.other, self.new):
            self.add_button(button)
        self.retranslate()

    def show_error(self, error: BaseException, *, offer_reading: bool) -> None:
        """Say why this vault is not open; reading it may be possible nevertheless."""
        self._error = error
        self.look.setVisible(offer_reading)
        erased = isinstance(error, JuzhengError) and error.code == "vault-erased"
        self.retry.setHidden(erased)
        self.new.setHidden(not erased)
        self.other.set_look("outline" if erased else "primary")
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        about = message(self._error) if self._error is not None else Message("", "")
        self.sentence.setText(about.what)
        self.advice.setText(about.do)
        self.retry.setText(self.tr("Try again"))
        self.look.setText(self.tr("Open for reading"))
        self.other.setText(self.tr("Open another vault…"))
        self.new.setText(self.tr("New vault"))
