"""What files are by their first bytes."""

import zipfile
from pathlib import Path

import pytest

from evidence_app.domain.exhibits import MediaKind
from evidence_app.intake.inspection import inspect_file
from evidence_app.intake.kinds import format_of

HEADS = [
    (b"\x02#!SILK_V3", "a.amr", "audio/silk"),
    (b"#!AMR\n\x3c", "a.mp3", "audio/amr"),
    (b"\0\0\0\x18ftypM4A \0\0\0\0isommp42", "", "audio/mp4"),
    (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "", "image/heic"),
    (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "", "image/avif"),
    (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "", "image/heic"),
    (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "", "video/quicktime"),
    (b"\0\0\0\x18ftyp3gp4\0\0\0\0isom3gp4", "", "video/3gpp"),
    (b"\xff\xf1\x50\x80\x00\x1f\xfc", "", "audio/aac"),
    (b"\xff\xfb\x90\x64\x00", "", "audio/mpeg"),
    (b"RIFF\0\0\0\0WAVEfmt ", "", "audio/wav"),
    (b"\n\n%PDF-1.4\n", "", "application/pdf"),
    ("借款合同，金额 3,000 元".encode(), "合同.txt", "text/plain"),
    ("借款合同，金额 3,000 元".encode("gb18030"), "合同", "text/plain"),
    ("借款合同".encode("utf-16"), "合同", "text/plain"),
    (b"a,b\n1,2\n", "x.csv", "text/csv"),
    (b"\xef\xbb\xbf<!DOCTYPE html><html>", "x.png", "text/html"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.xls", "application/x-ole-storage"),
    (bytes(range(256)) * 4, "x.bin", "application/octet-stream"),
]


@pytest.mark.parametrize(("head", "name", "mime"), HEADS)
def test_the_first_bytes_tell_what_a_file_is(tmp_path: Path, head: bytes, name: str, mime: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(head)
    assert format_of(path, name).mime == mime


@pytest.mark.parametrize(
    ("member", "extension"),
    [("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"), ("OFD.xml", ".ofd"), ("a.png", ".zip")],
)
def test_documents_that_are_zip_files_inside_are_told_from_archives(
    tmp_path: Path, member: str, extension: str
) -> None:
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr(member, "x")
    assert format_of(path, "x").extension == extension


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"some words", "note.txt", ""),
        (bytes(range(256)), "mystery.xyz", "unknown-type"),
        (bytes(range(256)), "photo.jpg", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "photo.png", "damaged"),
        (b"%PDF-1.7 and then nothing", "contract.pdf", "damaged"),
        (b"\0\0\0\x18ftypM4A \0\0\0\0isommp42", "call.m4a", "damaged"),
    ],
)
def test_only_what_promises_to_be_readable_and_is_not_gets_a_problem(
    tmp_path: Path, data: bytes, name: str, problem: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    assert inspect_file(path, name).media.problem == problem


def test_a_folder_called_like_a_part_of_a_document_makes_no_document(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/letter.txt", "x")
    assert format_of(path, "x").extension == ".zip"


def test_an_attachment_is_of_kind_other(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"some words")
    assert inspect_file(path, "note.txt").media.kind is MediaKind.OTHER
