"""When a picture was taken, as far as machines may reckon from it what "yesterday" on it means."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from evidence_app.actions.interpret import captured_at, day_in_name, made_by_at
from evidence_app.domain.times import UNKNOWN_TIME, ClockReading, Precision, TimeMeaning, TimeSource, choose

HOME = ZoneInfo("Asia/Shanghai")
AT = datetime(2025, 2, 22, 8, 15, 3)


def captured(reading: ClockReading) -> datetime | None:
    return captured_at(choose([reading]), HOME)


def test_a_files_name_or_metadata_says_when_a_picture_was_taken() -> None:
    assert captured(ClockReading(AT, Precision.SECOND, TimeSource.FILENAME, 90)) == AT
    utc = ClockReading(AT, Precision.SECOND, TimeSource.EXIF, 90, offset_min=0)
    assert captured(utc) == datetime(2025, 2, 22, 16, 15, 3)


def test_of_a_day_its_last_moment_counts_because_all_that_is_shown_happened_by_then() -> None:
    day = ClockReading(datetime(2025, 2, 22), Precision.DAY, TimeSource.FILENAME, 90)
    assert captured(day) == datetime(2025, 2, 22, 23, 59, 59)


@pytest.mark.parametrize(
    "reading",
    [
        ClockReading(AT, Precision.SECOND, TimeSource.MODIFIED, 90, meaning=TimeMeaning.MODIFIED),
        ClockReading(AT, Precision.SECOND, TimeSource.FILENAME, 90, meaning=TimeMeaning.SAVED),
        ClockReading(AT, Precision.MINUTE, TimeSource.SCREEN, 70),
        ClockReading(AT, Precision.SECOND, TimeSource.FILENAME, 40),
        ClockReading(datetime(2025, 2, 1), Precision.MONTH, TimeSource.TYPED, 100),
    ],
)
def test_other_times_say_nothing_of_it(reading: ClockReading) -> None:
    assert captured(reading) is None


def test_without_a_time_nothing_is_reckoned() -> None:
    assert captured_at(UNKNOWN_TIME, HOME) is None


def test_a_picture_was_made_by_the_first_time_at_which_its_file_was_saved_or_changed() -> None:
    changed = ClockReading(AT, Precision.SECOND, TimeSource.MODIFIED, 90, meaning=TimeMeaning.MODIFIED)
    saved = ClockReading(AT.replace(year=2024), Precision.SECOND, TimeSource.CONTAINER, 40, meaning=TimeMeaning.SAVED)
    unset = ClockReading(AT.replace(year=1980), Precision.SECOND, TimeSource.MODIFIED, 90, meaning=TimeMeaning.MODIFIED)
    seen = ClockReading(AT.replace(year=2023), Precision.MINUTE, TimeSource.SCREEN, 70)
    assert made_by_at(choose([changed, saved, unset, seen]), HOME) == AT.replace(year=2024)
    assert made_by_at(UNKNOWN_TIME, HOME) is None


def test_a_day_in_a_name_is_that_of_the_picture_unless_the_file_is_older_or_somebody_knows_better() -> None:
    named = ClockReading(
        datetime(2025, 2, 22), Precision.DAY, TimeSource.FILENAME, 40, origin="loose-day", words="20250222"
    )
    changed = ClockReading(
        AT.replace(month=11), Precision.SECOND, TimeSource.MODIFIED, 90, meaning=TimeMeaning.MODIFIED
    )
    older = changed._replace(wall=AT.replace(day=20))
    assert day_in_name(choose([named, changed]), HOME) == datetime(2025, 2, 22, 23, 59, 59)
    assert day_in_name(choose([named, older]), HOME) is None
    assert day_in_name(replace(choose([named, changed]), decided=True), HOME) is None
    assert day_in_name(choose([named._replace(origin="range"), changed]), HOME) is None
