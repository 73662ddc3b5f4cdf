"""WeChat chats in spreadsheets and columns of text, as WeFlow, EchoTrace and MemoTrace write them."""

from datetime import datetime
from pathlib import Path

import pytest

from evidence_app.domain.exports import Attachment, Hints
from evidence_app.intake.exports import wechat_table
from evidence_app.intake.exports.source import Source
from tests.fakes.workbooks import write_xlsx
from tests.unit.intake.exports.written import records_of, source_of, survives_damage

ABOUT = [["会话信息"], ["微信ID", "wxid_a1", "昵称", "客服小李", "备注", "速融客服"], ["导出工具", "WeFlow"], []]
WIDE = ["序号", "时间", "发送者昵称", "发送者微信ID", "发送者备注", "发送者身份", "消息类型", "内容"]
CHAT = [
    [1, "2025-04-06 16:01:00", "客服小李", "wxid_a1", "速融客服", "速融客服", "文本消息", "您好\n额度已到账"],
    [2, "2025-04-06 16:02:00", "小明", "wxid_me", "", "我", "文本消息", "我没有申请"],
    [3, "2025-04-06 16:03:00", "小明", "wxid_me", "", "我", "图片消息", "media/images/1.jpg"],
    [4, "2025-04-06 16:04:00", "", "", "", "系统消息", "系统消息", "对方撤回了一条消息"],
]
TABBED = (
    "序号\t时间\t发送者身份\t消息类型\t内容\n1\t2025-04-06 16:01:00\t速融客服\t文本消息\t您好\n"
    "2\t2025-04-06 16:02:00\t我\t文本消息\t不要\n"
)


@pytest.mark.parametrize("about", [ABOUT, []])
def test_a_workbook_names_the_chat_above_or_by_its_file(tmp_path: Path, about: list[list[str]]) -> None:
    path = write_xlsx(tmp_path / "chat", [*about, WIDE, *CHAT])
    found = records_of(Source(path, "速融客服.xlsx"), "wechat-table")
    assert [(each.kind.value, each.direction.value, each.party) for each in found] == [
        ("message", "in", "速融客服"),
        ("message", "out", "速融客服"),
        ("message", "out", "速融客服"),
        ("note", "in", "速融客服"),
    ]
    assert found[0].text == "您好\n额度已到账"
    assert found[0].place == f"row:{len(about) + 2}"
    assert found[0].time is not None
    assert found[0].time.wall == datetime(2025, 4, 6, 16, 1)
    assert found[2].attachments == (Attachment("media/images/1.jpg"),)


def test_columns_of_text_are_the_same_table(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, TABBED, "速融客服.txt"), "wechat-table")
    assert [(each.direction.value, each.text) for each in found] == [("in", "您好"), ("out", "不要")]


def test_memotraces_workbook_has_the_headings_of_its_text(tmp_path: Path) -> None:
    headings = ["消息ID", "类型", "发送人", "时间", "内容", "备注", "昵称", "更多信息"]
    rows = [["8123", "文本", "小红", "2024-02-01 10:00:00", "在吗", "小红", "小红", "more"]]
    (found,) = records_of(Source(write_xlsx(tmp_path / "chat", [headings, *rows]), "小红.xlsx"), "wechat-table")
    assert (found.party, found.direction.value) == ("小红", "in")


def test_names_alone_leave_open_who_the_complainant_is(tmp_path: Path) -> None:
    content = TABBED.replace("我", "小明")
    source = source_of(tmp_path, content, "chat.txt")
    assert [each.direction.value for each in records_of(source)] == ["", ""]
    assert wechat_table.asks(source) == ("owner",)
    told = source_of(tmp_path, content, "chat.txt", hints=Hints(owner="小明"))
    assert [each.direction.value for each in records_of(told)] == ["in", "out"]


def test_another_table_with_times_and_contents_is_no_chat(tmp_path: Path) -> None:
    assert not wechat_table.recognises(source_of(tmp_path, "时间,发送人,类型,内容\n2025-04-06,a,b,c\n"))


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, TABBED.encode() + b"3\t2025-04-06 16:05:00\tx\ty\tz\n" * 20, wechat_table.read)


def test_a_heading_on_every_page_is_no_message(tmp_path: Path) -> None:
    assert len(records_of(source_of(tmp_path, TABBED * 2), "wechat-table")) == 2 * len(
        records_of(source_of(tmp_path, TABBED), "wechat-table")
    )
