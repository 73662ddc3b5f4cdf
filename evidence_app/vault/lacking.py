"""What a dispute's files lack, as the catalog answers it: by the events that stand for them."""

from sqlalchemy import Select, func, select

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import MediaKind
from evidence_app.vault.lookups import EVENT_IN_USE
from evidence_app.vault.schema import (
    AnchorRow,
    CustodyRow,
    EventRow,
    ExhibitRow,
    ExhibitTokenRow,
    OriginalRow,
    PayloadRow,
)
from evidence_app.vault.statements import SAME_ENTRY
from evidence_app.vault.transaction import Transaction

CAPTURED = (MediaKind.IMAGE.value, MediaKind.AUDIO.value, MediaKind.VIDEO.value)
"""Kinds of files that somebody captured with a device."""

FILE_IN_USE = (ExhibitRow.set_aside == "", ExhibitRow.removed_at.is_(None), EVENT_IN_USE)
"""Files that are shown, and the events that stand for them."""


class Lacking(Transaction):
    """The part of one transaction that answers which files lack something."""

    def translated_exhibits(self, dispute_id: str) -> frozenset[str]:
        """Return the exhibits of which there is a translation."""
        query = select(ExhibitRow.id).where(ExhibitRow.dispute_id == dispute_id, ExhibitRow.translation != "")
        return frozenset(self._session.scalars(query))

    def unsourced_documents(self, dispute_id: str) -> list[str]:
        """Return the events that stand for captures (`CAPTURED`) of which nobody named a device, or who made them."""
        query = (
            _documents(dispute_id)
            .join(OriginalRow, ExhibitRow.sha256 == OriginalRow.sha256)
            .where(ExhibitRow.device == "", ExhibitRow.captured_by == "", OriginalRow.kind.in_(CAPTURED))
        )
        return list(self._session.scalars(query))

    def unwitnessed_documents(self, dispute_id: str) -> list[str]:
        """Return the events that stand for files of which no timestamp says when they were there at the latest.

        That is an anchor over the log with the entry of their addition, or a token over the original itself.
        """
        covered = select(func.coalesce(func.max(AnchorRow.size), 0)).where(AnchorRow.dispute_id == dispute_id)
        witnessed = (
            select(PayloadRow.exhibit_id)
            .join(CustodyRow, SAME_ENTRY)
            .where(PayloadRow.dispute_id == dispute_id, CustodyRow.kind == CustodyKind.ADD.value)
            .where(PayloadRow.exhibit_id.is_not(None), CustodyRow.seq < covered.scalar_subquery())
        )
        stamped = select(ExhibitTokenRow.exhibit_id).where(ExhibitTokenRow.dispute_id == dispute_id)
        query = _documents(dispute_id).where(ExhibitRow.id.not_in(witnessed), ExhibitRow.id.not_in(stamped))
        return list(self._session.scalars(query))


def _documents(dispute_id: str) -> Select[tuple[str]]:
    """Return the question for the events that stand for a dispute's files in use, by number."""
    return (
        select(EventRow.id)
        .join(ExhibitRow, EventRow.first_exhibit_id == ExhibitRow.id)
        .where(ExhibitRow.dispute_id == dispute_id, EventRow.kind == EventKind.DOCUMENT.value, *FILE_IN_USE)
        .order_by(ExhibitRow.number)
    )
