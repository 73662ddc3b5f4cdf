"""Archives made to harm: each is kept as it is, or opened without leaving the scratch folder, filling the disk or
taking the memory."""

import gzip
import io
import os
import random
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from evidence_app.errors import InputProblem
from evidence_app.intake import archives
from evidence_app.intake.sources import Candidate, Found, candidates, expected_count
from evidence_app.progress import Silent

MUTANTS = 20_000 if os.environ.get("JUZHENG_SOAK") else 300


def found(tmp_path: Path, path: Path) -> list[Found]:
    scratch = tmp_path / "scratch"
    scratch.mkdir(exist_ok=True)
    return list(candidates([path], scratch, Silent()))


def told(items: list[Found]) -> list[tuple[str, str]]:
    return [(item.name, item.problem.code if item.problem else "") for item in items]


HOSTILE_NAMES = [
    "../../../../tmp/escape.txt",
    "/etc/cron.d/escape",
    "C:\\Windows\\escape.txt",
    "..\\..\\escape.txt",
    "a/../../escape.txt",
    "\u202egnp.exe",
    "😀" * 60,
    "n" * 255,
    "x\ny",
    "CON",
    "..",
    "a:b",
]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_no_name_in_an_archive_becomes_a_path(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"evil.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name in HOSTILE_NAMES:
                archive.writestr(zipfile.ZipInfo(name), b"x")
    else:
        with tarfile.open(path, "w") as tar:
            for name in HOSTILE_NAMES:
                info = tarfile.TarInfo(name)
                info.size = 1
                tar.addfile(info, io.BytesIO(b"x"))
    before = set(tmp_path.iterdir())
    items = found(tmp_path, path)
    assert len(items) == len(HOSTILE_NAMES)
    assert {item.path.parent for item in items if isinstance(item, Candidate)} == {tmp_path / "scratch"}
    assert set(tmp_path.iterdir()) - before == {tmp_path / "scratch"}
    assert not any("escape" in item.name and ("/" in item.name or "\\" in item.name) for item in items)


def test_links_and_devices_in_a_tar_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "links.tar"
    kinds = [
        (tarfile.SYMTYPE, "soft"),
        (tarfile.LNKTYPE, "hard"),
        (tarfile.CHRTYPE, "device"),
        (tarfile.FIFOTYPE, "fifo"),
    ]
    with tarfile.open(path, "w") as archive:
        for kind, name in kinds:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("real")
        info.size = 1
        archive.addfile(info, io.BytesIO(b"x"))
    assert told(found(tmp_path, path)) == [
        ("soft", "link-not-followed"),
        ("hard", "link-not-followed"),
        ("device", "not-a-file"),
        ("fifo", "not-a-file"),
        ("real", ""),
    ]


def test_a_link_in_a_zip_is_passed_over(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("link")
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")
    assert told(found(tmp_path, tmp_path / "a.zip")) == [("link", "link-not-followed")]


def test_a_zip_bomb_is_kept_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive, archive.open("a", "w") as member:
        for _ in range(300):
            member.write(bytes(2**20))
    assert told(found(tmp_path, path)) == [("bomb.zip", "archive-too-large")]
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_zip_that_lies_about_its_sizes_is_stopped_at_what_it_claims(tmp_path: Path) -> None:
    path = tmp_path / "liar.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", bytes(5_000_000))
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 5_000_000), struct.pack("<I", 100)))
    assert told(found(tmp_path, path)) == [("liar.zip", "archive-damaged")]


def test_a_zip_whose_members_share_their_bytes_is_kept_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "overlap.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", os.urandom(50_000))
        archive.writestr("b", b"x")
        archive.infolist()[1].header_offset = 0
        archive.infolist()[1].orig_filename = "a"
    assert told(found(tmp_path, path)) == [("overlap.zip", "archive-damaged")]


@pytest.mark.parametrize("wrap", [gzip.compress, lambda data: data])
def test_a_tar_bomb_is_stopped_and_kept_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrap: object
) -> None:
    monkeypatch.setattr(archives, "RATIO_COUNTS_ABOVE_BYTES", 2**20)
    monkeypatch.setattr(archives, "MAX_TOTAL_BYTES", 2**20)
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in ("small", "large"):
            info = tarfile.TarInfo(name)
            info.size = 100 if name == "small" else 4 * 2**20
            archive.addfile(info, io.BytesIO(bytes(info.size)))
    path = tmp_path / "bomb.tar"
    path.write_bytes(wrap(out.getvalue()))  # type: ignore[operator]
    assert told(found(tmp_path, path)) == [("small", ""), ("bomb.tar", "archive-too-large")]


def test_a_bomb_that_hides_behind_members_that_are_not_taken_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "RATIO_COUNTS_ABOVE_BYTES", 2**20)
    info = tarfile.TarInfo("._litter")
    info.size = 64 * 2**20
    data = info.tobuf() + bytes(info.size + 1024)
    path = tmp_path / "bomb.tgz"
    path.write_bytes(gzip.compress(data))
    assert told(found(tmp_path, path)) == [("bomb.tgz", "archive-too-large")]


def test_a_tar_header_that_claims_gigabytes_takes_no_memory(tmp_path: Path) -> None:
    info = tarfile.TarInfo("name")
    info.type, info.size = tarfile.XHDTYPE, 4 * 2**30
    path = tmp_path / "header.tgz"
    path.write_bytes(gzip.compress(info.tobuf() + bytes(64 * 2**20)))
    assert told(found(tmp_path, path)) == [("header.tgz", "archive-too-large")]


def test_a_chain_of_headers_does_not_exhaust_the_stack(tmp_path: Path) -> None:
    info = tarfile.TarInfo("name")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 10
    path = tmp_path / "chain.tar"
    path.write_bytes((info.tobuf() + b"x" * 10 + bytes(502)) * 5000)
    assert [code for _, code in told(found(tmp_path, path))] == ["archive-damaged"]


def test_more_members_than_any_dispute_has_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 10)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(11):
            archive.writestr(str(number), "x")
    assert told(found(tmp_path, tmp_path / "a.zip")) == [("a.zip", "archive-too-large")]


def test_archives_in_an_archive_share_its_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "RATIO_COUNTS_ABOVE_BYTES", 3 * 2**20)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(2 * 2**20))
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.zip", inner.getvalue())
    items = told(found(tmp_path, tmp_path / "outer.zip"))
    assert [name for name, _ in items].count("zeros") == 1
    assert ("1.zip", "archive-too-large") in items


def test_a_bomb_of_archives_in_archives_is_stopped_before_it_fills_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sixteen zips in each of sixteen zips, and so on, as in the best known one: five levels of it are 4 TB."""
    monkeypatch.setattr(archives, "MAX_INNER_ARCHIVES", 8)
    data = bytes(2**20)
    for _ in range(5):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(16):
                archive.writestr(f"{number:02}.zip", data)
        data = out.getvalue()
    (tmp_path / "bomb.zip").write_bytes(data)
    items = found(tmp_path, tmp_path / "bomb.zip")
    on_disk = sum(path.stat().st_size for path in (tmp_path / "scratch").iterdir())
    assert on_disk <= 4 * 2**20
    assert ("bomb.zip", "archive-too-large") in told(items)
    assert len(items) <= 8 * 16 + 16


def test_a_zip_with_a_nameless_member_is_kept_as_a_whole_and_counted(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = info.orig_filename = ""
        archive.writestr(info, b"nameless")
    assert expected_count([tmp_path]) == 1
    assert told(found(tmp_path, tmp_path / "a.zip")) == [("a.zip", "archive-damaged")]


def encrypted_zip(path: Path) -> None:
    """One member marked as encrypted; its bytes do not matter."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("secret.png", b"x" * 40)
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)


def test_an_encrypted_zip_is_kept_as_a_whole(tmp_path: Path) -> None:
    encrypted_zip(tmp_path / "a.zip")
    assert told(found(tmp_path, tmp_path / "a.zip")) == [("a.zip", "archive-encrypted")]


def test_what_can_be_had_of_a_damaged_zip_is_taken_besides_the_zip(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("good.txt", b"good words")
        archive.writestr("bad.txt", b"bad words!")
    path.write_bytes(path.read_bytes().replace(b"bad words!", b"sad words!", 1))
    assert told(found(tmp_path, path)) == [("good.txt", ""), ("a.zip", "archive-damaged")]


@pytest.mark.parametrize("keep", [10, 100, 600])
def test_a_truncated_archive_is_kept_as_a_whole(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x", os.urandom(1000))
    path.write_bytes(path.read_bytes()[:keep])
    assert told(found(tmp_path, path))[-1] == ("a.zip", "archive-damaged")


def samples() -> list[bytes]:
    made: list[bytes] = []
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("图/a.png", b"words " * 50)
        archive.writestr("b.txt", b"more")
    made.append(out.getvalue())
    for mode in ("w", "w:gz", "w:bz2", "w:xz"):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode=mode) as tar:  # type: ignore[call-overload]
            info = tarfile.TarInfo("图/" + "长" * 120)
            info.size = 300
            tar.addfile(info, io.BytesIO(b"words " * 50))
        made.append(out.getvalue())
    return made


def test_no_mutated_archive_is_more_than_a_damaged_one(tmp_path: Path) -> None:
    rng = random.Random(20250222)
    originals = samples()
    path = tmp_path / "mutant"
    for number in range(MUTANTS):
        data = bytearray(originals[number % len(originals)])
        for _ in range(rng.randint(1, 6)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        if rng.random() < 0.2:
            del data[rng.randrange(len(data)) :]
        path.write_bytes(bytes(data) or b"x")
        for item in found(tmp_path, path):
            assert item.problem is None or isinstance(item.problem, InputProblem)
            if isinstance(item, Candidate) and item.path.parent.name == "scratch":
                item.path.unlink()
    print(f"mutated archives tried: {MUTANTS}")
