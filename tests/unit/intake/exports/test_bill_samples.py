"""Real bills come in row for row. What is right was found without the importers, in two ways.

`FILES` reads each file with csv alone: the columns were counted by hand in each file, so that no heading, alias or rule
of the importers is used. `BY_HAND` are rows of each file as a person reads them.
"""

import csv
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

import pytest
from python_calamine import load_workbook

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.exports import Hints, Record
from evidence_app.domain.times import Precision
from evidence_app.intake.exports.source import Source
from tests.samples import SAMPLES
from tests.unit.intake.exports.written import records_of

PAYMENTS = SAMPLES / "payments"

pytestmark = pytest.mark.skipif(not PAYMENTS.exists(), reason="the real samples are not part of the project")

IN, OUT, NONE = Direction.IN, Direction.OUT, Direction.NONE
Cells = list[str]


class Positions(NamedTuple):
    """How a file is read by counting: rows before the first payment and after the last, and columns from 0.

    ``day`` and ``clock`` are columns and their format together; ``amount`` picks the cell with the amount.
    """

    code: str
    rows: int
    before: int
    time: Callable[[Cells], str]
    format: str
    amount: Callable[[Cells], str]
    direction: Callable[[Cells], Direction]
    after: int = 0
    encoding: str = "utf-8-sig"


def of_words(column: int, **_: str) -> Callable[[Cells], Direction]:
    return lambda cells: {"支出": OUT, "收入": IN}.get(cells[column].strip(), NONE)


def sign(column: int, positive: Direction = IN) -> Callable[[Cells], Direction]:
    other = OUT if positive is IN else IN
    return lambda cells: other if cells[column].strip().startswith("-") else positive


def either(income: int, expense: int) -> tuple[Callable[[Cells], str], Callable[[Cells], Direction]]:
    return (
        lambda cells: cells[income].strip() or cells[expense].strip(),
        lambda cells: IN if cells[income].strip() else OUT,
    )


def cell(column: int) -> Callable[[Cells], str]:
    return lambda cells: cells[column].strip()


def alipay_direction(cells: Cells) -> Direction:
    return IN if cells[8].strip() == "退款成功" else of_words(5)(cells)


def jd_direction(cells: Cells) -> Direction:
    return IN if cells[5] == "退款成功" else of_words(6)(cells)


def wechat_direction(cells: Cells) -> Direction:
    return OUT if cells[1] == "信用卡还款" else of_words(4)(cells)


BOC_CREDIT, ICBC_CREDIT, ICBC_DEBIT, SPDB = either(4, 5), either(8, 9), either(9, 10), either(3, 4)

FILES = {
    "abc_debit__example-abc_debit-records.csv": Positions(
        "abc", 5, 1, lambda c: c[0] + (c[1] or "000000"), "%Y%m%d%H%M%S", cell(3), sign(3)
    ),
    "alipay__example-alipay-records.csv": Positions(
        "alipay", 10, 23, cell(0), "%Y-%m-%d %H:%M:%S", cell(6), alipay_direction, encoding="gb18030"
    ),
    "boc__credit__example-boc-records.csv": Positions("boc-credit", 14, 2, cell(0), "%Y-%m-%d", *BOC_CREDIT),
    "bocom_credit__example-bocom_credit-records.csv": Positions(
        "bocom-credit", 8, 1, cell(0), "%Y-%m-%d", cell(4), lambda c: OUT if c[2].startswith("消费") else IN
    ),
    "bocom_debit__example-bocom_debit-records.csv": Positions(
        "bocom", 6, 1, lambda c: c[1] + c[2], "%Y-%m-%d%H:%M:%S", cell(5), lambda c: OUT if c[4] == "借 Dr" else IN
    ),
    "cgb_credit__example-cgb_credit-records.csv": Positions(
        "cgb-credit", 4, 1, cell(0), "%Y/%m/%d", cell(5), sign(5, OUT)
    ),
    "citic__credit__example-citic-records.xls": Positions(
        "citic-credit", 13, 2, cell(0), "%Y-%m-%d", cell(7), sign(7, OUT)
    ),
    "cmb__debit__example-cmb-records.csv": Positions("cmb", 5, 1, cell(0), "%Y-%m-%d", cell(2), sign(2)),
    "hsbchk__debit__example-hsbchk-debit-records.csv": Positions(
        "hsbc-hk", 10, 1, cell(0), "%d/%m/%Y", cell(2), sign(2)
    ),
    "icbc__credit__example-icbc-credit-records.csv": Positions(
        "icbc", 9, 4, cell(0), "%Y-%m-%d", *ICBC_CREDIT, after=2
    ),
    "icbc__debit-v2__example-icbc-debit-v2-records.csv": Positions(
        "icbc", 11, 4, cell(0), "%Y-%m-%d", *ICBC_DEBIT, after=2
    ),
    "jd__example-jd-records.csv": Positions("jd", 26, 20, cell(0), "%Y-%m-%d %H:%M:%S", cell(3), jd_direction),
    "mt__example-mt-records.csv": Positions("meituan", 29, 20, cell(0), "%Y-%m-%d %H:%M:%S", cell(7), of_words(4)),
    "spdb_debit__example-spdb_debit-records.xls": Positions("spdb", 4, 2, cell(1), "%Y/%m/%d  %H:%M:%S", *SPDB),
    "wechat__example-wechat-records.csv": Positions(
        "wechat-pay", 27, 17, cell(0), "%Y-%m-%d %H:%M:%S", cell(5), wechat_direction
    ),
}


def _tables(name: str, at: Positions) -> list[Cells]:
    if name.endswith(".xls"):
        sheet = load_workbook(PAYMENTS / name).get_sheet_by_index(0)
        return [[str(value) for value in row] for row in sheet.to_python()]
    text = (PAYMENTS / name).read_text(at.encoding)
    return [row for row in csv.reader(text.splitlines()) if row]


def _digits(text: str) -> str:
    """Return the amount in a cell: what stands before a bracket, without currency, grouping and sign."""
    return "".join(character for character in text.partition("(")[0] if character in "0123456789.")


@pytest.mark.parametrize("name", FILES)
def test_every_row_of_a_real_bill_has_its_time_amount_and_direction(name: str) -> None:
    at = FILES[name]
    table = _tables(name, at)
    table = table[at.before : len(table) - at.after]
    found = records_of(Source(PAYMENTS / name, name), at.code)
    assert len(found) == len(table) == at.rows
    assert [(record.time.wall if record.time else None, record.amount, record.direction) for record in found] == [
        (datetime.strptime(at.time(cells), at.format), Decimal(_digits(at.amount(cells))), at.direction(cells))
        for cells in table
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_real_bills_precision_is_that_of_its_column(name: str) -> None:
    known = [record.time.precision for record in records_of(Source(PAYMENTS / name, name)) if record.time]
    to_the_second = {"alipay", "bocom", "jd", "meituan", "spdb", "wechat-pay"}
    if FILES[name].code == "abc":  # three of its rows have no time of day
        assert known == [Precision.SECOND] * 2 + [Precision.DAY] * 3
    else:
        assert set(known) == {Precision.SECOND if FILES[name].code in to_the_second else Precision.DAY}


BY_HAND: list[tuple[str, int, dict[str, object]]] = [
    (
        "alipay__example-alipay-records.csv",
        1,
        {
            "number": "rim***@qq.com",
            "outcome": Outcome.PENDING,
            "account": "余额",
            "text": "商品示例",
            "reference": "2xxxxxxxxxxxxxx0",
        },
    ),
    (
        "alipay__example-alipay-records.csv",
        5,
        {"outcome": Outcome.CLOSED, "direction": NONE, "amount": Decimal("82.00")},
    ),
    (
        "alipay__example-alipay-records.csv",
        6,
        {"outcome": Outcome.REFUNDED, "party": "一卡通", "text": "退款-一卡通充值"},
    ),
    ("alipay__example-alipay-records.csv", 7, {"outcome": Outcome.CLOSED, "direction": OUT}),
    ("wechat__example-wechat-records.csv", 0, {"account": "中国银行(1234)", "party": "云膳过桥米线(传奇广场店)"}),
    ("wechat__example-wechat-records.csv", 6, {"outcome": Outcome.DONE, "text": "零钱提现 · 服务费¥0.10"}),
    ("wechat__example-wechat-records.csv", 19, {"party": '打开拼多多，点击底部"多多视频"', "account": ""}),
    ("jd__example-jd-records.csv", 3, {"outcome": Outcome.DONE, "amount": Decimal("131.77")}),
    ("jd__example-jd-records.csv", 13, {"outcome": Outcome.REFUNDED, "amount": Decimal("468.32")}),
    ("mt__example-mt-records.csv", 1, {"outcome": Outcome.REFUNDED, "account": "中国银行信用卡(1875)"}),
    ("boc__credit__example-boc-records.csv", 13, {"currency": "USD", "account": "2875"}),
    ("bocom_credit__example-bocom_credit-records.csv", 7, {"currency": "CNY", "text": "消费 Suica Charge"}),
    ("hsbchk__debit__example-hsbchk-debit-records.csv", 6, {"currency": "CNY"}),
    ("hsbchk__debit__example-hsbchk-debit-records.csv", 9, {"currency": "HKD", "direction": IN}),
    (
        "cmb__debit__example-cmb-records.csv",
        1,
        {"party": "张三", "number": "66666666666666", "text": "转账汇款 · 转账"},
    ),
    ("abc_debit__example-abc_debit-records.csv", 2, {"party": "", "number": "12341234123412341"}),
    ("bocom_debit__example-bocom_debit-records.csv", 4, {"party": "网上国网", "number": "555551312313213123"}),
    ("icbc__credit__example-icbc-credit-records.csv", 5, {"account": "1234****5678", "direction": IN}),
    ("icbc__debit-v2__example-icbc-debit-v2-records.csv", 4, {"party": "ABC公司", "number": "1234****9876"}),
    ("citic__credit__example-citic-records.xls", 9, {"direction": IN, "account": "6688"}),
    ("spdb_debit__example-spdb_debit-records.xls", 0, {"warning": "id-damaged", "account": "6200000000001230"}),
]


@pytest.mark.parametrize(("name", "index", "said"), BY_HAND)
def test_a_row_of_a_real_bill_says_what_a_person_reads_in_it(name: str, index: int, said: dict[str, object]) -> None:
    record = records_of(Source(PAYMENTS / name, name))[index]
    assert {field: getattr(record, field) for field in said} == said


def test_the_name_and_the_ending_of_a_bill_make_no_difference() -> None:
    for name in FILES:
        assert records_of(Source(PAYMENTS / name, "x.bin", Hints(day_first=None)), FILES[name].code)


def test_only_what_was_paid_is_done() -> None:
    done: dict[Direction, Decimal] = {IN: Decimal(), OUT: Decimal(), NONE: Decimal()}
    for record in records_of(Source(PAYMENTS / "mt__example-mt-records.csv", "x")):
        assert isinstance(record, Record)
        if record.outcome is Outcome.DONE and record.amount is not None:
            done[record.direction] += record.amount
    # the bill itself says: 支出：23笔 1175.68元, in which the 48.12 of its 还款 are left out; all six 收入 are refunds
    assert done == {IN: Decimal(0), OUT: Decimal("1175.68") + Decimal("48.12"), NONE: Decimal(0)}
