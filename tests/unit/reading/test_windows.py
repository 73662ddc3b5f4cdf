"""Conversations in the window of a computer's app: the title at the left without a bar, a list of others beside it."""

from dataclasses import replace

import pytest

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.columns import moved
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Page
from tests.fakes.chat_lines import Screen

LIST = 400
STYLES = {
    "light": Screen(width=1200, letter=26, edge=85, top=90),
    "dark": Screen(width=1200, letter=26, edge=85, top=90, page=(25, 25, 25), theirs=(44, 44, 44), mine=(62, 181, 117)),
    "wide": Screen(width=2400, letter=52, edge=170, top=180),
}
SAID = [("in", "工号3301：您的申请正在处理"), ("out", "什么时候能退300元"), ("in", "明天下午5点前退回")]


def window(style: Screen, title: str = "飞鹿在线客服", time: str = "2025/2/9 14:20", *, panelled: bool = True) -> Page:
    screen = replace(style, lines=[])
    if title:
        screen.line(title, 28, 24, round(style.letter * 1.2))
    if time:
        screen.middle(time)
    for side, text in SAID:
        screen.say(side, text, panelled=panelled)
    page = screen.done()
    paper = (0, 0, style.width, page.height_px)
    lines = (replace(line, panel=paper) if line.panel and line.panel[1] == 220 else line for line in page.lines)
    return replace(page, lines=tuple(lines))


def beside_list(page: Page, shared: int) -> Page:
    panel = (0, 0, LIST + shared, page.height_px)
    names = ("飞鹿在线客服", "文件传输助手", "妈妈")
    others = [
        MachineLine(text, (70, 60 + row * 80 + down, wide, 28), 0.99, 0, (231, 231, 231), (30, 30, 30), panel)
        for row, name in enumerate(names)
        for text, down, wide in ((name, 0, 25 * len(name)), ("最近消息", 28, 70))
    ]
    lines = sorted([*others, *moved(page.lines, LIST)], key=lambda line: line.region[1])
    return replace(page, lines=tuple(lines), width_px=page.width_px + LIST)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("time", ["2025/2/9 14:20", "昨天 14:20", "14:20"])
def test_the_title_at_the_left_of_a_window_is_who_it_is_with(style: Screen, time: str) -> None:
    found = recognised(window(style, time=time))
    assert (found.kind, found.party) == (PageKind.CHAT, "飞鹿在线客服")
    assert [(event.facts.direction.value, event.facts.text) for event in found.events] == SAID


@pytest.mark.parametrize("shared", [0, 1, 3, -2])
def test_the_list_of_other_conversations_beside_it_says_nothing(shared: int) -> None:
    found = recognised(beside_list(window(STYLES["light"]), shared))
    assert found.party == "飞鹿在线客服"
    assert [(event.facts.direction.value, event.facts.text) for event in found.events] == SAID


def test_words_without_areas_above_a_time_are_no_title() -> None:
    assert recognised(window(STYLES["light"], "那就这样说定了", panelled=False)).party == ""


def test_what_stands_above_no_time_is_no_title() -> None:
    assert recognised(window(STYLES["light"], time="")).party == ""


def test_a_list_whose_rows_are_areas_of_their_own_says_nothing_either() -> None:
    page = window(replace(STYLES["light"], top=160), "")
    names = ("飞鹿在线客服", "文件传输助手", "妈妈", "房东")
    others = [
        MachineLine(text, (70, 60 + row * 80 + down, 25 * len(text), 28), 0.99, 0, (247, 247, 247), (30, 30, 30), panel)
        for row, name in enumerate(names)
        for panel in ((0, 50 + row * 80, LIST, 79),)
        for text, down in ((name, 0), ("最近消息", 28))
    ]
    wide = [
        replace(line, panel=(0, 0, page.width_px + LIST, page.height_px))
        if line.panel and line.panel[0] == LIST
        else line
        for line in moved(page.lines, LIST)
    ]
    lines = sorted([*others, *wide], key=lambda line: line.region[1])
    found = recognised(replace(page, lines=tuple(lines), width_px=page.width_px + LIST))
    assert [(event.facts.direction.value, event.facts.text) for event in found.events] == SAID
