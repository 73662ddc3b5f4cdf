"""What several selected events have in common, to be changed for all of them at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from evidence_app.domain.fields import FieldValue
from ui.controls import Button, PlainLabel, ScrollColumn, part
from ui.editors import SuggestingEditor, ZoneEditor
from ui.field import Field
from ui.fields import FieldSpec, FieldType
from ui.i18n import language
from ui.inspector.suggested import SuggestedStrip
from ui.subjects import Subject
from ui.timeline.selected import Selected, Shared, read_selected
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5

if TYPE_CHECKING:
    from evidence_app.domain.known import KnownValues
    from ui.desk import Desk

READ_MS = 120  # after the last change of the selection: Shift and an arrow held down read nothing on the way


class BatchPanel(QWidget):
    """Stands in the inspector's place while several events are selected. Every field is saved when one leaves it."""

    remove_wanted = Signal(list)
    accept_wanted = Signal(list)
    dismiss_wanted = Signal(list)
    list_wanted = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        part(self, "surface")
        self._desk = desk
        self._wanted: list[str] = []
        self._shown = Selected()
        self._begins = False
        self.count = PlainLabel(role="title")
        self.what = PlainLabel(role="caption", tone="muted", wrap=True)
        self.suggested = SuggestedStrip()
        self.party = Field(FieldSpec("party"), in_place=True)
        self.device = Field(FieldSpec("device"), in_place=True)
        self.proves = Field(FieldSpec("proves", FieldType.LINES), in_place=True)
        self.zone = Field(FieldSpec("zone_name", FieldType.ZONE), in_place=True)
        self.zone_says = PlainLabel(role="caption", tone="muted", wrap=True)
        self.note = PlainLabel(role="caption", tone="muted", wrap=True)
        self.remove = Button(look="link", icon_name="trash")
        self._read = QTimer(self, singleShot=True, interval=READ_MS)
        self._read.timeout.connect(self._ask)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.remove.setText(self.tr("Remove all of these…"))
        self._say_note()
        self._say_count(len(self._wanted))
        self._show(self._shown)

    def show_events(self, event_ids: Sequence[str]) -> None:
        """Show what these events have in common, once they stay selected for a moment."""
        if list(event_ids) == self._wanted and self._shown.event_ids:
            return
        self.finish()
        self._wanted = list(event_ids)
        self._begins = False
        self._show(Selected())  # what is not read yet cannot be changed, and never what was selected before
        self._say_count(len(self._wanted))
        self._read.start()

    def finish(self) -> None:
        """Save what is being typed right now."""
        for field in self._fields:
            field.editor.finish()

    def begin(self) -> None:
        """Put the cursor into the first field, once it is known what is in it."""
        self._begins = not self._shown.event_ids
        self.party.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def shown(self) -> Selected:
        """What is shown."""
        return self._shown

    # Inside

    @property
    def _fields(self) -> tuple[Field, ...]:
        return (self.party, self.device, self.proves, self.zone)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_3, SPACE_4, SPACE_4, SPACE_5)
        column.setSpacing(SPACE_3)
        head = QVBoxLayout()
        head.setContentsMargins(7, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self.count)
        head.addWidget(self.what)
        column.addLayout(head)
        for widget in (self.suggested, self.party, self.device, self.proves):
            column.addWidget(widget)
        zone = QVBoxLayout()
        zone.setSpacing(SPACE_1)
        zone.addWidget(self.zone)
        zone.addWidget(self.zone_says)
        column.addLayout(zone)
        for label in (self.zone_says, self.note):
            label.setContentsMargins(7, 0, 0, 0)
        column.addSpacing(SPACE_2)
        column.addWidget(self.note)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = ScrollColumn()
        area.hold(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self.party.committed.connect(lambda name, value: self._write(Subject.EVENT, name, value))
        for field in (self.device, self.proves):
            field.committed.connect(lambda name, value: self._write(Subject.EXHIBIT, name, value))
        self._desk.failed.connect(self._say_note)
        self.zone.committed.connect(self._state_zone)
        self.suggested.accepted.connect(lambda: self.accept_wanted.emit(list(self._shown.suggested_ids)))
        self.suggested.dismissed.connect(lambda: self.dismiss_wanted.emit(list(self._shown.suggested_ids)))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(list(self._shown.event_ids)))
        self._desk.timeline_changed.connect(self._follow_changes)
        language.changed.connect(self.retranslate)

    def _write(self, subject: Subject, name: str, value: FieldValue) -> None:
        ids = self._shown.event_ids if subject is Subject.EVENT else self._shown.exhibit_ids
        if ids:
            self._say_writing(len(ids))
            self._desk.edits.edit_many(subject, ids, {name: value})

    def _state_zone(self, _: str, zone_name: FieldValue) -> None:
        if self._zone_editor.currentText().strip() and self._shown.event_ids:
            self._say_writing(len(self._shown.event_ids))
            self._desk.edits.set_zone(self._shown.event_ids, str(zone_name))

    def _say_note(self) -> None:
        self.note.setText(self.tr("A change here is made for all of them and taken back in one step."))

    def _say_writing(self, number: int) -> None:
        """Tell that it takes a moment: each of them gets its entry in the custody log."""
        self.note.setText(self.tr("Being written for %n of them…", "", number))

    @property
    def _zone_editor(self) -> SuggestingEditor:
        editor = self.zone.editor
        assert isinstance(editor, ZoneEditor)
        return editor

    def _follow_changes(self) -> None:
        if self.isVisible() and self._wanted:
            self._read.start()

    def _ask(self) -> None:
        """Read the selected events, off the UI thread."""
        wanted, dispute_id = list(self._wanted), self._desk.dispute_id
        if len(wanted) > 1 and dispute_id:
            self._desk.read(
                lambda session: (wanted, *read_selected(session, dispute_id, wanted)),
                lambda found: self._take(*found),
                self,
            )

    def _take(self, wanted: list[str], found: Selected, known: "KnownValues") -> None:
        if wanted != self._wanted:
            return
        self._show(found)
        self._say_note()
        for field, values in ((self.party, known.parties), (self.device, known.devices)):
            _complete(field, values)
        if self._begins:
            self.begin()

    def _show(self, found: Selected) -> None:
        self._shown = found
        changeable = bool(found.event_ids) and not self._desk.read_only
        for field, shared in ((self.party, found.party), (self.device, found.device), (self.proves, found.proves)):
            field.set_hint(self.tr("several values") if shared.several else "")
            field.show_value(shared.value)
            field.setEnabled(changeable)
        for field in (self.device, self.proves):
            field.setVisible(bool(found.exhibit_ids) or not found.event_ids)  # while reading nothing jumps
        self.suggested.show_count(len(found.suggested_ids))
        self.suggested.setVisible(bool(found.suggested_ids) and changeable)
        self.zone.setEnabled(changeable)
        self.remove.setEnabled(changeable)
        self.remove.setVisible(not self._desk.read_only)
        self._show_zone(found.offset)
        self._say_what(found)

    def _show_zone(self, offset: Shared) -> None:
        self._zone_editor.show_value("")
        line = self._zone_editor.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("State a zone"))
            line.setAccessibleName(self.zone.widget.accessibleName())
        dispute = self._desk.dispute
        if not self._shown.event_ids:
            self.zone_says.setText("")
        elif offset.several:
            self.zone_says.setText(self.tr("Now: several values"))
        elif offset.value:
            self.zone_says.setText(self.tr("Now: %1").replace("%1", offset_words(int(offset.value))))
        else:
            assumed = self.tr("Now: assumed, as the dispute's (%1)")
            self.zone_says.setText(assumed.replace("%1", dispute.zone_name if dispute is not None else ""))

    def _say_count(self, number: int) -> None:
        self.count.setText(self.tr("%n selected", "", number))
        self.setAccessibleName(self.count.text())

    def _say_what(self, found: Selected) -> None:
        exhibits = len(found.exhibit_ids)
        parts = [self.tr("%n exhibit(s)", "", exhibits)] if exhibits else []
        others = len(found.event_ids) - exhibits
        if others > 0:
            parts.append(self.tr("%n other entries", "", others) if exhibits else self.tr("%n entries", "", others))
        self.what.setText(" · ".join(parts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)


def offset_words(minutes: int) -> str:
    """Return ``UTC+08:00``."""
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _complete(field: Field, values: Sequence[str]) -> None:
    """Offer known values while somebody types."""
    if isinstance(field.widget, QLineEdit) and not field.widget.hasFocus():
        completer = QCompleter(list(values), field.widget)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.widget.setCompleter(completer)
