"""What a picture shows of money that another record has: a screen of success, an instalment that a plan calls paid.

Those of wallets and banks are paired by `pairs_of_payments`. Which are the same is worked out whenever it is shown,
never kept. Pure.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from evidence_app.domain.events import EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.movements import comes_in, days_apart, goes_out, pays

SAME_MOMENT = timedelta(minutes=3)
"""Between the clock of a screen and that of a record."""

OF_ITS_MONTH = timedelta(days=15)
"""How far from its day an instalment that a plan calls paid was paid: nearer to it than to the next."""

BOOKED_WITHIN = timedelta(days=2)
"""How far from the day on which the app shows a repayment the bank's row of it is."""

_Chance = tuple[timedelta, Happening, Happening]
"""How far apart two records are, the one that does not count, and the one that does."""


def shown_again(happenings: Iterable[Happening], is_theirs: Callable[[Happening], bool]) -> Mapping[str, str]:
    """Return the events whose money another one shows, too, with that one, which shows it for one of its kind only.

    A record that was exported counts before a picture, and a payment before the plan in which it is ticked off.
    """
    money = [each for each in happenings if each.outcome in (Outcome.DONE, Outcome.PAID) and each.amount and each.day]
    payments = [each for each in money if each.kind is EventKind.PAYMENT]
    screens = _nearest(_screens(payments))
    left = [each for each in payments if each.event_id not in screens and goes_out(each) and is_theirs(each)]
    repaid = [each for each in money if each.kind is EventKind.REPAYMENT and is_theirs(each)]
    made = [each for each in repaid if each.outcome is Outcome.DONE]
    in_bank = _nearest(_booked(made, left))
    left += [each for each in made if each.event_id not in in_bank]
    planned = [each for each in money if each.kind is EventKind.REPAYMENT and each.outcome is Outcome.PAID]
    return {**screens, **in_bank, **_nearest(_ticked_off(planned, left))}


def _screens(payments: Sequence[Happening]) -> Iterator[_Chance]:
    """Yield pictures of payments with the records that they may show."""
    alike: dict[object, list[Happening]] = {}
    for each in payments:
        if each.origin is not Origin.PICTURE:
            alike.setdefault(_key(each), []).append(each)
    for shown in payments:
        for kept in _few(alike.get(_key(shown), ())) if shown.origin is Origin.PICTURE else ():
            apart = _apart(shown, kept)
            if apart is not None and not _share(shown, kept):
                yield apart, shown, kept


def _key(each: Happening) -> object:
    return each.amount, each.currency, comes_in(each), goes_out(each)


MOST_ALIKE = 200
"""Payments of one amount, beyond which nothing tells them apart."""


def _few(records: Sequence[Happening]) -> Sequence[Happening]:
    return records if len(records) <= MOST_ALIKE else ()


def _share(one: Happening, other: Happening) -> bool:
    """Tell whether both are read from one exhibit: two rows of one list are two payments."""
    return bool(set(one.exhibit_ids) & set(other.exhibit_ids))


def _apart(one: Happening, other: Happening) -> timedelta | None:
    """Return how far apart two records of one payment may be; None if they are not of one."""
    if one.clock_at and other.clock_at:
        apart = abs(one.clock_at - other.clock_at)
        return apart if apart <= SAME_MOMENT else None
    return timedelta(days=1) if one.day == other.day and _names_agree(one.party, other.party) else None


def _names_agree(one: str, other: str) -> bool:
    return one in other or other in one


def _booked(made: Sequence[Happening], payments: Sequence[Happening]) -> Iterator[_Chance]:
    """Yield repayments that an app shows as made with the payments that records show of them."""
    for shown in made:
        for paid in _few(payments):
            near = days_apart(paid, shown) <= BOOKED_WITHIN and not _are_typed(shown, paid)
            if near and (paid.amount, paid.currency) == (shown.amount, shown.currency) and not _share(shown, paid):
                yield days_apart(paid, shown), shown, paid


def _ticked_off(planned: Sequence[Happening], payments: Sequence[Happening]) -> Iterator[_Chance]:
    """Yield instalments that a plan calls paid with the payments by which they may have been."""
    for due in planned:
        for paid in _few(payments):
            if pays(paid, due, within=OF_ITS_MONTH) and not _share(due, paid) and not _are_typed(due, paid):
                yield days_apart(paid, due), due, paid


def _are_typed(one: Happening, other: Happening) -> bool:
    """Tell whether a person typed both, and neither as an instalment: who writes two down means two."""
    both = one.origin is Origin.PERSON and other.origin is Origin.PERSON
    return both and not (is_said("plan", one.text) or is_said("plan", other.text))


def _nearest(chances: Iterable[_Chance]) -> Mapping[str, str]:
    """Return what is shown again, the nearest first, each with a record of its own."""
    again: dict[str, str] = {}
    taken: set[str] = set()
    for _, shown, kept in sorted(chances, key=lambda chance: (chance[0], chance[1].event_id, chance[2].event_id)):
        if shown.event_id not in again and kept.event_id not in taken:
            again[shown.event_id] = kept.event_id
            taken.add(kept.event_id)
    return again


__all__ = ["shown_again"]
