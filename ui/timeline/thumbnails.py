"""Thumbnails for the cards on screen: fetched and decoded off the UI thread, the visible ones first."""

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap
from shiboken6 import isValid

from evidence_app.errors import JuzhengError

Source = Callable[[str], bytes | None]
"""Returns the JPEG of an original's thumbnail by its SHA-256, None if there is none. Called from pool threads."""

THREADS = 2
CACHE_BYTES = 48 * 1024 * 1024  # some thousand thumbnails; the oldest unseen ones are dropped
MOST_FAILURES = 20_000  # how many originals without a picture are remembered
RADIUS = 5

log = logging.getLogger(__name__)


class ThumbnailLoader(QObject):
    """Keeps the pixmaps that were seen last. ``ready`` names an original whose picture can now be drawn."""

    ready = Signal(str)
    _decoded = Signal(int, str, QImage)

    def __init__(self, source: Source, size: QSize, ratio: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._size, self._ratio = size, ratio
        self._generation = 0
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()
        self._bytes = 0
        self._without: set[str] = set()
        self._lock = Lock()
        self._wanted: list[str] = []
        self._underway: set[str] = set()
        self._running = 0
        self._closed = False
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="thumbnail")
        self._decoded.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def pixmap(self, sha256: str) -> QPixmap | None:
        """Return the thumbnail if it is loaded."""
        pixmap = self._pixmaps.get(sha256)
        if pixmap is not None:
            self._pixmaps.move_to_end(sha256)
        return pixmap

    def want(self, wanted: Sequence[str]) -> None:
        """Load these, the first ones first, and forget earlier wishes that were not begun."""
        missing = [
            sha for sha in dict.fromkeys(wanted) if sha and sha not in self._pixmaps and sha not in self._without
        ]
        with self._lock:
            self._wanted = [sha for sha in reversed(missing) if sha not in self._underway]
            starts = min(THREADS - self._running, len(self._wanted))
            self._running += max(starts, 0)
        for _ in range(starts):
            self._pool.submit(self._work)

    def set_size(self, size: QSize, ratio: float) -> None:
        """Draw thumbnails in another size (logical pixels) or for another screen from now on."""
        if (size, ratio) != (self._size, self._ratio):
            self._size, self._ratio = size, ratio
            self.forget()

    def forget(self) -> None:
        """Load everything anew when it is wanted next."""
        with self._lock:
            self._generation += 1
            self._underway.clear()
        self._pixmaps.clear()
        self._without.clear()
        self._bytes = 0

    def retry(self, sha256: str) -> None:
        """Ask again for one original that had no picture, because it may have one now."""
        self._without.discard(sha256)

    def close(self) -> None:
        """Stop loading and wait for what is underway."""
        with self._lock:
            self._closed = True
            self._wanted = []
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self) -> None:
        """Load one wish after another (in a pool thread) until there is none."""
        while True:
            with self._lock:
                if not self._wanted or self._closed:
                    self._running -= 1
                    return
                sha256 = self._wanted.pop()
                self._underway.add(sha256)
                generation, size, ratio = self._generation, self._size, self._ratio
            image = self._load(sha256, size, ratio)
            with self._lock:
                if self._closed or not isValid(self):
                    self._running -= 1
                    return
                self._decoded.emit(generation, sha256, image)

    def _load(self, sha256: str, size: QSize, ratio: float) -> QImage:
        try:
            data = self._source(sha256)
        except JuzhengError as error:
            log.warning("thumbnail %s: %s", sha256[:8], error)
            return QImage()
        except Exception:  # the thread's border: one picture less must not end the loading of all others
            log.exception("thumbnail %s", sha256[:8])
            return QImage()
        return framed(QImage.fromData(data), size, ratio) if data else QImage()

    def _keep(self, generation: int, sha256: str, image: QImage) -> None:
        with self._lock:
            if generation != self._generation:
                return
            self._underway.discard(sha256)
        if image.isNull():
            if len(self._without) >= MOST_FAILURES:
                self._without.clear()
            self._without.add(sha256)
            return
        pixmap = QPixmap.fromImage(image)
        self._pixmaps[sha256] = pixmap
        self._bytes += image.sizeInBytes()
        while self._bytes > CACHE_BYTES and len(self._pixmaps) > 1:
            _, oldest = self._pixmaps.popitem(last=False)
            self._bytes -= oldest.width() * oldest.height() * 4
        self.ready.emit(sha256)


def framed(image: QImage, size: QSize, ratio: float) -> QImage:
    """Return the picture filling the frame with round corners; of a tall one the top, of a wide one the middle."""
    if image.isNull():
        return image
    device = QSize(round(size.width() * ratio), round(size.height() * ratio))
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
