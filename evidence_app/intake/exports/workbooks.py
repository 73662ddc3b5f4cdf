"""Rows of spreadsheets: XLSX, XLS, XLSB, ODS, and the XML and HTML that carry their names.

Numbers and times become the text that people see in them. What a hostile file could blow up is counted beforehand.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from evidence_app.intake.archives import BROKEN
from evidence_app.intake.exports.office_sheets import Value, is_office_package, sheet_values
from evidence_app.intake.exports.source import CHUNK_BYTES, Source
from evidence_app.intake.inspection import Unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_CELLS = 16_000_000
"""From the first to the last cell of a sheet, empty ones too: calamine lays them all out, some 100 bytes each. More
than a million rows of a bill, the most that a spreadsheet holds."""

MOST_XML_BYTES = 2 * 2**30
"""All of a workbook unpacked: a million rows of a bill take one gigabyte."""

EXACT_BELOW = 10**15
"""Spreadsheets keep 15 digits of a number: a longer one has lost its last ones for good."""

_REFERENCE_BYTES = 64
"""A reference may be cut at the end of a chunk: so much of it is looked at again."""

_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,8})([0-9]{1,18})["']""")


class SheetRow(NamedTuple):
    """One row: the sheet's number and its own, both from 1, its cells, and which are numbers that lost digits."""

    sheet: int
    number: int
    cells: tuple[str, ...]
    damaged: tuple[int, ...] = ()


def is_workbook(source: Source) -> bool:
    """Tell whether the file begins like a workbook of any version."""
    head = source.head
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return True
    return head.startswith(b"PK\x03\x04") and any(_is_sheet(name) for name in _members(source))


def _is_sheet(name: str) -> bool:
    return name.lower().startswith("xl/worksheets/") or name == "content.xml"


def _members(source: Source) -> list[str]:
    try:
        with zipfile.ZipFile(source.path) as package:
            return package.namelist()
    except BROKEN:
        return []


def workbook_rows(source: Source) -> Iterator[SheetRow]:
    """Yield every row of every sheet. Raises Unreadable (damaged, encrypted, too-large), OSError."""
    if source.head.startswith(b"PK"):
        _within_bounds(source)
        if "content.xml" in _members(source):
            from evidence_app.intake.exports.open_documents import open_document_rows

            yield from open_document_rows(source)
            return
        yield from _office_rows(source)
        return
    yield from _calamine_rows(source)


def _office_rows(source: Source) -> Iterator[SheetRow]:
    """Yield the rows of a package; calamine, which holds a whole sheet in memory, reads those that are not XML."""
    with zipfile.ZipFile(source.path) as package:
        if not is_office_package(package):
            yield from _calamine_rows(source)
            return
        sheet, timed = 0, set[int]()
        for number, row_number, values in sheet_values(package):
            if number != sheet:
                sheet, timed = number, set()
            if found := _row_of(number, row_number, values, timed):
                yield found


def _calamine_rows(source: Source) -> Iterator[SheetRow]:
    with source.path.open("rb") as file:
        from python_calamine import CalamineWorkbook, SheetTypeEnum

        with _problems():
            workbook = CalamineWorkbook.from_filelike(file)
        for index, about in enumerate(workbook.sheets_metadata):
            if about.typ == SheetTypeEnum.WorkSheet:
                with _problems():
                    sheet = workbook.get_sheet_by_index(index)
                yield from _rows_of(sheet, index + 1)


@contextmanager
def _problems() -> Iterator[None]:
    """Turn what calamine raises into what is wrong with the file; a panic of Rust's is no `Exception`."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise Unreadable("encrypted") from error
    except CalamineError as error:
        raise Unreadable("damaged") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Unreadable("damaged") from error


def _rows_of(sheet: "CalamineSheet", sheet_number: int) -> Iterator[SheetRow]:
    if sheet.start is None:
        return
    timed: set[int] = set()
    for number, values in enumerate(sheet.iter_rows(), 1):
        if found := _row_of(sheet_number, number, values, timed):
            yield found


def _row_of(sheet_number: int, number: int, values: "list[Value]", timed: set[int]) -> SheetRow | None:
    """Return a row, None for an empty one; ``timed`` are the columns with times of day, where midnight is one, too."""
    for index, value in enumerate(values):
        if isinstance(value, datetime):
            timed.add(index)
        elif index in timed and isinstance(value, date):
            values[index] = datetime.combine(value, time())
    cells = tuple(map(text_of, values))
    return SheetRow(sheet_number, number, cells, tuple(damaged_in(values))) if any(cells) else None


def damaged_in(values: "list[Value]") -> Iterator[int]:
    """Yield the indices of numbers with more digits than a spreadsheet keeps."""
    for index, value in enumerate(values):
        if isinstance(value, int | float) and abs(value) >= EXACT_BELOW:
            yield index


def text_of(value: Value) -> str:
    """Return what people see in a cell, numbers without grouping, times with their seconds."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, datetime):
        return (value + timedelta(microseconds=500_000)).replace(microsecond=0).isoformat(" ")
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, time):
        return value.replace(microsecond=0).isoformat()
    return value.isoformat()


def number_text(value: float) -> str:
    """Return a number in digits, as many as a spreadsheet keeps: never 6.22E+18, never 28.160000000000001."""
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    return f"{Decimal(f'{value:.15g}'):f}"


def _within_bounds(source: Source) -> None:
    """Raise Unreadable("too-large") for a workbook that would fill the memory, "damaged" for one that lies about it."""
    try:
        with zipfile.ZipFile(source.path) as package:
            members = [each for each in package.infolist() if each.filename.lower().endswith((".xml", ".rels"))]
            if sum(each.file_size for each in members) > MOST_XML_BYTES:
                raise Unreadable("too-large")
            for member in () if is_office_package(package) else members:
                _count_cells(package, member)
    except BROKEN as error:
        raise Unreadable("damaged") from error


def _count_cells(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Read a member to its end, so that one larger than it says fails its checksum, and measure the sheet's extent."""
    columns: set[bytes] = set()
    last_row = 0
    with package.open(member) as file:
        held = b""
        while chunk := file.read(CHUNK_BYTES):
            if _is_sheet(member.filename):
                found = _REFERENCE.findall(held + chunk)
                columns.update(letters for letters, _ in found)
                last_row = max(last_row, max((int(row) for _, row in found), default=0))
                held = chunk[-_REFERENCE_BYTES:]
    if last_row * max(map(_column_number, columns), default=0) > MOST_CELLS:
        raise Unreadable("too-large")


def _column_number(letters: bytes) -> int:
    """Return the number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
