"""Clocks of bodies against worked examples: holidays and make-up days of 2025 and 2026, month ends, leap days."""

from datetime import date, timedelta

import pytest

from evidence_app.rules.deadlines import deadline
from evidence_app.rules.law import Body, Clock, Unit, Whose, bodies, body
from evidence_app.rules.sources import HowRead
from evidence_app.rules.territories import Territory


def known(body_id: str) -> Body:
    found = body(body_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("body_id", "clock_id", "start", "day"),
    [
        # counted by hand on the State Council's calendars for 2025 and 2026
        ("cn-institution", "simple", date(2025, 3, 3), date(2025, 3, 18)),  # a Tuesday
        ("cn-institution", "simple", date(2025, 3, 7), date(2025, 3, 24)),  # ends on Saturday the 22nd
        ("cn-institution", "simple", date(2025, 9, 18), date(2025, 10, 9)),  # ends in the National Day holidays
        ("cn-institution", "simple", date(2025, 9, 13), date(2025, 9, 28)),  # a Sunday made a working day
        ("cn-institution", "complex", date(2025, 1, 2), date(2025, 2, 5)),  # ends on the Spring Festival's 1 February
        ("cn-institution", "extended", date(2025, 3, 3), date(2025, 5, 6)),  # 2 May is a holiday, 5 May too
        ("cn-institution", "complex", date(2024, 1, 30), date(2024, 2, 29)),  # a leap day
        ("cn-pboc", "decide", date(2025, 1, 23), date(2025, 2, 8)),  # over the Spring Festival, 26 January works
        ("cn-pboc", "answer", date(2026, 2, 2), date(2026, 2, 24)),  # 17 February 2026 is the New Year
        ("cn-12315", "mediate", date(2026, 5, 1), date(2026, 6, 30)),
        ("cn-nfra", "answer", date(2025, 9, 26), date(2025, 10, 23)),  # 28 September, 11 October work
        ("cn-nfra", "simple", date(2025, 3, 7), date(2025, 3, 24)),  # passed on: ends on Saturday the 22nd
        ("cn-nfra", "simple", date(2026, 9, 18), date(2026, 10, 8)),  # ends in the National Day holidays
        ("cn-nfra", "complex", date(2025, 1, 2), date(2025, 2, 5)),  # ends on the Spring Festival's 1 February
        ("cn-nfra", "extended", date(2025, 3, 3), date(2025, 5, 6)),  # 2 May is a holiday, 5 May too
        ("cn-credit", "objection", date(2025, 12, 12), date(2026, 1, 4)),  # New Year 1 to 3 January, the 4th works
        ("cn-court", "limitation", date(2024, 2, 29), date(2027, 3, 1)),  # no such day: 28 February 2027, a Sunday
        ("tw-foi", "decide", date(2025, 11, 30), date(2026, 3, 2)),  # ends on Saturday, 28 February
        ("tw-institution", "answer", date(2025, 1, 31), date(2025, 3, 3)),  # ends on Sunday, 2 March
        ("hk-institution", "answer", date(2025, 1, 31), date(2025, 3, 2)),
        ("us-cfpb", "answer", date(2025, 6, 30), date(2025, 7, 15)),
        ("us-reg-e", "investigate", date(2025, 6, 30), date(2025, 7, 15)),  # 4 July is a holiday
        ("uk-institution", "final", date(2025, 1, 1), date(2025, 2, 26)),
        ("uk-fos", "apply", date(2025, 8, 31), date(2026, 2, 28)),
    ],
)
def test_a_bodys_clock_ends_on_the_day_that_was_counted_by_hand(
    body_id: str, clock_id: str, start: date, day: date
) -> None:
    found = known(body_id)
    assert deadline(found.clock(clock_id), start, found.territory).day == day


def test_every_clock_of_every_body_can_be_counted() -> None:
    clocks = [(each, clock) for each in bodies() for clock in each.clocks]
    for each, clock in clocks:
        assert deadline(clock, date(2025, 6, 2), each.territory).day > date(2025, 6, 2)
    print(f"{len(clocks)} clocks")
    assert len(clocks) >= 30


def test_a_year_that_is_not_announced_is_said_to_be_unknown() -> None:
    simple = known("cn-institution").clock("simple")
    assert deadline(simple, date(2025, 3, 3), Territory.of("CN")).calendar_known
    assert not deadline(simple, date(2030, 3, 3), Territory.of("CN")).calendar_known


def test_a_clock_is_overdue_from_the_day_after_its_last() -> None:
    found = deadline(known("cn-institution").clock("simple"), date(2025, 3, 3), Territory.of("CN"))
    assert found.days_overdue(date(2025, 3, 18)) == 0
    assert found.days_overdue(date(2025, 3, 19)) == 1


def test_what_prolongs_a_clock_ends_later_than_it() -> None:
    prolonging: list[tuple[Body, Clock]] = [
        (each, clock) for each in bodies() for clock in each.clocks if clock.extends
    ]
    assert prolonging
    for each, clock in prolonging:
        first = deadline(each.clock(clock.extends), date(2025, 6, 2), each.territory)
        assert deadline(clock, date(2025, 6, 2), each.territory).day > first.day


def test_units_are_all_in_use() -> None:
    assert {clock.unit for each in bodies() for clock in each.clocks} == set(Unit)


# -- a last day that is a day off ----------------------------------------------------


def test_taiwans_time_to_apply_that_ends_on_a_sunday_ends_on_the_next_working_day() -> None:
    found = deadline(known("tw-foi").clock("apply"), date(2026, 9, 30), Territory.of("TW"))
    assert (found.counted_to, found.day, found.perhaps_to) == (date(2026, 11, 29), date(2026, 11, 30), None)
    assert found.days_overdue(date(2026, 11, 30)) == 0
    assert found.moved_by is not None
    assert found.moved_by.source.read is HowRead.TEXT
    assert deadline(known("tw-foi").clock("apply"), date(2026, 10, 1), Territory.of("TW")).moved_by is None  # a Monday


@pytest.mark.parametrize(
    ("body", "clock", "start", "ends", "perhaps"),
    [
        ("uk-fos", "apply", date(2026, 5, 29), date(2026, 11, 29), date(2026, 11, 30)),
        ("uk-fos", "apply", date(2026, 6, 25), date(2026, 12, 25), date(2026, 12, 29)),  # a holiday before a weekend
        ("hk-fdrc", "limitation", date(2025, 2, 27), date(2027, 2, 27), date(2027, 3, 1)),
    ],
)
def test_where_no_rule_moves_it_nobody_is_late_on_the_working_day_after_a_day_off(
    body: str, clock: str, start: date, ends: date, perhaps: date
) -> None:
    of = known(body)
    found = deadline(of.clock(clock), start, of.territory)
    assert (found.day, found.perhaps_to) == (ends, perhaps), "the safe day stays"
    assert found.days_overdue(perhaps) == 0
    assert found.days_overdue(perhaps + timedelta(days=1)) == (perhaps - ends).days + 1


def test_of_others_periods_a_day_off_raises_no_doubt() -> None:
    of = known("uk-institution")
    assert all(
        deadline(each, date(2026, 10, 4), of.territory).perhaps_to is None
        for each in of.clocks
        if each.whose is not Whose.COMPLAINANT
    )
