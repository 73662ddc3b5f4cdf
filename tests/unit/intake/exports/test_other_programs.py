"""Exports that went through other programs come in as what they were, as far as those left it; else it is told.

What was right before is known from the undamaged file, whose reading other tests judge.
"""

import csv
import io
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.exports import Hints, Read, Record, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports.formats import FORMATS, format_of
from evidence_app.intake.exports.streams import storable
from tests.unit.intake.exports.bills_written import WRITERS, Payment, as_text, table_of
from tests.unit.intake.exports.resaved import (
    CELLS,
    COLUMNS,
    ENCODINGS,
    ENDS,
    ROWS,
    Table,
    line_ends,
    recoded,
    totals,
)
from tests.unit.intake.exports.test_every_importer import HINTS, TEXTS
from tests.unit.intake.exports.written import SOAK, place_number, source_of

MANY = 2000 if SOAK else 8

PAYMENTS = [
    Payment(
        datetime(2024, 2, number % 28 + 1, number % 24, number * 7 % 60, number * 11 % 59 + 1),
        Decimal(number**3 * 7) / 4 + Decimal("0.10"),
        (Direction.IN, Direction.OUT)[number % 2],
        Outcome.DONE,
        f"某{'一二三四五六七八九'[number % 9]}店",
        "物品",
        f"{10**27 + number * 10**9 + 7}",
    )
    for number in range(1, 16)
]
CHATS = ("imazing", "imazing-calls", "wechat-table", "memotrace")
TABLES = (*WRITERS, "statement", "table", *CHATS)
BY_PLACE = frozenset({"memotrace"})
"""Tables whose rows begin with a number: of their columns none can be moved."""

NO_RECORDS = frozenset({"vcards"})
PAGES = frozenset({"wechat-page", "saved-page", "telegram-page", "whatsapp-page"})
"""They say themselves in which encoding they are; and half a page is another page."""


def whole(code: str) -> str:
    if code in WRITERS:
        return as_text(table_of(code, PAYMENTS), end="\n").decode()
    # the words of a chat that look like a line above a message would be one where they end the file
    return TEXTS[code].replace("我 2025-03-01 10:00:00 查过", "昨天查过")


@dataclass(frozen=True)
class Said:
    """What matters of a record: how exact its time is comes on top."""

    wall: datetime | None
    amount: Decimal | None
    currency: str
    direction: Direction
    outcome: Outcome
    party: str
    text: str


def said(record: Record) -> Said:
    return Said(
        record.time.wall if record.time else None,
        record.amount,
        record.currency,
        record.direction,
        record.outcome,
        record.party,
        record.text,
    )


def reads(folder: Path, content: bytes, code: str) -> list[Read]:
    source = source_of(folder, content, "file", hints=HINTS.get(code, Hints()))
    known = format_of(source)
    assert known is not None, content[:300]
    assert known.code == code
    return list(map(storable, known.read(source)))


def records(found: Sequence[Read]) -> list[Record]:
    return [each for each in found if isinstance(each, Record)]


def table_in(folder: Path, code: str) -> tuple[Table, list[Record]]:
    """Return the cells of an example, and its records."""
    text = whole(code).removeprefix("\ufeff")
    found = records(reads(folder, text.encode(), code))
    rows = list(csv.reader(io.StringIO(text), delimiter="\t" if code == "wechat-table" else ","))
    places = [place_number(each.place) - 1 for each in found]
    return Table(rows, places[0] - 1, places), found


def as_exact(time: datetime | None, precision: Precision) -> datetime | None:
    """Return a time as far as it is known."""
    if time is None or precision is Precision.SECOND:
        return time
    return time.replace(second=0) if precision is Precision.MINUTE else time.replace(hour=0, minute=0, second=0)


def assert_same(found: Sequence[Record], before: Sequence[Record]) -> None:
    """Assert that records say what they did, and that each time is right as far as it claims to be."""
    assert len(found) == len(before)
    for each, original in zip(found, before, strict=True):
        now, then = said(each), said(original)
        assert each.time is not None
        assert original.time is not None
        assert now == Said(
            as_exact(then.wall, each.time.precision),
            *(then.amount, then.currency, then.direction, then.outcome, then.party, then.text),
        )
        exact = (Precision.DAY, Precision.MINUTE, Precision.SECOND)
        assert exact.index(each.time.precision) <= exact.index(original.time.precision)


@pytest.mark.parametrize("code", TABLES)
def test_a_table_that_a_spreadsheet_and_people_changed_says_what_it_said(tmp_path: Path, code: str) -> None:
    counts: Counter[str] = Counter()
    original, before = table_in(tmp_path, code)
    rows = [each for each in ROWS if each is not totals or code not in CHATS]
    changes = (*CELLS, *rows, *(() if code in BY_PLACE else COLUMNS))
    for seed in range(MANY):
        chance = random.Random(f"{code}{seed}")
        table = Table([list(row) for row in original.rows], original.head, list(original.records))
        for change in chance.sample(changes, k=chance.randint(1, 3)):
            change(table, chance)
            counts[change.__name__] += 1
        text = line_ends(
            table.text(chance.choice(",\t;" if code not in BY_PLACE else ",")), chance.choice(ENDS), chance
        )
        content = recoded(text, chance.choice(ENCODINGS)) or text.encode()
        found = reads(tmp_path, content, code)
        assert [each for each in found if isinstance(each, Unread)] == []
        assert_same(records(found), before)
        counts["inputs"] += 1
    print(json.dumps({"table": code, **counts}))


@pytest.mark.parametrize("code", [code for code in TEXTS if code not in NO_RECORDS | PAGES])
def test_an_export_in_another_encoding_and_with_other_line_ends_says_what_it_said(tmp_path: Path, code: str) -> None:
    counts: Counter[str] = Counter()
    text = whole(code)
    before = [said(each) for each in records(reads(tmp_path, text.encode(), code))]
    every = [(encoding, end) for encoding in ENCODINGS for end in ENDS]
    for seed in range(max(len(every), MANY // 10) if SOAK else MANY):
        chance = random.Random(f"{code}{seed}")
        encoding, end = every[seed % len(every)] if SOAK else chance.choice(every)
        content = recoded(line_ends(text, end, chance), encoding)
        if content is None:
            continue
        assert [said(each) for each in records(reads(tmp_path, content, code))] == before, (encoding, end)
        counts["inputs"] += 1
        counts[encoding] += 1
    print(json.dumps({"recoded": code, **counts}))


@pytest.mark.parametrize("code", [code for code in TEXTS if code not in NO_RECORDS | PAGES])
def test_an_export_cut_at_any_byte_has_no_record_that_was_not_in_it(tmp_path: Path, code: str) -> None:
    counts: Counter[str] = Counter()
    content = whole(code).encode()
    before = records(reads(tmp_path, content, code))
    for seed in range(MANY):
        at = random.Random(f"{code}{seed}").randrange(len(content) // 4, len(content))
        source = source_of(tmp_path, content[:at], "file", hints=HINTS.get(code))
        known = format_of(source)
        counts["inputs"] += 1
        if known is None or known.code != code:
            continue
        found = list(map(storable, known.read(source)))
        counts["gave"] += any(isinstance(each, Record) for each in found)
        counts["unread"] += sum(isinstance(each, Unread) for each in found)
        assert_beginning(records(found), before)
    print(json.dumps({"cut": code, **counts}))


def assert_beginning(found: Sequence[Record], before: Sequence[Record]) -> None:
    """Assert that records are the first of others; of the last one, words may be cut, or lack, or be half a heading."""
    assert len(found) <= len(before)
    for each, original in zip(found, before, strict=False):
        now, then = said(each), said(original)
        exact = each.time.precision if each.time and each is found[-1] else Precision.SECOND
        assert (now.wall, now.amount, now.currency) == (as_exact(then.wall, exact), then.amount, then.currency)
        if each.amount is not None:
            assert (now.direction, now.outcome) == (then.direction, then.outcome)
            assert now.party == then.party or each is found[-1]
        assert now.text == then.text or each is found[-1]


TAIWAN = {
    "line-text": TEXTS["line-text"].replace("☎ ", ""),
    "statement": "交易日期,摘要,存入金額,提取金額,餘額,對方戶名\n"
    + "".join(f"2024/3/{day},轉帳,,{day}.50,{9000 - day},借貸小幫手\n" for day in range(1, 20)),
}


@pytest.mark.parametrize("code", TAIWAN)
@pytest.mark.parametrize("end", ENDS)
def test_what_is_saved_in_taiwan_is_read(tmp_path: Path, code: str, end: str) -> None:
    before = [said(each) for each in records(reads(tmp_path, TAIWAN[code].encode(), code))]
    content = line_ends(TAIWAN[code], end, random.Random(1)).encode("big5")
    assert [said(each) for each in records(reads(tmp_path, content, code))] == before
    assert len(before) >= 8


def test_every_known_format_in_text_is_tried() -> None:
    assert {*TEXTS} <= {each.code for each in FORMATS}
