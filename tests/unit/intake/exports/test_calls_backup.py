"""Call logs of SMS Backup & Restore come in call for call."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Unread
from evidence_app.intake.exports import calls_backup
from evidence_app.intake.exports.formats import format_of
from tests.samples import SAMPLES
from tests.unit.intake.exports.written import records_of, source_of, survives_damage

REAL = SAMPLES / "sms" / "smsbr_calls.xml"


def log(*calls: str) -> str:
    return f"<?xml version='1.0' encoding='UTF-8' ?>\n<calls count=\"{len(calls)}\">{''.join(calls)}\n</calls>"


def call(**fields: str) -> str:
    all_fields = {"number": "95188", "duration": "42", "date": "1740182103123", "type": "1"} | fields
    return "\n  <call " + " ".join(f'{key}="{value}"' for key, value in all_fields.items()) + " />"


@pytest.mark.parametrize(
    ("kind", "direction"),
    [
        ("1", Direction.IN),
        ("2", Direction.OUT),
        ("3", Direction.MISSED),
        ("4", Direction.MISSED),
        ("5", Direction.REJECTED),
        ("6", Direction.REJECTED),
        ("7", Direction.IN),
    ],
)
def test_each_kind_of_call_has_its_direction(tmp_path: Path, kind: str, direction: Direction) -> None:
    (record,) = records_of(source_of(tmp_path, log(call(type=kind))))
    assert (record.kind, record.direction, record.duration_s) == (EventKind.CALL, direction, 42)


def test_an_old_log_without_presentation_and_names_is_read(tmp_path: Path) -> None:
    (record,) = records_of(source_of(tmp_path, log(call())))
    assert (record.number, record.party, record.warning) == ("95188", "", "")


def test_an_outgoing_call_of_no_seconds_was_not_answered(tmp_path: Path) -> None:
    answered, unanswered, missed = records_of(
        source_of(tmp_path, log(call(type="2"), call(type="2", duration="0"), call(type="3", duration="0")))
    )
    assert [each.warning for each in (answered, unanswered, missed)] == ["", "call-unanswered", ""]
    assert unanswered.direction is Direction.OUT


@pytest.mark.parametrize("fields", [{"number": "", "presentation": "2"}, {"number": "-2"}, {"number": "-1"}])
def test_a_hidden_number_is_none_and_said_to_be_hidden(tmp_path: Path, fields: dict[str, str]) -> None:
    (record,) = records_of(source_of(tmp_path, log(call(**fields))))
    assert (record.number, record.warning) == ("", "number-hidden")


def test_a_call_of_no_known_kind_is_told(tmp_path: Path) -> None:
    first, second = calls_backup.read(source_of(tmp_path, log(call(), call(type="99"))))
    assert second == Unread("element:2", "record-incomplete", "95188")
    assert first.place == "element:1"


def test_a_log_cut_in_the_middle_of_a_call_says_so(tmp_path: Path) -> None:
    first, end = calls_backup.read(source_of(tmp_path, log(call(), call(number="10010"))[:-40]))
    assert isinstance(end, Unread)
    assert (first.place, end.place, end.reason) == ("element:1", "element:2", "cut-off")


@pytest.mark.skipif(not REAL.is_file(), reason="the real samples are not here")
def test_a_real_log_reads_as_its_lines_do(tmp_path: Path) -> None:
    ways = {"1": Direction.IN, "2": Direction.OUT, "3": Direction.MISSED}
    lines = re.findall(
        r'<call number="(.*?)" duration="(\d+)" date="(\d+)" type="(\d)" .*? contact_name="(.*?)" />', REAL.read_text()
    )
    found = records_of(source_of(tmp_path, REAL.read_bytes()))
    told = [(each.number, each.duration_s, each.time and each.time.wall, each.direction, each.party) for each in found]
    assert told == [
        (number, int(seconds), datetime(1970, 1, 1) + timedelta(seconds=int(at) // 1000), ways[kind],
         name.replace("(Unknown)", ""))
        for number, seconds, at, kind, name in lines
    ]  # fmt: skip
    # counted with `grep -c "<call "` and `grep -c 'type="3"'`
    assert (len(found), [each.direction for each in found].count(Direction.MISSED)) == (16, 6)


def test_it_is_known_by_what_it_says(tmp_path: Path) -> None:
    found = format_of(source_of(tmp_path, log(call()), "sms.txt"))
    assert found is not None
    assert found.code == "calls-backup"


def test_broken_logs_do_no_harm(tmp_path: Path) -> None:
    made = log(*(call(number=f"9518{number}", type=str(number % 7 + 1)) for number in range(20))).encode()
    survives_damage(tmp_path, made, calls_backup.read)
