"""Plain, verified, incremental copies of a vault. A backup is itself a vault folder that can be opened and checked."""

from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.custody import CustodyKind
from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.progress import Progress
from evidence_app.vault.audit import Finding, audit
from evidence_app.vault.engine import CATALOG_NAME, catalog_problems, copy_catalog
from evidence_app.vault.originals import Originals, copy_durably, hash_file
from evidence_app.vault.storage import make_folder, storage_problems, sync_folder
from evidence_app.vault.vault import Vault, is_vault

PART_NAME = f".{CATALOG_NAME}.part"


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup did: originals copied now, all originals it holds, files of removed exhibits it let go."""

    folder: Path
    copied: int
    total: int
    erased: int


def back_up(vault: Vault, out: Path, progress: Progress) -> BackupReport:
    """Copy the vault into ``out``: the catalog always, originals that are not there yet; then check all of it.

    Originals of exhibits removed since the last backup are erased there too. Raises InputProblem
    (``backup-into-vault``, ``backup-elsewhere``), EnvironmentProblem about the disk, IntegrityFailure if the vault or
    the copy does not hold; an earlier backup stays usable until the new catalog replaces its own at the end.
    """
    if out.resolve().is_relative_to(vault.folder.resolve()) or vault.folder.resolve().is_relative_to(out.resolve()):
        raise InputProblem("backup-into-vault", folder=str(out))
    make_folder(out)
    if not is_vault(out) and any(path.name != PART_NAME and path.name != "originals" for path in out.iterdir()):
        raise InputProblem("backup-elsewhere", folder=str(out))
    part = out / PART_NAME
    with storage_problems(out), catalog_problems(vault.folder / CATALOG_NAME):
        part.unlink(missing_ok=True)
        copy_catalog(vault.folder / CATALOG_NAME, part)
        copied, total, erased = _copy_originals(vault, out, progress)
        part.replace(out / CATALOG_NAME)
        sync_folder(out)
    _require_whole(out, progress)
    return BackupReport(out, copied, total, erased)


def _copy_originals(vault: Vault, out: Path, progress: Progress) -> tuple[int, int, int]:
    with vault.read() as catalog:
        known = catalog.known_originals()
    wanted = [sha256 for sha256, kept in known.items() if kept]
    there = Originals(out)
    progress.start(len(wanted), "file")
    copied = 0
    for sha256 in wanted:
        progress.check()
        copied += _copy_original(vault.originals.path(sha256), there.path(sha256), sha256)
        progress.advance()
    gone = [sha256 for sha256, kept in known.items() if not kept and there.path(sha256).exists()]
    for sha256 in gone:
        there.erase(sha256)
    return copied, len(wanted), len(gone)


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

    Every dispute's log says that it was restored. Raises InputProblem (``restore-not-empty``, ``backup-missing``),
    IntegrityFailure if the backup does not hold.
    """
    if not is_vault(backup):
        raise InputProblem("backup-missing", folder=str(backup))
    if folder.exists() and any(folder.iterdir()):
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
