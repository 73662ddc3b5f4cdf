"""A fact on the screen: its word, its editor, and what is wrong with what was typed."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from evidence_app.domain.fields import FieldValue
from evidence_app.errors import InputProblem
from ui.controls import PlainLabel
from ui.editors import DateEditor, Editor, editor_for
from ui.fields import MARKED, NARROW, FieldSpec, hint_of, label_of
from ui.help import HelpMark, MarkedLabel, has_help
from ui.i18n import language
from ui.messages import message, sentences
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, scaled, theme

LEAST_PAIR_WIDTH = 240
"""Where there is less room than this, at the usual text size, every fact has a row of its own."""


class Field(QWidget):
    """One fact. ``committed`` carries the field's name and its new value, only when it can be read.

    Without a caption, the heading above says what it is.
    """

    committed = Signal(str, object)

    def __init__(self, spec: FieldSpec, *, in_place: bool = False, captioned: bool = True) -> None:
        super().__init__()
        self.spec = spec
        self.editor: Editor = editor_for(spec, in_place=in_place)
        self.caption = PlainLabel(role="caption", tone="muted", wrap=True)
        self.problem = PlainLabel(role="caption", tone="broken", wrap=True)
        self.problem.hide()
        self._in_place = in_place
        self._own_hint = ""
        self._error: InputProblem | None = None
        if in_place:
            self.widget.setProperty("look", "inplace")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1 if in_place else SPACE_1)
        if in_place:
            self.caption.setContentsMargins(7, 0, 0, 0)
            self.problem.setContentsMargins(7, 0, 0, 0)
        heading = self._with_help()
        for widget in (heading, self.widget, self.problem):
            column.addWidget(widget)
        column.addStretch(1)
        self._column = column
        heading.setVisible(captioned)
        self.caption.setBuddy(self.widget)
        self.editor.committed.connect(self._commit)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def _with_help(self) -> QWidget:
        """Return the caption, with a mark if its word is one that people ask about; Shift+F1 explains all there is."""
        name = self.spec.name
        if not has_help(name):
            return self.caption
        mark = HelpMark(name, beside_field=True)
        mark.explain(self.widget)
        if name in MARKED:
            return MarkedLabel(self.caption, mark)
        mark.setParent(self)
        mark.hide()
        return self.caption

    @property
    def widget(self) -> QWidget:
        """The editor as a widget."""
        return cast("QWidget", self.editor)

    def retranslate(self) -> None:
        """Set all texts."""
        self.caption.setText(label_of(self.spec.name))
        self.widget.setAccessibleName(label_of(self.spec.name))
        if isinstance(self.editor, QLineEdit | QPlainTextEdit):
            self.editor.setPlaceholderText(self._own_hint or self._hint())
        if self._error is not None:
            self._show_problem(self._error)

    def show_value(self, value: FieldValue, *, of_another: bool = False) -> None:
        """Show a value; what somebody is typing right now is left alone, unless it is about another thing."""
        if not of_another and self.widget.hasFocus() and (self.editor.edited or self._error is not None):
            return
        self.editor.show_value(value)
        self._show_problem(None)

    def value(self) -> FieldValue:
        """Return what is typed, or say below what is wrong with it. Raises InputProblem."""
        try:
            value = self.editor.value()
        except InputProblem as problem:
            self._show_problem(problem)
            raise
        self._show_problem(None)
        return value

    def set_hint(self, hint: str) -> None:
        """Show a hint of its own while the field is empty, in any language."""
        self._own_hint = hint
        self.retranslate()

    @property
    def wrong(self) -> bool:
        """Whether a problem is shown below it."""
        return self._error is not None

    def add_below(self, widget: QWidget) -> None:
        """Put something under the editor that helps to fill it, as wide as its words."""
        self._column.insertWidget(self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignLeft)

    def complain(self, problem: InputProblem) -> None:
        """Say below the editor what is wrong."""
        self._show_problem(problem)

    def _hint(self) -> str:
        """Return an example, except where it could be taken for a fact."""
        hint = hint_of(self.spec.name)
        return "–" if self._in_place and (not hint or not hint[0].isalpha()) else hint

    def _commit(self) -> None:
        try:
            value = self.value()
        except InputProblem:
            return
        self.committed.emit(self.spec.name, value)

    def _show_problem(self, error: InputProblem | None) -> None:
        self._error = error
        about = message(error) if error is not None else None
        self.problem.setText(sentences(about) if about else "")
        self.problem.setVisible(about is not None)
        self.widget.setProperty("state", "wrong" if about else "")
        self.widget.style().unpolish(self.widget)
        self.widget.style().polish(self.widget)


class FieldGrid(QWidget):
    """Several facts, short ones two in a row. ``committed`` passes on any of theirs."""

    committed = Signal(str, object)

    def __init__(self, specs: Iterable[FieldSpec], *, in_place: bool = False, captioned: bool = True) -> None:
        super().__init__()
        self.fields = {spec.name: Field(spec, in_place=in_place, captioned=captioned) for spec in specs}
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_2 if in_place else SPACE_3)
        self._paired = True
        self._arrange()
        for field in self.fields.values():
            field.committed.connect(self.committed)
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let short facts stand side by side only where they have room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        paired = self.width() >= scaled(LEAST_PAIR_WIDTH)
        if paired is not self._paired:
            self._paired = paired
            self._arrange()

    def _arrange(self) -> None:
        names = list(self.fields)
        places = _places(names) if self._paired else [(row, 0, 2) for row in range(len(names))]
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for field, (row, column, span) in zip(self.fields.values(), places, strict=True):
            self._grid.addWidget(field, row, column, 1, span)

    def finish(self) -> None:
        """Commit what is being typed in any of them."""
        for field in self.fields.values():
            field.editor.finish()

    def show_values(self, values: object, *, of_another: bool = False) -> None:
        """Show the fields of a dispute, an exhibit or an event; ``of_another`` than the one that was shown before."""
        for name, field in self.fields.items():
            field.show_value(getattr(values, name), of_another=of_another)

    def set_base(self, base: date | None) -> None:
        """Count days that are typed as so many later from this one, from today if none is known."""
        for field in self.fields.values():
            if isinstance(field.editor, DateEditor):
                field.editor.base = base

    def set_year(self, year: int) -> None:
        """Take days that are typed without a year as days of this one; 0 for the present year."""
        for field in self.fields.values():
            if isinstance(field.editor, DateEditor):
                field.editor.year = year

    def values(self) -> dict[str, FieldValue]:
        """Return all that is typed. Raises the first InputProblem, after showing every one."""
        found: dict[str, FieldValue] = {}
        problems: list[InputProblem] = []
        for name, field in self.fields.items():
            try:
                found[name] = field.value()
            except InputProblem as problem:
                problems.append(problem)
        if problems:
            raise problems[0]
        return found


def _places(names: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return row, column and span of each field: neighbours that are both short share a row."""
    places: list[tuple[int, int, int]] = []
    row, index = 0, 0
    while index < len(names):
        pair = names[index : index + 2]
        if len(pair) == 2 and NARROW.issuperset(pair):
            places += [(row, 0, 1), (row, 1, 1)]
            index += 2
        else:
            places.append((row, 0, 2))
            index += 1
        row += 1
    return places
