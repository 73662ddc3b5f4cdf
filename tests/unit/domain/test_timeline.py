"""Order and selection of events."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.timeline import ALL_TIME, Period, in_order, sort_instant_ms, within
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource

HOME = ZoneInfo("Asia/Shanghai")


def event(ordinal: int, wall: datetime | None, precision: Precision = Precision.SECOND) -> Event:
    reading = ClockReading(wall, precision, TimeSource.TYPED, 90)
    time = EventTime((reading,), 0) if wall else EventTime()
    return Event(id=str(ordinal), dispute_id="d", kind=EventKind.NOTE, ordinal=ordinal, time=time)


def test_events_are_ordered_by_time_then_by_recording_and_unknown_last() -> None:
    late, early = event(1, datetime(2025, 3, 1)), event(2, datetime(2025, 2, 1))
    twin, unknown = event(4, datetime(2025, 2, 1)), event(3, None)
    assert [each.ordinal for each in in_order([unknown, late, twin, early], HOME)] == [2, 4, 1, 3]


def test_the_sort_key_is_milliseconds_since_1970_utc() -> None:
    assert sort_instant_ms(event(1, datetime(1970, 1, 1, 8, 0, 1)), HOME) == 1000
    assert sort_instant_ms(event(1, None), HOME) is None


@pytest.mark.parametrize(
    ("period", "inside"),
    [
        (ALL_TIME, True),
        (Period(date(2025, 2, 22), date(2025, 2, 22)), True),
        (Period(date(2025, 2, 23)), False),
        (Period(last=date(2025, 2, 21)), False),
    ],
)
def test_a_period_includes_its_first_and_last_day(period: Period, inside: bool) -> None:
    assert within(event(1, datetime(2025, 2, 22, 23, 59, 59)), period, HOME) is inside


def test_some_day_in_march_lies_in_every_period_that_touches_march() -> None:
    march = event(1, datetime(2025, 3, 1), Precision.MONTH)
    assert within(march, Period(date(2025, 3, 20), date(2025, 4, 20)), HOME)
    assert not within(march, Period(date(2025, 4, 1)), HOME)


def test_a_day_on_which_the_clocks_change_does_not_reach_into_the_next() -> None:
    day = event(1, datetime(2025, 3, 30), Precision.DAY)
    assert not within(day, Period(date(2025, 3, 31)), ZoneInfo("Europe/Berlin"))


def test_an_event_without_a_time_lies_only_in_an_open_period() -> None:
    assert within(event(1, None), ALL_TIME, HOME)
    assert not within(event(1, None), Period(date(2025, 1, 1)), HOME)


def test_the_mere_date_of_a_file_is_no_time_of_an_event_until_a_person_stands_behind_it() -> None:
    reading = ClockReading(datetime(2026, 11, 21, 3, 3), Precision.SECOND, TimeSource.MODIFIED, 20)
    guessed = replace(event(1, None), time=EventTime((reading,), 0))
    decided = replace(guessed, id="2", ordinal=2, time=EventTime((reading,), 0, decided=True))
    late = event(3, datetime(2027, 1, 1))
    assert [each.ordinal for each in in_order([guessed, late, decided], HOME)] == [2, 3, 1]
    assert not within(guessed, Period(date(2026, 11, 21)), HOME)
    assert within(decided, Period(date(2026, 11, 21)), HOME)
