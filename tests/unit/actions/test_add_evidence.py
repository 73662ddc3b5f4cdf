"""Adding: order, duplicates, names, refusals, cancelling, and what is left for a restart."""

import errno
import os
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from evidence_app.actions.add_evidence import (
    AddReport,
    DataSource,
    FileSource,
    ItemResult,
    ItemStatus,
    Source,
    add_evidence,
)
from evidence_app.actions.exhibits import (
    cached_thumbnail,
    copy_to_open,
    custody_history,
    list_exhibits,
    original_path,
    store_preview,
    thumbnail,
)
from evidence_app.actions.interrupted import forget_import, interrupted_imports
from evidence_app.actions.remove import remove_exhibit
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.timeline import events_in_full, timeline
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import MediaKind
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.progress import Cancelled, Interrupted, Silent


def add(session: Session, dispute: Dispute, *sources: Source) -> AddReport:
    return add_evidence(session, dispute.id, sources, Silent(), lambda item: None)


def screenshot(folder: Path, name: str = "Screenshot_20250222_081503_com.tencent.mm.png", shade: int = 200) -> Path:
    Image.new("RGB", (108, 234), (shade, shade, shade)).save(folder / name)
    return folder / name


def test_a_screenshot_becomes_an_exhibit_with_an_event_at_its_time(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    path = screenshot(tmp_path)
    report = add(session, dispute, FileSource(path))
    (exhibit,) = list_exhibits(session, dispute.id)
    (entry,) = timeline(session, dispute.id)
    assert report.items[0].status is ItemStatus.ADDED
    assert exhibit.original.media.kind is MediaKind.IMAGE
    assert exhibit.app
    assert entry.at is not None
    assert entry.at.isoformat() == "2025-02-22T08:15:03+08:00"
    assert original_path(session, exhibit).read_bytes() == path.read_bytes()
    assert (thumbnail(session, exhibit.original.sha256) or b"").startswith(b"\xff\xd8")


def test_another_program_gets_a_copy_with_an_extension_never_the_original(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    path = screenshot(tmp_path)
    add(session, dispute, FileSource(path))
    (exhibit,) = list_exhibits(session, dispute.id)
    copy = copy_to_open(session, exhibit)
    assert copy == copy_to_open(session, exhibit)
    assert (copy.name, copy.read_bytes()) == ("exhibit-1.png", path.read_bytes())
    assert not copy.samefile(original_path(session, exhibit))
    remove_exhibit(session, exhibit.id, "mistake")
    assert not copy.exists()


def test_a_copy_that_another_program_holds_keeps_the_vault_from_nothing(
    session: Session, dispute: Dispute, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(session, dispute, FileSource(screenshot(tmp_path)), DataSource("a.txt", b"a"))
    exhibit, other = list_exhibits(session, dispute.id)
    held, unlink = copy_to_open(session, exhibit).name, os.unlink

    def refuse(path: str, *, dir_fd: int | None = None) -> None:
        if Path(path).name == held:
            raise PermissionError(errno.EACCES, "in use")
        unlink(path, dir_fd=dir_fd)

    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(EnvironmentProblem):
        remove_exhibit(session, exhibit.id, "mistake")
    with pytest.raises(EnvironmentProblem):
        remove_exhibit(session, other.id, "mistake")
    assert not session.vault.originals.path(other.original.sha256).exists()
    session.close()
    open_session(session.folder).close()


def test_a_copy_for_another_program_goes_with_a_vault_that_cannot_be_written(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    add(session, dispute, FileSource(screenshot(tmp_path)))
    (exhibit,) = list_exhibits(session, dispute.id)
    reading = open_session(session.folder, read_only=True)
    copy = copy_to_open(reading, exhibit)
    assert copy.read_bytes() == original_path(session, exhibit).read_bytes()
    reading.close()
    assert not copy.parent.exists()


def test_a_thumbnail_that_is_ready_after_its_original_was_erased_is_not_kept(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    add(session, dispute, FileSource(screenshot(tmp_path)))
    (exhibit,) = list_exhibits(session, dispute.id)
    late = thumbnail(session, exhibit.original.sha256)
    assert late
    remove_exhibit(session, exhibit.id, "mistake")
    store_preview(session, exhibit.original.sha256, late)
    assert cached_thumbnail(session, exhibit.original.sha256) is None


def test_a_thumbnail_that_a_crash_left_half_written_is_erased_with_its_original(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    add(session, dispute, FileSource(screenshot(tmp_path)))
    (exhibit,) = list_exhibits(session, dispute.id)
    half = session.vault.preview_path(exhibit.original.sha256).with_suffix(".part")
    half.write_bytes(b"half")
    remove_exhibit(session, exhibit.id, "mistake")
    assert not half.exists()


def test_items_keep_the_order_in_which_they_were_given(session: Session, dispute: Dispute) -> None:
    names = [f"{number:02}.txt" for number in range(40)]
    add(session, dispute, *[DataSource(name, name.encode()) for name in names])
    assert [exhibit.name for exhibit in list_exhibits(session, dispute.id)] == names


def test_the_same_bytes_are_linked_not_stored_twice(session: Session, dispute: Dispute) -> None:
    report = add(session, dispute, DataSource("a.txt", b"x"), DataSource("Screenshot_20250222_081503.txt", b"x"))
    assert [item.status for item in report.items] == [ItemStatus.ADDED, ItemStatus.DUPLICATE]
    (exhibit,) = list_exhibits(session, dispute.id)
    assert exhibit.also_named == ("Screenshot_20250222_081503.txt",)
    assert timeline(session, dispute.id)[0].at is not None  # the second name knew the time
    assert verify_vault(session.folder, Silent()).holds


def test_adding_the_same_file_again_says_nothing_new_to_the_log(session: Session, dispute: Dispute) -> None:
    for _ in range(2):
        add(session, dispute, DataSource("a.txt", b"x"))
    assert [line.kind.value for line in custody_history(session, dispute.id)] == ["open", "add"]


def test_each_refused_item_is_named_and_the_rest_is_added(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    good = screenshot(tmp_path)
    report = add(session, dispute, FileSource(tmp_path / "empty.png"), FileSource(tmp_path / "gone"), FileSource(good))
    assert [(item.name, item.problem and item.problem.code) for item in report.items] == [
        ("empty.png", "file-empty"),
        ("gone", "file-vanished"),
        (good.name, None),
    ]


def test_a_truncated_picture_is_kept_unread(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    data = screenshot(tmp_path).read_bytes()[:120]
    report = add(session, dispute, DataSource("cut.png", data))
    assert report.items[0].status is ItemStatus.KEPT_UNREAD
    (exhibit,) = list_exhibits(session, dispute.id)
    assert original_path(session, exhibit).read_bytes() == data


def test_an_archive_is_unpacked_and_remembered(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    screenshot(tmp_path, "in.png")
    with zipfile.ZipFile(tmp_path / "phone.zip", "w") as archive:
        archive.write(tmp_path / "in.png", "DCIM/in.png")
        archive.writestr("../../escape.txt", "text")
    add(session, dispute, FileSource(tmp_path / "phone.zip"))
    exhibits = list_exhibits(session, dispute.id)
    assert {exhibit.came_from for exhibit in exhibits} == {"phone.zip", "phone.zip/DCIM"}
    assert not (tmp_path.parent / "escape.txt").exists()


def test_a_name_that_no_text_can_hold_is_kept_readable(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    (tmp_path / "phone").mkdir()
    raw = bytes(tmp_path / "phone") + b"/\xb5\xcd\xbc.txt"  # GBK bytes on a file system that expects UTF-8
    Path(raw.decode("utf-8", "surrogateescape")).write_text("x")
    add(session, dispute, FileSource(tmp_path / "phone"))
    (exhibit,) = list_exhibits(session, dispute.id)
    exhibit.name.encode()
    assert verify_vault(session.folder, Silent()).holds


class CancelAfter(Silent):
    """Cancels once a number of items is done."""

    def __init__(self, count: int, why: type[Cancelled] = Cancelled) -> None:
        self._left = count
        self._why = why

    def advance(self, count: int = 1) -> None:
        self._left -= count

    def check(self) -> None:
        if self._left <= 0:
            raise self._why


class StopAtCheck(Silent):
    """Stops at the third item that is begun, however quickly the first ones are saved."""

    def __init__(self, why: type[Cancelled]) -> None:
        self._left = 3
        self._why = why

    def check(self) -> None:
        self._left -= 1
        if self._left <= 0:
            raise self._why


class Announced(Silent):
    """Remembers what was announced and done."""

    total = done = 0

    def start(self, total: int, unit: str) -> None:
        self.total += total

    def advance(self, count: int = 1) -> None:
        self.done += count


def test_how_much_there_is_to_do_is_told_before(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    screenshot(tmp_path)
    (tmp_path / "empty.png").touch()
    progress = Announced()
    sources = [FileSource(tmp_path / "empty.png"), DataSource("a.txt", b"a"), FileSource(tmp_path / "gone")]
    add_evidence(session, dispute.id, sources, progress, lambda item: None)
    assert (progress.total, progress.done) == (3, 3)


def test_a_cancelled_import_keeps_what_was_acknowledged_and_no_debris(session: Session, dispute: Dispute) -> None:
    saved: list[ItemResult] = []
    sources = [DataSource(f"{number}.txt", b"%d" % number) for number in range(60)]
    report = add_evidence(session, dispute.id, sources, CancelAfter(5), saved.append)
    assert report.cancelled
    assert 5 <= len(saved) < 60
    assert [item.name for item in saved] == [exhibit.name for exhibit in list_exhibits(session, dispute.id)]
    checked = verify_vault(session.folder, Silent())
    assert (checked.holds, checked.leftover_count) == (True, 0)


def test_an_import_that_was_cut_off_is_offered_again(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    path = screenshot(tmp_path)

    class PowerCut(BaseException):
        pass

    def saved(item: ItemResult) -> None:
        raise PowerCut

    with pytest.raises(PowerCut):
        add_evidence(session, dispute.id, [FileSource(path)], Silent(), saved)
    (interrupted,) = interrupted_imports(session)
    assert (interrupted.dispute_id, interrupted.paths) == (dispute.id, (path,))
    forget_import(session, interrupted.id)
    assert not interrupted_imports(session)


@pytest.mark.parametrize(("why", "kept"), [(Cancelled, 0), (Interrupted, 1)])
def test_only_an_import_that_nobody_wanted_stopped_is_offered_again(
    session: Session, dispute: Dispute, tmp_path: Path, why: type[Cancelled], kept: int
) -> None:
    sources = [FileSource(screenshot(tmp_path, f"{number}.png")) for number in range(9)]
    report = add_evidence(session, dispute.id, sources, StopAtCheck(why), lambda item: None)
    assert (report.cancelled, report.interrupted) == (True, why is Interrupted)
    unfinished = interrupted_imports(session)
    assert len(unfinished) == kept
    for each in unfinished:
        again = add_evidence(session, dispute.id, sources, Silent(), lambda item: None, import_id=each.id)
        assert len(again.items) == 9
    assert interrupted_imports(session) == []


def test_an_unknown_dispute_takes_nothing(session: Session, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="dispute-unknown"):
        add_evidence(session, "nonsense", [FileSource(screenshot(tmp_path))], Silent(), lambda item: None)


def test_every_reading_keeps_its_source_words(session: Session, dispute: Dispute, tmp_path: Path) -> None:
    add(session, dispute, FileSource(screenshot(tmp_path)))
    (event,) = events_in_full(session, dispute.id)
    assert {reading.source.value for reading in event.time.readings} >= {"filename", "modified"}
    assert event.time.reading is not None
    assert "20250222_081503" in event.time.reading.words
