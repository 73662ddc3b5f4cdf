"""QQ chats in JSON as QQChatExporter writes them, in each of its versions."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Hints, Unread
from evidence_app.intake.exports import qq_json
from tests.unit.intake.exports.written import reads_of, records_of, source_of, survives_damage

ME = {"uid": "u_me", "uin": "20002", "name": "我的昵称"}
DEER = {"uid": "u_deer", "uin": "10001", "name": "小鹿"}
SELF = {"selfUid": "u_me", "selfUin": "20002", "selfName": "我的昵称"}


def message(number: int, text: str, mine: bool | int = False, **more: object) -> dict[str, object]:
    return {
        "id": f"m{number}",
        "seq": str(number),
        "timestamp": (1743926400 + 60 * number) * 1000,  # 2025-04-06 08:00 UTC: `date -u -d @1743926400`
        "time": f"2025-04-06 16:{number:02}:00",
        "sender": ME if mine else DEER,
        "type": "text",
        "content": {"text": text, "html": "", "elements": [], "resources": []},
        "recalled": False,
        "system": False,
        **more,
    }


def chat(*messages: dict[str, object], **about: object) -> dict[str, object]:
    return {
        "metadata": {"name": "QQChatExporter V5 / https://github.com/shuakami/qq-chat-exporter", "version": "5.5.0"},
        "chatInfo": {"name": "小鹿", "type": "private", **SELF, **about},
        "statistics": {"totalMessages": len(messages), "senders": [{"uid": "u_me", "name": "我的昵称"}]},
        "messages": list(messages),
    }


def written(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def test_a_chat_of_two_comes_with_directions_times_and_the_others_account(tmp_path: Path) -> None:
    source = source_of(tmp_path, written(chat(message(1, "您好\n请还款"), message(2, "没有借过", mine=True))))
    theirs, mine = records_of(source, "qq-json")
    assert (theirs.place, theirs.direction, theirs.party, theirs.number) == ("element:1", Direction.IN, "小鹿", "10001")
    assert (mine.direction, mine.party, mine.number, mine.text) == (Direction.OUT, "小鹿", "10001", "没有借过")
    assert theirs.text == "您好\n请还款"
    assert theirs.time is not None
    assert (theirs.time.wall, theirs.time.offset_min) == (datetime(2025, 4, 6, 8, 1), 0)
    assert (qq_json.asks(source), qq_json.states(source)) == ((), 2)


def test_the_fourth_version_writes_times_in_iso_and_other_names(tmp_path: Path) -> None:
    old = {"timestamp": "2025-04-06T08:01:00.000Z", "isSystemMessage": True, "isRecalled": False}
    document = chat({"messageId": "m1", "sender": DEER, "content": {"text": "撤回了一条消息"}, **old})
    (notice,) = records_of(source_of(tmp_path, written(document)), "qq-json")
    assert (notice.kind, notice.text) == (EventKind.NOTE, "撤回了一条消息")
    assert notice.time is not None
    assert (notice.time.wall, notice.time.offset_min) == (datetime(2025, 4, 6, 8, 1), 0)


def test_in_a_group_the_speaker_is_named_beside_the_group(tmp_path: Path) -> None:
    document = chat(message(1, "好"), type="group", name="维权群")
    (found,) = records_of(source_of(tmp_path, written(document)), "qq-json")
    assert (found.party, found.agent_name, found.number, found.direction) == ("维权群", "小鹿", "10001", Direction.IN)


def test_files_stand_beside_the_export_under_their_paths(tmp_path: Path) -> None:
    resources = [
        {"type": "image", "filename": "a.png", "localPath": "resources/images/a.png"},
        {"type": "file", "filename": "合同.pdf", "url": "https://files.example/x"},
    ]
    content = {"text": "[图片: a.png]", "resources": resources}
    (found,) = records_of(source_of(tmp_path, written(chat(message(1, "", content=content, recalled=True)))), "qq-json")
    assert found.attachments == (Attachment("resources/images/a.png"), Attachment("合同.pdf"))
    assert (found.text, found.warning) == ("[图片: a.png]", "message-deleted")


@pytest.mark.parametrize(("owner", "directions"), [("", ["none"]), ("我的昵称", ["in", "out"])])
def test_a_chat_that_does_not_say_whose_it_is_asks(tmp_path: Path, owner: str, directions: list[str]) -> None:
    document = chat(message(1, "好"), message(2, "好", mine=True), selfUid="", selfUin="", type="group", name="群")
    source = source_of(tmp_path, written(document), hints=Hints(owner=owner))
    found = records_of(source, "qq-json")
    assert [each.direction or "none" for each in found] == directions * (2 // len(directions))
    assert qq_json.asks(source) == (() if owner else ("owner",))


def test_what_is_no_message_is_told(tmp_path: Path) -> None:
    document = chat(message(1, "好"), {"id": "m2", "sender": DEER, "content": {}})
    _, told = reads_of(source_of(tmp_path, written(document)))
    assert isinstance(told, Unread)
    assert (told.place, told.reason) == ("element:2", "record-incomplete")


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    content = written(chat(*(message(n, "还钱", n % 2) for n in range(1, 20))))
    survives_damage(tmp_path, content.encode(), qq_json.read, "x.json")
