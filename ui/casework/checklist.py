"""First steps, what decides such a dispute, what is there, what is missing and how to get it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from evidence_app.domain.workspace import ChecklistMark, ChecklistState
from ui.casework.section import CaseSection, Told
from ui.casework.stating import say_of
from ui.controls import Button, Choice, PlainLabel
from ui.i18n import language, run_on, word
from ui.timeline.flow import Flow
from ui.tokens import SPACE_2

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Standing, Workspace


class ChecklistWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def there(self, there: int, needed: int) -> str:
        """Return how many of what is needed are there."""
        return self.tr("Evidence there: %1 of %n needed piece(s).", "", needed).replace("%1", str(there))

    def perhaps(self, count: int) -> str:
        """Return how many more may be there."""
        return self.tr("%n more may be there: please look.", "", count)


def _said(state: ChecklistState) -> str:
    """Return what a person says of a piece; who says nothing leaves it to the timeline."""
    if state is ChecklistState.OPEN:
        return QCoreApplication.translate("ChecklistPart", "By what the timeline shows")
    return word(state)


def _hints(standing: "Standing") -> tuple[str, ...]:
    """Return what may show it, unless something shows it for certain or a person said that it is not it."""
    is_settled = standing.said is ChecklistState.MISSING or (standing.is_there and standing.event_ids)
    return () if is_settled else standing.perhaps


def _order(standing: "Standing") -> tuple[int, bool]:
    """Sort what is missing first, then what wants a look; what decides comes first in each."""
    if standing.is_perhaps:
        return 1, not standing.entry.decisive
    return 2 if standing.is_there or not standing.is_needed else 0, not standing.entry.decisive


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
        told = [ChecklistWords().there(there, len(needed))]
        told += [ChecklistWords().perhaps(len(found.completeness.perhaps))] if found.completeness.perhaps else []
        self.put(PlainLabel(run_on(told), "emphasis", wrap=True))
        self.put(meter)
        why = self.tr(
            "What decides such disputes counts twice. "
            "A piece counts because of what the timeline shows, or because you say so. "
            "What only words hint at does not count before you have looked."
        )
        self.put(PlainLabel(why, "caption", "muted", wrap=True))
        self.put(
            Told(
                self.tr("First steps"),
                [f"{n}. {each[language.chosen]}" for n, each in enumerate(found.checklist.first, 1)],
            )
        )
        for standing in sorted(found.completeness.standings, key=_order):
            self.put(self._card(standing))

    def _card(self, standing: "Standing") -> Told:
        spoken, entry = language.chosen, standing.entry
        card = Told(entry.title[spoken])
        state = self._state(standing)
        line = card.say(" · ".join([state, self.tr("decisive")] if entry.decisive else [state]))
        if standing.is_perhaps:
            line.set_tone("attention")
            card.say(self.tr("What it should show, or how to get it: %1").replace("%1", entry.how[spoken]))
        elif not standing.is_there and standing.is_needed:
            line.set_tone("attention")
            card.say(self.tr("How to get it: %1").replace("%1", entry.how[spoken]))
        if standing.filed is not None and not standing.is_there:
            recorded = self.tr("You recorded a complaint of %1: add what shows it, its mail or ticket for example.")
            card.say(recorded.replace("%1", standing.filed.isoformat()))
        card.add(self.links((*(standing.event_ids if standing.is_there else ()), *_hints(standing))))
        if not self._desk.read_only:
            (self._put_answers if standing.is_perhaps else self._put_choice)(card, standing)
        return card

    def _state(self, standing: "Standing") -> str:
        if not standing.is_needed:
            return self.tr("Not needed")
        if standing.is_perhaps:
            return self.tr("Perhaps there: please look")
        return self.tr("There") if standing.is_there else self.tr("Missing")

    def _put_answers(self, card: Told, standing: "Standing") -> None:
        """Let a person say what it is at which they looked."""
        row = Flow(spacing=SPACE_2)
        for words, state in (
            (self.tr("It is there"), ChecklistState.THERE),
            (self.tr("That is not it"), ChecklistState.MISSING),
            (self.tr("Not needed"), ChecklistState.NOT_NEEDED),
        ):
            answer = Button(words, "outline")
            answer.setAccessibleName(f"{words}: {standing.entry.title[language.chosen]}")
            answer.clicked.connect(lambda _=False, state=state: self._say(standing, state))
            row.addWidget(answer)
        holder = QWidget()
        holder.setLayout(row)
        card.add(holder)

    def _put_choice(self, card: Told, standing: "Standing") -> None:
        title = standing.entry.title[language.chosen]
        if not standing.is_there:
            files = Button(self.tr("Add files…"), "outline")
            files.setAccessibleName(f"{files.text()}: {title}")
            files.clicked.connect(self.files_wanted)
            card.head.addWidget(files)
        choice = Choice(ChecklistState, _said)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        choice.set_member(standing.said)
        choice.setAccessibleName(self.tr("What you say of it: %1").replace("%1", title))
        choice.activated.connect(lambda _: self._say(standing, choice.member()))
        card.column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self, standing: "Standing", state: ChecklistState) -> None:
        """Keep what a person says of it; a note and the exhibits that were named before stay."""
        of_it = ChecklistMark(id="", dispute_id=self._desk.dispute_id, entry=standing.entry.id)
        say_of(self._desk, replace(standing.mark or of_it, state=state), "entry")
