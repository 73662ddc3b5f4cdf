"""Exports as they travel between the app and its workers, and back: records row by row, surveys whole.

A worker that has been taken over by a file can write anything, so every value is checked on arrival.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from evidence_app.domain.contacts import Contact
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exports import (
    ASKS,
    MOST_PARTIES,
    MOST_UNREAD,
    Attachment,
    Choice,
    Columns,
    Hints,
    MailSides,
    PartyCount,
    Read,
    Record,
    Survey,
    TimeKind,
    Unread,
)
from evidence_app.domain.fields import MAX_TEXT
from evidence_app.domain.money import parse_currency, plain_amount
from evidence_app.domain.times import Precision, TimeMeaning, TimeSource
from evidence_app.errors import InputProblem
from evidence_app.intake.messages import list_of, number, text_of
from evidence_app.processes.framing import Fields

MOST_ROWS = 4000
MOST_ATTACHMENTS = 10_000
LONGEST_NAME = 1000
"""Characters of a file's name, a place or a code; other texts are as long as fields may be."""

MOST_COLUMNS = 64

MOST_CONTACTS = 50_000
MOST_NUMBERS = 100
"""Of an address book, and of one contact: phones hold some thousands."""


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


# -- what is asked -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A question about an export that is being read. ``stream`` names the reading, ``asked`` counts its questions."""

    path: Path
    name: str
    stream: str
    choice: Choice
    hints: Hints
    zone_name: str
    asked: int = 0
    sides: MailSides = MailSides()

    def fields(self, do: str) -> dict[str, object]:
        """Return the question as it travels."""
        fields: dict[str, object] = {"do": do, "stream": self.stream, "asked": self.asked}
        if self.asked:
            return fields
        opening: dict[str, object] = {"path": str(self.path), "name": self.name, "zone": self.zone_name}
        opening |= {"own": list(self.sides.own), "theirs": list(self.sides.theirs)}
        return fields | opening | choice_fields(self.choice, self.hints)


def choice_fields(choice: Choice, hints: Hints) -> dict[str, object]:
    """Return what a person chose and said, for JSON."""
    return {
        "numbers": list(choice.numbers),
        "since": choice.since.isoformat() if choice.since else "",
        "until": choice.until.isoformat() if choice.until else "",
        "day_first": hints.day_first,
        "owner": hints.owner,
        "columns": [list(each) for each in hints.columns],
        "password": hints.password,
    }


def parse_sides(fields: Fields) -> MailSides:
    """Return who is who in mails, as the app sent it. Raises ValueError, KeyError, TypeError."""
    return MailSides(*(tuple(map(str, list_of(fields[name], MAX_TEXT))) for name in ("own", "theirs")))


def parse_choice(fields: Fields) -> tuple[Choice, Hints]:
    """Return what the app sent. Raises ValueError, KeyError, TypeError."""
    numbers = tuple(map(str, list_of(fields["numbers"], MAX_TEXT)))
    since, until = (date.fromisoformat(each) if each else None for each in (str(fields["since"]), str(fields["until"])))
    columns = (list_of(each, 2) for each in list_of(fields["columns"], MOST_COLUMNS))
    day_first = fields["day_first"]
    hints = Hints(
        None if day_first is None else bool(day_first),
        str(fields["owner"]),
        tuple((str(name), str(heading)) for name, heading in columns),
        str(fields["password"]),
    )
    return Choice(numbers, since, until), hints


# -- records -----------------------------------------------------------------------------------------------------------


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


def contacts_bytes(contacts: Iterable[Contact]) -> bytes:
    """Return contacts as they travel, the first `MOST_CONTACTS` of them."""
    shapes = [[each.name[:LONGEST_NAME], each.numbers[:MOST_NUMBERS]] for each in islice(contacts, MOST_CONTACTS)]
    return json.dumps(shapes, ensure_ascii=False).encode("utf-8", "replace")


def parse_contacts(data: bytes) -> list[Contact]:
    """Return the contacts a worker sent. Raises ValueError, TypeError for anything else."""
    return [
        Contact(_text(name, LONGEST_NAME), tuple(_text(each) for each in list_of(numbers, MOST_NUMBERS)))
        for name, numbers in (list_of(each, 2) for each in list_of(json.loads(data), MOST_CONTACTS))
    ]


def parse_rows(data: bytes) -> tuple[Columns, Sequence[Unread]]:
    """Return the records a worker sent, and those that could not be read.

    Raises ValueError, LookupError, TypeError, AttributeError for anything else.
    """
    head, *lines = map(_parsed_line, data.split(b"\n"))
    if not isinstance(head, dict):
        raise TypeError("records")
    count = number(head["count"], 0, MOST_ROWS)
    unread = [_unread(list_of(shown, 3)) for shown in list_of(head["unread"], MOST_ROWS)]
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
    for name, members in (("kind", _KINDS), ("direction", _DIRECTIONS), ("outcome", _OUTCOMES)):
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
        _text(origin, LONGEST_NAME),
    )


def _attachments(fields: object) -> tuple[Attachment, ...]:
    return tuple(parse_attachment(each) for each in list_of(fields, MOST_ATTACHMENTS))


def parse_attachment(fields: object) -> Attachment:
    """Return what a worker says of a file that goes with a record. Raises ValueError, TypeError."""
    name, part = list_of(fields, 2)
    return Attachment(_text(name, LONGEST_NAME), _text(part, LONGEST_NAME))


def _text(value: object, longest: int = MAX_TEXT) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise TypeError("text")
    return value


def _kind(value: str) -> EventKind:
    if value not in _KINDS:
        raise ValueError(value)
    return EventKind(value)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TEXTS = (
    "place", "words", "party", "number", "text", "agent_id", "agent_name", "amount", "currency", "reference", "account",
    "warning", "kind", "direction", "outcome",
)  # fmt: skip
_SHORT = frozenset({"place", "words", "amount", "currency", "warning", "kind", "direction", "outcome"})
_WALL = re.compile(r"(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(?!0{6})\d{6})?)?", re.ASCII)
"""As `datetime.isoformat` writes it, or nothing."""

_AMOUNT = re.compile(r"[0-9]{1,16}\.[0-9]{2,15}", re.ASCII)
_KINDS = frozenset(member.value for member in EventKind) - {EventKind.DOCUMENT.value}
_DIRECTIONS = frozenset(member.value for member in Direction)
_OUTCOMES = frozenset(member.value for member in Outcome)


def parse_asks(shape: object) -> tuple[str, ...]:
    """Return the questions that an export leaves open. Raises ValueError, TypeError."""
    asks = tuple(map(str, list_of(shape, len(ASKS))))
    if not ASKS.issuperset(asks):
        raise ValueError("asks")
    return asks


# -- surveys -----------------------------------------------------------------------------------------------------------


def survey_bytes(survey: Survey) -> bytes:
    """Return a survey as it travels."""
    shape = {
        "format": survey.format,
        "count": survey.count,
        "unread_count": survey.unread_count,
        "first": survey.first,
        "last": survey.last,
        "kinds": [list(each) for each in survey.kinds],
        "attachment_count": survey.attachment_count,
        "beside_count": survey.beside_count,
        "asks": list(survey.asks),
        "stated_count": survey.stated_count,
        "note": survey.note,
        "unread": [list(each) for each in survey.unread],
        "parties": [[each.party, each.number, each.count, each.first, each.last] for each in survey.parties],
    }
    text = json.dumps(shape, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()


def parse_survey(data: bytes) -> Survey:
    """Return the survey a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    shape = json.loads(data)
    if not isinstance(shape, dict):
        raise TypeError("survey")
    return Survey(
        format=text_of(shape, "format"),
        count=number(shape["count"]),
        unread_count=number(shape["unread_count"]),
        unread=tuple(_parsed(shape["unread"], MOST_UNREAD, _unread)),
        first=text_of(shape, "first"),
        last=text_of(shape, "last"),
        parties=tuple(_parsed(shape["parties"], MOST_PARTIES, _party)),
        kinds=tuple(_parsed(shape["kinds"], len(EventKind), _kind_count)),
        attachment_count=number(shape["attachment_count"]),
        beside_count=number(shape["beside_count"]),
        asks=parse_asks(shape["asks"]),
        stated_count=None if shape["stated_count"] is None else number(shape["stated_count"]),
        note=_text(shape["note"], LONGEST_NAME),
    )


Parsed = TypeVar("Parsed")


def _parsed(shape: object, most: int, parse: Callable[[Sequence[Any]], Parsed]) -> list[Parsed]:
    return [parse(list_of(each, 5)) for each in list_of(shape, most)]


def _unread(fields: Sequence[Any]) -> Unread:
    place, reason, words = fields
    return Unread(_text(place, LONGEST_NAME), _text(reason, LONGEST_NAME), _text(words, LONGEST_NAME))


def _party(fields: Sequence[Any]) -> PartyCount:
    party, shown, count, first, last = fields
    return PartyCount(_text(party), _text(shown), number(count), _text(first, 40), _text(last, 40))


def _kind_count(fields: Sequence[Any]) -> tuple[EventKind, int]:
    kind, count = fields
    return _kind(kind), number(count)
