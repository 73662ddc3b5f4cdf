"""What is known of a dispute's people and devices, for completing what is being typed."""

from evidence_app.actions.session import Session
from evidence_app.domain.known import KnownAgent, KnownValues


def known_values(session: Session, dispute_id: str) -> KnownValues:
    """Return the values that fields of a dispute hold, the most used first. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        return catalog.known_values(catalog.dispute(dispute_id).id)


__all__ = ["KnownAgent", "KnownValues", "known_values"]
