"""WeChat chats as the pages of MemoTrace and WeFlow: data for scripts, which are not run."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import Attachment, Unread
from evidence_app.intake.exports import wechat_page
from tests.unit.intake.exports.written import reads_of, records_of, source_of, survives_damage

STYLE = "<style>" + ".a{color:red}\n" * 9000 + "</style>"
MEMOTRACE = (
    f"<!DOCTYPE html><html><head><title>速融客服</title>{STYLE}</head><body><script>const chatMessages = ["
    "{ type:0, text: '2025-04-06 16:01:00',is_send:0,avatar_path:'',timestamp:1743926460},"
    "{ type:1, text: '您好&lt;br&gt;，&quot;额度&quot;已到账<br>it\\'s {ok}, a:1',is_send:0,avatar_path:'./a.png',"
    "timestamp:1743926460,is_chatroom:0,displayname:'速融客服'},"
    "{ type:3, text: './image/1.jpg',is_send:1,avatar_path:'./b.png',timestamp:1743926520,is_chatroom:0,"
    "displayname:'小明'},"
    "{ type:49,sub_type:5, text:'',is_send:0,avatar_path:'./a.png',url:'https://x.example',\n  timestamp:1743926580,"
    "is_chatroom:0,displayname:'速融客服',title:'还款',\n description:'点击'\n },\n"
    "{ type:0, text: '对方撤回了一条消息',is_send:0,avatar_path:'',timestamp:1743926640,is_chatroom:0,displayname:''},"
    "];</script></body></html>"
)
ITEMS = [
    {"i": 1, "t": 1743926460, "s": 0, "a": '<img alt="速融客服" src="avatars/wxid_a1.jpg">',
     "b": '<div class="message-time">2025-04-06 16:01:00</div><div class="message-text">您好<br>额度</div>'},
    {"i": 2, "s": 1, "a": '<img alt="小明" src="avatars/me.jpg">',
     "b": '<div class="message-time">2025-04-06 16:02:00</div><img class="image" src="media/images/1.jpg">'},
]  # fmt: skip
WEFLOW = (
    '<!DOCTYPE html><html><body><h1 class="title">速融客服</h1><span>私聊</span><script>\nwindow.WEFLOW_DATA = [\n'
    + ",\n".join(json.dumps(each, ensure_ascii=False) for each in ITEMS)
    + "\n];</script></body></html>"
)


def test_memotraces_page_is_read_out_of_its_script(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, MEMOTRACE, "速融客服.html"), "wechat-page")
    assert [(each.kind.value, each.direction.value, each.text) for each in found] == [
        ("message", "in", '您好<br>，"额度"已到账\nit\'s {ok}, a:1'),
        ("message", "out", ""),
        ("message", "in", "还款\n点击\nhttps://x.example"),
        ("note", "in", "对方撤回了一条消息"),
    ]
    assert {each.party for each in found} == {"速融客服"}
    assert found[1].attachments == (Attachment("image/1.jpg"),)
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.offset_min) == (datetime(2025, 4, 6, 8, 1), 0)


def test_weflows_page_is_read_out_of_its_data(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, WEFLOW, "chat.html"), "wechat-page")
    assert [(each.direction.value, each.text, each.party) for each in found] == [
        ("in", "您好\n额度", "速融客服"),
        ("out", "", "速融客服"),
    ]
    assert found[1].attachments == (Attachment("media/images/1.jpg"),)
    assert [(each.time.wall.hour, each.time.offset_min) for each in found if each.time and each.time.wall] == [
        (8, 0),
        (16, None),
    ]


def test_a_damaged_element_costs_itself_alone(tmp_path: Path) -> None:
    items = [json.dumps({**ITEMS[0], "i": number}) for number in range(4)]
    items[1] = items[1][:-20]
    page = "<html>window.WEFLOW_DATA = [" + ",".join(items) + "];"
    found = list(reads_of(source_of(tmp_path, page, "chat.html"), "wechat-page"))
    assert [isinstance(each, Unread) for each in found] == [False, True, False, False]


@pytest.mark.parametrize("mark", ["<", "]"])
def test_a_mark_of_an_end_among_the_messages_does_not_end_them(tmp_path: Path, mark: str) -> None:
    items = [mark * (number == 1) + json.dumps({**ITEMS[0], "i": number}) for number in range(4)]
    page = "<html><script>window.WEFLOW_DATA = [" + ",".join(items) + "];</script>"
    found = list(reads_of(source_of(tmp_path, page, "chat.html"), "wechat-page"))
    assert [isinstance(each, Unread) for each in found] == [False, True, False, False, False]


def test_in_a_group_the_speaker_is_named_beside_the_group(tmp_path: Path) -> None:
    page = MEMOTRACE.replace("<title>速融客服", "<title>维权群")
    found = records_of(source_of(tmp_path, page, "x.html"))
    assert [(each.party, each.agent_name) for each in found if each.direction is Direction.IN] == [
        *[("维权群", "速融客服")] * 2,
        ("维权群", ""),  # a message that was taken back, of nobody who is named
    ]


@pytest.mark.parametrize(
    "page", ["<html><script>const a = [{ type:1, x:'y' }]</script></html>", "{ type:1, text: '',is_send:0,timestamp:1}"]
)
def test_other_scripts_are_no_chat(tmp_path: Path, page: str) -> None:
    assert not wechat_page.recognises(source_of(tmp_path, page, "x.html"))


@pytest.mark.parametrize("page", [MEMOTRACE.replace(STYLE, ""), WEFLOW])
def test_damage_never_makes_the_reading_fail(tmp_path: Path, page: str) -> None:
    survives_damage(tmp_path, page.encode(), wechat_page.read, "x.html")


def test_messages_behind_damage_between_two_are_read(tmp_path: Path) -> None:
    found = list(reads_of(source_of(tmp_path, WEFLOW.replace(',\n{"i"', ',\n?{"i"'), "chat.html"), "wechat-page"))
    assert [type(each).__name__ for each in found] == ["Record", "Unread", "Record"]
