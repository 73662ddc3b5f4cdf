"""Any table as a stream of rows: text with delimiters, spreadsheets, HTML under a spreadsheet's name.

Headings are found by their words, wherever they stand: preambles of bills differ in length from year to year.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from evidence_app.domain.exports import Unread
from evidence_app.intake.exports.delimited import delimited_rows
from evidence_app.intake.exports.markup_tables import html_rows, is_html_table, is_sheet_xml, sheet_xml_rows
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.workbooks import is_workbook, workbook_rows
from evidence_app.intake.inspection import Unreadable

HEADING_WITHIN = 100
"""Rows among which a heading is looked for: the longest preambles have some thirty."""

LONGEST_SEEN = 4096
"""Characters of a cell among the first rows: they are held in memory all at once, and a cell may have millions."""

MOST_CHARACTERS = 2**20
"""Of the first rows: what has more in them is no table, but a text without line ends."""

MOST_IN_ROW = 2**22
"""Characters of one row of a workbook: cells are repeated there in a few bytes, and rows joined to one text."""

_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NO_TABLES = ("{", "[{", '["', "<")

LONG_NUMBER = 17
"""Digits of a number in text from which zeros behind the fifteenth mean that a spreadsheet rounded it."""


class Row(NamedTuple):
    """One row: its number from 1 as a spreadsheet shows it, and its cells without blanks around them.

    Blank rows are counted and left out. ``damaged`` are the indices of numbers that a spreadsheet cut to 15 digits.
    """

    number: int
    cells: tuple[str, ...]
    sheet: int = 1
    damaged: tuple[int, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands in its file: ``row:17``, on a further sheet ``sheet2-row:17``."""
        return f"row:{self.number}" if self.sheet == 1 else f"sheet{self.sheet}-row:{self.number}"

    def cell(self, index: int | None) -> str:
        """Return a cell's text, empty for a column that the row or the table does not have."""
        return self.cells[index] if index is not None and index < len(self.cells) else ""


def rows(source: Source) -> Iterator[Row]:
    """Yield the rows of all sheets that are not blank. Raises Unreadable (damaged, encrypted, too-large), OSError."""
    if source.begun:
        further = source.begun.pop()
        yield from source.first_rows
        yield from further
    else:
        yield from _all_rows(source)


def rows_with_end(source: Source) -> Iterator[tuple[Row, int | None]]:
    """Yield rows, the last one with the index of the cell in which the file ends, if it ends in the middle of a line.

    Raises Unreadable, OSError.
    """
    held: Row | None = None
    for row in rows(source):
        if held is not None:
            yield held, None
        held = row
    if held is not None:
        yield held, len(held.cells) - 1 if _ends_in_line(source) else None


def cells_below(source: Source, head: Row, indices: Iterable[int]) -> list[str]:
    """Return the cells of some columns in the first rows below a heading. Raises OSError."""
    places = tuple(indices)
    return [row.cell(index) for row in first_rows_below(source, head) for index in places]


def first_rows_below(source: Source, head: Row) -> list[Row]:
    """Return those of a file's first rows that are below a heading. Raises OSError."""
    return [row for row in source.first_rows if (row.sheet, row.number) > (head.sheet, head.number)]


def _ends_in_line(source: Source) -> bool:
    """Tell whether a text has no end of line at its end: what wrote it was cut off, or never writes one."""
    if source.head.startswith(_PACKED) or is_sheet_xml(source) or is_html_table(source):
        return False
    return not source.tail.rstrip("\0").endswith(("\n", "\r"))


def rows_below(source: Source, head: Row, needed: Iterable[int | None]) -> Iterator[Row | Unread]:
    """Yield the rows below a heading, without the heading once more, as it is on every page.

    A row in which the file ends in or before a cell that is needed cannot be read: half a number is another one.
    Raises Unreadable, OSError.
    """
    last = min(max(index for index in needed if index is not None), len(head.cells) - 2)
    for row, end in rows_with_end(source):
        if (row.sheet, row.number) <= (head.sheet, head.number) or row.cells == head.cells:
            continue
        is_cut = end is not None and end <= last
        yield Unread(row.place, "cut-off", " · ".join(filter(None, row.cells))) if is_cut else row


def _all_rows(source: Source) -> Iterator[Row]:
    if is_workbook(source):
        for sheet, number, cells, damaged in workbook_rows(source):
            if sum(map(len, cells)) > MOST_IN_ROW:
                raise Unreadable("too-large")
            yield Row(number, cells, sheet, damaged)
        return
    if source.head.startswith(b"PK\x03\x04"):
        return
    if is_sheet_xml(source) or is_html_table(source):
        yield from _filled(sheet_xml_rows(source) if is_sheet_xml(source) else html_rows(source))
        return
    for number, cells in delimited_rows(source):
        if any(cells):
            yield Row(number, cells)


def _filled(found: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[Row]:
    """Yield rows as wide as the widest before them: markup may leave out empty cells at a row's end."""
    width = 0
    for number, cells in found:
        width = max(width, len(cells))
        if any(cells):
            yield Row(number, cells + ("",) * (width - len(cells)))


def first_rows(source: Source) -> tuple[Row, ...]:
    """Return the rows among which the heading is, none for a file that holds no table that can be read.

    Raises OSError. Use `Source.first_rows`, which remembers them.
    """
    if source.first_line.startswith(_NO_TABLES) and not (is_sheet_xml(source) or is_html_table(source)):
        return ()
    found = _all_rows(source)
    first: list[Row] = []
    characters = 0
    try:
        for row in islice(found, HEADING_WITHIN):
            first.append(row)
            characters += sum(map(len, row.cells))
            if characters > MOST_CHARACTERS:
                break
    except Unreadable:
        return ()
    if len(first) == HEADING_WITHIN and is_workbook(source):
        source.begun.append(found)
        return tuple(first)
    return tuple(row._replace(cells=tuple(cell[:LONGEST_SEEN] for cell in row.cells)) for row in first)


Wanted = Mapping[str, Sequence[str]]
"""The headings that a field's column may have, by the field's name, the best first."""


def columns_of(row: Row, wanted: Wanted) -> dict[str, int]:
    """Return the index of each field's column that a row's cells name, as `heading` compares them."""
    headings = [heading(cell) for cell in row.cells]
    found: dict[str, int] = {}
    for field, names in wanted.items():
        index = next((headings.index(name) for name in _names(tuple(names)) if name in headings), None)
        if index is not None:
            found[field] = index
    return found


@lru_cache(maxsize=1024)
def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return headings as they are compared; the same ones are asked for with every row."""
    return tuple(map(heading, names))


def indices_of(headings: Sequence[str], names: Iterable[str]) -> tuple[int, ...]:
    """Return where the columns with these headings are, in the order of the names; both as `heading` compares them."""
    return tuple(headings.index(name) for name in names if name in headings)


def find_heading(candidates: Iterable[Row], wanted: Wanted, needed: Iterable[str]) -> tuple[Row, dict[str, int]] | None:
    """Return the first row that names the columns of all ``needed`` fields, and where each field is."""
    needs = tuple(needed)
    for row in candidates:
        columns = columns_of(row, wanted)
        if all(field in columns for field in needs):
            return row, columns
    return None


_UNIT = re.compile(r"\([+-]?(元|人民币|人民币元|rmb|cny|¥|单位:元)\)$")
_TRANSLATED = re.compile(r"(?<=.)\[[^\[\]]*\]$")
_FULL_WIDTH = str.maketrans("（）／：", "()/:")


def heading(text: str) -> str:
    """Return a heading as it is compared: without blanks, units and colons, in small letters, brackets half as wide.

    What stands in square brackets behind it says the same in another language: ``交易日期[ Transaction Date ]``.
    """
    plain = "".join(text.translate(_FULL_WIDTH).lower().split()).strip("\ufeff*:\"'")
    return _UNIT.sub("", _TRANSLATED.sub("", plain))


_ROUNDED = re.compile(r"[1-9]\d{14}0{2,}")
_EXPONENT = re.compile(r"\d(?:\.\d+)?[eE]\+?[1-9]\d")


def is_damaged(row: Row, index: int | None) -> bool:
    """Tell whether a spreadsheet destroyed the number in a cell: ``6.22E+18``, or zeros behind its fifteenth digit."""
    if index is None:
        return False
    return index in row.damaged or is_rounded(row.cell(index))


def is_rounded(cell: str) -> bool:
    """Tell whether a text shows that a spreadsheet destroyed the number in it."""
    if cell[-2:] == "00":
        return len(cell) >= LONG_NUMBER and bool(_ROUNDED.fullmatch(cell))
    return "e" in cell[-5:].lower() and bool(_EXPONENT.fullmatch(cell))
