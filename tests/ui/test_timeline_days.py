from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ui.timeline.days import LONGEST_GAP, Key, Slot, Tally, covered, slots

DAY = date(2025, 2, 22)


def counted(*days: int) -> dict[Key, Tally]:
    return {(DAY + timedelta(days=day), False): Tally(1) for day in days}


def test_every_day_of_a_short_dispute_has_its_slot_also_the_empty_ones() -> None:
    found = slots(counted(0, 3), most=100)
    assert [slot.tally.events for slot in found] == [1, 0, 0, 1]
    assert (found[0].first, found[-1].last) == (DAY, DAY + timedelta(days=3))


def test_a_long_time_without_events_is_one_gap() -> None:
    first, gap, last = slots(counted(0, LONGEST_GAP + 2), most=100)
    assert gap == Slot(DAY + timedelta(days=1), DAY + timedelta(days=LONGEST_GAP + 1), gap=True)
    assert first.tally.events == last.tally.events == 1


def test_where_days_do_not_fit_weeks_or_months_or_years_are_drawn() -> None:
    days = counted(*range(400))
    assert [slot.first.weekday() for slot in slots(days, most=100)] == [0] * 58
    assert all(slot.first.day == 1 for slot in slots(days, most=20))
    assert [slot.first.year for slot in slots(days, most=3)] == [2025, 2026]


def test_a_month_of_unknown_day_stands_before_its_days() -> None:
    found = slots({(date(2025, 2, 1), True): Tally(2), **counted(0)}, most=100)
    assert (found[0].vague, found[0].last, found[0].tally.events) == (True, date(2025, 2, 28), 2)
    assert found[-1].first == DAY


def test_a_month_of_unknown_day_repeats_no_week() -> None:
    days = {(date(2025, 2, 1), True): Tally(1), **counted(*range(-25, 400))}
    weeks = [slot.first for slot in slots(days, most=100) if not slot.vague]
    assert len(weeks) == len(set(weeks))


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=60), st.integers(2, 200))
def test_no_event_is_lost_and_slots_follow_each_other_without_holes(days: list[int], most: int) -> None:
    found = slots(counted(*days), most)
    assert sum(slot.tally.events for slot in found) == len(set(days))
    assert all(other.first == one.last + timedelta(days=1) for one, other in zip(found, found[1:], strict=False))


def test_a_period_covers_the_slots_it_touches() -> None:
    found = slots(counted(*range(10)), most=100)
    assert covered(found, DAY + timedelta(days=2), DAY + timedelta(days=4)) == (2, 4)
    assert covered(found, None, DAY) == (0, 0)
    assert covered(found, DAY + timedelta(days=50), None) is None
