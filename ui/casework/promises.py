"""What was promised, by whom, and what became of it; and the people of the institution, one by one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from evidence_app.domain.workspace import PromiseRecord, PromiseState
from ui.casework.agents import MOST_CONTACTS, Agents
from ui.casework.section import CaseSection, Told
from ui.casework.stating import say_of
from ui.controls import Choice, PlainLabel
from ui.timeline.words import safe

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Promise, Workspace


class Promises(CaseSection):
    """Promises first, then agents."""

    def fill(self, found: "Workspace") -> None:
        """Place a card for each promise and each agent."""
        self.put(PlainLabel(self.tr("Promises"), "title"))
        if not found.promises:
            nothing = self.tr(
                "No promise is written down yet. Fill it in where an agent made it: in the entry's facts."
            )
            self.put(PlainLabel(nothing, tone="muted", wrap=True))
        people = Agents(self, found)
        for promise in found.promises:
            self.put(self._promise(promise, people))
        people.put()

    def _promise(self, promise: "Promise", people: Agents) -> Told:
        happening = promise.happening
        card = Told(self.tr("“%1”").replace("%1", happening.promise))
        speaker = people.speaker(happening)
        is_told = bool(speaker) and happening.agent_id in happening.party  # 客服雅婷 工號K208
        named = (happening.party, "" if is_told else speaker)
        who = " ".join(filter(None, named)) or self.tr("the other side")
        due = self.tr("%1, no day given")
        if happening.promise_due is not None:
            due = self.tr("%1, due on or before %2").replace("%2", happening.promise_due.isoformat())
        line = card.say(due.replace("%1", who))
        before = promise.introduction
        if before is not None:
            card.say(people.given_before(before.agent_id), small=True)
        if promise.overdue:
            line.set_tone("attention")
            card.say(self.tr("The day has passed. Was it kept?"))
        evidence = promise.record.evidence_ids if promise.record else ()
        card.add(people.ways(happening, before, *evidence))
        if promise.contacts:
            card.say(self.tr("They were in contact in time. Was it about this?"))
            card.add(self.links(promise.contacts[:MOST_CONTACTS]))
        if promise.money:
            card.say(self.tr("Money came from them in time. Was it this?"))
            card.add(self.links(promise.money[:MOST_CONTACTS]))
        if promise.part:
            card.say(self.tr("Less than was promised came in time:"))
            card.add(self.links(promise.part[:MOST_CONTACTS]))
        if not self._desk.read_only:
            choice = Choice(PromiseState)
            choice.set_member(promise.state)
            asked = self.tr("What became of it")
            choice.setAccessibleName(f"{asked}: {safe(happening.promise)}")
            choice.activated.connect(lambda _: self._say(promise, choice.member()))
            card.add(choice)
        return card

    def _say(self, promise: "Promise", state: PromiseState) -> None:
        """Keep what became of it; what was said of it before, its note and what shows it, stays."""
        of_it = PromiseRecord(id="", dispute_id=self._desk.dispute_id, event_id=promise.happening.event_id)
        say_of(self._desk, replace(promise.record or of_it, state=state), "event_id")
