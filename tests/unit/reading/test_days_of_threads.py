"""Days between messages whose parts the engine sees in two boxes, or of which it sees one only."""

from dataclasses import replace
from datetime import datetime

import pytest

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.interpreting import interpret
from evidence_app.reading.layout.clocks import ASSUMED, SURE, Clocks, last_of_today
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.thread import _as_day, _with_whole_times
from evidence_app.reading.loose_days import RECKONED
from tests.fakes.chat_lines import Screen

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


def dated(*separators: str, near: datetime | None = None, made_by: datetime | None = None) -> list[str]:
    clocks, found, today = Clocks(near, made_by), [], last_of_today(separators, near)
    for index, words in enumerate(separators):
        clocks.separate(words, before_today=index < today)
        reading = clocks.of("", False).reading
        found.append(f"{reading.wall:%Y-%m-%d %H:%M} {reading.confidence}" if reading else "")
    return found


@pytest.mark.parametrize("made_by", [None, datetime(2026, 11, 27, 9)])
def test_a_day_without_its_year_has_that_of_the_day_above(made_by: datetime | None) -> None:
    assert dated("2026年11月2日 16:22", "11月5日 22:40", "11月7日 上午7:30", made_by=made_by) == [
        "2026-11-02 16:22 80", "2026-11-05 22:40 60", "2026-11-07 07:30 60"
    ]  # fmt: skip
    assert dated("2026/11/10（二）", "11月12日（四）", made_by=made_by)[1] == "2026-11-12 00:00 60"


@pytest.mark.parametrize(
    "words", ["11月20日 週五 上午11:02", "11月20日 (五) 上午11:02", "Fri, 20 Nov 11:02", "11月20日(金) 11:02"]
)
def test_a_day_without_its_year_is_the_last_one_on_the_weekday_beside_it(words: str) -> None:
    assert dated(words, made_by=datetime(2028, 1, 3)) == ["2026-11-20 11:02 60"]
    assert dated(words, "11月22日 週日 下午7:45", made_by=datetime(2026, 11, 27, 9))[1] == "2026-11-22 19:45 60"
    assert dated(words, made_by=datetime(2026, 11, 19)) == [""]
    assert dated("11月20日 上午11:02", made_by=datetime(2026, 11, 27)) == [""]


def test_a_day_that_would_run_backwards_is_of_the_next_year() -> None:
    assert dated("2025年12月30日 16:22", "1月3日 22:40", "1月5日 08:00")[1:] == [
        "2026-01-03 22:40 60",
        "2026-01-05 08:00 60",
    ]


@pytest.mark.parametrize(
    ("above", "below", "made_by"),
    [
        ("2026年11月2日 16:22", "昨天 22:40", None),
        ("2026年11月2日 16:22", "周四 22:40", None),
        ("2026年11月2日 16:22", "22:40", None),
        ("2026年11月2日 16:22", "11月1日 22:40", None),  # misread: nobody was silent for a year
        ("2026年11月2日 16:22", "11月5日 22:40", datetime(2026, 11, 3)),  # after the file was made
        ("2025年11月2日 16:22", "11月5日 22:40", datetime(2026, 11, 27)),  # apps leave out the picture's year
        ("昨天 16:22", "11月5日 22:40", None),
    ],
)
def test_no_year_is_made_up_where_the_day_above_tells_none(above: str, below: str, made_by: datetime | None) -> None:
    assert dated(above, below, made_by=made_by)[1] == ""


NOON = datetime(2026, 11, 6, 14, 20)


def test_a_clock_above_the_pictures_own_day_written_out_is_of_the_day_above_it() -> None:
    found = dated("2026年11月3日 09:12", "09:31", "11月6日 14:05", "14:10", near=NOON)
    assert found == ["2026-11-03 09:12 80", "2026-11-03 09:31 60", "2026-11-06 14:05 80", "2026-11-06 14:10 80"]
    assert dated("09:31", "11月6日 14:05", near=NOON) == ["", "2026-11-06 14:05 80"]
    assert dated("2026年11月3日 09:12", "08:31", "11月6日 14:05", near=NOON)[1] == ""


@pytest.mark.parametrize("below", ["昨天", "11月5日 14:05", "周四 14:05", "今天"])
def test_a_clock_above_an_earlier_day_or_where_the_pictures_own_begins_is_not_of_that_day(below: str) -> None:
    assert dated("09:31", below, near=NOON)[0] == ""
    assert dated("2026年11月3日 09:12", "09:31", below, near=NOON)[1] == "2026-11-03 09:31 60"


def test_nor_is_a_messages_own_clock_above_such_a_day() -> None:
    screen = Screen(captured=NOON).bars("星辰專員", "14:20").middle("09:20")  # of a message above the picture
    screen.say("in", "我們會盡快處理", clock="09:31").middle("昨天")
    screen.say("in", "您還是要按期繳納", clock="09:02").say("out", "我沒有收到", clock="09:10").field()
    found = [each.facts.time.reading for each in recognised(screen.done()).events]
    assert [each.wall.day if each and each.wall else 0 for each in found] == [0, 5, 5]


@pytest.mark.parametrize("below", ["14:05", "今天 14:05", "周五 14:05"])
def test_a_clock_is_of_the_pictures_day_unless_that_is_written_out_below(below: str) -> None:
    assert dated("2026年11月3日 09:12", "09:31", below, near=NOON)[1] == "2026-11-06 09:31 80"


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("昨天 22:51", [("11-09 22:51", RECKONED), ("11-10 08:15", RECKONED)]),
        ("26年11月9日 22:51", [("11-10 08:15", RECKONED)]),
        ("2026年11月12日 22:51", []),
        ("26年11月12日 22:51", []),
    ],
)
def test_a_day_in_the_files_name_is_believed_a_little_and_not_against_the_page(
    shown: str, told: list[tuple[str, int]]
) -> None:
    screen = Screen(captured=datetime(2026, 11, 10, 23, 59, 59)).bars("陈主管", clock="")
    screen.middle(shown).say("in", "我是法务部陈主管，今晚必须处理").say("out", "贷款不是我申请的")
    page = screen.middle("08:15").say("in", "想好了吗？再不处理就走法律程序").say("out", "我要投诉").field().done()
    found = interpret([replace(page, around=replace(page.around, loosely=True))])
    readings = [event.facts.time.reading for event in found.events]
    assert found.captured_at is None
    times = [(f"{each.wall:%m-%d %H:%M}", each.confidence) for each in readings if each and each.wall]
    assert [each for each in dict.fromkeys(times) if each[1] == RECKONED] == told
    assert not told or len(readings) == len(times)
