"""Who speaks in a chat, and when: receipts, times outside of bubbles, groups, quotations."""

import pytest

from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.interpreting import interpret
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Page
from tests.fakes.chat_lines import FAINT, WHITE, Screen

LONG = "这边帮您反馈给技术部门核实情况"


def sides(page: Page) -> list[tuple[str, str]]:
    return [(event.facts.direction.value, event.facts.text) for event in recognised(page).events]


def times(page: Page) -> list[str]:
    """Return when each message was sent, by the clock."""
    found = [event.facts.time.happened for event in recognised(page).events]
    return [each.wall.strftime("%H:%M") if each and each.wall else "" for each in found]


def with_receipts(theirs: str) -> Screen:
    screen = Screen().bars("速融宝客服").middle("今天")
    screen.say("in", "您好请讲").small(theirs) if theirs else screen.say("in", "您好请讲")
    screen.say("out", "钱为什么还没有到").small("已读 09:32", "out")
    return screen.say("in", "正在为您核实").small(theirs.replace("1", "3")) if theirs else screen.say("in", "正在核实")


def test_beside_a_receipt_stands_when_it_was_sent_where_the_other_side_has_times_below_too() -> None:
    assert times(with_receipts("09:31").field().done())[1] == "09:32"


def test_beside_a_receipt_stands_when_it_was_read_where_nothing_else_has_a_time() -> None:
    assert times(with_receipts("").field().done())[1] == "00:00"


def test_a_time_outside_the_lower_end_of_a_bubble_whose_area_was_not_seen_is_its_own() -> None:
    screen = Screen(page=WHITE, edge=140).bars("催收小美").middle("昨天")
    screen.say("in", LONG + "之后再说", panelled=False)
    screen.line("08:03", 900, screen.top - 50, 34, ink=FAINT)
    screen.say("out", "不要再打电话给我家里人", clock="08:05").say("in", "那就今天先还一部分", panelled=False)
    screen.line("08:07", 760, screen.top - 50, 34, ink=FAINT)
    assert times(screen.say("out", "我要投诉你们", clock="08:09").field().done()) == [
        "08:03",
        "08:05",
        "08:07",
        "08:09",
    ]


def test_beside_large_portraits_areas_that_end_in_one_column_are_the_complainants() -> None:
    screen = Screen(page=WHITE, edge=245).bars("匯盈財務客服").say("out", "JK20250624388")
    for theirs, mine in (("收到，等我查一查", "我準時過數，有收據"), ("麻煩影張收據", "已經畀咗你哋睇")):
        screen.say("in", theirs, panelled=False).say("out", mine)
    assert [side for side, _ in sides(screen.field().done())] == ["out", "in", "out", "in", "out"]


@pytest.mark.parametrize(("name", "words"), [("官方小助手", "您好"), ("阿乐", "各位好，我是退款专员935")])
def test_in_a_group_who_is_called_or_calls_himself_so_speaks_for_the_institution(name: str, words: str) -> None:
    screen = Screen().bars("退款互助群").small("小鹿").say("in", "10月24日之前退款都会退回")
    screen.small(name).say("in", words).small(name).say("in", "退款会在10月24日之前退回").say("out", "好的收到")
    found = interpret([screen.field().done()]).suggestions
    promised = [each for each in found if each.kind is SuggestionKind.PROMISE]
    assert [each.event_index for each in promised] == [2]


def test_a_fainter_line_set_in_above_an_answer_is_quoted_though_nobody_is_named() -> None:
    screen = Screen().bars("速融宝客服").middle("今天 09:00").say("out", "请问有进度吗")
    screen.say("in", "请问有进度吗", "目前银行还没有回复我们")
    quoted = [line for line in screen.lines if line.text == "请问有进度吗"][-1]
    left, top, wide, tall = quoted.region
    object.__setattr__(quoted, "region", (left + 24, top, wide, tall - 4))
    object.__setattr__(quoted, "ink", FAINT)
    assert sides(screen.field().done())[-1] == ("in", "目前银行还没有回复我们")


def test_a_day_and_a_time_that_were_read_as_one_are_told_apart() -> None:
    screen = Screen().bars("速融宝客服").small("速融客服2025/2/914:10").say("in", "您好请讲")
    screen.small("2025/2/914:12", "out").say("out", "钱还没有到")
    assert times(screen.field().done()) == ["14:10", "14:12"]


def test_a_wide_bubble_of_the_complainants_beside_large_portraits_is_theirs_and_a_voice_message_too() -> None:
    screen = Screen(page=WHITE, edge=245).bars("贷后经理").say("out", "转人工")
    screen.say("in", "您好，人工客服为您服务", panelled=False).say("out", "我的提现三天了还在处理", "你们什么时候给")
    screen.say("out", "8″").say("in", "请提供一下提现单号", panelled=False)
    voice = next(line for line in screen.lines if line.text == "8″")
    object.__setattr__(voice, "panel", screen.paper)
    said = [side for side, text in sides(screen.field().done()) if text != "8″"]
    assert said == ["out", "in", "out", "in"]


def test_bubbles_of_two_colours_that_all_fill_the_page_are_not_all_the_complainants() -> None:
    screen = Screen(edge=190).bars("贷后经理")
    for theirs, mine in (
        ("系统里没有看到备注你先把钱还上", "我上个月已经跟你们说过"),
        ("单位电话以后不会再拨打给你", "批了没有？"),
    ):
        screen.say("in", theirs).say("out", mine)
    wide = [line for line in screen.lines if line.panel and line.panel[2] < 1000]
    for line in wide[:-1]:
        left, top, _, tall = line.panel or (0, 0, 0, 0)
        object.__setattr__(line, "panel", (190 if line.ground == WHITE else 205, top, 690, tall))
        object.__setattr__(line, "region", ((line.panel or (0, 0, 0, 0))[0] + 20, line.region[1], 640, line.region[3]))
    assert [side for side, _ in sides(screen.field().done())] == ["in", "out", "in", "out"]


@pytest.mark.parametrize(
    ("party", "words", "threatens"),
    [
        ("小王(同事)", "再不还钱就上门找你领导", False),
        ("速融宝客服", "说话很难听，说要上门找你领导", False),
        ("速融宝客服", "再不还钱就上门找你领导", True),
    ],
)
def test_what_somebody_tells_of_a_threat_is_none(party: str, words: str, threatens: bool) -> None:
    screen = Screen().bars(party).middle("今天 09:00").say("in", "在吗").say("out", "在的").say("in", words)
    kinds = [each.kind for each in interpret([screen.field().done()]).suggestions]
    assert (SuggestionKind.THREAT in kinds) is threatens
