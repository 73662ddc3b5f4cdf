"""Days between messages whose parts the engine sees in two boxes, or of which it sees one only."""

from dataclasses import replace

import pytest

from evidence_app.domain.machine_text import MachineLine
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
