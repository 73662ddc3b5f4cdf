"""The phone's clock as a picture shows it: one more reading of when the picture was taken. Pure."""

from datetime import datetime
from zoneinfo import ZoneInfo

from evidence_app.domain.times import (
    ClockReading,
    EventTime,
    Precision,
    TimeSource,
    with_more_readings,
    without_readings,
)

STATUS_BAR = "status-bar"
"""Where such a reading comes from."""

CLOCK_CONFIDENCE = 70
"""Confidence in a clock read off a picture: its date is that of the picture."""


def with_clock(time: EventTime, seen: datetime | None, home: ZoneInfo) -> EventTime:
    """Return a time with the clock that a picture shows, None for none, in place of the one that was read before."""
    rest = without_readings(time, lambda reading: reading.origin == STATUS_BAR)
    if seen is None:
        return rest
    wall = seen.astimezone(home).replace(tzinfo=None) if seen.tzinfo else seen
    reading = ClockReading(
        wall, Precision.MINUTE, TimeSource.SCREEN, CLOCK_CONFIDENCE, origin=STATUS_BAR, words=wall.strftime("%H:%M")
    )
    return with_more_readings(rest, [reading])
