"""What a person has yet to say of a loan: a cost that stays unknown says why, and a fee is asked about, not judged."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.phrases import Language
from evidence_app.rules.loan_choices import loan_choices
from evidence_app.rules.loan_questions import Asked, LoanQuestion, loan_questions
from evidence_app.rules.loan_rows import Loan, with_plan
from evidence_app.rules.money_ledger import Belonging, money_ledger
from evidence_app.rules.territories import territory_of
from tests.unit.rules.situations import instalment, payment

IN, OUT = Direction.IN, Direction.OUT
PAYOUT = payment("2026-08-10", "3000", IN)
SECOND_PAYOUT = payment("2026-08-11", "2000", IN)
REWARD = SECOND_PAYOUT._replace(text="活动奖励")
FIRST, SECOND = (instalment(day, "1600", Outcome.DUE) for day in ("2026-09-10", "2026-10-10"))
UNDATED = instalment("2026-09-10", "1600", Outcome.DUE)._replace(at=None)
FEE = payment("2026-08-11", "99", OUT)._replace(text="会员服务费")
OF_OTHERS = payment("2026-08-11", "150", OUT)._replace(text="担保费", party="鑫汇融资担保有限公司")
LOAN = Loan("licensed", None, date(2026, 8, 10), (PAYOUT.event_id,), (FIRST.event_id, SECOND.event_id), True)


def asked(
    loan: Loan | None, *rows: Happening, others: tuple[Happening, ...] = (), home: str = "Asia/Shanghai"
) -> list[LoanQuestion]:
    def belonging(each: Happening) -> Belonging:
        return Belonging.OTHERS if each in others else Belonging.THEIRS

    money = money_ledger((*rows, *others), date(2026, 11, 1), loan=loan, belonging=belonging)
    return list(loan_questions(money, loan, loan_choices(money, loan), territory_of(ZoneInfo(home))))


def kinds(questions: list[LoanQuestion]) -> list[Asked]:
    return [each.asked for each in questions]


@pytest.mark.parametrize(
    ("loan", "rows", "expected"),
    [
        (None, (PAYOUT,), []),
        (None, (PAYOUT, FIRST), [Asked.ROWS]),
        (replace(LOAN, paid_out=(), payments=()), (PAYOUT, FIRST), [Asked.ROWS]),
        (replace(LOAN, paid_out=()), (PAYOUT, FIRST, SECOND), [Asked.PAID_OUT]),
        (replace(LOAN, payments=()), (PAYOUT,), [Asked.PAYMENTS]),
        (replace(LOAN, payments=(FIRST.event_id,)), (PAYOUT, FIRST, SECOND), [Asked.NEW_ROWS, Asked.TOO_LITTLE]),
        (replace(LOAN, payments=(UNDATED.event_id, SECOND.event_id)), (PAYOUT, UNDATED, SECOND), [Asked.DAY]),
        (LOAN, (PAYOUT, FIRST._replace(currency="USD"), SECOND), [Asked.CURRENCIES]),
        (LOAN, (PAYOUT, FIRST, SECOND), []),
        (replace(LOAN, principal=Decimal(5000)), (PAYOUT, SECOND_PAYOUT, FIRST, SECOND), [Asked.MORE]),
        (replace(LOAN, principal=Decimal(5000)), (PAYOUT, REWARD, FIRST, SECOND), []),
    ],
)
def test_a_cost_that_is_not_known_says_what_is_missing(
    loan: Loan | None, rows: tuple[Happening, ...], expected: list[Asked]
) -> None:
    assert kinds(asked(loan, *rows)) == expected


def test_what_is_too_little_is_told_with_both_sums_in_every_language() -> None:
    [question] = asked(replace(LOAN, payments=(FIRST.event_id,)), PAYOUT, FIRST)
    assert "1,600.00" in question.says(Language.ZH_HANS)
    assert "3,000.00" in question.says(Language.ZH_HANT)
    assert question.says(Language.EN).endswith("The instalments still to come (the plan) are missing.")
    assert question.event_ids == (FIRST.event_id,)


ROWS = (PAYOUT, FIRST, SECOND, FEE)


@pytest.mark.parametrize(
    ("loan", "expected"),
    [
        (LOAN, [Asked.FEES_STATED]),
        (replace(LOAN, cost_stated=None), [Asked.COST_STATED, Asked.FEES_STATED]),
        (replace(LOAN, contract_day=None), [Asked.CONTRACT_DAY]),
        (replace(LOAN, contract_day=date(2026, 7, 31)), []),
        (replace(LOAN, cost_stated=False), []),
        (replace(LOAN, fees_stated=True), []),
        (replace(LOAN, fees_stated=False, fees=(FEE.event_id,)), []),
    ],
)
def test_a_fee_that_was_paid_is_asked_about_until_a_person_says_whether_it_was_stated(
    loan: Loan, expected: list[Asked]
) -> None:
    named = replace(loan, payments=(*loan.payments, FEE.event_id))
    assert kinds(asked(named, *ROWS)) == expected


def test_a_fee_to_a_partner_is_asked_about_and_what_a_bank_takes_is_not() -> None:
    transfer = payment("2026-08-12", "2", OUT)._replace(text="转账手续费", party="某银行")
    [question] = asked(LOAN, PAYOUT, FIRST, SECOND, others=(OF_OTHERS, transfer))
    assert (question.asked, question.event_ids) == (Asked.FEES_STATED, (OF_OTHERS.event_id,))
    assert asked(LOAN, PAYOUT, FIRST, SECOND, others=(OF_OTHERS,), home="Asia/Taipei") == []


def test_a_plan_is_the_loans_where_nobody_named_its_payments_and_else_only_what_was_named() -> None:
    rows = [PAYOUT, FIRST, SECOND, OF_OTHERS]
    assert with_plan(replace(LOAN, payments=()), rows, lambda _: True) == LOAN
    assert with_plan(replace(LOAN, payments=(FEE.event_id,)), rows, lambda _: True) != LOAN
    assert with_plan(None, rows, lambda _: True) is None


def test_rows_of_the_plan_that_count_already_are_not_asked_for() -> None:
    stated, twin = replace(LOAN, payments=()), instalment("2026-10-10", "1600", Outcome.PAID)
    paid = payment("2026-09-09", "1600", OUT)
    rows = (PAYOUT, FIRST._replace(currency="USD"), SECOND, paid, twin)
    money = money_ledger(rows, date(2026, 11, 1), loan=with_plan(stated, rows, lambda _: True))
    choices = loan_choices(money, stated)
    assert choices.new == (paid.event_id,), "a payment that nobody named, and nothing of the plan"
    assert kinds(list(loan_questions(money, stated, choices, None))) == [Asked.NEW_ROWS, Asked.CURRENCIES]
