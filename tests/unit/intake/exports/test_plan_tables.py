"""Repayment plans as tables: each row is a repayment at its due date, whatever the headings are called."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from evidence_app.domain.events import EventKind, Outcome
from evidence_app.domain.exports import Hints, Record, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.generic_table import propose_columns
from evidence_app.intake.exports.source import Source
from tests.fakes.workbooks import Cell, write_xlsx
from tests.unit.intake.exports.written import reads_of, records_of, source_of

PLAN = "repayment-plan"
PAID, DUE, OVERDUE = Outcome.PAID, Outcome.DUE, Outcome.OVERDUE

CHINESE = """期数,应还日期,应还金额,本金,利息,状态,备注
1,2026-09-05,945.60,750.00,195.60,已还,
2,2026-10-05,945.60,765.00,180.60,已逾期12天,
3,2026-11-05,945.60,780.00,165.60,逾期已还,
4,2026-12-05,"1,945.60",796.00,149.60,待还,
合计,,4782.40,3091.00,691.40,
"""
TAIWAN = "期別,應繳日期,應繳金額,繳款狀態\n第1期,115/09/05,NT$945,已繳\n第2期,115/10/05,NT$945,未繳\n"
ENGLISH = (
    "Instalment No.,Due Date,Amount Due (HKD),Principal,Interest,Status\n"
    "1,05/09/2026,945.60,750.00,195.60,Paid\n2,05/10/2026,945.60,765.00,180.60,Past due\n"
    "3,05/11/2026,945.60,765.00,180.60,Unpaid\n"
)


def said(records: Sequence[Record]) -> list[tuple[str, str, Outcome]]:
    return [
        (f"{each.time.wall:%F}", str(each.amount), each.outcome) for each in records if each.time and each.time.wall
    ]


@pytest.mark.parametrize(
    ("text", "currency", "rows"),
    [
        (
            CHINESE,
            "CNY",
            [
                ("2026-09-05", "945.60", PAID),
                ("2026-10-05", "945.60", OVERDUE),
                ("2026-11-05", "945.60", PAID),
                ("2026-12-05", "1945.60", DUE),
            ],
        ),
        (TAIWAN, "TWD", [("2026-09-05", "945", PAID), ("2026-10-05", "945", DUE)]),
        (
            ENGLISH,
            "HKD",
            [("2026-09-05", "945.60", PAID), ("2026-10-05", "945.60", OVERDUE), ("2026-11-05", "945.60", DUE)],
        ),
    ],
)
def test_rows_of_a_plan_are_repayments_at_their_due_dates(
    tmp_path: Path, text: str, currency: str, rows: list[tuple[str, str, Outcome]]
) -> None:
    found = records_of(source_of(tmp_path, text, "plan.csv"), PLAN)
    assert said(found) == rows
    assert {(each.kind, each.currency, each.time and each.time.precision) for each in found} == {
        (EventKind.REPAYMENT, currency, Precision.DAY)
    }


def test_a_row_tells_its_number_its_parts_and_its_status_in_the_words_of_the_plan(tmp_path: Path) -> None:
    first, *_ = records_of(source_of(tmp_path, CHINESE), PLAN)
    assert first.text == "期数 1 · 本金 750.00 · 利息 195.60 · 状态 已还"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_a_plan_is_known_in_whatever_encoding_it_was_saved(tmp_path: Path, encoding: str) -> None:
    assert len(records_of(source_of(tmp_path, CHINESE, encoding=encoding), PLAN)) == 4


def test_a_plan_in_a_workbook_is_read(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["某某贷款还款计划表"],
        ["期数", "还款日期", "月供", "本金", "利息"],
        ["1", datetime(2026, 9, 5), 945.6, 750, 195.6],
        [],
        ["2", datetime(2026, 10, 5), 945.6, 765, 180.6],
    ]
    found = records_of(Source(write_xlsx(tmp_path / "x", rows), "plan.xlsx"), PLAN)
    assert said(found) == [("2026-09-05", "945.6", DUE), ("2026-10-05", "945.6", DUE)]


@pytest.mark.parametrize(
    ("column", "outcomes"),
    [
        ("实还金额", {"945.60": PAID, "100": DUE, "0": DUE}),
        ("实还日期", {"2026-09-04": PAID, "": DUE}),
        ("逾期天数", {"0": DUE, "12天": OVERDUE}),
        ("是否已还", {"是": PAID, "否": DUE}),
        ("是否逾期", {"是": OVERDUE, "否": DUE}),
        ("状态", {"未结清": DUE, "部分已还": DUE, "逾期0天": DUE, "提前结清": PAID, "逾期未还": OVERDUE}),
    ],
)
def test_what_became_of_an_instalment_is_read_from_whatever_tells_it(
    tmp_path: Path, column: str, outcomes: dict[str, Outcome]
) -> None:
    rows = [
        f"期数,应还日期,应还金额,{column}",
        *(f"{n},2026-0{n}-05,945.60,{cell}" for n, cell in enumerate(outcomes, 1)),
    ]
    found = records_of(source_of(tmp_path, "\n".join([*rows, ""])), PLAN)
    assert [(each.outcome, each.warning) for each in found] == [(each, "") for each in outcomes.values()]


def test_without_a_column_for_it_an_instalment_is_principal_interest_and_fees(tmp_path: Path) -> None:
    text = "期数,还款日,本金,利息,担保费\n0,2026-08-05,,,\n1,2026-09-05,750.00,195.60,20\n"
    (row,) = records_of(source_of(tmp_path, text), PLAN)
    assert row.amount == Decimal("965.60")


def test_what_was_paid_of_a_settled_instalment_counts_where_nothing_is_due_of_it(tmp_path: Path) -> None:
    text = "期数,应还日期,应还金额,已还金额,状态\n1,2026-09-05,0.00,945.60,已结清\n"
    (row,) = records_of(source_of(tmp_path, text), PLAN)
    assert (row.amount, row.outcome) == (Decimal("945.60"), PAID)


def test_rows_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    rows = ("1,2026-09-05,很多,待还", "2,不知道,945.60,待还", "3,2026-11-05,9,奇怪", "", ",,,", "说明：以合同为准,,,\n")
    text = "\n".join(("期数,应还日期,应还金额,状态", *rows))
    *unread, row = reads_of(source_of(tmp_path, text), PLAN)
    assert [each.reason for each in unread if isinstance(each, Unread)] == ["amount-unreadable", "time-unreadable"]
    assert isinstance(row, Record)
    assert (row.outcome, row.warning) == (DUE, "outcome-unknown")


@pytest.mark.parametrize(
    "text",
    [
        "日期,金额,备注\n2026-09-05,945.60,还款\n",
        "No.,Date,Amount\n1,2026-09-05,945.60\n",
        "序号,还款日期,还款金额,本金,利息\n1,2026-09-05,945.60,750.00,195.60\n",  # what was paid, perhaps
        "期数,应还日期,应还金额,收入,支出\n1,2026-09-05,945.60,1,2\n",
        "期数,应还日期,应还金额\n,,\n",
        "期数,实还日期,实还金额\n1,2026-09-05,945.60\n",
        "期数,还款日期,还款金额,还款方式\n1,2026-09-05,945.60,银行卡\n",
        "期数,应还日期,应还金额,期数,应还日期,应还金额\n1,2026-09-05,9,2,2026-10-05,9\n",  # two beside each other
    ],
)
def test_other_tables_are_no_plans(tmp_path: Path, text: str) -> None:
    known = format_of(source_of(tmp_path, text))
    assert known is None or known.code != PLAN


def test_the_number_of_an_instalment_is_never_proposed_or_taken_for_an_amount(tmp_path: Path) -> None:
    text = "期数,哪天还,还多少,怎么样\n1,2026-09-05,945.60,已还\n2,2026-10-05,945.60,待还\n"
    proposal = propose_columns(source_of(tmp_path, text))
    assert proposal is not None
    assert dict(proposal.columns)["amount"] == "还多少"
    named = (("time", "哪天还"), ("amount", "期数"), ("amount", "还多少"), ("outcome", "怎么样"))
    found = records_of(source_of(tmp_path, text, hints=Hints(columns=named)), PLAN)
    assert said(found) == [("2026-09-05", "945.60", PAID), ("2026-10-05", "945.60", DUE)]


def test_a_plan_of_two_loans_and_currencies_keeps_each_rows_own(tmp_path: Path) -> None:
    text = (
        "期数,应还日期,应还金额,币种\n1,2026-09-05,9,美元\n\nPeriod,Due date,Amount due,Currency\n1,2026-10-05,8,HKD\n"
    )
    found = records_of(source_of(tmp_path, text), PLAN)
    assert [(str(each.amount), each.currency) for each in found] == [("9", "USD"), ("8", "HKD")]


def test_bare_amounts_are_in_the_currency_of_the_disputes_place_and_others_in_their_own(tmp_path: Path) -> None:
    text = "期數,應還日期,應還金額\n1,2026/09/05,945\n2,2026/10/05,HK$9\n"
    source = replace(source_of(tmp_path, text), currency="TWD")
    assert [each.currency for each in records_of(source, PLAN)] == ["TWD", "HKD"]
