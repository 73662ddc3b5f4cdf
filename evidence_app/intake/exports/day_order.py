"""Whether 3/4 is the third of April: told by the dates of a whole file, or by nobody."""

from dataclasses import dataclass, field

from evidence_app.intake.exports.clocks import year_of

Numbers = tuple[str, str, str]
"""The three numbers of a date as they are written, from the left."""


@dataclass
class DayOrder:
    """Takes all dates of a file in their order. Dates that begin with the year need no telling."""

    separator_decides: frozenset[str] = frozenset(".-")
    _day_first: int = 0
    _month_first: int = 0
    _back: list[int] = field(default_factory=lambda: [0, 0])
    _last: list[tuple[int, int, int]] = field(default_factory=list)
    _open: bool = False

    def take(self, numbers: Numbers, separator: str) -> None:
        """Learn from one date. A month is written first only between slashes."""
        if len(numbers[0]) > 2:
            return
        first, second = int(numbers[0]), int(numbers[1])
        if separator.strip() in self.separator_decides or (first > 12 >= second):
            self._day_first += 1
        elif second > 12 >= first:
            self._month_first += 1
        if max(first, second) > 12:
            return
        self._open = self._open or first != second
        year = year_of(numbers[2])
        days = [(year, second, first), (year, first, second)]
        for order, (before, now) in enumerate(zip(self._last, days, strict=False)):
            self._back[order] += now < before
        self._last = days

    @property
    def day_first(self) -> bool | None:
        """Whether days come before months; None where the dates leave it open."""
        if self._day_first or self._month_first:
            return self._day_first >= self._month_first
        if self._back[0] != self._back[1]:
            return self._back[0] < self._back[1]
        return None

    @property
    def is_open(self) -> bool:
        """Whether it matters, and nothing tells it."""
        return self._open and self.day_first is None


def date_of(numbers: Numbers, day_first: bool) -> tuple[int, int, int]:
    """Return the year, month and day of a date's numbers; those that fit one order only are read in that."""
    first, second, third = numbers
    if len(first) > 2:
        return year_of(first), int(second), int(third)
    day, month = (int(first), int(second)) if day_first else (int(second), int(first))
    if month > 12 >= day:
        day, month = month, day
    return year_of(third), month, day


def is_ambiguous(numbers: Numbers) -> bool:
    """Tell whether a date means another day in the other order."""
    return (
        len(numbers[0]) <= 2 and numbers[0].lstrip("0") != numbers[1].lstrip("0") and max(map(int, numbers[:2])) <= 12
    )
