"""Counting working days, with the holidays of a territory and the weekends that its government makes working days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from evidence_app.phrases import Language
from evidence_app.rules.territories import Territory, wrong_fact

if TYPE_CHECKING:
    from holidays import HolidayBase


_READERS = {Language.ZH_HANS: "zh_CN", Language.ZH_HANT: "zh_TW", Language.EN: "en_US"}

_MONTH_FIRST = re.compile(r"\b(\d\d)/(\d\d)/(\d{4})\b")
"""How the English calendar writes the day that one was exchanged for; everybody reads 2025-04-27."""

MOST_DAYS = 1000
"""More working days than anybody promises; a misread number is no reason to count for centuries."""

YEARS_BY_LAW = range(2001, 2100)
"""Years for which the calendars know the holidays that follow from a law: the moon's are worked out until 2099."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off, named as in its own territory."""

    day: date
    name: str
    territory: Territory

    def named(self, language: Language) -> str:
        """Return its name in a reader's language, as in its own territory where the calendar knows no other."""
        calendar = _calendar(self.territory, self.day.year, _READERS[language])
        name = calendar.get(self.day, self.name) if calendar is not None else self.name
        return _MONTH_FIRST.sub(r"\3-\1-\2", name)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The last of the counted days and what was counted by.

    ``holidays_used`` are those that kept a Monday to Friday from counting, ``make_up_days`` the Saturdays and Sundays
    that counted, both in order. ``calendar_known`` is false where a year of the count is not announced or the territory
    has no calendar here: Mondays to Fridays of that year were counted as working days.
    """

    day: date
    holidays_used: tuple[Holiday, ...] = ()
    calendar_known: bool = True
    make_up_days: tuple[date, ...] = ()


def add_working_days(start: date, n: int, territory: Territory | None) -> WorkingDays:
    """Return the n-th working day after ``start``, which itself is not counted (PRC Civil Code, article 201).

    Raises ValueError for fewer than 1 or more than `MOST_DAYS`. Imports the calendars: the first call takes 0.1 s.
    """
    if not 1 <= n <= MOST_DAYS:
        raise ValueError(n)
    day, counted, known = start, 0, True
    skipped: list[Holiday] = []
    made_up: list[date] = []
    while counted < n:
        day += timedelta(days=1)
        calendar = _calendar(territory, day.year)
        known = known and calendar is not None
        if _works(day, calendar):
            counted += 1
            made_up += [day] if day.weekday() >= 5 else []
        elif day.weekday() < 5 and calendar is not None and territory is not None:
            skipped.append(Holiday(day, calendar[day], territory))
    return WorkingDays(day, tuple(skipped), known, tuple(made_up))


def is_working_day(day: date, territory: Territory | None) -> bool:
    """Tell whether people work on a day; where its year is not announced, on Mondays to Fridays."""
    return _works(day, _calendar(territory, day.year))


def is_known(day: date, territory: Territory | None) -> bool:
    """Tell whether the calendar of a day's year is announced."""
    return _calendar(territory, day.year) is not None


def holiday_on(day: date, territory: Territory | None) -> Holiday | None:
    """Return the holiday on a day, None for a day without one and for an ordinary Saturday or Sunday."""
    calendar = _calendar(territory, day.year)
    return Holiday(day, calendar[day], territory) if territory and calendar is not None and day in calendar else None


def _works(day: date, calendar: "HolidayBase | None") -> bool:
    if day.weekday() >= 5:
        return calendar is not None and day in calendar.weekend_workdays
    return calendar is None or day not in calendar


@lru_cache(maxsize=32)
def _calendar(territory: Territory | None, year: int, reader: str = "") -> "HolidayBase | None":
    """Return the holidays of a year, None if nobody knows them yet; named for a ``reader`` if his language is known."""
    asked = territory.calendar if territory is not None else None
    if territory is None or asked is None or year not in YEARS_BY_LAW:
        return None
    from holidays import country_holidays  # here: many modules, and few commands count days

    try:
        languages = country_holidays(asked.country).supported_languages
        language = reader if reader in languages else asked.language
        found = country_holidays(
            asked.country,
            subdiv=asked.subdivision or None,
            years=year,
            expand=False,
            language=language or None,
            categories=asked.categories or None,
        )
    except (NotImplementedError, ValueError) as error:
        raise wrong_fact(territory, "calendar", str(error)) from error
    if asked.announced and not any(day.year == year for day in found.weekend_workdays):
        return None
    return found
