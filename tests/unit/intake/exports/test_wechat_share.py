"""Chats that WeChat shares by e-mail: days on rows of their own, minutes only."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Hints
from evidence_app.domain.times import Precision
from evidence_app.intake.exports import wechat_share
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of, survives_damage

ANDROID = """速融宝客服 和 小明 在微信上的聊天记录如下，请查收。

—————  2026-04-06  —————


速融宝客服  16:21

您好，工号8023为您服务

小明  16:22

我没有借过这笔钱
什么时候处理？

速融宝客服  23:59

[图片: 196bcfcc8048af78f7cbb9a758d91a48.jpg(请在附件中查看)]

—————  2026-04-07  —————


速融宝客服  00:03

三个工作日内


"""

IPHONE = """Dear:
"客服小李（工号80231）"和"阿明"的聊天记录如下:
—————  2025-8-7  —————

客服小李（工号80231） 下午6:10
图片1（可在附件中查看）

阿明 下午6:11
好 10:30

发自我的 iPhone
"""

GROUP = """微信群"维权群"的聊天记录如下:

—————  2025-12-17  —————

客服喵喵11:00-20:00  17:34

昭昭 12.17 20:30-21:30 已付
"""


def test_a_chat_of_two_comes_with_minutes_and_both_directions(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, ANDROID), "wechat-share")
    assert [each.place for each in found] == ["line:6", "line:10", "line:15", "line:22"]
    assert [each.direction.value for each in found] == ["in", "out", "in", "in"]
    assert {each.party for each in found} == {"速融宝客服"}
    assert found[1].text == "我没有借过这笔钱\n什么时候处理？"
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.precision) == (datetime(2026, 4, 6, 16, 21), Precision.MINUTE)
    assert found[0].time.offset_min is None
    assert [each.time.wall.day for each in found if each.time and each.time.wall] == [6, 6, 6, 7]


def test_a_picture_is_named_as_the_share_names_it(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, ANDROID))
    assert found[2].attachments == (Attachment("196bcfcc8048af78f7cbb9a758d91a48.jpg"),)


def test_an_iphones_share_has_one_space_and_a_clock_of_twelve_hours(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, IPHONE), "wechat-share")
    assert [(each.direction, each.text) for each in found] == [
        (Direction.IN, "图片1（可在附件中查看）"),
        (Direction.OUT, "好 10:30"),
    ]
    assert [each.time.wall for each in found if each.time] == [
        datetime(2025, 8, 7, 18, 10),
        datetime(2025, 8, 7, 18, 11),
    ]
    assert found[0].agent_id == "80231"


def test_a_name_may_end_with_hours_of_business(tmp_path: Path) -> None:
    (found,) = records_of(source_of(tmp_path, GROUP), "wechat-share")
    assert (found.party, found.agent_name) == ("维权群", "客服喵喵11:00-20:00")
    assert found.time is not None
    assert found.time.wall == datetime(2025, 12, 17, 17, 34)


def test_in_a_group_nobody_can_tell_who_the_complainant_is_until_somebody_says_it(tmp_path: Path) -> None:
    source = source_of(tmp_path, GROUP)
    assert records_of(source)[0].direction is Direction.NONE
    assert wechat_share.asks(source) == ("owner",)
    told = source_of(tmp_path, GROUP, hints=Hints(owner="客服喵喵11:00-20:00"))
    assert records_of(told)[0].direction is Direction.OUT
    assert wechat_share.asks(told) == ()


def test_a_name_under_which_nobody_speaks_tells_nothing(tmp_path: Path) -> None:
    mistyped = source_of(tmp_path, GROUP, hints=Hints(owner="客服喵"))
    assert records_of(mistyped)[0].direction is Direction.NONE
    assert wechat_share.asks(mistyped) == ("owner",)


@pytest.mark.parametrize(
    ("heading", "party"),
    [
        ("ZNQ 獵魔二組 微信群上的聊天记录如下，请查收。", "ZNQ 獵魔二組"),
        ("ZNQ 獵魔二組 WeChat群組的聊天記錄如下，請查收。", "ZNQ 獵魔二組"),
        ("微信群“南非- SAPS（警局）”的聊天记录如下:", "南非- SAPS（警局）"),
        ("陳先生 和 阿玲 在微信上的聊天記錄如下，請查收。", "陳先生"),
        ("小明 和 官方客服 在微信上的聊天记录如下，请查收。", "官方客服"),
        ("Dear: Chat history between Amy Wong and Ben on WeChat.", "Amy Wong"),
    ],
)
def test_the_heading_names_the_chat(tmp_path: Path, heading: str, party: str) -> None:
    content = f"{heading}\n\n—————  2018-09-03  —————\n\n\n楠刺青  12:47\n\n在吗\n\n"
    (found,) = records_of(source_of(tmp_path, content), "wechat-share")
    assert found.party == party


def test_a_line_that_is_said_is_no_third_speaker_of_a_chat_of_two(tmp_path: Path) -> None:
    content = ANDROID.replace("什么时候处理？", "\n明天上午  10:30\n\n可以吗")
    assert len(records_of(source_of(tmp_path, content))) == 4


def test_a_damaged_name_in_the_heading_costs_nobody_what_they_said(tmp_path: Path) -> None:
    content = ANDROID.replace("速融宝客服 和", "速融\ufffd 和").replace("速融宝客服  16:21", "速融宝客\ufffd  16:21")
    found = records_of(source_of(tmp_path, content), "wechat-share")
    assert [each.place for each in found] == ["line:6", "line:10", "line:15", "line:22"]


def test_a_share_without_blank_lines_is_read_too(tmp_path: Path) -> None:
    content = "\n".join(line for line in ANDROID.splitlines() if line.strip())
    found = records_of(source_of(tmp_path, content), "wechat-share")
    assert [each.direction.value for each in found] == ["in", "out", "in", "in"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_line_ends_and_encodings_do_not_matter(tmp_path: Path, end: str, encoding: str) -> None:
    found = records_of(source_of(tmp_path, ANDROID.replace("\n", end), encoding=encoding), "wechat-share")
    assert [each.place for each in found] == ["line:6", "line:10", "line:15", "line:22"]


def test_prose_about_a_chat_is_no_chat(tmp_path: Path) -> None:
    assert not wechat_share.recognises(source_of(tmp_path, "聊天记录如下，请查收。\n2026-04-06\n小明：好"))


NAMES = (
    st.text("客服小明李阿Ben 0123:-", min_size=1, max_size=9)
    .map(str.strip)
    .filter(lambda name: name and "  " not in name)
)
LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40).map(str.strip)
TEXTS = st.lists(
    LINES.filter(lambda line: line and "  " not in line and line[0] not in "—─－-发從从S傳发"), min_size=1, max_size=3
)
CHATS = st.lists(
    st.tuples(st.dates(datetime(2011, 1, 21).date(), datetime(2099, 1, 1).date()), st.times(), st.booleans(), TEXTS),
    min_size=1,
    max_size=9,
)


def test_every_chat_that_android_writes_comes_back(tmp_path: Path) -> None:
    @settings(max_examples=2000 if SOAK else 40, database=None, suppress_health_check=list(HealthCheck))
    @given(CHATS, NAMES.filter(lambda name: "和" not in name), NAMES)
    def comes_back(chat: list[tuple], other: str, owner: str) -> None:
        content = f"{other} 和 {owner} 在微信上的聊天记录如下，请查收。\n\n"
        last = None
        for day, clock, mine, lines in chat:
            content += f"—————  {day}  —————\n\n\n" if day != last else ""
            content += f"{owner if mine else other}  {clock:%H:%M}\n\n" + "\n".join(lines) + "\n\n"
            last = day
        found = records_of(source_of(tmp_path, content), "wechat-share")
        assert [each.text for each in found] == ["\n".join(lines) for _, _, _, lines in chat]
        assert [each.time.wall for each in found if each.time] == [
            datetime.combine(day, clock).replace(second=0, microsecond=0) for day, clock, _, _ in chat
        ]
        assert all(each.kind is EventKind.MESSAGE for each in found)

    comes_back()


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, ANDROID.encode(), wechat_share.read)


def test_a_share_cut_at_its_beginning_says_what_cannot_be_read(tmp_path: Path) -> None:
    content = "—————  2026-04-06  —————\n\n还没说完\n\n小红  16:21\n\n好\n"
    source = source_of(tmp_path, content)
    assert [type(each).__name__ for each in wechat_share.read(source)] == ["Unread", "Record"]
    assert len(list(reads_of(source_of(tmp_path, ANDROID)))) == 4


def test_qq_writes_days_with_blanks_between_the_dashes_and_seconds(tmp_path: Path) -> None:
    shared = (
        "— —  2025-2-1  — —\n\n速融宝客服  23:59:12 \n今天还\n\n阿明  23:59:40 \n不还\n\n"
        "— — 2025-2-2 — —\n\n阿明  00:00:01 \n诶？\n"
    )
    found = records_of(source_of(tmp_path, shared, "share.txt", hints=Hints(owner="阿明")), "wechat-share")
    assert [(each.direction.value, each.text, each.time and each.time.wall) for each in found] == [
        ("in", "今天还", datetime(2025, 2, 1, 23, 59, 12)),
        ("out", "不还", datetime(2025, 2, 1, 23, 59, 40)),
        ("out", "诶？", datetime(2025, 2, 2, 0, 0, 1)),
    ]
    assert {each.time.precision for each in found if each.time} == {Precision.SECOND}
