from datetime import datetime

from evidence_app.domain.continuity import Picture, Said, placing
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource
from evidence_app.domain.whole_threads import laid_together

AT = ClockReading(datetime(2025, 2, 22, 8, 15), Precision.MINUTE, TimeSource.SCREEN, 80)

WORDS = {
    "a": "您好我是速融宝客服请问有什么可以帮您",
    "b": "你们未经我同意自动下款三千元",
    "c": "这边帮您反馈给技术部门核实",
    "d": "我没有收到这笔钱提现一直失败",
    "e": "已经第四次联系你们了每次都换人",
}


def picture(name: str, shown: str, *, at: ClockReading | None = None, kept: bool = True) -> Picture:
    said = tuple(Said("message in", WORDS[char], at, char if kept else "") for char in shown)
    return Picture(name, PageKind.CHAT, "客服", said)


def test_joined_pictures_become_one_and_others_stay_apart() -> None:
    together = laid_together([picture("2", "cd"), picture("1", "abc"), picture("3", "e")])
    assert sorted("".join(each.event_id for each in long.said) for long in together) == ["abcd", "e"]


def test_an_event_is_told_as_whole_as_any_picture_shows_it_and_with_its_time() -> None:
    cut = Picture(
        "2", PageKind.CHAT, "", (Said("message in", WORDS["a"][5:], None, "a"), Said("message in", "好", None, "x"))
    )
    (long,) = laid_together([cut, picture("1", "a", at=AT)])
    assert (long.said[0].words, long.party) == (WORDS["a"], "客服")
    assert [each.at for each in long.said] == [AT.wall, AT.wall]


def test_what_another_picture_shows_to_follow_speaks_against_a_place_at_the_edge() -> None:
    known = [picture("1", "ea"), picture("2", "abc")]
    new = Picture("3", PageKind.CHAT, "客服", tuple(Said("message in", WORDS[char]) for char in "ad"))
    assert placing(new, known).events, "looked for on single pictures it is found at the edge of the first"
    assert not placing(new, laid_together(known)).events
