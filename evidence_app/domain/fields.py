"""The editable fields of disputes, exhibits and events, and their plain form in the custody log.

A field's value is of the type its dataclass declares; its plain form holds only what a custody payload may hold
(texts, integers, lists, objects). Unknown is always the empty text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from evidence_app.domain.custody import Plain
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit, TimeMark
from evidence_app.domain.money import parse_amount, parse_currency, plain_amount
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeMeaning, TimeSource, zone
from evidence_app.errors import InputProblem

FieldValue = str | int | Decimal | date | tuple[str, ...] | tuple[TimeMark, ...] | EventTime | None
"""What a field may hold; enumerations are texts."""

Entity = Dispute | Exhibit | Event

FIXED = frozenset(
    {"id", "dispute_id", "created_at", "added_at", "original", "ordinal", "read_from", "place", "imported"}
    | {"removed_at", "removed_reason"}
)
"""Fields no edit of values may change: identity, order (see `ORDINAL`), origin, and what was received."""

ORDINAL = "ordinal"
"""How an entry of the custody log names an event's place among equal times; arranging changes it, no other edit."""

BY_COLUMNS = "columns"
"""Stands in the entry of an edit that follows from naming a table's columns anew: nobody said it of the event alone."""

FIXED_OF_EXHIBIT = FIXED | {"number", "name", "also_named", "came_from"}

MAX_TEXT = 1_000_000
"""Characters in one field: a transcript of many hours; more is a paste gone wrong."""

MAX_MARKS = 1000
"""Notes at times of one recording: one for every minute of sixteen hours."""

MAX_MARK_TEXT = 10_000
"""Characters of one of them; the transcript has room for more."""

LAST_MS = 2**31
"""Where a recording ends at the latest, after three weeks."""


@dataclass(frozen=True, slots=True)
class Field:
    """One editable field: its name, how its plain form is read, and whether that form is a list or an object."""

    name: str
    parse: Callable[[Plain], FieldValue]
    structured: bool


def plain(value: object) -> Plain:
    """Return the plain form of a field's value."""
    match value:
        case None:
            return ""
        case StrEnum():
            return value.value
        case EventTime():
            return plain_time(value)
        case Decimal():
            return plain_amount(value)
        case date():
            return value.isoformat()
        case TimeMark():
            return {"at_ms": value.at_ms, "text": clean(value.text)}
        case tuple():
            return [plain(item) for item in value]
        case str():
            return clean(value)
        case int():
            return value
        case _:
            raise TypeError(f"{type(value).__name__} has no plain form")


def clean(text: str) -> str:
    """Return text that UTF-8 can carry: lone surrogates, from broken names or pastes, become U+FFFD."""
    if text.isascii():  # nearly all fields are empty, or short codes
        return text
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def plain_time(time: EventTime) -> Plain:
    """Return the plain form of an event's time with all its readings."""
    shape: dict[str, Plain] = {"readings": [_plain_reading(reading) for reading in time.readings]}
    if time.chosen is not None:
        shape["chosen"] = time.chosen
    if time.decided:
        shape["decided"] = 1
    return shape


def _plain_reading(reading: ClockReading) -> Plain:
    shape: dict[str, Plain] = {
        "wall": reading.wall.isoformat() if reading.wall else "",
        "precision": reading.precision.value,
        "source": reading.source.value,
        "confidence": reading.confidence,
        "meaning": reading.meaning.value,
    }
    if reading.offset_min is not None:
        shape["offset_min"] = reading.offset_min
    if reading.origin:
        shape["origin"] = clean(reading.origin)
    if reading.words:
        shape["words"] = clean(reading.words)
    return shape


def parse_time(shape: Plain) -> EventTime:
    """Read the plain form of an event's time. Raises InputProblem("field-unreadable")."""
    try:
        if not isinstance(shape, Mapping):
            raise TypeError(shape)
        readings = tuple(_parse_reading(reading) for reading in _items(shape["readings"]))
        chosen = shape.get("chosen")
        if chosen is not None and not (isinstance(chosen, int) and 0 <= chosen < len(readings)):
            raise ValueError(chosen)
        return EventTime(readings, chosen if isinstance(chosen, int) else None, shape.get("decided") == 1)
    except (KeyError, TypeError, ValueError) as error:
        raise InputProblem("field-unreadable", field="time") from error


def _items(shape: Plain) -> list[Mapping[str, Any]]:
    if not isinstance(shape, list) or not all(isinstance(item, Mapping) for item in shape):
        raise TypeError(shape)
    return shape


_PRECISIONS = {each.value: each for each in Precision}
_SOURCES = {each.value: each for each in TimeSource}
_MEANINGS = {each.value: each for each in TimeMeaning}


def _parse_reading(shape: Mapping[str, Any]) -> ClockReading:
    offset = shape.get("offset_min")
    return ClockReading(
        wall=datetime.fromisoformat(shape["wall"]) if shape["wall"] else None,
        precision=_PRECISIONS[shape["precision"]],
        source=_SOURCES[shape["source"]],
        confidence=int(shape["confidence"]),
        offset_min=None if offset is None else int(offset),
        meaning=_MEANINGS[shape["meaning"]],
        origin=str(shape.get("origin", "")),
        words=str(shape.get("words", "")),
    )


def _parser(name: str, declared: object) -> Callable[[Plain], FieldValue]:
    """Return the reader of a field's plain form for its declared type."""
    options = get_args(declared) if isinstance(declared, UnionType) else (declared,)
    read = _reader(options[0])

    def parse(value: Plain) -> FieldValue:
        try:
            return read(value)
        except (KeyError, TypeError, ValueError) as error:
            raise InputProblem("field-unreadable", field=name) from error

    return parse


def _reader(kind: object) -> Callable[[Plain], FieldValue]:
    """Return what reads a type's plain form, found once: a dossier reads two million fields."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        members: dict[str, StrEnum] = {each.value: each for each in kind}
        return lambda value: members[_text(value)]
    if kind == tuple[TimeMark, ...]:
        return lambda value: tuple(_parse_mark(item) for item in _few(_items(value)))
    readers: dict[object, Callable[[Plain], FieldValue]] = {
        EventTime: parse_time,
        Decimal: lambda value: parse_amount(_text(value)),
        date: lambda value: date.fromisoformat(_text(value)) if value else None,
        int: lambda value: None if value == "" else _count(value),
        str: _text,
    }
    return readers.get(kind, _texts)


def _texts(value: Plain) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_text(item) for item in value)


def _few(items: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    if len(items) > MAX_MARKS:
        raise ValueError(len(items))
    return items


def _parse_mark(shape: Mapping[str, Any]) -> TimeMark:
    at_ms, text = shape["at_ms"], _text(shape["text"])
    if shape.keys() != {"at_ms", "text"} or type(at_ms) is not int or not 0 <= at_ms < LAST_MS:
        raise ValueError(shape)
    if not text.strip() or len(text) > MAX_MARK_TEXT:
        raise ValueError(len(text))
    return TimeMark(at_ms, text)


def _text(value: Plain) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise TypeError(type(value))
    return clean(value)


def _count(value: Plain) -> int:
    if not isinstance(value, int) or not 0 <= value < 2**31:
        raise TypeError(value)
    return value


def fields_of(entity: type[Any], fixed: frozenset[str]) -> dict[str, Field]:
    """Return the fields of a dataclass that may be edited, by name."""
    hints = get_type_hints(entity)
    names = [field.name for field in fields(entity) if field.name not in fixed]
    return {name: Field(name, _parser(name, hints[name]), _is_structured(hints[name])) for name in names}


def _is_structured(declared: object) -> bool:
    return declared is EventTime or get_origin(declared) is tuple


DISPUTE_FIELDS = fields_of(Dispute, FIXED)
EXHIBIT_FIELDS = fields_of(Exhibit, FIXED_OF_EXHIBIT)
EVENT_FIELDS = fields_of(Event, FIXED)

PRIVATE_FIELDS = frozenset({"private_note"})
"""Edits of these are never disclosed in a dossier."""


def editable_fields(entity: Entity | type[Entity]) -> dict[str, Field]:
    """Return the editable fields of an entity or its class, by name."""
    kind = entity if isinstance(entity, type) else type(entity)
    return {Dispute: DISPUTE_FIELDS, Exhibit: EXHIBIT_FIELDS, Event: EVENT_FIELDS}[kind]


def plain_fields(entity: Entity) -> dict[str, Plain]:
    """Return the plain form of all editable fields that say something: the start of an entity's history."""
    values = {name: plain(getattr(entity, name)) for name in editable_fields(entity)}
    return {name: value for name, value in values.items() if value not in ("", [])}


def checked(kind: type[Entity], name: str, value: object) -> FieldValue:
    """Return a field's value, normalised and validated.

    Raises InputProblem: ``field-unknown``, ``field-unreadable``, ``field-empty``, ``zone-unknown``,
    ``currency-unknown``, ``amount-unreadable``.
    """
    known = editable_fields(kind)
    if name not in known:
        raise InputProblem("field-unknown", field=name)
    parsed = normalised(name, known[name], value)
    if name == "zone_name":
        zone(str(parsed))
    if name == "marks" and isinstance(parsed, tuple):
        return tuple(sorted((mark for mark in parsed if isinstance(mark, TimeMark)), key=_at_ms))
    if kind is Dispute and name in {"title", "institution"} and not str(parsed).strip():
        raise InputProblem("field-empty", field=name)
    return parsed


def normalised(name: str, field: Field, value: object) -> FieldValue:
    """Return a value of a field as it is kept.

    Raises InputProblem: ``field-unreadable``, ``currency-unknown``, ``amount-unreadable``.
    """
    try:
        shape = plain(value)
    except TypeError as error:
        raise InputProblem("field-unreadable", field=name) from error
    parsed = field.parse(shape)
    if name == "currency":
        return parse_currency(str(parsed))
    if name == "set_aside":
        return str(parsed).strip()
    return parsed


def _at_ms(mark: TimeMark) -> int:
    return mark.at_ms
