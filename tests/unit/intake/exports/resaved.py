"""Exports that went through other programs: saved anew by a spreadsheet, put together from pages, cut off, recoded."""

import csv
import io
import random
import re
from collections.abc import Callable
from dataclasses import dataclass

Cells = list[list[str]]

_STAMP = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d) +(\d\d):(\d\d):(\d\d)")
_DAY = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)")
_CLOCK = re.compile(r"(\d\d):(\d\d):(\d\d)")
_BARE_CLOCK = re.compile(r"0*(\d{5,6})")
_AMOUNT = re.compile(r"([+-]?)(\d[\d,]*)\.(\d\d)")
_LONG = re.compile(r"[1-9]\d{11,}")
_FULL_WIDTH = str.maketrans("0123456789-+,.:", "０１２３４５６７８９－＋，．：")
TOTALS = ("合计", "小计", "总计：", "本页合计", "合计 12 笔")


@dataclass
class Table:
    """A table in text: its cells, which row is its heading, and which are its records."""

    rows: Cells
    head: int
    records: list[int]

    @property
    def width(self) -> int:
        """How many columns its heading has."""
        return len(self.rows[self.head])

    def insert(self, at: int, row: list[str]) -> None:
        """Put a row between others."""
        self.rows.insert(at, row)
        self.records = [index + (index >= at) for index in self.records]
        self.head += self.head >= at

    def between(self, chance: random.Random) -> int:
        """Return a place among the records."""
        return chance.choice(self.records)

    def text(self, delimiter: str = ",") -> str:
        """Return the table as it is saved."""
        written = io.StringIO(newline="")
        csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(self.rows)
        return written.getvalue()


# -- what a spreadsheet does to cells when it opens a file and saves it anew ---------------------------------------


def spreadsheet(table: Table, chance: random.Random) -> None:
    """Save all cells as Excel shows them: times without seconds, amounts without noughts, long numbers as floats."""
    keeps_seconds, keeps_tabs = chance.random() < 0.5, chance.random() < 0.5
    amount = chance.choice((_plain, _grouped, _spaced))
    for index in table.records:
        table.rows[index] = [
            _shown(cell, keeps_seconds=keeps_seconds, keeps_tabs=keeps_tabs, amount=amount)
            for cell in table.rows[index]
        ]


def _shown(cell: str, *, keeps_seconds: bool, keeps_tabs: bool, amount: Callable[[re.Match[str]], str]) -> str:
    if cell.endswith("\t") and keeps_tabs:
        return cell  # a text, for the tab
    bare = cell.strip()
    if found := _STAMP.fullmatch(bare):
        year, month, day, hour, minute, second = found.groups()
        end = f":{second}" if keeps_seconds else ""
        return f"{year}/{int(month)}/{int(day)} {int(hour)}:{minute}{end}"
    if found := _DAY.fullmatch(bare):
        return f"{found[1]}/{int(found[2])}/{int(found[3])}"
    if found := _CLOCK.fullmatch(bare):
        return f"{int(found[1])}:{found[2]}:{found[3]}"
    if found := _AMOUNT.fullmatch(bare):
        return amount(found)
    if _LONG.fullmatch(bare):
        return f"{int(bare):.5E}".replace("E+0", "E+")
    return f"{int(bare)}" if _BARE_CLOCK.fullmatch(bare) else bare


def _plain(found: re.Match[str]) -> str:
    digits = f"{found[2].replace(',', '')}.{found[3]}".rstrip("0").rstrip(".")
    return ("-" if found[1] == "-" else "") + digits


def _grouped(found: re.Match[str]) -> str:
    return ("-" if found[1] == "-" else "") + f"{int(found[2].replace(',', '')):,}.{found[3]}"


def _spaced(found: re.Match[str]) -> str:
    return f" {_grouped(found)} "


def full_width(table: Table, chance: random.Random) -> None:
    """Write the digits and signs of days and amounts as wide as characters."""
    del chance
    for index in table.records:
        row = table.rows[index]
        for column, cell in enumerate(row):
            if _AMOUNT.fullmatch(cell.strip()) or _STAMP.fullmatch(cell.strip()) or _DAY.fullmatch(cell.strip()):
                row[column] = cell.translate(_FULL_WIDTH)


# -- what people and programs do to rows and columns -------------------------------------------------------------------


def trailing_commas(table: Table, chance: random.Random) -> None:
    """Make all rows as wide as the widest and wider."""
    width = max(map(len, table.rows)) + chance.randint(0, 3)
    table.rows = [row + [""] * (width - len(row)) for row in table.rows]


def blank_rows(table: Table, chance: random.Random) -> None:
    """Put empty rows between others."""
    for _ in range(chance.randint(1, 4)):
        table.insert(table.between(chance), chance.choice(([], [""] * table.width, [" "] * 3)))


def repeated_heading(table: Table, chance: random.Random) -> None:
    """Repeat the heading in the middle, as pages do."""
    table.insert(table.between(chance), list(table.rows[table.head]))


def totals(table: Table, chance: random.Random) -> None:
    """Put rows with totals between the records."""
    row = [chance.choice(TOTALS)] + [""] * (table.width - 1)
    for column in chance.sample(range(1, table.width), k=min(2, table.width - 1)):
        row[column] = "1,234.00"
    table.insert(table.between(chance), row)


def moved_columns(table: Table, chance: random.Random) -> None:
    """Bring the columns into another order."""
    order = list(range(table.width))
    chance.shuffle(order)
    for index in range(table.head, len(table.rows)):
        row = table.rows[index] + [""] * (len(order) - len(table.rows[index]))
        table.rows[index] = [row[column] for column in order] + row[len(order) :]


def extra_column(table: Table, chance: random.Random) -> None:
    """Put one more column somewhere, with a heading or none, and words or numbers in it."""
    at = chance.randint(0, table.width)
    title, value = chance.choice((("", "{}"), ("我的备忘", "看过"), ("", ""), ("核对", "√")))
    head = list(table.rows[table.head])
    for index in range(table.head, len(table.rows)):
        row = table.rows[index]
        row.insert(at, title if row == head else value.format(index) if index in table.records else "")


CELLS = (spreadsheet, full_width)
ROWS = (trailing_commas, blank_rows, repeated_heading, totals)
COLUMNS = (moved_columns, extra_column)


# -- what becomes of the bytes -----------------------------------------------------------------------------------------

ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be", "utf-16")
ENDS = ("\n", "\r\n", "\r", "")


def line_ends(text: str, end: str, chance: random.Random) -> str:
    """Return a text whose lines end so; for no end each in another way, but CR before no line that is empty."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n(?=(\n?))", lambda found: end or chance.choice(ENDS[: 2 if found[1] else 3]), plain)


def recoded(text: str, encoding: str) -> bytes | None:
    """Return a text in an encoding, None where it has characters that the encoding has not."""
    try:
        return text.removeprefix("\ufeff").encode(encoding)
    except UnicodeEncodeError:
        return None
