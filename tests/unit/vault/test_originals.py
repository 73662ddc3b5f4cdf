"""Originals are written once, durable, and noticed when they rot."""

import stat
from pathlib import Path

import pytest

from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from evidence_app.progress import Cancelled
from evidence_app.vault.originals import Originals


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    kept = Originals(tmp_path / "vault")
    kept.prepare()
    return kept


def test_an_original_is_named_by_its_hash_and_read_only(originals: Originals) -> None:
    place = originals.keep(originals.stage_bytes(b"evidence", "a.txt"))
    assert len(place.name) == 64
    assert place.parent.name == place.name[:2]
    assert stat.S_IMODE(place.stat().st_mode) == 0o400


def test_keeping_the_same_bytes_twice_keeps_one_file(originals: Originals) -> None:
    first = originals.keep(originals.stage_bytes(b"evidence", "a"))
    assert originals.keep(originals.stage_bytes(b"evidence", "b")) == first
    assert list(originals.all_kept()) == [first.name]


def test_adding_a_file_again_heals_a_rotten_original(originals: Originals) -> None:
    place = originals.keep(originals.stage_bytes(b"evidence", "a"))
    place.chmod(0o600)
    place.write_bytes(b"evidencf")
    originals.keep(originals.stage_bytes(b"evidence", "a"))
    originals.check(place.name, "a")


def test_a_changed_and_a_missing_original_are_named(originals: Originals) -> None:
    place = originals.keep(originals.stage_bytes(b"evidence", "a"))
    place.chmod(0o600)
    place.write_bytes(b"evidencf")
    with pytest.raises(IntegrityFailure, match="original-changed.*screen.png"):
        originals.check(place.name, "screen.png")
    place.unlink()
    with pytest.raises(IntegrityFailure, match="original-missing.*screen.png"):
        originals.check(place.name, "screen.png")


def test_an_empty_or_vanished_file_is_a_clear_problem(originals: Originals, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(InputProblem, match="file-empty"):
        originals.stage(tmp_path / "empty")
    with pytest.raises(InputProblem, match="file-vanished"):
        originals.stage(tmp_path / "gone")


def test_a_cancelled_copy_leaves_nothing_behind(originals: Originals, tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(bytes(3 << 20))

    def cancel() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        originals.stage(tmp_path / "big", cancel)
    assert not list((tmp_path / "vault" / "staging").iterdir())


def test_a_disk_that_returns_other_bytes_is_not_trusted(originals: Originals) -> None:
    staged = originals.stage_bytes(b"evidence", "a")
    staged.path.write_bytes(b"evidencf")
    with pytest.raises(EnvironmentProblem, match="disk-unreliable"):
        originals.keep(staged)
    assert not list(originals.all_kept())


def test_leftovers_of_a_crash_are_cleared_from_staging(originals: Originals, tmp_path: Path) -> None:
    staged = originals.stage_bytes(b"half", "a")
    originals.prepare()
    assert not staged.path.exists()


def test_erasing_removes_the_bytes(originals: Originals) -> None:
    place = originals.keep(originals.stage_bytes(b"evidence", "a"))
    originals.erase(place.name)
    originals.erase(place.name)
    assert not place.exists()


def test_what_a_crash_left_unpacked_is_cleared(originals: Originals) -> None:
    scratch = originals.scratch()
    folder = scratch.__enter__()  # and never left, as in a crash
    (folder / "photo.jpg").touch(0o400)
    originals.prepare()
    assert not folder.exists()


def test_what_is_held_is_not_erased(originals: Originals) -> None:
    place = originals.keep(originals.stage_bytes(b"evidence", "a"))
    originals.hold(place.name)
    assert not originals.erase(place.name)
    originals.release(place.name)
    assert originals.erase(place.name)
    assert not place.exists()
