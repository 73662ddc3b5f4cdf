"""Asks which of the dispute's numbers are the other side's, as long as nobody has said so: then they count."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui.casework.section import CaseSection, Told
from ui.casework.ticking import Tick, TickList
from ui.controls import Button
from ui.i18n import listed
from ui.timeline.flow import Flow
from ui.timeline.words import safe
from ui.tokens import SPACE_2

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Correspondent, Workspace

MOST_LISTED = 500
"""Whole phones have thousands of senders; those who hardly ever wrote are no lender that calls."""


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

    def __init__(
        self,
        people: "Sequence[Correspondent]",
        ticked: Collection[str] | None,
        *,
        read_only: bool,
        more: bool = False,
    ) -> None:
        """List people, those ticked that were before; None ticks whoever there is a reason to take for the other side.

        ``more`` tells that some numbers are stated already.
        """
        super().__init__("")
        self._people = people
        self._read_only = read_only
        proposed = [each.shown for each in people if each.is_proposed]
        if more:
            self._ask_more()
        else:
            self._ask(proposes=any(each.signs_as_theirs for each in people))
        self._list(proposed if ticked is None else ticked)
        self._offer_verbs()
        self._follow()

    def _ask(self, *, proposes: bool) -> None:
        self.title.setText(self.tr("Which of these numbers are theirs?"))
        self.say(
            self.tr(
                "Nobody has said so yet. Until then, calls and messages count only under the institution's own name: "
                "those of family, banks and couriers must not be held against it. Tick all that are the other side's."
            )
        )
        if proposes:
            self.say(
                self.tr(
                    "Ticked beforehand is who signs messages with the institution's name. Anybody can write such a "
                    "signature: look before you confirm."
                ),
                small=True,
            )

    def _ask_more(self) -> None:
        self.title.setText(self.tr("Are these theirs, too?"))
        self.say(
            self.tr(
                "Their own messages or pages name them, you keep them as a channel of theirs, or they are called or "
                "sign like them. Impostors do, too, and names are alike by chance: look before you confirm. Only then "
                "do calls, messages and payments with them count."
            )
        )

    def _list(self, chosen: Collection[str]) -> None:
        ticks = [Tick(each.shown, _words(each), each.shown in chosen) for each in self._people[:MOST_LISTED]]
        self.ticks = TickList(self.title.text(), ticks)
        self.ticks.changed.connect(self._follow)
        self.ticks.changed.connect(lambda: self.ticks_changed.emit(self.ticked()))
        self.ticks.setEnabled(not self._read_only)
        self.column.addWidget(self.ticks)

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
        return self.ticks.ticked()

    def _follow(self) -> None:
        count = len(self.ticked())
        self.confirm.setText(TheirsWords().confirm(count))
        self.confirm.setEnabled(bool(count) and not self._read_only)


def unmatched_words(numbers: Sequence[str]) -> str:
    """Return the words for numbers that somebody stated and of which no confirmed entry is."""
    words = QCoreApplication.translate(
        "TheirsWords",
        "No confirmed entry is of %1. Check how it is written; a beginning that several numbers share ends with *.",
    )
    return words.replace("%1", safe(listed(numbers)))


def ask_whose(section: CaseSection, found: "Workspace") -> None:
    """Put the card into a part of the page, if there is something to ask, and keep what is answered.

    Ways lead to where the other side names numbers itself.
    """
    people = found.unplaced or found.joinable
    if not people:
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

    whose = WhoseNumbers(people, section.ticked, read_only=desk.read_only, more=not found.unplaced)
    named = QCoreApplication.translate("TheirsWords", "Where they name it: %1")
    whose.add(section.links([each.named_in for each in people], {each.named_in: named for each in people}))
    whose.named.connect(name)
    whose.denied.connect(deny)
    whose.ticks_changed.connect(keep_ticks)
    section.put(whose)


def _words(each: "Correspondent") -> str:
    names = " ".join(part for part in (each.name, each.number) if part)
    why = ""
    if each.named_in:
        why = QCoreApplication.translate("TheirsWords", "named by themselves")
    elif each.is_channel:
        why = QCoreApplication.translate("TheirsWords", "kept as their channel")
    elif each.calls_itself_theirs:
        why = QCoreApplication.translate("TheirsWords", "called or signed like them; not counted")
    elif each.shares_brand:
        why = QCoreApplication.translate("TheirsWords", "payments; called alike")
    return "   ".join(filter(None, (safe(names), TheirsWords().contacts(each.count), why, safe(each.sample))))
