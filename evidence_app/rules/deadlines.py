"""When a body's clock ends: calendar and working days, weeks, months and years, counted as its territory counts.

The day it starts on is not counted; a month that has no such day ends on its last one; an end on a day off moves to the
next working day where a source says so (``moved_by`` of its territory): elsewhere nothing is moved, and of a period of
the person's own nobody says that the next working day is too late.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from evidence_app.rules.law import Clock, Unit, Whose, moving_source
from evidence_app.rules.sources import Citation
from evidence_app.rules.territories import Territory
from evidence_app.rules.working_days import Holiday, add_working_days, holiday_on, is_known, is_working_day


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a clock, and how it was found.

    ``counted_to`` is the day that counting led to, ``day`` the one it was moved to where that is a day off.
    ``holidays_used`` and ``make_up_days`` are as in `WorkingDays`, and hold the days off that ``day`` was moved over.
    ``calendar_known`` is false where a calendar that matters is not announced: the day may be another. ``moved_by`` is
    where it stands that ``day`` is not ``counted_to``, None where it is. ``perhaps_to`` is the working day after a
    ``day`` off that ends a period of the person's own where no source says whether it counts instead: that is for the
    body to say. None where there is no such doubt.
    """

    clock: Clock
    start: date
    day: date
    counted_to: date
    holidays_used: tuple[Holiday, ...] = ()
    make_up_days: tuple[date, ...] = ()
    calendar_known: bool = True
    perhaps_to: date | None = None
    moved_by: Citation | None = None

    @property
    def last(self) -> date:
        """The last day on which nobody can say that it has run out."""
        return self.perhaps_to or self.day

    def days_overdue(self, today: date) -> int:
        """Return by how many days the clock has run out, 0 until its last day is over for certain."""
        return (today - self.day).days if today > self.last else 0


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
    source = moving_source(territory) if territory is not None else None
    if source is None:
        return Deadline(clock, start, end, end, perhaps_to=_perhaps_to(clock, end, territory))
    moved = _moved(clock, start, end, territory)
    return moved if moved.day == end else replace(moved, moved_by=Citation(source))


def _moved(clock: Clock, start: date, end: date, territory: Territory | None) -> Deadline:
    day, holidays, known = end, [], is_known(end, territory)
    while not is_working_day(day, territory):
        holiday = holiday_on(day, territory)
        holidays += [holiday] if holiday else []
        day += timedelta(days=1)
        known = known and is_known(day, territory)
    return Deadline(clock, start, day, end, tuple(holidays), calendar_known=known)


def _perhaps_to(clock: Clock, end: date, territory: Territory | None) -> date | None:
    """Return the next working day where a person's own period ends on a day off, None where it does not."""
    if clock.whose is not Whose.COMPLAINANT or is_working_day(end, territory):
        return None
    return _moved(clock, end, end, territory).day


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
