"""What may have kept a promise after its day: then the day departs from it, and nothing says that it was never kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evidence_app.domain.happenings import Happening
from evidence_app.rules.by_day import NOTHING, ByDay
from evidence_app.rules.contacts_promised import first_contact_after
from evidence_app.rules.money_promised import first_money_after
from evidence_app.rules.told_done import Told


@dataclass(frozen=True, slots=True)
class Late:
    """What came after a promise's last day. ``is_certain``: it is the promised sum; of all else a person says it."""

    happening: Happening
    is_certain: bool = False

    def days_after(self, due: date) -> int:
        """Return how many days after the promise's last day it came."""
        return (self.happening.day - due).days if self.happening.day is not None else 0


def late_one(
    promised: Happening,
    due: date | None,
    sayings: Sequence[Happening],
    *,
    contacts: ByDay = NOTHING,
    told: Told | None = None,
    money: ByDay = NOTHING,
) -> Late | None:
    """Return the first that may have kept a promise after its day, what surely did before all else."""
    paid, is_certain = first_money_after(promised, due, money)
    if paid is not None and is_certain:
        return Late(paid, is_certain=True)
    done = told.first_done(promised, date.max)[-1:] if told is not None else ()
    found = [paid, first_contact_after(promised, due, contacts, sayings), *done]
    later = ByDay.of(each for each in found if each is not None and due is not None and each.day and each.day > due)
    return Late(later.happenings[0]) if later.happenings else None
