"""Backups are whole, incremental and verified; restoring never overwrites."""

from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.backup import back_up, erase_vault, restore
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.remove import remove_exhibit
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from evidence_app.progress import Silent


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
