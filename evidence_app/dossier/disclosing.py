"""What of the custody log a dossier shows, and what of it only as a commitment. Pure."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from evidence_app.domain.custody import CustodyEntry, CustodyKind, leaf_hash

_DECIDED = frozenset({CustodyKind.ACCEPT, CustodyKind.DISMISS})
"""Entries that say what was decided about suggestions, of whatever message they are."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One custody entry as it may be shown: what it says only where that is ``disclosed``.

    With ``commit``, the entry's commitment to its payload, a reader rebuilds the entry and from it the ``leaf``.
    """

    entry: CustodyEntry
    leaf: str
    commit: str
    disclosed: bool


def log_lines(custody: Iterable[CustodyEntry], exported: set[str], in_part: AbstractSet[str]) -> list[LogLine]:
    """Return a log as a dossier with the ``exported`` exhibits shows it; for ``in_part`` see `discloses`."""
    return [
        LogLine(entry, leaf_hash(entry.entry).hex(), _commitment(entry), discloses(entry, exported, in_part))
        for entry in custody
    ]


def _commitment(entry: CustodyEntry) -> str:
    """Return the commitment in an entry's bytes; empty in bytes that are no entry, whose leaf shows that anyway."""
    found = re.search(rb'"payload":"([0-9a-f]{64})"', entry.entry)
    return found[1].decode() if found else ""


def discloses(entry: CustodyEntry, exported: set[str], in_part: AbstractSet[str] = frozenset()) -> bool:
    """Tell whether an entry's payload may be shown: it speaks of exported exhibits only, and is not private.

    Of exports ``in_part`` of which only what is with the other side is shown, nothing that may speak of the others is:
    what was decided about their messages, and by whose numbers an import was chosen.
    """
    if entry.payload is None or entry.private or not entry.about or not exported.issuperset(entry.about):
        return False
    if in_part.isdisjoint(entry.about):
        return True
    return entry.kind not in _DECIDED and not (entry.kind is CustodyKind.IMPORT and b'"numbers"' in entry.payload)
