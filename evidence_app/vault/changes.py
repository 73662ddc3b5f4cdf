"""Everything that may be done to the catalog. Each method changes rows and writes the custody entry with them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import delete, func, select

from evidence_app.domain.anchors import Anchor, ExhibitToken
from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit, Media, Original
from evidence_app.domain.fields import plain, plain_fields
from evidence_app.domain.machine_text import NO_REGION
from evidence_app.domain.times import EventTime
from evidence_app.domain.views import SavedView
from evidence_app.errors import InputProblem
from evidence_app.vault.found import stored_region
from evidence_app.vault.ledger import Subject
from evidence_app.vault.records import (
    Column,
    assign,
    dispute_columns,
    exhibit_columns,
    original_columns,
    original_from,
    shown_by,
    stored_time,
)
from evidence_app.vault.schema import (
    AnchorRow,
    DisputeRow,
    EventExhibitRow,
    EventPlaceRow,
    EventRow,
    ExhibitRow,
    ExhibitTokenRow,
    ImportRow,
    ItemRow,
    LineCorrectionRow,
    MachineTextRow,
    OriginalRow,
    PayloadRow,
    SuggestionRow,
    ViewRow,
)
from evidence_app.vault.statements import in_parts
from evidence_app.vault.taking_back import TakingBack
from evidence_app.vault.witnesses import anchor_columns, anchor_facts, token_columns, token_facts

NOT_REMOVED: dict[str, Column] = {"removed_at": None, "removed_reason": ""}


class Changes(TakingBack):
    """One write transaction: reads its own writes, and ends with all of them durable or none. ``now`` is its time.

    Made by `Vault.change`; never kept after it.
    """

    # -- disputes -----------------------------------------------------------------------------------------------

    def open_dispute(self, dispute: Dispute) -> int:
        """Add a dispute and begin its log."""
        self._insert(DisputeRow, dispute_columns(dispute) | NOT_REMOVED)
        return self._log(dispute.id, CustodyKind.OPEN, {"fields": plain_fields(dispute)})

    def log_export(self, dispute_id: str, facts: Mapping[str, Plain]) -> int:
        """Record that a dossier left the vault."""
        return self._log(dispute_id, CustodyKind.EXPORT, facts)

    def log_everywhere(self, kind: CustodyKind, facts: Mapping[str, Plain]) -> None:
        """Record in every dispute's log what happened to the whole vault (an upgrade, a restore)."""
        for dispute_id in self._session.scalars(select(DisputeRow.id).order_by(DisputeRow.id)):
            self._log(dispute_id, kind, facts)

    # -- witnesses ----------------------------------------------------------------------------------------------

    def keep_anchor(self, anchor: Anchor) -> Anchor:
        """Keep a verified token over a checkpoint of a dispute's log, and return it with the entry that says so.

        One of the same authority that is there for that size already is returned instead.
        """
        there = self._session.get(AnchorRow, (anchor.dispute_id, anchor.size, anchor.authority))
        if there is not None:
            return next(each for each in self.anchors(anchor.dispute_id) if each.seq == there.seq)
        seq = self._log(anchor.dispute_id, CustodyKind.ANCHOR, anchor_facts(anchor))
        self._insert(AnchorRow, anchor_columns(anchor, seq))
        return replace(anchor, seq=seq)

    def keep_exhibit_token(self, token: ExhibitToken) -> ExhibitToken:
        """Keep a token made elsewhere over an exhibit's original, and return it with the entry that says so.

        Raises InputProblem: ``exhibit-unknown``, ``exhibit-removed``, ``token-there``.
        """
        exhibit = self.exhibit(token.exhibit_id)
        if exhibit.removed_at is not None:
            raise InputProblem("exhibit-removed", number=exhibit.number)
        kept = self.kept_exhibit_tokens(exhibit.dispute_id)
        if any((each.exhibit_id, each.file) == (token.exhibit_id, token.file) for each in kept):
            raise InputProblem("token-there")
        subject = Subject(exhibit_id=exhibit.id)
        seq = self._log(exhibit.dispute_id, CustodyKind.ANCHOR, token_facts(token), subject)
        self._insert(ExhibitTokenRow, token_columns(token, exhibit.dispute_id, seq))
        return replace(token, seq=seq)

    # -- exhibits -----------------------------------------------------------------------------------------------

    def place_exhibit(self, exhibit: Exhibit, event: Event, provenance: Mapping[str, Plain]) -> int:
        """Add an exhibit with its document event; one entry covers both.

        ``exhibit.number`` and ``event.ordinal`` come from `next_exhibit_number` and `next_ordinal`; where another
        dispute rests on the same bytes, ``exhibit.original`` from `original`.
        """
        row = self._session.get(OriginalRow, exhibit.original.sha256)
        if row is None:
            self._insert(OriginalRow, original_columns(exhibit.original))
        elif row.erased_at is not None:  # received again
            assign(row, original_columns(exhibit.original))
        self._insert(ExhibitRow, exhibit_columns(exhibit) | NOT_REMOVED)
        self._insert_event(event)
        payload: dict[str, Plain] = {
            "exhibit": exhibit.id,
            "number": exhibit.number,
            "sha256": exhibit.original.sha256,
            "bytes": exhibit.original.size_bytes,
            "name": str(plain(exhibit.name)),
            "media": media_facts(exhibit.original.media),
            "fields": plain_fields(exhibit),
            "event": event.id,
            "ordinal": event.ordinal,
            "event_fields": plain_fields(event),
            **provenance,
        }
        return self._log(exhibit.dispute_id, CustodyKind.ADD, payload, Subject(exhibit_id=exhibit.id))

    def log_derivation(self, exhibit: Exhibit, facts: Mapping[str, Plain]) -> int:
        """Record that something was made from an exhibit; what was made has entries of its own."""
        payload: dict[str, Plain] = {"exhibit": exhibit.id, **facts}
        return self._log(exhibit.dispute_id, CustodyKind.DERIVE, payload, Subject(exhibit_id=exhibit.id))

    def original(self, sha256: str) -> Original | None:
        """Return what is known of bytes that another dispute's exhibit rests on: what was found out first stands."""
        row = self._session.get(OriginalRow, sha256)
        return None if row is None or row.erased_at is not None else original_from(row)

    def link_duplicate(self, exhibit: Exhibit, name: str, time: EventTime | None) -> int | None:
        """Record that the same bytes arrived again under another name; None if that says nothing new.

        ``time`` is the document event's time with the readings that the new name brought, None if it brought none.
        """
        if name in (exhibit.name, *exhibit.also_named):
            return None
        names = (*exhibit.also_named, name)
        self._exhibit_row(exhibit.id).also_named = json.dumps([plain(each) for each in names], ensure_ascii=False)
        payload: dict[str, Plain] = {"duplicate_of": exhibit.id, "name": str(plain(name))}
        event = self.document_event(exhibit.id)
        if event and time and time != event.time:
            self._update_event(event, replace(event, time=time))
            payload |= {"event": event.id, "time": plain(time)}
        return self._log(exhibit.dispute_id, CustodyKind.ADD, payload, Subject(exhibit_id=exhibit.id))

    def next_exhibit_number(self, dispute_id: str) -> int:
        """Return the number of the next exhibit; numbers of removed ones are not reused."""
        last = self._session.scalar(select(func.max(ExhibitRow.number)).where(ExhibitRow.dispute_id == dispute_id))
        return (last or 0) + 1

    def remove_exhibit(self, exhibit: Exhibit, reason: str) -> int:
        """Erase an exhibit's texts, what was read from it alone, document event and payloads; leave a tombstone.

        Its bytes are marked for erasure unless another dispute's exhibit still rests on them.
        """
        self._erase_events([*self._document_event_ids(exhibit.id), *self._read_only_from(exhibit)])
        self._leave_events_to_others(exhibit)
        for table in (PayloadRow, ExhibitTokenRow, MachineTextRow, EventPlaceRow, SuggestionRow, LineCorrectionRow):
            self._session.execute(delete(table).where(table.exhibit_id == exhibit.id))
        self._blank(exhibit, reason)
        self._mark_if_unused(exhibit.original.sha256)
        facts: dict[str, Plain] = {
            "exhibit": exhibit.id,
            "number": exhibit.number,
            "sha256": exhibit.original.sha256,
            "reason": str(plain(reason)),
        }
        return self._log(exhibit.dispute_id, CustodyKind.REMOVE, facts, Subject(exhibit_id=exhibit.id))

    def _leave_events_to_others(self, exhibit: Exhibit) -> None:
        """Let the events that other exhibits show, too, be shown by those alone."""
        self._carry_events(exhibit)
        self._carry_suggestions(exhibit)
        self._session.execute(delete(EventExhibitRow).where(EventExhibitRow.exhibit_id == exhibit.id))
        self._session.expire_all()
        aside, exports = self._exhibits_set_aside(exhibit.dispute_id), self.export_ids(exhibit.dispute_id)
        for shown in self._session.scalars(select(EventRow).where(EventRow.first_exhibit_id == exhibit.id)):
            shown.first_exhibit_id = shown_by(self.kept_event(shown.id), aside, exports)
        self._session.flush()

    def _blank(self, exhibit: Exhibit, reason: str) -> None:
        """Leave of an exhibit's row nothing but what a tombstone needs."""
        blank = Exhibit(
            id=exhibit.id,
            dispute_id=exhibit.dispute_id,
            number=exhibit.number,
            original=exhibit.original,
            name="",
            added_at=exhibit.added_at,
        )
        row = self._exhibit_row(exhibit.id)
        assign(row, exhibit_columns(blank))
        row.removed_at, row.removed_reason = stored_time(self.now), reason
        self._session.flush()

    def remove_dispute(self, dispute: Dispute, reason: str) -> int:
        """Erase all of a dispute's evidence, texts and payloads; leave tombstones and the log's entries."""
        for exhibit in self.kept_exhibits(dispute.id):
            if exhibit.removed_at is None:
                self.remove_exhibit(exhibit, reason)
        left = select(EventRow.id).where(EventRow.dispute_id == dispute.id)
        self._erase_events(list(self._session.scalars(left)))
        for table in (ImportRow, ViewRow, ItemRow):
            self._session.execute(delete(table).where(table.dispute_id == dispute.id))
        self._session.execute(delete(PayloadRow).where(PayloadRow.dispute_id == dispute.id))
        row = self._dispute_row(dispute.id)
        blank = Dispute(id=dispute.id, title="", type=dispute.type, institution="", created_at=dispute.created_at)
        assign(row, dispute_columns(blank))
        row.removed_at, row.removed_reason = stored_time(self.now), reason
        return self._log(dispute.id, CustodyKind.REMOVE, {"dispute": dispute.id, "reason": str(plain(reason))})

    def _mark_if_unused(self, sha256: str) -> None:
        living = select(ExhibitRow.id).where(ExhibitRow.sha256 == sha256, ExhibitRow.removed_at.is_(None)).limit(1)
        if self._session.scalar(living) is None:
            row = self._session.get_one(OriginalRow, sha256)
            row.erased_at = stored_time(self.now)

    # -- events -------------------------------------------------------------------------------------------------

    def record_event(self, event: Event) -> int:
        """Add an event that a person typed."""
        self._check_exhibits(event)
        self._insert_event(event)
        kind = CustodyKind.COMPLAINT if event.kind is EventKind.COMPLAINT else CustodyKind.NOTE
        payload: dict[str, Plain] = {"event": event.id, "ordinal": event.ordinal, "event_fields": plain_fields(event)}
        return self._log(event.dispute_id, kind, payload, Subject(event_id=event.id))

    def remove_event(self, event: Event, reason: str) -> int:
        """Erase a typed event and its payloads. Raises InputProblem for the event of a file: remove the exhibit."""
        if event.kind is EventKind.DOCUMENT:
            raise InputProblem("event-belongs-to-exhibit")
        facts: dict[str, Plain] = {"event": event.id, "reason": str(plain(reason))}
        if not self.is_imported(event.id):
            self._erase_events([event.id])
            return self._log(event.dispute_id, CustodyKind.REMOVE, facts, Subject(event_id=event.id))
        facts |= self._erased_import(event)
        self._erase_events([event.id])
        subject = Subject(event_id=event.id, exhibit_id=event.read_from)
        return self._log(event.dispute_id, CustodyKind.REMOVE, facts, subject)

    def _erase_events(self, event_ids: Sequence[str]) -> None:
        for gone in in_parts(event_ids):
            made_of_them = SuggestionRow.event_id.in_(gone), SuggestionRow.region == stored_region(NO_REGION)
            self._session.execute(delete(SuggestionRow).where(*made_of_them))
            for column in (EventExhibitRow.event_id, EventPlaceRow.event_id, PayloadRow.event_id, EventRow.id):
                self._session.execute(delete(column.class_).where(column.in_(gone)))

    # -- saved views (no evidence either) -------------------------------------------------------------------------

    def keep_view(self, view: SavedView) -> None:
        """Keep a saved view, in place of the dispute's one of that name."""
        self._session.execute(delete(ViewRow).where(ViewRow.dispute_id == view.dispute_id, ViewRow.name == view.name))
        columns: dict[str, Column] = {
            "id": view.id,
            "dispute_id": view.dispute_id,
            "name": view.name,
            "criteria": view.criteria,
            "saved_at": stored_time(self.now),
        }
        self._insert(ViewRow, columns)

    def forget_view(self, view_id: str) -> None:
        """Delete a saved view; one that is gone already is no problem."""
        self._session.execute(delete(ViewRow).where(ViewRow.id == view_id))

    # -- unfinished imports (no evidence, so no custody) -----------------------------------------------------------

    def begin_import(self, import_id: str, dispute_id: str, paths: Sequence[str]) -> None:
        """Remember what is being imported, so that it can go on after a crash."""
        columns: dict[str, Column] = {
            "id": import_id,
            "dispute_id": dispute_id,
            "started_at": stored_time(self.now),
            "paths": json.dumps([plain(path) for path in paths], ensure_ascii=False),
        }
        self._insert(ImportRow, columns)

    def end_import(self, import_id: str) -> None:
        """Forget an import that ended, was cancelled or is not wanted any more."""
        self._session.execute(delete(ImportRow).where(ImportRow.id == import_id))


def media_facts(media: Media) -> dict[str, Plain]:
    """Return what was found out about the bytes, in the form of a payload; unknown facts are left out."""
    facts: dict[str, Plain] = {"kind": media.kind.value, "mime": media.mime}
    for name in ("width_px", "height_px", "page_count", "duration_ms", "problem", "export"):
        if value := getattr(media, name):
            facts[name] = value
    return facts
