"""Questions to the catalog, answered in frozen dataclasses."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, bindparam, case, exists, func, select

from evidence_app.domain.custody import CustodyEntry
from evidence_app.domain.disputes import Dispute, DisputeSummary
from evidence_app.domain.events import Event, EventKind, EventStatus, TimelineEntry
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.money import plain_amount
from evidence_app.errors import InputProblem
from evidence_app.vault.engine import integrity_errors
from evidence_app.vault.file_pages import FilePages
from evidence_app.vault.imports import Imports
from evidence_app.vault.lacking import Lacking
from evidence_app.vault.lookups import EVENT_IN_USE, Lookups
from evidence_app.vault.message_lines import ImportedMessages
from evidence_app.vault.records import NO_EXPORTS, dispute_from, entry_from, event_from, exhibit_from, holders, shows
from evidence_app.vault.schema import (
    CustodyRow,
    DisputeRow,
    EventExhibitRow,
    EventRow,
    ExhibitRow,
    ImportRow,
    OriginalRow,
)
from evidence_app.vault.statements import ENTRIES, EXHIBITS, in_parts
from evidence_app.vault.talk_pictures import TalkPictures
from evidence_app.vault.timelines import Timelines
from evidence_app.vault.witnesses import Witnesses
from evidence_app.vault.worded import WordedThings
from evidence_app.vault.workspace import WorkspaceItems


class Catalog(
    Timelines,
    Lookups,
    Imports,
    ImportedMessages,
    Witnesses,
    WordedThings,
    WorkspaceItems,
    FilePages,
    Lacking,
    TalkPictures,
):
    """One read transaction: everything it answers belongs to the same moment.

    What is set aside is left out of every answer, except of those that say "kept": they are for what must not depend
    on it, such as the custody log, verifying, and putting back.
    """

    def dispute(self, dispute_id: str) -> Dispute:
        """Return a dispute. Raises InputProblem: ``dispute-unknown``, for an erased one too; ``dispute-set-aside``."""
        dispute = self.kept_dispute(dispute_id)
        if dispute.set_aside:
            raise InputProblem("dispute-set-aside", title=dispute.title)
        return dispute

    def kept_dispute(self, dispute_id: str) -> Dispute:
        """Return a dispute, one that is set aside too. Raises InputProblem("dispute-unknown")."""
        row = self._session.get(DisputeRow, dispute_id)
        if row is None or row.removed_at is not None:
            raise InputProblem("dispute-unknown", id=dispute_id)
        return dispute_from(row)

    def kept_disputes(self) -> list[Dispute]:
        """Return all disputes, oldest first, those set aside too."""
        living = select(DisputeRow).where(DisputeRow.removed_at.is_(None))
        rows = self._session.scalars(living.order_by(DisputeRow.created_at, DisputeRow.id))
        return [dispute_from(row) for row in rows]

    def disputes(self) -> list[DisputeSummary]:
        """Return all disputes, oldest first, with what a list shows."""
        exhibit_counts = (
            select(ExhibitRow.dispute_id, func.count())
            .where(ExhibitRow.removed_at.is_(None), ExhibitRow.set_aside == "")
            .group_by(ExhibitRow.dispute_id)
        )
        exhibits = {dispute_id: count for dispute_id, count in self._session.execute(exhibit_counts).tuples()}
        conflicts = func.sum(case((EventRow.open_conflict, 1), else_=0))
        events = {
            dispute_id: (count, open_conflicts)
            for dispute_id, count, open_conflicts in self._session.execute(
                select(EventRow.dispute_id, func.count(), conflicts).where(EVENT_IN_USE).group_by(EventRow.dispute_id)
            ).tuples()
        }
        return [
            DisputeSummary(dispute, exhibits.get(dispute.id, 0), *events.get(dispute.id, (0, 0)))
            for dispute in self.kept_disputes()
            if not dispute.set_aside
        ]

    def exhibits(self, dispute_id: str) -> list[Exhibit]:
        """Return a dispute's exhibits by number, tombstones included."""
        return [exhibit for exhibit in self.kept_exhibits(dispute_id) if not exhibit.set_aside]

    def kept_exhibits(self, dispute_id: str) -> list[Exhibit]:
        """Return a dispute's exhibits by number, tombstones and those set aside too."""
        query = EXHIBITS.where(ExhibitRow.dispute_id == dispute_id).order_by(ExhibitRow.number)
        return [exhibit_from(row, original) for row, original in self._session.execute(query).tuples()]

    def exhibits_exported_as(self, dispute_id: str, format: str) -> list[Exhibit]:
        """Return a dispute's exhibits in use that an importer of this code reads, by number."""
        if not self.has_export(format):
            return []
        exported = select(OriginalRow.sha256).where(OriginalRow.export == format)
        query = (
            EXHIBITS.where(ExhibitRow.dispute_id == dispute_id, ExhibitRow.sha256.in_(exported))
            .where(ExhibitRow.set_aside == "", ExhibitRow.removed_at.is_(None))
            .order_by(ExhibitRow.number)
        )
        return [exhibit_from(row, original) for row, original in self._session.execute(query).tuples()]

    def has_export(self, format: str) -> bool:
        """Tell whether any dispute has a file that an importer of this code reads: each keystroke of a search asks."""
        return self._session.connection().execute(_EXPORT, {"format": format}).first() is not None

    def exhibit(self, exhibit_id: str) -> Exhibit:
        """Return an exhibit, a tombstone and one that is set aside too. Raises InputProblem("exhibit-unknown")."""
        row = self._session.get(ExhibitRow, exhibit_id)
        if row is None:
            raise InputProblem("exhibit-unknown", id=exhibit_id)
        return exhibit_from(row, self._session.get_one(OriginalRow, row.sha256))

    def exhibit_of(self, dispute_id: str, sha256: str) -> Exhibit | None:
        """Return the living exhibit of a dispute that rests on these bytes, one that is set aside too."""
        query = select(ExhibitRow.id).where(
            ExhibitRow.dispute_id == dispute_id, ExhibitRow.sha256 == sha256, ExhibitRow.removed_at.is_(None)
        )
        exhibit_id = self._session.scalar(query)
        return self.exhibit(exhibit_id) if exhibit_id else None

    def events(self, dispute_id: str) -> list[Event]:
        """Return a dispute's events by time, those without a time last; of their exhibits those in use."""
        return self._events_in_use(dispute_id)

    def payments_like(self, event: Event) -> list[Event]:
        """Return the payments of an event's dispute with its amount and currency, by time; itself is one of them."""
        alike = EventRow.amount == plain_amount(event.amount), EventRow.currency == event.currency
        return self._events_in_use(event.dispute_id, EventRow.kind == EventKind.PAYMENT.value, *alike)

    def _events_in_use(self, dispute_id: str, *conditions: ColumnElement[bool]) -> list[Event]:
        aside = self._exhibits_set_aside(dispute_id)
        exports = self.export_ids(dispute_id) if aside else NO_EXPORTS
        return [
            _without(event, aside)
            for event in self._kept_events(EventRow.dispute_id == dispute_id, *conditions)
            if not event.set_aside and not _goes_with_exhibits(event, aside, exports)
        ]

    def events_of_export(self, exhibit: Exhibit) -> list[Event]:
        """Return the events that came with an export, those that were removed, too, with all their exhibits."""
        mine = EventRow.dispute_id == exhibit.dispute_id, EventRow.read_from == exhibit.id
        return self._kept_events(*mine, EventRow.place != "")

    def calls_imported(self, dispute_id: str) -> list[Event]:
        """Return the calls among a dispute's `events` that came with an export."""
        return self._events_in_use(dispute_id, EventRow.kind == EventKind.CALL.value, EventRow.place != "")

    def calls_read(self, dispute_id: str) -> list[Event]:
        """Return the calls among a dispute's `events` that were read off pictures and nobody confirmed."""
        read = EventRow.read_from.is_not(None), EventRow.place == "", EventRow.status == EventStatus.SUGGESTED.value
        return self._events_in_use(dispute_id, EventRow.kind == EventKind.CALL.value, *read)

    def events_of_kinds(self, dispute_id: str, kinds: Collection[EventKind]) -> list[Event]:
        """Return those of a dispute's `events` that are of some kinds."""
        return self._events_in_use(dispute_id, EventRow.kind.in_([kind.value for kind in kinds]))

    def events_among(self, dispute_id: str, event_ids: Collection[str]) -> list[Event]:
        """Return those of a dispute's `events` that have some ids, without reading the others."""
        return [
            event
            for part in in_parts(sorted(event_ids))
            for event in self._events_in_use(dispute_id, EventRow.id.in_(part))
        ]

    def _kept_events(self, *conditions: ColumnElement[bool]) -> list[Event]:
        links: defaultdict[str, list[str]] = defaultdict(list)
        query = (
            select(EventExhibitRow.event_id, EventExhibitRow.exhibit_id)
            .join(EventRow, EventRow.id == EventExhibitRow.event_id)
            .where(*conditions)
            .order_by(EventExhibitRow.event_id, EventExhibitRow.position)
        )
        for event_id, exhibit_id in self._session.execute(query).tuples():
            links[event_id].append(exhibit_id)
        rows = self._session.scalars(select(EventRow).where(*conditions).order_by(*_TIME_ORDER))
        return [event_from(row, tuple(links[row.id])) for row in rows]

    def kept_single_events(self, dispute_id: str) -> list[Event]:
        """Return a dispute's events, those set aside too, with all their exhibits.

        Without those that were imported: of them there may be a million.
        """
        return self._kept_events(EventRow.dispute_id == dispute_id, EventRow.fingerprint.is_(None))

    def _exhibits_set_aside(self, dispute_id: str) -> set[str]:
        query = select(ExhibitRow.id).where(ExhibitRow.dispute_id == dispute_id, ExhibitRow.set_aside != "")
        return set(self._session.scalars(query))

    def events_astray(self, dispute_id: str) -> list[str]:
        """Return the ids of events that the timeline would show elsewhere or otherwise than they say themselves.

        Imported ones are left out.
        """
        home, aside = self.kept_dispute(dispute_id).zone, self._exhibits_set_aside(dispute_id)
        single = select(EventRow).where(EventRow.dispute_id == dispute_id, EventRow.fingerprint.is_(None))
        rows = {row.id: row for row in self._session.scalars(single)}
        events = self.kept_single_events(dispute_id)
        return [event.id for event in events if not shows(rows[event.id], event, home, aside)]

    def export_ids(self, dispute_id: str) -> frozenset[str]:
        """Return the ids of a dispute's exhibits that are exports."""
        query = select(ExhibitRow.id).join(OriginalRow, OriginalRow.sha256 == ExhibitRow.sha256)
        return frozenset(
            self._session.scalars(query.where(ExhibitRow.dispute_id == dispute_id, OriginalRow.export != ""))
        )

    def exhibits_set_aside(self, dispute_id: str) -> frozenset[str]:
        """Return the ids of a dispute's exhibits among the removed items."""
        return frozenset(self._exhibits_set_aside(dispute_id))

    def removed_dispute_ids(self) -> list[str]:
        """Return the ids of disputes of which only the tombstone is left."""
        return list(self._session.scalars(select(DisputeRow.id).where(DisputeRow.removed_at.is_not(None))))

    def event(self, event_id: str) -> Event:
        """Return an event with its exhibits in use, one that is set aside too. Raises InputProblem("event-unknown")."""
        event = self.kept_event(event_id)
        return _without(event, self._exhibits_set_aside(event.dispute_id))

    def _document_event_ids(self, exhibit_id: str) -> list[str]:
        query = select(EventRow.id).where(
            EventRow.first_exhibit_id == exhibit_id, EventRow.kind == EventKind.DOCUMENT.value
        )
        return list(self._session.scalars(query))

    def document_event(self, exhibit_id: str) -> Event | None:
        """Return an exhibit's own event."""
        ids = self._document_event_ids(exhibit_id)
        return self.kept_event(ids[0]) if ids else None

    def kept_event(self, event_id: str) -> Event:
        """Return an event with all its exhibits. Raises InputProblem("event-unknown")."""
        return self.kept_events_of([event_id])[0]

    def kept_events_of(self, event_ids: Sequence[str]) -> list[Event]:
        """Return events with all their exhibits, in the order asked for. Raises InputProblem("event-unknown")."""
        found = self._events_by_id(event_ids)
        missing = next((event_id for event_id in event_ids if event_id not in found), None)
        if missing is not None:
            raise InputProblem("event-unknown", id=missing)
        return [found[event_id] for event_id in event_ids]

    def _events_by_id(self, event_ids: Sequence[str]) -> dict[str, Event]:
        """Return those of the events that there are; a few statements, whatever their number."""
        found: dict[str, Event] = {}
        for wanted in in_parts(event_ids):
            links: defaultdict[str, list[str]] = defaultdict(list)
            query = (
                select(EventExhibitRow.event_id, EventExhibitRow.exhibit_id)
                .where(EventExhibitRow.event_id.in_(wanted))
                .order_by(EventExhibitRow.event_id, EventExhibitRow.position)
            )
            for event_id, exhibit_id in self._session.execute(query).tuples():
                links[event_id].append(exhibit_id)
            for row in self._session.scalars(select(EventRow).where(EventRow.id.in_(wanted))):
                found[row.id] = event_from(row, tuple(links[row.id]))
        return found

    def timeline(self, dispute_id: str) -> list[TimelineEntry]:
        """Return the lines of a dispute's timeline, in order."""
        return self.lines(self.dispute(dispute_id))

    def log_length(self, dispute_id: str) -> int:
        """Return how many entries a dispute's log has: it grows with every change of the dispute's evidence."""
        last = self._session.scalar(select(func.max(CustodyRow.seq)).where(CustodyRow.dispute_id == dispute_id))
        return 0 if last is None else last + 1

    def custody(self, dispute_id: str) -> list[CustodyEntry]:
        """Return a dispute's log in order, of a removed dispute too."""
        query = ENTRIES.where(CustodyRow.dispute_id == dispute_id).order_by(CustodyRow.seq)
        return [entry_from(row, payload) for row, payload in self._session.execute(query).tuples()]

    def leaves(self, dispute_id: str) -> list[bytes]:
        """Return the stored leaf hashes of a dispute's log, in order."""
        query = select(CustodyRow.leaf).where(CustodyRow.dispute_id == dispute_id).order_by(CustodyRow.seq)
        return list(self._session.scalars(query))

    def all_dispute_ids(self) -> list[str]:
        """Return the ids of all disputes, removed ones too: their logs stay."""
        return list(self._session.scalars(select(DisputeRow.id).order_by(DisputeRow.id)))

    def sqlite_findings(self) -> list[str]:
        """Return what SQLite's own checks find wrong with the catalog's file."""
        return integrity_errors(self._session.connection())

    def known_originals(self) -> dict[str, bool]:
        """Return the hashes of all originals ever kept, each with whether its bytes should be there.

        They should while a living exhibit rests on them, whatever mark the original itself carries.
        """
        living = (ExhibitRow.sha256 == OriginalRow.sha256) & ExhibitRow.removed_at.is_(None)
        query = select(OriginalRow.sha256, exists().where(living)).order_by(OriginalRow.sha256)
        return {sha256: bool(needed) for sha256, needed in self._session.execute(query).tuples()}

    def unfinished_imports(self) -> list[tuple[str, str, str]]:
        """Return id, dispute and JSON list of paths of every import that has not ended."""
        query = (
            select(ImportRow)
            .join(DisputeRow, DisputeRow.id == ImportRow.dispute_id)
            .where(DisputeRow.set_aside == "")
            .order_by(ImportRow.started_at)
        )
        return [(row.id, row.dispute_id, row.paths) for row in self._session.scalars(query)]


def _goes_with_exhibits(event: Event, aside: set[str], exports: Collection[str]) -> bool:
    """Tell whether an event is removed because what it stands for, or was read from, is."""
    if event.kind is EventKind.DOCUMENT:
        return aside.issuperset(event.exhibit_ids[:1])
    return bool(event.read_from and event.exhibit_ids) and aside.issuperset(holders(event, exports))


def _without(event: Event, aside: set[str]) -> Event:
    """Return an event without exhibits that are set aside; the one that a file's event stands for stays."""
    own = event.exhibit_ids[:1] if event.kind is EventKind.DOCUMENT else ()
    if aside.isdisjoint(event.exhibit_ids):
        return event
    return replace(event, exhibit_ids=tuple(each for each in event.exhibit_ids if each in own or each not in aside))


_TIME_ORDER = (EventRow.at_ms.is_(None), EventRow.at_ms, EventRow.ordinal)

_EXPORT = select(OriginalRow.sha256).where(OriginalRow.export == bindparam("format")).limit(1)
