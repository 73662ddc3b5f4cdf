"""What is found in what was dropped: folders walked, archives unpacked, the rest named with a reason."""

import io
import os
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence_app.domain.times import TimeMeaning
from evidence_app.intake.sources import (
    Candidate,
    Found,
    Refusal,
    candidates,
    expected_count,
    modified_reading,
)
from evidence_app.progress import Cancelled, Silent


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


def found(scratch: Path, *paths: Path) -> list[Found]:
    return list(candidates(paths, scratch, Silent()))


def told(items: list[Found]) -> list[str]:
    """Names of what is taken, and names with codes of what is not."""
    return [item.name if isinstance(item, Candidate) else f"{item.name}: {item.problem.code}" for item in items]


def test_folders_are_walked_in_order_without_litter(tmp_path: Path, scratch: Path) -> None:
    folder = tmp_path / "evidence"
    for name in (
        "b.txt",
        "a/2.txt",
        "a/1.txt",
        ".DS_Store",
        "a/.nomedia",
        "Thumbs.db",
        "a/desktop.ini",
        "__MACOSX/._b.txt",
        "._b.txt",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert told(found(scratch, folder)) == ["1.txt", "2.txt", "b.txt"]


def test_the_expected_count_is_what_will_be_found(tmp_path: Path, scratch: Path) -> None:
    folder = tmp_path / "evidence"
    (folder / "a").mkdir(parents=True)
    for name in ("b.txt", "a/1.txt", ".DS_Store"):
        (folder / name).write_text("x")
    (folder / "out").symlink_to("/etc")
    with zipfile.ZipFile(folder / "chat.zip", "w") as archive:
        for name in ("1.txt", "2.txt"):
            archive.writestr(name, name)
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 no more")
    gone = tmp_path / "gone"
    assert expected_count([folder, gone]) == len(found(scratch, folder, gone)) == 7


def test_a_file_tells_its_size_and_when_it_was_modified(tmp_path: Path, scratch: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("four")
    os.utime(path, (1_740_182_103, 1_740_182_103))
    (item,) = found(scratch, path)
    assert isinstance(item, Candidate)
    assert (item.size_bytes, item.modified) == (4, datetime(2025, 2, 21, 23, 55, 3, tzinfo=UTC))
    assert item.modified is not None
    reading = modified_reading(item.modified)
    assert (reading.wall, reading.offset_min) == (datetime(2025, 2, 21, 23, 55, 3), 0)
    assert reading.meaning is TimeMeaning.MODIFIED


def test_what_cannot_be_taken_is_named_with_the_reason(tmp_path: Path, scratch: Path) -> None:
    (tmp_path / "empty.png").touch()
    os.mkfifo(tmp_path / "pipe")
    paths = (tmp_path / "empty.png", tmp_path / "pipe", tmp_path / "gone.png", Path("/dev/zero"))
    assert told(found(scratch, *paths)) == [
        "empty.png: file-empty",
        "pipe: not-a-file",
        "gone.png: file-vanished",
        "zero: not-a-file",
    ]


def test_links_in_folders_are_not_followed_neither_out_nor_in_circles(tmp_path: Path, scratch: Path) -> None:
    folder = tmp_path / "evidence"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "outside").symlink_to("/etc/passwd")
    (folder / "broken").symlink_to("nowhere")
    (folder / "real.txt").write_text("x")
    assert told(found(scratch, folder)) == [
        "broken: link-not-followed",
        "outside: link-not-followed",
        "real.txt",
        "loop: link-not-followed",
    ]


def test_a_link_that_was_chosen_itself_is_followed(tmp_path: Path, scratch: Path) -> None:
    (tmp_path / "real.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert told(found(scratch, tmp_path / "link.txt")) == ["link.txt"]


def test_a_name_in_gbk_on_disk_is_shown_in_its_script(tmp_path: Path, scratch: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "催收短信.txt".encode("gbk")
    Path(os.fsdecode(raw)).write_text("x")
    assert told(found(scratch, Path(os.fsdecode(raw)))) == ["催收短信.txt"]


def test_the_members_of_a_zip_are_unpacked_under_generated_names(tmp_path: Path, scratch: Path) -> None:
    path = tmp_path / "聊天.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("图片/截图.png", b"one")
        archive.writestr("__MACOSX/._截图.png", b"litter")
        archive.writestr("空.txt", b"")
        archive.writestr("b.txt", b"two")
    items = found(scratch, path)
    assert told(items) == ["截图.png", "空.txt: file-empty", "b.txt"]
    first = items[0]
    assert isinstance(first, Candidate)
    assert (first.came_from, first.path.parent, first.path.read_bytes()) == ("聊天.zip/图片", scratch, b"one")
    assert first.path.name.isdecimal()


def gbk_zip(path: Path, name: str) -> None:
    """A zip as older Windows programs in China write it: names in GBK, not marked as anything."""
    stand_in = "x" * len(name.encode("gbk"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(stand_in, b"words")
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), name.encode("gbk")))


def test_gbk_names_in_a_zip_are_shown_in_their_script(tmp_path: Path, scratch: Path) -> None:
    gbk_zip(tmp_path / "a.zip", "微信截图_20250222081503.png")
    assert told(found(scratch, tmp_path / "a.zip")) == ["微信截图_20250222081503.png"]


def tar_with(path: Path, mode: str, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_the_members_of_a_tar_are_unpacked_with_their_times(tmp_path: Path, scratch: Path, mode: str) -> None:
    info = tarfile.TarInfo("录音/call.amr")
    info.mtime = 1_740_182_103
    (item,) = found(scratch, tar_with(tmp_path / "a", mode, (info, b"x" * 3000)))
    assert isinstance(item, Candidate)
    assert (item.name, item.size_bytes, item.path.read_bytes()) == ("call.amr", 3000, b"x" * 3000)
    assert item.modified == datetime(2025, 2, 21, 23, 55, 3, tzinfo=UTC)


def test_a_compressed_file_that_holds_no_archive_is_taken_as_it_is(tmp_path: Path, scratch: Path) -> None:
    import gzip

    path = tmp_path / "log.gz"
    path.write_bytes(gzip.compress(b"just a log"))
    assert told(found(scratch, path)) == ["log.gz"]


def zip_of(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def nested(depth: int) -> bytes:
    """Archives in archives, each with a picture beside the next."""
    data = b"innermost"
    for level in range(depth, 0, -1):
        data = zip_of(**{f"{level}.zip": data, f"{level}.png": str(level).encode()})
    return data


def test_archives_in_archives_are_opened_to_a_depth_and_deeper_ones_are_kept(tmp_path: Path, scratch: Path) -> None:
    path = tmp_path / "mail.zip"
    path.write_bytes(nested(6))
    items = found(scratch, path)
    assert told(items) == ["4.zip", "4.png", "3.png", "2.png", "1.png"]
    assert {item.came_from for item in items if isinstance(item, Candidate)} == {
        "mail.zip",
        "mail.zip/1.zip",
        "mail.zip/1.zip/2.zip",
        "mail.zip/1.zip/2.zip/3.zip",
    }


def test_what_was_unpacked_of_an_archive_in_an_archive_does_not_lie_on_the_disk_twice(
    tmp_path: Path, scratch: Path
) -> None:
    (tmp_path / "outer.zip").write_bytes(zip_of(inner=zip_of(shot=b"picture")))
    assert told(found(scratch, tmp_path / "outer.zip")) == ["shot"]
    assert [path.read_bytes() for path in scratch.iterdir()] == [b"picture"]


def test_a_file_knows_the_folders_in_which_it_was_found(tmp_path: Path, scratch: Path) -> None:
    folder = tmp_path / "Phone" / "WhatsApp"
    folder.mkdir(parents=True)
    (folder / "chat.txt").write_text("x")
    (folder / "media.zip").write_bytes(zip_of(**{"Media/a.jpg": b"x"}))
    (tmp_path / "alone.txt").write_text("x")
    items = found(scratch, tmp_path / "Phone", tmp_path / "alone.txt")
    assert [(item.name, item.came_from) for item in items if isinstance(item, Candidate)] == [
        ("chat.txt", "Phone/WhatsApp"),
        ("a.jpg", "Phone/WhatsApp/media.zip/Media"),
        ("alone.txt", ""),
    ]


def test_the_folders_of_a_member_never_lead_out(tmp_path: Path, scratch: Path) -> None:
    names = ["../../a.txt", "/etc/b.txt", "C:\\Windows\\c.txt", "./x//d.txt"]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"x")
    items = found(scratch, tmp_path / "a.zip")
    assert [item.came_from for item in items if isinstance(item, Candidate)] == [
        "a.zip",
        "a.zip/etc",
        "a.zip/Windows",
        "a.zip/x",
    ]


def test_documents_that_are_zip_files_inside_are_not_unpacked(tmp_path: Path, scratch: Path) -> None:
    path = tmp_path / "合同.docx"
    path.write_bytes(zip_of(**{"[Content_Types].xml": b"x", "word/document.xml": b"x"}))
    assert told(found(scratch, path)) == ["合同.docx"]


def test_the_search_stops_when_asked_to(tmp_path: Path, scratch: Path) -> None:
    class Impatient(Silent):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(candidates([tmp_path], scratch, Impatient()))


def test_a_refusal_carries_the_facts_its_words_need(tmp_path: Path, scratch: Path) -> None:
    from evidence_app.phrases import Language, error_words

    (tmp_path / "empty").touch()
    for item in found(scratch, tmp_path / "empty", tmp_path / "gone"):
        assert isinstance(item, Refusal)
        assert all(item.name in error_words(item.problem, language)[0] for language in Language)


def test_names_as_long_and_as_strange_as_a_disk_allows_are_taken(tmp_path: Path, scratch: Path) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    names = {"x" * 251 + ".png", "证" * 85, "\u202egnp.exe", "😀.jpg", "a\nb", "-rf", "con", " "}
    for name in names:
        (folder / name).write_text("x")
    assert set(told(found(scratch, folder))) == names


def test_a_vault_among_the_files_is_passed_over_and_named(tmp_path: Path, scratch: Path) -> None:
    stick = tmp_path / "stick"
    vault = stick / "vault"
    (vault / "originals" / "ab").mkdir(parents=True)
    (vault / "originals" / "ab" / "abcd").write_text("evidence of another dispute")
    for path in (vault / "catalog.sqlite3", vault / "letter.txt", stick / "photo.txt"):
        path.write_text("x")
    items = found(scratch, stick)
    assert [item.name for item in items] == ["photo.txt", "vault", "letter.txt"]
    assert [item.problem.code for item in items if isinstance(item, Refusal)] == ["vault-not-evidence"]
