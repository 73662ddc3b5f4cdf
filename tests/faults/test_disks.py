"""Full, read-only and exFAT disks: clear messages, nothing lost, and the vault opens afterwards."""

import os
import shutil
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, FileSource, ItemResult, add_evidence
from evidence_app.actions.backup import back_up, restore
from evidence_app.actions.disputes import NewDispute, list_disputes, new_dispute
from evidence_app.actions.edit import edit_dispute
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.import_exports import import_export, unimported
from evidence_app.actions.interrupted import interrupted_imports
from evidence_app.actions.remove import remove_exhibit
from evidence_app.actions.session import open_session
from evidence_app.actions.timeline import timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import DisputeType
from evidence_app.errors import EnvironmentProblem
from evidence_app.intake.sources import candidates
from evidence_app.progress import Silent
from tests.faults.campaign import SOAK
from tests.faults.conftest import mount, run
from tests.faults.program import ROOT
from tests.faults.test_kill_during_import import CALLS, calls_from

A_DISPUTE = NewDispute(title="t", type=DisputeType.OTHER, institution="i")


def fill(ballast: Path) -> None:
    """Write until the disk is full."""
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(1 << 16)):
            pass


def test_a_full_disk_is_named_and_what_was_acknowledged_is_kept(small_disk: Path, tmp_path: Path) -> None:
    session = open_session(small_disk / "vault", create=True)
    dispute = new_dispute(session, A_DISPUTE)
    saved: list[ItemResult] = []
    for number in range(30):
        (tmp_path / f"{number}.bin").write_bytes(os.urandom(500_000))
    pictures = [FileSource(tmp_path / f"{number}.bin") for number in range(30)]
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


def test_a_disk_pulled_out_in_the_middle_is_named_and_what_was_told_of_is_on_it(tmp_path: Path) -> None:
    stick, image = tmp_path / "stick", tmp_path / "stick.img"
    stick.mkdir()
    loop_disk(image, stick)
    session = open_session(stick / "vault", create=True)
    dispute = new_dispute(session, A_DISPUTE)
    saved: list[ItemResult] = []

    def pull_out(item: ItemResult) -> None:
        saved.append(item)
        if len(saved) == 5:
            (stick / "vault" / "staging").rename(stick / "vault" / "gone")  # as far as the program can see

    pictures = [DataSource(f"{number}.bin", os.urandom(50_000)) for number in range(60)]
    with pytest.raises(EnvironmentProblem, match="disk-"):
        add_evidence(session, dispute.id, pictures, Silent(), pull_out)
    run("umount", "-l", str(stick))  # what is open stays open on the disk that is no longer there
    with pytest.raises(EnvironmentProblem, match="vault-missing"):
        open_session(stick / "vault")
    session.close()
    wait_for_release(image)
    loop_disk(image, stick)
    try:
        reopened = open_session(stick / "vault")
        kept = {exhibit.original.sha256 for exhibit in list_exhibits(reopened, dispute.id)}
        assert {item.sha256 for item in saved} <= kept
        reopened.close()
        assert verify_vault(stick / "vault", Silent()).holds
    finally:
        run("umount", "-l", str(stick))


def loop_disk(image: Path, place: Path) -> None:
    """Attach a disk that keeps what is on it when it is taken away; ext4, made if it is new."""
    if not image.exists():
        with image.open("wb") as file:
            file.truncate(64 << 20)
        if run("mkfs.ext4", "-q", str(image)).returncode:
            pytest.skip("mkfs.ext4 is not there or refused")
    mount("mount", "-o", "loop", str(image), str(place))


def wait_for_release(image: Path) -> None:
    """Wait until the system has let go of a disk that was taken away."""
    deadline = time.monotonic() + 20
    while str(image) in run("losetup", "-j", str(image)).stdout and time.monotonic() < deadline:
        time.sleep(0.05)


def test_a_vault_whose_folder_was_deleted_is_named_and_nothing_is_made_anew(tmp_path: Path) -> None:
    session = open_session(tmp_path / "vault", create=True)
    dispute = new_dispute(session, A_DISPUTE)
    shutil.rmtree(tmp_path / "vault")
    with pytest.raises(EnvironmentProblem):
        add_evidence(session, dispute.id, [DataSource("a.txt", b"a")], Silent(), lambda item: None)
    session.close()
    with pytest.raises(EnvironmentProblem, match="vault-missing"):
        open_session(tmp_path / "vault")
    assert not (tmp_path / "vault" / "catalog.sqlite3").exists()


def test_a_clock_that_jumps_back_and_forth_costs_nothing_and_the_log_still_holds(tmp_path: Path) -> None:
    years = iter([2026, 2016, 1971, 2099, 2026] * 100)
    session = open_session(tmp_path / "vault", create=True, clock=lambda: datetime(next(years), 2, 22, tzinfo=UTC))
    dispute = new_dispute(session, A_DISPUTE)
    for number in range(12):
        add_evidence(session, dispute.id, [DataSource(f"{number}.txt", b"%d" % number)], Silent(), lambda item: None)
        edit_dispute(session, dispute.id, {"title": f"t{number}"})
    assert [exhibit.number for exhibit in list_exhibits(session, dispute.id)] == list(range(1, 13))
    session.close()
    assert verify_vault(tmp_path / "vault", Silent()).holds


@pytest.mark.skipif(not SOAK, reason="a minute of commands: in the long campaign")
@pytest.mark.parametrize("jump", ["-3650d", "-1h", "+3650d"])
def test_a_computer_whose_clock_jumps_exports_and_backs_up_all_the_same(tmp_path: Path, jump: str) -> None:
    if shutil.which("faketime") is None:
        pytest.skip("NOT TESTED: faketime is not installed here, no clock jumped")
    vault, file = tmp_path / "vault", tmp_path / "a.txt"
    file.write_text("a")
    new = ["--vault", str(vault), "new", "t", "--type", "other", "--institution", "i"]
    dispute = told(*new).split()[-1]
    told("--vault", str(vault), "add", dispute, str(file))
    file.write_text("b")
    told("--vault", str(vault), "add", dispute, str(file), before=("faketime", "-f", jump))
    told("--vault", str(vault), "export", dispute, str(tmp_path / "a.pdf"), "--profile", "plain")
    again = ["--vault", str(vault), "export", dispute, str(tmp_path / "b.pdf"), "--profile", "plain"]
    assert "b.pdf" in told(*again, before=("faketime", "-f", jump))
    told("verify", str(vault))
    told("--vault", str(vault), "backup", str(tmp_path / "copy"), before=("faketime", "-f", jump))
    assert verify_vault(tmp_path / "copy", Silent()).holds


def told(*words: str, before: tuple[str, ...] = ()) -> str:
    """Run a command line that must succeed, and return what it said."""
    command = [*before, sys.executable, "-m", "evidence_app", "--lang", "en", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_import_that_fills_the_disk_leaves_nothing_and_is_begun_anew(small_disk: Path) -> None:
    session = open_session(small_disk / "vault", create=True)
    dispute = new_dispute(session, A_DISPUTE)
    source = DataSource("calls.xml", calls_from(0))
    add_evidence(session, dispute.id, [source], Silent(), lambda item: None)
    (export,) = unimported(session, dispute.id)
    ballast = small_disk / "ballast"
    fill(ballast)
    with pytest.raises(EnvironmentProblem, match="disk-full"):
        import_export(session, export.id)
    assert len(timeline(session, dispute.id)) == 1
    ballast.unlink()
    assert import_export(session, export.id).taken == CALLS
    session.close()
    assert verify_vault(small_disk / "vault", Silent()).holds
