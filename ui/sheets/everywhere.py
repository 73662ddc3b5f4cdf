"""Searching all disputes: every place that has the words, and the way there."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QToolButton, QWidget

from evidence_app.domain.events import EventStatus
from evidence_app.domain.finding import FoundIn, spans, words_of
from ui.controls import PlainLabel
from ui.desk import Desk
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe, shortened
from ui.tokens import SPACE_2, font

if TYPE_CHECKING:
    from evidence_app.actions.search import Hit
    from evidence_app.actions.session import Session

MOST = 100
"""Places that are listed; more are no help in finding one."""

LEAST_HEIGHT = 320
WIDTH = 640
LONGEST_LINE = 60
BEFORE_WORD = 12
HIT = Qt.ItemDataRole.UserRole


class FoundPlaces(QListWidget):
    """Places as two lines each: the words, and where they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "framed")
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)


class SearchLine(QLineEdit):
    """A line of which the arrow keys move in the list below."""

    def __init__(self, below: QListWidget) -> None:
        super().__init__()
        self._below = below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list with the arrows."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self._below.count():
            row = self._below.currentRow() + steps[Qt.Key(event.key())]
            self._below.setCurrentRow(min(max(row, 0), self._below.count() - 1))
            return
        super().keyPressEvent(event)


class SearchEverywhere(Sheet):
    """Lists what is found as one types. ``place_wanted`` carries the place to go to, and the words of the search."""

    place_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None, desk: Desk, text: str) -> None:
        super().__init__(parent, width=WIDTH)
        self.entitle(self.tr("Search all disputes"), self.tr("Show"))
        self._desk = desk
        self._titles: Mapping[str, str] = {line.dispute.id: line.dispute.title for line in desk.disputes}
        self._running, self._asked = False, ""
        self.list = FoundPlaces()
        self.list.setAccessibleName(self.tr("What was found"))
        self.search = SearchLine(self.list)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search all disputes"))
        self.search.setClearButtonEnabled(True)
        for clear in self.search.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear the search"))
        self.says = PlainLabel(role="caption", tone="muted", wrap=True)
        for widget in (self.search, self.says, self.list):
            self.add(widget)
        self.search.textChanged.connect(self._ask)
        self.list.itemActivated.connect(lambda _: self.submit())
        self.list.currentRowChanged.connect(lambda row: self.primary.setEnabled(row >= 0))
        self._show([])
        self.search.setText(text)

    def submit(self) -> None:
        """Go to the chosen place."""
        item = self.list.currentItem()
        if item is not None:
            self.place_wanted.emit(item.data(HIT), self.search.text())
            self.accept()

    def typed_texts(self) -> list[str]:
        """Return nothing: a search is no work to lose."""
        return []

    # Inside

    def _ask(self) -> None:
        """Search for what is typed now; the last text wins."""
        text = self.search.text()
        if self._running or text == self._asked:
            return
        self._asked = text
        if not words_of(text):
            self._show([])
            return
        self._running = True
        self._desk.read(partial(_hits, text=text), self._take, self)

    def _take(self, hits: "Sequence[Hit]") -> None:
        self._running = False
        self._show(hits)
        self._ask()

    def _show(self, hits: "Sequence[Hit]") -> None:
        self.list.clear()
        for hit in hits[:MOST]:
            self._add(hit)
        if hits:
            self.list.setCurrentRow(0)
        self.primary.setEnabled(bool(hits))
        self.says.setText(self._said(len(hits)))

    def _said(self, count: int) -> str:
        if not words_of(self._asked):
            return self.tr("Words, names, numbers: what people wrote and what was read in exhibits.")
        if not count:
            return self.tr("No dispute contains “%1”.").replace("%1", safe(self._asked))
        if count > MOST:
            return self.tr("The first %n place(s); type more to find the one you mean", "", MOST)
        return self.tr("%n place(s)", "", count)

    def _add(self, hit: "Hit") -> None:
        line = " · ".join(filter(None, (self._line(hit.text), safe(hit.about))))
        item = QListWidgetItem(f"{shortened(line, LONGEST_LINE)}\n{self._place(hit)}", self.list)
        item.setSizeHint(QSize(0, 2 * QFontMetrics(font("body")).lineSpacing() + 2 * SPACE_2))
        item.setData(HIT, hit)

    def _line(self, text: str) -> str:
        """Return a text from shortly before the first word that was found in it."""
        line = safe(text)
        found = spans(words_of(self._asked), line)
        start = max(0, found[0][0] - BEFORE_WORD) if found and len(line) > LONGEST_LINE else 0
        return shortened(f"…{line[start:]}" if start else line, LONGEST_LINE)

    def _place(self, hit: "Hit") -> str:
        parts = [shortened(safe(self._titles.get(hit.dispute_id, "")), LONGEST_LINE // 2)]
        if hit.exhibit is not None:
            parts.append(self.tr("Exhibit %1").replace("%1", str(hit.exhibit.number)))
        if hit.found_in is FoundIn.MACHINE:
            parts.append(self.tr("read by machine"))
        elif hit.status is EventStatus.SUGGESTED:
            parts.append(self.tr("read by machine, not confirmed"))
        return " · ".join(filter(None, parts))


def _hits(session: "Session", *, text: str) -> "list[Hit]":
    from evidence_app.actions.search import search

    return search(session, None, text, most=MOST + 1)
