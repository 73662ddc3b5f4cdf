"""Rows of the catalog to frozen dataclasses and back."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from evidence_app.domain.custody import CustodyEntry, CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit, Media, MediaKind, Original
from evidence_app.domain.fields import Entity, editable_fields, plain
from evidence_app.domain.timeline import sort_instant_ms
from evidence_app.domain.times import has_open_conflict
from evidence_app.vault.schema import CustodyRow, DisputeRow, EventRow, ExhibitRow, OriginalRow, PayloadRow

Column = str | int | bool | None

DAY_MS = 24 * 60 * 60 * 1000


def stored_time(at: datetime) -> str:
    """Return an instant as the catalog keeps it: ISO 8601 UTC with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def stored(value: object) -> Column:
    """Return a field's value as its column holds it: plain, lists and objects as JSON."""
    shape = plain(value)
    return shape if isinstance(shape, str | int) else json.dumps(shape, ensure_ascii=False)


def instant(value: str) -> datetime:
    """Return an instant as the catalog keeps it: the reverse of `stored_time`."""
    return datetime.fromisoformat(value)


def _values(row: DisputeRow | ExhibitRow | EventRow, kind: type[Entity]) -> dict[str, Any]:
    """Return an entity's editable fields as its row holds them: the reverse of `stored`."""
    values = {}
    for name, field in editable_fields(kind).items():
        if name in _ELSEWHERE:
            continue
        value = getattr(row, name)
        shape = json.loads(value) if field.structured else value
        values[name] = field.parse("" if shape is None else shape)
    return values


_ELSEWHERE = frozenset({"exhibit_ids"})
"""Fields that have a table of their own."""


def dispute_columns(dispute: Dispute) -> dict[str, Column]:
    """Return the columns of a dispute's row."""
    columns = {name: stored(getattr(dispute, name)) for name in editable_fields(Dispute)}
    return {"id": dispute.id, "created_at": stored_time(dispute.created_at), **columns}


def dispute_from(row: DisputeRow) -> Dispute:
    """Return the dispute of a row that is not a tombstone."""
    return Dispute(id=row.id, created_at=instant(row.created_at), **_values(row, Dispute))


def original_columns(original: Original) -> dict[str, Column]:
    """Return the columns of an original's row."""
    media = original.media
    return {
        "sha256": original.sha256,
        "size_bytes": original.size_bytes,
        "kind": media.kind.value,
        "mime": media.mime,
        "extension": media.extension,
        "width_px": media.width_px,
        "height_px": media.height_px,
        "page_count": media.page_count,
        "duration_ms": media.duration_ms,
        "problem": media.problem,
        "export": media.export,
        "erased_at": None,
    }


def original_from(row: OriginalRow) -> Original:
    """Return the original of a row."""
    media = Media(
        kind=MediaKind(row.kind),
        mime=row.mime,
        extension=row.extension,
        width_px=row.width_px,
        height_px=row.height_px,
        page_count=row.page_count,
        duration_ms=row.duration_ms,
        problem=row.problem,
        export=row.export,
    )
    return Original(row.sha256, row.size_bytes, media)


def exhibit_columns(exhibit: Exhibit) -> dict[str, Column]:
    """Return the columns of a living exhibit's row."""
    columns = {name: stored(getattr(exhibit, name)) for name in editable_fields(Exhibit)}
    return {
        "id": exhibit.id,
        "dispute_id": exhibit.dispute_id,
        "number": exhibit.number,
        "sha256": exhibit.original.sha256,
        "name": stored(exhibit.name),
        "added_at": stored_time(exhibit.added_at),
        "also_named": stored(exhibit.also_named),
        "came_from": stored(exhibit.came_from),
        **columns,
    }


def exhibit_from(row: ExhibitRow, original: OriginalRow) -> Exhibit:
    """Return the exhibit of a row, tombstones included."""
    return Exhibit(
        id=row.id,
        dispute_id=row.dispute_id,
        number=row.number,
        original=original_from(original),
        name=row.name,
        added_at=instant(row.added_at),
        also_named=tuple(json.loads(row.also_named)),
        came_from=row.came_from,
        removed_at=instant(row.removed_at) if row.removed_at else None,
        removed_reason=row.removed_reason,
        **_values(row, Exhibit),
    )


def event_columns(event: Event, home: ZoneInfo, names: Collection[str]) -> dict[str, Column]:
    """Return the columns that hold some of an event's fields; ``home`` is the dispute's zone."""
    columns = {name: stored(getattr(event, name)) for name in names if name not in _ELSEWHERE}
    if "duration_s" in names:
        columns["duration_s"] = event.duration_s  # an integer column: unknown is NULL there, not an empty text
    return columns | time_columns(event, home) if "time" in names else columns


def time_columns(event: Event, home: ZoneInfo) -> dict[str, Column]:
    """Return the columns that repeat what the timeline sorts and shows of the event's time."""
    reading = event.time.reading
    return {
        "at_ms": sort_instant_ms(event, home),
        "precision": event.time.precision.value,
        "time_source": reading.source.value if reading else "",
        "offset_stated": reading is not None and reading.offset_min is not None,
        "open_conflict": has_open_conflict(event.time, home),
    }


NO_EXPORTS: frozenset[str] = frozenset()


def shown_by(event: Event, set_aside: Collection[str], exports: Collection[str] = NO_EXPORTS) -> str | None:
    """Return the exhibit that stands beside an event on the timeline: a file's own one, else the first in use.

    Of what a machine read, or an export brought, the first one where none is in use: so it is removed, and put back,
    with its exhibits. ``exports`` are the ids of exhibits that are exports.
    """
    if event.kind is EventKind.DOCUMENT:
        return event.exhibit_ids[0] if event.exhibit_ids else None
    shown = holders(event, exports)
    first = shown[0] if shown else None
    return next((each for each in shown if each not in set_aside), first if event.read_from else None)


def holders(event: Event, exports: Collection[str]) -> Sequence[str]:
    """Return the exhibits with which an event is removed: of an imported one those that are exports.

    Files that only go with it do not count, unless a person took the exports off it.
    """
    if not event.imported:
        return event.exhibit_ids
    held = [each for each in event.exhibit_ids if each == event.read_from or each in exports]
    return held or event.exhibit_ids


def shows(row: EventRow, event: Event, home: ZoneInfo, set_aside: Collection[str]) -> bool:
    """Tell whether the columns that the timeline reads repeat what the event says.

    ``set_aside`` are the ids of exhibits among the removed items.

    A time without a stated offset may have moved by less than a day since it was written: rules of time zones change.
    """
    expected = time_columns(event, home)
    at_ms, assumed = expected["at_ms"], event.time.reading is not None and event.time.reading.offset_min is None
    if isinstance(at_ms, int) and isinstance(row.at_ms, int):
        if abs(row.at_ms - at_ms) > (DAY_MS if assumed else 0):
            return False
    elif row.at_ms != at_ms:
        return False
    names = ("precision", "time_source", "offset_stated")
    first = shown_by(event, set_aside)
    return row.first_exhibit_id == first and all(getattr(row, name) == expected[name] for name in names)


def event_from(row: EventRow, exhibit_ids: tuple[str, ...]) -> Event:
    """Return the event of a row."""
    return Event(
        id=row.id,
        dispute_id=row.dispute_id,
        ordinal=row.ordinal,
        exhibit_ids=exhibit_ids,
        read_from=row.read_from or "",
        place=row.place,
        imported=row.fingerprint is not None,
        **_values(row, Event),
    )


def entry_from(row: CustodyRow, payload: PayloadRow | None) -> CustodyEntry:
    """Return the custody entry of a row, with its payload unless that was erased."""
    return CustodyEntry(
        seq=row.seq,
        kind=CustodyKind(row.kind),
        at=instant(row.at.replace("Z", "+00:00")),
        entry=row.entry,
        payload=payload.payload if payload else None,
        salt=payload.salt if payload else None,
        about=(payload.exhibit_id,) if payload and payload.exhibit_id else (),
        private=bool(payload and payload.private),
    )


def assign(row: DisputeRow | ExhibitRow | EventRow | OriginalRow, columns: Mapping[str, Any]) -> None:
    """Set columns of a row by name."""
    for name, value in columns.items():
        setattr(row, name, value)
