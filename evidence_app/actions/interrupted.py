"""Imports cut off by leaving, a crash or a power cut: shown again, so that they can go on or be forgotten."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_app.actions.session import Session
from evidence_app.domain.identifiers import new_id


@dataclass(frozen=True, slots=True)
class InterruptedImport:
    """An import that began and never ended. What it had saved is saved; adding ``paths`` again adds the rest."""

    id: str
    dispute_id: str
    paths: tuple[Path, ...]


def remember_import(session: Session, dispute_id: str, paths: Sequence[Path]) -> str:
    """Remember what is to be imported until `forget_import`, so that it can go on; return the import's id.

    Also for one that has to wait: it may never begin.
    """
    import_id = new_id()
    with session.vault.change() as tx:
        tx.begin_import(import_id, dispute_id, [str(path.absolute()) for path in paths])
    return import_id


def interrupted_imports(session: Session) -> list[InterruptedImport]:
    """Return the imports that never ended, oldest first; call it before starting new ones."""
    with session.vault.read() as catalog:
        return [
            InterruptedImport(import_id, dispute_id, tuple(Path(path) for path in json.loads(paths)))
            for import_id, dispute_id, paths in catalog.unfinished_imports()
        ]


def forget_import(session: Session, import_id: str) -> None:
    """Do not offer an interrupted import again."""
    with session.vault.change() as tx:
        tx.end_import(import_id)
