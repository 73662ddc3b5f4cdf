"""Full, read-only and exFAT disks: clear messages, nothing lost, and the vault opens afterwards."""

import os
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, ItemResult, add_evidence
from evidence_app.actions.backup import back_up, restore
from evidence_app.actions.disputes import NewDispute, list_disputes, new_dispute
from evidence_app.actions.edit import edit_dispute
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.interrupted import interrupted_imports
from evidence_app.actions.remove import remove_exhibit
from evidence_app.actions.session import open_session
from evidence_app.actions.timeline import timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import DisputeType
from evidence_app.errors import EnvironmentProblem
from evidence_app.intake.sources import candidates
from evidence_app.progress import Silent
from tests.faults.conftest import run

A_DISPUTE = NewDispute(title="t", type=DisputeType.OTHER, institution="i")


def fill(ballast: Path) -> None:
    """Write until the disk is full."""
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(1 << 16)):
            pass


def test_a_full_disk_is_named_and_what_was_acknowledged_is_kept(small_disk: Path) -> None:
    session = open_session(small_disk / "vault", create=True)
    dispute = new_dispute(session, A_DISPUTE)
    saved: list[ItemResult] = []
    pictures = [DataSource(f"{number}.bin", os.urandom(500_000)) for number in range(30)]
    with pytest.raises(EnvironmentProblem, match="disk-full"):
        add_evidence(session, dispute.id, pictures, Silent(), saved.append)
    session.close()
    assert saved
    assert verify_vault(small_disk / "vault", Silent()).holds
    reopened = open_session(small_disk / "vault")
    kept = {exhibit.original.sha256 for exhibit in list_exhibits(reopened, dispute.id)}
    assert {item.sha256 for item in saved} <= kept
    assert [each.dispute_id for each in interrupted_imports(reopened)] == [dispute.id]
    reopened.close()


def test_work_goes_on_once_the_full_disk_has_room(small_disk: Path) -> None:
    session = open_session(small_disk / "vault", create=True)
    dispute = new_dispute(session, A_DISPUTE)
    ballast = small_disk / "ballast"
    fill(ballast)
    with pytest.raises(EnvironmentProblem, match="disk-full"):
        add_evidence(session, dispute.id, [DataSource("a.txt", b"a" * 300_000)], Silent(), lambda item: None)
    ballast.unlink()
    report = add_evidence(session, dispute.id, [DataSource("a.txt", b"a" * 300_000)], Silent(), lambda item: None)
    assert [item.status.value for item in report.items] == ["added"]
    session.close()
    assert verify_vault(small_disk / "vault", Silent()).holds


def test_a_full_disk_while_unpacking_is_told_as_such(small_disk: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("large.bin", os.urandom(10 << 20))
    with pytest.raises(EnvironmentProblem, match="disk-full"):
        list(candidates([tmp_path / "a.zip"], small_disk, Silent()))
    assert list(small_disk.iterdir()) == []


def test_a_disk_that_cannot_be_written_is_not_taken_for_an_archive_that_cannot_be_read(
    small_disk: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", b"words")
    if run("mount", "-o", "remount,ro", str(small_disk)).returncode:
        pytest.skip("remounting read-only is refused here")
    with pytest.raises(EnvironmentProblem, match="disk-read-only"):
        list(candidates([tmp_path / "a.zip"], small_disk, Silent()))


def test_a_read_only_vault_can_be_read_and_refuses_changes(small_disk: Path) -> None:
    session = open_session(small_disk / "vault", create=True)
    dispute = new_dispute(session, A_DISPUTE)
    add_evidence(session, dispute.id, [DataSource("a.txt", b"a")], Silent(), lambda item: None)
    session.close()
    if run("mount", "-o", "remount,ro", str(small_disk)).returncode:
        pytest.skip("remounting read-only is refused here")
    with pytest.raises(EnvironmentProblem, match="disk-read-only|no-permission"):
        open_session(small_disk / "vault")
    reader = open_session(small_disk / "vault", read_only=True)
    assert len(timeline(reader, dispute.id)) == 1
    with pytest.raises(EnvironmentProblem, match="vault-read-only"):
        edit_dispute(reader, dispute.id, {"title": "x"})
    reader.close()
    assert verify_vault(small_disk / "vault", Silent()).holds


def test_a_copy_taken_while_open_shows_the_last_changes_on_a_read_only_disk(small_disk: Path, tmp_path: Path) -> None:
    session = open_session(tmp_path / "vault", create=True)
    dispute = new_dispute(session, A_DISPUTE)
    shutil.copytree(tmp_path / "vault", small_disk / "vault")
    session.close()
    assert (small_disk / "vault" / "catalog.sqlite3-wal").stat().st_size
    if run("mount", "-o", "remount,ro", str(small_disk)).returncode:
        pytest.skip("remounting read-only is refused here")
    reader = open_session(small_disk / "vault", read_only=True)
    assert [summary.dispute.id for summary in list_disputes(reader)] == [dispute.id]
    reader.close()
    restore(small_disk / "vault", tmp_path / "restored", Silent())
    assert verify_vault(tmp_path / "restored", Silent()).dispute_count == 1


def test_a_vault_lives_on_an_exfat_stick(exfat_stick: Path, tmp_path: Path) -> None:
    session = open_session(exfat_stick / "证据库", create=True)
    dispute = new_dispute(session, A_DISPUTE)
    with pytest.raises(EnvironmentProblem, match="vault-locked"):
        open_session(exfat_stick / "证据库")
    for content in (b"a", b"b"):
        add_evidence(session, dispute.id, [DataSource("截图.txt", content)], Silent(), lambda item: None)
    remove_exhibit(session, list_exhibits(session, dispute.id)[0].id, "mistake")
    back_up(session, tmp_path / "backup", Silent())
    session.close()
    assert verify_vault(exfat_stick / "证据库", Silent()).holds
    restore(tmp_path / "backup", exfat_stick / "restored", Silent())
    assert verify_vault(exfat_stick / "restored", Silent()).holds
