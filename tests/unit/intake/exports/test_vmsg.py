"""Messages as vMessage come in from each dialect that phones write."""

import quopri
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import Record, Unread
from evidence_app.intake.exports import vmsg
from tests.unit.intake.exports.written import SOAK, records_of, source_of, survives_damage


def android(text: str, *, date: str = "2016/04/06 09:13:21", box: str = "INBOX", tel: str = "10690000") -> str:
    """Return a message as Qualcomm's and MediaTek's backup apps write it: soft breaks after 69 characters."""
    octets = "".join(f"={byte:02X}" for byte in text.encode())
    broken = "".join(
        octets[at : at + 69] + ("=\r\n" if len(octets) - at >= 69 else "") for at in range(0, len(octets), 69)
    )
    return (
        f"BEGIN:VMSG\nVERSION:1.1\nBEGIN:VCARD\nTEL:{tel}\nEND:VCARD\nBEGIN:VBODY\nX-BOX:{box}\nX-READ:READ\nX-SIMID:0\n"
        f"X-LOCKED:UNLOCKED\nX-TYPE:SMS\nDate:{date}\n"
        f"Subject;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:{broken}\nEND:VBODY\nEND:VMSG\n"
    )


NOKIA = """BEGIN:VMSG
VERSION:1.1
X-IRMC-STATUS:READ
X-IRMC-BOX:INBOX
X-NOK-DT:20091022T064825Z
X-MESSAGE-TYPE:DELIVER
BEGIN:VCARD
VERSION:3.0
N:
TEL:+8613800138000
END:VCARD
BEGIN:VENV
BEGIN:VBODY
Date:22.10.2009 06:48:25
您的借款已逾期
 Subject: 请还款: 95188

END:VBODY
END:VENV
END:VMSG
"""

NOKIA_SENT = """BEGIN:VMSG
VERSION:1.1
X-IRMC-BOX:SENT
X-MESSAGE-TYPE:SUBMIT
BEGIN:VCARD
VERSION:2.1
N:
TEL:
END:VCARD
BEGIN:VENV
BEGIN:VCARD
VERSION:2.1
N:Li;Lei
TEL:10010
END:VCARD
BEGIN:VENV
BEGIN:VBODY
Date:13-12-2009 12:12:26
退订
END:VBODY
END:VENV
END:VENV
END:VMSG
"""


def test_a_message_of_an_android_vendor_is_read(tmp_path: Path) -> None:
    text = "【速融宝】您的借款已逾期3天，请尽快还款，否则将上报征信。\n退订回T"
    (record,) = records_of(source_of(tmp_path, android(text)), "vmsg")
    assert (record.kind, record.direction, record.number, record.text) == (
        EventKind.MESSAGE, Direction.IN, "10690000", text)  # fmt: skip
    assert record.time is not None
    assert (record.time.wall, record.time.offset_min) == (datetime(2016, 4, 6, 9, 13, 21), None)
    assert record.place == "line:1"


@pytest.mark.parametrize("between", ["END:VMSG\x9aBEGIN:VMSG\n", "", "END:VMSG\n"])
def test_two_messages_between_which_the_border_is_damaged_stay_two(tmp_path: Path, between: str) -> None:
    second = android("第二条", date="2016/04/07 10:00:00", tel="95188")
    damaged = (android("第一条") + second).replace("END:VMSG\nBEGIN:VMSG\n", between)
    found = records_of(source_of(tmp_path, damaged), "vmsg")
    said = [(each.number, each.text, each.time and each.time.wall) for each in found]
    assert said == [
        ("10690000", "第一条", datetime(2016, 4, 6, 9, 13, 21)),
        ("95188", "第二条", datetime(2016, 4, 7, 10)),
    ]


@pytest.mark.parametrize("length", range(18, 30))
def test_a_soft_break_at_the_very_end_adds_nothing(tmp_path: Path, length: int) -> None:
    first, second = records_of(source_of(tmp_path, android("x" * length) + android("next")))
    assert (first.text, second.text) == ("x" * length, "next")


@pytest.mark.parametrize(
    ("box", "direction", "outcome", "warning"),
    [
        ("SENDBOX", Direction.OUT, Outcome.NONE, ""),
        ("SENTBOX", Direction.OUT, Outcome.NONE, ""),
        ("OUTBOX", Direction.OUT, Outcome.PENDING, "message-unsent"),
        ("DRAFT", Direction.OUT, Outcome.PENDING, "message-draft"),
    ],
)
def test_each_box_has_its_direction(
    tmp_path: Path, box: str, direction: Direction, outcome: Outcome, warning: str
) -> None:
    (record,) = records_of(source_of(tmp_path, android("好", box=box)))
    assert (record.direction, record.outcome, record.warning) == (direction, outcome, warning)


def test_plain_lines_of_a_body_are_kept_as_they_are(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, NOKIA.encode("utf-16")))
    assert record.text == "您的借款已逾期\n Subject: 请还款: 95188"
    assert record.time is not None
    assert record.time.wall == datetime(2009, 10, 22, 6, 48, 25)


def test_a_sent_message_names_who_got_it(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, NOKIA_SENT))
    assert (record.direction, record.party, record.number, record.text) == (Direction.OUT, "Li Lei", "10010", "退订")


def test_dotted_dates_and_names_in_quoted_printable_are_read(tmp_path: Path) -> None:
    name = quopri.encodestring("催收专员".encode("gbk")).decode()
    content = (
        "BEGIN:VMSG\r\nVERSION:1.1\r\nBEGIN:VCARD\r\nVERSION:2.1\r\n"
        f"FN;CHARSET=gb2312;ENCODING=QUOTED-PRINTABLE:{name}\r\nTEL;CELL; HOME; VOICE:89762772080\r\nEND:VCARD\r\n\r\n"
        "BEGIN:VENV\r\nBEGIN:VBODY\r\nX-IRMC-BOX:INBOX\r\nDate:2013.4.3.23.5.9\r\n"
        "TEXT;ENCODING=QUOTED-PRINTABLE:Good night. :)\r\nEND:VBODY\r\nEND:VENV\r\nEND:VMSG\r\n"
    )
    (record,) = records_of(source_of(tmp_path, content))
    assert (record.party, record.number, record.text) == ("催收专员", "89762772080", "Good night. :)")
    assert record.time is not None
    assert record.time.wall == datetime(2013, 4, 3, 23, 5, 9)


def test_gb2312_that_is_gb18030_is_read(tmp_path: Path) -> None:
    text = quopri.encodestring("㐂逾期".encode("gb18030")).decode()
    content = android("x").replace("=78", text).replace("UTF-8", "GB2312")
    (record,) = records_of(source_of(tmp_path, content))
    assert record.text == "㐂逾期"


def test_a_text_in_base64_is_read(tmp_path: Path) -> None:
    content = (
        "BEGIN:VMSG\r\nX-MESSAGE-TYPE:SMS\r\nX-IRMC-BOX:INBOX\r\nX-SS-DT:20100709T155811Z\r\nBEGIN:VBODY\r\n"
        "X-BODY-SUBJECT:hekseh\r\nX-BODY-CONTENTS;ENCODING=BASE64:aGVsbG93b3JsZA==\r\nEND:VBODY\r\n"
        "BEGIN:VCARD\r\nVERSION:2.1\r\nTEL:01736510664\r\nEND:VCARD\r\nEND:VMSG\r\n"
    )
    (record,) = records_of(source_of(tmp_path, content))
    assert (record.text, record.number) == ("hekseh\nhelloworld", "01736510664")
    assert record.time is not None
    assert record.time.offset_min == 0


def test_blanks_behind_a_soft_break_are_none_of_the_text(tmp_path: Path) -> None:
    padded = "".join(f"{line} \n" for line in android("您的借款已逾期，请尽快处理。").splitlines())
    (record,) = records_of(source_of(tmp_path, padded), "vmsg")
    assert (record.number, record.text.rstrip()) == ("10690000", "您的借款已逾期，请尽快处理。")


def test_a_message_without_an_end_is_told_and_the_next_one_stands(tmp_path: Path) -> None:
    first, second = vmsg.read(source_of(tmp_path, android("one").replace("END:VMSG\n", "") + android("two")))
    assert first == Unread("line:1", "record-damaged", "one")
    assert isinstance(second, Record)
    assert second.text == "two"


def test_a_file_cut_in_the_middle_says_so(tmp_path: Path) -> None:
    first, second = vmsg.read(source_of(tmp_path, (android("one") + android("two"))[:-20]))
    assert isinstance(first, Record)
    assert isinstance(second, Unread)
    assert (second.reason, second.words) == ("cut-off", "two")


def test_a_message_without_a_time_is_told_with_its_words(tmp_path: Path) -> None:
    (unread,) = vmsg.read(source_of(tmp_path, android("when?", date="someday")))
    assert unread == Unread("line:1", "record-incomplete", "when?")


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=80)


@settings(max_examples=2000 if SOAK else 30)
@given(st.lists(st.tuples(TEXTS, st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)), st.booleans())))
def test_what_is_written_comes_back(messages: list[tuple[str, datetime, bool]]) -> None:
    written = "".join(
        android(text, date=f"{at:%Y/%m/%d %H:%M:%S}", box="INBOX" if is_in else "SENDBOX")
        for text, at, is_in in messages
    )
    with tempfile.TemporaryDirectory() as folder:
        found = list(vmsg.read(source_of(Path(folder), written)))
    assert [
        (each.text, each.time and each.time.wall, each.direction is Direction.IN)
        for each in found
        if isinstance(each, Record)
    ] == [(text.strip("\n"), at.replace(microsecond=0), is_in) for text, at, is_in in messages]
    assert len(found) == len(messages)


def test_broken_files_do_no_harm(tmp_path: Path) -> None:
    made = "".join(android(f"第{number}条") for number in range(9)) + NOKIA + NOKIA_SENT
    survives_damage(tmp_path, made.encode(), vmsg.read)
