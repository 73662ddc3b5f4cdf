"""Upgrades: a copy first, all or nothing, and real old vaults of every released schema."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection

from evidence_app.actions.anchor import anchors, list_tokens
from evidence_app.actions.backup import back_up, restore
from evidence_app.actions.disputes import list_disputes
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.import_exports import selections
from evidence_app.actions.remove import remove_exhibit, tray
from evidence_app.actions.session import open_session
from evidence_app.actions.suggestions import places, suggestions
from evidence_app.actions.timeline import event_detail, events_in_full, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.actions.views import list_views
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.events import EventStatus
from evidence_app.domain.exhibits import TimeMark
from evidence_app.domain.workspace import Complaint
from evidence_app.errors import EnvironmentProblem, IntegrityFailure
from evidence_app.progress import Silent
from evidence_app.vault import migrate, schema
from evidence_app.vault.glance import Glance, glance

OLD_VAULTS = Path(__file__).parents[2] / "old_vaults"

NEXT_REVISION = f"{int(schema.CURRENT_REVISION) + 1:04}"
NEXT = f"""
from alembic import op
revision, down_revision, branch_labels, depends_on = "{NEXT_REVISION}", "{schema.CURRENT_REVISION}", None, None
def upgrade():
    op.execute("ALTER TABLE dispute ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    op.execute("CREATE TABLE half (a)")
    {{last}}
"""


@pytest.fixture
def old_vault(tmp_path: Path) -> Path:
    shutil.copytree(OLD_VAULTS / schema.CURRENT_REVISION, tmp_path / "vault")
    return tmp_path / "vault"


@pytest.fixture
def first_vault(tmp_path: Path) -> Path:
    """A real vault of the first schema."""
    shutil.copytree(OLD_VAULTS / "0001", tmp_path / "first")
    return tmp_path / "first"


@pytest.fixture
def next_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program one schema further than this one."""
    scripts = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, scripts)
    real = migrate.run_migrations

    def run(connection: Connection) -> None:
        real(connection, scripts)

    monkeypatch.setattr(migrate, "run_migrations", run)
    monkeypatch.setattr(migrate, "CURRENT_REVISION", NEXT_REVISION)
    monkeypatch.setattr(migrate, "REVISIONS", (*schema.REVISIONS, NEXT_REVISION))
    return scripts / "versions" / f"{NEXT_REVISION}_next.py"


@pytest.mark.parametrize("revision", schema.REVISIONS)
def test_a_vault_of_every_released_schema_opens_and_holds(revision: str, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(OLD_VAULTS / revision, vault)
    session = open_session(vault)
    assert [summary.dispute.title for summary in list_disputes(session)] == ["点石成金自动下款"]
    session.close()
    assert verify_vault(vault, Silent()).holds


def test_the_first_schemas_vault_keeps_all_it_said_and_its_log(first_vault: Path) -> None:
    vault, before = first_vault, leaves(first_vault)
    assert glance(vault) is None  # an older catalog is left alone until it is upgraded
    with closing(open_session(vault)) as session:
        (summary,) = list_disputes(session)
        first, second, _ = list_exhibits(session, summary.dispute.id)
        assert (summary.exhibit_count, summary.event_count, summary.dispute.set_aside) == (2, 3, "")
        assert (first.title, first.private_note, first.marks, first.set_aside) == ("首次通话", "私人备注", (), "")
        assert (second.removed_reason, second.set_aside, tray(session)) == ("误加", "", [])
        told = Glance(list_disputes(session), summary.dispute.id, timeline(session, summary.dispute.id))
        assert glance(vault) == told
    assert leaves(vault)[:-1] == before  # and one that says "migrated"
    assert verify_vault(vault, Silent()).holds


def test_the_second_schemas_vault_keeps_removed_items_notes_order_and_views(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(OLD_VAULTS / "0002", vault)
    with closing(open_session(vault)) as session:
        (summary,) = list_disputes(session)
        assert sorted(item.reason for item in tray(session)) == ["无关", "重复"]
        assert list_exhibits(session, summary.dispute.id)[0].marks == (TimeMark(83_000, "承诺核销"),)
        assert [event.ordinal for event in events_in_full(session, summary.dispute.id)[-2:]] == [5, 6]
        assert [view.name for view in list_views(session, summary.dispute.id)] == ["80231"]


def test_the_third_schemas_vault_keeps_who_witnessed_it(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(OLD_VAULTS / "0003", vault)
    with closing(open_session(vault)) as session:
        (summary,) = list_disputes(session)
        assert sorted(anchor.name for anchor in anchors(session, summary.dispute.id)) == ["first", "second"]
        (token,) = list_tokens(session, summary.dispute.id)
        assert (token.file_name, token.authority) == ("第0天.tsa", "")


def test_the_fourth_schemas_vault_keeps_what_a_machine_read(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(OLD_VAULTS / "0004", vault)
    with closing(open_session(vault)) as session, session.vault.read() as catalog:
        first = catalog.exhibits(catalog.kept_disputes()[0].id)[0]
        text = catalog.machine_text(first.id)
        assert text is not None
        assert (text.text, text.lines[0].region, text.engine) == (
            "工号80231承诺核销",
            (40, 120, 600, 48),
            "RapidOCR 3.10.0",
        )


def test_the_fifth_schemas_vault_keeps_what_was_made_of_it_and_what_people_decided(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(OLD_VAULTS / "0005", vault)
    with closing(open_session(vault)) as session:
        dispute = list_disputes(session)[0].dispute
        (place,) = places(session, dispute.id)
        event = event_detail(session, place.event_id)
        assert (event.text, event.agent_id, event.status) == ("工号80231承诺核销", "80231", EventStatus.SUGGESTED)
        assert [(each.value, each.due) for each in suggestions(session, dispute.id)] == [("承诺核销", date(2025, 3, 4))]
        with session.vault.read() as catalog:
            text = catalog.machine_text(place.exhibit_id)
    assert text is not None
    assert (text.lines[0].text, text.lines[0].words) == ("工号80231承诺核销", "工号80231：承诺核销")


def test_the_sixth_schemas_vault_keeps_what_was_imported(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(OLD_VAULTS / "0006", vault)
    with closing(open_session(vault)) as session:
        dispute = list_disputes(session)[0].dispute
        calls = [event for event in events_in_full(session, dispute.id) if event.place]
        (selection,) = selections(session, dispute.id)
    assert [(call.place, call.number, call.party) for call in calls] == [
        ("element:1", "95555", "银行"),
        ("element:3", "10690001", ""),
    ]
    assert (selection.shown, selection.read, selection.entry.choice.since) == (2, 4, date(2025, 2, 2))


def test_the_seventh_schemas_vault_keeps_what_was_worked_out(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(OLD_VAULTS / "0007", vault)
    with closing(open_session(vault)) as session, session.vault.read() as catalog:
        (filed,) = catalog.items(list_disputes(session)[0].dispute.id, Complaint)
    assert (filed.body, filed.reference, filed.replied_on) == ("cn-nfra", "2025-1", date(2025, 3, 20))


def test_the_eighth_schemas_vault_keeps_since_when_it_is_in_dispute(tmp_path: Path) -> None:
    shutil.copytree(OLD_VAULTS / "0008", tmp_path / "vault")
    with closing(open_session(tmp_path / "vault")) as session:
        assert list_disputes(session)[0].dispute.disputed_since == date(2025, 2, 22)


def leaves(vault: Path) -> list[bytes]:
    with closing(sqlite3.connect(vault / "catalog.sqlite3")) as connection:
        return [leaf for (leaf,) in connection.execute("SELECT leaf FROM custody ORDER BY dispute_id, seq")]


def test_an_upgrade_copies_the_catalog_first_and_is_logged(old_vault: Path, next_schema: Path) -> None:
    next_schema.write_text(NEXT.format(last="pass"))
    session = open_session(old_vault)
    dispute = list_disputes(session)[0].dispute
    assert custody_history(session, dispute.id)[-1].kind is CustodyKind.MIGRATE
    session.close()
    with sqlite3.connect(old_vault / "before-upgrade" / f"catalog-{schema.CURRENT_REVISION}.sqlite3") as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == (schema.CURRENT_REVISION,)
    copy.close()


def test_what_is_erased_is_erased_from_the_copy_before_an_upgrade_too(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(OLD_VAULTS / "0001", vault)
    with closing(open_session(vault)) as session:
        (summary,) = list_disputes(session)
        assert (vault / "before-upgrade").is_dir()
        remove_exhibit(session, list_exhibits(session, summary.dispute.id)[0].id, "误加")
    kept = b"".join(path.read_bytes() for path in vault.rglob("*") if path.is_file())
    assert "私人备注".encode() not in kept


def test_an_upgrade_that_fails_half_way_changes_nothing(old_vault: Path, next_schema: Path) -> None:
    next_schema.write_text(NEXT.format(last='op.execute("CREATE TABLE half (a)")'))
    before = dump(old_vault)
    with pytest.raises(Exception, match="half"):
        open_session(old_vault)
    assert dump(old_vault) == before


def test_an_upgrade_that_would_break_the_log_is_undone(old_vault: Path, next_schema: Path) -> None:
    next_schema.write_text(
        NEXT.format(
            last='op.execute("DROP TRIGGER custody_no_update"); op.execute("UPDATE custody SET leaf = zeroblob(32)")'
        )
    )
    before = dump(old_vault)
    with pytest.raises(IntegrityFailure, match="custody-broken"):
        open_session(old_vault)
    assert dump(old_vault) == before


def test_reading_an_older_vault_does_not_upgrade_it(first_vault: Path) -> None:
    before, files = dump(first_vault), everything(first_vault)
    with closing(open_session(first_vault, read_only=True)) as session:
        (summary,) = list_disputes(session)
        assert [entry.exhibit_number for entry in timeline(session, summary.dispute.id)] == [1, 3, 1]
        assert len(custody_history(session, summary.dispute.id)) == len(leaves(first_vault))
    assert verify_vault(first_vault, Silent()).holds
    assert (dump(first_vault), everything(first_vault)) == (before, files)


def test_damage_in_an_older_vault_is_found_without_upgrading_it(first_vault: Path) -> None:
    with closing(sqlite3.connect(first_vault / "catalog.sqlite3")) as connection, connection:
        connection.execute("UPDATE exhibit SET title = 'forged' WHERE number = 1")
    assert not verify_vault(first_vault, Silent()).holds


def test_a_catalog_without_any_schema_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite3").touch()
    with pytest.raises(EnvironmentProblem, match="vault-older"):
        open_session(tmp_path, read_only=True)


def test_an_older_backup_is_restored_and_the_log_says_so(first_vault: Path, tmp_path: Path) -> None:
    before = leaves(first_vault)
    assert restore(first_vault, tmp_path / "restored", Silent()).total == 2
    with closing(open_session(tmp_path / "restored")) as session:
        (summary,) = list_disputes(session)
        history = custody_history(session, summary.dispute.id)
    assert [line.kind for line in history[-2:]] == [CustodyKind.MIGRATE, CustodyKind.RESTORE]
    assert leaves(tmp_path / "restored")[:-2] == before
    assert verify_vault(tmp_path / "restored", Silent()).holds


def test_a_backup_of_an_older_vault_stays_its_backup_after_the_upgrade(first_vault: Path, tmp_path: Path) -> None:
    for read_only in (True, False, True):
        with closing(open_session(first_vault, read_only=read_only)) as session:
            back_up(session, tmp_path / "copy", Silent())
    assert leaves(tmp_path / "copy") == leaves(first_vault)


def everything(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*"))


def dump(vault: Path) -> list[str]:
    connection = sqlite3.connect(vault / "catalog.sqlite3")
    lines = list(connection.iterdump())
    connection.close()
    return lines
