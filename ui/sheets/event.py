"""Typing an event: a call, a note, a payment, a complaint step."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.events import Direction, EventKind, TimelineEntry
from evidence_app.domain.known import KnownValues
from evidence_app.domain.times import EventTime, Precision, instant
from evidence_app.domain.typed_time import FORMATS, spelled_out, typed_reading, typed_time
from evidence_app.errors import InputProblem
from ui.completion import EventCompletion
from ui.controls import Button, PlainLabel
from ui.editors import LineEditor
from ui.exhibit_field import ExhibitsField
from ui.exhibit_lines import ExhibitLine
from ui.field import FieldGrid
from ui.fields import EVENT_FIELDS, FieldSpec, label_of
from ui.i18n import language, word
from ui.messages import message
from ui.sheets.sheet import Sheet
from ui.tokens import SPACE_1, SPACE_2, SPACE_5
from ui.ways import WayChoice


class TimeTyping(QWidget):
    """A time as precise as it is known: typed freely, understood while typing. Empty means unknown.

    It begins with the present: most things are written down when they happen. ``understood_day`` carries the day that
    is understood, None for none.
    """

    understood_day = Signal(object)

    def __init__(self, home: ZoneInfo) -> None:
        super().__init__()
        self._home = home
        self._begun_with = ""
        self.caption = PlainLabel(role="caption", tone="muted")
        self.editor = LineEditor()
        self.now = Button(look="outline", icon_name="clock")
        self.now.setAutoDefault(False)
        self.now.clicked.connect(self._take_now)
        self.understood = PlainLabel(role="caption", tone="muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.editor, 1)
        row.addWidget(self.now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.caption)
        column.addLayout(row)
        column.addWidget(self.understood)
        self.editor.textChanged.connect(self._understand)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.caption.setText(label_of("time"))
        self.editor.setAccessibleName(label_of("time"))
        self.editor.setPlaceholderText("2025-02-22 08:15")
        self.now.setText(self.tr("Now"))
        self._understand()

    def time(self) -> EventTime:
        """Return the time as typed. Raises InputProblem("time-unreadable")."""
        return typed_time(self._spelled_out())

    def begin(self, text: str) -> None:
        """Show a time to begin with, marked, so that typing replaces it."""
        self._begun_with = text
        self.editor.setText(text)
        self.editor.selectAll()

    def begin_now(self) -> None:
        """Begin with the present."""
        self.begin(self._present())

    def _take_now(self) -> None:
        self.editor.setText(self._present())
        self.editor.setFocus()

    def _present(self) -> str:
        return f"{datetime.now(self._home):%Y-%m-%d %H:%M}"

    def _spelled_out(self) -> str:
        return spelled_out(self.editor.text(), datetime.now(self._home))

    def _understand(self) -> None:
        words = self._spelled_out()
        self.now.setVisible(self.editor.text() != self._begun_with)
        try:
            reading = typed_reading(words)
        except InputProblem as problem:
            self.understood.setText(message(problem).do)
            self.understood.set_tone("attention")
            return
        self.understood.set_tone("muted")
        self.understood_day.emit(reading.wall.date() if reading is not None and reading.wall is not None else None)
        if reading is None:
            self.understood.setText(self.tr("Empty: the time is not known. A day or a month alone is fine too."))
        elif self.editor.text() == self._begun_with == self._present():
            self.understood.setText(self.tr("Now. If it was earlier, type when: 9:05, yesterday 9:05, 2025-02-22."))
        else:
            understood = reading.wall.strftime(FORMATS[reading.precision]) if reading.wall is not None else ""
            as_typed = understood == self.editor.text().strip()
            self.understood.setText(" · ".join(filter(None, ("" if as_typed else understood, word(reading.precision)))))


def event_title(kind: EventKind) -> str:
    """Return the sheet's title for a kind of event."""
    return {
        EventKind.CALL: QCoreApplication.translate("EventSheet", "Record a call"),
        EventKind.NOTE: QCoreApplication.translate("EventSheet", "Write a note"),
        EventKind.PAYMENT: QCoreApplication.translate("EventSheet", "Record a payment"),
        EventKind.REPAYMENT: QCoreApplication.translate("EventSheet", "Add an instalment"),
        EventKind.COMPLAINT: QCoreApplication.translate("EventSheet", "Record a complaint step"),
    }[kind]


STAYING = frozenset({"number", "party", "body", "outcome", "agent_id", "agent_name"})
"""What is the same more often than not in the next event of a series; the sheet says that it stayed."""

FIRST = ("amount", "currency", "number", "party", "agent_id", "agent_name", "outcome")
"""What one knows first, in this order; the rest follows as it is told."""


class EventSheet(Sheet):
    """The facts of one event of a kind. ``wanted`` carries a NewEvent, ``picking_wanted`` asks for exhibits."""

    wanted = Signal(object)
    picking_wanted = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        kind: EventKind,
        home: ZoneInfo,
        *,
        currency: str,
        exhibits: Sequence[ExhibitLine] = (),
    ) -> None:
        super().__init__(parent)
        self.entitle(event_title(kind), self.tr("Add to the timeline"))
        self._kind, self._home, self._currency = kind, home, currency
        self.time = TimeTyping(home)
        ways = _ways_of(kind)
        self.way = WayChoice(kind, ways) if ways else None
        self.fields = FieldGrid(_typed_specs(kind))
        self.next = Button(self.tr("Add and write the next one"), "outline")
        self.added = PlainLabel(role="caption", tone="verified", wrap=True)
        self.calling = Button(self.tr("On the telephone right now? Note it as it goes on…"), "link", "phone-call")
        self.exhibits = ExhibitsField(leads=False, in_place=False)
        self.exhibits.show_lines(exhibits)
        self._arrange()
        self._connect()
        if not exhibits:
            self.time.begin_now()
        self._show_currency()

    def _arrange(self) -> None:
        self.next.setToolTip(self.tr("Key: %1").replace("%1", "Ctrl+Shift+Enter"))
        self.next.setAutoDefault(False)
        self.added.hide()
        self.calling.setAutoDefault(False)
        self.verbs.insertWidget(self.verbs.count() - 1, self.next)
        if self._kind is EventKind.CALL:
            self.pin(_beside_title(self.calling), below=False)  # not the first field: one begins with the time
        for part in (self.added, self.time, self.way, self.fields, self.exhibits):
            if part is not None:
                self.add(part)
        if "promise_due" in self.fields.fields:
            self.fields.fields["promise_due"].set_hint(self.tr("2025-02-28, or +3 for three days later"))

    def _connect(self) -> None:
        self.next.clicked.connect(self._add_and_go_on)
        self.exhibits.picking_wanted.connect(self.picking_wanted)
        self.exhibits.committed.connect(self.order_tabs)
        self.time.understood_day.connect(self._count_days_from)

    def complete(self, known: KnownValues, entries: Iterable[TimelineEntry]) -> None:
        """Offer what is known of the dispute while something is typed."""
        EventCompletion(self.fields, known, entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add and go on with Ctrl+Shift+Enter; Ctrl+Enter adds and closes."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & both == both:
            self._add_and_go_on()
        else:
            super().keyPressEvent(event)

    def at(self) -> datetime | None:
        """Return the first moment that the typed time may mean, None for an unknown or unreadable one."""
        try:
            reading = self.time.time().reading
        except InputProblem:
            return None
        return instant(reading, self._home) if reading is not None else None

    def typed_texts(self) -> list[str]:
        """Count the chosen exhibits among what was typed."""
        return [*super().typed_texts(), *self.exhibits.value()]

    def culprit(self, problem: InputProblem) -> QWidget | None:
        """Return the time's field, a field that says itself what is wrong, or where one would tell what happened."""
        if problem.code == "time-unreadable":
            return self.time.editor
        if problem.code == "event-empty":
            return self.fields.fields["text"].widget
        return super().culprit(problem)

    def submit(self) -> None:
        """Hand over the event."""
        self._hand_over()
        self.accept()

    def _hand_over(self) -> None:
        from evidence_app.actions.record_event import NewEvent

        time = self.time.time()
        values = self.fields.values()
        exhibits = self.exhibits.value()
        said = any(value for name, value in values.items() if name not in {"currency", "direction", "outcome"})
        if not said and not exhibits:
            raise InputProblem("event-empty")
        if self.way is not None:
            values["direction"] = self.way.way()
        typed = cast("dict[str, str]", values)
        self.wanted.emit(NewEvent(kind=self._kind, time=time, exhibit_ids=exhibits, **typed))  # type: ignore[arg-type]

    def _add_and_go_on(self) -> None:
        """Hand over the event, and begin another one with the same other side."""
        if not self.attempt(self._hand_over):
            return
        self.added.setText(self._added_words())
        self.added.show()
        for name, field in self.fields.fields.items():
            if name not in STAYING:
                field.show_value(None)
        self.exhibits.choose([])
        self.time.begin_now()
        self._show_currency()
        self.settle()
        self.time.editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.fit()
        self.show_top()

    def _added_words(self) -> str:
        """Say what was added and, if anything did, that the other side stayed for the next one."""
        added = self.tr("Added: %1").replace("%1", self.time.editor.text() or word(Precision.UNKNOWN))
        named = STAYING - {"outcome"}
        if not any(field.value() for name, field in self.fields.fields.items() if name in named):
            return added
        kept = self.tr("Who it was with is kept for the next one: change it if it was somebody else.")
        return f"{added}\n{kept}"

    def _show_currency(self) -> None:
        if "currency" in self.fields.fields:
            self.fields.fields["currency"].show_value(self._currency)

    def _count_days_from(self, day: date | None) -> None:
        self.fields.set_year(day.year if day is not None else 0)
        self.fields.set_base(day)


def _beside_title(button: Button) -> QWidget:
    """Return a row with a button at its left, under the title."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(SPACE_5, 0, SPACE_5, 0)
    row.addWidget(button)
    row.addStretch(1)
    return holder


def _ways_of(kind: EventKind) -> list[Direction]:
    specs = (spec for spec in EVENT_FIELDS[kind] if spec.name == "direction")
    return [Direction(member) for spec in specs for member in spec.members]


def _typed_specs(kind: EventKind) -> list[FieldSpec]:
    """Return what is typed, in the order in which one knows it: how much, with whom, then what was said."""
    specs = [spec for spec in EVENT_FIELDS[kind] if spec.name != "direction"]
    return sorted(specs, key=lambda spec: FIRST.index(spec.name) if spec.name in FIRST else len(FIRST))
