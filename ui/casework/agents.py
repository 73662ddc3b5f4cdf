"""The people of the institution, one by one: what they said and promised, and answers that contradict each other."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from evidence_app.actions.workspace import answered, by_event, first_said, only_mentions
from evidence_app.domain.workspace import PromiseState
from ui.casework.joining import JoinSheet, part_again
from ui.casework.section import CaseSection, Told, more_of
from ui.controls import Button, PlainLabel
from ui.event_marks import set_against
from ui.i18n import listed, word
from ui.timeline.flow import Flow
from ui.timeline.words import safe, shortened
from ui.tokens import SPACE_3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from evidence_app.actions.workspace import Agent, Contradiction, Promise, Workspace
    from evidence_app.domain.happenings import Happening

MOST_CONTACTS = 12
"""Contacts of one agent on the card until somebody asks for more."""

FEWEST_CONTACTS = 3
MOST_AT_ONCE = 60
"""Contacts of all agents together, and of one who is asked for more: each is several lines to lay out."""


LONGEST_CHOICE = 60
"""Characters of an answer in the menu of those that another one may contradict."""


class Agents(QObject):
    """Puts agents and contradictions into a part of the page."""

    def __init__(self, section: CaseSection, found: "Workspace") -> None:
        super().__init__()
        self._section, self._found = section, found
        self._against = {each.event_id for each in found.contradicting}
        self._promises, self._first = by_event(found.promises), first_said(found.promises)

    def put(self) -> None:
        """Put a card for each agent, then the contradictions and what hints at a mix-up."""
        section = self._section
        section.put(PlainLabel(self.tr("Agents"), "title"))
        known = self._found.stated.institution
        if known is not None and known.institution_type:
            words = self.tr("They speak for %1: %2").replace("%2", word(known.institution_type))
            section.put(PlainLabel(words.replace("%1", safe(self._found.dispute.institution)), wrap=True))
        if not self._found.agents:
            nothing = self.tr("No agent is known yet. Ask for the agent ID in every call.")
            section.put(PlainLabel(nothing, tone="muted", wrap=True))
        agents = self._found.agents
        few = max(FEWEST_CONTACTS, min(MOST_CONTACTS, MOST_AT_ONCE // max(1, len(agents))))
        cards = [partial(self._card, agent, few) for agent in agents]
        section.put_some("agents", cards, lambda left: self.tr("Show %n more agent(s)", "", left))
        self._contradictions()
        for shared in self._found.mix_ups:
            one_id = len(shared.agent_ids) == 1
            several_names = self.tr("Agent ID %1 appeared under several names: %2.")
            words = several_names if one_id else self.tr("The name %2 appeared under several agent IDs: %1.")
            told = words.replace("%1", listed(shared.agent_ids)).replace("%2", listed(shared.names))
            section.put(PlainLabel(told, "caption", "muted", wrap=True))
        for shared in self._found.names_apart:
            words = self.tr("The name %2 stands with agent ID %1, and without one. If it is one person, join them.")
            told = words.replace("%1", listed(shared.agent_ids)).replace("%2", listed(shared.names))
            section.put(PlainLabel(told, "caption", "muted", wrap=True))

    def person(self, agent_id: str, name: str) -> str:
        """Return who somebody is; a bare number could be anything."""
        if not agent_id:
            return name
        words = self.tr("%2 (agent ID %1)") if name else self.tr("Agent ID %1")
        return words.replace("%1", agent_id).replace("%2", name)

    def speaker(self, said: "Happening") -> str:
        """Return who said something, empty where its words only speak of somebody."""
        return "" if only_mentions(said) else self.person(said.agent_id, said.agent_name)

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

    def _card(self, agent: "Agent", few: int) -> Told:
        title = self.person(listed(agent.agent_ids), listed(agent.names))
        card = Told(title)
        if not self._section.desk.read_only:
            card.column.addLayout(self._verbs(agent, title))
        self._tell(card, agent, 0, few)
        return card

    def _tell(self, card: Told, agent: "Agent", first: int, count: int) -> None:
        """Put contacts on a card, and below them a way to the next ones."""
        for contact in agent.contacts[first : first + count]:
            before = agent.introduced.get(contact.event_id)
            card.say(answered(contact) or "–")
            for line in self._notes(contact, before):
                card.say(line, small=True)
            card.add(self.ways(contact, before))
        left = len(agent.contacts) - first - count
        if left > 0:
            words = self.tr("Show %n more", "", left)
            name = f"{words}: {safe(card.title.text())}"
            card.add(more_of(words, name, card, lambda: self._tell(card, agent, first + count, MOST_AT_ONCE)))

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

    def _notes(self, contact: "Happening", before: "Happening | None") -> "Iterator[str]":
        """Yield what has to be known of a saying: that it is a promise, whose it may be, and what stands against it."""
        promise = self._promises.get(contact.event_id)
        if promise is not None:
            yield self._promised(promise, contact)
        if before is not None:
            yield self.given_before(before.agent_id)
        if only_mentions(contact):
            yield self.tr("This message mentions the agent ID; who wrote it is not said.")
        if contact.event_id in self._against:
            yield self.tr("Marked as contradicting another answer")

    def _promised(self, promise: "Promise", contact: "Happening") -> str:
        due, first = contact.promise_due, self._first[contact.event_id]
        words = self.tr("Promised, due on or before %1") if due else self.tr("Promised, no day given")
        told = words.replace("%1", due.isoformat() if due else "")
        if first.event_id != contact.event_id:
            same = self.tr("the same promise as of %1").replace("%1", self._section.time_of(first.event_id))
            told = f"{told} · {same}"
        if promise.state is not PromiseState.OPEN:
            return f"{told} · {word(promise.state)}"
        passed = self.tr("the day has passed")
        return f"{told} · {passed}" if promise.overdue else told

    def _contradictions(self) -> None:
        """Put the pairs of contradicting answers, side by side, then those without what they contradict."""
        found = self._found.contradictions
        self._section.put(PlainLabel(self.tr("Contradicting answers"), "title"))
        if not found.event_ids:
            hint = self.tr("Two answers contradict each other? Mark both in the timeline, in the menu of the entry.")
            self._section.put(PlainLabel(hint, tone="muted", wrap=True))
        for pair in found.pairs:
            self._section.put(self._side_by_side(pair))
        if found.unpaired:
            hint = self.tr("Marked as contradicting another answer, and nobody has said which one:")
            self._section.put(PlainLabel(hint, tone="muted", wrap=True))
        for each in found.unpaired:
            card = self._contradicting(each)
            if not self._section.desk.read_only:
                card.column.addLayout(self._choose(each, card))
            self._section.put(card)

    def _side_by_side(self, pair: "Contradiction") -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_3)
        for column, each in enumerate(pair.both):
            grid.addWidget(self._contradicting(each), 0, column)
            grid.setColumnStretch(column, 1)
        return holder

    def _choose(self, each: "Happening", card: Told) -> Flow:
        """Return the way to say what an answer contradicts: any other answer that is marked."""
        button = Button(self.tr("Say which answer it contradicts"), "link")
        button.setAccessibleName(f"{button.text()}: {safe(card.title.text())}")
        menu = QMenu(button)
        for other in self._found.contradicting:
            if other.event_id != each.event_id:
                words = " · ".join(filter(None, (self._who(other), self._section.time_of(other.event_id))))
                action = menu.addAction(
                    safe(f"{words}: {shortened(answered(other), LONGEST_CHOICE)}").replace("&", "&&")
                )
                action.triggered.connect(partial(set_against, self._section.desk, each.event_id, other.event_id))
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        row = Flow(spacing=SPACE_3)
        row.addWidget(button)
        return row

    def _who(self, each: "Happening") -> str:
        return " ".join(filter(None, (each.party or each.number, self.speaker(each)))) or self.tr("the other side")

    def _contradicting(self, each: "Happening") -> Told:
        card = Told(self._who(each), [answered(each) or "–"])
        before = self._found.introductions.get(each.event_id)
        if before is not None:
            card.say(self.given_before(before.agent_id), small=True)
        card.add(self.ways(each, before))
        card.column.addStretch(1)
        return card
