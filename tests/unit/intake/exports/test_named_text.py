"""Chats saved as text whose messages begin with a name and a time; whatever may be something else is left alone."""

from datetime import datetime
from pathlib import Path

import pytest

from evidence_app.domain.exports import Hints
from evidence_app.domain.times import Precision
from evidence_app.intake.exports import named_text
from evidence_app.intake.exports.formats import format_of
from tests.unit.intake.exports.written import records_of, source_of, survives_damage

SUPPORT = """会话记录 编号 20250304

易借通客服 2025-03-04 10:02:11
您好，工号8023为您服务
请问有什么可以帮您？
阿明 2025-03-04 10:03:05
我没有借过钱
易借通客服 2025-03-04 10:03:40
我 2025-03-01 10:00:00 查过，明天给您答复
"""
INLINE = """客服小李（2025/3/4 下午1:02）：您好
阿明（2025/3/4 下午1:03）：请注销账户
第二行
客服小李（2025/3/4 下午1:05）：三个工作日内处理
"""


def test_words_below_a_line_with_a_name_and_a_time_are_a_message(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, SUPPORT), "named-text")
    assert [(each.place, each.direction.value, each.text) for each in found] == [
        ("line:3", "in", "您好，工号8023为您服务\n请问有什么可以帮您？"),
        ("line:6", "out", "我没有借过钱"),
        ("line:8", "in", "我 2025-03-01 10:00:00 查过，明天给您答复"),
    ]
    assert {each.party for each in found} == {"易借通客服"}
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.offset_min) == (datetime(2025, 3, 4, 10, 2, 11), None)


def test_words_behind_the_time_are_a_message_too(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, INLINE), "named-text")
    assert [each.text for each in found] == ["您好", "请注销账户\n第二行", "三个工作日内处理"]
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.precision) == (datetime(2025, 3, 4, 13, 2), Precision.MINUTE)


def test_words_behind_the_time_are_kept_whole(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, INLINE.replace("您好", "长" * 5000)), "named-text")
    assert found[0].text == "长" * 5000


def test_who_is_who_is_asked_where_no_name_tells(tmp_path: Path) -> None:
    content = SUPPORT.replace("易借通客服", "小红")
    source = source_of(tmp_path, content)
    assert named_text.asks(source) == ("owner",)
    told = source_of(tmp_path, content, hints=Hints(owner="阿明"))
    assert [each.direction.value for each in records_of(told)] == ["in", "out", "in"]


@pytest.mark.parametrize(
    "content",
    [
        "客服 2025-03-04 10:02:11\n您好\n阿明 2025-03-04 10:03:05\n你好\n",  # two lines may be anything
        "甲 2025-03-04 10:02:11\n一\n乙 2025-03-04 10:03:05\n二\n丙 2025-03-04 10:04:05\n三\n",  # a list of people
        "INFO 2025-03-04 10:02:11 started\nWARN 2025-03-04 10:02:12 slow\nINFO 2025-03-04 10:02:13 ended\n",
        "nginx 2025-03-04 10:02:11 GET /\nnginx 2025-03-04 10:02:12 GET /a\nnginx 2025-03-04 10:02:13 GET /b\n",
        "甲 2025-03-04 10:02:11 -100.00 还款\n乙 2025-03-04 10:02:12 5.00 退\n甲 2025-03-05 10:02:12 -100.00 还\n",
        "日记\n\n第一天\n去了银行\n\n" + SUPPORT,
    ],
)
def test_what_may_be_something_else_is_no_chat(tmp_path: Path, content: str) -> None:
    assert format_of(source_of(tmp_path, content)) is None


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, (SUPPORT * 3).encode(), named_text.read)
