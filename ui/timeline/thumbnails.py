"""Thumbnails for the cards on screen, as small as they are drawn, with round corners."""

from collections.abc import Callable, Hashable, Iterator
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from ui.loading import ImageLoader

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

Source = Callable[[str], bytes | None]
"""Returns the JPEG of an original's thumbnail by its SHA-256, None if there is none. Called from pool threads."""

SCREENS_AHEAD = 1  # of thumbnails loaded beyond what is visible
CACHE_BYTES = 48 * 1024 * 1024  # some thousand thumbnails; the oldest unseen ones are dropped
RADIUS = 5


def session_thumbnails(session: "Session") -> Source:
    """Return where the thumbnails of an open vault come from."""

    def load(sha256: str) -> bytes | None:
        from evidence_app.actions.exhibits import thumbnail

        return thumbnail(session, sha256)

    return load


def rows_to_load(visible: range) -> Iterator[int]:
    """Yield the rows whose thumbnails are wanted: what is visible first, then what comes after it."""
    yield from visible
    yield from range(visible.stop, visible.stop + len(visible) * SCREENS_AHEAD)


class ThumbnailLoader(ImageLoader):
    """Thumbnails by the original's SHA-256."""

    def __init__(self, source: Source, size: QSize, ratio: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(partial(_thumbnail, source, size, ratio), cache_bytes=CACHE_BYTES, parent=parent)
        self._source = source
        self._size, self._ratio = size, ratio

    def set_size(self, size: QSize, ratio: float) -> None:
        """Draw thumbnails in another size (logical pixels) or for another screen from now on."""
        if (size, ratio) != (self._size, self._ratio):
            self._size, self._ratio = size, ratio
            self.load_by(partial(_thumbnail, self._source, size, ratio))


def _thumbnail(source: Source, size: QSize, ratio: float, sha256: Hashable) -> QImage:
    data = source(str(sha256))
    return framed(_decoded(data, size, ratio), size, ratio) if data else QImage()


def _decoded(data: bytes, size: QSize, ratio: float) -> QImage:
    """Return the picture not much larger than it will be drawn: JPEG decoding is several times faster so.

    By Pillow, which lets all other threads go on meanwhile. `QImageReader.size` keeps Python's lock, and reads from an
    object of Qt, which would end in this thread (`ui.collecting` says what may come of that).
    """
    from PIL import Image  # here: the window is open before any picture is wanted

    try:
        with Image.open(BytesIO(data)) as picture:
            natural = QSize(*picture.size)
            wanted = natural.scaled(_device(size, ratio), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            picture.draft("RGB", (wanted.width(), wanted.height()))
            pixels = picture.convert("RGBA")
    except OSError:  # a damaged one, which is drawn as none
        return QImage()
    return QImage(pixels.tobytes(), *pixels.size, 4 * pixels.width, QImage.Format.Format_RGBA8888).copy()


def _device(size: QSize, ratio: float) -> QSize:
    return QSize(round(size.width() * ratio), round(size.height() * ratio))


def framed(image: QImage, size: QSize, ratio: float) -> QImage:
    """Return the picture filling the frame with round corners; of a tall one the top, of a wide one the middle."""
    if image.isNull():
        return image
    device = _device(size, ratio)
    filled = image.scaled(
        device, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    result = QImage(device, QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(result.rect()), RADIUS * ratio, RADIUS * ratio)
    painter.setClipPath(path)
    painter.drawImage((device.width() - filled.width()) // 2, 0, filled)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result
