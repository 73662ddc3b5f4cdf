"""WeChat chats as MemoTrace and WeFlow write them as text; logs of programs are none."""

from datetime import datetime
from pathlib import Path

import pytest

from evidence_app.domain.exports import Hints
from evidence_app.intake.exports import wechat_text
from evidence_app.intake.exports.formats import format_of
from tests.unit.intake.exports.written import records_of, source_of, survives_damage

WEFLOW = """2025-04-06 16:01:00 '速融客服'
您好
额度已到账

2025-04-06 16:02:00 '我'
我没有申请

"""
MEMOTRACE = """2025-04-06 16:01:00 速融客服
您好

2025-04-06 16:02:00 阿明
我没有申请

2025-04-06 16:03:00 对方撤回了一条消息

"""


def test_weflow_calls_the_owner_of_the_account_i(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, WEFLOW, "导出.txt"), "wechat-text")
    assert [(each.direction.value, each.party, each.text) for each in found] == [
        ("in", "速融客服", "您好\n额度已到账"),
        ("out", "速融客服", "我没有申请"),
    ]
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.offset_min) == (datetime(2025, 4, 6, 16, 1), None)


def test_a_quoted_log_inside_a_message_of_weflow_begins_none(tmp_path: Path) -> None:
    content = WEFLOW.replace("我没有申请", "2025-04-01 10:00:00 记录\n我没有申请")
    found = records_of(source_of(tmp_path, content, "群聊_维权群.txt"), "wechat-text")
    assert [each.text for each in found] == ["您好\n额度已到账", "2025-04-01 10:00:00 记录\n我没有申请"]


def test_memotrace_names_the_file_after_the_other_side(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, MEMOTRACE, "速融客服.txt"), "wechat-text")
    assert [(each.kind.value, each.direction.value) for each in found] == [
        ("message", "in"),
        ("message", "out"),
        ("note", "in"),  # whose message it was
    ]
    assert found[2].text == "对方撤回了一条消息"


def test_what_wechat_itself_says_under_a_name_of_its_own_is_nobodys_message(tmp_path: Path) -> None:
    content = MEMOTRACE + "\n2025-04-06 16:09:00 系统消息\n对方撤回了一条消息\n"
    last = records_of(source_of(tmp_path, content, "速融客服.txt"), "wechat-text")[-1]
    assert (last.kind.value, last.direction.value, last.text) == ("note", "in", "对方撤回了一条消息")


def test_a_renamed_file_leaves_the_direction_open_until_somebody_says_who_they_are(tmp_path: Path) -> None:
    source = source_of(tmp_path, MEMOTRACE, "chat.txt")
    assert [each.direction.value for each in records_of(source)] == ["", "", "in"]  # 对方 is told
    assert wechat_text.asks(source) == ("owner",)
    told = source_of(tmp_path, MEMOTRACE, "chat.txt", hints=Hints(owner="阿明"))
    assert [(each.direction.value, each.party) for each in records_of(told)][:2] == [
        ("in", "速融客服"),
        ("out", "速融客服"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "2025-04-06 16:01:00 INFO started\n2025-04-06 16:01:01 INFO listening\n2025-04-06 16:01:02 WARN slow\n",
        "2025-04-06 16:01:00 ERROR failed\nTraceback (most recent call last):\n",
        "日记\n\n2025-04-06 16:01:00 去了银行\n排队\n",
        "",
    ],
)
def test_what_only_begins_with_times_is_no_chat(tmp_path: Path, content: str) -> None:
    assert format_of(source_of(tmp_path, content)) is None


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, (MEMOTRACE * 3).encode(), wechat_text.read, "速融客服.txt")
