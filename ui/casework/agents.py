"""The people of the institution, one by one: what they said and promised, and answers that contradict each other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QWidget

from evidence_app.domain.workspace import PromiseState
from ui.casework.joining import JoinSheet, part_again
from ui.casework.section import CaseSection, Told
from ui.controls import Button, PlainLabel
from ui.i18n import listed, word
from ui.keeping import discard
from ui.timeline.flow import Flow
from ui.timeline.words import safe
from ui.tokens import SPACE_3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from evidence_app.actions.workspace import Agent, Promise, Workspace
    from evidence_app.domain.happenings import Happening

MOST_CONTACTS = 12
"""Contacts of one agent on the card until somebody asks for all of them."""


class Agents(QObject):
    """Puts agents and contradictions into a part of the page."""

    def __init__(self, section: CaseSection, found: "Workspace") -> None:
        super().__init__()
        self._section, self._found = section, found
        self._against = {each.event_id for each in found.contradicting}
        self._promises = {each.happening.event_id: each for each in found.promises}

    def put(self) -> None:
        """Put a card for each agent, then the contradictions and what hints at a mix-up."""
        section = self._section
        section.put(PlainLabel(self.tr("Agents"), "title"))
        if not self._found.agents:
            nothing = self.tr("No agent is known yet. Ask for the agent ID in every call.")
            section.put(PlainLabel(nothing, tone="muted", wrap=True))
        for agent in self._found.agents:
            section.put(self._card(agent))
        self._contradictions()
        for shared in self._found.mix_ups:
            one_id = len(shared.agent_ids) == 1
            several_names = self.tr("Agent ID %1 appeared under several names: %2.")
            words = several_names if one_id else self.tr("The name %2 appeared under several agent IDs: %1.")
            told = words.replace("%1", listed(shared.agent_ids)).replace("%2", listed(shared.names))
            section.put(PlainLabel(told, "caption", "muted", wrap=True))

    def person(self, agent_id: str, name: str) -> str:
        """Return who somebody is; a bare number could be anything."""
        if not agent_id:
            return name
        words = self.tr("%2 (agent ID %1)") if name else self.tr("Agent ID %1")
        return words.replace("%1", agent_id).replace("%2", name)

    def given_before(self, agent_id: str) -> str:
        """Return that an ID was given before: whoever spoke then is not named by what they said."""
        words = self.tr("Agent ID %1 was given just before in this talk, not in this message.")
        return words.replace("%1", agent_id)

    def ways(self, said: "Happening", before: "Happening | None", *others: str) -> QWidget | None:
        """Return the ways to a saying, to where an ID was given before it, and to other entries."""
        if before is None:
            return self._section.links([said.event_id, *others])
        named = {before.event_id: self.tr("ID given: %1")}
        return self._section.links([said.event_id, before.event_id, *others], named)

    def _card(self, agent: "Agent") -> Told:
        title = self.person(listed(agent.agent_ids), listed(agent.names))
        card = Told(title)
        if not self._section.desk.read_only:
            card.column.addLayout(self._verbs(agent, title))
        self._tell(card, agent, agent.contacts[:MOST_CONTACTS])
        rest = agent.contacts[MOST_CONTACTS:]
        if rest:
            more = Button(self.tr("Show %n more", "", len(rest)), "link")
            more.setAccessibleName(f"{more.text()}: {title}")
            more.clicked.connect(lambda: self._tell_rest(card, agent, more))
            card.add(more)
        return card

    def _verbs(self, agent: "Agent", title: str) -> Flow:
        desk, card = self._section.desk, agent.card
        ways: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Join with other IDs and names…"), lambda: self._join(agent))
        ]
        if card is not None:
            ways.append((self.tr("Part again"), lambda: part_again(desk, card)))
        verbs = Flow(spacing=SPACE_3)
        for words, do in ways:
            button = Button(words, "link")
            button.setAccessibleName(f"{words} {safe(title)}")
            button.clicked.connect(lambda _, do=do: do())
            verbs.addWidget(button)
        return verbs

    def _join(self, agent: "Agent") -> None:
        JoinSheet(self._section.window(), self._section.desk, agent, self._found.agents).present()

    def _tell_rest(self, card: Told, agent: "Agent", more: Button) -> None:
        """Put all other contacts where the button was."""
        card.column.removeWidget(more)
        more.hide()
        discard(more)
        self._tell(card, agent, agent.contacts[MOST_CONTACTS:])

    def _tell(self, card: Told, agent: "Agent", contacts: "Sequence[Happening]") -> None:
        for contact in contacts:
            before = agent.introduced.get(contact.event_id)
            card.say(contact.promise or contact.words or "–")
            for line in self._notes(contact, before):
                card.say(line, small=True)
            card.add(self.ways(contact, before))

    def _notes(self, contact: "Happening", before: "Happening | None") -> "Iterator[str]":
        """Yield what has to be known of a saying: that it is a promise, whose it may be, and what stands against it."""
        promise = self._promises.get(contact.event_id)
        if promise is not None:
            yield self._promised(promise)
        if before is not None:
            yield self.given_before(before.agent_id)
        if contact.event_id in self._against:
            yield self.tr("Marked as contradicting another answer")

    def _promised(self, promise: "Promise") -> str:
        due = promise.happening.promise_due
        words = self.tr("Promised, due on or before %1") if due else self.tr("Promised, no day given")
        told = words.replace("%1", due.isoformat() if due else "")
        if promise.state is not PromiseState.OPEN:
            return f"{told} · {word(promise.state)}"
        return f"{told} · {self.tr('the day has passed')}" if promise.overdue else told

    def _contradictions(self) -> None:
        """Put answers that are marked as contradicting others side by side."""
        marked = self._found.contradicting
        self._section.put(PlainLabel(self.tr("Contradicting answers"), "title"))
        if not marked:
            hint = self.tr("Two answers contradict each other? Mark both in the timeline, in the menu of the entry.")
            self._section.put(PlainLabel(hint, tone="muted", wrap=True))
            return
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_3)
        for index, each in enumerate(marked):
            grid.addWidget(self._contradicting(each), index // 2, index % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self._section.put(holder)

    def _contradicting(self, each: "Happening") -> Told:
        who = " ".join(filter(None, (each.party or each.number, self.person(each.agent_id, each.agent_name))))
        card = Told(who or self.tr("the other side"), [each.promise or each.words or "–"])
        before = self._found.introductions.get(each.event_id)
        if before is not None:
            card.say(self.given_before(before.agent_id), small=True)
        card.add(self.ways(each, before))
        card.column.addStretch(1)
        return card
