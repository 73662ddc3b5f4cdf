"""WeChat chats in JSON as WeFlow, EchoTrace and chatlog write them; JSON that is cut, deep, endless."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Record, Unread
from evidence_app.intake.exports import wechat_json
from tests.unit.intake.exports.written import SOAK, place_number, reads_of, records_of, source_of, survives_damage

SESSION = {
    "wxid": "wxid_a1",
    "nickname": "客服小李",
    "remark": "速融客服",
    "displayName": "速融客服",
    "type": "私聊",
    "lastTimestamp": 1743926700,
    "messageCount": 4,
}


def message(number: int, content: str, mine: int | None, kind: str = "文本消息", **more: object) -> dict[str, object]:
    return {
        "localId": number,
        "createTime": 1743926400 + 60 * number,  # 2025-04-06 08:00 UTC and so many minutes: `date -u -d @1743926400`
        "formattedTime": f"2025-04-06 16:{number:02}:00",
        "type": kind,
        "content": content,
        "isSend": mine,
        "senderUsername": "wxid_me" if mine else "wxid_a1",
        "senderDisplayName": "我" if mine else "速融客服",
        "source": "",
        **more,
    }


CHAT = {
    "weflow": {"version": "1.0.3", "exportedAt": 1786032689, "generator": "WeFlow"},
    "session": SESSION,
    "messages": [
        message(1, "您好，额度已到账\n请查收", 0, localType=1),
        message(2, "我没有申请", 1, localType=1),
        message(3, "media/images/截图1.jpg", 1, "图片消息", localType=3),
        message(4, "[语音通话] 通话时长 05:32", 0, "语音通话", localType=50),
        message(5, "对方撤回了一条消息", None, "系统消息", localType=10000),
    ],
}


def written(document: object, indent: int | None = None, separators: tuple[str, str] | None = None) -> str:
    return json.dumps(document, ensure_ascii=False, indent=indent, separators=separators)


@pytest.mark.parametrize("layout", [{}, {"indent": 2}, {"separators": (",", ":")}])
def test_a_chat_comes_with_directions_and_times_in_utc(tmp_path: Path, layout: dict[str, Any]) -> None:
    found = records_of(source_of(tmp_path, written(CHAT, **layout), "x.json"), "wechat-json")
    assert [each.place for each in found] == [f"element:{number}" for number in range(1, 6)]
    assert [each.direction.value for each in found] == ["in", "out", "out", "in", "in"]
    assert [each.kind.value for each in found] == ["message", "message", "message", "call", "note"]
    assert {(each.party, each.number) for each in found} == {("速融客服", "wxid_a1")}
    assert found[0].text == "您好，额度已到账\n请查收"
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.offset_min) == (datetime(2025, 4, 6, 8, 1), 0)
    assert found[2].attachments == (Attachment("media/images/截图1.jpg"),)
    assert found[3].duration_s == 332


def test_echotrace_writes_the_same_without_a_heading_of_its_own(tmp_path: Path) -> None:
    content = written(
        {"session": SESSION, "messages": CHAT["messages"], "avatars": {"wxid_a1": {"base64": "A" * 9999}}}
    )
    assert len(records_of(source_of(tmp_path, content, "x.json"), "wechat-json")) == 5


def test_in_a_group_the_speaker_is_named_beside_the_group(tmp_path: Path) -> None:
    session = {**SESSION, "wxid": "123@chatroom", "displayName": "维权群", "type": "群聊"}
    content = written({"session": session, "messages": [message(1, "还钱", 0)]})
    (found,) = records_of(source_of(tmp_path, content, "x.json"))
    assert (found.party, found.number, found.agent_name) == ("维权群", "", "速融客服")


def test_the_compact_kind_names_speakers_once(tmp_path: Path) -> None:
    messages = [
        {"localId": 1, "createTime": 1743926460, "type": "文本消息", "content": "还钱", "isSend": 0, "senderID": 1}
    ]
    document = {
        "weflow": {"format": "arkme-json"},
        "session": {"wxid": "1@chatroom", "displayName": "群"},
        "senders": [{"senderID": 1, "wxid": "wxid_a1", "displayName": "客服工号80231"}],
        "messages": messages,
    }
    (found,) = records_of(source_of(tmp_path, written(document), "x.json"), "wechat-json")
    assert (found.place, found.agent_name, found.agent_id) == ("element:1", "客服工号80231", "80231")


def test_a_speaker_without_a_remark_is_named_as_the_group_names_them(tmp_path: Path) -> None:
    senders = [{"senderID": 1, "wxid": "wxid_a1", "displayName": "", "groupNickname": "群名片", "nickname": "昵称"}]
    message = {"createTime": 1743926400, "isSend": False, "senderID": 1, "localType": 1, "content": "好"}
    document = {
        "weflow": {},
        "session": {"wxid": "1@chatroom", "remark": "群"},
        "senders": senders,
        "messages": [message],
    }
    (found,) = records_of(source_of(tmp_path, written(document), "x.json"), "wechat-json")
    assert (found.party, found.agent_name) == ("群", "群名片")


@pytest.mark.parametrize("name", ["parsedContent", "msgContent", "text"])
@pytest.mark.parametrize(
    "around",
    [{"schema": "weflow-message/v1"}, {"display_name": "客服", "talker_id": "wxid_a1"}],
    ids=["schema", "talker"],
)
def test_the_words_may_stand_under_other_names(tmp_path: Path, name: str, around: dict[str, str]) -> None:
    message = {"createTime": 1743926400, "localType": 1, "isSend": 1, "senderUsername": "wxid_me", name: " 在吗 "}
    content = written({**around, "messages": [message]})
    (found,) = records_of(source_of(tmp_path, content, "x.json"), "wechat-json")
    assert (found.direction, found.text, found.party) == (Direction.OUT, " 在吗 ", around.get("display_name", ""))


def test_a_text_whose_words_are_under_no_known_name_is_told(tmp_path: Path) -> None:
    messages = [
        {"createTime": 1743926400, "type": 1, "isSend": 1, "sender": "wxid_me", "words": "在吗"},
        {"createTime": 1743926401, "type": 3, "isSend": 1, "sender": "wxid_me"},
    ]
    told, shown = reads_of(source_of(tmp_path, written({"session": SESSION, "messages": messages}), "x.json"))
    assert isinstance(told, Unread)
    assert (told.place, told.reason) == ("element:1", "record-incomplete")
    assert isinstance(shown, Record)
    assert shown.text == "[图片]"


def test_a_bare_list_states_its_offset(tmp_path: Path) -> None:
    content = written(
        [
            {"seq": 1, "time": "2024-01-01T08:00:00+08:00", "talker": "wxid_f", "talkerName": "小明",
             "sender": "wxid_f", "senderName": "小明", "isSelf": False, "type": 1, "subType": 0, "content": "新年快乐"},
            {"seq": 2, "time": "2024-01-01T08:01:00+08:00", "talker": "wxid_f", "talkerName": "小明",
             "sender": "wxid_me", "senderName": "我", "isSelf": True, "type": 3, "subType": 0, "content": "[图片]"},
        ]
    )  # fmt: skip
    found = records_of(source_of(tmp_path, content, "x.json"), "wechat-json")
    assert [(each.direction.value, each.party) for each in found] == [("in", "小明"), ("out", "小明")]
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.offset_min) == (datetime(2024, 1, 1, 8), 480)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_do_not_matter(tmp_path: Path, encoding: str) -> None:
    found = records_of(source_of(tmp_path, written(CHAT), "x.json", encoding=encoding), "wechat-json")
    assert found[1].text == "我没有申请"


def test_half_an_emoji_costs_nothing_but_itself(tmp_path: Path) -> None:
    content = json.dumps(CHAT).replace("\\u6211\\u6ca1", "\\ud83d\\ude4f\\ud83d")
    assert records_of(source_of(tmp_path, content, "x.json"))[1].text.startswith("🙏")


def test_a_file_cut_in_the_middle_keeps_what_came_before_and_says_so(tmp_path: Path) -> None:
    content = written(CHAT)
    found = list(reads_of(source_of(tmp_path, content[: content.index("截图1")], "x.json")))
    assert [type(each) for each in found] == [Record, Record, Unread]
    assert isinstance(found[2], Unread)
    assert (found[2].place, found[2].reason) == ("element:3", "cut-off")


def test_a_damaged_message_costs_itself_alone(tmp_path: Path) -> None:
    content = written(CHAT, indent=2).replace('"我没有申请"', '"我没有申请')
    found = list(reads_of(source_of(tmp_path, content, "x.json")))
    assert [each.place for each in found] == [f"element:{number}" for number in range(1, 6)]
    assert [type(each) for each in found] == [Record, Unread, Record, Record, Record]
    assert isinstance(found[1], Unread)
    assert found[1].reason == "record-damaged"
    assert isinstance(found[4], Record)
    assert found[4].party == "速融客服"


def test_a_damaged_heading_costs_no_message(tmp_path: Path) -> None:
    content = written(CHAT, indent=2).replace('"客服小李"', '"客服小李')
    assert len(records_of(source_of(tmp_path, content, "x.json"))) == 5


def test_two_damages_cost_none_of_the_messages_between_and_behind_them(tmp_path: Path) -> None:
    messages = [message(number, "还钱", 0) for number in range(1, 30)]
    content = written({**CHAT, "messages": messages}, indent=2)
    content = content.replace('"localId": 4,', '"lcalId": 4,').replace('"localId": 12,', '"localId 12,')
    found = list(reads_of(source_of(tmp_path, content, "x.json")))
    assert [place_number(each.place) for each in found if isinstance(each, Unread)] == [12]
    assert [place_number(each.place) for each in found] == [*range(1, 30)]


def test_a_message_that_takes_up_all_behind_it_costs_none_of_them(tmp_path: Path) -> None:
    content = written({**CHAT, "messages": [message(number, "还钱", 0) for number in range(1, 30)]})
    at = content.index('"formattedTime"')
    content = content[:at] + '"x": {' + content[content.index('"session"') :]
    found = list(reads_of(source_of(tmp_path, content, "x.json")))
    assert [(each.place, each.reason) for each in found if isinstance(each, Unread)] == [
        ("element:1", "record-damaged")
    ]
    assert [place_number(each.place) for each in found] == [*range(1, 31)]
    assert {each.party for each in found if isinstance(each, Record)} == {"速融客服"}


def test_messages_under_a_damaged_name_are_told_where_the_file_is_cut_too(tmp_path: Path) -> None:
    content = written(CHAT).replace('"messages"', '"messnullages"')
    found = list(reads_of(source_of(tmp_path, content[: content.index("截图1")], "x.json")))
    assert [(each.place, each.reason) for each in found if isinstance(each, Unread)] == [
        ("element:1", "record-damaged"),
        ("element:2", "record-damaged"),
        ("element:3", "cut-off"),
    ]


def test_messages_that_damage_joined_to_the_speakers_are_messages(tmp_path: Path) -> None:
    senders = [{"senderID": 1, "displayName": "客服"}]
    document = {**CHAT, "senders": senders, "messages": [message(number, "还钱", 0) for number in range(1, 9)]}
    content = written({"senders": senders, **document}).replace('}], "messages": [{', "}, {")
    found = records_of(source_of(tmp_path, content, "x.json"), "wechat-json")
    assert [each.place for each in found] == [f"element:{number}" for number in range(1, 9)]


def test_a_damaged_message_of_a_bare_list_costs_itself_alone(tmp_path: Path) -> None:
    content = written(CHAT["messages"]).replace('"我没有申请"', '"我没有申请')
    found = list(reads_of(source_of(tmp_path, content, "x.json"), "wechat-json"))
    assert [each.place for each in found] == [f"element:{number}" for number in range(1, 6)]
    assert [type(each) for each in found] == [Record, Unread, Record, Record, Record]


def test_messages_whose_fields_stand_in_another_order_are_read_once_in_a_damaged_file(tmp_path: Path) -> None:
    messages = [message(number, "还钱", 0) for number in range(1, 12)]
    turned = [dict(reversed(each.items())) if number % 3 else each for number, each in enumerate(messages)]
    content = written({**CHAT, "messages": turned}, indent=2).replace('"localId": 7,', '"localId 7,')
    found = list(reads_of(source_of(tmp_path, content, "x.json"), "wechat-json"))
    assert [place_number(each.place) for each in found] == [*range(1, 12)]
    assert [place_number(each.place) for each in found if isinstance(each, Unread)] == [7]


def test_damage_behind_the_messages_costs_none(tmp_path: Path) -> None:
    content = written({**CHAT, "avatars": {"a": "b"}}).replace('"b"', '"b')
    assert len(records_of(source_of(tmp_path, content, "x.json"))) == 5


@pytest.mark.parametrize(
    "bomb",
    [
        '{"session":{"wxid":"a"},"messages":[' + "[" * 300_000,
        '{"session":{"wxid":"a"},"messages":[' + '{"a":' * 300_000,
        '{"session":{"wxid":"a"},"x":' + '{"a":' * 300_000,
        '{"session":{"wxid":"a"},"messages":[{"a":[' + "1," * 300_000,
    ],
)
def test_a_nest_without_end_ends(tmp_path: Path, bomb: str) -> None:
    assert [each.reason for each in reads_of(source_of(tmp_path, bomb, "x.json")) if isinstance(each, Unread)] == [
        "damaged-from-here"
    ]


def test_a_number_without_end_is_no_time(tmp_path: Path) -> None:
    content = written(CHAT).replace("1743926460", "9" * 6000).replace("1743926520", "1e999999999")
    found = list(reads_of(source_of(tmp_path, content, "x.json")))
    assert [isinstance(each, Record) for each in found] == [True] * 5


def test_a_number_that_no_computer_counts_to_costs_its_message_alone(tmp_path: Path) -> None:
    content = written(CHAT).replace("1743926520", "1e99999999999999999999")
    found = list(reads_of(source_of(tmp_path, content, "x.json")))
    assert [isinstance(each, Record) for each in found].count(True) >= 4
    assert len(found) == 5


def test_a_message_longer_than_a_text_may_be_is_one_record_and_cut(tmp_path: Path) -> None:
    content = written({"session": SESSION, "messages": [message(1, "还钱\n" * 400_000, 0)]})
    first = records_of(source_of(tmp_path, content, "x.json"))[0]
    assert (len(first.text), first.warning) == (10**6, "text-cut")


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(
    lambda text: text.strip()[:1] != "<"
)


def test_every_chat_comes_back_message_for_message(tmp_path: Path) -> None:
    @settings(max_examples=2000 if SOAK else 40, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(TEXTS, st.sampled_from([0, 1])), min_size=1, max_size=8), st.booleans())
    def comes_back(said: list[tuple[str, int]], ascii_only: bool) -> None:
        messages = [message(number, text, mine, localType=1) for number, (text, mine) in enumerate(said, 1)]
        content = json.dumps({"session": SESSION, "messages": messages}, ensure_ascii=ascii_only)
        found = records_of(source_of(tmp_path, content, "x.json"), "wechat-json")
        assert [(each.text, each.direction is Direction.OUT) for each in found if each.kind is EventKind.MESSAGE] == [
            (text, bool(mine)) for text, mine in said
        ]

    comes_back()


LONGER = [message(number, "还钱" * 20, number % 2) for number in range(1, 40)]


@pytest.mark.parametrize("document", [{**CHAT, "messages": LONGER}, LONGER], ids=["whole", "bare"])
def test_damage_never_makes_the_reading_fail(tmp_path: Path, document: object) -> None:
    survives_damage(tmp_path, written(document, indent=2).encode(), wechat_json.read, "x.json")


def test_a_chat_without_its_list_of_messages_says_so(tmp_path: Path) -> None:
    content = written(CHAT).replace('"messages"', '"mesages"').replace('"isSend"', '"isend"')
    assert list(reads_of(source_of(tmp_path, content, "x.json"))) == [Unread("element:1", "damaged-from-here")]
