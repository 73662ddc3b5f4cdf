"""Plain, verified, incremental copies of a vault. A backup is itself a vault folder that can be opened and checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from evidence_app.domain.custody import CustodyKind
from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.progress import Progress
from evidence_app.vault.audit import Finding, audit
from evidence_app.vault.engine import (
    catalog_problems,
    journal_of,
    reading_engine,
    undo_what_was_cut_off,
    writing_engine,
)
from evidence_app.vault.location import CATALOG_NAME, is_vault
from evidence_app.vault.lock import LOCK_NAME, VaultLock
from evidence_app.vault.originals import Originals, copy_durably, hash_file
from evidence_app.vault.reading import Catalog
from evidence_app.vault.schema import CURRENT_REVISION
from evidence_app.vault.storage import make_folder, storage_problems, sync_folder
from evidence_app.vault.vault import Vault

PART_NAME = f".{CATALOG_NAME}.part"
UNFINISHED = frozenset({PART_NAME, f"{PART_NAME}-journal", "originals", LOCK_NAME})
"""What a backup that did not come to its end leaves in its folder."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup did: originals copied now, all originals it holds, files of removed exhibits it let go."""

    folder: Path
    copied: int
    total: int
    erased: int


def back_up(vault: Vault, out: Path, progress: Progress) -> BackupReport:
    """Copy the vault into ``out``: originals that are not there yet, then the catalog; then check all of it.

    Originals of exhibits removed since the last backup are erased there too. Raises InputProblem
    (``backup-into-vault``, ``backup-elsewhere``), EnvironmentProblem about the disk or a backup that is open,
    IntegrityFailure if the vault or the copy does not hold; an earlier backup stays usable until the new catalog
    replaces its own at the end.
    """
    if out.resolve().is_relative_to(vault.folder.resolve()) or vault.folder.resolve().is_relative_to(out.resolve()):
        raise InputProblem("backup-into-vault", folder=str(out))
    make_folder(out)
    if not is_vault(out) and not is_unfinished(out):
        raise InputProblem("backup-elsewhere", folder=str(out))
    lock = VaultLock(out)
    try:
        if is_vault(out):
            _require_earlier_state(vault, out)
        report = _copy(vault, out, progress)
    finally:
        lock.release()
    _require_whole(out, progress)
    return report


def is_unfinished(folder: Path) -> bool:
    """Tell whether a folder is empty or holds only what an interrupted backup or restore left."""
    buckets = folder / "originals"
    return all(path.name in UNFINISHED for path in folder.iterdir()) and (
        not buckets.exists() or all(len(bucket.name) == 2 for bucket in buckets.iterdir())
    )


def _require_earlier_state(vault: Vault, out: Path) -> None:
    """Refuse a folder that is another vault, or holds what this one does not: it would be lost.

    Every log there must be the beginning of the vault's own. Asks for nothing that an older schema lacks.
    """
    undo_what_was_cut_off(out / CATALOG_NAME)
    engine = reading_engine(out / CATALOG_NAME)
    try:
        with catalog_problems(out / CATALOG_NAME), Session(engine) as session, vault.read() as own:
            there = Catalog(session)
            for dispute_id in there.all_dispute_ids():
                leaves = there.leaves(dispute_id)
                if not leaves or own.leaves(dispute_id)[: len(leaves)] != leaves:
                    raise InputProblem("backup-elsewhere", folder=str(out))
    finally:
        engine.dispose()


def _copy(vault: Vault, out: Path, progress: Progress) -> BackupReport:
    """Copy originals, then the catalog, then the originals that came in between: whatever it names is there."""
    part, catalog = out / PART_NAME, out / CATALOG_NAME
    with storage_problems(out), catalog_problems(part):
        before = _kept(vault)
        copied = _copy_originals(vault, out, before, progress)
        part.unlink(missing_ok=True)
        vault.copy_catalog(part)
        after = _kept(vault)
        copied += _copy_originals(vault, out, sorted(set(after) - set(before)), progress)
        _put_in_place(part, catalog)
        erased = _erase_removed(vault, Originals(out))
    return BackupReport(out, copied, len(after), erased)


def _put_in_place(part: Path, catalog: Path) -> None:
    """Replace a catalog by a whole new one; a log or journal left beside it would be mixed into the new one."""
    wal = catalog.with_name(f"{CATALOG_NAME}-wal")
    if wal.exists():
        merged = writing_engine(catalog)
        merged.connect().close()
        merged.dispose()
    for companion in (wal, catalog.with_name(f"{CATALOG_NAME}-shm"), journal_of(catalog)):
        companion.unlink(missing_ok=True)
    part.replace(catalog)
    sync_folder(catalog.parent)


def _copy_originals(vault: Vault, out: Path, wanted: Sequence[str], progress: Progress) -> int:
    """Copy those of the originals that are not there, and return how many."""
    there = Originals(out)
    progress.start(len(wanted), "file")
    copied = 0
    for sha256 in wanted:
        progress.check()
        try:
            copied += _copy_original(vault.originals.path(sha256), there.path(sha256), sha256)
        except IntegrityFailure:
            if sha256 in _kept(vault):  # else it was removed while the backup ran
                raise
        progress.advance()
    return copied


def _kept(vault: Vault) -> list[str]:
    with vault.read() as catalog:
        return [sha256 for sha256, kept in catalog.known_originals().items() if kept]


def _erase_removed(vault: Vault, there: Originals) -> int:
    """Erase from the backup what was removed from the vault. Only now: the earlier catalog still named it."""
    with vault.read() as catalog:
        known = catalog.known_originals()
    gone = [sha256 for sha256, kept in known.items() if not kept and there.path(sha256).exists()]
    for sha256 in gone:
        there.erase(sha256)
    return len(gone)


def _copy_original(source: Path, target: Path, sha256: str) -> bool:
    """Copy one original unless a whole copy is there. Raises IntegrityFailure if the vault's own is not whole."""
    if target.exists() and hash_file(target) == sha256:
        return False
    make_folder(target.parent)
    try:
        copy_durably(source, target)
    except FileNotFoundError as error:
        raise IntegrityFailure("original-missing", name=sha256, sha256=sha256) from error
    if hash_file(target) != sha256:
        target.unlink()
        raise IntegrityFailure("original-changed", name=sha256, sha256=sha256)
    return True


def restore(backup: Path, folder: Path, progress: Progress) -> BackupReport:
    """Make a vault in ``folder``, which must be empty or new, from a backup, after checking the backup.

    A restore that was interrupted goes on where it was. Every dispute's log says that it was restored. Raises
    InputProblem (``restore-not-empty``, ``backup-missing``), IntegrityFailure if the backup does not hold.
    """
    if not is_vault(backup):
        raise InputProblem("backup-missing", folder=str(backup))
    make_folder(folder)
    if not is_unfinished(folder):
        raise InputProblem("restore-not-empty", folder=str(folder))
    source = Vault.open_for_reading(backup)
    try:
        _raise_first(audit(source, progress))
        report = back_up(source, folder, progress)
    finally:
        source.close()
    restored = Vault.open(folder)
    try:
        with restored.change() as changes:
            if source.revision != CURRENT_REVISION:
                changes.log_everywhere(CustodyKind.MIGRATE, {"from": source.revision, "to": CURRENT_REVISION})
            changes.log_everywhere(CustodyKind.RESTORE, {"originals": report.total})
    finally:
        restored.close()
    return report


def _require_whole(folder: Path, progress: Progress) -> None:
    copy = Vault.open_for_reading(folder)
    try:
        _raise_first(audit(copy, progress))
    finally:
        copy.close()


def _raise_first(findings: list[Finding]) -> None:
    if findings:
        raise IntegrityFailure("backup-broken", item=findings[0].item, count=len(findings))
