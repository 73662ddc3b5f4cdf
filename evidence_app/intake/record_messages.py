"""Records of exports as they travel from a worker to the app, column by column.

A worker that has been taken over by a file can write anything, so every value is checked on arrival.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import (
    Attachment,
    Columns,
    Read,
    Record,
    TimeKind,
    Unread,
)
from evidence_app.domain.fields import MAX_TEXT
from evidence_app.domain.money import parse_currency, plain_amount
from evidence_app.domain.times import Precision, TimeMeaning, TimeSource
from evidence_app.errors import InputProblem
from evidence_app.intake.messages import list_of, number

MOST_ROWS = 4000
MOST_ATTACHMENTS = 10_000
LONGEST_NAME = 1000
"""Characters of a file's name, a place or a code; other texts are as long as fields may be."""

KINDS = frozenset(member.value for member in EventKind) - {EventKind.DOCUMENT.value}
"""What a record may be."""


@dataclass(frozen=True, slots=True)
class RecordPart:
    """The next records of an export, as `evidence_app.intake.exports.streams.Records`."""

    records: Columns
    unread: Sequence[Unread]
    read: int
    ended: bool
    format: str
    version: int
    asks: tuple[str, ...]
    stated_count: int | None


def rows_bytes(rows: Sequence[Read]) -> bytes:
    """Return records as they travel, column by column; what all of them have in common stands there once.

    Each column is a line of its own: an emoji in one of them makes the others no wider while they are read. Halves of
    characters, which no text may hold, become U+FFFD.
    """
    records = [each for each in rows if isinstance(each, Record)]
    unread = [each for each in rows if isinstance(each, Unread)]
    columns, times = _split_times(records) if records else ({}, [])
    same = {name: column[0] for name, column in columns.items() if _is_same(column)}
    each = [name for name in columns if name not in same]
    head = {"count": len(records), "unread": unread, "times": times, "same": same, "each": each}
    return b"\n".join(map(_line, (head, *(columns[name] for name in each))))


def _split_times(records: Sequence[Record]) -> tuple[dict[str, Sequence[object]], list[Sequence[object]]]:
    """Return columns, and what times have in common: they are indexes of it, with wall times and words beside them."""
    columns: dict[str, Sequence[Any]] = dict(zip(Record._fields, zip(*records, strict=True), strict=True))
    times = [None if each is None or each.wall is None else each for each in columns["time"]]
    kinds: list[Sequence[object]] = []
    indexes: list[int | None] = []
    last: Sequence[object] = ()
    for time in times:
        if time is not None and time[1:-1] != last:
            last = time[1:-1]  # all but when, and the words
            kinds += [] if last in kinds else [last]
            index = kinds.index(last)
        indexes.append(None if time is None else index)
    columns["time"] = indexes
    columns["wall_text"] = ["" if each is None else each.wall.isoformat() for each in times]
    columns["words"] = ["" if each is None else each.words for each in times]
    columns["amount"] = ["" if each is None else plain_amount(each) for each in columns["amount"]]
    return columns, kinds


def _is_same(column: Sequence[object]) -> bool:
    return column[-1] == column[0] and column.count(column[0]) == len(column)


def _line(shape: object) -> bytes:
    text = _JSON.encode(shape)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()


def parse_rows(data: bytes) -> tuple[Columns, Sequence[Unread]]:
    """Return the records a worker sent, and those that could not be read.

    Raises ValueError, LookupError, TypeError, AttributeError for anything else.
    """
    head, *lines = map(_parsed_line, data.split(b"\n"))
    if not isinstance(head, dict):
        raise TypeError("records")
    count = number(head["count"], 0, MOST_ROWS)
    unread = [parse_unread(list_of(shown, 3)) for shown in list_of(head["unread"], MOST_ROWS)]
    times = [_time_kind(list_of(shown, 6)) for shown in list_of(head["times"], MOST_ROWS)]
    if not count:
        return Columns(**{column.name: [] for column in fields(Columns)}), unread
    found: dict[str, list[Any]] = {name: [value] for name, value in dict(head["same"]).items()}
    found |= {name: list_of(line, count) for name, line in zip(head["each"], lines, strict=True)}
    if any(len(column) not in (1, count) for column in found.values()):
        raise ValueError("columns")
    _check(found)
    whole = {name: column * (count // len(column)) for name, column in found.items()}
    whole["attachments"] = [_attachments(each) if each else () for each in whole["attachments"]]
    _read_times(whole, times)
    return Columns(**whole), unread


def _parsed_line(line: bytes) -> object:
    shape = json.loads(line.decode())
    if b"\\" in line and b"\\ud" in line.lower():  # the words, or half a character: a UnicodeEncodeError, a ValueError
        _JSON.encode(shape).encode()
    return shape


def _check(found: Mapping[str, Sequence[Any]]) -> None:
    """Look at the values of columns, those of times aside. Raises ValueError, TypeError."""
    for name in _TEXTS:
        _check_texts(found[name], LONGEST_NAME if name in _SHORT else MAX_TEXT)
    for name, members in (("kind", KINDS), ("direction", _DIRECTIONS), ("outcome", _OUTCOMES)):
        if not members.issuperset(found[name]):
            raise ValueError(name)
    if not all(_AMOUNT.fullmatch(amount) for amount in {*found["amount"]} - {""}):
        raise ValueError("amount")
    for currency in {*found["currency"]}:
        _check_currency(currency)
    for duration_s in {*found["duration_s"]} - {None}:
        number(duration_s, 0, 2**31 - 1)


def _read_times(columns: dict[str, list[Any]], kinds: Sequence[TimeKind]) -> None:
    """Put what wall times mean in place of its index, and the wall times beside it. Raises ValueError, LookupError."""
    by_index: dict[object, TimeKind | None] = {None: None, **dict(enumerate(kinds))}
    columns["time"] = [by_index[each] for each in columns["time"]]
    if not all(map(_WALL.fullmatch, columns["wall_text"])):
        raise ValueError("wall")
    columns["wall"] = [datetime.fromisoformat(each) if each else None for each in columns["wall_text"]]
    if [each is None for each in columns["time"]] != [each is None for each in columns["wall"]]:
        raise ValueError("time")


def _check_texts(column: Sequence[Any], longest: int) -> None:
    if column and (not {str}.issuperset(map(type, column)) or max(map(len, column)) > longest):
        raise TypeError("text")


def _check_currency(code: str) -> None:
    try:
        if parse_currency(code) != code:
            raise ValueError("currency")
    except InputProblem as error:
        raise ValueError("currency") from error


def _time_kind(fields: Sequence[Any]) -> TimeKind:
    precision, source, confidence, offset_min, meaning, origin = fields
    return TimeKind(
        Precision(precision),
        TimeSource(source),
        number(confidence, 0, 100),
        None if offset_min is None else number(offset_min, -24 * 60, 24 * 60),
        TimeMeaning(meaning),
        checked_text(origin, LONGEST_NAME),
    )


def _attachments(fields: object) -> tuple[Attachment, ...]:
    return tuple(parse_attachment(each) for each in list_of(fields, MOST_ATTACHMENTS))


def parse_attachment(fields: object) -> Attachment:
    """Return what a worker says of a file that goes with a record. Raises ValueError, TypeError."""
    name, part = list_of(fields, 2)
    return Attachment(checked_text(name, LONGEST_NAME), checked_text(part, LONGEST_NAME))


def parse_unread(fields: Sequence[Any]) -> Unread:
    """Return what a worker says of a record that cannot be read. Raises ValueError, TypeError."""
    place, reason, words = fields
    return Unread(
        checked_text(place, LONGEST_NAME), checked_text(reason, LONGEST_NAME), checked_text(words, LONGEST_NAME)
    )


def checked_text(value: object, longest: int = MAX_TEXT) -> str:
    """Return a text that is none too long. Raises TypeError for anything else."""
    if not isinstance(value, str) or len(value) > longest:
        raise TypeError("text")
    return value


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TEXTS = (
    "place", "words", "party", "number", "text", "agent_id", "agent_name", "amount", "currency", "reference", "account",
    "warning", "kind", "direction", "outcome",
)  # fmt: skip
_SHORT = frozenset({"place", "words", "amount", "currency", "warning", "kind", "direction", "outcome"})
_WALL = re.compile(r"(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(?!0{6})\d{6})?)?", re.ASCII)
"""As `datetime.isoformat` writes it, or nothing."""

_AMOUNT = re.compile(r"[0-9]{1,16}\.[0-9]{2,15}", re.ASCII)
_DIRECTIONS = frozenset(member.value for member in Direction)
_OUTCOMES = frozenset(member.value for member in Outcome)
