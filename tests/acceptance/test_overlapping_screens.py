"""Three screens of one chat that overlap and one behind a gap, read by the real engine, the later ones first."""

import contextlib
import io
import json
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from evidence_app.__main__ import main
from tests.fakes.screens import Item, Look, chat

SMALL = Look(width=720, text=28, small=20, title=30, margin=20, avatar=66, padding=18)

STORY: list[Item] = [
    ("time", "2月22日 08:15"),
    ("in", "您好，我是速融宝客服，工号80231，请问有什么可以帮您？"),
    ("out", "你们未经我同意自动下款3000元，现在就要求还款"),
    ("in", "好的"),
    ("out", "我没有收到这笔钱，提现一直失败"),
    ("in", "这边帮您反馈给技术部门，3个工作日内会给您答复"),
    ("out", "好的"),
    ("time", "2月22日 19:30"),
    ("out", "已经第四次联系你们了，每次都换人，请给我投诉编号"),
    ("in", "您的投诉编号是TS202502220088，请耐心等待"),
    ("time", "2月23日 10:02"),
    ("in", "好的"),
    ("out", "我会向12378投诉"),
]

SCREENS = {
    "Screenshot_20250223_120501.png": (0, 5),
    "Screenshot_20250223_120503.png": (3, 7),
    "Screenshot_20250223_120506.png": (4, 10),
    "Screenshot_20250223_120509.png": (10, 13),
}
"""Which part of the story each screen shows. The second one shows no time at all."""

ORDER = (2, 1, 3, 0)
"""In which they are added, and so read."""


@dataclass(frozen=True)
class Told:
    """What the command line tells at the end; exhibits by the places of their screens in the chat."""

    messages: list[dict[str, Any]]
    joins: list[tuple[int, int, int]]
    words: str


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    folder = tmp_path_factory.mktemp("overlapping")
    vault = ["--vault", str(folder / "vault"), "--lang", "en"]
    dispute = run([*vault, "new", "截图", "--type", "unauthorised_loan", "--institution", "速融宝"]).split()[-1]
    names = list(SCREENS)
    for place in ORDER:
        first, last = SCREENS[names[place]]
        path = chat("速融宝客服", STORY[first:last], SMALL, "12:05").save(folder / names[place])
        run([*vault, "add", dispute, str(path)])
    run([*vault, "read", dispute])
    events = json.loads(run([*vault, "timeline", dispute, "--json"]))["events"]
    joins = json.loads(run([*vault, "continuity", dispute, "--json"]))["joins"]
    places = {number: place for number, place in enumerate(ORDER, 1)}
    return Told(
        [event for event in events if event["kind"] == "message"],
        [(places[each["before_number"]], places[each["after_number"]], each["in_common"]) for each in joins],
        run([*vault, "timeline", dispute]),
    )


def run(arguments: list[str]) -> str:
    """Run a command and return what it prints."""

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(arguments) == 0
    return out.getvalue()


def same(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def test_each_message_is_told_once_in_the_order_of_the_chat_with_its_time(told: Told) -> None:
    expected, time = [], ""
    for kind, text in STORY:
        if kind == "time":
            time = f"2025-02-{text[2:4]}T{text[-5:]}:00+08:00"
        else:
            expected.append((kind, same(text), time))
    assert [(event["direction"], same(event["text"]), event["at"]) for event in told.messages] == expected


def test_each_message_names_all_screens_that_show_it(told: Told) -> None:
    spoken = [index for index, (kind, _) in enumerate(STORY) if kind != "time"]
    counts = [sum(first <= index < last for first, last in SCREENS.values()) for index in spoken]
    assert [len(event["exhibits"]) for event in told.messages] == counts


def test_joins_are_stated_and_that_nothing_is_shown_of_what_lies_before_the_next_morning(told: Told) -> None:
    assert told.joins == [(0, 1, 2), (1, 2, 3), (2, 3, 0)]
    assert "Nothing joins #1 and #3: whether anything was said in between is not shown." in told.words
    assert "#2 joins #4: 2 in common." in told.words
