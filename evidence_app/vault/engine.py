"""SQLite as the catalog needs it: durable, defensive, with real transactions."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

from evidence_app.errors import EnvironmentProblem, IntegrityFailure
from evidence_app.vault.storage import storage_problems

PRAGMAS = (
    "synchronous=FULL",  # NORMAL lost acknowledged commits in a power-loss simulation
    "fullfsync=1",  # macOS: down to the platter
    "checkpoint_fullfsync=1",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",  # removed payloads are overwritten, not just unlinked
    "temp_store=MEMORY",  # nothing of the evidence in temporary files elsewhere
)
BUSY_TIMEOUT_S = 10.0

STATEMENTS_KEPT = 1_000
"""Compiled, of all engines together; the whole program has some hundreds."""


def writing_engine(catalog: Path) -> Engine:
    """Return an engine whose transactions begin IMMEDIATE; creates the file. WAL, one connection."""
    return _engine(lambda: _connect(catalog, "rwc", "journal_mode=WAL"), "BEGIN IMMEDIATE")


def reading_engine(catalog: Path) -> Engine:
    """Return an engine for concurrent reading that cannot write."""
    return _engine(lambda: _connect(catalog, "ro", "query_only=ON"), "BEGIN")


def frozen_engine(catalog: Path) -> Engine:
    """Return a reading engine for a medium that cannot be written, where WAL's shared memory cannot be made."""
    return _engine(lambda: _connect(catalog, "ro&immutable=1", "query_only=ON"), "BEGIN")


def catalog_uri(catalog: Path, mode: str) -> str:
    """Return SQLite's address of a file, whatever characters, or bytes that are none, its path holds."""
    return f"file:{quote(os.fsencode(catalog.absolute()))}?mode={mode}"


def _connect(catalog: Path, mode: str, first_pragma: str) -> sqlite3.Connection:
    # isolation_level=None: pysqlite's own transaction handling leaves half-migrated schemas behind
    connection = sqlite3.connect(
        catalog_uri(catalog, mode),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_S,
    )
    for pragma in (first_pragma, *PRAGMAS):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _engine(connect: Callable[[], Any], begin: str) -> Engine:
    # no upper limit: readers wait for nobody, and the vault lets one writer in at a time
    speaks, compiled = _spoken()
    pool = QueuePool(connect, pool_size=2, max_overflow=-1, dialect=speaks.dialect)
    engine = Engine(pool, speaks.dialect, speaks.url, execution_options={"compiled_cache": compiled})

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


@cache
def _spoken() -> tuple[Engine, "LRUCache[Any, Any]"]:
    """Return whose dialect all engines speak, and what was compiled in it: that takes longer than to run a statement.

    An engine of `create_engine` has both of its own: the reader, the writer and those of every vault that is opened
    later would compile all statements anew.
    """
    first = create_engine("sqlite://")
    with first.connect():  # the dialect asks what it speaks to
        pass
    first.dispose()
    return first, LRUCache(STATEMENTS_KEPT)


_PROBLEMS: dict[str, str] = {
    "SQLITE_FULL": "disk-full",
    "SQLITE_READONLY": "disk-read-only",
    "SQLITE_CANTOPEN": "vault-unreadable",
    "SQLITE_PERM": "no-permission",
    "SQLITE_IOERR": "disk-error",
    "SQLITE_BUSY": "vault-busy",
    "SQLITE_LOCKED": "vault-busy",
    "SQLITE_PROTOCOL": "vault-busy",  # a lock of the write-ahead log could not be had, again and again
}
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")


def _require_readable(catalog: Path) -> None:
    """Tell a disk that cannot be read from changed bytes: SQLite calls both damage. Raises EnvironmentProblem."""
    with storage_problems(catalog), catalog.open("rb") as file:
        while file.read(1 << 20):
            pass


@contextmanager
def catalog_problems(catalog: Path) -> Iterator[None]:
    """Turn what SQLite says about its file and disk into the program's errors."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite quotes a schema that is no text any more
        raise IntegrityFailure("catalog-damaged", path=str(catalog)) from error
    except (sqlite3.Error, exc.DBAPIError) as error:
        cause = error.orig if isinstance(error, exc.DBAPIError) else error
        name = getattr(cause, "sqlite_errorname", "") or ""
        if name.startswith(_DAMAGE):
            _require_readable(catalog)
            raise IntegrityFailure("catalog-damaged", path=str(catalog)) from error
        code = next((code for prefix, code in _PROBLEMS.items() if name.startswith(prefix)), None)
        if code is None:
            raise
        raise EnvironmentProblem(code, path=str(catalog), reason=str(cause)) from error


def journal_of(catalog: Path) -> Path:
    """Return where SQLite keeps what it needs to undo a change, as long as the catalog has no write-ahead log.

    That is so in an old vault, a backup and a restored vault, until it is opened for writing the first time.
    """
    return catalog.with_name(f"{catalog.name}-journal")


def was_cut_off(catalog: Path) -> bool:
    """Tell whether a change was stopped in its middle, so that SQLite must write before anything can be read."""
    if not journal_of(catalog).exists():
        return False
    try:
        with closing(sqlite3.connect(catalog_uri(catalog, "ro"), uri=True, timeout=BUSY_TIMEOUT_S)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:  # whatever else is wrong, opening the catalog finds and names it
        return (getattr(error, "sqlite_errorname", "") or "").startswith("SQLITE_READONLY")
    return False


def undo_what_was_cut_off(catalog: Path) -> None:
    """Let SQLite undo a change that was stopped in its middle. For whoever holds the vault."""
    if was_cut_off(catalog):
        with (
            catalog_problems(catalog),
            closing(sqlite3.connect(catalog_uri(catalog, "rw"), uri=True, timeout=BUSY_TIMEOUT_S)) as connection,
        ):
            connection.execute("SELECT count(*) FROM sqlite_master")


def copy_catalog(source: Path, target: Path) -> None:
    """Copy a catalog by its path, as `copy_connected` does."""
    with closing(sqlite3.connect(catalog_uri(source, "ro"), uri=True, timeout=BUSY_TIMEOUT_S)) as origin:
        copy_connected(origin, target)


def copy_connected(origin: sqlite3.Connection, target: Path) -> None:
    """Copy a catalog with SQLite's backup API: consistent even while it is written to. ``target`` must not exist."""
    with closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)
        # a backup is one file: readable from a read-only medium, without WAL companions
        copy.execute("PRAGMA journal_mode=DELETE")


def integrity_errors(connection: Connection) -> list[str]:
    """Return what SQLite's own checks find wrong with the file, empty if nothing."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    broken = [f"foreign key {row[0]}→{row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return ([] if found == ["ok"] else found) + broken
