"""The lock of a vault: one holder, gone with it however it ends, even in the middle of starting a worker."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from evidence_app.errors import EnvironmentProblem
from evidence_app.vault.lock import VaultLock

ROOT = Path(__file__).parents[3]
BECOMING_A_WORKER = "if not os.fork():\n    time.sleep({seconds}); os._exit(0)\n"
"""What the system does first when a program starts another one: a copy of it that has the same files open."""

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system starts programs in another way")


def holding(folder: Path, code: str) -> "subprocess.Popen[str]":
    """Start a process that holds the vault and has run the code."""
    begin = "import os, sys, time, pathlib\nfrom evidence_app.vault.lock import VaultLock\n"
    whole = f"{begin}lock = VaultLock(pathlib.Path(sys.argv[1]))\n{code}print('held', flush=True)\ntime.sleep(60)\n"
    process = subprocess.Popen(
        [sys.executable, "-c", whole, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


@needs_fork
def test_a_vault_opens_right_after_a_kill_in_the_middle_of_starting_a_worker(tmp_path: Path) -> None:
    with holding(tmp_path, BECOMING_A_WORKER.format(seconds=0.4)) as process:
        process.kill()
        process.wait()
        VaultLock(tmp_path).release()


@needs_fork
def test_a_vault_that_was_let_go_opens_while_a_worker_is_being_started(tmp_path: Path) -> None:
    with holding(tmp_path, BECOMING_A_WORKER.format(seconds=5) + "lock.release()\n") as process:
        begun = time.monotonic()
        VaultLock(tmp_path).release()
        assert time.monotonic() - begun < 4  # of the five seconds that starting takes
        process.kill()


def test_a_vault_that_stays_held_is_refused(tmp_path: Path) -> None:
    with holding(tmp_path, "") as process:
        with pytest.raises(EnvironmentProblem, match="vault-locked"):
            VaultLock(tmp_path)
        process.kill()
