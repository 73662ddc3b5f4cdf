"""Calendars as iCalendar (RFC 5545) and vCalendar 1.0: entries are notes with a time.

A time in UTC or in a named zone states its offset; a time without either is that of wherever its owner was. An entry
that repeats is one record, at its first time, which its warning says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from evidence_app.domain.events import EventKind
from evidence_app.domain.exports import Read, Record, Unread
from evidence_app.domain.times import ClockReading, Precision
from evidence_app.intake.exports.clocks import wall_time
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import MOST_SECONDS, stated
from evidence_app.intake.exports.vobjects import Property, property_of, unfolded

_ENTRIES = ("VEVENT", "VTODO", "VJOURNAL")
_TIMES = ("DTSTART", "DUE", "DTSTAMP")
"""What tells when an entry is, the best first; the last is when it was written down."""

_TEXTS = ("SUMMARY", "LOCATION", "DESCRIPTION")
_ONCE = frozenset({"UID", "DTSTAMP", "DTSTART"})
"""What no entry has twice (RFC 5545, 3.6.1): where one does, another begins, and what stood between is damaged."""

_WANTED = frozenset({*_TIMES, *_TEXTS, *_ONCE, "DTEND", "RRULE"})

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?")
_WINDOWS_ZONES = {
    "china standard time": "Asia/Shanghai",
    "taipei standard time": "Asia/Taipei",
    "singapore standard time": "Asia/Singapore",
    "tokyo standard time": "Asia/Tokyo",
}
"""What Outlook calls zones, of those in which our users live."""


def recognises(source: Source) -> bool:
    """Tell whether the file begins a calendar."""
    return source.first_line.upper() == "BEGIN:VCALENDAR"


@dataclass(slots=True)
class _Open:
    """An entry whose end was not reached: where it began, what it says, and what began inside it and did not end."""

    place: str
    found: dict[str, Property] = field(default_factory=dict)
    depth: int = 0
    inside: str = ""

    def begin_inside(self, place: str) -> None:
        """Know of a reminder, or of what may have been an entry of its own."""
        self.depth += 1
        if self.depth == 1:
            self.inside = place

    def end(self) -> Iterator[Read]:
        """Yield the entry, and that what began inside it never ended."""
        yield _entry(self.place, self.found)
        if self.depth:
            yield Unread(self.inside, "record-damaged")


def read(source: Source) -> Iterator[Read]:
    """Yield every entry; and once that the file is cut, if it is."""
    entry: _Open | None = None
    for number, line in unfolded(source.lines()):
        place, mark = f"line:{number}", line.strip().upper()
        is_entrys = mark.partition(":")[2] in _ENTRIES
        if is_entrys and mark.startswith("BEGIN:"):
            if entry:
                yield Unread(entry.place, "record-damaged", _words(entry.found))
            entry = _Open(place)
        elif is_entrys and mark.startswith("END:"):
            yield from entry.end() if entry else (Unread(place, "record-damaged"),)
            entry = None
        elif entry is None:
            continue
        elif mark.startswith("BEGIN:"):
            entry.begin_inside(place)
        elif mark.startswith("END:"):
            entry.depth = max(0, entry.depth - 1)
        elif not entry.depth and (each := property_of(number, line)) and each.name in _WANTED:
            if each.name in _ONCE and each.name in entry.found:
                yield _entry(entry.place, entry.found)
                entry = _Open(place)
            entry.found.setdefault(each.name, each)
    if entry:
        yield Unread(entry.place, "cut-off", _words(entry.found))


def _entry(place: str, found: dict[str, Property]) -> Read:
    text = _words(found)
    named = next((found[name] for name in _TIMES if name in found), None)
    time = _time_of(named) if named else None
    if time is None:
        return Unread(place, "record-incomplete", text)
    return Record(
        place,
        EventKind.NOTE,
        time,
        text=text,
        duration_s=_length(found),
        warning="entry-repeats" if "RRULE" in found else "",
    )


def _words(found: dict[str, Property]) -> str:
    texts = (found[name].text.strip() for name in _TEXTS if name in found)
    return "\n".join(filter(None, texts))


def _time_of(named: Property) -> ClockReading | None:
    wall, is_day, is_utc = _wall(named)
    if wall is None:
        return None
    if is_day:
        return stated(wall, Precision.DAY, origin="calendar", words=named.raw)
    offset_min = 0 if is_utc else _offset_min(named.parameter("TZID"), wall)
    return stated(wall, offset_min=offset_min, origin="calendar", words=named.raw)


def _wall(named: Property) -> tuple[datetime | None, bool, bool]:
    """Return a property's wall time, whether it is a whole day, and whether it is in UTC."""
    parts = _TIME.fullmatch(named.raw.strip())
    if parts is None:
        return None, False, False
    year, month, day, hour, minute, second = (int(each or 0) for each in parts.groups()[:6])
    return wall_time((year, month, day), (hour, minute, second)), parts[4] is None, parts[7] == "Z"


def _offset_min(zone_name: str, wall: datetime) -> int | None:
    name = _WINDOWS_ZONES.get(zone_name.lower(), zone_name.lstrip("/"))
    if not name:
        return None
    try:
        offset = wall.replace(tzinfo=ZoneInfo(name)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    return None if offset is None else int(offset.total_seconds() // 60)


def _length(found: dict[str, Property]) -> int | None:
    """Return how long the entry lasts where both its ends are times of day."""
    if "DTSTART" not in found or "DTEND" not in found:
        return None
    begin, end = _instant(found["DTSTART"]), _instant(found["DTEND"])
    length_s = int((end - begin).total_seconds()) if begin and end else -1
    return length_s if 0 <= length_s <= MOST_SECONDS else None


def _instant(named: Property) -> datetime | None:
    time = _time_of(named)
    if time is None or time.wall is None or time.precision is Precision.DAY:
        return None
    return time.wall.replace(tzinfo=UTC) - timedelta(minutes=time.offset_min or 0)
