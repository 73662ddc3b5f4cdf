"""The text that a PDF holds itself, line by line with its places: contracts and statements need not be recognised.

Only what is seen counts: invisible text was put there by somebody else's recognition, or to be found and not read. A
page whose letters have no meaning, or that is a picture, gives no text: it is recognised like any other picture. For
the worker process.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.pdfs import opened, page_px

MOST_CHARS = 60_000
"""On one page: ten times a page of the smallest print."""

LONGEST_LINE = 2_000

CELL_GAP = 1.2
"""Of a line's height: letters farther apart are two cells of a table, or columns."""

MEANINGLESS = 0.1
"""Part of a page's letters without a meaning from which on none of them is believed."""

PICTURE = 0.4
"""Part of a page that pictures take, from which on few letters are a stamp on a scan."""

FEW_CHARS = 200

SIDEWAYS = 10
"""Lines of a single letter; more than these, and than half of all lines, no page has that is seen upright."""

SHIFT_PX = 4
"""By how much text is moved that is drawn a second time to look bold."""

INVISIBLE = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})

MOST_OBJECTS = 5_000

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels at 144 dpi."""


def page_lines(path: Path, page_index: int) -> list[MachineLine]:
    """Return the lines of a page that holds text, none for one to be recognised. Raises Unreadable."""
    with opened(path) as document:
        if not 0 <= page_index < len(document):
            raise Unreadable("nothing-to-show")
        try:
            page = document[page_index]
        except pypdfium2.PdfiumError as error:
            raise Unreadable("damaged") from error
        try:
            return _Reader(page, page_px(document, page_index)).lines(page_index)
        except pypdfium2.PdfiumError:
            return []
        finally:
            page.close()


@dataclass(slots=True)
class _Line:
    """A line that is still growing."""

    text: str
    box: Box
    last: Box
    gap: bool = False


class _Reader:
    def __init__(self, page: pypdfium2.PdfPage, size: tuple[int, int]) -> None:
        self._page = page
        self._width_px, self._height_px = size

    def lines(self, page_index: int) -> list[MachineLine]:
        text_page = self._page.get_textpage()
        try:
            count = text_page.count_chars()
            if not 0 < count <= MOST_CHARS or not self._is_meant(text_page, count):
                return []
            found = list(self._gathered(text_page, count))
        finally:
            text_page.close()
        single = sum(len(line.text) == 1 for line in found)
        if single > max(SIDEWAYS, len(found) / 2):
            return []
        shown = [(" ".join(line.text.split())[:LONGEST_LINE], self._region(line.box)) for line in found]
        return [MachineLine(text, region, 1.0, page_index) for text, region in _once(_in_order(shown))]

    def _is_meant(self, text_page: pypdfium2.PdfTextPage, count: int) -> bool:
        """Tell whether the letters mean something, and are what the page is about."""
        real = [index for index in range(count) if not pdfium.FPDFText_IsGenerated(text_page, index)]
        odd = sum(
            pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1 or _is_odd(_char(text_page, index))
            for index in real
        )
        if not real or odd > len(real) * MEANINGLESS:
            return False
        return len(real) >= FEW_CHARS or self._pictures() < PICTURE

    def _pictures(self) -> float:
        """Return which part of the page pictures take."""
        area = 0.0
        for number, each in enumerate(self._page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
            if number > MOST_OBJECTS:
                break
            left, bottom, right, top = each.get_bounds()
            area += abs(right - left) * abs(top - bottom)
        width, height = self._page.get_size()
        return float(area / max(1.0, width * height))

    def _gathered(self, text_page: pypdfium2.PdfTextPage, count: int) -> Iterator[_Line]:
        line: _Line | None = None
        for index in range(count):
            char = _char(text_page, index)
            if pdfium.FPDFText_IsGenerated(text_page, index) or char.isspace():
                if line is not None:
                    line.gap = True
                continue
            if _is_invisible(text_page, index) or not char.isprintable():
                continue
            box = self._box(text_page, index)
            if line is not None and _is_again(line, char, box):
                continue
            if line is not None and _goes_on(line, box):
                _append(line, char, box)
                continue
            if line is not None:
                yield line
            line = _Line(char, box, box)
        if line is not None:
            yield line

    def _box(self, text_page: pypdfium2.PdfTextPage, index: int) -> Box:
        left, bottom, right, top = text_page.get_charbox(index, loose=True)
        corners = [self._on_page(x, y) for x, y in ((left, bottom), (right, top))]
        (x0, y0), (x1, y1) = corners
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _on_page(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is seen, its turning and cutting counted in, a tenth of a pixel exact."""
        at_x, at_y = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(self._page, 0, 0, self._width_px * 10, self._height_px * 10, 0, x, y, at_x, at_y)
        return at_x.value / 10, at_y.value / 10

    def _region(self, box: Box) -> Region:
        left, top = max(0, round(box[0])), max(0, round(box[1]))
        right, bottom = min(self._width_px, round(box[2])), min(self._height_px, round(box[3]))
        left, top = min(left, self._width_px - 1), min(top, self._height_px - 1)
        return left, top, max(1, right - left), max(1, bottom - top)


def _char(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    code: int = pdfium.FPDFText_GetUnicode(text_page, index)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _is_odd(char: str) -> bool:
    """Tell whether a letter means nothing: fonts that were cut to size often lost what their letters are."""
    return char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or (char < " " and not char.isspace())


def _is_invisible(text_page: pypdfium2.PdfTextPage, index: int) -> bool:
    of = pdfium.FPDFText_GetTextObject(text_page, index)
    return bool(of) and pdfium.FPDFTextObj_GetTextRenderMode(of) in INVISIBLE


def _height(box: Box) -> float:
    return max(1.0, box[3] - box[1])


def _goes_on(line: _Line, box: Box) -> bool:
    """Tell whether a letter stands on a line, right behind its last one."""
    last = line.last
    overlap = min(last[3], box[3]) - max(last[1], box[1])
    if overlap < min(_height(last), _height(box)) / 2:
        return False
    behind = box[0] - last[2]
    return -_height(last) / 2 < behind < max(_height(last), _height(box)) * CELL_GAP


def _is_again(line: _Line, char: str, box: Box) -> bool:
    """Tell whether a letter is the last one drawn again, a little aside, to look bold."""
    near = abs(box[0] - line.last[0]) + abs(box[1] - line.last[1]) < _height(box) / 4
    return near and line.text.endswith(char)


def _append(line: _Line, char: str, box: Box) -> None:
    spaced = line.gap and box[0] - line.last[2] > _height(box) / 8
    line.text += (" " if spaced else "") + char
    line.gap, line.last = False, box
    left, top, right, bottom = line.box
    line.box = (min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3]))


def _in_order(lines: Sequence[tuple[str, Region]]) -> list[tuple[str, Region]]:
    """Return lines from top to bottom, those of one row from left to right."""
    waiting = sorted(lines, key=lambda line: (line[1][1], line[1][0]))
    ordered: list[tuple[str, Region]] = []
    row: list[tuple[str, Region]] = []
    for line in waiting:
        if row and line[1][1] + line[1][3] / 2 > row[0][1][1] + row[0][1][3]:
            ordered += sorted(row, key=lambda each: each[1][0])
            row = []
        row.append(line)
    return ordered + sorted(row, key=lambda each: each[1][0])


def _once(lines: Sequence[tuple[str, Region]]) -> Iterator[tuple[str, Region]]:
    """Leave out lines that are drawn again over themselves."""
    seen: dict[str, list[Region]] = {}
    for text, region in lines:
        before = seen.setdefault(text, [])
        again = any(abs(one[0] - region[0]) + abs(one[1] - region[1]) <= SHIFT_PX for one in before)
        before.append(region)
        if text and not again:
            yield text, region
