"""All that is in the window: sidebar, the chosen dispute's page, inspector; drop and paste anywhere."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import EnvironmentProblem, JuzhengError
from evidence_app.phrases import Language
from ui.activity import ActivityBar
from ui.controls import part
from ui.desk import Desk, Subject
from ui.dropping import Arrival, DropTarget, arrival, holds_evidence
from ui.header import DisputeHeader
from ui.i18n import language
from ui.importing import Importing
from ui.messages import report
from ui.pages import NoDisputePage, NoEventsPage, OpeningPage, ProblemPage
from ui.settings import Settings
from ui.sidebar.sidebar import Sidebar
from ui.tasks import Lane, Task, Tasks
from ui.tokens import INSPECTOR_WIDTH, SIDEBAR_WIDTH, Appearance, theme
from ui.vaulting import VaultVerbs

if TYPE_CHECKING:
    from evidence_app.actions.add_evidence import AddReport
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.actions.export_dossier import DossierResult, ExportOptions
    from evidence_app.actions.interrupted import InterruptedImport
    from evidence_app.actions.session import Session
    from ui.inspector.inspector import Inspector
    from ui.timeline.model import TimelineModel
    from ui.timeline.view import TimelineView

INSPECTOR_DELAY_MS = 50  # after the timeline is on the screen
READING_CODES = frozenset({"vault-locked", "vault-read-only", "disk-read-only"})
"""Refusals after which the vault can still be opened for reading."""


class Workbench(QWidget):
    """Puts the desk and its views together; what each shows and does is decided in its own module."""

    usable = Signal()

    def __init__(self, settings: Settings, arguments: Sequence[str] = ()) -> None:
        """``arguments`` are files to add once the vault is open."""
        super().__init__()
        self.settings = settings
        self.tasks = Tasks(self)
        self.desk = Desk(self.tasks, self)
        self.importing = Importing(self.desk, self)
        self.inspector: Inspector | None = None
        self.timeline: TimelineView | None = None
        self._model: TimelineModel | None = None
        self._entries: list[TimelineEntry] = []
        self._problem: BaseException | None = None
        self._folder: Path | None = settings.vault_folder
        self._waiting = Arrival(paths=tuple(Path(argument).absolute() for argument in arguments))
        self._make_parts()
        self.vault_verbs = VaultVerbs(self, self.desk, self.bar, settings)
        self._connect_parts()
        self._connect_desk()
        self._make_shortcuts()
        language.changed.connect(self.retranslate)
        self.retranslate()

    # Making

    def _make_parts(self) -> None:
        self.setAcceptDrops(True)
        self.sidebar = Sidebar()
        self.header = DisputeHeader()
        self.bar = ActivityBar()
        self.opening_page = OpeningPage()
        self.no_dispute_page = NoDisputePage()
        self.no_events_page = NoEventsPage()
        self.problem_page = ProblemPage()
        self.pages = QStackedWidget()
        for page in (self.opening_page, self.no_dispute_page, self.no_events_page, self.problem_page):
            self.pages.addWidget(page)
        self.middle = QWidget()
        part(self.middle, "surface")
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        column.addWidget(self.bar)
        self.header.hide()
        self.inspector_place = QWidget()
        part(self.inspector_place, "surface")
        self.inspector_place.setMinimumWidth(300)
        self._inspector_column = QVBoxLayout(self.inspector_place)
        self._inspector_column.setContentsMargins(0, 0, 0, 0)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.sidebar.setMinimumWidth(180)
        self.middle.setMinimumWidth(440)
        self.splitter.addWidget(self.sidebar)
        self.splitter.addWidget(self.middle)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.target = DropTarget(self)

    def _connect_parts(self) -> None:
        side, verbs = self.sidebar, self.vault_verbs
        side.dispute_chosen.connect(self._choose_dispute)
        side.new_dispute_wanted.connect(self.ask_new_dispute)
        side.edit_wanted.connect(self.edit_dispute)
        side.removal_wanted.connect(self.remove_dispute)
        side.settings_menu.language_chosen.connect(self._choose_language)
        side.settings_menu.appearance_chosen.connect(self._choose_appearance)
        for action, verb in (
            (side.vault_menu.open_other, verbs.open_other),
            (side.vault_menu.show_folder, verbs.show_folder),
            (side.vault_menu.back_up, verbs.back_up),
            (side.vault_menu.restore, verbs.restore),
            (side.vault_menu.verify, verbs.verify),
            (side.vault_menu.erase, verbs.erase),
        ):
            action.triggered.connect(verb)
        self.header.edit_wanted.connect(lambda: self.edit_dispute(self.desk.dispute_id))
        self.header.files_wanted.connect(self.ask_files)
        self.header.typed_wanted.connect(self.ask_event)
        self.header.export_wanted.connect(self.ask_export)
        self.header.search_changed.connect(self._search)
        self.no_dispute_page.new_dispute_wanted.connect(self.ask_new_dispute)
        self.no_events_page.files_wanted.connect(self.ask_files)
        self.problem_page.other_vault_wanted.connect(verbs.open_other)
        self.problem_page.retry_wanted.connect(self._retry)
        self.problem_page.read_only_wanted.connect(lambda: self.desk.open(self._folder, read_only=True))

    def _connect_desk(self) -> None:
        desk = self.desk
        desk.opening.connect(lambda: self.pages.setCurrentWidget(self.opening_page))
        desk.opened.connect(self._opened)
        desk.closed.connect(self._closed)
        desk.refused.connect(self._refused)
        desk.disputes_changed.connect(self._show_disputes)
        desk.dispute_changed.connect(self._show_dispute)
        desk.timeline_changed.connect(self._show_timeline)
        desk.detail_changed.connect(self._follow_selection)
        desk.failed.connect(self.report)
        desk.interrupted.connect(self._offer_unfinished)
        self.tasks.unexpected.connect(self.report)
        self.importing.began.connect(lambda task: self.bar.follow(task, lambda: self.tr("Adding evidence")))
        self.importing.saved.connect(desk.reload_timeline)
        self.importing.finished.connect(self._imported)
        self.importing.failed.connect(self._import_failed)

    def _make_shortcuts(self) -> None:
        standard = QKeySequence.StandardKey
        for keys, verb in (
            (QKeySequence(standard.Paste), self.paste),
            (QKeySequence(standard.Undo), self._undo),
            (QKeySequence(standard.Redo), self._redo),
            (QKeySequence(standard.Open), self.ask_files),
            (QKeySequence(standard.New), self.ask_new_dispute),
            (QKeySequence(standard.Find), self._begin_search),
            (QKeySequence("Ctrl+E"), self.ask_export),
        ):
            QShortcut(keys, self).activated.connect(verb)

    def retranslate(self) -> None:
        """Set the texts that belong to no part."""
        self._show_vault_name()

    # Starting

    def start(self) -> None:
        """Open the vault in the background and build the rest meanwhile."""
        self.open_vault()
        self._make_views()

    def open_vault(self) -> None:
        """Open the vault that was open last, or the default one."""
        self.desk.open(self._folder, dispute_id=self.settings.dispute_id)

    def _make_views(self) -> None:
        """Build the timeline while the vault opens in the background; the inspector follows once there is time."""
        from ui.timeline.model import TimelineModel
        from ui.timeline.view import TimelineView

        if self.timeline is not None:
            return
        self._model = TimelineModel(self)
        self.timeline = TimelineView()
        self.timeline.setModel(self._model)
        self.pages.addWidget(self.timeline)
        self.splitter.addWidget(self.inspector_place)
        self.splitter.setStretchFactor(2, 0)
        self._connect_timeline(self.timeline)
        state = self.settings.place("columns")
        if state.isEmpty() or not self.splitter.restoreState(state):
            self.splitter.setSizes([SIDEBAR_WIDTH, self.width() - SIDEBAR_WIDTH - INSPECTOR_WIDTH - 2, INSPECTOR_WIDTH])
        self.inspector_place.setVisible(self.desk.dispute is not None)
        self._take_thumbnails()

    def _make_inspector(self) -> None:
        from ui.inspector.inspector import Inspector

        if self.inspector is None:
            self.inspector = Inspector(self.desk)
            self.inspector.removal_wanted.connect(self.ask_removal)
            self._inspector_column.addWidget(self.inspector)

    def _connect_timeline(self, timeline: "TimelineView") -> None:
        timeline.event_selected.connect(self._select_event)
        timeline.event_activated.connect(lambda _: self._edit_selected())
        timeline.large_view_requested.connect(lambda _: self._show_large())
        timeline.search_requested.connect(self._begin_search)
        timeline.note_requested.connect(lambda: self.ask_event(EventKind.NOTE))
        timeline.call_requested.connect(lambda: self.ask_event(EventKind.CALL))
        timeline.remove_requested.connect(self._remove_selected)

    # What the desk tells

    def _opened(self) -> None:
        self._problem = None
        self._folder = self.desk.session.folder if self.desk.session is not None else None
        self._make_views()
        self._take_thumbnails()
        self._show_vault_name()
        if not self._waiting.empty:
            waiting, self._waiting = self._waiting, Arrival()
            QTimer.singleShot(0, lambda: self.receive(waiting))

    def _closed(self) -> None:
        self.header.hide()
        self.inspector_place.hide()
        if self.timeline is not None:
            self.timeline.set_thumbnail_source(None)
        self._take_entries([])
        self._show_disputes()
        self._show_vault_name()

    def _refused(self, error: BaseException) -> None:
        self._problem = error
        code = error.code if isinstance(error, JuzhengError) else ""
        self.problem_page.show_error(error, offer_reading=code in READING_CODES)
        self.pages.setCurrentWidget(self.problem_page)
        if isinstance(error, EnvironmentProblem) and code == "vault-erased":
            self._folder = None
        self._show_vault_name()

    def _show_vault_name(self) -> None:
        folder = self._folder
        name = folder.name if folder is not None and self.settings.vault_folder is not None else self.tr("My vault")
        session = self.desk.session
        if session is not None and session.read_only:
            name = self.tr("%1 (reading only)").replace("%1", name)
        self.sidebar.show_vault(name, str(folder or ""))
        self.sidebar.vault_menu.set_open(session is not None)
        self.sidebar.new_button.setEnabled(not self.desk.read_only)

    def _show_disputes(self) -> None:
        self.sidebar.show_disputes(self.desk.disputes, self.desk.dispute_id)

    def _show_dispute(self) -> None:
        dispute = self.desk.dispute
        self.sidebar.show_disputes(self.desk.disputes, self.desk.dispute_id)
        self.inspector_place.setVisible(dispute is not None)
        self.header.setVisible(dispute is not None)
        if dispute is None:
            if self.desk.session is not None:
                self.pages.setCurrentWidget(self.no_dispute_page)
            return
        self.settings.dispute_id = dispute.id
        self._show_header(dispute)

    def _show_header(self, dispute: Dispute) -> None:
        first = next((entry.at.date() for entry in self._entries if entry.at is not None), None)
        self.header.show_dispute(dispute, first, read_only=self.desk.read_only)

    def _show_timeline(self, entries: list[TimelineEntry]) -> None:
        self._take_entries(entries)
        dispute = self.desk.dispute
        if dispute is None or self.timeline is None:
            return
        self._show_header(dispute)
        loading = not entries and self.desk.loading_timeline
        if not loading:
            self.pages.setCurrentWidget(self.timeline if entries else self.no_events_page)
        if self.desk.event_id and self.timeline.current_event() != self.desk.event_id:
            self.timeline.select_event(self.desk.event_id)
            self.desk.reload_detail()
        self.usable.emit()
        if self.inspector is None:
            QTimer.singleShot(INSPECTOR_DELAY_MS, self._make_inspector)

    def _take_entries(self, entries: list[TimelineEntry]) -> None:
        self._entries = entries
        if self._model is not None:
            self._model.replace(entries)

    def _follow_selection(self) -> None:
        if not self.desk.event_id and self.timeline is not None:
            self.timeline.clearSelection()

    def _take_thumbnails(self) -> None:
        session = self.desk.session
        if session is not None and self.timeline is not None:
            self.timeline.set_thumbnail_source(lambda sha256: _thumbnail(session, sha256))

    def _offer_unfinished(self, unfinished: "list[InterruptedImport]") -> None:
        from ui.sheets.vaults import UnfinishedSheet

        sheet = UnfinishedSheet(self, unfinished)
        sheet.resume_wanted.connect(lambda: self.importing.resume(unfinished))
        sheet.forget_wanted.connect(lambda: self.importing.forget(unfinished))
        sheet.present()

    def report(self, error: BaseException) -> QMessageBox:
        """Tell about an error that belongs to no place of its own."""
        return report(self, error)

    @property
    def entries(self) -> list[TimelineEntry]:
        """The chosen dispute's events."""
        return self._entries

    def shown_event_ids(self) -> list[str]:
        """Return the events that the timeline shows, in order."""
        return self._model.event_ids() if self._model is not None else []

    # What the person does

    def _choose_dispute(self, dispute_id: str) -> None:
        self.save_typing()
        self.header.search.clear()
        self.desk.choose_dispute(dispute_id)

    def _select_event(self, event_id: str) -> None:
        if event_id != self.desk.event_id:
            self._make_inspector()
            self.save_typing()
            self.desk.select_event(event_id)

    def _edit_selected(self) -> None:
        if self.inspector is not None:
            self.inspector.begin_editing()

    def _show_large(self) -> None:
        if self.inspector is not None:
            self.inspector.show_large()

    def _search(self, text: str) -> None:
        if self._model is not None:
            self._model.set_filter(replace(self._model.filter, text=text))

    def _begin_search(self) -> None:
        if self.header.isVisible():
            self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.header.search.selectAll()

    def _undo(self) -> None:
        self.save_typing()
        self.desk.undo()

    def _redo(self) -> None:
        self.desk.redo()

    def save_typing(self) -> None:
        """Save what is being typed in the inspector right now."""
        if self.inspector is not None:
            self.inspector.commit()

    def ask_new_dispute(self, then: Arrival | None = None) -> None:
        """Ask what happened, with whom, how much; then add what arrived."""
        from ui.sheets.dispute import NewDisputeSheet

        if self.desk.read_only:
            return
        sheet = NewDisputeSheet(self)
        waiting = then if isinstance(then, Arrival) else None

        def create(new: "NewDispute") -> None:
            self.desk.new_dispute(new, lambda dispute: self._receive_into(dispute.id, waiting))

        sheet.wanted.connect(create)
        sheet.present()

    def _receive_into(self, dispute_id: str, found: Arrival | None) -> None:
        if found is not None:
            self.importing.add(dispute_id, found)

    def edit_dispute(self, dispute_id: str) -> None:
        """Show everything about a dispute for changing."""
        from ui.sheets.dispute import EditDisputeSheet

        dispute = next((line.dispute for line in self.desk.disputes if line.dispute.id == dispute_id), None)
        if dispute is None or self.desk.read_only:
            return
        self.desk.choose_dispute(dispute_id)
        sheet = EditDisputeSheet(self, dispute)
        sheet.wanted.connect(lambda changes: self.desk.edit(Subject.DISPUTE, dispute_id, changes))
        sheet.present()

    def remove_dispute(self, dispute_id: str) -> None:
        """Ask for the reason, then remove a dispute."""
        dispute = next((line.dispute for line in self.desk.disputes if line.dispute.id == dispute_id), None)
        if dispute is not None:
            self.ask_removal(Subject.DISPUTE, dispute_id, dispute.title)

    def _remove_selected(self, event_ids: list[str]) -> None:
        if self.inspector is not None and event_ids:
            self.inspector.facts.ask_removal()

    def ask_removal(self, subject: Subject, subject_id: str, name: str) -> None:
        """Ask for the reason, then remove."""
        from ui.sheets.removal import RemovalSheet

        if self.desk.read_only:
            return
        titles = {
            Subject.DISPUTE: self.tr("Remove the dispute"),
            Subject.EXHIBIT: self.tr("Remove the exhibit"),
            Subject.EVENT: self.tr("Remove the entry"),
        }
        consequences = {
            Subject.DISPUTE: self.tr(
                "All its originals and everything written about them are erased from the vault. "
                "That it was removed, and why, stays in the custody log."
            ),
            Subject.EXHIBIT: self.tr(
                "The original and everything written about it are erased from the vault. "
                "Its number, its SHA-256 and the reason stay in the custody log."
            ),
            Subject.EVENT: self.tr("What was typed is erased. That it was removed, and why, stays in the custody log."),
        }
        sheet = RemovalSheet(self, titles[subject], consequences[subject], name)
        sheet.wanted.connect(lambda reason: self.desk.remove(subject, subject_id, reason))
        sheet.present()

    def ask_event(self, kind: EventKind) -> None:
        """Ask for the facts of a typed event."""
        from ui.sheets.event import EventSheet

        dispute = self.desk.dispute
        if dispute is None or self.desk.read_only:
            return
        sheet = EventSheet(self, kind, dispute.zone, currency=dispute.currency)
        sheet.wanted.connect(self.desk.record_event)
        sheet.present()

    def ask_files(self) -> None:
        """Let files be chosen and add them."""
        if self.desk.read_only:
            return
        dialog = QFileDialog(self, self.tr("Add evidence"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.receive(Arrival(paths=tuple(map(Path, names)))))
        dialog.open()

    def ask_export(self) -> None:
        """Read the exhibits, then ask what the dossier shall hold."""
        dispute = self.desk.dispute
        if dispute is None:
            return

        def present(exhibits: list[Exhibit]) -> None:
            from ui.sheets.export import ExportSheet

            sheet = ExportSheet(self, dispute, exhibits, prepared_by=self.settings.prepared_by)
            sheet.wanted.connect(lambda path, options: self._export(dispute.id, path, options, sheet.follow))
            sheet.present()

        self.save_typing()
        self.desk.read(lambda session: _exhibits(session, dispute.id), present, self)

    def _export(
        self, dispute_id: str, path: Path, options: "ExportOptions", follow: Callable[[Task, Path], None]
    ) -> None:
        session = self.desk.session
        if session is None:
            return
        self.settings.prepared_by = options.prepared_by

        def work(task: Task) -> "DossierResult":
            from evidence_app.actions.export_dossier import export_dossier

            return export_dossier(session, dispute_id, path, options, task)

        task = self.tasks.start(work, lane=Lane.LONG, failed=lambda _: None)
        follow(task, path)

    # Arrivals

    def receive(self, found: Arrival, dispute_id: str = "") -> None:
        """Add what arrived to a dispute, the chosen one if none is named; without any, ask for a new one."""
        if found.empty or self.desk.session is None or self.desk.read_only:
            return
        target = dispute_id or self.desk.dispute_id
        if not target:
            self.ask_new_dispute(found)
            return
        self.desk.choose_dispute(target)
        self.importing.add(target, found)

    def paste(self) -> None:
        """Add files or a picture from the clipboard."""
        self._receive_mime(QGuiApplication.clipboard().mimeData(), "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what could be evidence."""
        if not self.desk.read_only and holds_evidence(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._aim(event.position())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Name the dispute under the pointer, or the chosen one."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._aim(event.position())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the target away."""
        self.target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self.target.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._receive_mime(event.mimeData(), self._dispute_under(event.position()))

    def _receive_mime(self, mime: QMimeData, dispute_id: str) -> None:
        found = arrival(mime)
        if found.empty:
            self.bar.conclude(lambda: self.tr("There is no file or picture in what was dropped or pasted."))
            return
        self.receive(found, dispute_id)

    def _aim(self, position: QPointF) -> None:
        dispute_id = self._dispute_under(position) or self.desk.dispute_id
        titles = {line.dispute.id: line.dispute.title for line in self.desk.disputes}
        self.target.aim(titles.get(dispute_id, ""))

    def _dispute_under(self, position: QPointF) -> str:
        viewport = self.sidebar.list.viewport()
        point = viewport.mapFrom(self, position.toPoint())
        return self.sidebar.list.dispute_at(point) if viewport.rect().contains(point) else ""

    def _imported(self, result: "AddReport") -> None:
        from ui.sheets.results import summary

        self.desk.reload_timeline()
        self.desk.reload_disputes()
        self.bar.conclude(lambda: summary(result), lambda: self.tr("Show the list"), lambda: self._show_results(result))

    def _import_failed(self, error: BaseException) -> None:
        self.desk.reload_timeline()
        self.desk.reload_disputes()
        self.report(error)

    def _show_results(self, result: "AddReport") -> None:
        from ui.sheets.results import ResultsSheet

        sheet = ResultsSheet(self, result)
        if self.timeline is not None:
            sheet.event_chosen.connect(self.timeline.select_event)
        sheet.present()

    # Settings and leaving

    def _choose_language(self, code: str) -> None:
        self.settings.language = Language(code)
        language.choose(Language(code))

    def _choose_appearance(self, name: str) -> None:
        self.settings.appearance = Appearance(name)
        theme.choose(Appearance(name))

    def _retry(self) -> None:
        self.desk.open(self._folder, dispute_id=self.settings.dispute_id)

    def leave(self) -> None:
        """Save what is typed, stop what can be resumed, let go of the vault; blocks until that is done."""
        self.save_typing()
        if self.timeline is not None:
            self.settings.set_place("columns", QByteArray(self.splitter.saveState()))
        if self.timeline is not None:
            self.timeline.set_thumbnail_source(None)
        self.desk.close()


def _thumbnail(session: "Session", sha256: str) -> bytes | None:
    from evidence_app.actions.exhibits import thumbnail

    return thumbnail(session, sha256)


def _exhibits(session: "Session", dispute_id: str) -> list[Exhibit]:
    from evidence_app.actions.exhibits import list_exhibits

    return list_exhibits(session, dispute_id)
