"""Backing a vault up, restoring one from a backup, and erasing one from this computer."""

from pathlib import Path

from evidence_app.actions.session import Session
from evidence_app.progress import Progress
from evidence_app.vault import backup as copies
from evidence_app.vault.backup import BackupReport
from evidence_app.vault.storage import storage_problems
from evidence_app.vault.vault import erase_folder


def back_up(session: Session, out: Path, progress: Progress) -> BackupReport:
    """Copy the vault into a folder, adding what is new since the last time, and check the copy."""
    with storage_problems(out):
        return copies.back_up(session.vault, out, progress)


def restore(backup: Path, folder: Path, progress: Progress) -> BackupReport:
    """Make a vault in an empty or new folder from a backup, after checking the backup."""
    with storage_problems(folder):
        return copies.restore(backup, folder, progress)


def erase_vault(folder: Path) -> None:
    """Delete a vault that is not open from this computer. Nothing else in its folder is touched."""
    erase_folder(folder)


__all__ = ["BackupReport", "back_up", "erase_vault", "restore"]
