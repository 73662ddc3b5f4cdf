"""Leads to a place in the window: an entry, an exhibit, a time to decide, the search, what was found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ui.desk import Desk
from ui.exhibit_lines import lines_of
from ui.panes import Panes
from ui.tabs import PageKey

if TYPE_CHECKING:
    from evidence_app.actions.search import Hit
    from ui.timeline.sought import Sought


WITHOUT_HITS = frozenset({PageKey.OVERVIEW, PageKey.REVIEW, PageKey.DOSSIER})
"""Pages that do not show what a search finds: who types there is led to the timeline, which does."""


class Leading(QObject):
    """Goes where the person, or another part of the window, wants to be.

    ``event_shown`` tells that an entry was gone to: it may have been the current one already, only not shown.
    ``dispute_wanted`` asks for another dispute to be shown first, ``evidence_list_wanted`` for the grid of exhibits
    to take the keyboard, ``log_wanted`` for the custody log.
    """

    event_shown = Signal(str)
    dispute_wanted = Signal(str)
    evidence_list_wanted = Signal()
    log_wanted = Signal()

    def __init__(self, panes: Panes, desk: Desk) -> None:
        super().__init__(panes)
        self._panes, self._desk = panes, desk
        self._conflict_wanted = ""
        self._event_wanted = ""
        self._found: tuple[Hit, str] | None = None
        panes.header.search_changed.connect(self._search)
        panes.header.search.list_wanted.connect(self.enter_list)

    def go_to_event(self, event_id: str) -> None:
        """Go to an entry, also to one that the search hides or that is folded away."""
        panes = self._panes
        if not event_id or panes.model is None or panes.timeline is None:
            return
        if panes.timeline_page is not None:
            panes.timeline_page.reveal(event_id)
        if panes.timeline.select_event(event_id):
            panes.show_page(PageKey.TIMELINE)
            self.event_shown.emit(event_id)
        elif self._desk.outline.is_part:
            self._event_wanted = event_id

    def follow_event(self) -> None:
        """Go on to an entry that was asked for while only the first ones were there."""
        if self._event_wanted and not self._desk.outline.is_part:
            event_id, self._event_wanted = self._event_wanted, ""
            self.go_to_event(event_id)

    def go_to_exhibit(self, exhibit_id: str) -> None:
        """Go to an exhibit's own entry."""
        lines = lines_of(self._desk.outline.document_entries)
        self.go_to_event(next((line.event_id for line in lines if line.exhibit_id == exhibit_id), ""))

    def go_to_conflict(self, dispute_id: str) -> None:
        """Go to the first entry of a dispute whose times disagree, once its timeline is there."""
        self._conflict_wanted = dispute_id
        if dispute_id != self._desk.dispute_id:
            self.dispute_wanted.emit(dispute_id)
        self.follow_conflict()

    def follow_conflict(self) -> None:
        """Go on to a conflict that was asked for before its timeline was there."""
        if not self._conflict_wanted or self._conflict_wanted != self._desk.dispute_id:
            return
        disputed = next(iter(self._desk.outline.disputed), "")
        if disputed:
            self._conflict_wanted = ""
            self.go_to_event(disputed)

    def go_to_found(self, hit: "Hit", text: str) -> None:
        """Go to a place that was found in any dispute, once its timeline is there, with the words marked."""
        self._found = (hit, text)
        if hit.dispute_id != self._desk.dispute_id:
            self.dispute_wanted.emit(hit.dispute_id)
        self.follow_found()

    def follow_found(self) -> None:
        """Go on to a place that was asked for before its timeline was there."""
        if self._found is None or self._found[0].dispute_id != self._desk.dispute_id or not self._desk.entries:
            return
        if self._desk.outline.is_part:
            return
        page = self._panes.timeline_page
        if page is None:
            return
        (hit, text), self._found = self._found, None
        self._panes.header.search.setText(text)
        if page.model.filter.found is not None:
            self._go_to_hit(hit)
            return

        def go(found: "Sought") -> None:
            if found.text == text:
                self._go_to_hit(hit)

        # what only the vault knows to have the words is shown once it said so
        page.searching.found.connect(go, Qt.ConnectionType.SingleShotConnection)

    def _go_to_hit(self, hit: "Hit") -> None:
        if hit.event_id:
            self.go_to_event(hit.event_id)
        elif hit.exhibit is not None:
            self.go_to_exhibit(hit.exhibit.id)

    def enter_new_dispute(self) -> None:
        """Go to where the first thing is to be done in a dispute without events."""
        page = self._panes.timeline_page
        if page is not None:
            self._panes.show_page(PageKey.TIMELINE)
            page.no_events.button.setFocus(Qt.FocusReason.OtherFocusReason)

    # Searching

    def begin_search(self) -> None:
        """Put the cursor into the search field."""
        search = self._panes.header.search
        if search.isVisible():
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            search.selectAll()

    def clear_search(self) -> None:
        """Show everything again and go into the list."""
        self._panes.header.search.clear()
        self.enter_list()

    def enter_list(self) -> None:
        """Go from the search into what was found."""
        if self._panes.page_key is PageKey.EVIDENCE:
            self.evidence_list_wanted.emit()
            return
        if self._panes.page_key is PageKey.CUSTODY:
            self.log_wanted.emit()
            return
        timeline, shown = self._panes.timeline, self._panes.shown_event_ids()
        if timeline is None or not shown:
            return
        self._panes.show_page(PageKey.TIMELINE)
        timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not timeline.current_event():
            timeline.select_event(shown[0])

    def _search(self, text: str) -> None:
        page = self._panes.timeline_page
        if page is None:
            return
        page.search(text)
        if text and self._panes.page_key in WITHOUT_HITS:
            self._panes.show_page(PageKey.TIMELINE)  # the cursor stays in the search
