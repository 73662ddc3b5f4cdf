"""Rows of text with delimiters, as banks, wallets and spreadsheets write it, also where its quotes are broken.

Pure Python's csv is the reader; what it cannot know is which delimiter it is, and that a quotation mark which somebody
typed into a product's name opens no cell that spans the rest of the file.
"""

import csv
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator

from evidence_app.intake.exports.source import Source

DELIMITERS = (",", "\t", ";", "|")
"""In this order where two fit equally well."""

LINES_TO_JUDGE = 200
MOST_COLUMNS = 1024
"""More than any bill or log has; a row of commas must not fill the memory."""

MOST_LINES_OF_A_ROW = 64
"""A cell with more line breaks has lost its closing quotation mark."""

_NAMED = re.compile(r'^"?sep=(.)"?$', re.IGNORECASE)
_SHIELDED = re.compile(r'="([^"]*)"|[\'`](\d+)')


def delimiter_of(text: str) -> str:
    """Return the delimiter that makes the most regular columns of a text's first lines."""
    lines = [line for line in text.splitlines()[:LINES_TO_JUDGE] if line.strip()]
    if lines and (named := _NAMED.match(lines[0].strip())):
        return named[1]
    return max(DELIMITERS, key=lambda delimiter: _regularity(lines, delimiter))


def _regularity(lines: list[str], delimiter: str) -> int:
    widths = Counter(len(cells) for line in lines if (cells := _split(line, delimiter)))
    return max((count * (width - 1) for width, count in widths.items()), default=0)


def delimited_rows(source: Source) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every row with its number from 1, blank ones counted and left out, its cells without blanks around.

    Raises OSError.
    """
    delimiter = delimiter_of(source.text)
    lines = _Lines(text + "\n" for _, text in source.lines())
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    number = usual = 0
    while True:
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell longer than csv takes: the row is told nevertheless
            cells = []
        if not cells or (lines.doubtful and not lines.plausible(cells, usual, delimiter)):
            cells = lines.only_first(delimiter)
            if lines.ended and len(cells) > 1:
                cells = _with_open_cell(lines.first, delimiter) or cells
        number += 1
        if len(cells) > 2:
            usual = len(cells)
        if cells:
            bare = map(str.strip, cells[:MOST_COLUMNS])
            yield number, tuple(map(_bare, bare) if lines.may_shield else bare)


class _Lines:
    """The lines for csv's reader, which can take those of one row back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self._taken) >= MOST_LINES_OF_A_ROW:
            raise StopIteration
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            self._ended = True
            raise StopIteration
        self._taken.append(line)
        return line

    def begin(self) -> None:
        """Begin a row."""
        self._taken.clear()

    @property
    def doubtful(self) -> bool:
        """Whether the row took more than one line, or none that ended before the file did."""
        return len(self._taken) > 1 or (self._ended and bool(self._taken))

    @property
    def may_shield(self) -> bool:
        """Whether a cell may be shielded from spreadsheets."""
        line = self._taken[0] if self._taken else ""
        return '="' in line or "'" in line or "`" in line

    @property
    def ended(self) -> bool:
        """Whether the file ended within the row, and no line of it comes again."""
        return self._ended and not self._again

    @property
    def first(self) -> str:
        """The row's first line."""
        return self._taken[0] if self._taken else ""

    def plausible(self, cells: list[str], usual: int, delimiter: str) -> bool:
        """Tell whether a row of several lines is one: its quotes are closed, and no other reading fits better."""
        if not cells or len(self._taken) >= MOST_LINES_OF_A_ROW or sum(map(_quotes, self._taken)) % 2:
            return False
        return len(cells) == usual or len(_split(self._taken[0], delimiter)) != usual

    def only_first(self, delimiter: str) -> list[str]:
        """Return the cells of the row's first line, its quotes taken as they are; the others come again."""
        first, *others = self._taken
        self._again.extendleft(reversed(others))
        return _split(first, delimiter)


def _quotes(line: str) -> int:
    return line.count('"')


def _split(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line that stands for itself; a quotation mark too many belongs to its cell."""
    line = line.rstrip("\r\n")
    if _quotes(line) % 2 == 0:
        try:
            return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
        except csv.Error:
            pass
    return [_unquoted(each.strip()) for each in line.split(delimiter)]


def _with_open_cell(line: str, delimiter: str) -> list[str]:
    """Return the cells of a file's last line that ends in a quoted cell: what is in that one divides no cells."""
    line = line.rstrip("\r\n")
    begins = line.rfind(f'{delimiter}"') + 1
    is_open = begins > 0 and _quotes(line[begins:]) == 1 and _quotes(line) % 2 == 1
    return [*_split(line[: begins - 1], delimiter), line[begins:]] if is_open else []


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _bare(cell: str) -> str:
    """Return what ``="6222…"`` and ``'6222…`` shield from spreadsheets."""
    shielded = _SHIELDED.fullmatch(cell)
    return (shielded[1] if shielded[1] is not None else shielded[2]).strip() if shielded else cell
