"""How a row of money moved, and which payment pays which instalment. Pure."""

from datetime import timedelta
from decimal import Decimal

from evidence_app.domain import attempts
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening

IN_TIME = timedelta(days=5)
"""How far from its day an instalment is still paid by a payment of its amount: banks take weekends off."""

ABOUT = Decimal("0.01")
"""By which part a payment may differ from the instalment that it pays: what rounding makes."""


def has_moved(each: Happening) -> bool:
    """Tell whether money was moved, not merely asked for or tried."""
    return each.outcome in (Outcome.DONE, Outcome.PAID)


def was_given_back(each: Happening) -> bool:
    """Tell whether money came back to the person."""
    return each.outcome is Outcome.REFUNDED and comes_in(each)


def comes_in(each: Happening) -> bool:
    """Tell whether money comes to the person. A repayment never does, whichever direction a picture showed."""
    return each.kind is not EventKind.REPAYMENT and each.direction is Direction.IN


def goes_out(each: Happening) -> bool:
    """Tell whether money leaves the person. Between own accounts, it does neither."""
    return each.kind is EventKind.REPAYMENT or each.direction is Direction.OUT


def pays(paid: Happening, due: Happening, within: timedelta = IN_TIME) -> bool:
    """Tell whether a payment is of about an instalment's amount and was made about its day."""
    return of_about(paid, due) and days_apart(paid, due) <= within


def of_about(paid: Happening, due: Happening) -> bool:
    """Tell whether a payment is of about an instalment's amount."""
    if paid.amount is None or due.amount is None or paid.currency != due.currency:
        return False
    return abs(paid.amount - due.amount) <= ABOUT * due.amount


def days_apart(one: Happening, other: Happening) -> timedelta:
    """Return how far apart two days are, without end where one is not known."""
    return abs(one.day - other.day) if one.day and other.day else timedelta.max


def is_withdrawal(each: Happening) -> bool:
    """Tell whether a payment calls itself a withdrawal: money that the person takes out of an account of their own."""
    return attempts.says_withdrawal(each.kind, each.direction, each.text)
