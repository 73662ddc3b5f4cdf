"""The text that PDFs hold: in the lines and places in which it is seen, or none at all."""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.pdf_text import page_lines
from tests.fakes.written_pdfs import CONTRACT, FONT, HEIGHT, STATEMENT, WIDTH, canvas_of, contract, scan, statement

SCALE = 2  # 144 dots an inch to 72


def made(path: Path, *pages: Callable[[Canvas], None]) -> Path:
    canvas = canvas_of(path)
    for page in pages:
        page(canvas)
    canvas.save()
    return path


def test_lines_are_as_they_stand_on_the_page(tmp_path: Path) -> None:
    lines = page_lines(made(tmp_path / "a.pdf", contract), 0)
    assert [line.text for line in lines] == list(CONTRACT)
    left, top, width, height = lines[0].region
    assert abs(left - 60 * SCALE) <= 2
    assert abs(top + height / 2 - 76 * SCALE) <= 8
    assert abs(width - 8 * 12 * SCALE) <= 4
    assert {line.confidence for line in lines} == {1.0}


def test_cells_of_a_table_are_lines_of_their_own_row_by_row(tmp_path: Path) -> None:
    lines = page_lines(made(tmp_path / "a.pdf", statement), 0)
    assert [line.text for line in lines] == [cell for row in STATEMENT for cell in row]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="Poppler is not here")
def test_poppler_finds_the_same_letters(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", contract, statement)
    for index in (0, 1):
        page = str(index + 1)
        asked = ["pdftotext", "-f", page, "-l", page, "-layout", "-enc", "UTF-8", path, "-"]
        seen = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True)
        assert "".join("".join(line.text.split()) for line in page_lines(path, index)) == "".join(seen.stdout.split())


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_was_turned_to_be_seen_upright_is_read_as_it_is_seen(tmp_path: Path, turned: int) -> None:
    def written_askew(canvas: Canvas) -> None:
        canvas.translate(*{90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[turned])
        canvas.rotate(turned)
        canvas.setFont(FONT, 12)
        canvas.drawString(60, 400, CONTRACT[0])
        canvas.showPage()

    path = made(tmp_path / "a.pdf", written_askew)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].rotate(turned, relative=False)
        pdf.save(path)
    (line,) = page_lines(path, 0)
    shown_height = HEIGHT if turned == 180 else WIDTH
    assert line.text == CONTRACT[0]
    assert abs(line.region[0] - 60 * SCALE) <= 2
    assert abs(line.region[1] - (shown_height - 400 - 12) * SCALE) <= 8


def test_a_page_seen_from_the_side_is_left_to_be_recognised(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", contract)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].rotate(90, relative=False)
        pdf.save(path)
    assert page_lines(path, 0) == []


def test_a_scan_with_a_stamp_is_left_to_be_recognised(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", lambda canvas: scan(canvas, "第 1 页 共 3 页"))
    assert page_lines(path, 0) == []


def test_text_that_nobody_sees_is_none(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", lambda canvas: contract(canvas, mode=3))
    assert page_lines(path, 0) == []


def test_letters_without_a_meaning_are_not_believed(tmp_path: Path) -> None:
    """Fonts that were cut to size without saying which letters are left."""
    path = made(tmp_path / "a.pdf", contract)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            for key in ("/ToUnicode", "/Encoding"):
                if key in font:
                    del font[key]
            font.Subtype = pikepdf.Name.Type0 if font.Subtype == "/Type0" else font.Subtype
            table = pdf.make_stream(
                b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
                b"endcodespacerange 1 beginbfrange <00> <FF> <E000> endbfrange endcmap end end"
            )
            font.ToUnicode = table
        pdf.save(path)
    assert page_lines(path, 0) == []


def test_letters_drawn_twice_to_look_bold_are_read_once(tmp_path: Path) -> None:
    def bold(canvas: Canvas) -> None:
        for offset in (0, 0.4):
            canvas.setFont(FONT, 14)
            canvas.drawString(60 + offset, 700, "逾期通知书")
        canvas.showPage()

    text = "".join(line.text for line in page_lines(made(tmp_path / "a.pdf", bold), 0))
    assert text == "逾期通知书"


@pytest.mark.parametrize("keep", [200, 2000, 20000])
def test_a_cut_file_gives_no_text_or_is_damaged(tmp_path: Path, keep: int) -> None:
    path = made(tmp_path / "a.pdf", contract)
    path.write_bytes(path.read_bytes()[:keep])
    lines = None
    with suppress(Unreadable):
        lines = page_lines(path, 0)
    assert lines is None or all(line.text for line in lines)
