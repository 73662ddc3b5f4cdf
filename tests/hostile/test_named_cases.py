"""Every named hostile file through the real ``add``: nothing crashes, hangs, or reaches out of the vault."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from evidence_app.actions.verify import verify_vault
from evidence_app.progress import Silent
from tests.hostile.named import CANARY, CASES, SLOW
from tests.hostile.watched import Watched, watched

ROOT = Path(__file__).parents[2]
SOAK = bool(os.environ.get("JUZHENG_SOAK"))
CHOSEN = list(CASES) if SOAK else [name for name in CASES if name not in SLOW][::24]
SECONDS_EACH = 60
"""Longer than a worker is waited for, whatever one file does."""


def command(vault: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "evidence_app", "--vault", str(vault), "--lang", "en", *words]


def written(folder: Path) -> None:
    """Write the chosen cases, each in a folder of its own: some names differ only in case or composition."""
    for number, name in enumerate(CHOSEN):
        place = os.fsencode(folder / f"{number:03}")
        os.mkdir(place)  # noqa: PTH102 - a path of bytes
        with open(os.path.join(place, CASES[name].file_name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(CASES[name].make())


def untouched(at: Watched, given: Path, *folders: Path) -> None:
    """Nothing was opened that a file named, nobody was called, nothing changed elsewhere, no foreign program ran.

    Some of the given files bear that name themselves.
    """
    assert [call for call in at.naming(CANARY) if f'"{given}/' not in call] == []
    assert at.connections() == []
    assert at.written_outside(*folders) == []
    assert {Path(program).name for program in at.started()} <= {Path(sys.executable).name, "python3.11", "python3"}


@pytest.mark.timeout(7200)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_no_named_case_crashes_hangs_or_escapes(tmp_path: Path) -> None:
    assert len(CASES) >= 200
    vault, folder = tmp_path / "vault", tmp_path / "given"
    folder.mkdir()
    written(folder)
    new = command(vault, "new", "t", "--type", "other", "--institution", "i")
    made = subprocess.run(new, cwd=ROOT, capture_output=True, text=True, check=True)
    dispute = made.stdout.split()[-1]
    begun = time.monotonic()
    added = watched(
        command(vault, "add", dispute, str(folder), "--json"), tmp_path / "log", timeout_s=SECONDS_EACH * len(CHOSEN)
    )
    assert added.code in {0, 2}, added.err
    assert "Traceback" not in added.err
    untouched(added, folder, vault)
    items = json.loads(added.out)["items"]
    fates = Counter(item["code"] or item["status"] for item in items)
    print(f"named hostile files tried: {len(CHOSEN)} of {len(CASES)}, {len(items)} items, {dict(fates)}")
    print(f"seconds: {time.monotonic() - begun:.0f}")
    assert verify_vault(vault, Silent()).holds
    out = tmp_path / "there"
    out.mkdir()
    exported = watched(
        command(vault, "export", dispute, str(out / "dossier.pdf"), "--profile", "lawyer"),
        tmp_path / "log2",
        timeout_s=SECONDS_EACH * len(CHOSEN),
    )
    assert exported.code == 0, exported.err
    untouched(exported, folder, vault, out)
    checked = subprocess.run(["qpdf", "--check", out / "dossier.pdf"], capture_output=True, check=False, timeout=600)
    assert checked.returncode == 0, checked.stdout


def test_the_watch_sees_who_opens_writes_and_connects(tmp_path: Path) -> None:
    done = (
        f"import socket, pathlib; pathlib.Path('{tmp_path}/{CANARY}').write_text('x')\n"
        "s = socket.socket()\n"
        "try: s.connect(('127.0.0.1', 9))\n"
        "except OSError: pass\n"
    )
    seen = watched([sys.executable, "-c", done], tmp_path / "log", timeout_s=60)
    assert seen.naming(CANARY)
    assert seen.connections()
    assert seen.written_outside(tmp_path / "elsewhere")
    assert not seen.written_outside(tmp_path)
