"""A heading that would rather be smaller than cut off."""

from PySide6.QtGui import QFontMetrics, QResizeEvent

from ui.controls import ElidedLabel
from ui.tokens import FontRole, font


class FittingLabel(ElidedLabel):
    """One line in the larger of two sizes if it fits, else in the smaller one; its height stays."""

    def __init__(self, large: FontRole, small: FontRole) -> None:
        self._large, self._small = large, small
        super().__init__(role=large)
        self.setFixedHeight(QFontMetrics(font(large)).height())

    def setText(self, text: str) -> None:
        """Show a text in the size that fits."""
        super().setText(text)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the size anew."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        fits = QFontMetrics(font(self._large)).horizontalAdvance(self.text()) <= self.width()
        self._role = self._large if fits else self._small
        super()._dress()
