"""Changing what is said about disputes, exhibits and events, and taking a change back."""

from collections.abc import Mapping

from evidence_app.actions.session import Session
from evidence_app.domain.fields import PRIVATE_FIELDS, Entity
from evidence_app.vault.changes import Changes


def edit_dispute(session: Session, dispute_id: str, changes: Mapping[str, object]) -> int | None:
    """Change fields of a dispute, named as in `Dispute`; return the custody entry's number, None if nothing differed.

    Raises InputProblem: ``dispute-unknown``, ``field-unknown``, ``field-unreadable``, ``field-empty``, ….
    """
    with session.vault.change() as tx:
        return _edit(tx, tx.dispute(dispute_id), changes)


def edit_exhibit(session: Session, exhibit_id: str, changes: Mapping[str, object]) -> int | None:
    """Change fields of an exhibit, named as in `Exhibit`; else as `edit_dispute`."""
    with session.vault.change() as tx:
        return _edit(tx, tx.exhibit(exhibit_id), changes)


def edit_event(session: Session, event_id: str, changes: Mapping[str, object]) -> int | None:
    """Change fields of an event, named as in `Event`; ``time`` takes an `EventTime`; else as `edit_dispute`."""
    with session.vault.change() as tx:
        return _edit(tx, tx.event(event_id), changes)


def take_back(session: Session, dispute_id: str, seq: int) -> int:
    """Undo the edit of custody entry ``seq`` by a new edit, and return that one's number.

    Raises InputProblem: ``not-an-edit``; ``changed-since`` if a later edit would be lost.
    """
    with session.vault.change() as tx:
        return tx.take_back(dispute_id, seq)


def _edit(tx: Changes, entity: Entity, changes: Mapping[str, object]) -> int | None:
    """Write private fields as entries of their own, because those are never disclosed."""
    private = {name: value for name, value in changes.items() if name in PRIVATE_FIELDS}
    open_to_all = {name: value for name, value in changes.items() if name not in PRIVATE_FIELDS}
    last = tx.edit(entity, open_to_all) if open_to_all else None
    if private:
        return tx.edit(tx.exhibit(entity.id) if open_to_all else entity, private) or last
    return last
