"""What proves the chosen entry of the custody log, below the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.controls import Button, IconButton, PlainLabel, ScrollColumn, column_under_line, part
from ui.custody.model import CustodyModel
from ui.custody.rows import Row
from ui.custody.words import details, entry_words
from ui.i18n import language
from ui.timeline.flow import Flow
from ui.tokens import SPACE_1, SPACE_2, SPACE_4

MOST_OF_PAGE = 0.4  # for details: the list stays the main thing


class Details(QWidget):
    """What proves the chosen entry. ``exhibit_wanted`` carries the exhibit that it is about."""

    exhibit_wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "background")
        self._about: tuple[str, ...] = ()
        self.sentence = PlainLabel(wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = IconButton("x")
        self.exhibit = Button(look="link")
        self.exhibit.setProperty("flush", True)
        self.copy = Button(look="link", icon_name="copy")
        self._text = ""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_4)
        self._grid.setVerticalSpacing(SPACE_1)
        self._grid.setColumnStretch(1, 1)
        self._captions: list[PlainLabel] = []
        self._values: list[PlainLabel] = []
        self.close_button.clicked.connect(self.closed)
        self.exhibit.clicked.connect(lambda: self.exhibit_wanted.emit(self._about[0]) if self._about else None)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self._lay_out()
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts but the entry's."""
        self.close_button.set_name(self.tr("Close"))
        self.exhibit.setText(self.tr("Go to the exhibit"))
        self.copy.setText(self.tr("Copy"))

    def show_row(self, row: Row, model: CustodyModel) -> None:
        """Show an entry."""
        if row.line is None:
            return
        facts = details(row.line, row.anchor, model.home)
        words = entry_words(row.line, row.anchor, model.home)
        self.sentence.setText(words)
        self._text = "\n".join([words, *(f"{caption}: {value}" for caption, value in facts)]) + "\n"
        self._about = row.line.about
        self.exhibit.setVisible(bool(self._about))
        while len(self._captions) < len(facts):
            self._add_line()
        for place, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            shown = place < len(facts)
            caption.setVisible(shown)
            value.setVisible(shown)
            if shown:
                caption.setText(facts[place][0])
                value.setText(facts[place][1])

    def _add_line(self) -> None:
        caption, value = PlainLabel(role="caption", tone="muted", wrap=True), PlainLabel(role="caption", wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._captions)
        self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._captions.append(caption)
        self._values.append(value)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_2)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        verbs = Flow()
        verbs.addWidget(self.exhibit)
        verbs.addWidget(self.copy)
        inner = column_under_line(self)
        inner.addLayout(head)
        inner.addLayout(self._grid)
        inner.addLayout(verbs)


class BelowList(ScrollColumn):
    """Holds the details: as tall as they need, but never more than their share of the page."""

    def __init__(self, details: Details) -> None:
        super().__init__()
        self.setWidget(details)
        self._details = details

    def fit(self, page_height: int) -> None:
        """Take the height that the details need, within their share."""
        layout = self._details.layout()
        if layout is not None:
            layout.activate()
            wanted = layout.totalHeightForWidth(self.width()) if self.width() else self._details.sizeHint().height()
            self.setFixedHeight(min(wanted, round(page_height * MOST_OF_PAGE)))
