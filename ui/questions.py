"""The questions that the window asks: each opens its sheet and hands the answer to the desk."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from ui.choosing import files_dialog, folder_dialog
from ui.desk import Desk
from ui.dropping import NOTHING, Arrival
from ui.exhibit_lines import ExhibitLine, lines_of
from ui.i18n import word
from ui.settings import Purpose, Settings
from ui.subjects import Subject

if TYPE_CHECKING:
    from evidence_app.actions.add_evidence import AddReport
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.actions.interrupted import InterruptedImport
    from evidence_app.actions.session import Session
    from evidence_app.domain.known import KnownValues
    from ui.sheets.event import EventSheet
    from ui.sheets.password import PasswordSheet


class Questions(QObject):
    """Opens sheets over ``window``. In a vault that is open for reading only, what would change it is not asked.

    ``arrived`` carries the id of a dispute and what shall be added to it, ``event_chosen`` an event to show.
    """

    arrived = Signal(str, object)
    event_chosen = Signal(str)
    dispute_made = Signal()
    exhibit_chosen = Signal(str)
    removed = Signal(int, int)
    """So many things are on their way into the tray, in so many steps."""
    retry_wanted = Signal(object, list)
    """A report, and the names of the items to be added once more."""
    resume_wanted = Signal(list)
    forget_wanted = Signal(list)
    place_wanted = Signal(object, str)
    """A place that was found in any dispute, and the words that were searched for."""

    def __init__(self, window: QWidget, desk: Desk, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._desk, self._settings = window, desk, settings

    def search_everywhere(self, text: str) -> None:
        """Search all disputes, for a text to begin with."""
        from ui.sheets.everywhere import SearchEverywhere

        if self._desk.session is not None:
            sheet = SearchEverywhere(self._window, self._desk, text)
            sheet.place_wanted.connect(self.place_wanted)
            sheet.present()

    # Disputes

    def new_dispute(self, then: Arrival = NOTHING) -> None:
        """Ask what happened, with whom, how much; then add what arrived."""
        from ui.sheets.dispute import NewDisputeSheet

        if self._desk.read_only:
            return
        known = (line.dispute for line in self._desk.disputes)
        sheet = NewDisputeSheet(
            self._window, [name for dispute in known for name in (dispute.institution, *dispute.aliases) if name]
        )

        def create(new: "NewDispute") -> None:
            self._desk.edits.new_dispute(new, made)

        def made(dispute: Dispute) -> None:
            self.dispute_made.emit()
            self.arrived.emit(dispute.id, then)

        sheet.wanted.connect(create)
        sheet.present()

    def edit_dispute(self, dispute_id: str, field: str = "") -> None:
        """Show everything about a dispute for changing, the cursor in ``field`` if one is named."""
        from ui.sheets.dispute import EditDisputeSheet

        dispute = self._dispute(dispute_id)
        if dispute is None or self._desk.read_only:
            return
        self._desk.choose_dispute(dispute_id)
        sheet = EditDisputeSheet(self._window, dispute)
        sheet.wanted.connect(lambda changes: self._desk.edits.edit(Subject.DISPUTE, dispute_id, changes))
        sheet.present()
        sheet.begin_at(field)

    def remove_dispute(self, dispute_id: str) -> None:
        """Ask for the reason, then remove a dispute."""
        dispute = self._dispute(dispute_id)
        if dispute is not None:
            self.removal(Subject.DISPUTE, dispute_id, dispute.title)

    def _dispute(self, dispute_id: str) -> Dispute | None:
        return next((line.dispute for line in self._desk.disputes if line.dispute.id == dispute_id), None)

    # What belongs to a dispute

    def password(self, name: str, *, more: int = 0, again: bool = False) -> "PasswordSheet | None":
        """Ask for the password of a locked archive, behind which ``more`` wait; once more after one that was wrong."""
        from ui.sheets.password import PasswordSheet

        if self._desk.read_only:
            return None
        sheet = PasswordSheet(self._window, name, more)
        if again:
            sheet.ask_again()
        sheet.present()
        return sheet

    def removal(self, subject: Subject, subject_id: str, name: str) -> None:
        """Ask for the reason, then remove one thing."""
        self._removals({subject: {subject_id: name}})

    def removals(self, event_ids: Sequence[str]) -> None:
        """Ask for one reason, then remove entries: those that stand for a file with their exhibits."""
        entries = self._desk.outline.of_ids(event_ids)
        documents = [entry for entry in entries if entry.kind is EventKind.DOCUMENT and entry.exhibit_id]
        typed = [entry for entry in entries if entry.kind is not EventKind.DOCUMENT]
        names = {
            Subject.EXHIBIT: {entry.exhibit_id: entry.exhibit_label for entry in documents},
            Subject.EVENT: {entry.event_id: entry.text or entry.promise or word(entry.kind) for entry in typed},
        }
        self._removals({subject: named for subject, named in names.items() if named})

    def _removals(self, names: Mapping[Subject, Mapping[str, str]]) -> None:
        """Ask about things by what they are, each with its id and name."""
        from ui.sheets.removal import RemovalSheet

        if self._desk.read_only or not names:
            return
        subject = next(iter(names)) if len(names) == 1 else Subject.EVENT
        sheet = RemovalSheet(self._window, subject, [name for named in names.values() for name in named.values()])
        sheet.wanted.connect(lambda reason: self._remove(names, reason))
        sheet.present()

    def _remove(self, names: Mapping[Subject, Mapping[str, str]], reason: str) -> None:
        for subject, named in names.items():
            self._desk.edits.set_aside(subject, list(named), reason)
        self.removed.emit(sum(map(len, names.values())), len(names))

    def typed_event(self, kind: EventKind, about: str = "") -> None:
        """Ask for the facts of a typed event; ``about`` is the id of an exhibit that shows it."""
        from ui.sheets.event import EventSheet

        dispute = self._desk.dispute
        if dispute is None or self._desk.read_only:
            return
        shown = [line for line in lines_of(self._desk.outline.document_entries) if line.exhibit_id == about]
        sheet = EventSheet(self._window, kind, dispute.zone, currency=dispute.currency, exhibits=shown)

        def offer_known(_: object = None) -> None:
            entries = self._desk.outline.samples
            self._desk.read(
                lambda session: _known(session, dispute.id), lambda known: sheet.complete(known, entries), sheet
            )

        offer_known()
        made = self._desk.edits.made_step
        made.connect(offer_known)  # what one typed a moment ago is known, too
        sheet.finished.connect(lambda _: made.disconnect(offer_known))
        sheet.wanted.connect(lambda new: self._desk.edits.record_event(new))
        sheet.calling.clicked.connect(lambda: self._companion_instead(sheet))
        sheet.picking_wanted.connect(
            lambda: self.exhibits(sheet, sheet.exhibits.value(), sheet.at(), sheet.exhibits.choose)
        )
        sheet.present()

    def _companion_instead(self, sheet: "EventSheet") -> None:
        """Stand by during the call instead of typing what one remembers of it; what is typed is asked about."""
        sheet.reject()
        if not sheet.isVisible():
            self.companion()

    def kept_calls(self) -> None:
        """Show the calls again that an earlier run left unsaved."""
        from ui.casework.companion import show_kept_calls

        show_kept_calls(self._window.window(), self._desk)

    def keep_calls(self) -> None:
        """Keep what is noted of calls that go on; they stay open, whichever dispute is looked at."""
        from ui.casework.companion import open_ones

        for companion in open_ones(self._window.window()):
            companion.keep()

    def leave_calls(self) -> None:
        """Keep what is noted of calls that go on, and close their windows: the vault is closed."""
        from ui.casework.companion import open_ones

        for companion in open_ones(self._window.window()):
            companion.leave()

    def companion(self) -> None:
        """Stand by during a call."""
        from ui.casework.companion import open_companion

        open_companion(self._window.window(), self._desk)

    def exhibits(
        self,
        parent: QWidget,
        chosen: Sequence[str],
        near: datetime | None,
        then: Callable[[list[ExhibitLine]], object],
    ) -> None:
        """Let exhibits be chosen for an event, those of its time first."""
        from ui.sheets.exhibits import ExhibitPicker
        from ui.timeline.thumbnails import session_thumbnails

        session = self._desk.session
        if session is None or self._desk.read_only:
            return
        lines = lines_of(self._desk.outline.document_entries)
        picker = ExhibitPicker(parent, lines, chosen=chosen, near=near, pictures=session_thumbnails(session))
        picker.wanted.connect(then)
        picker.present()

    def exhibit_to_compare(self, parent: QWidget, shown_id: str, then: Callable[[str], object]) -> None:
        """Let one exhibit be chosen to be shown beside another; also in a vault that is open for reading only."""
        from ui.sheets.exhibits import ExhibitPicker
        from ui.timeline.thumbnails import session_thumbnails

        session = self._desk.session
        if session is None:
            return
        lines = lines_of(self._desk.outline.document_entries)
        near = next((line.at for line in lines if line.exhibit_id == shown_id), None)
        picker = ExhibitPicker(
            parent,
            [line for line in lines if line.exhibit_id != shown_id],
            chosen=(),
            near=near,
            pictures=session_thumbnails(session),
            comparing=True,
        )
        picker.wanted.connect(lambda chosen: then(chosen[0].exhibit_id) if chosen else None)
        picker.present()

    def files(self) -> None:
        """Let files be chosen and add them."""
        if self._desk.read_only:
            return
        dialog = files_dialog(self._window, self.tr("Add evidence"), self._settings, Purpose.EVIDENCE)
        dialog.filesSelected.connect(lambda names: self.arrived.emit("", Arrival(paths=tuple(map(Path, names)))))
        dialog.open()

    def folder(self) -> None:
        """Let a folder be chosen and add everything in it."""
        if self._desk.read_only:
            return
        dialog = folder_dialog(self._window, self.tr("Add a folder with evidence"), self._settings, Purpose.EVIDENCE)
        dialog.fileSelected.connect(lambda name: self.arrived.emit("", Arrival(paths=(Path(name),))))
        dialog.open()

    def unfinished(self, imports: "list[InterruptedImport]") -> None:
        """Offer to go on with imports that an earlier run left unfinished."""
        from ui.sheets.vaults import UnfinishedSheet

        sheet = UnfinishedSheet(self._window, imports)
        sheet.resume_wanted.connect(lambda: self.resume_wanted.emit(imports))
        sheet.forget_wanted.connect(lambda: self.forget_wanted.emit(imports))
        sheet.present()

    def results(self, result: "AddReport", again: bool = False) -> None:
        """Show what became of each item of an import; with ``again``, what was not added can be tried again."""
        from ui.sheets.results import ResultsSheet

        sheet = ResultsSheet(self._window, result, again=again and not self._desk.read_only)
        sheet.retry_wanted.connect(lambda names: self.retry_wanted.emit(result, names))
        sheet.event_chosen.connect(self.event_chosen)
        sheet.exhibit_chosen.connect(self.exhibit_chosen)
        sheet.present()


def _known(session: "Session", dispute_id: str) -> "KnownValues":
    from evidence_app.actions.known import known_values

    return known_values(session, dispute_id)
