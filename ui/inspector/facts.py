"""All that is known about an event and its exhibit: sections of fields, each saved when one leaves it."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.events import Event, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import FieldValue
from evidence_app.phrases import place_words
from ui.controls import Button, PlainLabel, chain_tabs, in_visual_order
from ui.event_marks import MarkChips
from ui.exhibit_field import ExhibitsField
from ui.exhibit_lines import line_of
from ui.field import FieldGrid
from ui.fields import EVENT_FIELDS, EXHIBIT_CLAIM, EXHIBIT_PRIVATE, EXHIBIT_SOURCE, EXHIBIT_WORDS, FieldSpec
from ui.i18n import language, word
from ui.inspector.beside import ContactLine, FoundInMessage
from ui.inspector.calls import CallsPanel
from ui.inspector.copies import CopyStrip
from ui.inspector.history import HistoryPanel
from ui.inspector.original import OriginalPanel
from ui.inspector.same_record import SameRecordLine
from ui.inspector.section import Section
from ui.inspector.stamps import StampsPanel
from ui.inspector.suggested import SuggestedStrip
from ui.inspector.text import TextPanel
from ui.inspector.times import TimesPanel
from ui.keeping import discard
from ui.subjects import Detail, Subject
from ui.timeline.words import safe
from ui.tokens import SPACE_3, SPACE_4, SPACE_5


class Facts(QWidget):
    """All that is known about an event and its exhibit, as sections of fields."""

    edited = Signal(object, str, dict)
    removal_wanted = Signal(object, str, str)
    history_wanted = Signal()
    open_wanted = Signal(bool)
    picking_wanted = Signal()
    exhibit_wanted = Signal(str)
    event_wanted = Signal(str)
    password_wanted = Signal()
    pictures_wanted = Signal()
    columns_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._event: Event | None = None
        self._exhibit: Exhibit | None = None
        self._pictured: Exhibit | None = None
        self._event_kind: EventKind | None = None
        self.kind = PlainLabel(role="caption", tone="muted", wrap=True)
        self.kind.setContentsMargins(7, 0, 0, 0)
        self.suggested = SuggestedStrip()
        self.copies = CopyStrip()
        self.title = FieldGrid((FieldSpec("title"),), in_place=True, captioned=False)
        self.times = TimesPanel()
        self.event_fields: FieldGrid | None = None
        self.same_record = SameRecordLine()
        self.contact, self.in_message = ContactLine(), FoundInMessage()
        self.marks = MarkChips()
        self.exhibits = ExhibitsField(leads=True, in_place=True)
        self.claim = FieldGrid(EXHIBIT_CLAIM, in_place=True)
        self.source = FieldGrid(EXHIBIT_SOURCE, in_place=True)
        self.words = FieldGrid(EXHIBIT_WORDS, in_place=True)
        self.private = FieldGrid(EXHIBIT_PRIVATE, in_place=True, captioned=False)
        self._exhibit_grids = (self.title, self.claim, self.source, self.words, self.private)
        self.original = OriginalPanel()
        self.history = HistoryPanel()
        self.stamps = StampsPanel()
        self.text = TextPanel()
        self.calls = CallsPanel()
        self.remove_event = Button(look="link", icon_name="trash")
        self._make_sections()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.remove_event.setText(self.tr("Remove this entry…"))
        self._show_kind()

    def show_detail(self, detail: Detail, home: ZoneInfo, *, read_only: bool) -> None:
        """Show a document with its exhibit, or a typed event with the exhibits that show it."""
        another = self._event is not None and self._event.id != detail.event.id
        if another:
            self.finish()  # somebody may type until the other one has been read
        self._event = detail.event
        typed = detail.event.kind is not EventKind.DOCUMENT
        self._pictured = detail.exhibits[0] if detail.exhibits else None
        self._exhibit = None if typed else self._pictured
        self._show_kind()
        self._column.removeWidget(self.event_section)
        self._column.insertWidget(1 if typed else self._column.indexOf(self._claim_section) + 1, self.event_section)
        self.suggested.setVisible(detail.event.status is EventStatus.SUGGESTED and not read_only)
        self.exhibits.setVisible(typed)
        self.exhibits.show_lines([line_of(exhibit) for exhibit in detail.exhibits], read_only=read_only)
        self.same_record.show_same(detail.same, home)
        self.contact.show_name(detail.event, detail.contact)
        self.in_message.show_waiting(detail.waiting)
        self.marks.show_tags(detail.tags)
        self.times.show_time(detail.event.time, home, read_only=read_only, of_another=another)
        self._show_event_fields(detail.event, of_another=another)
        self._show_exhibit_fields(home, read_only=read_only, of_another=another)
        self.remove_event.setVisible(typed and not read_only)
        if self.event_fields is not None:
            self.event_fields.setEnabled(not read_only)
        chain_tabs(in_visual_order(self))

    def _show_exhibit_fields(self, home: ZoneInfo, *, read_only: bool, of_another: bool) -> None:
        exhibit = self._exhibit
        for widget in (self.title, *self._exhibit_sections):
            widget.setVisible(exhibit is not None)
        if exhibit is not None:
            for grid in self._exhibit_grids:
                grid.show_values(exhibit, of_another=of_another)
            self.title.fields["title"].set_hint(safe(exhibit.name))
            self.original.show_exhibit(exhibit, home, read_only=read_only)
        removed = exhibit is not None and exhibit.removed_at is not None
        for grid in self._exhibit_grids:
            grid.setEnabled(not read_only and not removed)

    @property
    def document(self) -> Exhibit | None:
        """The exhibit that is shown itself, None while an event that it shows is."""
        return self._exhibit

    @property
    def exhibit(self) -> Exhibit | None:
        """The exhibit whose picture is shown."""
        return self._pictured

    def finish(self) -> None:
        """Commit what is being typed in any field."""
        if self._event is None:
            return
        for grid in (*self._exhibit_grids, self.event_fields):
            if grid is not None:
                grid.finish()
        self.times.editor.finish()

    def first_field(self) -> QWidget:
        """Return the editor in which one would begin: what an exhibit proves, its title, or what happened."""
        if self._exhibit is not None and not self._exhibit.proves:
            return self.claim.fields["proves"].widget
        if self._exhibit is not None or self.event_fields is None:
            return self.title.fields["title"].widget
        fields = self.event_fields.fields
        return fields["text" if "text" in fields else next(iter(fields))].widget

    def foldable_sections(self) -> list[Section]:
        """Return the sections that can be folded."""
        return [section for section in self.findChildren(Section) if isinstance(section.heading, Button)]

    def _make_sections(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_3, SPACE_4, SPACE_4, SPACE_5)
        self._column.setSpacing(SPACE_5)
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.suggested)
        top.addWidget(self.copies)
        top.addWidget(self.kind)
        top.addWidget(self.contact)
        top.addWidget(self.same_record)
        top.addWidget(self.in_message)
        top.addWidget(self.marks)
        top.addWidget(self.title)
        self.event_section = _section(Section(lambda: self.tr("What happened")), self.exhibits)
        self.calls_section = _section(Section(lambda: self.tr("Call and recording")), self.calls)
        self.calls_section.hide()
        times = _section(Section(lambda: self.tr("Time"), term="reading"), self.times)
        claim = self._claim_section = _section(Section(lambda: self.tr("Meaning")), self.claim)
        source = _section(Section(lambda: self.tr("Source")), self.source)
        words = _section(Section(lambda: self.tr("Transcript and translation"), folded=True), self.words)
        private = _section(Section(lambda: self.tr("Private note"), folded=True), self.private)
        original = _section(Section(lambda: self.tr("Original"), term="original"), self.original)
        stamps = self.stamps_section = _section(
            Section(lambda: self.tr("Timestamps from elsewhere"), folded=True, term="timestamp"), self.stamps
        )
        self.history_section = _section(
            Section(lambda: self.tr("Custody history"), folded=True, term="custody_log"), self.history
        )
        self.history_section.unfolded.connect(self.history_wanted)
        self.text_section = _section(Section(lambda: self.tr("Text in the exhibit"), folded=False), self.text)
        self._exhibit_sections = (claim, source, words, private, original, stamps)
        rest = (self.text_section, *self._exhibit_sections[1:], self.history_section)
        for widget in (head, times, self.calls_section, claim, self.event_section, *rest):
            self._column.addWidget(widget)
        self._column.addWidget(self.remove_event, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.times.decided.connect(lambda time: self._edit(Subject.EVENT, "time", time))
        for grid in self._exhibit_grids:
            grid.committed.connect(lambda name, value: self._edit(Subject.EXHIBIT, name, value))
        self.original.open_wanted.connect(lambda: self.open_wanted.emit(False))
        self.original.folder_wanted.connect(lambda: self.open_wanted.emit(True))
        self.original.removal_wanted.connect(self._remove_exhibit)
        self.original.password_wanted.connect(self.password_wanted)
        self.original.pictures_wanted.connect(self.pictures_wanted)
        self.original.columns_wanted.connect(self.columns_wanted)
        self.exhibits.committed.connect(lambda ids: self._edit(Subject.EVENT, "exhibit_ids", ids))
        self.exhibits.picking_wanted.connect(self.picking_wanted)
        self.exhibits.exhibit_wanted.connect(self.exhibit_wanted)
        self.same_record.wanted.connect(self.event_wanted)
        self.remove_event.clicked.connect(self._remove_event)
        language.changed.connect(self.retranslate)

    def _show_event_fields(self, event: Event, *, of_another: bool) -> None:
        if event.kind is not self._event_kind:
            if self.event_fields is not None:
                self.event_fields.hide()
                discard(self.event_fields)
            self._event_kind = event.kind
            self.event_fields = FieldGrid(EVENT_FIELDS[event.kind], in_place=True)
            self.event_fields.committed.connect(lambda name, value: self._edit(Subject.EVENT, name, value))
            self.event_section.inner.insertWidget(0, self.event_fields)
        if self.event_fields is not None:
            reading = event.time.reading
            self.event_fields.set_year(reading.wall.year if reading is not None and reading.wall is not None else 0)
            self.event_fields.show_values(event, of_another=of_another)

    def _show_kind(self) -> None:
        event, exhibit = self._event, self._exhibit
        if event is None:
            return
        parts = [word(event.kind)]
        if event.place and self._pictured is not None and self._pictured.id == event.read_from:
            number = self.tr("Exhibit %1").replace("%1", str(self._pictured.number))
            parts += [number, safe(place_words(event.place, language.chosen))]
        if exhibit is not None:
            parts = [self.tr("Exhibit %1").replace("%1", str(exhibit.number)), word(exhibit.original.media.kind)]
            if exhibit.removed_at is not None:
                parts.append(self.tr("removed: %1").replace("%1", safe(exhibit.removed_reason)))
            elif exhibit.original.media.problem == "damaged" and exhibit.original.media.width_px:
                parts.append(self.tr("damaged, shown as far as it can be read"))
            elif exhibit.original.media.problem:
                parts.append(self.tr("kept, but it cannot be shown"))
        self.kind.setText(" · ".join(parts))

    def _edit(self, subject: Subject, name: str, value: FieldValue) -> None:
        target = self._exhibit if subject is Subject.EXHIBIT else self._event
        if target is not None and getattr(target, name) != value:
            self.edited.emit(subject, target.id, {name: value})

    def _remove_exhibit(self) -> None:
        if self._exhibit is not None:
            self.removal_wanted.emit(Subject.EXHIBIT, self._exhibit.id, self._exhibit.label)

    def _remove_event(self) -> None:
        if self._event is not None:
            name = self._event.text or self._event.promise or word(self._event.kind)
            self.removal_wanted.emit(Subject.EVENT, self._event.id, name)


def _section(section: Section, content: QWidget) -> Section:
    section.add(content)
    return section
