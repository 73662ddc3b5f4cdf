"""Fees that a person states as a loan's: they count in its cost, stand apart, and may be outside the stated cost."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.phrases import Language
from evidence_app.rules.findings import RuleFinding, findings
from evidence_app.rules.loan_choices import loan_choices
from evidence_app.rules.loan_questions import Asked, loan_questions
from evidence_app.rules.loan_rows import Loan, loan_rows
from evidence_app.rules.money_ledger import Counting, money_ledger
from evidence_app.rules.situation import Situation
from tests.unit.rules.situations import instalment, payment, situation

TODAY = date(2026, 12, 1)
DAY = date(2026, 8, 10)
OUT, IN = Direction.OUT, Direction.IN
PAYOUT = payment("2026-08-10", "10000", IN)
MONTHS = [
    instalment(f"{year}-{month:02}-10", "945.596", Outcome.DUE)
    for year, month in [*((2026, each) for each in range(9, 13)), *((2027, each) for each in range(1, 9))]
]
PAID_FEE = payment("2026-08-10", "300", OUT)
DUE_FEE = instalment("2026-09-10", "200", Outcome.DUE)


def loan(*fees: Happening, **facts: object) -> Loan:
    payments = tuple(each.event_id for each in MONTHS)
    named = Loan("licensed", None, DAY, (PAYOUT.event_id,), payments, fees=tuple(each.event_id for each in fees))
    return replace(named, **facts)  # type: ignore[arg-type]


def case(*fees: Happening, **facts: object) -> Situation:
    return replace(situation(PAYOUT, PAID_FEE, DUE_FEE, *MONTHS), today=TODAY, loan=loan(*fees, **facts))


def found(given: Situation, rule: str) -> list[RuleFinding]:
    return [each for each in findings(given) if each.rule.id == rule]


def test_a_fee_counts_in_what_the_loan_cost_and_is_told_apart() -> None:
    """24.00 % without fees; with them it is more, and above the reference line."""
    without, with_fees = case(), case(PAID_FEE, DUE_FEE)
    assert without.loan_rows.cost is not None
    assert str(without.loan_rows.cost.nominal) == "24.00"
    assert found(without, "R1") == []
    rows = with_fees.loan_rows
    assert rows.fees == (PAID_FEE, DUE_FEE)
    assert PAID_FEE in rows.paid
    assert DUE_FEE in rows.to_come
    assert rows.repaid == without.loan_rows.repaid + Decimal(500)
    [dear] = found(with_fees, "R1")
    assert {PAID_FEE.event_id, DUE_FEE.event_id} <= set(dear.found.event_ids)


def test_the_ledger_tells_a_stated_fee_among_what_was_paid_and_one_to_come_not() -> None:
    given = case(PAID_FEE, DUE_FEE)
    ledger = money_ledger(given.happenings, TODAY, loan=given.loan)
    assert ledger.fees == (PAID_FEE,)
    assert money_ledger(given.happenings, TODAY, loan=case().loan).fees == ()


def test_a_fee_pays_no_instalment_of_its_amount() -> None:
    fee = payment("2026-09-09", "945.596", OUT)
    named = loan(fee)
    assert MONTHS[0] in loan_rows([PAYOUT, fee, *MONTHS], named).to_come
    paid_back = replace(named, fees=(), payments=(*named.payments, fee.event_id))
    assert MONTHS[0] not in loan_rows([PAYOUT, fee, *MONTHS], paid_back).to_come


def test_a_fee_that_was_paid_settles_its_own_row_of_the_plan() -> None:
    paid = payment("2026-09-10", "200", OUT)
    rows = loan_rows([PAYOUT, DUE_FEE, paid, *MONTHS], loan(DUE_FEE, paid))
    assert rows.fees == (paid,)
    assert DUE_FEE.event_id in rows.settled


def test_a_failed_fee_costs_nothing() -> None:
    failed = PAID_FEE._replace(outcome=Outcome.FAILED)
    rows = loan_rows([PAYOUT, failed, *MONTHS], loan(failed))
    assert rows.fees == ()
    assert failed.event_id in rows.left_out


def test_a_charge_outside_the_stated_cost_is_told_with_its_amount_and_what_shows_it() -> None:
    [told] = found(case(PAID_FEE, DUE_FEE, cost_stated=True, fees_stated=False), "R3-fee")
    assert told.found.event_ids == (PAID_FEE.event_id, DUE_FEE.event_id)
    assert "500.00" in told.says(Language.EN)
    assert "departs" in told.says(Language.EN)


@pytest.mark.parametrize(
    "facts",
    [
        {"cost_stated": True, "fees_stated": True},
        {"cost_stated": True},  # nobody said whether the fees were in it
        {"fees_stated": False, "fees": ()},
        {"fees_stated": False, "contract_day": date(2026, 7, 31)},
        {"fees_stated": False, "contract_day": None},
        {"fees_stated": False, "cost_stated": False},  # that there was no statement at all is told already
    ],
)
def test_no_charge_is_said_to_be_outside_the_stated_cost_unless_a_person_said_so(facts: dict[str, object]) -> None:
    given = case(PAID_FEE, DUE_FEE, **facts)
    assert found(given, "R3-fee") == []
    assert bool(found(given, "R3")) is (facts.get("cost_stated") is False)


def test_what_calls_itself_a_fee_is_proposed_as_one() -> None:
    named = PAID_FEE._replace(text="担保费")
    ledger = money_ledger([PAYOUT, named, *MONTHS], TODAY)
    assert loan_choices(ledger, None).proposed_fees == (named.event_id,)


def test_what_may_have_been_held_back_from_the_payout_is_asked_and_counts_once() -> None:
    """10,500 in the contract and 10,000 received: 500 typed as paid that day may be what never came."""
    fee = payment("2026-08-10", "500", OUT)
    stated = {"principal": Decimal(10500)}
    asking = replace(situation(PAYOUT, fee, *MONTHS), today=TODAY, loan=loan(fee, **stated))
    assert asking.loan_rows.undecided == (fee,)
    assert asking.loan_rows.cost is None
    ledger = money_ledger(asking.happenings, TODAY, loan=asking.loan)
    [asked] = [each for each in loan_questions(ledger, asking.loan, loan_choices(ledger, asking.loan), None)]
    assert (asked.asked, asked.event_ids, asked.is_of_cost) == (Asked.HELD_BACK, (fee.event_id,), True)
    assert ledger.paid == {}
    apart = replace(loan(fee, **stated), payments=(*loan().payments, fee.event_id))
    assert loan_rows(asking.happenings, apart).repaid == asking.loan_rows.repaid + 500
    held = fee._replace(direction=Direction.NONE, outcome=Outcome.NONE)
    told = loan_rows((PAYOUT, held, *MONTHS), asking.loan)
    assert (told.deducted, told.fees, told.undecided) == ((held,), (held,), ())
    assert told.cost == case().loan_rows.cost
    standing = {row.happening: row.counting for row in money_ledger((PAYOUT, held), TODAY, loan=asking.loan).rows}
    assert standing[held] is Counting.HELD_BACK


@pytest.mark.parametrize(
    "changes",
    [{"origin": Origin.EXPORT}, {"amount": Decimal(501)}, {"at": payment("2026-08-11", "1", OUT).at}],
)
def test_a_fee_that_cannot_have_been_held_back_is_paid(changes: dict[str, object]) -> None:
    fee = payment("2026-08-10", "500", OUT)._replace(**changes)  # type: ignore[arg-type]
    rows = loan_rows((PAYOUT, fee, *MONTHS), loan(fee, principal=Decimal(10500)))
    assert (rows.undecided, fee in rows.paid) == ((), True)
