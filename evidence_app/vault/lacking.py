"""What a dispute's files lack, as the catalog answers it: by the events that stand for them."""

from sqlalchemy import Select, exists, func, select

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.machine_text import NO_REGION
from evidence_app.domain.suggestions import SuggestionKind, SuggestionState
from evidence_app.vault.found import stored_region
from evidence_app.vault.lookups import EVENT_IN_USE, TIMELINE_ORDER
from evidence_app.vault.schema import (
    AnchorRow,
    CustodyRow,
    EventPlaceRow,
    EventRow,
    ExhibitRow,
    ExhibitTokenRow,
    OriginalRow,
    PayloadRow,
    SuggestionRow,
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
        witnessed = exists().where(
            PayloadRow.exhibit_id == ExhibitRow.id,
            SAME_ENTRY,
            CustodyRow.kind == CustodyKind.ADD.value,
            CustodyRow.seq < covered.scalar_subquery(),
        )
        stamped = select(ExhibitTokenRow.exhibit_id).where(ExhibitTokenRow.dispute_id == dispute_id)
        query = _documents(dispute_id).where(~witnessed, ExhibitRow.id.not_in(stamped))
        return list(self._session.scalars(query))

    def unmasked_documents(self, dispute_id: str) -> list[str]:
        """Return what shows the whole number of an identity or bank card: the events of pictures, then messages.

        A number that a person said is none is left out. What a picture shows stays on it, whatever becomes of the
        message in which it was found; an imported message takes its number along.
        """
        number = (
            (SuggestionRow.dispute_id == dispute_id)
            & (SuggestionRow.kind == SuggestionKind.REDACTION.value)
            & SuggestionRow.state.in_((SuggestionState.WAITING.value, SuggestionState.ACCEPTED.value))
        )
        is_seen = SuggestionRow.region != stored_region(NO_REGION)
        found_on = select(SuggestionRow.exhibit_id).where(number, is_seen)
        as_well_on = select(EventPlaceRow.exhibit_id).join(
            SuggestionRow, SuggestionRow.event_id == EventPlaceRow.event_id
        )
        pictures = _documents(dispute_id).where(
            ExhibitRow.id.in_(found_on) | ExhibitRow.id.in_(as_well_on.where(number, is_seen))
        )
        said_in = select(SuggestionRow.event_id).where(number, ~is_seen)
        messages = select(EventRow.id).where(EventRow.id.in_(said_in), EVENT_IN_USE).order_by(*TIMELINE_ORDER)
        return [*self._session.scalars(pictures), *self._session.scalars(messages)]


def _documents(dispute_id: str) -> Select[tuple[str]]:
    """Return the question for the events that stand for a dispute's files in use, by number."""
    return (
        select(EventRow.id)
        .join(ExhibitRow, EventRow.first_exhibit_id == ExhibitRow.id)
        .where(ExhibitRow.dispute_id == dispute_id, EventRow.kind == EventKind.DOCUMENT.value, *FILE_IN_USE)
        .order_by(ExhibitRow.number)
    )
