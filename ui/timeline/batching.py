"""Puts the batch panel into the inspector's place while several events of the timeline are selected."""

from PySide6.QtCore import QObject, Qt, Signal

from ui.desk import Desk
from ui.panes import Panes
from ui.tabs import PageKey
from ui.timeline.batch import BatchPanel
from ui.timeline.view import TimelineView


class Batching(QObject):
    """Follows the timeline's selection. ``remove_wanted`` carries the events to remove."""

    remove_wanted = Signal(list)

    def __init__(self, panes: Panes, desk: Desk, timeline: TimelineView) -> None:
        super().__init__(panes)
        self._panes, self._desk, self._timeline = panes, desk, timeline
        self.panel: BatchPanel | None = None
        timeline.selection_changed.connect(self._follow)
        timeline.batch_requested.connect(self._begin)
        panes.page_shown.connect(self._follow)

    def finish(self) -> None:
        """Save what is being typed in the panel right now."""
        if self.panel is not None:
            self.panel.finish()

    def _follow(self) -> None:
        several = self._panes.page_key is PageKey.TIMELINE and self._timeline.several_selected()
        if several:
            self._made().show_events(self._timeline.selected_events())
        self._panes.show_beside(self.panel if several else None)

    def _made(self) -> BatchPanel:
        if self.panel is None:
            self.panel = BatchPanel(self._desk)
            self.panel.remove_wanted.connect(self.remove_wanted)
            self.panel.list_wanted.connect(lambda: self._timeline.setFocus(Qt.FocusReason.ShortcutFocusReason))
        return self.panel

    def _begin(self) -> None:
        if self.panel is not None and self.panel.isVisible():
            self.panel.begin()
