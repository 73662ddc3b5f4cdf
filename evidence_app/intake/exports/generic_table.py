"""Tables that no importer knows: statements that use the common headings, and any table whose columns a person named.

`propose_columns` looks at what the cells hold, so that the person has to correct little.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import COLUMN_FIELDS, ColumnProposal, Read
from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.intake.exports.bills import Bill, Signs
from evidence_app.intake.exports.institutions import headings, likely_headings, proposed_headings
from evidence_app.intake.exports.local_currency import currency_said
from evidence_app.intake.exports.moments import asks_of, may_be_clock, moment_of
from evidence_app.intake.exports.money_words import card_direction, currency_of, money_of
from evidence_app.intake.exports.plan_tables import is_period
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.tables import Row, cells_below, first_rows_below, heading, indices_of

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
        yield from _suited(Bill("statement", (signature,), headings() | _likely(row)), source, row).read(source)


def asks_of_statement(source: Source) -> tuple[str, ...]:
    """Return the questions that a statement leaves open."""
    row = _statement_heading(source)
    return () if row is None else _asks(source, row, indices_of(list(map(heading, row.cells)), headings()["time"]))


def _likely(row: Row) -> dict[str, tuple[str, ...]]:
    """Return the headings of fields that none of the known headings names, but one that looks like it."""
    cells = list(map(heading, row.cells))
    known = {name for names in headings().values() for name in names}
    missing = {field: likely for field, likely in likely_headings().items() if not set(cells) & set(headings()[field])}
    found = {
        field: tuple(each for each in cells if each not in known and likely.search(each))
        for field, likely in missing.items()
    }
    return {field: names for field, names in found.items() if names}


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


def _mapped(source: Source) -> dict[str, tuple[str, ...]]:
    """Return the headings of each field that a person named; there may be several."""
    found: dict[str, tuple[str, ...]] = {}
    for field, name in source.hints.columns:
        if field != SIGNS and heading(name):
            found[field] = (*found.get(field, ()), heading(name))
    return found


def _mapped_bill(source: Source) -> Bill:
    mapped = _mapped(source)
    names = {field: mapped.get(field, ()) for field in headings()}
    names["time"] = tuple(each for field in _WHEN for each in mapped.get(field, ()))
    currency = next(filter(None, map(_currency_in, _money_names(source))), DEFAULT_CURRENCY)
    return Bill("table", (_all_names(mapped),), names, currency=currency)


def _all_names(mapped: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(each for names in mapped.values() for each in names)


def _money_names(source: Source) -> list[str]:
    return [name for field, name in source.hints.columns if field in _MONEY]


def _mapped_heading(source: Source) -> Row | None:
    mapped = _mapped(source)
    if mapped.keys().isdisjoint(_WHEN) or mapped.keys().isdisjoint(_MONEY):
        return None
    wanted = _all_names(mapped)
    pairs = zip(source.first_rows, source.first_headings, strict=True)
    return next((row for row, found in pairs if wanted <= found), None)


# -- what the rows tell ------------------------------------------------------------------------------------------------


def _suited(bill: Bill, source: Source, head: Row) -> Bill:
    """Return a description with what the first rows tell: whether amounts have signs."""
    cells = list(map(heading, head.cells))
    below = first_rows_below(source, head)
    amounts = [row.cell(index) for row in below for index in indices_of(cells, bill.headings["amount"])]
    said = dict(source.hints.columns).get(SIGNS, "")
    signed = any((money := money_of(each)) is not None and money.sign for each in amounts if each)
    signs = Signs(said) if said in set(Signs) else _signs(bill, cells, below) if signed else Signs.WORDS
    currency = bill.currency
    if currency == DEFAULT_CURRENCY:
        above = [row for row in source.first_rows if (row.sheet, row.number) < (head.sheet, head.number)]
        currency = currency_said(above, head, below) or currency
    return replace(bill, signs=signs, currency=currency)


def _signs(bill: Bill, cells: Sequence[str], below: Sequence[Row]) -> Signs:
    """Return what signs of amounts mean: on a credit card, what is spent has none, by the words of the rows."""
    columns = indices_of(cells, (*bill.headings["kind"], *bill.headings["text"]))
    spent: set[bool] = set()
    came: set[bool] = set()
    for row in below:
        money = next(filter(None, (money_of(row.cell(at)) for at in indices_of(cells, bill.headings["amount"]))), None)
        went = card_direction(" ".join(row.cell(index) for index in columns))
        if money is not None and money.amount and went is not Direction.NONE:
            (spent if went is Direction.OUT else came).add(money.sign == "-")
    return Signs.POSITIVE_OUT if spent == {False} and came == {True} else Signs.POSITIVE_IN


def _asks(source: Source, head: Row, times: Sequence[int]) -> tuple[str, ...]:
    return asks_of(cells_below(source, head, times), source.hints.day_first)


# -- a proposal --------------------------------------------------------------------------------------------------------


def propose_columns(source: Source) -> ColumnProposal | None:
    """Return what a table's columns probably are; None for a file without a day and an amount in its rows.

    Raises OSError.
    """
    known = _statement_heading(source)  # what stands above it may look like headings, too
    for row in source.first_rows if known is None else (known, *source.first_rows):
        below = list(islice(first_rows_below(source, row), SAMPLE_ROWS))
        named = [index for index, cell in enumerate(row.cells[:MOST_COLUMNS]) if cell and len(cell) <= LONGEST_CELL]
        if len(named) < 2 or _is_data(row) or not below:
            continue
        taken = _proposed(row, named, below)
        if taken.keys() & set(_WHEN) and taken.keys() & set(_MONEY):
            shown = [tuple(row.cell(index)[:LONGEST_CELL] for index in named) for row in below]
            names = tuple(row.cells[index] for index in named)
            columns = tuple((field, row.cells[index]) for field, indices in taken.items() for index in indices)
            certain = _is_certain(row, named, below, taken)
            asks = _asks(source, row, taken.get("date") or taken["time"])
            return ColumnProposal(names, columns, tuple(shown), fingerprint_of(names), certain, asks)
    return None


def fingerprint_of(names: Sequence[str]) -> str:
    """Return what tells tables with the same headings, in whatever order: a choice of columns fits them all."""
    return hashlib.sha256("\n".join(sorted(map(heading, names))).encode()).hexdigest()[:16]


def _is_data(row: Row) -> bool:
    return any(moment_of(cell, day_first=True).day for cell in row.cells if cell)


Taken = dict[str, list[int]]
"""The columns of each field, the best first."""


def _proposed(row: Row, named: Sequence[int], below: Sequence[Row]) -> Taken:
    """Return each field's columns: by its words where they are known, else by what the cells below hold."""
    cells = list(map(_without_currency, row.cells))
    taken: Taken = {}
    for field, names in _offered_headings().items():
        free = [index for index in named if not any(index in each for each in taken.values())]
        fitting = [index for index in indices_of(cells, names) if index in free]
        fitting = [index for index in fitting if _may_be(field, below, index)]
        if fitting:
            taken[field] = fitting if field in _SEVERAL else fitting[:1]
    free = [index for index in named if not any(index in each for each in taken.values())]
    for field, pattern in likely_headings().items():
        alike = next((index for index in free if field not in taken and pattern.search(cells[index])), None)
        if alike is not None:
            taken[field] = [alike]
            free.remove(alike)
    if "time" not in taken:
        _take(taken, "time", _is_day, free, below)
    if not taken.keys() & set(_MONEY):
        counted = [index for index in free if not _IS_ID.search(cells[index]) and not is_period(cells[index])]
        _take(taken, "amount", _is_money, counted, below)
        free = [index for index in free if index not in taken.get("amount", ())]
    _add_clock(taken, free, below)
    return taken


def _offered_headings() -> dict[str, tuple[str, ...]]:
    """Return the headings of what can be offered; what kind of movement it is belongs to the text."""
    known = proposed_headings()
    offered = {field: names for field, names in known.items() if field in COLUMN_FIELDS}
    return offered | {"text": (*known["kind"], *known["text"])}


def _may_be(field: str, below: Sequence[Row], index: int) -> bool:
    """Tell whether a column's cells fit its heading; where money only goes out, nothing stands under what comes in."""
    if field not in _NEEDS or (field in ("income", "expense") and not _filled([index], below)):
        return True
    return _mostly(_NEEDS[field], below, index)


def _is_certain(row: Row, named: Sequence[int], below: Sequence[Row], taken: Taken) -> bool:
    """Tell whether day and amount can be nothing else: known by their words, or the only ones; and every cell fits."""
    known = proposed_headings()
    both = taken.keys() >= {"income", "expense"}
    days = taken.get("date") or taken["time"]
    money = [*taken.get("amount", []), *taken.get("income", []), *taken.get("expense", [])]
    if not ("amount" in taken or both):
        return False
    others = {index for field, indices in taken.items() if field not in _MONEY for index in indices}
    only_day = sum(_mostly(_is_day, below, index) for index in named) == 1
    only_money = sum(_mostly(_is_money, below, index) for index in named if index not in others) == 1
    by_words = {field: set(indices_of(list(map(_without_currency, row.cells)), known[field])) for field in known}
    return (
        all(map(_is_day, _filled(days, below)))
        and all(map(_is_money, _filled(money, below)))
        and (only_day or set(days) <= by_words["time"])
        and (only_money or set(money) <= by_words["amount"] | by_words["income"] | by_words["expense"])
    )


def _filled(indices: Sequence[int], below: Sequence[Row]) -> list[str]:
    return [cell for row in below for index in indices if (cell := row.cell(index))]


_IN_BRACKETS = re.compile(r"\(([^()]{1,8})\)$")


def _currency_in(name: str) -> str:
    """Return the currency that a heading names: 金額(HKD); empty for none."""
    found = _IN_BRACKETS.search(heading(name))
    return currency_of(found[1].upper()) if found else ""


def _without_currency(name: str) -> str:
    return _IN_BRACKETS.sub("", heading(name)) if _currency_in(name) else heading(name)


def _take(taken: Taken, field: str, fits: Callable[[str], bool], free: list[int], below: Sequence[Row]) -> None:
    found = next((index for index in free if _mostly(fits, below, index)), None)
    if found is not None:
        taken[field] = [found]
        free.remove(found)


def _add_clock(taken: Taken, free: list[int], below: Sequence[Row]) -> None:
    """Name the column with the time of day, where it stands apart from the day."""
    if "time" in taken and not _mostly(_has_clock, below, taken["time"][0]):
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


_NEEDS: Mapping[str, Callable[[str], bool]] = {"time": _is_day, **dict.fromkeys((*_MONEY, "balance"), _is_money)}

_IS_ID = re.compile(r"(?:号|號|码|碼|#|\bid|no\.?|number)$")
"""What headings of account numbers and the like end with: their cells are digits too, and no amounts."""

_SEVERAL = frozenset({"text"})
"""Fields whose columns all count: what a bank calls it and what the person noted."""
