"""Checking a whole vault: does everything kept still say what was recorded? Names what does not.

SQLite's own integrity check finds few bit flips; re-hashing the originals, recomputing every log, and comparing the
catalog with what the log says it should be find the rest.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from evidence_app.domain.custody import (
    NO_PREVIOUS,
    CustodyEntry,
    CustodyKind,
    Plain,
    canonical,
    commitment,
    leaf_hash,
    timestamp,
)
from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.fields import Entity, plain_fields
from evidence_app.domain.history import LoggedState, received_facts, replay
from evidence_app.domain.item_fields import plain_item
from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.progress import Progress
from evidence_app.vault.changes import media_facts
from evidence_app.vault.found import place_facts, suggestion_facts
from evidence_app.vault.import_audit import imports_astray
from evidence_app.vault.location import CATALOG_NAME
from evidence_app.vault.machine_texts import readings_astray
from evidence_app.vault.originals import Originals
from evidence_app.vault.reading import Catalog
from evidence_app.vault.witnesses import anchors_astray, tokens_astray, witnesses_missing

if TYPE_CHECKING:
    from evidence_app.vault.vault import Vault


class Check(StrEnum):
    """The numbered plan of a vault's verification."""

    CATALOG = "catalog"  # 1. SQLite's structures are whole
    CUSTODY = "custody"  # 2. every log is a chain of canonical entries, and payloads match their commitments
    RECORDS = "records"  # 3. the catalog says what the logs say
    ORIGINALS = "originals"  # 4. every original is there and hashes to its name


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not hold. ``code`` has words in the errors section; ``item`` names what is affected."""

    check: Check
    code: str
    item: str


def audit(vault: "Vault", progress: Progress) -> list[Finding]:
    """Run the whole plan and return what does not hold, empty if everything does. Slow: reads all evidence.

    Raises IntegrityFailure("catalog-damaged") where the catalog cannot even be read to its end.
    """
    with _readable(vault.folder / CATALOG_NAME), vault.read() as catalog:
        broken = [Finding(Check.CATALOG, "catalog-damaged", item) for item in catalog.sqlite_findings()]
        return (
            broken + custody_findings(catalog) + record_findings(catalog) + original_findings(catalog, vault, progress)
        )


@contextmanager
def _readable(catalog: Path) -> Iterator[None]:
    """Take columns that are gone, texts that are none and values no field can hold for what they are: damage."""
    try:
        yield
    except (DBAPIError, ValueError, TypeError, LookupError, InputProblem) as error:
        raise IntegrityFailure("catalog-damaged", path=str(catalog)) from error


def custody_findings(catalog: Catalog) -> list[Finding]:
    """Recompute every log of the vault, removed disputes' too (plan 2)."""
    return [finding for dispute_id in catalog.all_dispute_ids() for finding in _log_findings(catalog, dispute_id)]


def _log_findings(catalog: Catalog, dispute_id: str) -> Iterable[Finding]:
    prev = NO_PREVIOUS
    for position, (entry, leaf) in enumerate(zip(catalog.custody(dispute_id), catalog.leaves(dispute_id), strict=True)):
        if not _holds(entry, dispute_id, position, prev) or leaf != leaf_hash(entry.entry):
            yield Finding(Check.CUSTODY, "custody-broken", f"{dispute_id} #{position}")
            return
        prev = leaf.hex()
    if prev == NO_PREVIOUS:
        yield Finding(Check.CUSTODY, "custody-missing", dispute_id)


def _holds(entry: CustodyEntry, dispute_id: str, position: int, prev: str) -> bool:
    """Tell whether one entry is canonical, in its place, chained to the one before, and true to its payload."""
    stored = (entry.entry, entry.payload or b"", entry.salt or b"")
    if not all(isinstance(part, bytes) for part in stored):  # SQLite keeps whatever type somebody put there
        return False
    try:
        header = json.loads(entry.entry)
        canonical_bytes = canonical(header)
    except (ValueError, TypeError):
        return False
    return (
        canonical_bytes == entry.entry
        and header.keys() == {"v", "dispute", "seq", "kind", "at", "prev", "payload"}
        and (header["v"], header["dispute"], header["seq"]) == (1, dispute_id, position)
        and (entry.seq, entry.kind, timestamp(entry.at)) == (position, header["kind"], header["at"])
        and header["prev"] == prev
        and (entry.payload is None or commitment(entry.payload, entry.salt or b"") == header["payload"])
    )


def record_findings(catalog: Catalog) -> list[Finding]:
    """Compare every dispute's rows with the replay of its log (plan 3)."""
    living = [finding for dispute in catalog.kept_disputes() for finding in _dispute_findings(catalog, dispute.id)]
    removed = [
        Finding(Check.RECORDS, "record-differs", dispute_id)
        for dispute_id in catalog.removed_dispute_ids()
        if not _was_removed(catalog.custody(dispute_id))
    ]
    witnessed = [each for dispute_id in catalog.all_dispute_ids() for each in _witness_findings(catalog, dispute_id)]
    read = [each for dispute_id in catalog.all_dispute_ids() for each in _reading_findings(catalog, dispute_id)]
    return living + removed + witnessed + read


def _was_removed(entries: Iterable[CustodyEntry]) -> bool:
    """Tell whether a log says that its whole dispute was removed: that entry alone kept its payload till then."""
    removals = (json.loads(entry.payload) for entry in entries if entry.kind is CustodyKind.REMOVE and entry.payload)
    return any("dispute" in removal for removal in removals)


def _dispute_findings(catalog: Catalog, dispute_id: str) -> Iterable[Finding]:
    try:
        state = replay(catalog.custody(dispute_id), catalog.kept_findings(dispute_id))
        exhibits, events = catalog.kept_exhibits(dispute_id), catalog.kept_single_events(dispute_id)
        dispute = catalog.kept_dispute(dispute_id)
        astray = set(catalog.events_astray(dispute_id))
    except (ValueError, KeyError, TypeError, InputProblem):
        yield Finding(Check.RECORDS, "record-unreadable", dispute_id)
        return
    if _differs(dispute, state.dispute, state):
        yield Finding(Check.RECORDS, "record-differs", dispute.title)
    for seq in state.astray:
        yield Finding(Check.RECORDS, "record-differs", f"{dispute.title} #{seq}")
    for exhibit in exhibits:
        if not _is_as_logged(exhibit, state):
            yield Finding(Check.RECORDS, "record-differs", _label(exhibit))
    for event in events:
        if event.id in astray or not _is_event_as_logged(event, state):
            yield Finding(Check.RECORDS, "record-differs", f"{event.kind.value} {event.id}")
    there = {exhibit.id for exhibit in exhibits} | {event.id for event in events}
    for missing in sorted((state.exhibits.keys() | state.events.keys()) - there - state.removed.keys()):
        yield Finding(Check.RECORDS, "record-missing", missing)
    yield from _found_findings(catalog, dispute_id, state)
    yield from _import_findings(catalog, dispute_id, exhibits, state)
    yield from _item_findings(catalog, dispute_id, state)


def _is_event_as_logged(event: Event, state: LoggedState) -> bool:
    ordinal, origin = state.ordinals.get(event.id, event.ordinal), state.read_from.get(event.id, "")
    return (event.ordinal, event.read_from) == (ordinal, origin) and not _differs(
        event, state.events.get(event.id), state
    )


def _found_findings(catalog: Catalog, dispute_id: str, state: LoggedState) -> Iterable[Finding]:
    """Hold suggestions, and where events stand, against what readings found and what people said of it."""
    try:
        there = {each.id: suggestion_facts(each) for each in catalog.kept_suggestions(dispute_id)}
        places, corrections = catalog.kept_places(dispute_id), catalog.kept_corrections(dispute_id)
    except (ValueError, KeyError, TypeError):
        yield Finding(Check.RECORDS, "record-unreadable", dispute_id)
        return
    for suggestion_id in sorted(there.keys() | state.suggestions.keys()):
        if there.get(suggestion_id) != state.suggestions.get(suggestion_id):
            yield Finding(Check.RECORDS, "record-differs", f"suggestion {suggestion_id}")
    in_order = [each for each in catalog.suggestions_in_order(dispute_id) if each in state.suggestions]
    if in_order != [each for each in state.suggestions if each in there]:
        yield Finding(Check.RECORDS, "record-differs", f"suggestions {dispute_id}")
    if corrections != state.corrections:
        yield Finding(Check.RECORDS, "record-differs", f"corrections {dispute_id}")
    standing: defaultdict[str, dict[str, dict[str, Plain]]] = defaultdict(dict)
    for each in places:
        standing[each.event_id][each.exhibit_id] = place_facts(each)
    for event_id in sorted(standing.keys() | state.places.keys()):
        if standing.get(event_id, {}) != state.places.get(event_id, {}):
            yield Finding(Check.RECORDS, "record-differs", f"event {event_id}")


def _import_findings(
    catalog: Catalog, dispute_id: str, exhibits: Iterable[Exhibit], state: LoggedState
) -> Iterable[Finding]:
    """Hold the events of every import against the hash in its entry, and what was changed since against the log."""
    labels = {exhibit.id: _label(exhibit) for exhibit in exhibits}
    for item in imports_astray(catalog, dispute_id, state):
        yield Finding(Check.RECORDS, "record-differs", labels.get(item, item))


def _item_findings(catalog: Catalog, dispute_id: str, state: LoggedState) -> Iterable[Finding]:
    """Hold what people worked out against what the log says that they did."""
    try:
        there = {item.id: plain_item(item) for item in catalog.kept_items(dispute_id)}
        astray = catalog.items_astray(dispute_id)
    except (ValueError, KeyError, TypeError, InputProblem):
        yield Finding(Check.RECORDS, "record-unreadable", dispute_id)
        return
    for item_id in sorted(there.keys() | state.items.keys()):
        if item_id in astray or there.get(item_id) != state.items.get(item_id):
            yield Finding(Check.RECORDS, "record-differs", f"item {item_id}")


def _witness_findings(catalog: Catalog, dispute_id: str) -> Iterable[Finding]:
    """Hold every timestamp against the log: over its beginning, and what the log says was kept."""
    logged, anchors = catalog.witness_entries(dispute_id), catalog.anchors(dispute_id)
    tokens = catalog.kept_exhibit_tokens(dispute_id)
    leaves = catalog.leaves(dispute_id) if anchors else []
    for size in anchors_astray(dispute_id, leaves, logged, anchors):
        yield Finding(Check.RECORDS, "anchor-broken", f"{dispute_id} ({size})")
    for token in tokens_astray(logged, tokens):
        yield Finding(Check.RECORDS, "exhibit-token-broken", _label(catalog.exhibit(token.exhibit_id)))
    there = {anchor.seq for anchor in anchors} | {token.seq for token in tokens}
    for seq in witnesses_missing(logged, there):
        yield Finding(Check.RECORDS, "record-missing", f"{dispute_id} #{seq}")


def _reading_findings(catalog: Catalog, dispute_id: str) -> Iterable[Finding]:
    """Hold everything that was read by machine against the log, which has its hash."""
    try:
        logged, readings = catalog.reading_entries(dispute_id), catalog.kept_machine_texts(dispute_id)
        astray = readings_astray(logged, readings)
    except (ValueError, KeyError, TypeError):
        yield Finding(Check.RECORDS, "record-unreadable", dispute_id)
        return
    for text in astray:
        yield Finding(Check.RECORDS, "reading-differs", _label(catalog.exhibit(text.exhibit_id)))
    for seq in witnesses_missing(logged, {each.text.seq for each in readings}):
        yield Finding(Check.RECORDS, "record-missing", f"{dispute_id} #{seq}")


def _is_as_logged(exhibit: Exhibit, state: LoggedState) -> bool:
    """Tell whether an exhibit, or what is left of a removed one, is what the log says."""
    if exhibit.removed_at is not None or exhibit.id in state.removed:
        return exhibit.removed_at is not None and state.removed.get(exhibit.id) == exhibit.removed_reason
    return (
        state.received.get(exhibit.id) == received_facts(exhibit)
        and _is_media_as_logged(exhibit, state)
        and tuple(state.also_named.get(exhibit.id, ())) == exhibit.also_named
        and not _differs(exhibit, state.exhibits.get(exhibit.id), state)
    )


def _is_media_as_logged(exhibit: Exhibit, state: LoggedState) -> bool:
    """Tell whether the bytes are what was found out about them; which importer reads them may be asked later."""
    logged, facts = state.media.get(exhibit.id), media_facts(exhibit.original.media)
    if logged is not None and "export" not in logged:
        facts.pop("export", None)
    return logged == facts


def _differs(entity: Entity, logged: dict[str, Plain] | None, state: LoggedState) -> bool:
    if logged is None:
        return True
    found = plain_fields(entity)
    expected = dict(logged)
    shown = expected.get("exhibit_ids")
    if isinstance(shown, list):  # links to removed exhibits went with them
        remaining: list[Plain] = [each for each in shown if each not in state.removed]
        expected.pop("exhibit_ids")
        expected |= {"exhibit_ids": remaining} if remaining else {}
    return found != expected


def _label(exhibit: Exhibit) -> str:
    return f"#{exhibit.number} {exhibit.label}"


def original_findings(catalog: Catalog, vault: "Vault", progress: Progress) -> list[Finding]:
    """Re-hash every original that should be there (plan 4). Slow: reads all evidence."""
    labels: dict[str, str] = {}
    for dispute in catalog.kept_disputes():
        for exhibit in catalog.kept_exhibits(dispute.id):
            labels.setdefault(exhibit.original.sha256, f"{dispute.title} {_label(exhibit)}")
    expected = [sha256 for sha256, kept in catalog.known_originals().items() if kept]
    progress.start(len(expected), "file")
    findings = []
    for sha256 in expected:
        progress.check()
        try:
            vault.originals.check(sha256, labels.get(sha256, sha256))
        except IntegrityFailure as failure:
            with vault.read() as present:
                removed_meanwhile = not present.known_originals().get(sha256, False)
            if not removed_meanwhile:
                findings.append(Finding(Check.ORIGINALS, failure.code, str(failure.facts["name"])))
        progress.advance()
    return findings


def leftovers(catalog: Catalog, originals: Originals) -> list[str]:
    """Return files among the originals that no exhibit rests on: left by a crash between file and catalog."""
    known = catalog.known_originals()
    return [name for name in originals.all_kept() if not known.get(name, False)]
