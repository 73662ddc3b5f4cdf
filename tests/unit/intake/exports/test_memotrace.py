"""Tables that MemoTrace writes of WeChat chats: old and new headings, text that is XML, more cells than headings."""

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Hints
from evidence_app.intake.exports import memotrace
from tests.unit.intake.exports.written import SOAK, records_of, source_of, survives_damage

OLD = "localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender"
NEW = "消息ID,类型,发送人,时间,内容,备注,昵称,更多信息"
TRANSFER = (
    '<?xml version="1.0"?>\n<msg><appmsg><title><![CDATA[微信转账]]></title><des><![CDATA[收到转账3000.00元]]></des>'
    "<wcpayinfo><feedesc><![CDATA[￥3000.00]]></feedesc><pay_memo><![CDATA[手续费]]></pay_memo></wcpayinfo></appmsg></msg>"
)


def table(heading: str, *rows: tuple[object, ...]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return f"{heading}\r\n{written.getvalue()}"


CHAT = table(
    OLD,
    (
        1,
        7,
        1,
        0,
        0,
        1743926460,
        0,
        '您好，"恭喜"您\n额度已到账',
        "2025-04-06 16:01:00",
        "速融客服",
        "客服小李",
        "wxid_a1",
    ),
    (2, 7, 1, 0, 1, 1743926520, 2, "我没有申请过", "2025-04-06 16:02:00", "我", "小明", "wxid_me", "多", "出来"),
    (3, 7, 49, 2000, 0, 1743926580, 0, TRANSFER, "2025-04-06 16:03:00", "速融客服", "客服小李", "wxid_a1"),
    (4, 7, 10000, 0, 0, 1743926640, 0, "对方撤回了一条消息", "2025-04-06 16:04:00", "速融客服", "客服小李", "wxid_a1"),
    (
        5,
        7,
        50,
        0,
        0,
        1743926700,
        0,
        "<voipmsg><msg><![CDATA[通话时长 05:32]]></msg></voipmsg>",
        "x",
        "速融客服",
        "",
        "",
    ),
)


def test_the_old_table_says_which_way_and_when_in_utc(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, CHAT, "速融客服_utf8.csv"), "memotrace")
    assert [each.place for each in found] == ["row:2", "row:3", "row:4", "row:5", "row:6"]
    assert [each.direction.value for each in found] == ["in", "out", "in", "in", "in"]
    assert found[0].text == '您好，"恭喜"您\n额度已到账'
    assert {each.party for each in found} == {"速融客服"}
    assert found[0].number == "wxid_a1"
    time = found[0].time
    assert time is not None
    assert (time.wall, time.offset_min) == (datetime(2025, 4, 6, 8, 1), 0)  # 1743926460 s: `date -u -d @…`


def test_text_that_is_xml_is_shown_in_its_words(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, CHAT))
    assert found[2].text == "[链接] 微信转账\n收到转账3000.00元\n￥3000.00\n手续费"


def test_text_that_somebody_typed_as_xml_stays_as_it_is_and_a_voice_is_named(tmp_path: Path) -> None:
    rows = [(1, 7, 1, 0, 0, 1743926460, 0, "<msg>假的</msg>", ""), (2, 7, 34, 0, 0, 1743926460, 0, "", "")]
    assert [each.text for each in records_of(source_of(tmp_path, table(OLD, *rows)))] == ["<msg>假的</msg>", "[语音]"]


def test_what_the_program_says_is_no_message_and_a_call_is_a_call(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, CHAT))
    assert found[3].kind is EventKind.NOTE
    assert (found[4].kind, found[4].duration_s) == (EventKind.CALL, 332)


def test_a_chat_of_two_has_fewer_cells_than_headings(tmp_path: Path) -> None:
    content = table(OLD, (1, 7, 1, 0, 0, 1743926460, 0, "在吗", "2025-04-06 16:01:00"))
    (found,) = records_of(source_of(tmp_path, content, "速融客服_utf8.csv"), "memotrace")
    assert (found.party, found.direction) == ("速融客服", Direction.IN)


def test_in_a_group_the_speaker_is_named_beside_the_group(tmp_path: Path) -> None:
    content = table(
        OLD,
        (1, 7, 1, 0, 0, 1743926460, 0, "还钱", "2025-04-06 16:01:00", "催收工号80231", "x", "wxid_a1"),
        (2, 7, 1, 0, 0, 1743926461, 0, "别理他", "2025-04-06 16:01:01", "", "路人", "wxid_b2"),
    )
    found = records_of(source_of(tmp_path, content, "维权群_utf8.csv"), "memotrace")
    assert [(each.party, each.agent_name, each.agent_id) for each in found] == [
        ("维权群", "催收工号80231", "80231"),
        ("维权群", "路人", ""),
    ]


MODERN = table(
    NEW,
    ("8123", "文本", "小红", "2024-02-01 10:00:00", "在吗", "小红", "小红", "more"),
    ("8124", "文本", "阿明", "2024-02-01 10:01:00", "在", "阿明", "阿明", "more"),
    ("8125", "系统消息", "小红", "2024-02-01 10:02", "以上是打招呼的内容", "小红", "小红", "more"),
)


def test_under_the_new_headings_the_file_is_named_after_the_other_side(tmp_path: Path) -> None:
    source = source_of(tmp_path, MODERN, "小红.csv")
    found = records_of(source, "memotrace")
    assert [(each.kind.value, each.direction.value, each.party) for each in found] == [
        ("message", "in", "小红"),
        ("message", "out", "小红"),
        ("note", "", "小红"),
    ]
    assert found[0].time is not None
    assert (found[0].time.wall, found[0].time.offset_min) == (datetime(2024, 2, 1, 10), None)
    assert memotrace.asks(source) == ()


def test_a_renamed_file_leaves_the_direction_open_until_somebody_says_who_they_are(tmp_path: Path) -> None:
    source = source_of(tmp_path, MODERN, "导出.csv")
    assert [each.direction.value for each in records_of(source)] == ["", "", ""]
    assert memotrace.asks(source) == ("owner",)
    told = source_of(tmp_path, MODERN, "导出.csv", hints=Hints(owner="阿明"))
    assert [each.direction.value for each in records_of(told)] == ["in", "out", ""]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_encodings_do_not_matter(tmp_path: Path, encoding: str) -> None:
    assert len(records_of(source_of(tmp_path, CHAT, encoding=encoding), "memotrace")) == 5


def test_a_lost_quotation_mark_costs_no_other_row(tmp_path: Path) -> None:
    content = CHAT.replace('到账"', "到账", 1)
    found = records_of(source_of(tmp_path, content))
    assert [each.text for each in found][1:2] == ["我没有申请过"]
    assert len(found) == 5


def test_a_table_cut_in_the_middle_keeps_what_came_before(tmp_path: Path) -> None:
    content = CHAT[: CHAT.index("<wcpayinfo")]
    assert len(records_of(source_of(tmp_path, content))) == 3


def test_a_message_longer_than_a_text_may_be_is_one_record_and_cut(tmp_path: Path) -> None:
    content = table(OLD, (1, 7, 1, 0, 0, 1743926460, 0, "还钱\n" * 400_000, "2025-04-06 16:01:00"))
    (found,) = records_of(source_of(tmp_path, content))
    assert (len(found.text), found.warning) == (10**6, "text-cut")


def test_a_row_without_end_is_one_record(tmp_path: Path) -> None:
    content = f'{OLD}\n1,7,1,0,0,1743926460,0,"' + "x" * 17 * 2**20
    (found,) = records_of(source_of(tmp_path, content))
    assert (len(found.text), found.warning) == (10**6, "text-cut")


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30) | st.just(
    "多\n行，\n\n1,2,3\n的"
)
ROWS = st.lists(st.tuples(st.booleans(), st.integers(10**9, 2 * 10**9), TEXTS), min_size=1, max_size=8)


def test_every_table_comes_back_row_for_row(tmp_path: Path) -> None:
    @settings(max_examples=2000 if SOAK else 40, database=None, suppress_health_check=list(HealthCheck))
    @given(ROWS)
    def comes_back(rows: list[tuple[bool, int, str]]) -> None:
        content = table(
            OLD, *[(n, 7, 1, 0, int(m), at, 2, text, "", "客", "", "") for n, (m, at, text) in enumerate(rows)]
        )
        found = records_of(source_of(tmp_path, content), "memotrace")
        assert [(each.direction is Direction.OUT, each.text) for each in found] == [(m, text) for m, _, text in rows]
        assert [
            (each.time.wall - datetime(1970, 1, 1)).total_seconds() for each in found if each.time and each.time.wall
        ] == [at for _, at, _ in rows]

    comes_back()


@pytest.mark.parametrize("content", [CHAT, MODERN])
def test_damage_never_makes_the_reading_fail(tmp_path: Path, content: str) -> None:
    survives_damage(tmp_path, content.encode(), memotrace.read, "小红.csv")


def test_the_one_who_speaks_beside_the_owner_is_believed_before_the_name_of_the_file(tmp_path: Path) -> None:
    rows = [
        (11, "文本", "小贷催收", "2026-01-08 10:00:00", "今天必须还", "小贷催收", "XD", ""),
        (12, "文本", "阿兰", "2026-01-08 10:01:00", "请出示合同", "阿兰", "AL", ""),
    ]
    source = source_of(tmp_path, table(NEW, *rows), "聊天记录(2).csv", hints=Hints(owner="阿兰"))
    found = [(each.party, each.direction) for each in records_of(source, "memotrace")]
    assert found == [("小贷催收", Direction.IN), ("小贷催收", Direction.OUT)]
    group = table(NEW, *rows, (13, "文本", "阿明", "2026-01-08 10:02:00", "我也是", "阿明", "AM", ""))
    source = source_of(tmp_path, group, "维权群.csv", hints=Hints(owner="阿兰"))
    assert {each.party for each in records_of(source, "memotrace")} == {"维权群"}


@pytest.mark.parametrize("number", ["8123", "8124"])
def test_a_row_whose_number_is_damaged_is_read(tmp_path: Path, number: str) -> None:
    content = MODERN.replace(number, f"?{number}", 1)
    assert [each.text for each in records_of(source_of(tmp_path, content))][:2] == ["在吗", "在"]


def test_a_heading_on_every_page_is_no_message(tmp_path: Path) -> None:
    assert len(records_of(source_of(tmp_path, MODERN * 2), "memotrace")) == 6


def test_a_line_longer_than_tables_have_cells_belongs_to_what_was_said(tmp_path: Path) -> None:
    long = "x" * 200_000 + ",,,,,,,,,,"
    first = records_of(source_of(tmp_path, MODERN.replace("在吗", f'"在吗\n{long}"')))[0]
    assert first.text == f"在吗\n{long}"
