"""When something without a time may have happened: what its own readings and its dated neighbours suggest.

Knows nothing of widgets. A proposal is never taken by itself: a person accepts it, and so states the time.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Event, EventKind, TimelineEntry
from evidence_app.domain.times import EventTime, Precision, TimeSource, instant
from evidence_app.domain.typed_time import FORMATS, home_text, with_typed

MOST_PROPOSALS = 5


class Basis(StrEnum):
    """Why a time is proposed."""

    READING = "reading"  # the event has it already, it only was not chosen
    NAMED_BETWEEN = "named-between"
    NAMED_AFTER = "named-after"
    NAMED_BEFORE = "named-before"
    ADDED_BETWEEN = "added-between"
    ADDED_AFTER = "added-after"
    ADDED_BEFORE = "added-before"


@dataclass(frozen=True, slots=True)
class Dated:
    """A neighbour whose day is known: its exhibit number, its file's name, its time in the dispute's zone."""

    number: int
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """A time that an event may have, as ``text``, why, and what accepting it makes of the event's time.

    ``one`` and ``other`` are the neighbours it rests on, ``source`` where an own reading was read.
    """

    text: str
    basis: Basis
    time: EventTime
    source: TimeSource | None = None
    one: Dated | None = None
    other: Dated | None = None


def undated(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """Return the events without a time, in their order; not of files whose records have times of their own."""
    return [entry for entry in entries if has_no_time(entry)]


def has_no_time(entry: TimelineEntry) -> bool:
    """Tell whether somebody should say when it was."""
    return not entry.told and (entry.at is None or entry.precision is Precision.UNKNOWN)


def neighbours(entries: Iterable[TimelineEntry], names: dict[str, str]) -> list[Dated]:
    """Return the exhibits of which the day is known from more than the file's last writing, by number.

    ``names`` are the files' names by exhibit.
    """
    found = {
        entry.exhibit_number: Dated(entry.exhibit_number, names.get(entry.exhibit_id, ""), entry.at)
        for entry in entries
        if entry.kind is EventKind.DOCUMENT
        and entry.exhibit_number
        and entry.at is not None
        and entry.precision not in {Precision.MONTH, Precision.UNKNOWN}
        and entry.time_source is not TimeSource.MODIFIED
    }
    return [found[number] for number in sorted(found)]


def proposals(event: Event, number: int, name: str, dated: Sequence[Dated], home: ZoneInfo) -> list[Proposal]:
    """Return the times an event may have, the best founded first, each text once.

    ``number`` and ``name`` are those of the exhibit that the event is the document of, 0 and empty for none.
    """
    own = _own(event.time, home)
    found = [proposal for proposal in own if proposal.source is not TimeSource.MODIFIED]
    if number:
        beside = [one for one in dated if one.number != number]
        found += _between(event.time, *_around_name(name, beside), _NAMED)
        before = max((one for one in beside if one.number < number), key=lambda one: one.number, default=None)
        after = min((one for one in beside if one.number > number), key=lambda one: one.number, default=None)
        found += _between(event.time, before, after, _ADDED)
    found += [proposal for proposal in own if proposal.source is TimeSource.MODIFIED]  # copying changes it
    first_of_each = {proposal.text: proposal for proposal in reversed(found)}
    return [proposal for proposal in found if first_of_each[proposal.text] is proposal][:MOST_PROPOSALS]


def _own(time: EventTime, home: ZoneInfo) -> list[Proposal]:
    return [
        Proposal(
            home_text(reading, home), Basis.READING, replace(time, chosen=index, decided=True), source=reading.source
        )
        for index, reading in enumerate(time.readings)
        if instant(reading, home) is not None
    ]


_NAMED = (Basis.NAMED_BETWEEN, Basis.NAMED_AFTER, Basis.NAMED_BEFORE)
_ADDED = (Basis.ADDED_BETWEEN, Basis.ADDED_AFTER, Basis.ADDED_BEFORE)


def _between(
    time: EventTime, before: Dated | None, after: Dated | None, bases: tuple[Basis, Basis, Basis]
) -> list[Proposal]:
    """Return the day of both neighbours; else their month, if they share it, and the day of each."""
    between, behind, ahead = bases
    days = [one.at.date() if one else None for one in (before, after)]
    if days[0] is not None and days[0] == days[1]:
        return [_typed(time, days[0], Precision.DAY, between, before, after)]
    found = []
    if days[0] and days[1] and days[0] < days[1] and days[0].replace(day=1) == days[1].replace(day=1):
        found.append(_typed(time, days[0], Precision.MONTH, between, before, after))
    if days[0]:
        found.append(_typed(time, days[0], Precision.DAY, behind, before, None))
    if days[1]:
        found.append(_typed(time, days[1], Precision.DAY, ahead, after, None))
    return found


def _typed(
    time: EventTime, day: date, precision: Precision, basis: Basis, one: Dated | None, other: Dated | None
) -> Proposal:
    text = day.strftime(FORMATS[precision])
    return Proposal(text, basis, with_typed(time, text), one=one, other=other)


_NUMBERED = re.compile(r"(?P<before>.*?)(?P<number>\d{1,9})(?P<after>\D*)", re.DOTALL)


def _sequence(name: str) -> tuple[tuple[str, str], int] | None:
    """Return the series a file's name belongs to and its place in it, by the last number in the name."""
    match = _NUMBERED.fullmatch(name)
    return ((match["before"].casefold(), match["after"].casefold()), int(match["number"])) if match else None


def _around_name(name: str, dated: Sequence[Dated]) -> tuple[Dated | None, Dated | None]:
    """Return the nearest dated neighbours in the series of a file's name, before and after it."""
    own = _sequence(name)
    if own is None:
        return None, None
    series = [(place[1], one) for one in dated if (place := _sequence(one.name)) is not None and place[0] == own[0]]
    before = max((pair for pair in series if pair[0] < own[1]), key=lambda pair: pair[0], default=None)
    after = min((pair for pair in series if pair[0] > own[1]), key=lambda pair: pair[0], default=None)
    return before[1] if before else None, after[1] if after else None
