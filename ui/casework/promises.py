"""What was promised, by whom, and what became of it; and the people of the institution, one by one."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QWidget

from evidence_app.domain.fields import FieldValue
from evidence_app.domain.workspace import AgentCard, PromiseRecord, PromiseState
from ui.casework.item_sheet import AGENT, ItemSheet
from ui.casework.section import CaseSection, Told
from ui.casework.stating import add_item, change_item, say_of
from ui.controls import Button, Choice, PlainLabel
from ui.i18n import listed
from ui.timeline.words import safe
from ui.tokens import SPACE_3

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Agent, Promise, Workspace

MOST_CONTACTS = 12
"""Contacts of one agent on the card; the timeline has all of them."""


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
        for promise in found.promises:
            self.put(self._promise(promise))
        self.put(PlainLabel(self.tr("Agents"), "title"))
        if not found.agents:
            self.put(
                PlainLabel(
                    self.tr("No agent is known yet. Ask for the agent ID in every call."), tone="muted", wrap=True
                )
            )
        for agent in found.agents:
            self.put(self._agent(agent))
        self._contradictions(found)
        for shared in found.mix_ups:
            one_id = len(shared.agent_ids) == 1
            several_names = self.tr("Agent ID %1 appeared under several names: %2.")
            words = several_names if one_id else self.tr("The name %2 appeared under several agent IDs: %1.")
            told = words.replace("%1", listed(shared.agent_ids)).replace("%2", listed(shared.names))
            self.put(PlainLabel(told, "caption", "muted", wrap=True))

    def _contradictions(self, found: "Workspace") -> None:
        """Put answers that are marked as contradicting others side by side."""
        tags = found.stated.tags
        marked = [each for each in found.happenings if "contradicts" in tags.get(each.event_id, ())]
        self.put(PlainLabel(self.tr("Contradicting answers"), "title"))
        if not marked:
            hint = self.tr("Two answers contradict each other? Mark both in the timeline, in the menu of the entry.")
            self.put(PlainLabel(hint, tone="muted", wrap=True))
            return
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_3)
        for index, each in enumerate(marked):
            who = " ".join(filter(None, (each.party or each.number, self._person(each.agent_id, each.agent_name))))
            card = Told(who or self.tr("the other side"), [each.promise or each.text or "–"])
            card.add(self.links([each.event_id]))
            card.column.addStretch(1)
            grid.addWidget(card, index // 2, index % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.put(holder)

    def _promise(self, promise: "Promise") -> Told:
        happening = promise.happening
        card = Told(self.tr("“%1”").replace("%1", happening.promise))
        named = (happening.party, self._person(happening.agent_id, happening.agent_name))
        who = " ".join(filter(None, named)) or self.tr("the other side")
        due = self.tr("%1, no day given")
        if happening.promise_due is not None:
            due = self.tr("%1, due on or before %2").replace("%2", happening.promise_due.isoformat())
        line = card.say(due.replace("%1", who))
        if promise.introduced:
            before = self.tr("Just before, in the same talk, agent ID %1 was given.")
            card.say(before.replace("%1", promise.introduced), small=True)
        if promise.overdue:
            line.set_tone("attention")
            card.say(self.tr("The day has passed. Was it kept?"))
        card.add(self.links([happening.event_id, *(promise.record.evidence_ids if promise.record else ())]))
        if promise.contacts:
            card.say(self.tr("They were in contact in time. Was it about this?"))
            card.add(self.links(promise.contacts[:MOST_CONTACTS]))
        if promise.money:
            card.say(self.tr("Money came from them in time. Was it this?"))
            card.add(self.links(promise.money[:MOST_CONTACTS]))
        if not self._desk.read_only:
            choice = Choice(PromiseState)
            choice.set_member(promise.state)
            asked = self.tr("What became of it")
            choice.setAccessibleName(f"{asked}: {safe(happening.promise)}")
            choice.activated.connect(lambda _: self._say(promise, choice.member()))
            card.add(choice)
        return card

    def _person(self, agent_id: str, name: str) -> str:
        """Return who somebody is; a bare number could be anything."""
        if not agent_id:
            return name
        words = self.tr("%2 (agent ID %1)") if name else self.tr("Agent ID %1")
        return words.replace("%1", agent_id).replace("%2", name)

    def _agent(self, agent: "Agent") -> Told:
        title = self._person(listed(agent.agent_ids), listed(agent.names))
        card = Told(title)
        for contact in agent.contacts[:MOST_CONTACTS]:
            said = contact.promise or contact.words or "–"
            card.say(said)
            card.add(self.links([contact.event_id]))
        if len(agent.contacts) > MOST_CONTACTS:
            card.say(f"+ {len(agent.contacts) - MOST_CONTACTS}", small=True)
        if not self._desk.read_only:
            join = Button(self.tr("Join with other IDs and names…"), "link")
            join.setAccessibleName(f"{join.text()} {title}")
            join.clicked.connect(lambda: self._join(agent))
            card.add(join)
        return card

    def _say(self, promise: "Promise", state: PromiseState) -> None:
        """Keep what became of it; what was said of it before, its note and what shows it, stays."""
        of_it = PromiseRecord(id="", dispute_id=self._desk.dispute_id, event_id=promise.happening.event_id)
        say_of(self._desk, replace(promise.record or of_it, state=state), "event_id")

    def _join(self, agent: "Agent") -> None:
        shown: dict[str, FieldValue] = {"agent_ids": agent.agent_ids, "names": agent.names}
        shown["note"] = agent.card.note if agent.card else ""
        sheet = ItemSheet(self.window(), self.tr("One person"), self.tr("Save"), AGENT, shown)
        sheet.say(self.tr("Write down all IDs and names under which this person appeared, one per line."))
        dispute_id, known = self._desk.dispute_id, agent.card

        def keep(values: dict[str, Any]) -> None:
            if known is not None:
                change_item(self._desk, AgentCard, known.id, values)
            else:
                add_item(self._desk, AgentCard(id="", dispute_id=dispute_id, **values))

        sheet.wanted.connect(keep)
        sheet.present()
