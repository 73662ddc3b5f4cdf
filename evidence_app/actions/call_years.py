"""The year of calls that a picture shows without one, from a log in which the same call is."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from evidence_app.actions.session import Session
from evidence_app.domain.call_binding import Agreement, directions_agree, numbers_agree
from evidence_app.domain.events import Event, EventFacts, EventKind
from evidence_app.domain.suggestions import Findings
from evidence_app.domain.timeline import event_instant
from evidence_app.domain.times import (
    ORIGINS_OF_YEARS,
    YEARLESS,
    ClockReading,
    EventTime,
    Precision,
    YearFrom,
    choose,
)
from evidence_app.reading.when import parse_when
from evidence_app.vault.reading import Catalog

LEAP_YEAR = datetime(2024, 12, 31)
"""What words are relative to whose year does not matter: it has every day."""

CALL_LOG_CONFIDENCE = 70
"""Confidence in a time whose year another record tells."""

_IN_A_YEAR = "%m-%d %H:%M"

Key = TypeVar("Key", bound=Hashable)


def with_years(catalog: Catalog, dispute_id: str, found: Findings) -> Findings:
    """Return findings whose calls have the year of the dispute's imported logs where a picture shows none."""
    calls = {index: event.facts for index, event in enumerate(found.events) if is_yearless(event.facts)}
    told = years_told(catalog, dispute_id, calls) if calls else {}
    if not told:
        return found
    events = list(found.events)
    for index, reading in told.items():
        events[index] = replace(events[index], facts=replace(events[index].facts, time=choose([reading])))
    return replace(found, events=tuple(events))


def tell_years(session: Session, dispute_id: str) -> None:
    """Give calls that were read before a log was imported the year that it tells; what people decided stays."""
    with session.vault.read() as catalog:
        waiting = {each.id: each for each in catalog.calls_read(dispute_id) if is_yearless(each)}
        told = years_told(catalog, dispute_id, waiting) if waiting else {}
    if told:
        with session.vault.change() as tx:
            tx.tell_years(dispute_id, told)


def is_yearless(facts: EventFacts) -> bool:
    """Tell whether the year of a call is not known, or assumed only by the date of a file."""
    return facts.kind is EventKind.CALL and not facts.time.decided and _reading(facts.time) is not None


def years_told(catalog: Catalog, dispute_id: str, calls: Mapping[Key, EventFacts]) -> dict[Key, ClockReading]:
    """Return the times of calls whose year imported logs tell otherwise than is assumed; none where two years fit."""
    home = catalog.dispute(dispute_id).zone
    log = _by_minute_of_year(catalog.calls_imported(dispute_id), home)
    told = {key: _told(facts, log, home) for key, facts in calls.items()}
    return {key: reading for key, reading in told.items() if reading is not None}


def _reading(time: EventTime) -> ClockReading | None:
    """Return the reading that names no year, if nothing better is known."""
    return next(
        (
            each
            for each in time.readings
            if each.origin == YEARLESS or (each.year_from is YearFrom.FILE_DATE and each == time.reading)
        ),
        None,
    )


def _by_minute_of_year(calls: Iterable[Event], home: ZoneInfo) -> Mapping[str, list[tuple[datetime, Event]]]:
    found: defaultdict[str, list[tuple[datetime, Event]]] = defaultdict(list)
    for each in calls:
        at = event_instant(each, home)
        if at is not None and each.time.precision in (Precision.SECOND, Precision.MINUTE):
            found[at.strftime(_IN_A_YEAR)].append((at, each))
    return found


def _told(facts: EventFacts, log: Mapping[str, list[tuple[datetime, Event]]], home: ZoneInfo) -> ClockReading | None:
    reading = _reading(facts.time)
    shown = parse_when(reading.words, LEAP_YEAR) if reading else None
    if reading is None or shown is None or shown.precision not in (Precision.SECOND, Precision.MINUTE):
        return None
    same = [at for at, each in log.get(shown.wall.strftime(_IN_A_YEAR), ()) if is_same_call(facts, each)]
    years = {at.year for at in same}
    if len(years) != 1 or (reading.wall is not None and reading.wall.year in years):
        return None
    return reading._replace(
        wall=shown.wall.replace(year=years.pop()),
        precision=shown.precision,
        confidence=CALL_LOG_CONFIDENCE,
        origin=ORIGINS_OF_YEARS[YearFrom.CALL_LOG],
    )


def is_same_call(one: EventFacts, other: EventFacts) -> bool:
    """Tell whether two calls of one minute are one: with the same number or name, and not known to go two ways."""
    numbers = numbers_agree(one.number, other.number, one.party, other.party)
    return numbers is Agreement.AGREES and directions_agree(one.direction, other.direction)
