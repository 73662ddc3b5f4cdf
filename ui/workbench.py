"""Joins the desk to the panes: what the vault tells is shown, what the person does is asked of the desk."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMessageBox

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.errors import EnvironmentProblem, InputProblem, JuzhengError
from evidence_app.phrases import Language
from ui.arrivals import Arrivals
from ui.desk import Desk
from ui.dropping import paths_of
from ui.exhibit_lines import lines_of
from ui.i18n import language
from ui.messages import message, report
from ui.panes import Panes
from ui.questions import Questions
from ui.settings import Settings
from ui.tasks import Tasks
from ui.tokens import Appearance, theme
from ui.undoing import Step
from ui.vaulting import VaultVerbs

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.timeline.view import TimelineView

INSPECTOR_DELAY_MS = 50  # after the timeline is on the screen
READING_CODES = frozenset({"vault-locked", "vault-read-only", "disk-read-only"})
"""Refusals after which the vault can still be opened for reading."""


class Workbench(Panes):
    """All that is in the window, working together. ``usable`` is emitted when a timeline is shown."""

    usable = Signal()

    def __init__(self, settings: Settings, arguments: Sequence[str] = ()) -> None:
        """``arguments`` are files to add once the vault is open."""
        super().__init__()
        self.settings = settings
        self.tasks = Tasks(self)
        self.desk = Desk(self.tasks, self)
        self.questions = Questions(self, self.desk, settings)
        self.arrivals = Arrivals(self, self.desk)
        self.arrivals.wait(paths_of(arguments))
        self.vault_verbs = VaultVerbs(self, self.desk, self.bar, settings)
        self._entries: list[TimelineEntry] = []
        self._conflict_wanted = ""
        self._folder: Path | None = settings.vault_folder
        self._connect_parts()
        self._connect_vault()
        self._connect_desk()
        self._connect_questions()
        self._make_shortcuts()
        language.changed.connect(self.retranslate)
        self.retranslate()

    # Joining

    def _connect_parts(self) -> None:
        side, ask = self.sidebar, self.questions
        side.dispute_chosen.connect(self._choose_dispute)
        side.new_dispute_wanted.connect(lambda: ask.new_dispute())
        side.list.badge_clicked.connect(self.show_conflict)
        side.edit_wanted.connect(ask.edit_dispute)
        side.removal_wanted.connect(ask.remove_dispute)
        side.settings_menu.language_chosen.connect(self._choose_language)
        side.settings_menu.appearance_chosen.connect(self._choose_appearance)
        self.header.edit_wanted.connect(lambda: ask.edit_dispute(self.desk.dispute_id))
        self.header.files_wanted.connect(ask.files)
        self.header.folder_wanted.connect(ask.folder)
        self.header.search.list_wanted.connect(self._enter_list)
        self.no_hits_page.clear_wanted.connect(self._clear_search)
        self.header.typed_wanted.connect(ask.typed_event)
        self.header.export_wanted.connect(self.export)
        self.header.search_changed.connect(self._search)
        self.no_dispute_page.new_dispute_wanted.connect(lambda: ask.new_dispute())
        self.no_events_page.files_wanted.connect(ask.files)

    def _connect_vault(self) -> None:
        menu, verbs, problem = self.sidebar.vault_menu, self.vault_verbs, self.problem_page
        for action, verb in (
            (menu.undo, self._undo),
            (menu.redo, self._redo),
            (menu.open_other, verbs.open_other),
            (menu.show_folder, verbs.show_folder),
            (menu.back_up, verbs.back_up),
            (menu.restore, verbs.restore),
            (menu.verify, verbs.verify),
            (menu.erase, verbs.erase),
        ):
            action.triggered.connect(verb)
        problem.other_vault_wanted.connect(verbs.open_other)
        problem.new_vault_wanted.connect(verbs.new_vault)
        problem.retry_wanted.connect(self.open_vault)
        problem.read_only_wanted.connect(lambda: self.desk.open(self._folder, read_only=True))

    def _connect_desk(self) -> None:
        desk = self.desk
        desk.opening.connect(self._opening)
        desk.opened.connect(self._opened)
        desk.closed.connect(self._closed)
        desk.refused.connect(self._refused)
        desk.disputes_changed.connect(self._show_disputes)
        desk.dispute_changed.connect(self._show_dispute)
        desk.timeline_changed.connect(self._show_timeline)
        desk.detail_changed.connect(self._follow_selection)
        desk.failed.connect(self.report)
        desk.undo_changed.connect(self._offer_undo)
        desk.taken_back.connect(self._tell_taken_back)
        desk.not_taken_back.connect(self._tell_not_taken_back)
        desk.nothing_to_undo.connect(lambda: self.bar.conclude(lambda: self.tr("There is nothing to undo.")))
        desk.interrupted.connect(self.questions.unfinished)
        self.tasks.unexpected.connect(self.report)

    def _connect_questions(self) -> None:
        ask, arrivals = self.questions, self.arrivals
        ask.arrived.connect(lambda dispute_id, found: arrivals.receive(found, dispute_id))
        ask.resume_wanted.connect(arrivals.importing.resume)
        ask.forget_wanted.connect(arrivals.importing.forget)
        ask.event_chosen.connect(self._show_event)
        arrivals.dispute_wanted.connect(ask.new_dispute)
        arrivals.event_wanted.connect(self._show_event)
        arrivals.results_wanted.connect(ask.results)
        arrivals.failed.connect(self.report)

    def _connect_timeline(self, timeline: "TimelineView") -> None:
        timeline.event_selected.connect(self._select_event)
        timeline.painted.connect(self.desk.glance_shown)
        timeline.event_activated.connect(lambda _: self._edit_selected())
        timeline.large_view_requested.connect(lambda _: self._show_large())
        timeline.search_requested.connect(self._begin_search)
        timeline.note_requested.connect(lambda: self.questions.typed_event(EventKind.NOTE))
        timeline.call_requested.connect(lambda: self.questions.typed_event(EventKind.CALL))
        timeline.remove_requested.connect(self._remove_selected)
        timeline.context_menu_requested.connect(self._offer_verbs)

    def _make_shortcuts(self) -> None:
        standard = QKeySequence.StandardKey
        for keys, verb in (
            (QKeySequence(standard.Paste), self.arrivals.paste),
            (QKeySequence(standard.Undo), self._undo),
            (QKeySequence(standard.Redo), self._redo),
            (QKeySequence(standard.Open), self.questions.files),
            (QKeySequence(standard.New), lambda: self.questions.new_dispute()),
            (QKeySequence(standard.Find), self._begin_search),
            (QKeySequence("Ctrl+E"), self.export),
        ):
            QShortcut(keys, self).activated.connect(verb)

    def retranslate(self) -> None:
        """Set the texts that belong to no part."""
        self._show_vault_name()

    # Starting and leaving

    def start(self) -> None:
        """Open the vault in the background and build the timeline meanwhile."""
        self.open_vault()
        self._make_timeline()

    def open_vault(self) -> None:
        """Open the vault that was open last, or the default one."""
        self.desk.open(self._folder, dispute_id=self.settings.dispute_id)

    def leave(self) -> None:
        """Save what is typed, stop what can be resumed, let go of the vault; blocks until that is done."""
        self.save_typing()
        if self.timeline is not None:
            self.settings.set_place("columns", self.columns())
            self.timeline.set_thumbnail_source(None)
        self.desk.close()

    def _make_timeline(self) -> None:
        if self.timeline is None:
            self._connect_timeline(self.make_timeline(self.settings.place("columns")))
            self.inspector_place.setVisible(self.desk.dispute is not None)
            self._take_thumbnails()

    def _make_inspector(self) -> None:
        if self.inspector is None:
            inspector = self.make_inspector(self.desk)
            inspector.removal_wanted.connect(self.questions.removal)
            inspector.exhibit_wanted.connect(self._show_exhibit)
            inspector.picking_wanted.connect(
                lambda chosen, near, then: self.questions.exhibits(self, chosen, near, then)
            )

    # What the desk tells

    def _opening(self) -> None:
        self._folder = self.desk.folder
        self.pages.setCurrentWidget(self.opening_page)

    def _opened(self) -> None:
        self._folder = self.desk.session.folder if self.desk.session is not None else None
        self._make_timeline()
        self._take_thumbnails()
        self._show_vault_name()
        QTimer.singleShot(0, self.arrivals.take_waiting)

    def _closed(self) -> None:
        self.header.hide()
        self.inspector_place.hide()
        if self.timeline is not None:
            self.timeline.set_thumbnail_source(None)
        self._take_entries([])
        self._show_disputes()
        self._show_vault_name()

    def _refused(self, error: BaseException) -> None:
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
        self._show_disputes()
        self.inspector_place.setVisible(dispute is not None)
        self.header.setVisible(dispute is not None)
        if dispute is not None:
            self.settings.dispute_id = dispute.id
            self._show_header(dispute)
        elif self.desk.session is not None:
            self.pages.setCurrentWidget(self.no_dispute_page)

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
            self._show_page()
        if not entries:
            self.desk.glance_shown()  # no timeline will be painted that opening has to wait for
        if self.desk.event_id and self.timeline.current_event() != self.desk.event_id:
            self.timeline.select_event(self.desk.event_id)
            self.desk.reload_detail()
        self._follow_conflict()
        self.usable.emit()
        if self.inspector is None:
            QTimer.singleShot(INSPECTOR_DELAY_MS, self._make_inspector)

    def _take_entries(self, entries: list[TimelineEntry]) -> None:
        if self.model is not None and entries is not self._entries:
            self.model.replace(entries)
        self._entries = entries

    def _follow_selection(self) -> None:
        if not self.desk.event_id and self.timeline is not None:
            self.timeline.clearSelection()

    def _take_thumbnails(self) -> None:
        session = self.desk.session
        if session is not None and self.timeline is not None:
            self.timeline.set_thumbnail_source(lambda sha256: _thumbnail(session, sha256))

    def report(self, error: BaseException) -> QMessageBox:
        """Tell about an error that belongs to no place of its own."""
        return report(self, error)

    @property
    def entries(self) -> list[TimelineEntry]:
        """The chosen dispute's events."""
        return self._entries

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
        if self.model is not None:
            self.model.set_filter(replace(self.model.filter, text=text))
            self.no_hits_page.show_search(text)
            if self._entries and self.desk.dispute is not None:
                self._show_page()

    def _show_page(self) -> None:
        """Show the timeline, or why it would be empty."""
        if self.timeline is None or self.model is None:
            return
        found = self.timeline if self.model.event_count else self.no_hits_page
        self.pages.setCurrentWidget(found if self._entries else self.no_events_page)

    def _clear_search(self) -> None:
        self.header.search.clear()
        self._enter_list()

    def _enter_list(self) -> None:
        """Go from the search into what was found."""
        if self.timeline is None or not self.shown_event_ids():
            return
        self.timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.timeline.current_event():
            self.timeline.select_event(self.shown_event_ids()[0])

    def _begin_search(self) -> None:
        if self.header.isVisible():
            self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.header.search.selectAll()

    def _undo(self) -> None:
        self.save_typing()
        self.desk.undo(self.tr("taken back"))

    def _redo(self) -> None:
        self.save_typing()
        self.desk.redo()

    def _offer_undo(self) -> None:
        stack = self.desk.undo_stack
        done, undone = stack.done[-1:], stack.undone[-1:]
        self.sidebar.vault_menu.offer_undo(
            lambda: "".join(step.words() for step in done), lambda: "".join(step.words() for step in undone)
        )

    def _tell_taken_back(self, step: Step, again: bool) -> None:
        self._show_event(step.event_id if step.recorded is None or again else "")
        self.bar.conclude(
            lambda: (self.tr("Done again: %1") if again else self.tr("Taken back: %1")).replace("%1", step.words())
        )

    def _tell_not_taken_back(self, step: Step, error: BaseException) -> None:
        if not isinstance(error, InputProblem):
            self.report(error)
            return
        self.bar.conclude(
            lambda: (
                self.tr("This cannot be taken back any more: %1. %2")
                .replace("%2", message(error).what)
                .replace("%1", step.words())
            )
        )

    def save_typing(self) -> None:
        """Save what is being typed in the inspector right now."""
        if self.inspector is not None:
            self.inspector.commit()

    def export(self) -> None:
        """Save what is typed, then ask what the dossier shall hold."""
        self.save_typing()
        self.questions.export()

    def _remove_selected(self, event_ids: list[str]) -> None:
        if self.inspector is not None and event_ids:
            self.inspector.facts.ask_removal()

    def show_conflict(self, dispute_id: str) -> None:
        """Go to the first entry of a dispute whose times disagree, once its timeline is there."""
        self._conflict_wanted = dispute_id
        if dispute_id != self.desk.dispute_id:
            self._choose_dispute(dispute_id)
        self._follow_conflict()

    def _follow_conflict(self) -> None:
        disputed = next((entry.event_id for entry in self._entries if entry.open_conflict), "")
        if disputed and self._conflict_wanted == self.desk.dispute_id:
            self._conflict_wanted = ""
            self._show_event(disputed)

    def _show_exhibit(self, exhibit_id: str) -> None:
        """Go to an exhibit's own entry."""
        found = next((line.event_id for line in lines_of(self._entries) if line.exhibit_id == exhibit_id), "")
        self._show_event(found)

    def _show_event(self, event_id: str) -> None:
        """Go to an entry, also to one that the search hides."""
        if event_id and self.model is not None and self.timeline is not None:
            if self.model.row_of(event_id) < 0:
                self.header.search.clear()
            if self.timeline.select_event(event_id):
                self._select_event(event_id)  # it may have been the current one already, only not shown

    def _offer_verbs(self, event_ids: list[str], place: QPoint) -> None:
        """Open the menu of the entry under the pointer."""
        entry = next((entry for entry in self._entries if entry.event_id in event_ids), None)
        if entry is None or self.desk.read_only:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Edit"), self._edit_selected)
        if entry.kind is EventKind.DOCUMENT and entry.exhibit_id:
            about = entry.exhibit_id
            menu.addAction(
                self.tr("Record a call about this exhibit…"), lambda: self.questions.typed_event(EventKind.CALL, about)
            )
            menu.addAction(
                self.tr("Write a note about this exhibit…"), lambda: self.questions.typed_event(EventKind.NOTE, about)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Remove…"), lambda: self._remove_selected(event_ids))
        menu.popup(place)

    def _choose_language(self, code: str) -> None:
        self.settings.language = Language(code)
        language.choose(Language(code))

    def _choose_appearance(self, name: str) -> None:
        self.settings.appearance = Appearance(name)
        theme.choose(Appearance(name))


def _thumbnail(session: "Session", sha256: str) -> bytes | None:
    from evidence_app.actions.exhibits import thumbnail

    return thumbnail(session, sha256)
