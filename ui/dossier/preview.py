"""The right side of the dossier's page: its pages as they will be, where one is in them, and how far drawing is."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.controls import Button, Hairline, IconButton, PlainLabel, part
from ui.dossier.pages_view import Document, PagesView
from ui.i18n import language
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5, scaled, theme

STRIP_WIDTH = 96
ROOM_AROUND_NUMBER = 26  # border and padding left and right
ROOM_FOR_ZOOM, ROOM_FOR_STRIP = 460, 760
"""Width of the pane from which there is room for the zoom, and for small pages beside the large ones."""


class Place(NamedTuple):
    """A section of the dossier: its name, and its first page counted from 0."""

    name: str
    page_index: int


class PageNumber(QLineEdit):
    """The number of the page in view, counted from 1; another one is gone to with Enter. ``wanted`` carries it."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._range = QIntValidator(1, 1, self)
        self._number = 1
        self.setValidator(self._range)
        self.editingFinished.connect(self._finish)

    def value(self) -> int:
        """Return the page in view."""
        return self._number

    def show_number(self, number: int, last: int) -> None:
        """Show which page is in view, of how many; what somebody types right now is left alone."""
        self._range.setTop(max(1, last))
        self._number = number
        if not self.hasFocus() or not self.isModified():
            self.setText(str(number))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the page in view again."""
        super().focusOutEvent(event)
        self.setText(str(self._number))

    def _finish(self) -> None:
        if self.isModified() and self.hasAcceptableInput():
            self.setModified(False)
            self.wanted.emit(int(self.text()))


class PreviewPane(QWidget):
    """Shows documents and tells about the next one. ``released`` carries one that is not looked at any more."""

    released = Signal(object)
    retry_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fitting = QTimer(self, singleShot=True, interval=0)  # not while Qt shows it: parts would stay half shown
        self._fitting.timeout.connect(self._fit)
        part(self, "background")
        self._places: list[Place] = []
        self._count = self._last = 0
        self._holders: dict[Document, int] = {}
        self.pages = PagesView()
        self.strip = PagesView(page_width=STRIP_WIDTH)
        self.sections = QComboBox()
        self.number = PageNumber()
        self.of = PlainLabel(tone="muted")
        self.smaller = IconButton("magnifying-glass-minus")
        self.larger = IconButton("magnifying-glass-plus")
        self.fit = IconButton("corners-out")
        self.zoom = PlainLabel(tone="muted")
        self.status = PlainLabel(role="caption", tone="muted", wrap=True)
        self.meter = QProgressBar()
        self.sentence = PlainLabel(tone="muted", wrap=True)
        self.retry = Button(look="outline", icon_name="arrow-counter-clockwise")
        self._lay_out()
        self._connect()
        self.show_nothing()
        theme.changed.connect(self._dress)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.pages.setAccessibleName(self.tr("Pages of the dossier"))
        self.strip.setAccessibleName(self.tr("All pages, small"))
        self.sections.setAccessibleName(self.tr("Go to a part of the dossier"))
        self.sections.setToolTip(self.tr("Go to a part of the dossier"))
        self.number.setAccessibleName(self.tr("Page"))
        self.smaller.set_name(self.tr("Smaller"))
        self.larger.set_name(self.tr("Larger"))
        self.fit.set_name(self.tr("Fit the width"))
        self.meter.setAccessibleName(self.tr("Progress of the preview"))
        self.retry.setText(self.tr("Try again"))
        self._show_count()

    # What is shown

    def show_document(self, document: Document, places: Sequence[Place], page_count: int) -> None:
        """Show another dossier of so many pages in all, as soon as its first pages in view are drawn."""
        self._holders[document] = 2
        self._count, self._last = page_count, document.page_count
        self.name_places(places)
        self._show_count()
        self.sentence.hide()
        self.retry.hide()
        self._bar.show()
        self._body.show()
        self.pages.show_document(document)
        self.strip.show_document(document)
        self._follow(self.pages.page())

    def name_places(self, places: Sequence[Place]) -> None:
        """Call the sections so, in another language for example."""
        self._places = list(places)
        self.sections.clear()
        self.sections.addItems([f"{place.name}  ·  {place.page_index + 1}" for place in self._places])
        self._follow(self.pages.page())

    def show_nothing(self, sentence: str = "", *, retry: bool = False) -> None:
        """Take all pages away and say why; an empty sentence says nothing."""
        self.pages.show_document(None)
        self.strip.show_document(None)
        self._bar.hide()
        self._body.hide()
        self.meter.hide()
        self.status.hide()
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.retry.setVisible(retry)

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Tell how far the next dossier is; what is shown stays."""
        self.meter.setRange(0, total)
        self.meter.setValue(done)
        self.meter.show()
        if self.pages.document is None:
            self.sentence.setText(words)
            self.sentence.show()
            self.retry.hide()
        else:
            self.say(words)

    def say(self, words: str, tone: str = "muted") -> None:
        """Say something over the pages, nothing for an empty text."""
        self.status.set_tone(tone)
        self.status.setText(words)
        self.status.setVisible(bool(words))

    def stop_progress(self) -> None:
        """Nothing is being drawn any more."""
        self.meter.hide()
        self.status.hide()

    # Inside

    def _connect(self) -> None:
        self.pages.released.connect(self._release)
        self.strip.released.connect(self._release)
        self.pages.page_changed.connect(self._follow)
        self.pages.chosen.connect(self._open_small_page)
        self.pages.zoom_changed.connect(lambda zoom: self.zoom.setText(f"{round(zoom * 100)} %"))
        self.strip.chosen.connect(self.pages.go_to)
        self.sections.activated.connect(lambda row: self.pages.go_to(self._places[row].page_index))
        self.number.wanted.connect(lambda number: self.pages.go_to(number - 1))
        self.smaller.clicked.connect(lambda: self.pages.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.pages.zoom_by(1))
        self.fit.clicked.connect(self.pages.fit_width)
        self.retry.clicked.connect(self.retry_wanted)

    def _open_small_page(self, page_index: int) -> None:
        """Show a page large that was pointed at among many small ones."""
        if self.pages.side_by_side:
            self.pages.fit_width()
            self.pages.go_to(page_index)

    def _release(self, document: Document) -> None:
        """Pass a document on once neither of the two views shows it."""
        self._holders[document] -= 1
        if not self._holders[document]:
            del self._holders[document]
            self.released.emit(document)

    def _follow(self, page_index: int) -> None:
        """Show where in the dossier the page in view is."""
        if page_index < 0:
            return
        self.number.show_number(page_index + 1, self._last)
        begun = [row for row, place in enumerate(self._places) if place.page_index <= page_index]
        if begun:
            same = self._places[begun[-1]].page_index
            self.sections.setCurrentIndex(next(row for row in begun if self._places[row].page_index == same))
        self.strip.mark(page_index)

    def _show_count(self) -> None:
        self.of.setText(self.tr("of %1").replace("%1", str(self._count)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the small pages and the zoom where there is room."""
        super().resizeEvent(event)
        self._fitting.start()

    def _fit(self) -> None:
        self.zoom.setVisible(self.width() >= scaled(ROOM_FOR_ZOOM))
        self.strip.setVisible(self.width() >= ROOM_FOR_STRIP)

    def _lay_out(self) -> None:
        self.sections.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()
        self.sections.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sections.setMinimumContentsLength(10)
        self.sections.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sections.setMaximumWidth(320)
        self.meter.setTextVisible(False)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._bar = self._tools()
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.strip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.addWidget(self.strip)
        row.addWidget(self.pages, 1)
        self._status_row = QVBoxLayout()
        self._status_row.setContentsMargins(SPACE_4, SPACE_1, SPACE_4, SPACE_1)
        self._status_row.addWidget(self.status)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.meter)
        column.addLayout(self._status_row)
        column.addWidget(self._body, 1)
        column.addLayout(self._message())

    def _dress(self) -> None:
        """Give the page's number room for four digits."""
        self.number.setFixedWidth(self.number.fontMetrics().horizontalAdvance("0000") + ROOM_AROUND_NUMBER)

    def _tools(self) -> QWidget:
        bar = QWidget()
        part(bar, "surface")
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_3, SPACE_1, SPACE_2, SPACE_1)
        row.setSpacing(SPACE_2)
        row.addWidget(self.sections, 2)
        row.addWidget(self.number)
        row.addWidget(self.of)
        row.addStretch(1)
        for widget in (self.smaller, self.zoom, self.larger, self.fit):
            row.addWidget(widget)
        column = QVBoxLayout(bar)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())
        return bar

    def _message(self) -> QVBoxLayout:
        """Return the sentence in the middle, with its button."""
        column = QVBoxLayout()
        column.setContentsMargins(SPACE_5, 0, SPACE_5, 0)
        column.setSpacing(SPACE_3)
        column.addStretch(1)
        column.addWidget(self.sentence)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._middle = column
        return column
