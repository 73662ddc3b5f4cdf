"""What is shown of an exhibit that has no picture here: what it is, why it is not drawn, how to open it."""

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.exhibits import Exhibit, Media, MediaKind
from ui import icons
from ui.controls import Button, PlainLabel, is_language_change
from ui.i18n import word
from ui.timeline.marks import media_glyph
from ui.timeline.words import duration, safe
from ui.tokens import SPACE_2, SPACE_3, SPACE_5, current, theme

MAY_PASS = frozenset(
    {"damaged", "decoder-crashed", "decoder-timeout", "file-vanished", "unreadable", "original-missing"}
)
"""Problems after which showing may succeed when it is tried again, at least in part."""

GLYPH_PX = 40
DISC_PX = 88


class FactsCard(QWidget):
    """A calm card: glyph, name, type, size, duration, and a way to open the original."""

    open_requested = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._exhibit: Exhibit | None = None
        self._problem = ""
        self._glyph = _Glyph()
        self._name = PlainLabel(role="emphasis", wrap=True)
        self._facts = PlainLabel(role="caption", tone="muted", wrap=True)
        self._why = PlainLabel(tone="muted", wrap=True)
        self._open = Button(look="outline", icon_name="arrow-square-out")
        self._open.clicked.connect(self.open_requested)
        self._retry = Button(look="link", icon_name="arrow-clockwise")
        self._retry.clicked.connect(self.retry_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_5, SPACE_5, SPACE_5, SPACE_5)
        column.setSpacing(SPACE_2)
        column.addStretch(1)
        column.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE_3)
        for label in (self._name, self._facts, self._why):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(SPACE_3)
        for button in (self._open, self._retry):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._tell()

    def show_exhibit(self, exhibit: Exhibit, problem: str = "") -> None:
        """Tell about an exhibit; ``problem`` is why it cannot be drawn, if that was found out only now."""
        self._exhibit, self._problem = exhibit, problem or exhibit.original.media.problem
        self._tell()

    def _tell(self) -> None:
        exhibit = self._exhibit
        self._open.setText(self.tr("Open original"))
        self._retry.setText(self.tr("Try again to show it"))
        if exhibit is None:
            return
        media = exhibit.original.media
        removed = exhibit.removed_at is not None
        self._glyph.show_glyph("trash" if removed else media_glyph(media.kind))
        self._name.setText(safe(exhibit.label))
        self._facts.setText("" if removed else facts_line(media, exhibit.original.size_bytes))
        self._why.setText(self._reason(media, removed))
        self._open.setVisible(not removed)
        self._retry.setVisible(not removed and self._problem in MAY_PASS and media.kind is not MediaKind.OTHER)
        self._fit_glyph()
        self.setAccessibleName(f"{self._name.text()}, {self._facts.text()}. {self._why.text()}")

    def _reason(self, media: Media, removed: bool) -> str:
        if removed:
            return self.tr("This exhibit was removed; its record stays in the custody log.")
        if self._problem and self._problem != "unknown-type":
            return problem_words(self._problem)
        if media.kind in {MediaKind.AUDIO, MediaKind.VIDEO}:
            return self.tr("Its sound cannot be played here. Open the original to play it in this computer's player.")
        return self.tr("This kind of file is kept safely, but has no preview. Open the original to see it.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the glyph out where the words need its room."""
        super().resizeEvent(event)
        self._fit_glyph()

    def _fit_glyph(self) -> None:
        layout = self.layout()
        if layout is not None:
            words = layout.heightForWidth(self.width()) - (0 if self._glyph.isHidden() else DISC_PX + SPACE_2)
            self._glyph.setVisible(words + DISC_PX + SPACE_2 <= self.height())

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if is_language_change(event):
            self._tell()


class _Glyph(QWidget):
    """An icon on a quiet disc."""

    def __init__(self) -> None:
        super().__init__()
        self._name = "file"
        self.setFixedSize(DISC_PX, DISC_PX)
        theme.changed.connect(self.update)

    def show_glyph(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw disc and icon."""
        tokens, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.hover)
        painter.drawEllipse(self.rect())
        inset = (DISC_PX - GLYPH_PX) // 2
        glyph = icons.pixmap(self._name, tokens.text_muted, GLYPH_PX, self.devicePixelRatioF())
        painter.drawPixmap(inset, inset, glyph)


def facts_line(media: Media, size_bytes: int) -> str:
    """Return type, duration, measures and size in one line."""
    parts = [
        word(media.kind),
        media.extension.lstrip(".").upper(),
        "" if media.duration_ms is None else duration(media.duration_ms // 1000),
        f"{media.width_px} × {media.height_px}" if media.width_px and media.kind is not MediaKind.PDF else "",
        QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat),
    ]
    return " · ".join(part for part in parts if part)


def problem_words(code: str) -> str:
    """Return why an original is kept unread, in plain words."""
    match code:
        case "encrypted":
            return QCoreApplication.translate(
                "Viewer", "It is protected by a password, so it cannot be shown here. It is kept exactly as it is."
            )
        case "damaged":
            return QCoreApplication.translate(
                "Viewer", "It is damaged or incomplete, so it cannot be shown here. It is kept exactly as it is."
            )
        case "too-large":
            return QCoreApplication.translate(
                "Viewer", "It is too large to be shown here. It is kept exactly as it is."
            )
        case _:
            return QCoreApplication.translate(
                "Viewer", "It could not be read, so it cannot be shown here. It is kept exactly as it is."
            )
