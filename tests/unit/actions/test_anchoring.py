"""A dispute's log is witnessed by strangers, and what they said is kept with an entry that says so."""

import hashlib
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.anchor import anchor_dispute, anchors, attach_token, awaiting_witness, list_tokens
from evidence_app.actions.backup import back_up, restore
from evidence_app.actions.exhibits import custody_history
from evidence_app.actions.remove import put_back, remove_dispute, remove_exhibit, set_aside
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.anchors import Authority
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from evidence_app.progress import Cancelled, Silent
from evidence_app.proof.asking import ask
from evidence_app.proof.tokens import verify_token
from tests.fakes.authorities import LocalAuthority

Two = tuple[LocalAuthority, LocalAuthority]


@pytest.fixture
def both(two_authorities: Two) -> list[Authority]:
    return [each.authority for each in two_authorities]


@pytest.fixture
def stamp(exhibit: Exhibit, both: list[Authority], tmp_path: Path) -> Path:
    """A timestamp over the exhibit's original, made elsewhere."""
    path = tmp_path / "证书.tsa"
    path.write_bytes(ask(both[0], bytes.fromhex(exhibit.original.sha256)).response)
    return path


def silent_authority(two: Two) -> Authority:
    return replace(two[1].authority, url="http://127.0.0.1:1/")


def test_both_authorities_witness_the_whole_log(
    session: Session, dispute: Dispute, exhibit: Exhibit, both: list[Authority]
) -> None:
    outcome = anchor_dispute(session, dispute.id, both, Silent())
    assert outcome.failures == ()
    assert [anchor.name for anchor in outcome.anchors] == ["first", "second"]
    assert {anchor.size for anchor in outcome.anchors} == {2}
    assert sorted(anchors(session, dispute.id), key=lambda each: each.name) == list(outcome.anchors)
    for anchor in outcome.anchors:
        token = verify_token(anchor.response, hashlib.sha256(anchor.checkpoint).digest(), both)
        assert (token.authority.code, token.witnessed_at) == (anchor.authority, anchor.witnessed_at)


def test_openssl_finds_the_kept_token_over_the_kept_checkpoint(
    session: Session, dispute: Dispute, two_authorities: Two, tmp_path: Path
) -> None:
    anchor = anchor_dispute(session, dispute.id, [two_authorities[0].authority], Silent()).anchors[0]
    (tmp_path / "checkpoint.txt").write_bytes(anchor.checkpoint)
    (tmp_path / "checkpoint.txt.tsr").write_bytes(anchor.response)
    command = ["openssl", "ts", "-verify", "-in", "checkpoint.txt.tsr", "-data", "checkpoint.txt"]
    command += ["-CAfile", str(two_authorities[0].root_pem)]
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 0


def test_every_anchor_has_its_entry_in_the_log(session: Session, dispute: Dispute, both: list[Authority]) -> None:
    outcome = anchor_dispute(session, dispute.id, both, Silent())
    with session.vault.read() as catalog:
        entries = catalog.custody(dispute.id)
    assert [entry.kind for entry in entries] == [CustodyKind.OPEN, CustodyKind.ANCHOR, CustodyKind.ANCHOR]
    assert {anchor.seq for anchor in outcome.anchors} == {1, 2}


def test_one_that_fails_does_not_hinder_the_other(session: Session, dispute: Dispute, two_authorities: Two) -> None:
    lost = silent_authority(two_authorities)
    outcome = anchor_dispute(session, dispute.id, [lost, two_authorities[0].authority], Silent())
    assert [anchor.name for anchor in outcome.anchors] == ["first"]
    assert [(each.authority, each.problem.code) for each in outcome.failures] == [(lost, "authority-unreachable")]


def test_what_is_anchored_already_is_not_asked_for_again(
    session: Session, dispute: Dispute, two_authorities: Two
) -> None:
    first = two_authorities[0].authority
    anchor_dispute(session, dispute.id, [first], Silent())
    kept = anchors(session, dispute.id)
    with session.vault.change() as tx:
        assert tx.keep_anchor(replace(kept[0], response=b"another")) == kept[0]
    assert anchors(session, dispute.id) == kept


def test_a_dispute_waits_for_a_witness_until_its_evidence_has_one(
    session: Session, dispute: Dispute, both: list[Authority]
) -> None:
    assert awaiting_witness(session) == [dispute.id]
    anchor_dispute(session, dispute.id, both[:1], Silent())
    assert awaiting_witness(session) == []
    with session.vault.change() as tx:
        tx.log_export(dispute.id, {"dossier": "d"})
    assert awaiting_witness(session) == []
    add_evidence(session, dispute.id, [DataSource("b.txt", b"b")], Silent(), lambda item: None)
    assert awaiting_witness(session) == [dispute.id]
    set_aside(session, "dispute", [dispute.id], "settled")
    assert awaiting_witness(session) == []


def test_a_vault_that_can_only_be_read_is_not_anchored(
    session: Session, dispute: Dispute, both: list[Authority]
) -> None:
    reading = open_session(session.folder, read_only=True)
    with pytest.raises(EnvironmentProblem, match="vault-read-only"):
        anchor_dispute(reading, dispute.id, both, Silent())
    reading.close()


def test_who_stops_does_not_wait_for_the_authorities(session: Session, dispute: Dispute, both: list[Authority]) -> None:
    class Stopped(Silent):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        anchor_dispute(session, dispute.id, both, Stopped())
    assert anchors(session, dispute.id) == []


def test_an_anchored_vault_holds_and_so_does_its_copy(
    session: Session, dispute: Dispute, both: list[Authority], exhibit: Exhibit, stamp: Path, tmp_path: Path
) -> None:
    anchor_dispute(session, dispute.id, both, Silent())
    attach_token(session, exhibit.id, stamp, both)
    kept, tokens = anchors(session, dispute.id), list_tokens(session, dispute.id)
    back_up(session, tmp_path / "copy", Silent())
    restore(tmp_path / "copy", tmp_path / "again", Silent())
    again = open_session(tmp_path / "again")
    assert (anchors(again, dispute.id), list_tokens(again, dispute.id)) == (kept, tokens)
    again.close()
    assert verify_vault(tmp_path / "again", Silent()).findings == ()


def test_a_token_made_elsewhere_names_who_vouches(
    session: Session, dispute: Dispute, exhibit: Exhibit, both: list[Authority], stamp: Path
) -> None:
    token = attach_token(session, exhibit.id, stamp, both)
    assert (token.authority, token.name, token.file_name) == (both[0].code, "first", "证书.tsa")
    assert list_tokens(session, dispute.id) == [token]
    assert custody_history(session, dispute.id)[-1].seq == token.seq


def test_a_token_of_nobody_known_is_kept_as_that(session: Session, exhibit: Exhibit, stamp: Path) -> None:
    token = attach_token(session, exhibit.id, stamp)
    assert (token.authority, token.name) == ("", "first Stamping Unit, Test")


def test_the_same_token_is_attached_once(session: Session, exhibit: Exhibit, stamp: Path) -> None:
    attach_token(session, exhibit.id, stamp)
    with pytest.raises(InputProblem, match="token-there"):
        attach_token(session, exhibit.id, stamp)


def test_a_token_for_other_bytes_is_not_attached(
    session: Session, dispute: Dispute, exhibit: Exhibit, both: list[Authority], tmp_path: Path
) -> None:
    path = tmp_path / "other.tsr"
    path.write_bytes(ask(both[0], hashlib.sha256(b"another original").digest()).response)
    with pytest.raises(IntegrityFailure, match="token-other-bytes"):
        attach_token(session, exhibit.id, path, both)
    assert list_tokens(session, dispute.id) == []


@pytest.mark.parametrize("junk", [b"", b"\xff" * 200_000, "可信时间戳证书".encode()])
def test_what_is_no_token_is_not_attached(session: Session, exhibit: Exhibit, tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "junk.tsa"
    path.write_bytes(junk)
    with pytest.raises(InputProblem, match="token-unreadable"):
        attach_token(session, exhibit.id, path)


def test_a_token_over_sha512_is_held_against_the_bytes_too(
    session: Session, exhibit: Exhibit, two_authorities: Two, tmp_path: Path
) -> None:
    (tmp_path / "data").write_bytes(b"an original")
    query = ["openssl", "ts", "-query", "-data", "data", "-sha512", "-cert", "-out", "query"]
    subprocess.run(query, cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "stamp.tsr").write_bytes(two_authorities[0].reply((tmp_path / "query").read_bytes()))
    token = attach_token(session, exhibit.id, tmp_path / "stamp.tsr", [two_authorities[0].authority])
    assert token.name == "first"


def test_a_token_goes_with_its_exhibit(
    session: Session, dispute: Dispute, exhibit: Exhibit, stamp: Path, both: list[Authority]
) -> None:
    attach_token(session, exhibit.id, stamp, both)
    set_aside(session, "exhibit", [exhibit.id], "blurred")
    assert list_tokens(session, dispute.id) == []
    put_back(session, "exhibit", [exhibit.id])
    assert len(list_tokens(session, dispute.id)) == 1
    remove_exhibit(session, exhibit.id, "blurred")
    session.close()
    assert verify_vault(session.folder, Silent()).findings == ()
    with closing(sqlite3.connect(session.folder / "catalog.sqlite3")) as catalog:
        assert catalog.execute("SELECT count(*) FROM exhibit_token").fetchone() == (0,)


def test_the_anchors_of_an_erased_dispute_stay_with_its_log(
    session: Session, dispute: Dispute, both: list[Authority]
) -> None:
    anchor_dispute(session, dispute.id, both, Silent())
    remove_dispute(session, dispute.id, "settled")
    session.close()
    assert verify_vault(session.folder, Silent()).findings == ()
    with closing(sqlite3.connect(session.folder / "catalog.sqlite3")) as catalog:
        assert catalog.execute("SELECT count(*) FROM anchor").fetchone() == (2,)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE anchor SET size = 1", "anchor-broken"),
        ("UPDATE anchor SET checkpoint = x'00'", "anchor-broken"),
        ("UPDATE anchor SET response = x'00'", "anchor-broken"),
        ("UPDATE anchor SET name = 'somebody'", "anchor-broken"),
        ("UPDATE anchor SET authority = 'somebody'", "anchor-broken"),
        ("UPDATE anchor SET witnessed_at = replace(witnessed_at, '20', '19')", "anchor-broken"),
        ("UPDATE anchor SET seq = 0", "anchor-broken"),
        ("UPDATE anchor SET seq = 99", "anchor-broken"),
        ("DELETE FROM anchor", "record-missing"),
        ("DELETE FROM exhibit_token", "record-missing"),
        ("UPDATE exhibit_token SET file = x'00'", "exhibit-token-broken"),
        ("UPDATE exhibit_token SET authority = 'digicert'", "exhibit-token-broken"),
        ("UPDATE exhibit_token SET witnessed_at = replace(witnessed_at, '20', '19')", "exhibit-token-broken"),
        ("UPDATE exhibit_token SET seq = 1", "exhibit-token-broken"),
    ],
)
def test_a_changed_witness_is_found(
    statement: str, code: str, session: Session, dispute: Dispute, exhibit: Exhibit, both: list[Authority], stamp: Path
) -> None:
    anchor_dispute(session, dispute.id, both[:1], Silent())
    attach_token(session, exhibit.id, stamp)
    session.close()
    with closing(sqlite3.connect(session.folder / "catalog.sqlite3")) as catalog:
        for trigger in ("anchor_no_update", "anchor_no_delete", "exhibit_token_no_update"):
            catalog.execute(f"DROP TRIGGER {trigger}")
        catalog.execute(statement)
        catalog.commit()
    assert code in {finding.code for finding in verify_vault(session.folder, Silent()).findings}


@pytest.mark.parametrize("statement", ["UPDATE anchor SET name = 'x'", "DELETE FROM anchor"])
def test_the_database_lets_no_anchor_be_changed(
    statement: str, session: Session, dispute: Dispute, both: list[Authority]
) -> None:
    anchor_dispute(session, dispute.id, both[:1], Silent())
    session.close()
    with closing(sqlite3.connect(session.folder / "catalog.sqlite3")) as catalog, pytest.raises(sqlite3.IntegrityError):
        catalog.execute(statement)
