"""Tables of iMazing come in row for row, read by their headings."""

import csv
import io
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import Record, Unread
from evidence_app.intake.exports import imazing
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of, survives_damage

NEW = (
    "Chat Session,Message ID,Message Date,Delivered Date,Read Date,Edited Date,Deleted Date,Service,Type,Sender ID,"
    "Sender Name,Status,Replying to,Subject,Text,Reactions,Attachment,Attachment type"
)
OLD = (
    "Chat Session,Message Date,Delivered Date,Read Date,Edited Date,Service,Type,Sender ID,Sender Name,Status,"
    "Replying to,Subject,Text,Attachment,Attachment type"
)
WHATSAPP = (
    "Chat Session,Message Date,Sent Date,Type,Sender ID,Sender Name,Status,Forwarded,Replying to,Text,Reactions,"
    "Attachment,Attachment type,Attachment info"
)
CALLS = "Call type,Date,Duration,Number,Contact,Location,Service"


def table(heading: str, *rows: dict[str, str], delimiter: str = ",") -> str:
    out = io.StringIO()
    names = heading.split(",")
    writer = csv.DictWriter(out, names, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


def incoming(**cells: str) -> dict[str, str]:
    return {
        "Chat Session": "速融宝",
        "Message Date": "2023-10-21 09:05:00",
        "Type": "Incoming",
        "Sender ID": "+8610690000",
        "Sender Name": "速融宝",
        "Text": "您已逾期",
    } | {key.replace("_", " "): value for key, value in cells.items()}


@pytest.mark.parametrize("heading", [NEW, OLD, WHATSAPP])
def test_messages_are_read_by_their_headings(tmp_path: Path, heading: str) -> None:
    sent = {"Chat Session": "速融宝", "Message Date": "2023-10-21 09:06:00", "Type": "Outgoing", "Text": "我没有借"}
    first, second = records_of(source_of(tmp_path, table(heading, incoming(), sent)), "imazing")
    assert (first.direction, first.party, first.number, first.text) == (
        Direction.IN, "速融宝", "+8610690000", "您已逾期")  # fmt: skip
    assert first.time is not None
    assert (first.time.wall, first.time.offset_min) == (datetime(2023, 10, 21, 9, 5), None)
    assert (second.direction, second.party, second.number) == (Direction.OUT, "速融宝", "+8610690000")


def test_a_file_is_an_attachment_in_a_row_of_its_own(tmp_path: Path) -> None:
    rows = [incoming(Attachment="meme, final | v2.png", Text="", Message_ID="B"), incoming(Text="看", Message_ID="B")]
    first, second = records_of(source_of(tmp_path, table(NEW, *rows)))
    assert [each.name for each in first.attachments] == ["meme, final | v2.png"]
    assert (first.reference, second.reference, second.text) == ("B", "B", "看")


def test_line_breaks_stay_in_a_message(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, table(NEW, incoming(Text='line one\r\nline "two"'))))
    assert record.text == 'line one\nline "two"'


def test_failed_and_deleted_messages_say_so(tmp_path: Path) -> None:
    failed = incoming(Type="Outgoing", Status="Failed")
    deleted = incoming(Deleted_Date="2023-10-22 10:00:00")
    first, second = records_of(source_of(tmp_path, table(NEW, failed, deleted)))
    assert (first.outcome, first.warning) == (Outcome.FAILED, "message-failed")
    assert second.warning == "message-deleted"


def test_a_time_with_an_offset_keeps_it(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, table(OLD, incoming(Message_Date="2025-07-01T10:00:00.000Z"))))
    assert record.time is not None
    assert (record.time.wall, record.time.offset_min) == (datetime(2025, 7, 1, 10), 0)


def test_a_notification_is_a_note(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, table(WHATSAPP, incoming(Type="Notification", Text="encrypted"))))
    assert (record.kind, record.direction) == (EventKind.NOTE, Direction.NONE)


def test_a_row_without_a_time_is_told(tmp_path: Path) -> None:
    first, second = imazing.read_messages(
        source_of(tmp_path, table(OLD, incoming(Message_Date="sometime", Text="Bad date"), incoming()))
    )
    assert first == Unread("row:2", "record-incomplete", "Bad date")
    assert isinstance(second, Record)


def test_calls_have_their_direction_and_length(tmp_path: Path) -> None:
    rows = [
        dict(zip(CALLS.split(","), each, strict=True))
        for each in (
            ("Outgoing", "2024-01-01 12:00:00", "00:01:02", "+8695188", "Alipay", "中国", "Phone"),
            ("Incoming", "2024-01-01 13:00:00", "01:00:00", "95188", "", "", "Phone"),
            ("Missed", "2024-01-01 14:00:00", "", "", "", "", "Phone"),
            ("Outgoing", "2024-01-01 15:00:00", "00:00:00", "95188", "", "", "Phone"),
        )
    ]
    found = records_of(source_of(tmp_path, table(CALLS, *rows)), "imazing-calls")
    assert [(each.direction, each.duration_s, each.number, each.warning) for each in found] == [
        (Direction.OUT, 62, "+8695188", ""),
        (Direction.IN, 3600, "95188", ""),
        (Direction.MISSED, None, "", "number-hidden"),
        (Direction.OUT, 0, "95188", "call-unanswered"),
    ]


TEXTS = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=' ,;\n"'), min_size=1, max_size=40).map(
    lambda text: f"·{text}·"
)


@settings(max_examples=2000 if SOAK else 30)
@given(
    st.lists(
        st.tuples(TEXTS, st.datetimes(datetime(2007, 1, 1), datetime(2099, 1, 1)), st.booleans()),
        min_size=1,
        max_size=8,
    )
)
def test_what_is_written_comes_back(messages: list[tuple[str, datetime, bool]]) -> None:
    rows = [
        incoming(Text=text, Message_Date=f"{at:%Y-%m-%d %H:%M:%S}", Type="Incoming" if is_in else "Outgoing")
        for text, at, is_in in messages
    ]
    with tempfile.TemporaryDirectory() as folder:
        found = records_of(source_of(Path(folder), table(NEW, *rows)), "imazing")
    assert [(each.text, each.time and each.time.wall, each.direction is Direction.IN) for each in found] == [
        (text, at.replace(microsecond=0), is_in) for text, at, is_in in messages
    ]


@pytest.mark.parametrize("is_calls", [False, True])
def test_broken_tables_do_no_harm(tmp_path: Path, is_calls: bool) -> None:
    call = dict(zip(CALLS.split(","), ("Missed", "2024-01-01 12:00:00", "0", "95188", "", "", "Phone"), strict=True))
    made = table(CALLS, *[call] * 9) if is_calls else table(NEW, *[incoming(Text=f"第{n}条") for n in range(9)])
    survives_damage(tmp_path, made.encode(), imazing.read_calls if is_calls else imazing.read_messages)


def test_a_heading_on_every_page_is_no_record(tmp_path: Path) -> None:
    content = table(NEW, incoming(Text="一"))
    again = content + content.removeprefix("\ufeff")
    assert [each.text for each in records_of(source_of(tmp_path, again, "messages.csv"), "imazing")] == ["一", "一"]


@pytest.mark.parametrize("left", ["Missed,2024-01-02", "Missed,2024-01-02 12:00:00,0,951"])
def test_half_a_number_or_time_at_the_end_of_a_cut_table_is_no_other_one(tmp_path: Path, left: str) -> None:
    whole = table(
        CALLS,
        dict(zip(CALLS.split(","), ("Missed", "2024-01-01 12:00:00", "0", "95188", "", "", "Phone"), strict=True)),
    )
    found = list(reads_of(source_of(tmp_path, whole + left), "imazing-calls"))
    assert [each.reason if isinstance(each, Unread) else "" for each in found] == ["", "cut-off"]


def test_days_that_a_spreadsheet_turned_round_are_learned_from_all_of_them_or_asked(tmp_path: Path) -> None:
    rows = [incoming(**{"Message Date": f"{day}/2023 9:05"}) for day in ("10/2", "10/21")]
    first, _ = records_of(source_of(tmp_path, table(NEW, *rows)), "imazing")
    assert first.time is not None
    assert first.time.wall == datetime(2023, 10, 2, 9, 5)
    assert imazing.asks_of_messages(source_of(tmp_path, table(NEW, rows[0]))) == ("day-order",)
    assert imazing.asks_of_messages(source_of(tmp_path, table(NEW, rows[1]))) == ()


def test_a_number_that_a_spreadsheet_destroyed_is_told(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, table(NEW, incoming(**{"Sender ID": "8.6138E+12"}))), "imazing")
    assert record.warning == "id-damaged"
