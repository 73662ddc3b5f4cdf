"""Two pictures of one thread that tell different days of a message: the better founded one is taken, both are kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from evidence_app.domain.continuity import CARRIED_OVER, Picture, Said, overlap
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.thread_days import days_told, with_both
from evidence_app.domain.times import BETWEEN, ClockReading, Precision, TimeSource, choose

TODAY = date(2026, 11, 6)
DATED, ALONE, WRITTEN_OUT = "11月3日 09:12", "09:31", "11月6日 14:05"
WALLS = {
    DATED: datetime(2026, 11, 3, 9, 12),
    ALONE: datetime(2026, 11, 6, 9, 31),
    WRITTEN_OUT: datetime(2026, 11, 6, 14, 5),
    "11月3日 09:31": datetime(2026, 11, 3, 9, 31),
    "": None,
}


def shown(wall: datetime | None, separator: str, words: str = "三天内一定会有人与您联系的") -> Said:
    """A message below the words of a time; a message is its own id."""
    reading = ClockReading(wall, Precision.MINUTE, TimeSource.SCREEN, 80, origin=BETWEEN, words=separator)
    return Said("message in", words, reading if wall else None, words)


def picture(name: str, *told: tuple[str, str], captured: date | None = TODAY) -> Picture:
    """A picture of messages, each with the words of the time above it."""
    said = tuple(shown(WALLS[separator], separator, words) for words, separator in told)
    return Picture(name, PageKind.CHAT, "客服", said, captured=captured)


FIRST = picture("1", ("您好请问有什么事", DATED), ("已为您登记工单", ALONE), ("我等到这周五", ALONE))
FURTHER = (("已为您登记工单", ""), ("我等到这周五", ""), ("三天到了没有人联系", WRITTEN_OUT))


def told(*pictures: Picture) -> dict[str, str]:
    return {each: f"{days.better.wall:%m-%d %H:%M}" for each, days in days_told(pictures).items()}


@pytest.mark.parametrize("words", ["09:31", "上午 09:31", "上午9:31", "9:31 AM", "— 09:31 —"])
def test_a_time_of_day_stands_alone_with_the_half_of_the_day(words: str) -> None:
    assert shown(WALLS[ALONE], words).is_clock_alone


@pytest.mark.parametrize("day", ["昨天", "前天", "今天", "周三", "星期三", "Yesterday"])
def test_a_time_of_day_beside_any_word_for_a_day_is_of_that_day_and_no_other(day: str) -> None:
    named = shown(datetime(2026, 11, 4, 9, 31), f"{day} 09:31")
    assert not named.is_clock_alone
    assert overlap([named], [shown(datetime(2026, 11, 1, 9, 31), "11月1日 09:31")]) == ()


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


class Looked(tuple[Said, ...]):
    """What a picture shows, counting how often somebody looks through it."""

    times = 0

    def __iter__(self) -> Iterator[Said]:
        Looked.times += 1
        return super().__iter__()


def test_of_many_pictures_each_is_looked_at_with_those_only_that_show_its_messages() -> None:
    many = [picture(str(number), (f"一{number}", DATED), (f"二{number}", ALONE)) for number in range(40)]
    days_told([replace(each, said=Looked(each.said)) for each in many])
    assert Looked.times < 10 * len(many)


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
