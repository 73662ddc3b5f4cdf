"""When the payments of a bill were made, by the columns of its table that hold days and times of day."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from evidence_app.domain.times import ClockReading, Precision
from evidence_app.intake.exports.moments import NO_MOMENT, Moment, is_full, may_be_clock, moment_of, reading_of
from evidence_app.intake.exports.values import stated

FEWEST_DAYS = 3
"""Times that have to be midnight before it is believed that none was meant."""

_START_OF_DAY = datetime.min.time()
_MIDNIGHT = re.compile(r"\d[ T]+0?0:00(?::00)?(?:\.0+)?$")  # 2024-03-01 00:00:00
_STATEMENT_MONTH = re.compile(r"(20\d{2})\s*年\s*(\d{1,2})\s*月")


def are_only_days(cells: Iterable[str]) -> bool:
    """Tell whether all of several times are midnight: a program wrote days so, nobody pays always then."""
    times = [cell for cell in cells if cell]
    return len(times) >= FEWEST_DAYS and all(map(_MIDNIGHT.search, times))


def statement_month(lines: Iterable[str]) -> tuple[int, int] | None:
    """Return year and month of a statement by what stands above its table, for days without a year."""
    found = next(filter(None, map(_STATEMENT_MONTH.search, lines)), None)
    return (int(found[1]), int(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class BillTimes:
    """The ``columns`` of a table that hold its times, the best first, and how they are to be read.

    ``origin`` is the bill's code. ``day_first`` and ``year_month`` are as `moments.moment_of` takes them. With
    ``only_days`` midnight stands for a day of which no time is known.
    """

    columns: tuple[int, ...]
    origin: str
    day_first: bool | None
    year_month: tuple[int, int] | None
    only_days: bool

    def reading(self, cells: Sequence[str]) -> ClockReading | None:
        """Return the first time that a row states, None where there is no day."""
        time = self._stated(cells)
        if self.only_days and time is not None and time.wall is not None and time.wall.time() == _START_OF_DAY:
            return time._replace(precision=Precision.DAY)
        return time

    def _stated(self, cells: Sequence[str]) -> ClockReading | None:
        moment, said = NO_MOMENT, ""
        for index in self.columns:
            cell = cells[index]
            if not cell:
                continue
            if is_full(cell) and moment is NO_MOMENT:
                with suppress(ValueError):
                    return stated(datetime.fromisoformat(cell), origin=self.origin, words=cell)
            is_clock = cell.isdigit() and len(cell) <= 6 and self._has_day(cells, index)
            found = self._moment(cell.zfill(6) if is_clock else cell, beside_day=is_clock)
            if found.day and found.clock and moment.day is None:
                return reading_of(found, cell, self.origin)
            fuller = _joined(moment, found)
            if fuller is not moment:
                moment, said = fuller, f"{said} {cell}".strip()
            if moment.day and moment.clock:
                break
        return reading_of(moment, said, self.origin)

    def _moment(self, cell: str, *, beside_day: bool = False) -> Moment:
        return moment_of(cell, day_first=self.day_first, year_month=self.year_month, beside_day=beside_day)

    def _has_day(self, cells: Sequence[str], but: int) -> bool:
        others = (cells[index] for index in self.columns if index != but)
        return any(self._moment(each).day for each in others if each and not may_be_clock(each))


def _joined(moment: Moment, found: Moment) -> Moment:
    """Return a moment with what another one adds to it: a day or a time of day, not both at once."""
    if found.day and not found.clock and moment.day is None:
        return moment._replace(day=found.day)
    if found.clock and not found.day and moment.clock is None:
        return moment._replace(clock=found.clock, seconds=found.seconds)
    return moment
