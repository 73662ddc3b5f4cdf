"""Correcting the order of events whose times are equal."""

from collections.abc import Sequence

from evidence_app.actions.session import Session


def arrange(session: Session, dispute_id: str, event_ids: Sequence[str]) -> list[int]:
    """Have events of equal times, or without any, follow each other in this order; return the custody entries' numbers.

    They share the places that they have among all events of that time. `take_back` of all numbers restores the order.
    Raises InputProblem: ``order-times-differ``, ``event-unknown``, ``dispute-unknown``.
    """
    with session.vault.change() as tx:
        return tx.arrange(tx.dispute(dispute_id).id, event_ids)
