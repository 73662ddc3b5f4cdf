"""Days between messages whose parts the engine sees in two boxes, or of which it sees one only."""

from dataclasses import replace
from datetime import datetime

import pytest

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.layout.clocks import ASSUMED, SURE, Clocks
from evidence_app.reading.layout.thread import _as_day, _with_whole_times

PILL = (415, 3458, 294, 66)
DAY = MachineLine("11/13", (440, 3463, 117, 47), 0.99, panel=PILL)
PAPER = (0, 0, 1125, 20_000)


@pytest.mark.parametrize("weekday", ["(週四)", "（四）", "(Thu)"])
def test_a_day_and_its_weekday_beside_it_are_one_time(weekday: str) -> None:
    beside = replace(DAY, text=weekday, region=(560, 3463, 124, 47))
    assert [line.text for line in _with_whole_times([DAY, beside])] == [f"11/13 {weekday}"]


def test_a_day_in_the_middle_without_its_weekday_is_no_fraction() -> None:
    alone = replace(DAY, text="3/9", region=(500, 3463, 117, 47))
    assert _as_day(alone, PAPER).text == "03/09"
    assert _as_day(replace(alone, region=(60, 3463, 117, 47)), PAPER).text == "3/9"


def times(*separators: str, near: datetime | None = datetime(2026, 1, 8, 20, 32)) -> list[tuple[str, int]]:
    clocks = Clocks(near)
    found = []
    for words in separators:
        clocks.separate(words)
        reading = clocks.of("", False).reading
        found.append((f"{reading.wall:%m-%d %H:%M}", reading.confidence) if reading and reading.wall else ("", 0))
    return found


@pytest.mark.parametrize("dated", ["2026-01-05 15:20", "2026/01/05 15:20", "2026.1.5 15:20:31"])
def test_below_a_day_in_figures_with_its_year_a_clock_is_of_that_day_and_not_sure(dated: str) -> None:
    assert times(dated, "16:05", "17:10") == [("01-05 15:20", SURE), ("01-05 16:05", ASSUMED), ("01-05 17:10", ASSUMED)]


@pytest.mark.parametrize("dated", ["2026年1月5日 下午3:20", "1月5日 15:20", "周一 15:20", "星期一 下午3:20"])
def test_a_clock_that_was_not_yet_is_of_the_day_above_it(dated: str) -> None:
    near = datetime(2026, 1, 8, 14, 32)
    assert times(dated, "下午4:05", near=near)[1] == ("01-05 16:05", ASSUMED)


@pytest.mark.parametrize("dated", ["2026年1月5日 下午3:20", "1月5日 15:20", "昨天 15:20", "周一 15:20"])
def test_a_clock_that_has_been_is_of_the_pictures_day_where_days_are_written_out(dated: str) -> None:
    assert times(dated, "16:05")[1] == ("01-08 16:05", SURE)


def test_a_clock_below_a_day_without_year_in_figures_is_less_sure() -> None:
    assert times("01-05 15:20", "16:05")[1] == ("01-08 16:05", ASSUMED)


def test_a_clock_earlier_than_the_one_above_is_of_another_day() -> None:
    assert times("2026-01-05 15:20", "09:05")[1] == ("01-08 09:05", SURE)
    assert times("2026-01-08 15:20", "16:05")[1] == ("01-08 16:05", SURE)


def test_a_clock_below_a_day_alone_is_of_that_day() -> None:
    assert times("2026-01-05", "16:05")[1] == ("01-05 16:05", SURE)
