"""A vault: one folder with everything in it. Opening, reading, changing, closing."""

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.vault.changes import Changes
from evidence_app.vault.engine import (
    BUSY_TIMEOUT_S,
    catalog_problems,
    copy_catalog,
    copy_connected,
    frozen_engine,
    journal_of,
    reading_engine,
    undo_what_was_cut_off,
    was_cut_off,
    writing_engine,
)
from evidence_app.vault.indexing import forget_what_was_cut_off
from evidence_app.vault.location import CATALOG_NAME, is_vault
from evidence_app.vault.lock import LOCK_NAME, VaultLock
from evidence_app.vault.migrate import UPGRADE_BACKUPS, bring_up_to_date, check_revision, revision_of, upgrade_copy
from evidence_app.vault.originals import Originals
from evidence_app.vault.reading import Catalog
from evidence_app.vault.schema import CURRENT_REVISION
from evidence_app.vault.storage import make_folder, storage_problems
from evidence_app.vault.temporary import temporary_folder
from evidence_app.vault.under_way import UNDER_WAY, UnderWay
from evidence_app.vault.words import WORDS_NAMES, Words

Clock = Callable[[], datetime]

OPENED = "opened"
PREVIEWS = "previews"
"""Folder of thumbnails: a cache that can be deleted at any time, not evidence."""
UNFINISHED = ".part"
"""Ending of a thumbnail that is being written; a crash may leave one."""

READERS_ARE_WAITED_FOR_MS = 500
"""How long a removal waits for those who still read its pages; only a check of the whole vault reads for longer."""

OWN_NAMES = (
    CATALOG_NAME,
    f"{CATALOG_NAME}-wal",
    f"{CATALOG_NAME}-shm",
    f"{CATALOG_NAME}-journal",
    "originals",
    "staging",
    PREVIEWS,
    UPGRADE_BACKUPS,
    UNDER_WAY,
    *WORDS_NAMES,
    f".{CATALOG_NAME}.part",
    f".{CATALOG_NAME}.part-journal",
    LOCK_NAME,
)
"""Everything a vault puts into its folder; erasing touches nothing else."""


def now() -> datetime:
    """Return the local clock's claim of the present, in UTC."""
    return datetime.now(UTC)


class Vault:
    """An open vault. One instance writes, any number reads; safe to use from any thread.

    Use `Vault.open`. Writers hold the folder's lock until closed. ``revision`` is its catalog's schema, an older one
    where that is read in an upgraded copy.
    """

    def __init__(self, folder: Path, reader: Engine, writer: Engine | None, clock: Clock, stack: ExitStack) -> None:
        self.folder = folder
        self.originals = Originals(folder)
        self.words = Words(folder)
        self.under_way = UnderWay(folder)
        self.clock = clock
        self.revision = CURRENT_REVISION
        self._reader = reader
        self._writer = writer
        self._stack = stack
        self._one_writer = threading.RLock()
        self._closed = False

    @classmethod
    def open(cls, folder: Path, *, create: bool = False, clock: Clock = now) -> "Vault":
        """Open a vault for reading and writing; with ``create`` make one where there is none.

        Upgrades an older vault after copying its catalog. Raises EnvironmentProblem: ``vault-missing``,
        ``vault-locked``, ``vault-newer``, ``disk-…``; InputProblem("vault-folder-taken") instead of making one among
        somebody's files; IntegrityFailure("catalog-damaged").
        """
        with storage_problems(folder):
            return cls._open(folder, create=create, clock=clock)

    @classmethod
    def _open(cls, folder: Path, *, create: bool, clock: Clock) -> "Vault":
        if not is_vault(folder):
            if not create:
                raise EnvironmentProblem("vault-missing", folder=str(folder))
            _require_room(folder)
        make_folder(folder)
        catalog = folder / CATALOG_NAME
        with ExitStack() as stack:
            stack.callback(VaultLock(folder).release)
            undo_what_was_cut_off(catalog)
            check_revision(catalog)  # before anything else is written: a newer vault stays untouched
            with catalog_problems(catalog):
                writer = writing_engine(catalog)
                stack.callback(writer.dispose)
                bring_up_to_date(folder, writer, clock)
            reader = reading_engine(catalog)
            stack.callback(reader.dispose)
            vault = cls(folder, reader, writer, clock, stack.pop_all())
        try:
            vault.originals.prepare()
            erase_if_possible(folder / PREVIEWS / OPENED)
            with suppress(EnvironmentProblem):  # a file that another program holds is erased at the next opening
                vault.finish_erasing()
            with suppress(EnvironmentProblem):
                vault.forget_calls_of_erased()
            with suppress(EnvironmentProblem):
                forget_what_was_cut_off(vault)
        except BaseException:
            vault.close()
            raise
        return vault

    @classmethod
    def open_for_reading(cls, folder: Path, *, clock: Clock = now) -> "Vault":
        """Open a vault that another instance may hold, or that lies on a read-only medium.

        An older one is read in an upgraded copy of its catalog, and stays as it is. Raises EnvironmentProblem
        (``vault-missing``, ``vault-newer``, ``vault-older`` for one without any schema yet) or IntegrityFailure.
        """
        with storage_problems(folder):
            return cls._open_for_reading(folder, clock)

    @classmethod
    def _open_for_reading(cls, folder: Path, clock: Clock) -> "Vault":
        if not is_vault(folder):
            raise EnvironmentProblem("vault-missing", folder=str(folder))
        with ExitStack() as stack:
            catalog, frozen = folder / CATALOG_NAME, not _is_writable(folder)
            if frozen or was_cut_off(catalog):
                catalog = _settled_copy(catalog, stack)
            revision = revision_of(catalog, frozen=frozen)
            if check_revision(catalog, frozen=frozen):
                if not revision:
                    raise EnvironmentProblem("vault-older", folder=str(folder))
                catalog, frozen = _upgraded_copy(catalog, stack, frozen=frozen), False
            engine = frozen_engine(catalog) if frozen else reading_engine(catalog)
            stack.callback(engine.dispose)
            vault = cls(folder, engine, None, clock, stack.pop_all())
        vault.revision = revision
        return vault

    @property
    def read_only(self) -> bool:
        """Whether this instance can only read."""
        return self._writer is None

    @contextmanager
    def read(self) -> Iterator[Catalog]:
        """Give a consistent view of the catalog; runs beside writing. Raises EnvironmentProblem("vault-closed")."""
        self._require_open()
        with catalog_problems(self.folder / CATALOG_NAME), Session(self._reader) as session, session.begin():
            yield Catalog(session)

    @contextmanager
    def change(self) -> Iterator[Changes]:
        """Give a write transaction: durable when the block ends, undone entirely if it raises.

        Raises EnvironmentProblem (``vault-read-only``, ``vault-closed``).
        """
        if self._writer is None:
            raise EnvironmentProblem("vault-read-only", folder=str(self.folder))
        with self._one_writer:
            self._require_open()
            with catalog_problems(self.folder / CATALOG_NAME), Session(self._writer) as session, session.begin():
                changes = Changes(session, self.clock())
                yield changes
                changes.write_down()

    def _require_open(self) -> None:
        """Stop whoever still works with a closed vault: its lock is gone, another instance may hold it by now."""
        if self._closed:
            raise EnvironmentProblem("vault-closed", folder=str(self.folder))

    def finish_erasing(self) -> None:
        """Erase the bytes of removed exhibits, those too that a crash left behind."""
        with self.read() as catalog:
            gone = [sha256 for sha256, kept in catalog.known_originals().items() if not kept]
        self.erase_unneeded(gone)

    def erase_unneeded(self, hashes: Iterable[str]) -> None:
        """Erase those originals on which no living exhibit rests and that no import is about to catalogue.

        Raises EnvironmentProblem for a file that the disk, or a program that shows it, does not let go; the others
        are erased all the same.
        """
        problems: list[EnvironmentProblem] = []
        with self._one_writer:  # nothing is catalogued between the question and the erasing
            with self.read() as catalog:
                known = catalog.known_originals()
            for sha256 in hashes:
                if not known.get(sha256, False):
                    try:
                        self._erase_original(sha256)
                    except EnvironmentProblem as problem:
                        problems.append(problem)
        if problems:
            raise problems[0]

    def _erase_original(self, sha256: str) -> None:
        if self.originals.erase(sha256):
            preview = self.preview_path(sha256)
            with storage_problems(preview):
                preview.unlink(missing_ok=True)
                preview.with_suffix(UNFINISHED).unlink(missing_ok=True)
            with storage_problems(self.opened_folder(sha256)):
                _erase(self.opened_folder(sha256))

    def forget_calls_of_erased(self) -> None:
        """Erase what is kept of calls of disputes that are erased for good. Raises EnvironmentProblem (``disk-…``)."""
        with self.read() as catalog:
            there = {dispute.id for dispute in catalog.kept_disputes()}
        self.under_way.forget_all_but(there)

    def forget_old_pages(self) -> None:
        """Give up what still holds the catalog as it was before a removal: the write-ahead log, copies of upgrades.

        While somebody reads the catalog for long, a check of the vault for instance, the log stays until the vault is
        closed. Raises EnvironmentProblem (``disk-…``).
        """
        if self._writer is not None:
            with storage_problems(self.folder):
                _erase(self.folder / UPGRADE_BACKUPS)
            with self._one_writer, catalog_problems(self.folder / CATALOG_NAME), self._writer.connect() as connection:
                raw = connection.connection.dbapi_connection
                if raw is not None:
                    raw.execute(
                        f"PRAGMA busy_timeout={READERS_ARE_WAITED_FOR_MS}"
                    )  # meanwhile nobody can change a thing
                    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                    raw.execute(f"PRAGMA busy_timeout={1000 * BUSY_TIMEOUT_S:.0f}")

    def copy_catalog(self, target: Path) -> None:
        """Copy the catalog as it is now into a file that is not there yet; works from a read-only medium too."""
        self._require_open()
        with closing(self._reader.raw_connection()) as pooled:
            origin = pooled.driver_connection
            if origin is not None:
                copy_connected(origin, target)

    def opened_folder(self, sha256: str) -> Path:
        """Return where copies of an original lie that other programs opened; gone at the next opening of the vault."""
        return self.folder / PREVIEWS / OPENED / sha256

    def preview_path(self, sha256: str) -> Path:
        """Return where an original's thumbnail is cached, whether or not it is there."""
        return self.folder / PREVIEWS / sha256[:2] / f"{sha256}.jpg"

    def close(self) -> None:
        """Close the catalog and let go of the lock, after the change under way; closing twice is harmless."""
        with self._one_writer:
            self._closed = True
            self._stack.close()


def _require_room(folder: Path) -> None:
    """Refuse to make a vault where its names are taken: opening clears its staging, erasing deletes its originals."""
    taken = next((name for name in OWN_NAMES if name != LOCK_NAME and (folder / name).exists()), None)
    if taken:
        raise InputProblem("vault-folder-taken", folder=str(folder), name=taken)


def _is_writable(folder: Path) -> bool:
    """Tell whether files can be made there; permission bits say nothing about a read-only mount, or to root."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _settled_copy(catalog: Path, stack: ExitStack) -> Path:
    """Return a catalog that can be read without writing, a copy if need be.

    On a read-only medium SQLite ignores an unmerged WAL, and cannot undo a change that was cut off.
    """
    companions = (catalog.with_name(f"{CATALOG_NAME}-wal"), journal_of(catalog))
    unsettled = [part for part in companions if part.exists() and part.stat().st_size]
    if not unsettled:
        return catalog
    folder = stack.enter_context(temporary_folder())
    with storage_problems(folder):
        for part in (catalog, *unsettled):
            shutil.copyfile(part, folder / part.name)
    merged = writing_engine(folder / CATALOG_NAME)
    with merged.connect():
        pass
    merged.dispose()
    return folder / CATALOG_NAME


def _upgraded_copy(catalog: Path, stack: ExitStack, *, frozen: bool) -> Path:
    """Return a copy of an older catalog in today's schema: whoever reads need know no other."""
    copy = stack.enter_context(temporary_folder()) / CATALOG_NAME
    with storage_problems(copy), catalog_problems(copy):
        if frozen:  # a medium on which SQLite cannot even read in its usual way
            shutil.copyfile(catalog, copy)
        else:
            copy_catalog(catalog, copy)
        upgrade_copy(copy)
    return copy


def erase_folder(folder: Path) -> None:
    """Delete a closed vault's files, and the folder if nothing else lies in it.

    Raises EnvironmentProblem (``vault-missing``, ``vault-locked``, ``disk-…``).
    """
    if not is_vault(folder):
        raise EnvironmentProblem("vault-missing", folder=str(folder))
    lock = VaultLock(folder)
    with storage_problems(folder):
        try:
            for name in OWN_NAMES:
                if name != LOCK_NAME:
                    _erase(folder / name)
        finally:
            lock.release()
        (folder / LOCK_NAME).unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()


def erase_if_possible(folder: Path) -> None:
    """Delete a folder as far as that is possible: a file that another program holds stays."""
    with suppress(OSError):  # Python 3.11 tells `onerror` of most errors, not of all
        shutil.rmtree(folder, onerror=_allow_or_leave)


def _allow_or_leave(function: Callable[[str], object], path: str, error: object) -> None:
    if function in (os.unlink, os.rmdir):
        with suppress(OSError):
            _allow_and_retry(function, path, error)


def _erase(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, onerror=_allow_and_retry)
    else:
        path.unlink(missing_ok=True)


def _allow_and_retry(function: Callable[[str], object], path: str, _: object) -> None:
    """Delete what is marked read-only: originals are, and Windows asks for the mark to be taken off first."""
    Path(path).chmod(0o700)
    function(path)
