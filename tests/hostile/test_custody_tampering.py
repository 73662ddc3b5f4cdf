"""A custody log in the hands of a forger: whatever is changed, every verifier refuses it.

Judged by three that share no code: verify.py as it is enclosed, the program's own, and one on a public RFC 6962
implementation. The forger cannot change the checkpoint: a timestamp is over it. Each attack is tried bare, and with the
whole log numbered, committed and chained anew after it.
"""

import hashlib
import os
import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pymerkle
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from evidence_app.domain.custody import leaf_hash, merkle_root
from evidence_app.progress import Silent
from evidence_app.proof.checking.custody import check_checkpoint, check_log
from tests.fakes.custody_logs import DISPUTE, VERIFY, log_of
from tests.fakes.forged_logs import (
    ForgedLine,
    canonical_text,
    changed,
    checkpoint_of,
    file_of,
    fresh_salt,
    opened,
    rechained,
)
from tests.fakes.script_cases import run_in_process
from tests.fakes.second_verifier import Doubtful, second_opinion

SOAK = bool(os.environ.get("JUZHENG_SOAK"))
TRIES = 200 if SOAK else 8
FLIPS = 10_000 if SOAK else 150
SPLICES = 5_000 if SOAK else 60

PROGRAM = compile(VERIFY.read_text(encoding="utf-8"), str(VERIFY), "exec")
LINES = rechained(opened(log_of(25)))
LOG = file_of(LINES)
MARK = checkpoint_of(LINES, DISPUTE)


def script_accepts(log: bytes, mark: bytes, folder: Path) -> bool:
    (folder / "custody.jsonl").write_bytes(log)
    (folder / "checkpoint.txt").write_bytes(mark)
    code, output = run_in_process(PROGRAM, ("custody.jsonl", "checkpoint.txt"), folder)
    assert (code == 0) == ("HOLDS" in output)
    return code == 0


def we_accept(log: bytes, mark: bytes) -> bool:
    checked = check_log(log, Silent())
    return checked.holds and not check_checkpoint(checked, mark, is_last=True)


def another_accepts(log: bytes, mark: bytes) -> bool:
    try:
        second_opinion(log, mark)
    except Doubtful:
        return False
    return True


def accepted_by(log: bytes, folder: Path, mark: bytes = MARK) -> list[str]:
    verdicts = {
        "verify.py": script_accepts(log, mark, folder),
        "the program": we_accept(log, mark),
        "the second verifier": another_accepts(log, mark),
    }
    return [name for name, accepts in verdicts.items() if accepts]


def test_all_verifiers_accept_the_log_as_it_is(tmp_path: Path) -> None:
    assert accepted_by(LOG, tmp_path) == ["verify.py", "the program", "the second verifier"]
    bare = file_of([replace(line, payload=None, salt=None) for line in LINES])
    assert len(accepted_by(bare, tmp_path)) == 3


def edit(lines: list[ForgedLine], chance: random.Random) -> list[ForgedLine]:
    words = canonical_text({"what": "exhibit", "id": "ex1", "changes": [chance.randrange(10**9)]})
    index = chance.randrange(len(lines))
    return changed(lines, index, lambda line: replace(line, payload=words, salt=fresh_salt(chance.randrange(10**9))))


def delete(lines: list[ForgedLine], chance: random.Random) -> list[ForgedLine]:
    index = chance.randrange(len(lines))
    return lines[:index] + lines[index + 1 :]


def swap(lines: list[ForgedLine], chance: random.Random) -> list[ForgedLine]:
    one, two = chance.sample(range(len(lines)), 2)
    made = list(lines)
    made[one], made[two] = made[two], made[one]
    return made


def insert(lines: list[ForgedLine], chance: random.Random) -> list[ForgedLine]:
    index = chance.randrange(len(lines) + 1)
    model = lines[chance.randrange(len(lines))]
    return [*lines[:index], replace(model, salt=fresh_salt(chance.randrange(10**9))), *lines[index:]]


def truncate(lines: list[ForgedLine], chance: random.Random) -> list[ForgedLine]:
    return lines[: chance.randrange(len(lines))]


def backdate(lines: list[ForgedLine], chance: random.Random) -> list[ForgedLine]:
    index = chance.randrange(len(lines))
    at = f"2024-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}T00:00:00.{chance.randrange(1000):03d}Z"
    return changed(lines, index, lambda line: replace(line, entry=line.entry | {"at": at}))


ATTACKS: tuple[Callable[[list[ForgedLine], random.Random], list[ForgedLine]], ...] = (
    edit, delete, swap, insert, truncate, backdate,
)  # fmt: skip


def as_they_are(lines: Iterable[ForgedLine]) -> list[ForgedLine]:
    return list(lines)


@pytest.mark.parametrize("mend", [as_they_are, rechained], ids=["bare", "rechained"])
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
@pytest.mark.conformance(
    "LOG-4", "Edited, deleted, swapped, inserted, truncated and backdated logs are refused, chained anew or not."
)
def test_no_attack_on_entries_passes(
    attack: Callable[[list[ForgedLine], random.Random], list[ForgedLine]],
    mend: Callable[[list[ForgedLine]], list[ForgedLine]],
    tmp_path: Path,
) -> None:
    chance = random.Random(f"{attack.__name__} {mend.__name__}")
    passed = []
    for number in range(TRIES):
        forged = file_of(mend(attack(list(LINES), chance)))
        assert forged != LOG
        passed += [(number, name) for name in accepted_by(forged, tmp_path)]
    print(f"{attack.__name__}, {mend.__name__}: {TRIES} forged logs, {len(passed)} accepted by any of 3 verifiers")
    assert passed == []


@pytest.mark.conformance("LOG-4", "A log with one changed byte is refused.")
def test_no_changed_byte_passes(tmp_path: Path) -> None:
    chance = random.Random(6962)
    passed = []
    for number in range(FLIPS):
        place = number * len(LOG) // FLIPS if SOAK else chance.randrange(len(LOG))
        forged = bytearray(LOG)
        forged[place] ^= chance.randrange(1, 256)
        passed += [(place, name) for name in accepted_by(bytes(forged), tmp_path)]
    print(f"{FLIPS} changed bytes of {len(LOG)}, {len(passed)} accepted by any of 3 verifiers")
    assert passed == []


@pytest.mark.conformance("LOG-4", "A checkpoint with one changed byte is refused.")
def test_no_changed_byte_of_the_checkpoint_passes(tmp_path: Path) -> None:
    passed = []
    for place in range(len(MARK)):
        for mask in (1, 0x20, 0x80) if SOAK else (0x20,):
            forged = bytearray(MARK)
            forged[place] ^= mask
            passed += [(place, name) for name in accepted_by(LOG, tmp_path, bytes(forged))]
    assert passed == []


OTHER = file_of(rechained(opened(log_of(25))[3:]))


@pytest.mark.conformance("LOG-4", "A log spliced from parts is refused.")
def test_no_splice_passes(tmp_path: Path) -> None:
    tried = 0

    @settings(max_examples=SPLICES)
    @given(data=st.data())
    def splice(data: st.DataObject) -> None:
        nonlocal tried
        source = data.draw(st.sampled_from([LOG, OTHER]))
        start, end = sorted((data.draw(st.integers(0, len(LOG))), data.draw(st.integers(0, len(LOG)))))
        first, last = sorted((data.draw(st.integers(0, len(source))), data.draw(st.integers(0, len(source)))))
        forged = LOG[:start] + source[first:last] + LOG[end:]
        assume(forged != LOG)
        tried += 1
        assert accepted_by(forged, tmp_path) == []

    splice()
    print(f"{tried} spliced logs, 0 accepted by any of 3 verifiers")


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=70), st.data())
@pytest.mark.conformance("LOG-1", "The tree is that of a public implementation of RFC 6962.")
def test_our_tree_is_that_of_a_public_implementation(entries: list[bytes], data: st.DataObject) -> None:
    tree = pymerkle.InmemoryTree(algorithm="sha256")
    for entry in entries:
        tree.append_entry(entry)
    size = data.draw(st.integers(1, len(entries)))
    assert merkle_root(leaf_hash(entry) for entry in entries[:size]) == tree.get_root(size)


def test_the_public_implementation_meets_the_public_vectors() -> None:
    tree = pymerkle.InmemoryTree(algorithm="sha256")
    assert tree.get_root() == hashlib.sha256(b"").digest()
    for text in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"):
        tree.append_entry(bytes.fromhex(text))
    assert tree.get_root().hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
