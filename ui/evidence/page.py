"""The evidence page: how much is described, how it is sorted, and the grid; or what to do when it is empty."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.domain.finding import words_of
from ui.controls import Button, Choice, PlainLabel, part
from ui.desk import Desk
from ui.evidence.cards import Card, Order, cards_of, order_word
from ui.evidence.grid import EvidenceGrid
from ui.evidence.model import EvidenceModel
from ui.i18n import language
from ui.pages import NoEventsPage, NoHitsPage, Page
from ui.timeline.flow import FlowRow
from ui.timeline.outline import Outline
from ui.timeline.thumbnails import session_thumbnails
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

METER_WIDTH = 120
MANY = 2000  # exhibits, through which a search takes longer than a frame
TYPING_PAUSE_MS = 150


class EvidencePage(QWidget):
    """All exhibits of the chosen dispute. Ids in signals are those of the exhibits' own timeline entries."""

    event_selected = Signal(str)
    edit_wanted = Signal()
    large_wanted = Signal()
    search_wanted = Signal()
    clear_search_wanted = Signal()
    files_wanted = Signal()
    remove_wanted = Signal(list)
    menu_wanted = Signal(list, QPoint)
    review_wanted = Signal()
    selection_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        part(self, "background")
        self._desk = desk
        self._reading = self._stale = False
        self._outdated = True
        self._holding = False
        self._text = ""
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._search)
        self._dispute_id = ""
        self.model = EvidenceModel(self)
        self.grid = EvidenceGrid()
        self.grid.setModel(self.model)
        self.empty = NoEventsPage()
        self.nothing = NoHitsPage()
        self.all_done = AllDone()
        self.bar = EvidenceBar()
        self.stack = QStackedWidget()
        for widget in (self.grid, self.empty, self.nothing, self.all_done):
            self.stack.addWidget(widget)
        self._lay_out()
        self._connect()
        self._take_session()

    # What the window calls

    def search(self, text: str) -> None:
        """Show what a text finds; among very many exhibits once typing pauses."""
        self._text = text
        self._pause.start(TYPING_PAUSE_MS if self.model.count > MANY else 0)

    def _search(self) -> None:
        if self._text != self.model.text:
            self._change(lambda: self.model.search(self._text))
            self.nothing.show_search(self._text)
            self._ask_vault()

    def _ask_vault(self) -> None:
        """Find, too, what a machine read off exhibits."""
        text, dispute_id = self._text, self._desk.dispute_id
        if dispute_id and words_of(text):
            read = partial(_having, dispute_id=dispute_id, text=text)
            self._desk.read(read, lambda ids: self._take_having(text, dispute_id, ids), self)

    def _take_having(self, text: str, dispute_id: str, ids: frozenset[str]) -> None:
        if ids and text == self.model.text and dispute_id == self._desk.dispute_id:
            self._change(lambda: self.model.search(text, ids))

    def show_only_needy(self) -> None:
        """Show what wants attention, the first of it chosen."""
        self.bar.needy.setChecked(True)
        if self.model.rowCount():
            self.grid.go_to(self.model.cards()[0].exhibit_id)
        self.grid.setFocus()

    def selected_events(self) -> list[str]:
        """Return the selected exhibits' entries, in the order in which they are shown."""
        return [card.event_id for card in self._chosen() if card.event_id]

    def go_to_event(self, event_id: str) -> None:
        """Go to the exhibit of an entry, if it is shown."""
        found = next((card for card in self.model.cards() if card.event_id == event_id), None)
        if found is not None:
            self.grid.go_to(found.exhibit_id)

    def enter_list(self) -> None:
        """Go from the search into what was found."""
        if self.model.rowCount():
            self.grid.setFocus()
            if not self.grid.current_id():
                self.grid.go_to(self.model.cards()[0].exhibit_id)

    def leave(self) -> None:
        """Stop loading pictures: the vault is being closed."""
        self.grid.set_thumbnail_source(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what was missed while another page was shown."""
        super().showEvent(event)
        self._reload()
        self._follow_desk()

    # Joining

    def _connect(self) -> None:
        desk, grid = self._desk, self.grid
        desk.opened.connect(self._take_session)
        desk.closed.connect(self._let_go)
        desk.timeline_changed.connect(self._entries_changed)
        desk.detail_changed.connect(self._follow_desk)
        desk.failed.connect(lambda _: self._read_again_later())
        grid.current_changed.connect(self._current_changed)
        grid.selection_changed.connect(self.selection_changed)
        grid.activated_by_key.connect(self.edit_wanted)
        grid.large_view_requested.connect(self.large_wanted)
        grid.search_requested.connect(self.search_wanted)
        grid.remove_requested.connect(lambda: self.remove_wanted.emit(self.selected_events()))
        grid.context_menu_requested.connect(lambda place: self.menu_wanted.emit(self.selected_events(), place))
        self.bar.order_chosen.connect(lambda order: self._change(lambda: self.model.arrange(order)))
        self.bar.review.clicked.connect(self.review_wanted)
        self.bar.needy.toggled.connect(lambda only: self._change(lambda: self.model.show_only_needy(only)))
        self.empty.files_wanted.connect(self.files_wanted)
        self.nothing.clear_wanted.connect(self.clear_search_wanted)
        self.all_done.everything_wanted.connect(lambda: self.bar.needy.setChecked(False))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    # What the desk tells

    def _take_session(self) -> None:
        session = self._desk.session
        if session is not None:
            self.grid.set_thumbnail_source(session_thumbnails(session))

    def _let_go(self) -> None:
        self.grid.set_thumbnail_source(None)
        self._reading = self._stale = False
        self._outdated = True
        self._show([])

    def _entries_changed(self, _: object) -> None:
        if self._desk.dispute_id != self._dispute_id:
            self._dispute_id = self._desk.dispute_id
            self._reading = self._stale = False
            self._show([])
        self._outdated = True
        if self.isVisible():
            self._reload()

    def _reload(self) -> None:
        """Read the exhibits; calls while reading are gathered into one."""
        if not self._outdated or self._desk.session is None:
            return
        if self._reading:
            self._stale = True
            return
        dispute_id, outline = self._desk.dispute_id, self._desk.outline
        if not dispute_id:
            return
        self._reading, self._outdated = True, False
        self._desk.read(
            lambda session: (dispute_id, _cards(session, dispute_id, outline)), lambda found: self._take(*found), self
        )

    def _read_again_later(self) -> None:
        """Be ready to read once more: it may be the reading that failed."""
        self._reading, self._outdated = False, True

    def _take(self, dispute_id: str, cards: list[Card]) -> None:
        if dispute_id != self._desk.dispute_id:
            return
        self._reading = False
        self._dispute_id = dispute_id
        self._show(cards)
        self._ask_vault()
        if self._stale:
            self._stale, self._outdated = False, True
            self._reload()

    def _show(self, cards: list[Card]) -> None:
        self._change(lambda: self.model.replace(cards))
        self._follow_desk()

    def _change(self, change: Callable[[], None]) -> None:
        """Change what the grid shows, keeping what is selected."""
        chosen, current = self.grid.selected_ids(), self.grid.current_id()
        row = self.model.row_of(current)
        self._holding = True
        change()
        self.grid.select(chosen, current)
        self._holding = False
        if current and not self.model.knows(current) and self._dispute_id == self._desk.dispute_id:
            self._go_near(row)
        self.bar.show_counts(self.model.described_count, self.model.count, self.model.needy_count)
        self._show_page()

    def _go_near(self, row: int) -> None:
        """Go to what took the place of a removed exhibit, so that one can go on from there."""
        card = self.model.card_at(min(row, self.model.rowCount() - 1))
        if card is not None and self.isVisible():
            self.grid.go_to(card.exhibit_id)

    def _show_page(self) -> None:
        """Show the grid, or why it would be empty."""
        if self.model.rowCount():
            shown: QWidget = self.grid
        elif not self.model.count:
            shown = self.empty
        else:
            shown = self.nothing if self.model.text else self.all_done
        self.bar.setVisible(bool(self.model.count))
        if self.model.count or not (self._reading or self._desk.loading_timeline):
            self.stack.setCurrentWidget(shown)

    def _follow_desk(self) -> None:
        """Choose the exhibit that another page chose."""
        if not self.isVisible() or not self._desk.event_id:
            return
        if self._desk.event_id in (card.event_id for card in self._chosen()):
            return
        self.go_to_event(self._desk.event_id)

    def _current_changed(self, exhibit_id: str) -> None:
        if self._holding or not exhibit_id:
            return
        card = self.model.card_at(self.model.row_of(exhibit_id))
        if card is not None and card.event_id:
            self.event_selected.emit(card.event_id)

    def _chosen(self) -> list[Card]:
        chosen = set(self.grid.selected_ids())
        return [card for card in self.model.cards() if card.exhibit_id in chosen]


class EvidenceBar(QWidget):
    """Above the grid: how much is described, what wants attention, how it is sorted."""

    order_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._counts = (0, 0, 0)
        self._reviewed = (0, 0)
        self.review = Button(look="outline", icon_name="sparkle")
        self.review.hide()
        self.words = PlainLabel(role="caption", tone="muted")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setFixedWidth(METER_WIDTH)
        self.needy = Button(look="choice", icon_name="warning-circle")
        self.needy.setCheckable(True)
        self.order = Choice(Order, order_word)
        self.order.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.order.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.order.activated.connect(lambda _: self.order_chosen.emit(self.order.member()))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(SPACE_4 + SPACE_2, SPACE_3, SPACE_5, SPACE_2)
        self._parts.setSpacing(SPACE_2)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(self.words)
        row.addWidget(self.meter)
        row.addStretch(1)
        self._parts.addLayout(row, 1)
        choices = FlowRow(SPACE_3)
        choices.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        for widget in (self.review, self.needy, self.order):
            choices.flow.addWidget(widget)
        self._parts.addWidget(choices)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two rows where one has no room for the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = (self.words, self.review, self.needy, self.order)
        needed = sum(widget.sizeHint().width() for widget in shown if not widget.isHidden())
        narrow = needed + self.meter.width() + 2 * SPACE_5 + 5 * SPACE_3 > self.width()
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(direction)

    def retranslate(self) -> None:
        """Set all texts."""
        self.order.setAccessibleName(self.tr("Sort"))
        self.meter.setAccessibleName(self.tr("Described exhibits"))
        self.show_counts(*self._counts)
        self.show_review(*self._reviewed)

    def show_review(self, reviewed: int, found: int) -> None:
        """Offer to look over what was read on pictures, if anything was found there."""
        self._reviewed = (reviewed, found)
        left = f"{found - reviewed:,}"
        self.review.setText(self.tr("Review (%1)").replace("%1", left) if found > reviewed else self.tr("Review"))
        self.review.setToolTip(self.tr("%1 of %2 reviewed").replace("%1", f"{reviewed:,}").replace("%2", f"{found:,}"))
        self.review.setVisible(found > 0)
        self._fit()

    def show_counts(self, described: int, count: int, needy: int) -> None:
        """Say how far describing is, and how many exhibits want attention."""
        self._counts = (described, count, needy)
        words = self.tr("%1 of %2 described").replace("%1", f"{described:,}").replace("%2", f"{count:,}")
        self.words.setText(words)
        self.words.setToolTip(
            self.tr(
                "An exhibit is described once it says what it proves. Ctrl+Enter in a fact goes on to the next one."
            )
        )
        self.meter.setRange(0, max(1, count))
        self.meter.setValue(described)
        self.needy.setText(self.tr("Needs attention (%1)").replace("%1", f"{needy:,}"))
        self.needy.setEnabled(needy > 0 or self.needy.isChecked())
        self._fit()


class AllDone(Page):
    """Nothing wants attention any more."""

    everything_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = Button(look="outline")
        self.button.clicked.connect(self.everything_wanted)
        self.add_button(self.button)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.sentence.setText(self.tr("Nothing needs attention."))
        self.advice.setText(self.tr("Every exhibit is readable, has a time, and says what it proves."))
        self.button.setText(self.tr("Show all exhibits"))


def _having(session: "Session", *, dispute_id: str, text: str) -> frozenset[str]:
    from evidence_app.actions.search import exhibits_having

    return exhibits_having(session, dispute_id, text)


def _cards(session: "Session", dispute_id: str, outline: Outline) -> list[Card]:
    from evidence_app.actions.alike import copies
    from evidence_app.actions.exhibits import list_exhibits

    found = copies(session, dispute_id).items()
    better = {exhibit_id: copy.other.number for exhibit_id, copy in found if copy.is_better}
    return cards_of(list_exhibits(session, dispute_id), outline.document_entries, better)
