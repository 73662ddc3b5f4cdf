"""Bringing an older catalog up to date: copy first, then all or nothing.

The revision is read without Alembic, which is imported only when there is something to do: opening must be quick.
"""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from evidence_app.domain.custody import CustodyKind
from evidence_app.errors import EnvironmentProblem, IntegrityFailure
from evidence_app.vault.changes import Changes
from evidence_app.vault.engine import (
    catalog_problems,
    catalog_uri,
    copy_catalog,
    integrity_errors,
    writing_engine,
)
from evidence_app.vault.location import CATALOG_NAME
from evidence_app.vault.originals import holds_originals
from evidence_app.vault.schema import CURRENT_REVISION, REVISIONS
from evidence_app.vault.storage import make_folder, storage_problems

UPGRADE_BACKUPS = "before-upgrade"
MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(catalog: Path, *, frozen: bool = False) -> str:
    """Return a catalog's schema revision, empty for one that is empty or not there; touches nothing."""
    if not catalog.exists() or catalog.stat().st_size == 0:
        return ""
    mode = "ro&immutable=1" if frozen else "ro"
    with catalog_problems(catalog):
        connection = sqlite3.connect(catalog_uri(catalog, mode), uri=True)
        try:
            tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone() if tables[0] else None
        finally:
            connection.close()
    return str(found[0]) if found else ""


def check_revision(catalog: Path, *, frozen: bool = False) -> bool:
    """Tell whether the catalog must be upgraded. Raises EnvironmentProblem("vault-newer").

    Raises IntegrityFailure("catalog-damaged") for an empty catalog beside originals: what described them is lost, and
    must not be replaced by a new one.
    """
    revision = revision_of(catalog, frozen=frozen)
    if not revision and catalog.exists() and holds_originals(catalog.parent):
        raise IntegrityFailure("catalog-damaged", path=str(catalog))
    if revision and revision not in REVISIONS:
        raise EnvironmentProblem("vault-newer", folder=str(catalog.parent))
    return revision != CURRENT_REVISION


def bring_up_to_date(folder: Path, engine: Engine, clock: Callable[[], datetime]) -> None:
    """Create or upgrade the schema in one transaction; before an upgrade, copy the catalog and check it.

    Raises IntegrityFailure("catalog-damaged") before touching a damaged catalog. The copy is kept.
    """
    catalog = folder / CATALOG_NAME
    revision = revision_of(catalog)
    if revision == CURRENT_REVISION:
        return
    if revision:
        _copy_before_upgrade(catalog, revision)
    with engine.begin() as connection:
        if revision and integrity_errors(connection):
            raise IntegrityFailure("catalog-damaged", path=str(catalog))
        run_migrations(connection)
        if revision:
            _record_upgrade(connection, revision, clock())


def upgrade_copy(copy: Path) -> None:
    """Upgrade a copy of a catalog that is only read: the logs stay as they are.

    Raises IntegrityFailure("catalog-damaged").
    """
    engine = writing_engine(copy)
    try:
        with engine.begin() as connection:
            if integrity_errors(connection):
                raise IntegrityFailure("catalog-damaged", path=str(copy))
            run_migrations(connection)
    finally:
        engine.dispose()


def _copy_before_upgrade(catalog: Path, revision: str) -> None:
    folder = catalog.parent / UPGRADE_BACKUPS
    make_folder(folder)
    copy = folder / f"catalog-{revision}.sqlite3"
    with storage_problems(copy):
        copy.unlink(missing_ok=True)
    copy_catalog(catalog, copy)


def run_migrations(connection: Connection, scripts: Path = MIGRATIONS) -> None:
    """Apply all pending revisions inside the connection's running transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _record_upgrade(connection: Connection, revision: str, at: datetime) -> None:
    """Write the upgrade into every log, and make sure that the logs survived it."""
    from evidence_app.vault.audit import custody_findings

    with Session(connection) as session:
        changes = Changes(session, at)
        changes.log_everywhere(CustodyKind.MIGRATE, {"from": revision, "to": CURRENT_REVISION})
        findings = custody_findings(changes)
        if findings:
            raise IntegrityFailure("custody-broken", item=findings[0].item)
        changes.write_down()
        session.flush()
