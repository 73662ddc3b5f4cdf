"""When a body's clock ends: calendar and working days, weeks, months and years, counted as its territory counts.

The day it starts on is not counted; a month that has no such day ends on its last one; an end on a day off moves to the
next working day where a source says so (``moved_by`` of its territory): elsewhere nothing is moved.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from evidence_app.rules.law import Clock, Unit, moving_source
from evidence_app.rules.territories import Territory
from evidence_app.rules.working_days import Holiday, add_working_days, holiday_on, is_known, is_working_day


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a clock, and how it was found.

    ``counted_to`` is the day that counting led to, ``day`` the one it was moved to where that is a day off.
    ``holidays_used`` and ``make_up_days`` are as in `WorkingDays`, and hold the days off that ``day`` was moved over.
    ``calendar_known`` is false where a calendar that matters is not announced: the day may be another.
    """

    clock: Clock
    start: date
    day: date
    counted_to: date
    holidays_used: tuple[Holiday, ...] = ()
    make_up_days: tuple[date, ...] = ()
    calendar_known: bool = True

    def days_overdue(self, today: date) -> int:
        """Return by how many days the clock has run out, 0 until its last day is over."""
        return max(0, (today - self.day).days)


def deadline(clock: Clock, start: date, territory: Territory | None) -> Deadline:
    """Return when a clock ends that starts on a day (which is not counted). Raises OverflowError far in the future."""
    if clock.unit is Unit.WORKING_DAYS:
        counted = add_working_days(start, clock.length, territory)
        return Deadline(
            clock,
            start,
            counted.day,
            counted.day,
            counted.holidays_used,
            counted.make_up_days,
            counted.calendar_known,
        )
    end = _after(start, clock.length, clock.unit)
    if territory is None or moving_source(territory) is None:
        return Deadline(clock, start, end, end)
    return _moved(clock, start, end, territory)


def _moved(clock: Clock, start: date, end: date, territory: Territory | None) -> Deadline:
    day, holidays, known = end, [], is_known(end, territory)
    while not is_working_day(day, territory):
        holiday = holiday_on(day, territory)
        holidays += [holiday] if holiday else []
        day += timedelta(days=1)
        known = known and is_known(day, territory)
    return Deadline(clock, start, day, end, tuple(holidays), calendar_known=known)


def _after(start: date, length: int, unit: Unit) -> date:
    match unit:
        case Unit.WEEKS:
            return start + timedelta(weeks=length)
        case Unit.MONTHS:
            return months_after(start, length)
        case Unit.YEARS:
            return months_after(start, 12 * length)
        case _:
            return start + timedelta(days=length)


def months_after(start: date, months: int) -> date:
    """Return the same day so many months later, the month's last where it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
