"""What a dossier carries besides its pages."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.domain.custody import CustodyEntry, checkpoint
from evidence_app.domain.exhibits import Exhibit, Media, MediaKind, Original
from evidence_app.errors import IntegrityFailure
from evidence_app.proof.enclosures import (
    Enclosure,
    Relationship,
    custody_file,
    log_enclosures,
    original_enclosures,
    original_name,
    script_enclosures,
)
from tests.fakes.custody_logs import DISPUTE, START, anchor_of, log_of


def everything(entry: CustodyEntry) -> bool:
    return True


def nothing(entry: CustodyEntry) -> bool:
    return False


def by_name(enclosures: list[Enclosure]) -> dict[str, bytes]:
    return {enclosure.name: enclosure.content() for enclosure in enclosures}


def exhibit(number: int, extension: str) -> Exhibit:
    original = Original(f"{number:064x}", 9, Media(MediaKind.IMAGE, "image/png", extension))
    return Exhibit(
        id=f"ex{number}", dispute_id=DISPUTE, number=number, original=original, name="../../x.png", added_at=START
    )


def test_a_line_holds_the_exact_bytes_that_were_hashed() -> None:
    log = log_of(3)
    lines = custody_file(log, everything).decode().splitlines()
    for entry, line in zip(log, map(json.loads, lines), strict=True):
        assert line["e"].encode() == entry.entry
        assert line["p"].encode() == entry.payload
        assert bytes.fromhex(line["s"]) == entry.salt


def test_what_is_not_disclosed_keeps_its_entry_only() -> None:
    for line in custody_file(log_of(3), nothing).decode().splitlines():
        assert set(json.loads(line)) == {"e"}


def test_an_erased_payload_is_not_disclosed() -> None:
    erased = [replace(entry, payload=None, salt=None) for entry in log_of(2)]
    assert custody_file(erased, everything) == custody_file(log_of(2), nothing)


def test_the_checkpoint_ends_exactly_with_the_log() -> None:
    log = log_of(7)
    files = by_name(log_enclosures(DISPUTE, log, [], everything))
    assert set(files) == {"custody.jsonl", "checkpoint.txt"}
    assert files["checkpoint.txt"] == checkpoint(DISPUTE, log).body()


def test_tokens_lie_beside_the_checkpoints_they_are_over() -> None:
    log = log_of(9)
    anchors = [anchor_of(log, 9, "one"), anchor_of(log, 9, "two"), anchor_of(log, 4, "one")]
    files = by_name(log_enclosures(DISPUTE, log, anchors, everything))
    assert list(files) == [
        "custody.jsonl",
        "checkpoint.txt",
        "checkpoint.txt.tsr",
        "checkpoint.txt.2.tsr",
        "checkpoint-4.txt",
        "checkpoint-4.txt.tsr",
    ]
    assert files["checkpoint-4.txt"] == checkpoint(DISPUTE, log[:4]).body()
    assert files["checkpoint.txt.2.tsr"] == anchors[1].response


def test_an_anchor_of_a_longer_log_is_left_out() -> None:
    log = log_of(9)
    files = by_name(log_enclosures(DISPUTE, log[:8], [anchor_of(log, 9)], everything))
    assert set(files) == {"custody.jsonl", "checkpoint.txt"}


def test_an_anchor_of_another_log_is_refused() -> None:
    with pytest.raises(IntegrityFailure, match="custody-broken"):
        log_enclosures(DISPUTE, log_of(5), [replace(anchor_of(log_of(5), 5), checkpoint=b"other")], everything)


@pytest.mark.parametrize(
    ("number", "extension", "name"),
    [(1, ".png", "E001.png"), (1204, ".JPG", "E1204.jpg"), (2, "", "E002.bin"), (3, "./../a", "E003.bin")],
)
def test_an_original_is_named_by_its_number_and_type_alone(number: int, extension: str, name: str) -> None:
    assert original_name(exhibit(number, extension)) == name


def test_originals_lie_where_they_are(tmp_path: Path) -> None:
    (enclosed,) = original_enclosures([exhibit(1, ".png")], lambda sha256: tmp_path / sha256)
    assert enclosed.path == tmp_path / enclosed.sha256
    assert (enclosed.relationship, enclosed.size, enclosed.data) == (Relationship.SOURCE, 9, None)


def test_the_scripts_are_enclosed_as_they_are_published() -> None:
    scripts = by_name(script_enclosures())
    assert list(scripts) == ["verify.py", "extract_sig.py"]
    for enclosure in script_enclosures():
        assert enclosure.sha256 == hashlib.sha256(enclosure.content()).hexdigest()
