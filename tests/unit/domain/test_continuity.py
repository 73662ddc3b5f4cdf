from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.continuity import Picture, Said, Whole, overlap, placing, said, said_often
from evidence_app.domain.events import Direction, EventFacts, EventKind
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource

NINE = datetime(2025, 2, 22, 9, 0)

STORY = [
    ("in", "您好，我是速融宝客服，工号80231，请问有什么可以帮您？"),
    ("out", "你们未经我同意自动下款3000元"),
    ("in", "好的"),
    ("out", "我没有收到这笔钱，提现一直失败"),
    ("in", "这边帮您反馈给技术部门，3个工作日内会给您答复"),
    ("out", "好的"),
    ("out", "已经第四次联系你们了，每次都换人"),
    ("in", "您的投诉编号是TS202502220088，请耐心等待"),
    ("in", "请今日18:00前还款200.00元，否则将上报征信"),
    ("out", "这是威胁吗？我会向12378投诉"),
]


def message(side: str, text: str, at: datetime | None = None, event_id: str = "") -> Said:
    readings = (ClockReading(at, Precision.MINUTE, TimeSource.SCREEN, 70),) if at else ()
    time = EventTime(readings, 0 if at else None)
    return said(EventFacts(kind=EventKind.MESSAGE, direction=Direction(side), text=text, time=time), event_id)


def told(first: int, last: int, *, kept: bool = False, at: datetime | None = None) -> list[Said]:
    return [message(*STORY[index], at, f"e{index}" if kept else "") for index in range(first, last)]


def picture(name: str, messages: list[Said], party: str = "速融宝客服") -> Picture:
    return Picture(name, PageKind.CHAT, party, tuple(messages))


@given(split=st.integers(1, 9), common=st.integers(0, 9), swap=st.booleans())
def test_the_end_of_one_picture_is_the_beginning_of_the_other(split: int, common: int, swap: bool) -> None:
    common = min(common, split)
    first, second = told(0, split), told(split - common, 10)
    pairs = [(each.old, each.new) for each in overlap(second, first)]
    enough = sum(min(14, len(each.words)) for each in first[split - common :]) >= 10
    assert pairs == ([(split - common + index, index) for index in range(common)] if enough else [])
    if swap:
        assert [(each.new, each.old) for each in overlap(first, second)] == pairs


def test_a_picture_within_another_is_recognised() -> None:
    assert [each.old for each in overlap(told(3, 6), told(0, 10))] == [3, 4, 5]
    assert [each.new for each in overlap(told(0, 10), told(3, 6))] == [3, 4, 5]


def test_misread_characters_do_not_hide_an_overlap() -> None:
    misread = [message("in", "这边帮您反馈给技木部门,3个工作日内会给您答复o"), message("out", "好的"), *told(6, 8)]
    assert len(overlap(misread, told(0, 7))) == 3


def test_a_message_that_one_reading_missed_does_not_hide_an_overlap() -> None:
    missed = [*told(2, 4), *told(5, 10)]
    assert [(each.new, each.old) for each in overlap(missed, told(0, 8))] == [(0, 2), (1, 3), (2, 5), (3, 6), (4, 7)]


@pytest.mark.parametrize("word", ["好的", "收到", "?", "嗯嗯好的"])
def test_short_words_that_people_repeat_join_nothing(word: str) -> None:
    assert overlap([message("in", word), *told(6, 8)], [*told(0, 3), message("in", word)]) == ()


def test_short_words_of_the_same_minute_join() -> None:
    before = [*told(0, 2, at=NINE), message("in", "好的", NINE + timedelta(minutes=20))]
    after = [message("in", "好的", NINE + timedelta(minutes=20)), *told(6, 8, at=NINE + timedelta(minutes=40))]
    assert [(each.new, each.old) for each in overlap(after, before)] == [(0, 2)]


def test_the_same_words_at_another_time_are_another_message() -> None:
    text = "【速融宝】您的借款已逾期，请尽快还款，以免影响征信"
    monday, tuesday = [message("in", text, NINE)], [message("in", text, NINE + timedelta(days=1))]
    assert overlap(tuesday, monday) == ()


def test_the_same_words_with_another_number_are_another_message() -> None:
    before = [message("in", "您尾号6688的账户应还款200.00元，请尽快处理")]
    after = [message("in", "您尾号6688的账户应还款300.00元，请尽快处理")]
    assert overlap(after, before) == ()


def test_the_same_words_from_the_other_side_are_another_message() -> None:
    text = "请问什么时候可以给我一个明确的答复"
    assert overlap([message("out", text)], [message("in", text)]) == ()


def test_a_standard_reply_that_is_said_often_joins_nothing_alone() -> None:
    reply = "您好，请问有什么可以帮您？"
    before = [message("in", reply), *told(1, 4), message("in", reply)]
    after = [message("in", reply), *told(6, 9)]
    often = said_often([picture("a", before), picture("b", after)])
    assert overlap(after, before, often) == ()


def test_what_is_earlier_after_the_join_speaks_against_it() -> None:
    before = [*told(0, 3, at=NINE + timedelta(days=5)), *told(3, 5)]
    after = [*told(3, 5), *told(5, 8, at=NINE)]
    assert overlap(after, before) == ()


def test_a_message_cut_at_the_edge_is_the_same_and_the_whole_one_wins() -> None:
    long = "您的投诉编号是TS202502220088，请耐心等待，我们会在3个工作日内给您答复"
    upper = [*told(0, 5), message("in", long[:18])]
    lower = [message("in", long), *told(8, 10)]
    (common,) = overlap(lower, upper)
    assert (common.new, common.old, common.whole) == (0, 5, Whole.NEW)
    (common,) = overlap(upper, lower)
    assert (common.new, common.old, common.whole) == (5, 0, Whole.OLD)


def test_of_a_message_that_is_marked_as_cut_the_one_without_the_mark_wins() -> None:
    marked, whole = [*told(0, 5), message(STORY[5][0], f"{STORY[5][1]}…")], told(3, 8)
    assert [each.whole for each in overlap(whole, marked)][-1] is Whole.NEW
    assert [each.whole for each in overlap(marked, whole)][-1] is Whole.OLD


def test_the_halved_line_at_the_edge_does_not_matter() -> None:
    rest = [message("in", "巾工吅TS202502220088，请耐心等待"), *told(8, 10)]
    assert overlap(rest, told(0, 8))[0].whole is Whole.OLD


def test_the_beginning_of_a_message_in_the_middle_is_not_a_cut_one() -> None:
    middle = [*told(0, 1), message("out", "你们未经我同意"), *told(5, 8)]
    assert overlap(middle, [message("out", "你们未经我同意自动下款3000元")]) == ()


def row(at: datetime | None, amount: str) -> Said:
    reading = ClockReading(at, Precision.MINUTE, TimeSource.SCREEN, 70) if at else None
    return Said("payment out", f"||{amount}cny||", reading)


def test_rows_of_a_list_are_told_apart_by_their_times() -> None:
    day = timedelta(days=1)
    upper = [row(NINE + 3 * day, "200.00"), row(NINE + 2 * day, "200.00"), row(NINE + day, "200.00")]
    lower = [row(NINE + day, "200.00"), row(NINE, "200.00")]
    assert [(each.new, each.old) for each in overlap(lower, upper)] == [(0, 2)]
    assert overlap([row(None, "200.00")], [row(None, "200.00")]) == ()


def test_a_new_picture_finds_the_events_of_several_known_ones() -> None:
    known = [picture("1", told(0, 5, kept=True)), picture("3", told(7, 10, kept=True))]
    placed = placing(picture("2", told(3, 8)), known)
    assert placed.events == {0: "e3", 1: "e4", 4: "e7"}


@pytest.mark.parametrize("party", ["速融宝客服", "", "速融宝 客服"])
def test_the_other_side_may_be_missing_or_spaced(party: str) -> None:
    assert placing(picture("2", told(3, 8), party), [picture("1", told(0, 5, kept=True))]).events


def test_other_threads_and_other_kinds_of_pages_are_left_alone() -> None:
    known = picture("1", told(0, 5, kept=True))
    assert not placing(picture("2", told(3, 8), "招商银行"), [known]).events
    assert not placing(Picture("2", PageKind.SMS, "速融宝客服", tuple(told(3, 8))), [known]).events
    assert not placing(known, [known]).events, "an exhibit does not overlap with itself"


def test_only_what_no_known_picture_shows_whole_is_wholer() -> None:
    long = "您的投诉编号是TS202502220088，请耐心等待，我们会在3个工作日内给您答复"
    cut = picture("1", [*told(0, 5, kept=True), message("in", long[:18], None, "e7")])
    whole = picture("2", [message("in", long), *told(8, 10)])
    assert placing(whole, [cut]).wholer == {0}
    again = picture("3", [message("in", long, None, "e7"), *told(8, 10, kept=True)])
    assert placing(whole, [cut, again]).wholer == frozenset()


sides = st.sampled_from(["in", "out"])
texts = st.text("好的收到请问还款投诉工号查询处理0123", min_size=1, max_size=20)


@given(
    st.lists(st.tuples(sides, texts), min_size=1, max_size=30, unique_by=lambda each: each[1]),
    st.integers(0, 29),
    st.integers(1, 30),
)
def test_a_stretch_of_a_thread_of_different_words_falls_into_its_place(
    story: list[tuple[str, str]], start: int, length: int
) -> None:
    whole = [message(side, text, None, str(index)) for index, (side, text) in enumerate(story)]
    part = [message(side, text) for side, text in story][start : start + length]
    placed = placing(picture("2", part), [picture("1", whole)])
    for index, event_id in placed.events.items():
        assert overlaps_in(part[index], whole[int(event_id)])
    if sum(min(14, len(each.words)) for each in part) >= 10:
        assert len(placed.events) == len(part)


def overlaps_in(one: Said, other: Said) -> bool:
    return one.side == other.side and (one.words == other.words or abs(len(one.words) - len(other.words)) < 20)


def long_thread(count: int) -> list[Said]:
    """A thread of different messages, and a standard reply now and then."""
    texts = (f"第{index}条消息，说的是第{index * 7}件事情，请您看一看" for index in range(count))
    return [
        message("in" if index % 2 else "out", "好的" if index % 9 == 0 else text) for index, text in enumerate(texts)
    ]


def test_a_picture_is_found_in_the_middle_of_a_long_thread_also_where_it_was_misread() -> None:
    thread = long_thread(700)
    part = [*thread[400:403], message("in", "第403条消悤，说的是第2821件事情，请您看看"), thread[405]]
    assert [(each.new, each.old) for each in overlap(part, thread)] == [
        (0, 400),
        (1, 401),
        (2, 402),
        (3, 403),
        (4, 405),
    ]


def test_the_middle_of_a_long_thread_is_no_edge() -> None:
    thread = long_thread(700)
    others = [message("out", f"另外一件事情，编号是{index}号，请处理") for index in range(8)]
    assert overlap([thread[401], *others], thread) == ()
    assert overlap([*others, thread[401]], thread) == ()
    assert overlap([*others, thread[0]], thread) == ()
    assert [each.old for each in overlap([thread[698], thread[699], *others], thread)] == [698, 699]
