"""The times of an event: every clock reading with its source, which one counts, and where they disagree."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.times import (
    ClockReading,
    EventTime,
    TimeMeaning,
    TimeSource,
    conflicts,
    has_open_conflict,
)
from evidence_app.errors import InputProblem
from ui.controls import Button, PlainLabel
from ui.editors import LineEditor
from ui.i18n import language, word
from ui.messages import message, sentences
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3
from ui.typed_time import home_text, source_text, with_typed


class ReadingRow(QWidget):
    """One reading: the time, where it was read, how sure that is, and a button to choose it."""

    chosen = Signal()

    def __init__(self, reading: ClockReading, home: ZoneInfo, *, counts: bool, offer: bool) -> None:
        super().__init__()
        time = PlainLabel(home_text(reading, home) or "–")
        time.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        source = PlainLabel(source_words(reading, home), "caption", "muted", wrap=True)
        if reading.words:
            source.setToolTip("")
            source.setAccessibleDescription(safe(reading.words))
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 0, 0)
        row.setSpacing(SPACE_2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(time)
        words.addWidget(source)
        row.addLayout(words, 1)
        if counts:
            row.addWidget(PlainLabel(self.tr("used"), "caption", "accent"))
        elif offer:
            button = Button(self.tr("Choose"), "outline")
            button.setAccessibleName(self.tr("Choose %1").replace("%1", home_text(reading, home)))
            button.clicked.connect(self.chosen)
            row.addWidget(button)


def source_words(reading: ClockReading, home: ZoneInfo) -> str:
    """Return where a reading was read, what it says itself, and how sure that is."""
    parts = [word(reading.source), source_text(reading, home)]
    if reading.meaning is not TimeMeaning.HAPPENED and reading.source is not TimeSource.MODIFIED:
        parts.append(word(reading.meaning))
    if reading.source is not TimeSource.TYPED:
        certain = QCoreApplication.translate("ReadingRow", "certain to %1 %")
        parts.append(certain.replace("%1", str(reading.confidence)))
    if reading.wall is not None and reading.offset_min is None and reading.source is not TimeSource.TYPED:
        parts.append(word(reading.offset_source))
    return " · ".join(filter(None, parts))


class TimesPanel(QWidget):
    """Shows an EventTime. ``decided`` carries the one that a person made of it."""

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._time = EventTime()
        self._home = ZoneInfo("UTC")
        self._read_only = True
        self.editor = LineEditor()
        self.editor.setProperty("look", "inplace")
        self.editor.gives_up = True
        self.unknown = Button(look="link")
        self.problem = PlainLabel(role="caption", tone="broken", wrap=True)
        self.problem.setContentsMargins(7, 0, 0, 0)
        self.problem.hide()
        self.amber = QFrame()
        self.amber.setProperty("part", "amber")
        self.warning = PlainLabel(tone="attention", wrap=True)
        amber = QVBoxLayout(self.amber)
        amber.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        self.warning.setContentsMargins(7, 0, 0, 0)
        amber.addWidget(self.warning)
        self._amber_rows = QVBoxLayout()
        self._amber_rows.setSpacing(SPACE_2)
        amber.addLayout(self._amber_rows)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_2)
        top = QHBoxLayout()
        top.setSpacing(SPACE_1)
        top.addWidget(self.editor, 1)
        top.addWidget(self.unknown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(top)
        column.addWidget(self.problem)
        column.addWidget(self.amber)
        column.addLayout(self._rows)
        column.addSpacing(SPACE_3 - SPACE_2)
        self.editor.committed.connect(self._typed)
        self.unknown.clicked.connect(lambda: self._decide(with_typed(self._time, "")))
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts and draw the readings anew."""
        self.editor.setAccessibleName(self.tr("Time"))
        self.editor.setPlaceholderText(self.tr("Unknown. Type a time, a day or a month"))
        self.unknown.setText(self.tr("Mark as unknown"))
        self.unknown.setToolTip(self.tr("State that the time is not known"))
        self.warning.setText(self.tr("The sources disagree. Which one is right?"))
        self._show_readings()

    def show_time(self, time: EventTime, home: ZoneInfo, *, read_only: bool) -> None:
        """Show a time in the dispute's zone; what is being typed is left alone."""
        self._time, self._home, self._read_only = time, home, read_only
        if not (self.editor.hasFocus() and (self.editor.edited or self.problem.isVisible())):
            self.editor.show_value(home_text(time.reading, home))
            self.problem.hide()
        self.editor.setReadOnly(read_only)
        self._keep_focus()
        self.unknown.setVisible(time.reading is not None and not read_only)
        self._show_readings()

    def _keep_focus(self) -> None:
        """Take the focus from a button that is about to go, so that no other fact gets the next key."""
        focused = self.window().focusWidget()
        if isinstance(focused, QWidget) and focused is not self.editor and self.isAncestorOf(focused):
            self.editor.setFocus()

    def _show_readings(self) -> None:
        for layout in (self._rows, self._amber_rows):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        open_conflict = has_open_conflict(self._time, self._home)
        disputed = {id(one) for pair in conflicts(self._time, self._home) for one in pair} if open_conflict else set()
        self.amber.setVisible(open_conflict)
        for index, reading in enumerate(self._time.readings):
            in_conflict = id(reading) in disputed
            counts = index == self._time.chosen and not in_conflict
            row = ReadingRow(reading, self._home, counts=counts, offer=not self._read_only and reading.wall is not None)
            row.chosen.connect(lambda index=index: self._decide(replace(self._time, chosen=index, decided=True)))
            (self._amber_rows if in_conflict else self._rows).addWidget(row)

    def _typed(self) -> None:
        try:
            time = with_typed(self._time, self.editor.text())
        except InputProblem as problem:
            self.problem.setText(sentences(message(problem)))
            self.problem.show()
            return
        self.problem.hide()
        self._decide(time)

    def _decide(self, time: EventTime) -> None:
        if time != self._time:
            self.decided.emit(time)
