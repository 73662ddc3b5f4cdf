"""LINE's exports in four languages: days, tabs, quotation marks, calls."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Hints, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports import line_text
from evidence_app.intake.exports.formats import format_of
from evidence_app.intake.exports.line_words import day_in, title_in
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of, survives_damage

TAIWAN = """[LINE] 與借貸小幫手的聊天記錄
儲存日期：2025/02/10 14:00

2024/01/15（一）
上午12:04\t借貸小幫手\t您好，額度已核准
下午03:04\t借貸小幫手\t"請先繳
2024/01/01（一）
手續費"
下午03:05\t陳先生\t[貼圖]
下午03:06\t借貸小幫手\t☎ 通話時間 5:32
下午03:07\t借貸小幫手\t☎ 未接來電
下午03:08\t陳先生\t☎ 無人接聽
下午03:09\t\t借貸小幫手已收回訊息

2024/01/16（二）
09:15\t陳先生\t"好" 他說
"""
JAPAN = """[LINE] 花子とのトーク履歴
保存日時：2026/08/21 11:59

2025/04/18(金)
12:08\t花子\t"お疲れ様です！
よろしくお願いします！
"
14:13\t太郎\t振り込み完了しました
21:38\t花子\t☎ 不在着信
22:05\t\tメッセージの送信を取り消しました
22:10\t花子がメッセージの送信を取り消しました
"""
ENGLISH = """Chat history with Amy Wong
Saved on: 1/30/2026, 18:00

Fri, 1/30/2026
03:04PM\tAmy Wong\tHello
03:05PM\tBen\t[Photo]
03:06PM\tAmy Wong\t☎ Missed call
"""


def test_a_chat_of_two_has_its_directions_from_its_heading(tmp_path: Path) -> None:
    source = source_of(tmp_path, TAIWAN, "[LINE]與借貸小幫手的聊天.txt")
    found = records_of(source, "line-text")
    assert [(each.kind.value, each.direction.value) for each in found] == [
        ("message", "in"),
        ("message", "in"),
        ("message", "out"),
        ("call", "in"),
        ("call", "missed"),
        ("call", "out"),
        ("note", "in"),
        ("message", "out"),
    ]
    assert {each.party for each in found} == {"借貸小幫手"}
    assert line_text.asks(source) == ()


def test_words_of_several_lines_lose_their_quotation_marks_and_others_do_not(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, TAIWAN))
    assert found[1].text == "請先繳\n2024/01/01（一）\n手續費"
    assert found[7].text == '"好" 他說'
    japanese = records_of(source_of(tmp_path, JAPAN))
    assert japanese[0].text == "お疲れ様です！\nよろしくお願いします！"


def test_times_are_minutes_of_the_row_above(tmp_path: Path) -> None:
    times = [each.time for each in records_of(source_of(tmp_path, TAIWAN)) if each.time]
    assert [each.wall for each in times][:3] == [
        datetime(2024, 1, 15, 0, 4),
        datetime(2024, 1, 15, 15, 4),
        datetime(2024, 1, 15, 15, 5),
    ]
    assert times[-1].wall == datetime(2024, 1, 16, 9, 15)
    assert {(each.offset_min, each.precision) for each in times} == {(None, Precision.MINUTE)}


def test_calls_say_how_long_or_why_not(tmp_path: Path) -> None:
    calls = [each for each in records_of(source_of(tmp_path, TAIWAN)) if each.kind is EventKind.CALL]
    assert [(each.duration_s, each.warning) for each in calls] == [(332, ""), (None, ""), (0, "call-unanswered")]


def test_japanese_notices_with_one_tab_are_notices(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, JAPAN), "line-text")
    assert [(each.kind.value, each.direction.value) for each in found] == [
        ("message", "in"),
        ("message", "out"),
        ("call", "missed"),
        ("note", ""),
        ("note", ""),
    ]


def test_english_dates_are_told_by_their_weekday(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, ENGLISH), "line-text")
    assert [each.time.wall for each in found if each.time] == [
        datetime(2026, 1, 30, 15, 4),
        datetime(2026, 1, 30, 15, 5),
        datetime(2026, 1, 30, 15, 6),
    ]
    assert [each.direction.value for each in found] == ["in", "out", "missed"]


def test_a_call_without_a_name_is_a_call_of_nobody_knows_whom(tmp_path: Path) -> None:
    content = TAIWAN.replace("下午03:06\t借貸小幫手\t☎", "下午03:06\t☎")
    call = records_of(source_of(tmp_path, content))[3]
    assert (call.kind, call.direction, call.duration_s) == (EventKind.CALL, Direction.NONE, 332)


def test_a_group_leaves_open_who_the_complainant_is(tmp_path: Path) -> None:
    content = TAIWAN.replace("與借貸小幫手的", "維權群的")
    source = source_of(tmp_path, content)
    assert {(each.party, each.direction) for each in records_of(source) if each.kind is EventKind.MESSAGE} == {
        ("維權群", Direction.NONE)
    }
    assert line_text.asks(source) == ("owner",)
    told = source_of(tmp_path, content, hints=Hints(owner="陳先生"))
    assert [each.direction.value for each in records_of(told)][:3] == ["in", "in", "out"]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("[LINE] 與小美的聊天記錄", ("小美", False)),
        ("[LINE] 与小美的聊天记录", ("小美", False)),
        ("\ufeff[LINE] 小美的聊天記錄", ("小美", True)),
        ("[LINE] Chat history with Amy", ("Amy", False)),
        ("[LINE] Chat history in The Group", ("The Group", True)),
        ("[LINE] 広報チームのトーク", ("広報チーム", True)),
        ("[LINE] 花子とのトーク履歴", ("花子", False)),
        ("小美的聊天記錄", None),
    ],
)
def test_the_heading_names_the_chat(heading: str, title: tuple[str, bool] | None) -> None:
    assert title_in(heading) == title


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ("2024/01/15（一）", (2024, 1, 15)),
        ("2024/1/15(週一)", (2024, 1, 15)),
        ("2024.01.15 星期一", (2024, 1, 15)),
        ("2026/1/30周五", (2026, 1, 30)),
        ("2025/04/18(金)", (2025, 4, 18)),
        ("2025年4月18日 金曜日", (2025, 4, 18)),
        ("2024/01/15(Mon)", (2024, 1, 15)),
        ("2025.12.10 Wednesday", (2025, 12, 10)),
        ("Fri, 1/30/2026", (2026, 1, 30)),
        ("Sun, 04/05/2025", (2025, 5, 4)),
        ("Sat, 04/05/2025", (2025, 4, 5)),
        ("15/01/2024 Mon", (2024, 1, 15)),
        ("2024/01/15 到期", None),
        ("1/15", None),
    ],
)
def test_a_row_that_is_a_day_is_read_in_every_language(row: str, day: tuple[int, int, int] | None) -> None:
    assert day_in(row) == day


def test_an_old_computers_export_has_spaces_for_tabs(tmp_path: Path) -> None:
    content = (
        "[LINE] 與借貸 小幫手的聊天記錄\n儲存日期：2020/02/10 14:00\n\n2020.02.09 星期日\n"
        "15:04 借貸 小幫手 請繳費\n15:05 陳先生 不要\n"
    )
    found = records_of(source_of(tmp_path, content), "line-text")
    assert [(each.direction.value, each.text) for each in found] == [("in", "請繳費"), ("out", "不要")]


def test_continued_lines_that_begin_with_a_tab_belong_to_the_words_before(tmp_path: Path) -> None:
    content = TAIWAN.replace("您好，額度已核准", "您好\n\t要不要出去走走")
    assert records_of(source_of(tmp_path, content))[0].text == "您好\n\t要不要出去走走"


def test_words_that_belong_to_nothing_are_told(tmp_path: Path) -> None:
    content = TAIWAN.replace("2024/01/15（一）\n", "2024/01/15（一）\n掉了時間的話\n", 1)
    assert next(iter(reads_of(source_of(tmp_path, content)))) == Unread("line:5", "record-incomplete", "掉了時間的話")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "big5", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_encodings_do_not_matter(tmp_path: Path, encoding: str, end: str) -> None:
    content = TAIWAN.replace("☎ ", "").replace("\n", end)
    assert len(records_of(source_of(tmp_path, content, encoding=encoding), "line-text")) == 8


LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30).filter(
    lambda line: line.strip() and line[0] not in '"☎0123456789' and not line.endswith('"')
)
CHAT = st.lists(
    st.tuples(
        st.datetimes(datetime(2012, 1, 1), datetime(2099, 1, 1)),
        st.sampled_from(["借貸小幫手", "陳 先生"]),
        st.lists(LINES, min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=8,
)


def test_every_chat_that_line_writes_comes_back(tmp_path: Path) -> None:
    @settings(max_examples=2000 if SOAK else 40, database=None, suppress_health_check=list(HealthCheck))
    @given(CHAT)
    def comes_back(chat: list[tuple[datetime, str, list[str]]]) -> None:
        content, last = "[LINE] 與借貸小幫手的聊天記錄\n儲存日期：2099/02/10 14:00\n", None
        for at, name, lines in chat:
            content += f"\n{at:%Y/%m/%d}（{'一二三四五六日'[at.weekday()]}）\n" if at.date() != last else ""
            text = "\n".join(lines)
            text = f'"{text}"' if len(lines) > 1 else text
            content += f"{'上午' if at.hour < 12 else '下午'}{at.hour % 12 or 12:02}:{at:%M}\t{name}\t{text}\n"
            last = at.date()
        found = records_of(source_of(tmp_path, content), "line-text")
        assert [each.text.rstrip() for each in found] == ["\n".join(lines).rstrip() for _, _, lines in chat]
        assert [each.time.wall for each in found if each.time] == [
            at.replace(second=0, microsecond=0) for at, *_ in chat
        ]
        assert [each.direction is Direction.IN for each in found] == [name == "借貸小幫手" for _, name, _ in chat]

    comes_back()


@pytest.mark.parametrize("content", [TAIWAN, JAPAN])
def test_damage_never_makes_the_reading_fail(tmp_path: Path, content: str) -> None:
    survives_damage(tmp_path, content.encode(), line_text.read)


COMPUTERS = """2024.03.04 星期一
10:05 王小明 在嗎
10:06 Tony Chou 第一行
第二行
10:07 Tony Chou hello there
10:08 Tony Chou 圖片 abc
10:09 王小明 貼圖
10:09 王小明已收回訊息
2024.03.05 Tuesday
00:01 王小明 圖片
"""


def test_a_computers_export_has_no_heading_and_spaces_and_its_files_name_is_the_chats(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, COMPUTERS, "[LINE]王小明 (1).txt"), "line-text")
    assert [(each.kind.value, each.direction.value, each.text) for each in found] == [
        ("message", "in", "在嗎"),
        ("message", "out", "第一行\n第二行"),
        ("message", "out", "hello there"),
        ("message", "out", "圖片 abc"),
        ("message", "in", "貼圖"),
        ("note", "in", "王小明已收回訊息"),
        ("message", "in", "圖片"),
    ]
    assert {each.party for each in found} == {"王小明"}
    assert [each.time.wall for each in found if each.time][-1] == datetime(2024, 3, 5, 0, 1)


def test_a_computers_export_of_another_name_is_known_by_who_speaks_twice(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, COMPUTERS, "chat.txt"), "line-text")
    assert {each.agent_name or each.party for each in found if each.kind.value == "message"} == {"王小明", "Tony Chou"}
    diary = "2024.03.04 Monday\n10:05 woke up late\n11:00 had breakfast\n"
    assert format_of(source_of(tmp_path, diary, "diary.txt")) is None
