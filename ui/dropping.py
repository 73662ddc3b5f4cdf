"""What arrives by drag, drop or paste: files, folders, pictures from browsers and chat windows.

Nothing is fetched from the network: of a web address only the picture data that comes with it is taken.
"""

from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, QMimeData, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui.icons import pixmap
from ui.timeline.words import safe
from ui.tokens import RADIUS_CARD, SPACE_1, SPACE_3, SPACE_4, current, font

RAW_FORMATS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/avif": ".avif",
    "image/heic": ".heic",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
}
"""Formats whose bytes are taken as they arrive, the most faithful first."""


@dataclass(frozen=True)
class Arrival:
    """What one drop or paste brings: paths, or one picture as bytes or still to be encoded; ``more`` came after it."""

    paths: tuple[Path, ...] = ()
    name: str = ""
    data: bytes = b""
    image: QImage | None = None
    more: "tuple[Arrival, ...]" = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing that could be kept."""
        return not self.paths and not self.data and self.image is None and not self.more

    def parts(self) -> "Iterator[Arrival]":
        """Yield this and what came after it, in order."""
        yield replace(self, more=())
        for part in self.more:
            yield from part.parts()

    def and_then(self, later: "Arrival") -> "Arrival":
        """Return both as one."""
        return later if self.empty else replace(self, more=(*self.more, later))


NOTHING = Arrival()


COPIED_FILES = "x-special/gnome-copied-files"
"""What some file managers of Linux put into the clipboard instead of a list of addresses: a verb, then the files."""


def holds_evidence(mime: QMimeData) -> bool:
    """Tell quickly, while a drag hovers, whether a drop could bring something."""
    if mime.hasImage() or _raw_format(mime) or mime.hasFormat(COPIED_FILES):
        return True
    return any(url.isLocalFile() or _is_data(url) for url in mime.urls())


def only_on_the_web(mime: QMimeData) -> bool:
    """Tell whether there are only addresses of something that would have to be fetched from the network."""
    return not holds_evidence(mime) and any(url.scheme() in {"http", "https"} for url in mime.urls())


def arrival(mime: QMimeData) -> Arrival:
    """Take what a drop or the clipboard holds. Local files win over picture data.

    A picture without a file gets a name without a time: the moment of pasting says nothing about the event.
    """
    urls = mime.urls() or _copied_files(mime)
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile())
    if paths:
        return Arrival(paths=paths)
    stem = QCoreApplication.translate("Dropping", "Pasted picture")
    raw = _raw_format(mime)
    if raw and (data := mime.data(raw).data()):
        return Arrival(name=f"{stem}{RAW_FORMATS[raw]}", data=bytes(data))
    for url in filter(_is_data, urls):
        if inline := _inline_picture(url, stem):
            return inline
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return NOTHING if image.isNull() else Arrival(name=f"{stem}.png", image=image)


def _copied_files(mime: QMimeData) -> list[QUrl]:
    lines = bytes(mime.data(COPIED_FILES).data()).decode("utf-8", "replace").splitlines()
    return [QUrl(line.strip()) for line in lines[1:]]


def _is_data(url: QUrl) -> bool:
    return url.scheme() == "data" and url.path().startswith("image/")


def _inline_picture(url: QUrl, stem: str) -> Arrival | None:
    """Return the picture that an address itself holds (RFC 2397), None for one that is not written in base 64."""
    kind, _, data = url.path(QUrl.ComponentFormattingOption.FullyDecoded).partition(";base64,")
    try:
        content = b64decode(data, validate=True)
    except ValueError:
        return None
    return Arrival(name=f"{stem}{RAW_FORMATS.get(kind, '')}", data=content) if content else None


def is_evidence_paste(event: QEvent) -> bool:
    """Tell whether a field is asked if it wants a paste that it cannot use: of files, or of a picture without text.

    A field ignores such an event, so that the window's own shortcut adds what is in the clipboard as evidence.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not event.matches(QKeySequence.StandardKey.Paste):
        return False
    mime = QGuiApplication.clipboard().mimeData()
    if any(url.isLocalFile() for url in mime.urls()) or mime.hasFormat(COPIED_FILES):
        return True
    return holds_evidence(mime) and not mime.hasFormat("text/plain")


POSSIBLE_PROOF = frozenset({".pdf", ".zip", ""})
"""Endings of what could be a dossier or a bag; a folder usually has none."""


def may_be_proof(found: Arrival) -> bool:
    """Tell quickly whether what arrived could be something to check: one file or folder, of a likely name."""
    return len(found.paths) == 1 and not found.more and found.paths[0].suffix.lower() in POSSIBLE_PROOF


def picture_bytes(found: Arrival) -> bytes:
    """Return the picture's bytes, encoding it as PNG (lossless) if it came as pixels. Slow: not on the UI thread."""
    if found.image is None:
        return found.data
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(found.image)
    return bytes(data.data())


def _raw_format(mime: QMimeData) -> str:
    formats = set(mime.formats())
    return next((name for name in RAW_FORMATS if name in formats), "")


def paths_of(arguments: Sequence[str]) -> Arrival:
    """Return the files named on the command line, such as those dropped on the program's icon."""
    return Arrival(paths=tuple(Path(argument).absolute() for argument in arguments))


class DropTarget(QWidget):
    """Covers the window while something is dragged over it and names where it would go."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._title = ""
        self._on_the_web = self._to_check = False
        self.hide()
        window.installEventFilter(self)

    def aim(self, dispute_title: str) -> None:
        """Show the target; an empty title means that a new dispute will be asked for."""
        self._title, self._on_the_web, self._to_check = dispute_title, False, False
        self._show_over()

    def explain_web(self) -> None:
        """Say that what hovers lies on the web, and what to do."""
        self._title, self._on_the_web, self._to_check = "", True, False
        self._show_over()

    def offer_check(self) -> None:
        """Say that what hovers can be checked; in a vault that is open for reading nothing can be added."""
        self._title, self._on_the_web, self._to_check = "", False, True
        self._show_over()

    def _show_over(self) -> None:
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()

    def sentence(self) -> str:
        """Return what the target says."""
        if self._on_the_web:
            return self.tr("Save the picture on this computer first, then drop the file")
        if self._to_check:
            return self.tr("Check a dossier, a bag or a vault")
        if not self._title:
            return self.tr("Add to a new dispute")
        return self.tr("Add to “%1”").replace("%1", safe(self._title))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a veil, a frame and the sentence in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current()
        veil = tokens.background.toRgb()
        veil.setAlphaF(0.82)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(SPACE_3, SPACE_3, -SPACE_3, -SPACE_3)
        pen = QPen(tokens.accent, 2)
        pen.setDashPattern([6, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(frame, RADIUS_CARD * 1.5, RADIUS_CARD * 1.5)
        middle = self.rect().center()
        side = 44
        picture = pixmap("tray-arrow-down", tokens.accent, side, self.devicePixelRatioF())
        painter.setFont(font("page"))
        height = painter.fontMetrics().lineSpacing() + 2 * SPACE_1
        line = QRectF(frame.left() + SPACE_4, middle.y(), frame.width() - 2 * SPACE_4, height)
        text = painter.fontMetrics().elidedText(self.sentence(), Qt.TextElideMode.ElideMiddle, int(line.width()))
        self._draw_plate(
            painter, line.adjusted(0, -side - SPACE_3, 0, 0), painter.fontMetrics().horizontalAdvance(text)
        )
        painter.drawPixmap(middle.x() - side // 2, middle.y() - side - SPACE_3, picture)
        painter.setPen(tokens.text)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _draw_plate(self, painter: QPainter, around: QRectF, width: int) -> None:
        """Cover what lies behind the sentence, so that two texts are never read as one."""
        plate = QRectF(0, 0, width, around.height())
        plate.moveCenter(around.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().background)
        painter.drawRoundedRect(plate.adjusted(-SPACE_4, -SPACE_3, SPACE_4, SPACE_3), RADIUS_CARD, RADIUS_CARD)
