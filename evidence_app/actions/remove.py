"""Removing: into the tray of removed items, from where it can be put back, or for good.

Erased for good, bytes and texts are gone, and a tombstone with the reason stays.
"""

from collections.abc import Sequence
from contextlib import ExitStack

from evidence_app.actions.session import Session
from evidence_app.domain.fields import Entity, clean
from evidence_app.domain.removed import SubjectKind, TrayItem
from evidence_app.errors import InputProblem
from evidence_app.progress import SILENT, Progress, stoppable
from evidence_app.vault.changes import Changes
from evidence_app.vault.indexing import forget_erased


def set_aside(
    session: Session, kind: SubjectKind, ids: Sequence[str], reason: str, progress: Progress = SILENT
) -> list[int]:
    """Remove disputes, exhibits or events into the tray, all or none; return the numbers of the custody entries.

    What is there stands in no timeline, list, count or dossier, and loses nothing. `put_back` and `take_back` bring
    it back. Raises InputProblem: ``reason-missing``, ``…-unknown``, ``exhibit-removed`` for one that was erased;
    ``event-belongs-to-exhibit`` for the event that stands for a file.
    """
    _require(reason)
    return _edit_aside(session, kind, ids, reason, progress)


def put_back(session: Session, kind: SubjectKind, ids: Sequence[str], progress: Progress = SILENT) -> list[int]:
    """Put things from the tray back where they were, all or none; return the numbers of the custody entries."""
    return _edit_aside(session, kind, ids, "", progress)


def _edit_aside(session: Session, kind: SubjectKind, ids: Sequence[str], reason: str, progress: Progress) -> list[int]:
    with session.vault.change() as tx:
        kept = {entity.id: entity for entity in _kept(tx, kind, list(dict.fromkeys(ids)))}
        edits = [tx.edit(kept[each], {"set_aside": reason}) for each in stoppable(list(kept), progress)]
    return [seq for seq in edits if seq is not None]


def _kept(tx: Changes, kind: SubjectKind, ids: Sequence[str]) -> Sequence[Entity]:
    match kind:
        case "dispute":
            return [tx.kept_dispute(dispute_id) for dispute_id in ids]
        case "exhibit":
            return [tx.exhibit(exhibit_id) for exhibit_id in ids]
        case "event":
            return tx.kept_events_of(ids)


def tray(session: Session, dispute_id: str | None = None) -> list[TrayItem]:
    """Return the removed items of one dispute, or of the vault, the last one first.

    What belongs to a dispute that is set aside comes back, and is listed, with it.
    """
    with session.vault.read() as catalog:
        return catalog.tray(dispute_id)


def empty_tray(session: Session, items: Sequence[TrayItem]) -> None:
    """Erase removed items for good, for the reason that each was set aside for.

    All or none; what was put back, or erased, since the list was read is left alone.
    """
    with session.vault.change() as tx:
        there = {item.id: item for item in [*tx.tray(None), *_of_disputes(tx, items)]}
        for item in sorted(items, key=_disputes_last):
            if item.id in there:
                _erase(tx, there[item.id])
    _erase_traces(session)


def _of_disputes(tx: Changes, items: Sequence[TrayItem]) -> list[TrayItem]:
    """Return what lies in the trays of the items' own disputes, which may be set aside themselves."""
    return [item for dispute_id in {item.dispute_id for item in items} for item in tx.tray(dispute_id)]


def _disputes_last(item: TrayItem) -> bool:
    return item.kind == "dispute"


def _erase(tx: Changes, item: TrayItem) -> None:
    match item.kind:
        case "dispute":
            tx.remove_dispute(tx.kept_dispute(item.id), item.reason)
        case "exhibit":
            tx.remove_exhibit(tx.exhibit(item.id), item.reason)
        case "event":
            tx.remove_event(tx.kept_event(item.id), item.reason)


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
        tx.remove_dispute(tx.kept_dispute(dispute_id), clean(reason.strip()))
    _erase_traces(session)


def remove_event(session: Session, event_id: str, reason: str) -> None:
    """Erase a typed event. Raises InputProblem: ``reason-missing``, ``event-unknown``, ``event-belongs-to-exhibit``."""
    _require(reason)
    with session.vault.change() as tx:
        tx.remove_event(tx.kept_event(event_id), clean(reason.strip()))
    _erase_traces(session)


def _require(reason: str) -> None:
    if not reason.strip():
        raise InputProblem("reason-missing")


def _erase_traces(session: Session) -> None:
    """Erase all that is left of what was removed; what the disk does not let go keeps nothing else."""
    vault = session.vault
    with ExitStack() as steps:  # runs them from the last one to the first, each whether or not another one fails
        steps.callback(forget_erased, vault)
        steps.callback(vault.forget_old_pages)
        steps.callback(vault.finish_erasing)
        steps.callback(vault.forget_calls_of_erased)


__all__ = [
    "SubjectKind",
    "TrayItem",
    "empty_tray",
    "put_back",
    "remove_dispute",
    "remove_event",
    "remove_exhibit",
    "set_aside",
    "tray",
]
