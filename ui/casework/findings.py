"""What the timeline departs from; each finding can be left out of the dossier, with a reason, and taken in again."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_app.domain.workspace import Exclusion
from ui.casework.item_sheet import REASON, ItemSheet
from ui.casework.section import CaseSection, Told
from ui.casework.stating import change_item, say_of
from ui.casework.theirs import ask_whose, unmatched_words
from ui.controls import Button, PlainLabel
from ui.i18n import language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidence_app.actions.workspace import CollectorQuestion, RuleFinding, Workspace


class FindingWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def rests_on(self, count: int) -> str:
        """Return how many events are behind it."""
        return self.tr("Rests on %n entries of the timeline:", "", count)


class Findings(CaseSection):
    """A card for each finding."""

    def fill(self, found: "Workspace") -> None:
        """Say what was found, and what finding means."""
        explained = self.tr(
            "Worked out from the entries you confirmed. "
            "That something departs from a standard does not make it unlawful."
        )
        ask_whose(self, found)
        if found.unmatched:
            self.put(PlainLabel(unmatched_words(found.unmatched), tone="attention", wrap=True))
        if (question := found.collector_question) is not None:
            self.put(self._asked(question))
        departing = [each for each in found.findings if not each.is_reminder]
        if not departing:
            self.put(PlainLabel(self.tr("Nothing in the timeline departs from the standards we know."), wrap=True))
        self.put(PlainLabel(explained, role="caption", tone="muted", wrap=True))
        cards = [partial(self._card, found, finding) for finding in departing]
        self.put_some("findings", cards, lambda left: self.tr("Show %n more finding(s)", "", left))
        self._remind(found, [each for each in found.findings if each.is_reminder])

    def _remind(self, found: "Workspace", reminders: "Sequence[RuleFinding]") -> None:
        """Say what the person's own evidence lacks, apart from what others did."""
        if not reminders:
            return
        explained = self.tr("For you only: they stand in no dossier and in no letter.")
        self.put(PlainLabel(self.tr("Reminders about your own evidence"), role="emphasis", wrap=True))
        self.put(PlainLabel(explained, role="caption", tone="muted", wrap=True))
        cards = [partial(self._card, found, each) for each in reminders]
        self.put_some("reminders", cards, lambda left: self.tr("Show %n more reminder(s)", "", left))

    def _asked(self, question: "CollectorQuestion") -> Told:
        """Ask what the other side is: findings depend on it."""
        card = Told(self.tr("Not said yet"), [question.says(language.chosen)])
        card.say(self.tr("It is answered under Institution: edit it and choose its type."), small=True)
        card.add(self.links(question.event_ids))
        return card

    def _card(self, found: "Workspace", finding: "RuleFinding") -> Told:
        spoken = language.chosen
        left_out = found.excluded.get(finding.id)
        card = Told(finding.rule.title[spoken], [finding.says(spoken)])
        if finding.event_ids:
            card.say(FindingWords().rests_on(len(finding.event_ids)), small=True)
            card.add(self.links(finding.event_ids))
        for cited in finding.citations():
            card.say(cited[spoken], small=True)
        card.say(finding.formula(spoken), small=True)
        card.say(finding.limits(spoken), small=True)
        if advice := finding.advice(spoken):
            card.say(advice)
        if left_out is not None:
            card.say(self.tr("Left out of the dossier: %1").replace("%1", left_out.reason), small=True)
        if not self._desk.read_only and (left_out is not None or not finding.is_reminder):
            card.head.addWidget(self._verb(finding, left_out))
        return card

    def _verb(self, finding: "RuleFinding", left_out: Exclusion | None) -> Button:
        button = Button(self.tr("Leave out…") if left_out is None else self.tr("Take in again"), "outline")
        button.setAccessibleName(f"{button.text()}: {finding.rule.title[language.chosen]}")
        if left_out is None:
            button.clicked.connect(lambda: self._leave_out(finding.id))
        else:
            item_id = left_out.id
            button.clicked.connect(lambda: self._take_in(item_id))
        return button

    def _leave_out(self, finding_id: str) -> None:
        sheet = ItemSheet(self.window(), self.tr("Leave out of the dossier"), self.tr("Leave out"), REASON)
        sheet.say(self.tr("Why? The reason stays in the vault; the dossier says how many findings were left out."))
        dispute_id = self._desk.dispute_id

        def keep(values: dict[str, str]) -> None:
            wanted = Exclusion(id="", dispute_id=dispute_id, finding=finding_id, reason=values["reason"].strip())
            say_of(self._desk, wanted, "finding")

        sheet.wanted.connect(keep)
        sheet.present()

    def _take_in(self, item_id: str) -> None:
        change_item(self._desk, Exclusion, item_id, {"set_aside": self.tr("taken in again")})
