"""When messages of an unusual chat were sent, and with whom it is, wherever that stands."""

from datetime import datetime

import pytest

from evidence_app.reading.layout.bars import bare_title
from evidence_app.reading.layout.kinds import recognised
from tests.fakes.chat_lines import FAINT, WHITE, Screen
from tests.unit.reading.unusual import sides, with_clock


def test_a_name_that_ends_with_digits_is_told_from_the_day_that_is_stuck_to_it() -> None:
    screen = Screen().bars("在线客服").small("客服代表166542025-02-2010:20:03").say("in", "您好，请问有什么可以帮您")
    screen.small("2025-02-20 10:21:40", "out").say("out", "转人工")
    first = recognised(screen.field().done()).events[0].facts
    assert first.party == "客服代表16654"
    assert first.time.reading is not None
    assert first.time.reading.wall == datetime(2025, 2, 20, 10, 20, 3)


def test_the_time_of_a_message_above_the_picture_is_no_separator_of_today() -> None:
    screen = Screen(captured=datetime(2025, 2, 22, 14, 15)).bars("管家", "14:15")
    for side, text, clock in (
        ("in", "", "04:15"),
        ("out", "你工号多少", "04:16"),
        ("in", "随便你投诉", "04:17"),
        ("out", "不还", "04:52"),
    ):
        if text:
            screen.say(side, text)
        made = screen.line(clock, 190, screen.top - 30, 30, ink=FAINT)
        if side == "out":
            object.__setattr__(made, "region", (1080 - 190 - made.region[2], *made.region[1:]))
        screen.top += 30
    found = recognised(screen.field().done()).events
    assert [event.facts.text for event in found] == ["你工号多少", "随便你投诉", "不还"]
    assert [event.facts.time.reading for event in found] == [None, None, None]


def test_a_message_has_the_time_below_it_though_that_of_one_out_of_sight_stands_above() -> None:
    screen = Screen(captured=datetime(2025, 2, 22, 14, 15)).bars("106578513246", "14:15")
    screen.line("23:15", 190, screen.top - 34, 32, ink=FAINT)
    for text, clock in (("您尾号的储蓄卡支出八千元", "23:16"), ("你好请问还在吗", "00:45")):
        screen.top += 20
        screen.say("in", text)
        screen.line(clock, 190, screen.top - 30, 32, ink=FAINT)
        if clock == "23:16":
            screen.top += 20
            screen.middle("今天")
    found = recognised(screen.field().done()).events
    walls = [event.facts.time.reading and event.facts.time.reading.wall for event in found]
    assert walls == [None, datetime(2025, 2, 22, 0, 45)]


def test_hours_of_service_below_a_number_are_no_title() -> None:
    screen = Screen().bars("95554")
    screen.line("工作时间9:00-21:00", 430, 175, 30, panel=(0, 0, 1080, 220))
    screen.middle("昨天 08:15").say("in", "您尾号5831的账户收入").say("out", "退订").say("in", "已退订")
    assert recognised(screen.field().done()).party == "95554"


def test_a_fainter_time_in_the_corner_is_when_a_message_was_sent_though_no_area_is_seen_around_it() -> None:
    screen = Screen(page=WHITE, edge=60).bars("速融宝客服").middle("今天")
    with_clock(screen, "out", "08:44", "你们扣了我1500元我从来没有同意过")
    with_clock(screen, "in", "08:46", "请提供合同号我帮您", "核实一下这笔扣款")
    with_clock(screen, "out", "08:48", "合同号是LN2025011722")
    with_clock(screen, "in", "08:59", "已经查到这笔扣款了")
    page = screen.field().done()
    events = recognised(page).events
    found = [
        (f"{event.facts.time.reading.wall:%H:%M}", event.facts.text) for event in events if event.facts.time.reading
    ]
    assert found == [
        ("08:44", "你们扣了我1500元我从来没有同意过"), ("08:46", "请提供合同号我帮您核实一下这笔扣款"),
        ("08:48", "合同号是LN2025011722"), ("08:59", "已经查到这笔扣款了"),
    ]  # fmt: skip


def test_a_word_for_half_a_day_goes_with_the_message_or_with_its_time_as_the_other_times_tell() -> None:
    whole = Screen(captured=datetime(2026, 11, 20, 19, 22)).bars("資融客服").middle("2026年11月20日")
    whole.say("in", "請問您方便接聽的時段是", "上午09:20").say("out", "可以的話今天下午15:23")
    whole.say("in", "好的我們會安排專員", "09:31").say("out", "我等到現在已經是晚上19:02")
    assert [text for _, text in sides(whole.field().done())] == [
        "請問您方便接聽的時段是上午", "可以的話今天下午", "好的我們會安排專員", "我等到現在已經是晚上",
    ]  # fmt: skip
    halved = Screen(captured=datetime(2026, 11, 20, 19, 22)).bars("鴻利客服").middle("2026/11/20")
    halved.say("in", "您好，很高興為您服務 下午2:05").say("out", "到現在還沒有入帳 下午", "2:07")
    halved.say("in", "需先繳納保證金才能解除凍結下午", "2:09").say("out", "之前沒有說過 下午2:12")
    events = recognised(halved.field().done()).events
    assert [event.facts.text for event in events][1:3] == ["到現在還沒有入帳", "需先繳納保證金才能解除凍結"]
    walls = [event.facts.time.reading.wall for event in events if event.facts.time.reading]
    assert [f"{wall:%H:%M}" for wall in walls if wall] == ["14:05", "14:07", "14:09", "14:12"]


def test_who_wrote_and_when_may_stand_below_what_was_written() -> None:
    screen = Screen(captured=None).bars("Kestrel Credit")
    for side, text, below in (
        ("in", "Hello! How can we help?", "Priya • 20 Nov 2026, 09:01"),
        ("out", "You charged me for a loan", "20 Nov 2026, 09:02"),
        ("in", "Thanks, I have raised a ticket", "Priya • 20 Nov 2026, 09:06"),
        ("out", "Who am I talking to?", "20 Nov 2026, 09:07"),
    ):
        screen.say(side, text)
        screen.top -= 30
        screen.small(below, side).space(40)
    events = [event.facts for event in recognised(screen.field("Reply").done()).events]
    assert [f"{each.time.reading.wall:%H:%M}" for each in events if each.time.reading and each.time.reading.wall] == [
        "09:01", "09:02", "09:06", "09:07",
    ]  # fmt: skip
    assert {each.party for each in events if each.direction.value == "in"} == {"Priya"}


@pytest.mark.parametrize(
    ("shown", "title"),
    [("←106 5900 2233", "106 5900 2233"), ("‹12 速借客服", "速借客服"), ("‹ 95533", "95533")],
)
def test_a_title_loses_the_number_of_unread_chats_and_no_part_of_a_number(shown: str, title: str) -> None:
    assert bare_title(shown) == title
