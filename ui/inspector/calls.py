"""Says of the call or recording that the inspector shows which recording, or call, fits it, and in what they agree."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.call_words import call_words, recording_words
from evidence_app.domain.call_binding import Binding
from evidence_app.domain.events import Event, EventKind
from ui.controls import Button, PlainLabel
from ui.desk import Desk
from ui.i18n import language
from ui.keeping import discard
from ui.subjects import Subject
from ui.timeline.flow import FlowRow
from ui.tokens import SPACE_1, SPACE_2

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

CONCERNED = frozenset({EventKind.CALL, EventKind.DOCUMENT})


class BindingRow(QWidget):
    """One sentence, a way to the other side, and the verdict that the two belong together."""

    other_wanted = Signal()
    link_wanted = Signal()

    def __init__(self, words: str, *, of_call: bool, offers_link: bool) -> None:
        super().__init__()
        self.words = PlainLabel(wrap=True)
        self.words.setText(words)
        self.show_other = Button(look="link", icon_name="microphone" if of_call else "phone")
        self.show_other.setText(self.tr("Show the recording") if of_call else self.tr("Show the call"))
        self.show_other.clicked.connect(self.other_wanted)
        self.link = Button(look="link", icon_name="link")
        self.link.setText(self.tr("Add the recording to the call"))
        self.link.clicked.connect(self.link_wanted)
        self.link.setVisible(offers_link)
        verbs = FlowRow(SPACE_2)
        for button in (self.show_other, self.link):
            verbs.flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(self.words)
        column.addWidget(verbs)


class CallsPanel(QWidget):
    """The rows of what is shown. ``event_wanted`` leads to an entry, ``link_wanted`` carries a binding."""

    event_wanted = Signal(str)
    link_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[BindingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_2)

    def show_rows(self, rows: Sequence[tuple[Binding, str]], event_id: str, *, read_only: bool) -> None:
        """Show sentences about bindings, of which one side is the event."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            discard(row)
        self.rows = [self._row(binding, words, event_id, read_only=read_only) for binding, words in rows]
        for row in self.rows:
            self._column.addWidget(row)

    def _row(self, binding: Binding, words: str, event_id: str, *, read_only: bool) -> BindingRow:
        of_call = binding.call_id == event_id
        row = BindingRow(words, of_call=of_call, offers_link=not (read_only or binding.linked))
        row.other_wanted.connect(lambda: self.event_wanted.emit(binding.document_id if of_call else binding.call_id))
        row.link_wanted.connect(lambda: self.link_wanted.emit(binding))
        return row


class InspectorCalls(QObject):
    """Follows the event that the inspector shows; what fits is asked for when the dispute's log grew."""

    found = Signal(bool)
    """Whether there is anything to say of what is shown."""

    def __init__(self, desk: Desk, panel: CallsPanel) -> None:
        super().__init__(panel)
        self._desk, self._panel = desk, panel
        self._event: Event | None = None
        self._known: tuple[str, int] | None = None  # of which dispute, and how long its log was
        self._bindings: Sequence[Binding] = ()
        panel.link_wanted.connect(self._link)
        desk.timeline_changed.connect(self._ask_again)
        language.changed.connect(self._say)

    def show(self, event: Event | None) -> None:
        """Speak of this event."""
        self._event = event if event is not None and event.kind in CONCERNED else None
        if self._event is None:
            self._say()
            return
        if self._known is not None and self._known[0] != self._event.dispute_id:
            self._known, self._bindings = None, ()
        self._say()
        dispute_id, length = self._event.dispute_id, self._known[1] if self._known is not None else None
        self._desk.read(lambda session: (dispute_id, *_bindings(session, dispute_id, length)), self._take, self)

    def _ask_again(self) -> None:
        """Ask when the timeline changed: a call log was imported meanwhile, or another one was chosen."""
        if self._event is not None and self._event.dispute_id == self._desk.dispute_id:
            self.show(self._event)

    def _take(self, answer: "tuple[str, int, list[Binding] | None]") -> None:
        dispute_id, length, bindings = answer
        if self._event is None or self._event.dispute_id != dispute_id:
            return
        self._known = dispute_id, length
        if bindings is not None:
            self._bindings = bindings
        self._say()

    def _say(self) -> None:
        event = self._event
        mine = (
            [] if event is None else [each for each in self._bindings if event.id in (each.call_id, each.document_id)]
        )
        rows = [(each, words) for each in mine if event is not None and (words := self._words(each, event))]
        self._panel.show_rows(rows, event.id if event is not None else "", read_only=self._desk.read_only)
        self.found.emit(bool(rows))

    def _words(self, binding: Binding, event: Event) -> str:
        """Return the sentence, empty while the timeline does not have the other side yet."""
        other_id = binding.document_id if binding.call_id == event.id else binding.call_id
        other = next(iter(self._desk.outline.of_ids([other_id])), None)
        if other is None:
            return ""
        if binding.call_id == event.id:
            return recording_words(binding, other.exhibit_number, language.chosen)
        at = f"{other.at:%Y-%m-%d %H:%M}" if other.at is not None else ""
        return call_words(binding, at, language.chosen)

    def _link(self, binding: Binding) -> None:
        """Add the recording to the call's exhibits, with its way back like any change."""

        def add(call: Event) -> None:
            if binding.recording_id not in call.exhibit_ids:
                exhibit_ids = (*call.exhibit_ids, binding.recording_id)
                self._desk.edits.edit(Subject.EVENT, call.id, {"exhibit_ids": exhibit_ids})

        self._desk.read(lambda session: _event(session, binding.call_id), add, self)


def _bindings(session: "Session", dispute_id: str, known_length: int | None) -> "tuple[int, list[Binding] | None]":
    from evidence_app.actions.call_recordings import call_recordings_since

    return call_recordings_since(session, dispute_id, known_length)


def _event(session: "Session", event_id: str) -> Event:
    from evidence_app.actions.timeline import event_detail

    return event_detail(session, event_id)
