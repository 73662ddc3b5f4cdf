"""What leaves the vault with the dossier and what stays, in plain words, each with an explanation."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dossier.lines import Explained, Lines
from ui.i18n import language

if TYPE_CHECKING:
    from evidence_app.actions.dossier_readiness import Disclosure


class Disclosed(QWidget):
    """The list; counted from what would really be in the dossier."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: Disclosure | None = None
        self.lines = Lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)
        language.changed.connect(self.retranslate)

    def show_facts(self, facts: "Disclosure | None") -> None:
        """Show other facts; nothing while they are not known."""
        if facts != self._facts:
            self._facts = facts
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.lines.replace(self._lines(self._facts) if self._facts is not None else ())

    def _lines(self, facts: "Disclosure") -> Iterator[QWidget]:
        yield self._explained(self._selection(facts), self._about_selection())
        yield self._explained(self._log(facts), self._about_log())
        notes = facts.private_notes
        yield self._explained(
            self.tr("%n private note(s) stay in the vault.", "", notes)
            if notes
            else self.tr("Private notes stay in the vault; there are none."),
            self.tr(
                "Private notes are for you alone. They are never printed and never disclosed, whatever you choose."
            ),
        )
        yield from self._about_files(facts)
        yield self._contact(facts)
        yield from self._about_what_is_not_seen(facts)

    def _about_files(self, facts: "Disclosure") -> Iterator[QWidget]:
        if facts.originals:
            yield self._explained(
                self.tr(
                    "%n original file(s) go along as they are, with place and camera data where they have them.",
                    "",
                    facts.originals,
                ),
                self.tr(
                    "Originals show that nothing was changed, so nothing is taken out of them. Photos often carry "
                    "where and with which device they were taken; only the pictures on the pages are without. "
                    "To keep that to yourself, export a PDF without attachments."
                ),
                tone="attention",
            )
        elif facts.pictures:
            yield self._explained(
                self.tr("Place and camera data are taken out of %n picture(s).", "", facts.pictures),
                self.tr(
                    "Photos often carry where and with which device they were taken. The dossier shows the pictures "
                    "without these data; the originals in the vault keep them. What can be seen in a picture stays."
                ),
            )

    def _about_what_is_not_seen(self, facts: "Disclosure") -> Iterator[QWidget]:
        if facts.unseen:
            yield self._explained(
                self.tr(
                    "%n exhibit(s) cannot be shown on paper: only their name and hash are in it.", "", facts.unseen
                ),
                self.tr(
                    "Recordings and some other files have no picture. Hand over the original files beside the dossier; "
                    "their hash in it shows that they are the same."
                ),
            )
        if facts.removed:
            yield self._explained(
                self.tr("%n removed exhibit(s) are named as removed.", "", facts.removed),
                self.tr(
                    "Their content is gone. That something was removed, and when, stays visible, "
                    "so that nobody can say it was hidden."
                ),
            )

    def _explained(self, sentence: str, explanation: str, tone: str = "") -> Explained:
        return Explained(sentence, explanation, self.tr("What is this?"), tone=tone)

    def _selection(self, facts: "Disclosure") -> str:
        exhibits = self.tr("%1 of %n exhibit(s)", "", facts.exhibit_total).replace("%1", str(facts.exhibits))
        entries = self.tr("%1 of %n entry(s) of the timeline", "", facts.event_total).replace("%1", str(facts.events))
        return self.tr("%1 and %2.").replace("%2", entries).replace("%1", exhibits)

    def _about_selection(self) -> str:
        return self.tr(
            "Only these are in the dossier. How many are left out is stated in it, "
            "so that nobody can say you kept that quiet."
        )

    def _log(self, facts: "Disclosure") -> str:
        if not facts.entries_withheld:
            return self.tr("Custody log: %n entry(s), all with what they say.", "", facts.entries_shown)
        shown = self.tr("Custody log: %n entry(s) with what they say", "", facts.entries_shown)
        return self.tr("%1, %2 without.").replace("%2", str(facts.entries_withheld)).replace("%1", shown)

    def _about_log(self) -> str:
        return self.tr(
            "The custody log lists everything that was done to the evidence. Entries about what is not in the dossier, "
            "and private ones, are printed without what they say: a reader can check that none was taken out, "
            "but not read them."
        )

    def _contact(self, facts: "Disclosure") -> QWidget:
        if facts.contacts:
            sentence = self.tr("The complainant's or representative's contact details are in it.")
        elif facts.contacts_known:
            sentence = self.tr("Contact details are not in it.")
        else:
            sentence = self.tr("Contact details are not in it: none are recorded.")
        explanation = self.tr(
            "Phone number or address, as typed in the dispute. They stand on the page of the parties. "
            "Whoever gets the dossier, and whoever they hand it on to, can read them."
        )
        return self._explained(sentence, explanation)
