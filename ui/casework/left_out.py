"""What a letter does not tell by itself, in a list below what it does: each can be added by whoever writes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from evidence_app.actions.letters import Addition, Statement
from ui.casework.section import ways_to
from ui.controls import Button, Hairline, PlainLabel
from ui.editors import LineEditor
from ui.keeping import discard
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2

SHORT = 90
"""Characters of a statement in the list beside the letter."""

MOST_ROWS = 20
"""Entries shown at once: who looks for another one searches."""

FEW = 6
"""Up to so many need no search."""


def short_words(statement: Statement) -> PlainLabel:
    """Return the words of a statement for a list, the beginning of long ones."""
    short = safe(statement.text)
    words = PlainLabel(short if len(short) <= SHORT else f"{short[:SHORT]}…", "caption", wrap=True)
    words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return words


class LeftOut(QWidget):
    """Entries that may be added. ``addition_wanted`` carries one of them."""

    event_wanted = Signal(str)
    addition_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        self.title = PlainLabel(self.tr("Left out of the letter"), role="emphasis", wrap=True)
        why = self.tr(
            "Courtesies, adverts, what there was no room for, and what could be asked back. Add what matters: it is put"
            " in its place."
        )
        self.search = LineEditor()
        self.search.setPlaceholderText(self.tr("Search what was left out"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._list)
        self.more = PlainLabel(role="caption", tone="muted", wrap=True)
        for widget in (self.title, PlainLabel(why, "caption", "muted", wrap=True), self.search, self.more):
            column.addWidget(widget)
        self._additions: Sequence[Addition] = ()
        self._times: Mapping[str, str] = {}
        self._text = ""
        self._rows: list[tuple[Addition, QWidget]] = []
        self.hide()

    def show_additions(self, additions: Sequence[Addition], times: Mapping[str, str]) -> None:
        """List what may be added, nothing where there is nothing."""
        self._additions, self._times = additions, times
        self.setVisible(bool(additions))
        self.search.setVisible(len(additions) > FEW)
        self._list()

    def compare(self, text: str) -> None:
        """Take what the letter has by now off the list, and put back what it has no longer."""
        before = {each.statement.text for each in self._additions if each.statement.text in self._text}
        self._text = text
        if before != {each.statement.text for each in self._additions if each.statement.text in text}:
            self._list()

    def _list(self) -> None:
        wanted = self.search.text().casefold()
        open_ones = [each for each in self._additions if each.statement.text not in self._text]
        found = [each for each in open_ones if wanted in each.statement.text.casefold()]
        for _, row in self._rows:
            self._column().removeWidget(row)
            row.hide()
            discard(row)
        self._rows = [(each, self._row(each)) for each in found[:MOST_ROWS]]
        for _, row in self._rows:
            self._column().insertWidget(self._column().count() - 1, row)
        left = len(found) - len(self._rows)
        self.more.setText(self.tr("%n more; search for them", "", left) if left else "")
        self.more.setVisible(bool(left))

    def _column(self) -> QVBoxLayout:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        return column

    def _row(self, addition: Addition) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        words = short_words(addition.statement)
        column.addWidget(words)
        add = Button(self.tr("Add to the letter"), "link", "plus")
        add.setAutoDefault(False)
        add.setAccessibleName(f"{add.text()}: {words.text()}")
        add.clicked.connect(lambda: self.addition_wanted.emit(addition))
        beside = QHBoxLayout()
        beside.setSpacing(SPACE_2)
        beside.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        ways = ways_to(addition.statement.event_ids, self._times, self.event_wanted.emit)
        if ways is not None:
            beside.addWidget(ways, 1)
        else:
            beside.addStretch(1)
        column.addLayout(beside)
        column.addWidget(Hairline())
        return row
