"""Shared by all tests: real vaults on real files."""

import faulthandler
import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Connection

from evidence_app.actions import sample
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.session import Session, open_session
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.exhibits import Exhibit
from evidence_app.processes import pool
from evidence_app.progress import Silent
from evidence_app.resources import resource
from evidence_app.vault import migrate
from tests.fakes import drawn_sample, lent_processes
from tests.fakes.authorities import LocalAuthority

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # nobody's own keyring is for tests

pytest_plugins = ["tests.conformance"]

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")  # how long one example takes says more about who else is at work than about us

OWN_PROCESSES = ("tests/faults", "tests/hostile", "tests/unit/intake", "tests/unit/reading")
"""Where worker processes themselves are tried: how they start, what they survive, what harms them."""

LEAVING_S = 120
"""Within which Python has to end after the last test; it waits for threads then, and no test's limit is in force."""


def pytest_collection_finish() -> None:
    """Have Python look for garbage among what tests make, no more among the modules and tests, which stay: a tenth."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Have an end that never comes told, with the place of every thread."""
    faulthandler.dump_traceback_later(LEAVING_S, exit=True)


@pytest.fixture(scope="session", autouse=True)
def _schema_made_once() -> Iterator[None]:
    """Have the migrations run once for all new vaults: two thousand tests make one, and Alembic takes 50 ms for it.

    Each further one gets what they left behind, statement by statement. Upgrades run as ever.
    """
    made: list[str] = []
    really = migrate.run_migrations

    def run(connection: Connection, scripts: Path = migrate.MIGRATIONS) -> None:
        is_new = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
        if not is_new or scripts != migrate.MIGRATIONS:
            really(connection, scripts)
        elif made:
            for statement in made:
                connection.exec_driver_sql(statement)
        else:
            really(connection)
            made.extend(_statements_of(connection))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "run_migrations", run)
        yield


def _statements_of(connection: Connection) -> list[str]:
    """Return what makes an empty catalog the same as a fresh one."""
    made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    return [*made.scalars(), f"INSERT INTO alembic_version VALUES ('{revision}')"]


@pytest.fixture(scope="session", autouse=True)
def _sample_files_drawn_once() -> Iterator[None]:
    """Have all vaults with the sample get files that were drawn earlier."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sample, "draw_files", drawn_sample.copied_files)
        yield


@pytest.fixture(scope="session", autouse=True)
def _idle_processes_end() -> Iterator[None]:
    yield
    lent_processes.end_all()


@pytest.fixture(scope="module", autouse=True)
def _processes_are_lent(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the tests of a module look at files with the processes of those before, except where these are tried."""
    with pytest.MonkeyPatch.context() as patch:
        if not request.node.nodeid.startswith(OWN_PROCESSES):
            patch.setattr(pool, "WorkerProcess", lent_processes.LentProcess)
        yield


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open, empty vault."""
    opened = open_session(tmp_path / "vault", create=True)
    yield opened
    opened.close()


@pytest.fixture
def dispute(session: Session) -> Dispute:
    """A dispute in the open vault."""
    return new_dispute(
        session,
        NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝"),
    )


@pytest.fixture
def exhibit(session: Session, dispute: Dispute) -> Exhibit:
    """A small text among the exhibits of the dispute."""
    add_evidence(session, dispute.id, [DataSource("a.txt", b"an original")], Silent(), lambda item: None)
    return list_exhibits(session, dispute.id)[0]


@pytest.fixture(scope="session")
def translations() -> None:
    """Compile the translations if `make` has not done it yet."""
    for source in resource("translations").glob("*.ts"):
        if not source.with_suffix(".qm").exists():
            tool = Path(sys.executable).with_name("pyside6-lrelease")
            subprocess.run([tool, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)


@pytest.fixture(scope="session")
def two_authorities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalAuthority, LocalAuthority]]:
    """Two timestamp authorities of different operators, each with its own root and process."""
    folder = tmp_path_factory.mktemp("authorities")
    with LocalAuthority(folder, "first") as first, LocalAuthority(folder, "second") as second:
        yield first, second
