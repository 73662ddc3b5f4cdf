"""Temporary folders of killed runs are swept; those of others, of running programs and of today stay."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from evidence_app.vault.lock import try_to_hold
from evidence_app.vault.temporary import IN_USE, OLD_S, PREFIX, sweep_temporary_folders, temporary_folder


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def _old(folder: Path) -> Path:
    folder.mkdir()
    (folder / "catalog").write_text("evidence")
    (folder / IN_USE).touch()
    long_ago = time.time() - OLD_S - 60
    os.utime(folder, (long_ago, long_ago))
    return folder


def test_what_a_killed_run_left_goes_and_all_else_stays(place: Path) -> None:
    left, others = _old(place / f"{PREFIX}left"), _old(place / "juzheng-1000")
    in_use, young = _old(place / f"{PREFIX}used"), _old(place / f"{PREFIX}young")
    os.utime(young)
    held = try_to_hold(in_use / IN_USE)
    assert held is not None
    sweep_temporary_folders()
    held.close()
    assert [each.exists() for each in (left, others, in_use, young)] == [False, True, True, True]


def test_a_link_leads_nobody_to_delete_what_it_points_to(place: Path) -> None:
    target = _old(place / "documents")
    (place / f"{PREFIX}link").symlink_to(target)
    os.utime(place / f"{PREFIX}link", (0, 0), follow_symlinks=False)
    sweep_temporary_folders()
    assert (target / "catalog").exists()


def test_a_folder_is_held_while_it_is_used_and_gone_afterwards(place: Path) -> None:
    with temporary_folder() as folder:
        os.utime(folder, (0, 0))
        sweep_temporary_folders()
        assert folder.exists()
    assert list(place.iterdir()) == []


def test_looking_for_left_over_folders_writes_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "gettempdir", lambda: pytest.fail("it writes a file to find out"))
    left = _old(place / f"{PREFIX}left")
    sweep_temporary_folders()
    assert not left.exists()
