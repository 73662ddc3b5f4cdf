"""Statements with common headings, and tables whose columns a person named."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import Hints
from evidence_app.domain.times import Precision
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.generic_table import fingerprint_of, propose_columns
from evidence_app.intake.exports.source import Source
from tests.fakes.workbooks import write_xlsx
from tests.samples import SAMPLES
from tests.unit.intake.exports.written import records_of, source_of

IN, OUT, NONE = Direction.IN, Direction.OUT, Direction.NONE

LEDGER = """我的账

哪天,几点,给谁,多少,为什么
2024-03-01,09:15:00,某平台,-500.00,还第一期
2024-04-01,10:00:00,某平台,20,退
"""
NAMED = (("date", "哪天"), ("time", "几点"), ("party", "给谁"), ("amount", "多少"), ("text", "为什么"))


def test_a_table_that_nobody_knows_is_left_alone(tmp_path: Path) -> None:
    assert format_of(source_of(tmp_path, LEDGER)) is None


def test_a_table_is_read_by_the_columns_that_a_person_named(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, LEDGER, hints=Hints(columns=NAMED)), "table")
    assert [(each.time.wall, each.amount, each.direction, each.party, each.text) for each in found if each.time] == [
        (datetime(2024, 3, 1, 9, 15), Decimal("500.00"), OUT, "某平台", "还第一期"),
        (datetime(2024, 4, 1, 10, 0), Decimal("20"), IN, "某平台", "退"),
    ]


def test_named_columns_count_before_what_is_known(tmp_path: Path) -> None:
    text = "记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n2024-01-01,CNY,-5.00,9.00,支付,某店,备注\n"
    hints = Hints(columns=(("time", "记账日期"), ("amount", "联机余额"), ("party", "对手信息")))
    (record,) = records_of(source_of(tmp_path, text, hints=hints), "table")
    assert record.amount == Decimal("9.00")


def test_columns_that_the_file_does_not_have_name_nothing(tmp_path: Path) -> None:
    hints = Hints(columns=(("time", "日子"), ("amount", "多少")))
    assert format_of(source_of(tmp_path, LEDGER, hints=hints)) is None


@pytest.mark.parametrize(("signs", "direction"), [("", IN), ("positive-in", IN), ("positive-out", OUT)])
def test_a_person_may_say_what_a_positive_amount_is(tmp_path: Path, signs: str, direction: Direction) -> None:
    text = "日子,多少\n2024-01-01,+5.00\n"
    hints = Hints(columns=(("time", "日子"), ("amount", "多少"), ("signs", signs)))
    (record,) = records_of(source_of(tmp_path, text, hints=hints), "table")
    assert record.direction is direction


def test_amounts_without_signs_say_nothing_of_their_direction(tmp_path: Path) -> None:
    hints = Hints(columns=(("time", "日子"), ("amount", "多少")))
    (record,) = records_of(source_of(tmp_path, "日子,多少\n2024-01-01,5.00\n", hints=hints), "table")
    assert record.direction is NONE


def test_which_way_round_days_are_is_asked_only_where_nothing_tells(tmp_path: Path) -> None:
    columns = (("time", "day"), ("amount", "sum"))
    source = source_of(tmp_path, "day,sum\n03/04/2024,1\n", hints=Hints(columns=columns))
    known = format_of(source)
    assert known is not None
    assert known.asks is not None
    assert known.asks(source) == ("day-order",)
    told = source_of(tmp_path, "day,sum\n03/04/2024,1\n13/04/2024,2\n", hints=Hints(columns=columns))
    assert known.asks(told) == ()
    assert [each.time.wall for each in records_of(told) if each.time] == [datetime(2024, 4, 3), datetime(2024, 4, 13)]
    said = source_of(tmp_path, "day,sum\n03/04/2024,1\n", hints=Hints(day_first=False, columns=columns))
    assert [each.time.wall for each in records_of(said) if each.time] == [datetime(2024, 3, 4)]


def test_a_statement_of_an_unknown_bank_is_known_by_its_common_headings(tmp_path: Path) -> None:
    head = "交易日期,摘要,借方发生额,贷方发生额,账户余额,对方户名\n"
    text = head + "20240101,转账,100.00,,900.00,甲\n20240102,工资,,50.00,950.00,乙\n"
    found = records_of(source_of(tmp_path, text, encoding="gb18030"), "statement")
    assert [(each.amount, each.direction, each.party) for each in found] == [
        (Decimal("100.00"), OUT, "甲"),
        (Decimal("50.00"), IN, "乙"),
    ]


def test_a_statement_whose_headings_are_only_like_the_known_ones_names_the_other_party(tmp_path: Path) -> None:
    head = "入账日期,入账时间,借方发生额,贷方发生额,当前余额,往来户名,用途或附言\n"
    text = head + "2025-01-03,10:00,,8000.00,9000.00,某公司,工资\n"
    [payment] = records_of(source_of(tmp_path, text), "statement")
    assert (payment.party, payment.text) == ("某公司", "工资")


def test_the_time_of_day_beside_the_day_is_read_whatever_a_bank_calls_it(tmp_path: Path) -> None:
    text = "记账日,时刻,发生额,结余,往来单位,附言\n20261103,022033,-99.00,9874.51,某公司,会员费\n"
    [payment] = records_of(source_of(tmp_path, text, encoding="gb18030"), "statement")
    assert payment.time is not None
    assert (payment.time.wall, payment.party) == (datetime(2026, 11, 3, 2, 20, 33), "某公司")


@pytest.mark.parametrize(
    ("head", "row", "currency"),
    [
        ("交易日期,說明,提出,存入,餘額,備註", "2025/03/01,轉帳,300,,14700,還款", "TWD"),
        ("交易日期,摘要,支出金額,存入金額,餘額", "114/03/01,轉帳,300,,14700", "TWD"),
        ("交易日期,摘要,支出,存入,餘額", "114/03/01,轉帳,300,,14700", "TWD"),
        ("幣別：USD\n交易日期,摘要,支出金額,存入金額,即時餘額", "2025/03/01,轉帳,300,,14700", "USD"),
        ("交易日期,交易詳情,支出,存入,結餘", "2025/03/01,轉數快,300,,14700", "HKD"),
        ("Date,Transaction details,Withdrawal,Deposit,Balance", "2025-03-01,FPS CHAN,300,,14700", "HKD"),
        ("交易日期,摘要,支出,收入,余额", "2025-03-01,转账,300,,14700", "CNY"),
    ],
)
def test_the_currency_is_the_one_that_a_statement_says_or_its_words_tell(
    tmp_path: Path, head: str, row: str, currency: str
) -> None:
    (payment,) = records_of(source_of(tmp_path, f"{head}\n{row}\n"), "statement")
    assert (payment.amount, payment.currency, payment.direction) == (Decimal("300"), currency, OUT)
    assert payment.text


@pytest.mark.parametrize(("amount", "direction"), [("HKD 1,234.50 DR", OUT), ("HKD 1,234.50 CR", IN)])
@pytest.mark.parametrize("signs", ["", "positive-out"])
def test_an_amount_may_say_which_side_it_stands_on(
    tmp_path: Path, amount: str, direction: Direction, signs: str
) -> None:
    text = f'DATE,DESCRIPTION,HKD AMOUNT\n25/03/2025,UBER,"{amount}"\n'
    hints = Hints(columns=(("time", "DATE"), ("amount", "HKD AMOUNT"), ("signs", signs)))
    (payment,) = records_of(source_of(tmp_path, text, hints=hints), "table")
    assert (payment.amount, payment.currency, payment.direction) == (Decimal("1234.50"), "HKD", direction)


@pytest.mark.parametrize(
    ("expense", "income"),
    [
        ("借方发生额（支出）", "贷方发生额（收入）"), ("借方金额(支出)", "贷方金额(收入)"),
        ("支出金额（-元）", "收入金额（+元）"), ("借方(支出)金额", "贷方(收入)金额"),
        ("借方发生金额(元)", "贷方发生金额(元)"),
    ],
)  # fmt: skip
def test_a_heading_may_say_which_way_debit_and_credit_go(tmp_path: Path, expense: str, income: str) -> None:
    text = (
        f"发生时间,{expense},{income},账户余额（元）\n2025-03-04 10:11:12,5.00,,9.00\n2025-03-05 10:11:12,,2.00,11.00\n"
    )
    found = records_of(source_of(tmp_path, text), "statement")
    assert [(each.amount, each.direction) for each in found] == [(Decimal("5.00"), OUT), (Decimal("2.00"), IN)]


def test_the_other_sides_bank_is_not_the_other_side(tmp_path: Path) -> None:
    head = "交易时间,摘要,交易金额,账户余额,交易机构,对方户名/账号,对方行名\n"
    text = head + "2025/03/04 10:11:12,转账,-5.00,9.00,城东支行,某公司/6222000011112222,城西支行\n"
    (payment,) = records_of(source_of(tmp_path, text), "statement")
    assert (payment.party, payment.number) == ("某公司", "6222000011112222")


def test_of_two_named_sides_the_direction_tells_which_one_is_the_other(tmp_path: Path) -> None:
    sides = "付款人账号[ Debit Account ],付款人名称[ Payer ],收款人账号[ Credit Account ],收款人名称[ Payee ]"
    text = (
        f"{sides},交易日期[ Date ],交易金额[ Amount ],交易后余额[ Balance ]\n"
        '1001,我方,2002,某公司,20250304,"-1,234.50",9.00\n3003,某人,1001,我方,20250305,500.00,509.00\n'
    )
    found = records_of(source_of(tmp_path, text), "statement")
    assert [(each.party, each.number, each.direction, each.amount) for each in found] == [
        ("某公司", "2002", OUT, Decimal("1234.50")),
        ("某人", "3003", IN, Decimal("500.00")),
    ]


def test_a_statement_of_a_bank_in_taiwan_counts_years_from_1911(tmp_path: Path) -> None:
    text = "交易日期,摘要,支出金額,存入金額,餘額,備註\n113/05/06,轉帳,1,000,,9,000,房租\n".replace("1,000", '"1,000"')
    (record,) = records_of(source_of(tmp_path, text.replace("9,000", '"9,000"'), encoding="big5"), "statement")
    assert record.time is not None
    assert (record.time.wall, record.amount, record.direction) == (datetime(2024, 5, 6), Decimal("1000"), OUT)


def test_a_workbook_can_be_read_by_named_columns_too(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x", [["流水"], ["几时", "多少"], [datetime(2024, 3, 1, 9, 15, 1), -12.5]])
    (record,) = records_of(Source(path, "x", Hints(columns=(("time", "几时"), ("amount", "多少")))), "table")
    assert record.time is not None
    assert (record.time.wall, record.time.precision) == (datetime(2024, 3, 1, 9, 15, 1), Precision.SECOND)
    assert (record.amount, record.direction) == (Decimal("12.5"), OUT)


def test_columns_are_proposed_by_what_their_cells_hold(tmp_path: Path) -> None:
    proposal = propose_columns(source_of(tmp_path, LEDGER))
    assert proposal is not None
    assert proposal.headings == ("哪天", "几点", "给谁", "多少", "为什么")
    assert dict(proposal.columns) == {"date": "哪天", "time": "几点", "amount": "多少"}
    assert proposal.rows[0] == ("2024-03-01", "09:15:00", "某平台", "-500.00", "还第一期")


def test_columns_are_proposed_by_their_words_where_those_are_known(tmp_path: Path) -> None:
    proposal = propose_columns(source_of(tmp_path, "备注,金额,日期,余额\n还款,12.00,2024-01-01,3.00\n"))
    assert proposal is not None
    assert dict(proposal.columns) == {"time": "日期", "amount": "金额", "text": "备注", "balance": "余额"}


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (
            "日期,发生金额,对方,说明,备注\n2025-01-03,-100.00,甲,还款,第一期\n",
            [("time", 0), ("amount", 1), ("party", 2), ("text", 4), ("text", 3)],
        ),
        (
            "交易時間,交易對手,摘要,提款(HKD),存款(HKD),結餘\n2025/01/03 10:00,甲,還款,100.00,,900\n",
            [("time", 0), ("income", 4), ("expense", 3), ("party", 1), ("text", 2), ("balance", 5)],
        ),
        (
            "发生日,发生金额,往来单位,往来账号,资金用途说明\n2025-01-03,-100.00,甲,6230,还款\n",
            [("amount", 1), ("party", 2), ("number", 3), ("text", 4), ("time", 0)],
        ),
        (
            "Posting Date,Amount,Payee,Description,Running Balance\n2025-01-03,-100.00,Fast Loan,fee,900.00\n",
            [("time", 0), ("amount", 1), ("party", 2), ("text", 3), ("balance", 4)],
        ),
    ],
)
def test_the_other_side_the_words_and_the_balance_are_proposed_too(
    tmp_path: Path, text: str, columns: list[tuple[str, int]]
) -> None:
    proposal = propose_columns(source_of(tmp_path, text))
    assert proposal is not None
    assert list(proposal.columns) == [(field, proposal.headings[index]) for field, index in columns]
    assert proposal.certain


@pytest.mark.parametrize(
    ("text", "certain", "asks"),
    [
        ("几时,多少\n2025-01-03,5.00\n", True, ()),
        ("几时,多少,还剩\n2025-01-03,5.00,10.00\n", False, ()),  # which of the two?
        ("几时,收到\n2025-01-03,5.00\n合计五元,5.00\n", False, ()),
        ("day,amount\n03/04/2025,5.00\n", True, ("day-order",)),
    ],
)
def test_a_proposal_is_certain_only_where_day_and_amount_can_be_nothing_else(
    tmp_path: Path, text: str, certain: bool, asks: tuple[str, ...]
) -> None:
    proposal = propose_columns(source_of(tmp_path, text))
    assert proposal is not None
    assert (proposal.certain, proposal.asks) == (certain, asks)


def test_a_heading_that_names_the_currency_says_in_what_its_amounts_are(tmp_path: Path) -> None:
    hints = Hints(columns=(("time", "日子"), ("amount", "總額(HKD)"), ("text", "甲"), ("text", "乙")))
    (record,) = records_of(source_of(tmp_path, "日子,總額（HKD）,甲,乙\n2024-01-01,-5.00,a,b\n", hints=hints), "table")
    assert (record.currency, record.text) == ("HKD", "a · b")


def test_an_account_number_is_not_proposed_as_an_amount(tmp_path: Path) -> None:
    proposal = propose_columns(source_of(tmp_path, "日子,卡片号,多少\n2025-03-04,1202,5.00\n2025-03-05,1202,6.00\n"))
    assert proposal is not None
    assert dict(proposal.columns)["amount"] == "多少"


@pytest.mark.parametrize("text", ["", "hello\n", "名字,年龄\n甲,三\n", "2024-01-01,5.00\n2024-01-02,6.00\n", "\0\0\0"])
def test_nothing_is_proposed_for_what_is_no_table_of_payments(tmp_path: Path, text: str) -> None:
    assert propose_columns(source_of(tmp_path, text)) is None


def test_the_same_headings_in_another_order_have_the_same_fingerprint() -> None:
    assert (
        fingerprint_of(("日期", "金额（元）")) == fingerprint_of(("金额", "日期 ")) != fingerprint_of(("日期", "余额"))
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("共66笔记录\n", 66),
        ("共：26笔记录\n", 26),
        ("", None),
    ],
)
def test_a_bill_says_how_many_records_it_has(tmp_path: Path, text: str, count: int | None) -> None:
    head = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,\n"
    source = source_of(tmp_path, text + head)
    known = format_of(source)
    assert known is not None
    assert known.states is not None
    assert known.states(source) == count


def test_a_bill_that_says_it_at_its_end_says_it_too(tmp_path: Path) -> None:
    head = "交易号,商家订单号,交易创建时间,交易对方,商品名称,金额（元）,收/支,交易状态\n"
    source = source_of(tmp_path, head + "1,2,2023-01-01 00:00:00,a,b,1.00,支出,交易成功\n" * 5000 + "共5000笔记录\n")
    known = format_of(source)
    assert known is not None
    assert known.states is not None
    assert (known.code, known.states(source)) == ("alipay-web", 5000)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real samples are not part of the project")
@pytest.mark.parametrize(("name", "count"), [("jd__example-jd-records.csv", 26), ("mt__example-mt-records.csv", 29)])
def test_a_real_bill_holds_as_many_records_as_it_says(name: str, count: int) -> None:
    source = Source(SAMPLES / "payments" / name, name)
    known = format_of(source)
    assert known is not None
    assert known.states is not None
    assert known.states(source) == count == len(records_of(source))


@pytest.mark.parametrize(
    ("rows", "directions"),
    [
        (("消费,23.10", "存入,-20.00", "退货,-3.00", "其他,5.00"), ("out", "in", "in", "out")),  # a credit card
        (("消费,-23.10", "存入,20.00", "其他,-5.00"), ("out", "in", "out")),  # an account
        (("信用卡还款,-23.10", "工资,20.00"), ("out", "in")),
        (("消费,23.10", "取款,-20.00"), ("in", "out")),  # as the signs say: the words do not all say the other
    ],
)
def test_the_words_of_rows_tell_a_credit_card_whose_spending_has_no_sign(
    tmp_path: Path, rows: tuple[str, ...], directions: tuple[str, ...]
) -> None:
    table = "\n".join(("交易日,类型,入账金额", *(f"2026-07-{n + 1:02},{row}" for n, row in enumerate(rows))))
    hints = Hints(columns=(("time", "交易日"), ("text", "类型"), ("amount", "入账金额")))
    found = records_of(source_of(tmp_path, table, "card.csv", hints=hints), "table")
    assert tuple(each.direction.value for each in found) == directions


def test_a_bare_dollar_sign_is_the_bills_own_dollar_and_never_another_currency(tmp_path: Path) -> None:
    mainland = "交易日期,摘要,交易金额,余额\n2026-07-01,消费,$12.00,1.00\n2026-07-02,消费,-12.00,1.00\n"
    hong_kong = "交易日期,摘要,交易金额,戶口結餘\n2026-07-01,轉數快,-$12.00,1.00\n"
    assert [each.currency for each in records_of(source_of(tmp_path, mainland), "statement")] == ["USD", "CNY"]
    assert [each.currency for each in records_of(source_of(tmp_path, hong_kong), "statement")] == ["HKD"]
