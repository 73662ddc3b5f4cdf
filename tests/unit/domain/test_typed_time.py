"""Times are understood as precisely as they are typed."""

from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from evidence_app.domain.typed_time import home_text, source_text, typed_date, typed_duration, typed_reading, with_typed
from evidence_app.errors import InputProblem

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("text", "wall", "precision"),
    [
        ("2025-02-22 08:15:03", datetime(2025, 2, 22, 8, 15, 3), Precision.SECOND),
        ("2025-02-22 08:15", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("2025/2/22 8:15", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("2025年2月22日 8点15分", datetime(2025, 2, 22, 8, 15), Precision.MINUTE),
        ("2025年2月22日", datetime(2025, 2, 22), Precision.DAY),
        ("2025.02.22", datetime(2025, 2, 22), Precision.DAY),
        ("2025-02", datetime(2025, 2, 1), Precision.MONTH),
        ("2025年2月", datetime(2025, 2, 1), Precision.MONTH),
        ("2025年3月1日 上午10:30", datetime(2025, 3, 1, 10, 30), Precision.MINUTE),
        ("2025年2月22日 下午3:20", datetime(2025, 2, 22, 15, 20), Precision.MINUTE),
        ("2025-02-22 凌晨12:05", datetime(2025, 2, 22, 0, 5), Precision.MINUTE),
        ("2025-02-22 中午12:10", datetime(2025, 2, 22, 12, 10), Precision.MINUTE),
        ("2025-02-22 晚上8点半", datetime(2025, 2, 22, 20, 30), Precision.MINUTE),
        ("2025-02-22 3:20 pm", datetime(2025, 2, 22, 15, 20), Precision.MINUTE),
    ],
)
def test_a_typed_time_is_as_precise_as_it_was_typed(text: str, wall: datetime, precision: Precision) -> None:
    reading = typed_reading(text)
    assert reading is not None
    assert (reading.wall, reading.precision, reading.source) == (wall, precision, TimeSource.TYPED)


def test_a_year_that_is_left_out_is_the_given_one_else_the_latest_that_has_the_day() -> None:
    given_year, latest = typed_reading("3月2日 8:28", 2024), typed_reading("3月2日 8:28")
    assert given_year is not None
    assert given_year.wall == datetime(2024, 3, 2, 8, 28)
    assert latest is not None
    assert latest.wall is not None
    assert latest.wall <= datetime.now() < latest.wall.replace(year=latest.wall.year + 1)


@pytest.mark.parametrize("text", ["下午3:20", "2025-02-22 晚上12:30", "2月30日 8:00"])
def test_an_hour_without_a_day_and_a_midnight_of_two_days_are_refused(text: str) -> None:
    with pytest.raises(InputProblem):
        typed_reading(text)


@pytest.mark.parametrize("text", ["yesterday", "2025-13-01", "2025-02-30", "25:00", "2025-02-22 25:00", "20250222"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InputProblem):
        typed_reading(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_times(text: str) -> None:
    for read in (typed_reading, typed_date, typed_duration):
        with suppress(InputProblem):
            read(text)


@given(st.datetimes(min_value=datetime(1901, 1, 1), max_value=datetime(2098, 12, 31)))
def test_a_time_that_is_shown_is_read_back_the_same(wall: datetime) -> None:
    shown = ClockReading(wall.replace(microsecond=0, fold=0), Precision.SECOND, TimeSource.TYPED, 100)
    read = typed_reading(home_text(shown, SHANGHAI))
    assert read is not None
    assert read.wall == shown.wall


def test_empty_text_states_that_the_time_is_unknown_and_keeps_the_readings() -> None:
    reading = ClockReading(datetime(2025, 2, 22), Precision.DAY, TimeSource.FILENAME, 80)
    time = with_typed(EventTime((reading,), 0), "")
    assert (time.readings, time.chosen, time.decided) == ((reading,), None, True)


def test_an_own_statement_replaces_an_earlier_one_and_is_chosen() -> None:
    once = with_typed(EventTime(), "2025-02-22")
    twice = with_typed(once, "2025-02-23")
    assert len(twice.readings) == 1
    assert twice.reading is not None
    assert twice.reading.words == "2025-02-23"


def test_a_reading_in_another_offset_is_shown_in_the_disputes_zone_with_the_source_beside_it() -> None:
    reading = ClockReading(datetime(2025, 2, 21, 15, 48, 7), Precision.SECOND, TimeSource.CONTAINER, 75, offset_min=0)
    assert home_text(reading, SHANGHAI) == "2025-02-21 23:48:07"
    assert source_text(reading, SHANGHAI) == "2025-02-21 15:48:07 +00:00"


@pytest.mark.parametrize(
    ("text", "seconds"), [("2:41", 161), ("1:02:03", 3723), ("3", 180), ("3分20秒", 200), ("3 min", 180), ("", None)]
)
def test_durations_are_read_as_people_write_them(text: str, seconds: int | None) -> None:
    assert typed_duration(text) == seconds


def test_a_month_is_no_day() -> None:
    assert typed_date("2025-02-22") == date(2025, 2, 22)
    with pytest.raises(InputProblem, match="date-unreadable"):
        typed_date("2025-02")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2月26日", date(2024, 2, 26)),
        ("2 月 26", date(2024, 2, 26)),
        ("26/2", date(2024, 2, 26)),
        ("2/26", date(2024, 2, 26)),
        ("3/3", date(2024, 3, 3)),
    ],
)
def test_a_day_without_a_year_is_of_the_year_of_the_event(text: str, day: date) -> None:
    assert typed_date(text, 2024) == day


@pytest.mark.parametrize("text", ["3/4", "30/2", "13/14", "2月30日"])
def test_a_day_that_may_be_two_or_none_is_refused(text: str) -> None:
    with pytest.raises(InputProblem, match="date-unreadable"):
        typed_date(text, 2024)
