"""Which recordings of a dispute are of which calls, as far as what is known of both says."""

from evidence_app.actions.session import Session
from evidence_app.domain.call_binding import RECORDED, Binding, bound_among
from evidence_app.domain.events import EventKind
from evidence_app.vault.reading import Catalog

CONCERNED = frozenset({EventKind.CALL, EventKind.DOCUMENT})


def call_recordings_since(
    session: Session, dispute_id: str, known_length: int | None
) -> tuple[int, list[Binding] | None]:
    """Return the length of a dispute's log, and each recording with the call that fits it; None if it did not grow.

    What fits none is left out. Worked out anew from what is known now, never kept: a person who finds one right adds
    the recording to the call. ``known_length`` is the length at which the caller asked last.
    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        length = catalog.log_length(catalog.dispute(dispute_id).id)
        return length, None if length == known_length else _bindings(catalog, dispute_id)


def _bindings(catalog: Catalog, dispute_id: str) -> list[Binding]:
    dispute = catalog.dispute(dispute_id)
    exhibits = catalog.exhibits(dispute.id)
    if not any(each.original.media.kind in RECORDED for each in exhibits):
        return []
    return bound_among(catalog.events_of_kinds(dispute.id, CONCERNED), exhibits, dispute.zone)
