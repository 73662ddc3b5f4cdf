"""The times of an event: every clock reading with its source, which one counts, and where they disagree."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.times import (
    TOLERANCE,
    ClockReading,
    EventTime,
    TimeMeaning,
    TimeSource,
    conflicts,
    has_open_conflict,
    span,
)
from evidence_app.domain.typed_time import home_text, source_text, with_typed
from evidence_app.errors import InputProblem
from ui.controls import Button, PlainLabel
from ui.editors import LineEditor
from ui.help import HelpMark
from ui.i18n import language, word
from ui.keeping import discard
from ui.messages import message, sentences
from ui.timeline.words import safe
from ui.tokens import SPACE_2

MINUTES_TOLD, HOURS_TOLD = 120, 72  # up to so much a difference is told in minutes, in hours
VERY_RELIABLE, RELIABLE = 80, 50  # of the confidence of a reading


class ReadingRow(QWidget):
    """One reading that does not count: the time, what it says beside the one that does, and a way to use it."""

    chosen = Signal()

    def __init__(self, reading: ClockReading, home: ZoneInfo, said: str, *, offer: bool, decide: bool) -> None:
        """``said`` is how it differs from the time in use; ``decide`` asks for a decision, else the way is quiet."""
        super().__init__()
        time = PlainLabel(" · ".join(filter(None, (home_text(reading, home) or "–", said))), wrap=True)
        time.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        source = PlainLabel(source_words(reading, home), "caption", "muted", wrap=True)
        if reading.words:
            source.setAccessibleDescription(safe(reading.words))
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 0, 0)
        row.setSpacing(SPACE_2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(time)
        words.addWidget(source)
        row.addLayout(words, 1)
        if offer:
            button = Button(self.tr("This one") if decide else self.tr("Use"), "outline" if decide else "link")
            button.setAccessibleName(self.tr("Use %1").replace("%1", home_text(reading, home)))
            button.clicked.connect(self.chosen)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def trust_words(confidence: int) -> str:
    """Return how far a source can be trusted, in words."""
    if confidence >= VERY_RELIABLE:
        return QCoreApplication.translate("ReadingRow", "very reliable")
    if confidence >= RELIABLE:
        return QCoreApplication.translate("ReadingRow", "reliable")
    return QCoreApplication.translate("ReadingRow", "less reliable")


def source_words(reading: ClockReading, home: ZoneInfo) -> str:
    """Return where a reading was read, what it says itself, and how sure that is."""
    parts = [word(reading.source), source_text(reading, home)]
    if reading.meaning is not TimeMeaning.HAPPENED and reading.source is not TimeSource.MODIFIED:
        parts.append(word(reading.meaning))
    if reading.source is not TimeSource.TYPED:
        parts.append(trust_words(reading.confidence))
    if reading.wall is not None and reading.offset_min is None and reading.source is not TimeSource.TYPED:
        parts.append(word(reading.offset_source))
    if reading.year_from is not None:
        parts.append(word(reading.year_from))
    return " · ".join(filter(None, parts))


class TimesPanel(QWidget):
    """Shows an EventTime. ``decided`` carries the one that a person made of it."""

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._time = EventTime()
        self._home = ZoneInfo("UTC")
        self._read_only = True
        self.usual_year: Callable[[], int | None] = lambda: None
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
        self.source = PlainLabel(role="caption", tone="muted", wrap=True)
        self.others = PlainLabel(role="caption", tone="muted")
        for label in (self.warning, self.source, self.others):
            label.setContentsMargins(7, 0, 0, 0)
        self._rows, self._amber_rows = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.editor.committed.connect(self._typed)
        self.unknown.clicked.connect(lambda: self._decide(with_typed(self._time, "")))
        language.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        """Put the time in use on top, below it where it was read, then what others say."""
        for rows in (self._rows, self._amber_rows):
            rows.setSpacing(SPACE_2)
        amber = QVBoxLayout(self.amber)
        amber.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        asked = QHBoxLayout()
        asked.addWidget(self.warning, 1)
        asked.addWidget(HelpMark("conflict"), 0, Qt.AlignmentFlag.AlignTop)
        amber.addLayout(asked)
        amber.addLayout(self._amber_rows)
        used = QVBoxLayout()
        used.setSpacing(0)
        used.addWidget(self.editor)
        used.addWidget(self.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(used)
        column.addWidget(self.problem)
        column.addWidget(self.amber)
        column.addWidget(self.others)
        column.addLayout(self._rows)
        column.addWidget(self.unknown, 0, Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        """Set all texts and draw the readings anew."""
        self.editor.setAccessibleName(self.tr("Time"))
        self.editor.setPlaceholderText(self.tr("Unknown. Type a time, a day or a month"))
        self.unknown.setText(self.tr("Mark as unknown"))
        self.unknown.setToolTip(self.tr("State that the time is not known"))
        self.warning.setText(self.tr("The sources disagree. Which one is right?"))
        self.others.setText(self.tr("What other sources say"))
        self._show_readings()

    def show_time(self, time: EventTime, home: ZoneInfo, *, read_only: bool, of_another: bool = False) -> None:
        """Show a time in the dispute's zone; what is being typed is left alone, unless it is of another event."""
        self._time, self._home, self._read_only = time, home, read_only
        typing = self.editor.hasFocus() and (self.editor.edited or self.problem.isVisible())
        if of_another or not typing:
            self.editor.show_value(home_text(time.happened, home))
            self.problem.hide()
        self.editor.setReadOnly(read_only)
        self._keep_focus()
        self.unknown.setVisible(time.happened is not None and not read_only)
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
                    discard(widget)
        open_conflict = has_open_conflict(self._time, self._home)
        disputed = {id(one) for pair in conflicts(self._time, self._home) for one in pair} if open_conflict else set()
        self.amber.setVisible(open_conflict)
        used = self._time.happened
        others = False
        for index, reading in enumerate(self._time.readings):
            if id(reading) in disputed:
                self._amber_rows.addWidget(self._row(index, "", decide=True))
            elif used is None or index != self._time.chosen:
                others = True
                self._rows.addWidget(self._row(index, self._difference(reading, used), decide=False))
        self.others.setVisible(others)
        self._show_source(used if used is not None and id(used) not in disputed else None)

    def _row(self, index: int, said: str, *, decide: bool) -> ReadingRow:
        reading = self._time.readings[index]
        offer = not self._read_only and reading.wall is not None
        row = ReadingRow(reading, self._home, said, offer=offer, decide=decide)
        row.chosen.connect(lambda: self._decide(replace(self._time, chosen=index, decided=True)))
        return row

    def _difference(self, reading: ClockReading, used: ClockReading | None) -> str:
        """Return what a reading says beside the one in use: ``the same time``, ``14 hours later``."""
        one, other = span(reading, self._home), span(used, self._home) if used is not None else None
        if one is None or other is None:
            return ""
        if one[0] <= other[1] + TOLERANCE and other[0] <= one[1] + TOLERANCE:
            return self.tr("the same time")
        later, minutes = one[0] > other[0], abs(one[0] - other[0]) // timedelta(minutes=1)
        if minutes < MINUTES_TOLD:
            return self.tr("%n minute(s) later", "", minutes) if later else self.tr("%n minute(s) earlier", "", minutes)
        hours = round(minutes / 60)
        if hours < HOURS_TOLD:
            return self.tr("%n hour(s) later", "", hours) if later else self.tr("%n hour(s) earlier", "", hours)
        days = round(hours / 24)
        return self.tr("%n day(s) later", "", days) if later else self.tr("%n day(s) earlier", "", days)

    def _show_source(self, used: ClockReading | None) -> None:
        """Say below the time that is used where it was read."""
        self.source.setVisible(used is not None)
        if used is not None:
            self.source.setText(self.tr("From: %1").replace("%1", source_words(used, self._home)))
            self.source.setAccessibleDescription(safe(used.words))

    def _typed(self) -> None:
        try:
            time = with_typed(self._time, self.editor.text(), self.usual_year())
        except InputProblem as problem:
            self.problem.setText(sentences(message(problem)))
            self.problem.show()
            return
        self.problem.hide()
        self._decide(time)

    def _decide(self, time: EventTime) -> None:
        if time != self._time:
            self.decided.emit(time)
