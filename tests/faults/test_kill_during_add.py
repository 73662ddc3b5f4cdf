"""``kill -9`` in the middle of ``add``: every item whose line was printed is there, byte for byte."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.session import open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.progress import Silent

ROOT = Path(__file__).parents[2]
ROUNDS = 200 if os.environ.get("JUZHENG_SOAK") else 6
FILES = 60


def command(vault: Path, *words: str) -> subprocess.Popen[str]:
    line = [sys.executable, "-m", "evidence_app", "--vault", str(vault), "--lang", "en", *words]
    return subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def files_for(folder: Path, round_number: int) -> dict[str, bytes]:
    folder.mkdir()
    contents = {f"r{round_number}-{index:03}.txt": os.urandom(20_000) for index in range(FILES)}
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return contents


def kill_in_the_middle(vault: Path, dispute: str, folder: Path, chance: random.Random) -> list[str]:
    """Start an add, kill it at some moment after its first line, and return the names it acknowledged."""
    with command(vault, "add", dispute, str(folder)) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.random() * 0.15)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    whole_lines = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    return re.findall(r"^(?:added|kept-unread) +#\d+ +([^\s:]+)", "".join(whole_lines), re.MULTILINE)


@pytest.mark.timeout(3600)
def test_no_acknowledged_item_is_lost(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    made = command(vault, "new", "t", "--type", "other", "--institution", "i").communicate()[0]
    dispute, chance = made.split()[-1], random.Random(7)
    expected: dict[str, bytes] = {}
    for round_number in range(ROUNDS):
        contents = files_for(tmp_path / f"in{round_number}", round_number)
        acknowledged = kill_in_the_middle(vault, dispute, tmp_path / f"in{round_number}", chance)
        expected |= {name: contents[name] for name in acknowledged}
        session = open_session(vault)
        kept = {exhibit.name: exhibit.original.sha256 for exhibit in list_exhibits(session, dispute)}
        lost = [n for n, data in expected.items() if session.vault.originals.path(kept[n]).read_bytes() != data]
        session.close()
        assert acknowledged
        assert not lost
    report = verify_vault(vault, Silent())
    assert report.holds
    print(f"{ROUNDS} kills, {len(expected)} acknowledged items, 0 lost, {report.leftover_count} leftover files")
