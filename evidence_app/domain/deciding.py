"""What follows from accepting a suggestion: its value as it is kept, and the fields of an event that take it. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.fields import FieldValue, clean
from evidence_app.domain.money import DEFAULT_CURRENCY, parse_amount, parse_currency, plain_amount
from evidence_app.domain.suggestions import Suggestion, SuggestionKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, without_readings
from evidence_app.errors import InputProblem

CONFIRMED = 100
"""Confidence in a time that a person confirmed."""

ACCEPTED_TIME = "accepted-suggestion"
"""Where such a reading comes from."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a person makes of a suggestion on accepting it, in full; ``due`` is a promise's last day, None for none."""

    value: str
    due: date | None = None


TOGETHER = "together"
"""Names in a log's entry that several things were accepted at once."""

MOST_CHARACTERS = 10_000
"""Of a suggestion's value; more is a paste gone wrong."""

FIELDS: Mapping[SuggestionKind, str] = {
    SuggestionKind.AGENT_ID: "agent_id",
    SuggestionKind.AGENT_NAME: "agent_name",
    SuggestionKind.AMOUNT: "amount",
    SuggestionKind.PHONE: "number",
    SuggestionKind.REFERENCE: "reference",
    SuggestionKind.PROMISE: "promise",
}
"""The field of an event that a suggestion is about; the other kinds have none, `OF_PAYMENTS` apart."""

OF_PAYMENTS: Mapping[SuggestionKind, str] = {SuggestionKind.INSTITUTION: "party"}
"""What a suggestion that stands in a payment is about, too: with whom it was. A message may name any institution."""


def field_of(event: Event, kind: SuggestionKind) -> str | None:
    """Return the field of an event that suggestions of a kind are about, None if they are about none."""
    return OF_PAYMENTS.get(kind) if event.kind is EventKind.PAYMENT and kind in OF_PAYMENTS else FIELDS.get(kind)


def normalised(kind: SuggestionKind, value: str) -> str:
    """Return a value as suggestions of this kind have it.

    Raises InputProblem: ``field-empty``, ``amount-unreadable``, ``currency-unknown``, ``field-unreadable`` for no time.
    """
    words, name = clean(value).strip(), FIELDS.get(kind, kind.value)
    if not words:
        raise InputProblem("field-empty", field=name)
    if len(words) > MOST_CHARACTERS:
        raise InputProblem("field-unreadable", field=name)
    if kind is SuggestionKind.AMOUNT:
        number, _, currency = words.partition(" ")
        return f"{plain_amount(parse_amount(number))} {parse_currency(currency)}"
    if kind is SuggestionKind.TIME:
        wall_of(words)
    return words


def fields_of(kind: SuggestionKind, value: str, due: date | None) -> dict[str, FieldValue]:
    """Return the fields of an event that an accepted value fills; none for some kinds."""
    name = FIELDS.get(kind, OF_PAYMENTS.get(kind))
    if name is None:
        return {}
    if kind is SuggestionKind.AMOUNT:
        number, _, currency = value.partition(" ")
        return {"amount": parse_amount(number), "currency": currency or DEFAULT_CURRENCY}
    return {name: value, "promise_due": due} if kind is SuggestionKind.PROMISE else {name: value}


def filled(event: Event, suggestion: Suggestion, given: Corrected) -> dict[str, FieldValue]:
    """Return what an accepted suggestion changes in an event: an empty field, or one that has its value.

    A field that says something else was filled from other words, or by a person, and stays. A number that somebody
    names is not the one that they are reached at: it is taken for that only where nobody else is known.
    """
    name = field_of(event, suggestion.kind)
    if name is None or getattr(event, name) not in ("", None, *_said(suggestion, name)):
        return {}
    if name == "number" and not _may_be_reached_at(event):
        return {}
    if name == "agent_id" and names_successor(event.text, given.value):
        return {}
    return fields_of(suggestion.kind, given.value, given.due)


def _may_be_reached_at(event: Event) -> bool:
    """Tell whether a number that was read may be that of the other side."""
    return event.kind is EventKind.CALL or (event.kind is EventKind.MESSAGE and not event.party)


_TAKEN_OVER = re.compile(r"(?:由|[交转轉][给給]).{0,24}(?:接手|接管|接替)")


def names_successor(text: str, agent_id: str) -> bool:
    """Tell whether words say that an agent takes over, so that somebody else said it: 已由B2290接手."""
    before, found, after = text.partition(agent_id) if agent_id else ("", "", "")
    sentence = re.split(r"[。!！?？]", before)[-1] + found + re.split(r"[。!！?？]", after)[0]
    return bool(found and _TAKEN_OVER.search(sentence))


def emptied(event: Event, suggestion: Suggestion) -> dict[str, FieldValue]:
    """Return what a dismissed suggestion changes in an event: the field that has its value says nothing any more.

    Whom a page names as payee stays with the payment: dismissed as institution it is only no party to the dispute, and
    a correction of the name goes with it.
    """
    name = field_of(event, suggestion.kind)
    if name is None or getattr(event, name) not in _said(suggestion, name):
        return {}
    if suggestion.kind in OF_PAYMENTS:
        return fields_of(suggestion.kind, suggestion.value, None)
    nothing: dict[str, FieldValue] = {name: None if name == "amount" else ""}
    return nothing | {"promise_due": None} if name == "promise" else nothing


def _said(suggestion: Suggestion, name: str) -> tuple[FieldValue, ...]:
    """Return the values of a field that come from a suggestion: the machine's, and what was accepted."""
    values = (suggestion.value, suggestion.decided_value)
    return tuple(fields_of(suggestion.kind, value, None)[name] for value in values if value)


def is_carried(event: Event, suggestion: Suggestion) -> bool:
    """Tell whether a field of the event already says what was suggested: who accepts the event accepts that, too."""
    if suggestion.kind not in FIELDS:
        return False
    fields = fields_of(suggestion.kind, suggestion.value, suggestion.due)
    return bool(fields) and all(getattr(event, name) == value for name, value in fields.items())


def wall_of(value: str) -> tuple[datetime, Precision]:
    """Read the value of a suggested time: ISO 8601, as exactly as it was read. Raises InputProblem."""
    try:
        if len(value) == len("2025-02"):
            return datetime.fromisoformat(f"{value}-01"), Precision.MONTH
        wall = datetime.fromisoformat(value)
    except ValueError as error:
        raise InputProblem("field-unreadable", field="time") from error
    if len(value) <= len("2025-02-22"):
        return wall, Precision.DAY
    return wall, Precision.MINUTE if len(value) <= len("2025-02-22T08:15") else Precision.SECOND


def reading_of(suggestion: Suggestion, value: str) -> ClockReading:
    """Return the clock reading that an accepted time is: read off the screen, confirmed by a person."""
    wall, precision = wall_of(value)
    offset = wall.utcoffset()
    return ClockReading(
        wall.replace(tzinfo=None),
        precision,
        TimeSource.SCREEN,
        CONFIRMED,
        offset_min=None if offset is None else round(offset.total_seconds() / 60),
        origin=ACCEPTED_TIME,
        words=suggestion.quote,
    )


def without_accepted(time: EventTime, suggestion: Suggestion) -> EventTime:
    """Return a time without the reading that an accepted suggestion added."""
    if not suggestion.decided_value:
        return time
    added = reading_of(suggestion, suggestion.decided_value)
    return without_readings(time, lambda reading: reading == added)


def confirmed_alone(entries: Iterable[Mapping[str, Any]], accepted: Mapping[str, str]) -> frozenset[str]:
    """Return the events of which somebody accepted a suggestion by itself, and left it so.

    ``entries`` are the payloads of all decisions, in order; ``accepted`` has, by what stands accepted, its event.
    Accepting whatever waits says nothing of any one of it. Earlier versions did not note that: theirs count where an
    entry is about the suggestions of one event.
    """
    alone: set[str] = set()
    for payload in entries:
        decided = [each for each in payload["changes"] if each["what"] == "suggestion" and each["field"] == "state"]
        ids = {each["id"] for each in decided}
        is_one = not payload.get(TOGETHER) and len({accepted.get(each) for each in ids}) == 1
        alone = alone | ids if is_one else alone - ids
    return frozenset(accepted[each] for each in alone if each in accepted)
