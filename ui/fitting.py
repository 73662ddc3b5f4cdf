"""A heading that would rather be smaller, or stand in two lines, than be cut off."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent

from ui.controls import ElidedLabel, plain_tip
from ui.timeline.card import wrapped
from ui.tokens import FontRole, font

MOST_LINES = 2


class FittingLabel(ElidedLabel):
    """A text in the larger of two sizes if that fits into one line, else in the smaller one and at most two lines."""

    def __init__(self, large: FontRole, small: FontRole) -> None:
        self._large, self._small = large, small
        self._lines: list[str] = []
        self._is_low = False
        super().__init__(role=large)

    def setText(self, text: str) -> None:
        """Show a text in the size that fits."""
        super().setText(text)
        self._dress()

    def keep_low(self, is_low: bool) -> None:
        """Take one line of the smaller size, whatever it cuts off: where height is short."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the size anew."""
        super().resizeEvent(event)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines; the tool tip has the whole text if they do not."""
        painter = QPainter(self)
        height = self.fontMetrics().height()
        for number, line in enumerate(self._lines):
            place = QRect(0, number * height, self.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        painter.end()

    def _dress(self) -> None:
        text = " ".join(self.text().split())
        fits = not self._is_low and QFontMetrics(font(self._large)).horizontalAdvance(text) <= self.width()
        self._role = self._large if fits else self._small
        most_lines = 1 if self._is_low else MOST_LINES
        self._lines = [text] if fits else wrapped(text, font(self._small), self.width(), most_lines)
        cut = sum(map(len, self._lines)) < len(text)
        self.setToolTip(plain_tip(text) if cut else "")
        self.setFixedHeight(QFontMetrics(font(self._role)).height() * max(1, len(self._lines)))
        super()._dress()
        self.update()
