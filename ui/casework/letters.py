"""Letters: what can be written, to whom, and the drafts that are kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from shiboken6 import isValid

from evidence_app.actions.letters import cited_in
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import Letter
from evidence_app.phrases import Language
from ui.casework.letter_sheet import LetterSheet, Wanted, erased_words
from ui.casework.section import CaseSection, Told
from ui.casework.stating import change_item
from ui.controls import Button, PlainLabel
from ui.dossier.choices import StillComboBox
from ui.i18n import NATIVE_NAMES, language, listed
from ui.timeline.words import safe
from ui.tokens import SPACE_3

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidence_app.actions.kept_letters import Since
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Workspace


def letter_words(kind: LetterKind) -> tuple[str, str]:
    """Return what a letter is called, and when it helps."""
    translate = QCoreApplication.translate
    return {
        LetterKind.COMPLAINT: (
            translate("Letters", "Complaint"),
            translate("Letters", "Says what happened, what shows it and what you ask for."),
        ),
        LetterKind.WRITTEN_CONFIRMATION: (
            translate("Letters", "Written confirmation after a call"),
            translate("Letters", "Holds an agent's words fast: ask for a written answer right after the call."),
        ),
        LetterKind.STOP_CONTACT: (
            translate("Letters", "Stop contacting me or others"),
            translate("Letters", "For collection calls and messages at night, too often, or to people you know."),
        ),
        LetterKind.DATA_ACCESS: (
            translate("Letters", "Access to your data"),
            translate("Letters", "Asks what is kept about you: contract, consent, calls, where the data came from."),
        ),
        LetterKind.DATA_CORRECTION: (
            translate("Letters", "Correction of your data"),
            translate("Letters", "For a wrong debt, a wrong number or a wrong entry in a credit report."),
        ),
        LetterKind.DATA_DELETION: (
            translate("Letters", "Deletion of your data"),
            translate("Letters", "For data that was kept without a reason, or after you closed the account."),
        ),
    }[kind]


class Letters(CaseSection):
    """Kept drafts first, then a card for each kind of letter."""

    def fill(self, found: "Workspace") -> None:
        """Place all of it."""
        told = self.tr(
            "Letters say only what your confirmed entries show. "
            "What only you know is left as a marked blank. Read each one before you send it."
        )
        self.put(PlainLabel(told, "caption", "muted", wrap=True))
        kept = [(draft, self._kept(draft)) for draft in reversed(found.stated.letters)]
        for _, card in kept:
            self.put(card)
        self._tell_what_became(kept, found.dispute.id)
        for kind in LetterKind:
            self.put(self._offer(found, kind))

    def _offer(self, found: "Workspace", kind: LetterKind) -> Told:
        name, helps = letter_words(kind)
        card = Told(name, [helps])
        write = Button(self.tr("Write…"), "outline")
        write.setAccessibleName(f"{write.text()}: {name}")
        card.head.addWidget(write)
        to = self._addressees(found) if kind is LetterKind.COMPLAINT else None
        if to is not None:
            card.add(_captioned(self.tr("To"), to))
        write.clicked.connect(lambda: self._write(Wanted(kind, language.chosen, to.currentData() if to else "")))
        return card

    def _addressees(self, found: "Workspace") -> QComboBox:
        """Return the choice to whom a complaint goes; where the ladder has a next step, that comes first."""
        choice = StillComboBox()
        choice.setAccessibleName(self.tr("To whom the complaint goes"))
        choice.addItem(safe(found.dispute.institution) or self.tr("The institution"), "")
        for step in found.ladder.steps:
            choice.addItem(step.body.name[language.chosen], step.body.id)
        if found.ladder.next_step is not None:
            choice.setCurrentIndex(max(0, choice.findData(found.ladder.next_step.body.id)))
        return choice

    def _kept(self, draft: Letter) -> Told:
        name = letter_words(LetterKind(draft.template))[0] if draft.template in set(LetterKind) else draft.template
        spoken = NATIVE_NAMES[Language(draft.language)] if draft.language in set(Language) else ""
        addressee = draft.text.strip().split("\n\n")[1:2]
        card = Told(draft.title or name, [" · ".join(filter(None, (name, *addressee, spoken)))])
        card.say(self.tr("A kept draft: for you only, in no dossier."), small=True)
        go_on = Button(self.tr("Go on writing…"), "outline")
        go_on.setAccessibleName(f"{go_on.text()} {card.title.text()}")
        go_on.clicked.connect(lambda: self._open(draft))
        card.head.addWidget(go_on)
        if not self._desk.read_only:
            remove = Button(self.tr("Remove"), "link")
            remove.setAccessibleName(f"{remove.text()}: {card.title.text()}")
            remove.clicked.connect(lambda: self._remove(draft.id))
            card.head.addWidget(remove)
        return card

    def _tell_what_became(self, kept: list[tuple[Letter, Told]], dispute_id: str) -> None:
        """Say on the cards which drafts quote what was erased for good, and what changed since, once that is known."""

        def work(session: "Session") -> "tuple[frozenset[int], Mapping[str, frozenset[Since]]]":
            from evidence_app.actions.kept_letters import changed_since_kept
            from evidence_app.actions.letters import erased_numbers

            return erased_numbers(session, dispute_id), changed_since_kept(session, dispute_id)

        def tell(known: "tuple[frozenset[int], Mapping[str, frozenset[Since]]]") -> None:
            erased, changed = known
            for draft, card in kept:
                if isValid(card) and (gone := erased & cited_in(draft.text)):
                    card.say(erased_words(gone)).set_tone("attention")
                if isValid(card) and (since := changed.get(draft.id)):
                    card.say(self._changed(since)).set_tone("attention")

        if kept:
            self._desk.read(work, tell, self)

    def _changed(self, since: "frozenset[Since]") -> str:
        """Return what changed since a draft was kept."""
        names = {
            "entries": self.tr("entries of the timeline"),
            "removed": self.tr("what was removed from it"),
            "filings": self.tr("complaints and answers"),
            "promises": self.tr("what became of promises"),
        }
        changed = {each.value for each in since}
        words = self.tr("Changed since it was kept: %1. Check what it says of that, or write it anew.")
        return words.replace("%1", listed([name for key, name in names.items() if key in changed]))

    def _open(self, draft: Letter) -> None:
        kind = LetterKind(draft.template) if draft.template in set(LetterKind) else LetterKind.COMPLAINT
        spoken = Language(draft.language) if draft.language in set(Language) else language.chosen
        self._write(Wanted(kind, spoken, draft.body, draft))

    def _write(self, wanted: Wanted) -> None:
        if self.found is None:
            return
        sheet = LetterSheet(self.window(), self._desk, self.found, wanted)
        sheet.event_wanted.connect(self.event_wanted)
        sheet.present()

    def _remove(self, item_id: str) -> None:
        change_item(self._desk, Letter, item_id, {"set_aside": self.tr("draft removed")})


def _captioned(words: str, widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_3)
    caption = PlainLabel(words, "caption", "muted")
    caption.setBuddy(widget)
    row.addWidget(caption)
    row.addWidget(widget, 1)
    return holder
