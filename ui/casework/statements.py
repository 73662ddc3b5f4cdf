"""What a letter's statements rest on, as a list beside its words; and what it does not tell and may be added."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.actions.letters import LetterText, Statement
from ui.casework.left_out import LeftOut, short_words
from ui.casework.section import times_of, ways_to
from ui.controls import Button, Hairline, PlainLabel, ScrollColumn
from ui.i18n import language
from ui.keeping import discard
from ui.tokens import SPACE_1, SPACE_2

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Workspace


class Statements(ScrollColumn):
    """What each statement rests on: those that rest on nothing first. ``place_wanted`` carries a statement's words.

    Below stand the entries that the letter does not tell by itself; ``addition_wanted`` carries one that is to be told.
    """

    event_wanted = Signal(str)
    place_wanted = Signal(str)
    addition_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, SPACE_2, 0)
        self.column.setSpacing(SPACE_2)
        self.title = PlainLabel(self.tr("What each statement rests on"), role="emphasis", wrap=True)
        self.column.addWidget(self.title)
        self.read_how = PlainLabel(role="caption", tone="muted", wrap=True)
        self.column.addWidget(self.read_how)
        self.left_out = LeftOut()
        self.left_out.addition_wanted.connect(self.addition_wanted)
        self.left_out.event_wanted.connect(self.event_wanted)
        self.column.addWidget(self.left_out)
        self.column.addStretch(1)
        self.hold(self._inside)
        self._lines: list[QWidget] = []
        self._notes: list[tuple[Statement, PlainLabel]] = []

    def show_letter(self, letter: LetterText, found: "Workspace", *, can_add: bool) -> None:
        """List facts and what shows them, and what may be added."""
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            discard(line)
        self._lines, self._notes = [], []
        self._say_how_read(letter)
        times = times_of(found.happenings)
        told = [each for each in letter.statements if each.is_fact or each.event_ids]
        for each in sorted(told, key=lambda statement: not statement.is_unsupported):
            self._put(self._line(each, times))
            self._put(Hairline())
        self.left_out.show_additions(letter.additions if can_add else (), times)

    def _say_how_read(self, letter: LetterText) -> None:
        """Say how far the rules were read that the letter cites: that stands beside it, never in it."""
        head = self.tr("For you alone, not in the letter: how far each rule that it cites was read. Check it first.")
        self.read_how.setText("\n".join([head, *(each[language.chosen] for each in letter.cited)]))
        self.read_how.setVisible(bool(letter.cited))

    def compare(self, text: str) -> None:
        """Say of each statement whether the letter still has it."""
        for statement, note in self._notes:
            there = statement.text in text
            words = self.tr("No entry shows this: add evidence or leave it out.") if statement.is_unsupported else ""
            note.setText(words if there else self.tr("Changed, or left out of the letter."))
            note.set_tone("attention" if there else "muted")
            note.setVisible(bool(note.text()))
        self.left_out.compare(text)

    def _put(self, line: QWidget) -> None:
        self._lines.append(line)
        self.column.insertWidget(self.column.count() - 2, line)

    def _line(self, statement: Statement, times: dict[str, str]) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        words = short_words(statement)
        column.addWidget(words)
        note = PlainLabel(role="caption", wrap=True)
        note.hide()
        column.addWidget(note)
        self._notes.append((statement, note))
        ways = ways_to(statement.event_ids, times, self.event_wanted.emit)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        find = Button(self.tr("In the letter"), "link")
        find.setAutoDefault(False)
        find.setAccessibleName(self.tr("Show in the letter: %1").replace("%1", words.text()))
        find.clicked.connect(lambda: self.place_wanted.emit(statement.text))
        row.addWidget(find, 0, Qt.AlignmentFlag.AlignTop)
        if ways is not None:
            row.addWidget(ways, 1)
        else:
            row.addStretch(1)
        column.addLayout(row)
        return line
