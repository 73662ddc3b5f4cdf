"""Removing what must not be kept: bytes and texts go for good, a tombstone with the reason stays."""

from evidence_app.actions.session import Session
from evidence_app.domain.fields import clean
from evidence_app.errors import InputProblem


def remove_exhibit(session: Session, exhibit_id: str, reason: str) -> None:
    """Erase an exhibit. Raises InputProblem: ``reason-missing``, ``exhibit-unknown``, ``exhibit-removed``."""
    _require(reason)
    with session.vault.change() as tx:
        exhibit = tx.exhibit(exhibit_id)
        if exhibit.removed_at is not None:
            raise InputProblem("exhibit-removed", number=exhibit.number)
        tx.remove_exhibit(exhibit, clean(reason.strip()))
    _erase_traces(session)


def remove_dispute(session: Session, dispute_id: str, reason: str) -> None:
    """Erase a dispute with all its evidence. Raises InputProblem: ``reason-missing``, ``dispute-unknown``."""
    _require(reason)
    with session.vault.change() as tx:
        tx.remove_dispute(tx.dispute(dispute_id), clean(reason.strip()))
    _erase_traces(session)


def remove_event(session: Session, event_id: str, reason: str) -> None:
    """Erase a typed event. Raises InputProblem: ``reason-missing``, ``event-unknown``, ``event-belongs-to-exhibit``."""
    _require(reason)
    with session.vault.change() as tx:
        tx.remove_event(tx.event(event_id), clean(reason.strip()))
    _erase_traces(session)


def _require(reason: str) -> None:
    if not reason.strip():
        raise InputProblem("reason-missing")


def _erase_traces(session: Session) -> None:
    session.vault.finish_erasing()
    session.vault.forget_old_pages()
