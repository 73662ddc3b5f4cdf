"""Everything that goes wrong with real files: each item ends in a clear message and an intact vault.

Each case says what is given and what must become of it. Afterwards the vault verifies and its dossier exports.
"""

import io
import os
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from evidence_app.actions.add_evidence import AddReport, FileSource, ItemResult, add_evidence
from evidence_app.actions.exhibits import list_exhibits, original_path
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.session import Session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.phrases import Language, error_words
from evidence_app.progress import Silent


def png(size: tuple[int, int] = (60, 120), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, "PNG")
    return out.getvalue()


def jpeg(size: tuple[int, int] = (60, 120), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, "JPEG")
    return out.getvalue()


def encrypted_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def gbk_zip() -> bytes:
    """A zip as Chinese Windows makes it: names in GBK, without the flag for UTF-8."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("Q" * len("截图.txt".encode("gbk"))), "text")
    return out.getvalue().replace(b"Q" * len("截图.txt".encode("gbk")), "截图.txt".encode("gbk"))


def traversing_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("../../outside.txt", "/etc/outside.txt", "C:\\outside.txt", "..\\..\\outside.txt"):
            archive.writestr(name, name)
    return out.getvalue()


def bomb_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(12):  # twice what may be unpacked of it
            archive.writestr(f"{number}.bin", bytes(50_000_000))
    return out.getvalue()


def bomb_png() -> bytes:
    """A header that promises 60,000 × 60,000 pixels and data that holds them all: 10 GB from 10 kB a row."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1 << 20), 9))


ADDED, UNREAD = "added", "kept-unread"

FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "truncated PNG": ("cut.png", lambda: png()[:60], UNREAD),
    "truncated JPEG": ("cut.jpg", lambda: jpeg((600, 1200))[:700], UNREAD),
    "JPEG called PNG": ("wrong.png", jpeg, ADDED),
    "PNG called PDF": ("wrong.pdf", png, ADDED),
    "text called JPEG": ("wrong.jpg", lambda: "并非图片".encode(), ADDED),
    "65,500 pixels tall": ("long.jpg", lambda: jpeg((40, 65_500)), ADDED),
    "CMYK": ("print.jpg", lambda: jpeg(mode="CMYK"), ADDED),
    "16 bit": ("deep.png", lambda: png(mode="I;16"), ADDED),
    "transparent": ("alpha.png", lambda: png(mode="RGBA"), ADDED),
    "encrypted PDF": ("locked.pdf", encrypted_pdf, UNREAD),
    "garbage after a PDF header": ("bad.pdf", lambda: b"%PDF-1.7\n" + os.urandom(2000), UNREAD),
    "pixel bomb": ("bomb.png", bomb_png, UNREAD),
    "bidi override": ("\u202egnp.exe.txt", lambda: b"x", ADDED),
    "emoji": ("😀👩‍👩‍👧.txt", lambda: b"x", ADDED),
    "255 bytes": ("字" * 83 + ".txt"[:4] + "ab", lambda: b"x", ADDED),
    "newline and quote": ('a\n"b".txt', lambda: b"x", ADDED),
    "markup": ("<b>&amp;<img src=x>.txt", lambda: b"x", ADDED),
}


@pytest.fixture
def add(session: Session, dispute: Dispute, tmp_path: Path) -> Iterator[Callable[..., AddReport]]:
    """Add paths; afterwards the vault must hold and its dossier must export."""

    def run(*paths: Path, saved: Callable[[ItemResult], None] = lambda item: None) -> AddReport:
        report = add_evidence(session, dispute.id, [FileSource(path) for path in paths], Silent(), saved)
        for item in report.items:
            for language in Language:
                assert item.problem is None or all(error_words(item.problem, language))
        return report

    yield run
    assert verify_vault(session.folder, Silent()).holds
    options = ExportOptions(profile="lawyer", language=Language.ZH_HANS)
    result = export_dossier(session, dispute.id, tmp_path / "dossier.pdf", options, Silent())
    checked = subprocess.run(["qpdf", "--check", result.path], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("case", FILES)
def test_a_difficult_file_is_kept_byte_for_byte(
    case: str, session: Session, dispute: Dispute, tmp_path: Path, add: Callable[..., AddReport]
) -> None:
    name, make, status = FILES[case]
    data = make()
    (tmp_path / name).write_bytes(data)
    report = add(tmp_path / name)
    (exhibit,) = list_exhibits(session, dispute.id)
    assert [item.status.value for item in report.items] == [status]
    assert original_path(session, exhibit).read_bytes() == data
    assert exhibit.name == name


def test_an_empty_file_is_refused_by_name(tmp_path: Path, add: Callable[..., AddReport]) -> None:
    (tmp_path / "empty.png").touch()
    (item,) = add(tmp_path / "empty.png").items
    assert (item.name, item.problem and item.problem.code) == ("empty.png", "file-empty")


def test_links_out_of_a_folder_and_loops_are_named_and_not_followed(
    tmp_path: Path, add: Callable[..., AddReport]
) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    (folder / "out").symlink_to("/etc")
    (folder / "loop").symlink_to(folder)
    (folder / "secret").symlink_to("/etc/passwd")
    results = {item.name: item.status.value for item in add(folder).items}
    assert results.pop("a.txt") == ADDED
    assert set(results.values()) == {"refused"}
    assert len(results) == 3


def test_a_pipe_and_a_device_are_refused_without_waiting(tmp_path: Path, add: Callable[..., AddReport]) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [item.status.value for item in add(tmp_path / "pipe", Path("/dev/zero")).items] == ["refused", "refused"]


def test_names_in_gbk_inside_a_zip_are_readable(
    session: Session, dispute: Dispute, tmp_path: Path, add: Callable[..., AddReport]
) -> None:
    (tmp_path / "手机.zip").write_bytes(gbk_zip())
    add(tmp_path / "手机.zip")
    assert [exhibit.name for exhibit in list_exhibits(session, dispute.id)] == ["截图.txt"]


def test_names_that_climb_out_of_an_archive_write_nothing_outside(
    session: Session, dispute: Dispute, tmp_path: Path, add: Callable[..., AddReport]
) -> None:
    (tmp_path / "evil.zip").write_bytes(traversing_zip())
    before = {path for path in tmp_path.rglob("*") if "vault" not in path.parts}
    add(tmp_path / "evil.zip")
    assert {path for path in tmp_path.rglob("*") if "vault" not in path.parts} == before
    assert not list(Path("/etc").glob("outside*"))
    assert list_exhibits(session, dispute.id)


def test_a_zip_bomb_is_kept_and_not_unpacked_beyond_its_limits(
    session: Session, dispute: Dispute, tmp_path: Path, add: Callable[..., AddReport]
) -> None:
    (tmp_path / "bomb.zip").write_bytes(bomb_zip())
    report = add(tmp_path / "bomb.zip")
    kept = sum(exhibit.original.size_bytes for exhibit in list_exhibits(session, dispute.id))
    assert kept < 300_000_000
    assert any(item.problem for item in report.items)


def test_a_path_that_vanishes_during_the_import_costs_that_item_only(
    tmp_path: Path, add: Callable[..., AddReport]
) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(str(number))

    def saved(item: ItemResult) -> None:
        (folder / "39.txt").unlink(missing_ok=True)

    statuses = [item.status.value for item in add(folder, saved=saved).items]
    assert statuses == [ADDED] * 39 + ["refused"]
    assert not (folder / "39.txt").exists()
