"""What columns of events mean: members of enumerations and moments. Without SQLAlchemy: a first look needs it, too.

Looking a member up is three times as quick as calling its class, and a timeline does it 100,000 times.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Direction, EventKind, EventStatus, Outcome
from evidence_app.domain.times import Precision, TimeSource

KINDS = {member.value: member for member in EventKind}
PRECISIONS = {member.value: member for member in Precision}
SOURCES = {member.value: member for member in TimeSource}
DIRECTIONS = {member.value: member for member in Direction}
OUTCOMES = {member.value: member for member in Outcome}
STATUSES = {member.value: member for member in EventStatus}

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment(at_ms: int, home: ZoneInfo) -> datetime:
    """Return a moment in a zone; ``at_ms`` are milliseconds since 1970, before it less than none."""
    if at_ms < 0:  # which not every platform's C library converts
        return (_EPOCH + timedelta(milliseconds=at_ms)).astimezone(home)
    return datetime.fromtimestamp(at_ms / 1000, home)
