"""``kill -9`` in the middle of changes of many things, and of an upgrade: all of each or nothing, nothing lost."""

import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.remove import put_back, tray
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.progress import Silent
from evidence_app.vault.schema import CURRENT_REVISION, REVISIONS
from tests.faults.campaign import Campaign

ROOT = Path(__file__).parents[2]
FILES = 60

CHANGE = """
import pathlib, sys
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.remove import put_back, set_aside
from evidence_app.actions.session import open_session
session = open_session(pathlib.Path(sys.argv[1]))
ids = [exhibit.id for exhibit in list_exhibits(session, sys.argv[2])]
while True:
    set_aside(session, "exhibit", ids, "wrong")
    print("removed", flush=True)
    put_back(session, "exhibit", ids)
    print("put back", flush=True)
"""

UPGRADE = """
import pathlib, sys
from evidence_app.actions.session import open_session
print("begins", flush=True)
open_session(pathlib.Path(sys.argv[1])).close()
"""


def killed(code: str, *arguments: str, after_s: float) -> list[str]:
    """Run code, kill it some time after its first line, and return the whole lines that it printed."""
    line = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(after_s)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    return [each.strip() for each in (first + rest).splitlines(keepends=True) if each.endswith("\n")]


@pytest.mark.timeout(3600)
def test_all_of_a_batch_is_done_or_nothing(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    sources = [DataSource(f"{number}.txt", b"%d" % number) for number in range(FILES)]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    session.close()
    campaign = Campaign(tmp_path, 3, 200)
    for _ in campaign.rounds():
        with campaign.kept_if_it_fails(session.folder):
            before = entry_count(session.folder, dispute)
            told = killed(CHANGE, str(session.folder), dispute.id, after_s=campaign.chance.random() * 0.3)
            batches, rest = divmod(entry_count(session.folder, dispute) - before, FILES)
            assert rest == 0
            assert len(told) <= batches <= len(told) + 1  # what was told is kept; one more may have been
            with closing(open_session(session.folder)) as again:
                removed = [item.id for item in tray(again)]
                assert (len(removed), len(list_exhibits(again, dispute.id))) in {(FILES, 0), (0, FILES)}
                put_back(again, "exhibit", removed)
    print(f"kills during changes of {FILES} things: {campaign.done}")
    assert campaign.failures == []
    assert verify_vault(session.folder, Silent()).holds


def entry_count(vault: Path, dispute: Dispute) -> int:
    with closing(open_session(vault, read_only=True)) as session:
        return len(custody_history(session, dispute.id))


@pytest.mark.timeout(3600)
def test_a_killed_upgrade_is_done_at_the_next_opening(tmp_path: Path) -> None:
    campaign = Campaign(tmp_path, 3, 200)
    for number in campaign.rounds():
        vault = tmp_path / f"vault{number}"
        shutil.copytree(ROOT / "tests" / "old_vaults" / REVISIONS[0], vault)
        with campaign.kept_if_it_fails(vault):
            killed(UPGRADE, str(vault), after_s=campaign.chance.random() * 0.8)
            with closing(open_session(vault)) as again:
                assert again.vault.revision == CURRENT_REVISION
            assert verify_vault(vault, Silent()).holds
        shutil.rmtree(vault)
    print(f"kills during an upgrade: {campaign.done}")
    assert campaign.failures == []
