"""The command that prints the ordered events of a dispute, for people or in the stable form of its JSON."""

import argparse
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from evidence_app.call_words import call_words
from evidence_app.commands import OK, Call, printable
from evidence_app.domain.attempts import attempt_of
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import MOVES_MONEY, Direction, Event, EventKind, EventStatus
from evidence_app.domain.exhibits import clock
from evidence_app.domain.machine_text import Place
from evidence_app.domain.mails import words_of
from evidence_app.domain.money import plain_amount
from evidence_app.domain.times import ClockReading, EventTime, Precision, instant
from evidence_app.phrases import Language, name_of, phrase

if TYPE_CHECKING:
    from evidence_app.actions.continuity import Join
    from evidence_app.domain.call_binding import Binding

BREAKS = re.compile(r"\s*[\r\n\t]\s*", re.ASCII)
"""What a line for a person stands on one line without."""


def timeline(call: Call, given: argparse.Namespace) -> int:
    """Print the ordered events of a dispute, and what joins the pictures that they were read from."""
    from evidence_app.actions.timeline import telling
    from evidence_app.domain.pairs_of_payments import pairs_among

    with call.session() as session:
        told = telling(session, given.dispute, with_joins=not call.as_json)
    standing = {(each.event_id, each.exhibit_id): each.place for each in told.places}
    hashes = {exhibit.id: exhibit.original.sha256 for exhibit in told.exhibits}
    names = {exhibit.id: exhibit.label for exhibit in told.exhibits}
    partners, events = pairs_among(told.events, told.dispute.zone).partner, told.events
    if not told.contacts.is_empty:
        events = [replace(each, party=told.contacts.shown(each.party, each.number)) for each in events]
    documents = [
        event_document(event, told.dispute, hashes, standing)
        | {"paired_with": partners.get(event.id)}
        | recording_facts(event, told.bound, hashes)
        for event in events
    ]
    call.answer({"dispute": told.dispute.id, "events": documents})
    happened = [event for event in events if not event.time.only_file_date]
    for event in happened:
        call.say(printable(_event_line(call, event, told.dispute, names)))
    if len(happened) < len(events):
        call.say(call.words("timeline.file_dates"))
    for event in (each for each in events if each.time.only_file_date):
        call.say(printable(_event_line(call, event, told.dispute, names)))
    for join in told.joins:
        call.say(printable(join_words(call, join)))
    numbers = {exhibit.id: exhibit.number for exhibit in told.exhibits}
    times = {event.id: _at(event.time.reading, told.dispute) or "" for event in events}
    for each in told.bound:
        words = call_words(each, times[each.call_id], call.language)
        call.say(printable(f"#{numbers[each.recording_id]}  {words}"))
    if not events:
        call.say(call.words("timeline.empty"))
    return OK


def recording_facts(event: Event, bound: "Sequence[Binding]", hashes: Mapping[str, str]) -> dict[str, Any]:
    """Return which recordings fit a call, or which call fits a recording; nothing for events that are neither."""
    of_call = [
        {"exhibit": hashes[each.recording_id], **_agreement(each)}
        for each in bound
        if each.call_id == event.id and each.recording_id in hashes
    ]
    mine = next((each for each in bound if each.document_id == event.id), None)
    facts: dict[str, Any] = {"recordings": of_call} if of_call else {}
    return facts | ({"recording_of": {"event": mine.call_id, **_agreement(mine)}} if mine else {})


def _agreement(binding: "Binding") -> dict[str, Any]:
    return {
        "agrees": list(binding.agreed),
        "differs": list(binding.differing),
        "apart_s": binding.apart_s,
        "shifted_min": binding.shifted_min,
        "at_end": binding.at_end,
        "longer_s": binding.longer_s,
        "confirmed": binding.linked,
    }


def join_words(call: Call, join: "Join") -> str:
    """Return how two pictures of a thread follow each other, as a sentence."""
    facts = {"before": join.before.number, "after": join.after.number, "count": join.in_common}
    words = call.words(f"continuity.{join.seam.value}", **facts)
    return f"{join.party}: {words}" if join.party else words


def event_document(
    event: Event, dispute: Dispute, hashes: Mapping[str, str], places: Mapping[tuple[str, str], Place]
) -> dict[str, Any]:
    """Return an event in the stable form of ``timeline --json``; ``hashes`` maps exhibits in use to their SHA-256.

    ``places`` are where machines read events, by the ids of event and exhibit.
    """
    return {
        "id": event.id,
        "kind": event.kind.value,
        **_time_document(event.time, dispute),
        "direction": event.direction.value or None,
        "party": event.party or event.number or None,
        "number": event.number or None,
        "agent_id": event.agent_id or None,
        "agent_name": event.agent_name or None,
        "text": event.text or None,
        "amount": plain_amount(event.amount) or None,
        "currency": event.currency if event.amount is not None else None,
        "reference": event.reference or None,
        "duration_s": event.duration_s,
        "outcome": event.outcome.value or None,
        "promise": {"text": event.promise, "due": _iso(event)} if event.promise else None,
        "body": event.body or None,
        "account": event.account or None,
        **_source_document(event, hashes, places),
        "status": event.status.value,
    }


def _time_document(time: EventTime, dispute: Dispute) -> dict[str, Any]:
    reading = time.reading
    return {
        "at": _at(reading, dispute),
        "precision": time.precision.value,
        "time_source": reading.source.value if reading else None,
        "offset_source": reading.offset_source.value if reading else None,
        "year_from": reading.year_from.value if reading and reading.year_from else None,
        "readings": [
            {"at": _at(each, dispute), "source": each.source.value, "confidence": each.confidence / 100}
            for each in time.readings
        ],
    }


def _source_document(
    event: Event, hashes: Mapping[str, str], places: Mapping[tuple[str, str], Place]
) -> dict[str, Any]:
    in_use = [exhibit_id for exhibit_id in event.exhibit_ids if exhibit_id in hashes]
    shown = [hashes[exhibit_id] for exhibit_id in in_use]
    place = places.get((event.id, in_use[0])) if in_use else None
    return {
        "exhibit": shown[0] if shown else None,
        "exhibits": shown,
        "region": list(place.region) if place else None,
        "page": place.page_index if place else None,
        "place": place_document(event.place) if in_use[:1] == [event.read_from] else None,
    }


def place_document(place: str) -> dict[str, Any] | str | None:
    """Return a place in the form of the JSON: a kind and a number, text for one that has none, null for no place."""
    kind, _, number = place.rpartition(":")
    if kind and number.isascii() and number.isdigit():
        return {"kind": kind, "number": int(number)}
    return place or None


def _iso(event: Event) -> str | None:
    return event.promise_due.isoformat() if event.promise_due else None


def _at(reading: ClockReading | None, dispute: Dispute) -> str | None:
    at = instant(reading, dispute.zone) if reading else None
    return at.isoformat() if at else None


def _happened(event: Event, language: Language) -> tuple[str, ...]:
    """Return what kind of thing happened, and which way: of an attempt with money that it was one."""
    tried = attempt_of(event.kind, event.direction, event.outcome, event.text)
    if tried is not None:
        return (name_of(tried, language),)
    if event.kind in MOVES_MONEY and event.direction in (Direction.IN, Direction.OUT):  # money is not "sent"
        return name_of(event.kind, language), phrase("dossier", f"money.{event.direction.value}", language)
    return name_of(event.kind, language), name_of(event.direction, language)


def _event_line(call: Call, event: Event, dispute: Dispute, names: dict[str, str]) -> str:
    reading = event.time.reading
    at = instant(reading, dispute.zone) if reading else None
    shape = {Precision.MONTH: "%Y-%m", Precision.DAY: "%Y-%m-%d", Precision.MINUTE: "%Y-%m-%d %H:%M"}
    when = at.strftime(shape.get(event.time.precision, "%Y-%m-%d %H:%M:%S")) if at else call.words("timeline.unknown")
    source = name_of(reading.source, call.language) if reading else ""
    amount = f"{plain_amount(event.amount)} {event.currency}" if event.amount is not None else ""
    files = ", ".join(names.get(exhibit_id, "") for exhibit_id in event.exhibit_ids[:1])
    other = event.party or event.number
    parts = [
        *_happened(event, call.language),
        other,
        event.agent_id,
        amount,
        name_of(event.outcome, call.language) if attempt_of(event.kind, event.direction, event.outcome) is None else "",
        clock(event.duration_s * 1000) if event.duration_s and event.kind is EventKind.CALL else "",
        BREAKS.sub(" ", words_of(event.text, event.number)).strip()
        or ("" if other and event.kind is not EventKind.DOCUMENT else files),
        call.words("timeline.suggested") if event.status is EventStatus.SUGGESTED else "",
    ]
    return f"{event.id}  {when:<19}  [{source}]  " + "  ".join(part for part in parts if part)
