"""Zips locked with a password, as wallets mail them: opened with it, kept whole without."""

import os
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import pyzipper

from evidence_app.errors import InputProblem
from evidence_app.intake.sources import Candidate, Found, candidates
from evidence_app.progress import Silent

PASSWORD = "428571"
MUTANTS = 2_000 if os.environ.get("JUZHENG_SOAK") else 150


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


def aes_zip(path: Path, *, password: str | bytes = PASSWORD, bits: int = 256, **members: bytes) -> Path:
    with pyzipper.AESZipFile(path, "w", compression=pyzipper.ZIP_DEFLATED) as archive:
        archive.setpassword(password.encode() if isinstance(password, str) else password)
        archive.setencryption(pyzipper.WZ_AES, nbits=bits)
        for name, data in (members or {"bill.csv": "支付宝交易明细".encode("gb18030") * 900}).items():
            archive.writestr(name, data)
    return path


def old_zip(folder: Path, path: Path, **members: bytes) -> Path:
    """Locked as Info-ZIP locks: ZipCrypto."""
    for name, data in members.items():
        (folder / name).write_bytes(data)
    subprocess.run(["zip", "-q", "-P", PASSWORD, path, *members], cwd=folder, check=True)
    return path


def found(scratch: Path, path: Path, *passwords: str) -> list[Found]:
    return list(candidates([path], scratch, Silent(), passwords))


def told(items: list[Found]) -> list[tuple[str, str]]:
    return [(item.name, item.problem.code if item.problem else "") for item in items]


@pytest.mark.parametrize("bits", [128, 192, 256])
def test_a_zip_locked_with_aes_opens_with_its_password(tmp_path: Path, scratch: Path, bits: int) -> None:
    (item,) = found(scratch, aes_zip(tmp_path / "a.zip", bits=bits), "000000", PASSWORD)
    assert isinstance(item, Candidate)
    assert (item.name, item.came_from, item.problem) == ("bill.csv", "a.zip", None)
    assert item.path.read_bytes() == "支付宝交易明细".encode("gb18030") * 900


@pytest.mark.skipif(shutil.which("zip") is None, reason="Info-ZIP is not here")
def test_a_zip_that_another_program_locked_the_old_way_opens_with_its_password(tmp_path: Path, scratch: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    path = old_zip(given, tmp_path / "a.zip", **{"a.txt": b"first " * 900, "b.txt": b"second"})
    items = found(scratch, path, PASSWORD)
    assert told(items) == [("a.txt", ""), ("b.txt", "")]
    assert [item.path.read_bytes() for item in items if isinstance(item, Candidate)] == [b"first " * 900, b"second"]


@pytest.mark.parametrize(("given", "code"), [((), "archive-encrypted"), (("123456", ""), "archive-password-wrong")])
def test_without_its_password_a_locked_zip_is_kept_whole(
    tmp_path: Path, scratch: Path, given: tuple[str, ...], code: str
) -> None:
    assert told(found(scratch, aes_zip(tmp_path / "a.zip"), *given)) == [("a.zip", code)]
    assert list(scratch.iterdir()) == []


def test_what_is_not_locked_in_a_zip_is_taken_without_the_password(tmp_path: Path, scratch: Path) -> None:
    path = aes_zip(tmp_path / "a.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("readme.txt", b"open")
    assert told(found(scratch, path)) == [("readme.txt", ""), ("a.zip", "archive-encrypted")]


def test_a_wrong_password_that_the_short_check_lets_pass_is_told_by_what_comes_out(
    tmp_path: Path, scratch: Path
) -> None:
    """ZipCrypto checks one byte: of a few hundred wrong passwords some pass it."""
    given = tmp_path / "given"
    given.mkdir()
    if shutil.which("zip") is None:
        pytest.skip("Info-ZIP is not here")
    path = old_zip(given, tmp_path / "a.zip", **{"a.txt": b"words " * 50})
    wrong = [f"{number:06}" for number in range(1200)]
    assert told(found(scratch, path, *wrong)) == [("a.zip", "archive-password-wrong")]
    assert told(found(scratch, path, *wrong, PASSWORD)) == [("a.txt", "")]


def test_a_password_in_chinese_is_also_tried_as_programs_in_china_write_it(tmp_path: Path, scratch: Path) -> None:
    path = aes_zip(tmp_path / "a.zip", password="密码".encode("gbk"))
    assert told(found(scratch, path, "密码")) == [("bill.csv", "")]


def test_a_locked_zip_in_a_zip_opens_too(tmp_path: Path, scratch: Path) -> None:
    inner = aes_zip(tmp_path / "inner.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "mail.zip", "w") as archive:
        archive.writestr("bill.zip", inner)
    (item,) = found(scratch, tmp_path / "mail.zip", PASSWORD)
    assert isinstance(item, Candidate)
    assert (item.name, item.came_from) == ("bill.csv", "mail.zip/bill.zip")


def test_a_locked_bomb_is_stopped(tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence_app.intake.archives.RATIO_COUNTS_ABOVE_BYTES", 2**20)
    path = aes_zip(tmp_path / "a.zip", zeros=bytes(8 * 2**20))
    assert told(found(scratch, path, PASSWORD)) == [("a.zip", "archive-too-large")]
    assert list(scratch.iterdir()) == []


def test_no_mutated_locked_archive_is_more_than_a_damaged_one(tmp_path: Path) -> None:
    rng = random.Random(20250222)
    whole = aes_zip(tmp_path / "a.zip", **{"图.png": b"words " * 90, "b.txt": b"more"}).read_bytes()
    opened = 0
    for number in range(MUTANTS):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 3)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        folder = tmp_path / str(number)
        folder.mkdir()
        (tmp_path / "mutant.zip").write_bytes(data)
        items = found(folder, tmp_path / "mutant.zip", PASSWORD)
        assert items
        assert all(item.problem is None or isinstance(item.problem, InputProblem) for item in items)
        opened += any(item.problem is None and item.name != "mutant.zip" for item in items)
        shutil.rmtree(folder)
    print(f"mutated locked archives tried: {MUTANTS}, of which something could be taken: {opened}")
