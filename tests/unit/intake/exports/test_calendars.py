"""Entries of calendars come in as notes with their times."""

import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import EventKind
from evidence_app.domain.exports import Record, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports import calendars
from tests.unit.intake.exports.written import SOAK, records_of, source_of, survives_damage


def entry(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", "UID:1@x", *lines, "END:VEVENT", ""))


def calendar(*entries: str) -> str:
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(entries) + "END:VCALENDAR\r\n"


def test_an_entry_is_a_note_with_its_words(tmp_path: Path) -> None:
    content = calendar(
        entry(
            "SUMMARY:致电客服\\, 工号8023",
            "DESCRIPTION:承诺三天内\\n回复",
            "DTSTART:20250301T090000",
            "DTEND:20250301T093000",
        )
    )
    (record,) = records_of(source_of(tmp_path, content), "calendar")
    assert (record.kind, record.text, record.duration_s) == (
        EventKind.NOTE,
        "致电客服, 工号8023\n承诺三天内\n回复",
        1800,
    )
    assert record.time is not None
    assert (record.time.wall, record.time.offset_min) == (datetime(2025, 3, 1, 9), None)


@pytest.mark.parametrize(
    ("line", "offset_min"),
    [
        ("DTSTART:20250301T010000Z", 0),
        ("DTSTART;TZID=Asia/Shanghai:20250301T090000", 480),
        ("DTSTART;TZID=China Standard Time:20250301T090000", 480),
        ('DTSTART;TZID="Europe/London":20250701T020000', 60),
        ("DTSTART;TZID=Nowhere/At all:20250301T090000", None),
    ],
)
def test_an_offset_is_known_where_the_zone_is(tmp_path: Path, line: str, offset_min: int | None) -> None:
    (record,) = records_of(source_of(tmp_path, calendar(entry("SUMMARY:x", line))))
    assert record.time is not None
    assert record.time.offset_min == offset_min


def test_a_whole_day_is_as_precise_as_that(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, calendar(entry("SUMMARY:还款日", "DTSTART;VALUE=DATE:20250315"))))
    assert record.time is not None
    assert (record.time.wall, record.time.precision) == (datetime(2025, 3, 15), Precision.DAY)


def test_a_reminder_inside_an_entry_is_not_the_entry(tmp_path: Path) -> None:
    alarm = ("BEGIN:VALARM", "DESCRIPTION:Reminder", "TRIGGER:-PT15M", "END:VALARM")
    (record,) = records_of(source_of(tmp_path, calendar(entry(*alarm, "SUMMARY:x", "DTSTART:20250301T010000Z"))))
    assert record.text == "x"


def test_an_entry_that_repeats_says_so(tmp_path: Path) -> None:
    lines = ("SUMMARY:还款", "DTSTART:20250315T000000Z", "RRULE:FREQ=MONTHLY")
    (record,) = records_of(source_of(tmp_path, calendar(entry(*lines))))
    assert record.warning == "entry-repeats"


def test_an_entry_without_a_time_is_told_and_a_cut_too(tmp_path: Path) -> None:
    content = calendar(entry("SUMMARY:no time"), entry("SUMMARY:cut", "DTSTART:20250315T000000Z"))
    first, second = calendars.read(source_of(tmp_path, content[: content.rindex("END:VEVENT")]))
    assert first == Unread("line:3", "record-incomplete", "no time")
    assert second == Unread("line:7", "cut-off", "cut")


TEXTS = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \n"), max_size=40).map(str.strip)


@settings(max_examples=2000 if SOAK else 30)
@given(st.lists(st.tuples(TEXTS, st.datetimes(datetime(1990, 1, 1), datetime(2099, 1, 1))), max_size=8))
def test_what_is_written_comes_back(entries: list[tuple[str, datetime]]) -> None:
    table = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
    written = calendar(
        *(entry(f"SUMMARY:{text.translate(table)}", f"DTSTART:{at:%Y%m%dT%H%M%S}") for text, at in entries)
    )
    with tempfile.TemporaryDirectory() as folder:
        found = records_of(source_of(Path(folder), written), "calendar")
    assert [(each.text, each.time and each.time.wall) for each in found] == [
        (text, at.replace(microsecond=0)) for text, at in entries
    ]


def test_broken_calendars_do_no_harm(tmp_path: Path) -> None:
    made = calendar(*(entry(f"SUMMARY:第{n}次", f"DTSTART:2025030{n}T090000Z") for n in range(1, 9)))
    survives_damage(tmp_path, made.encode(), calendars.read)


def test_what_damage_leaves_is_read(tmp_path: Path) -> None:
    content = calendar(
        entry("SUMMARY:one", "DTSTART:20250301T090000").replace("END:VEVENT\r\n", ""),
        entry("SUMMARY:x", "DTSTART:20250301T090000"),
    )
    first, second = calendars.read(source_of(tmp_path, content))
    assert isinstance(first, Unread)
    assert isinstance(second, Record)


@pytest.mark.parametrize("between", ["", "END:VEVENT\x9aBEGIN:VEVENT\r\n"])
def test_two_entries_between_which_the_border_is_damaged_stay_two(tmp_path: Path, between: str) -> None:
    two = calendar(entry("SUMMARY:一", "DTSTART:20250301T090000"), entry("SUMMARY:二", "DTSTART:20250302T090000"))
    damaged = two.replace("END:VEVENT\r\nBEGIN:VEVENT\r\n", between)
    found = records_of(source_of(tmp_path, damaged), "calendar")
    assert [(each.text, each.time and each.time.wall.day) for each in found if each.time and each.time.wall] == [
        ("一", 1),
        ("二", 2),
    ]


def test_an_entry_whose_beginning_is_gone_is_told(tmp_path: Path) -> None:
    content = calendar(entry("DTSTART:20250301T090000"), entry("DTSTART:20250302T090000"))
    first, _ = calendars.read(source_of(tmp_path, content.replace("BEGIN:VEVENT", "", 1)))
    assert first == Unread("line:6", "record-damaged")
    _, second = calendars.read(source_of(tmp_path, content.replace("END:VEVENT\r\nBEGIN:VEVENT", "BEGIN:VEWENT")))
    assert second == Unread("line:6", "record-damaged")
