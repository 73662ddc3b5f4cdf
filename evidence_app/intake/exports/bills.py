"""Bills of wallets and statements of banks: tables whose rows are payments. One engine, and a description for each.

What a row is, is decided by the words of its heading, its direction and its status, never by where a column stands.

The rules, the same for all:

- The time is the first that a bill states for a row: when the person made the payment, not when a bank booked it.
  Where the first rows all say midnight, only their days are known: spreadsheets and programs write days so.
- The amount is what the account was charged, unsigned. ``131.77(已退款89.84)`` is 131.77: that much was paid.
- A wallet's 收/支 decides the direction; 不计收支 has one only where its words say it (a refund, a loan, a repayment).
  On statements the sign or the column decides; on a card's statement a repayment goes to the card.
- A refund that a wallet lists is money in with the outcome ``refunded``, as is a payment that was refunded in full
  (交易关闭 keeps ``closed``): neither is counted, so that both together come to nothing. What a bank books is done.
- The text is what was paid for, the bank's own words and the person's note, each verbatim, joined by `JOINT`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import Read, Record, Unread
from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.bill_margins import has_total, is_no_payment
from evidence_app.intake.exports.bill_times import BillTimes, are_only_days, statement_month
from evidence_app.intake.exports.moments import asks_of, day_order_of
from evidence_app.intake.exports.money_words import (
    Money,
    card_direction,
    currency_in,
    direction_of,
    money_of,
    neutral_direction,
    outcome_of,
)
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.tables import Row, cells_below, heading, indices_of, is_damaged, rows_with_end
from evidence_app.intake.exports.values import known

JOINT = " · "
"""Between the parts of a text."""


class Signs(StrEnum):
    """What an amount without a column for its direction means."""

    POSITIVE_IN = "positive-in"  # an account: what comes in is positive
    POSITIVE_OUT = "positive-out"  # a credit card: what is spent is positive
    WORDS = "words"  # a card without signs: 消费, 退货


@dataclass(frozen=True, slots=True)
class Bill:
    """How one institution's bill is told and read.

    A row with all headings of one of the ``signatures`` begins its table. ``headings`` are those of each field, the
    best first. ``wallet`` tells the bill of a wallet, whose rows have a status, from a bank's, whose rows are done.
    """

    code: str
    signatures: tuple[frozenset[str], ...]
    headings: Mapping[str, tuple[str, ...]]
    signs: Signs = Signs.POSITIVE_IN
    wallet: bool = False
    currency: str = DEFAULT_CURRENCY
    day_first: bool | None = None

    def recognises(self, source: Source) -> bool:
        """Tell whether the file holds such a table."""
        return any(self._fits(headings) for headings in source.first_headings)

    def read(self, source: Source) -> Iterator[Read]:
        """Yield every payment. Raises Unreadable, OSError."""
        table: _Table | None = None
        before: list[Row] = []
        unsure: list[tuple[int, Read]] = []  # on a further sheet: above its heading, if it has one
        sheet, day_first, only_days = 0, self._day_first(source), self._has_only_days(source)
        for row, end in rows_with_end(source):
            read = table.read(row, end) if table is not None else None
            if isinstance(read, Record) or (read is not None and row.sheet == sheet):
                yield from (each for number, each in unsure if number == row.sheet)
                unsure, sheet = [], row.sheet
                yield read
            elif self.is_heading(row):
                table = _Table(self, row, before, day_first, only_days=only_days)
                unsure, sheet = [], row.sheet
                yield from table.above(before)
                before = []
            elif table is None and len(before) < MOST_PREAMBLE_ROWS:
                before.append(row)
            elif read is not None and len(unsure) < MOST_PREAMBLE_ROWS:
                unsure.append((row.sheet, read))

    def states(self, source: Source) -> int | None:
        """Return how many records the bill itself says it has (共66笔记录), None if it does not. Raises OSError."""
        above = " ".join(cell for row in source.first_rows for cell in row.cells[:1])
        found = _STATED_COUNT.search(above) or _STATED_COUNT.search(source.tail)
        return int(found[1]) if found else None

    def asks(self, source: Source) -> tuple[str, ...]:
        """Return the questions that the bill leaves open. Raises OSError."""
        told = source.hints.day_first if self.day_first is None else self.day_first
        return asks_of(self._first_days(source), told)

    def _day_first(self, source: Source) -> bool | None:
        """Return which way round days are: as a person said, as they show, or as they always are in such bills."""
        if source.hints.day_first is not None:
            return source.hints.day_first
        shown = day_order_of(self._first_days(source))
        return self.day_first if shown is None else shown

    def _has_only_days(self, source: Source) -> bool:
        """Tell whether the first times are only days. Raises OSError."""
        return are_only_days(self._first_days(source))

    def _first_days(self, source: Source) -> list[str]:
        """Return the days in the first rows, as they are written."""
        head = next((row for row in source.first_rows if self.is_heading(row)), None)
        if head is None:
            return []
        return cells_below(source, head, indices_of(list(map(heading, head.cells)), self.headings["time"]))

    def is_heading(self, row: Row) -> bool:
        """Tell whether a table of this kind begins with the row."""
        return self._fits(set(map(heading, row.cells)))

    def _fits(self, headings: AbstractSet[str]) -> bool:
        return any(each <= headings for each in self.signatures)


MOST_PREAMBLE_ROWS = 100

LONGEST_PARTY = 200
"""Characters of a name with an account number behind it."""

_ACCOUNT = re.compile(  # 卡号: 6222****1234, above the table
    r"(?:卡号|账号|账户|卡號|賬號|account(?: number)?)\s*[:：]?\s*\[?\s*([0-9][0-9*Xx ]{2,}[0-9]|\*{2,}\d{3,})",
    re.IGNORECASE,
)
_STATED_COUNT = re.compile(r"共\s*[:：]?\s*(\d{1,9})\s*笔记录")  # 共66笔记录
_NAME_AND_NUMBER = re.compile(r"(?P<name>.*?[^\d*/\s].*?)[\s/]*(?P<number>\d[\d*]{5,})")  # 某平台/6222****1234
_NUMBER_AND_NAME = re.compile(r"(?P<number>\d[\d*]{5,})[\s/]+(?P<name>.*\D.*)")
_DECIMALS = re.compile(r"\.(\d{1,4})(?!\d)")
_DIGIT = re.compile(r"\d")
_NOTHING = re.compile(r"[-—/\s]*")
_DOUBTFUL = frozenset("-—/(nN")
"""First characters of placeholders for nothing."""

_MONEY_BACK = re.compile(r"退|冲|撤销|reversal|refund", re.IGNORECASE)
"""Tells that a negative expense is money back: some banks write all their expenses so."""


class _Table:
    """A table whose heading was found: where each field's columns are, and what stands above them."""

    def __init__(
        self, bill: Bill, head: Row, before: Iterable[Row], day_first: bool | None, *, only_days: bool = False
    ) -> None:
        self._bill = bill
        headings = [heading(cell) for cell in head.cells]
        self._width = max((index + 1 for index, each in enumerate(headings) if each), default=0)
        places = {name: indices_of(headings, names) for name, names in bill.headings.items()}
        self._amounts = places["amount"]
        self._incomes, self._expenses = places["income"], places["expense"]
        self._direction = _only(places["direction"])
        self._parties, self._numbers = places["party"], places["number"]
        self._sides = {
            Direction.IN: (places["payer"], places["payer_number"]),
            Direction.OUT: (places["payee"], places["payee_number"]),
        }
        self._names_both = all(any(side) for side in self._sides.values())
        self._kind, self._category = _only(places["kind"]), _only(places["category"])
        self._texts, self._references = places["text"], places["reference"]
        self._outcome, self._refunded = _only(places["outcome"]), _only(places["refunded"])
        self._accounts, self._currencies = places["account"], places["currency"]
        above = [" ".join(filter(None, row.cells)) for row in before]
        month = statement_month(above)
        self._times = BillTimes(places["time"], bill.code, day_first, month, only_days=only_days)
        self._account = next((m[1] for line in above if (m := _ACCOUNT.search(line))), "")
        self._ids = (*self._references[:1], *self._numbers[:1])
        self._money_columns = self._amounts + self._incomes + self._expenses
        fields = ("direction", "outcome", "currency", "party", "number", "reference")
        self._telling = (*self._times.columns[:1], *(index for name in fields for index in places[name][:1]))
        self._decimals = 0

    def above(self, before: Iterable[Row]) -> Iterator[Unread]:
        """Yield the rows above the heading that would be payments below it: their own heading is not to be known."""
        for row in before:
            if isinstance(self.read(row), Record):
                yield Unread(row.place, "heading-unknown", _beginning(row))

    def read(self, row: Row, end: int | None = None) -> Read | None:
        """Return the payment in a row, why it cannot be read, or None for a row that is none: a total, a footer.

        ``end`` is the index of the cell in which the file ends, None where it goes on.
        """
        cells = [each if each[:1] not in _DOUBTFUL else _told(each) for each in row.cells]
        if len(cells) < self._width:
            cells += [""] * (self._width - len(cells))
        if has_total(cells):
            return None
        time, money = self._times.reading(cells), self._money(cells)
        if time is None:
            nothing = is_no_payment(row, has_money=money is not None) or (money is None and self._bill.is_heading(row))
            return None if nothing else Unread(row.place, "time-unreadable", _beginning(row))
        if money is None or (end is not None and self._is_cut_off(row, end, self._money_columns)):
            return Unread(row.place, "amount-unreadable", _beginning(row))
        if len(cells) > self._width and sum(map(bool, cells[self._width :])) * 2 >= self._width:
            return Unread(row.place, "record-damaged", _beginning(row))  # two on one line
        if end is not None and self._is_cut_off(row, end, self._telling):
            return Unread(row.place, "cut-off", _beginning(row))
        paid, direction = money
        self._decimals = max(self._decimals, _decimals_in(row, self._money_columns))
        return self._record(row, cells, time, paid, direction)

    def _record(
        self, row: Row, cells: list[str], time: ClockReading, paid: Money, direction: Direction | None
    ) -> Record:
        kind = _at(cells, self._kind) + _at(cells, self._category)
        texts = [text for index in self._texts if (text := cells[index])]
        neutral = False
        if direction is None:
            direction, neutral = self._which_way(cells, paid, kind, texts)
        is_refund = neutral and any(text.endswith("退款") for text in texts[:1])
        outcome = self._what_became(cells, paid, kind, is_refund=is_refund)
        doubt = "" if outcome is not Outcome.NONE else "outcome-unknown"
        if any(is_damaged(row, index) for index in self._ids):
            doubt = "id-damaged"
        return Record(
            row.place,
            EventKind.PAYMENT,
            time,
            direction,
            *self._other_side(cells, direction),
            self._said(cells, texts, paid, outcome, neutral=neutral),
            amount=paid.amount,
            currency=paid.currency or self._currency(cells, in_dollars=paid.in_dollars),
            reference=_first(cells, self._references),
            outcome=outcome,
            account=_first(cells, self._accounts) or self._account,
            warning=doubt,
        )

    def _said(self, cells: list[str], texts: list[str], paid: Money, outcome: Outcome, *, neutral: bool) -> str:
        """Return a payment's text: what it was for and, where that says more, what kind it was and what came back."""
        kind, category, status = (_at(cells, index) for index in (self._kind, self._category, self._outcome))
        said = list(texts)
        if kind and (not self._bill.wallet or neutral):
            said.insert(0, kind)
        elif not said and (kind or category):
            said.append(kind or category)
        if outcome is Outcome.DONE and "退" in status:
            said.append(status)  # 已退款(￥5.00): a part came back
        if paid.note:
            said.append(paid.note)
        return said[0] if len(said) == 1 else JOINT.join(dict.fromkeys(said))

    # -- how much ------------------------------------------------------------------------------------------------------

    def _money(self, cells: list[str]) -> tuple[Money, Direction | None] | None:
        """Return what was paid, and which way by the column it stands in: None where columns do not say it."""
        if self._incomes or self._expenses:
            income, expense = _first_money(cells, self._incomes), _first_money(cells, self._expenses)
            if income and income.amount and expense and expense.amount:
                return None
            if expense and (expense.amount or not income):
                is_back = expense.sign == "-" and bool(_MONEY_BACK.search(" ".join(cells)))
                return expense, Direction.IN if is_back else Direction.OUT
            if income:
                return income, Direction.OUT if income.sign == "-" else Direction.IN
        paid = _first_money(cells, self._amounts)
        return (paid, paid.side or None) if paid else None

    def _is_cut_off(self, row: Row, end: int, columns: tuple[int, ...]) -> bool:
        """Tell whether the file ends before or in some of the columns: a digit may be missing, a status, a unit.

        One that ends with the last column may be whole, without an end of line.
        """
        if end > max(columns, default=-1):
            return False
        if end < self._width - 1:
            return True
        return end in self._money_columns and _decimals_in(row, (end,)) < self._decimals

    def _currency(self, cells: list[str], *, in_dollars: bool) -> str:
        """Return the currency's code; a name that is not known as it is: that is never the usual one."""
        named = cells[self._currencies[0]] if self._currencies else ""
        if code := currency_in(named):
            return code
        if named and not _DIGIT.search(named):
            return named
        return "USD" if in_dollars and self._bill.currency == DEFAULT_CURRENCY else self._bill.currency

    # -- which way, and what became of it ------------------------------------------------------------------------------

    def _which_way(self, cells: list[str], paid: Money, kind: str, texts: list[str]) -> tuple[Direction, bool]:
        """Return the direction, and whether the bill itself counts the row as neither income nor expense."""
        if self._direction is not None:
            said = direction_of(cells[self._direction])
            if said is not Direction.NONE:
                return said, False
            if paid.sign and not self._bill.wallet:
                return self._by_sign(paid), False
            return neutral_direction(kind, texts[0] if texts else "", _at(cells, self._outcome)), True
        if self._bill.signs is Signs.WORDS:
            return card_direction(" ".join((kind, *texts))), False
        return self._by_sign(paid), False

    def _by_sign(self, paid: Money) -> Direction:
        is_in = (paid.sign == "-") is (self._bill.signs is Signs.POSITIVE_OUT)
        return Direction.IN if is_in else Direction.OUT

    def _what_became(self, cells: list[str], paid: Money, kind: str, *, is_refund: bool) -> Outcome:
        word = _at(cells, self._outcome)
        outcome = outcome_of(word, paid.amount) if word else Outcome.DONE
        if outcome is Outcome.DONE and self._bill.wallet:
            back = money_of(cells[self._refunded]) if self._refunded is not None else None
            in_full = "全额退款" in paid.note or (back is not None and Decimal(0) < back.amount >= paid.amount)
            if is_refund or "退款" in kind or in_full:
                return Outcome.REFUNDED
        return outcome

    # -- who -----------------------------------------------------------------------------------------------------------

    def _other_side(self, cells: list[str], direction: Direction) -> tuple[str, str]:
        party, number = _first(cells, self._parties), _first(cells, self._numbers)
        if self._names_both and not party and not number and direction in self._sides:
            parties, numbers = self._sides[direction]
            party, number = _first(cells, parties), _first(cells, numbers)
        if number or not party or self._bill.wallet:
            return party, number
        if party.isdigit():
            return "", party
        if len(party) > LONGEST_PARTY:
            return party, ""
        both = _NUMBER_AND_NAME.fullmatch(party) or _NAME_AND_NUMBER.fullmatch(party)
        return (both["name"].strip(), both["number"]) if both else (party, "")


def _only(indices: tuple[int, ...]) -> int | None:
    return indices[0] if indices else None


def _at(cells: list[str], index: int | None) -> str:
    return "" if index is None else cells[index]


def _first(cells: list[str], indices: tuple[int, ...]) -> str:
    """Return the first text that some columns hold."""
    for index in indices:
        if cells[index]:
            return cells[index]
    return ""


def _first_money(cells: list[str], indices: tuple[int, ...]) -> Money | None:
    """Return the first amount that some columns hold; one that cannot be read hides those behind it."""
    for index in indices:
        if cells[index]:
            return money_of(cells[index])
    return None


def _decimals_in(row: Row, indices: tuple[int, ...]) -> int:
    """Return how many digits stand behind the point in some columns, at most."""
    found = (_DECIMALS.search(row.cell(index)) for index in indices)
    return max((len(each[1]) for each in found if each), default=0)


def _told(cell: str) -> str:
    """Return a cell's text, empty for dashes and other placeholders."""
    return "" if _NOTHING.fullmatch(cell) else known(cell)


def _beginning(row: Row) -> str:
    return JOINT.join(filter(None, row.cells))
