"""Keeping which agent IDs and names are one person's, and parting them again: all or none of it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from evidence_app.actions.session import Session
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.workspace import AgentCard
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
