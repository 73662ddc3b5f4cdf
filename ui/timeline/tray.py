"""The events without a time, in a tray of their own below the list, each with the times it may have."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.domain.times import EventTime
from ui.controls import Button, Hairline, PlainLabel, ScrollColumn, part
from ui.i18n import language
from ui.subjects import Subject
from ui.timeline.outline import Outline
from ui.timeline.trayrow import Offer, TrayRow
from ui.timeline.undated import neighbours, proposals
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, control_height

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.desk import Desk

MOST_ROWS = 40
"""So many are offered at once; the others follow when these have their time."""
LARGEST_SHARE, LARGEST_LOW_SHARE = 0.42, 0.28  # of the page's height; of a low page's


class UndatedTray(QWidget):
    """A foldable tray. ``event_wanted`` asks to show an event; a time is decided through the desk's edits."""

    event_wanted = Signal(str)
    list_wanted = Signal()

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        part(self, "surface")
        self._desk = desk
        self._undated: Sequence[TimelineEntry] = ()
        self._asked: list[str] = []
        self._focus_index = -1
        self._typing_on = self._is_low = False
        self.rows: list[TrayRow] = []
        self._made: list[TrayRow] = []  # rows are filled anew, never deleted
        self.head = Button(look="fold", icon_name="caret-right")
        self.rest = PlainLabel(role="caption", tone="muted")
        self.area = ScrollColumn()
        self._column = self._column_inside()
        self._lay_out()
        self.head.clicked.connect(self.toggle)
        desk.failed.connect(lambda _: self.retranslate())  # rows that were to go come back
        language.changed.connect(self.retranslate)
        self.hide()
        self.retranslate()

    def _column_inside(self) -> QVBoxLayout:
        """Make what scrolls, and return its column."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_2)
        column.setSpacing(SPACE_2)
        self.area.hold(inside)
        self.area.hide()
        return column

    def _lay_out(self) -> None:
        head = self._head_row = QHBoxLayout()
        head.setContentsMargins(SPACE_3, SPACE_1, SPACE_4, SPACE_1)
        head.addWidget(self.head)
        head.addStretch(1)
        self.rest.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(head)
        column.addWidget(self.area)
        column.addWidget(self.rest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def retranslate(self) -> None:
        """Set all texts."""
        self._say()
        if self.open:
            self._ask()

    def set_low(self, low: bool) -> None:
        """Leave more room to the list where the page is low."""
        if low != self._is_low:
            self._is_low = low
            edge = 0 if low else SPACE_1
            self._head_row.setContentsMargins(SPACE_3, edge, SPACE_4, edge)
            if self.open:
                self._fit()

    @property
    def open(self) -> bool:
        """Whether the tray is unfolded."""
        return not self.area.isHidden()

    def show_undated(self, undated: Sequence[TimelineEntry]) -> None:
        """Hold a dispute's events that have no time; without any, there is no tray."""
        self._undated = undated
        self.setVisible(bool(self._undated))
        if not self._undated:
            self._asked = []
            self._take([])
            self.fold()
        elif self.open:
            self._ask()
        self._say()

    def _say(self) -> None:
        self.head.setText(self.tr("%n without a time", "", len(self._undated)))
        self.head.set_icon("caret-down" if self.open else "caret-right")
        further = len(self._undated) - len(self.rows)
        self.rest.setText(self.tr("%n more follow when these have their time", "", further))
        self.rest.setVisible(self.open and bool(self.rows) and further > 0)

    def toggle(self) -> None:
        """Fold or unfold."""
        if self.open:
            self.fold()
        else:
            self.unfold()

    def fold(self) -> None:
        """Show only how many there are."""
        self.area.hide()
        self._say()

    def unfold(self) -> None:
        """Show the events with their proposals."""
        self.area.show()
        self._ask()
        self._fit()
        self._say()

    def begin(self) -> bool:
        """Unfold and go to the first event; false if there is none."""
        if self._undated:
            self._focus_index = 0
            self.unfold()
        return bool(self._undated)

    def _ask(self) -> None:
        """Read what is known of the first events, off the UI thread."""
        dispute = self._desk.dispute
        if dispute is None:
            return
        outline, wanted = self._desk.outline, self._undated[:MOST_ROWS]
        self._asked = [entry.event_id for entry in wanted]
        self._desk.read(lambda session: _offers(session, dispute.id, outline, wanted, dispute.zone), self._take, self)

    def _take(self, offers: list[Offer]) -> None:
        if [offer.entry.event_id for offer in offers] != self._asked and offers:
            return  # of before the last change
        if (focused := self._focused_row()) >= 0:
            self._focus_index = focused
        read_only = self._desk.read_only
        while len(self._made) < len(offers):
            self._made.append(self._row(offers[len(self._made)]))
        for row, offer in zip(self._made, offers, strict=False):
            row.show_offer(offer, read_only=read_only)
            row.show()
        for row in self._made[len(offers) :]:
            row.hide()
        self.rows = self._made[: len(offers)]
        self._fit()
        self._say()
        if self._focus_index >= 0 and self.rows:
            index = min(self._focus_index, len(self.rows) - 1)
            self._focus(index)
            if self._typing_on:
                self.rows[index].typing.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._focus_index, self._typing_on = -1, False

    def _row(self, offer: Offer) -> TrayRow:
        row = TrayRow(offer, read_only=self._desk.read_only)
        row.decided.connect(lambda time: self._decide(row, time))
        row.event_wanted.connect(lambda: self.event_wanted.emit(row.offer.entry.event_id))
        row.neighbour_wanted.connect(lambda step: self._focus(self.rows.index(row) + step))
        self._column.addWidget(row)
        row.show()  # at once: a row that is not shown yet counts for no height
        return row

    def _decide(self, row: TrayRow, time: EventTime) -> None:
        """State a time; the next row, or its line if that was typed, takes the focus once this one is gone."""
        self._focus_index = self.rows.index(row)
        self._typing_on = row.typing.hasFocus()
        row.setEnabled(False)
        self._desk.edits.edit(Subject.EVENT, row.offer.event.id, {"time": time})

    def _focused_row(self) -> int:
        focused = self.window().focusWidget()
        inside = (
            index
            for index, row in enumerate(self.rows)
            if isinstance(focused, QWidget) and (row is focused or row.isAncestorOf(focused))
        )
        return next(inside, -1)

    def _focus(self, index: int) -> None:
        if index < 0:
            self.head.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif index < len(self.rows):
            self.rows[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.area.ensureWidgetVisible(self.rows[index])

    def _fit(self) -> None:
        """Be as high as the rows, but leave the list its share of the page."""
        page = self.parentWidget()
        most = round(
            (page.height() if page is not None else 600) * (LARGEST_LOW_SHARE if self._is_low else LARGEST_SHARE)
        )
        wanted = self._column.sizeHint().height() if self.rows else 2 * control_height()
        width = self.area.viewport().width()
        if self.rows and self._column.hasHeightForWidth() and width > 0:
            wanted = self._column.totalHeightForWidth(width)
        self.area.setFixedHeight(max(min(wanted + 2, most), control_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the page's new size."""
        super().resizeEvent(event)
        if self.open:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the page decide about the width."""
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the rows with Down, back to the list with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Down and self.head.hasFocus() and self.rows:
            self._focus(0)
        else:
            super().keyPressEvent(event)


def _offers(
    session: "Session",
    dispute_id: str,
    outline: Outline,
    wanted: Sequence[TimelineEntry],
    home: ZoneInfo,
) -> list[Offer]:
    """Return the events with what may be their times. Blocks."""
    from evidence_app.actions.exhibits import list_exhibits
    from evidence_app.actions.timeline import event_detail

    names = {exhibit.id: exhibit.name for exhibit in list_exhibits(session, dispute_id)}
    dated, year = neighbours(outline.document_entries, names), outline.usual_year
    offers = []
    for entry in wanted:
        event = event_detail(session, entry.event_id)
        own = entry.kind is EventKind.DOCUMENT
        number, name = (entry.exhibit_number, names.get(entry.exhibit_id, "")) if own else (0, "")
        offers.append(Offer(entry, event, proposals(event, number, name, dated, home), year))
    return offers
