"""What statements of several parts of the catalog have in common."""

from collections.abc import Iterator, Sequence
from typing import TypeVar, cast

from sqlalchemy import Table, select

from evidence_app.vault.schema import Base, CustodyRow, ExhibitRow, OriginalRow, PayloadRow

Value = TypeVar("Value")

AT_ONCE = 500
"""Values in one statement, or rows that are fetched together; SQLite takes some tens of thousands, older ones 999."""

SAME_ENTRY = (PayloadRow.dispute_id == CustodyRow.dispute_id) & (PayloadRow.seq == CustodyRow.seq)
"""Joins an entry of a log with what it says."""

ENTRIES = select(CustodyRow, PayloadRow).outerjoin(PayloadRow, SAME_ENTRY)
"""Entries of the logs for `records.entry_from`: with what they say, unless that was erased."""

EXHIBITS = select(ExhibitRow, OriginalRow).join(OriginalRow, OriginalRow.sha256 == ExhibitRow.sha256)
"""Exhibits with their originals for `records.exhibit_from`."""


def table_of(row: type[Base]) -> Table:
    """Return the table of rows: statements over it go without the unit of work, which costs ten times as much."""
    return cast("Table", row.__table__)


def in_parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Yield values in as many parts as statements are needed for them, in their order."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
