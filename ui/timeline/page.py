"""The timeline's page: filters and day strip above the list of days and cards, or why it is empty."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QToolTip, QVBoxLayout, QWidget

from evidence_app.domain.events import Event, TimelineEntry
from evidence_app.domain.timeline import Period
from ui.controls import Hairline, part
from ui.pages import NoEventsPage, NoHitsPage
from ui.preferences import prefer_density
from ui.subjects import Subject
from ui.timeline.filter import SHOW_ALL, TimelineFilter, days_of, from_text
from ui.timeline.filterbar import FilterBar
from ui.timeline.model import TimelineModel
from ui.timeline.outline import NOTHING, Outline
from ui.timeline.readings import Readings
from ui.timeline.searching import Searching
from ui.timeline.sought import Sought
from ui.timeline.strip import DayStrip
from ui.timeline.tray import UndatedTray
from ui.timeline.view import TimelineView
from ui.timeline.views import SavedViews, ViewsPanel, name_words
from ui.tokens import scaled, theme

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.desk import Desk
    from ui.settings import Settings


MANY = 1500
"""So many events are searched in a frame: at once, before the vault has said what else has the words."""

LEAST_LIST = 80
"""Pixels of the list, or of what stands in its place, that are left in the smallest window."""


LOW = 620
"""Pixels, at 100 %, of the page's height below which bars and cards are lower: seven cards fit in 1280 × 720."""


class TimelinePage(QWidget):
    """Shows a timeline of entries, or what to do where there is nothing to show.

    ``search_wanted`` asks for another text in the search field: the filter that was asked for has one of its own.
    """

    files_wanted = Signal()
    clear_wanted = Signal()
    everywhere_wanted = Signal(str)
    search_wanted = Signal(str)

    def __init__(self, desk: "Desk", settings: "Settings") -> None:
        super().__init__()
        part(self, "background")
        self._desk, self._settings = desk, settings
        self._drawn: tuple[Outline, TimelineFilter, Sought | None] = (NOTHING, SHOW_ALL, None)
        self.model = TimelineModel(self)
        self.filters = FilterBar()
        self.strip = DayStrip()
        self.list = TimelineView()
        self.list.setModel(self.model)
        self.tray = UndatedTray(desk)
        self.no_events = NoEventsPage()
        self.no_hits = NoHitsPage()
        self.stack = QStackedWidget()
        for shown in (self.list, self.no_events, self.no_hits):
            self.stack.addWidget(shown)
        self.stack.setMinimumHeight(
            LEAST_LIST
        )  # not that of an empty page that is not shown: filters would be squeezed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._line = Hairline()
        for widget in (self.filters, self.strip, self._line):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addWidget(self.tray)
        self.readings: Readings | None = None
        self._searched = ""
        # Not within the resizing itself: a part hidden while Qt shows the page stays half shown and draws over others.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        theme.changed.connect(self._fitting.start)
        self.searching = Searching(desk, self)
        self.views = SavedViews(desk, self)
        self.views_panel: ViewsPanel | None = None
        self._connect()

    def show_found(self, *, any_events: bool) -> None:
        """Show the list; that nothing passes the filter; or that there are no events at all."""
        if not any_events:
            self.stack.setCurrentWidget(self.no_events)
        else:
            wanted = self.model.filter
            self.no_hits.show_search(wanted.text, filtered=wanted.choosing, others=len(self._desk.disputes) > 1)
            self.stack.setCurrentWidget(self.list if self.model.event_count else self.no_hits)
        self._show_parts(any_events=any_events)

    def set_filter(self, wanted: TimelineFilter) -> None:
        """Show only what a filter accepts, and its words in the search field."""
        text = self.model.filter.text
        self.model.set_filter(wanted)
        self.show_found(any_events=bool(self.model.outline.entries))
        if wanted.text != text:
            self.search_wanted.emit(wanted.text)

    def search(self, text: str) -> None:
        """Show only what these words occur in, as far as one sees that; all of it once the vault was asked."""
        self._searched = text
        if not text.strip() or not self.searching.able or len(self.model.outline.entries) < MANY:
            self._search_shown()
        self.searching.ask(text, self.model.outline)

    def _search_shown(self) -> None:
        self.set_filter(replace(self.model.filter, text=self._searched))

    def _take_sought(self, found: Sought) -> None:
        if found.text == self._searched:
            self.set_filter(replace(self.model.filter, text=found.text, sought=found))

    def show_everything(self) -> None:
        """Take all filters away; pictures that were unfolded stay so."""
        self.set_filter(replace(SHOW_ALL, unfolds=self.model.filter.unfolds))

    def take(self, outline: Outline) -> None:
        """Show another outline; what somebody looks at right now is not folded away under their eyes."""
        self.model.replace(outline, held=self._desk.event_id)

    def reveal(self, event_id: str) -> None:
        """Have an event among those that are shown, if it is folded away or filtered out."""
        if self.model.row_of(event_id) < 0:
            self.model.hold(event_id)
        if self.model.row_of(event_id) < 0:
            self.show_everything()

    def enter_list(self) -> None:
        """Go on in the list, from the filters or the day strip."""
        if not self.model.event_count:
            return
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list.current_event():
            self.list.select_event(self.model.event_ids()[0])

    # Inside

    def _connect(self) -> None:
        desk = self._desk
        self.no_events.files_wanted.connect(self.files_wanted)
        self.no_events.call_wanted.connect(self.list.call_requested)
        self.no_events.note_wanted.connect(self.list.note_requested)
        self.no_hits.clear_wanted.connect(self._clear)
        self.no_hits.everywhere.clicked.connect(lambda: self.everywhere_wanted.emit(self.model.filter.text))
        self.filters.filter_wanted.connect(self.set_filter)
        self.filters.density_wanted.connect(lambda density: prefer_density(self._settings, density))
        self.filters.list_wanted.connect(self.enter_list)
        self.filters.views_wanted.connect(self.show_views)
        self.views.changed.connect(self._follow_views)
        self.strip.period_changed.connect(self._look_at)
        self.strip.let_go.connect(self._show_filter)
        self.strip.list_wanted.connect(self.enter_list)
        self.list.filters_requested.connect(self.filters.begin)
        self.list.views_requested.connect(self.show_views)
        self.list.days_requested.connect(self._begin_days)
        self.list.undated_requested.connect(self._begin_tray)
        self.list.times_requested.connect(self._ask_times)
        self.list.arrange_requested.connect(desk.edits.arrange)
        self.tray.event_wanted.connect(self.list.select_event)
        self.tray.list_wanted.connect(self.enter_list)
        self.list.shown_rows_changed.connect(self._follow_list)
        self.model.replaced.connect(self._follow_model)
        self.searching.found.connect(self._take_sought)
        self.searching.unable.connect(self._search_shown)
        self.searching.lines_read.connect(self.list.show_lines_read)
        desk.dispute_changed.connect(self._follow_dispute)
        desk.lines_changed.connect(self.model.say_again)

    def show_views(self) -> None:
        """Open the list of saved views."""
        panel = ViewsPanel(self.filters, self.views, self.model.filter)
        panel.view_wanted.connect(self.set_filter)
        panel.closed.connect(self._views_closed)
        self.views_panel = panel
        panel.open_below(self.filters.views)

    def _views_closed(self) -> None:
        self.views_panel = None
        self.enter_list()

    def _follow_views(self) -> None:
        self.filters.show_views([(name_words(view), from_text(view.criteria)) for view in self.views.views])

    def _clear(self) -> None:
        self.show_everything()
        self.clear_wanted.emit()

    def _look_at(self, period: Period) -> None:
        self.set_filter(replace(self.model.filter, period=period))

    def _begin_tray(self) -> None:
        if not self.tray.begin():
            QToolTip.showText(self.list.mapToGlobal(self.list.rect().center()), self.tr("Every entry has a time"))

    def _begin_days(self) -> None:
        if self.strip.isVisible():
            self.strip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_times(self, event_id: str, place: QRect) -> None:
        """Read an event's times and offer them beside its card."""
        if not self._desk.read_only:
            self._desk.read(lambda session: _event(session, event_id), lambda event: self._offer(event, place), self)

    def _offer(self, event: Event, place: QRect) -> None:
        dispute = self._desk.dispute
        if dispute is None or event.id != self.list.current_event():
            return
        offered = Readings(self.list, event.time, dispute.zone)
        offered.decided.connect(lambda time: self._desk.edits.edit(Subject.EVENT, event.id, {"time": time}))
        self.readings = offered
        offered.closed.connect(self._readings_closed)
        offered.open_beside(place)

    def _readings_closed(self) -> None:
        self.readings = None
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow_dispute(self) -> None:
        self.list.arrangeable = not self._desk.read_only

    def _follow_model(self) -> None:
        wanted, outline = self.model.filter, self.model.outline
        drawn = (outline, wanted.without_period(), wanted.found)
        if drawn[0] is not self._drawn[0]:
            self.tray.show_undated(outline.undated)
            self.searching.ask(self._searched, outline)
        self.list.show_words(wanted.text)
        if drawn != self._drawn:
            self._drawn = drawn
            self.strip.show_tallies(self.model.days, outline.days)
        self.strip.show_period(wanted.period, self.model.event_count)
        self._show_filter()
        self._show_parts(any_events=bool(outline.entries))

    def _show_filter(self) -> None:
        count = self.model.event_count
        self.filters.show_filter(self.model.filter, self.model.outline, count, pulling=self.strip.pulling)

    def _show_parts(self, *, any_events: bool) -> None:
        self.filters.setVisible(any_events)
        whole = any_events and not self.model.outline.is_part
        self.strip.setVisible(whole and self.strip.worth_showing and self._room_for_strip())
        self._line.setVisible(any_events)

    def _fit(self) -> None:
        """Leave a low page's height to the list."""
        low = self.height() < scaled(LOW)
        for shown in (self.filters, self.strip, self.list, self.tray):
            shown.set_low(low)
        self._show_parts(any_events=bool(self.model.outline.entries))

    def _room_for_strip(self) -> bool:
        """Tell whether the list keeps at least two cards below the strip: large text in a small window leaves less."""
        measures = self.list.cards.metrics
        least = measures.header_height + 2 * measures.row_height
        filters = max(self.filters.heightForWidth(self.width()), self.filters.sizeHint().height())
        below = 0 if self.tray.isHidden() else self.tray.head.sizeHint().height()
        return self.height() - filters - self.strip.sizeHint().height() - below >= least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the strip where there is room for it."""
        super().resizeEvent(event)
        self._fitting.start()

    def _follow_list(self) -> None:
        """Mark in the strip which days the list shows, and say of what it shows why that was found."""
        rows = self.list.visible_rows()
        shown = (self.model.entry_at(row) for row in rows)
        self.searching.ask_lines(entry for entry in shown if entry is not None)
        days = [_days(self.model.entry_at(row)) for row in (*rows[:2], *rows[-2:])]
        known = [day for day in days if day is not None]
        self.strip.show_days((known[0][0], known[-1][1]) if known else None)


def _event(session: "Session", event_id: str) -> Event:
    from evidence_app.actions.timeline import event_detail

    return event_detail(session, event_id)


def _days(entry: TimelineEntry | None) -> tuple[date, date] | None:
    return days_of(entry) if entry is not None else None
