"""What rows of bills say: what became of a payment, which way it went, when and in which money."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import EVERYTHING, Hints, Record, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.streams import Stream
from tests.fakes.workbooks import write_xlsx
from tests.unit.intake.exports.bills_written import ROW, alipay
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of

IN, OUT, NONE = Direction.IN, Direction.OUT, Direction.NONE


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
