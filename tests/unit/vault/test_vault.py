"""Opening, locking, versions, and what every change leaves in the custody log."""

import json
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.edit import edit_dispute, edit_event, edit_exhibit, take_back
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import remove_dispute, remove_event, remove_exhibit
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import event_detail, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from evidence_app.progress import Silent


@pytest.fixture
def exhibit(session: Session, dispute: Dispute) -> Exhibit:
    """One text file among the exhibits, whose name holds a time."""
    source = DataSource("Screenshot_20250222_081503.txt", b"promised to cancel")
    add_evidence(session, dispute.id, [source], Silent(), lambda item: None)
    return list_exhibits(session, dispute.id)[0]


def kinds(session: Session, dispute: Dispute) -> list[str]:
    return [line.kind.value for line in custody_history(session, dispute.id)]


def test_a_second_instance_is_refused_with_a_clear_message(session: Session) -> None:
    with pytest.raises(EnvironmentProblem, match="vault-locked"):
        open_session(session.folder)


def test_reading_works_while_another_instance_holds_the_vault(session: Session, dispute: Dispute) -> None:
    reader = open_session(session.folder, read_only=True)
    assert timeline(reader, dispute.id) == []
    with pytest.raises(EnvironmentProblem, match="vault-read-only"):
        edit_dispute(reader, dispute.id, {"title": "x"})
    reader.close()


def test_the_lock_goes_with_its_process_however_that_ends(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, sys; from evidence_app.actions.session import open_session;"
        "open_session(pathlib.Path(sys.argv[1]), create=True); os.kill(os.getpid(), 9)"
    )
    root = Path(__file__).parents[3]
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path / "v")], cwd=root, check=False)
    assert killed.returncode == -9
    open_session(tmp_path / "v").close()


def test_a_newer_vault_is_refused_untouched(tmp_path: Path) -> None:
    open_session(tmp_path, create=True).close()
    catalog = tmp_path / "catalog.sqlite3"
    with sqlite3.connect(catalog) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = catalog.read_bytes()
    for read_only in (False, True):
        with pytest.raises(EnvironmentProblem, match="vault-newer"):
            open_session(tmp_path, read_only=read_only)
    assert catalog.read_bytes() == before


def test_sqlite_is_set_up_to_lose_nothing(session: Session) -> None:
    with session.vault._writer.connect() as connection:  # type: ignore[union-attr]  # noqa: SLF001
        found = {
            pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }


def test_the_log_cannot_be_changed_in_the_database_either(session: Session, dispute: Dispute) -> None:
    session.close()
    connection = sqlite3.connect(session.folder / "catalog.sqlite3")
    for statement in ("UPDATE custody SET kind = 'note'", "DELETE FROM custody"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_adding_writes_row_and_entry_together(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    assert kinds(session, dispute) == ["open", "add"]
    payload = custody_history(session, dispute.id, exhibit.id)[0].payload
    assert payload is not None
    assert payload["sha256"] == exhibit.original.sha256


def test_a_failed_change_leaves_neither_row_nor_entry(session: Session, dispute: Dispute) -> None:
    def edit_and_fail() -> None:
        with session.vault.change() as changes:
            changes.edit(changes.dispute(dispute.id), {"title": "changed"})
            changes.dispute("nonsense")

    with pytest.raises(InputProblem):
        edit_and_fail()
    assert kinds(session, dispute) == ["open"]
    with session.vault.read() as catalog:
        assert catalog.dispute(dispute.id).title == dispute.title


def test_an_edit_is_an_entry_and_can_be_taken_back_by_another(session: Session, exhibit: Exhibit) -> None:
    seq = edit_exhibit(session, exhibit.id, {"title": "First chat", "proves": "the loan"})
    assert seq is not None
    assert take_back(session, exhibit.dispute_id, [seq]) == [seq + 1]
    assert list_exhibits(session, exhibit.dispute_id)[0] == exhibit
    history = custody_history(session, exhibit.dispute_id, exhibit.id)
    assert [line.kind for line in history] == [CustodyKind.ADD, CustodyKind.EDIT, CustodyKind.EDIT]
    assert history[-1].payload is not None
    assert history[-1].payload["undoes"] == seq


def test_an_edit_that_was_overwritten_is_not_taken_back_silently(session: Session, exhibit: Exhibit) -> None:
    first = edit_exhibit(session, exhibit.id, {"title": "one"})
    edit_exhibit(session, exhibit.id, {"title": "two"})
    assert first is not None
    with pytest.raises(InputProblem, match="changed-since"):
        take_back(session, exhibit.dispute_id, [first])


def test_an_edit_that_changes_nothing_is_no_entry(session: Session, dispute: Dispute) -> None:
    assert edit_dispute(session, dispute.id, {"title": dispute.title}) is None
    assert kinds(session, dispute) == ["open"]


def test_a_private_note_is_an_entry_of_its_own(session: Session, exhibit: Exhibit) -> None:
    edit_exhibit(session, exhibit.id, {"title": "Chat", "private_note": "my fear"})
    with session.vault.read() as catalog:
        private = [entry.private for entry in catalog.custody(exhibit.dispute_id)]
    assert private == [False, False, False, True]


def test_a_time_of_which_only_the_month_is_known_is_kept(session: Session, dispute: Dispute) -> None:
    march = ClockReading(datetime(2025, 3, 1), Precision.MONTH, TimeSource.TYPED, 80)
    event = record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, time=EventTime((march,), 0, decided=True)))
    entry = timeline(session, dispute.id)[0]
    assert (entry.precision, entry.at and entry.at.isoformat()) == (Precision.MONTH, "2025-03-01T00:00:00+08:00")
    edit_event(session, event.id, {"time": EventTime()})
    assert timeline(session, dispute.id)[0].at is None


def test_another_zone_moves_assumed_times_only(session: Session, dispute: Dispute) -> None:
    wall = datetime(2025, 2, 22, 8)
    for offset in (None, 0):
        reading = ClockReading(wall, Precision.SECOND, TimeSource.TYPED, 90, offset)
        record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, time=EventTime((reading,), 0)))
    edit_dispute(session, dispute.id, {"zone_name": "America/New_York"})
    instants = [entry.at.astimezone(UTC).hour for entry in timeline(session, dispute.id) if entry.at]
    assert instants == [8, 13]


def test_a_removed_exhibit_leaves_a_tombstone_and_no_bytes(session: Session, exhibit: Exhibit) -> None:
    edit_exhibit(session, exhibit.id, {"title": "SECRET-TITLE", "transcript": "SECRET-TEXT"})
    remove_exhibit(session, exhibit.id, "photo of another person")
    tombstone = list_exhibits(session, exhibit.dispute_id)[0]
    assert (tombstone.removed_reason, tombstone.title, tombstone.name) == ("photo of another person", "", "")
    assert not session.vault.originals.path(exhibit.original.sha256).exists()
    assert timeline(session, exhibit.dispute_id) == []
    assert verify_vault(session.folder, Silent()).holds
    session.close()
    for path in session.folder.rglob("*"):
        assert not path.is_file() or b"SECRET" not in path.read_bytes(), path


def test_numbers_of_removed_exhibits_are_not_reused(session: Session, exhibit: Exhibit) -> None:
    remove_exhibit(session, exhibit.id, "mistake")
    add_evidence(session, exhibit.dispute_id, [DataSource("b.txt", b"b")], Silent(), lambda item: None)
    assert [each.number for each in list_exhibits(session, exhibit.dispute_id)] == [1, 2]


def test_bytes_stay_while_another_dispute_rests_on_them(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    from evidence_app.actions.disputes import NewDispute, new_dispute

    other = new_dispute(session, NewDispute(title="o", type=dispute.type, institution="i"))
    add_evidence(session, other.id, [DataSource("copy.txt", b"promised to cancel")], Silent(), lambda item: None)
    remove_exhibit(session, exhibit.id, "mistake")
    assert session.vault.originals.path(exhibit.original.sha256).exists()
    assert verify_vault(session.folder, Silent()).holds


def test_a_removed_dispute_keeps_its_log_and_nothing_else(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, text="SECRET-NOTE"))
    remove_dispute(session, dispute.id, "settled, SECRETLESS")
    with pytest.raises(InputProblem, match="dispute-unknown"):
        timeline(session, dispute.id)
    with session.vault.read() as catalog:
        log = catalog.custody(dispute.id)
    assert [entry.payload is None for entry in log[:-1]] == [True] * (len(log) - 1)
    assert json.loads(log[-1].payload or b"")["reason"].startswith("settled")
    assert verify_vault(session.folder, Silent()).holds


def test_a_typed_event_can_be_removed_but_not_that_of_a_file(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    note = record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, text="n", exhibit_ids=(exhibit.id,)))
    document = next(entry for entry in timeline(session, dispute.id) if entry.kind is EventKind.DOCUMENT)
    with pytest.raises(InputProblem, match="event-belongs-to-exhibit"):
        remove_event(session, document.event_id, "why")
    remove_event(session, note.id, "typed twice")
    with pytest.raises(InputProblem, match="event-unknown"):
        event_detail(session, note.id)
    assert verify_vault(session.folder, Silent()).holds


def test_a_removal_needs_a_reason(session: Session, exhibit: Exhibit) -> None:
    with pytest.raises(InputProblem, match="reason-missing"):
        remove_exhibit(session, exhibit.id, "  ")


def test_an_event_cannot_show_exhibits_of_another_dispute(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    from evidence_app.actions.disputes import NewDispute, new_dispute

    other = new_dispute(session, NewDispute(title="o", type=dispute.type, institution="i"))
    with pytest.raises(InputProblem, match="exhibit-unknown"):
        record_event(session, other.id, NewEvent(kind=EventKind.NOTE, exhibit_ids=(exhibit.id,)))


@pytest.mark.parametrize("name", ["originals", "staging", "previews"])
def test_a_vault_is_not_made_among_files_that_it_would_take_for_its_own(tmp_path: Path, name: str) -> None:
    (tmp_path / "work" / name).mkdir(parents=True)
    with pytest.raises(InputProblem, match="vault-folder-taken"):
        open_session(tmp_path / "work", create=True)


def test_an_emptied_catalog_is_damage_not_a_new_vault(session: Session, exhibit: Exhibit) -> None:
    session.close()
    (session.folder / "catalog.sqlite3").write_bytes(b"")
    with pytest.raises(IntegrityFailure, match="catalog-damaged"):
        open_session(session.folder)
    assert not verify_vault(session.folder, Silent()).holds


@pytest.mark.parametrize("name", ["a?b=c", "50%41", "a#b", "\udcff", "new\nline", "空 格"])
def test_a_vault_lies_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    opened = open_session(tmp_path / name / "vault", create=True)
    opened.close()
    assert (tmp_path / name / "vault" / "catalog.sqlite3").stat().st_size
    assert verify_vault(tmp_path / name / "vault", Silent()).holds


def test_an_event_shows_its_next_exhibit_once_the_first_is_removed(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    add_evidence(session, dispute.id, [DataSource("b.txt", b"b")], Silent(), lambda item: None)
    second = list_exhibits(session, dispute.id)[1]
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, exhibit_ids=(exhibit.id, second.id)))
    remove_exhibit(session, exhibit.id, "mistake")
    shown = [entry.exhibit_id for entry in timeline(session, dispute.id) if entry.kind is EventKind.NOTE]
    assert shown == [second.id]


def test_nothing_is_written_about_a_removed_exhibit(session: Session, exhibit: Exhibit) -> None:
    remove_exhibit(session, exhibit.id, "mistake")
    with pytest.raises(InputProblem, match="exhibit-removed"):
        edit_exhibit(session, exhibit.id, {"title": "typed while it was being removed"})


def test_an_event_names_each_exhibit_once(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    with pytest.raises(InputProblem, match="exhibit-unknown"):
        record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, exhibit_ids=(exhibit.id, exhibit.id)))
