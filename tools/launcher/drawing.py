"""The program's picture in the sizes that systems ask for, drawn from the one SVG."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICO_SIDES_PX = (16, 24, 32, 48, 64, 128, 256)


def draw(picture: Path, side_px: int, path: Path) -> None:
    """Write the picture as a square PNG."""
    image = QImage(side_px, side_px, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(picture)).render(painter, QRectF(0, 0, side_px, side_px))
    painter.end()
    if not image.save(str(path), "PNG"):
        raise OSError(f"could not write {path}")


def convert(picture: Path, path: Path, kind: str) -> None:
    """Write the picture as ``ICO`` for Windows or ``ICNS`` for macOS."""
    from PIL import Image

    largest = path.with_suffix(".png")
    draw(picture, 1024 if kind == "ICNS" else max(ICO_SIDES_PX), largest)
    with Image.open(largest) as image:
        if kind == "ICO":
            image.save(path, kind, sizes=[(side, side) for side in ICO_SIDES_PX])
        else:
            image.save(path, kind)
    largest.unlink()
