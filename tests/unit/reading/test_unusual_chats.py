"""Chats that keep to no well-known app are understood too: without bubbles, on wallpapers, with cards and heads."""

from dataclasses import replace
from datetime import datetime

import pytest

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.domain.suggestions import PageKind, SuggestionKind
from evidence_app.reading.interpreting import interpret
from evidence_app.reading.layout.bars import bare_title, framed
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Page
from tests.fakes.chat_lines import FAINT, WHITE, Screen

BLUE = (36, 87, 179)
LONG = "这边帮您反馈给技术部门核实情况"


def sides(page: Page) -> list[tuple[str, str]]:
    return [(event.facts.direction.value, event.facts.text) for event in recognised(page).events]


def changed(page: Page, text: str, **looks: object) -> Page:
    """Return a page on which lines with a text look otherwise."""
    return replace(page, lines=tuple(replace(line, **looks) if text in line.text else line for line in page.lines))  # type: ignore[arg-type]


def a_chat_without_bubbles(width: int = 1080) -> Screen:
    screen = Screen(width=width, page=WHITE, edge=140).bars("速融宝客服").middle("昨天 08:15")
    screen.say("in", "账单照常生成", panelled=False).say("out", "这期间要不要还款", panelled=False)
    screen.say("in", LONG, "三个工作日内答复您", panelled=False).say("out", "好的我等你们", panelled=False)
    return screen.say("in", "我帮您登记了请保持电话畅通哦", panelled=False)


BARE = [
    ("in", "账单照常生成"), ("out", "这期间要不要还款"), ("in", f"{LONG}三个工作日内答复您"),
    ("out", "好的我等你们"), ("in", "我帮您登记了请保持电话畅通哦"),
]  # fmt: skip


def test_words_without_bubbles_are_a_chat_if_each_side_keeps_to_its_column() -> None:
    assert sides(a_chat_without_bubbles().field().done()) == BARE


def test_words_as_wide_as_the_page_are_the_side_whose_colour_they_have() -> None:
    screen = a_chat_without_bubbles().say("out", LONG + "呢我等", "不行", panelled=False)
    page = screen.field().done()
    mine = ("这期间要不要", "好的我等", "呢我等", "不行")
    blue = tuple(
        replace(line, ink=BLUE) if line.text.startswith(mine) or line.text.endswith(mine) else line
        for line in page.lines
    )
    assert sides(replace(page, lines=blue))[-1] == ("out", f"{LONG}呢我等不行")


def test_paragraphs_of_an_article_are_no_chat() -> None:
    screen = Screen(page=WHITE, edge=60).bars("文章")
    for _ in range(6):
        screen.say("in", LONG + "并且记录在案", "律师提醒保留截图", panelled=False)
    assert recognised(screen.done()).kind is PageKind.TEXT


def test_a_head_above_a_bubble_tells_the_side_of_one_as_wide_as_the_page() -> None:
    screen = Screen(mine=WHITE, edge=100).bars("在线客服")
    for side, name in (("in", "客服16654"), ("out", "我"), ("in", "客服16654")):
        screen.small(f"{name} 2025-02-20 10:20:03", side)
        screen.say(side, LONG + "需要时间", "请您耐心等待")
    assert [side for side, _ in sides(screen.field().done())] == ["in", "out", "in"]


def test_a_name_that_ends_with_digits_is_told_from_the_day_that_is_stuck_to_it() -> None:
    screen = Screen().bars("在线客服").small("客服代表166542025-02-2010:20:03").say("in", "您好，请问有什么可以帮您")
    screen.small("2025-02-20 10:21:40", "out").say("out", "转人工")
    first = recognised(screen.field().done()).events[0].facts
    assert first.party == "客服代表16654"
    assert first.time.reading is not None
    assert first.time.reading.wall == datetime(2025, 2, 20, 10, 20, 3)


def test_the_more_colourful_of_two_sides_is_the_complainants_though_it_stands_a_little_further_left() -> None:
    width, page = 1080, (247, 248, 250)
    screen = Screen(width=width, page=page, mine=(214, 232, 255)).bars("在线客服").middle("08:15")
    rows = "您本期应还八百元已逾期一天请尽快处", "请尽快处理"
    screen.say("in", *rows).say("out", "所有聊天记录我都会截图保存请你们知", "好的").field()
    drawn = screen.done()
    left = {
        text: x
        for text, x in zip((*rows, "所有聊天记录我都会截图保存请你们知", "好的"), (170, 170, 150, 150), strict=True)
    }

    def put(line: MachineLine) -> MachineLine:
        if line.text not in left or line.panel is None:
            return line
        panel: Region = (left[line.text], line.panel[1], 760, line.panel[3])
        return replace(line, panel=panel, region=(panel[0] + 32, *line.region[1:]))

    assert [side for side, _ in sides(replace(drawn, lines=tuple(map(put, drawn.lines))))] == ["in", "out"]


def test_a_transfer_of_another_colour_does_not_change_the_side_of_what_has_the_bubbles_colour() -> None:
    green: Colour = (62, 181, 117)
    screen = Screen(page=(17, 17, 17), theirs=(43, 43, 43), mine=green).bars("速贷通客服").middle("08:15")
    screen.say("in", "主管核实以后会联系您").say("out", "￥68.00", "转账").say("out", LONG + "不行", "根本没打电话来")
    page = screen.say("out", "还没人联系我").say("in", "收到").field().done()
    orange = tuple(
        replace(line, ground=(250, 157, 59)) if line.text in ("￥68.00", "转账") else line for line in page.lines
    )
    assert ("out", f"{LONG}不行根本没打电话来") in sides(replace(page, lines=orange))


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


def test_a_bubble_that_fades_so_that_no_area_is_seen_is_a_message_by_its_ground() -> None:
    page = (
        Screen(mine=(254, 84, 51)).bars("速贷通客服").middle("08:15").say("in", "您好，我是客服").say("out", "卡号没错")
    )
    page.say("in", "保证金只是走个流程").say("out", "你们客服电话多少").say("in", "官方热线请您留意")
    lost = changed(page.field().done(), "客服电话多少", panel=(760, 600, 100, 60), ink=WHITE)
    assert ("out", "你们客服电话多少") in sides(lost)


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


def test_a_bubble_that_was_seen_in_two_parts_side_by_side_is_one_message() -> None:
    screen = (
        Screen(mine=(254, 84, 51)).bars("速贷通客服").middle("08:15").say("in", "您好，我是客服").say("out", "卡号没错")
    )
    page = screen.say("out", "客服让我先转保证金", "这合理吗").say("in", "官方热线请您留意").field().done()
    whole = next(line.panel for line in page.lines if line.text == "这合理吗")
    assert whole
    left, top, width, height = whole
    parts = {"客服让我先转保证金": (left + 200, top, width - 200, height), "这合理吗": (left, top, 203, height)}
    lines = tuple(replace(line, panel=parts.get(line.text, line.panel)) for line in page.lines)
    assert ("out", "客服让我先转保证金这合理吗") in sides(replace(page, lines=lines))


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


def a_chat_of_one_sides_bubbles(speaker: str = "阿May", title: str = "速融宝客服") -> Screen:
    screen = Screen(page=WHITE).bars(title).middle("19:07").small(speaker)
    screen.say("in", "我的编号已经受理了", panelled=False).say("out", "我今天也收到催收电话了")
    screen.small(speaker).say("in", "截图存好，到时候一起提交给他们", panelled=False).say("out", "收到谢谢")
    return screen.small(speaker).say("in", "别客气", panelled=False)


def test_words_of_the_other_side_stand_on_the_page_where_only_the_complainant_has_bubbles() -> None:
    assert sides(a_chat_of_one_sides_bubbles().field().done()) == [
        ("in", "我的编号已经受理了"), ("out", "我今天也收到催收电话了"), ("in", "截图存好，到时候一起提交给他们"),
        ("out", "收到谢谢"), ("in", "别客气"),
    ]  # fmt: skip


def test_what_people_of_a_group_say_is_not_the_institutions_promise() -> None:
    found = []
    for speaker, title in (("阿May", "速融宝维权1群"), ("客服小李", "速融宝客服"), ("客服", "速融宝维权4群")):
        screen = a_chat_of_one_sides_bubbles(speaker, title).small(speaker)
        page = screen.say("in", "会尽快处理退款", panelled=False).field().done()
        found.append([each for each in interpret([page]).suggestions if each.kind is SuggestionKind.PROMISE])
    assert [len(each) for each in found] == [0, 1, 0]


def test_a_warning_in_a_strip_below_the_title_bar_is_said_by_nobody() -> None:
    screen = Screen().bars("速融宝客服")
    screen.line("谨防诈骗，请勿转账", 40, 236, 36, panel=(0, 220, 1080, 70), ground=(255, 240, 210))
    screen.top = 320
    screen.middle("昨天 08:15").say("in", "您好，请问有什么可以帮您").say("out", "转人工").say("in", "好的")
    assert [text for _, text in sides(screen.field().done())] == ["您好，请问有什么可以帮您", "转人工", "好的"]


def test_hours_of_service_below_a_number_are_no_title() -> None:
    screen = Screen().bars("95554")
    screen.line("工作时间9:00-21:00", 430, 175, 30, panel=(0, 0, 1080, 220))
    screen.middle("昨天 08:15").say("in", "您尾号5831的账户收入").say("out", "退订").say("in", "已退订")
    assert recognised(screen.field().done()).party == "95554"


def test_a_bubble_right_below_a_title_without_a_bar_is_said() -> None:
    screen = Screen(page=WHITE, top=210)
    screen.line("14:22", 60, 24, 40)
    screen.line("5G 67%", 900, 24, 40)
    screen.line("UA Support", 160, 110, 52)
    screen.say("out", "I have not received any", "money. Please cancel it and", "stop calling my family.")
    screen.say("in", "I understand your concern.", panelled=False).say("out", "What is your name?")
    screen.say("in", "My agent ID is S88729.", panelled=False)
    assert [text for _, text in sides(screen.field("Message").done())][0].startswith("I have not received any")


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


def with_clock(screen: Screen, side: str, clock: str, *rows: str) -> None:
    """Say something that ends with a time as high as its words but fainter, in the right corner of the bubble."""
    screen.say(side, *rows, clock, panelled=side == "out")
    *said, last = screen.lines[-len(rows) - 1 :]
    end = max(line.region[0] + line.region[2] for line in said)
    object.__setattr__(last, "region", (end - last.region[2], *last.region[1:]))
    object.__setattr__(last, "ink", FAINT)


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


@pytest.mark.parametrize("mine", [(188, 33, 137), (0, 120, 220), (149, 236, 105)])
def test_of_bubbles_all_wide_those_in_the_apps_colour_are_the_complainants(mine: Colour) -> None:
    screen = (
        Screen(page=(225, 232, 245), theirs=WHITE, mine=mine, edge=40).bars("万卡小贷贷后经理").middle("今天 10:50")
    )
    wide = "账单页点进去显示已放款但是钱一直还"
    for number, side in enumerate(("out", "in", "out", "in")):
        screen.say(side, f"{wide}{number}", "没有到账")
        for line in screen.lines[-2:]:  # the portrait is at the end of one's own: they begin at the other's edge
            shift = -190 if side == "out" else 190
            for name in ("region", "panel"):
                x, *rest = getattr(line, name)
                object.__setattr__(line, name, (x + shift, *rest))
    page = screen.field().done()
    assert [side for side, _ in sides(page)] == ["out", "in", "out", "in"]


def test_what_begins_in_one_column_beside_portraits_was_received_though_it_stands_right_of_the_middle() -> None:
    screen = Screen(page=WHITE, edge=240).bars("云帆消费金融")
    for day, words in enumerate(("【云帆消费金融】您的账户成功借款", "【云帆消费金融】您反映的扣费问题"), 14):
        screen.middle(f"2025-02-{day}")
        with_clock(screen, "in", "08:13", words, "如非本人操作请立即致电客服热线吧", "我们已登记")
    assert [side for side, _ in sides(screen.field().done())] == ["in", "in"]


def test_a_quotation_only_fainter_is_not_said_again() -> None:
    screen = Screen().bars("速融宝客服").middle("昨天 08:15").say("in", "好的，请稍等").say("in", "请您发一下合同号")
    screen.say("out", "客服", "好的，请稍等", "合同号发来我让律师跟你们谈")
    for line in screen.lines[-3:-1]:
        x, y, width, height = line.region
        object.__setattr__(line, "region", (x + 24, y, width - 24, height + 4))
        object.__setattr__(line, "ink", (95, 95, 95))
    assert sides(screen.field().done())[-1] == ("out", "合同号发来我让律师跟你们谈")


def test_a_warning_above_all_does_not_hide_that_only_the_complainants_words_have_an_area() -> None:
    screen = Screen(page=WHITE, edge=60).bars("UA快易貸客服")
    screen.line("請慎防詐騙勿透露密碼", 40, screen.top, 40, panel=(0, screen.top - 20, 460, 80), ground=(254, 241, 222))
    screen.top += 120
    screen.say("in", "收到等我查一查", panelled=False).say("out", "我準時過數有收據")
    screen.say("in", "呢筆係逾期行政費因為上期遲咗", "兩日", panelled=False).say("out", "咁我使唔使還")
    found = sides(screen.say("in", "暫時唔使住", panelled=False).field().done())
    assert found[-3:] == [("in", "呢筆係逾期行政費因為上期遲咗兩日"), ("out", "咁我使唔使還"), ("in", "暫時唔使住")]


@pytest.mark.parametrize("notice", ["客服人員已加入對話", "小潔（工號64819）已收回訊息", "以下為尚未閱讀的訊息"])
def test_what_the_app_says_in_the_middle_is_nobodys_message(notice: str) -> None:
    screen = Screen(page=(220, 228, 240), edge=40).bars("易達錢包").middle("今天 10:50")
    screen.say("in", "您好，請問有什麼可以幫您").say("out", "我要投訴")
    wide = round(len(notice) * 40 * 0.85)
    left = (1080 - wide) // 2
    screen.line(notice, left, screen.top + 24, 40, panel=(left - 40, screen.top, wide + 80, 90), ground=WHITE)
    screen.top += 140
    screen.say("in", "收到，請稍等我查一查再覆您")
    assert notice not in [text for _, text in sides(screen.field().done())]


def test_the_lines_of_a_receipt_are_lines_of_their_own() -> None:
    screen = Screen().bars("速融宝客服").middle("昨天 08:15").say("out", "我要投诉")
    screen.say("in", "受理编号：C250729369", "经办人工号：4198", "我们将在5-7个工作日内给您答复")
    said = sides(screen.field().done())[-1][1]
    assert said.splitlines() == ["受理编号：C250729369", "经办人工号：4198", "我们将在5-7个工作日内给您答复"]


def test_a_line_above_a_wide_bubble_tells_its_side_where_place_hardly_does() -> None:
    screen = Screen(page=(17, 24, 24), theirs=(35, 43, 43), mine=(36, 87, 104), edge=200).bars("安信數位貸線上客服")
    for minute, (side, name) in enumerate((("in", "客服小李"), ("out", "我")) * 2, 10):
        screen.small(f"07-15 09:{minute} {name}", side)
        screen.say(side, "不好意思帳單還是要正常繳喔不然會遲延利" if side == "in" else "那我可以先不繳嗎")
    page = screen.field().done()
    assert [side for side, _ in sides(page)] == ["in", "out", "in", "out"]


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


def test_an_icon_before_some_words_does_not_part_them_from_their_column() -> None:
    screen = Screen().bars("催收-刘").middle("昨天 08:15").say("in", "你今天必须还钱").say("out", "我没有借过你们的钱")
    for words in ("通话时长 03:12", "再不还就去你单位", "对方已取消"):
        screen.say("in", words)
    page = screen.say("out", "我已录音并报警").field().done()
    moved = tuple(
        replace(line, region=(line.region[0] + 90, *line.region[1:]))
        if line.text.startswith(("通话", "对方"))
        else line
        for line in page.lines
    )
    assert len(sides(replace(page, lines=moved))) == 6


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


def test_a_small_bubble_whose_area_was_not_seen_ends_where_the_others_do() -> None:
    screen = Screen().bars("harborwallet").middle("昨天 08:15").say("in", "您好请问有什么可以帮您")
    screen.say("out", "我的提现九天没有到账").say("in", "我们会尽快处理").say("out", "你上周也是这样说的")
    page = screen.middle("17:12").say("out", "没有人接").field().done()
    plain = changed(page, "没有人接", panel=page.lines[3].panel and (0, 220, 1080, page.height_px), ground=screen.page)
    assert sides(plain)[-1] == ("out", "没有人接")


def test_how_messages_are_sent_is_no_message_in_the_field_for_typing() -> None:
    screen = Screen(page=(0, 0, 0)).bars("1068 2002 3318").middle("昨天 08:15").say("in", "您的账单逾期了")
    screen.say("out", "我没有借过").say("in", "请尽快处理").space(200)
    screen.line(
        "信息・短信", 150, screen.top, panel=(120, screen.top - 24, 900, 96), ground=(0, 0, 0), ink=(190, 190, 190)
    )
    screen.space(300)
    assert len(sides(screen.done())) == 3


@pytest.mark.parametrize(
    ("shown", "title"),
    [("←106 5900 2233", "106 5900 2233"), ("‹12 速借客服", "速借客服"), ("‹ 95533", "95533")],
)
def test_a_title_loses_the_number_of_unread_chats_and_no_part_of_a_number(shown: str, title: str) -> None:
    assert bare_title(shown) == title
