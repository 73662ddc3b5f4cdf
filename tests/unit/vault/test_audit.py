"""Tampering and bit rot are noticed and named."""

import os
import random
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.anchor import anchor_dispute, attach_token
from evidence_app.actions.correct_text import correct_line
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_event, edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.import_exports import import_export
from evidence_app.actions.order import arrange
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import remove_event, remove_exhibit, set_aside
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.verify_vault import VaultReport, verify_vault
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import EventFacts, EventKind
from evidence_app.domain.exhibits import Exhibit, TimeMark
from evidence_app.domain.machine_text import MachineLine, MachineText, Place
from evidence_app.domain.suggestions import Findings, ReadEvent, Suggested, SuggestionKind
from evidence_app.errors import EnvironmentProblem
from evidence_app.progress import Silent
from evidence_app.proof.asking import ask
from tests.fakes.authorities import LocalAuthority

FLIPS = 150 if os.environ.get("JUZHENG_SOAK") else 0
"""Flips by chance, after one in every place."""

WITNESSES = (b"First Witness", b"stamp of the court", b"first Stamping Unit", b"juzheng.local/dispute/")
READ = (b"a machine read", b"a message found", b"words suggested", b"words quoted", b"a person read")
IMPORTED = (
    b"words of a message",
    b"a name in a phone",
    b"106900011",
    b"element:2",
    b"a name given later",
    b"sms-backup",
)
MESSAGES = """<?xml version='1.0' encoding='UTF-8' ?>
<smses>
<sms address="106900011" date="1738368000000" type="1" body="words of a message" contact_name="a name in a phone" />
<sms address="106900012" date="1738368060000" type="2" body="an answer" contact_name="(Unknown)" />
<sms address="106900013" date="1738368120000" type="1" body="erased later" contact_name="(Unknown)" />
</smses>"""
NEWER = '<sms address="106900014" date="1738368180000" type="1" body="a newer one" contact_name="(Unknown)" /></smses>'

OF_IMPORTED = (
    "text = 'x'", "party = ''", "number = number || '0'", "direction = 'out'", "kind = 'note'", "at_ms = at_ms + 1",
    "time = replace(time, '00:00', '00:01')", "precision = 'day'", "time_source = 'typed'", "offset_stated = 0",
    "open_conflict = 1", "place = 'element:9'", "place = ''", "fingerprint = 5", "fingerprint = NULL", "ordinal = 99",
    "read_from = (SELECT id FROM exhibit WHERE number = 1)", "read_from = NULL", "status = 'suggested'",
    "account = 'x'", "first_exhibit_id = (SELECT id FROM exhibit WHERE number = 1)", "set_aside = 'hidden'",
    "amount = '1.00'", "currency = 'USD'", "duration_s = 0", "outcome = 'done'", "promise = 'x'", "agent_id = '1'",
)  # fmt: skip
"""Changes of an imported event, each of which must be noticed."""

REASONS = (b"blurred picture", b"typed twice", b"settled long ago")


@pytest.fixture
def vault(untouched: Path, tmp_path: Path) -> Path:
    """A copy of the vault below, for one test to tamper with."""
    return shutil.copytree(untouched, tmp_path / "tampered")


@pytest.fixture(scope="module")
def untouched(two_authorities: tuple[LocalAuthority, LocalAuthority], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with exhibits, edits, calls in an order that a person gave, removed items, and witnesses."""
    folder = tmp_path_factory.mktemp("audit")
    session = open_session(folder / "vault", create=True)
    dispute = new_dispute(session, NewDispute(title="t", type=DisputeType.UNAUTHORISED_LOAN, institution="i"))
    sources = [DataSource(f"{number}.txt", b"text %d" % number) for number in range(4)]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    exhibits = list_exhibits(session, dispute.id)
    edit_exhibit(session, exhibits[0].id, {"title": "First chat", "proves": "that they promised"})
    record_event(session, dispute.id, NewEvent(kind=EventKind.CALL, agent_id="80231", text="will cancel"))
    shown = (exhibits[3].id, exhibits[0].id)
    notes = [record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, exhibit_ids=shown)).id for _ in range(3)]
    edit_exhibit(session, exhibits[0].id, {"marks": (TimeMark(83_000, "agent gives in"),)})
    set_aside(session, "exhibit", [exhibits[3].id], "blurred picture")
    set_aside(session, "event", [notes[2]], "typed twice")
    arrange(session, dispute.id, [notes[1], notes[0]])
    keep_words(session, exhibits[0])
    import_messages(session, dispute)
    other = new_dispute(session, NewDispute(title="t", type=DisputeType.OTHER, institution="i"))
    set_aside(session, "dispute", [other.id], "settled long ago")
    witness = replace(two_authorities[0].authority, name="First Witness")
    assert anchor_dispute(session, dispute.id, [witness], Silent(), deadline_s=60).anchors
    stamp = folder / "stamp of the court.tsa"
    stamp.write_bytes(ask(witness, bytes.fromhex(exhibits[0].original.sha256), deadline_s=60).response)
    attach_token(session, exhibits[0].id, stamp)
    session.close()
    return session.folder


def import_messages(session: Session, dispute: Dispute) -> None:
    """Import three messages, then a newer backup of the same; edit one, and erase one for good."""
    for name, data in (("a.xml", MESSAGES), ("b.xml", MESSAGES.replace("</smses>", NEWER))):
        report = add_evidence(session, dispute.id, [DataSource(name, data.encode())], Silent(), lambda item: None)
        import_export(session, report.items[0].exhibit_id)
    events = [event for event in events_in_full(session, dispute.id) if event.place]
    edit_event(session, events[1].id, {"party": "a name given later"})
    remove_event(session, events[2].id, "typed twice")


def keep_words(session: Session, exhibit: Exhibit) -> None:
    """Have words read off an exhibit, made a message and a suggestion, and corrected."""
    line = MachineLine("a machine read", (0, 0, 90, 9), 0.9)
    place = Place(line.region)
    event = ReadEvent(EventFacts(kind=EventKind.MESSAGE, text="a message found"), place, 0.9)
    suggestion = Suggested(SuggestionKind.PROMISE, "words suggested", "words quoted", place, 0.9, None, 0)
    with session.vault.change() as tx:
        text = MachineText(exhibit.id, "an engine", (line,), 1, session.now())
        tx.keep_reading(text, Findings(events=(event,), suggestions=(suggestion,)))
    correct_line(session, exhibit.id, 0, "a person read")


def tampered(vault: Path, *statements: str) -> VaultReport:
    """Change the catalog behind the program's back, triggers and all, and verify."""
    connection = sqlite3.connect(vault / "catalog.sqlite3")
    for statement in ("DROP TRIGGER custody_no_update", "DROP TRIGGER custody_no_delete", *statements):
        connection.execute(statement)
    connection.commit()
    connection.close()
    return verify_vault(vault, Silent())


def test_an_untouched_vault_holds(vault: Path) -> None:
    assert verify_vault(vault, Silent()).holds


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE exhibit SET title = 'Another chat' WHERE number = 1",
        "UPDATE exhibit SET added_at = replace(added_at, '20', '19')",
        "UPDATE exhibit SET name = 'other.txt' WHERE number = 2",
        "UPDATE original SET size_bytes = 1",
        "UPDATE event SET agent_id = '80232' WHERE kind = 'call'",
        "UPDATE event SET time = replace(time, 'readings', 'reedings') WHERE kind = 'document'",
        "UPDATE event SET time = '{\"readings\": [], \"decided\": 1}' WHERE kind = 'document'",
        "UPDATE dispute SET institution = 'Somebody else'",
        "DELETE FROM event WHERE kind = 'call'",
        "UPDATE custody SET kind = 'adb'",
        "UPDATE custody SET at = 'never'",
        "UPDATE dispute SET type = 'unknown'",
        "UPDATE dispute SET title = CAST(x'ff' AS TEXT)",
        "ALTER TABLE event RENAME COLUMN party TO partx",
        "UPDATE event SET at_ms = 0 WHERE kind = 'call'",
        "UPDATE event SET ordinal = 99 WHERE kind = 'call'",
        "UPDATE event SET ordinal = 99 WHERE kind = 'document'",
        "UPDATE event SET precision = 'day' WHERE kind = 'document'",
        "UPDATE event SET first_exhibit_id = NULL",
        "UPDATE exhibit SET removed_at = added_at WHERE number = 1",
        "UPDATE dispute SET removed_at = created_at",
        "UPDATE original SET page_count = 7",
        "UPDATE custody SET at = replace(at, '20', '19')",
        "UPDATE custody_payload SET private = 1 - private",
        "UPDATE custody_payload SET exhibit_id = NULL",
        "UPDATE custody SET entry = replace(entry, 'add', 'adb') WHERE seq = 2",
        "UPDATE custody SET leaf = zeroblob(32) WHERE seq = 1",
        "DELETE FROM custody WHERE seq = 3",
        "DELETE FROM custody",
        "UPDATE custody_payload SET payload = replace(payload, '80231', '80232')",
        "UPDATE custody_payload SET payload = CAST(replace(payload, '80231', '80232') AS BLOB)",
        "UPDATE custody_payload SET salt = zeroblob(16) WHERE seq = 1",
        "UPDATE exhibit SET set_aside = 'hidden' WHERE number = 1",
        "UPDATE exhibit SET set_aside = '' WHERE number = 4",
        "UPDATE exhibit SET set_aside = 'another reason' WHERE number = 4",
        "UPDATE event SET set_aside = 'hidden' WHERE kind = 'call'",
        "UPDATE event SET set_aside = 'hidden' WHERE kind = 'document'",
        "UPDATE event SET set_aside = '' WHERE set_aside <> ''",
        "UPDATE dispute SET set_aside = 'hidden' WHERE set_aside = ''",
        "UPDATE dispute SET set_aside = ''",
        "UPDATE dispute SET institution = 'Somebody else' WHERE set_aside <> ''",
        "UPDATE exhibit SET marks = '[]' WHERE number = 1",
        "UPDATE exhibit SET marks = replace(marks, '83000', '84000')",
        'UPDATE exhibit SET marks = \'[{"at_ms": 1, "text": "x"}]\' WHERE number = 2',
        "UPDATE exhibit SET marks = '' WHERE number = 2",
        "UPDATE exhibit SET title = 'x' WHERE number = 4",
        "UPDATE event SET ordinal = 7 - ordinal WHERE kind = 'note'",
        "UPDATE event SET first_exhibit_id = (SELECT id FROM exhibit WHERE number = 4) WHERE kind = 'note'",
        "UPDATE custody_payload SET payload = CAST(replace(payload, 'blurred', 'blurted') AS BLOB)",
        *(f"UPDATE event SET {change} WHERE place = 'element:1'" for change in OF_IMPORTED),
        "UPDATE event SET party = 'x' WHERE place = 'element:2'",
        "UPDATE event SET text = 'x' WHERE place = 'element:4'",
        "DELETE FROM event WHERE place = 'element:4'",
        "UPDATE event_exhibit SET position = 1 - position WHERE event_id IN (SELECT id FROM event WHERE place <> '')",
        "DELETE FROM event_exhibit WHERE event_id IN (SELECT id FROM event WHERE place = 'element:1') AND position = 1",
        "UPDATE original SET export = 'other' WHERE export <> ''",
    ],
)
def test_what_was_changed_behind_the_programs_back_is_noticed(vault: Path, statement: str) -> None:
    report = tampered(vault, statement)
    assert not report.holds
    assert report.findings[0].item


def test_a_changed_original_is_named(vault: Path) -> None:
    connection = sqlite3.connect(vault / "catalog.sqlite3")
    (sha256,) = connection.execute("SELECT sha256 FROM exhibit WHERE number = 1").fetchone()
    connection.close()
    path = vault / "originals" / sha256[:2] / sha256
    path.chmod(0o600)
    path.write_bytes(b"forged")
    (finding,) = verify_vault(vault, Silent()).findings
    assert (finding.code, "First chat" in finding.item) == ("original-changed", True)


def test_a_flipped_bit_in_any_text_of_the_catalog_is_noticed(vault: Path, tmp_path: Path) -> None:
    """Flips in stored texts and hashes; SQLite's own check is blind to most of them."""
    pristine = (vault / "catalog.sqlite3").read_bytes()
    places = [
        at
        for text in (
            b"First chat",
            b"80231",
            b"will cancel",
            b"that they promised",
            b"agent gives in",
            *WITNESSES,
            *REASONS,
            *READ,
            *IMPORTED,
        )
        for at in _all(pristine, text)
    ]
    chance, missed = random.Random(5), []
    tried = [*places, *chance.choices(places, k=FLIPS)]
    for place in tried:
        at = place + chance.randrange(5)
        copy = tmp_path / "copy"
        shutil.copytree(vault, copy)
        damaged = bytearray(pristine)
        damaged[at] ^= 1 << chance.randrange(7)
        (copy / "catalog.sqlite3").write_bytes(damaged)
        try:
            noticed = not verify_vault(copy, Silent()).holds
        except EnvironmentProblem:
            noticed = True
        if not noticed:
            missed.append(at)
        shutil.rmtree(copy)
    print(f"{len(tried)} single-bit flips in {len(places)} stored texts, {len(missed)} missed")
    assert not missed


def test_a_mark_of_erasure_does_not_cost_the_bytes_of_a_living_exhibit(vault: Path) -> None:
    """Opening erases what a crash during a removal left: it must never go by one column."""
    connection = sqlite3.connect(vault / "catalog.sqlite3")
    with connection:
        connection.execute("UPDATE original SET erased_at = '2025-01-01'")
    connection.close()
    open_session(vault).close()
    assert verify_vault(vault, Silent()).holds


def test_a_removal_while_a_vault_is_checked_is_no_damage_and_leaves_nothing(session: Session, dispute: Dispute) -> None:
    class RemoveMeanwhile(Silent):
        def start(self, total: int, unit: str) -> None:
            remove_exhibit(session, list_exhibits(session, dispute.id)[0].id, "mistake \udcff")

    add_evidence(session, dispute.id, [DataSource("unforgotten.txt", b"a")], Silent(), lambda item: None)
    assert verify_vault(session.folder, RemoveMeanwhile()).holds
    assert verify_vault(session.folder, Silent()).holds
    session.close()
    kept = [path for path in session.folder.rglob("*") if path.is_file() and b"unforgotten" in path.read_bytes()]
    assert kept == []


def _all(data: bytes, text: bytes) -> list[int]:
    found, at = [], data.find(text)
    while at >= 0:
        found.append(at)
        at = data.find(text, at + 1)
    return found


def test_garbage_instead_of_a_catalog_is_a_verdict_not_a_crash(vault: Path) -> None:
    (vault / "catalog.sqlite3").write_bytes(b"SQLite format 3\0" + bytes(random.Random(1).randbytes(8000)))
    assert not verify_vault(vault, Silent()).holds
