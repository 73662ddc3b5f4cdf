"""A bag is taken only as it was packed: against its list, its dossier, its log and its timestamps."""

import os
import shutil
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.actions.verify import verify
from evidence_app.domain.verification import Step, StepOutcome, Verdict, Verification
from evidence_app.errors import InputProblem
from evidence_app.progress import Cancelled, Silent
from evidence_app.proof.checking import bagit
from tests.fakes.authorities import LocalAuthority
from tests.fakes.sealed import Sealed, bagged, listed, sealed_dossier


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory, witness: LocalAuthority) -> Path:
    """Return the bag of a later dossier of the same dispute."""
    folder = tmp_path_factory.mktemp("other")
    return bagged(sealed_dossier(folder, [witness], count=4), folder / "bag")


@pytest.fixture
def bag(sealed: Sealed, tmp_path: Path) -> Path:
    return bagged(sealed, tmp_path / "bag")


def checked(path: Path, sealed: Sealed) -> Verification:
    return verify(path, sealed.authorities, Silent())


def codes(found: Verification, outcome: StepOutcome = StepOutcome.FAILS) -> set[str]:
    return {each.code for result in found.results for each in result.findings if each.outcome is outcome}


def packed(bag: Path, root: str = "bag/") -> Path:
    """Return the bag as a ZIP, as it lies there."""
    out = bag.with_suffix(".zip")
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(bag.rglob("*")):
            if path.is_file():
                archive.write(path, root + path.relative_to(bag).as_posix())
    return out


@pytest.mark.parametrize("root", ["", "bag/"])
def test_a_bag_as_it_was_packed_is_witnessed_zipped_or_not(bag: Path, sealed: Sealed, root: str) -> None:
    for path in (bag, packed(bag, root)):
        found = checked(path, sealed)
        assert (found.verdict, found.exhibit_count) == (Verdict.WITNESSED, 3), found.results


def test_without_a_known_root_a_bag_is_unchanged(bag: Path) -> None:
    assert verify(bag, (), Silent()).verdict is Verdict.UNCHANGED


def _swap(bag: Path) -> None:
    first, second = bag / "data/originals/E001.bin", bag / "data/originals/E002.bin"
    spare = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(spare)


def _forge(name: str, data: bytes = b"forged") -> Callable[[Path], None]:
    return lambda bag: (bag / "data" / name).write_bytes(data) and None


def _remove(name: str) -> Callable[[Path], None]:
    return lambda bag: (bag / "data" / name).unlink()


CONSISTENT = {
    "two originals exchanged": (_swap, "original-other-bytes"),
    "an original replaced": (_forge("originals/E001.bin"), "original-other-bytes"),
    "an original added": (_forge("originals/E009.png"), "original-not-in-log"),
    "an original under a name of its own": (_forge("originals/proof.png"), "original-not-in-log"),
    "an original taken out": (_remove("originals/E002.bin"), "enclosure-missing"),
    "a log replaced": (_forge("custody.jsonl"), "log-not-canonical"),
    "a log taken out": (_remove("custody.jsonl"), "log-missing"),
    "a checkpoint taken out": (_remove("checkpoint.txt"), "checkpoint-missing"),
    "a timestamp replaced": (_forge("dossier.pdf.tsr"), "token-unreadable"),
    "a timestamp over the log taken out": (_remove("checkpoint.txt.tsr"), "enclosure-missing"),
    "a script replaced": (_forge("verify.py", b"print('OK')"), "enclosure-differs"),
    "the dossier taken out": (_remove("dossier.pdf"), "dossier-missing"),
    "the dossier replaced": (_forge("dossier.pdf"), "pdf-damaged"),
}


@pytest.mark.parametrize(("change", "code"), CONSISTENT.values(), ids=CONSISTENT)
def test_what_was_changed_together_with_the_list_is_noticed(
    change: Callable[[Path], None], code: str, bag: Path, sealed: Sealed
) -> None:
    change(bag)
    listed(bag)
    found = checked(bag, sealed)
    assert code in codes(found)
    assert found.verdict is Verdict.CHANGED


@pytest.mark.parametrize(
    "names",
    [("dossier.pdf",), ("dossier.pdf.tsr",), ("custody.jsonl",), ("checkpoint.txt",), ("checkpoint.txt.tsr",)]
    + [("custody.jsonl", "checkpoint.txt", "checkpoint.txt.tsr"), ("dossier.pdf", "dossier.pdf.tsr")],
    ids="+".join,
)
def test_parts_of_another_dossier_are_noticed(names: tuple[str, ...], bag: Path, other: Path, sealed: Sealed) -> None:
    for name in names:
        shutil.copyfile(other / "data" / name, bag / "data" / name)
    listed(bag)
    assert checked(bag, sealed).verdict is Verdict.CHANGED


def test_what_the_list_does_not_know_is_noticed(bag: Path, sealed: Sealed) -> None:
    (bag / "data/originals/E001.bin").write_bytes(b"other")
    (bag / "data/timeline.csv").unlink()
    (bag / "data/more.txt").write_text("more")
    found = checked(bag, sealed)
    assert {"file-changed", "file-missing", "file-extra"} <= codes(found)
    assert {"data/originals/E001.bin", "data/timeline.csv", "data/more.txt"} <= set(found.affected)


def test_a_log_of_which_the_dossier_knows_nothing_may_be_that_of_another(
    sealed: Sealed, witness: LocalAuthority, tmp_path: Path
) -> None:
    alone = sealed_dossier(tmp_path / "alone", [witness], attach=False, count=2)
    found = checked(bagged(replace(alone, enclosures=sealed.enclosures), tmp_path / "bag"), sealed)
    assert found.verdict is Verdict.UNCHECKED
    assert "log-not-named" in codes(found, StepOutcome.UNCHECKED)


def test_what_only_the_list_vouches_for_is_told(bag: Path, sealed: Sealed) -> None:
    (bag / "data/timeline.csv").write_text("a forged timeline")
    listed(bag)
    remarks = checked(bag, sealed).result(Step.PACKAGE).findings
    told = {each.item for each in remarks if each.code == "file-only-listed"}
    assert told == {"data/timeline.csv", "VERIFY.txt"}


def test_a_bag_whose_dossier_nothing_seals_says_so(sealed: Sealed, tmp_path: Path) -> None:
    bare = sealed_dossier(tmp_path / "bare", sign=False)
    found = verify(bagged(bare, tmp_path / "bag"), (), Silent())
    assert (found.verdict, "dossier-only-listed" in codes(found, StepOutcome.HOLDS)) == (Verdict.UNCHANGED, True)


def test_files_of_the_system_are_no_tampering(bag: Path, sealed: Sealed) -> None:
    (bag / "data/.DS_Store").write_bytes(b"Bud1")
    (bag / "data/originals/Thumbs.db").write_bytes(b"thumbs")
    found = checked(bag, sealed)
    assert found.verdict is Verdict.WITNESSED
    assert "file-of-system" in codes(found, StepOutcome.HOLDS)


@pytest.mark.parametrize(
    "name", ["../outside.txt", "/etc/passwd", "data/../../x", "data\\x", "C:/x", "data//x", "data/./x"]
)
def test_a_list_that_leads_outside_is_refused(name: str, bag: Path, sealed: Sealed) -> None:
    with (bag / "manifest-sha256.txt").open("a") as manifest:
        manifest.write(f"{'0' * 64}  {name}\n")
    assert "bag-no-list" in codes(checked(bag, sealed))


def test_a_list_that_names_a_file_twice_is_refused(bag: Path, sealed: Sealed) -> None:
    manifest = bag / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text() + manifest.read_text().splitlines()[0] + "\n")
    assert "bag-no-list" in codes(checked(bag, sealed))


@pytest.mark.skipif(os.name == "nt", reason="links need privileges there")
def test_a_link_is_never_followed(bag: Path, sealed: Sealed) -> None:
    (bag / "data/originals/E001.bin").unlink()
    (bag / "data/originals/E001.bin").symlink_to("/etc/passwd")
    assert codes(checked(bag, sealed)) == {"bag-link"}


@pytest.mark.skipif(os.name == "nt", reason="not case sensitive")
def test_names_that_differ_in_case_only_are_refused(bag: Path, sealed: Sealed) -> None:
    (bag / "data/DOSSIER.pdf").write_bytes(b"other")
    assert codes(checked(bag, sealed)) == {"bag-ambiguous"}


def test_a_bag_to_be_fetched_from_elsewhere_is_refused(bag: Path, sealed: Sealed) -> None:
    (bag / "fetch.txt").write_text("http://127.0.0.1/ 5 data/x\n")
    assert "bag-incomplete" in codes(checked(bag, sealed))


def test_a_disk_that_gives_nothing_back_is_no_tampering(
    bag: Path, sealed: Sealed, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = bagit.Package.open

    def failing(package: bagit.Package, name: str) -> object:
        if name.endswith("E002.bin"):
            raise OSError(5, "Input/output error")
        return real(package, name)

    monkeypatch.setattr(bagit.Package, "open", failing)
    found = checked(bag, sealed)
    assert "file-unreadable" in codes(found, StepOutcome.UNCHECKED)


class Impatient(Silent):
    def check(self) -> None:
        raise Cancelled


def test_checking_can_be_stopped(bag: Path) -> None:
    with pytest.raises(Cancelled):
        verify(bag, (), Impatient())


class Swapping(Silent):
    """Puts other bytes into a file as soon as so many were read, as somebody does who waits for that moment."""

    def __init__(self, path: Path, data: bytes, after: int) -> None:
        self._path, self._data, self._left = path, data, after

    def advance(self, count: int = 1) -> None:
        self._left -= count
        if self._left <= 0:
            self._path.write_bytes(self._data)
            self._left = 1 << 60


def test_a_dossier_exchanged_between_two_looks_is_not_judged(sealed: Sealed, other: Path, tmp_path: Path) -> None:
    for found in sealed.path.parent.glob("dossier.pdf*"):
        shutil.copyfile(found, tmp_path / found.name)
    place = tmp_path / "dossier.pdf"
    forged = (other / "data/dossier.pdf").read_bytes()
    swapping = Swapping(place, forged, place.stat().st_size)
    assert verify(place, sealed.authorities, swapping).verdict is Verdict.UNCHECKED


@pytest.mark.parametrize("name", ["data/dossier.pdf", "data/custody.jsonl"])
def test_a_bag_changed_between_two_looks_is_not_judged(bag: Path, other: Path, sealed: Sealed, name: str) -> None:
    size = sum(path.stat().st_size for path in bag.rglob("*") if path.is_file())
    swapping = Swapping(bag / name, (other / name).read_bytes(), size)
    assert verify(bag, sealed.authorities, swapping).verdict is Verdict.UNCHECKED


def test_a_folder_that_is_no_bag_is_an_input_problem(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="not-verifiable"):
        verify(tmp_path, (), Silent())


def test_any_other_zip_is_not_accused_of_being_a_changed_bag(tmp_path: Path) -> None:
    path = zipped(tmp_path / "photos.zip", {"a.png": b"a", "b.png": b"b"})
    with pytest.raises(InputProblem, match="not-verifiable"):
        verify(path, (), Silent())


# -- ZIPs -------------------------------------------------------------------------------------------------------------


def zipped(out: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out


DECLARED = {"bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"}


OUTSIDE = ["../x", "/x", "data/../../x", "data\\x", "data/a:b", "x" * 2000, "a/" * 40 + "x"]
UNPORTABLE = ["data/x.", "data/x ", "data/NUL", "data/con.txt", "data/lpt1 .x", "data/a./x"]


@pytest.mark.parametrize("name", OUTSIDE + UNPORTABLE)
def test_a_member_that_leads_outside_is_refused(name: str, tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {**DECLARED, name: b"x"})
    if os.name != "nt" and "\\" not in name:
        assert codes(verify(path, (), Silent())) <= {"bag-unsafe-name", "bag-damaged"}
    assert verify(path, (), Silent()).verdict is Verdict.CHANGED
    assert [each.name for each in tmp_path.iterdir()] == ["x.zip"]


def test_an_archive_with_an_endless_list_of_contents_is_not_read(tmp_path: Path) -> None:
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *[20] * 2, *[0] * 7, 1000, *[0] * 6) + b"x" * 1000
    count = (17 << 20) // len(entry)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, count * len(entry), 0, 0)
    (tmp_path / "x.zip").write_bytes(entry * count + end)
    (found,) = verify(tmp_path / "x.zip", (), Silent()).results[0].findings
    assert (found.code, found.item) == ("bag-too-much", "x.zip")  # it would name a member if it had read the list


def test_an_archive_that_unpacks_without_end_is_not_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {**DECLARED, "data/x": bytes(300 << 20)})
    found = verify(path, (), Silent())
    assert codes(found, StepOutcome.UNCHECKED) == {"bag-too-much"}
    assert found.verdict is Verdict.UNCHECKED


def test_members_that_share_bytes_are_not_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {**DECLARED, "data/a": b"a" * 500, "data/b": b"b" * 500})
    data = bytearray(path.read_bytes())
    second = data.rindex(b"PK\x01\x02")
    first = data.rindex(b"PK\x01\x02", 0, second)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    path.write_bytes(data)
    assert codes(verify(path, (), Silent()), StepOutcome.UNCHECKED) == {"bag-too-much"}


def test_an_encrypted_archive_says_so(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {**DECLARED, "data/a": b"a"})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02") + 8
    data[at : at + 2] = struct.pack("<H", 1)
    path.write_bytes(data)
    found = verify(path, (), Silent())
    assert (found.verdict, codes(found, StepOutcome.UNCHECKED)) == (Verdict.UNCHECKED, {"bag-encrypted"})


def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("bagit.txt", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("bagit.txt", "two")
    assert codes(verify(tmp_path / "x.zip", (), Silent())) == {"bag-ambiguous"}


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("data/x")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("bagit.txt", DECLARED["bagit.txt"])
        archive.writestr(link, "/etc/passwd")
    assert codes(verify(tmp_path / "x.zip", (), Silent())) == {"bag-link"}


def test_an_archive_cut_off_anywhere_never_holds(bag: Path, sealed: Sealed) -> None:
    path = packed(bag)
    data = path.read_bytes()
    for part in range(20):
        path.write_bytes(data[: len(data) * part // 20])
        assert checked(path, sealed).verdict is Verdict.CHANGED


def test_flipped_bytes_of_an_archive_never_pass_for_other_content(bag: Path, sealed: Sealed) -> None:
    """What no reader sees, such as a date or a flag of a member, may differ; what is read may not."""
    path = packed(bag)
    data = path.read_bytes()
    sound = checked(path, sealed)
    count = 0
    for place in range(0, len(data), len(data) // 60):
        flipped = bytearray(data)
        flipped[place] ^= 0x10
        path.write_bytes(flipped)
        count += 1
        try:
            found = checked(path, sealed)
        except InputProblem:  # its list of contents broke: no bag is found in it, and nothing passes
            continue
        assert found.verdict is not Verdict.WITNESSED or found.results == sound.results, place
    print(f"{count} flipped bytes of a ZIP")


def test_a_step_that_is_absent_says_so(bag: Path, sealed: Sealed) -> None:
    for token in bag.glob("data/*.tsr"):
        token.unlink()
    listed(bag)
    result = checked(bag, sealed).result(Step.LOG_TIME)
    assert result is not None
    assert result.outcome is StepOutcome.ABSENT
