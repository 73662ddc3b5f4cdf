"""An exported custody log is taken only as it was written, byte for byte."""

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from evidence_app.domain.custody import NO_PREVIOUS, CustodyKind, Plain, checkpoint, entry_bytes
from evidence_app.domain.verification import StepOutcome
from evidence_app.progress import Silent
from evidence_app.proof.checking.custody import TreeHeads, check_checkpoint, check_log, parse_checkpoint
from evidence_app.proof.enclosures import custody_file
from tests.fakes.custody_logs import DISPUTE, chained, log_of

LOG = log_of(12)
WRITTEN = custody_file(LOG, lambda _: True)
LINES = WRITTEN.split(b"\n")[:-1]


def refused(data: bytes) -> str:
    """Return the code with which a log is refused, empty if it is not."""
    return next((each.code for each in check_log(data, Silent()).findings if each.outcome is StepOutcome.FAILS), "")


def with_line(position: int, line: bytes) -> bytes:
    return b"\n".join([*LINES[:position], line, *LINES[position + 1 :]]) + b"\n"


def edited(position: int, change: Callable[[dict[str, str]], None]) -> bytes:
    """Return the log with a line whose JSON was changed and written canonically again."""
    line = json.loads(LINES[position])
    change(line)
    return with_line(position, json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode())


def in_entry(position: int, old: str, new: str) -> bytes:
    return edited(position, lambda line: line.update(e=line["e"].replace(old, new, 1)))


def test_a_log_as_it_was_written_holds() -> None:
    log = check_log(WRITTEN, Silent())
    assert (log.findings, log.dispute_id, len(log.leaves), len(log.disclosed)) == ([], DISPUTE, 12, 12)


def test_withheld_payloads_leave_the_chain_checkable() -> None:
    log = check_log(custody_file(LOG, lambda entry: entry.seq % 2 == 0), Silent())
    assert (log.holds, len(log.leaves), len(log.disclosed)) == (True, 12, 6)


ENTRY = json.loads(LINES[3])["e"]

ATTACKS = {
    "an entry taken out": (b"\n".join(LINES[:4] + LINES[5:]) + b"\n", "log-out-of-sequence"),
    "two entries exchanged": (with_line(4, LINES[5]), "log-out-of-sequence"),
    "an entry twice": (b"\n".join([*LINES[:5], LINES[4], *LINES[5:]]) + b"\n", "log-out-of-sequence"),
    "the first entries cut off": (b"\n".join(LINES[2:]) + b"\n", "log-out-of-sequence"),
    "a time moved back": (in_entry(4, '"at":"2025', '"at":"2024'), "log-chain-broken"),
    "another commitment": (in_entry(4, ',"payload":"', ',"payload":"' + "0" * 64 + '","x":"'), "log-not-canonical"),
    "a payload edited": (edited(4, lambda line: line.update(p=line["p"].replace("ex", "ey"))), "log-payload-differs"),
    "a salt edited": (edited(4, lambda line: line.update(s="0" * 32)), "log-payload-differs"),
    "an upper-case salt": (edited(4, lambda line: line.update(s="A" * 32)), "log-not-canonical"),
    "an upper-case hash": (
        edited(4, lambda line: line.update(e=line["e"].replace('"prev":"', '"prev":"A', 1))),
        "log-not-canonical",
    ),
    "a field nobody knows": (edited(4, lambda line: line.update(x="y")), "log-unknown-fields"),
    "a payload without salt": (edited(4, lambda line: line.pop("s")), "log-unknown-fields"),
    "a number for a payload": (edited(4, lambda line: line.update(p=7)), "log-unknown-fields"),  # type: ignore[call-overload]
    "another version": (in_entry(4, '"v":1', '"v":2'), "log-not-canonical"),
    "a kind nobody knows": (in_entry(4, '"kind":"edit"', '"kind":"forge"'), "log-unknown-fields"),
    "a day that never was": (in_entry(4, '"at":"2025-02-22', '"at":"2025-02-31'), "log-unknown-fields"),
    "a leading zero": (in_entry(4, '"seq":4', '"seq":04'), "log-not-canonical"),
    "another dispute": (in_entry(4, DISPUTE, "d1sp0te00002"), "log-other-dispute"),
    "a duplicate key": (with_line(4, b'{"e":"x",' + LINES[4][1:]), "log-not-canonical"),
    "a space": (with_line(4, LINES[4].replace(b'","p"', b'", "p"')), "log-not-canonical"),
    "an escaped letter": (with_line(4, LINES[4].replace(b"edit", b"\\u0065dit", 1)), "log-not-canonical"),
    "a carriage return": (WRITTEN.replace(b"\n", b"\r\n"), "log-not-canonical"),
    "no last line feed": (WRITTEN[:-1], "log-not-canonical"),
    "an empty line": (WRITTEN + b"\n", "log-not-canonical"),
    "a mark of byte order": (b"\xef\xbb\xbf" + WRITTEN, "log-not-canonical"),
    "bytes that are no text": (WRITTEN.replace(b"title", b"t\xfftle", 1), "log-not-canonical"),
    "half a character": (with_line(4, LINES[4].replace(b'"p":"', b'"p":"\\ud800', 1)), "log-not-canonical"),
    "nothing": (b"", "log-empty"),
    "a nest without end": (with_line(4, b'{"e":' + b"[" * 100_000), "log-not-canonical"),
}


@pytest.mark.parametrize(("data", "code"), ATTACKS.values(), ids=ATTACKS)
def test_a_log_that_was_touched_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


@pytest.mark.parametrize("value", ["1.0", "true", "null", "1e3", "NaN", '{"a":1,"a":1}', '{"b":1,"a":1}'])
def test_a_payload_with_two_spellings_is_refused_though_its_commitment_holds(value: str) -> None:
    payload = f'{{"x":{value}}}'
    salt = bytes(16)
    commit = hashlib.sha256(b"juzheng-payload-v1\0" + salt + payload.encode()).hexdigest()
    at = datetime(2025, 2, 22, 8, 15, 3, tzinfo=UTC)
    facts = {"dispute_id": "d", "seq": 0, "kind": CustodyKind.NOTE, "at": at, "prev": NO_PREVIOUS}
    entry = entry_bytes(**facts, commit=commit).decode()  # type: ignore[arg-type]
    line = json.dumps({"e": entry, "p": payload, "s": salt.hex()}, separators=(",", ":"))
    assert refused(line.encode() + b"\n") == "log-not-canonical"


BODY = checkpoint(DISPUTE, LOG).body()


@pytest.mark.parametrize(
    "payload",
    [{"number": 1, "name": "a.png", "sha256": sha256} for sha256 in ([], {}, "A" * 64, "ab", 1)]
    + [{"number": "1", "name": "a.png", "sha256": "a" * 64}, {"number": 1, "sha256": "a" * 64}, {}],
    ids=str,
)
def test_an_exhibit_without_number_name_and_sum_is_refused(payload: dict[str, Plain]) -> None:
    log = chained([(CustodyKind.OPEN, {}), (CustodyKind.ADD, payload)])
    assert refused(custody_file(log, lambda _: True)) == "log-unknown-fields"


@pytest.mark.parametrize("token", ["", "A" * 64, None])
def test_a_timestamp_of_an_exhibit_without_its_sum_is_refused(token: str | None) -> None:
    payload: dict[str, Plain] = {"exhibit": "ex1"} | ({} if token is None else {"token": token})
    log = chained([(CustodyKind.OPEN, {}), (CustodyKind.ANCHOR, payload)])
    assert refused(custody_file(log, lambda _: True)) == "log-unknown-fields"


def test_the_same_bytes_again_name_no_exhibit() -> None:
    log = chained([(CustodyKind.OPEN, {}), (CustodyKind.ADD, {"duplicate_of": "ex1", "name": "a.png"})])
    assert refused(custody_file(log, lambda _: True)) == ""


@pytest.mark.parametrize("size", range(1, 13))
def test_every_beginning_of_a_log_has_its_checkpoint(size: int) -> None:
    body = checkpoint(DISPUTE, LOG[:size]).body()
    assert check_checkpoint(check_log(WRITTEN, Silent()), body, is_last=False) == ""


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (BODY.replace(b"\n12\n", b"\n012\n"), "checkpoint-unreadable"),
        (BODY + b"\n", "checkpoint-unreadable"),
        (BODY.replace(b"\n", b"\r\n"), "checkpoint-unreadable"),
        (BODY.replace(DISPUTE.encode(), b"d1sp0te00002"), "checkpoint-other-dispute"),
        (BODY.replace(b"\n12\n", b"\n13\n"), "checkpoint-log-too-short"),
        (BODY.replace(b"\n12\n", b"\n11\n"), "checkpoint-other-log"),
        (checkpoint(DISPUTE, LOG[:11]).body(), "checkpoint-entries-after"),
    ],
)
def test_a_checkpoint_of_anything_else_is_refused(body: bytes, code: str) -> None:
    assert check_checkpoint(check_log(WRITTEN, Silent()), body, is_last=True) == code


def test_a_root_has_one_spelling() -> None:
    root = base64.b64encode(bytes(32))
    assert parse_checkpoint(b"juzheng.local/dispute/d\n1\n" + root + b"\n")
    assert parse_checkpoint(b"juzheng.local/dispute/d\n1\n" + root[:-2] + b"B=\n") is None


def test_the_head_over_every_beginning_is_that_of_rfc_6962() -> None:
    """Folded by the definition: the largest power of two that is smaller than the whole goes to the left."""

    def defined(leaves: list[bytes]) -> bytes:
        if len(leaves) == 1:
            return leaves[0]
        left = 1 << (len(leaves) - 1).bit_length() - 1
        return hashlib.sha256(b"\x01" + defined(leaves[:left]) + defined(leaves[left:])).digest()

    leaves = [hashlib.sha256(bytes([number])).digest() for number in range(130)]
    heads = TreeHeads(leaves)
    assert all(heads.over(size) == defined(leaves[:size]) for size in range(1, len(leaves) + 1))


def test_an_empty_tree_has_the_hash_of_nothing() -> None:
    assert TreeHeads([]).over(0) == hashlib.sha256(b"").digest()
