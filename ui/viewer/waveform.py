"""A recording as one sees it: how loud it is over its time, what was heard, the marked moments. Click to go there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from ui.controls import plain_tip
from ui.timeline.words import duration, safe
from ui.tokens import SPACE_1, SPACE_2, current, theme
from ui.viewer.envelope import Envelope

if TYPE_CHECKING:
    from evidence_app.domain.exhibits import TimeMark

STEP_MS, LEAP_MS = 5_000, 30_000
FLAG = 9  # height and width of a mark's flag
NEAR_PX = 6  # a click so near a mark means the mark
LEAST_HEIGHT = 56
TOLD_MS = 500  # how often a screen reader is told where one is


class Waveform(QAbstractSlider):
    """``sought`` carries the moment somebody wants to go to."""

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._envelope = Envelope()
        self._columns: list[int] = []
        self._marks: tuple[TimeMark, ...] = ()
        self._at_ms = 0
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSingleStep(STEP_MS)
        self.setPageStep(LEAP_MS)
        theme.changed.connect(self.update)
        self._name()

    # What the player calls

    def clear(self, length_ms: int) -> None:
        """Forget everything and show a recording of this length."""
        self._envelope.clear()
        self._columns = []
        self._marks = ()
        self._at_ms = 0
        self.set_length(length_ms)
        self.setValue(0)

    def set_length(self, length_ms: int) -> None:
        """Show so much time across the width."""
        self.setRange(0, max(1, length_ms))
        self._columns = []
        self.update()

    def add_values(self, first: int, values: bytes) -> None:
        """Take a part of the envelope, from a bin on."""
        self._envelope.add(first, values)
        self._columns = []
        self.update()

    def known_ms(self) -> int:
        """Return how much of the recording the envelope covers."""
        return self._envelope.known_ms

    def show_moment(self, at_ms: int) -> None:
        """Show where one is."""
        before, self._at_ms = self._at_ms, at_ms
        if abs(at_ms - self.value()) >= TOLD_MS:
            self.setValue(at_ms)
        old, new = self._x(before), self._x(at_ms)
        if round(old) != round(new):
            self.update(round(min(old, new)) - FLAG, 0, round(abs(new - old)) + 2 * FLAG, self.height())

    def show_marks(self, marks: "Sequence[TimeMark]") -> None:
        """Draw these moments."""
        self._marks = tuple(marks)
        self.update()

    # Places

    def _field(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SPACE_2, FLAG + 2, -SPACE_2, -SPACE_1)

    def _x(self, at_ms: float) -> float:
        field = self._field()
        return field.left() + field.width() * min(1.0, at_ms / max(1, self.maximum()))

    def moment_at(self, x: float) -> int:
        """Return the moment under a place of the width."""
        field = self._field()
        return round(min(1.0, max(0.0, (x - field.left()) / max(1.0, field.width()))) * self.maximum())

    def _mark_near(self, x: float) -> "TimeMark | None":
        near = min(self._marks, key=lambda mark: abs(self._x(mark.at_ms) - x), default=None)
        return near if near is not None and abs(self._x(near.at_ms) - x) <= NEAR_PX else None

    # Drawing

    def _loudness(self) -> list[int]:
        """Return the loudest value under each column of pixels, as far as the envelope is known."""
        if not self._columns:
            self._columns = self._envelope.columns(max(1, round(self._field().width() / 2)), self.maximum())
        return self._columns

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the envelope, what was heard in colour, the marks, the moment."""
        tokens, field, here = current(), self._field(), self._x(self._at_ms)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface_sunken)
        middle, half = field.center().y(), field.height() / 2
        painter.fillRect(QRectF(field.left(), middle, field.width(), 1), tokens.hairline)
        for column, value in enumerate(self._loudness()):
            x = field.left() + column * 2
            height = max(1.0, half * value / 255)
            colour = tokens.accent if x < here else tokens.control_edge
            painter.fillRect(QRectF(x, middle - height, 1.4, 2 * height), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            self._paint_flag(painter, self._x(mark.at_ms), tokens.attention)
        painter.fillRect(QRectF(here - 1, 2, 2, self.height() - 4), tokens.accent)
        if self.hasFocus():
            painter.setPen(QPen(tokens.focus, 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_flag(self, painter: QPainter, x: float, colour: QColor) -> None:
        painter.fillRect(QRectF(x - 0.5, 2, 1, self.height() - 4), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x, 1), QPointF(x + FLAG, 1 + FLAG / 2), QPointF(x, 1 + FLAG)]))

    def sizeHint(self) -> QSize:
        """Return a height that shows speech well."""
        return QSize(320, 3 * LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the height below which nothing is told apart."""
        return QSize(120, LEAST_HEIGHT)

    # Pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there; a mark that is near is meant."""
        if event.button() is Qt.MouseButton.LeftButton:
            mark = self._mark_near(event.position().x())
            self.sought.emit(mark.at_ms if mark is not None else self.moment_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(self.moment_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go five seconds with the arrows, thirty with Shift, to the ends with Home and End."""
        step = LEAP_MS if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP_MS
        jumps = {
            Qt.Key.Key_Left: self._at_ms - step,
            Qt.Key.Key_Right: self._at_ms + step,
            Qt.Key.Key_PageUp: self._at_ms - LEAP_MS,
            Qt.Key.Key_PageDown: self._at_ms + LEAP_MS,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.maximum(),
        }
        if event.key() in jumps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sought.emit(min(max(0, jumps[Qt.Key(event.key())]), self.maximum()))
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Say what a mark says, or which moment is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self._mark_near(event.pos().x())
            moment = mark.at_ms if mark is not None else self.moment_at(event.pos().x())
            words = f"{duration(moment // 1000)}  {safe(mark.text)}" if mark is not None else duration(moment // 1000)
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gather the values under other columns."""
        self._columns = []

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Waveform: where in the recording"))
