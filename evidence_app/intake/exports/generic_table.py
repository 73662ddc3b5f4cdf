"""Tables that no importer knows: statements that use the common headings, and any table whose columns a person named.

`propose_columns` looks at what the cells hold, so that the person has to correct little.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from evidence_app.domain.exports import COLUMN_FIELDS, ColumnProposal, Read
from evidence_app.intake.exports.bills import Bill, Signs
from evidence_app.intake.exports.institutions import headings
from evidence_app.intake.exports.moments import day_order_of, is_ambiguous, may_be_clock, moment_of
from evidence_app.intake.exports.money_words import money_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.tables import Row, heading, indices_of

SAMPLE_ROWS = 20
"""Rows under the heading by which columns are judged, and that a person sees."""

LONGEST_CELL = 80
MOST_COLUMNS = 64

SIGNS = "signs"

_WHEN = ("time", "date")
_MONEY = ("amount", "income", "expense")


# -- statements with common headings -----------------------------------------------------------------------------------


def recognises_statement(source: Source) -> bool:
    """Tell whether a table has a day, a balance, and amounts or income and expense, all by their common headings."""
    return _statement_heading(source) is not None


def read_statement(source: Source) -> Iterator[Read]:
    """Yield every row of a statement as a payment. Raises Unreadable, OSError."""
    row = _statement_heading(source)
    if row is not None:
        signature = frozenset(each for each in map(heading, row.cells) if each)
        yield from _suited(Bill("statement", (signature,), headings()), source, row).read(source)


def asks_of_statement(source: Source) -> tuple[str, ...]:
    """Return the questions that a statement leaves open."""
    row = _statement_heading(source)
    return () if row is None else _asks(source, row, indices_of(list(map(heading, row.cells)), headings()["time"]))


def _statement_heading(source: Source) -> Row | None:
    known = headings()

    def has(found: frozenset[str], field: str) -> bool:
        return not found.isdisjoint(known[field])

    for row, found in zip(source.first_rows, source.first_headings, strict=True):
        both = has(found, "income") and has(found, "expense")
        if has(found, "time") and has(found, "balance") and (has(found, "amount") or both):
            return row
    return None


# -- tables whose columns a person named -------------------------------------------------------------------------------


def recognises_mapped(source: Source) -> bool:
    """Tell whether a person named the columns of a table, and the file has one with such headings."""
    return _mapped_heading(source) is not None


def read_mapped(source: Source) -> Iterator[Read]:
    """Yield every row of a table whose columns a person named. Raises Unreadable, OSError."""
    row = _mapped_heading(source)
    if row is not None:
        yield from _suited(_mapped_bill(source), source, row).read(source)


def asks_of_mapped(source: Source) -> tuple[str, ...]:
    """Return the questions that such a table leaves open."""
    row = _mapped_heading(source)
    if row is None:
        return ()
    return _asks(source, row, indices_of(list(map(heading, row.cells)), _mapped_bill(source).headings["time"]))


def _mapped(source: Source) -> dict[str, str]:
    return {field: heading(name) for field, name in source.hints.columns if field != SIGNS and heading(name)}


def _mapped_bill(source: Source) -> Bill:
    mapped = _mapped(source)
    names: dict[str, tuple[str, ...]] = {field: (mapped[field],) if field in mapped else () for field in headings()}
    names["time"] = tuple(mapped[field] for field in _WHEN if field in mapped)
    return Bill("table", (frozenset(mapped.values()),), names)


def _mapped_heading(source: Source) -> Row | None:
    mapped = _mapped(source)
    if mapped.keys().isdisjoint(_WHEN) or mapped.keys().isdisjoint(_MONEY):
        return None
    wanted = frozenset(mapped.values())
    pairs = zip(source.first_rows, source.first_headings, strict=True)
    return next((row for row, found in pairs if wanted <= found), None)


# -- what the rows tell ------------------------------------------------------------------------------------------------


def _suited(bill: Bill, source: Source, head: Row) -> Bill:
    """Return a description with what the first rows tell: which way round days are, and whether amounts have signs."""
    cells = list(map(heading, head.cells))
    below = _below(source, head)
    days = [row.cell(index) for row in below for index in indices_of(cells, bill.headings["time"])]
    amounts = [row.cell(index) for row in below for index in indices_of(cells, bill.headings["amount"])]
    said = dict(source.hints.columns).get(SIGNS, "")
    signed = any((money := money_of(each)) is not None and money.sign for each in amounts if each)
    signs = Signs(said) if said in set(Signs) else Signs.POSITIVE_IN if signed else Signs.WORDS
    return replace(bill, signs=signs, day_first=day_order_of(days))


def _asks(source: Source, head: Row, times: Sequence[int]) -> tuple[str, ...]:
    if source.hints.day_first is not None:
        return ()
    days = [row.cell(index) for row in _below(source, head) for index in times]
    return ("day-order",) if day_order_of(days) is None and any(map(is_ambiguous, days)) else ()


def _below(source: Source, head: Row) -> list[Row]:
    return [row for row in source.first_rows if (row.sheet, row.number) > (head.sheet, head.number)]


# -- a proposal --------------------------------------------------------------------------------------------------------


def propose_columns(source: Source) -> ColumnProposal | None:
    """Return what a table's columns probably are; None for a file without a day and an amount in its rows.

    Raises OSError.
    """
    for row in source.first_rows:
        below = list(islice(_below(source, row), SAMPLE_ROWS))
        named = [index for index, cell in enumerate(row.cells[:MOST_COLUMNS]) if cell and len(cell) <= LONGEST_CELL]
        if len(named) < 2 or _is_data(row) or not below:
            continue
        columns = _proposed(row, named, below)
        fields = {field for field, _ in columns}
        if fields & set(_WHEN) and fields & set(_MONEY):
            shown = [tuple(row.cell(index)[:LONGEST_CELL] for index in named) for row in below]
            names = tuple(row.cells[index] for index in named)
            return ColumnProposal(names, columns, tuple(shown), fingerprint_of(names))
    return None


def fingerprint_of(names: Sequence[str]) -> str:
    """Return what tells tables with the same headings, in whatever order: a choice of columns fits them all."""
    return hashlib.sha256("\n".join(sorted(map(heading, names))).encode()).hexdigest()[:16]


def _is_data(row: Row) -> bool:
    return any(moment_of(cell, day_first=True).day for cell in row.cells if cell)


def _proposed(row: Row, named: Sequence[int], below: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    """Return each field's heading: by its words where they are known, else by what the cells below hold."""
    cells = list(map(heading, row.cells))
    known = headings()
    taken: dict[str, int] = {}
    for field, names in known.items():
        fitting = [index for index in indices_of(cells, names) if index in named and index not in taken.values()]
        fitting = [index for index in fitting if field not in _NEEDS or _mostly(_NEEDS[field], below, index)]
        if fitting:
            taken[field] = fitting[0]
    free = [index for index in named if index not in taken.values()]
    if "time" not in taken:
        _take(taken, "time", _is_day, free, below)
    if not taken.keys() & set(_MONEY):
        _take(taken, "amount", _is_money, free, below)
    _add_clock(taken, free, below)
    offered = {field: row.cells[index] for field, index in taken.items() if field in COLUMN_FIELDS}
    return tuple(offered.items())


def _take(
    taken: dict[str, int], field: str, fits: Callable[[str], bool], free: list[int], below: Sequence[Row]
) -> None:
    found = next((index for index in free if _mostly(fits, below, index)), None)
    if found is not None:
        taken[field] = found
        free.remove(found)


def _add_clock(taken: dict[str, int], free: list[int], below: Sequence[Row]) -> None:
    """Name the column with the time of day, where it stands apart from the day."""
    if "time" in taken and not _mostly(_has_clock, below, taken["time"]):
        _take(taken, "date", _is_clock, free, below)
        if "date" in taken:
            taken["date"], taken["time"] = taken["time"], taken["date"]


def _mostly(fits: Callable[[str], bool], below: Sequence[Row], index: int) -> bool:
    """Tell whether at least half of the filled cells of a column are what is needed."""
    filled = [cell for row in below if (cell := row.cell(index))]
    return bool(filled) and sum(map(fits, filled)) * 2 >= len(filled)


def _is_day(cell: str) -> bool:
    return moment_of(cell, day_first=True).day is not None and not may_be_clock(cell)  # 45012 may be an amount


def _is_money(cell: str) -> bool:
    return money_of(cell) is not None and not _is_day(cell)


def _has_clock(cell: str) -> bool:
    return moment_of(cell, day_first=True).clock is not None


def _is_clock(cell: str) -> bool:
    moment = moment_of(cell)
    return moment.clock is not None and moment.day is None


_NEEDS: Mapping[str, Callable[[str], bool]] = {"time": _is_day, **dict.fromkeys(_MONEY, _is_money)}
