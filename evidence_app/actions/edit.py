"""Changing what is said about disputes, exhibits and events, and taking a change back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from evidence_app.actions.session import Session
from evidence_app.actions.stating import check_begun
from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import PRIVATE_FIELDS, Entity
from evidence_app.domain.times import ClockReading, EventTime, TimeSource, zone
from evidence_app.progress import SILENT, Progress, stoppable
from evidence_app.vault.changes import Changes

CERTAIN = 100
"""Confidence in what a person states."""

AT_ONCE = 500
"""Events held in memory together."""

ZONE_ORIGIN = "typed-zone"
"""Where a reading comes from whose zone a person stated."""


def edit_dispute(session: Session, dispute_id: str, changes: Mapping[str, object]) -> int | None:
    """Change fields of a dispute, named as in `Dispute`; return the custody entry's number, None if nothing differed.

    Raises InputProblem: ``dispute-unknown``, ``day-to-come``, ``field-unknown``, ``field-unreadable``,
    ``field-empty``, ….
    """
    with session.vault.change() as tx:
        dispute = tx.dispute(dispute_id)
        if "disputed_since" in changes:
            check_begun(session, dispute.zone, changes["disputed_since"])
        return _last(_edit(tx, dispute, changes))


def edit_exhibit(session: Session, exhibit_id: str, changes: Mapping[str, object]) -> int | None:
    """Change fields of an exhibit, named as in `Exhibit`; else as `edit_dispute`."""
    return _last(edit_exhibits(session, [exhibit_id], changes))


def edit_event(session: Session, event_id: str, changes: Mapping[str, object]) -> int | None:
    """Change fields of an event, named as in `Event`; ``time`` takes an `EventTime`; else as `edit_dispute`."""
    return _last(edit_events(session, [event_id], changes))


def edit_exhibits(
    session: Session, exhibit_ids: Sequence[str], changes: Mapping[str, object], progress: Progress = SILENT
) -> list[int]:
    """Change the same fields of several exhibits, all or none; return the numbers of the custody entries.

    One that holds the values already gets no entry; a private note gets one of its own. Cancelled, it changes nothing.
    """
    with session.vault.change() as tx:
        wanted = stoppable(list(dict.fromkeys(exhibit_ids)), progress)
        edits = [_edit(tx, tx.exhibit(exhibit_id), changes) for exhibit_id in wanted]
    return [seq for seqs in edits for seq in seqs]


def edit_events(
    session: Session, event_ids: Sequence[str], changes: Mapping[str, object], progress: Progress = SILENT
) -> list[int]:
    """Change the same fields of several events; else as `edit_exhibits`. Cancelled, it changes nothing."""
    with session.vault.change() as tx:
        edits = [_edit(tx, event, changes) for event in _each(tx, event_ids, progress)]
    return [seq for seqs in edits for seq in seqs]


def set_zone(session: Session, event_ids: Sequence[str], zone_name: str, progress: Progress = SILENT) -> list[int]:
    """State in which zone the clocks of several events ran, all or none; return the numbers of the custody entries.

    Each event's chosen wall time is kept, as a reading with that zone's offset, which is chosen; the other readings
    stay. Events without a known time stay as they are. Cancelled, it changes nothing.
    Raises InputProblem: ``zone-unknown``, ``event-unknown``.
    """
    stated = zone(zone_name)
    with session.vault.change() as tx:
        edits = [tx.edit(event, {"time": in_zone(event.time, stated)}) for event in _each(tx, event_ids, progress)]
    return [seq for seq in edits if seq is not None]


def _each(tx: Changes, event_ids: Sequence[str], progress: Progress) -> Iterator[Event]:
    """Yield events as they are kept, read some hundred at a time."""
    wanted = list(dict.fromkeys(event_ids))
    read: dict[str, Event] = {}
    for place, event_id in enumerate(stoppable(wanted, progress)):
        if event_id not in read:
            read = {event.id: event for event in tx.kept_events_of(wanted[place : place + AT_ONCE])}
        yield read[event_id]


def in_zone(time: EventTime, stated: ZoneInfo) -> EventTime:
    """Return a time whose chosen reading states a zone's offset; the same time where there is no reading."""
    chosen = time.reading
    if chosen is None or chosen.wall is None:
        return time
    offset_min = _offset_min(chosen.wall, stated)
    same = (index for index, each in enumerate(time.readings) if _says(each, chosen, offset_min))
    index = next(same, None)
    if index is not None:
        return replace(time, chosen=index, decided=True)
    reading = chosen._replace(
        source=TimeSource.TYPED,
        confidence=CERTAIN,
        offset_min=offset_min,
        origin=ZONE_ORIGIN,
        words=stated.key,
    )
    return EventTime((*time.readings, reading), len(time.readings), decided=True)


def _offset_min(wall: datetime, stated: ZoneInfo) -> int:
    return round((wall.replace(tzinfo=stated).utcoffset() or timedelta()) / timedelta(minutes=1))


def _says(reading: ClockReading, chosen: ClockReading, offset_min: int) -> bool:
    """Tell whether a reading says the wall time of the chosen one, and the offset."""
    return (reading.wall, reading.precision, reading.meaning, reading.offset_min) == (
        chosen.wall,
        chosen.precision,
        chosen.meaning,
        offset_min,
    )


def take_back(session: Session, dispute_id: str, seqs: Sequence[int], reason: str = "") -> list[int]:
    """Undo the changes of some custody entries by new ones, all or none, and return the new numbers.

    Edits, arrangements, removals into the tray and putting back can be undone, and the recording of a typed event:
    that is set aside for ``reason``. Undoing the numbers that come back does everything again.

    Raises InputProblem: ``not-an-edit``; ``changed-since`` if a later change would be lost; ``reason-missing``.
    """
    with session.vault.change() as tx:
        return tx.take_back(dispute_id, seqs, reason)


def _edit(tx: Changes, entity: Entity, changes: Mapping[str, object]) -> list[int]:
    """Write private fields as entries of their own, because those are never disclosed."""
    private = {name: value for name, value in changes.items() if name in PRIVATE_FIELDS}
    open_to_all = {name: value for name, value in changes.items() if name not in PRIVATE_FIELDS}
    if isinstance(entity, Event) and "exhibit_ids" in changes:
        open_to_all["exhibit_ids"] = _with_hidden(tx, entity, changes["exhibit_ids"])
    seqs = [tx.edit(entity, open_to_all) if open_to_all else None]
    if private:
        seqs.append(tx.edit(tx.exhibit(entity.id) if isinstance(entity, Exhibit) else entity, private))
    return [seq for seq in seqs if seq is not None]


def _with_hidden(tx: Changes, event: Event, chosen: object) -> object:
    """Return the chosen exhibits and those that are set aside: nobody saw them, so nobody meant to take them off."""
    if not isinstance(chosen, tuple):
        return chosen
    shown = tx.event(event.id).exhibit_ids
    if chosen == shown:
        return event.exhibit_ids
    return chosen + tuple(each for each in event.exhibit_ids if each not in shown and each not in chosen)


def _last(seqs: Sequence[int]) -> int | None:
    return seqs[-1] if seqs else None
