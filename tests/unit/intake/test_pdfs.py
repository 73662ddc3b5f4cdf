"""PDF files: pages, times, preview, regions, passwords."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from evidence_app.domain.exhibits import MediaKind
from evidence_app.intake import pdfs
from evidence_app.intake.inspection import Unreadable, inspect_file
from evidence_app.intake.pictures import RenderRequest
from evidence_app.intake.rendering import Renderer


def write_pdf(path: Path, *, pages: int = 2, password: str = "", created: str = "D:20250222081503+08'00'") -> Path:
    """A4 pages whose upper left quarter is red."""
    with pikepdf.new() as pdf:
        for _ in range(pages):
            page = pdf.add_blank_page(page_size=(595, 842))
            page.Contents = pdf.make_stream(b"1 0 0 rg 0 421 297.5 421 re f")
        pdf.docinfo["/CreationDate"] = created
        pdf.docinfo["/Producer"] = "Bank\u202e Printer"
        encryption = pikepdf.Encryption(owner=password, user=password) if password else False
        pdf.save(path, encryption=encryption)
    return path


def test_a_pdf_tells_its_pages_size_time_and_first_page(tmp_path: Path) -> None:
    found = inspect_file(write_pdf(tmp_path / "a"), "a.txt")
    media = found.media
    assert (media.kind, media.mime, media.page_count) == (MediaKind.PDF, "application/pdf", 2)
    assert (media.width_px, media.height_px, media.problem) == (1190, 1684, "")
    assert (found.readings[0].wall, found.readings[0].offset_min) == (datetime(2025, 2, 22, 8, 15, 3), 480)
    assert found.software == "Bank Printer"
    preview = Image.open(BytesIO(found.preview))
    assert preview.size == (226, 320)
    corner = preview.getpixel((3, 3))
    assert isinstance(corner, tuple)
    assert corner[1] < 40


@pytest.mark.parametrize(
    ("created", "offset"), [("D:20250222081503", None), ("D:20250222081503Z", 0), ("20250222081503-05'30", -330)]
)
def test_a_pdf_date_may_leave_out_its_offset(tmp_path: Path, created: str, offset: int | None) -> None:
    (reading,) = inspect_file(write_pdf(tmp_path / "a", created=created), "").readings
    assert (reading.wall, reading.offset_min) == (datetime(2025, 2, 22, 8, 15, 3), offset)


def test_a_pdf_with_a_password_is_kept_as_encrypted(tmp_path: Path) -> None:
    media = inspect_file(write_pdf(tmp_path / "a", password="secret"), "").media
    assert (media.kind, media.problem) == (MediaKind.PDF, "encrypted")


def test_page_sizes_are_pixels_at_144_dpi(tmp_path: Path) -> None:
    assert pdfs.page_sizes(write_pdf(tmp_path / "a")) == [(1190, 1684)] * 2


def test_a_region_of_a_page_is_rendered_at_the_width_wanted(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a")
    red = Renderer().render(path, RenderRequest(page_index=1, region=(0, 0, 595, 842), width_px=300))
    white = Renderer().render(path, RenderRequest(page_index=1, region=(600, 850, 500, 700), width_px=300))
    assert abs(red.width_px - 300) <= 1
    assert red.data[:3] == b"\xff\0\0"
    assert white.data[:3] == b"\xff\xff\xff"


def test_a_page_is_rendered_for_print_when_no_width_is_named(tmp_path: Path) -> None:
    picture = Renderer().render(write_pdf(tmp_path / "a"), RenderRequest(format="jpeg"))
    assert abs(picture.width_px - 1653) <= 1


def test_a_page_that_does_not_exist_is_nothing_to_show(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="nothing-to-show"):
        Renderer().render(write_pdf(tmp_path / "a"), RenderRequest(page_index=2))
