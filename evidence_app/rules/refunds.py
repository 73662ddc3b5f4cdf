"""Which payments of a dispute are asked back: those that are in dispute, each with what shows it, and no more. Pure.

What is in dispute is the amount that the person states (`claim`); without one, what the person's own words call paid
by mistake. Of a kind of dispute that is about a fee, or a loan that nobody asked for, fees are in dispute as such. What
the stated loan cost besides may be asked back, too: that is offered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.claim import Claim
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.loan_rows import Loan, total_of
from evidence_app.rules.money_ledger import Counting, MoneyLedger, Row
from evidence_app.rules.movements import goes_out, has_moved
from evidence_app.rules.named_sums import sums_in
from evidence_app.rules.telling import MONEY_TO_OTHERS

_OF_FEES = frozenset({DisputeType.LOAN_PORTAL, DisputeType.UNAUTHORISED_LOAN})
"""Disputes of which any fee is a part."""

_OF_MISTAKES = frozenset({DisputeType.OTHER, DisputeType.POOR_SERVICE})
"""Disputes that may be about a payment by mistake."""

_OF_PAYMENTS = _OF_MISTAKES | {DisputeType.LOAN_PORTAL, DisputeType.TOPUP_FAILED, DisputeType.ACCOUNT_STOLEN}
"""Disputes whose amount the person paid, or lost: elsewhere it is a debt, or money that cannot be withdrawn."""

MOST_ALIKE = 3
"""Payments of the amount in dispute among which the one that is meant is still to be told."""

MOST_SINGLY = 5
"""Payments that are asked back one by one."""


class Asked(StrEnum):
    """As what money is asked back."""

    PAID = "paid"
    FEE = "fee"
    TOP_UP = "top_up"
    STOLEN = "stolen"
    HELD_BACK = "held_back"
    ONE_OF = "one_of"  # one of like payments, nobody knows which


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that is asked back. ``open`` is what is still to come of ``amount``; ``event_ids`` show both.

    ``is_offered`` says that it is not what is in dispute: whoever writes may ask for it, too.
    """

    asked: Asked
    amount: Decimal
    open: Decimal
    currency: str
    payments: tuple[Happening, ...]
    event_ids: tuple[str, ...]
    is_offered: bool = False

    @property
    def is_rest(self) -> bool:
        """Whether a part of it came back."""
        return self.open < self.amount


def refunds_of(
    dispute: Dispute, money: MoneyLedger, *, claim: Claim | None, loan: Loan | None, again: Mapping[str, str]
) -> tuple[Refund, ...]:
    """Return what is asked back. ``again`` are events that show the money of another one, with that one."""
    if claim is not None and not claim.is_demanded and not claim.open:
        return ()
    asked = _in_dispute(dispute, money, claim, loan, _Records(again, claim))
    taken = {event_id for each in asked for event_id in each.event_ids}
    return *asked, *_offered(dispute, money, loan, _Records(again, None), taken)


def _offered(
    dispute: Dispute, money: MoneyLedger, loan: Loan | None, records: "_Records", taken: set[str]
) -> Iterator[Refund]:
    """Yield what was held back of the stated loan, and its fees that were paid, unless they are asked back already."""
    if dispute.type is DisputeType.UNAUTHORISED_LOAN:  # the loan is to be cancelled
        return
    held = money.loan.held_back(loan.principal, dispute.currency) if loan is not None else None
    if held is not None and taken.isdisjoint(each.event_id for each in money.loan.paid_out):
        yield replace(records.refund(Asked.HELD_BACK, money.loan.paid_out, held), is_offered=True)
    for fee in money.loan.fees:
        if (
            has_moved(fee)
            and fee not in money.loan.undecided
            and fee.currency == dispute.currency
            and fee.event_id not in taken
        ):
            yield replace(records.refund(Asked.FEE, [fee], total_of([fee])), is_offered=True)


def _in_dispute(
    dispute: Dispute, money: MoneyLedger, claim: Claim | None, loan: Loan | None, records: "_Records"
) -> tuple[Refund, ...]:
    """Return what is in dispute of it."""
    held = _held_back(dispute, money, loan)
    if held is not None and not records.back:
        return (records.refund(Asked.HELD_BACK, money.loan.paid_out, held),)
    fees = {each.event_id for each in (*money.fees, *money.loan.fees)}
    paid = [row.happening for row in money.rows if _is_paid(row, dispute)]
    meant = tuple(_meant(dispute, paid, claim, fees))
    if len(meant) > 1 and claim is not None and all(each.amount == claim.amount for each in meant):
        is_clear = len(meant) <= MOST_ALIKE and not records.back
        return (records.refund(Asked.ONE_OF, meant, claim.amount),) if is_clear else ()
    return tuple(_of(dispute.type, meant, fees, records))


@dataclass(frozen=True, slots=True)
class _Records:
    """What shows payments, and what came back of them."""

    again: Mapping[str, str]
    claim: Claim | None

    @property
    def back(self) -> tuple[str, ...]:
        """The events that show what came back."""
        return self.claim.event_ids if self.claim is not None else ()

    def refund(self, asked: Asked, payments: Sequence[Happening], amount: Decimal) -> Refund:
        """Return what is asked back of some payments together."""
        ids = [each.event_id for each in payments]
        shown = [*ids, *(twin for twin, record in self.again.items() if record in ids), *self.back]
        recovered = self.claim.recovered if self.claim is not None else Decimal()
        left = max(amount - recovered, Decimal())
        return Refund(asked, amount, left, payments[0].currency, tuple(payments), tuple(dict.fromkeys(shown)))


def _of(kind: DisputeType, meant: Sequence[Happening], fees: set[str], records: _Records) -> Iterator[Refund]:
    """Yield payments one by one; together where they are many, or a part came back and nobody knows of which."""
    by_kind: dict[Asked, list[Happening]] = {}
    for each in meant:
        by_kind.setdefault(_asked(kind, each, fees), []).append(each)
    if records.back and len(by_kind) > 1:
        by_kind = {Asked.PAID: list(meant)}
    for asked, payments in by_kind.items():
        singly = len(payments) <= MOST_SINGLY and not records.back
        for some in [[each] for each in payments] if singly else [payments]:
            yield records.refund(asked, some, total_of(some))


def _asked(kind: DisputeType, each: Happening, fees: set[str]) -> Asked:
    if kind is DisputeType.TOPUP_FAILED:
        return Asked.TOP_UP
    if kind is DisputeType.ACCOUNT_STOLEN:
        return Asked.STOLEN
    return Asked.FEE if each.event_id in fees else Asked.PAID


def _is_paid(row: Row, dispute: Dispute) -> bool:
    """Tell whether money left for the institution, or else is the amount in dispute.

    So is what a thief took, or whoever took a fee, what another company got for the loan, and what a person typed
    without saying to whom it went.
    """
    each = row.happening
    if not (goes_out(each) and has_moved(each) and each.currency == dispute.currency):
        return False
    may_be = dispute.type in MONEY_TO_OTHERS or (not each.other and each.origin is Origin.PERSON)
    may_be = may_be if row.counting is Counting.OTHERS else row.counting in (Counting.ELSEWHERE, Counting.UNNAMED)
    return row.counts or (may_be and each.amount == dispute.amount)


def _meant(dispute: Dispute, paid: Sequence[Happening], claim: Claim | None, fees: set[str]) -> Iterable[Happening]:
    """Return the payments that are in dispute."""
    charged = [each for each in paid if each.event_id in fees]
    is_asked_back = dispute.type is DisputeType.REFUND_REFUSED and claim is not None and not claim.is_demanded
    if claim is not None and (dispute.type in _OF_PAYMENTS or is_asked_back):
        found = _making_up(claim.amount, paid, charged)
        if found:
            return found
    if dispute.type in _OF_FEES:
        most = claim.open if claim is not None and not claim.is_demanded else None
        return charged if most is None or total_of(charged) <= most else ()
    return _of_words(dispute, paid) if claim is None and dispute.type in _OF_MISTAKES else ()


def _making_up(amount: Decimal, paid: Sequence[Happening], charged: Sequence[Happening]) -> Sequence[Happening]:
    """Return the payments of an amount, else all of which the fees, or all payments, are it."""
    of_it = [each for each in paid if each.amount == amount]
    return of_it or next((some for some in (charged, paid) if some and total_of(some) == amount), ())


def _of_words(dispute: Dispute, paid: Sequence[Happening]) -> Sequence[Happening]:
    """Return the payment that the person's own words call one by mistake, where it is clear which one it is."""
    words = f"{dispute.title}。{dispute.summary}"
    if not is_said("paid_by_mistake", words):
        return ()
    named = sums_in(words)
    found = [each for each in paid if not named or any(one.is_of(each.amount, each.currency) for one in named)]
    return found if len(found) == 1 else ()


def _held_back(dispute: Dispute, money: MoneyLedger, loan: Loan | None) -> Decimal | None:
    """Return what was held back of the stated principal, if it is the amount in dispute."""
    held = money.loan.held_back(loan.principal, dispute.currency) if loan is not None else None
    return held if held is not None and held == dispute.amount else None
