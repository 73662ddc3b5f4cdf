"""The timeline's page: the list of days and cards, or why it is empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.controls import part
from ui.pages import NoEventsPage, NoHitsPage
from ui.timeline.model import TimelineModel
from ui.timeline.view import TimelineView


class TimelinePage(QWidget):
    """Shows a timeline of entries, or what to do where there is nothing to show."""

    files_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "surface")
        self.model = TimelineModel(self)
        self.list = TimelineView()
        self.list.setModel(self.model)
        self.no_events = NoEventsPage()
        self.no_hits = NoHitsPage()
        self.no_events.files_wanted.connect(self.files_wanted)
        self.no_hits.clear_wanted.connect(self.clear_wanted)
        self.stack = QStackedWidget()
        for shown in (self.list, self.no_events, self.no_hits):
            self.stack.addWidget(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)

    def show_found(self, *, any_events: bool) -> None:
        """Show the list; that nothing passes the filter; or that there are no events at all."""
        if not any_events:
            self.stack.setCurrentWidget(self.no_events)
        else:
            self.no_hits.show_search(self.model.filter.text)
            self.stack.setCurrentWidget(self.list if self.model.event_count else self.no_hits)
