"""A page on which the words of a search are marked where a machine read them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from evidence_app.domain.machine_text import Place
from ui.tokens import current
from ui.viewer.marked import MarkedCanvas

FOUND_ALPHA = 0.30
"""How strongly a found word is coloured: it stands out on any picture, and can still be read."""
MARGIN_PX = 2.0


class FoundCanvas(MarkedCanvas):
    """Colours the ground of found words, below the marks of what was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Place, ...] = ()

    def show_found(self, places: Sequence[Place]) -> None:
        """Mark these places of any page as what was searched for."""
        if tuple(places) != self._found:
            self._found = tuple(places)
            self.viewport().update()

    @property
    def found(self) -> tuple[Place, ...]:
        """What is marked."""
        return self._found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page and its marks, and over them the found words."""
        super().paintEvent(event)
        page_index = self._page[0] if self._page is not None else -1
        shown = [place for place in self._found if place.page_index == page_index]
        if not shown or self._grid() is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(current().attention)
        fill = QColor("#FFC400")  # of a highlighter on a picture, which is neither light nor dark
        fill.setAlphaF(FOUND_ALPHA)
        painter.setPen(QPen(edge, 1.25))
        painter.setBrush(fill)
        for place in shown:
            box = self.seen_box(place).adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX)
            if box.intersects(QRectF(event.rect())):
                painter.drawRoundedRect(box, 3, 3)
        painter.end()
