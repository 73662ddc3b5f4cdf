"""Events and suggestions of a reading as rows of the catalog and in the form in which findings name them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any
from zoneinfo import ZoneInfo

from evidence_app.domain.custody import Plain
from evidence_app.domain.events import Event, EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import EVENT_FIELDS, checked, plain, plain_fields
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.machine_text import is_same_place
from evidence_app.domain.suggestions import KNOWN, ReadEvent, Suggested, Suggestion, SuggestionState
from evidence_app.errors import InputProblem
from evidence_app.vault.found import event_shape, facts_as_read, stored_region, suggestion_shape
from evidence_app.vault.machine_texts import PER_MILLE
from evidence_app.vault.records import Column, event_columns


@dataclass(frozen=True, slots=True)
class ReadAs:
    """An event as this reading has it, and as it is kept; ``known`` if it was there before."""

    read: ReadEvent
    event: Event
    known: bool = False


def new_event(exhibit: Exhibit, facts: EventFacts, ordinal: int) -> Event:
    """Return an event that an exhibit shows, suggested. Raises InputProblem for what its fields cannot hold."""
    if facts.kind is EventKind.DOCUMENT:
        raise InputProblem("event-belongs-to-exhibit")
    values = checked_facts(facts) | {"exhibit_ids": (exhibit.id,)}
    return Event(id=new_id(), dispute_id=exhibit.dispute_id, ordinal=ordinal, read_from=exhibit.id, **values)


def checked_facts(facts: EventFacts) -> dict[str, Any]:
    """Return what a machine read of an event as its fields can hold it. Raises InputProblem."""
    values: dict[str, Any] = {
        field.name: checked(Event, field.name, getattr(facts, field.name)) for field in fields(facts)
    }
    values.pop("exhibit_ids")
    return values | {"status": EventStatus.SUGGESTED}


def event_row(event: Event, home: ZoneInfo) -> dict[str, Column]:
    """Return the columns of a new event; ``home`` is the dispute's zone."""
    fixed: dict[str, Column] = {"id": event.id, "dispute_id": event.dispute_id, "ordinal": event.ordinal}
    shown: dict[str, Column] = {"read_from": event.read_from, "first_exhibit_id": event.read_from}
    return fixed | shown | event_columns(event, home, EVENT_FIELDS)


def read_event_shape(each: ReadAs) -> dict[str, Plain]:
    """Return how findings name an event that they began, or found again."""
    shape = event_shape(each.read, each.event.id, each.event.ordinal, plain_fields(each.event))
    if not each.known:
        return shape
    shape.pop("ordinal")
    return shape | {KNOWN: 1, "fields": facts_as_read(each.read.facts)}


def suggestion_row(
    given: Suggested, shape: Mapping[str, Plain], exhibit: Exhibit, seq: int, position: int
) -> dict[str, Column]:
    """Return the columns of a new suggestion of the reading ``seq``."""
    return {
        "id": str(shape["id"]),
        "dispute_id": exhibit.dispute_id,
        "seq": seq,
        "position": position,
        "exhibit_id": exhibit.id,
        "event_id": str(shape.get("event", "")),
        "kind": given.kind.value,
        "value": str(shape["value"]),
        "quote": str(shape["quote"]),
        "page_index": given.place.page_index,
        "region": stored_region(given.place.region),
        "confidence": round(given.confidence * PER_MILLE),
        "due": str(plain(given.due)),
        "state": SuggestionState.WAITING.value,
        "decided_value": "",
        "decided_due": "",
    }


def suggestion_shapes(given: Iterable[tuple[Suggested, str]], event_ids: Sequence[str]) -> list[dict[str, Plain]]:
    """Return how the findings name their suggestions; one that somebody decided on is named again."""
    shapes = []
    for suggested, known in given:
        event_id = event_ids[suggested.event_index] if suggested.event_index is not None else ""
        shape = suggestion_shape(suggested, known or new_id(), event_id)
        shapes.append(shape | {KNOWN: 1} if known else shape)
    return shapes


def is_same(decided: Suggestion, given: Suggested) -> bool:
    """Tell whether a suggestion is one that somebody decided on: of the same kind, at the same place."""
    return decided.kind is given.kind and is_same_place(decided.place, given.place)


def correction_rows(exhibit: Exhibit, seq: int, corrections: Mapping[int, str]) -> list[dict[str, Column]]:
    """Return the columns of corrections of a reading, by the indexes of its lines."""
    return [
        {
            "dispute_id": exhibit.dispute_id,
            "seq": seq,
            "line_index": index,
            "exhibit_id": exhibit.id,
            "text": words,
        }
        for index, words in corrections.items()
    ]
