"""Rows of OpenDocument spreadsheets (ODF 1.3, part 3, 9.1), as LibreOffice and WPS save them.

Read here, not by calamine: a few bytes may repeat a cell a billion times.
"""

import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from evidence_app.intake.archives import BROKEN
from evidence_app.intake.exports.element_memory import forget
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.workbooks import EXACT_BELOW, SheetRow, number_text
from evidence_app.intake.inspection import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_COLUMNS = 1024
"""More than any bill has; further ones are left out."""

MOST_REPEATS = 1000
"""Of one row that holds something: equal payments in a row are rare, a thousand of them a trick."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def open_document_rows(source: Source) -> Iterator[SheetRow]:
    """Yield every row of every sheet that holds something. Raises Unreadable (damaged, too-large), OSError."""
    from lxml import etree

    sheet, number = 1, 0
    try:
        with zipfile.ZipFile(source.path) as package, package.open("content.xml") as file:
            tags = (_TABLE + "table-row", _TABLE + "table")
            for _, element in etree.iterparse(
                file, tag=tags, recover=True, huge_tree=True, resolve_entities=False, no_network=True
            ):
                if element.tag == _TABLE + "table":
                    sheet, number = sheet + 1, 0
                    continue
                times = _repeats(element, "number-rows-repeated")
                cells, damaged = _cells_of(element)
                if any(cells) and times > MOST_REPEATS:
                    raise Unreadable("too-large")
                for more in range(1, times + 1) if any(cells) else ():
                    yield SheetRow(sheet, number + more, tuple(cells), tuple(damaged))
                number += times
                forget(element)
    except BROKEN as error:
        raise Unreadable("damaged") from error


def _cells_of(row: "Element") -> tuple[list[str], list[int]]:
    cells: list[str] = []
    damaged: list[int] = []
    for cell in row:
        times = min(_repeats(cell, "number-columns-repeated"), MOST_COLUMNS - len(cells))
        text, is_damaged = _value_of(cell)
        if is_damaged:
            damaged += range(len(cells), len(cells) + times)
        cells += [text] * times
    while cells and not cells[-1]:
        cells.pop()
    return cells, damaged


def _repeats(element: "Element", attribute: str) -> int:
    value = element.get(_TABLE + attribute, "1")
    return min(int(value), 2**31) if value.isascii() and value.isdigit() else 1


def _value_of(cell: "Element") -> tuple[str, bool]:
    """Return a cell's text, and whether it is a number that lost digits."""
    if cell.get(_OFFICE + "value-type") in ("float", "currency"):
        try:
            value = float(cell.get(_OFFICE + "value", ""))
        except ValueError:
            pass
        else:
            return number_text(value), abs(value) >= EXACT_BELOW
    if moment := cell.get(_OFFICE + "date-value"):
        return moment.partition(".")[0].replace("T", " "), False
    return "\n".join("".join(each.itertext()) for each in cell.iter(_TEXT + "p")).strip(), False
