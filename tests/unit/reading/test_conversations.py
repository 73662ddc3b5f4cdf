"""Chats and threads of short messages are understood from their lines, and nothing else is taken for one."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind, EventStatus
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.times import Precision
from evidence_app.reading.layout.columns import moved
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Around, Page
from evidence_app.reading.passages import Speaker
from tests.fakes.chat_lines import Screen

AT = datetime(2025, 2, 22, 8, 15)
STYLES = {
    "light": Screen(),
    "dark": Screen(page=(17, 17, 17), theirs=(44, 44, 44), mine=(62, 181, 117)),
    "blue": Screen(page=(255, 255, 255), theirs=(233, 233, 235), mine=(10, 124, 255), edge=40),
    "of one colour": Screen(page=(245, 245, 245), mine=(255, 255, 255)),
    "small": Screen(width=720, letter=30, edge=120),
    "large": Screen(width=1440, letter=64, edge=240),
}


def read(page: Page) -> list[tuple[str, str, datetime | None]]:
    found = recognised(page)
    return [
        (event.facts.direction.value, event.facts.text, event.facts.time.reading and event.facts.time.reading.wall)
        for event in found.events
    ]


def a_chat(style: Screen | None = None) -> Screen:
    screen = replace(style or Screen(), lines=[]).bars("速融宝客服").middle("2月22日 08:15")
    screen.say("in", "您好，我是客服工号80231，", "请问有什么可以帮您？")
    return screen.say("out", "提现失败也要还款吗").say("in", "好的").say("out", "请给我投诉编号")


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_chat_of_any_style_is_read_with_sides_words_and_times(style: Screen) -> None:
    assert read(a_chat(style).field().done()) == [
        ("in", "您好，我是客服工号80231，请问有什么可以帮您？", AT),
        ("out", "提现失败也要还款吗", AT),
        ("in", "好的", AT),
        ("out", "请给我投诉编号", AT),
    ]


@pytest.mark.parametrize(
    ("clock", "hour"), [("下午7:42", 19), ("7:42 PM", 19), ("7:42", 19), ("08:10", 8), ("11:42", 11), ("19:42", 19)]
)
def test_a_clock_of_twelve_hours_is_taken_for_the_half_of_the_day_in_which_the_picture_was_taken(
    clock: str, hour: int
) -> None:
    screen = Screen(captured=datetime(2025, 2, 22, 19, 42, 10)).bars("速融宝客服", clock).middle("2月22日 08:15")
    found = recognised(screen.say("in", "您好，我是客服").say("out", "好的").done())
    assert found.captured_at
    assert (found.captured_at.date(), found.captured_at.hour) == (date(2025, 2, 22), hour)


def test_events_are_suggested_messages_with_the_title_as_party_and_the_bubble_as_place() -> None:
    found = recognised(a_chat().field().done())
    assert (found.kind, found.party, found.captured_at) == (PageKind.CHAT, "速融宝客服", datetime(2025, 2, 22, 19, 42))
    first = found.events[0]
    assert (first.facts.kind, first.facts.status) == (EventKind.MESSAGE, EventStatus.SUGGESTED)
    assert first.facts.party == "速融宝客服"
    assert first.place.region[0] == 180
    assert first.facts.time.precision is Precision.MINUTE
    assert [passage.speaker for passage in found.passages[:2]] == [Speaker.INSTITUTION, Speaker.COMPLAINANT]


def test_a_separator_holds_until_the_next_and_nothing_is_known_before_the_first() -> None:
    screen = Screen().bars("客服").say("in", "在吗在吗").say("out", "我在").middle("昨天 19:03").say("in", "请还款")
    screen.say("out", "不是我借的").middle("下午3:20").say("in", "好的收到")
    times = [time for _, _, time in read(screen.field().done())]
    yesterday, today = datetime(2025, 2, 21, 19, 3), datetime(2025, 2, 22, 15, 20)
    assert times == [None, None, yesterday, yesterday, today]


def test_times_beside_bubbles_are_of_the_day_that_stands_above() -> None:
    screen = Screen().bars("客服").say("out", "在吗", clock="23:58").middle("2月21日").say("in", "您好", clock="08:01")
    screen.say("out", "我没有申请", clock="08:03")
    found = read(screen.field("Aa").done())
    assert [time for _, _, time in found] == [None, datetime(2025, 2, 21, 8, 1), datetime(2025, 2, 21, 8, 3)]


def test_names_above_bubbles_are_who_says_it() -> None:
    screen = Screen().bars("维权群(5)").middle("08:15").small("客服小李").say("in", "您好").say("out", "在吗")
    screen.small("张经理").say("in", "请稍等")
    parties = [event.facts.party for event in recognised(screen.field().done()).events]
    assert parties == ["客服小李", "维权群", "张经理"]


def test_a_name_with_a_time_above_a_bubble_gives_both() -> None:
    screen = Screen().bars("在线客服").small("客服80231 2025-02-20 10:20:03").say("in", "您好，请问有什么可以帮您")
    screen.small("我 2025-02-20 10:21:40", "out").say("out", "转人工")
    (first, second) = recognised(screen.field("请输入您的问题").done()).events
    assert first.facts.party == "客服80231"
    assert first.facts.time.reading is not None
    assert first.facts.time.reading.wall == datetime(2025, 2, 20, 10, 20, 3)
    assert second.facts.direction is Direction.OUT


def test_notices_in_the_middle_are_no_messages() -> None:
    page = a_chat().middle("以上是打招呼的内容").middle("对方撤回了一条消息").field().done()
    kinds = [event.facts.kind for event in recognised(page).events]
    assert kinds == [EventKind.MESSAGE] * 4 + [EventKind.NOTE]  # that a message was taken back is told, by nobody


def test_bubbles_as_wide_as_the_page_lets_them_be_take_the_side_of_their_colour() -> None:
    screen = a_chat()
    long = "这边帮您反馈给技术部门核实情"
    screen.say("in", long, "况，三个工作日内会答复").say("out", long, "我不接受这样的说法")
    assert [side for side, _, _ in read(screen.field().done())][-2:] == ["in", "out"]


def test_a_full_stop_that_was_read_as_a_letter_is_one() -> None:
    screen = a_chat().say("in", "请您耐心等待", "o").say("in", "已经登记o")
    assert [text for _, text, _ in read(screen.field().done())][-2:] == ["请您耐心等待。", "已经登记。"]


def test_what_was_seen_in_two_boxes_of_one_row_is_put_together_from_left_to_right() -> None:
    screen = a_chat().say("out", "我没有收到")
    last = screen.lines[-1]
    x, y, width, height = last.region
    object.__setattr__(last, "panel", (x - 32, y - 32, width + 264, height + 64))
    screen.line("这笔钱", x + width + 20, y - 3, height, panel=last.panel, ground=last.ground)
    for line in screen.lines[-2:]:
        object.__setattr__(line, "region", (line.region[0] - 200, *line.region[1:]))
        left, top, wide, tall = line.panel or line.region
        object.__setattr__(line, "panel", (left - 200, top, wide, tall))
    assert read(screen.field().done())[-1][:2] == ("out", "我没有收到这笔钱")


def test_a_thread_with_a_number_is_of_short_messages() -> None:
    screen = Screen(edge=40).bars("1069 8009 5188").middle("2月20日 周四 08:15")
    screen.say("in", "【速融宝】您本期账单200.00元", "已逾期，退订回T").middle("昨天 19:03")
    screen.say("in", "【速融宝】请今日还款，否则将", "上报征信")
    found = recognised(screen.field("短信").done())
    assert (found.kind, found.party) == (PageKind.SMS, "1069 8009 5188")
    assert [event.facts.number for event in found.events] == ["1069 8009 5188"] * 2
    assert [event.facts.direction for event in found.events] == [Direction.IN] * 2


def test_a_title_is_read_without_the_arrow_the_badge_and_the_dots() -> None:
    screen = Screen()
    screen.bars("<12 速融宝客服…")
    screen.middle("08:15").say("in", "您好").say("out", "在吗")
    assert recognised(screen.field().done()).party == "速融宝客服"


@pytest.mark.parametrize("state", ["上次上線時間：今天下午9:59", "在線上", "last online today at 21:59", "輸入中…"])
def test_what_stands_below_a_title_is_whom_it_is_with_by_no_means(state: str) -> None:
    screen = Screen().bars("Amy").middle("08:15").say("in", "您好").say("out", "在吗")
    screen.line(state, 330, 176, 44, panel=screen.lines[0].panel)
    assert recognised(screen.field().done()).party == "Amy"


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        ("维权互助群(3)", "维权互助群"),
        ("維權互助群（128）", "維權互助群"),
        ("95188(1234)", "95188(1234)"),
        ("(3)", "(3)"),
    ],
)
def test_how_many_members_a_group_has_is_no_part_of_its_name(shown: str, title: str) -> None:
    screen = Screen().bars(shown).middle("08:15").say("in", "您好").say("out", "在吗")
    assert recognised(screen.field().done()).party == title


def test_a_bubble_that_the_edge_cuts_is_less_certain() -> None:
    screen = a_chat().say("in", "最后一句话还没有说完")
    page = screen.done()
    cut = Page(page.lines, page.width_px, page.height_px - 60, page.around)
    events = recognised(cut).events
    assert events[-1].confidence < 0.6 < events[-2].confidence


@pytest.mark.parametrize(
    ("words", "shown"), [("再不还钱就去你单位", "再不还钱就去你单位…"), ("今天还款。", "今天还款。")]
)
def test_words_that_the_edge_cuts_are_marked_where_no_sentence_ends(words: str, shown: str) -> None:
    screen = a_chat().say("in", words)
    *before, last = screen.done().lines
    assert last.panel is not None
    x, y, width, _ = last.panel
    end = last.region[1] + last.region[3]  # no room is left below the words
    cut = Page((*before, replace(last, panel=(x, y, width, end - y))), 1080, end, screen.done().around)
    texts = [event.facts.text for event in recognised(cut).events]
    assert (texts[-1], [text for text in texts[:-1] if "…" in text]) == (shown, [])


def test_labels_and_values_are_no_chat() -> None:
    screen = Screen(page=(255, 255, 255)).bars("账单详情")
    for label, value in (
        ("付款方式", "招商银行"),
        ("创建时间", "2025-02-22 08:15"),
        ("金额", "-200.00"),
        ("状态", "成功"),
    ):
        screen.line(label, 60, screen.top)
        screen.line(value, 700, screen.top)
        screen.top += 110
    assert recognised(screen.done()).kind not in (PageKind.CHAT, PageKind.SMS)


def test_a_list_of_conversations_is_none() -> None:
    screen = Screen(page=(255, 255, 255)).bars("信息")
    for name, preview, time in (("95588", "您尾号4417的账户", "08:15"), ("10690001", "【速融宝】逾期", "昨天")):
        screen.line(name, 180, screen.top)
        screen.line(time, 920, screen.top, 34)
        screen.line(preview, 180, screen.top + 60, 38)
        screen.top += 180
    assert recognised(screen.done()).kind not in (PageKind.CHAT, PageKind.SMS)


def test_cards_as_wide_as_the_page_with_times_between_are_no_chat() -> None:
    screen = Screen().bars("消息通知")
    for day in ("2月20日 08:15", "昨天 09:00"):
        screen.middle(day)
        panel = (40, screen.top, 1000, 240)
        for index, text in enumerate(("还款提醒", "您本期应还200.00元，请按时还款。")):
            screen.line(text, 80, screen.top + 40 + index * 80, panel=panel, ground=(255, 255, 255))
        screen.top += 280
    assert recognised(screen.done()).kind not in (PageKind.CHAT, PageKind.SMS)


def test_buttons_side_by_side_are_no_messages() -> None:
    screen = Screen().bars("帮助中心").middle("今天 08:15")
    for left in (60, 420, 780):
        screen.line("转人工", left + 30, screen.top + 30, panel=(left, screen.top, 240, 110), ground=(255, 255, 255))
    screen.top += 160
    assert recognised(screen.done()).kind not in (PageKind.CHAT, PageKind.SMS)


def test_letters_that_nobody_is_sure_of_are_no_conversation() -> None:
    page = a_chat().field().done()
    assert read(page)
    doubtful = tuple(replace(line, confidence=0.75) for line in page.lines)
    assert recognised(replace(page, lines=doubtful)).kind is PageKind.TEXT


def test_a_quote_below_its_answer_is_no_message() -> None:
    screen = a_chat()
    panel = (560, screen.top - 30, 340, 70)
    screen.line(
        "速融宝客服：3个工作日", 575, screen.top - 15, 34, panel=panel, ground=(225, 225, 225), ink=(140, 140, 140)
    )
    screen.top += 80
    assert len(read(screen.field().done())) == 4


def test_a_quote_in_the_upper_part_of_a_bubble_is_no_part_of_the_message() -> None:
    screen = a_chat().say("in", "速融宝：好的", "我们已经登记了")
    outer = screen.lines[-1].panel
    assert outer is not None
    inner = (outer[0] + 20, outer[1] + 15, outer[2] - 40, 66)
    object.__setattr__(screen.lines[-2], "panel", inner)
    object.__setattr__(screen.lines[-2], "ground", (235, 235, 235))
    assert read(screen.field().done())[-1][1] == "我们已经登记了"


def test_a_name_in_a_colour_of_its_own_inside_a_bubble_is_who_says_it() -> None:
    screen = a_chat().say("in", "张经理", "今天必须处理完")
    object.__setattr__(screen.lines[-2], "ink", (200, 40, 90))
    event = recognised(screen.field().done()).events[-1]
    assert (event.facts.party, event.facts.text) == ("张经理", "今天必须处理完")


def test_times_at_the_end_of_bubbles_are_no_part_of_what_is_said() -> None:
    screen = Screen().bars("客服").middle("2月21日")
    screen.say("in", "您的问题已记录09:41").say("out", "好的09:42√√").say("in", "请于18:00前还款", "10:03")
    assert read(screen.field().done()) == [
        ("in", "您的问题已记录", datetime(2025, 2, 21, 9, 41)),
        ("out", "好的", datetime(2025, 2, 21, 9, 42)),
        ("in", "请于18:00前还款", datetime(2025, 2, 21, 10, 3)),
    ]


def test_when_a_message_was_read_is_not_when_it_was_sent() -> None:
    screen = a_chat()
    screen.line("已读 09:30", 780, screen.top - 30, 34)
    screen.top += 40
    assert read(screen.field().done())[-1] == ("out", "请给我投诉编号", AT)


def test_a_notice_on_an_area_of_its_own_in_the_middle_is_no_message() -> None:
    screen = a_chat()
    notice = screen.line("客服已结束会话", 400, screen.top, 40, ground=(255, 255, 255))
    x, y, width, height = notice.region
    object.__setattr__(notice, "region", (540 - width // 2, y, width, height))
    object.__setattr__(notice, "panel", (540 - width // 2 - 12, y - 8, width + 24, height + 16))
    screen.top += 100
    assert len(read(screen.field().done())) == 4


def test_a_field_that_says_something_unheard_of_is_still_no_message() -> None:
    screen = a_chat()
    screen.line("和小融聊聊吧", 130, screen.top + 40, panel=(100, screen.top + 20, 700, 90), ground=(250, 250, 250))
    object.__setattr__(screen.lines[-1], "ink", (180, 180, 180))
    screen.top += 140
    assert len(read(screen.done())) == 4


def test_a_conversation_beside_a_list_of_others_is_read_alone() -> None:
    page = a_chat().field().done()
    aside = (0, 0, 560, page.height_px)
    listed = [
        MachineLine(text, (80, 100 + 90 * index, 200, 40), 0.99, ground=(230, 230, 230), ink=(17, 17, 17), panel=aside)
        for index, text in enumerate(("家人群", "好的，已登记", "昨天", "张经理"))
    ]
    whole = (560, 0, page.width_px, page.height_px)
    chat = [
        replace(line, panel=whole if line.panel and line.panel[2] == page.width_px else line.panel)
        for line in moved(page.lines, 560)
    ]
    wide = replace(page, lines=tuple(listed + chat), width_px=page.width_px + 560)
    found = recognised(wide)
    assert [event.facts.text for event in found.events] == [text for _, text, _ in read(page)]
    assert found.events[0].place.region[0] == 740


def test_the_same_lines_always_give_the_same() -> None:
    page = a_chat().field().done()
    assert recognised(page) == recognised(page)


LINE = st.builds(
    MachineLine,
    st.text(min_size=1, max_size=12),
    st.tuples(st.integers(0, 999), st.integers(0, 1900), st.integers(1, 900), st.integers(1, 200)),
    st.floats(0, 1),
    ground=st.none() | st.tuples(*[st.integers(0, 255)] * 3),
    ink=st.none() | st.tuples(*[st.integers(0, 255)] * 3),
    panel=st.none() | st.tuples(st.integers(0, 500), st.integers(0, 900), st.integers(1, 1000), st.integers(1, 1900)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINE, max_size=25), st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_no_lines_are_too_strange(lines: list[MachineLine], captured: datetime | None) -> None:
    found = recognised(Page(tuple(lines), 1000, 2000, Around(ZoneInfo("Asia/Shanghai"), captured)))
    assert len(found.passages) >= len(found.events)
    assert all(0 <= event.confidence <= 1 for event in found.events)


def test_one_side_that_fills_the_page_nearly_is_a_chat_all_the_same() -> None:
    screen = Screen(page=(255, 255, 255), theirs=(233, 233, 235), edge=60).bars("速融宝客服").middle("08:13")
    for rows in (("请今日18:00前还款200.00元，否则将上报", "征信"), ("系统显示合同编号JX20250222001234已", "生效")):
        screen.say("in", *rows)
    assert [side for side, _, _ in read(screen.done())] == ["in", "in"]


def test_where_all_bubbles_fill_the_page_the_colourful_ones_are_the_complainants() -> None:
    screen = Screen(page=(245, 246, 250), theirs=(255, 255, 255), mine=(217, 230, 255)).bars("客服").middle("08:15")
    long = "这边帮您反馈给技术部门核实情况"
    screen.say("in", long, "三天内答复").say("out", long, "我不接受").say("in", long, "请耐心等待")
    assert [side for side, _, _ in read(screen.field().done())] == ["in", "out", "in"]


def test_portraits_beside_bubbles_tell_whose_they_are_where_place_and_colour_do_not() -> None:
    screen = Screen(mine=(255, 255, 255)).bars("客服").middle("2月22日 08:15")
    for rows in (("这个费用是系统自动扣除的我这边没", "有权限退"), ("这边已经帮您反馈给技术部门核实情", "请耐心等候")):
        face = (930, screen.top, 90, 90)
        screen.line("我", 950, screen.top + 20, panel=face, ground=(200, 80, 80))
        screen.say("out", *rows)
    assert [side for side, _, _ in read(screen.field().done())] == ["out", "out"]


def test_a_time_below_a_title_without_a_bar_of_its_own_is_that_of_what_follows() -> None:
    screen = Screen(top=192)
    screen.line("19:42", 60, 24, 36)
    screen.line("87%", 940, 24, 36)
    screen.line("张敏（贷后）", 400, 80, 52)
    screen.line("在线", 510, 140, 34, ink=(120, 120, 120))
    screen.middle("2月22日 08:15").say("in", "您好您好").say("out", "请不要再打电话")
    assert read(screen.field().done()) == [("in", "您好您好", AT), ("out", "请不要再打电话", AT)]


def test_rows_of_calls_on_one_card_are_no_message() -> None:
    card = (40, 300, 920, 760)
    screen = Screen(top=300).bars("通话记录")
    for index, clock in enumerate(("下午2:18", "上午8:38", "昨天", "上午7:38")):
        screen.line(f"9501{index}2233", 80, 340 + index * 200, panel=card, ground=(255, 255, 255))
        screen.line(clock, 760, 344 + index * 200, 38, panel=card, ground=(255, 255, 255))
    screen.top = 1200
    assert recognised(screen.done()).kind is not PageKind.CHAT


def test_buttons_side_by_side_are_nothing_that_is_said() -> None:
    screen = a_chat()
    for left, text in ((190, "查询账单"), (480, "转人工"), (760, "更多")):
        screen.line(text, left, screen.top, 44)
    screen.top += 100
    assert len(read(screen.field().done())) == 4
