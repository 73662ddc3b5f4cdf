"""Bills of our own making come back row for row, in every format, encoding and order of columns; damaged ones, too."""

import io
import random
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import EVERYTHING, Hints, Record, Unread
from evidence_app.domain.times import Precision
from evidence_app.errors import InputProblem
from evidence_app.intake.decoders import Decoders, ExportRequest
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.institutions import bills
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.streams import Stream
from tests.fakes.workbooks import write_xlsx
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
from tests.unit.intake.exports.written import SAMPLES, SOAK, mutated, reads_of, records_of, source_of, survives_damage

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
    @settings(max_examples=400 if SOAK else 15, deadline=None, database=None)
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


def alipay(*rows: str, head: str = "") -> bytes:
    first = head or (
        "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
    )
    return "\n".join([first, *rows]).encode("gb18030")


ROW = "2023-02-12 21:32:14,日用百货,某店,/,物品,支出,49.74,余额,交易成功,2023021222001400,T1,,"


@pytest.mark.parametrize(
    ("status", "kind", "way", "outcome", "direction"),
    [
        ("交易成功", "日用百货", "支出", Outcome.DONE, OUT),
        ("等待确认收货", "日用百货", "支出", Outcome.PENDING, OUT),
        ("交易关闭", "日用百货", "不计收支", Outcome.CLOSED, NONE),
        ("退款成功", "退款", "不计收支", Outcome.REFUNDED, IN),
        ("退款成功", "日用百货", "不计收支", Outcome.REFUNDED, IN),
        ("退税成功", "其他", "不计收支", Outcome.DONE, IN),
        ("还款成功", "信用借还", "不计收支", Outcome.DONE, NONE),
        ("还款失败", "信用借还", "支出", Outcome.FAILED, OUT),
        ("放款成功", "借呗放款", "不计收支", Outcome.DONE, IN),
        ("支付成功", "花呗还款", "不计收支", Outcome.DONE, OUT),
        ("暂时不明", "日用百货", "支出", Outcome.NONE, OUT),
    ],
)
def test_what_became_of_a_payment_is_what_its_status_says(
    tmp_path: Path, status: str, kind: str, way: str, outcome: Outcome, direction: Direction
) -> None:
    row = ROW.replace("交易成功", status).replace("日用百货", kind).replace("支出", way)
    (record,) = records_of(source_of(tmp_path, alipay(row)), "alipay")
    assert (record.outcome, record.direction) == (outcome, direction)
    assert record.warning == ("outcome-unknown" if outcome is Outcome.NONE else "")


def test_a_refund_that_only_its_own_words_name_is_one(tmp_path: Path) -> None:
    row = ROW.replace("物品", "价保退款").replace("支出", "不计收支")
    (record,) = records_of(source_of(tmp_path, alipay(row)), "alipay")
    assert (record.outcome, record.direction) == (Outcome.REFUNDED, IN)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("已全额退款", Outcome.REFUNDED),
        ("已退款(￥5.00)", Outcome.DONE),
        ("已退款￥28.16", Outcome.REFUNDED),
        ("对方已退还", Outcome.REFUNDED),
        ("朋友已收钱", Outcome.DONE),
        ("已存入零钱", Outcome.DONE),
        ("提现已到账", Outcome.DONE),
        ("提现失败", Outcome.FAILED),
        ("待对方收款", Outcome.PENDING),
    ],
)
def test_wechat_says_in_words_what_became_of_a_payment(tmp_path: Path, status: str, outcome: Outcome) -> None:
    head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    row = f"2019-09-26 12:45:27,商户消费,某店,物品,支出,¥28.16,中国银行(1234),{status},3985734\t,1\t,/\n"
    (record,) = records_of(source_of(tmp_path, head + row), "wechat-pay")
    assert record.outcome is outcome
    assert record.text == (f"物品 · {status}" if "5.00" in status else "物品")


def test_a_bill_that_a_spreadsheet_saved_anew_keeps_what_is_left(tmp_path: Path) -> None:
    row = ROW.replace("2023-02-12 21:32:14", "2023/2/12 21:32").replace("2023021222001400", "2.02302E+27")
    (record,) = records_of(source_of(tmp_path, alipay(row)), "alipay")
    assert record.time is not None
    assert (record.time.wall, record.time.precision) == (datetime(2023, 2, 12, 21, 32), Precision.MINUTE)
    assert record.warning == "id-damaged"


def test_a_time_that_is_a_spreadsheets_serial_number_keeps_its_seconds(tmp_path: Path) -> None:
    (record,) = records_of(
        source_of(tmp_path, alipay(ROW.replace("2023-02-12 21:32:14", "44969.8973842593"))), "alipay"
    )
    assert record.time is not None
    assert (record.time.wall, record.time.precision) == (datetime(2023, 2, 12, 21, 32, 14), Precision.SECOND)


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


def test_totals_separators_and_further_headings_are_no_records(tmp_path: Path) -> None:
    head = alipay().decode("gb18030")
    footer = ["-----,,,", "共2笔记录", "收入：1笔,28.50元", "合计金额,,,,,,49.74,,,,,,"]
    assert len(records_of(source_of(tmp_path, alipay(ROW, head, ROW, *footer)), "alipay")) == 2


def test_every_row_that_is_there_is_read_or_told(tmp_path: Path) -> None:
    rows = [ROW, ROW.replace("49.74", "??"), ROW.replace("2023-02-12 21:32:14", "昨天"), ROW.replace("49.74", ""), ROW]
    found = list(reads_of(source_of(tmp_path, alipay(*rows)), "alipay"))
    assert [(each.place, isinstance(each, Record)) for each in found] == [
        ("row:2", True),
        ("row:3", False),
        ("row:4", False),
        ("row:5", False),
        ("row:6", True),
    ]


def test_a_formula_in_a_bill_is_text(tmp_path: Path) -> None:
    row = ROW.replace("物品", '"=HYPERLINK(""http://x.example"",""点"")"')
    (record,) = records_of(source_of(tmp_path, alipay(row)), "alipay")
    assert record.text == '=HYPERLINK("http://x.example","点")'


def test_a_bill_that_calls_itself_gb2312_and_is_gb18030_with_nuls_and_mixed_line_ends_is_read(tmp_path: Path) -> None:
    data = (
        alipay(ROW.replace("某店", "㐀𠀀龢"), ROW).replace(b"\n", b"\r\n", 1)
        + b"\r"
        + ROW.encode("gb18030")
        + b"\0\0\0"
    )
    assert [record.party for record in records_of(source_of(tmp_path, data), "alipay")] == ["㐀𠀀龢", "某店", "某店"]


def test_two_hundred_thousand_rows_are_read(tmp_path: Path) -> None:
    count = 200_000 if SOAK else 20_000
    found = reads_of(source_of(tmp_path, alipay(*[ROW] * count)), "alipay")
    assert sum(isinstance(each, Record) and each.kind is EventKind.PAYMENT for each in found) == count


def test_a_statement_without_years_takes_them_from_its_title(tmp_path: Path) -> None:
    text = (
        "招商银行信用卡对账单（个人消费卡账户 2024年01月）\n交易日,记账日,交易摘要,人民币金额,卡号末四位,交易地金额\n"
        ',12/29,掌上生活还款,-1.23,1234,-1.23\n01/05,01/07,中国移动,"8,000.00",1234,"8,000.00(CN)"\n'
    )
    found = records_of(source_of(tmp_path, text), "cmb-credit")
    assert [(record.time.wall, record.direction, record.amount) for record in found if record.time] == [
        (datetime(2023, 12, 29), IN, Decimal("1.23")),
        (datetime(2024, 1, 5), OUT, Decimal("8000.00")),
    ]


def test_money_in_other_currencies_keeps_its_currency(tmp_path: Path) -> None:
    text = (
        "交易日期,记账日期,交易说明,交易币种/金额,入账币种/金额\n"
        "2025-01-18,2025-01-18,消费 Suica,JPY 1000.00,HKD 49.85\n"
    )
    (record,) = records_of(source_of(tmp_path, text), "bocom-credit")
    assert (record.currency, record.amount) == ("HKD", Decimal("49.85"))


def test_the_download_of_cmb_with_tabs_before_each_cell_is_read(tmp_path: Path) -> None:
    text = (
        '"# 招商银行交易记录"\n"# 账号: [ 6214****1234 一卡通 ]"\n'
        "交易日期,交易时间,收入,支出,余额,交易类型,交易备注\n"
        '"\t20240102","\t12:34:56","","1,500.00","\t3.00","\t转账","\t还款"\n'
        '"# 收入合计: 0 笔，共 0.00 元",,,,\n'
    )
    (record,) = records_of(source_of(tmp_path, text, encoding="gb18030"), "cmb")
    assert record.time is not None
    assert (record.time.wall, record.time.precision) == (datetime(2024, 1, 2, 12, 34, 56), Precision.SECOND)
    assert (record.amount, record.direction, record.account) == (Decimal("1500.00"), OUT, "6214****1234")


def test_a_workbook_holds_a_bill_on_each_sheet(tmp_path: Path) -> None:
    head = ["交易日期", "存入金额", "取出金额", "交易对手名称"]
    above = ["账号", "6200000000001231", "账户类型", "借记卡", "日期范围"]
    path = write_xlsx(
        tmp_path / "x",
        [above, head, [datetime(2025, 12, 3, 14, 6, 51), None, 3.5, "甲"]],
        [above, head, [datetime(2025, 12, 5), 10, None, "乙"], [datetime(2025, 12, 6), "?", None, "丙"]],
        [[datetime(2025, 12, 7, 1), 11, None, "丁"]],
    )
    found = list(reads_of(Source(path, "x"), "spdb"))
    assert [(each.place, isinstance(each, Record)) for each in found] == [
        ("row:3", True),
        ("sheet2-row:3", True),
        ("sheet2-row:4", False),
        ("sheet3-row:1", True),
    ]


def test_a_workbook_of_wechat_has_times_and_amounts_as_numbers(tmp_path: Path) -> None:
    head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    at = datetime(2024, 2, 29, 23, 59, 59)
    row = [at, "商户消费", "某店", "物品", "支出", 28.1, "中国银行(1234)", "支付成功", "4" * 28, "/", "/"]
    numbers = [*row[:8], 4200002168202406076349888061.0, *row[9:]]
    path = write_xlsx(tmp_path / "x", [["微信支付账单明细"], *[[]] * 15, head.strip().split(","), row, numbers])
    first, second = records_of(Source(path, "x"), "wechat-pay")
    assert first.time is not None
    assert (first.time.wall, first.amount, first.place) == (at, Decimal("28.1"), "row:18")
    assert (first.reference, first.warning) == ("4" * 28, "")
    assert (second.reference, second.warning) == ("4200002168202410000000000000", "id-damaged")


def test_a_large_workbook_is_opened_once(tmp_path: Path) -> None:
    head = ["交易日期", "存入金额", "取出金额", "交易对手名称"]
    path = write_xlsx(tmp_path / "x", [head, *[["2025-12-03", None, "1.00", "甲"]] * 300])
    source = Source(path, "x")
    known = format_of(source)
    assert known is not None
    path.unlink()
    assert len(list(known.read(source))) == 300


@pytest.mark.parametrize(
    ("clock", "at"),
    [
        ("123456", datetime(2024, 1, 2, 12, 34, 56)),
        ("93015", datetime(2024, 1, 2, 9, 30, 15)),
        ("506", datetime(2024, 1, 2, 0, 5, 6)),
        ("0", datetime(2024, 1, 2)),
        ("45012", datetime(2024, 1, 2, 4, 50, 12)),
        ("9:30", datetime(2024, 1, 2, 9, 30)),
    ],
)
def test_a_time_of_day_beside_its_day_is_never_another_day(tmp_path: Path, clock: str, at: datetime) -> None:
    head = "交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日 志 号,交易渠道,交易附言\n"
    (record,) = records_of(
        source_of(tmp_path, f"{head}20240102,{clock},转存,+1.00,2.00,哈哈,36,超级网银,转账\n"), "abc"
    )
    assert record.time is not None
    assert record.time.wall == at


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


@pytest.mark.parametrize(
    "words",
    [
        "20230212213214",
        "2023/2/12  21:32:14",
        "2023年2月12日 21时32分14秒",
        "2023-02-12T21:32:14",
        "2023.02.12 21:32:14.0",
    ],
)
def test_a_time_is_read_in_every_usual_form(tmp_path: Path, words: str) -> None:
    (record,) = records_of(source_of(tmp_path, alipay(ROW.replace("2023-02-12 21:32:14", words))), "alipay")
    assert record.time is not None
    assert (record.time.wall, record.time.precision) == (datetime(2023, 2, 12, 21, 32, 14), Precision.SECOND)


@pytest.mark.parametrize(
    "words",
    [
        "49.74",
        "¥49.74",
        "￥ 49.74",
        "49.74元",
        "CNY 49.74",
        "CNY49.74",
        "49.74 CNY",
        "+49.74",
        "人民币49.74",
        "－49.74",
    ],
)
def test_an_amount_is_read_in_every_usual_form(tmp_path: Path, words: str) -> None:
    (record,) = records_of(source_of(tmp_path, alipay(ROW.replace("49.74", words))), "alipay")
    assert (record.amount, record.currency, record.direction) == (Decimal("49.74"), "CNY", OUT)


@pytest.mark.parametrize(
    "words", ["49,7", "4.9.7", "四十九", "49.74 49.74", "1e5", "NaN", "Infinity", "0x1F", "９" * 20]
)
def test_what_is_no_amount_is_told(tmp_path: Path, words: str) -> None:
    row = ROW.replace("49.74", f'"{words}"')
    assert [type(each) for each in reads_of(source_of(tmp_path, alipay(row)), "alipay")] == [Unread]


def test_every_bill_that_is_known_is_written_in_these_tests() -> None:
    assert {bill.code for bill in bills()} == set(WRITERS)


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("消费 某退货仓", OUT),
        ("退货 某消费金融", IN),
        ("信用卡还款 转账还款-哈哈", IN),
        ("年费", OUT),
        ("调整", NONE),
    ],
)
def test_the_first_word_of_a_cards_row_says_which_way_its_money_went(
    tmp_path: Path, words: str, direction: Direction
) -> None:
    head = "交易日期,记账日期,交易说明,交易币种/金额,入账币种/金额\n"
    text = f"{head}2025-01-18,2025-01-18,{words},CNY 1.00,CNY 1.00\n"
    (record,) = records_of(source_of(tmp_path, text), "bocom-credit")
    assert record.direction is direction


def test_a_sign_says_which_way_money_went_where_the_words_of_its_column_do_not(tmp_path: Path) -> None:
    rows = ("2024-03-01,他行,-20.00,80.00,甲", "2024-03-02,他行,+5.00,85.00,乙", "2024-03-03,转出,7.00,78.00,丙")
    found = records_of(
        source_of(tmp_path, "\n".join(("交易日期,借贷标志,交易金额,账户余额,对方户名", *rows))), "statement"
    )
    assert [(each.party, each.direction, each.amount) for each in found] == [
        ("甲", Direction.OUT, Decimal("20.00")),
        ("乙", Direction.IN, Decimal("5.00")),
        ("丙", Direction.OUT, Decimal("7.00")),
    ]


def test_rows_above_the_first_heading_that_can_be_read_are_told(tmp_path: Path) -> None:
    head = alipay().decode("gb18030").strip()
    damaged = "\n".join([head.replace("收/付款方式", "收"), ROW, ROW, head, ROW])
    found = list(reads_of(source_of(tmp_path, damaged), "alipay"))
    assert [each.reason if isinstance(each, Unread) else "" for each in found] == ["heading-unknown"] * 2 + [""]


def test_a_row_that_cannot_be_read_on_a_sheet_that_goes_on_is_told(tmp_path: Path) -> None:
    head = ["交易日期", "存入金额", "取出金额", "交易对手名称"]
    path = write_xlsx(
        tmp_path / "x",
        [head, [datetime(2025, 12, 3, 14, 6, 51), None, 3.5, "甲"]],
        [[datetime(2025, 12, 4), "?", None, "乙"], [datetime(2025, 12, 5), 10, None, "丙"]],
    )
    found = list(reads_of(Source(path, "x"), "spdb"))
    assert [(each.place, isinstance(each, Record)) for each in found] == [
        ("row:2", True),
        ("sheet2-row:1", False),
        ("sheet2-row:2", True),
    ]


CMB = "记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n"


def cmb(*days: str) -> str:
    return CMB + "".join(f"{day},CNY,-7.00,1.00,快捷支付,某店,物\n" for day in days)


@pytest.mark.parametrize(
    ("days", "expected"), [(["3/4/2024", "3/25/2024"], (3, 4)), (["3/4/24", "25/4/24"], (4, 3)), (["3/4/2024"], None)]
)
def test_which_way_round_the_days_of_a_known_bill_are_is_learned_or_asked(
    tmp_path: Path, days: list[str], expected: tuple[int, int] | None
) -> None:
    source = source_of(tmp_path, cmb(*days))
    known = format_of(source)
    assert known is not None
    assert known.asks is not None
    assert known.asks(source) == (() if expected else ("day-order",))
    first = next(known.read(source))
    assert isinstance(first, Record) is bool(expected)
    if isinstance(first, Record) and first.time is not None and first.time.wall is not None:
        assert (first.time.wall.month, first.time.wall.day) == expected
    told = source_of(tmp_path, cmb(*days), hints=Hints(day_first=True))
    assert known.asks(told) == ()


def test_days_that_show_their_order_beat_the_usual_one(tmp_path: Path) -> None:
    head = "Date,Description,Billing amount,Billing currency,Balance,Balance currency\n"
    rows = [f"{day},x,-7.00,HKD,1.00,HKD\n" for day in ("02/03/2024", "02/25/2024")]
    found = records_of(source_of(tmp_path, head + "".join(rows)), "hsbc-hk")
    assert [each.time.wall for each in found if each.time] == [datetime(2024, 2, 3), datetime(2024, 2, 25)]


def test_a_day_with_another_written_into_it_shows_no_order(tmp_path: Path) -> None:
    head = "Date,Description,Billing amount,Billing currency,Balance,Balance currency\n"
    rows = [f"{day},x,-7.00,HKD,1.00,HKD\n" for day in ("03/31/02/202502/2024", "02/03/2024")]
    damaged, whole = reads_of(source_of(tmp_path, head + "".join(rows)), "hsbc-hk")
    assert isinstance(damaged, Unread)
    assert isinstance(whole, Record)
    assert whole.time is not None
    assert whole.time.wall == datetime(2024, 3, 2)


def test_digits_and_signs_as_wide_as_characters_are_read(tmp_path: Path) -> None:
    text = (
        CMB + "２０２４－０２／０３,CNY,－１，２０７．５０,1.00,快捷支付,某店,物\n2024-02-04,CNY,–7.00,1.00,x,某店,物\n"
    )
    found = records_of(source_of(tmp_path, text.replace(",2", ",２", 1)), "cmb")
    assert [(each.amount, each.direction) for each in found] == [(Decimal("1207.50"), OUT), (Decimal("7.00"), OUT)]
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.words) == (datetime(2024, 2, 3), "２０２４－０２／０３")


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


@pytest.mark.parametrize(
    ("name", "code"), [("人民币(CNY)", "CNY"), ("美元/USD", "USD"), ("ARS", "ARS"), ("本币", "CNY"), ("156", "CNY")]
)
def test_a_currency_is_what_its_cell_says(tmp_path: Path, name: str, code: str) -> None:
    (record,) = records_of(source_of(tmp_path, f"{CMB}2024-02-03,{name},-7.00,1.00,x,某店,物\n"), "cmb")
    assert record.currency == code


def test_money_in_a_currency_that_nobody_knows_is_never_the_usual_one(tmp_path: Path) -> None:
    source = source_of(tmp_path, f"{CMB}2024-02-03,阿根廷比索,-7.00,1.00,x,某店,物\n")
    (row,) = Stream(source, EVERYTHING, ZoneInfo("Asia/Shanghai")).records().rows
    assert row == Unread("row:2", "currency-unknown", "x · 物")


@pytest.mark.parametrize("word", ["合计", "本月合计", "小计：", "本页累计"])
def test_a_row_of_totals_with_a_day_in_it_is_no_payment(tmp_path: Path, word: str) -> None:
    row = "2024-02-29,CNY,-7.00,1.00,{},,\n"
    found = records_of(source_of(tmp_path, CMB + row.format("快捷支付") + row.format(word)), "cmb")
    assert [each.text for each in found] == ["快捷支付"]


@pytest.mark.parametrize(
    ("end", "precision"), [("00:00:00", Precision.DAY), ("0:00", Precision.DAY), ("09:30:00", Precision.SECOND)]
)
def test_midnight_in_every_row_means_that_only_days_are_known(tmp_path: Path, end: str, precision: Precision) -> None:
    days = ("2024-02-01 00:00:00", "2024-02-02 00:00:00", f"2024-02-03 {end}")
    found = records_of(source_of(tmp_path, cmb(*days)), "cmb")
    assert {each.time.precision for each in found if each.time} == {precision}


def test_two_payments_on_one_line_are_told(tmp_path: Path) -> None:
    found = list(reads_of(source_of(tmp_path, alipay(ROW, ROW + ROW[3:], ROW + ",,,,,,,,")), "alipay"))
    assert [each.reason if isinstance(each, Unread) else "" for each in found] == ["", "record-damaged", ""]
