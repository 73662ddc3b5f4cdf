"""Every reading of an event's time beside its card, to choose the right one with a click, or its number and Enter."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from evidence_app.domain.times import EventTime, has_open_conflict, instant
from evidence_app.domain.typed_time import home_text, with_typed
from evidence_app.errors import InputProblem
from ui.controls import Button, PlainLabel
from ui.editors import LineEditor
from ui.inspector.times import source_words
from ui.messages import message, sentences
from ui.timeline.popover import Popover
from ui.tokens import SPACE_2, scaled

LEAST_WIDTH = 280


class Readings(Popover):
    """Lists the readings of a time. ``decided`` carries the time that a person made of it."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, time: EventTime, home: ZoneInfo) -> None:
        super().__init__(parent)
        self._time = time
        self.setMinimumWidth(scaled(LEAST_WIDTH))
        conflict = has_open_conflict(time, home)
        head = PlainLabel(role="body", tone="attention" if conflict else "muted", wrap=True)
        head.setText(
            self.tr("The sources disagree. Which one is right?") if conflict else self.tr("Which time counts?")
        )
        head.setContentsMargins(SPACE_2, 0, SPACE_2, 0)
        self.column.addWidget(head)
        self.buttons: list[Button] = []
        self._indexes: list[int] = []
        for index, reading in enumerate(time.readings):
            if instant(reading, home) is not None:
                self._add(index, home_text(reading, home), source_words(reading, home))
        self.typing = LineEditor()
        self.typing.setPlaceholderText(self.tr("Or type the time"))
        self.typing.setAccessibleName(self.tr("Or type the time"))
        self.typing.committed.connect(self._type)
        self.problem = PlainLabel(role="caption", tone="broken", wrap=True)
        self.problem.hide()
        self.column.addWidget(self.typing)
        self.column.addWidget(self.problem)
        (self.buttons[0] if self.buttons else self.typing).setFocus()

    def choose(self, place: int) -> None:
        """Take the reading at a place of the list, counted from 0."""
        if place < len(self._indexes):
            self._decide(replace(self._time, chosen=self._indexes[place], decided=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a reading by number or with the arrows; Enter takes it.

        A number alone decides nothing: it may be the beginning of a time, typed into the wrong place.
        """
        if self.typing.hasFocus():
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self._go_to(event.key() - Qt.Key.Key_1)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, Button):
                focused.click()
        else:
            super().keyPressEvent(event)

    def _go_to(self, place: int) -> None:
        if place < len(self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add(self, index: int, text: str, source: str) -> None:
        place = len(self.buttons)
        chosen = index == self._time.chosen
        why = " · ".join((source, self.tr("used"))) if chosen else source
        button = Button(f"{place + 1}   {text}\n      {why}".replace("&", "&&"), "row")
        button.setAccessibleName(f"{text}, {why}")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button.clicked.connect(lambda: self.choose(place))
        self.buttons.append(button)
        self._indexes.append(index)
        self.column.addWidget(button)

    def _type(self) -> None:
        if not self.typing.text().strip() or not self.isVisible():
            return
        try:
            self._decide(with_typed(self._time, self.typing.text()))
        except InputProblem as problem:
            self.problem.setText(sentences(message(problem)))
            self.problem.show()
            self.adjustSize()

    def _decide(self, time: EventTime) -> None:
        if time != self._time:
            self.decided.emit(time)
        self.close()
