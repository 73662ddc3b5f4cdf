"""By which working days a promise comes to its day, and which holidays did not count."""

from datetime import date

import pytest

from evidence_app.domain.workspace import PromiseState
from evidence_app.rules.counted_promise import CountedPromise, counted_promise
from evidence_app.rules.promises import Promise
from evidence_app.rules.territories import Territory
from evidence_app.rules.working_days import add_working_days
from tests.unit.rules.situations import CN, message


def counted(words: str, said: str, due: str, territory: Territory | None = CN) -> CountedPromise | None:
    event = message(f"{said}T10:00:00")._replace(promise=words, promise_due=date.fromisoformat(due))
    return counted_promise(Promise(event, PromiseState.OPEN, overdue=False), territory)


@pytest.mark.parametrize(
    "words",
    ["5个工作日内答复", "五個工作日内", "3-5个工作日", "within 5 business days", "within five working days", "5工作日"],
)
def test_the_holidays_of_a_national_day_are_named_as_one_stretch(words: str) -> None:
    due = add_working_days(date(2025, 9, 29), 5, CN)
    found = counted(words, "2025-09-29", due.day.isoformat())
    assert found is not None
    assert (found.start, found.count) == (date(2025, 9, 29), 5)
    assert found.left_out == ((date(2025, 10, 1), date(2025, 10, 8)),)
    assert found.days.make_up_days == due.make_up_days


def test_a_count_without_holidays_leaves_out_none() -> None:
    found = counted("三个工作日内核实", "2025-03-03", "2025-03-06")
    assert found is not None
    assert (found.count, found.left_out) == (3, ())


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("3天内答复", "2025-03-06"),
        ("5个工作日内答复", "2025-03-06"),
        ("13个工作日内答复", "2025-03-06"),
        ("十三个工作日内答复", "2025-03-06"),
        ("3个工作日内答复", "2025-03-08"),
        ("工作日均可来电，3月6日前答复", "2025-03-06"),
    ],
)
def test_what_is_not_counted_so_is_not_explained_so(words: str, due: str) -> None:
    assert counted(words, "2025-03-03", due) is None


def test_the_next_working_day_and_two_are_counted() -> None:
    assert counted("下一个工作日回电", "2025-03-07", "2025-03-10") is not None
    assert counted("两个工作日内", "2025-03-07", "2025-03-11") is not None


def test_a_year_that_is_not_announced_is_said_to_be_unknown() -> None:
    day = add_working_days(date(2031, 3, 3), 3, CN)
    found = counted("3个工作日内", "2031-03-03", day.day.isoformat())
    assert found is not None
    assert not found.days.calendar_known
