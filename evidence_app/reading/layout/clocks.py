"""When a picture of a conversation was taken, and what its separators say of the messages below them. Pure."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from evidence_app.characters import aligned
from evidence_app.domain.times import BETWEEN, UNKNOWN_TIME, ClockReading, EventTime, Precision, TimeSource
from evidence_app.reading.days import weekday_beside
from evidence_app.reading.layout.bars import Frame
from evidence_app.reading.layout.notices import is_bare_clock, on_day
from evidence_app.reading.layout.page import END_OF_DAY
from evidence_app.reading.when import When, parse_when
from evidence_app.reading.written import plain

HALF_DAY = 12
SAME_MOMENT = timedelta(minutes=2)
"""By how much a phone's clock and the time in a picture's name differ at the most: it is written a moment later."""

SURE, ASSUMED = 80, 60
"""Confidence in a time that a screen shows, and in one of which only the time of day is shown."""


def captured_at(frame: Frame, captured: datetime | None) -> datetime | None:
    """Return when the picture was taken by the phone's own clock, on the day that is known from elsewhere.

    A clock of twelve hours does not say which half of the day it is: where the picture's own time agrees, it is that.
    """
    if captured is None or frame.clock is None:
        return None
    shown = datetime.combine(captured.date(), frame.clock)
    if captured.time() in (time.min, END_OF_DAY):  # only the day is known
        return shown
    nearest = min(
        (shown + timedelta(hours=half) for half in (-24, -12, 0, 12, 24)), key=lambda wall: abs(wall - captured)
    )
    if frame.clock.hour <= HALF_DAY and abs(nearest - captured) <= SAME_MOMENT:
        return nearest
    return min((shown + timedelta(days=days) for days in (-1, 0, 1)), key=lambda wall: abs(wall - captured))


_DAY_IN_FIGURES = re.compile(r"(?P<year>(?:19|20)\d\d\s?[-/.])?\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?=\D|$)")
"""``2026-01-05``, ``01-05``: of a separator whose days are written in figures, as a program keeps them."""


_SOME_DAY, _ANOTHER_DAY = datetime(2024, 12, 31), datetime(2024, 12, 20)
"""Of a leap year, and more than a week apart: what is the same day of the year for both names it itself."""

LONGEST_SILENCE = timedelta(days=300)
"""From a day to the next one below it at most, where a year is reckoned: one just before it was misread."""


def _names_day_of_year(words: str) -> bool:
    """Tell whether a time says its month and its day, not only yesterday, a weekday or a time of day."""
    found, other = parse_when(words, _SOME_DAY), parse_when(words, _ANOTHER_DAY)
    if is_bare_clock(words) or found is None or other is None or found.precision is Precision.MONTH:
        return False
    return (found.wall.month, found.wall.day) == (other.wall.month, other.wall.day)


def last_of_today(separators: Sequence[str], near: datetime | None) -> int:
    """Return the index of the last separator above which no time of day alone is of the picture's day, -1 if none is.

    That is one that names an earlier day, or begins the picture's own. And an app that writes that day out does not
    mean it by a time of day alone further up.
    """
    if near is None:
        return -1
    dated = ((index, words, parse_when(words, near)) for index, words in enumerate(separators))
    return max((index for index, words, when in dated if when and _ends_what_is_earlier(words, when, near)), default=-1)


def _ends_what_is_earlier(words: str, when: When, near: datetime) -> bool:
    """Tell whether all above a separator was before the day of the picture."""
    if is_bare_clock(words) or when.precision is Precision.MONTH or when.wall.date() > near.date():
        return False
    return when.wall.date() < near.date() or when.precision is Precision.DAY or _names_day_of_year(words)


WEEKDAYS_DIFFER_YEARS = 5
"""Years in which no day of the year but 29 February and what a leap day skips falls on one weekday twice."""


class Clocks:
    """What is known of the time from one separator to the next.

    ``made_by`` is the last moment at which the picture can have been taken, where ``near``, when it was, is not known.
    """

    def __init__(self, near: datetime | None, made_by: datetime | None = None) -> None:
        self._near = near
        self._made_by = made_by
        self._last: When | None = None
        self._above: date | None = None
        self._dated = ""
        self._is_sure = True

    def separate(self, words: str, *, before_today: bool = False) -> None:
        """Go on to what follows a separator; ``before_today`` if one further down writes out the picture's day."""
        day = self._day()
        if is_bare_clock(words) and before_today:
            self._last, self._is_sure = self._earlier(words), False
            return
        if is_bare_clock(words) and day is not None and self._last:
            self._last, self._is_sure = self._after(self._last, words)
            return
        self._last, self._is_sure, self._dated = parse_when(words, self._near), True, words
        if self._last is None and _names_day_of_year(words):
            self._last, self._is_sure = self._in_year_above(words) or self._on_its_weekday(words), False
        self._above = self._day() or self._above

    def _earlier(self, words: str) -> When | None:
        """Return the time of a clock that is not of the picture's day: it is of the day above, if that can be."""
        same = on_day(words, self._above) if self._above else None
        return None if same and self._last and same.wall < self._last.wall else same

    def _in_year_above(self, words: str) -> When | None:
        """Return the first such day from the one above on; None if nobody knows in which of several years it was.

        Most apps leave out only the year of the picture. So where the file is so much younger that the day has come
        again since, neither year is certain.
        """
        if self._above is None:
            return None
        first = parse_when(words, datetime.combine(self._above, time()), ahead=True)
        if first is None or first.wall.date() - self._above > LONGEST_SILENCE:
            return None
        again = datetime.combine(date(first.wall.year + 1, first.wall.month, 1), time())
        if self._made_by and (first.wall > self._made_by or again < self._made_by):
            return None
        return first

    def _on_its_weekday(self, words: str) -> When | None:
        """Return the last such day until the picture was made that is the weekday named beside it: 11月20日 週五."""
        weekday = weekday_beside(plain(words))
        if weekday is None or self._made_by is None or self._near is not None:
            return None
        for year in range(self._made_by.year, self._made_by.year - WEEKDAYS_DIFFER_YEARS, -1):
            found = parse_when(words, datetime(year, 12, 31))
            if found and found.wall.year == year and found.wall.weekday() == weekday and found.wall <= self._made_by:
                return found
        return None

    def _after(self, last: When, words: str) -> tuple[When | None, bool]:
        """Return the time that a clock without a day shows below a separator with one, and whether that is sure.

        Mostly it is the picture's day. It is the separator's where that named its day only, where days are written in
        figures with their year, and where the picture is older than such a clock would be.
        """
        same, today = on_day(words, last.wall.date()), parse_when(words, self._near)
        if last.precision is Precision.DAY:
            return same or last, self._is_sure
        if same is None or same.wall < last.wall or (today and today.wall == same.wall):
            return today, self._is_sure
        figures = _DAY_IN_FIGURES.search(aligned(self._dated))
        if (figures and figures["year"]) or self._is_not_yet(today):
            return same, False
        return today, not figures

    def _is_not_yet(self, today: When | None) -> bool:
        """Tell whether a clock shows a time that was not yet on the day of the picture."""
        return bool(today and self._near and self._near.time() != time.min and today.wall.date() < self._near.date())

    def of(self, own_words: str, names_day: bool) -> EventTime:
        """Return the time of a message, given its own words, and whether they would name the day, were it another."""
        found, sure = self._found(own_words, names_day)
        if found is None:
            return UNKNOWN_TIME
        reading = ClockReading(
            found.wall,
            found.precision,
            TimeSource.SCREEN,
            SURE if sure else ASSUMED,
            offset_min=found.offset_min,
            origin="screen-message" if own_words else BETWEEN,
            words=found.words,
        )
        return EventTime((reading,), 0)

    def _found(self, own_words: str, names_day: bool) -> tuple[When | None, bool]:
        if not own_words:
            return self._last, self._is_sure
        if not is_bare_clock(own_words):
            return parse_when(own_words, self._near), True
        day = self._day()
        if day is not None:
            return on_day(own_words, day), self._is_sure
        return (parse_when(own_words, self._near), False) if names_day else (None, False)

    def _day(self) -> date | None:
        return self._last.wall.date() if self._last else None
