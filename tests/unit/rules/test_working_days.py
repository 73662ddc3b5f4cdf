"""Worked out by hand from the State Council's notices for 2025 (国办发明电〔2024〕12号) and 2026 (〔2025〕7号)."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from evidence_app.phrases import Language
from evidence_app.rules.territories import Territory, territory_of
from evidence_app.rules.working_days import (
    MOST_DAYS,
    add_working_days,
    holiday_on,
    is_working_day,
)

CN, TW = Territory.of("CN"), Territory.of("TW")


@pytest.mark.parametrize(
    ("start", "n", "day"),
    [
        ("2025-02-21", 3, "2025-02-26"),  # a Friday: the weekend does not count, nor does the day itself
        ("2025-02-22", 3, "2025-02-26"),
        ("2025-02-24", 1, "2025-02-25"),
        ("2025-01-24", 3, "2025-02-05"),  # Sunday 26 January works; off from 28 January to 4 February
        ("2025-02-05", 3, "2025-02-08"),  # Saturday 8 February works
        ("2025-04-03", 1, "2025-04-07"),  # Tomb-Sweeping Day
        ("2025-04-25", 4, "2025-04-30"),  # Sunday 27 April works
        ("2025-04-30", 1, "2025-05-06"),  # Labour Day, 1 to 5 May
        ("2025-05-30", 1, "2025-06-03"),  # Dragon Boat Festival, 31 May to 2 June
        ("2025-09-26", 3, "2025-09-30"),  # Sunday 28 September works
        ("2025-09-30", 3, "2025-10-11"),  # National Day and Mid-Autumn, 1 to 8 October; Saturday 11 works
        ("2025-12-31", 2, "2026-01-05"),  # New Year 1 to 3 January; Sunday 4 works
        ("2026-02-13", 2, "2026-02-24"),  # Saturday 14 February works; off from 15 to 23
        ("2026-02-27", 1, "2026-02-28"),
        ("2026-05-08", 1, "2026-05-09"),
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-09-24", 1, "2026-09-28"),  # Mid-Autumn, 25 to 27 September
        ("2026-09-30", 3, "2026-10-10"),  # National Day, 1 to 7 October; Saturday 10 works
        ("2025-01-24", 15, "2025-02-20"),
    ],
)
def test_working_days_of_announced_years(start: str, n: int, day: str) -> None:
    counted = add_working_days(date.fromisoformat(start), n, CN)
    assert counted.day == date.fromisoformat(day)
    assert counted.calendar_known


def test_the_count_says_which_holidays_it_left_out_and_which_weekends_it_counted() -> None:
    counted = add_working_days(date(2025, 1, 24), 3, CN)
    days = [(each.day.month, each.day.day) for each in counted.holidays_used]
    assert days == [(1, 28), (1, 29), (1, 30), (1, 31), (2, 3), (2, 4)]
    assert "春节" in counted.holidays_used[1].name
    assert counted.make_up_days == (date(2025, 1, 26),)


def test_a_year_that_nobody_announced_counts_mondays_to_fridays_and_says_so() -> None:
    counted = add_working_days(date(2098, 9, 30), 2, CN)  # Wednesday 1 October 2098 is National Day, for all we know
    assert (counted.day, counted.calendar_known, counted.holidays_used) == (date(2098, 10, 2), False, ())


def test_a_count_that_begins_in_a_known_year_and_ends_in_an_unknown_one_is_not_known() -> None:
    last = max(year for year in range(2026, 2090) if add_working_days(date(year, 1, 1), 1, CN).calendar_known)
    assert not add_working_days(date(last, 12, 30), 20, CN).calendar_known


@pytest.mark.parametrize(
    ("start", "n", "territory", "day"),
    [
        ("2025-02-07", 1, Territory.of("TW"), "2025-02-08"),  # made up for 27 January
        ("2025-01-24", 1, Territory.of("TW"), "2025-02-03"),
        ("2025-04-17", 1, Territory.of("HK"), "2025-04-22"),  # Good Friday to Easter Monday
        ("2025-06-30", 1, Territory.of("HK"), "2025-07-02"),
        ("2025-07-03", 1, Territory.of("US"), "2025-07-07"),
        ("2025-08-22", 1, Territory.of("GB"), "2025-08-26"),  # summer bank holiday
    ],
)
def test_other_territories_have_their_own_holidays(start: str, n: int, territory: Territory, day: str) -> None:
    counted = add_working_days(date.fromisoformat(start), n, territory)
    assert (counted.day, counted.calendar_known) == (date.fromisoformat(day), True)


def test_a_place_without_a_calendar_counts_mondays_to_fridays_and_says_so() -> None:
    territory = territory_of(ZoneInfo("Asia/Tokyo"))
    assert territory is None
    counted = add_working_days(date(2025, 2, 21), 3, territory)
    assert (counted.day, counted.calendar_known) == (date(2025, 2, 26), False)


@pytest.mark.parametrize(("zone", "territory"), [("Asia/Shanghai", CN), ("Asia/Taipei", TW), ("UTC", None)])
def test_a_zone_says_whose_calendar_counts(zone: str, territory: Territory | None) -> None:
    assert territory_of(ZoneInfo(zone)) == territory


@pytest.mark.parametrize("n", [0, -1, MOST_DAYS + 1])
def test_a_count_that_nobody_promises_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        add_working_days(date(2025, 2, 22), n, CN)


def test_single_days() -> None:
    assert is_working_day(date(2025, 10, 11), CN)
    assert not is_working_day(date(2025, 10, 6), CN)
    assert not is_working_day(date(2025, 10, 12), CN)


def test_an_exchanged_day_off_names_its_day_as_everybody_reads_it() -> None:
    found = holiday_on(date(2025, 5, 5), CN)
    assert found is not None
    assert found.named(Language.EN) == "Day off (substituted from 2025-04-27)"
