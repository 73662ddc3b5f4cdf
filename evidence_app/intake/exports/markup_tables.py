"""Rows of tables in HTML, and of the XML that Excel 2003 wrote: what many banks call ``.xls``."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from evidence_app.intake.exports.element_memory import forget
from evidence_app.intake.exports.hypertext import settable
from evidence_app.intake.exports.repaired_xml import Repaired
from evidence_app.intake.exports.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_COLUMNS = 1024
_SHEET_XML = "{urn:schemas-microsoft-com:office:spreadsheet}"
_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)


def is_sheet_xml(source: Source) -> bool:
    """Tell whether the file is an XML spreadsheet of Excel 2003."""
    return source.first_line.startswith("<") and "urn:schemas-microsoft-com:office:spreadsheet" in source.text[:4096]


def is_html_table(source: Source) -> bool:
    """Tell whether the file is a page with a table."""
    return source.first_line.startswith("<") and bool(_TABLE.search(source.text))


def sheet_xml_rows(source: Source) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every row with its number from 1. Raises OSError."""
    from lxml import etree

    with source.path.open("rb") as file:
        found = etree.iterparse(
            Repaired(file),
            tag=_SHEET_XML + "Row",
            recover=True,
            huge_tree=True,
            resolve_entities=False,
            no_network=True,
        )
        for number, (_, row) in enumerate(found, 1):
            yield number, tuple(_cells_of_row(row))
            forget(row)


def _cells_of_row(row: "Element") -> list[str]:
    cells: list[str] = []
    for cell in row.iterchildren(_SHEET_XML + "Cell"):
        place = cell.get(_SHEET_XML + "Index", "")
        if place.isascii() and place.isdigit():
            cells += [""] * (min(int(place), MOST_COLUMNS) - 1 - len(cells))
        data = cell.find(_SHEET_XML + "Data")
        text = "" if data is None else "".join(data.itertext()).strip()
        is_time = data is not None and data.get(_SHEET_XML + "Type") == "DateTime"
        cells.append(text.partition(".")[0].replace("T", " ") if is_time else text)
    return cells


def html_rows(source: Source) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every row of every table with its number from 1; a row that only holds another table is none.

    Raises OSError.
    """
    from lxml import etree

    with source.path.open("rb") as file:
        encoding = None if source.encoding.startswith("utf-16") else source.encoding
        found = etree.iterparse(Repaired(file), tag="tr", html=True, encoding=encoding, recover=True, huge_tree=True)
        number = 0
        for _, row in found:
            if row.find(".//tr") is None:
                number += 1
                yield number, tuple(_cells_of_html(row))
                _empty(row)


def _cells_of_html(row: "Element") -> list[str]:
    cells: list[str] = []
    for cell in row.iterchildren("td", "th"):
        for line_break in cell.iter("br"):
            line_break.tail = "\n" + settable(line_break.tail or "")
        cells.append("".join(map(str, cell.itertext())).strip())
        span = cell.get("colspan", "1")
        cells += [""] * (min(int(span), MOST_COLUMNS) - 1 if span.isascii() and span.isdigit() else 0)
    return cells


def _empty(element: "Element") -> None:
    """Give back the memory of a row, which stays as an empty one."""
    for child in list(element):
        element.remove(child)
