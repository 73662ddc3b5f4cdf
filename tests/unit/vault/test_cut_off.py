"""A change that was stopped in its middle before the vault had a write-ahead log: undone at the next opening.

So it is with old vaults, backups and restored vaults at their first opening: SQLite keeps a journal beside the catalog.
"""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from evidence_app.actions.backup import back_up, restore
from evidence_app.actions.disputes import list_disputes
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.progress import Silent
from evidence_app.vault.schema import CURRENT_REVISION, REVISIONS

OLD_VAULTS = Path(__file__).parents[2] / "old_vaults"

CUT_OFF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN")
connection.execute("CREATE TABLE half (a)")
connection.execute("UPDATE dispute SET title = 'half'")
connection.executemany("INSERT INTO half VALUES (randomblob(3000))", [()] * 500)
os._exit(9)
"""


def cut_off(vault: Path) -> Path:
    """Stop a change in the middle of being written."""
    subprocess.run([sys.executable, "-c", CUT_OFF, vault / "catalog.sqlite3"], check=False)
    assert (vault / "catalog.sqlite3-journal").stat().st_size
    return vault


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture(params=[REVISIONS[0], CURRENT_REVISION])
def vault(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A vault of an older and of today's schema in this state."""
    shutil.copytree(OLD_VAULTS / request.param, tmp_path / "old")
    return cut_off(tmp_path / "old")


def test_it_opens_without_the_half_change(vault: Path) -> None:
    with closing(open_session(vault)) as session:
        assert [each.dispute.title for each in list_disputes(session)] != ["half"]
    assert verify_vault(vault, Silent()).holds


@pytest.mark.parametrize("writable", [True, False], ids=["writable", "read-only medium"])
def test_it_can_be_read_and_stays_as_it_is(vault: Path, writable: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(vault)
    monkeypatch.setattr("evidence_app.vault.vault._is_writable", lambda folder: writable)
    with closing(open_session(vault, read_only=True)) as session:
        assert [each.dispute.title for each in list_disputes(session)] != ["half"]
    assert verify_vault(vault, Silent()).holds
    assert contents(vault) == before


def test_it_can_be_restored_from(vault: Path, tmp_path: Path) -> None:
    restore(vault, tmp_path / "restored", Silent())
    assert verify_vault(tmp_path / "restored", Silent()).holds


def test_a_backup_in_this_state_takes_the_next_one(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    back_up(session, tmp_path / "copy", Silent())
    cut_off(tmp_path / "copy")
    back_up(session, tmp_path / "copy", Silent())
    assert not (tmp_path / "copy" / "catalog.sqlite3-journal").exists()
    with closing(open_session(tmp_path / "copy", read_only=True)) as copy:
        assert [each.dispute.title for each in list_disputes(copy)] == [dispute.title]
