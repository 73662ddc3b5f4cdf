"""The sample's files: complete, the same every time, and what their names say they are."""

import hashlib
from pathlib import Path

import av
import pypdfium2
import pytest
from PIL import ExifTags, Image

from evidence_app.progress import Cancelled, Silent
from evidence_app.sample.files import CALL_DURATION_S, FILES, NAMES, draw_files


class Counting(Silent):
    def __init__(self, stop_after: int = 1000) -> None:
        self.total, self.done, self.stop_after = 0, 0, stop_after

    def start(self, total: int, unit: str) -> None:
        self.total = total

    def advance(self, count: int = 1) -> None:
        self.done += count

    def check(self) -> None:
        if self.done >= self.stop_after:
            raise Cancelled


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    draw_files(folder, Silent())
    return folder


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_every_named_file_is_drawn(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == set(NAMES.values())


def test_there_are_at_least_fourteen_files(folder: Path) -> None:
    assert len(list(folder.iterdir())) >= 14


def test_drawing_again_gives_the_same_bytes_and_times(folder: Path, tmp_path: Path) -> None:
    paths = draw_files(tmp_path / "again", Silent())
    assert digests(tmp_path / "again") == digests(folder)
    assert {path.stat().st_mtime for path in paths} == {(folder / path.name).stat().st_mtime for path in paths}


def test_progress_counts_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence_app.sample.files.FILES", FILES[-1:])
    progress = Counting()
    draw_files(tmp_path, progress)
    assert (progress.total, progress.done) == (1, 1)


def test_drawing_can_be_cancelled_between_files(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        draw_files(tmp_path, Counting(stop_after=0))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("key", [key for key in NAMES if NAMES[key].lower().endswith((".jpg", ".png"))])
def test_a_picture_is_of_the_type_its_name_says(folder: Path, key: str) -> None:
    with Image.open(folder / NAMES[key]) as image:
        image.load()
        assert image.format == ("PNG" if NAMES[key].lower().endswith("png") else "JPEG")
        assert image.width >= 1080


def test_the_long_screenshot_is_many_screens_long(folder: Path) -> None:
    with Image.open(folder / NAMES["whole_chat"]) as image:
        assert image.width == 1080
        assert 8000 < image.height < 20000


@pytest.mark.parametrize("key", ["line_chat", "withdrawal"])
def test_an_iphone_screenshot_states_time_and_offset(folder: Path, key: str) -> None:
    with Image.open(folder / NAMES[key]) as image:
        detail = image.getexif().get_ifd(ExifTags.IFD.Exif)
    assert detail[ExifTags.Base.DateTimeOriginal].startswith("2025:02:2")
    assert detail[ExifTags.Base.OffsetTimeOriginal] == "+08:00"


def test_the_photo_says_where_it_was_taken(folder: Path) -> None:
    with Image.open(folder / NAMES["letter"]) as image:
        place = image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert place[ExifTags.GPS.GPSLatitudeRef] == "N"


def test_the_recording_lasts_as_long_as_the_call_and_knows_when_it_began(folder: Path) -> None:
    with av.open(str(folder / NAMES["call"])) as container:
        assert container.duration / av.time_base == pytest.approx(CALL_DURATION_S, abs=0.5)
        assert container.metadata["creation_time"] == "2025-02-23T01:30:12.000000Z"
        assert sum(frame.samples for frame in container.decode(audio=0)) > 0


def test_the_contract_has_three_pages_and_its_own_date(folder: Path) -> None:
    document = pypdfium2.PdfDocument(folder / NAMES["contract"])
    assert len(document) == 3
    assert document.get_metadata_dict()["CreationDate"].startswith("D:20250221154807")
    document.close()
