"""What stands among or above the messages of an unusual chat, or is repeated in one, is not said (again)."""

from dataclasses import replace
from datetime import datetime

import pytest

from evidence_app.domain.events import EventKind
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.bars import framed
from evidence_app.reading.layout.kinds import recognised
from tests.fakes.chat_lines import FAINT, WHITE, Screen
from tests.unit.reading.unusual import BARE, LONG, a_chat_without_bubbles, changed, sides


def test_a_small_notice_with_an_area_of_its_own_in_the_middle_is_no_message() -> None:
    screen = Screen(page=(241, 235, 227)).bars("匯盈財務").middle("今天")
    panel, top = (126, screen.top, 828, 140), screen.top
    for index, text in enumerate(
        ("訊息和通話皆受到端對端加密保護只有此對話中", "的成員可以閱讀收聽或分享它們了解更多")
    ):
        wide = round(len(text) * 34)
        screen.line(text, (1080 - wide) // 2, top + 24 + index * 52, 35, panel=panel, ground=(254, 238, 205))
    screen.top += 180
    screen.say("in", "你好，請問點稱呼").say("out", "我姓陳").say("in", "唔該等等")
    assert [text for _, text in sides(screen.field().done())] == ["你好，請問點稱呼", "我姓陳", "唔該等等"]


@pytest.mark.parametrize("text", ["16:39", "客"])
def test_a_time_or_a_portraits_letter_in_a_part_of_the_wallpaper_is_no_message(text: str) -> None:
    screen = Screen(page=(185, 200, 177)).bars("优信花客服").say("in", "您好，我是客服").say("out", "在吗在吗")
    screen.line(text, 500, screen.top + 40, 38, panel=(420, screen.top, 340, 200), ground=(190, 205, 180), ink=FAINT)
    screen.top += 220
    screen.say("in", "请您尽快处理欠款").say("out", "我要投诉你们")
    assert text not in [said for _, said in sides(screen.field().done())]


def test_the_button_of_a_card_above_the_messages_is_no_message() -> None:
    screen = Screen().bars("月付客服")
    for index, text in enumerate(("订单号：20251122273648145", "月付分期共三期", "合计一千二百元整")):
        screen.line(text, 220, 250 + index * 60, 40)
    screen.line("发送订单", 850, 312, 40, panel=(830, 292, 190, 80), ground=WHITE)
    screen.top = 480
    said = ["您好，我是客服工号80231", "我要投诉你们乱收会员费用", f"{LONG}请稍等", "好的我等你们的电话好了"]
    for side, text in zip(("in", "out", "in", "out"), said, strict=True):
        screen.say(side, text)
    assert [text for _, text in sides(screen.field().done())] == said


def test_a_list_with_a_day_beside_each_name_is_no_chat() -> None:
    screen = Screen(page=WHITE, edge=60).bars("最近通话")
    screen.line("所有通话", 290, screen.top, 42)
    screen.line("未接来电", 600, screen.top, 42, panel=(560, screen.top - 6, 230, 56), ground=(232, 232, 232))
    screen.top += 90
    for text in ("95118", "14765718134", "0755 1747 2924", "速贷通客服", "186 1152 9302"):
        screen.line(text, 130, screen.top, 44)
        screen.line("星期日", 920, screen.top + 26, 40, ink=FAINT)
        screen.line("手机", 130, screen.top + 60, 40, ink=FAINT)
        screen.top += 180
    assert recognised(screen.done()).kind is not PageKind.CHAT


def test_a_sign_in_a_corner_of_a_photograph_is_no_message() -> None:
    page = a_chat_without_bubbles()
    page.line("+", 960, page.top + 20, 44)
    assert sides(page.field().done()) == BARE


def test_a_badge_beside_a_name_is_no_message() -> None:
    screen = Screen().bars("维权交流").middle("08:15")
    for side, text in (("in", "别信他们的，拖了我半个月"), ("out", "编号给我看看"), ("in", "录音！一定要录音")):
        left = 190 if side == "in" else 760
        screen.line("LV12", left + 4, screen.top + 4, 30, panel=(left, screen.top, 76, 36), ground=(182, 198, 230))
        screen.line("潇洒哥", left + 90, screen.top, 36, ink=FAINT)
        screen.top += 46
        screen.say(side, text)
    assert [text for _, text in sides(screen.done())] == [
        "别信他们的，拖了我半个月",
        "编号给我看看",
        "录音！一定要录音",
    ]


def test_a_warning_in_a_strip_below_the_title_bar_is_said_by_nobody() -> None:
    screen = Screen().bars("速融宝客服")
    screen.line("谨防诈骗，请勿转账", 40, 236, 36, panel=(0, 220, 1080, 70), ground=(255, 240, 210))
    screen.top = 320
    screen.middle("昨天 08:15").say("in", "您好，请问有什么可以帮您").say("out", "转人工").say("in", "好的")
    assert [text for _, text in sides(screen.field().done())] == ["您好，请问有什么可以帮您", "转人工", "好的"]


def test_a_faint_quotation_set_in_above_the_answer_is_not_said_again() -> None:
    screen = Screen().bars("速融宝客服").middle("昨天 08:15").say("in", "好的，请稍等").say("out", "多久能有结果")
    screen.say("in", "客服", "好的，请稍等", "那之前转的怎么办呢")
    own = screen.lines[-1].region
    quoted = [line for line in screen.lines if line.text in ("客服", "好的，请稍等")][-2:]
    for line in quoted:
        x, y, width, _ = line.region
        object.__setattr__(line, "region", (x + 24, y, width, round(own[3] * 0.8)))
        object.__setattr__(line, "ink", (95, 95, 95))
    assert sides(screen.field().done())[-1] == ("in", "那之前转的怎么办呢")


def test_a_quotation_only_fainter_is_not_said_again() -> None:
    screen = Screen().bars("速融宝客服").middle("昨天 08:15").say("in", "好的，请稍等").say("in", "请您发一下合同号")
    screen.say("out", "客服", "好的，请稍等", "合同号发来我让律师跟你们谈")
    for line in screen.lines[-3:-1]:
        x, y, width, height = line.region
        object.__setattr__(line, "region", (x + 24, y, width - 24, height + 4))
        object.__setattr__(line, "ink", (95, 95, 95))
    assert sides(screen.field().done())[-1] == ("out", "合同号发来我让律师跟你们谈")


@pytest.mark.parametrize("notice", ["客服人員已加入對話", "小潔（工號64819）已收回訊息", "以下為尚未閱讀的訊息"])
def test_what_the_app_says_in_the_middle_is_nobodys_message(notice: str) -> None:
    screen = Screen(page=(220, 228, 240), edge=40).bars("易達錢包").middle("今天 10:50")
    screen.say("in", "您好，請問有什麼可以幫您").say("out", "我要投訴")
    wide = round(len(notice) * 40 * 0.85)
    left = (1080 - wide) // 2
    screen.line(notice, left, screen.top + 24, 40, panel=(left - 40, screen.top, wide + 80, 90), ground=WHITE)
    screen.top += 140
    screen.say("in", "收到，請稍等我查一查再覆您")
    events = [event.facts for event in recognised(screen.field().done()).events]
    assert [each.text for each in events if each.kind is EventKind.MESSAGE] == [
        "您好，請問有什麼可以幫您",
        "我要投訴",
        "收到，請稍等我查一查再覆您",
    ]
    assert [each.text for each in events if each.kind is EventKind.NOTE] == [notice] * ("收回" in notice)


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("对方撤回了一条消息", "in"),
        ("你撤回了一条消息", "out"),
        ("您已收回訊息", "out"),
        ("You unsent a message", "out"),
    ],
)
def test_that_a_message_was_taken_back_stands_where_it_was_with_its_side_and_time(told: str, side: str) -> None:
    screen = Screen().bars("李专员").middle("2025-03-02 10:50").say("in", "再不还钱就去你单位").say("out", "什么意思")
    page = screen.middle("2025-03-02 11:20").middle(told).say("in", "请尽快还款").field().done()
    [gone] = [event for event in recognised(page).events if event.facts.kind is EventKind.NOTE]
    assert (gone.facts.text, gone.facts.direction.value, gone.facts.party) == (told, side, "李专员")
    assert gone.facts.time.happened.wall == datetime(2025, 3, 2, 11, 20)
    assert [event.facts.text for event in recognised(page).events][-2:] == [told, "请尽快还款"]


def test_a_name_behind_a_badge_is_no_part_of_the_bubble_above_it() -> None:
    screen = Screen(page=(218, 227, 242), theirs=(232, 240, 231), edge=36).bars("95585").middle("2025-02-14 08:13")
    for words in ("您的账单三万元将于五月八日到期", "您反映的扣费问题我们已登记"):
        screen.line("客服", 36, screen.top, 44, ink=(178, 50, 158))
        screen.line("Lily", 112, screen.top, 44, ink=(129, 140, 140))
        screen.top += 50
        screen.say("in", words, "届时将自动扣款")
        screen.top -= 30
    screen.top += 40
    page = screen.say("out", "TD").field().done()
    uneven = tuple(replace(line, ground=(218 + index, 227, 242)) for index, line in enumerate(page.lines))
    assert not any("Lily" in text for _, text in sides(replace(page, lines=uneven)))


def test_a_number_below_a_quotation_is_what_is_said() -> None:
    screen = Screen().bars("速融宝客服").middle("昨天 08:15").say("out", "好的，请稍等").say("in", "收到")
    screen.say("in", "客服", "好的，请稍等", "HYD202509022635706")
    own = screen.lines[-1]
    object.__setattr__(own, "region", (*own.region[:3], 38))
    for line in screen.lines[-3:-1]:
        x, y, width, height = line.region
        object.__setattr__(line, "region", (x + 30, y, width, height))
        object.__setattr__(line, "ink", (85, 76, 79))
    assert sides(screen.field().done())[-1] == ("in", "HYD202509022635706")


def test_a_quotation_of_one_line_with_who_said_it_is_not_said_again() -> None:
    screen = Screen().bars("速融宝客服").middle("昨天 08:15").say("in", "请您耐心等待").say("in", "我们会尽快处理")
    screen.say("out", "客服：请您耐心等待", "等多久了还等")
    quote = screen.lines[-2]
    x, y, width, height = quote.region
    object.__setattr__(quote, "region", (x + 36, y, width, height - 12))
    object.__setattr__(quote, "ink", (68, 90, 41))
    assert sides(screen.field().done())[-1] == ("out", "等多久了还等")


def test_keys_beside_each_other_above_the_field_are_said_by_nobody() -> None:
    screen = Screen(edge=160, letter=52).bars("放心借").middle("昨天 08:15").say("in", "账单照常生成")
    screen.say("out", "我没有借过").space(140)
    for text, left in (("比心", 175), ("捂脸", 341)):
        screen.line(text, left + 24, screen.top, panel=(left, screen.top - 11, 136, 73), ground=WHITE)
    frame = framed(screen.space(80).field("发送消息").done())
    assert [line.text for line in frame.body] == ["昨天 08:15", "账单照常生成", "我没有借过"]


def test_the_message_that_is_answered_is_not_said_once_more() -> None:
    screen = (
        Screen(edge=60).bars("好付錢包").middle("昨天 08:15").say("in", "已建立案件將儘快回覆您").say("out", "我要投訴")
    )
    screen.small("你回覆了好付錢包", "out").say("out", "已建立案件將…").say("out", "上次也是這樣講")
    page = changed(screen.field("Aa").done(), "已建立案件將…", ink=(150, 170, 130))
    assert [text for _, text in sides(page)] == ["已建立案件將儘快回覆您", "我要投訴", "上次也是這樣講"]


def test_how_messages_are_sent_is_no_message_in_the_field_for_typing() -> None:
    screen = Screen(page=(0, 0, 0)).bars("1068 2002 3318").middle("昨天 08:15").say("in", "您的账单逾期了")
    screen.say("out", "我没有借过").say("in", "请尽快处理").space(200)
    screen.line(
        "信息・短信", 150, screen.top, panel=(120, screen.top - 24, 900, 96), ground=(0, 0, 0), ink=(190, 190, 190)
    )
    screen.space(300)
    assert len(sides(screen.done())) == 3
