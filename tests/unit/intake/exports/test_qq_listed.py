"""QQ chats in text as QQChatExporter writes them."""

from datetime import datetime
from pathlib import Path

import pytest

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Hints, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports import qq_listed
from tests.unit.intake.exports.written import reads_of, records_of, source_of, survives_damage

RULE = "=" * 47
HEAD = f"""[QQChatExporter V5 / https://github.com/shuakami/qq-chat-exporter]
[本软件是免费的开源项目~]

{RULE}
           QQ聊天记录导出文件
{RULE}

聊天名称: 小鹿
聊天类型: 私聊
导出时间: 2025-04-07 10:00:00
消息总数: 3
时间范围: 2025-04-06 16:01:00 - 2025-04-06 16:03:00


"""
END = f"""
{RULE}
              导出完成
{RULE}
总计导出 3 条消息
导出时间: 2025-04-07 10:00:00"""


def said(who: str, words: str, when: str = "2025-04-06 16:01:00", more: str = "") -> str:
    return f"{who}:\n时间: {when}\n内容: {words}\n{more}\n\n"


FILES = "资源: 2 个文件\n  - image: a.png\n  - file: 合同: 最终.pdf\n回复: 小鹿 - 请还款\n"
CHAT = (
    HEAD
    + said("小鹿", "您好\n\n请还款:\n今天")
    + said("我的昵称", "没有借过", "2025-04-06 16:02:00", FILES)
    + said("系统消息", "小鹿撤回了一条消息", "2025-04-06 16:03:00")
    + END
)


def test_a_chat_comes_with_directions_times_and_words(tmp_path: Path) -> None:
    source = source_of(tmp_path, CHAT)
    theirs, mine, notice = records_of(source, "qq-listed")
    assert (theirs.place, theirs.direction, theirs.party, theirs.text) == (
        "line:15", Direction.IN, "小鹿", "您好\n\n请还款:\n今天",
    )  # fmt: skip
    assert theirs.time is not None
    assert (theirs.time.wall, theirs.time.precision) == (datetime(2025, 4, 6, 16, 1), Precision.SECOND)
    assert theirs.time.offset_min is None
    assert (mine.direction, mine.party, mine.text) == (Direction.OUT, "小鹿", "没有借过\n回复: 小鹿 - 请还款")
    assert mine.attachments == (Attachment("a.png"), Attachment("合同: 最终.pdf"))
    assert (notice.kind, notice.text) == (EventKind.NOTE, "小鹿撤回了一条消息")
    assert (qq_listed.asks(source), qq_listed.states(source)) == ((), 3)


def test_a_clock_of_twelve_hours_is_read(tmp_path: Path) -> None:
    content = HEAD + said("小鹿", "在", "2025/4/6 下午4:01:00") + said("我", "在", "2025/4/6 上午12:01:00")
    assert [each.time and each.time.wall for each in records_of(source_of(tmp_path, content), "qq-listed")] == [
        datetime(2025, 4, 6, 16, 1),
        datetime(2025, 4, 6, 0, 1),
    ]


@pytest.mark.parametrize(("owner", "direction"), [("", Direction.NONE), ("小鹿", Direction.OUT)])
def test_a_group_asks_who_is_who(tmp_path: Path, owner: str, direction: Direction) -> None:
    content = HEAD.replace("聊天名称: 小鹿", "聊天名称: 维权群") + said("小鹿", "在") + said("阿明", "在")
    source = source_of(tmp_path, content, hints=Hints(owner=owner))
    first, _ = records_of(source, "qq-listed")
    assert (first.party, first.direction) == ("维权群", direction)
    assert qq_listed.asks(source) == (() if owner else ("owner",))


def test_a_time_that_is_none_is_told(tmp_path: Path) -> None:
    told, _ = reads_of(source_of(tmp_path, HEAD + said("小鹿", "在", "昨天") + said("小鹿", "在吗")))
    assert isinstance(told, Unread)
    assert (told.place, told.reason, told.words) == ("line:15", "time-unreadable", "在")


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, CHAT.encode(), qq_listed.read, "x.txt")
