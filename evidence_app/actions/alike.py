"""Exhibits that look the same: the same picture, recompressed or made smaller on its way."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidence_app.actions.session import Session
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.likeness import groups
from evidence_app.vault.reading import Catalog


@dataclass(frozen=True, slots=True)
class Copy:
    """Another exhibit that looks the same: of a copy the best one, of the best one a copy.

    ``is_better`` tells whether the other one is the better evidence: it has more pixels, or as many in a larger file.
    """

    other: Exhibit
    is_better: bool


def alike(session: Session, dispute_id: str) -> list[tuple[Exhibit, ...]]:
    """Return groups of exhibits that look the same and on which the same numbers were read, the largest picture first.

    Only what a machine has read is compared. Nothing is removed: which copy is the better evidence is for people.
    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        return _alike(catalog, catalog.dispute(dispute_id).id)


def copies_since(session: Session, dispute_id: str, known_length: int | None) -> tuple[int, Mapping[str, Copy] | None]:
    """Return the length of a dispute's log and `copies`; None for those of a log that did not grow.

    ``known_length`` is the length at which the caller asked last. Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        length = catalog.log_length(catalog.dispute(dispute_id).id)
        return length, None if length == known_length else _copies(catalog, dispute_id)


def copies(session: Session, dispute_id: str) -> dict[str, Copy]:
    """Return, by exhibit, another one that looks the same. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        return _copies(catalog, catalog.dispute(dispute_id).id)


def _copies(catalog: Catalog, dispute_id: str) -> dict[str, Copy]:
    found: dict[str, Copy] = {}
    for best, *others in _alike(catalog, dispute_id):
        found[best.id] = Copy(others[0], is_better=False)
        found |= {other.id: Copy(best, is_better=True) for other in others}
    return found


def _alike(catalog: Catalog, dispute_id: str) -> list[tuple[Exhibit, ...]]:
    hashes = catalog.likenesses(dispute_id)
    near = [each for group in groups(hashes) for each in group]
    if not near:
        return []
    texts = {exhibit_id: text.text for exhibit_id, text in catalog.last_machine_texts(near).items()}
    exhibits = {exhibit.id: exhibit for exhibit in catalog.exhibits(dispute_id)}
    found = ([exhibits[each] for each in group] for group in groups({each: hashes[each] for each in near}, texts))
    return [tuple(sorted(group, key=_size)) for group in found]


def _size(exhibit: Exhibit) -> tuple[int, int, int]:
    media = exhibit.original.media
    return -media.width_px * media.height_px, -exhibit.original.size_bytes, exhibit.number
