"""Repayment plans as tables: one repayment for each row, at its due date. No row of a plan is a payment.

A heading is a plan's where it has a due date beside an amount, or beside principal and interest, and says in one more
way that it is a plan: by numbered instalments, or by what is to be paid. A list of what was paid says neither.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from evidence_app.characters import simplified
from evidence_app.domain.events import EventKind, Outcome
from evidence_app.domain.exports import Read, Record, Unread
from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.domain.times import ClockReading, Precision
from evidence_app.intake.exports.bill_margins import has_total, is_no_payment
from evidence_app.intake.exports.bills import JOINT
from evidence_app.intake.exports.institutions import headings, plan_headings, plan_states
from evidence_app.intake.exports.local_currency import currency_said
from evidence_app.intake.exports.moments import asks_of, day_order_of, moment_of, reading_of
from evidence_app.intake.exports.money_words import LONGEST_WORD, Money, currency_in, money_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.tables import Row, cells_below, first_rows_below, heading, rows_with_end
from evidence_app.intake.exports.values import known

CODE = "repayment-plan"

_PAYMENTS_ONLY = ("income", "expense", "direction")
"""What only lists of payments have a column for: which way money went."""

_OF_NAMED = {"time": "due", "date": "due", "amount": "amount_due", "outcome": "status", "currency": "currency"}
"""Which column of a plan a person names by which field."""

_PARTS = ("principal", "interest", "fee")
_TOLD = ("period", "principal", "interest", "fee", "paid_amount", "paid_day", "status", "days_late", "party", "note")
"""What a row says beside its day and amount, in this order: each with its heading."""

_YES = frozenset({"是", "y", "yes", "√", "✓", "✔", "true", "有"})
_NO = frozenset({"否", "n", "no", "×", "✗", "x", "false", "无"})

LONGEST_TOLD = 200
"""Characters of a cell that is told in a row's text."""

A_MONTH = range(27, 33)
"""Days between two instalments."""

_UNIT = re.compile(r"\([^()]{1,8}\)$")

Columns = Mapping[str, tuple[int, ...]]
"""Where each field's columns are, the best first."""


def recognises(source: Source) -> bool:
    """Tell whether a file holds a repayment plan. Raises OSError."""
    return _heading_of(source) is not None


def read(source: Source) -> Iterator[Read]:
    """Yield each row of the plan as a repayment. Raises Unreadable, OSError."""
    head = _heading_of(source)
    if head is None:
        return
    plan = _Plan.of(source, head)
    for row, end in rows_with_end(source):
        if (row.sheet, row.number) <= (head.sheet, head.number):
            continue
        if row.cells != plan.names and _is_plan(row, source.hints.columns):
            # the next page's, or another loan's
            plan = replace(plan, names=row.cells, columns=_columns(row, source.hints.columns))
        elif (found := plan.read(row, end)) is not None:
            yield found


def asks(source: Source) -> tuple[str, ...]:
    """Return the questions that the plan leaves open. Raises OSError."""
    head = _heading_of(source)
    return () if head is None else asks_of(_days(source, head), _day_first(source, head))


def is_period(name: str) -> bool:
    """Tell whether a heading is that of an instalment's number: never an amount."""
    return _compared(name) in plan_headings()["period"]


# -- the heading -------------------------------------------------------------------------------------------------------


def _compared(name: str) -> str:
    """Return a heading as it is compared: simplified, without its unit."""
    return _UNIT.sub("", simplified(heading(name)).replace("帐", "账"))


def _columns(row: Row, named: Sequence[tuple[str, str]] = ()) -> Columns:
    """Return where each field's columns are, those that a person ``named`` before all others."""
    places: dict[str, list[int]] = {}
    for index, cell in enumerate(row.cells):
        places.setdefault(_compared(cell), []).append(index)
    mapped = [(_OF_NAMED[field], _compared(name)) for field, name in named if field in _OF_NAMED]
    found: dict[str, tuple[int, ...]] = {}
    for field, names in plan_headings().items():
        said = [name for one, name in mapped if one == field and not is_period(name)]
        found[field] = tuple(dict.fromkeys(index for name in (*said, *names) for index in places.get(name, ())))
    return found


def _is_plan(row: Row, named: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a row is a plan's heading; which columns a person named does not make a table one."""
    by_words = _columns(row)
    columns = _columns(row, named) if named else by_words
    in_parts = bool(columns["principal"] and columns["interest"])
    has_day = bool(columns["due"] or columns["day"])
    has_amount = bool(columns["amount_due"] or columns["amount"]) or in_parts
    says_due = bool(by_words["due"]) and bool(by_words["amount_due"] or by_words["status"] or in_parts)
    is_counted = bool(by_words["period"]) and bool(by_words["due"] or not by_words["made"])
    return has_day and has_amount and (is_counted or says_due) and not _has_two(row, columns)


def _has_two(row: Row, columns: Columns) -> bool:
    """Tell whether two plans stand side by side, of which each row would have to be read twice."""
    names = [_compared(row.cell(index)) for index in (*columns["due"], *columns["day"])]
    return len(names) > len(set(names))


def _heading_of(source: Source) -> Row | None:
    """Return the row with the headings of a plan above a row with a day; None for another table."""
    if any(field in _PAYMENTS_ONLY for field, _ in source.hints.columns):
        return None
    for row, found in zip(source.first_rows, source.first_headings, strict=True):
        if any(not found.isdisjoint(headings()[field]) for field in _PAYMENTS_ONLY):
            continue
        if _is_plan(row, source.hints.columns) and any(
            moment_of(each, day_first=True).day for each in _days(source, row)
        ):
            return row
    return None


def _days(source: Source, head: Row) -> list[str]:
    """Return the due days in the first rows, as they are written: of the first column that holds days."""
    columns = _columns(head, source.hints.columns)
    for index in (*columns["due"], *columns["day"]):
        cells = [each for each in cells_below(source, head, (index,)) if each]
        if any(moment_of(each, day_first=True).day for each in cells):
            return cells
    return []


def _day_first(source: Source, head: Row) -> bool | None:
    """Return which way round days are: as said, as shown, or as instalments follow each other by months."""
    days = _days(source, head)
    shown = day_order_of(days) if source.hints.day_first is None else source.hints.day_first
    if shown is not None:
        return shown
    monthly = [way for way in (True, False) if _is_monthly([moment_of(each, day_first=way).day for each in days])]
    return monthly[0] if len(monthly) == 1 else None


def _is_monthly(days: Sequence[date | None]) -> bool:
    known_days = [each for each in days if each is not None]
    steps = [abs((after - before).days) in A_MONTH for before, after in pairwise(known_days)]
    return bool(steps) and sum(steps) * 2 > len(steps)


# -- the rows ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Plan:
    """A plan's heading as it was written, where its columns are, and what counts for all its rows."""

    names: tuple[str, ...]
    columns: Columns
    day_first: bool | None
    currency: str

    @classmethod
    def of(cls, source: Source, head: Row) -> "_Plan":
        above = [row for row in source.first_rows if (row.sheet, row.number) < (head.sheet, head.number)]
        said = currency_said(above, head, first_rows_below(source, head))
        currency = said or source.currency or DEFAULT_CURRENCY
        return cls(head.cells, _columns(head, source.hints.columns), _day_first(source, head), currency)

    def read(self, row: Row, end: int | None) -> Read | None:
        """Return the instalment in a row, why it cannot be read, None for a row that is none: a total, a footer."""
        if has_total(row.cells) or row.cells == self.names:
            return None
        due, money = self._due(row), self._money(row)
        if due is None:
            is_none = money is None or is_no_payment(row, has_money=True)
            return None if is_none else Unread(row.place, "time-unreadable", _beginning(row))
        if money is None:
            holds_money = any(money_of(row.cell(index)) for part in _PARTS for index in self.columns[part])
            return Unread(row.place, "amount-unreadable", _beginning(row)) if self._is_due(row) or holds_money else None
        if end is not None and end < len([each for each in self.names if each]) - 1:
            return Unread(row.place, "cut-off", _beginning(row))
        outcome, is_known = self._outcome(row, money)
        return Record(
            row.place,
            EventKind.REPAYMENT,
            due,
            text=JOINT.join(self._told(row)),
            amount=money.amount,
            currency=self._currency(row, money),
            reference=self._first(row, "reference"),
            outcome=outcome,
            warning="" if is_known else "outcome-unknown",
        )

    def _is_due(self, row: Row) -> bool:
        """Tell whether a row is an instalment although its amount is not to be read; row 0 pays the loan out."""
        number = self._first(row, "period")
        return not re.fullmatch(r"0+", number)

    def _due(self, row: Row) -> ClockReading | None:
        for index in (*self.columns["due"], *self.columns["day"]):
            cell = row.cell(index)
            reading = reading_of(moment_of(cell, day_first=self.day_first), cell, CODE)
            if reading is not None and reading.wall is not None:
                # an instalment is due on a day, whatever time of day a program wrote beside it
                midnight = reading.wall.replace(hour=0, minute=0, second=0, microsecond=0)
                return reading._replace(wall=midnight, precision=Precision.DAY)
        return None

    def _money(self, row: Row) -> Money | None:
        """Return what is to be paid: as the row says, or principal, interest and fees together."""
        for index in (*self.columns["amount_due"], *self.columns["amount"]):
            if cell := known(row.cell(index)):
                found = money_of(cell)
                if found is not None and (found.amount or not self._paid(row)):
                    return found
        if paid := self._paid(row):
            return paid  # of an instalment that was paid, some plans show that nothing is to be paid
        parts = [money for part in _PARTS for index in self.columns[part] if (money := money_of(row.cell(index)))]
        if not parts or not self.columns["principal"]:
            return None
        return parts[0]._replace(amount=sum((each.amount for each in parts), Decimal()))

    def _paid(self, row: Row) -> Money | None:
        """Return what was paid of it, None for nothing."""
        found = next(filter(None, (money_of(row.cell(index)) for index in self.columns["paid_amount"])), None)
        return found if found is not None and found.amount else None

    def _currency(self, row: Row, money: Money) -> str:
        named = self._first(row, "currency")
        if code := currency_in(named) or money.currency:
            return code
        return named if named and not any(map(str.isdigit, named)) else self.currency

    def _first(self, row: Row, field: str) -> str:
        return next((cell for index in self.columns[field] if (cell := known(row.cell(index)))), "")

    def _told(self, row: Row) -> Iterator[str]:
        """Yield what a row says of itself beside day and amount, each with its heading."""
        for field in _TOLD:
            for index in self.columns[field]:
                if cell := known(row.cell(index))[:LONGEST_TOLD]:
                    yield f"{self.names[index]} {cell}"

    def _outcome(self, row: Row, money: Money) -> tuple[Outcome, bool]:
        """Return what became of an instalment, and whether all that the row says of it is understood."""
        status = self.columns["status"]
        said = [self._said(index, row.cell(index)) for index in (*status, *self.columns["paid_amount"])]
        stated = [each for each in said if each is not Outcome.NONE]
        if stated:
            return next((each for each in (Outcome.OVERDUE, Outcome.PAID) if each in stated), Outcome.DUE), True
        is_known = not any(known(row.cell(index)) and not self._asks_late(index, row.cell(index)) for index in status)
        paid = self._paid(row)
        is_paid = paid.amount >= money.amount if paid else not self.columns["paid_amount"] and self._has_paid_day(row)
        if is_paid:
            return Outcome.PAID, is_known
        late = any(cell.isascii() and cell.isdigit() and int(cell) for cell in self._cells(row, "days_late"))
        return Outcome.OVERDUE if late else Outcome.DUE, is_known

    def _has_paid_day(self, row: Row) -> bool:
        return any(moment_of(cell, day_first=True).day for cell in self._cells(row, "paid_day"))

    def _cells(self, row: Row, field: str) -> Iterator[str]:
        return (row.cell(index)[:LONGEST_WORD].strip("天日 ") for index in self.columns[field])

    def _said(self, index: int, cell: str) -> Outcome:
        """Return what the status of a row says, or the answer to the question that its heading is."""
        word = simplified(cell[:LONGEST_WORD]).strip().lower()
        if self._asks_late(index, cell):
            return Outcome.OVERDUE if word in _YES else Outcome.NONE
        if word in _YES or word in _NO:
            return Outcome.PAID if word in _YES else Outcome.DUE
        return state_of(word)

    def _asks_late(self, index: int, cell: str) -> bool:
        """Tell whether a column asks whether a row is overdue, and its cell answers: no says nothing of its payment."""
        word = simplified(cell[:LONGEST_WORD]).strip().lower()
        return word in _YES | _NO and re.search(r"逾期|overdue", _compared(self.names[index])) is not None


@lru_cache(maxsize=1024)
def state_of(word: str) -> Outcome:
    """Return what a status says of an instalment, none for words that say nothing known. What is paid late is paid."""
    says = {state for state, pattern in plan_states().items() if pattern.search(word)}
    if "paid" in says and "unpaid" not in says:
        return Outcome.PAID
    if "overdue" in says:
        return Outcome.OVERDUE
    return Outcome.DUE if says else Outcome.NONE


def _beginning(row: Row) -> str:
    return JOINT.join(filter(None, row.cells))
