"""Where everything in the window lies: sidebar, the chosen dispute's page, inspector. Knows nothing of vaults."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.activity import ActivityBar
from ui.controls import part
from ui.header import DisputeHeader
from ui.pages import NoDisputePage, NoEventsPage, NoHitsPage, OpeningPage, ProblemPage
from ui.sidebar.sidebar import Sidebar
from ui.tokens import INSPECTOR_WIDTH, SIDEBAR_WIDTH

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.inspector.inspector import Inspector
    from ui.timeline.model import TimelineModel
    from ui.timeline.view import TimelineView

LEAST_SIDEBAR, LEAST_MIDDLE, LEAST_INSPECTOR = 180, 440, 300


class Panes(QWidget):
    """The three panes. Timeline and inspector are made later than the rest, so that the window appears sooner."""

    def __init__(self) -> None:
        super().__init__()
        self.inspector: Inspector | None = None
        self.timeline: TimelineView | None = None
        self.model: TimelineModel | None = None
        self.sidebar = Sidebar()
        self.sidebar.setMinimumWidth(LEAST_SIDEBAR)
        self.header = DisputeHeader()
        self.header.hide()
        self.bar = ActivityBar()
        self.pages = QStackedWidget()
        self.opening_page = OpeningPage()
        self.no_dispute_page = NoDisputePage()
        self.no_events_page = NoEventsPage()
        self.no_hits_page = NoHitsPage()
        self.problem_page = ProblemPage()
        for page in (
            self.opening_page,
            self.no_dispute_page,
            self.no_events_page,
            self.no_hits_page,
            self.problem_page,
        ):
            self.pages.addWidget(page)
        self.inspector_place = QWidget()
        part(self.inspector_place, "surface")
        self.inspector_place.setMinimumWidth(LEAST_INSPECTOR)
        self._inspector_column = QVBoxLayout(self.inspector_place)
        self._inspector_column.setContentsMargins(0, 0, 0, 0)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.sidebar)
        self.splitter.addWidget(self._middle())
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def make_timeline(self, columns: QByteArray) -> "TimelineView":
        """Put the timeline and the inspector's place in; ``columns`` is how wide the panes were last."""
        from ui.timeline.model import TimelineModel
        from ui.timeline.view import TimelineView

        self.model = TimelineModel(self)
        self.timeline = TimelineView()
        self.timeline.setModel(self.model)
        self.pages.addWidget(self.timeline)
        self.splitter.addWidget(self.inspector_place)
        self.splitter.setStretchFactor(2, 0)
        if columns.isEmpty() or not self.splitter.restoreState(columns):
            self.splitter.setSizes([SIDEBAR_WIDTH, self.width() - SIDEBAR_WIDTH - INSPECTOR_WIDTH - 2, INSPECTOR_WIDTH])
        return self.timeline

    def make_inspector(self, desk: "Desk") -> "Inspector":
        """Put the inspector in its place."""
        from ui.inspector.inspector import Inspector

        self.inspector = Inspector(desk)
        self._inspector_column.addWidget(self.inspector)
        return self.inspector

    def columns(self) -> QByteArray:
        """Return how wide the panes are now; empty before the timeline is there."""
        return self.splitter.saveState() if self.timeline is not None else QByteArray()

    def shown_event_ids(self) -> list[str]:
        """Return the events that the timeline shows, in order."""
        return self.model.event_ids() if self.model is not None else []

    def _middle(self) -> QWidget:
        middle = QWidget()
        part(middle, "surface")
        middle.setMinimumWidth(LEAST_MIDDLE)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        column.addWidget(self.bar)
        return middle
