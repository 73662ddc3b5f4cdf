"""Bills of our own making come back row for row, in every format, encoding and order of columns."""

import random
import tempfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.exports import Record
from evidence_app.intake.exports.institutions import bills
from tests.unit.intake.exports.bills_written import (
    TO_THE_DAY,
    WALLETS,
    WITHOUT_PARTY,
    WITHOUT_STATUS,
    WRITERS,
    Payment,
    Table,
    as_text,
    as_workbook,
    table_of,
)
from tests.unit.intake.exports.written import SOAK, records_of, source_of

IN, OUT, NONE = Direction.IN, Direction.OUT, Direction.NONE

NAMES = st.text(
    st.characters(whitelist_categories=("L",), min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=8
).map(lambda name: f"商{name.replace('款', '物')}")  # 还款 and 退款 say something
TEXTS = st.tuples(NAMES, st.sampled_from(["", ",", ' "x"', "；", " 12.5元", "\n二", "=1+1", "#"])).map("".join)
TIMES = st.datetimes(datetime(2001, 1, 1), datetime(2099, 12, 31)).map(lambda at: at.replace(microsecond=0))
AMOUNTS = st.decimals(Decimal("0.01"), Decimal("9999999.99"), places=2)


def payments_of(code: str) -> st.SearchStrategy[list[Payment]]:
    wallet = code in WALLETS
    told = wallet and code not in WITHOUT_STATUS
    outcomes = [Outcome.DONE, Outcome.CLOSED, Outcome.PENDING, Outcome.FAILED] if told else [Outcome.DONE]
    return st.lists(
        st.builds(
            Payment,
            at=TIMES,
            amount=AMOUNTS,
            direction=st.sampled_from([IN, OUT, NONE] if wallet else [IN, OUT]),
            outcome=st.sampled_from(outcomes),
            party=NAMES,
            text=TEXTS,
            reference=st.integers(10**27, 10**28 - 1).map(lambda number: f"{number // 10}7"),
        ),
        min_size=1,
        max_size=6,
    )


def said(record: Record) -> tuple[object, ...]:
    assert record.time is not None
    return record.time.wall, record.amount, record.direction, record.outcome, record.party


def meant(code: str, payment: Payment) -> tuple[object, ...]:
    at = payment.at.replace(hour=0, minute=0, second=0) if code in TO_THE_DAY else payment.at
    party = "" if code in WITHOUT_PARTY else payment.party
    return at, payment.amount, payment.direction, payment.outcome, party


@pytest.mark.parametrize("code", WRITERS)
def test_random_payments_come_back_row_for_row(code: str) -> None:
    @settings(max_examples=400 if SOAK else 15, database=None)
    @given(
        payments_of(code), st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]), st.sampled_from(["\r\n", "\n"])
    )
    def written(payments: list[Payment], encoding: str, end: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            found = records_of(source_of(Path(folder), as_text(table_of(code, payments), encoding, end=end)), code)
        assert [said(record) for record in found] == [meant(code, payment) for payment in payments]
        assert all(payment.text in record.text for record, payment in zip(found, payments, strict=True))
        if code in WALLETS:
            assert [record.reference for record in found] == [payment.reference for payment in payments]

    written()


@pytest.mark.parametrize("code", WRITERS)
def test_the_order_of_columns_and_the_kind_of_file_make_no_difference(code: str, tmp_path: Path) -> None:
    payments = [
        Payment(datetime(2024, 2, 3, 4, 5, 6), Decimal("1234.56"), OUT, Outcome.DONE, "某某", "物品", "1" * 28),
        Payment(datetime(2024, 2, 29, 0, 0, 0), Decimal("0.01"), IN, Outcome.DONE, "甲乙", "退", "2" * 28),
    ]
    table = table_of(code, payments)
    expected = [meant(code, payment) for payment in payments]
    for seed in range(3):
        mixed = shuffled(table, seed)
        for delimiter in (",", "\t", ";"):
            found = records_of(source_of(tmp_path, as_text(mixed, "gb18030", delimiter)), code)
            assert [said(record) for record in found] == expected
        assert [said(record) for record in records_of(as_workbook(tmp_path, mixed), code)] == expected


def shuffled(table: Table, seed: int) -> Table:
    """Return a table with its columns in another order, where its rows are as wide as its heading."""
    width = max(map(len, table))
    order = list(range(width))
    random.Random(seed).shuffle(order)
    full = sum(len(row) >= width - 1 for row in table)
    return [
        [(row + [""] * width)[index] for index in order] if len(row) >= width - 1 and full else row for row in table
    ]


def test_every_bill_that_is_known_is_written_in_these_tests() -> None:
    assert {bill.code for bill in bills()} == set(WRITERS)
