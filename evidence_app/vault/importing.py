"""Making a million events of an export in one transaction, with the one entry that holds a hash over all of them.

Rows go straight to SQLite: the unit of work would cost ten times as much. What other exports, or an earlier import of
this one, brought already is not brought again.
"""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any, cast

from sqlalchemy import select

from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.exports import Attachment, Choice, Columns, Hints
from evidence_app.domain.fields import BY_COLUMNS, ORDINAL, FieldValue, plain_fields
from evidence_app.domain.identifiers import id_after, new_series
from evidence_app.domain.imports import NOT_IN_LEAF, IdRanges, ImportEntry, leaf, runs_of
from evidence_app.errors import InputProblem
from evidence_app.vault.editing import Editing
from evidence_app.vault.imported_rows import Origin, RowMaker, fingerprints, insertions
from evidence_app.vault.known_records import KnownRecords
from evidence_app.vault.ledger import Subject
from evidence_app.vault.schema import CustodyRow, ExhibitRow, OriginalRow, PayloadRow
from evidence_app.vault.statements import SAME_ENTRY

CHANGING = (CustodyKind.EDIT.value, CustodyKind.ACCEPT.value, CustodyKind.DISMISS.value)
"""Kinds of the entries that change fields of events."""


CACHE = -32 * 1024
"""KiB of pages in memory while a million rows are written: with the usual 2 MB each page is written several times."""

AttachedTo = Callable[[Attachment], str]
"""Says which exhibit is the file that goes with a record, empty where there is none."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an import's entry says besides its events: who read them, what was chosen, what was counted."""

    format: str
    version: int
    choice: Choice
    hints: Hints
    read: int
    unread: int
    unread_at: tuple[tuple[str, str], ...]
    warnings: tuple[tuple[str, int], ...]
    stated: int | None


class Importing(Editing):
    """The part of a write transaction that imports."""

    def know_export(self, sha256: str, code: str) -> None:
        """Keep which importer reads an original, empty for none: of one that was added before anybody asked."""
        row = self._session.get_one(OriginalRow, sha256)
        row.export = code
        self._session.flush()
        for exhibit_id in list(self._session.scalars(select(ExhibitRow.id).where(ExhibitRow.sha256 == sha256))):
            self._choose_shown_exhibits(exhibit_id)

    def begin_records(self, exhibit_id: str) -> "EventImport":
        """Begin to import an export. Raises InputProblem: ``exhibit-unknown``, ``exhibit-removed``."""
        exhibit = self.exhibit(exhibit_id)
        if exhibit.removed_at is not None:
            raise InputProblem("exhibit-removed", number=exhibit.number)
        return EventImport(self, exhibit)

    def edit_as_named(self, changes: Mapping[str, Mapping[str, FieldValue]]) -> list[int]:
        """Change events as their table says once its columns are named otherwise; return the entries."""
        events = self.kept_events_of(list(changes))
        entries = [self.edit(event, changes[event.id], by=BY_COLUMNS) for event in events]
        return [seq for seq in entries if seq is not None]

    def raw(self) -> sqlite3.Connection:
        """Return SQLite's own connection, in this transaction, with everything written down."""
        return cast("sqlite3.Connection", self._session.connection().connection.dbapi_connection)

    def origin_of(self, exhibit: Exhibit) -> Origin:
        """Return what the events of a new import have in common."""
        series = new_series()
        while self.raw().execute("SELECT 1 FROM event WHERE id BETWEEN ? AND ?", (series, f"{series[:7]}~")).fetchone():
            series = new_series()
        home = self._zone_of(exhibit.dispute_id)
        return Origin(exhibit.dispute_id, exhibit.id, series, self.next_ordinal(exhibit.dispute_id), home)

    def log_import(self, dispute_id: str, entry: ImportEntry) -> int:
        """Write the entry of an import."""
        return self._log(dispute_id, CustodyKind.IMPORT, entry.payload(), Subject(exhibit_id=entry.exhibit_id))

    def show_linked(self, exhibit_id: str) -> None:
        """Choose anew what stands beside the events that an exhibit shows now, too."""
        self._choose_shown_exhibits(exhibit_id)

    # -- when they are erased -----------------------------------------------------------------------------------------

    def held_by_others(self, exhibit: Exhibit, event_ids: Sequence[str]) -> dict[str, str]:
        """Return those of an export's events that another export holds, too, each with the first one that does."""
        known, others = IdRanges(), {}
        for seq, entry in self.import_entries(exhibit.dispute_id):
            if entry.exhibit_id != exhibit.id:
                known.put(entry.known_events, seq)
                others[seq] = entry.exhibit_id
        found: dict[str, str] = {}
        for event in self.kept_events_of([each for each in event_ids if known.standing_for(each)]):
            holding = (others[seq] for seq in known.standing_for(event.id))
            holder = next((each for each in holding if each in event.exhibit_ids), "")
            if holder:
                found[event.id] = holder
        return found

    def carry_imported(self, erased: Exhibit, holders: Mapping[str, str]) -> None:
        """Have events of an export that is erased stand as imported from the other ones that hold them, as they are."""
        carried: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self.kept_events_of(sorted(holders)):
            rest = tuple(each for each in event.exhibit_ids if each != erased.id)
            carried[holders[event.id]].append(replace(event, exhibit_ids=rest))
        for exhibit_id, events in carried.items():
            self._carry(erased.dispute_id, exhibit_id, events)

    def _carry(self, dispute_id: str, exhibit_id: str, events: Sequence[Event]) -> None:
        digest = hashlib.sha256()
        for event in events:
            self._gather(event.id, {"read_from": exhibit_id, "place": ""})
            digest.update(leaf(event.id, event.ordinal, "", plain_fields(event)))
        entry = ImportEntry(
            exhibit_id=exhibit_id,
            format="",
            version=0,
            read=len(events),
            taken=len(events),
            events=tuple(runs_of(event.id for event in events)),
            events_sha256=digest.hexdigest(),
            shown_by={each.id: each.exhibit_ids for each in events if each.exhibit_ids != (exhibit_id,)},
            carried=True,
        )
        self.log_import(dispute_id, entry)

    def _erased_import(self, event: Event) -> dict[str, Plain]:
        """Return what the entry of an erased event says of it, so that the hash over its import still holds."""
        fields, ordinal = dict(plain_fields(event)), event.ordinal
        for change in reversed(self._changes_of(event)):
            if change["field"] == ORDINAL:
                ordinal = change["before"]
            elif change["before"] in ("", []):
                fields.pop(change["field"], None)
            else:
                fields[change["field"]] = change["before"]
        kept = leaf(event.id, ordinal, event.place, fields).hex()
        return {"imported_from": event.read_from, "place": event.place, "leaf": kept}

    def _changes_of(self, event: Event) -> list[Mapping[str, Any]]:
        """Return the changes of an imported event since it was imported, in order."""
        begun = -1
        for seq, entry in self.import_entries(event.dispute_id):
            ranges = IdRanges()
            ranges.put(entry.events, seq)
            begun = max([begun, *ranges.standing_for(event.id)])
        query = (
            select(PayloadRow.payload)
            .join(CustodyRow, SAME_ENTRY)
            .where(CustodyRow.dispute_id == event.dispute_id, CustodyRow.seq > begun, CustodyRow.kind.in_(CHANGING))
            .where((PayloadRow.event_id == event.id) | (PayloadRow.exhibit_id == event.read_from))
            .order_by(CustodyRow.seq)
        )
        payloads = map(json.loads, self._session.scalars(query))
        return [
            change
            for payload in payloads
            for change in payload["changes"]
            if change.get("id", payload.get("id")) == event.id and change["field"] != NOT_IN_LEAF
        ]


_OWN = "SELECT place FROM event WHERE read_from = ? AND place <> ''"


class EventImport:
    """One import under way, in the transaction that began it."""

    def __init__(self, changes: Importing, exhibit: Exhibit) -> None:
        self._changes = changes
        self._exhibit = exhibit
        self._raw = changes.raw()
        self._origin = changes.origin_of(exhibit)
        self._maker = RowMaker(self._origin)
        self._again = 0
        self._known = 0
        self._linked: list[str] = []
        self._shown_by: dict[str, tuple[str, ...]] = {}
        self._prepare()

    def _prepare(self) -> None:
        """Have at hand, in SQLite's memory, what was imported before: of a million events some 30 MB."""
        raw, mine = self._raw, self._exhibit
        (self._cache,) = raw.execute("PRAGMA cache_size").fetchone()
        raw.execute(f"PRAGMA cache_size={CACHE}")
        raw.execute("CREATE TEMP TABLE again_there (place TEXT PRIMARY KEY) WITHOUT ROWID")
        raw.execute(f"INSERT OR IGNORE INTO again_there {_OWN}", (mine.id,))
        raw.executemany("INSERT OR IGNORE INTO again_there VALUES (?)", [(each,) for each in self._erased_places()])
        self._any_again = raw.execute("SELECT 1 FROM again_there LIMIT 1").fetchone() is not None
        entries = (entry for _, entry in self._changes.import_entries(mine.dispute_id))
        self._others = KnownRecords(raw, mine.dispute_id, mine.id, entries)

    def _erased_places(self) -> list[str]:
        """Return the places of events of this export that somebody erased for good: they do not come again."""
        entries = self._raw.execute(
            "SELECT payload FROM custody JOIN custody_payload USING (dispute_id, seq) "
            "WHERE dispute_id = ? AND kind = ? AND exhibit_id = ?",
            (self._exhibit.dispute_id, CustodyKind.REMOVE.value, self._exhibit.id),
        )
        removed = (json.loads(payload) for (payload,) in entries)
        return [each["place"] for each in removed if each.get("imported_from") == self._exhibit.id and each["place"]]

    def add(self, records: Columns, attached: AttachedTo) -> int:
        """Make events of those records that are new; return how many."""
        marks: Sequence[int] = fingerprints(records)
        if self._any_again:
            records, marks = self._only(records, marks, [not self._was_taken(place) for place in records.place])
        if self._others.any:
            known = self._others.take(records, marks)
            self._link_known([each for each in known if each])
            records, marks = self._only(records, marks, [not each for each in known])
        if not records.place:
            return 0
        for index, attachments in enumerate(records.attachments, self._maker.count):
            if attachments:
                self._attach(id_after(self._origin.first_id, index), attachments, attached)
        for statement, bound in insertions(self._origin, self._maker.columns(records, marks)):
            self._raw.executemany(statement, bound)
        return len(marks)

    def _attach(self, event_id: str, attachments: Sequence[Attachment], attached: AttachedTo) -> None:
        found = (attached(each) for each in attachments)
        exhibits = tuple(dict.fromkeys(each for each in found if each and each != self._exhibit.id))
        if exhibits:
            self._shown_by[event_id] = exhibits

    def _only(self, records: Columns, marks: Sequence[int], wanted: Sequence[bool]) -> tuple[Columns, Sequence[int]]:
        return records.only(wanted), list(compress(marks, wanted))

    def _was_taken(self, place: str) -> bool:
        """Tell whether this export brought a record before, and count it."""
        there = self._raw.execute("SELECT 1 FROM again_there WHERE place = ?", (place,)).fetchone() is not None
        self._again += there
        return there

    def _link_known(self, event_ids: Sequence[str]) -> None:
        """Have events of other exports shown by this one, too, and count them."""
        self._known += len(event_ids)
        for event_id in event_ids:
            linked = self._raw.execute(
                "INSERT OR IGNORE INTO event_exhibit SELECT event_id, ?, max(position) + 1 FROM event_exhibit "
                "WHERE event_id = ? GROUP BY event_id",
                (self._exhibit.id, event_id),
            )
            if linked.rowcount:
                self._linked.append(event_id)

    def finish(self, said: Said) -> tuple[int, ImportEntry]:
        """Write the entry and return it with its number; the events are there once the transaction ends."""
        self._link()
        self._raw.execute(f"PRAGMA cache_size={self._cache}")
        self._raw.execute("DROP TABLE temp.again_there")
        self._others.drop()
        taken = self._maker.count
        entry = ImportEntry(
            exhibit_id=self._exhibit.id,
            format=said.format,
            version=said.version,
            read=said.read,
            taken=taken,
            events=((self._origin.first_id, taken),) if taken else (),
            events_sha256=self._maker.sha256,
            ordinal=self._origin.first_ordinal,
            known=self._known,
            again=self._again,
            unread=said.unread,
            unread_at=said.unread_at,
            warnings=said.warnings,
            stated=said.stated,
            choice=said.choice,
            hints=said.hints,
            known_events=tuple(runs_of(sorted(self._linked))),
            shown_by=self._shown_by,
        )
        seq = self._changes.log_import(self._exhibit.dispute_id, entry)
        if self._linked:
            self._changes.show_linked(self._exhibit.id)
        return seq, entry

    def _link(self) -> None:
        """Have the events shown by the export, and by the files that go with them; one statement for a million."""
        taken, first = self._maker.count, self._origin.first_id
        if taken:
            self._raw.execute(
                "INSERT INTO event_exhibit (event_id, exhibit_id, position) "
                "SELECT id, ?, 0 FROM event WHERE id BETWEEN ? AND ? ORDER BY id",
                (self._exhibit.id, first, id_after(first, taken - 1)),
            )
        more = (
            (event_id, exhibit_id, position)
            for event_id, exhibits in self._shown_by.items()
            for position, exhibit_id in enumerate(exhibits, 1)
        )
        self._raw.executemany("INSERT INTO event_exhibit (event_id, exhibit_id, position) VALUES (?, ?, ?)", more)
