"""What the catalog answers about imports: which there were, what of an export is shown, the rows of their events."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import func, select

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.identifiers import id_after
from evidence_app.domain.imports import ImportEntry, Run, Selection, entry_of
from evidence_app.vault.lookups import EVENT_IN_USE
from evidence_app.vault.schema import CustodyRow, EventExhibitRow, EventRow, ExhibitRow, PayloadRow
from evidence_app.vault.statements import SAME_ENTRY, table_of
from evidence_app.vault.transaction import Transaction

FETCHED = 1000
"""Rows that come together: there may be a million."""


class Imports(Transaction):
    """The part of one transaction that answers about imports."""

    def import_entries(self, dispute_id: str) -> list[tuple[int, ImportEntry]]:
        """Return the imports of a dispute, with the numbers of their entries, as far as their exports are kept."""
        query = (
            select(CustodyRow.seq, PayloadRow.payload)
            .join(PayloadRow, SAME_ENTRY)
            .where(CustodyRow.dispute_id == dispute_id, CustodyRow.kind == CustodyKind.IMPORT.value)
            .order_by(CustodyRow.seq)
        )
        return [(seq, entry_of(json.loads(payload))) for seq, payload in self._session.execute(query).tuples()]

    def imported_exhibits(self, dispute_id: str) -> set[str]:
        """Return the ids of the exhibits of which something was imported, be it nothing but records known already."""
        return {entry.exhibit_id for _, entry in self.import_entries(dispute_id) if not entry.carried}

    def partly_imported(self, dispute_id: str) -> set[str]:
        """Return the ids of the exhibits of which the last import left something out, by choice."""
        last = {entry.exhibit_id: entry for _, entry in self.import_entries(dispute_id) if not entry.carried}
        return {exhibit_id for exhibit_id, entry in last.items() if entry.left_out}

    def selections(self, dispute_id: str) -> list[Selection]:
        """Return, of each imported export in use, how many of its records are events on the timeline."""
        last = {entry.exhibit_id: entry for _, entry in self.import_entries(dispute_id) if not entry.carried}
        shown = (
            select(EventExhibitRow.exhibit_id, func.count())
            .join(EventRow, EventRow.id == EventExhibitRow.event_id)
            .where(EventExhibitRow.exhibit_id.in_(list(last)), EventRow.fingerprint.is_not(None), EVENT_IN_USE)
            .group_by(EventExhibitRow.exhibit_id)
        )
        counts = dict(self._session.execute(shown).tuples().all())
        in_use = select(ExhibitRow.id).where(ExhibitRow.dispute_id == dispute_id, ExhibitRow.set_aside == "")
        ids = list(self._session.scalars(in_use.order_by(ExhibitRow.number)))
        return [Selection(each, counts.get(each, 0), last[each].read, last[each]) for each in ids if each in last]

    def imported_rows(self, runs: Iterable[Run]) -> Iterator[tuple[Any, tuple[str, ...]]]:
        """Yield the rows of events by runs of their ids, each with its exhibits in order, in little memory.

        Rows are read by columns, as they are stored: nothing in them has been looked at.
        """
        for first, count in runs:
            last = id_after(first, count - 1)
            links = self._links(first, last)
            following = next(links, None)
            query = select(*table_of(EventRow).c).where(EventRow.id >= first, EventRow.id <= last).order_by(EventRow.id)
            for row in self._session.connection().execute(query.execution_options(yield_per=FETCHED)).mappings():
                shown: list[str] = []
                while following is not None and following[0] <= row["id"]:
                    if following[0] == row["id"]:
                        shown.append(following[1])
                    following = next(links, None)
                yield row, tuple(shown)

    def _links(self, first: str, last: str) -> Iterator[tuple[str, str]]:
        link = EventExhibitRow
        query = (
            select(link.event_id, link.exhibit_id)
            .where(link.event_id >= first, link.event_id <= last)
            .order_by(link.event_id, link.position)
        )
        rows = self._session.connection().execute(query.execution_options(yield_per=FETCHED))
        yield from ((event_id, exhibit_id) for event_id, exhibit_id in rows)

    def is_imported(self, event_id: str) -> bool:
        """Tell whether an event was imported."""
        found = select(EventRow.id).where(EventRow.id == event_id, EventRow.fingerprint.is_not(None))
        return self._session.scalar(found) is not None

    def imported_count(self, dispute_id: str) -> int:
        """Return how many imported events a dispute has, those set aside too."""
        query = select(func.count()).where(EventRow.dispute_id == dispute_id, EventRow.fingerprint.is_not(None))
        return self._session.scalar(query) or 0
