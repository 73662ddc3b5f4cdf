"""Saying which agent IDs and names are one person's: those of the dispute, to tick; and parting them again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from evidence_app.domain.item_fields import kind_name
from evidence_app.domain.workspace import AgentCard
from ui.casework.theirs import TheirsWords
from ui.casework.ticking import Tick, TickList
from ui.field import FieldGrid
from ui.fields import FieldSpec, FieldType
from ui.i18n import listed
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Agent
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Handle:
    """An agent ID, or a name without one, by which somebody is known, and how often."""

    agent_id: str
    names: tuple[str, ...]
    count: int

    @property
    def key(self) -> str:
        """By what it is told from others."""
        return f"id:{self.agent_id}" if self.agent_id else f"name:{self.names[0]}"

    def words(self) -> str:
        """Return it as a line of the list."""
        called = QCoreApplication.translate("Joining", "Agent ID %1").replace("%1", self.agent_id)
        parts = (called if self.agent_id else "", listed(self.names), TheirsWords().contacts(self.count))
        return "   ".join(safe(part) for part in parts if part)


def handles_of(agent: "Agent") -> Iterator[Handle]:
    """Yield the IDs and names by which one agent is known; also those that somebody joined and no entry shows now."""
    seen: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    for contact in agent.contacts:
        agent_id = agent.introduced.get(contact.event_id, contact).agent_id
        key = agent_id or f"\0{contact.agent_name}"
        counts[key] = counts.get(key, 0) + 1
        seen.setdefault(key, []).extend([contact.agent_name] if contact.agent_name else [])
    for key, names in seen.items():
        yield Handle("" if key.startswith("\0") else key, tuple(dict.fromkeys(names)), counts[key])
    for agent_id in agent.card.agent_ids if agent.card else ():
        if agent_id not in seen:
            yield Handle(agent_id, (), 0)


class JoinSheet(Sheet):
    """Asks under which IDs and names one person appeared."""

    def __init__(self, parent: QWidget | None, desk: "Desk", agent: "Agent", everybody: "Sequence[Agent]") -> None:
        super().__init__(parent)
        self._desk, self._card = desk, agent.card or AgentCard(id="", dispute_id=desk.dispute_id)
        own = {each.key for each in handles_of(agent)}
        others = (each for other in everybody if other is not agent for each in handles_of(other))
        self._handles = {each.key: each for each in (*handles_of(agent), *others)}
        self.entitle(self.tr("One person"), self.tr("Save"))
        self.say(self.tr("Tick all agent IDs and names that are this person's. Taking a tick away parts them again."))
        ticks = [Tick(each.key, each.words(), each.key in own) for each in self._handles.values()]
        self.ticks = TickList(self.tr("Agent IDs and names of this dispute"), ticks)
        self.add(self.ticks)
        self.grid = FieldGrid((FieldSpec("names", FieldType.LIST), FieldSpec("note", FieldType.LINES)))
        alone = {each.names[0] for each in self._handles.values() if not each.agent_id}
        self.grid.fields["names"].show_value(tuple(each for each in self._card.names if each not in alone))
        self.grid.fields["note"].show_value(self._card.note)
        self.add(self.grid)

    def typed_texts(self) -> list[str]:
        """Return what is typed and ticked: both are work to lose."""
        return [*super().typed_texts(), *self.ticks.ticked()]

    def submit(self) -> None:
        """Keep it. Raises InputProblem for what cannot be kept."""
        values = self.grid.values()
        chosen = [self._handles[key] for key in self.ticks.ticked()]
        alone = [each.names[0] for each in chosen if not each.agent_id]
        typed = values["names"] if isinstance(values["names"], tuple) else ()
        card = replace(
            self._card,
            agent_ids=tuple(each.agent_id for each in chosen if each.agent_id),
            names=tuple(dict.fromkeys((*alone, *typed))),
            note=str(values["note"] or ""),
        )
        keep_joined(self._desk, card, alone)
        self.accept()


def keep_joined(desk: "Desk", card: AgentCard, taken: "Sequence[str]" = ()) -> None:
    """Keep what one person's IDs and names are, as one step that can be taken back."""
    reason = QCoreApplication.translate("Joining", "parted again")

    def work(session: "Session") -> "Sequence[int]":
        from evidence_app.actions.joining_agents import join_agents

        return join_agents(session, card, taken, reason)

    desk.edits.work_out(kind_name(AgentCard), work)


def part_again(desk: "Desk", card: AgentCard) -> None:
    """Take the card of somebody away: their IDs and names stand for themselves again."""
    keep_joined(desk, replace(card, agent_ids=(), names=(), note=""))
