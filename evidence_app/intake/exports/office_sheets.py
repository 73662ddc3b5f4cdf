"""Rows of XLSX workbooks (ECMA-376), one by one: a sheet of a million rows needs no more memory than one of ten.

Only the shared strings are held, as bytes one after the other.
"""

import re
import zipfile
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from posixpath import normpath
from typing import IO, TYPE_CHECKING

from evidence_app.intake.archives import BROKEN
from evidence_app.intake.exports.element_memory import forget
from evidence_app.intake.inspection import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_COLUMNS = 16_384
"""Of a sheet (Excel's own limit)."""

MOST_CELLS = 64_000_000
"""Of a workbook, those that are left out between others, too: time for them is spent, though no memory."""

Value = str | int | float | bool | datetime | date | time | timedelta

_WORKBOOK = "xl/workbook.xml"
_TIMES = frozenset((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)))
"""Formats of days and times that every workbook has (18.8.30); 46 counts hours beyond a day."""

_ELAPSED = 46
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_HOURS = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_OF_TIME = re.compile(r"[dmyhs]", re.IGNORECASE)
_DAY_ZERO, _DAY_ZERO_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def is_office_package(package: zipfile.ZipFile) -> bool:
    """Tell whether a package is a workbook whose parts are XML: XLSB's are not."""
    return _WORKBOOK in package.namelist()


def sheet_values(package: zipfile.ZipFile) -> Iterator[tuple[int, int, list[Value]]]:
    """Yield the sheet's number, the row's number, and its values, of every row that is there.

    Raises Unreadable (damaged, too-large).
    """
    from lxml.etree import XMLSyntaxError

    try:
        book, cells = _Book.of(package), 0
        for number, member in book.sheets:
            with package.open(member) as file:
                for row_number, row in _rows(file):
                    values = book.values(row)
                    cells += len(values)
                    if cells > MOST_CELLS:
                        raise Unreadable("too-large")
                    yield number, row_number, values
    except (XMLSyntaxError, KeyError, ValueError, *BROKEN) as error:
        raise Unreadable("damaged") from error


@dataclass(slots=True)
class _Strings:
    """The shared strings of a workbook."""

    data: bytearray = field(default_factory=bytearray)
    ends: "array[int]" = field(default_factory=lambda: array("Q", (0,)))

    def add(self, text: str) -> None:
        """Take the next one."""
        self.data += text.encode("utf-8", "replace")
        self.ends.append(len(self.data))

    def get(self, index: int) -> str:
        """Return one of them, an empty text for one that is not there."""
        if not 0 <= index < len(self.ends) - 1:
            return ""
        return self.data[self.ends[index] : self.ends[index + 1]].decode("utf-8")


@dataclass(slots=True)
class _Book:
    """What holds for all sheets: their members, strings, which styles are times (True) or hours (False)."""

    sheets: list[tuple[int, str]]
    strings: _Strings
    times: dict[str, bool]
    day_zero: datetime

    @classmethod
    def of(cls, package: zipfile.ZipFile) -> "_Book":
        """Return what a package says."""
        members = {name.lower(): name for name in package.namelist()}
        sheets: list[tuple[int, str]] = []
        number, day_zero = 0, _DAY_ZERO
        targets = dict(_targets(package, members))
        for element in _elements(package, members[_WORKBOOK], "sheet", "workbookPr"):
            if element.tag.endswith("workbookPr"):
                day_zero = _DAY_ZERO_1904 if element.get("date1904") in ("1", "true") else _DAY_ZERO
                continue
            number += 1
            target = targets.get(element.get(_RELATION) or element.get(_STRICT_RELATION) or "", "")
            if target in members:
                sheets.append((number, members[target]))
        return cls(sheets, _strings(package, members), _times(package, members), day_zero)

    def values(self, row: "Element") -> list[Value]:
        """Return the values of a row, empty texts for cells that are left out."""
        values: list[Value] = []
        for cell in row:
            index = _column(cell.get("r", "").rstrip("0123456789"))
            missing = index - len(values)
            if missing > 0:
                values += [""] * min(missing, MOST_COLUMNS - len(values))
            if len(values) < MOST_COLUMNS:
                values.append(self._value(cell))
        return values

    def _value(self, cell: "Element") -> Value:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _words(cell[-1]) if len(cell) else ""
        shown = next((child.text or "" for child in cell if child.tag.endswith("}v")), "") if len(cell) else ""
        if kind == "s":
            return self.strings.get(int(shown) if shown.isascii() and shown.isdigit() else -1)
        if kind == "n":
            return self._number(shown, self.times.get(cell.get("s", "0"))) if shown else ""
        if kind == "b":
            return shown in ("1", "true")
        return "" if kind == "e" else shown.partition(".")[0].replace("T", " ") if kind == "d" else shown

    def _number(self, shown: str, is_time: bool | None) -> Value:
        try:
            value = float(shown)
        except ValueError:
            return shown
        if is_time is None:
            return value
        try:
            return timedelta(days=value) if is_time is False else self._moment(value)
        except OverflowError:
            return value

    def _moment(self, value: float) -> Value:
        moment = self.day_zero + timedelta(seconds=round(value * 86400))
        if 0 <= value < 1:
            return moment.time()
        return moment if moment.time() != time() else moment.date()


def _rows(file: IO[bytes]) -> Iterator[tuple[int, "Element"]]:
    from lxml import etree

    last = 0
    for _, row in etree.iterparse(
        file,
        tag="{*}row",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
    ):
        stated = row.get("r", "")
        number = int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 10 else 0
        last = max(number, last + 1)
        yield last, row
        forget(row)


def _elements(package: zipfile.ZipFile, member: str, *names: str) -> Iterator["Element"]:
    from lxml import etree

    with package.open(member) as file:
        tags = [f"{{*}}{name}" for name in names]
        for _, element in etree.iterparse(file, tag=tags, huge_tree=True, resolve_entities=False, no_network=True):
            yield element
            if element.tag.endswith("}si"):
                forget(element)


def _targets(package: zipfile.ZipFile, members: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the ids of a workbook's worksheets, and the members that they are, in small letters."""
    for each in _elements(package, members["xl/_rels/workbook.xml.rels"], "Relationship"):
        target = each.get("Target", "")
        if each.get("Type", "").endswith("/worksheet"):
            yield each.get("Id", ""), normpath(target[1:] if target.startswith("/") else f"xl/{target}").lower()


def _strings(package: zipfile.ZipFile, members: dict[str, str]) -> _Strings:
    strings = _Strings()
    member = members.get("xl/sharedstrings.xml")
    for each in _elements(package, member, "si") if member else ():
        strings.add(_words(each))
    return strings


def _times(package: zipfile.ZipFile, members: dict[str, str]) -> dict[str, bool]:
    """Return which styles of cells are times, by their number: True, or False for hours beyond a day."""
    member = members.get("xl/styles.xml")
    formats = dict.fromkeys(_TIMES, True) | {_ELAPSED: False}
    found: dict[str, bool] = {}
    for each in _elements(package, member, "numFmt", "cellXfs") if member else ():
        if each.tag.endswith("numFmt"):
            code = _NOT_SHOWN.sub("", each.get("formatCode", "")).partition(";")[0]
            if _OF_TIME.search(code) and "general" not in code.lower():
                formats[int(each.get("numFmtId", "0"))] = not _HOURS.search(code)
            continue
        for index, style in enumerate(each.iterchildren("{*}xf")):
            is_time = formats.get(int(style.get("numFmtId", "0")))
            if is_time is not None:
                found[str(index)] = is_time
    return found


def _words(element: "Element") -> str:
    """Return the text of a string, however it is coloured, without what says how to pronounce it."""
    if len(element) == 1 and not len(element[0]):
        return element[0].text or ""
    texts = element.iter("{*}t")
    return "".join(each.text or "" for each in texts if not str(each.getparent().tag).endswith("}rPh"))


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """Return the index of a column, -1 for no letters."""
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + ord(letter) - 64
    return min(number, MOST_COLUMNS) - 1
