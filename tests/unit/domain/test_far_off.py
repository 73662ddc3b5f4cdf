"""A wrong year among many right ones is noticed; a long dispute is not suspected."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.far_off import FAR, far_off, settled_start

FEBRUARY = [(str(day), datetime(2025, 2, day)) for day in range(1, 21)]


def test_the_one_from_years_before_the_others_is_found() -> None:
    assert far_off([*FEBRUARY, ("odd", datetime(2020, 1, 1))]) == ["odd"]


def test_both_ends_are_looked_at() -> None:
    odd = [("early", datetime(2020, 1, 1)), ("late", datetime(2030, 1, 1))]
    assert far_off([*FEBRUARY, *odd]) == ["early", "late"]


def test_a_dispute_with_two_parts_is_not_suspected() -> None:
    earlier = [(f"e{day}", datetime(2020, 2, day)) for day in range(1, 11)]
    assert far_off([*FEBRUARY, *earlier]) == []


def test_among_a_handful_nobody_can_tell() -> None:
    assert far_off([*FEBRUARY[:4], ("odd", datetime(2020, 1, 1))]) == []


@given(st.lists(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1)), max_size=60))
def test_what_is_found_is_always_few_and_far(times: list[datetime]) -> None:
    numbered = [(str(number), at) for number, at in enumerate(times)]
    found = set(far_off(numbered))
    others = [at for name, at in numbered if name not in found]
    assert len(found) <= len(times) * 0.2
    assert all(min(abs(at - other) for other in others) >= FAR - timedelta() for name, at in numbered if name in found)


def test_days_are_counted_from_the_first_time_that_is_not_far_off() -> None:
    times = [at for _, at in FEBRUARY]
    assert settled_start([datetime(2020, 1, 1), *times]) == times[0]
    assert settled_start(times) == times[0]
    assert settled_start([]) is None
