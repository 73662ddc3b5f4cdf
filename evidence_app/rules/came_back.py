"""What of the money that came is money given back: surely, perhaps, or not at all. Pure.

Money that a loan pays out, a reward and interest come from the same institution and were never the person's own. What
nobody calls anything and is of no sum that was paid may be either: it is asked, never stated.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum

from evidence_app.domain.attempts import NOT_MOVED
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.movements import is_withdrawal


class Back(Enum):
    """Whether money that came is a part of what is in dispute."""

    SURELY = "surely"
    PERHAPS = "perhaps"
    NOT = "not"


def given_back(each: Happening, sums: Collection[Decimal]) -> Back:
    """Tell whether money that came is called given back, or else is one of the sums that were paid or asked for."""
    if is_said("given_back", each.text):
        return Back.SURELY
    is_other = is_said("other_money", each.text) or is_said("loan_money", each.text)
    if is_withdrawal(each):
        return Back.PERHAPS if is_other else Back.SURELY
    if is_other:
        return Back.NOT
    return Back.SURELY if each.amount in sums else Back.PERHAPS


def is_attempt(each: Happening) -> bool:
    """Tell whether money was to come to the person and did not, or not yet; what they called off is no attempt."""
    if each.kind is not EventKind.PAYMENT or each.direction is Direction.OUT or each.outcome not in NOT_MOVED:
        return False
    return not called_off(each)


def called_off(each: Happening) -> bool:
    """Tell whether the person took an attempt back."""
    return each.outcome in NOT_MOVED and is_said("withdrawn_by_self", each.text)


def came_later(happenings: Iterable[Happening]) -> dict[str, str]:
    """Return the attempts whose sum came after them, each with the payment by which it did.

    One that came makes good all that failed before, which were tried again, but only one of those that were pending.
    """
    waiting: list[Happening] = []
    came: dict[str, str] = {}
    for each in happenings:
        if each.at is not None and is_attempt(each):
            waiting.append(each)
        elif each.at is not None and _arrives(each):
            for attempt in [*_made_good(each, waiting)]:
                came[attempt.event_id] = each.event_id
                waiting.remove(attempt)
    return came


def _arrives(each: Happening) -> bool:
    arrives = each.kind is EventKind.PAYMENT and each.direction is Direction.IN and each.outcome is Outcome.DONE
    return arrives and given_back(each, (each.amount or Decimal(),)) is Back.SURELY


def _made_good(each: Happening, waiting: Sequence[Happening]) -> Iterator[Happening]:
    alike = [one for one in waiting if (one.amount, one.currency) == (each.amount, each.currency)]
    pending = [one for one in alike if one.outcome is Outcome.PENDING]
    yield from (one for one in alike if one not in pending[1:])
