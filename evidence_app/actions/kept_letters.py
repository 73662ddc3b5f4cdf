"""What has changed since a letter was kept: what it says of that may no longer be so."""

import json
from collections.abc import Iterable, Mapping
from enum import Enum

from evidence_app.actions.session import Session
from evidence_app.domain.custody import CustodyKind
from evidence_app.vault.worded import LogEntry


class Since(Enum):
    """What of a dispute changed since a letter was written on."""

    ENTRIES = "entries"  # of the timeline: new, changed, confirmed
    REMOVED = "removed"
    FILINGS = "filings"  # with what was answered
    PROMISES = "promises"


_NEW = frozenset({CustodyKind.NOTE, CustodyKind.ACCEPT, CustodyKind.IMPORT})

_STATED = {"event": Since.ENTRIES, "complaint": Since.FILINGS, "promise": Since.PROMISES}
"""What of the edits of a log letters tell, by the names of what was edited."""


def changed_since_kept(session: Session, dispute_id: str) -> Mapping[str, frozenset[Since]]:
    """Return, by the id of each kept letter, what changed since somebody last wrote on it. Reads the whole log."""
    with session.vault.read() as catalog:
        return _changed(catalog.entries_since(dispute_id, 0))


def _changed(log: Iterable[LogEntry]) -> Mapping[str, frozenset[Since]]:
    found: dict[str, set[Since]] = {}
    for entry in log:
        edited, item_id, is_removed = _edited(entry)
        if edited == "letter":
            found[item_id] = set()
            continue
        what = _STATED.get(edited)
        what = Since.REMOVED if is_removed or entry.kind is CustodyKind.REMOVE else what
        what = Since.ENTRIES if entry.kind in _NEW else Since.FILINGS if entry.kind is CustodyKind.COMPLAINT else what
        if what is not None:
            for changes in found.values():
                changes.add(what)
    return {item_id: frozenset(changes) for item_id, changes in found.items()}


def _edited(entry: LogEntry) -> tuple[str, str, bool]:
    """Return what an entry edited, its id, and whether that is an event that was taken off the timeline."""
    if entry.kind is not CustodyKind.EDIT or entry.payload is None:
        return "", "", False
    payload = json.loads(entry.payload)
    what, changes = str(payload.get("what", "")), payload.get("changes", ())
    is_removed = what == "event" and any(each.get("field") == "set_aside" and each.get("after") for each in changes)
    return what, str(payload.get("id", "")), is_removed
