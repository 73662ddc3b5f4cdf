"""Which payments are offered as the loan's, and which are proposed."""

from datetime import date

from evidence_app.domain.events import Direction, Outcome
from evidence_app.rules.loan_choices import MOST_OTHERS, LoanChoices, loan_choices
from evidence_app.rules.loan_rows import Loan
from evidence_app.rules.money_ledger import money_ledger
from tests.unit.rules.situations import instalment, payment, theirs_if

TODAY = date(2025, 6, 1)
OUT, IN = Direction.OUT, Direction.IN
LOAN = payment("2025-01-10", "9500", IN)
PAID = payment("2025-02-10", "945", OUT)
DUE = instalment("2025-03-10", "945", Outcome.DUE)
WAGES = payment("2025-01-05", "8000", IN)
SHOP, FITTING = payment("2025-02-01", "30", OUT), payment("2025-03-11", "945", OUT)
STRANGERS = {WAGES.event_id, SHOP.event_id, FITTING.event_id}
FAILED = payment("2025-02-09", "945", OUT, Outcome.FAILED)


def choices(loan: Loan | None = None, twins: frozenset[str] = frozenset()) -> LoanChoices:
    rows = [WAGES, LOAN, SHOP, FAILED, PAID, DUE, FITTING]
    ledger = money_ledger(
        rows, TODAY, loan=loan, twins=twins, belonging=theirs_if(lambda each: each.event_id not in STRANGERS)
    )
    return loan_choices(ledger, loan)


def test_only_what_the_institution_moved_is_proposed() -> None:
    found = choices()
    assert (found.proposed_out, found.proposed_back) == ((LOAN.event_id,), (PAID.event_id, DUE.event_id))
    assert found.new == ()


def test_others_are_offered_last_those_of_an_instalments_amount_first() -> None:
    found = choices()
    assert found.paid_out == (LOAN, WAGES)
    assert found.payments == (PAID, DUE, FITTING, SHOP), "what failed paid nothing"


def test_what_another_record_shows_is_offered_once() -> None:
    assert PAID not in choices(twins=frozenset({PAID.event_id})).payments


def test_what_came_since_somebody_chose_is_new() -> None:
    named = Loan(paid_out=(LOAN.event_id,), payments=(PAID.event_id, FITTING.event_id))
    assert choices(named).new == (DUE.event_id,)
    assert choices(named).payments[:3] == (PAID, DUE, FITTING), "what is the loan's already is among the first"


def test_a_banks_bill_is_offered_in_part() -> None:
    shops = [payment("2025-02-01", str(30 + each), OUT) for each in range(2 * MOST_OTHERS)]
    ledger = money_ledger([*shops, PAID], TODAY, belonging=theirs_if(lambda each: each is PAID))
    assert len(loan_choices(ledger, None).payments) == MOST_OTHERS + 1
