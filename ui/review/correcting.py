"""Correcting what was read before it is accepted: a suggestion's value, or the facts of an event."""

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.deciding import Corrected
from evidence_app.domain.events import Event
from evidence_app.domain.fields import FieldValue
from evidence_app.domain.suggestions import Suggestion, SuggestionKind
from evidence_app.domain.typed_time import with_typed
from ui.controls import PlainLabel
from ui.editors import DateEditor, LineEditor, LinesEditor
from ui.field import FieldGrid
from ui.fields import EVENT_FIELDS, label_of
from ui.i18n import word
from ui.review import words
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe


class CorrectionSheet(Sheet):
    """Opens over the list it was asked for from: whoever corrects wants to see the picture meanwhile."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.parentWidget())  # not a list's own child: its items are what is spoken of it
        self._over = over

    def present(self) -> None:
        """Open over the list, beside the picture, as far as the screen allows."""
        super().present()
        self._place()

    def fit(self) -> None:
        """Stay there when the size changes."""
        super().fit()
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        under = QRect(self._over.mapToGlobal(QPoint(0, 0)), self._over.size())
        room, own = self.screen().availableGeometry(), self.frameGeometry()
        own.moveCenter(under.center())
        if own.width() > under.width():
            own.moveRight(under.right())
        own.moveLeft(max(room.left(), min(own.left(), room.right() - own.width() + 1)))
        own.moveTop(max(room.top(), min(own.top(), room.bottom() - own.height() + 1)))
        self.move(own.topLeft())


class SuggestionSheet(CorrectionSheet):
    """What a suggestion says, to be corrected. ``corrected`` carries a `Corrected`."""

    corrected = Signal(object)

    def __init__(self, over: QWidget, suggestion: Suggestion) -> None:
        super().__init__(over)
        self.entitle(word(suggestion.kind), self.tr("Accept so"))
        if suggestion.quote:
            self.say(self.tr("Read: “%1”").replace("%1", safe(suggestion.quote)))
        self.value = LinesEditor()
        self.value.show_value(suggestion.decided_value or suggestion.value)
        self.value.setAccessibleName(word(suggestion.kind))
        self.value.textChanged.connect(lambda: self.primary.setEnabled(bool(self.value.toPlainText().strip())))
        self.add(self.value)
        self.due: DateEditor | None = None
        if suggestion.kind is SuggestionKind.PROMISE:
            caption = PlainLabel(label_of("promise_due"), "caption", "muted")
            self.due = DateEditor()
            self.due.show_value(suggestion.due)
            self.due.setAccessibleName(label_of("promise_due"))
            caption.setBuddy(self.due)
            self.add(caption)
            self.add(self.due)

    def submit(self) -> None:
        """Tell how it is right. Raises InputProblem."""
        value = " ".join(str(self.value.value()).split())
        due = self.due.value() if self.due is not None else None
        self.corrected.emit(Corrected(value, due))  # type: ignore[arg-type]  # a DateEditor's value is a day or None
        self.accept()


class LineSheet(CorrectionSheet):
    """A line as it was read, to be corrected. ``corrected`` carries the words; the machine's are kept beside them."""

    corrected = Signal(str)

    def __init__(self, over: QWidget, shown: str, machine_text: str) -> None:
        super().__init__(over)
        self.entitle(self.tr("Correct a line"), self.tr("Keep so"))
        self.say(self.tr("The machine read: “%1”. Its reading is kept beside yours.").replace("%1", safe(machine_text)))
        self.line = LinesEditor()
        self.line.show_value(shown)
        self.line.setAccessibleName(self.windowTitle())
        self.add(self.line)

    def submit(self) -> None:
        """Tell the words."""
        self.corrected.emit(" ".join(str(self.line.value()).split()))
        self.accept()


class EventCorrectionSheet(CorrectionSheet):
    """The facts of an event as they were read, to be corrected. ``corrected`` carries those that were changed."""

    corrected = Signal(dict)

    def __init__(self, over: QWidget, event: Event) -> None:
        super().__init__(over)
        self._event = event
        self.entitle(word(event.kind), self.tr("Accept so"))
        self._clock = words.clock(event.time)
        caption = PlainLabel(label_of("time"), "caption", "muted")
        self.time = LineEditor()
        self.time.setAccessibleName(label_of("time"))
        self.time.show_value(self._clock)
        caption.setBuddy(self.time)
        self.add(caption)
        self.add(self.time)
        self.facts = FieldGrid(EVENT_FIELDS[event.kind])
        self.facts.show_values(event)
        self.add(self.facts)

    def submit(self) -> None:
        """Tell what was changed. Raises InputProblem."""
        values = self.facts.values()
        changes: dict[str, FieldValue] = {
            name: value for name, value in values.items() if getattr(self._event, name) != value
        }
        clock = str(self.time.value()).strip()
        if clock != self._clock:
            changes["time"] = with_typed(self._event.time, clock)
        self.corrected.emit(changes)
        self.accept()
