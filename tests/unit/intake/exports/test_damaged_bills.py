"""Bills that are damaged, cut off or made to do harm: what is left is read, the rest is told, nothing is made up."""

import io
import random
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.exports import EVERYTHING, Hints, Record, Unread
from evidence_app.errors import InputProblem
from evidence_app.intake.decoders import Decoders, ExportRequest
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.institutions import bills
from evidence_app.intake.exports.source import Source
from tests.samples import SAMPLES
from tests.unit.intake.exports.bills_written import (
    ROW,
    WRITERS,
    Payment,
    alipay,
    as_text,
    as_workbook,
    table_of,
)
from tests.unit.intake.exports.written import SOAK, mutated, reads_of, records_of, source_of, survives_damage

IN, OUT = Direction.IN, Direction.OUT


@pytest.mark.parametrize("code", WRITERS)
def test_no_damage_makes_a_bill_unreadable(code: str, tmp_path: Path) -> None:
    at = datetime(2024, 2, 3, 4, 5, 6)
    payments = [
        Payment(at, Decimal(number) * 7, (IN, OUT)[number % 2], Outcome.DONE, f"某{number}", "物", f"{number:028}")
        for number in range(1, 40)
    ]
    bill = next(each for each in bills() if each.code == code)
    survives_damage(tmp_path, as_text(table_of(code, payments), "gb18030"), bill.read, "x.csv")


def survives_damage_or_says_so(tmp_path: Path, damaged: Callable[[int], bytes]) -> None:
    """Assert that a damaged workbook is read as far as it goes, or refused in so many words; print the counts.

    In a worker, as always: on a broken XLS calamine may ask for more memory than there is, which ends the process.
    """
    counts: Counter[str] = Counter()
    with Decoders(1) as pool:
        for seed in range(2000 if SOAK else 24):
            path = source_of(tmp_path, damaged(seed)).path
            counts["inputs"] += 1
            try:
                counts["gave events"] += surveyed(pool, path) > 0
            except InputProblem as problem:
                counts[problem.code] += 1
    print(dict(counts))
    assert counts["gave events"] * 2 >= counts["inputs"]
    assert counts.keys() <= {"inputs", "gave events", "damaged", "encrypted", "too-large", "decoder-crashed"}


def surveyed(pool: Decoders, path: Path) -> int:
    """Return how many records a file holds, none for one that is no export any more."""
    media = pool.inspect(path, "x.xls").result().media
    if not media.export:
        return 0
    request = ExportRequest(path, "x.xls", "stream", EVERYTHING, Hints(), "Asia/Shanghai")
    while (answer := pool.survey(request).result())[0] is None:
        request = replace(request, asked=request.asked + 1)
    return answer[1]


def some_bytes_wrong(content: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    data = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if chance.random() < 0.05:
        del data[chance.randrange(len(data)) :]
    return bytes(data)


def damaged_inside(content: bytes, seed: int) -> bytes:
    """Return a workbook whose sheet is damaged before it was packed: its checksum is right."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, mutated(data, seed) if name.endswith("sheet1.xml") else data)
    return packed.getvalue()


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real samples are not part of the project")
@pytest.mark.parametrize("path", sorted((SAMPLES / "payments").glob("*.xls")), ids=lambda path: path.name)
def test_a_damaged_workbook_is_read_or_refused(path: Path, tmp_path: Path) -> None:
    content = path.read_bytes()
    survives_damage_or_says_so(tmp_path, lambda seed: some_bytes_wrong(content, seed))


def test_a_damaged_workbook_of_our_own_is_read_or_refused(tmp_path: Path) -> None:
    at = datetime(2024, 2, 3, 4, 5, 6)
    payments = [Payment(at, Decimal(number), OUT, Outcome.DONE, f"某{number}", "物", "1") for number in range(1, 60)]
    content = as_workbook(tmp_path, table_of("alipay", payments)).path.read_bytes()
    # a sheet that is no XML any more is refused as a whole: every second one is left whole
    survives_damage_or_says_so(tmp_path, lambda seed: content if seed % 2 else damaged_inside(content, seed))
    survives_damage_or_says_so(tmp_path, lambda seed: content if seed % 2 else some_bytes_wrong(content, seed))


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real samples are not part of the project")
@pytest.mark.parametrize("path", sorted((SAMPLES / "payments").glob("*.csv")), ids=lambda path: path.name)
def test_no_damage_makes_a_real_bill_unreadable(path: Path, tmp_path: Path) -> None:
    known = format_of(Source(path, path.name))
    assert known is not None
    survives_damage(tmp_path, path.read_bytes(), known.read, path.name)


def test_a_bill_cut_in_the_middle_of_its_amount_has_no_payment_of_another_amount(tmp_path: Path) -> None:
    cut = alipay(ROW, ROW).removesuffix("4,余额,交易成功,2023021222001400,T1,,".encode("gb18030"))
    found = list(reads_of(source_of(tmp_path, cut), "alipay"))
    assert [type(each) for each in found] == [Record, Unread]
    assert found[1] == Unread(
        "row:3", "amount-unreadable", "2023-02-12 21:32:14 · 日用百货 · 某店 · / · 物品 · 支出 · 49.7"
    )


def test_a_row_that_leaves_its_empty_cells_out_is_not_cut_off(tmp_path: Path) -> None:
    head = "交易日期,摘要,账户余额,支出,收入\n"
    found = records_of(source_of(tmp_path, head + "2024-01-01,a,5.00,1.50\n2024-01-02,b,9.00,,4.00\n"), "statement")
    assert [(record.amount, record.direction) for record in found] == [(Decimal("1.50"), OUT), (Decimal("4.00"), IN)]
    page = "<table><tr><td>交易日期<td>账户余额<td>支出<td>收入</tr><tr><td>2024-01-01<td>5.00<td>1.50</tr></table>"
    (record,) = records_of(source_of(tmp_path, page), "statement")
    assert (record.amount, record.direction) == (Decimal("1.50"), OUT)


@pytest.mark.parametrize("left", range(1, 20))
def test_a_bill_cut_in_the_middle_of_a_time_says_so(tmp_path: Path, left: int) -> None:
    found = list(reads_of(source_of(tmp_path, alipay(ROW, ROW[:left])), "alipay"))
    assert [type(each) for each in found] == [Record, Unread]


HARD = [
    "1" * 100_000 + "x",
    "1" + " " * 100_000 + "x",
    "(" * 50_000 + ")" * 50_000,
    "12:" * 30_000,
    "已退款" * 30_000,
    "2024-" + " " * 100_000,
    "1," * 1000,
]


@pytest.mark.parametrize(("code", "head"), [("cmb", 0), ("wechat-pay", 2), ("hsbc-hk", 0), ("boc", 1)])
def test_cells_made_to_keep_a_pattern_busy_are_read_or_told_at_once(tmp_path: Path, code: str, head: int) -> None:
    payment = Payment(datetime(2024, 2, 3, 4, 5, 6), Decimal("5.00"), OUT, Outcome.DONE, "某", "物", "1")
    table = table_of(code, [payment])[head:]
    row = table[1]
    hard = [[*row[:column], each, *row[column + 1 :]] for column in range(len(row)) for each in HARD]
    started = time.process_time()
    found = list(reads_of(source_of(tmp_path, as_text([*table, *hard])), code))
    assert time.process_time() - started < 20
    assert len(found) == 1 + len(hard)


def test_rows_of_many_cells_fill_no_memory(tmp_path: Path) -> None:
    data = alipay(*["," * 300_000] * 20, ROW)
    assert [record.party for record in records_of(source_of(tmp_path, data), "alipay")] == ["某店"]


@pytest.mark.parametrize("left", ["支", "支出", "支出,物", "支出,物,交易", "支出,物,交易成"])
def test_a_bill_cut_before_what_became_of_a_payment_does_not_say_it_was_made(tmp_path: Path, left: str) -> None:
    head = "交易时间,金额,交易对方,收/支,商品说明,交易状态,收/付款方式,交易订单号,商家订单号\n"
    row = "2024-02-03 04:05:06,7.00,某店,"
    found = list(reads_of(source_of(tmp_path, f"{head}{row}支出,物,交易关闭,余额,1,1\n{row}{left}"), "alipay"))
    assert [type(each) for each in found] == [Record, Unread]


@pytest.mark.parametrize(("last", "is_read"), [("70.00", True), ("70.0", False), ("70", False), ("7", False)])
def test_a_last_amount_with_fewer_digits_than_the_others_and_no_end_of_line_is_cut_off(
    tmp_path: Path, last: str, is_read: bool
) -> None:
    head = "交易日期,入账日期,交易描述,卡末四位,交易币种,结算币种,交易金额,结算金额\n"
    rows = [f"2024-02-03,2024-02-03,物,6688,人民币,人民币,70.00,{amount}" for amount in ("1.00", last)]
    found = list(reads_of(source_of(tmp_path, head + "\n".join(rows)), "citic-credit"))
    assert isinstance(found[1], Record) is is_read
    assert records_of(source_of(tmp_path, head + "\n".join(rows) + "\n"), "citic-credit")
