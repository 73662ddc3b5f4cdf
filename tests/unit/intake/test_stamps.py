"""Dates in metadata: read in every form that is in use, and never an error."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.times import TimeMeaning, TimeSource
from evidence_app.intake.stamps import offset_min, pdf_reading, stamp_reading


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2025:02:22 08:15:03", None),
        ("2025:02:22 08:15:03\0", None),
        ("2025-02-22T08:15:03", None),
        ("2025-02-22T08:15:03.123456Z", 0),
        ("2025-02-22T08:15:03+0800", 480),
        ("2025-02-22 08:15:03 -05:30", -330),
    ],
)
def test_a_date_is_read_with_its_own_offset(text: str, offset: int | None) -> None:
    reading = stamp_reading(text, TimeSource.EXIF, "test", 80)
    assert reading is not None
    assert (reading.wall, reading.offset_min) == (datetime(2025, 2, 22, 8, 15, 3), offset)


NO_DATES = ["", "2025", "2025:02:30 08:15:03", "2025:02:22 24:15:03", "1904-01-01T00:00:00Z", None, 7]


@pytest.mark.parametrize("text", NO_DATES)
def test_an_impossible_date_is_no_reading(text: object) -> None:
    assert stamp_reading(text, TimeSource.EXIF, "test", 80) is None


OFFSETS = [("+08:00", 480), ("-0330", -210), ("Z", 0), ("+25:00", None), ("+08:75", None), ("8", None), (b"+", None)]


@pytest.mark.parametrize(("text", "minutes"), OFFSETS)
def test_an_offset_is_minutes_east_of_utc(text: object, minutes: int | None) -> None:
    assert offset_min(text) == minutes


NEARLY_DATES = st.from_regex(r"(D:)?[0-9]{4}[:-]?[0-9]{2}[:-]?[0-9]{2}[T ]?[0-9:]{0,8}[Z+-]?[0-9:']{0,6}")


@given(st.one_of(st.text(max_size=80), NEARLY_DATES))
def test_no_text_is_an_error(text: str) -> None:
    for reading in (
        stamp_reading(text, TimeSource.EXIF, "test", 80, offset=text),
        pdf_reading(text, "test", 80, TimeMeaning.HAPPENED),
    ):
        assert reading is None or reading.wall is not None
