"""Adding while something else happens to the same bytes, the same vault, or the person's patience."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import AddReport, DataSource, FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.remove import remove_dispute, remove_exhibit
from evidence_app.actions.session import Session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.intake.inspection import Inspection
from evidence_app.progress import Cancelled, Silent
from evidence_app.vault.originals import Originals, Staged

A_TEXT = DataSource("a.txt", b"the same bytes")


@pytest.fixture
def other(session: Session) -> Dispute:
    return new_dispute(session, NewDispute(title="other", type=DisputeType.OTHER, institution="i"))


def add(session: Session, dispute: Dispute, *sources: DataSource | FileSource) -> AddReport:
    return add_evidence(session, dispute.id, sources, Silent(), lambda item: None)


def once_kept(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Have something happen after the next file is an original and before it is in the catalog."""
    real = Originals.keep

    def keep(self: Originals, staged: Staged) -> Path:
        monkeypatch.setattr(Originals, "keep", real)
        place = real(self, staged)
        happens()
        return place

    monkeypatch.setattr(Originals, "keep", keep)


def test_bytes_removed_elsewhere_meanwhile_are_there_for_the_new_exhibit(
    session: Session, dispute: Dispute, other: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(session, dispute, A_TEXT)
    (exhibit,) = list_exhibits(session, dispute.id)
    once_kept(monkeypatch, lambda: remove_exhibit(session, exhibit.id, "mistake"))
    add(session, other, A_TEXT)
    assert verify_vault(session.folder, Silent()).holds


def test_another_import_that_is_cancelled_does_not_take_the_bytes_along(
    session: Session, dispute: Dispute, other: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    class CancelOnceCopied(Silent):
        checks = 0

        def check(self) -> None:
            self.checks += 1
            if self.checks > 2:
                raise Cancelled

    def cancelled_import() -> None:
        add_evidence(session, other.id, [A_TEXT] * 3, CancelOnceCopied(), lambda item: None)

    once_kept(monkeypatch, cancelled_import)
    add(session, dispute, A_TEXT)
    report = verify_vault(session.folder, Silent())
    assert (report.holds, report.leftover_count) == (True, 0)


def test_nothing_stays_of_what_arrives_for_a_dispute_removed_meanwhile(
    session: Session, dispute: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    once_kept(monkeypatch, lambda: remove_dispute(session, dispute.id, "settled"))
    with pytest.raises(InputProblem, match="dispute-unknown"):
        add(session, dispute, A_TEXT)
    assert verify_vault(session.folder, Silent()).leftover_count == 0


def test_a_vault_closed_meanwhile_is_not_written_to(
    session: Session, dispute: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    once_kept(monkeypatch, session.vault.close)
    with pytest.raises(EnvironmentProblem, match="vault-closed"):
        add(session, dispute, A_TEXT)
    assert verify_vault(session.folder, Silent()).exhibit_count == 0


def test_cancelling_does_not_wait_for_a_file_that_hangs_its_reader(
    session: Session, dispute: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hanging:
        def inspect(self, path: Path, name: str) -> "Future[Inspection]":
            asked.set()
            return Future()

    class CancelOnceAsked(Silent):
        def check(self) -> None:
            if asked.is_set():
                raise Cancelled

    asked = threading.Event()
    monkeypatch.setattr(Session, "import_decoders", Hanging())
    report = add_evidence(session, dispute.id, [A_TEXT], CancelOnceAsked(), lambda item: None)
    assert (report.cancelled, report.items) == (True, ())
    assert verify_vault(session.folder, Silent()).leftover_count == 0


def test_a_scratch_folder_lies_in_the_vault_and_is_gone_afterwards(session: Session) -> None:
    with session.vault.originals.scratch() as folder:
        (folder / "unpacked").touch()
        assert folder.is_relative_to(session.folder)
    assert not folder.exists()
