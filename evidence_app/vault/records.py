"""Rows of the catalog to frozen dataclasses and back."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from evidence_app.domain.custody import CustodyEntry, CustodyKind
from evidence_app.domain.disputes import Dispute, DisputeStatus, DisputeType
from evidence_app.domain.events import Direction, Event, EventKind, EventStatus, Outcome
from evidence_app.domain.exhibits import Exhibit, Media, MediaKind, Original
from evidence_app.domain.fields import editable_fields, parse_time, plain
from evidence_app.domain.money import parse_amount
from evidence_app.domain.timeline import sort_instant_ms
from evidence_app.domain.times import has_open_conflict
from evidence_app.vault.schema import CustodyRow, DisputeRow, EventRow, ExhibitRow, OriginalRow, PayloadRow

Column = str | int | bool | None


def stored_time(at: datetime) -> str:
    """Return an instant as the catalog keeps it: ISO 8601 UTC with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def stored(value: object) -> Column:
    """Return a field's value as its column holds it: plain, lists and objects as JSON."""
    shape = plain(value)
    return shape if isinstance(shape, str | int) else json.dumps(shape, ensure_ascii=False)


def _time(value: str) -> datetime:
    return datetime.fromisoformat(value)


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _texts(value: str) -> tuple[str, ...]:
    return tuple(json.loads(value))


def dispute_columns(dispute: Dispute) -> dict[str, Column]:
    """Return the columns of a dispute's row."""
    columns = {name: stored(getattr(dispute, name)) for name in editable_fields(Dispute)}
    return {"id": dispute.id, "created_at": stored_time(dispute.created_at), **columns}


def dispute_from(row: DisputeRow) -> Dispute:
    """Return the dispute of a row that is not a tombstone."""
    return Dispute(
        id=row.id,
        title=row.title,
        type=DisputeType(row.type),
        institution=row.institution,
        created_at=_time(row.created_at),
        aliases=_texts(row.aliases),
        summary=row.summary,
        complainant=row.complainant,
        complainant_contact=row.complainant_contact,
        representative=row.representative,
        representative_contact=row.representative_contact,
        zone_name=row.zone_name,
        amount=parse_amount(row.amount),
        currency=row.currency,
        status=DisputeStatus(row.status),
        demands=_texts(row.demands),
    )


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
        added_at=_time(row.added_at),
        also_named=_texts(row.also_named),
        came_from=row.came_from,
        title=row.title,
        device=row.device,
        app=row.app,
        account=row.account,
        captured_by=row.captured_by,
        proves=row.proves,
        element=row.element,
        transcript=row.transcript,
        translation=row.translation,
        translator=row.translator,
        translated_on=_day(row.translated_on),
        private_note=row.private_note,
        removed_at=_time(row.removed_at) if row.removed_at else None,
        removed_reason=row.removed_reason,
    )


def event_columns(event: Event, home: ZoneInfo) -> dict[str, Column]:
    """Return the columns of an event's row; ``home`` is the dispute's zone."""
    columns = {name: stored(getattr(event, name)) for name in editable_fields(Event) if name != "exhibit_ids"}
    return {
        "id": event.id,
        "dispute_id": event.dispute_id,
        "ordinal": event.ordinal,
        **columns,
        "duration_s": event.duration_s,  # an integer column: unknown is NULL there, not an empty text
        "first_exhibit_id": event.exhibit_ids[0] if event.exhibit_ids else None,
        **time_columns(event, home),
    }


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


def event_from(row: EventRow, exhibit_ids: tuple[str, ...]) -> Event:
    """Return the event of a row."""
    return Event(
        id=row.id,
        dispute_id=row.dispute_id,
        kind=EventKind(row.kind),
        ordinal=row.ordinal,
        time=parse_time(json.loads(row.time)),
        direction=Direction(row.direction),
        party=row.party,
        number=row.number,
        agent_id=row.agent_id,
        agent_name=row.agent_name,
        text=row.text,
        amount=parse_amount(row.amount),
        currency=row.currency,
        reference=row.reference,
        duration_s=row.duration_s,
        outcome=Outcome(row.outcome),
        promise=row.promise,
        promise_due=_day(row.promise_due),
        body=row.body,
        exhibit_ids=exhibit_ids,
        status=EventStatus(row.status),
    )


def entry_from(row: CustodyRow, payload: PayloadRow | None) -> CustodyEntry:
    """Return the custody entry of a row, with its payload unless that was erased."""
    return CustodyEntry(
        seq=row.seq,
        kind=CustodyKind(row.kind),
        at=_time(row.at.replace("Z", "+00:00")),
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
