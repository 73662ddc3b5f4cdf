"""Exports as they travel between the app and its workers, and back: records row by row, surveys whole.

A worker that has been taken over by a file can write anything, so every value is checked on arrival.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
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
    Hints,
    PartyCount,
    Read,
    Record,
    Survey,
    Unread,
)
from evidence_app.domain.fields import MAX_TEXT
from evidence_app.domain.money import is_storable, parse_currency
from evidence_app.domain.times import ClockReading, Precision, TimeMeaning, TimeSource
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

Member = TypeVar("Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class RecordPart:
    """The next records of an export, as `evidence_app.intake.exports.streams.Records`."""

    rows: Sequence[Read]
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

    def fields(self, do: str) -> dict[str, object]:
        """Return the question as it travels."""
        fields: dict[str, object] = {"do": do, "stream": self.stream, "asked": self.asked}
        if self.asked:
            return fields
        opening = {"path": str(self.path), "name": self.name, "zone": self.zone_name}
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
    """Return records as they travel. Halves of characters, which no text may hold, become U+FFFD."""
    text = json.dumps([_row(each) for each in rows], ensure_ascii=False, separators=(",", ":"))
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


def _row(each: Read) -> list[object]:
    if isinstance(each, Unread):
        return [each.place, each.reason, each.words]
    time = each.time
    return [
        each.place,
        each.kind,
        None
        if time is None or time.wall is None
        else [
            time.wall.isoformat(),
            time.precision,
            time.source,
            time.confidence,
            time.offset_min,
            time.meaning,
            time.origin,
            time.words,
        ],
        each.direction,
        each.party,
        each.number,
        each.text,
        each.agent_id,
        each.agent_name,
        None if each.amount is None else str(each.amount),
        each.currency,
        each.reference,
        each.duration_s,
        each.outcome,
        each.account,
        [list(attachment) for attachment in each.attachments],
        each.warning,
    ]


def parse_rows(data: bytes) -> list[Read]:
    """Return the records a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    return [_read(list_of(row, 17)) for row in list_of(json.loads(data), MOST_ROWS)]


def _read(row: Sequence[Any]) -> Read:
    if len(row) == 3:
        return Unread(*(_text(each, LONGEST_NAME) for each in row))
    place, kind, time, direction, party, number_shown, text, agent_id, agent_name, *rest = row
    amount, currency, reference, duration_s, outcome, account, attachments, warning = rest
    return Record(
        _text(place, LONGEST_NAME),
        _kind(kind),
        None if time is None else _time(time),
        _DIRECTIONS[direction],
        _text(party),
        _text(number_shown),
        _text(text),
        _text(agent_id),
        _text(agent_name),
        None if amount is None else _amount(amount),
        currency if currency == "CNY" else _currency(currency),
        _text(reference),
        None if duration_s is None else number(duration_s, 0, 2**31 - 1),
        _OUTCOMES[outcome],
        _text(account),
        tuple(parse_attachment(each) for each in list_of(attachments, MOST_ATTACHMENTS)) if attachments else (),
        _text(warning, LONGEST_NAME),
    )


def _text(value: object, longest: int = MAX_TEXT) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise TypeError("text")
    return value


def _kind(value: object) -> EventKind:
    kind = _KINDS[value]
    if kind is EventKind.DOCUMENT:
        raise ValueError(kind)
    return kind


def _time(fields: Sequence[Any]) -> ClockReading:
    wall, precision, source, confidence, offset_min, meaning, origin, words = fields
    at = datetime.fromisoformat(wall)
    if at.tzinfo is not None:
        raise ValueError("wall")
    return ClockReading(
        at,
        _PRECISIONS[precision],
        _SOURCES[source],
        number(confidence, 0, 100),
        None if offset_min is None else number(offset_min, -24 * 60, 24 * 60),
        _MEANINGS[meaning],
        _text(origin, LONGEST_NAME),
        _text(words, LONGEST_NAME),
    )


def _amount(value: object) -> Decimal:
    try:
        amount = Decimal(_text(value, LONGEST_NAME))
    except InvalidOperation as error:
        raise ValueError("amount") from error
    if not is_storable(amount):
        raise ValueError("amount")
    return amount


def _currency(value: object) -> str:
    try:
        return parse_currency(_text(value, LONGEST_NAME))
    except InputProblem as error:
        raise ValueError("currency") from error


def parse_attachment(fields: object) -> Attachment:
    """Return what a worker says of a file that goes with a record. Raises ValueError, TypeError."""
    name, part = list_of(fields, 2)
    return Attachment(_text(name, LONGEST_NAME), _text(part, LONGEST_NAME))


def _members(kind: type[Member]) -> Mapping[object, Member]:
    return {member.value: member for member in kind}


_KINDS = _members(EventKind)
_DIRECTIONS = _members(Direction)
_OUTCOMES = _members(Outcome)
_PRECISIONS = _members(Precision)
_SOURCES = _members(TimeSource)
_MEANINGS = _members(TimeMeaning)


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
        "asks": list(survey.asks),
        "stated_count": survey.stated_count,
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
        asks=parse_asks(shape["asks"]),
        stated_count=None if shape["stated_count"] is None else number(shape["stated_count"]),
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
