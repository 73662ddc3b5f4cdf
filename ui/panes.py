"""Where everything in the window lies: sidebar, the chosen dispute's page, inspector. Knows nothing of vaults."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.activity import ActivityBar
from ui.activity_panel import ActivityButton
from ui.controls import chain_tabs, in_visual_order, part
from ui.header import DisputeHeader
from ui.keeping import pieces_of
from ui.pages import NoDisputePage, OpeningPage, ProblemPage
from ui.samples import SampleBanner
from ui.sidebar.sidebar import Sidebar
from ui.tabs import WITH_INSPECTOR, PageKey
from ui.tokens import INSPECTOR_WIDTH, SIDEBAR_WIDTH, SPACE_2, scaled, theme
from ui.witnessing.consent import ConsentStrip

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.inspector.inspector import Inspector
    from ui.reading.background import BackgroundReading
    from ui.settings import Settings
    from ui.timeline.model import TimelineModel
    from ui.timeline.page import TimelinePage
    from ui.timeline.view import TimelineView

LEAST_SIDEBAR, LEAST_MIDDLE, LEAST_INSPECTOR = 180, 440, 300
INSPECTOR_SHARE = 0.22
"""How much of a large window the inspector takes at first: what is read there is worth more than longer lines."""
NARROW_INSPECTOR_SHARE = 0.44
"""How much of the window the inspector takes where the disputes are left out."""


class Panes(QWidget):
    """The three panes. Timeline and inspector are made later than the rest, so that the window appears sooner.

    The middle shows the pages of the chosen dispute, or why there are none. A page is made when it is first shown.
    """

    page_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._alone: QWidget | None = None
        # Not within the resizing itself: a part hidden while Qt shows the window stays half shown.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._make_room)
        self._wide_sizes: list[int] = []
        self.inspector: Inspector | None = None
        self.timeline_page: TimelinePage | None = None
        self._makers: dict[PageKey, Callable[[], QWidget]] = {}
        self._made: dict[PageKey, QWidget] = {}
        self._make_sides()
        self._make_pages()
        self._lay_out()
        theme.changed.connect(self._make_room)

    def _make_sides(self) -> None:
        """Make what stands around the pages: disputes, header, what runs and what is asked, the inspector's place."""
        self.sidebar = Sidebar()
        self._keep_sidebar_readable()
        theme.changed.connect(self._keep_sidebar_readable)
        self.header = DisputeHeader()
        self.header.hide()
        self.header.tabs.chosen.connect(self.show_page)
        self.header.disputes.toggled.connect(self._show_disputes_beside)
        self.bar = ActivityBar()
        self.sidebar.add_to_foot(ActivityButton(self.bar.activities))
        self.sample_banner = SampleBanner()
        self.consent = ConsentStrip()
        self.consent.give_way_to(self.bar)
        self.inspector_place = QWidget()
        part(self.inspector_place, "surface")
        self.inspector_place.setMinimumWidth(LEAST_INSPECTOR)
        self._inspector_column = QVBoxLayout(self.inspector_place)
        self._inspector_column.setContentsMargins(0, 0, 0, 0)

    def _make_pages(self) -> None:
        """Make what the middle shows: the pages of a dispute, or why there are none."""
        self.pages = QStackedWidget()
        self.opening_page = OpeningPage()
        self.no_dispute_page = NoDisputePage()
        self.problem_page = ProblemPage()
        self.dispute_pages = QStackedWidget()
        for page in (self.opening_page, self.no_dispute_page, self.problem_page, self.dispute_pages):
            self.pages.addWidget(page)

    def _lay_out(self) -> None:
        """Put everything in its place from the outside in: what comes into another place is dressed anew by Qt."""
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        middle = QWidget()
        self.splitter.addWidget(self.sidebar)
        self.splitter.addWidget(middle)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self._fill(middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the disputes out where there is no room for three panes."""
        super().resizeEvent(event)
        self._fitting.start()

    def _make_room(self) -> None:
        """Show the disputes on demand only where large text leaves no room for all panes beside each other."""
        self.consent.fit(self.height())
        self.header.give_way(self.height())
        self.sample_banner.give_way(is_low=self.header.is_short)
        narrow = self.width() < scaled(LEAST_SIDEBAR + LEAST_MIDDLE + LEAST_INSPECTOR)
        self.inspector_place.setMinimumWidth(LEAST_INSPECTOR if narrow else scaled(LEAST_INSPECTOR))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        sizes, self._wide_sizes = self._wide_sizes, self.splitter.sizes()
        self.header.disputes.setVisible(narrow)
        self._show_disputes_beside(self.header.disputes.isChecked())
        if narrow:
            inspector = round(self.width() * NARROW_INSPECTOR_SHARE)
            sizes = [0, self.width() - inspector, inspector]
        if len(sizes) == self.splitter.count():
            self.splitter.setSizes(sizes)

    def _keep_sidebar_readable(self) -> None:
        """Keep the disputes' pane as wide as its words need, in any text size."""
        self.sidebar.setMinimumWidth(max(LEAST_SIDEBAR, self.sidebar.new_button.sizeHint().width() + 2 * SPACE_2))

    def _show_disputes_beside(self, wanted: bool) -> None:
        self.sidebar.setVisible(self._alone is None and (wanted or not self._narrow or self.header.isHidden()))

    def show_alone(self, page: QWidget | None) -> None:
        """Show a page without anything beside it, as long as there is no vault; None brings the disputes back."""
        self._alone = page
        if page is not None:
            self.pages.setCurrentWidget(page)
        self._show_disputes_beside(self.header.disputes.isChecked())

    @property
    def timeline(self) -> "TimelineView | None":
        """The list of events, once there is one."""
        return self.timeline_page.list if self.timeline_page is not None else None

    @property
    def model(self) -> "TimelineModel | None":
        """The rows of the list of events, once there are any."""
        return self.timeline_page.model if self.timeline_page is not None else None

    def make_timeline(self, desk: "Desk", settings: "Settings") -> "TimelinePage":
        """Put the timeline and the inspector's place in, as wide as they were last."""
        from ui.timeline.page import TimelinePage

        self.timeline_page = TimelinePage(desk, settings)
        page = self.timeline_page
        self.add_dispute_page(PageKey.TIMELINE, lambda: page)
        self.show_page(PageKey.TIMELINE)
        self.splitter.addWidget(self.inspector_place)
        self.splitter.setStretchFactor(2, 0)
        columns = settings.place("columns")
        if columns.isEmpty() or not self.splitter.restoreState(columns):
            self.splitter.setSizes(self._first_sizes())
        return page

    def _first_sizes(self) -> list[int]:
        """Return how wide the panes are before anybody has moved them."""
        sidebar = scaled(SIDEBAR_WIDTH)
        inspector = max(scaled(INSPECTOR_WIDTH), round(self.width() * INSPECTOR_SHARE))
        return [sidebar, self.width() - sidebar - inspector - 2, inspector]

    def add_dispute_page(self, key: PageKey, make: Callable[[], QWidget]) -> None:
        """Offer a page of the dispute in its place among the tabs."""
        self._makers[key] = make
        self.header.tabs.offer(list(self._makers))

    @property
    def page_key(self) -> PageKey:
        """Which page of the dispute is shown."""
        shown = self.dispute_pages.currentWidget()
        return next((key for key, page in self._made.items() if page is shown), PageKey.TIMELINE)

    def dispute_page(self, key: PageKey) -> QWidget:
        """Return a page, made now if it was not shown yet."""
        if key not in self._made:
            self._made[key] = self._makers[key]()
            self.dispute_pages.addWidget(self._made[key])
            self.order_tabs()
        return self._made[key]

    def show_page(self, key: PageKey) -> None:
        """Show one of the dispute's pages; one that is not offered is not shown."""
        if key not in self._makers:
            return
        self.dispute_pages.setCurrentWidget(self.dispute_page(key))
        self.header.tabs.show_key(key)
        self.header.export.setHidden(key is PageKey.DOSSIER)  # its page has the button that really does it
        self.place_inspector()
        self.page_shown.emit(key)

    def place_inspector(self) -> None:
        """Show the inspector beside the pages that need it, while a dispute is chosen."""
        self._show_disputes_beside(self.header.disputes.isChecked())
        self.inspector_place.setVisible(not self.header.isHidden() and self.page_key in WITH_INSPECTOR)

    def make_inspector(self, desk: "Desk", settings: "Settings", background: "BackgroundReading") -> "Inspector":
        """Put the inspector in its place."""
        from ui.inspector.inspector import Inspector

        self.inspector = Inspector(desk, settings, background, self.inspector_place)
        self.inspector.order = self._order
        self._inspector_column.addWidget(self.inspector)
        self.order_tabs()
        return self.inspector

    def order_tabs(self) -> None:
        """Let Tab go as the eye does: disputes, header, page, inspector, and what runs at the bottom."""
        middle = (self.header, self.sample_banner, self.pages, self.consent)
        parts = (self.sidebar, *middle, self.inspector_place, self.bar)
        chain_tabs(widget for part_of in parts for widget in in_visual_order(part_of))

    def show_beside(self, panel: QWidget | None) -> None:
        """Show a panel in the inspector's place instead of it; None shows the inspector again."""
        if panel is not None and self._inspector_column.indexOf(panel) < 0:
            self._inspector_column.addWidget(panel)
        for piece in pieces_of(self._inspector_column):
            if isinstance(piece, QWidget):
                piece.setVisible(piece is (panel or self.inspector))

    def _order(self) -> Sequence[str]:
        """Return the events of what is shown beside the inspector, in its order: the exhibits, else the timeline."""
        if self.page_key is PageKey.EVIDENCE:
            from ui.evidence.page import EvidencePage

            page = self._made[PageKey.EVIDENCE]
            if isinstance(page, EvidencePage):
                return [card.event_id for card in page.model.cards() if card.event_id]
        return self.shown_event_ids()

    def columns(self) -> QByteArray:
        """Return how wide the panes are now; empty before the timeline is there."""
        return self.splitter.saveState() if self.timeline is not None else QByteArray()

    def shown_event_ids(self) -> Sequence[str]:
        """Return the events that the timeline shows, in order."""
        return self.model.event_ids() if self.model is not None else []

    def _fill(self, middle: QWidget) -> None:
        part(middle, "surface")
        middle.setMinimumWidth(LEAST_MIDDLE)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.sample_banner)
        column.addWidget(self.pages, 1)
        column.addWidget(self.consent)
        column.addWidget(self.bar)
