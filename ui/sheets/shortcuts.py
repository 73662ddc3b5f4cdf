"""The keys, by where they work; made from the same table as the keys themselves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.controls import PlainLabel
from ui.i18n import language
from ui.keeping import discard
from ui.sheets.sheet import Sheet
from ui.shortcuts import TABLE, Keys, Place, place_word, verb_words
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_6, theme

WIDTH = 720
COLUMNS = ((Place.WINDOW, Place.SHEET, Place.PLAYER), (Place.TIMELINE, Place.EVIDENCE, Place.REVIEW, Place.LARGE))
LARGEST_SCALE_FOR_TWO = 1.25


class ShortcutsSheet(Sheet):
    """All keys in two columns, in one where text is large."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, width=WIDTH)
        self.cancel.hide()
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll: there is nothing else to focus
        self._table: QWidget | None = None
        theme.changed.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Make the table anew in the language and the size of the moment."""
        self.entitle(self.tr("Keyboard shortcuts"), self.tr("Close"))
        self._area.setAccessibleName(self.windowTitle())
        if self._table is not None:
            self.body.removeWidget(self._table)
            self._table.hide()
            discard(self._table)
        self._table = QWidget()
        columns = QHBoxLayout(self._table)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE_6)
        two = theme.text_scale <= LARGEST_SCALE_FOR_TWO
        for places in COLUMNS if two else (COLUMNS[0] + COLUMNS[1],):
            columns.addLayout(_column(places), 1)
        self.body.insertWidget(0, self._table)
        self._refit()


def _column(places: tuple[Place, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_2)
    for place in places:
        column.addWidget(PlainLabel(place_word(place), "emphasis", wrap=True))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_1)
        for row, line in enumerate(line for line in TABLE if line.place is place):
            grid.addWidget(_words(line), row, 0)
            grid.addLayout(_caps(line), row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
        column.addSpacing(SPACE_2)
    column.addStretch(1)
    return column


def _words(line: Keys) -> PlainLabel:
    label = PlainLabel(verb_words(line.name), tone="muted", wrap=True)
    label.setAccessibleName(f"{label.text()}: {', '.join(line.told())}")
    return label


def _caps(line: Keys) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_1)
    row.addStretch(1)
    for told in line.told():
        cap = PlainLabel(told, "caption")
        cap.setProperty("part", "key")
        row.addWidget(cap)
    return row
