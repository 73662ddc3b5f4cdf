"""Joins the desk to the panes: what the vault tells is shown, what the person does is asked of the desk."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from evidence_app.domain.events import EventKind
from ui.arrivals import Arrivals
from ui.controls import in_visual_order
from ui.desk import Desk
from ui.doors import Doors
from ui.dropping import paths_of
from ui.entry_verbs import EntryVerbs
from ui.exports.offering import Offering
from ui.exports.renaming import Renaming
from ui.films import Films
from ui.first_run import FirstRun
from ui.further_pages import FurtherPages
from ui.going_on import GoingOn
from ui.i18n import language
from ui.indexing import Indexing
from ui.leading import Leading
from ui.locked_archives import LockedArchives
from ui.messages import report
from ui.panes import Panes
from ui.questions import Questions
from ui.reading.parts import ReadingParts
from ui.reminding import Reminding
from ui.removed import Removed
from ui.samples import Samples
from ui.settings import Settings
from ui.shortcuts import bind
from ui.showing import Showing
from ui.tabs import UNDER, PageKey
from ui.taking_back import TakingBack
from ui.tasks import Task, Tasks
from ui.turns import Turn, Turns
from ui.vaulting import VaultVerbs
from ui.verification.checking import Checking
from ui.witnessing.witnessing import Witnessing

if TYPE_CHECKING:
    from ui.timeline.batching import Batching
    from ui.timeline.page import TimelinePage

INSPECTOR_DELAY_MS = 50  # after the timeline is on the screen


class Workbench(Panes):
    """All that is in the window, working together. ``usable`` is emitted when a timeline is shown."""

    usable = Signal()

    def __init__(self, settings: Settings, arguments: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """``arguments`` are files to add once the vault is open."""
        super().__init__(parent)
        self.settings = settings
        self.tasks = Tasks(self)
        self.desk = Desk(self.tasks, self)
        self.questions = Questions(self, self.desk, settings)
        self.arrivals = Arrivals(self, self.desk)
        self.arrivals.wait(paths_of(arguments))
        self.turns = Turns(self, self.desk, self.arrivals.importing)
        self.locked = LockedArchives(self, self.desk, self.arrivals.importing, self.questions, self.turns)
        self.offering = Offering(self, self.desk, self.bar, settings, self.turns)
        self.renaming = Renaming(self, self.desk, self.bar, settings, self.offering)
        self.vault_verbs = VaultVerbs(self, self.desk, self.bar, settings)
        self.indexing = Indexing(self.desk, self)
        self.witnessing = Witnessing(self.desk, settings, self.bar.activities, self)
        self.consent.serve(self.witnessing)
        self.witnessing.consent_wanted.connect(partial(self.turns.ask, Turn.WITNESSES, self.consent.ask))
        self.checking = Checking(self, self.desk, self.witnessing, self.bar)
        self.arrivals.sort = self.checking.sort
        self.samples = Samples(self.desk, self.bar, self)
        self.first_run = FirstRun(self, self.desk, self.vault_verbs, self.samples, settings)
        self.removed = Removed(self, self.desk)
        self.leading = Leading(self, self.desk)
        self.reading = ReadingParts(self, self.desk, settings, self.leading)
        self.further = FurtherPages(self, self.desk, self.leading, self.witnessing, self.reading)
        self.doors = Doors(self, self.desk, self.reading.background, self.vault_verbs, self.witnessing)
        self.taking_back = TakingBack(self, self.desk, self.save_typing)
        self.verbs = EntryVerbs(self, self.desk)
        self.showing = Showing(self, self.desk, settings, self.leading)
        self.batching: Batching | None = None
        self._join()
        self.reminding = Reminding(self.desk, self.bar, self._show_case, self)
        self.going_on = GoingOn(self, self.desk, self._go_beside)
        self._make_shortcuts()
        language.changed.connect(self.showing.show_vault_name)
        self.showing.show_vault_name()

    # Joining

    def _join(self) -> None:
        self._connect_parts()
        self._connect_vault()
        self._connect_desk()
        self._connect_questions()
        self._connect_further()

    def _connect_parts(self) -> None:
        side, ask = self.sidebar, self.questions
        side.dispute_chosen.connect(self._choose_dispute)
        side.new_dispute_wanted.connect(lambda: ask.new_dispute())
        side.list.badge_clicked.connect(self.leading.go_to_conflict)
        side.edit_wanted.connect(ask.edit_dispute)
        side.removal_wanted.connect(ask.remove_dispute)
        side.tray_wanted.connect(self.removed.show)
        self.removed.changed.connect(lambda: side.show_removed(len(self.removed.items)))
        self.header.edit_wanted.connect(lambda: ask.edit_dispute(self.desk.dispute_id))
        self.header.files_wanted.connect(ask.files)
        self.header.folder_wanted.connect(ask.folder)
        self.header.typed_wanted.connect(ask.typed_event)
        self.header.companion_wanted.connect(ask.companion)
        self.header.export_wanted.connect(self.export)
        self.no_dispute_page.new_dispute_wanted.connect(lambda: ask.new_dispute())
        self.no_dispute_page.sample_wanted.connect(self.samples.make)
        self.sample_banner.removal_wanted.connect(self.samples.remove)
        self.samples.failed.connect(self.report)
        self.samples.removed.connect(lambda: self._tell_removed(1, 1))
        self.leading.event_shown.connect(self._select_event)
        self.leading.dispute_wanted.connect(self._choose_dispute)
        self.taking_back.event_wanted.connect(self.reading.go_to_undone)
        self.taking_back.failed.connect(self.report)

    def _connect_vault(self) -> None:
        menu, verbs, problem = self.sidebar.vault_menu, self.vault_verbs, self.problem_page
        for action, verb in (
            (menu.undo, self.taking_back.undo),
            (menu.redo, self.taking_back.redo),
            (menu.open_other, verbs.open_other),
            (menu.show_folder, verbs.show_folder),
            (menu.back_up, verbs.back_up),
            (menu.restore, verbs.restore),
            (menu.verify, self.checking.check_own),
            (menu.check, self.checking.ask),
            (menu.erase, verbs.erase),
        ):
            action.triggered.connect(verb)
        problem.other_vault_wanted.connect(verbs.open_other)
        problem.new_vault_wanted.connect(verbs.new_vault)
        problem.retry_wanted.connect(self.open_vault)
        problem.read_only_wanted.connect(lambda: self.desk.open(self.showing.folder, read_only=True))

    def _connect_desk(self) -> None:
        desk, showing = self.desk, self.showing
        desk.opening.connect(showing.opening)
        desk.opened.connect(self._opened)
        desk.leaving.connect(self.save_typing)
        desk.leaving.connect(self.questions.keep_calls)
        desk.closed.connect(self.questions.leave_calls)
        desk.opened.connect(self.questions.kept_calls)
        desk.closed.connect(showing.closed)
        desk.refused.connect(showing.refused)
        desk.disputes_changed.connect(showing.show_disputes)
        desk.dispute_changed.connect(showing.show_dispute)
        desk.timeline_changed.connect(showing.show_timeline)
        desk.detail_changed.connect(showing.follow_selection)
        showing.timeline_shown.connect(self.usable)
        showing.timeline_shown.connect(self._make_inspector_soon)
        desk.failed.connect(self.report)
        desk.edits.many_begun.connect(self._show_changing)
        desk.interrupted.connect(self.questions.unfinished)
        self.tasks.unexpected.connect(self.report)

    def _connect_questions(self) -> None:
        ask, arrivals = self.questions, self.arrivals
        ask.arrived.connect(lambda dispute_id, found: arrivals.receive(found, dispute_id))
        ask.dispute_made.connect(self.leading.enter_new_dispute)
        ask.resume_wanted.connect(arrivals.importing.resume)
        ask.forget_wanted.connect(arrivals.importing.forget)
        ask.removed.connect(self._tell_removed)
        ask.event_chosen.connect(self.leading.go_to_event)
        ask.exhibit_chosen.connect(self.leading.go_to_exhibit)
        ask.place_wanted.connect(self.leading.go_to_found)
        arrivals.dispute_wanted.connect(ask.new_dispute)
        arrivals.event_wanted.connect(self.leading.go_to_event)
        arrivals.results_wanted.connect(ask.results)
        ask.retry_wanted.connect(arrivals.try_again)
        arrivals.failed.connect(self.report)
        self.films = Films(self.desk, arrivals.importing, self)
        arrivals.importing.finished.connect(lambda _: self.witnessing.added())
        arrivals.importing.finished.connect(self.locked.take)
        arrivals.importing.finished.connect(self.offering.look)
        arrivals.importing.finished.connect(lambda _: self.reading.background.added())
        self.offering.imported.connect(self.reading.messages.changed)

    def _connect_timeline(self, page: "TimelinePage") -> None:
        from ui.timeline.batching import Batching

        timeline, ask = page.list, self.questions
        self.batching = Batching(self, self.desk, timeline)
        self.batching.remove_wanted.connect(self._remove_selected)
        self.batching.accept_wanted.connect(self.verbs.accept)
        self.batching.dismiss_wanted.connect(self.verbs.dismiss)
        page.files_wanted.connect(ask.files)
        page.clear_wanted.connect(self.leading.clear_search)
        page.everywhere_wanted.connect(ask.search_everywhere)
        page.search_wanted.connect(self.header.search.setText)
        self.indexing.followed.connect(page.searching.get_ready)
        timeline.event_selected.connect(self._select_event)
        timeline.painted.connect(self.desk.glance_shown)
        timeline.event_activated.connect(lambda _: self._edit_selected())
        timeline.large_view_requested.connect(lambda _: self._show_large())
        timeline.search_requested.connect(self.leading.begin_search)
        timeline.note_requested.connect(lambda: ask.typed_event(EventKind.NOTE))
        timeline.call_requested.connect(lambda: ask.typed_event(EventKind.CALL))
        timeline.remove_requested.connect(self._remove_selected)
        timeline.context_menu_requested.connect(self.verbs.offer)
        timeline.accept_requested.connect(self.verbs.accept)
        timeline.dismiss_requested.connect(self.verbs.dismiss)

    def _connect_further(self) -> None:
        further, ask, verbs = self.further, self.questions, self.verbs
        verbs.edit_wanted.connect(self._edit_selected)
        verbs.typed_wanted.connect(ask.typed_event)
        verbs.compare_wanted.connect(self.compare)
        verbs.remove_wanted.connect(self._remove_selected)
        verbs.review_wanted.connect(self.reading.review)
        further.event_selected.connect(self._select_event)
        further.edit_wanted.connect(self._edit_selected)
        further.large_wanted.connect(self._show_large)
        further.remove_wanted.connect(self._remove_selected)
        further.menu_wanted.connect(self.verbs.offer)
        further.dispute_edit_wanted.connect(lambda: ask.edit_dispute(self.desk.dispute_id))
        further.field_wanted.connect(lambda field: ask.edit_dispute(self.desk.dispute_id, field))
        further.files_wanted.connect(ask.files)
        further.exports_wanted.connect(self.offering.offer)
        further.export_wanted.connect(self.export)
        further.backup_wanted.connect(self.vault_verbs.back_up)
        further.check_wanted.connect(self.checking.check)

    def _make_shortcuts(self) -> None:
        numbers = range(1, len(PageKey) - len(UNDER) + 1)
        pages = {f"page_{number}": partial(self._show_page_number, number) for number in numbers}
        bind(
            self,
            {
                "paste": self.arrivals.paste,
                "undo": self.taking_back.undo,
                "redo": self.taking_back.redo,
                "files": self.questions.files,
                "new_dispute": lambda: self.questions.new_dispute(),
                "search": self.leading.begin_search,
                "search_everywhere": lambda: self.questions.search_everywhere(self.header.search.text()),
                "export": self.export,
                "review": lambda: self.reading.review(),
                **pages,
            },
        )

    # Starting and leaving

    def start(self) -> None:
        """Open the vault in the background and build the timeline meanwhile."""
        self.open_vault()
        self._make_timeline()

    def open_vault(self) -> None:
        """Open the vault that was open last, or the default one."""
        self.desk.open(self.showing.folder, dispute_id=self.settings.dispute_id)

    def leave(self) -> None:
        """Save what is typed, stop what can be resumed, let go of the vault; blocks until that is done."""
        self.save_typing()
        self.questions.leave_calls()
        if self.timeline is not None:
            self.settings.set_place("columns", self.columns())
            self.timeline.set_thumbnail_source(None)
        if self.further.evidence is not None:
            self.further.evidence.leave()
        self.desk.close()

    def _make_timeline(self) -> None:
        if self.timeline is None:
            self._connect_timeline(self.make_timeline(self.desk, self.settings))
            self._take_thumbnails()
            self.witnessing.changed.connect(self._mark_witnessed)
            self.further.offer()

    def _mark_witnessed(self) -> None:
        if self.timeline_page is not None:
            self.timeline_page.strip.show_witnessed(self.witnessing.witnessed_days())

    def _make_inspector_soon(self) -> None:
        if self.inspector is None:
            QTimer.singleShot(INSPECTOR_DELAY_MS, self._make_inspector)

    def _make_inspector(self) -> None:
        if self.inspector is None:
            inspector = self.make_inspector(self.desk, self.settings, self.reading.background)
            inspector.review_wanted.connect(self.reading.review)
            inspector.removal_wanted.connect(self.questions.removal)
            inspector.seek(self.header.search.text())
            self.header.search_changed.connect(inspector.seek)
            inspector.exhibit_wanted.connect(self.leading.go_to_exhibit)
            inspector.entry_wanted.connect(self.leading.go_to_event)
            inspector.password_wanted.connect(self.locked.ask_for)
            inspector.pictures_wanted.connect(self.arrivals.importing.take_pictures)
            inspector.columns_wanted.connect(self.renaming.ask_for)
            inspector.event_wanted.connect(self._step_to)
            inspector.comparing_wanted.connect(self.questions.exhibit_to_compare)
            inspector.keys_wanted.connect(lambda: self.doors.shortcuts())
            inspector.focus_lost.connect(self._enter_page)
            inspector.picking_wanted.connect(partial(self.questions.exhibits, self))

    # What the desk tells

    def _opened(self) -> None:
        self._make_timeline()
        self._take_thumbnails()
        self.showing.opened()
        QTimer.singleShot(0, self.arrivals.take_waiting)

    def _take_thumbnails(self) -> None:
        session = self.desk.session
        if session is not None and self.timeline is not None:
            from ui.timeline.thumbnails import session_thumbnails

            self.timeline.set_thumbnail_source(session_thumbnails(session))

    def report(self, error: BaseException) -> QDialog:
        """Tell about an error that belongs to no place of its own."""
        return report(self, error)

    # What the person does

    def _choose_dispute(self, dispute_id: str) -> None:
        self.save_typing()
        self.header.search.clear()
        self.desk.choose_dispute(dispute_id)

    def _show_case(self, dispute_id: str, part: str) -> None:
        self._choose_dispute(dispute_id)
        self.further.show_case(part)

    def _select_event(self, event_id: str) -> None:
        if event_id != self.desk.event_id:
            self._make_inspector()
            self.save_typing()
            self.desk.select_event(event_id)

    def _go_beside(self, event_id: str) -> None:
        """Go to an entry on the page that is shown beside the inspector."""
        if self.page_key is PageKey.EVIDENCE and self.further.evidence is not None:
            self.further.evidence.go_to_event(event_id)
        elif self.timeline is not None:
            self.timeline.select_event(event_id)

    def _edit_selected(self) -> None:
        if self.batching is not None and self.batching.begin():
            return
        if self.inspector is not None:
            self.inspector.begin_editing()

    def _show_large(self) -> None:
        if self.inspector is not None:
            self.inspector.show_large()

    def _step_to(self, event_id: str) -> None:
        """Select another entry from the large view, on the page that it covers."""
        if self.page_key is PageKey.TIMELINE:
            self.leading.go_to_event(event_id)
        else:
            self._select_event(event_id)

    def compare(self, event_ids: Sequence[str]) -> None:
        """Show the exhibits of two entries beside each other."""
        pictured = {entry.event_id: entry.exhibit_id for entry in self.desk.outline.of_ids(event_ids)}
        if self.inspector is not None:
            self.inspector.compare([pictured[event_id] for event_id in event_ids if pictured.get(event_id)])

    def save_typing(self) -> None:
        """Save what is being typed in the inspector right now."""
        if self.inspector is not None:
            self.inspector.commit()
        if self.batching is not None:
            self.batching.finish()

    def export(self) -> None:
        """Save what is typed, then show the dossier's page."""
        if self.desk.dispute is not None:
            self.save_typing()
            self.show_page(PageKey.DOSSIER)
            self.dispute_page(PageKey.DOSSIER).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_changing(self, task: Task, count: int) -> None:
        self.bar.follow(task, lambda: self.tr("Changing %n entries", "", count))

    def _remove_selected(self, event_ids: list[str]) -> None:
        self.save_typing()
        self.questions.removals(event_ids)

    def _tell_removed(self, count: int, steps: int) -> None:
        """Say where it went, and offer to take that back."""
        self.taking_back.announce(
            lambda: self.tr("%n removed; in the removed items until the tray is emptied", "", count), steps
        )

    def _show_page_number(self, number: int) -> None:
        """Show the page whose tab is so many from the left, counted from 1."""
        keys = self.header.tabs.keys()
        if self.header.isVisible() and number <= len(keys):
            self.show_page(keys[number - 1])
            self._enter_page()

    def _enter_page(self) -> None:
        """Let keys go to what the shown page is about."""
        key = self.page_key
        first = next(in_visual_order(self.list_of(key) or self.dispute_page(key)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def list_of(self, key: PageKey) -> QWidget | None:
        """Return the list that a page is about, None for a page without one."""
        if key is PageKey.EVIDENCE and self.further.evidence is not None:
            return self.further.evidence.grid
        if key is PageKey.CUSTODY and self.further.custody is not None:
            return self.further.custody.list
        return self.timeline if key is PageKey.TIMELINE else None
