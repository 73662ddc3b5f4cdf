"""A dispute's days as slots of a strip: one for each day, week, month or year, long gaps drawn together.

Knows nothing of widgets.
"""

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.times import Precision
from ui.timeline.filter import days_of, last_of_month
from ui.timeline.rows import Rows

LONGEST_GAP = 6
"""So many empty slots in a row are drawn one by one, to show that time passed; more are drawn together as one."""

_DAY = timedelta(days=1)


class Unit(StrEnum):
    """How much time one slot stands for."""

    DAY = "day"
    WEEK = "week"  # from Monday
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events, and how many of them have times that disagree."""

    events: int = 0
    disputed: int = 0


NOTHING = Tally()

Key = tuple[date, bool]
"""A day, or (true) the month that begins on it of which the day is not known."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the strip, from ``first`` to ``last``, both included.

    ``vague`` is a month of which the day is not known; ``gap`` stands for a long time without events.
    """

    first: date
    last: date
    tally: Tally = NOTHING
    vague: bool = False
    gap: bool = False


class SlotTallies(Mapping[Key, Tally], ABC):
    """Tallies of days that know those of longer slots by themselves: as one types, there is no time to add up days."""

    @abstractmethod
    def by_slot(self, unit: Unit) -> dict[Key, Tally]:
        """Return the tallies of the slots that have events, as `slot_of` names them."""


def slot_of(key: Key, unit: Unit) -> Key:
    """Return the slot of a day, or of a month of which the day is not known."""
    day, vague = key
    if vague and unit in {Unit.DAY, Unit.WEEK}:  # a longer slot holds a whole month anyway
        return key
    return _BEGIN[unit](day), False


def tallies(entries: Iterable[TimelineEntry]) -> dict[Key, Tally]:
    """Return how many events there are of each day; those without a time are left out."""
    counted: dict[Key, list[int]] = {}
    for entry in entries:
        days = days_of(entry)
        if days is not None:
            of_day = counted.setdefault((days[0], entry.precision is Precision.MONTH), [0, 0])
            of_day[0] += 1
            of_day[1] += entry.open_conflict
    return {key: Tally(*numbers) for key, numbers in counted.items()}


def tallies_of(rows: Rows) -> dict[Key, Tally]:
    """Return how many events there are of each day, as `tallies`, from rows that have their headers."""
    disputed = rows.disputed_rows
    counted: dict[Key, Tally] = {}
    undisputed: dict[int, Tally] = {}  # most days have few events: one value for all that have as many
    for day, header, following in rows.day_by_day():
        if day.date is None:
            continue
        events = following - header - 1
        open_conflicts = bisect_left(disputed, following) - bisect_left(disputed, header) if disputed else 0
        if open_conflicts:
            counted[day.date, day.whole_month] = Tally(events, open_conflicts)
        else:
            counted[day.date, day.whole_month] = undisputed.get(events) or undisputed.setdefault(events, Tally(events))
    return counted


def slots(counted: Mapping[Key, Tally], most: int) -> list[Slot]:
    """Return the slots of the finest unit that makes at most ``most`` of them, in order of time."""
    found: list[Slot] = []
    for unit in Unit:
        gathered = _gathered(counted, unit, most if unit is not Unit.YEAR else len(counted))
        if gathered is not None:
            found = _slots(gathered, unit)
            if len(found) <= most:
                break
    return found


def _gathered(counted: Mapping[Key, Tally], unit: Unit, most: int) -> dict[Key, Tally] | None:
    """Return the tallies by slot; None, as soon as that is clear, where there are more than ``most`` of them."""
    if len(counted) > most * _MOST_KEYS[unit]:
        return None
    if isinstance(counted, SlotTallies):
        found = counted.by_slot(unit)
        return found if len(found) <= most else None
    events: dict[Key, int] = {}
    disputed: dict[Key, int] = {}
    for day, tally in counted.items():
        key = slot_of(day, unit)
        events[key] = events.get(key, 0) + tally.events
        if tally.disputed:
            disputed[key] = disputed.get(key, 0) + tally.disputed
        if len(events) > most:
            return None
    return {key: Tally(count, disputed.get(key, 0)) for key, count in events.items()}


def _slots(found: Mapping[Key, Tally], unit: Unit) -> list[Slot]:
    begin, following = _BEGIN[unit], _FOLLOWING[unit]
    shown: list[Slot] = []
    cursor: date | None = None  # where the time begins that no slot stands for yet
    for key in sorted(found, key=lambda key: (key[0], not key[1])):
        slot = _slot(key, found[key], unit)
        shown += _empty(cursor, begin(slot.first), following)
        shown.append(slot)
        reached = begin(slot.first) if slot.vague else slot.last + _DAY
        cursor = reached if cursor is None else max(cursor, reached)
    return shown


def _slot(key: Key, tally: Tally, unit: Unit) -> Slot:
    first, vague = key
    last = last_of_month(first) if vague else _FOLLOWING[unit](first) - _DAY
    return Slot(first, last, tally, vague)


def _empty(first: date | None, end: date, following: Callable[[date], date]) -> list[Slot]:
    """Return the empty slots from a day to before another, as one gap where they are many."""
    empty: list[Slot] = []
    day = first or end
    while day < end:
        if len(empty) == LONGEST_GAP:
            return [Slot(first or end, end - _DAY, gap=True)]
        empty.append(Slot(day, following(day) - _DAY))
        day = following(day)
    return empty


def _next_month(day: date) -> date:
    return last_of_month(day) + _DAY


_BEGIN: dict[Unit, Callable[[date], date]] = {
    Unit.DAY: lambda day: day,
    Unit.WEEK: lambda day: day - timedelta(days=day.weekday()),
    Unit.MONTH: lambda day: day.replace(day=1),
    Unit.YEAR: lambda day: day.replace(month=1, day=1),
}
_MOST_KEYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31 + 1, Unit.YEAR: 366 + 12}
"""Days, and months of which the day is not known, that one slot may stand for."""

_FOLLOWING: dict[Unit, Callable[[date], date]] = {
    Unit.DAY: lambda day: day + _DAY,
    Unit.WEEK: lambda day: day + timedelta(days=7),
    Unit.MONTH: _next_month,
    Unit.YEAR: lambda day: day.replace(year=day.year + 1),
}


def covered(shown: list[Slot], first: date | None, last: date | None) -> tuple[int, int] | None:
    """Return the first and last slot that a period touches, None if it touches none.

    A month of unknown day counts only where the whole month lies in the period.
    """
    touched = [
        index
        for index, slot in enumerate(shown)
        if (
            (not first or slot.first >= first) and (not last or slot.last <= last)
            if slot.vague
            else not ((first and slot.last < first) or (last and slot.first > last))
        )
    ]
    return (touched[0], touched[-1]) if touched else None
