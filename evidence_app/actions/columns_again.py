"""What changes in the events of a table once somebody says anew what its columns hold. The original is read again.

What a person changed in an event stays, and so does all else that is joined to it: only what the table was thought to
say, as its columns were named before, gives way to what it says now.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from evidence_app.actions.session import Session
from evidence_app.domain.events import Direction, Event, Outcome
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.exports import Columns, Hints, TimeKind
from evidence_app.domain.fields import FieldValue
from evidence_app.domain.times import ClockReading, EventTime, choose

Fields = Mapping[str, FieldValue]
"""Fields of an event by their names, as a row of the table says them."""

ReadWith = Callable[[Hints], Iterable[Columns]]
"""Reads the table's records with its columns named so."""


def columns_named(session: Session, exhibit: Exhibit) -> list[Hints]:
    """Return how the columns of a table were named whenever it was imported, each way once, the last one last.

    Of a bank's statement nobody had to name them: its headings are known, or like known ones.
    """
    with session.vault.read() as catalog:
        entries = [each for _, each in catalog.import_entries(exhibit.dispute_id) if each.exhibit_id == exhibit.id]
    named = [entry.hints for entry in entries if not entry.carried]
    return [each for index, each in enumerate(named) if each not in named[index + 1 :]]


def changed_by_columns(session: Session, exhibit: Exhibit, hints: Hints, read: ReadWith) -> dict[str, Fields]:
    """Return what naming a table's columns anew changes in its events, by event; nothing where it is named as before.

    An event is that of the same row. A field changes where it says what the table was thought to say there.
    """
    earlier = [each for each in columns_named(session, exhibit) if _in_order(each) != _in_order(hints)]
    if not hints.columns or not earlier:
        return {}
    with session.vault.read() as catalog:
        events = {event.place: event for event in catalog.events_of_export(exhibit)}
    now, *before = [_by_place(read(each), events.keys()) for each in (hints, *earlier)]
    named = {name for each in earlier for name, _ in each.columns}
    found = {
        event.id: _changes(event, now[place], [rows[place] for rows in before if place in rows], named)
        for place, event in events.items()
        if place in now
    }
    return {event_id: changes for event_id, changes in found.items() if changes}


def _in_order(hints: Hints) -> Hints:
    """Return the same said in one order; several columns of one field keep theirs."""
    return replace(hints, columns=tuple(sorted(hints.columns, key=lambda each: each[0])))


def _changes(event: Event, now: Fields, before: Sequence[Fields], named: Collection[str]) -> Fields:
    """Return the fields that change; only one of which a column was ``named`` before can become empty."""
    return {
        name: value
        for name, value in now.items()
        if not _is_same(value, known := getattr(event, name))
        and (name in named or not _says_nothing(value))
        and any(each[name] == known for each in before)
    }


def _is_same(value: FieldValue, known: FieldValue) -> bool:
    """Tell whether two values say the same; of a time, it does not matter who read it."""
    if isinstance(value, EventTime) and isinstance(known, EventTime) and value.reading and known.reading:
        return (value.reading.wall, value.precision) == (known.reading.wall, known.precision)
    return value == known


def _says_nothing(value: FieldValue) -> bool:
    return value in ("", None) or (isinstance(value, EventTime) and value.reading is None)


def _by_place(parts: Iterable[Columns], wanted: Iterable[str]) -> dict[str, Fields]:
    places = frozenset(wanted)
    return {place: fields for part in parts for place, fields in _rows(part) if place in places}


def _rows(part: Columns) -> Iterator[tuple[str, Fields]]:
    for index, place in enumerate(part.place):
        amount = part.amount[index]
        yield (
            place,
            {
                "time": _time(part, index),
                "direction": Direction(part.direction[index]),
                "party": part.party[index],
                "number": part.number[index],
                "text": part.text[index],
                "amount": Decimal(amount) if amount else None,
                "currency": part.currency[index],
                "reference": part.reference[index],
                "outcome": Outcome(part.outcome[index]),
                "account": part.account[index],
            },
        )


def _time(part: Columns, index: int) -> EventTime:
    kind: TimeKind | None = part.time[index]
    if kind is None:
        return EventTime()
    reading = ClockReading(
        part.wall[index],
        kind.precision,
        kind.source,
        kind.confidence,
        kind.offset_min,
        kind.meaning,
        kind.origin,
        part.words[index],
    )
    return choose([reading])
