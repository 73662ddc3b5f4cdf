"""The bytes behind an exhibit: name as received, kind and size, SHA-256 to copy, the file to open."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.exports import STATEMENT, TABLE_ENDINGS
from ui.controls import Button, IconButton, PlainLabel
from ui.help import HelpMark
from ui.i18n import language, word
from ui.timeline.flow import Flow
from ui.timeline.words import duration, safe
from ui.tokens import SPACE_2

COPIED_MS = 2_000  # long enough to be read
ZIP = "application/zip"
"""A zip is only kept as it is where something stopped it from being unpacked, mostly a password."""

GROUP = 8  # characters of the hash per group, as people read long numbers


class OriginalPanel(QWidget):
    """What was received. The buttons tell the inspector what is wanted."""

    open_wanted = Signal()
    folder_wanted = Signal()
    removal_wanted = Signal()
    password_wanted = Signal()
    pictures_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exhibit: Exhibit | None = None
        self._home = ZoneInfo("UTC")
        self.facts = PlainLabel(tone="muted", wrap=True)
        self.hash = PlainLabel(role="caption", wrap=True)
        for label in (self.facts, self.hash):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = IconButton("copy")
        self.copy.clicked.connect(self._copy)
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(self._offer_copy)
        self.open = Button(look="link", icon_name="arrow-square-out")
        self.folder = Button(look="link", icon_name="folder-open")
        self.unlock = Button(look="link", icon_name="lock")
        self.pictures = Button(look="link", icon_name="image")
        self.columns = Button(look="link", icon_name="columns")
        self.columns.clicked.connect(self.columns_wanted)
        self.unlock.clicked.connect(self.password_wanted)
        self.pictures.clicked.connect(self.pictures_wanted)
        self.remove = Button(look="link", icon_name="trash")
        self.open.clicked.connect(self.open_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        self._lay_out()
        language.changed.connect(self.retranslate)
        self.retranslate()

    def show_exhibit(self, exhibit: Exhibit, home: ZoneInfo, *, read_only: bool) -> None:
        """Show the bytes of an exhibit, times in the dispute's zone."""
        self._exhibit, self._home = exhibit, home
        removed = exhibit.removed_at is not None
        for button in (self.open, self.folder):
            button.setEnabled(not removed)
        self.remove.setEnabled(not removed and not read_only)
        may_add = not removed and not read_only
        self.unlock.setVisible(may_add and exhibit.original.media.mime == ZIP)
        self.columns.setVisible(may_add and _may_be_table(exhibit))
        self.pictures.setVisible(may_add and exhibit.original.media.kind is MediaKind.VIDEO)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self._offer_copy()
        self.open.setText(self.tr("Open the original"))
        self.folder.setText(self.tr("Show in folder"))
        self.unlock.setText(self.tr("Open with a password…"))
        self.pictures.setText(self.tr("Take its pages out as pictures"))
        self.pictures.setToolTip(self.tr("Adds what the film shows at rest as exhibits, at their moments"))
        self.columns.setText(self.tr("Columns…"))
        self.columns.setToolTip(self.tr("Say what the columns of this table hold, and have it read again"))
        self.remove.setText(self.tr("Remove…"))
        if self._exhibit is not None:
            self.facts.setText("\n".join(filter(None, self._facts(self._exhibit))))
            sha256 = self._exhibit.original.sha256
            groups = [sha256[start : start + GROUP] for start in range(0, len(sha256), GROUP)]
            self.hash.setText("SHA-256\n" + " ".join(groups[:4]) + "\n" + " ".join(groups[4:]))
            self.hash.setAccessibleName(f"SHA-256 {sha256}")

    def _facts(self, exhibit: Exhibit) -> list[str]:
        media = exhibit.original.media
        size = QLocale().formattedDataSize(exhibit.original.size_bytes)
        pixels = f"{media.width_px} × {media.height_px}" if media.width_px else ""
        pages = self.tr("%n page(s)", "", media.page_count) if media.page_count > 1 else ""
        length = duration(media.duration_ms // 1000) if media.duration_ms else ""
        kind = f"{word(media.kind)} ({media.mime})" if media.mime else word(media.kind)
        added = f"{exhibit.added_at.astimezone(self._home):%Y-%m-%d %H:%M}"
        return [
            self.tr("Received as “%1”").replace("%1", safe(exhibit.name)),
            self.tr("Also as “%1”").replace("%1", safe(", ".join(exhibit.also_named))) if exhibit.also_named else "",
            self.tr("Taken out of “%1”").replace("%1", safe(exhibit.came_from)) if exhibit.came_from else "",
            " · ".join(filter(None, (kind, pixels, pages, length, size))),
            self.tr("Added %1").replace("%1", added),
        ]

    def _copy(self) -> None:
        """Copy the hash and say so for a moment."""
        if self._exhibit is not None:
            QGuiApplication.clipboard().setText(self._exhibit.original.sha256)
            self.copy.set_icon("check")
            self.copy.set_name(self.tr("Copied"))
            QToolTip.showText(self.copy.mapToGlobal(self.copy.rect().bottomLeft()), self.tr("Copied"), self.copy)
            self._copied.start()

    def _offer_copy(self) -> None:
        self.copy.set_icon("copy")
        self.copy.set_name(self.tr("Copy the SHA-256"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 0, 0)  # so that the links' texts stand as far in as the labels' do
        for label in (self.facts, self.hash):
            label.setContentsMargins(5, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.facts)
        row = QHBoxLayout()
        row.addWidget(self.hash, 1)
        row.addWidget(HelpMark("hash"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        buttons = Flow()
        for button in (self.open, self.folder, self.unlock, self.pictures, self.columns):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)


def _may_be_table(exhibit: Exhibit) -> bool:
    """Tell whether it may be a table whose columns a person names: one that nobody knows, or a statement."""
    media = exhibit.original.media
    known = media.export not in (None, "", STATEMENT)
    return media.kind is MediaKind.OTHER and not known and exhibit.name.lower().endswith(TABLE_ENDINGS)
