"""What is measured of a loan's money: its cost, what of it was paid out, and what was stated about its cost. Pure."""

from collections.abc import Iterator

from evidence_app.domain.money import plain_amount
from evidence_app.rules.claim import stating_amount
from evidence_app.rules.cost_of_credit import told_rate
from evidence_app.rules.found import Found, ids_of
from evidence_app.rules.law import Rule
from evidence_app.rules.loan_rows import total_of
from evidence_app.rules.reference_lines import comparison_of
from evidence_app.rules.situation import Situation


def cost_of_loan(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield a loan whose nominal and effective rate are both above a line that holds for its lender: the highest."""
    loan, cost = situation.loan, situation.loan_rows.cost
    if loan is None or cost is None:
        return
    reference = comparison_of(situation.territory, loan).exceeded(cost)
    if reference is None:
        return
    facts = {
        "nominal": told_rate(cost.nominal),
        "effective": told_rate(cost.effective),
        "reference": f"{reference.per_cent}%",
    }
    yield Found(situation.loan_rows.event_ids, facts, reference)


def disbursed_below_principal(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield a loan of which less was paid out than its principal, with what states that principal."""
    loan = situation.loan
    if loan is None or loan.principal is None:
        return
    rows = situation.loan_rows
    if rows.paid_out and rows.has_one_currency and rows.received < loan.principal and not rows.more:
        facts = {
            "amount": plain_amount(rows.received),
            "principal": plain_amount(loan.principal),
            "currency": rows.paid_out[0].currency,
        }
        paid = ids_of(rows.paid_out)
        stated = stating_amount(loan.principal, situation.documents.pages, situation.theirs)
        about = paid[0] if len(paid) == 1 else ""
        yield Found(tuple(dict.fromkeys((*paid, *stated))), facts, about=about, own_word="" if stated else "principal")


def no_cost_statement(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield a loan of new business whose overall cost was not stated, as a person says: by the money that came."""
    loan = situation.loan
    if (
        loan is not None
        and loan.cost_stated is False
        and loan.contract_day
        and loan.contract_day >= rule.numbers["since"]
    ):
        received = situation.loan_rows.paid_out
        if received:
            yield Found(ids_of(received), {"day": loan.contract_day.isoformat()}, own_word="answer")


def fee_outside_statement(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield fees of a loan of new business that its statement of the overall cost left out, as a person says."""
    loan = situation.loan
    if loan is None or loan.fees_stated is not False or loan.cost_stated is False or loan.contract_day is None:
        return
    fees = situation.loan_rows.fees
    if fees and loan.contract_day >= rule.numbers["since"] and len({each.currency for each in fees}) == 1:
        facts = {"amount": plain_amount(total_of(fees)), "currency": fees[0].currency}
        facts["day"] = loan.contract_day.isoformat()
        yield Found(ids_of(fees), facts, own_word="answer")
