"""Edits of what is said about disputes, exhibits and events, and of their order.

Each method changes rows and writes the custody entry with them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, case, delete, exists, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import (
    EVENT_FIELDS,
    ORDINAL,
    PRIVATE_FIELDS,
    Entity,
    FieldValue,
    checked,
    plain,
)
from evidence_app.errors import InputProblem
from evidence_app.vault.ledger import WHOLE_DISPUTE, Ledger, Subject
from evidence_app.vault.reading import Catalog
from evidence_app.vault.records import (
    NO_EXPORTS,
    Column,
    assign,
    dispute_columns,
    event_columns,
    exhibit_columns,
    shown_by,
    time_columns,
)
from evidence_app.vault.schema import (
    Base,
    DisputeRow,
    EventExhibitRow,
    EventRow,
    ExhibitRow,
    OriginalRow,
)
from evidence_app.vault.statements import table_of

_ID = "edited_event_id"
"""Names the event in a statement; no column may have that name."""


STATED_ALONE = EventRow.offset_stated & EventRow.time.not_like('%"wall"%"wall"%')
"""Events whose only time has an offset that its source states: no zone is assumed for them, be they a million."""


class Editing(Catalog):
    """The part of a write transaction that edits. ``now`` is its time.

    What changes in events and what the log says of it is gathered, and written down before anything is asked of the
    catalog and at the end: thousands of edits are a few statements.
    """

    def __init__(self, session: Session, now: datetime) -> None:
        super().__init__(session)
        self.now = now
        self._ledger = Ledger(session, now)
        self._zones: dict[str, ZoneInfo] = {}
        self._gathered: dict[str, dict[str, Column]] = {}  # columns to be written, by event

    @property
    def _session(self) -> Session:
        """The session, with everything written down: whoever asks it sees what was changed before."""
        self.write_down()
        return self._own_session

    def write_down(self) -> None:
        """Write what was gathered; the transaction must not end without it."""
        gathered, self._gathered = self._gathered, {}
        rows_by_columns: defaultdict[tuple[str, ...], list[dict[str, Column]]] = defaultdict(list)
        for event_id, columns in gathered.items():
            rows_by_columns[tuple(columns)].append({_ID: event_id, **columns})
        table = table_of(EventRow)
        for names, rows in rows_by_columns.items():
            values: dict[str, Any] = {name: bindparam(name) for name in names}
            changed = update(table).where(table.c.id == bindparam(_ID))
            self._own_session.execute(changed.values(values), rows)
        if gathered:
            self._own_session.flush()
            self._own_session.expire_all()  # rows read before are not what they were
        self._ledger.write_down()

    # -- fields -------------------------------------------------------------------------------------------------

    def edit(
        self, entity: Entity, changes: Mapping[str, object], *, undoes: int | None = None, by: str = ""
    ) -> int | None:
        """Change fields of a dispute, exhibit or event; None if nothing differs from what is there.

        ``by`` says what a change follows from that nobody made in this entity itself: `BY_COLUMNS`.

        An event must be given as `kept_event` returns it. Raises InputProblem for unknown fields, values that the
        field cannot hold, an exhibit that was erased, and ``event-belongs-to-exhibit`` for what would part a file from
        the event that stands for it, or make a typed event stand for one.
        """
        if isinstance(entity, Exhibit) and entity.removed_at is not None:
            raise InputProblem("exhibit-removed", number=entity.number)
        values = {name: checked(type(entity), name, value) for name, value in changes.items()}
        differing = {name: value for name, value in values.items() if value != getattr(entity, name)}
        if not differing:
            return None
        private = bool(PRIVATE_FIELDS & differing.keys())
        if private and len(differing) > 1:
            raise ValueError("a private field is edited in an entry of its own")
        self._apply(entity, differing)
        return self._log_edit(
            entity,
            [
                {"field": name, "before": plain(getattr(entity, name)), "after": plain(value)}
                for name, value in differing.items()
            ],
            undoes,
            by,
            private=private,
        )

    def _apply(self, entity: Entity, values: Mapping[str, FieldValue]) -> None:
        changes: dict[str, Any] = dict(values)
        match entity:
            case Dispute():
                assign(self._dispute_row(entity.id), dispute_columns(replace(entity, **changes)))
                self._session.flush()
                if "zone_name" in values:
                    self._recompute_times(entity.id)
            case Exhibit():
                assign(self._exhibit_row(entity.id), exhibit_columns(replace(entity, **changes)))
                self._session.flush()
                if "set_aside" in values:
                    self._choose_shown_exhibits(entity.id)
            case Event():
                self._apply_to_event(entity, replace(entity, **changes))

    def _apply_to_event(self, before: Event, after: Event) -> None:
        if before.kind is EventKind.DOCUMENT and (after.set_aside or after.exhibit_ids[:1] != before.exhibit_ids[:1]):
            raise InputProblem("event-belongs-to-exhibit")
        if before.kind is not after.kind and EventKind.DOCUMENT in (before.kind, after.kind):
            raise InputProblem("event-belongs-to-exhibit")
        if after.exhibit_ids != before.exhibit_ids:
            self._check_exhibits(after)
        self._update_event(before, after)

    def _recompute_times(self, dispute_id: str) -> None:
        """Take the times without a stated offset in the dispute's new zone."""
        self._zones.pop(dispute_id, None)
        home = self._zone_of(dispute_id)
        moving = (EventRow.dispute_id == dispute_id, ~STATED_ALONE)
        rows = {row.id: row for row in self._session.scalars(select(EventRow).where(*moving))}
        for event in self._kept_events(*moving):
            assign(rows[event.id], time_columns(event, home))

    def _choose_shown_exhibits(self, exhibit_id: str) -> None:
        """Choose anew which exhibit stands beside the events that this one shows: it went, or came back."""
        linked = select(EventExhibitRow.event_id).where(EventExhibitRow.exhibit_id == exhibit_id)
        other = aliased(EventExhibitRow)
        by_others = exists().where(other.event_id == EventRow.id, other.exhibit_id != exhibit_id)
        every = (
            select(EventExhibitRow.exhibit_id)
            .join(ExhibitRow, ExhibitRow.id == EventExhibitRow.exhibit_id)
            .join(OriginalRow, OriginalRow.sha256 == ExhibitRow.sha256)
            .where(EventExhibitRow.event_id == EventRow.id)
            .order_by(EventExhibitRow.position)
            .limit(1)
        )
        # as in `shown_by`: an imported event goes with exports, not with what goes with its record
        is_holder = EventRow.fingerprint.is_(None) | (ExhibitRow.id == EventRow.read_from) | (OriginalRow.export != "")
        chosen = [
            choice
            for first in (every.where(is_holder), every)
            for choice in (
                first.where(ExhibitRow.set_aside == "").scalar_subquery(),
                case((EventRow.read_from.is_not(None), first.scalar_subquery())),
            )
        ]
        self._session.execute(  # one statement: a picture of a long chat shows thousands of messages
            update(EventRow)
            .where(EventRow.id.in_(linked), EventRow.kind != EventKind.DOCUMENT.value)
            # what only this exhibit shows, and came from it, goes and comes back with it: nothing to choose
            .where(EventRow.read_from.is_(None) | (EventRow.first_exhibit_id != exhibit_id) | by_others)
            .values(first_exhibit_id=func.coalesce(*chosen))
            .execution_options(synchronize_session="fetch")
        )

    # -- order --------------------------------------------------------------------------------------------------

    def arrange(self, dispute_id: str, event_ids: Sequence[str]) -> list[int]:
        """Give events of equal times, or without a known one, this order, an entry for each that changes its place.

        Raises InputProblem: ``order-times-differ``; ``event-unknown``, for events of other disputes too.
        """
        events = [self.kept_event(event_id) for event_id in dict.fromkeys(event_ids)]
        stray = next((event for event in events if event.dispute_id != dispute_id or event.set_aside), None)
        if stray is not None:
            raise InputProblem("event-unknown", id=stray.id)
        if len({self._shown_ms(event) for event in events}) > 1:
            raise InputProblem("order-times-differ")
        places = sorted(event.ordinal for event in events)
        return [
            self._place(event, ordinal)
            for event, ordinal in zip(events, places, strict=True)
            if event.ordinal != ordinal
        ]

    def next_ordinal(self, dispute_id: str) -> int:
        """Return the ordinal of the next event: the tie-breaker of equal times."""
        last = self._session.scalar(select(func.max(EventRow.ordinal)).where(EventRow.dispute_id == dispute_id))
        return (last or 0) + 1

    def _shown_ms(self, event: Event) -> int | None:
        """Return at which time an event stands; None among those without one, where a mere file date stands, too."""
        return None if event.time.only_file_date else self._session.get_one(EventRow, event.id).at_ms

    def _place(self, event: Event, ordinal: int, undoes: int | None = None) -> int:
        self._gather(event.id, {"ordinal": ordinal})
        change: Plain = {"field": ORDINAL, "before": event.ordinal, "after": ordinal}
        return self._log_edit(event, [change], undoes)

    # -- events and their exhibits ------------------------------------------------------------------------------

    def _insert_event(self, event: Event) -> None:
        fixed: dict[str, Column] = {"id": event.id, "dispute_id": event.dispute_id, "ordinal": event.ordinal}
        fixed["read_from"] = event.read_from or None
        self._insert(EventRow, fixed | self._event_columns(event))
        self._link_exhibits(event)

    def _update_event(self, before: Event, after: Event) -> None:
        differing = [name for name in EVENT_FIELDS if getattr(before, name) != getattr(after, name)]
        if "exhibit_ids" in differing:
            self._session.execute(delete(EventExhibitRow).where(EventExhibitRow.event_id == after.id))
            self._link_exhibits(after)
        columns = self._event_columns(after, differing)
        if columns:
            self._gather(after.id, columns)

    def _gather(self, event_id: str, columns: Mapping[str, Column]) -> None:
        self._gathered.setdefault(event_id, {}).update(columns)

    def _event_columns(self, event: Event, names: Collection[str] = EVENT_FIELDS.keys()) -> dict[str, Column]:
        """Return the columns that hold some of an event's fields."""
        home = self._zone_of(event.dispute_id)
        if "exhibit_ids" not in names:
            return event_columns(event, home, names)
        asked = bool(event.exhibit_ids) and event.kind is not EventKind.DOCUMENT
        aside = self._exhibits_set_aside(event.dispute_id) if asked else set()
        exports = self.export_ids(event.dispute_id) if event.imported else NO_EXPORTS
        return event_columns(event, home, names) | {"first_exhibit_id": shown_by(event, aside, exports)}

    def _link_exhibits(self, event: Event) -> None:
        for position, exhibit_id in enumerate(event.exhibit_ids):
            link: dict[str, Column] = {"event_id": event.id, "exhibit_id": exhibit_id, "position": position}
            self._insert(EventExhibitRow, link)

    def _check_exhibits(self, event: Event) -> None:
        """Refuse exhibits of other disputes, erased ones, and one named twice."""
        query = select(ExhibitRow.id).where(
            ExhibitRow.dispute_id == event.dispute_id,
            ExhibitRow.removed_at.is_(None),
            ExhibitRow.id.in_(event.exhibit_ids),
        )
        if len(self._session.scalars(query).all()) < len(event.exhibit_ids):
            raise InputProblem("exhibit-unknown", id=", ".join(event.exhibit_ids))

    # -- rows and log -------------------------------------------------------------------------------------------

    def _insert(self, row: type[Base], columns: Mapping[str, Column]) -> None:
        self._session.execute(insert(table_of(row)), dict(columns))

    def _zone_of(self, dispute_id: str) -> ZoneInfo:
        if dispute_id not in self._zones:
            self._zones[dispute_id] = self.kept_dispute(dispute_id).zone
        return self._zones[dispute_id]

    def _dispute_row(self, dispute_id: str) -> DisputeRow:
        return self._session.get_one(DisputeRow, dispute_id)

    def _exhibit_row(self, exhibit_id: str) -> ExhibitRow:
        return self._session.get_one(ExhibitRow, exhibit_id)

    def _log_edit(
        self, entity: Entity, changes: Sequence[Plain], undoes: int | None, by: str = "", *, private: bool = False
    ) -> int:
        payload: dict[str, Plain] = {"what": type(entity).__name__.lower(), "id": entity.id, "changes": changes}
        if undoes is not None:
            payload["undoes"] = undoes
        if by:
            payload["by"] = by
        dispute_id = entity.id if isinstance(entity, Dispute) else entity.dispute_id
        return self._log(dispute_id, CustodyKind.EDIT, payload, _subject(entity, private=private))

    def _log(
        self, dispute_id: str, kind: CustodyKind, payload: Mapping[str, Plain], subject: Subject = WHOLE_DISPUTE
    ) -> int:
        return self._ledger.append(dispute_id, kind, payload, subject)


def _subject(entity: Entity, *, private: bool) -> Subject:
    match entity:
        case Dispute():
            return Subject(private=private)
        case Exhibit():
            return Subject(exhibit_id=entity.id, private=private)
        case Event():
            own = entity.exhibit_ids[0] if entity.kind is EventKind.DOCUMENT and entity.exhibit_ids else None
            return Subject(exhibit_id=own, event_id=entity.id, private=private)
