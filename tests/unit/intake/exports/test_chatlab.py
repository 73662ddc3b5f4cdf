"""Chats in ChatLab's exchange format, whole and in lines."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from evidence_app.domain.exports import Hints, Unread
from evidence_app.intake.exports import chatlab
from tests.unit.intake.exports.written import reads_of, records_of, source_of, survives_damage

HEADER = {"version": "0.0.2", "exportedAt": 1743926400, "generator": "WeFlow"}
META = {"name": "速融客服", "platform": "wechat", "type": "private", "ownerId": "wxid_me"}
MESSAGES: list[dict[str, object]] = [
    {"sender": "wxid_a1", "accountName": "速融客服", "timestamp": 1743926460, "type": 0, "content": "您好"},
    {"sender": "wxid_me", "accountName": "小明", "timestamp": 1743926520, "type": 0, "content": "我没有申请"},
    {"sender": "wxid_a1", "accountName": "速融客服", "timestamp": 1743926580, "type": 80, "content": "撤回了一条消息"},
    {"sender": "wxid_a1", "accountName": "速融客服", "timestamp": 1743926640, "type": 23, "content": "通话时长 05:32"},
]


def whole(meta: dict[str, str]) -> str:
    document = {"chatlab": HEADER, "meta": meta, "members": [{"platformId": "wxid_a1"}], "messages": MESSAGES}
    return json.dumps(document, ensure_ascii=False, indent=1)


def in_lines(meta: dict[str, str]) -> str:
    lines = [{"_type": "header", "chatlab": HEADER, "meta": meta}, {"_type": "member", "platformId": "wxid_a1"}]
    written = [*lines, *({"_type": "message", **each} for each in MESSAGES)]
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in written)


@pytest.mark.parametrize("write", [whole, in_lines])
def test_the_owner_is_stated_and_so_are_the_sides(tmp_path: Path, write: Callable[[dict[str, str]], str]) -> None:
    found = records_of(source_of(tmp_path, write(META), "chat.json"), "chatlab")
    assert [(each.kind.value, each.direction.value, each.party) for each in found] == [
        ("message", "in", "速融客服"),
        ("message", "out", "速融客服"),
        ("note", "", "速融客服"),
        ("call", "in", "速融客服"),
    ]
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.offset_min) == (datetime(2025, 4, 6, 8, 1), 0)


def test_without_an_owner_the_name_of_the_chat_tells_them(tmp_path: Path) -> None:
    meta = {each: META[each] for each in ("name", "platform", "type")}
    assert [each.direction.value for each in records_of(source_of(tmp_path, whole(meta)))] == ["in", "out", "", "in"]
    group = source_of(tmp_path, whole({**meta, "name": "维权群"}))
    assert chatlab.asks(group) == ("owner",)
    told = source_of(tmp_path, whole({**meta, "name": "维权群"}), hints=Hints(owner="小明"))
    assert [each.direction.value for each in records_of(told)] == ["in", "out", "", "in"]


def test_a_damaged_line_costs_itself_alone(tmp_path: Path) -> None:
    content = in_lines(META).replace('"您好"', '"您好')
    found = list(reads_of(source_of(tmp_path, content, "chat.jsonl"), "chatlab"))
    assert [isinstance(each, Unread) for each in found] == [True, False, False, False]
    assert found[0].place == "line:3"


def test_messages_that_damage_joined_to_the_members_are_told(tmp_path: Path) -> None:
    content = whole(META)
    content = content[: content.index('}\n ],\n "messages"')] + "}, " + content[content.index('{\n   "sender"') :]
    found = reads_of(source_of(tmp_path, content, "chat.json"), "chatlab")
    assert list(found) == [Unread(f"element:{number}", "record-damaged") for number in range(1, 5)]


def test_a_damaged_first_field_costs_none_of_the_messages_behind_it(tmp_path: Path) -> None:
    content = whole(META).replace('"sender"', '"senr"', 1).replace('"platform"', '"plat\nform"')
    assert len(records_of(source_of(tmp_path, content, "chat.json"), "chatlab")) == 4


@pytest.mark.parametrize("write", [whole, in_lines])
def test_damage_never_makes_the_reading_fail(tmp_path: Path, write: Callable[[dict[str, str]], str]) -> None:
    survives_damage(tmp_path, write(META).encode(), chatlab.read, "chat.json")


def test_a_line_that_no_longer_says_it_is_a_message_is_told(tmp_path: Path) -> None:
    content = in_lines(META).replace('"message"', '"mesage"', 1)
    found = list(reads_of(source_of(tmp_path, content, "chat.jsonl"), "chatlab"))
    assert [isinstance(each, Unread) for each in found] == [True, False, False, False]
