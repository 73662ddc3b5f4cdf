"""Tables that iMazing makes of an iPhone: messages, those of WhatsApp too, and calls. Read by heading: columns differ.

Times are those of the computer's zone, which is not stated (newer versions write some with their offset, ``Z``). A
message with a file is two rows, one with the words and one with the file's name: each is a record.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import Attachment, Read, Record, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.durations import seconds_of
from evidence_app.intake.exports.moments import asks_of, day_order_of, moment_of, reading_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.tables import Row, Wanted, cells_below, find_heading, is_rounded, rows_below
from evidence_app.intake.exports.values import known, stated

MESSAGES = {
    "chat": ("Chat Session",),
    "reference": ("Message ID",),
    "time": ("Message Date",),
    "deleted": ("Deleted Date",),
    "kind": ("Type",),
    "number": ("Sender ID",),
    "name": ("Sender Name",),
    "status": ("Status",),
    "subject": ("Subject",),
    "text": ("Text",),
    "file": ("Attachment",),
}
CALLS = {
    "kind": ("Call type",),
    "time": ("Date",),
    "duration": ("Duration",),
    "number": ("Number",),
    "name": ("Contact",),
    "service": ("Service",),
}
_MESSAGES_NEED = ("chat", "time", "kind", "text")
_CALLS_NEED = ("kind", "time", "duration", "number")

_WAYS = {"incoming": Direction.IN, "outgoing": Direction.OUT, "notification": Direction.NONE}
_CALL_WAYS = {
    "incoming": Direction.IN,
    "outgoing": Direction.OUT,
    "missed": Direction.MISSED,
    "rejected": Direction.REJECTED,
    "declined": Direction.REJECTED,
    "blocked": Direction.REJECTED,
    "cancelled": Direction.OUT,
    "canceled": Direction.OUT,
}
_FAILED = re.compile(r"fail|error|not (?:sent|delivered)", re.IGNORECASE)
_ADDRESS = re.compile(r"\+?[\d() .-]{3,}|[^\s@]++@[^\s@]++")


def recognises_messages(source: Source) -> bool:
    """Tell whether the file is a table of messages."""
    return find_heading(source.first_rows[:5], MESSAGES, _MESSAGES_NEED) is not None


def recognises_calls(source: Source) -> bool:
    """Tell whether the file is a table of calls."""
    return find_heading(source.first_rows[:5], CALLS, _CALLS_NEED) is not None


def read_messages(source: Source) -> Iterator[Read]:
    """Yield every message and notification. Raises Unreadable, OSError."""
    heading = find_heading(source.first_rows[:5], MESSAGES, _MESSAGES_NEED)
    if heading is None:
        return
    head, columns = heading
    needed = [columns.get(name) for name in ("chat", "time", "kind", "number", "name")]
    day_first = _day_first(source, MESSAGES, _MESSAGES_NEED)
    chats: dict[str, _Chat] = {}
    for row in rows_below(source, head, needed):
        number = row.cell(columns.get("number")) if isinstance(row, Row) else ""
        if number and isinstance(row, Row) and len(chats) < _MOST_CHATS:
            chats.setdefault(row.cell(columns["chat"]), _Chat()).numbers.add(number)
    for row in rows_below(source, head, needed):
        if isinstance(row, Unread):
            yield row
            continue
        chat = chats.get(row.cell(columns["chat"])) or _Chat()
        yield _message(row, {name: row.cell(index) for name, index in columns.items()}, chat, day_first)


def read_calls(source: Source) -> Iterator[Read]:
    """Yield every call. Raises Unreadable, OSError."""
    heading = find_heading(source.first_rows[:5], CALLS, _CALLS_NEED)
    if heading is None:
        return
    head, columns = heading
    day_first = _day_first(source, CALLS, _CALLS_NEED)
    for row in rows_below(source, head, columns.values()):
        if isinstance(row, Unread):
            yield row
        else:
            yield _call(row, {name: row.cell(index) for name, index in columns.items()}, day_first)


def asks_of_messages(source: Source) -> tuple[str, ...]:
    """Return whether somebody has to say which way round the days of the messages are."""
    return asks_of(_days(source, MESSAGES, _MESSAGES_NEED), source.hints.day_first)


def asks_of_calls(source: Source) -> tuple[str, ...]:
    """Return whether somebody has to say which way round the days of the calls are."""
    return asks_of(_days(source, CALLS, _CALLS_NEED), source.hints.day_first)


def _days(source: Source, wanted: Wanted, needed: tuple[str, ...]) -> list[str]:
    """Return the days of the first rows: a spreadsheet that saved them anew wrote them as in its own country."""
    found = find_heading(source.first_rows[:5], wanted, needed)
    return cells_below(source, found[0], (found[1]["time"],)) if found else []


def _day_first(source: Source, wanted: Wanted, needed: tuple[str, ...]) -> bool | None:
    told = source.hints.day_first
    return day_order_of(_days(source, wanted, needed)) if told is None else told


_MOST_CHATS = 100_000
_LONGEST_NAME = 500


@dataclass(slots=True)
class _Chat:
    """Who writes in a chat: of one person, the number is also that of who gets what is sent."""

    numbers: set[str] = field(default_factory=set)

    @property
    def number(self) -> str:
        return next(iter(self.numbers)) if len(self.numbers) == 1 else ""


def _message(row: Row, cells: dict[str, str], chat: _Chat, day_first: bool | None) -> Read:
    way, time = _WAYS.get(cells["kind"].lower()), _time(cells["time"], day_first)
    text = "\n".join(filter(None, (known(cells.get("subject")), cells["text"])))
    if way is None or time is None:
        return Unread(row.place, "record-incomplete", text)
    number = known(cells.get("number")) if way is Direction.IN else chat.number
    shown = known(cells.get("name")) if way is Direction.IN else known(cells["chat"])
    has_failed = bool(_FAILED.search(cells.get("status", "")))
    file = known(cells.get("file"))
    return Record(
        row.place,
        EventKind.NOTE if way is Direction.NONE else EventKind.MESSAGE,
        time,
        way,
        party="" if _ADDRESS.fullmatch(shown) else shown,
        number=number or (shown if _ADDRESS.fullmatch(shown) else ""),
        text=text,
        reference=known(cells.get("reference")),
        outcome=Outcome.FAILED if has_failed else Outcome.NONE,
        attachments=(Attachment(file[-_LONGEST_NAME:]),) if file else (),
        warning=_doubt(number)
        or ("message-failed" if has_failed else "message-deleted" if cells.get("deleted") else ""),
    )


def _call(row: Row, cells: dict[str, str], day_first: bool | None) -> Read:
    way, time = _CALL_WAYS.get(cells["kind"].lower()), _time(cells["time"], day_first)
    number, name = known(cells["number"]), known(cells.get("name"))
    if way is None or time is None:
        return Unread(row.place, "record-incomplete", number or name)
    duration_s = seconds_of(cells["duration"])
    is_unanswered = way is Direction.OUT and not duration_s
    return Record(
        row.place,
        EventKind.CALL,
        time,
        way,
        party="" if name == number else name,
        number=number,
        duration_s=duration_s,
        account=known(cells.get("service")),
        warning=_doubt(number) or ("call-unanswered" if is_unanswered else "" if number else "number-hidden"),
    )


def _doubt(number: str) -> str:
    """Return the code of what a spreadsheet did to a number: +8613800138000 becomes 8.6138E+12."""
    return "id-damaged" if is_rounded(number) else ""


def _time(cell: str, day_first: bool | None) -> ClockReading | None:
    reading = reading_of(moment_of(cell, day_first=day_first), cell, "imazing")
    if reading is None or reading.wall is None or not cell.endswith("Z"):
        return reading
    return stated(reading.wall, reading.precision, offset_min=0, origin="imazing", words=cell)
