"""Days and times of day as tables write them: ``2023-02-12 21:32:14``, ``20240101`` beside ``123456``, ``24/03/2025``.

A spreadsheet that saved a bill anew may have left the seconds out, or left only its own serial number.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from evidence_app.domain.times import PLAUSIBLE_YEARS, ClockReading, Precision
from evidence_app.intake.exports.values import half_width, stated

LONGEST_MOMENT = 64
"""Characters of a day with a time of day: the patterns are quick on short texts only."""

_FULL_LENGTH = len("2023-02-12 21:32:14")

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?|(\d{4})(\d{2})(\d{2})(?!\d)")
"""``2023-02-12``, ``2023年2月12日``, ``20230212``."""

_ROC_DAY = re.compile(r"(?:民國\s*)?(1[0-4]\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?!\d)")
_ROC_YEARS_BEHIND = 1911
_SHORT_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!/?\d)")
_WORDED_DAY = re.compile(
    r"(?:(\d{1,2})[\s-]*([A-Za-z]{3})[a-z]*|([A-Za-z]{3})[a-z]*[\s-]*(\d{1,2}))[\s,-]*(\d{4}|\d{2})(?!\d)"
)
"""``22 Feb 2025``, ``Feb 22, 2025``, ``22-Feb-25``."""

_DAY_OF_YEAR = re.compile(r"(\d{1,2})[-/月](\d{1,2})日?")
_CLOCK = re.compile(
    r"(上午|下午|[AaPp]\.?[Mm]\.?)?\s*(\d{1,2})\s*[:：时時]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2})(?:[.:]\d+)?秒?)?分?"
    r"\s*([AaPp]\.?[Mm]\.?)?(?:Z|\s*[+-]\d{2}:?\d{2})?"
)
"""``21:32:14``, ``下午 3:20``, ``15时20分33秒``, ``9:05 PM``; a zone behind it is left out."""

_ALL_DIGITS = re.compile(r"(?:19|20)\d{12}")  # 20230212213214
_BARE_CLOCK = re.compile(r"\d{5,6}")
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d+)?")
_SERIAL_DAY_ZERO = datetime(1899, 12, 30)  # of Excel, which counts a 29th of February 1900
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Moment(NamedTuple):
    """What one cell says: a day, a time of day, or both; whether the time of day has seconds."""

    day: date | None = None
    clock: time | None = None
    seconds: bool = False


NO_MOMENT = Moment()


def is_full(cell: str) -> bool:
    """Tell whether a cell looks like ``2023-02-12 21:32:14``, as nearly all do."""
    return len(cell) == _FULL_LENGTH and cell[4] == "-" and cell[13] == ":"


def may_be_clock(cell: str) -> bool:
    """Tell whether a cell may be a time of day in digits: ``123456``, or ``93015`` where a spreadsheet saved it."""
    return bool(_BARE_CLOCK.fullmatch(cell))


def moment_of(
    cell: str,
    *,
    day_first: bool | None = None,
    year_month: tuple[int, int] | None = None,
    beside_day: bool = False,
) -> Moment:
    """Return what a cell says, `NO_MOMENT` if it is neither day nor time.

    ``day_first`` says which way round 3/4 is; None where nobody knows: then such a day is none unless it can be only
    one. ``year_month`` is that of a statement whose days have no year: later months are those of the year before.
    ``beside_day`` says that another cell has the day: then 45012 is ten minutes to five, not a spreadsheet's number of
    the 27th of March 2023.
    """
    cell = half_width(cell.strip())
    if len(cell) > LONGEST_MOMENT:
        return NO_MOMENT
    if _ALL_DIGITS.fullmatch(cell):
        cell = f"{cell[:8]} {cell[8:10]}:{cell[10:12]}:{cell[12:]}"
    in_digits = may_be_clock(cell)
    if _SERIAL.fullmatch(cell) and not (in_digits and beside_day):
        moment = _SERIAL_DAY_ZERO + timedelta(seconds=round(float(cell) * 86400))
        return Moment(moment.date(), moment.time() if "." in cell else None, seconds=True)
    if in_digits:
        digits = cell.zfill(6)
        return _clock(digits[:2], digits[2:4], digits[4:])
    day, rest = _day(cell, day_first, year_month)
    rest = rest.strip(" T,　")
    if not rest:
        return Moment(day)
    found = _CLOCK.fullmatch(rest)
    if found is None:
        return NO_MOMENT
    clock = _clock(found[2], found[3], found[4], (found[1] or found[5] or "").lower())
    return Moment(day, clock.clock, clock.seconds) if clock.clock else NO_MOMENT


def _clock(hour: str, minute: str, second: str | None, half: str = "") -> Moment:
    number = int(hour)
    if half and half[0] in "p下" and number < 12:
        number += 12
    elif half and half[0] in "a上" and number == 12:
        number = 0
    try:
        return Moment(None, time(number, int(minute), int(second or 0)), second is not None)
    except ValueError:
        return NO_MOMENT


def _day(cell: str, day_first: bool | None, year_month: tuple[int, int] | None) -> tuple[date | None, str]:
    """Return the day that a cell begins with, and what comes after it."""
    if found := _DAY.match(cell):
        parts = found.group(1, 2, 3) if found[1] else found.group(4, 5, 6)
        return _date(*map(int, parts)), cell[found.end() :]
    if found := _ROC_DAY.match(cell):
        year, month, day = map(int, found.group(1, 2, 3))
        return _date(year + _ROC_YEARS_BEHIND, month, day), cell[found.end() :]
    if found := _SHORT_DAY.match(cell):
        first, second, year = map(int, found.group(1, 2, 3))
        year += 2000 if year < 100 else 0
        if first > 12 or first == second or (day_first and second <= 12):
            return _date(year, second, first), cell[found.end() :]
        return (_date(year, first, second) if second > 12 or day_first is False else None), cell[found.end() :]
    if (found := _WORDED_DAY.match(cell)) and (name := (found[2] or found[3]).lower()) in _MONTHS:
        year = int(found[5]) + (2000 if len(found[5]) == 2 else 0)
        return _date(year, _MONTHS.index(name) + 1, int(found[1] or found[4])), cell[found.end() :]
    if year_month and (found := _DAY_OF_YEAR.match(cell)):
        month = int(found[1])
        return _date(year_month[0] - (month > year_month[1]), month, int(found[2])), cell[found.end() :]
    return None, cell


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in PLAUSIBLE_YEARS else None
    except ValueError:
        return None


def is_ambiguous(cell: str) -> bool:
    """Tell whether a cell begins with a day that can be read both ways round."""
    found = _SHORT_DAY.match(half_width(cell).strip())
    return bool(found and int(found[1]) <= 12 and int(found[2]) <= 12 and found[1] != found[2])


def day_order_of(cells: Iterable[str]) -> bool | None:
    """Return whether days come before months in a column, None if nothing in it tells."""
    for cell in cells:
        if found := _SHORT_DAY.match(half_width(cell).strip()):
            if int(found[1]) > 12:
                return True
            if int(found[2]) > 12:
                return False
    return None


def asks_of(days: Sequence[str], told: bool | None) -> tuple[str, ...]:
    """Return the question which way round days are, where neither they nor a person say it."""
    is_open = told is None and day_order_of(days) is None and any(map(is_ambiguous, days))
    return ("day-order",) if is_open else ()


def reading_of(moment: Moment, words: str, origin: str) -> ClockReading | None:
    """Return the reading of a day with or without a time of day; None without a day."""
    if moment.day is None:
        return None
    wall = datetime.combine(moment.day, moment.clock or time())
    precision = Precision.DAY if moment.clock is None else Precision.SECOND if moment.seconds else Precision.MINUTE
    return stated(wall, precision, origin=origin, words=words)
