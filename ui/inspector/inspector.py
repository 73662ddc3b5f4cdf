"""The right pane: viewer on top, facts below; every fact is saved when one leaves it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import FieldValue
from evidence_app.domain.timeline import event_instant
from ui.controls import PlainLabel, ScrollColumn, chain_tabs, in_visual_order, part
from ui.desk import Desk
from ui.i18n import language
from ui.inspector.calls import InspectorCalls
from ui.inspector.copies import InspectorCopies
from ui.inspector.divider import DividedPanes
from ui.inspector.facts import Facts
from ui.inspector.found import FoundOnExhibit
from ui.inspector.reading import InspectorReading
from ui.inspector.stamps import Stamping
from ui.keeping import discard
from ui.outside import open_file, show_in_folder
from ui.reading.background import BackgroundReading
from ui.review.words import read_wrongly
from ui.settings import Settings
from ui.subjects import Subject
from ui.tokens import SPACE_5

if TYPE_CHECKING:
    from pathlib import Path

    from evidence_app.actions.exhibits import HistoryLine
    from evidence_app.actions.session import Session
    from ui.inspector.large import LargeView, Order
    from ui.viewer.viewer import ExhibitViewer

VIEWER_SHARE = (340, 380)
HEIGHTS = "inspector"  # under which the settings keep how tall the picture is


class Inspector(QWidget):
    """Follows the desk's selected event."""

    removal_wanted = Signal(object, str, str)
    picking_wanted = Signal(object, object, object)
    """Ids of the chosen exhibits, the event's time, and where the new choice goes."""
    exhibit_wanted = Signal(str)
    event_wanted = Signal(str)
    password_wanted = Signal(str, str)
    """The exhibit that is a locked archive, and its name."""
    pictures_wanted = Signal(str, str)
    """The dispute and the exhibit of a film out of which pictures are to be taken."""
    columns_wanted = Signal(str)
    """The exhibit of a table whose columns are to be named."""
    entry_wanted = Signal(str)
    """An entry to go to, the call of a recording for example."""

    keys_wanted = Signal()
    focus_lost = Signal()
    """The large view was closed, and what had the keys before it is gone."""
    comparing_wanted = Signal(object, str, object)
    """The widget over which to ask, the exhibit to compare with another one, and where that one's id goes."""

    review_wanted = Signal(str, str)
    """An exhibit whose text is to be reviewed, and the event from which that was asked."""

    def __init__(
        self,
        desk: Desk,
        settings: Settings | None = None,
        background: BackgroundReading | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        part(self, "surface")
        self._desk = desk
        self.settings = settings
        self.order: Order = lambda: desk.outline.rows.event_ids
        self.large: LargeView | None = None
        self._viewer: ExhibitViewer | None = None
        self._found: FoundOnExhibit | None = None
        self._sought = ""
        self._shown_event_id = ""
        self._editing_wanted = False
        self.facts = Facts()
        self.nothing = PlainLabel(tone="muted", wrap=True)
        self.area = ScrollColumn()
        self.splitter = DividedPanes()
        self.pages = QStackedWidget()
        self.stamping = Stamping(desk, self.facts.stamps, settings.authorities_folder if settings is not None else None)
        self.reading = InspectorReading(desk, self.facts, background)
        self.copies = InspectorCopies(desk, self.facts.copies)
        self.calls = InspectorCalls(desk, self.facts.calls)
        self._lay_out()
        self._connect_facts()
        self._connect_desk()
        self.retranslate()

    def _lay_out(self) -> None:
        """Put everything in its place from the outside in: what comes into another place is dressed anew by Qt."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(SPACE_5, SPACE_5, SPACE_5, SPACE_5)
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(self.splitter)
        self.splitter.splitterMoved.connect(self._keep_heights)
        self.splitter.addWidget(self.area)
        self.area.hold(self.facts)

    def _connect_facts(self) -> None:
        facts, edits = self.facts, self._desk.edits
        facts.edited.connect(edits.edit)
        facts.times.usual_year = lambda: self._desk.outline.usual_year
        facts.removal_wanted.connect(self.removal_wanted)
        facts.history_wanted.connect(self._load_history)
        facts.open_wanted.connect(self._open_original)
        facts.stamps_section.unfolded.connect(lambda: self.stamping.load(facts.exhibit))
        facts.suggested.accepted.connect(lambda: edits.accept([self._shown_event_id]))
        facts.suggested.dismissed.connect(lambda: edits.dismiss([self._shown_event_id], read_wrongly()))
        facts.copies.compare_wanted.connect(self._compare_with_copy)
        facts.copies.removal_wanted.connect(self._remove_copy)
        facts.calls.event_wanted.connect(self.entry_wanted)
        facts.exhibit_wanted.connect(self.exhibit_wanted)
        facts.event_wanted.connect(self.event_wanted)
        facts.picking_wanted.connect(self._pick)
        facts.password_wanted.connect(self._ask_password)
        facts.pictures_wanted.connect(self._ask_pictures)
        facts.columns_wanted.connect(self._ask_columns)
        self.reading.review_wanted.connect(self.review_wanted)
        self.calls.found.connect(self._show_calls)

    def _connect_desk(self) -> None:
        desk = self._desk
        desk.detail_changed.connect(self._show)
        desk.timeline_changed.connect(self._say_nothing)
        desk.timeline_changed.connect(lambda _: self.copies.show(self.facts.document if desk.detail else None))
        desk.closed.connect(self._close_viewer)
        language.changed.connect(self.retranslate)

    def retranslate(self) -> None:
        """Set all texts."""
        self._say_nothing()
        if self.facts.history_section.open:
            self._load_history()

    def _say_nothing(self) -> None:
        """Say how to see something, where there is something to see."""
        hint = self.tr("Select an entry to see everything that is known about it.")
        self.nothing.setText(hint if self._desk.entries else "")

    def commit(self) -> None:
        """Save what is being typed right now."""
        self.facts.finish()
        if self._viewer is not None:
            self._viewer.finish()
        if self.large is not None:
            self.large.finish()

    def _pick(self) -> None:
        detail, dispute = self._desk.detail, self._desk.dispute
        if detail is not None and dispute is not None:
            at = event_instant(detail.event, dispute.zone)
            self.picking_wanted.emit(detail.event.exhibit_ids, at, self.facts.exhibits.choose)

    def _ask_password(self) -> None:
        if (exhibit := self.facts.exhibit) is not None:
            self.password_wanted.emit(exhibit.id, exhibit.label)

    def _ask_pictures(self) -> None:
        if (exhibit := self.facts.exhibit) is not None:
            self.pictures_wanted.emit(exhibit.dispute_id, exhibit.id)

    def _ask_columns(self) -> None:
        if (exhibit := self.facts.exhibit) is not None:
            self.columns_wanted.emit(exhibit.id)

    def begin_editing(self) -> None:
        """Put the cursor into the first fact worth typing, once what was chosen last is shown."""
        detail = self._desk.detail
        self._editing_wanted = detail is None or detail.event.id != self._desk.event_id
        if not self._editing_wanted:
            self.facts.first_field().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        detail, dispute = self._desk.detail, self._desk.dispute
        if detail is None or dispute is None:
            self._shown_event_id = ""
            self._show_exhibit(None)
            self.reading.show(None, None)
            self.calls.show(None)
            self.pages.setCurrentWidget(self.nothing)
            return
        if detail.event.id != self._shown_event_id:
            self._shown_event_id = detail.event.id
            self.area.verticalScrollBar().setValue(0)
        self.facts.show_detail(detail, dispute.zone, read_only=self._desk.read_only)
        self._show_exhibit(self.facts.exhibit)
        self.reading.show(detail.event, self.facts.exhibit)
        self.copies.show(self.facts.document)
        self.calls.show(detail.event)
        self.pages.setCurrentWidget(self.splitter)
        chain_tabs(in_visual_order(self.splitter))  # the picture, the divider, the facts
        if self.facts.history_section.open:
            self._load_history()
        if self.facts.stamps_section.open:
            self.stamping.load(self.facts.exhibit)
        if self._editing_wanted:
            self.begin_editing()

    def _show_calls(self, any_found: bool) -> None:
        self.facts.calls_section.setVisible(any_found)
        chain_tabs(in_visual_order(self.splitter))

    def _show_exhibit(self, exhibit: Exhibit | None) -> None:
        session = self._desk.session
        if self.large is not None:
            return  # it shows the exhibit; this viewer follows when it is seen again
        if exhibit is None or session is None:
            if self._viewer is not None:
                self._viewer.hide()
            return
        if self._viewer is None:
            self._viewer = self._make_viewer()
        self._viewer.show()
        self._viewer.show_exhibit(session, exhibit)
        if self._found is not None:
            self._found.seek(self._sought)

    def _make_viewer(self) -> "ExhibitViewer":
        from ui.viewer.viewer import ExhibitViewer

        viewer = ExhibitViewer()
        self._found = FoundOnExhibit(self._desk, viewer)
        viewer.setMinimumHeight(160)
        viewer.original_requested.connect(lambda: self._open_original(False))
        viewer.large_view_requested.connect(self.show_large)
        viewer.edited.connect(self._edit_exhibit)
        self.reading.follow(viewer)
        self.splitter.insertWidget(0, viewer)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        heights = self.settings.place(HEIGHTS) if self.settings is not None else QByteArray()
        if heights.isEmpty() or not self.splitter.restoreState(heights):
            self.splitter.setSizes(list(VIEWER_SHARE))
        return viewer

    def _keep_heights(self) -> None:
        if self.settings is not None:
            self.settings.set_place(HEIGHTS, self.splitter.saveState())

    def _edit_exhibit(self, exhibit_id: str, changes: dict[str, FieldValue]) -> None:
        self._desk.edits.edit(Subject.EXHIBIT, exhibit_id, changes)

    @property
    def viewer(self) -> "ExhibitViewer | None":
        """What shows the exhibit beside the list, None before there was one to show."""
        return self._viewer

    def seek(self, text: str) -> None:
        """Mark the words of a search on the picture."""
        self._sought = text
        if self._found is not None and self.large is None:
            self._found.seek(text)

    def show_large(self) -> None:
        """Show the exhibit as large as the window; Escape or Space goes back."""
        from ui.inspector.large import LargeView

        if self._desk.session is None or self.facts.exhibit is None or self.large is not None:
            return
        self.commit()
        if self._viewer is not None:
            self._viewer.rest()
        self.large = large = LargeView(self.window(), self._desk, self.order, self.settings, sought=self._sought)
        large.open_wanted.connect(self._open_original)
        large.event_wanted.connect(self.event_wanted)
        large.picking_wanted.connect(self._pick_to_compare)
        large.removal_wanted.connect(self.removal_wanted)
        large.keys_wanted.connect(self.keys_wanted)
        large.closed.connect(self._large_closed)
        large.focus_lost.connect(self.focus_lost)
        large.present()

    def compare(self, exhibit_ids: Sequence[str]) -> None:
        """Show two exhibits beside each other, the first of them the one that is selected, if it is among them."""
        shown = self.facts.exhibit
        if shown is None:
            return
        other = next((exhibit_id for exhibit_id in exhibit_ids if exhibit_id != shown.id), "")
        self.show_large()
        self._compare_with(other)

    def _compare_with_copy(self) -> None:
        other = self.facts.copies.other
        if other is not None:
            self.compare([other.id])

    def _remove_copy(self) -> None:
        lesser = self.facts.copies.lesser
        if lesser is not None:
            self.removal_wanted.emit(Subject.EXHIBIT, lesser.id, lesser.label)

    def _compare_with(self, exhibit_id: str) -> None:
        if exhibit_id and self.large is not None:
            large = self.large
            self._desk.read(lambda session: _exhibit(session, exhibit_id), large.compare_with, large)

    def _pick_to_compare(self) -> None:
        large = self.large
        if large is not None and large.exhibit is not None:
            self.comparing_wanted.emit(large, large.exhibit.id, self._compare_with)

    def _large_closed(self) -> None:
        self.large = None
        self._show_exhibit(self.facts.exhibit if self._desk.detail is not None else None)

    def _close_viewer(self) -> None:
        viewer, self._viewer, self._found = self._viewer, None, None
        self.reading.leave()
        self._show()
        if viewer is not None:
            viewer.close_source()
            viewer.hide()
            discard(viewer)

    def _load_history(self) -> None:
        detail = self._desk.detail
        if detail is not None:
            event = detail.event
            self._desk.read(lambda session: _history(session, event), self._take_history, self)

    def _take_history(self, result: "tuple[str, list[HistoryLine]]") -> None:
        event_id, lines = result
        dispute = self._desk.dispute
        if event_id == self._shown_event_id and dispute is not None:
            self.facts.history.show_lines(lines, dispute.zone)

    def _open_original(self, in_folder: bool) -> None:
        exhibit = self.large.exhibit if self.large is not None else self.facts.exhibit
        if exhibit is not None:
            self._desk.read(lambda session: _copy_to_open(session, exhibit), partial(_show, in_folder=in_folder), self)


def _history(session: "Session", event: Event) -> "tuple[str, list[HistoryLine]]":
    """Return the entries about an event and the exhibit it came from."""
    from evidence_app.actions.exhibits import custody_history

    own = event.exhibit_ids[:1] if event.kind is EventKind.DOCUMENT else ()
    wanted = {event.id, *own}
    lines = custody_history(session, event.dispute_id)
    keys = ("exhibit", "event", "id", "duplicate_of")
    return event.id, [line for line in lines if line.payload and any(line.payload.get(key) in wanted for key in keys)]


def _exhibit(session: "Session", exhibit_id: str) -> Exhibit:
    from evidence_app.actions.exhibits import get_exhibit

    return get_exhibit(session, exhibit_id)


def _copy_to_open(session: "Session", exhibit: Exhibit) -> "tuple[Path, bool]":
    """Return a copy of the original, and whether another program may be asked to open it."""
    from evidence_app.actions.exhibits import VIEWABLE, copy_to_open

    return copy_to_open(session, exhibit), exhibit.original.media.kind in VIEWABLE


def _show(found: "tuple[Path, bool]", *, in_folder: bool) -> None:
    """Open a copy with the system's program for it; show it in its folder where there is none or none may run."""
    path, viewable = found
    if in_folder or not viewable or not open_file(path):
        show_in_folder(path)
