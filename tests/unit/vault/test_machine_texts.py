"""What a machine read is kept with an entry of the log that holds its hash, and goes with its exhibit."""

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from evidence_app.actions.exhibits import custody_history
from evidence_app.actions.remove import put_back, remove_dispute, remove_exhibit, set_aside
from evidence_app.actions.session import Session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText
from evidence_app.domain.suggestions import Findings
from evidence_app.errors import InputProblem
from evidence_app.progress import Silent

IN_BUBBLE = MachineLine(
    "好的", (20, 90, 80, 40), 0.9, 1, ground=(149, 236, 105), ink=(17, 17, 17), panel=(10, 80, 100, 60), slope=-31
)
LINES = (
    MachineLine("工号80231", (10, 20, 300, 40), 0.987),
    MachineLine("承诺核实", (10, 80, 300, 40), 1.0, 1),
    IN_BUBBLE,
)


@pytest.fixture
def text(session: Session, exhibit: Exhibit) -> MachineText:
    made = MachineText(exhibit.id, "RapidOCR 3.10.0", LINES, 2, session.now())
    with session.vault.change() as tx:
        return tx.keep_reading(made, Findings())


def stored(session: Session) -> list[tuple[bytes, int]]:
    with closing(sqlite3.connect(session.folder / "catalog.sqlite3")) as catalog:
        return catalog.execute("SELECT lines, seq FROM machine_text").fetchall()


def test_a_reading_comes_back_as_it_was_kept(session: Session, dispute: Dispute, text: MachineText) -> None:
    with session.vault.read() as catalog:
        assert catalog.machine_text(text.exhibit_id) == text
        assert catalog.machine_texts(dispute.id) == {text.exhibit_id: text}
    assert text.lines == LINES


def test_the_log_has_the_hash_of_the_bytes_that_are_kept(session: Session, dispute: Dispute, text: MachineText) -> None:
    ((lines, seq),) = stored(session)
    entry = custody_history(session, dispute.id, text.exhibit_id)[-1]
    assert (entry.seq, entry.kind) == (seq, CustodyKind.READ)
    assert entry.payload is not None
    assert entry.payload["result"] == hashlib.sha256(lines).hexdigest()
    assert json.loads(lines)[0] == {"page": 0, "region": [10, 20, 300, 40], "text": "工号80231", "confidence": 987}
    assert json.loads(lines)[2]["panel"] == [10, 80, 100, 60]
    assert verify_vault(session.folder, Silent()).holds


def test_a_second_reading_follows_the_first(session: Session, dispute: Dispute, text: MachineText) -> None:
    with session.vault.change() as tx:
        later = tx.keep_reading(replace(text, engine="RapidOCR 4"), Findings())
    with session.vault.read() as catalog:
        assert catalog.machine_text(text.exhibit_id) == later
    assert len(stored(session)) == 2
    assert verify_vault(session.folder, Silent()).holds


def test_what_is_set_aside_is_in_no_answer_and_comes_back(
    session: Session, dispute: Dispute, text: MachineText
) -> None:
    set_aside(session, "exhibit", [text.exhibit_id], "无关")
    with session.vault.read() as catalog:
        assert catalog.machine_texts(dispute.id) == {}
    assert verify_vault(session.folder, Silent()).holds
    put_back(session, "exhibit", [text.exhibit_id])
    with session.vault.read() as catalog:
        assert catalog.machine_texts(dispute.id) == {text.exhibit_id: text}


@pytest.mark.parametrize("what", ["exhibit", "dispute"])
def test_a_reading_is_erased_with_what_was_read(
    what: str, session: Session, dispute: Dispute, text: MachineText
) -> None:
    if what == "exhibit":
        remove_exhibit(session, text.exhibit_id, "误加")
    else:
        remove_dispute(session, dispute.id, "误加")
    assert stored(session) == []
    session.close()
    kept = b"".join(path.read_bytes() for path in session.folder.rglob("*") if path.is_file())
    assert "承诺核实".encode() not in kept
    assert verify_vault(session.folder, Silent()).holds


def test_what_was_erased_is_not_read(session: Session, text: MachineText) -> None:
    remove_exhibit(session, text.exhibit_id, "误加")
    with pytest.raises(InputProblem, match="exhibit-removed"), session.vault.change() as tx:
        tx.keep_reading(text, Findings())


def test_the_database_lets_no_reading_be_changed(session: Session, text: MachineText) -> None:
    session.close()
    with closing(sqlite3.connect(session.folder / "catalog.sqlite3")) as catalog, pytest.raises(sqlite3.IntegrityError):
        catalog.execute("UPDATE machine_text SET lines = x'5b5d'")


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (
            "UPDATE machine_text SET lines = CAST(replace(CAST(lines AS TEXT), '80231', '80232') AS BLOB)",
            "reading-differs",
        ),
        ("UPDATE machine_text SET lines = x'5b5d'", "reading-differs"),
        ("UPDATE machine_text SET lines = x'00'", "record-unreadable"),
        ("UPDATE machine_text SET engine = 'another'", "reading-differs"),
        ("UPDATE machine_text SET page_count = 1", "reading-differs"),
        ("UPDATE machine_text SET read_at = replace(read_at, '20', '19')", "reading-differs"),
        ("UPDATE machine_text SET seq = 0", "reading-differs"),
        ("UPDATE machine_text SET seq = 99", "record-missing"),
        ("DELETE FROM machine_text", "record-missing"),
    ],
)
@pytest.mark.usefixtures("text")
def test_a_changed_reading_is_found(statement: str, code: str, session: Session) -> None:
    session.close()
    with closing(sqlite3.connect(session.folder / "catalog.sqlite3")) as catalog:
        catalog.execute("DROP TRIGGER machine_text_no_update")
        catalog.execute(statement)
        catalog.commit()
    assert code in {finding.code for finding in verify_vault(session.folder, Silent()).findings}
