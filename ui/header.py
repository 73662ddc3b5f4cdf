"""The top of a dispute's page: what it is about, and what one can do with it now."""

from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSpacerItem, QToolButton, QVBoxLayout, QWidget

from evidence_app.domain.disputes import Dispute, DisputeStatus
from evidence_app.domain.events import EventKind
from evidence_app.domain.money import plain_amount
from ui.controls import Button, ElidedLabel, Hairline, IconButton, part
from ui.dropping import is_evidence_paste
from ui.fitting import FittingLabel
from ui.i18n import language, word
from ui.icons import icon
from ui.shortcuts import is_window_key
from ui.tabs import PageTabs
from ui.timeline.words import SYMBOLS, safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, font, scaled

TYPED = {
    EventKind.CALL: "phone",
    EventKind.NOTE: "note-pencil",
    EventKind.PAYMENT: "money",
    EventKind.COMPLAINT: "megaphone",
}
"""The kinds that are typed by hand, with their icons, in the order of the buttons."""

LEAST_SEARCH = 84
"""Pixels of the search field where tabs and buttons need the rest."""

LOW = 420
"""Pixels, at 100 %, of a window's height below which the header takes two lines: title, and tabs."""

SHORT = 760
"""The same, below which it leaves a few pixels less around its lines, so that seven cards of the timeline fit."""

TWO_LINES = 1.7
"""How much longer than one line a title may be to stand in two: lines break at words."""


def amount_words(dispute: Dispute) -> str:
    """Return ``¥3,000.00``; empty without an amount."""
    if dispute.amount is None:
        return ""
    whole, _, decimals = plain_amount(dispute.amount).partition(".")
    return f"{SYMBOLS.get(dispute.currency, dispute.currency + ' ')}{int(whole):,}.{decimals}"


class SearchField(QLineEdit):
    """A line to search by; what is evidence in the clipboard it leaves to the window.

    Escape clears it; Down and Enter lead into what was found (``list_wanted``).
    """

    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear, or go down into the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take text only."""
        if is_evidence_paste(event) or is_window_key(event):
            event.ignore()
            return False
        return super().event(event)


class DisputeHeader(QWidget):
    """Title, facts, and the row of verbs. ``typed_wanted`` carries the kind of event to type."""

    edit_wanted = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()
    typed_wanted = Signal(object)
    companion_wanted = Signal()
    """Somebody is on the telephone now."""
    export_wanted = Signal()
    search_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        part(self, "surface")
        self._dispute: Dispute | None = None
        self._is_low = self.is_short = False
        self._since: dict[str, date | None] = {}
        self._fitted: tuple[object, ...] = ()
        self._widths: dict[tuple[object, ...], int] = {}
        self.disputes = IconButton("sidebar-simple")
        self.disputes.setCheckable(True)
        self.disputes.hide()
        self.title = FittingLabel("page", "title")
        self.facts = ElidedLabel(tone="muted")
        self.edit = IconButton("pencil-simple")
        self.export = Button(look="outline", icon_name="export")
        self.add = Button(look="primary", icon_name="plus")
        self.add_menu = QMenu(self)
        self.add_files = self.add_menu.addAction("", self.files_wanted.emit)
        self.add_folder = self.add_menu.addAction("", self.folder_wanted.emit)
        self.add_menu.addSeparator()
        self.typed = {kind: Button(icon_name=name) for kind, name in TYPED.items()}
        self.typed_actions = {kind: self._typing_action(kind, name) for kind, name in TYPED.items()}
        self.calling = self.add_menu.addAction(icon("phone-call"), "", self.companion_wanted.emit)
        self.search = SearchField()
        self.tabs = PageTabs()
        self._connect()
        self._lay_out()
        self.retranslate()

    def show_dispute(self, dispute: Dispute, *, read_only: bool) -> None:
        """Show what the dispute is about."""
        self._dispute = dispute
        for button in (self.edit, self.add, *self.typed.values()):
            button.setEnabled(not read_only)
        self._show_facts()

    def take_since(self, dispute_id: str, day: date | None) -> None:
        """Count from this day since when a matter is in dispute, where the person did not say; None for unknown."""
        self._since[dispute_id] = day
        self._show_facts()

    def retranslate(self) -> None:
        """Set all texts."""
        self.disputes.set_name(self.tr("Disputes"))
        self.edit.set_name(self.tr("Edit the dispute"))
        self.export.setToolTip(self.tr("Export dossier"))
        self.export.setAccessibleName(self.tr("Export dossier"))
        self.add.setText(self.tr("Add evidence"))
        self.add.setAccessibleName(self.tr("Add evidence"))
        self.add.setToolTip(self.tr("Choose files or a folder. Dropping and pasting work anywhere in the window."))
        self.add_files.setText(self.tr("Files…"))
        self.add_folder.setText(self.tr("A whole folder…"))
        for clear in self.search.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear the search"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search in the timeline"))
        tips = {
            EventKind.CALL: self.tr("Record a call"),
            EventKind.NOTE: self.tr("Write a note"),
            EventKind.PAYMENT: self.tr("Record a payment"),
            EventKind.COMPLAINT: self.tr("Record a complaint step"),
        }
        for kind, button in self.typed.items():
            button.setToolTip(tips[kind])
            button.setAccessibleName(tips[kind])
            self.typed_actions[kind].setText(f"{tips[kind]}…")
        self.calling.setText(self.tr("I am calling them now…"))
        self._show_facts()
        self._fit()

    def give_way(self, height_px: int) -> None:
        """Leave the height of a low window to its pages: the facts stand on the overview, too."""
        is_low, is_short = height_px < scaled(LOW), height_px < scaled(SHORT)
        if (is_low, is_short) == (self._is_low, self.is_short):
            return
        self._is_low, self.is_short = is_low, is_short
        self.facts.setVisible(not is_low)
        self.title.keep_low(is_low)
        above = SPACE_1 if is_low else SPACE_2 if is_short else SPACE_3
        self._inner.setContentsMargins(SPACE_4 + SPACE_2, above, SPACE_4, 0)
        self._below_facts.changeSize(0, SPACE_1 if is_short else SPACE_2)
        self._inner.invalidate()
        self._inner.activate()  # at once: title and facts would lie over each other until the next turn
        self._fitted = ()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words on the buttons only where they fit.

        Afterwards: showing a button lays out all panes anew, in the middle of their being laid out.
        """
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another style."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._fitted, self._widths = (), {}
            QTimer.singleShot(0, self, self._fit)

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.add.clicked.connect(self._offer_adding)
        for kind, button in self.typed.items():
            button.clicked.connect(lambda _=False, kind=kind: self.typed_wanted.emit(kind))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.search.setAcceptDrops(False)
        self.search.textChanged.connect(self.search_changed)
        language.changed.connect(self.retranslate)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_2)
        top.addWidget(self.disputes, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.title, 1)
        for button in (self.edit, self.add, self.export):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(SPACE_1)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        for button in self.typed.values():
            row.addWidget(button)
        row.addSpacing(SPACE_1)
        row.addWidget(self.search, 2)
        self._inner = inner = QVBoxLayout()
        inner.setContentsMargins(SPACE_4 + SPACE_2, SPACE_3, SPACE_4, 0)
        inner.setSpacing(0)
        inner.addLayout(top)
        inner.addWidget(self.facts)
        self._below_facts = QSpacerItem(0, SPACE_2)
        inner.addItem(self._below_facts)
        inner.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(Hairline())

    def _typing_action(self, kind: EventKind, icon_name: str) -> QAction:
        """Offer a kind of typed event in the menu, in words: its button may show an icon only."""
        action = self.add_menu.addAction(icon(icon_name), "")
        action.triggered.connect(lambda: self.typed_wanted.emit(kind))
        return action

    def _offer_adding(self) -> None:
        self.add_menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _fit(self) -> None:
        """Say on the buttons what they do where the words leave room for the title, the tabs and the search."""
        measures = self._measures()
        if measures == self._fitted:
            return  # a dispute is shown several times while it is being read
        self._fitted = measures
        self._fit_export()
        hint = QFontMetrics(font("body")).horizontalAdvance(self.search.placeholderText()) + 3 * SPACE_2
        self.search.setMinimumWidth(max(LEAST_SEARCH, hint))
        beside = self.search.minimumWidth() + 2 * SPACE_4 + 3 * SPACE_2
        icons = self._width_of_verbs(in_words=False)
        self.tabs.shorten(self.tabs.full_width() + icons + beside > self.width())
        room = self.width() - self.tabs.sizeHint().width() - beside
        in_words = self._width_of_verbs(in_words=True) <= room
        self._word_verbs(in_words=in_words)
        for button in self.typed.values():
            button.setVisible(in_words or icons <= room)  # the menu of adding has them, too

    def _measures(self) -> tuple[object, ...]:
        """Return all that decides what fits."""
        seen = (
            self._is_low,
            self.is_short,
            self.isVisible(),
            self.disputes.isVisibleTo(self),
            self.width(),
            self.tabs.full_width(),
        )
        return *seen, self.title.text(), language.chosen, font("body").toString(), font("title").toString()

    def _width_of_verbs(self, *, in_words: bool) -> int:
        """Return how wide the buttons of what is typed are in words, or with icons only; tried once in each look."""
        key = (in_words, self.isVisible(), language.chosen, font("body").toString())
        if key not in self._widths:
            self._word_verbs(in_words=in_words)
            self._widths[key] = sum(button.sizeHint().width() + SPACE_1 for button in self.typed.values())
        return self._widths[key]

    def _word_verbs(self, *, in_words: bool) -> None:
        look = "" if in_words else "icon"
        for kind, button in self.typed.items():
            button.setText(self._short(kind) if in_words else "")
            if button.property("look") != look:
                button.set_look(look)

    def _fit_export(self) -> None:
        """Leave words out where that leaves the title in one line, or uncut in two."""
        self.add.setText(self.tr("Add evidence"))
        self.export.setText(self.tr("Export dossier"))
        length = QFontMetrics(font("title")).horizontalAdvance(self.title.text())
        with_word = self._room_for_title()
        self.export.setText("")
        in_two = not self._is_low and self._room_for_title() < length <= with_word * TWO_LINES
        if length <= with_word or in_two:
            self.export.setText(self.tr("Export dossier"))
        elif self._is_low and length > self._room_for_title():
            self.add.setText("")

    def _room_for_title(self) -> int:
        beside = (self.edit, self.add, self.export, *([self.disputes] if self.disputes.isVisibleTo(self) else []))
        taken = sum(button.sizeHint().width() + SPACE_2 for button in beside)
        return self.width() - taken - 2 * SPACE_4 - SPACE_2

    def _short(self, kind: EventKind) -> str:
        return self.tr("Complaint") if kind is EventKind.COMPLAINT else word(kind)

    def _show_facts(self) -> None:
        dispute = self._dispute
        if dispute is None:
            return
        self.title.setText(safe(dispute.title))
        self._fit()
        status = "" if dispute.status is DisputeStatus.OPEN else word(dispute.status)
        facts = (safe(dispute.institution), amount_words(dispute), self._day(dispute), status)
        self.facts.setText(" · ".join(filter(None, facts)) or word(dispute.type))

    def _day(self, dispute: Dispute) -> str:
        since = dispute.disputed_since or self._since.get(dispute.id)
        if since is None or dispute.status in {DisputeStatus.RESOLVED, DisputeStatus.CLOSED}:
            return ""
        day = (datetime.now(dispute.zone).date() - since).days + 1
        return self.tr("day %1").replace("%1", str(day)) if day > 0 else ""
