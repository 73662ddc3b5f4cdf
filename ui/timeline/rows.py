"""The timeline's rows: a header for each day, then its events, those without a time at the end.

Knows nothing of widgets.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.times import Precision


@dataclass(frozen=True, slots=True)
class Day:
    """Identity of a header: a day, a month of which the day is not known, or (None) the unknown time."""

    date: date | None
    whole_month: bool = False


Row = Day | TimelineEntry


class Rows:
    """Headers and events in their order, and where each of them is, found out when first asked."""

    def __init__(self, content: Sequence[Row] = ()) -> None:
        self.content = content

    @cached_property
    def headers(self) -> Sequence[int]:
        """Rows of the day headers, ascending."""
        return [number for number, row in enumerate(self.content) if isinstance(row, Day)]

    @cached_property
    def row_by_event(self) -> Mapping[str, int]:
        """The row of each event, in order."""
        return {row.event_id: number for number, row in enumerate(self.content) if isinstance(row, TimelineEntry)}

    @cached_property
    def counts(self) -> Mapping[Day, int]:
        """How many events each day has."""
        return {
            day: following - header - 1
            for header, following in pairwise([*self.headers, len(self.content)])
            if isinstance(day := self.content[header], Day)
        }

    @property
    def event_count(self) -> int:
        """How many events there are."""
        return len(self.content) - len(self.headers)

    def find_all(self) -> None:
        """Find out now where everything is."""
        _ = self.row_by_event, self.counts


def rows_of(entries: Iterable[TimelineEntry]) -> list[Row]:
    """Return headers and events; "some day in March" stands before the days of March, unknown times last."""
    days: dict[tuple[date | None, bool], list[TimelineEntry]] = {}
    last: tuple[date | None, bool] | None = None
    group: list[TimelineEntry] = []
    for entry in entries:
        key = _day_key(entry)
        if key != last:  # entries come in order: most have the day of the one before
            group, last = days.setdefault(key, []), key
        group.append(entry)
    rows: list[Row] = []
    for day, whole_month in sorted(days, key=lambda key: (key[0] is None, key[0] or date.max, not key[1])):
        rows.append(Day(day, whole_month))
        rows += days[day, whole_month]
    return rows


def _day_key(entry: TimelineEntry) -> tuple[date | None, bool]:
    """Return the day under which the event stands and whether it means the whole month; None if unknown."""
    at = entry.at
    if at is None or entry.precision is Precision.UNKNOWN:
        return None, False
    if entry.precision is Precision.MONTH:
        return at.date().replace(day=1), True
    return at.date(), False
