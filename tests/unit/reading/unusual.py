"""Drawn chats that keep to no well-known app, and what is read off them."""

from dataclasses import replace

from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Page
from tests.fakes.chat_lines import FAINT, WHITE, Screen

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


def with_clock(screen: Screen, side: str, clock: str, *rows: str) -> None:
    """Say something that ends with a time as high as its words but fainter, in the right corner of the bubble."""
    screen.say(side, *rows, clock, panelled=side == "out")
    *said, last = screen.lines[-len(rows) - 1 :]
    end = max(line.region[0] + line.region[2] for line in said)
    object.__setattr__(last, "region", (end - last.region[2], *last.region[1:]))
    object.__setattr__(last, "ink", FAINT)
