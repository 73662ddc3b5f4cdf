"""Imports that a crash or a power cut ended: shown again, so that they can go on or be forgotten."""

import json
from dataclasses import dataclass
from pathlib import Path

from evidence_app.actions.session import Session


@dataclass(frozen=True, slots=True)
class InterruptedImport:
    """An import that began and never ended. What it had saved is saved; adding ``paths`` again adds the rest."""

    id: str
    dispute_id: str
    paths: tuple[Path, ...]


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
