"""The building blocks of pages: headings, paragraphs, tables. Each turns words into strips."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace

from evidence_app.dossier.linebreaking import break_lines
from evidence_app.dossier.page import Bookmark, Operation, PageLink, Rule, Sheet, Strip, Style, Text
from evidence_app.dossier.typeface import Typeface
from evidence_app.phrases import Language

TITLE = Style(24, 34, bold=True)
HEADING = Style(15, 22, bold=True)
SUBHEADING = Style(11, 17, bold=True)
BODY = Style(9.5, 14)
STRONG = Style(9.5, 14, bold=True)
SMALL = Style(8, 11.5)
FAINT = Style(8, 11.5, grey=0.38)
LABEL = Style(8.5, 14, grey=0.38)
FINE = Style(6.5, 9.5)
FINE_FAINT = Style(6.5, 9.5, grey=0.38)
TABLE_HEAD = Style(8, 12, bold=True, grey=0.25)

GUTTER = 10.0
"""Between two columns."""

ROW_PADDING, TIGHT_PADDING = 3.0, 1.0

UNBROKEN = 0.8
"""Part of a page's body a row may fill; a taller one (a text of ten thousand characters) is continued."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a cell or paragraph, of any length."""

    text: str
    style: Style = BODY


@dataclass(frozen=True, slots=True)
class Link:
    """One line that leads to an anchor; ``{page}`` in the pattern becomes its page's number."""

    pattern: str
    target: str
    style: Style = SMALL
    align: float = 0.0


Piece = Words | Link
Cell = Sequence[Piece]
Line = tuple[float, list[Operation]]
"""Height, and operations relative to the line's top."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right; ``anchor`` lets links lead here."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns by width in points, with a head that is repeated; ``head`` empty for none.

    ``padding`` is the space above and below the words of a row.
    """

    columns: tuple[float, ...]
    head: tuple[str, ...] = ()
    ruled: bool = True
    padding: float = ROW_PADDING


class Typesetter:
    """Sets words in one language's fonts for one paper."""

    def __init__(self, language: Language, sheet: Sheet) -> None:
        self.sheet = sheet
        self.faces = {bold: Typeface(language, bold=bold) for bold in (False, True)}

    def column(self, left: float, width: float) -> "Typesetter":
        """Return one that sets in a column of the paper, ``left`` points from its edge."""
        narrow = copy(self)
        narrow.sheet = Sheet(2 * left + width, self.sheet.height, left)
        return narrow

    def lines(self, text: str, style: Style, width: float) -> list[str]:
        """Return the drawable lines of a text in a column of ``width`` points."""
        face = self.faces[style.bold]
        return break_lines(face.drawable(text), width, lambda part: face.width(part, style.size))

    def width(self, text: str, style: Style) -> float:
        """Return the width in points of one line."""
        face = self.faces[style.bold]
        return face.width(face.drawable(text), style.size)

    def shortened(self, text: str, style: Style, width: float, *, lines: int = 1) -> str:
        """Return the text without line ends, cut with an ellipsis if it fills more than so many lines."""
        text = " ".join(text.split())[: lines * MOST_CHARACTERS_A_LINE]
        broken = self.lines(text, style, width)
        if len(broken) <= lines:
            return text
        last = self.lines(broken[lines - 1], style, width - self.width("…", style))[0]
        return "".join(broken[: lines - 1]) + last.rstrip() + "…"

    def heading(
        self, text: str, anchor: str, *, style: Style = HEADING, level: int = 0, title: str = ""
    ) -> list[Strip]:
        """Return a heading that stays with what follows, stands in the outline and can be linked to."""
        strips = self.paragraph(text, style, space_before=0 if style is TITLE else style.size)
        strips[0].anchor = anchor
        strips[0].bookmark = Bookmark(level, self.bookmark_title(title or text), anchor)
        for strip in strips:
            strip.keep = True
        strips[-1].height += style.size * 0.3
        return strips

    def bookmark_title(self, text: str) -> str:
        """Return text for the outline: one line, nothing invisible, not endless."""
        shown = self.faces[False].drawable(" ".join(text.split()))
        return shown if len(shown) <= BOOKMARK_CHARACTERS else shown[: BOOKMARK_CHARACTERS - 1] + "…"

    def paragraph(
        self, text: str, style: Style = BODY, *, space_before: float = 0.0, indent: float = 0.0
    ) -> list[Strip]:
        """Return one strip for each line; the first two and the last two stay together."""
        left = self.sheet.margin + indent
        lines = self._words(Words(text, style), self.sheet.body_width - indent)
        strips = [Strip(height, _moved(operations, left)) for height, operations in lines]
        strips[0].space_before = space_before
        for index in (0, len(strips) - 2):
            if 0 <= index < len(strips) - 1:
                strips[index].keep = True
        return strips

    def table(self, table: Table, rows: Iterable[Row], *, space_before: float = 0.0) -> list[Strip]:
        """Return one strip for each row."""
        head = self._table_head(table) if table.head else None
        strips = [strip for row in rows for strip in self._row(table, row)]
        for strip in strips:
            strip.head = head
        if head is not None:
            head.space_before = space_before
        elif strips:
            strips[0].space_before = space_before
        return strips

    def _table_head(self, table: Table) -> Strip:
        row = Row(tuple([Words(word, TABLE_HEAD)] for word in table.head))
        strip = next(self._row(replace(table, ruled=False), row))
        rule = Rule(self.sheet.margin, strip.height, self.sheet.body_width, grey=0.3, thickness=0.7)
        strip.operations.append(rule)
        return strip

    def _row(self, table: Table, row: Row) -> Iterator[Strip]:
        widths = [*(width - GUTTER for width in table.columns[:-1]), table.columns[-1]]
        columns = [self._cell(cell, width) for cell, width in zip(row.cells, widths, strict=True)]
        limit = self.sheet.body_height * UNBROKEN
        anchor = row.anchor
        while True:
            taken = [_take(lines, limit) for lines in columns]
            columns = [lines[len(part) :] for lines, part in zip(columns, taken, strict=True)]
            more = any(columns)
            strip = self._row_strip(table, taken, ruled=table.ruled and not more)
            strip.anchor, anchor = anchor, ""
            yield strip
            if not more:
                return

    def _row_strip(self, table: Table, columns: list[list[Line]], *, ruled: bool) -> Strip:
        left, operations, height = self.sheet.margin, list[Operation](), 0.0
        first = max((_baseline(lines[0][0]) for lines in columns if lines), default=0.0)
        for width, lines in zip(table.columns, columns, strict=True):
            top = table.padding + (first - _baseline(lines[0][0]) if lines else 0.0)
            for line_height, line in lines:
                operations += _moved(line, left, top)
                top += line_height
            left, height = left + width, max(height, top)
        height += table.padding
        if ruled:
            operations.append(Rule(self.sheet.margin, height, self.sheet.body_width))
        return Strip(height, operations)

    def _cell(self, cell: Cell, width: float) -> list[Line]:
        lines: list[Line] = []
        for piece in cell:
            lines += self._words(piece, width) if isinstance(piece, Words) else [self._link(piece, width)]
        return lines

    def _words(self, words: Words, width: float) -> list[Line]:
        baseline = _baseline(words.style.leading)
        return [
            (words.style.leading, [Text(0, baseline, line, words.style)] if line.strip() else [])
            for line in self.lines(words.text, words.style, width)
        ]

    def _link(self, link: Link, width: float) -> Line:
        x = link.align * width
        return link.style.leading, [
            PageLink(x, _baseline(link.style.leading), link.pattern, link.target, link.style, link.align)
        ]


BOOKMARK_CHARACTERS = 120
MOST_CHARACTERS_A_LINE = 500
"""More than fit on any line: what lies behind need not be measured to be cut off."""


BASELINE = 0.76
"""The base line's distance from a line's top in parts of the leading: the glyphs stand in its middle."""


def stacked(strips: Iterable[Strip]) -> tuple[float, list[Operation]]:
    """Return strips one below the other as one: their height, and their operations from its top."""
    top, operations = 0.0, list[Operation]()
    for strip in strips:
        top += strip.space_before if operations else 0.0
        operations += _moved(strip.operations, 0, top)
        top += strip.height
    return top, operations


def _baseline(leading: float) -> float:
    return BASELINE * leading


def _moved(operations: list[Operation], x: float, y: float = 0.0) -> list[Operation]:
    return [replace(operation, x=operation.x + x, y=operation.y + y) for operation in operations]


def _take(lines: list[Line], limit: float) -> list[Line]:
    """Return the first lines that fit into ``limit`` points."""
    taken, height = 0, 0.0
    for line_height, _ in lines:
        height += line_height
        if height > limit and taken:
            break
        taken += 1
    return lines[:taken]
