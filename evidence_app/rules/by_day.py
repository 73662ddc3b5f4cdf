"""Events by their days, so that those between two days are found without looking at all others. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from evidence_app.domain.happenings import Happening


@dataclass(frozen=True, slots=True)
class ByDay:
    """Events in the order of their days, those of one day as they came; those of an unknown day are left out."""

    days: Sequence[date] = ()
    happenings: Sequence[Happening] = ()

    @classmethod
    def of(cls, happenings: Iterable[Happening]) -> "ByDay":
        """Return some events by their days."""
        known = [(day, each) for each in happenings if (day := each.day) is not None]
        known.sort(key=itemgetter(0))
        return cls([day for day, _ in known], [each for _, each in known])

    def between(self, first: date, last: date) -> Sequence[Happening]:
        """Return those from a day to another, both included."""
        return self.happenings[bisect_left(self.days, first) : bisect_right(self.days, last)]

    def since(self, first: date) -> Iterator[Happening]:
        """Yield those from a day on, one after another: of very many, mostly the first is looked for."""
        return (self.happenings[at] for at in range(bisect_left(self.days, first), len(self.happenings)))


NOTHING = ByDay()
