"""Typing an event: a call, a note, a payment, a complaint step."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.events import EventKind
from evidence_app.domain.times import EventTime, instant
from evidence_app.errors import InputProblem
from ui.controls import Button, PlainLabel
from ui.editors import LineEditor
from ui.exhibit_field import ExhibitsField
from ui.exhibit_lines import ExhibitLine
from ui.field import FieldGrid
from ui.fields import EVENT_FIELDS, label_of
from ui.i18n import language, word
from ui.messages import message
from ui.sheets.sheet import Sheet
from ui.tokens import SPACE_1, SPACE_2
from ui.typed_time import typed_reading, typed_time


class TimeTyping(QWidget):
    """A time as precise as it is known: typed freely, understood while typing. Empty means unknown."""

    understood_year = Signal(int)

    def __init__(self, home: ZoneInfo) -> None:
        super().__init__()
        self._home = home
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
        return typed_time(self.editor.text())

    def _take_now(self) -> None:
        self.editor.setText(f"{datetime.now(self._home):%Y-%m-%d %H:%M}")

    def _understand(self) -> None:
        try:
            reading = typed_reading(self.editor.text())
        except InputProblem as problem:
            self.understood.setText(message(problem).do)
            self.understood.set_tone("attention")
            return
        self.understood.set_tone("muted")
        self.understood_year.emit(reading.wall.year if reading is not None and reading.wall is not None else 0)
        if reading is None:
            self.understood.setText(self.tr("Empty: the time is not known. A day or a month alone is fine too."))
        else:
            self.understood.setText(word(reading.precision))


def event_title(kind: EventKind) -> str:
    """Return the sheet's title for a kind of event."""
    return {
        EventKind.CALL: QCoreApplication.translate("EventSheet", "Record a call"),
        EventKind.NOTE: QCoreApplication.translate("EventSheet", "Write a note"),
        EventKind.PAYMENT: QCoreApplication.translate("EventSheet", "Record a payment"),
        EventKind.COMPLAINT: QCoreApplication.translate("EventSheet", "Record a complaint step"),
    }[kind]


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
        self._kind, self._home = kind, home
        self.time = TimeTyping(home)
        self.fields = FieldGrid(EVENT_FIELDS[kind])
        self.add(self.time)
        self.exhibits = ExhibitsField(leads=False, in_place=False)
        self.exhibits.show_lines(exhibits)
        self.exhibits.picking_wanted.connect(self.picking_wanted)
        self.exhibits.committed.connect(self.order_tabs)
        self.add(self.fields)
        self.add(self.exhibits)
        self.time.understood_year.connect(self.fields.set_year)
        if "currency" in self.fields.fields:
            self.fields.fields["currency"].show_value(currency)

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
        from evidence_app.actions.record_event import NewEvent

        time = self.time.time()
        values = self.fields.values()
        exhibits = self.exhibits.value()
        said = any(value for name, value in values.items() if name not in {"currency", "direction", "outcome"})
        if not said and not exhibits:
            raise InputProblem("event-empty")
        typed = cast("dict[str, str]", values)
        self.wanted.emit(NewEvent(kind=self._kind, time=time, exhibit_ids=exhibits, **typed))  # type: ignore[arg-type]
        self.accept()
