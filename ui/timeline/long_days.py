"""How many events of a long timeline each day has, and each longer slot of the strip, by counting with arrays.

Knows nothing of widgets.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy

from ui.timeline.days import Key, SlotTallies, Tally, Unit
from ui.timeline.long_order import LongOrder, Numbers
from ui.timeline.rows import Day


class DayCounts(Mapping[Day, int]):
    """How many events each of some days has; ``there`` are their numbers among all days of an order, ascending."""

    def __init__(self, order: LongOrder, there: Numbers, counts: Numbers) -> None:
        self._order, self._there, self._counts = order, there, counts

    def __len__(self) -> int:
        return len(self._there)

    def __iter__(self) -> Iterator[Day]:
        return (self._order.days[number] for number in self._there.tolist())

    def __getitem__(self, day: Day) -> int:
        at = _place(self._there, self._order.number_by_day[day])
        if at < 0:
            raise KeyError(day)
        return int(self._counts[at])


class LongTallies(SlotTallies):
    """As `days.tallies`, of days of an order that have events: how many, and how many are ``disputed``."""

    def __init__(self, order: LongOrder, there: Numbers, counts: Numbers, disputed: Numbers) -> None:
        timed = numpy.searchsorted(there, len(order.keys))
        self._order, self._there = order, there[:timed]
        self._counts, self._disputed = counts[:timed], disputed[:timed]

    def by_slot(self, unit: Unit) -> dict[Key, Tally]:
        """Return the tallies of the slots that have events."""
        slots, numbers = self._order.slots[unit]
        numbers = numbers[self._there]
        events = numpy.bincount(numbers, self._counts, len(slots))
        disputed = numpy.bincount(numbers, self._disputed, len(slots))
        filled = numpy.flatnonzero(events)
        return _told(slots, filled, events[filled], disputed[filled])

    def __len__(self) -> int:
        return len(self._there)

    def __iter__(self) -> Iterator[Key]:
        return (self._order.keys[number] for number in self._there.tolist())

    def __getitem__(self, key: Key) -> Tally:
        at = _place(self._there, self._order.number_by_day[Day(*key)])
        if at < 0:
            raise KeyError(key)
        return Tally(int(self._counts[at]), int(self._disputed[at]))


def _told(slots: Sequence[Key], filled: Numbers, events: Numbers, disputed: Numbers) -> dict[Key, Tally]:
    numbers = zip(filled.tolist(), events.astype(int).tolist(), disputed.astype(int).tolist(), strict=True)
    return {slots[number]: Tally(of_slot, conflicts) for number, of_slot, conflicts in numbers}


def _place(there: Numbers, number: int) -> int:
    """Return where a day's number stands among those that are there, -1 if it is none of them."""
    at = int(numpy.searchsorted(there, number))
    return at if at < len(there) and there[at] == number else -1
