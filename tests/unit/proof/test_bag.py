"""The bag, judged by the Library of Congress's own validator, by sha256sum, and by what a reader finds in it."""

import contextlib
import hashlib
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence_app.errors import IntegrityFailure
from evidence_app.phrases import Language
from evidence_app.progress import Cancelled, Silent
from evidence_app.proof.bag import BagParts, write_bag
from evidence_app.proof.enclosures import Enclosure, Relationship, log_enclosures, script_enclosures, table_enclosure
from evidence_app.proof.instructions import Checkable, instructions
from tests.fakes.custody_logs import DISPUTE, anchor_of, log_of, original_of
from tests.fakes.verifying_person import commands_in


def original(folder: Path, number: int) -> Enclosure:
    data = original_of(number)
    path = folder / f"original {number}"
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    name, source = f"E{number:03d}.png", Relationship.SOURCE
    return Enclosure(
        name=name, mime="image/png", relationship=source, description="", sha256=digest, size=len(data), path=path
    )


@pytest.fixture
def parts(tmp_path: Path) -> BagParts:
    """A bag's parts with bytes in place of a PDF and of tokens."""
    dossier = tmp_path / "made.pdf"
    dossier.write_bytes(b"%PDF-1.7 dossier")
    log = log_of(9)
    enclosed = log_enclosures(DISPUTE, log, [anchor_of(log, 9), anchor_of(log, 4)], lambda entry: True)
    originals = [original(tmp_path, number) for number in (1, 2, 3, 4)]
    return BagParts(
        dossier=dossier,
        dossier_tokens=[b"first token", b"second token"],
        enclosures=[*enclosed, table_enclosure(b"time\r\n"), *script_enclosures(), *originals],
        instructions=instructions(Checkable(), Language.ZH_HANT),
        dispute_id=DISPUTE,
        dossier_id="dossier00001",
        generated_at=datetime(2025, 4, 3, 23, 30, tzinfo=UTC),
    )


def test_the_reference_validator_finds_the_folder_valid(parts: BagParts, tmp_path: Path) -> None:
    write_bag(tmp_path / "bag", parts, Silent())
    command = [sys.executable, "-m", "bagit", "--validate", str(tmp_path / "bag")]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stderr


@pytest.mark.parametrize("manifest", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_sha256sum_finds_every_file_of_the_lists(parts: BagParts, manifest: str, tmp_path: Path) -> None:
    write_bag(tmp_path / "bag", parts, Silent())
    command = ["sha256sum", "--check", "--strict", manifest]
    assert subprocess.run(command, cwd=tmp_path / "bag", capture_output=True, check=False).returncode == 0


def test_it_holds_what_a_reader_looks_for(parts: BagParts, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    write_bag(bag, parts, Silent())
    found = {path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file()}
    originals = {f"data/originals/E00{number}.png" for number in (1, 2, 3, 4)}
    log = {"custody.jsonl", "checkpoint.txt", "checkpoint.txt.tsr", "checkpoint-4.txt", "checkpoint-4.txt.tsr"}
    proofs = {"dossier.pdf", "dossier.pdf.tsr", "dossier.pdf.2.tsr", "timeline.csv", "verify.py", "extract_sig.py"}
    tags = {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"}
    texts = {"VERIFY.txt", "VERIFY.en.txt", "VERIFY.zh-Hans.txt"}
    assert found == originals | {f"data/{name}" for name in log | proofs} | tags | texts


def test_its_papers_tell_its_size_and_the_dossiers_own_day(parts: BagParts, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    write_bag(bag, parts, Silent())
    payload = [path for path in (bag / "data").rglob("*") if path.is_file()]
    lines = (bag / "bag-info.txt").read_text().splitlines()
    assert f"Payload-Oxum: {sum(path.stat().st_size for path in payload)}.{len(payload)}" in lines
    assert "Bagging-Date: 2025-04-03" in lines
    assert f"Internal-Sender-Identifier: {DISPUTE}" in lines


def test_the_zip_holds_the_same_files_in_one_folder(parts: BagParts, tmp_path: Path) -> None:
    write_bag(tmp_path / "bag", parts, Silent())
    write_bag(tmp_path / "out.zip", parts, Silent(), name="案件 1")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "unpacked")
    assert [path.name for path in (tmp_path / "unpacked").iterdir()] == ["案件 1"]
    differences = subprocess.run(["diff", "-r", tmp_path / "bag", tmp_path / "unpacked" / "案件 1"], check=False)
    assert differences.returncode == 0


def test_equal_parts_give_equal_bytes(parts: BagParts, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_bag(tmp_path / f"{name}.zip", parts, Silent(), name="bag")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_an_original_that_changed_meanwhile_is_refused(parts: BagParts, tmp_path: Path) -> None:
    (tmp_path / "original 2").write_bytes(original_of(3))
    with pytest.raises(IntegrityFailure, match=r"original-changed.*E002\.png"):
        write_bag(tmp_path / "bag", parts, Silent())


def test_an_original_that_is_gone_is_named(parts: BagParts, tmp_path: Path) -> None:
    (tmp_path / "original 2").unlink()
    with pytest.raises(IntegrityFailure, match=r"original-missing.*E002\.png"):
        write_bag(tmp_path / "bag", parts, Silent())


def test_writing_can_be_cancelled(parts: BagParts, tmp_path: Path) -> None:
    class Impatient(Silent):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_bag(tmp_path / "bag.zip", parts, Impatient())


def test_a_bag_is_never_written_over_something_else(parts: BagParts, tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    with pytest.raises(Exception, match="disk-error|no-permission"):
        write_bag(tmp_path / "bag", parts, Silent())


def test_the_reference_validator_notices_each_changed_file(parts: BagParts, tmp_path: Path) -> None:
    import bagit

    write_bag(tmp_path / "bag", parts, Silent())
    files = sorted(path for path in (tmp_path / "bag").rglob("*") if path.is_file())
    files.remove(tmp_path / "bag" / "tagmanifest-sha256.txt")  # the one file that no list names
    for number, path in enumerate(files):
        copy = tmp_path / f"copy {number}"
        shutil.copytree(tmp_path / "bag", copy)
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        (copy / path.relative_to(tmp_path / "bag")).write_bytes(data)
        with contextlib.suppress(bagit.BagError):
            assert not bagit.Bag(str(copy)).is_valid()
    assert len(files) == 21


FULL = Checkable(
    dossier_tokens=2,
    log_tokens=("checkpoint.txt.tsr", "checkpoint.txt.2.tsr", "checkpoint-4.txt.tsr"),
    is_signed=True,
    signature_stamped=True,
    attached=("custody.jsonl", "checkpoint.txt", "E001.png"),
    authorities=(("Authority One", "https://one.example/root.pem"),),
)


def texts(facts: Checkable) -> list[str]:
    return [data.decode("utf-8-sig") for data in instructions(facts, Language.EN).values()]


def test_the_commands_are_the_same_in_all_languages() -> None:
    one, two, three = map(commands_in, texts(FULL))
    assert one == two == three
    assert len(one) == 18


def test_many_earlier_states_of_the_log_are_one_command() -> None:
    earlier = tuple(f"checkpoint-{size}.txt{ending}" for size in range(30) for ending in (".tsr", ".2.tsr"))
    commands = commands_in(texts(replace(FULL, log_tokens=(*FULL.log_tokens[:2], *earlier)))[0])
    assert len(commands) == 18
    assert sum("checkpoint.txt." in command for command in commands) == 2
    assert sum(command.startswith("for token in data/checkpoint-*.tsr") for command in commands) == 1


def test_only_commands_that_apply_are_there() -> None:
    bare = "\n".join(commands_in(texts(replace(Checkable(), has_originals=False))[0]))
    assert "openssl" not in bare
    assert "pdfdetach" not in bare
    assert "--files" not in bare


def test_the_first_text_is_in_the_dossiers_language() -> None:
    made = instructions(FULL, Language.ZH_HANS)
    assert list(made)[0] == "VERIFY.txt"
    assert "如何不借助制作程序核验本文件夹" in made["VERIFY.txt"].decode("utf-8-sig")
    assert "https://one.example/root.pem" in made["VERIFY.en.txt"].decode("utf-8-sig")


def test_lines_fit_a_terminal_and_nothing_was_left_unfilled() -> None:
    for text in texts(FULL):
        assert "{" not in text
        assert "\r\n" in text
        assert max(len(line) for line in text.splitlines() if not line.startswith("    ")) <= 120
