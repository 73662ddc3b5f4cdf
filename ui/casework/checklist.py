"""First steps, what decides such a dispute, what is there, what is missing and how to get it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressBar

from evidence_app.domain.workspace import ChecklistMark, ChecklistState
from ui.casework.section import CaseSection, Told
from ui.casework.stating import say_of
from ui.controls import Button, Choice, PlainLabel
from ui.i18n import language

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Standing, Workspace


class ChecklistWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def there(self, there: int, needed: int) -> str:
        """Return how many of what is needed are there."""
        return self.tr("%1 of %n piece(s) of evidence are there.", "", needed).replace("%1", str(there))


class ChecklistPart(CaseSection):
    """The meter with its reasons, first steps, and a card for each piece of evidence: what is missing first."""

    def fill(self, found: "Workspace") -> None:
        """Place all of it."""
        needed = [each for each in found.completeness.standings if each.is_needed]
        there = sum(each.is_there for each in needed)
        meter = QProgressBar()
        meter.setRange(0, 100)
        meter.setValue(found.completeness.per_cent)
        meter.setTextVisible(False)
        meter.setAccessibleName(self.tr("How complete the evidence is"))
        self.put(PlainLabel(ChecklistWords().there(there, len(needed)), "emphasis", wrap=True))
        self.put(meter)
        why = self.tr(
            "What decides such disputes counts twice. "
            "A piece counts because of what the timeline shows, or because you say so."
        )
        self.put(PlainLabel(why, "caption", "muted", wrap=True))
        self.put(
            Told(
                self.tr("First steps"),
                [f"{n}. {each[language.chosen]}" for n, each in enumerate(found.checklist.first, 1)],
            )
        )
        missing = [each for each in found.completeness.standings if not each.is_there]
        for standing in sorted(
            found.completeness.standings, key=lambda each: (each not in missing, not each.entry.decisive)
        ):
            self.put(self._card(standing))

    def _card(self, standing: "Standing") -> Told:
        spoken, entry = language.chosen, standing.entry
        card = Told(entry.title[spoken])
        state = self.tr("There") if standing.is_there else self.tr("Missing")
        if not standing.is_needed:
            state = self.tr("Not needed")
        told = [state, self.tr("decisive")] if entry.decisive else [state]
        line = card.say(" · ".join(told))
        if not standing.is_there and standing.is_needed:
            line.set_tone("attention")
            card.say(self.tr("How to get it: %1").replace("%1", entry.how[spoken]))
        card.add(self.links(standing.event_ids))
        if not self._desk.read_only:
            if not standing.is_there:
                files = Button(self.tr("Add files…"), "outline")
                files.setAccessibleName(f"{files.text()}: {entry.title[spoken]}")
                files.clicked.connect(self.files_wanted)
                card.head.addWidget(files)
            choice = Choice(ChecklistState)
            choice.set_member(standing.mark.state if standing.mark else ChecklistState.OPEN)
            choice.setAccessibleName(self.tr("What you say of it: %1").replace("%1", entry.title[spoken]))
            choice.activated.connect(lambda _: self._say(standing, choice.member()))
            card.add(choice)
        return card

    def _say(self, standing: "Standing", state: ChecklistState) -> None:
        """Keep what a person says of it; a note and the exhibits that were named before stay."""
        of_it = ChecklistMark(id="", dispute_id=self._desk.dispute_id, entry=standing.entry.id)
        say_of(self._desk, replace(standing.mark or of_it, state=state), "entry")
