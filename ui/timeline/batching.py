"""Puts the batch panel into the inspector's place while several events or exhibits are selected."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.evidence.page import EvidencePage
from ui.panes import Panes
from ui.tabs import PageKey
from ui.timeline.batch import BatchPanel
from ui.timeline.view import TimelineView


class Batching(QObject):
    """Follows what is selected on the shown page. Signals carry the events to remove, accept or dismiss."""

    remove_wanted = Signal(list)
    accept_wanted = Signal(list)
    dismiss_wanted = Signal(list)

    def __init__(self, panes: Panes, desk: Desk, timeline: TimelineView) -> None:
        super().__init__(panes)
        self._panes, self._desk, self._timeline = panes, desk, timeline
        self._evidence: EvidencePage | None = None
        self.panel: BatchPanel | None = None
        timeline.selection_changed.connect(self._follow)
        timeline.batch_requested.connect(self.begin)
        panes.page_shown.connect(self._follow_page)

    def finish(self) -> None:
        """Save what is being typed in the panel right now."""
        if self.panel is not None:
            self.panel.finish()

    def begin(self) -> bool:
        """Put the cursor into the panel's first field; false if it is not shown."""
        if self.panel is None or not self.panel.isVisible():
            return False
        self.panel.begin()
        return True

    def _follow_page(self) -> None:
        page = self._panes.dispute_page(self._panes.page_key)
        if isinstance(page, EvidencePage) and page is not self._evidence:
            self._evidence = page
            page.selection_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        several = self._selected()
        if several:
            self._made().show_events(several)
        self._panes.show_beside(self.panel if several else None)

    def _selected(self) -> list[str]:
        """Return the selected events where there are several, else nothing."""
        if self._panes.page_key is PageKey.TIMELINE:
            return self._timeline.selected_events() if self._timeline.several_selected() else []
        if self._panes.page_key is PageKey.EVIDENCE and self._evidence is not None:
            found = self._evidence.selected_events()
            return found if len(found) > 1 else []
        return []

    def _made(self) -> BatchPanel:
        if self.panel is None:
            self.panel = BatchPanel(self._desk)
            self.panel.remove_wanted.connect(self.remove_wanted)
            self.panel.accept_wanted.connect(self.accept_wanted)
            self.panel.dismiss_wanted.connect(self.dismiss_wanted)
            self.panel.list_wanted.connect(self._leave)
        return self.panel

    def _leave(self) -> None:
        """Go back to what the panel is about."""
        shown: QWidget = self._timeline
        if self._panes.page_key is PageKey.EVIDENCE and self._evidence is not None:
            shown = self._evidence.grid
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)
