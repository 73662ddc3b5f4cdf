"""Keeping which agent IDs and names are one person's, and parting them again: all or none of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from evidence_app.actions.session import Session
from evidence_app.actions.workspace import workspace
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.workspace import AgentCard
from evidence_app.errors import InputProblem
from evidence_app.rules.agents import Agent
from evidence_app.vault.changes import Changes

FEWEST_JOINED = 2
"""IDs and names from which on something is joined: a single one is known without anybody saying so."""


def join_agents(session: Session, card: AgentCard, taken: Collection[str] = (), reason: str = "") -> Sequence[int]:
    """Keep the IDs and names of a card as one person's; an empty id makes a new card. Return the custody entries.

    IDs, and the names among those ``taken``, are one person's only: they leave the cards of others. A card that joins
    nothing any more, and says nothing else, is set aside for ``reason``.
    """
    with session.vault.change() as tx:
        tx.dispute(card.dispute_id)
        others = [each for each in tx.items(card.dispute_id, AgentCard) if each.id != card.id]
        left = [_without(each, card.agent_ids, taken) for each in others]
        kept = [_keep(tx, each, reason) for each, before in zip(left, others, strict=True) if each != before]
        return [seq for seq in (*kept, _keep(tx, card, reason)) if seq is not None]


def join_known(
    session: Session, dispute_id: str, known: Sequence[str], note: str | None = None, reason: str = ""
) -> Sequence[int]:
    """Keep that whoever is known by some agent IDs and names is one person, with all whom they were joined with before.

    ``note`` None leaves the one that is there. Raises InputProblem: ``agent-unknown`` for what no entry shows,
    ``agent-ambiguous`` for a name that several have, ``agent-alone`` if that is one person already, or only one.
    """
    everybody = workspace(session, dispute_id).agents
    joined = list({id(each): each for each in (_known_by(one, everybody) for one in dict.fromkeys(known))}.values())
    if len(joined) < FEWEST_JOINED:
        raise InputProblem("agent-alone", agent=", ".join(known))
    cards = [each.card for each in joined if each.card is not None]
    card = cards[0] if cards else AgentCard(id="", dispute_id=dispute_id)
    alone = [name for each in joined for name in _alone(each)]
    together = replace(
        card,
        agent_ids=tuple(dict.fromkeys(one for each in joined for one in (*each.agent_ids, *_kept_ids(each)))),
        names=tuple(dict.fromkeys([*(name for each in cards for name in each.names), *alone])),
        note="\n".join(dict.fromkeys(each.note for each in cards if each.note)) if note is None else note,
    )
    return join_agents(session, together, together.names, reason)


def part_known(session: Session, dispute_id: str, known: Sequence[str], reason: str = "") -> Sequence[int]:
    """Part agent IDs and names from whom they were joined with, all or none. Return the custody entries.

    Raises InputProblem("agent-not-joined") for one that is joined with nobody.
    """
    with session.vault.change() as tx:
        tx.dispute(dispute_id)
        cards = tx.items(dispute_id, AgentCard)
        for each in known:
            if not any(each in (*card.agent_ids, *card.names) for card in cards):
                raise InputProblem("agent-not-joined", agent=each)
        kept = [_keep(tx, left, reason) for card in cards if (left := _without(card, known, known)) != card]
        return [seq for seq in kept if seq is not None]


def _known_by(known: str, everybody: Iterable[Agent]) -> Agent:
    """Return who is known by an ID, else by a name."""
    agents = list(everybody)
    by_id = [each for each in agents if known in (*each.agent_ids, *_kept_ids(each))]
    found = by_id or [each for each in agents if known in each.names]
    if not found:
        raise InputProblem("agent-unknown", agent=known)
    if len(found) > 1:
        raise InputProblem("agent-ambiguous", agent=known)
    return found[0]


def _kept_ids(agent: Agent) -> Sequence[str]:
    """Return the IDs that somebody joined, also those that no entry shows now."""
    return agent.card.agent_ids if agent.card else ()


def _alone(agent: Agent) -> list[str]:
    """Return the names under which somebody appeared without an ID: by these they are known."""
    plain = (each for each in agent.contacts if not agent.introduced.get(each.event_id, each).agent_id)
    return list(dict.fromkeys(each.agent_name for each in plain if each.agent_name))


def _without(card: AgentCard, agent_ids: Collection[str], taken: Collection[str]) -> AgentCard:
    return replace(
        card,
        agent_ids=tuple(each for each in card.agent_ids if each not in agent_ids),
        names=tuple(each for each in card.names if each not in taken),
    )


def _keep(tx: Changes, card: AgentCard, reason: str) -> int | None:
    says_something = len(card.agent_ids) + len(card.names) >= FEWEST_JOINED or bool(card.note)
    if not card.id:
        return tx.add_item(replace(card, id=new_id())) if says_something else None
    there = tx.item(card.id)
    if not says_something:
        return tx.edit_item(there, {"set_aside": reason})
    said = {"agent_ids": card.agent_ids, "names": card.names, "note": card.note}
    return tx.edit_item(there, {**said, "set_aside": ""})  # its making may have been undone meanwhile
