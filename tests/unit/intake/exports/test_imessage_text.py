"""Texts of imessage-exporter come in message for message, replies once."""

import tempfile
from datetime import datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Hints, Record, Unread
from evidence_app.intake.exports import imessage_text
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of, survives_damage

CHAT = """May 17, 2022  5:29:42 PM (Read by you after 1 hour, 49 seconds)
+8613800138000
您的借款已逾期3天

请尽快还款

May 17, 2022 12:05:01 PM
Me
我没有借过
attachments/7/IMG_0001.heic
Tapbacks:
Disliked by +8613800138000
    May 18, 2022  9:00:00 AM
    +8613800138000
    合同在这里
    /Users/li/Library/Messages/合同.pdf


May 18, 2022  9:00:00 AM
+8613800138000
合同在这里
/Users/li/Library/Messages/合同.pdf
This message responded to an earlier message.

May 18, 2022 10:00:00 AM You named the conversation 速融宝

"""


def test_each_message_has_its_time_side_and_words(tmp_path: Path) -> None:
    first, second, third, note = records_of(source_of(tmp_path, CHAT), "imessage-text")
    assert (first.direction, first.party, first.number) == (Direction.IN, "", "+8613800138000")
    assert first.text == "您的借款已逾期3天\n\n请尽快还款"
    assert first.time is not None
    assert (first.time.wall, first.time.offset_min) == (datetime(2022, 5, 17, 17, 29, 42), None)
    assert (second.direction, second.number) == (Direction.OUT, "+8613800138000")
    assert second.time is not None
    assert second.time.wall == datetime(2022, 5, 17, 12, 5, 1)
    assert (note.kind, note.text) == (EventKind.NOTE, "You named the conversation 速融宝")
    assert [each.place for each in (first, second, third, note)] == ["line:1", "line:7", "line:19", "line:25"]


def test_a_reply_is_read_once_where_it_belongs_in_time(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, CHAT))
    assert [each.text.count("合同在这里") for each in found] == [0, 0, 1, 0]
    assert "Disliked by +8613800138000" in found[1].text


def test_a_reply_that_stands_only_below_what_it_answers_is_read_there(tmp_path: Path) -> None:
    first, reply = records_of(
        source_of(
            tmp_path, "May 17, 2022  5:29:42 PM\nMe\nwhy?\n    May 18, 2022  9:00:00 AM\n    Ann\n    because\n\n\n"
        )
    )
    assert (first.text, reply.text, reply.party, reply.place) == ("why?", "because", "Ann", "line:4")


def test_paths_are_attachments(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, CHAT))
    assert [each.name for record in found for each in record.attachments] == ["IMG_0001.heic", "合同.pdf"]


def test_words_that_look_like_a_time_stay_words(tmp_path: Path) -> None:
    content = "May 17, 2022  5:29:42 PM\nAnn\nMay 17, 2022  5:29:42 PM Hello\nEdited 3 seconds later: Hello!\n\n"
    (record,) = records_of(source_of(tmp_path, content))
    assert record.text == "May 17, 2022  5:29:42 PM Hello\nEdited 3 seconds later: Hello!"


def test_a_deleted_message_is_said_to_be(tmp_path: Path) -> None:
    content = "May 17, 2022  5:29:42 PM\nAnn\nThis message was deleted from the conversation!\n还钱\n\n"
    (record,) = records_of(source_of(tmp_path, content))
    assert record.warning == "message-deleted"
    assert record.text.endswith("还钱")


def test_another_name_for_the_complainant_is_taken_from_a_person(tmp_path: Path) -> None:
    content = "May 17, 2022  5:29:42 PM\nLi Lei\n好\n\nMay 17, 2022  5:30:42 PM\nAnn\n不\n\n"
    first, second = records_of(source_of(tmp_path, content, hints=Hints(owner="Li Lei")))
    assert (first.direction, first.party, second.direction) == (Direction.OUT, "Ann", Direction.IN)


def test_a_chat_in_which_nobody_answered_is_with_whom_its_file_is_named_after(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, "May 17, 2022  5:29:42 PM\nMe\n在吗\n\n", "+8610690000.txt"))
    assert (record.direction, record.number) == (Direction.OUT, "+8610690000")


def test_a_day_that_no_calendar_has_is_told(tmp_path: Path) -> None:
    content = "May 17, 2022  5:29:42 PM\nAnn\nfirst\n\nFeb 31, 2022  5:29:42 PM\nAnn\nsecond\n\n"
    first, second = imessage_text.read(source_of(tmp_path, content))
    assert isinstance(first, Record)
    assert second == Unread("line:5", "record-incomplete", "second")


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=30).map(
    lambda text: "·" + text
)


@settings(max_examples=2000 if SOAK else 30)
@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime(1999, 1, 1), datetime(2099, 1, 1)),
            st.sampled_from(["Me", "Ann", "+8613800138000"]),
            st.lists(LINES, min_size=1, max_size=4),
        ),
        min_size=1,
    )
)
def test_what_is_written_comes_back(messages: list[tuple[datetime, str, list[str]]]) -> None:
    written = "".join(
        f"{at:%b %d, %Y} {int(at.strftime('%I')):2}:{at:%M:%S %p}\n{who}\n" + "\n".join(lines) + "\n\n"
        for at, who, lines in messages
    )
    with tempfile.TemporaryDirectory() as folder:
        found = records_of(source_of(Path(folder), written), "imessage-text")
    assert [(each.time and each.time.wall, each.direction is Direction.OUT, each.text) for each in found] == [
        (at.replace(microsecond=0), who == "Me", "\n".join(lines)) for at, who, lines in messages
    ]


def test_broken_texts_do_no_harm(tmp_path: Path) -> None:
    survives_damage(tmp_path, (CHAT * 3).encode(), imessage_text.read)


def test_a_message_cut_in_its_first_line_is_told(tmp_path: Path) -> None:
    cut = CHAT + "May 19, 2022  5:29:42 PM (Read by you af"
    found = list(reads_of(source_of(tmp_path, cut)))
    assert isinstance(found[-1], Unread)
