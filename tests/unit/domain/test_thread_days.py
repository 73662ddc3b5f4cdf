"""Two pictures of one thread that tell different days of a message: the better founded one is taken, both are kept."""

from datetime import date, datetime

import pytest

from evidence_app.domain.continuity import BETWEEN, CARRIED_OVER, Picture, Said, overlap
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.thread_days import days_told, with_both
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose

TODAY = date(2026, 11, 6)
DATED, ALONE, WRITTEN_OUT = "11月3日 09:12", "09:31", "11月6日 14:05"
WALLS = {
    DATED: datetime(2026, 11, 3, 9, 12),
    ALONE: datetime(2026, 11, 6, 9, 31),
    WRITTEN_OUT: datetime(2026, 11, 6, 14, 5),
    "11月3日 09:31": datetime(2026, 11, 3, 9, 31),
    "": None,
}


def picture(name: str, *shown: tuple[str, str], captured: date | None = TODAY) -> Picture:
    """A picture of messages, each with the words of the time above it; a message is its own id."""
    said = []
    for words, separator in shown:
        wall = WALLS[separator]
        reading = (
            ClockReading(wall, Precision.MINUTE, TimeSource.SCREEN, 80, origin=BETWEEN, words=separator)
            if wall
            else None
        )
        said.append(Said("message in", words, reading, words))
    return Picture(name, PageKind.CHAT, "客服", tuple(said), captured=captured)


FIRST = picture("1", ("您好请问有什么事", DATED), ("已为您登记工单", ALONE), ("我等到这周五", ALONE))
FURTHER = (("已为您登记工单", ""), ("我等到这周五", ""), ("三天到了没有人联系", WRITTEN_OUT))


def told(*pictures: Picture) -> dict[str, str]:
    return {each: f"{days.better.wall:%m-%d %H:%M}" for each, days in days_told(pictures).items()}


@pytest.mark.parametrize("turned", [False, True])
def test_a_time_alone_is_not_of_the_day_that_another_picture_writes_out_below_it(turned: bool) -> None:
    pictures = (FIRST, picture("2", *FURTHER))
    assert told(*(pictures[::-1] if turned else pictures)) == {
        "已为您登记工单": "11-03 09:31",
        "我等到这周五": "11-03 09:31",
    }


def test_nothing_is_told_by_a_picture_of_another_day_one_that_is_not_joined_or_one_that_writes_it_out_above() -> None:
    assert told(FIRST, picture("2", *FURTHER, captured=date(2026, 11, 7))) == {}
    assert told(FIRST, picture("2", FURTHER[2])) == {}
    assert told(FIRST, picture("2", ("三天到了没有人联系", WRITTEN_OUT), ("已为您登记工单", ""))) == {}


def test_where_another_picture_shows_the_day_all_below_the_same_time_alone_are_of_it() -> None:
    dated = picture("2", ("您好请问有什么事", DATED), ("已为您登记工单", "11月3日 09:31"), captured=None)
    alone = picture("1", ("已为您登记工单", ALONE), ("我等到这周五", ALONE))
    assert told(alone, dated) == {"已为您登记工单": "11-03 09:31", "我等到这周五": "11-03 09:31"}
    assert [(each.new, each.old) for each in overlap(alone.said, dated.said)] == [(0, 1)]


def test_both_times_are_kept_the_better_founded_one_chosen_and_nothing_changes_when_said_again() -> None:
    days = days_told((FIRST, picture("2", *FURTHER)))["已为您登记工单"]
    once = with_both(choose([days.worse]), days)
    assert [(each.wall, each.confidence) for each in once.readings] == [
        (datetime(2026, 11, 3, 9, 31), 70),
        (datetime(2026, 11, 6, 9, 31), 60),
    ]
    assert once.reading is not None
    assert once.reading.origin == CARRIED_OVER
    assert with_both(once, days) == once
