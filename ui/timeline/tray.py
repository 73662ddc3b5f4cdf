"""The events without a time, in a tray of their own below the list, each with the times it may have."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from evidence_app.domain.events import Event, EventKind, TimelineEntry
from evidence_app.domain.times import EventTime
from evidence_app.errors import InputProblem
from ui.controls import Button, ElidedLabel, Hairline, PlainLabel, part
from ui.editors import LineEditor
from ui.i18n import language, word
from ui.messages import message, sentences
from ui.subjects import Subject
from ui.timeline import words
from ui.timeline.flow import FlowRow
from ui.timeline.undated import Basis, Proposal, neighbours, proposals, undated
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, control_height, scaled
from ui.typed_time import with_typed

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.desk import Desk

MOST_ROWS = 40
"""So many are offered at once; the others follow when these have their time."""
LARGEST_SHARE = 0.42  # of the page's height
TYPING_WIDTH = 190


@dataclass(frozen=True)
class Offer:
    """An event without a time, and what may be its time."""

    entry: TimelineEntry
    event: Event
    proposals: list[Proposal]


class TrayRow(QFrame):
    """One event: what it is, its proposals as numbered buttons, and a line to type the time."""

    decided = Signal(object)
    event_wanted = Signal()
    neighbour_wanted = Signal(int)  # another row: 1 below, -1 above

    def __init__(self, offer: Offer, *, read_only: bool) -> None:
        super().__init__()
        self.offer = offer
        self.setProperty("part", "trayrow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = words.body(offer.entry) or words.title(offer.entry)
        number = words.exhibit_number(offer.entry)
        self.name = ElidedLabel(" · ".join(filter(None, (number, name))))
        self.setAccessibleName(self.name.text())
        self.typing = LineEditor()
        self.typing.gives_up = True
        self.typing.setPlaceholderText(self.tr("Type the time"))
        self.typing.setAccessibleName(self.tr("Time of %1").replace("%1", self.name.text()))
        self.typing.setMaximumWidth(scaled(TYPING_WIDTH))
        self.typing.setReadOnly(read_only)
        self.problem = PlainLabel(role="caption", tone="broken", wrap=True)
        self.problem.hide()
        self.buttons = [] if read_only else [self._button(index) for index in range(len(offer.proposals))]
        self._lay_out()
        self.typing.committed.connect(self._type)

    def accept(self, index: int) -> None:
        """Take a proposal."""
        if index < len(self.buttons):
            self.decided.emit(self.offer.proposals[index].time)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a proposal by its number, go to the row above or below, begin to type the time."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.accept(event.key() - Qt.Key.Key_1)
        elif event.key() in steps:
            self.neighbour_wanted.emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_T}:
            self.typing.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what it is about beside the list."""
        super().focusInEvent(event)
        self.event_wanted.emit()

    def _button(self, index: int) -> Button:
        proposal = self.offer.proposals[index]
        why = basis_words(proposal)
        button = Button(f"{index + 1}  {proposal.text} · {why}".replace("&", "&&"), "filter")
        button.setToolTip(self.tr("State this time; it can be undone"))
        button.setAccessibleName(f"{proposal.text}, {why}")
        button.clicked.connect(lambda: self.accept(index))
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_2)
        top.addWidget(self.name, 1)
        top.addWidget(self.typing)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        column.setSpacing(SPACE_1)
        column.addLayout(top)
        column.addWidget(self.problem)
        if self.buttons:
            flow = FlowRow()
            for button in self.buttons:
                flow.flow.addWidget(button)
            column.addWidget(flow)
        elif not self.offer.proposals:
            nothing = PlainLabel(role="caption", tone="faint", wrap=True)
            nothing.setText(self.tr("Nothing else tells when this was."))
            column.addWidget(nothing)

    def _type(self) -> None:
        if not self.typing.text().strip():
            return
        try:
            time = with_typed(self.offer.event.time, self.typing.text())
        except InputProblem as problem:
            self.problem.setText(sentences(message(problem)))
            self.problem.show()
            return
        self.decided.emit(time)


class UndatedTray(QWidget):
    """A foldable tray. ``event_wanted`` asks to show an event; a time is decided through the desk's edits."""

    event_wanted = Signal(str)
    list_wanted = Signal()

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        part(self, "surface")
        self._desk = desk
        self._undated: list[TimelineEntry] = []
        self._asked: list[str] = []
        self._focus_index = -1
        self.rows: list[TrayRow] = []
        self.head = Button(look="fold", icon_name="caret-right")
        self.head.clicked.connect(self.toggle)
        self.rest = PlainLabel(role="caption", tone="muted")
        self.rest.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_2)
        self._inside = QWidget()
        self._inside.setProperty("part", "scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(SPACE_4, 0, SPACE_4, SPACE_2)
        self._column.setSpacing(SPACE_2)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._inside)
        self.area.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_3, SPACE_1, SPACE_4, SPACE_1)
        head.addWidget(self.head)
        head.addStretch(1)
        column.addWidget(Hairline())
        column.addLayout(head)
        column.addWidget(self.area)
        column.addWidget(self.rest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        language.changed.connect(self.retranslate)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self._say()
        if self.open:
            self._ask()

    @property
    def open(self) -> bool:
        """Whether the tray is unfolded."""
        return not self.area.isHidden()

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Hold those of a dispute's events that have no time; without any, there is no tray."""
        self._undated = undated(entries)
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
        entries, wanted = self._desk.entries, self._undated[:MOST_ROWS]
        self._asked = [entry.event_id for entry in wanted]
        self._desk.read(lambda session: _offers(session, dispute.id, entries, wanted, dispute.zone), self._take, self)

    def _take(self, offers: list[Offer]) -> None:
        if [offer.entry.event_id for offer in offers] != self._asked and offers:
            return  # of before the last change
        if (focused := self._focused_row()) >= 0:
            self._focus_index = focused
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(offer) for offer in offers]
        self._fit()
        self._say()
        if self._focus_index >= 0 and self.rows:
            self._focus(min(self._focus_index, len(self.rows) - 1))
        self._focus_index = -1

    def _row(self, offer: Offer) -> TrayRow:
        row = TrayRow(offer, read_only=self._desk.read_only)
        row.decided.connect(lambda time: self._decide(row, time))
        row.event_wanted.connect(lambda: self.event_wanted.emit(offer.entry.event_id))
        row.neighbour_wanted.connect(lambda step: self._focus(self.rows.index(row) + step))
        self._column.addWidget(row)
        return row

    def _decide(self, row: TrayRow, time: EventTime) -> None:
        """State a time; the next row takes the focus once this one is gone."""
        self._focus_index = self.rows.index(row)
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
        most = round((page.height() if page is not None else 600) * LARGEST_SHARE)
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
    session: "Session", dispute_id: str, entries: Sequence[TimelineEntry], wanted: list[TimelineEntry], home: ZoneInfo
) -> list[Offer]:
    """Return the events with what may be their times. Blocks."""
    from evidence_app.actions.exhibits import list_exhibits
    from evidence_app.actions.timeline import event_detail

    names = {exhibit.id: exhibit.name for exhibit in list_exhibits(session, dispute_id)}
    dated = neighbours(entries, names)
    offers = []
    for entry in wanted:
        event = event_detail(session, entry.event_id)
        own = entry.kind is EventKind.DOCUMENT
        number, name = (entry.exhibit_number, names.get(entry.exhibit_id, "")) if own else (0, "")
        offers.append(Offer(entry, event, proposals(event, number, name, dated, home)))
    return offers


def basis_words(proposal: Proposal) -> str:
    """Return why a time is proposed."""
    translate = QCoreApplication.translate
    if proposal.basis is Basis.READING:
        return word(proposal.source) if proposal.source is not None else ""
    text = {
        Basis.NAMED_BETWEEN: translate("UndatedTray", "its name lies between “%1” and “%2”"),
        Basis.NAMED_AFTER: translate("UndatedTray", "its name follows “%1”"),
        Basis.NAMED_BEFORE: translate("UndatedTray", "its name precedes “%1”"),
        Basis.ADDED_BETWEEN: translate("UndatedTray", "added between exhibits %3 and %4"),
        Basis.ADDED_AFTER: translate("UndatedTray", "added after exhibit %3"),
        Basis.ADDED_BEFORE: translate("UndatedTray", "added before exhibit %3"),
    }[proposal.basis]
    one, other = proposal.one, proposal.other
    numbers = text.replace("%3", str(one.number) if one else "").replace("%4", str(other.number) if other else "")
    return numbers.replace("%2", _short(other.name) if other else "").replace("%1", _short(one.name) if one else "")


LONGEST_NAME = 28


def _short(name: str) -> str:
    text = safe(name)
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME // 2]}…{text[-LONGEST_NAME // 2 + 1 :]}"
