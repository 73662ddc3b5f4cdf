"""What importers say arrives in the app as it was said: no record makes the app take its worker for one gone mad."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.exports import EVERYTHING, Record, Unread
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.streams import Stream
from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.record_messages import parse_rows, rows_bytes
from tests.hostile.named import exports
from tests.unit.intake.exports import test_carrier_calls, test_imessage_text, test_vmsg
from tests.unit.intake.exports.test_calls_backup import call, log
from tests.unit.intake.exports.test_sms_backup import PNG, backup, mms, part, sms
from tests.unit.intake.exports.written import SOAK, mutated, source_of

FIELDS = [name for name in Record._fields if name not in ("amount", "currency")]

MADE = {
    "sms.xml": backup(sms(), mms(part("image/png", data=PNG, name="x" * 3000)), sms(type="3", body="&#55357;")),
    "calls.xml": log(call(), call(duration="9" * 12), call(type="2", duration="0")),
    "messages.vmsg": test_vmsg.android("您好") + test_vmsg.NOKIA,
    "chat.txt": test_imessage_text.CHAT,
    "unicom.csv": test_carrier_calls.UNICOM,
    "mobile.csv": test_carrier_calls.MOBILE,
}


def told(record: Record) -> tuple[object, ...]:
    """Return what has to arrive of a record."""
    wall = record.time.wall if record.time else None
    return (*record[:2], wall, *record[3:9], *record[11:])


def read_through(source: Source) -> tuple[list[object], list[object]]:
    """Return the records of an export, then those that could not be read: as the worker has them, and the app."""
    sent: list[object] = []
    arrived: list[object] = []
    stream = Stream(source, EVERYTHING, ZoneInfo("Asia/Shanghai"))
    while True:
        some = stream.records()
        columns, unread = parse_rows(rows_bytes(some.rows))
        sent += [told(each) for each in some.rows if isinstance(each, Record)]
        sent += [each for each in some.rows if isinstance(each, Unread)]
        each_column = (getattr(columns, "wall" if name == "time" else name) for name in FIELDS)
        arrived += [*zip(*each_column, strict=True), *unread]
        if some.ended:
            return sent, arrived


@pytest.mark.parametrize("name", MADE)
def test_damaged_exports_arrive_as_they_were_read(tmp_path: Path, name: str) -> None:
    for seed in range(500 if SOAK else 15):
        try:
            sent, arrived = read_through(source_of(tmp_path, mutated(MADE[name].encode(), seed), name))
        except Unreadable:
            continue  # damaged beyond being known for what it was
        assert arrived == sent


@pytest.mark.parametrize(
    "name", ["name of signs", "length of blanks", "names that lead elsewhere", "duration beyond all lives"]
)
def test_hostile_exports_arrive_too(tmp_path: Path, name: str) -> None:
    case = exports.cases()[f"phone: {name}"]
    sent, arrived = read_through(source_of(tmp_path, case.make(), case.file_name.decode()))
    assert arrived == sent != []
