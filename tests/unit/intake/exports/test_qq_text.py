"""Message records of QQ as text: accounts, mail addresses, titles, clocks of twelve hours, all chats in one file."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import EventKind
from evidence_app.domain.exports import Hints, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports import qq_text
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of, survives_damage

RULE = "=" * 64
TITLE = "消息记录（此消息记录为文本格式，不支持重新导入）\n\n"
GROUP = f"""{TITLE}{RULE}
消息分组:我的群聊
{RULE}
消息对象:维权交流群
{RULE}

2023-11-29 19:25:07 【管理员】贷后专员(10001)
今天必须还款
否则上门

2023-11-29 7:26:08 PM 土豆<example@xx.com>
[图片]

2023-11-29 下午 8:49:12 系统消息(1000000)
某某加入本群。

2023-11-29 20:50:00 番茄

"""
FRIEND = f"""{RULE}
消息分组:我的好友
{RULE}
消息对象:客服小李(23333)
{RULE}

2024-01-02 03:04:05 客服小李(23333)
在吗

2024-01-02 03:05:06 阿明
在
{RULE}
这不是标题

"""


def test_a_group_names_speakers_and_their_accounts(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, GROUP), "qq-text")
    assert [(each.kind.value, each.agent_name, each.number) for each in found] == [
        ("message", "贷后专员", "10001"),
        ("message", "土豆", "example@xx.com"),
        ("note", "", ""),
        ("message", "番茄", ""),
    ]
    assert {each.party for each in found} == {"维权交流群"}
    assert found[0].text == "今天必须还款\n否则上门"


def test_times_are_wall_times_also_on_a_clock_of_twelve_hours(tmp_path: Path) -> None:
    times = [each.time for each in records_of(source_of(tmp_path, GROUP)) if each.time]
    assert [each.wall for each in times] == [
        datetime(2023, 11, 29, 19, 25, 7),
        datetime(2023, 11, 29, 19, 26, 8),
        datetime(2023, 11, 29, 20, 49, 12),
        datetime(2023, 11, 29, 20, 50),
    ]
    assert {(each.offset_min, each.precision) for each in times} == {(None, Precision.SECOND)}


def test_a_friends_chat_is_named_after_the_other_one(tmp_path: Path) -> None:
    source = source_of(tmp_path, FRIEND)
    found = records_of(source, "qq-text")
    assert [(each.direction.value, each.party, each.number) for each in found] == [
        ("in", "客服小李", "23333"),
        ("out", "客服小李", "23333"),
    ]
    assert found[1].text == f"在\n{RULE}\n这不是标题"
    assert qq_text.asks(source) == ()


def test_all_chats_in_one_file_keep_their_own_sides(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, GROUP + FRIEND.replace(f"{RULE}\n这不是标题\n", "")), "qq-text")
    assert [each.party for each in found] == ["维权交流群"] * 4 + ["客服小李"] * 2
    assert [each.direction.value for each in found] == ["", "", "", "", "in", "out"]


def test_in_a_group_somebody_says_who_they_are(tmp_path: Path) -> None:
    assert qq_text.asks(source_of(tmp_path, GROUP)) == ("owner",)
    found = records_of(source_of(tmp_path, GROUP, hints=Hints(owner="土豆")))
    assert [each.direction.value for each in found] == ["in", "out", "", "in"]


def test_a_pasted_log_inside_a_message_begins_none(tmp_path: Path) -> None:
    content = GROUP.replace("否则上门", "2023-11-01 10:00:00 张三(12345)\n否则上门")
    assert len(records_of(source_of(tmp_path, content))) == 4


def test_a_file_without_blank_lines_is_read_too(tmp_path: Path) -> None:
    content = "\n".join(line for line in GROUP.splitlines() if line)
    assert len(records_of(source_of(tmp_path, content), "qq-text")) == 4


def test_words_before_the_first_message_are_told(tmp_path: Path) -> None:
    content = FRIEND.replace("\n2024-01-02 03:04:05", "\n掉了开头的话\n\n2024-01-02 03:04:05")
    first = next(iter(reads_of(source_of(tmp_path, content))))
    assert first == Unread("line:7", "record-incomplete", "掉了开头的话")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_encodings_do_not_matter(tmp_path: Path, encoding: str, end: str) -> None:
    assert len(records_of(source_of(tmp_path, GROUP.replace("\n", end), encoding=encoding), "qq-text")) == 4


def test_strange_characters_are_kept_and_nuls_are_not(tmp_path: Path) -> None:
    content = FRIEND.replace("在吗", "在\u2028吗\u202e\0")
    assert records_of(source_of(tmp_path, content))[0].text == "在\u2028吗\u202e"


def test_a_message_longer_than_a_text_may_be_is_one_record_and_cut(tmp_path: Path) -> None:
    first = records_of(source_of(tmp_path, FRIEND.replace("在吗", "还钱\n" * 400_000)))[0]
    assert (len(first.text), first.warning) == (10**6, "text-cut")


NAMES = st.text("客服小李Ben 9-·", min_size=1, max_size=8).map(str.strip).filter(bool)
LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30).filter(
    lambda line: line.strip() and line[0] not in "=消2"
)


def test_every_record_that_qq_writes_comes_back(tmp_path: Path) -> None:
    @settings(max_examples=2000 if SOAK else 40, database=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(
            st.tuples(
                st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)),
                NAMES,
                st.integers(10000, 10**9),
                st.lists(LINES, max_size=3),
            ),
            min_size=1,
            max_size=8,
        )
    )
    def comes_back(chat: list[tuple[datetime, str, int, list[str]]]) -> None:
        content = GROUP[: GROUP.index("2023")]
        for at, name, number, lines in chat:
            content += f"{at:%Y-%m-%d %H:%M:%S} {name}({number})\n" + "\n".join(lines) + "\n\n"
        found = records_of(source_of(tmp_path, content), "qq-text")
        assert [(each.text, each.agent_name, each.number) for each in found] == [
            ("\n".join(lines), name, str(number)) for _, name, number, lines in chat
        ]
        assert [each.time.wall for each in found if each.time] == [at.replace(microsecond=0) for at, *_ in chat]
        assert all(each.kind is EventKind.MESSAGE for each in found)

    comes_back()


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, (GROUP + FRIEND).encode(), qq_text.read)


def test_a_time_whose_half_of_the_day_is_cut_off_from_its_name_begins_no_message(tmp_path: Path) -> None:
    cut = GROUP[: GROUP.index(" PM") + 3]
    assert all(
        each.time is None or each.time.wall != datetime(2023, 11, 29, 7, 26, 8)
        for each in records_of(source_of(tmp_path, cut))
    )
