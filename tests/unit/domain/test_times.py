"""Clock readings: instants, trust and conflicts."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.times import (
    ClockReading,
    EventTime,
    Precision,
    TimeMeaning,
    TimeSource,
    choose,
    conflicts,
    has_open_conflict,
    instant,
    span,
    trust_rank,
    zone,
)
from evidence_app.errors import InputProblem

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
EIGHT = datetime(2025, 2, 22, 8, 15, 3)


def reading(
    source: TimeSource = TimeSource.FILENAME,
    wall: datetime | None = EIGHT,
    precision: Precision = Precision.SECOND,
    offset_min: int | None = None,
    meaning: TimeMeaning = TimeMeaning.HAPPENED,
    confidence: int = 90,
) -> ClockReading:
    return ClockReading(wall, precision, source, confidence, offset_min, meaning)


def test_a_wall_time_without_offset_is_taken_in_the_disputes_zone() -> None:
    assert instant(reading(), SHANGHAI) == datetime(2025, 2, 22, 0, 15, 3, tzinfo=UTC)


def test_a_stated_offset_wins_over_the_disputes_zone() -> None:
    assert instant(reading(offset_min=0), SHANGHAI) == datetime(2025, 2, 22, 8, 15, 3, tzinfo=UTC)


def test_a_month_spans_to_the_first_of_the_next() -> None:
    some_day_in_march = reading(wall=datetime(2025, 3, 1), precision=Precision.MONTH)
    limits = span(some_day_in_march, SHANGHAI)
    assert limits is not None
    assert limits[1] - limits[0] == timedelta(days=31)


@pytest.mark.parametrize(
    ("day", "hours"), [(datetime(2025, 3, 30), 23), (datetime(2025, 6, 1), 24), (datetime(2025, 10, 26), 25)]
)
def test_a_day_on_which_the_clocks_change_is_as_long_as_it_is(day: datetime, hours: int) -> None:
    limits = span(reading(wall=day, precision=Precision.DAY), BERLIN)
    assert limits is not None
    assert limits[1] - limits[0] == timedelta(hours=hours)


def test_a_wall_time_that_a_clock_change_repeats_contradicts_neither_moment() -> None:
    half_past_two = datetime(2025, 10, 26, 2, 30)
    for offset_min in (60, 120):
        stated = reading(TimeSource.EXIF, half_past_two, offset_min=offset_min)
        assert not conflicts(choose([reading(wall=half_past_two), stated]), BERLIN)


def test_a_wall_time_that_a_clock_change_skips_is_shown_as_a_time_that_exists() -> None:
    at = instant(reading(wall=datetime(2025, 3, 30, 2, 30)), BERLIN)
    assert at is not None
    assert at.isoformat() == "2025-03-30T03:30:00+02:00"


def test_an_unknown_time_has_no_instant() -> None:
    assert instant(reading(wall=None, precision=Precision.UNKNOWN), SHANGHAI) is None


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (reading(TimeSource.PLATFORM), reading(TimeSource.CONTAINER, offset_min=480)),
        (reading(TimeSource.CONTAINER, offset_min=480), reading(TimeSource.EXIF, offset_min=480)),
        (reading(TimeSource.EXIF, offset_min=480), reading(TimeSource.FILENAME)),
        (reading(TimeSource.FILENAME), reading(TimeSource.EXIF)),
        (reading(TimeSource.EXIF), reading(TimeSource.SCREEN)),
        (reading(TimeSource.SCREEN), reading(TimeSource.FILENAME, meaning=TimeMeaning.SAVED)),
        (reading(TimeSource.SCREEN), reading(TimeSource.MODIFIED, meaning=TimeMeaning.MODIFIED, offset_min=0)),
        (reading(TimeSource.EXIF), reading(TimeSource.FILENAME, confidence=30)),
    ],
)
def test_readings_are_believed_in_the_order_of_trust(better: ClockReading, worse: ClockReading) -> None:
    assert trust_rank(better) < trust_rank(worse)
    assert choose([worse, better]).reading == better


def test_nothing_is_chosen_where_nothing_is_known() -> None:
    assert choose([]).reading is None
    assert choose([reading(wall=None, precision=Precision.UNKNOWN)]).reading is None


def test_readings_an_hour_apart_conflict_until_a_person_decides() -> None:
    time = choose([reading(), reading(TimeSource.EXIF, EIGHT + timedelta(hours=1))])
    assert len(conflicts(time, SHANGHAI)) == 1
    assert has_open_conflict(time, SHANGHAI)
    assert not has_open_conflict(EventTime(time.readings, time.chosen, decided=True), SHANGHAI)


def test_a_day_and_a_second_of_that_day_agree() -> None:
    day = reading(TimeSource.SCREEN, datetime(2025, 2, 22), Precision.DAY)
    assert not conflicts(choose([reading(), day]), SHANGHAI)


def test_saving_and_modifying_later_contradicts_nothing() -> None:
    later = EIGHT + timedelta(days=30)
    saved = reading(wall=later, meaning=TimeMeaning.SAVED)
    modified = reading(TimeSource.MODIFIED, later, meaning=TimeMeaning.MODIFIED)
    assert not conflicts(choose([reading(), saved, modified]), SHANGHAI)


def test_the_computers_own_zone_never_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    assert instant(reading(), SHANGHAI) == datetime(2025, 2, 22, 0, 15, 3, tzinfo=UTC)


def test_an_unknown_zone_is_a_clear_problem() -> None:
    for name in ("Mars/Olympus", "../../etc/passwd", ""):
        with pytest.raises(InputProblem, match="zone-unknown"):
            zone(name)


@given(
    st.lists(
        st.builds(
            reading,
            source=st.sampled_from(TimeSource),
            wall=st.datetimes(),
            precision=st.sampled_from([each for each in Precision if each is not Precision.UNKNOWN]),
            offset_min=st.none() | st.integers(-720, 840),
        ),
        max_size=5,
    )
)
def test_any_readings_can_be_chosen_from_and_compared(readings: list[ClockReading]) -> None:
    time = choose(readings)
    conflicts(time, SHANGHAI)
    assert (time.reading is None) == (not any(1900 <= each.wall.year < 2200 for each in readings if each.wall))
