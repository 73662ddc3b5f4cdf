"""What is noted while a call goes on, before it is an event: kept so that no crash loses it."""

from dataclasses import dataclass
from datetime import datetime

from evidence_app.domain.events import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class CallUnderWay:
    """One call of a dispute. Times are aware; texts stand as they are typed, checked by nobody yet.

    ``began`` is None before the call was timed, ``lasted_s`` what the clock showed at ``kept_at``.
    """

    dispute_id: str
    kept_at: datetime
    began: datetime | None = None
    lasted_s: int = 0
    held_s: int = 0
    ended: bool = False
    direction: Direction = Direction.OUT
    marks: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    """Questions that were ticked, in the words that were shown."""
    typed: tuple[tuple[str, str], ...] = ()
    """Names of fields with what stands in them; never the ID number."""
