"""A loan that is settled early is not paid twice: by the settlement, and by the rows that its plan goes on to show."""

from datetime import date
from decimal import Decimal

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.rules.early_settlement import settlement_of
from evidence_app.rules.loan_rows import Loan, LoanRows, loan_rows
from evidence_app.rules.money_ledger import MoneyLedger, money_ledger
from tests.unit.rules.situations import instalment, payment, theirs_if

TODAY = date(2026, 1, 1)
PAYOUT = payment("2025-01-10", "6000", Direction.IN)
DUE, OVERDUE, PAID = Outcome.DUE, Outcome.OVERDUE, Outcome.PAID
FIRST = payment("2025-02-10", "1100", Direction.OUT)


def settled(day: str = "2025-03-20", amount: str = "4700", text: str = "提前结清") -> Happening:
    return payment(day, amount, Direction.OUT)._replace(text=text)


def plan(*outcomes: Outcome) -> list[Happening]:
    """Six months, from 10 February on."""
    return [instalment(f"2025-{month:02}-10", "1100", each) for month, each in enumerate(outcomes, 2)]


ROWS = plan(PAID, PAID, DUE, DUE, DUE, DUE)


def rows(*money: Happening) -> LoanRows:
    return loan_rows([PAYOUT, *money], named(*money))


def named(*money: Happening) -> Loan:
    return Loan("licensed", None, date(2025, 1, 10), (PAYOUT.event_id,), tuple(each.event_id for each in money))


def ids(happenings: list[Happening]) -> set[str]:
    return {each.event_id for each in happenings}


@pytest.mark.parametrize("left", [DUE, OVERDUE, PAID, Outcome.NONE])
@pytest.mark.parametrize(
    "text",
    [
        "提前结清",
        "提前還清全部借款",
        "您已成功提前全部结清",
        "一次性结清",
        "Early settlement",
        "The loan was paid off in full",
    ],
)
def test_rows_that_fall_due_after_the_settlement_count_no_more(left: Outcome, text: str) -> None:
    months, end = plan(PAID, PAID, left, left, left, left), settled(text=text)
    found = rows(*months, FIRST, end)
    assert found.covered == ids(months[2:])
    assert found.to_come == ()
    assert set(found.paid) == {months[1], FIRST, end}
    assert found.repaid == Decimal(6900)


def test_the_ledger_counts_the_settlement_alone_and_calls_nothing_overdue() -> None:
    months, end = plan(PAID, PAID, PAID, PAID, DUE, OVERDUE), settled()

    def ledger(loan: Loan | None) -> MoneyLedger:
        return money_ledger([PAYOUT, *months, end], TODAY, loan=loan)

    for loan in (None, named(*months, end)):
        assert ledger(loan).paid == {"CNY": Decimal(6900)}
        assert ledger(loan).overdue == ()
    assert [each.counts for each in ledger(None).rows] == [True, True, True, False, False, False, False, True]


def test_what_it_cost_is_that_of_the_settlement() -> None:
    with_plan = rows(*ROWS, FIRST, settled())
    alone = rows(ROWS[1], FIRST, settled())
    assert with_plan.cost is not None
    assert with_plan.cost == alone.cost


def test_a_row_of_the_same_day_is_its_own_unless_the_plan_says_that_it_was_paid() -> None:
    on_the_day = settled("2025-04-10", "4000")
    open_one, paid_one = plan(PAID, PAID, DUE, DUE), plan(PAID, PAID, PAID, DUE)
    assert rows(*open_one, on_the_day).covered == ids(open_one[2:])
    assert rows(*paid_one, on_the_day).covered == ids(paid_one[3:])


def test_rows_of_before_it_stay_as_they_are() -> None:
    months = plan(PAID, OVERDUE, DUE, DUE)
    found = rows(*months, settled(amount="2300"))
    assert found.to_come == (months[1],)
    assert found.covered == ids(months[2:])


@pytest.mark.parametrize(
    "near",
    [
        settled(text=""),
        settled(text="还款"),
        settled(text="提前还款第3期"),
        settled(text="提前部分还款"),
        settled(text="本期已结清"),
        settled(text="未提前结清"),
        settled(text="还款成功，剩余4期可以提前结清"),
        settled(text="提前结清手续费"),
        settled(text="提前结清违约金"),
        settled(text="early settlement fee"),
        settled(text="not paid in full"),
        settled(amount="1500"),  # for four rows of 1,100 it is too little
        settled()._replace(outcome=Outcome.FAILED),
        settled()._replace(outcome=Outcome.PENDING),
        settled()._replace(outcome=DUE),
        settled()._replace(direction=Direction.IN),
        settled()._replace(currency="HKD"),
        settled()._replace(at=None),
        settled("2025-12-20"),
    ],
    ids=lambda each: f"{each.text}-{each.amount}-{each.outcome}-{each.direction}",
)
def test_what_is_no_settlement_leaves_the_plan_alone(near: Happening) -> None:
    assert settlement_of([*ROWS, near]).covered == frozenset()


def test_rows_that_the_plan_itself_calls_settled_early_are_none_of_each_other() -> None:
    """Without a payment that settled it, each of them is what was paid."""
    months = [each._replace(text="提前结清") for each in plan(PAID, PAID, PAID)]
    assert settlement_of(months).covered == frozenset()


def test_a_row_of_the_plan_that_is_the_settlement_covers_the_others() -> None:
    end = instalment("2025-03-20", "4000", PAID)._replace(text="提前结清")
    assert rows(*ROWS, end).covered == ids(ROWS[2:])


def test_a_settlement_that_is_not_the_loans_settles_none_of_its_rows() -> None:
    other = settled()
    found = loan_rows([PAYOUT, *ROWS, other], named(*ROWS))
    assert found.covered == frozenset()
    assert len(found.to_come) == 4
    ledger = money_ledger([PAYOUT, *ROWS, other], TODAY, loan=named(*ROWS))
    assert len(ledger.overdue) == 4


def test_a_settlement_with_somebody_else_settles_nothing_of_theirs() -> None:
    other = settled()
    theirs = ids([PAYOUT, *ROWS])
    ledger = money_ledger([PAYOUT, *ROWS, other], TODAY, belonging=theirs_if(lambda each: each.event_id in theirs))
    assert len(ledger.overdue) == 4
