"""How much of a log is taken along so that what leaves is witnessed to its end. Pure."""

from collections.abc import Iterable, Sequence

from evidence_app.domain.anchors import Anchor
from evidence_app.domain.custody import CustodyEntry, CustodyKind

NEEDS_NO_WITNESS = frozenset({CustodyKind.ANCHOR, CustodyKind.EXPORT})
"""Entries that say nothing of the evidence: an anchor's own entry comes after what it anchors.

Unless they are about an exhibit: then a timestamp made elsewhere was attached to it.
"""


def witnessed_part(entries: Sequence[CustodyEntry], anchors: Iterable[Anchor]) -> Sequence[CustodyEntry]:
    """Return the log up to the last anchor, if nothing about the evidence follows; else the whole log.

    A log that ends beyond its last witnessed checkpoint would not be witnessed at its end.
    """
    for size in sorted({anchor.size for anchor in anchors}, reverse=True):
        if 0 < size <= len(entries):
            return entries[:size] if is_covered(entries, size) else entries
    return entries


def is_covered(entries: Sequence[CustodyEntry], size: int) -> bool:
    """Tell whether nothing about the evidence follows the first ``size`` entries."""
    return not any(map(_needs_witness, entries[size:]))


def _needs_witness(entry: CustodyEntry) -> bool:
    return entry.kind not in NEEDS_NO_WITNESS or bool(entry.about)
