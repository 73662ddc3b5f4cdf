"""Choosing exhibits for an event: a list with pictures to search in, those of that time first."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.controls import PlainLabel
from ui.exhibit_lines import ExhibitLine, suggested
from ui.sheets.sheet import Sheet
from ui.timeline.delegate import empty_thumb
from ui.timeline.marks import media_glyph
from ui.timeline.thumbnails import Source, ThumbnailLoader
from ui.timeline.words import safe
from ui.tokens import SPACE_2, current, font

PICTURE = QSize(34, 40)
LEAST_HEIGHT = 320
LINE = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """Rows that a click anywhere, Space or Enter ticks and unticks."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "framed")
        self.setIconSize(PICTURE)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self.toggle)

    def toggle(self, item: QListWidgetItem) -> None:
        """Tick or untick a row; headings have nothing to tick."""
        if item.data(LINE) is not None:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space; move with the arrows."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self.toggle(item)
            return
        super().keyPressEvent(event)


class ExhibitPicker(Sheet):
    """The list of a dispute's exhibits. ``wanted`` carries the chosen lines, earlier ones in their order first."""

    wanted = Signal(list)

    def __init__(
        self,
        parent: QWidget | None,
        lines: Sequence[ExhibitLine],
        *,
        chosen: Sequence[str],
        near: datetime | None,
        pictures: Source | None,
        comparing: bool = False,
    ) -> None:
        """With ``comparing`` one exhibit is looked for, to be shown beside another."""
        super().__init__(parent)
        self._comparing = comparing
        question = self.tr("Compare with which exhibit?") if comparing else self.tr("Which exhibits show it?")
        self.entitle(question, "")
        self._before = list(chosen)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search by number or name"))
        self.search.setAccessibleName(self.tr("Search by number or name"))
        self.search.setClearButtonEnabled(True)
        self.list = TickList()
        self.list.setAccessibleName(self.tr("Exhibits"))
        self.nothing = PlainLabel(tone="muted", wrap=True)
        self.nothing.setText(self.tr("No exhibit is called so."))
        self.nothing.hide()
        self._loader = ThumbnailLoader(pictures, PICTURE, self.devicePixelRatioF(), self) if pictures else None
        self._fill(lines, set(chosen), near)
        for widget in (self.search, self.nothing, self.list):
            self.add(widget)
        self._connect()
        self._count()

    def submit(self) -> None:
        """Hand over what is ticked."""
        ticked = {line.exhibit_id: line for line in self._ticked()}
        first = [ticked.pop(exhibit_id) for exhibit_id in self._before if exhibit_id in ticked]
        self.wanted.emit(first + list(ticked.values()))
        self.accept()

    def typed_texts(self) -> list[str]:
        """Return nothing: a search is no work to lose."""
        return []

    def done(self, result: int) -> None:
        """Stop loading pictures."""
        if self._loader is not None:
            self._loader.close()
        super().done(result)

    def _connect(self) -> None:
        self._wish = QTimer(self, singleShot=True, interval=0)
        self._wish.timeout.connect(self._wish_pictures)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._count)
        self.list.verticalScrollBar().valueChanged.connect(self._wish.start)
        if self._loader is not None:
            self._loader.ready.connect(self._show_picture)
        self._wish.start()

    def _fill(self, lines: Sequence[ExhibitLine], chosen: set[str], near: datetime | None) -> None:
        first = suggested(lines, near)
        others = [line for line in lines if line not in set(first)]
        if first:
            self._head(self.tr("Around that time"))
        for line in first:
            self._row(line, line.exhibit_id in chosen)
        if first and others:
            self._head(self.tr("Other exhibits"))
        for line in others:
            self._row(line, line.exhibit_id in chosen)

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font("caption"))
        item.setForeground(current().text_muted)

    def _row(self, line: ExhibitLine, ticked: bool) -> None:
        when = f"\n{line.at:%Y-%m-%d %H:%M}" if line.at is not None else ""
        item = QListWidgetItem(f"{line.number}  {safe(line.label)}{when}", self.list)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setIcon(QIcon(self._placeholder(line)))
        item.setSizeHint(QSize(0, max(PICTURE.height(), 2 * QFontMetrics(font("body")).height()) + SPACE_2))
        item.setData(LINE, line)

    def _placeholder(self, line: ExhibitLine) -> QPixmap:
        tokens, ratio = current(), self.devicePixelRatioF()
        glyph = media_glyph(line.media_kind)
        return empty_thumb(
            PICTURE.width(), PICTURE.height(), glyph, tokens.text_faint.rgba(), tokens.hover.rgba(), ratio
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _ticked(self) -> list[ExhibitLine]:
        return [item.data(LINE) for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def _count(self, changed: QListWidgetItem | None = None) -> None:
        if not self._comparing:
            self.primary.setText(self.tr("Use %n exhibit(s)", "", len(self._ticked())))
            return
        if changed is not None and changed.checkState() is Qt.CheckState.Checked:
            self._untick_others(changed)
        self.primary.setText(self.tr("Compare"))
        self.primary.setEnabled(bool(self._ticked()))

    def _untick_others(self, ticked: QListWidgetItem) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            if item is not ticked and item.data(LINE) is not None:
                item.setCheckState(Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.viewport().update()

    def _filter(self, text: str) -> None:
        """Show what the words occur in; what is ticked stays ticked."""
        words = text.casefold().split()
        shown = False
        for item in self._items():
            line = item.data(LINE)
            fits = all(word in item.text().casefold() for word in words) if line is not None else not words
            item.setHidden(not fits)
            shown = shown or fits
        self.nothing.setVisible(not shown)
        self._wish.start()

    def _wish_pictures(self) -> None:
        if self._loader is None:
            return
        area = self.list.viewport().rect()
        seen = [item for item in self._items() if self.list.visualItemRect(item).intersects(area)]
        self._loader.want([item.data(LINE).sha256 for item in seen if item.data(LINE) and item.data(LINE).sha256])

    def _show_picture(self, sha256: str) -> None:
        picture = self._loader.pixmap(sha256) if self._loader is not None else None
        for item in self._items():
            line = item.data(LINE)
            if picture is not None and line is not None and line.sha256 == sha256:
                self.list.blockSignals(True)
                item.setIcon(QIcon(picture))
                self.list.blockSignals(False)
