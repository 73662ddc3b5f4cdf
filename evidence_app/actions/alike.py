"""Exhibits that look the same: the same picture, recompressed or made smaller on its way."""

from evidence_app.actions.session import Session
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.likeness import groups


def alike(session: Session, dispute_id: str) -> list[tuple[Exhibit, ...]]:
    """Return groups of exhibits that look the same and on which the same numbers were read, the largest picture first.

    Only what a machine has read is compared. Nothing is removed: which copy is the better evidence is for people.
    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        exhibits = {exhibit.id: exhibit for exhibit in catalog.exhibits(dispute.id)}
        hashes = catalog.likenesses(dispute.id)
        texts = {exhibit_id: text.text for exhibit_id, text in catalog.machine_texts(dispute.id).items()}
    found = ([exhibits[each] for each in group if each in exhibits] for group in groups(hashes, texts))
    return [tuple(sorted(group, key=_size)) for group in found if len(group) > 1]


def _size(exhibit: Exhibit) -> tuple[int, int, int]:
    media = exhibit.original.media
    return -media.width_px * media.height_px, -exhibit.original.size_bytes, exhibit.number
