"""Which call of a call log a recording is of: what its name and its sound say, beside what the log says. Pure.

Nothing here is a fact: it says which call fits a recording best, in what the two agree and in what they do not. A
person who finds it right adds the recording to the call.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.times import ClockReading, Precision, TimeMeaning, TimeSource, instant

RECORDED = frozenset({MediaKind.AUDIO, MediaKind.VIDEO})
"""What may be the recording of a call."""

RINGING_S = 120
"""A call log counts from when it rings, a recording begins when somebody answers: networks let it ring so long."""

EARLY_S = 60
"""By how much a recording may seem to begin before its call: clocks of logs that give minutes."""

END_S = 60
"""How near to the end of a call a time lies that was written when the recording was closed."""

DURATION_S = 15
DURATION_PART = 0.1
"""By how much the lengths may differ, whichever is more: who records by hand is late, and networks count setup."""

FARTHEST_SHIFT = timedelta(hours=14)
SHIFT_STEP_S = 30 * 60
SHIFT_S = 60
"""Times apart by whole half-hours, give or take a minute, are one moment on clocks of two zones."""

LOCAL_DIGITS = 7
"""Digits in which two ways to write a number must agree from its end: shorter ones, as of hotlines, are whole."""


class Agreement(StrEnum):
    """What two sources say of one thing."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording as an exhibit: its readings of when, and what its name says of who was on the other side."""

    exhibit_id: str
    event_id: str
    readings: tuple[ClockReading, ...]
    number: str = ""
    party: str = ""
    direction: Direction = Direction.NONE
    duration_s: int | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    """A recording and the call that fits it best.

    ``apart_s`` is by how many seconds the recording's time lies after the call's, ``shifted_min`` the part of it that
    is a difference of zones, 0 for none. ``at_end`` is true where the recording's time is that of its end. ``longer_s``
    is by how much the recording is longer than the call, None where a length is not known. ``linked`` is true where a
    person added the recording to the call.
    """

    recording_id: str
    document_id: str
    call_id: str
    time: Agreement
    number: Agreement
    duration: Agreement
    apart_s: int = 0
    shifted_min: int = 0
    at_end: bool = False
    longer_s: int | None = None
    linked: bool = False

    @property
    def agreed(self) -> tuple[str, ...]:
        """What agrees, of time, number and duration."""
        return self._said(Agreement.AGREES)

    @property
    def differing(self) -> tuple[str, ...]:
        """What does not."""
        return self._said(Agreement.DIFFERS)

    def _said(self, what: Agreement) -> tuple[str, ...]:
        stated = (("time", self.time), ("number", self.number), ("duration", self.duration))
        return tuple(name for name, agreement in stated if agreement is what)


def recordings(events: Iterable[Event], exhibit_ids: frozenset[str] | set[str]) -> Iterator[Recording]:
    """Yield the recordings among documents; ``exhibit_ids`` are the exhibits that are sound or film."""
    for event in events:
        exhibit_id = next(iter(event.exhibit_ids), "")
        if event.kind is EventKind.DOCUMENT and exhibit_id in exhibit_ids:
            readings = tuple(each for each in event.time.readings if _is_telling(each))
            yield Recording(
                exhibit_id, event.id, readings, event.number, event.party, event.direction, event.duration_s
            )


def _is_telling(reading: ClockReading) -> bool:
    """Tell whether a time may be that of a call; copying a file changes when it was modified."""
    return reading.meaning is not TimeMeaning.SAVED and reading.precision in {Precision.SECOND, Precision.MINUTE}


def bound_among(events: Collection[Event], exhibits: Iterable[Exhibit], home: ZoneInfo) -> list[Binding]:
    """Return the recordings among a dispute's exhibits with the calls that fit them; what fits none is left out."""
    recorded = {each.id for each in exhibits if each.original.media.kind in RECORDED and each.removed_at is None}
    return bindings(recordings(events, recorded), events, home) if recorded else []


def bindings(found: Iterable[Recording], events: Iterable[Event], home: ZoneInfo) -> list[Binding]:
    """Return for each recording the call that fits it, in the order of the recordings; none for those that fit none."""
    log = _Log(events, home)
    return [binding for each in found if (binding := log.best(each)) is not None]


class _Log:
    """Calls by when they began."""

    def __init__(self, events: Iterable[Event], home: ZoneInfo) -> None:
        self._home = home
        calls = [
            (at.astimezone(UTC), each)
            for each in events
            if each.kind is EventKind.CALL
            and each.time.reading is not None
            and (at := instant(each.time.reading, home)) is not None
        ]
        calls.sort(key=lambda call: call[0])
        self._starts = [at for at, _ in calls]
        self._calls = calls

    def best(self, recording: Recording) -> Binding | None:
        """Return the call that fits best: one that a person linked, else the one that agrees in most."""
        linked = next((each for _, each in self._calls if recording.exhibit_id in each.exhibit_ids), None)
        if linked is not None:
            return max(self._compared(recording, [linked], linked=True), key=_fit, default=None)
        fitting = [each for each in self._near(recording) if _may_be(each)]
        return max(fitting, key=_fit, default=None)

    def _near(self, recording: Recording) -> Iterator[Binding]:
        farthest = FARTHEST_SHIFT + timedelta(hours=5)  # a call may last some hours, and its end be what is known
        for reading in recording.readings:
            at = instant(reading, self._home)
            if at is None:
                continue
            first = bisect_left(self._starts, at.astimezone(UTC) - farthest)
            last = bisect_right(self._starts, at.astimezone(UTC) + farthest)
            near = [call for _, call in self._calls[first:last] if call.direction not in _NOT_TAKEN]
            yield from self._compared(recording, near, [reading])

    def _compared(
        self,
        recording: Recording,
        calls: Sequence[Event],
        readings: Sequence[ClockReading] | None = None,
        *,
        linked: bool = False,
    ) -> Iterator[Binding]:
        for call in calls:
            for reading in recording.readings if readings is None else readings:
                binding = _compared(recording, reading, call, self._home, linked=linked)
                if binding is not None:
                    yield binding
            if linked and not recording.readings:
                yield Binding(
                    recording.exhibit_id,
                    recording.event_id,
                    call.id,
                    Agreement.UNKNOWN,
                    numbers_agree(recording.number, call.number, recording.party, call.party),
                    *_durations(recording.duration_s, call.duration_s)[:1],
                    linked=True,
                )


def _compared(
    recording: Recording, reading: ClockReading, call: Event, home: ZoneInfo, *, linked: bool
) -> Binding | None:
    at, begun = instant(reading, home), instant(call.time.reading, home) if call.time.reading else None
    if at is None or begun is None:
        return None
    apart_s = round((at - begun).total_seconds())
    roughly = 60 if Precision.MINUTE in {reading.precision, call.time.precision} else 0
    time, shifted_min, at_end = _times(apart_s, call.duration_s or 0, roughly, reading)
    duration, longer_s = _durations(recording.duration_s, call.duration_s)
    return Binding(
        recording.exhibit_id,
        recording.event_id,
        call.id,
        time,
        numbers_agree(recording.number, call.number, recording.party, call.party),
        duration,
        apart_s,
        shifted_min,
        at_end,
        longer_s,
        linked,
    )


def _times(apart_s: int, lasted_s: int, roughly: int, reading: ClockReading) -> tuple[Agreement, int, bool]:
    """Return whether a time is a call's, by how many minutes clocks seem shifted, and whether it is that of its end."""
    if reading.meaning is TimeMeaning.MODIFIED or reading.source is TimeSource.MODIFIED:
        ended = abs(apart_s - lasted_s) <= END_S + RINGING_S + roughly
        return (Agreement.AGREES if ended else Agreement.DIFFERS), 0, True
    if -EARLY_S - roughly <= apart_s <= RINGING_S + roughly:
        return Agreement.AGREES, 0, False
    if 0 <= apart_s - lasted_s + END_S <= END_S * 2 + RINGING_S + roughly:
        return Agreement.AGREES, 0, True
    shifted = round(apart_s / SHIFT_STEP_S) * SHIFT_STEP_S
    if shifted and -SHIFT_S <= apart_s - shifted <= RINGING_S + roughly:
        return Agreement.DIFFERS, shifted // 60, False
    return Agreement.DIFFERS, 0, False


def _durations(recorded_s: int | None, lasted_s: int | None) -> tuple[Agreement, int | None]:
    if recorded_s is None or lasted_s is None:
        return Agreement.UNKNOWN, None
    longer_s = recorded_s - lasted_s
    allowed = max(DURATION_S, lasted_s * DURATION_PART)
    return (Agreement.AGREES if abs(longer_s) <= allowed else Agreement.DIFFERS), longer_s


def numbers_agree(one: str, other: str, party: str = "", other_party: str = "") -> Agreement:
    """Tell whether two numbers are one, however they are written; by the names where a number is missing."""
    first, second = _digits(one), _digits(other)
    if first and second:
        short, long = sorted((first, second), key=len)
        same = long.endswith(short) if len(short) >= LOCAL_DIGITS else _is_short_code(long, short)
        return Agreement.AGREES if same else Agreement.DIFFERS
    if party and other_party:
        return Agreement.AGREES if party.casefold() == other_party.casefold() else Agreement.UNKNOWN
    return Agreement.UNKNOWN


_NOT_TAKEN = frozenset({Direction.MISSED, Direction.REJECTED})


def directions_agree(one: Direction, other: Direction) -> bool:
    """Tell whether two calls may go the same way: not every record says it, nor why nobody took a call."""
    return one is other or Direction.NONE in (one, other) or {one, other} <= _NOT_TAKEN


def _is_short_code(number: str, code: str) -> bool:
    """Tell whether a number is a short code, alone or behind an area's code (``021 95188``)."""
    return bool(re.fullmatch(rf"(?:0\d{{2,3}})?{code}", number))


def _digits(number: str) -> str:
    digits = "".join(char for char in number if char.isdecimal() and char.isascii())
    if number.strip().startswith("+"):
        return digits.removeprefix("86")
    return digits.removeprefix("0086") if digits.startswith("0086") else digits


def _may_be(binding: Binding) -> bool:
    """Tell whether a recording may be of a call at all.

    The time must fit, or be off by a difference of zones; a number that differs is believed before a time, unless all
    else agrees to the second, which is shown as it is.
    """
    if binding.number is Agreement.DIFFERS:
        return binding.time is Agreement.AGREES and binding.duration is Agreement.AGREES and not binding.at_end
    if binding.time is Agreement.AGREES:
        return not binding.at_end or Agreement.AGREES in {binding.number, binding.duration}
    return bool(binding.shifted_min) and (binding.number, binding.duration) == (Agreement.AGREES, Agreement.AGREES)


_WEIGHT = {Agreement.AGREES: 2, Agreement.UNKNOWN: 1, Agreement.DIFFERS: 0}


def _fit(binding: Binding) -> tuple[int, int, int, bool, int, int]:
    """Sort key: the better the greater."""
    return (
        _WEIGHT[binding.time] + _WEIGHT[binding.number] + _WEIGHT[binding.duration],
        _WEIGHT[binding.number],
        _WEIGHT[binding.time],
        not binding.at_end,
        -abs(binding.longer_s or 0),
        -abs(binding.apart_s),
    )
