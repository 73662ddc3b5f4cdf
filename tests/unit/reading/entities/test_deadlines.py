from datetime import date, datetime

import pytest

from evidence_app.reading.entities.due import deadlines
from evidence_app.reading.entities.flat import flat_text
from evidence_app.reading.entities.found import Known

SAID = datetime(2025, 6, 18, 14, 20)
"""A Wednesday; no holiday follows until October."""

JUNE = {
    "三（3）个工作日内": 23, "3个营业日": 23, "T+3个工作日": 23, "T+1": 19, "工作日3天内": 23, "7*24小时内": 25,
    "明儿一早": 19, "后儿": 20, "聽朝十點": 19, "聽晚八點前": 19, "6月下旬": 30, "6.30前": 30, "20号中午前": 20,
    "中午前": 19, "周四周五": 20, "6月25日至27日": 27, "兩至三日就會": 21, "民國114年6月30日前": 30,
    "within the hour": 18, "within seven (7) days": 25, "by the 25th": 25, "by end of June": 30, "tmr": 19,
    "in a couple of days": 20, "by 25June": 25,
}  # fmt: skip
"""Words, and the day in June."""


@pytest.mark.parametrize(("words", "day"), JUNE.items())
def test_deadlines_in_the_words_of_service_agents_are_days(words: str, day: int) -> None:
    said = f"We will reply {words}" if words.isascii() and words[0].islower() else f"{words}给您答复"
    ends = deadlines(flat_text(said), Known(SAID))
    assert max(each.day for each in ends if each.day) == date(2025, 6, day)


@pytest.mark.parametrize(
    ("words", "day"),
    [("半个月内", date(2025, 7, 3)), ("7月中旬", date(2025, 7, 20)), ("一百二十日内", date(2025, 10, 16))],
)
def test_long_deadlines_are_counted_to_their_day(words: str, day: date) -> None:
    assert [each.day for each in deadlines(flat_text(words), Known(SAID))] == [day]
