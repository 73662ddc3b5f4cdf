"""What of the catalog can be found by words: for the index, for searching without it, for showing what was found."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.events import EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.finding import EVENT_WORDS, FoundIn, Worded, run_on_shape, shape_of
from evidence_app.domain.identifiers import id_after
from evidence_app.domain.machine_text import MachineText
from evidence_app.vault.found import FoundThings
from evidence_app.vault.records import exhibit_from
from evidence_app.vault.schema import (
    CustodyRow,
    DisputeRow,
    EventExhibitRow,
    EventRow,
    ExhibitRow,
    MachineTextRow,
    PayloadRow,
)
from evidence_app.vault.statements import AT_ONCE, EXHIBITS, SAME_ENTRY, in_parts

IdRange = tuple[str, str]
"""The first and the last id of events that an import made; ids of nothing else lie between."""


def range_of(run: Sequence[Any]) -> IdRange:
    """Return the range of a run of an import's entry."""
    first, count = run
    return str(first), id_after(str(first), int(count) - 1)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An entry of a custody log, as far as searching asks; ids are empty where it names none."""

    kind: CustodyKind
    payload: bytes | None
    exhibit_id: str
    event_id: str


@dataclass(frozen=True, slots=True)
class WordedEvent:
    """An event as far as it is found by words; ``exhibit_ids`` are those that show it, also ones set aside.

    ``fields`` are those of `EVENT_WORDS`. ``own`` is the exhibit that it stands for, empty for none.
    """

    fields: tuple[str, ...]
    exhibit_ids: tuple[str, ...]
    own: str
    status: EventStatus


class WordedThings(FoundThings):
    """The part of one transaction that answers for searching. What is set aside is given, and left out when shown."""

    def dispute_ids_in_use(self) -> list[str]:
        """Return the disputes that are neither erased nor set aside, oldest first."""
        living = select(DisputeRow.id).where(DisputeRow.removed_at.is_(None), DisputeRow.set_aside == "")
        return list(self._session.scalars(living.order_by(DisputeRow.created_at, DisputeRow.id)))

    def leaf(self, dispute_id: str, seq: int) -> bytes | None:
        """Return the hash of an entry of a log, None if it has no such entry."""
        return self._session.scalar(
            select(CustodyRow.leaf).where(CustodyRow.dispute_id == dispute_id, CustodyRow.seq == seq)
        )

    def log_end(self, dispute_id: str) -> tuple[int, bytes]:
        """Return the length of a log, and the hash of its last entry."""
        last = self._session.connection().execute(_LAST_ENTRY, {"dispute": dispute_id}).first()
        return (0, b"") if last is None else (last.seq + 1, last.leaf)

    def entries_since(self, dispute_id: str, length: int) -> list[LogEntry]:
        """Return the entries that a log has got since it had this length."""
        query = (
            select(CustodyRow.kind, PayloadRow.payload, PayloadRow.exhibit_id, PayloadRow.event_id)
            .outerjoin(PayloadRow, SAME_ENTRY)
            .where(CustodyRow.dispute_id == dispute_id, CustodyRow.seq >= length)
            .order_by(CustodyRow.seq)
        )
        rows = self._session.connection().execute(query)
        return [LogEntry(CustodyKind(kind), payload, *(each or "" for each in ids)) for kind, payload, *ids in rows]

    def events_shown_by(self, exhibit_ids: Iterable[str]) -> set[str]:
        """Return the events that any of the exhibits shows, or that were read off one; imported ones are left out."""
        link, ids = EventExhibitRow, list(exhibit_ids)
        linked = select(link.event_id).join(EventRow, EventRow.id == link.event_id).where(EventRow.place == "")
        shown = self._in_parts(linked, link.exhibit_id, ids)
        read = self._in_parts(select(EventRow.id).where(EventRow.place == ""), EventRow.read_from, ids)
        return {event_id for (event_id,) in (*shown, *read)}

    def bare_numbers(self, dispute_id: str) -> list[tuple[str, str]]:
        """Return name and number, as shown, of those sides of events that no record names."""
        row = EventRow
        bare = (row.party == "") | (row.number == "") | (row.party == row.number)
        query = select(row.party, row.number).where(row.dispute_id == dispute_id, bare, row.party + row.number != "")
        return [(party, number) for party, number in self._streamed(query.distinct())]

    def events_numbered(self, dispute_id: str, party: str, number: str) -> list[str]:
        """Return the events whose other side is shown with this name and number."""
        row = EventRow
        query = select(row.id).where(row.dispute_id == dispute_id, row.party == party, row.number == number)
        return [event_id for (event_id,) in self._streamed(query.order_by(row.at_ms, row.ordinal))]

    def worded(self, dispute_id: str) -> Iterator[Worded]:
        """Yield all that can be found in a dispute, events in the order of their times."""
        yield from self._worded_exhibits(ExhibitRow.dispute_id == dispute_id)
        yield from self._worded_events(EventRow.dispute_id == dispute_id)
        yield from self._worded_machine_texts(MachineTextRow.dispute_id == dispute_id)

    def worded_but_imported(self, dispute_id: str) -> Iterator[Worded]:
        """Yield what can be found in a dispute but the events that were imported from exports."""
        yield from self._worded_exhibits(ExhibitRow.dispute_id == dispute_id)
        yield from self._worded_events((EventRow.dispute_id == dispute_id) & (EventRow.place == ""))
        yield from self._worded_machine_texts(MachineTextRow.dispute_id == dispute_id)

    def worded_between(self, between: IdRange) -> Iterator[Worded]:
        """Yield the events whose ids lie in a range, in the order of their ids.

        They are all of one dispute; to ask for it, too, would have SQLite sort a million rows in memory.
        """
        yield from self._worded_events(EventRow.id.between(*between), EventRow.id)

    def worded_of(self, exhibit_ids: Collection[str], event_ids: Collection[str]) -> Iterator[Worded]:
        """Yield what can be found of some exhibits, the texts read off them with them, and of some events."""
        for part in in_parts(list(exhibit_ids)):
            yield from self._worded_exhibits(ExhibitRow.id.in_(part))
            yield from self._worded_machine_texts(MachineTextRow.exhibit_id.in_(part))
        for part in in_parts(list(event_ids)):
            yield from self._worded_events(EventRow.id.in_(part))

    def living_among(self, ids: Sequence[str]) -> set[str]:
        """Return those of the ids of events and exhibits that are not erased."""
        exhibits = self._in_parts(select(ExhibitRow.id).where(ExhibitRow.removed_at.is_(None)), ExhibitRow.id, ids)
        events = self._in_parts(select(EventRow.id), EventRow.id, ids)
        return {each for (each,) in (*exhibits, *events)}

    def _worded_exhibits(self, condition: ColumnElement[bool]) -> Iterator[Worded]:
        query = EXHIBITS.where(condition, ExhibitRow.removed_at.is_(None)).order_by(ExhibitRow.number)
        for row, original in self._session.execute(query.execution_options(yield_per=AT_ONCE)).tuples():
            exhibit = exhibit_from(row, original)
            yield Worded(FoundIn.EXHIBIT, exhibit.id, shape_of(words_of_exhibit(exhibit)))

    def _worded_events(self, condition: ColumnElement[bool], *order: InstrumentedAttribute[Any]) -> Iterator[Worded]:
        query = select(EventRow.id, EventRow.at_ms, *_EVENT_COLUMNS).where(condition)
        for event_id, at_ms, *fields in self._streamed(query.order_by(*order or (EventRow.at_ms, EventRow.ordinal))):
            yield Worded(FoundIn.EVENT, event_id, shape_of(fields), at_ms)

    def _worded_machine_texts(self, condition: ColumnElement[bool]) -> Iterator[Worded]:
        last = (
            select(func.max(MachineTextRow.seq).label("seq"), MachineTextRow.dispute_id)
            .where(condition)
            .group_by(MachineTextRow.dispute_id, MachineTextRow.exhibit_id)
            .subquery()
        )
        row = MachineTextRow
        query = select(row.dispute_id, row.seq, row.exhibit_id, row.lines).join(
            last, (row.dispute_id == last.c.dispute_id) & (row.seq == last.c.seq)
        )
        corrections: dict[str, dict[tuple[int, int], str]] = {}
        for dispute_id, seq, exhibit_id, lines in self._streamed(query.order_by(row.seq)):
            if dispute_id not in corrections:
                corrections[dispute_id] = self.kept_corrections(dispute_id)
            mine = corrections[dispute_id]
            words = (mine.get((seq, index)) or line["text"] for index, line in enumerate(json.loads(lines)))
            yield Worded(FoundIn.MACHINE, exhibit_id, run_on_shape(words))

    def _streamed(self, query: Select[Any]) -> Iterator[Sequence[Any]]:
        yield from self._session.connection().execute(query.execution_options(yield_per=AT_ONCE))

    # -- what was found, as it is shown ---------------------------------------------------------------------------

    def worded_events(self, event_ids: Sequence[str]) -> dict[str, WordedEvent]:
        """Return those of the events that are not set aside. Reads columns, not entities: as one types."""
        links: defaultdict[str, list[str]] = defaultdict(list)
        link = EventExhibitRow
        shown = select(link.event_id, link.exhibit_id).order_by(link.event_id, link.position)
        for event_id, exhibit_id in self._in_parts(shown, link.event_id, event_ids):
            links[event_id].append(exhibit_id)
        query = select(EventRow.id, EventRow.kind, EventRow.status, *_EVENT_COLUMNS).where(EventRow.set_aside == "")
        found = {}
        for event_id, kind, status, *fields in self._in_parts(query, EventRow.id, event_ids):
            exhibit_ids = tuple(links[event_id])
            own = exhibit_ids[0] if kind == EventKind.DOCUMENT.value and exhibit_ids else ""
            found[event_id] = WordedEvent(tuple(fields), exhibit_ids, own, EventStatus(status))
        return found

    def exhibits_in_use(self, exhibit_ids: Iterable[str]) -> dict[str, Exhibit]:
        """Return those of the exhibits that are neither erased nor set aside."""
        query = EXHIBITS.where(ExhibitRow.removed_at.is_(None), ExhibitRow.set_aside == "")
        rows = self._in_parts(query, ExhibitRow.id, exhibit_ids)
        return {row.id: exhibit_from(row, original) for row, original in rows}

    def last_machine_texts(self, exhibit_ids: Iterable[str]) -> dict[str, MachineText]:
        """Return the last reading of each of the exhibits that were read."""
        wanted = (MachineTextRow.exhibit_id.in_(part) for part in in_parts(list(exhibit_ids)))
        texts = (text for of_part in wanted for text in self._machine_texts(of_part))
        return {text.exhibit_id: text for text in texts}  # the last one of each stays

    def _in_parts(
        self, query: Select[Any], column: InstrumentedAttribute[Any], ids: Iterable[str]
    ) -> Iterator[Sequence[Any]]:
        for part in in_parts(list(ids)):
            yield from self._session.execute(query.where(column.in_(part)))


def words_of_exhibit(exhibit: Exhibit) -> list[str]:
    """Return the fields by which an exhibit is found; a private note is none: what is found may be shown around."""
    said = [exhibit.title, exhibit.name, *exhibit.also_named, exhibit.proves, exhibit.transcript, exhibit.translation]
    return [*said, exhibit.app, exhibit.account, exhibit.device, *(mark.text for mark in exhibit.marks)]


_LAST_ENTRY = (
    select(CustodyRow.seq, CustodyRow.leaf)
    .where(CustodyRow.dispute_id == bindparam("dispute"))
    .order_by(CustodyRow.seq.desc())
    .limit(1)
)
"""Made once: each keystroke of a search asks."""

_EVENT_COLUMNS = tuple(getattr(EventRow, name) for name in EVENT_WORDS)
