"""What is in dispute, what of it came back, and what is still open. Pure."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import chain, islice

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.pages import FilePage
from evidence_app.domain.workspace import Complaint
from evidence_app.rules.came_back import Back, given_back, is_attempt
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.loan_rows import Loan, total_of
from evidence_app.rules.matter_shown import matter_shown, said_here
from evidence_app.rules.money_ledger import Counting, MoneyLedger, Row
from evidence_app.rules.movements import goes_out

_PAID_OUT = frozenset({DisputeType.LOAN_PORTAL})
"""Disputes in which money from the institution is mostly a loan: only what is called a refund came back."""

_DEMANDED = frozenset(
    {DisputeType.UNAUTHORISED_LOAN, DisputeType.HARASSMENT, DisputeType.MISDIRECTED_SMS, DisputeType.REFUND_REFUSED}
)
"""Disputes whose amount is mostly a debt that the other side demands: none of it is to come back to the person."""

_NO_LOAN = frozenset({DisputeType.TOPUP_FAILED, DisputeType.WITHDRAWAL_BLOCKED, DisputeType.MISDIRECTED_SMS})

MOST_NAMING = 3
"""Events by which the amount in dispute is shown: the first ones tell where it comes from."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The amount in dispute, and the money that came back of it, in the currency of the dispute.

    ``shown_by`` are the first events with the institution that name the amount, else the payments to it that make it
    together, ``event_ids`` the payments that are ``recovered``, in their order. ``is_demanded`` tells that the amount
    is what the other side wants: then nothing of it is said to have come back or to be still to come. ``unclear`` are
    payments of which nobody said whether they are of it: somebody else's refund, money that is called nothing.
    """

    amount: Decimal
    currency: str
    recovered: Decimal
    event_ids: tuple[str, ...] = ()
    is_demanded: bool = False
    shown_by: tuple[str, ...] = ()
    unclear: tuple[Happening, ...] = ()

    @property
    def perhaps(self) -> Decimal:
        """What came of which nobody said whether it is of this."""
        return total_of(self.unclear)

    @property
    def open(self) -> Decimal:
        """What is still to come; never less than nothing."""
        return max(self.amount - self.recovered, Decimal())


def claim_of(
    dispute: Dispute,
    money: MoneyLedger,
    theirs: Sequence[Happening],
    complaints: Iterable[Complaint] = (),
    loan: Loan | None = None,
) -> Claim | None:
    """Return the claim, None where nobody stated an amount. ``theirs`` are the events with the institution."""
    if dispute.amount is None:
        return None
    named = tuple(islice(naming(dispute.amount, dispute.currency, theirs), MOST_NAMING))
    named = named or _adding_up(dispute.amount, dispute.currency, money)
    if dispute.type in _DEMANDED and not _is_asked_back(dispute.type, theirs):
        return Claim(dispute.amount, dispute.currency, Decimal(), is_demanded=True, shown_by=named)
    coming = _coming(dispute, money, _raised(dispute, money, theirs, complaints), loan)
    back = [each for each, whether in coming if whether is Back.SURELY]
    claim = Claim(dispute.amount, dispute.currency, total_of(back), tuple(map(_id, back)), shown_by=named)
    return replace(claim, unclear=tuple(each for each, whether in coming if whether is Back.PERHAPS and claim.open))


def _coming(
    dispute: Dispute, money: MoneyLedger, raised: date | None, loan: Loan | None
) -> list[tuple[Happening, Back]]:
    """Return the money that came since, with whether it is of what is in dispute."""
    paid_out = loan.paid_out if loan else ()
    rows = [
        row
        for row in money.rows
        if row.happening.currency == dispute.currency
        and row.happening.event_id not in paid_out
        and not _was_before(row.happening, dispute.disputed_since)
    ]
    sums = {row.happening.amount for row in rows if _is_of_it(row)} | {dispute.amount}
    return [(row.happening, _back(row, dispute.type, raised, {each for each in sums if each})) for row in rows]


def _is_of_it(row: Row) -> bool:
    """Tell whether a sum was paid to the institution, or was to come from it."""
    return row.is_theirs and (is_attempt(row.happening) or (goes_out(row.happening) and row.counts))


def _raised(
    dispute: Dispute, money: MoneyLedger, theirs: Sequence[Happening], complaints: Iterable[Complaint]
) -> date | None:
    """Return the day from which on money may have come back: a withdrawal that did not come raises it, too."""
    if dispute.disputed_since is not None:
        return dispute.disputed_since
    tried = [row.happening.day for row in money.rows if row.is_theirs and is_attempt(row.happening)]
    days = [*tried, raised_on(theirs, complaints)]
    return min((each for each in days if each is not None), default=None)


def _is_asked_back(kind: DisputeType, theirs: Sequence[Happening]) -> bool:
    """Tell whether nobody demands what such disputes are mostly about, and it was paid and is asked back instead."""
    said = said_here(kind, theirs)
    return said is not None and bool(said.name) and bool(matter_shown(kind, theirs))


def naming(amount: Decimal, currency: str, theirs: Iterable[Happening]) -> Iterator[str]:
    """Yield by their ids the events that name an amount, as a field or among their words."""
    is_named = naming_amount(amount)
    for each in theirs:
        if (each.amount, each.currency) == (amount, currency) or is_named(each.text):
            yield each.event_id


def naming_amount(amount: Decimal) -> Callable[[str], bool]:
    """Return what tells whether a text has an amount, in whatever way it is written, and not as a part of another."""
    whole, _, rest = f"{amount:f}".partition(".")
    decimals = rest.rstrip("0")
    written = [f"{each}.{decimals}" if decimals else each for each in (whole, f"{int(whole):,}")]
    shown = "|".join(map(re.escape, written))
    words = re.compile(rf"(?<![\d.,])(?:{shown}){'0*' if decimals else '(?:[.]0+)?'}(?![\d]|[.,]\d)")
    return lambda text: _is_named(words, written, text)


def stating_amount(amount: Decimal, pages: Iterable[FilePage], theirs: Iterable[Happening]) -> tuple[str, ...]:
    """Return by their ids the first files, then the first events with the institution, whose words name an amount."""
    is_named = naming_amount(amount)
    files = (each.event_id for each in pages if is_named(each.words))
    events = (each.event_id for each in theirs if is_named(each.text))
    return tuple(islice(dict.fromkeys(chain(files, events)), MOST_NAMING))


def _adding_up(amount: Decimal, currency: str, money: MoneyLedger) -> tuple[str, ...]:
    """Return what was paid to the institution, or taken by it, if that is the amount all together."""
    paid = [row.happening for row in money.rows if row.counts and row.happening.currency == currency]
    paid = [each for each in paid if each.direction is Direction.OUT and each.outcome in (Outcome.DONE, Outcome.PAID)]
    total = sum((each.amount for each in paid if each.amount is not None), Decimal())
    return tuple(each.event_id for each in paid) if total == amount else ()


def _is_named(words: re.Pattern[str], written: Sequence[str], text: str) -> bool:
    """Tell whether a text has an amount; nearly all of many have not even its figures, which is quickly seen."""
    return any(each in text for each in written) and words.search(text) is not None


def raised_on(theirs: Iterable[Happening], complaints: Iterable[Complaint]) -> date | None:
    """Return the first day on which the two sides are known to have had to do with the trouble.

    What an institution sends to everybody, such as that money arrived, tells of none: a call, a message to it, a
    promise and a complaint do.
    """
    days = [each.day for each in theirs if each.day is not None and _is_about_trouble(each)]
    days += [each.filed_on for each in complaints if each.filed_on is not None]
    return min(days, default=None)


def may_have_loan(dispute: Dispute, money: MoneyLedger, loan: Loan | None) -> bool:
    """Tell whether there is reason to ask for the terms of a loan."""
    shown = any(row.happening.kind is EventKind.REPAYMENT and row.is_theirs for row in money.rows)
    return dispute.type not in _NO_LOAN or shown or loan is not None


def _is_about_trouble(each: Happening) -> bool:
    if each.kind is EventKind.MESSAGE:
        return each.direction is Direction.OUT or bool(each.promise)
    return each.kind is EventKind.CALL


def _was_before(each: Happening, since: date | None) -> bool:
    """Tell whether something happened before the day on which the person says that it began."""
    return since is not None and each.day is not None and each.day < since


def _back(row: Row, kind: DisputeType, raised: date | None, sums: Collection[Decimal]) -> Back:
    """Tell whether a row is money of what is in dispute that came back."""
    each = row.happening
    if each.direction is not Direction.IN or each.kind is not EventKind.PAYMENT:
        return Back.NOT
    if row.counting is Counting.REFUND:
        return Back.SURELY
    if each.outcome is Outcome.REFUNDED:  # by somebody else: a shop, a relative of the seller
        is_told = not row.is_theirs and (each.origin is Origin.PERSON or each.amount in sums)
        return Back.PERHAPS if is_told else Back.NOT
    if not row.counts or each.outcome is not Outcome.DONE:
        return Back.NOT
    if raised is None or each.day is None or each.day < raised:
        return Back.NOT
    whether = given_back(each, sums)
    if kind not in _PAID_OUT or is_said("given_back", each.text):
        return whether
    return Back.PERHAPS if whether is Back.SURELY else Back.NOT


def _id(each: Happening) -> str:
    return each.event_id
