"""Backups are whole, incremental and verified; restoring never overwrites."""

import shutil
import stat
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.backup import back_up, erase_vault, restore
from evidence_app.actions.disputes import NewDispute, list_disputes, new_dispute
from evidence_app.actions.edit import edit_dispute
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.interrupted import interrupted_imports
from evidence_app.actions.remove import remove_exhibit
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from evidence_app.progress import Cancelled, Silent


@pytest.fixture
def filled(session: Session, dispute: Dispute) -> Session:
    sources = [DataSource(f"{number}.txt", b"text %d" % number) for number in range(5)]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    return session


def test_a_backup_is_a_vault_that_verifies(filled: Session, tmp_path: Path) -> None:
    report = back_up(filled, tmp_path / "b", Silent())
    assert (report.copied, report.total) == (5, 5)
    assert verify_vault(tmp_path / "b", Silent()).holds


def test_the_next_backup_copies_only_what_is_new(filled: Session, dispute: Dispute, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "b", Silent())
    add_evidence(filled, dispute.id, [DataSource("new.txt", b"new")], Silent(), lambda item: None)
    report = back_up(filled, tmp_path / "b", Silent())
    assert (report.copied, report.total) == (1, 6)


def test_a_removal_reaches_the_next_backup(filled: Session, dispute: Dispute, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "b", Silent())
    gone = list_exhibits(filled, dispute.id)[0]
    remove_exhibit(filled, gone.id, "mistake")
    assert back_up(filled, tmp_path / "b", Silent()).erased == 1
    assert not (tmp_path / "b" / "originals" / gone.original.sha256[:2] / gone.original.sha256).exists()


def test_a_rotten_original_is_not_backed_up_silently(filled: Session, dispute: Dispute, tmp_path: Path) -> None:
    path = filled.vault.originals.path(list_exhibits(filled, dispute.id)[2].original.sha256)
    path.chmod(0o600)
    path.write_bytes(b"rot")
    with pytest.raises(IntegrityFailure, match="original-changed"):
        back_up(filled, tmp_path / "b", Silent())


def test_a_rotten_copy_in_a_backup_is_made_anew(filled: Session, dispute: Dispute, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "b", Silent())
    sha256 = list_exhibits(filled, dispute.id)[0].original.sha256
    (tmp_path / "b" / "originals" / sha256[:2] / sha256).write_bytes(b"rot")
    assert back_up(filled, tmp_path / "b", Silent()).copied == 1


def test_a_restored_vault_says_so_in_every_log(filled: Session, dispute: Dispute, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "b", Silent())
    restore(tmp_path / "b", tmp_path / "r", Silent())
    restored = open_session(tmp_path / "r")
    assert [line.kind for line in custody_history(restored, dispute.id)][-1] is CustodyKind.RESTORE
    assert list_exhibits(restored, dispute.id) == list_exhibits(filled, dispute.id)
    restored.close()


def test_restoring_never_overwrites(filled: Session, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "b", Silent())
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "holiday.jpg").touch()
    with pytest.raises(InputProblem, match="restore-not-empty"):
        restore(tmp_path / "b", tmp_path / "r", Silent())


@pytest.mark.parametrize("where", [".", "inside", ".."])
def test_a_backup_is_not_made_into_its_own_vault(filled: Session, where: str) -> None:
    with pytest.raises(InputProblem, match="backup-into-vault"):
        back_up(filled, filled.folder / where, Silent())


def test_a_backup_does_not_mix_with_other_files(filled: Session, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "holiday.jpg").touch()
    with pytest.raises(InputProblem, match="backup-elsewhere"):
        back_up(filled, tmp_path / "b", Silent())


def test_erasing_a_vault_touches_nothing_else_in_its_folder(filled: Session) -> None:
    (filled.folder / "holiday.jpg").touch()
    with pytest.raises(EnvironmentProblem, match="vault-locked"):
        erase_vault(filled.folder)
    filled.close()
    erase_vault(filled.folder)
    assert [path.name for path in filled.folder.iterdir()] == ["holiday.jpg"]


def test_copies_are_as_read_only_as_the_originals(filled: Session, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "b", Silent())
    copies = [path for path in (tmp_path / "b" / "originals").rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in copies} == {0o400}


def test_a_backup_never_replaces_another_vault(filled: Session, tmp_path: Path) -> None:
    other = open_session(tmp_path / "other", create=True)
    new_dispute(other, NewDispute(title="another", type=DisputeType.OTHER, institution="i"))
    other.close()
    with pytest.raises(InputProblem, match="backup-elsewhere"):
        back_up(filled, tmp_path / "other", Silent())
    other = open_session(tmp_path / "other")
    assert [summary.dispute.title for summary in list_disputes(other)] == ["another"]
    other.close()


def test_a_backup_in_which_work_went_on_is_not_replaced(filled: Session, dispute: Dispute, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "b", Silent())
    copy = open_session(tmp_path / "b")
    edit_dispute(copy, dispute.id, {"title": "edited in the backup"})
    with pytest.raises(EnvironmentProblem, match="vault-locked"):
        back_up(filled, tmp_path / "b", Silent())
    copy.close()
    with pytest.raises(InputProblem, match="backup-elsewhere"):
        back_up(filled, tmp_path / "b", Silent())


def test_a_write_ahead_log_left_in_a_backup_is_not_mixed_into_the_next(
    filled: Session, dispute: Dispute, tmp_path: Path
) -> None:
    back_up(filled, tmp_path / "b", Silent())
    shutil.copytree(tmp_path / "b", tmp_path / "crashed")
    copy = open_session(tmp_path / "crashed")
    with copy.vault.change() as changes:  # writes a log without adding to the custody log
        changes.begin_import("x", dispute.id, ["y"])
    for name in ("catalog.sqlite3", "catalog.sqlite3-wal"):
        shutil.copy(tmp_path / "crashed" / name, tmp_path / "b" / name)
    copy.close()
    edit_dispute(filled, dispute.id, {"title": "newer"})
    back_up(filled, tmp_path / "b", Silent())
    assert verify_vault(tmp_path / "b", Silent()).holds
    restored = open_session(tmp_path / "b")
    assert [summary.dispute.title for summary in list_disputes(restored)] == ["newer"]
    assert interrupted_imports(restored) == []
    restored.close()


def test_an_interrupted_restore_goes_on(filled: Session, tmp_path: Path) -> None:
    class CancelLate(Silent):
        steps = 0

        def advance(self, count: int = 1) -> None:
            self.steps += count

        def check(self) -> None:
            if self.steps == 8:  # the backup's five originals are checked, three of them copied
                raise Cancelled

    back_up(filled, tmp_path / "b", Silent())
    with pytest.raises(Cancelled):
        restore(tmp_path / "b", tmp_path / "r", CancelLate())
    assert restore(tmp_path / "b", tmp_path / "r", Silent()).copied == 2
    assert verify_vault(tmp_path / "r", Silent()).holds


def test_a_removal_while_a_backup_runs_does_not_spoil_it(filled: Session, dispute: Dispute, tmp_path: Path) -> None:
    class RemoveMeanwhile(Silent):
        def advance(self, count: int = 1) -> None:
            for exhibit in list_exhibits(filled, dispute.id):
                if exhibit.removed_at is None:
                    remove_exhibit(filled, exhibit.id, "mistake")

    back_up(filled, tmp_path / "b", RemoveMeanwhile())
    assert verify_vault(tmp_path / "b", Silent()).holds
    assert not [path for path in (tmp_path / "b" / "originals").rglob("*") if path.is_file()]
