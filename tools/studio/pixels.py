"""Contrast as it is drawn: the colours of a text's ink and ground, read from the pixels of its widget."""

from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from tools.studio.judges import name_of, shown
from ui.tokens import contrast

LEAST_PX = 2
"""Pixels that have the ink's very colour, in the middle of a stroke; its edges are mixtures with the ground."""


@dataclass
class Inks:
    """Pairs of ink and ground that were found, each with where it was found first and its contrast."""

    pairs: dict[tuple[str, str], tuple[float, str]] = field(default_factory=dict)
    texts: int = 0

    def look_at(self, state: str, window: QWidget) -> None:
        """Read the colours of all texts of a window that can be used now."""
        picture = window.grab().toImage()
        ratio = picture.devicePixelRatio()
        for widget in shown(window):
            if not _has_text(widget) or not widget.isEnabled() or not _whole(widget):
                continue
            place = QRectF(QPointF(widget.mapTo(window, QPoint())) * ratio, QSizeF(widget.size()) * ratio)
            part = picture.copy(place.toRect())
            found = colours(part)
            if found is not None:
                ink, ground = found
                self.texts += 1
                self.pairs.setdefault(
                    (ink.name(), ground.name()), (contrast(ink, ground), f"{state}: {name_of(widget)}")
                )

    def paler_than(self, least: float) -> list[str]:
        """Return the pairs with less contrast."""
        return [
            f"{ink} on {ground}: {ratio:.2f}: {where}"
            for (ink, ground), (ratio, where) in sorted(self.pairs.items())
            if ratio < least
        ]


def colours(picture: QImage) -> tuple[QColor, QColor] | None:
    """Return the ink and the ground of a text: the commonest colour, and the one that stands out most from it."""
    if picture.isNull():
        return None
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    ground = QColor.fromRgb(counted.most_common(1)[0][0])
    inks = [QColor.fromRgb(value) for value, count in counted.items() if count >= LEAST_PX]
    ink = max(inks, key=lambda colour: contrast(colour, ground))
    return None if ink == ground else (ink, ground)


def _whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def _has_text(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return bool(widget.text() or widget.placeholderText())
    return isinstance(widget, (QLabel, QAbstractButton)) and bool(widget.text())
