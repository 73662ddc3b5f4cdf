"""The pictures of a film, in time with its sound: fetched a little ahead, those that come too late left out."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.tokens import current, theme
from ui.viewer.fetching import Fetcher
from ui.viewer.recording import RecordingSource

if TYPE_CHECKING:
    from evidence_app.actions.play import Frame

AHEAD = 6  # pictures; at 1920×1080 some 40 MB
MOST = QSize(1920, 1080)
LATE_MS = 250  # behind the sound, pictures are skipped
RESIZED_MS = 150  # after the size has stayed, pictures are fetched in it


class FilmView(QWidget):
    """Shows the picture of a moment. ``clicked`` asks to play or pause, as films are used to."""

    clicked = Signal()
    failed = Signal(object)
    first_pixels = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: RecordingSource | None = None
        self._at_ms = 0
        self._seen = False
        self._image: QImage | None = None
        self._until_ms = 0
        self._coming: deque[tuple[int, int, QImage]] = deque()
        self._over = False
        self._fetcher = Fetcher(self)
        self._fetcher.arrived.connect(self._take)
        self._fetcher.failed.connect(self.failed)
        self._resized = QTimer(self, singleShot=True, interval=RESIZED_MS)
        self._resized.timeout.connect(lambda: self._jump(self._at_ms))
        self.setMinimumHeight(80)
        theme.changed.connect(self.update)

    def open(self, source: RecordingSource | None) -> None:
        """Take another film, or none."""
        self._source, self._image, self._seen = source, None, False
        self._jump(0)

    def close_film(self) -> None:
        """Fetch nothing more."""
        self.open(None)
        self._fetcher.close()

    def show_moment(self, at_ms: int) -> None:
        """Show what is seen at a moment; a jump forgets what was fetched ahead."""
        before, self._at_ms = self._at_ms, at_ms
        if at_ms < before or at_ms > self._fetched_until() + LATE_MS:
            self._jump(at_ms)
            return
        while self._coming and self._coming[0][0] <= at_ms:
            _, self._until_ms, self._image = self._coming.popleft()
            self.update()
        self._ask()

    def _fetched_until(self) -> int:
        return self._coming[-1][1] if self._coming else self._until_ms

    def _jump(self, at_ms: int) -> None:
        self._at_ms, self._until_ms, self._over = at_ms, at_ms, False
        self._coming.clear()
        self._fetcher.drop()
        self._ask()
        self.update()

    def _ask(self) -> None:
        source = self._source
        if source is None or self._fetcher.busy or self._over or len(self._coming) >= AHEAD or self.width() < 2:
            return
        at_ms = self._fetched_until()
        ratio = self.devicePixelRatioF()
        width = max(2, min(MOST.width(), round(self.width() * ratio)))
        height = max(2, min(MOST.height(), round(self.height() * ratio)))
        self._fetcher.fetch(lambda: source.frame(at_ms, width, height))

    def _take(self, frame: "Frame") -> None:
        size = 3 * frame.width_px
        image = QImage(frame.data, frame.width_px, frame.height_px, size, QImage.Format.Format_RGB888).copy()
        self._over = frame.ended
        if frame.at_ms <= self._at_ms or self._image is None:
            self._image, self._until_ms = image, frame.until_ms
            self.update()
        else:
            self._coming.append((frame.at_ms, frame.until_ms, image))
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as large as fits, on black as films are."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), current().surface_sunken)
        image = self._image
        if image is not None and not image.isNull():
            size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2), size)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
            if not self._seen:
                self._seen = True
                self.first_pixels.emit()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fetch pictures in the new size once it stays."""
        super().resizeEvent(event)
        if self._source is not None:
            self._resized.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Play or pause."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
