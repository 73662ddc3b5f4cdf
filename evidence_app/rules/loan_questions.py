"""What a person has yet to say of the loan: what its cost cannot be worked out without, what a rule waits for. Pure.

A question is no finding: it says what is missing, and by which entries, and nothing of what follows from the answer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from evidence_app.amount_words import amount_words
from evidence_app.characters import simplified
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Lender
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.rules.early_settlement import is_planned
from evidence_app.rules.fees import fees_among
from evidence_app.rules.law import rules
from evidence_app.rules.loan_choices import LoanChoices
from evidence_app.rules.loan_rows import Loan, LoanRows, total_of
from evidence_app.rules.money_ledger import Counting, MoneyLedger
from evidence_app.rules.movements import has_moved
from evidence_app.rules.territories import Territory

FEE_RULE = "R3-fee"
"""The rule that waits for whether fees were in the statement of the overall cost."""

_OF_LOANS = re.compile(
    r"担保|咨询|中介|砍头|前期|审核|审批|服务费|会员费|guarantee|consult|broker|service fee", re.IGNORECASE
)
"""Words of a fee that others than the institution take for a loan, not a bank for a transfer."""


class Asked(StrEnum):
    """What is asked. Up to `NO_RATE` the cost waits for it."""

    ROWS = "rows"  # nothing is named as the loan's
    PAID_OUT = "paid_out"  # which payment paid it out
    MORE = "more"  # whether money that makes up the principal paid it out, too
    PAYMENTS = "payments"  # which ones pay it back
    NEW_ROWS = "new_rows"  # payments and rows of a plan came that nobody named
    DAY = "day"  # of rows of which none is known
    CURRENCIES = "currencies"
    TOO_LITTLE = "too_little"  # less is paid back than was received
    HELD_BACK = "held_back"  # whether a fee was held back from the payout, or paid beside it
    NO_RATE = "no_rate"
    CONTRACT_DAY = "contract_day"
    COST_STATED = "cost_stated"  # whether the overall cost was stated
    FEES_STATED = "fees_stated"  # whether fees that were paid were in it
    LENDER = "lender"  # whether the lender is what its name says


OF_THE_COST = frozenset(
    {
        *(Asked.ROWS, Asked.PAID_OUT, Asked.PAYMENTS, Asked.NEW_ROWS, Asked.DAY),
        *(Asked.MORE, Asked.CURRENCIES, Asked.TOO_LITTLE, Asked.HELD_BACK, Asked.NO_RATE),
    }
)


@dataclass(frozen=True, slots=True)
class LoanQuestion:
    """One question, and the entries that it is about. ``amounts`` are its figures by their names: amount, currency.

    ``lender`` is what the institution's name says that it is.
    """

    asked: Asked
    event_ids: tuple[str, ...] = ()
    amounts: Mapping[str, tuple[str, Decimal]] = field(default_factory=dict)
    lender: Lender = Lender.NOT_SAID

    @property
    def is_of_cost(self) -> bool:
        """Whether the cost cannot be worked out without the answer."""
        return self.asked in OF_THE_COST

    def says(self, language: Language) -> str:
        """Return what is missing, as a sentence."""
        facts = {name: amount_words(*each, language) for name, each in self.amounts.items()}
        facts["lender"] = name_of(self.lender, language) if self.lender else ""
        return phrase("names", f"loan_asks.{self.asked.value}", language, count=len(self.event_ids), **facts)


def loan_questions(
    money: MoneyLedger,
    loan: Loan | None,
    choices: LoanChoices,
    territory: Territory | None,
    named: Lender = Lender.NOT_SAID,
) -> tuple[LoanQuestion, ...]:
    """Return what is asked of a loan that somebody stated, or of which rows of a plan are known.

    Of others it is only asked whether the lender is what its name says that it is, ``named``.
    """
    lender = (LoanQuestion(Asked.LENDER, lender=named),) if named else ()
    planned = [row.happening for row in money.rows if row.is_theirs and is_planned(row.happening)]
    if loan is None:
        return (*lender, LoanQuestion(Asked.ROWS, _ids(planned))) if planned else lender
    cost = () if money.cost is not None else tuple(_of_cost(money.loan, choices))
    return (*lender, *cost, *_of_statement(money, loan, territory))


def _of_cost(rows: LoanRows, choices: LoanChoices) -> Iterator[LoanQuestion]:
    back = (*rows.paid, *rows.to_come)
    if not rows.paid_out and not back:
        yield LoanQuestion(Asked.ROWS, _ids((*choices.paid_out[:1], *choices.payments)))
        return
    if not rows.paid_out:
        yield LoanQuestion(Asked.PAID_OUT, choices.proposed_out)
    if rows.more:
        yield LoanQuestion(Asked.MORE, _ids(rows.more), {"amount": (rows.more[0].currency, total_of(rows.more))})
    if not back:
        yield LoanQuestion(Asked.PAYMENTS, choices.proposed_back)
    if choices.new:
        yield LoanQuestion(Asked.NEW_ROWS, choices.new)
    if undated := [each for each in (*rows.paid_out, *back) if each.day is None]:
        yield LoanQuestion(Asked.DAY, _ids(undated))
    if rows.undecided:
        currency = rows.undecided[0].currency
        yield LoanQuestion(Asked.HELD_BACK, _ids(rows.undecided), {"amount": (currency, total_of(rows.undecided))})
    elif rows.paid_out and back and not rows.more:
        yield from _of_sums(rows, has_days=not undated)


def _of_sums(rows: LoanRows, *, has_days: bool) -> Iterator[LoanQuestion]:
    back = (*rows.paid, *rows.to_come)
    if not rows.has_one_currency:
        yield LoanQuestion(Asked.CURRENCIES, rows.event_ids)
    elif rows.repaid < rows.received:
        currency = rows.paid_out[0].currency
        amounts = {"received": (currency, rows.received), "repaid": (currency, rows.repaid)}
        yield LoanQuestion(Asked.TOO_LITTLE, _ids(back), amounts)
    elif has_days:
        yield LoanQuestion(Asked.NO_RATE, rows.event_ids)


def _of_statement(money: MoneyLedger, loan: Loan, territory: Territory | None) -> Iterator[LoanQuestion]:
    """Yield what the rule about fees outside the statement waits for, where money went that may be such fees."""
    rule = next((each for each in rules() if each.id == FEE_RULE), None)
    if rule is None or rule.territory != territory or loan.cost_stated is False:
        return
    fees = _fees_paid(money)
    if loan.contract_day is None:
        if fees and loan.fees_stated is not True:
            yield LoanQuestion(Asked.CONTRACT_DAY, _ids(fees))
    elif loan.contract_day >= rule.numbers["since"]:
        if loan.cost_stated is None:
            yield LoanQuestion(Asked.COST_STATED)
        if fees and (loan.fees_stated is None or (loan.fees_stated is False and not money.loan.fees)):
            currency = fees[0].currency
            of_one = [each for each in fees if each.currency == currency]
            yield LoanQuestion(Asked.FEES_STATED, _ids(of_one), {"amount": (currency, total_of(of_one))})


def _fees_paid(money: MoneyLedger) -> tuple[Happening, ...]:
    """Return what was paid that is called a fee, or stated as one: to the institution, or for a loan to another."""
    stated = frozenset(each.event_id for each in money.loan.fees)
    made = [row for row in money.rows if has_moved(row.happening)]
    theirs = [row.happening for row in made if row.was_made]
    held = tuple(each for each in money.loan.deducted if each.amount)
    others = [row.happening for row in made if row.counting is Counting.OTHERS and _is_for_loan(row.happening)]
    return *held, *(each for each in fees_among((*theirs, *others), stated) if each.amount)


def _is_for_loan(each: Happening) -> bool:
    return _OF_LOANS.search(simplified(f"{each.text} {each.party}")) is not None


def _ids(happenings: Iterable[Happening]) -> tuple[str, ...]:
    return tuple(each.event_id for each in happenings)
