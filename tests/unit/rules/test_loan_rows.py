"""Which rows of a loan count, each once, and what it cost by them: in months where they are monthly, else by days."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.phrases import Language
from evidence_app.rules.cost_of_credit import CostOfCredit, cost_by_dates, told_rate
from evidence_app.rules.findings import findings
from evidence_app.rules.loan_rows import Loan, LoanRows, loan_rows
from evidence_app.rules.money_ledger import money_ledger
from tests.unit.rules.situations import instalment, payment, situation, theirs_if

TODAY = date(2025, 6, 1)
OUT, IN = Direction.OUT, Direction.IN
PAYOUT = payment("2025-01-10", "10000", IN)
DUE, PAID, FAILED = Outcome.DUE, Outcome.PAID, Outcome.FAILED


def paid(day: str, outcome: Outcome = Outcome.DONE) -> Happening:
    return payment(day, "5500", OUT, outcome)


def planned(day: str, outcome: Outcome) -> Happening:
    return instalment(day, "5500", outcome)


def named(*payments: Happening) -> Loan:
    return Loan("licensed", None, date(2025, 1, 10), (PAYOUT.event_id,), tuple(each.event_id for each in payments))


def rows(*payments: Happening, twins: frozenset[str] = frozenset()) -> LoanRows:
    return loan_rows([PAYOUT, *payments], named(*payments), twins)


def rates(cost: CostOfCredit | None) -> tuple[str, str]:
    assert cost is not None
    return str(cost.nominal), str(cost.effective)


TWICE = (paid("2025-02-10"), paid("2025-03-10"))


@pytest.mark.parametrize(
    "also",
    [
        (paid("2025-02-09", FAILED),),
        (paid("2025-02-09", Outcome.PENDING), paid("2025-02-09", Outcome.CLOSED)),
        (planned("2025-02-10", PAID), planned("2025-03-10", PAID)),
        (planned("2025-02-10", DUE), planned("2025-03-10", Outcome.OVERDUE)),
        (planned("2025-01-20", DUE), planned("2025-02-12", Outcome.NONE)),
        (payment("2025-02-10", "5500", IN, Outcome.REFUNDED),),
        (payment("2025-02-11", "5500", IN),),
    ],
)
def test_what_was_not_paid_or_is_shown_again_costs_nothing(also: tuple[Happening, ...]) -> None:
    found = rows(*also, *TWICE)
    assert (found.paid, found.to_come) == (TWICE, ())
    loan = named(*also, *TWICE)
    of_all = replace(situation(PAYOUT, *also, *TWICE), loan=loan)
    ledger = money_ledger(of_all.happenings, TODAY, loan=loan)
    assert rates(ledger.cost) == rates(found.cost) == rates(cost_by_dates(*_flows(TWICE)))
    [finding] = [each for each in findings(of_all) if each.rule.id == "R1"]
    assert all(f"{rate}%" in finding.says(Language.EN) for rate in rates(ledger.cost))


def test_what_other_money_may_make_up_was_not_held_back_and_no_cost_is_stated() -> None:
    loan = replace(named(*TWICE), principal=Decimal(12000))
    second = payment("2025-01-11", "2000", IN)
    for also, held in (
        (second, None),
        (payment("2025-01-11", "1500", IN)._replace(text="放款第二笔"), None),
        (second._replace(text="活动奖励"), 2000),
        (payment("2025-01-11", "30", IN), 2000),
        (payment("2025-02-11", "2000", IN), 2000),
        (second._replace(outcome=FAILED), 2000),
    ):
        of_all = replace(situation(PAYOUT, also, *TWICE), loan=loan)
        found = money_ledger(of_all.happenings, TODAY, loan=loan).loan
        assert (found.held_back(loan.principal, "CNY"), found.cost is None) == (held, held is None), also
    with_it = replace(situation(PAYOUT, second._replace(party="示例", number="95500"), *TWICE), loan=loan)
    for of_all, departs in ((with_it, 0), (replace(with_it, numbers=frozenset()), 1)):
        assert len([each for each in findings(of_all) if each.rule.id == "R2"]) == departs


def _flows(payments: tuple[Happening, ...]) -> tuple[list[tuple[date, Decimal]], list[tuple[date, Decimal]]]:
    repaid = [(each.day, each.amount) for each in payments if each.day and each.amount]
    return [(date(2025, 1, 10), Decimal(10000))], repaid


@pytest.mark.parametrize(
    ("also", "counted"),
    [
        (planned("2025-04-10", DUE), 3),
        (planned("2025-04-10", PAID), 3),
        (instalment("2025-02-10", "5300", DUE), 3),
        (paid("2025-02-10"), 3),
        (instalment("2025-02-10", "5500", DUE)._replace(currency="HKD"), 3),
    ],
)
def test_what_nothing_else_shows_counts(also: Happening, counted: int) -> None:
    found = rows(also, *TWICE)
    assert len(found.paid) + len(found.to_come) == counted
    assert (found.cost is None) == (also.currency == "HKD"), "amounts of two currencies have no sum"


def test_a_payment_that_another_record_shows_counts_once_unless_only_one_of_them_is_named() -> None:
    first, second = TWICE
    bank = paid("2025-02-10T10:00:00")
    assert rows(*TWICE, bank, twins=frozenset({bank.event_id})).paid == TWICE
    assert rows(bank, second, twins=frozenset({bank.event_id})).paid == (bank, second)
    assert rows(first, second, planned("2025-02-25", PAID), twins=frozenset({first.event_id})).paid == TWICE


def test_a_payout_that_two_records_show_came_once() -> None:
    again = payment("2025-01-10", "10000", IN)
    loan = replace(named(*TWICE), paid_out=(PAYOUT.event_id, again.event_id))
    once = loan_rows([PAYOUT, again, *TWICE], loan, frozenset({again.event_id}))
    assert once.paid_out == (PAYOUT,)
    assert loan_rows([PAYOUT, again, *TWICE], loan).paid_out == (PAYOUT, again)
    tried = payment("2025-01-09", "10000", IN, FAILED)
    assert loan_rows([tried], replace(loan, paid_out=(tried.event_id,))).paid_out == ()


def test_the_loans_late_payment_settles_its_instalment_and_no_other() -> None:
    late, next_one = planned("2025-03-10", DUE), planned("2025-04-10", DUE)
    payment_of_it = paid("2025-03-31")
    loan = named(late, next_one, payment_of_it)
    assert money_ledger([PAYOUT, late, next_one, payment_of_it], TODAY, loan=loan).overdue == (late,)
    early = paid("2025-03-20")
    ledger = money_ledger([PAYOUT, late, next_one, early], TODAY, loan=named(late, next_one, early))
    assert ledger.overdue == (next_one,)
    assert ledger.loan.settled == {late.event_id}


def test_a_repayment_in_the_app_and_the_banks_row_of_it_are_one_payment_in_every_sum() -> None:
    from evidence_app.rules.money_once import shown_again

    bank = paid("2025-02-10")._replace(origin=Origin.EXPORT, exhibit_ids=("bank",))
    shown = instalment("2025-02-10", "5500", Outcome.DONE)._replace(origin=Origin.PICTURE, exhibit_ids=("app",))
    plan = planned("2025-02-10", PAID)._replace(origin=Origin.PICTURE, exhibit_ids=("plan",))
    again = shown_again([bank, shown, plan], lambda _: True)
    assert again == {shown.event_id: bank.event_id, plan.event_id: bank.event_id}
    assert shown_again([shown, plan], lambda _: True) == {plan.event_id: shown.event_id}
    for other in (shown._replace(amount=Decimal(5501)), shown._replace(exhibit_ids=("bank",))):
        assert shown_again([bank, other], lambda _: True) == {}
    far = instalment("2025-02-14", "5500", Outcome.DONE)._replace(exhibit_ids=("app",))
    assert shown_again([bank, far], lambda _: True) == {}


# -- by months and by days ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "nominal", "effective"), [("10000", "24.00", "26.82"), ("9500", "34.14", "40.03")]
)
@pytest.mark.parametrize("shift", [0, 2, -3])
def test_monthly_payments_are_counted_in_months(received: str, nominal: str, effective: str, shift: int) -> None:
    days = [date(2025 + month // 12, month % 12 + 1, 12 + shift) for month in range(1, 13)]
    cost = cost_by_dates([(date(2025, 1, 12), Decimal(received))], [(day, Decimal("945.596")) for day in days])
    assert rates(cost) == (nominal, effective)
    assert cost is not None
    assert not cost.by_days


def test_a_loan_of_a_months_last_day_is_monthly() -> None:
    days = [date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30)]
    cost = cost_by_dates([(date(2025, 1, 31), Decimal(3000))], [(day, Decimal(1050)) for day in days])
    assert cost is not None
    assert not cost.by_days


@pytest.mark.parametrize(
    ("day", "received", "repaid", "nominal"),
    [
        (date(2025, 1, 17), "700", "1000", "1908.00"),  # 365 ((1000/700)^(1/7) - 1)
        (date(2025, 1, 24), "9500", "10000", "133.97"),  # 365 ((10000/9500)^(1/14) - 1)
        (date(2025, 1, 11), "1000", "1001", "36.50"),
        (date(2026, 1, 20), "1000", "1100", "9.28"),  # a year and ten days: 365 (1.1^(1/375) - 1)
    ],
)
def test_a_loan_of_days_is_counted_on_days(day: date, received: str, repaid: str, nominal: str) -> None:
    cost = cost_by_dates([(date(2025, 1, 10), Decimal(received))], [(day, Decimal(repaid))])
    assert cost is not None
    assert cost.by_days
    assert str(cost.nominal) == nominal
    days = (day - date(2025, 1, 10)).days
    exact = (float(repaid) / float(received)) ** (365 / days) - 1
    assert float(cost.effective) == pytest.approx(exact * 100, rel=1e-6, abs=0.01)


def test_weekly_payments_solve_on_their_days_as_a_library_does() -> None:
    import numpy_financial

    days = [date(2025, 1, 10 + 7 * week) for week in (1, 2, 3)]
    cost = cost_by_dates([(date(2025, 1, 10), Decimal(3000))], [(day, Decimal(1100)) for day in days])
    weekly = numpy_financial.irr([-3000, 1100, 1100, 1100])
    assert cost is not None
    assert float(cost.effective) == pytest.approx(((1 + weekly) ** (365 / 7) - 1) * 100, abs=0.005)


def test_a_loan_that_came_in_parts_counts_each_from_its_day() -> None:
    parts = [(date(2025, 1, 10), Decimal(5000)), (date(2025, 2, 10), Decimal(5000))]
    cost = cost_by_dates(parts, [(date(2025, 3, 10), Decimal(10200))])
    assert cost is not None
    assert cost.by_days
    at_once = cost_by_dates([(date(2025, 1, 10), Decimal(10000))], [(date(2025, 3, 10), Decimal(10200))])
    assert at_once is not None
    assert cost.effective > at_once.effective


def test_no_rate_is_made_up() -> None:
    start, whole = date(2025, 1, 10), Decimal(1000)
    assert cost_by_dates([], [(start, whole)]) is None
    assert cost_by_dates([(start, whole)], []) is None
    assert cost_by_dates([(start, whole)], [(start, whole + 1)]) is None, "paid back on the same day"
    assert cost_by_dates([(start, whole)], [(date(2025, 1, 20), whole - 1)]) is None
    assert cost_by_dates([(start, whole)], [(date(2025, 1, 5), whole + 1)]) is None, "paid back before it came"
    assert cost_by_dates([(start, Decimal())], [(date(2025, 1, 20), whole)]) is None


def test_a_rate_that_nobody_can_read_is_told_as_above_a_limit() -> None:
    assert told_rate(Decimal("26.82")) == "26.82%"
    assert told_rate(Decimal("10000.00")) == "10000.00%"
    assert told_rate(Decimal("11925849562.11")) == ">10000%"


# -- fees --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "is_fee"),
    [
        ("解冻费", True),
        ("支付擔保費", True),
        ("贷款保证金", True),
        ("processing fee", True),
        ("免手续费", False),
        ("第1期还款", False),
        ("no fees", False),
        ("coffee", False),
        ("", False),
    ],
)
def test_a_fee_is_what_its_entry_calls_one(text: str, is_fee: bool) -> None:
    each = paid("2025-02-10")._replace(text=text)
    assert money_ledger([each], TODAY).fees == ((each,) if is_fee else ())


def test_a_fee_that_failed_or_is_somebody_elses_is_none_of_the_disputes() -> None:
    failed = paid("2025-02-10", FAILED)._replace(text="解冻费")
    others, back = paid("2025-02-10")._replace(text="会员费"), payment("2025-02-11", "99", IN)._replace(text="退服务费")
    assert money_ledger([failed, others, back], TODAY, belonging=theirs_if(lambda each: each is not others)).fees == ()
