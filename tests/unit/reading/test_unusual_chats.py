"""Chats that keep to no well-known app: their messages, and whose they are, without bubbles and on wallpapers."""

from dataclasses import replace

import pytest

from evidence_app.domain.machine_text import Colour, MachineLine, Region
from evidence_app.domain.suggestions import PageKind, SuggestionKind
from evidence_app.reading.interpreting import interpret
from evidence_app.reading.layout.kinds import recognised
from tests.fakes.chat_lines import WHITE, Screen
from tests.unit.reading.unusual import BARE, LONG, a_chat_without_bubbles, changed, sides, with_clock

BLUE = (36, 87, 179)


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


def test_a_bubble_that_fades_so_that_no_area_is_seen_is_a_message_by_its_ground() -> None:
    page = (
        Screen(mine=(254, 84, 51)).bars("速贷通客服").middle("08:15").say("in", "您好，我是客服").say("out", "卡号没错")
    )
    page.say("in", "保证金只是走个流程").say("out", "你们客服电话多少").say("in", "官方热线请您留意")
    lost = changed(page.field().done(), "客服电话多少", panel=(760, 600, 100, 60), ink=WHITE)
    assert ("out", "你们客服电话多少") in sides(lost)


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


def test_a_bubble_right_below_a_title_without_a_bar_is_said() -> None:
    screen = Screen(page=WHITE, top=210)
    screen.line("14:22", 60, 24, 40)
    screen.line("5G 67%", 900, 24, 40)
    screen.line("UA Support", 160, 110, 52)
    screen.say("out", "I have not received any", "money. Please cancel it and", "stop calling my family.")
    screen.say("in", "I understand your concern.", panelled=False).say("out", "What is your name?")
    screen.say("in", "My agent ID is S88729.", panelled=False)
    assert [text for _, text in sides(screen.field("Message").done())][0].startswith("I have not received any")


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


def test_a_warning_above_all_does_not_hide_that_only_the_complainants_words_have_an_area() -> None:
    screen = Screen(page=WHITE, edge=60).bars("UA快易貸客服")
    screen.line("請慎防詐騙勿透露密碼", 40, screen.top, 40, panel=(0, screen.top - 20, 460, 80), ground=(254, 241, 222))
    screen.top += 120
    screen.say("in", "收到等我查一查", panelled=False).say("out", "我準時過數有收據")
    screen.say("in", "呢筆係逾期行政費因為上期遲咗", "兩日", panelled=False).say("out", "咁我使唔使還")
    found = sides(screen.say("in", "暫時唔使住", panelled=False).field().done())
    assert found[-3:] == [("in", "呢筆係逾期行政費因為上期遲咗兩日"), ("out", "咁我使唔使還"), ("in", "暫時唔使住")]


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


def test_a_small_bubble_whose_area_was_not_seen_ends_where_the_others_do() -> None:
    screen = Screen().bars("harborwallet").middle("昨天 08:15").say("in", "您好请问有什么可以帮您")
    screen.say("out", "我的提现九天没有到账").say("in", "我们会尽快处理").say("out", "你上周也是这样说的")
    page = screen.middle("17:12").say("out", "没有人接").field().done()
    plain = changed(page, "没有人接", panel=page.lines[3].panel and (0, 220, 1080, page.height_px), ground=screen.page)
    assert sides(plain)[-1] == ("out", "没有人接")
