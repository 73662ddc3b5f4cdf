"""Asks which of the dispute's numbers are the other side's, as long as nobody has said so: then they count."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.casework.section import CaseSection, Told
from ui.controls import Button
from ui.editors import LineEditor
from ui.i18n import listed
from ui.timeline.flow import Flow
from ui.timeline.words import safe
from ui.tokens import SPACE_2, SPACE_4, theme

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Correspondent, Workspace

MOST_ROWS = 6
"""Shown at once; the list scrolls."""
MOST_LISTED = 500
"""Whole phones have thousands of senders; those who hardly ever wrote are no lender that calls."""

SHOWN_AS = Qt.ItemDataRole.UserRole


class TheirsWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def contacts(self, count: int) -> str:
        """Return how often somebody called or wrote."""
        return self.tr("%n time(s)", "", count)

    def confirm(self, count: int) -> str:
        """Return the words of the button that confirms."""
        return self.tr("These %n are theirs", "", count) if count else self.tr("These are theirs")


class WhoseNumbers(Told):
    """A card with a list to tick. ``named`` carries the numbers and names that are the other side's.

    ``denied`` carries all that were asked about: none of them is.
    """

    named = Signal(tuple)
    denied = Signal(tuple)
    ticks_changed = Signal(tuple)

    def __init__(self, people: "Sequence[Correspondent]", ticked: Collection[str] | None, *, read_only: bool) -> None:
        """List people, those ticked that were before; None ticks whoever signs with the institution's name."""
        super().__init__("")
        self._people = people
        self._read_only = read_only
        proposed = [each.shown for each in people if each.signs_as_theirs]
        self._ask(proposes=bool(proposed))
        self._list(proposed if ticked is None else ticked)
        self._offer_verbs()
        theme.changed.connect(self._fit)
        self._fit()
        self._follow()

    def _ask(self, *, proposes: bool) -> None:
        self.title.setText(self.tr("Which of these numbers are theirs?"))
        self.say(
            self.tr(
                "Nobody has said so yet. Until then, calls and messages count only under the institution’s own name: "
                "those of family, banks and couriers must not be held against it. Tick all that are the other side’s."
            )
        )
        if proposes:
            self.say(
                self.tr(
                    "Ticked beforehand is who signs messages with the institution’s name. Anybody can write such a "
                    "signature: look before you confirm."
                ),
                small=True,
            )

    def _list(self, chosen: Collection[str]) -> None:
        self.search = LineEditor()
        self.search.setPlaceholderText(self.tr("Search names and numbers"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(self._narrow)
        self.search.setVisible(len(self._people) > MOST_ROWS)
        self.list = QListWidget()
        self.list.setAccessibleName(self.title.text())
        self.list.setUniformItemSizes(True)
        for each in self._people[:MOST_LISTED]:
            self.list.addItem(_item(each, ticked=each.shown in chosen))
        self.list.itemChanged.connect(lambda _: self._follow())
        self.list.itemChanged.connect(lambda _: self.ticks_changed.emit(self.ticked()))
        for widget in (self.search, self.list):
            widget.setEnabled(not self._read_only)
            self.column.addWidget(widget)

    def _offer_verbs(self) -> None:
        self.confirm = Button(TheirsWords().confirm(0), "primary", "check")
        self.confirm.clicked.connect(lambda: self.named.emit(self.ticked()))
        self.none = Button(self.tr("None of these is theirs"), "outline")
        self.none.setToolTip(self.tr("You will be asked again only about numbers that are new."))
        self.none.setEnabled(not self._read_only)
        self.none.clicked.connect(lambda: self.denied.emit(tuple(each.shown for each in self._people)))
        verbs = Flow(spacing=SPACE_2)
        for button in (self.confirm, self.none):
            verbs.addWidget(button)
        self.column.addLayout(verbs)

    def ticked(self) -> tuple[str, ...]:
        """Return the numbers and names that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(SHOWN_AS)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _follow(self) -> None:
        count = len(self.ticked())
        self.confirm.setText(TheirsWords().confirm(count))
        self.confirm.setEnabled(bool(count) and not self._read_only)

    def _narrow(self, words: str) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(words.lower() not in item.text().lower())

    def _fit(self) -> None:
        """Be as high as a few lines of the text, whatever its size."""
        rows = max(1, min(MOST_ROWS, self.list.count()))
        height = max(self.list.sizeHintForRow(0), self.list.fontMetrics().lineSpacing() + SPACE_2)
        self.list.setMinimumHeight(rows * height + SPACE_4)
        self.list.setMaximumHeight(rows * height + SPACE_4)


def unmatched_words(numbers: Sequence[str]) -> str:
    """Return the words for numbers that somebody stated and of which no confirmed entry is."""
    words = QCoreApplication.translate(
        "TheirsWords",
        "No confirmed entry is of %1. Check how it is written; a beginning that several numbers share ends with *.",
    )
    return words.replace("%1", safe(listed(numbers)))


def ask_whose(section: CaseSection, found: "Workspace") -> None:
    """Put the card into a part of the page, if there is something to ask, and keep what is answered."""
    if not found.unplaced:
        return
    desk, dispute_id = section.desk, found.dispute.id

    def keep_ticks(ticked: tuple[str, ...]) -> None:
        section.ticked = ticked

    def name(numbers: tuple[str, ...]) -> None:
        def work(session: "Session") -> int | None:
            from evidence_app.actions.workspace import name_numbers

            return name_numbers(session, dispute_id, numbers)

        desk.edits.work_out("institution", work)

    def deny(numbers: tuple[str, ...]) -> None:
        def work(session: "Session") -> int | None:
            from evidence_app.actions.workspace import name_others

            return name_others(session, dispute_id, numbers)

        desk.edits.work_out("not_theirs", work)

    whose = WhoseNumbers(found.unplaced, section.ticked, read_only=desk.read_only)
    whose.named.connect(name)
    whose.denied.connect(deny)
    whose.ticks_changed.connect(keep_ticks)
    section.put(whose)


def _item(each: "Correspondent", *, ticked: bool) -> QListWidgetItem:
    names = " ".join(part for part in (each.name, each.number) if part)
    parts = (safe(names), TheirsWords().contacts(each.count), safe(each.sample))
    item = QListWidgetItem("   ".join(filter(None, parts)))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    item.setData(SHOWN_AS, each.shown)
    return item
