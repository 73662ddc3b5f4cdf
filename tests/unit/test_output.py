"""The command line where its own output cannot be written."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")


def told_to(out: Path, errors: Path, *words: str) -> int:
    command = [sys.executable, "-m", "evidence_app", "--lang", "en", *words]
    with out.open("wb") as stdout, errors.open("wb") as stderr:
        return subprocess.run(command, cwd=ROOT, stdout=stdout, stderr=stderr, check=False, timeout=60).returncode


def new(vault: Path) -> list[str]:
    return ["--vault", str(vault), "new", "t", "--type", "other", "--institution", "i"]


def test_output_that_cannot_be_written_is_named_and_what_was_done_is_kept(tmp_path: Path) -> None:
    assert told_to(FULL, tmp_path / "errors", *new(tmp_path / "vault")) == 2
    assert "could not be written (no space left on device)" in (tmp_path / "errors").read_text()
    assert "Traceback" not in (tmp_path / "errors").read_text()
    assert told_to(tmp_path / "list", tmp_path / "errors", "--vault", str(tmp_path / "vault"), "list") == 0
    assert "other" in (tmp_path / "list").read_text().lower()


def test_messages_that_cannot_be_written_do_not_change_the_exit_code(tmp_path: Path) -> None:
    assert told_to(tmp_path / "out", FULL, "--vault", str(tmp_path / "vault"), "list") == 2


def test_a_verdict_that_cannot_be_written_is_not_taken_for_changed(tmp_path: Path) -> None:
    assert told_to(tmp_path / "out", tmp_path / "errors", *new(tmp_path / "vault")) == 0
    assert told_to(FULL, FULL, "verify", str(tmp_path / "vault")) == 3
