"""Records of an export as rows of the catalog, each with its leaf and fingerprint: a million of them, quickly."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from evidence_app.domain.custody import Plain
from evidence_app.domain.events import EventStatus
from evidence_app.domain.exports import Record
from evidence_app.domain.fields import plain_time
from evidence_app.domain.identifiers import id_after
from evidence_app.domain.imports import fingerprint_of, leaf, moment, plain_text
from evidence_app.domain.money import plain_amount
from evidence_app.domain.timeline import moment_ms
from evidence_app.domain.times import ClockReading, EventTime, choose

COLUMNS = (
    "id", "dispute_id", "kind", "ordinal", "time", "at_ms", "precision", "time_source", "offset_stated",
    "open_conflict", "direction", "party", "number", "agent_id", "agent_name", "text", "amount", "currency",
    "reference", "duration_s", "outcome", "promise", "promise_due", "body", "status", "first_exhibit_id",
    "set_aside", "read_from", "account", "place", "fingerprint",
)  # fmt: skip

INSERT = f"INSERT INTO event ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"

LINK = "INSERT INTO event_exhibit (event_id, exhibit_id, position) VALUES (?, ?, ?)"

ACCEPTED = EventStatus.ACCEPTED.value
"""An export states what it says: nobody has to confirm that a machine read it well."""


class Origin(NamedTuple):
    """What the events of one import have in common."""

    dispute_id: str
    exhibit_id: str
    first_id: str
    first_ordinal: int
    home: ZoneInfo


def record_fingerprint(record: Record) -> int:
    """Return the fingerprint of the event that a record becomes, as `evidence_app.domain.imports.fingerprint`."""
    time = record.time
    return fingerprint_of(
        record.kind.value,
        "" if time is None or time.wall is None else moment(time.wall, time.offset_min),
        record.direction.value,
        record.number or record.party,
        record.text,
        "" if record.amount is None else f"{plain_amount(record.amount)} {record.currency}",
        record.reference,
        "" if record.duration_s is None else str(record.duration_s),
    )


class RowMaker:
    """Makes the rows of one import, and the hash over their leaves."""

    def __init__(self, origin: Origin) -> None:
        self.count = 0
        self._origin = origin
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """Return the hash over the leaves so far, in lower-case hex."""
        return self._digest.hexdigest()

    def rows(self, records: Sequence[tuple[Record, int]]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of new events, each record with its fingerprint."""
        for record, fingerprint in records:
            yield self._row(record, fingerprint)

    def _row(self, record: Record, fingerprint: int) -> tuple[Any, ...]:
        dispute_id, exhibit_id, first_id, first_ordinal, home = self._origin
        event_id, ordinal = id_after(first_id, self.count), first_ordinal + self.count
        self.count += 1
        time = UNKNOWN if record.time is None or record.time.wall is None else choose((record.time,))
        shape = plain_time(time)
        fields = _fields(record, shape)
        self._digest.update(leaf(event_id, ordinal, record.place, fields))
        return (
            event_id, dispute_id, record.kind.value, ordinal, plain_text(shape), *_shown(time.reading, home),
            record.direction.value, record.party, record.number, record.agent_id, record.agent_name, record.text,
            plain_amount(record.amount), record.currency, record.reference, record.duration_s, record.outcome.value,
            "", "", "", ACCEPTED, exhibit_id, "", exhibit_id, record.account, record.place, fingerprint,
        )  # fmt: skip


UNKNOWN = EventTime()


def _shown(reading: ClockReading | None, home: ZoneInfo) -> tuple[int | None, str, str, bool, bool]:
    """Return the columns that repeat what the timeline sorts and shows of the time."""
    if reading is None:
        return None, "unknown", "", False, False
    stated = reading.offset_min is not None
    return moment_ms(reading, home), reading.precision.value, reading.source.value, stated, False


def _fields(record: Record, time: Plain) -> dict[str, Plain]:
    """Return the event's plain fields that say something, but for the exhibits that show it."""
    texts = {
        "account": record.account,
        "agent_id": record.agent_id,
        "agent_name": record.agent_name,
        "amount": plain_amount(record.amount),
        "direction": record.direction.value,
        "number": record.number,
        "outcome": record.outcome.value,
        "party": record.party,
        "reference": record.reference,
        "text": record.text,
    }
    fields: dict[str, Plain] = {name: value for name, value in texts.items() if value}
    fields |= {"currency": record.currency, "kind": record.kind.value, "status": ACCEPTED, "time": time}
    return fields if record.duration_s is None else fields | {"duration_s": record.duration_s}


def fields_of_row(row: Mapping[str, Any], names: Sequence[str], time: Plain) -> dict[str, Plain]:
    """Return the plain fields of an event as its columns hold them now; ``time`` is what its column's JSON says."""
    fields: dict[str, Plain] = {name: row[name] for name in names if row[name] not in ("", None)}
    return fields | {"time": time}
