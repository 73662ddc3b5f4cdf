"""WhatsApp's exports: the dates, clocks, spaces and words of many languages."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Hints, Record, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports import whatsapp
from evidence_app.intake.exports.whatsapp_words import title_in
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of, survives_damage

IPHONE = (
    "\ufeff[13/07/2024, 1:38:12\u202fPM] Swift Loan: \u200eMessages and calls are end-to-end encrypted. Only people in "
    "this chat can read, listen to, or share them.\r\n"
    "[13/07/2024, 1:38:12\u202fPM] Swift Loan: Pay today\r\nor else: we visit\r\n\r\n10:30 sharp\r\n"
    "\u200e[13/07/2024, 1:39:00\u202fPM] Chan: \u200e<attached: 00000042-PHOTO-2024-07-13-13-39-00.jpg>\r\n"
    "[14/07/2024, 12:05:00\u202fAM] Swift Loan: \u200eMissed voice call, \u200eTap to call back\r\n"
    "[14/07/2024, 12:06:00\u202fAM] Swift Loan: \u200eVoice call, \u200e3 min\r\n"
    "[14/07/2024, 12:07:00\u202fAM] Swift Loan: \u200eSwift Loan changed their phone number to a new number.\r\n"
)
ANDROID = """2025/12/22 12:34 - 消息和通话已进行端到端加密。只有此聊天中的成员可以读取、收听或分享它们。
2025/12/22 12:35 - 速融客服工号80231: 请今天还款
否则上门
2025/12/22 12:36 - 阿明: <省略影音内容>
2025/12/22 12:37 - 阿明: IMG-20251222-WA0001.jpg (文件附件)
合同截图
2025/12/22 12:38 - 速融客服工号80231将消息定时功能更改了
"""


def test_an_iphones_chat_is_named_by_its_notice_and_so_has_two_sides(tmp_path: Path) -> None:
    source = source_of(tmp_path, IPHONE, "_chat.txt")
    found = records_of(source, "whatsapp")
    assert [each.kind.value for each in found] == ["message", "message", "call", "call", "note"]
    assert [each.direction.value for each in found] == ["in", "out", "missed", "in", ""]
    assert {each.party for each in found} == {"Swift Loan"}
    assert found[0].text == "Pay today\nor else: we visit\n\n10:30 sharp"
    assert found[1].attachments == (Attachment("00000042-PHOTO-2024-07-13-13-39-00.jpg"),)
    assert found[3].duration_s == 180
    assert whatsapp.asks(source) == ()


def test_a_clock_of_twelve_hours_is_read_around_noon_and_midnight(tmp_path: Path) -> None:
    times = [each.time for each in records_of(source_of(tmp_path, IPHONE)) if each.time]
    assert [each.wall for each in times][:3] == [
        datetime(2024, 7, 13, 13, 38, 12),
        datetime(2024, 7, 13, 13, 39),
        datetime(2024, 7, 14, 0, 5),
    ]
    assert {(each.offset_min, each.precision) for each in times} == {(None, Precision.SECOND)}


def test_androids_chat_is_named_by_its_file(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, ANDROID, "与速融客服工号80231的 WhatsApp 聊天.txt"), "whatsapp")
    assert [(each.kind.value, each.direction.value) for each in found] == [
        ("message", "in"),
        ("message", "out"),
        ("message", "out"),
        ("note", ""),
    ]
    assert (found[0].text, found[0].agent_id) == ("请今天还款\n否则上门", "80231")
    assert found[2].attachments == (Attachment("IMG-20251222-WA0001.jpg"),)
    assert found[2].text == "IMG-20251222-WA0001.jpg (文件附件)\n合同截图"


@pytest.mark.parametrize(
    ("beginning", "wall"),
    [
        ("[10/7/2024 下午1:38:12] A: x\n[13/7/2024 上午12:00:00] A: x", datetime(2024, 7, 10, 13, 38, 12)),
        ("[10/7/2024, 下午1:38:12] A: x\n[13/7/2024, 上午12:00:00] A: x", datetime(2024, 7, 10, 13, 38, 12)),
        ("[2024/7/10 下午1:38:12] A: x", datetime(2024, 7, 10, 13, 38, 12)),
        ("[2024年7月10日 13:38:12] A: x", datetime(2024, 7, 10, 13, 38, 12)),
        ("2024/7/10 下午1:38 - A: x", datetime(2024, 7, 10, 13, 38)),
        ("10/7/2024 1:38 下午 - A: x\n13/7/2024 1:38 下午 - A: x", datetime(2024, 7, 10, 13, 38)),
        ("7/10/24, 1:38\u202fPM - A: x\n7/13/24, 1:38\u202fPM - A: x", datetime(2024, 7, 10, 13, 38)),
        ("7/10/24, 1:38\u2009PM - A: x\n7/13/24, 1:38\u2009PM - A: x", datetime(2024, 7, 10, 13, 38)),
        ("10.07.24, 13:38 - A: x", datetime(2024, 7, 10, 13, 38)),
        ("[10.07.24, 13:38:12] A: x", datetime(2024, 7, 10, 13, 38, 12)),
        ("10-07-2024 13:38 - A: x", datetime(2024, 7, 10, 13, 38)),
        ("2024-07-10, 1:38 p.m. - A: x", datetime(2024, 7, 10, 13, 38)),
        ("13/7/2024, 1:38 p. m. - A: x", datetime(2024, 7, 13, 13, 38)),
        ("[2024. 7. 10. 오후 1:38:12] A: x", datetime(2024, 7, 10, 13, 38, 12)),
        ("2024/07/10 午後1:38 - A: x", datetime(2024, 7, 10, 13, 38)),
        ("[10/07/2567, 13:38:12] A: x\n[13/07/2567, 13:38:12] A: x", datetime(2024, 7, 10, 13, 38, 12)),
        ("\u200e[13/7/24, 13.38.12] A: x", datetime(2024, 7, 13, 13, 38, 12)),
    ],
)
def test_the_clocks_and_dates_of_every_region_are_read(tmp_path: Path, beginning: str, wall: datetime) -> None:
    first = records_of(source_of(tmp_path, beginning), "whatsapp")[0]
    assert first.time is not None
    assert (first.time.wall, first.warning) == (wall, "")


def days(source_text: str, tmp_path: Path, hints: Hints | None = None) -> tuple[list[int], tuple[str, ...], set[str]]:
    source = source_of(tmp_path, source_text, hints=hints)
    found = records_of(source, "whatsapp")
    asked = tuple(each for each in whatsapp.asks(source) if each == "day-order")
    return (
        [each.time.wall.month for each in found if each.time and each.time.wall],
        asked,
        {each.warning for each in found},
    )


def test_one_day_after_the_twelfth_tells_the_order_of_all(tmp_path: Path) -> None:
    assert days("[3/4/24, 9:00:00] A: x\n[25/4/24, 9:00:00] A: x", tmp_path) == ([4, 4], (), {""})
    assert days("[3/4/24, 9:00:00] A: x\n[3/25/24, 9:00:00] A: x", tmp_path) == ([3, 3], (), {""})


def test_a_chat_does_not_go_back_in_time_and_so_tells_the_order(tmp_path: Path) -> None:
    assert days("[11/1/24, 9:00:00] A: x\n[2/2/24, 9:00:00] A: x", tmp_path) == ([1, 2], (), {""})


def test_an_order_that_nothing_tells_is_asked_and_marked(tmp_path: Path) -> None:
    content = "[3/4/24, 9:00:00] A: x\n[5/5/24, 9:00:00] A: x"
    assert days(content, tmp_path) == ([3, 5], ("day-order",), {"day-order-assumed", ""})
    assert days(content, tmp_path, Hints(day_first=True)) == ([4, 5], (), {""})
    assert days(content, tmp_path, Hints(day_first=False)) == ([3, 5], (), {""})


def test_a_day_that_is_the_same_either_way_needs_no_asking(tmp_path: Path) -> None:
    assert days("[5/5/24, 9:00:00] A: x", tmp_path) == ([5], (), {""})


def test_a_group_leaves_open_who_the_complainant_is(tmp_path: Path) -> None:
    content = "12/31/24, 9:00 AM - A: x\n12/31/24, 9:01 AM - B: y\n12/31/24, 9:02 AM - C: z\n"
    source = source_of(tmp_path, content, "WhatsApp Chat with Borrowers.txt")
    assert [(each.party, each.agent_name, each.direction) for each in records_of(source)] == [
        ("Borrowers", name, Direction.NONE) for name in "ABC"
    ]
    assert whatsapp.asks(source) == ("owner",)
    told = source_of(tmp_path, content, "WhatsApp Chat with Borrowers.txt", hints=Hints(owner="B"))
    assert [each.direction.value for each in records_of(told)] == ["in", "out", "in"]


def test_who_deleted_a_message_made_the_export(tmp_path: Path) -> None:
    content = "12/31/24, 9:00 AM - A: You deleted this message\n12/31/24, 9:01 AM - B: y\n"
    assert [each.direction.value for each in records_of(source_of(tmp_path, content))] == ["out", "in"]


def test_a_number_for_a_name_is_a_number(tmp_path: Path) -> None:
    content = "12/31/24, 9:00 AM - \u202a+852 9123 4567\u202c: pay\n12/31/24, 9:01 AM - Chan: no\n"
    source = source_of(tmp_path, content, "WhatsApp Chat with +852 9123 4567.txt")
    assert [(each.party, each.number, each.direction.value) for each in records_of(source)] == [
        ("", "+852 9123 4567", "in"),
        ("", "+852 9123 4567", "out"),
    ]


def test_two_names_and_no_title_leave_the_direction_open(tmp_path: Path) -> None:
    content = "12/31/24, 9:00 AM - A: x\n12/31/24, 9:01 AM - B: y\n"
    assert [(each.party, each.direction.value) for each in records_of(source_of(tmp_path, content, "_chat.txt"))] == [
        ("A", ""),
        ("B", ""),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "WhatsApp Chat with Swift Loan.txt",
        "WhatsApp Chat - Swift Loan.zip/_chat.txt",
        "与Swift Loan的 WhatsApp 聊天.txt",
        "與Swift Loan的 WhatsApp 對話.txt",
        "「與Swift Loan的 WhatsApp 對話」.txt",
        "WhatsApp 對話 - Swift Loan (1).txt",
        "folder\\WhatsApp Chat mit Swift Loan.txt",
    ],
)
def test_the_name_of_the_file_or_of_its_archive_names_the_chat(name: str) -> None:
    assert title_in(name) == "Swift Loan"


@pytest.mark.parametrize("name", ["_chat.txt", "WhatsApp.txt", "chat.zip"])
def test_other_names_name_nobody(name: str) -> None:
    assert title_in(name) == ""


def test_notices_are_no_messages(tmp_path: Path) -> None:
    content = (
        "12/31/24, 9:00 AM - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
        '12/31/24, 9:01 AM - A created group "B: the plan"\n'
        "12/31/24, 9:02 AM - You're now an admin\n"
        "12/31/24, 9:03 AM - A: hello\n"
    )
    assert [each.kind.value for each in records_of(source_of(tmp_path, content))] == ["note", "note", "message"]


def test_a_missed_call_without_a_name_is_a_missed_call(tmp_path: Path) -> None:
    content = "12/31/24, 9:00 AM - A: hello\n12/31/24, 9:03 AM - Missed voice call\n"
    call = records_of(source_of(tmp_path, content, "WhatsApp Chat with A.txt"))[1]
    assert (call.kind, call.direction, call.party) == (EventKind.CALL, Direction.MISSED, "A")


def test_a_day_that_no_calendar_has_keeps_its_words_without_a_time(tmp_path: Path) -> None:
    (found,) = records_of(source_of(tmp_path, "[31/02/2024, 9:00:00] A: x"))
    assert (found.time, found.text, found.warning) == (None, "x", "time-unreadable")


def test_words_before_the_first_message_are_told(tmp_path: Path) -> None:
    found = list(reads_of(source_of(tmp_path, "tail of a message\n[2024/7/10 13:38:12] A: x")))
    assert [type(each) for each in found] == [Unread, Record]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_encodings_do_not_matter(tmp_path: Path, encoding: str) -> None:
    assert len(records_of(source_of(tmp_path, ANDROID, encoding=encoding), "whatsapp")) == 4


def test_a_character_of_apples_own_makes_no_other_encoding(tmp_path: Path) -> None:
    assert records_of(source_of(tmp_path, ANDROID.replace("请今天", "\uf8ff请今天")))[0].text.startswith("\uf8ff请")


def test_a_message_longer_than_a_text_may_be_is_one_record_and_cut(tmp_path: Path) -> None:
    content = ANDROID.replace("否则上门", "还钱\u2028\u202e\n" * 300_000)
    first = records_of(source_of(tmp_path, content))[0]
    assert (len(first.text), first.warning) == (10**6, "text-cut")


LINES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cf")), min_size=1, max_size=30).map(
    str.strip
)
TEXTS = st.lists(LINES.filter(lambda line: line and line[0] not in "[0123456789<"), min_size=1, max_size=3)
CHAT = st.lists(
    st.tuples(st.datetimes(datetime(2010, 1, 1), datetime(2099, 1, 1)), st.sampled_from("AB"), TEXTS),
    min_size=1,
    max_size=8,
)
LAYOUTS = {
    "iphone": lambda at: f"[{at:%d/%m/%Y}, {at.hour % 12 or 12}:{at:%M:%S}\u202f{'AM' if at.hour < 12 else 'PM'}] ",
    "hong kong": lambda at: (
        f"[{at.day}/{at.month}/{at.year} {'上午' if at.hour < 12 else '下午'}{at.hour % 12 or 12}:{at:%M:%S}] "
    ),
    "mainland": lambda at: f"{at:%Y/%m/%d %H:%M} - ",
    "german": lambda at: f"{at:%d.%m.%y, %H:%M} - ",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_chat_comes_back_message_for_message(tmp_path: Path, layout: str) -> None:
    @settings(max_examples=500 if SOAK else 30, database=None, suppress_health_check=list(HealthCheck))
    @given(CHAT)
    def comes_back(chat: list[tuple[datetime, str, list[str]]]) -> None:
        chat = sorted(chat, key=lambda each: each[0])
        content = "".join(f"{LAYOUTS[layout](at)}{name}: " + "\n".join(lines) + "\n" for at, name, lines in chat)
        source = source_of(tmp_path, content, "WhatsApp Chat with A.txt", hints=Hints(day_first=True))
        found = records_of(source, "whatsapp")
        assert [each.text for each in found] == ["\n".join(lines) for _, _, lines in chat]
        exact = layout in ("iphone", "hong kong")
        assert [each.time.wall for each in found if each.time] == [
            at.replace(microsecond=0) if exact else at.replace(second=0, microsecond=0) for at, _, _ in chat
        ]
        assert all(each.kind is EventKind.MESSAGE for each in found)

    comes_back()


@pytest.mark.parametrize("content", [IPHONE, ANDROID])
def test_damage_never_makes_the_reading_fail(tmp_path: Path, content: str) -> None:
    survives_damage(tmp_path, content.encode(), whatsapp.read)
