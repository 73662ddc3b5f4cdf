"""Outline icons in any colour: Phosphor's (MIT), kept in resources/icons, drawn by QtSvg."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from evidence_app.resources import resource
from ui.tokens import ICON_SIZE, current

SCALES = (1, 2, 3)  # the device pixel ratios screens come in; Qt scales between them


def icon(name: str, color: QColor | None = None, size_px: int = ICON_SIZE, drop_px: int = 0) -> QIcon:
    """Return the icon ``name`` (a Phosphor name, ``phone-incoming``) in a colour, the text's if none is given.

    It stands ``drop_px`` lower than the middle of its square.
    """
    muted = current().text_muted
    return _icon(name, (color or muted).name(QColor.NameFormat.HexArgb), muted.name(), size_px, drop_px)


def pixmap(name: str, color: QColor | None = None, size_px: int = ICON_SIZE, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a picture of ``size_px`` logical pixels for a screen of device pixel ratio ``ratio``."""
    return _pixmap(name, (color or current().text_muted).name(QColor.NameFormat.HexArgb), size_px, ratio)


@lru_cache(maxsize=512)
def _icon(name: str, color: str, muted: str, size_px: int, drop_px: int) -> QIcon:
    """Return an icon that is grey where it is disabled: the text of a filled button is not seen without its ground."""
    result = QIcon()
    faint = QColor(muted)
    faint.setAlphaF(0.4)
    for scale in SCALES:
        result.addPixmap(_pixmap(name, color, size_px, scale, drop_px))
        disabled = _pixmap(name, faint.name(QColor.NameFormat.HexArgb), size_px, scale, drop_px)
        result.addPixmap(disabled, QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=1024)
def _pixmap(name: str, color: str, size_px: int, ratio: float, drop_px: int = 0) -> QPixmap:
    side = round(size_px * ratio)
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _renderer(name).render(painter, QRectF(0, drop_px * ratio, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor(color))
    painter.end()
    result = QPixmap.fromImage(image)
    result.setDevicePixelRatio(ratio)
    return result


@lru_cache(maxsize=256)
def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(resource("icons", f"{name}.svg").read_bytes()))
