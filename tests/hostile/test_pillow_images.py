"""The pictures with which Pillow's own tests guard against crashes, through the real ``add``.

They lie in Pillow's source distribution, which pip fetches with the hashes of our lock; only the long campaign does.
"""

import json
import os
import re
import subprocess
import sys
import tarfile
from collections import Counter
from pathlib import Path

import PIL
import pytest

from evidence_app.actions.verify import verify_vault
from evidence_app.progress import Silent
from tests.hostile.watched import watched

ROOT = Path(__file__).parents[2]
IMAGES = re.compile(r"/Tests/images/(.+)$")
HARMFUL = re.compile(r"crash|oom|timeout|bomb|overflow|overrun|fuzz|truncated|corrupt|invalid", re.IGNORECASE)
DOWNLOAD_S = 900


def locked() -> str:
    """Return the lock's lines of the Pillow that is installed: its version and every file's hash."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    found = re.search(rf"^pillow=={re.escape(PIL.__version__)} \\\n(?:    --hash=\S+(?: \\)?\n)+", lock, re.MULTILINE)
    if found is None:
        pytest.skip(f"NOT TESTED: Pillow {PIL.__version__} is not the locked one, its pictures have no pinned hash")
    return found[0]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pictures of Pillow's tests."""
    folder = tmp_path_factory.mktemp("pillow")
    (folder / "wanted.txt").write_text(locked())
    fetch = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-binary",
        ":all:",
        "--no-deps",
        "--require-hashes",
    ]
    try:
        done = subprocess.run(
            [*fetch, "-r", "wanted.txt", "-d", "."],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=DOWNLOAD_S,
        )
        reason = done.stderr.strip()[-300:]
    except subprocess.TimeoutExpired:
        reason = f"nothing came within {DOWNLOAD_S} seconds"
    archives = list(folder.glob("pillow-*.tar.gz"))
    if not archives:
        pytest.skip(f"NOT TESTED: Pillow's source distribution cannot be had here: {reason}")
    with tarfile.open(archives[0]) as archive:
        members = [member for member in archive.getmembers() if member.isfile() and IMAGES.search(member.name)]
        archive.extractall(folder / "source", members=members, filter="data")
    return folder / "source"


@pytest.mark.skipif(not os.environ.get("JUZHENG_SOAK"), reason="fetches a source distribution: in the long campaign")
@pytest.mark.timeout(7200)
def test_no_picture_that_once_crashed_pillow_costs_more_than_itself(pictures: Path, tmp_path: Path) -> None:
    files = [path for path in pictures.rglob("*") if path.is_file()]
    harmful = [path for path in files if HARMFUL.search(path.name)]
    command = [sys.executable, "-m", "evidence_app", "--vault", str(tmp_path / "vault"), "--lang", "en"]
    new = [*command, "new", "t", "--type", "other", "--institution", "i"]
    made = subprocess.run(new, cwd=ROOT, capture_output=True, text=True, check=True)
    add = [*command, "add", made.stdout.split()[-1], str(pictures), "--json"]
    added = watched(add, tmp_path / "log", timeout_s=3600)
    assert added.code in {0, 2}, added.err
    assert "Traceback" not in added.err
    assert added.connections() == []
    assert added.written_outside(tmp_path / "vault") == []
    items = json.loads(added.out)["items"]
    fates = Counter(item["code"] or item["status"] for item in items)
    print(f"pictures of Pillow's tests tried: {len(files)}, {len(harmful)} named after what they did, {dict(fates)}")
    assert harmful
    assert len(items) >= len(files)
    assert fates["decoder-timeout"] == 0
    assert verify_vault(tmp_path / "vault", Silent()).holds
