"""Keeping the index of words as the catalog is, and knowing what of it is behind.

A dispute's custody log grows with every change of what can be found, so its length says up to where the index is
right, and the entries after that say of what it is not.
"""

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from evidence_app.domain.custody import CustodyKind
from evidence_app.progress import SILENT, Progress
from evidence_app.vault.reading import Catalog
from evidence_app.vault.storage import storage_problems
from evidence_app.vault.worded import IdRange, LogEntry, range_of
from evidence_app.vault.words import IndexChanges, Standing, WordsProblem

if TYPE_CHECKING:
    from evidence_app.vault.vault import Vault

T = TypeVar("T")

PART = 5000
"""Things that are put into the index at once: between two parts it can be cancelled, and others may read."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Behind:
    """What has to be looked up in the catalog, because the index does not know it as it is.

    ``length`` and ``leaf`` are the log's now. Nothing is behind where the index is as the log is. ``missing`` are
    ranges of ids of imported events, none of which is indexed.
    """

    length: int
    leaf: bytes
    exhibit_ids: frozenset[str] = frozenset()
    event_ids: frozenset[str] = frozenset()
    missing: tuple[IdRange, ...] = ()
    erased: bool = False
    withdrawn: bool = False
    """Whether events may have gone without being named."""

    @property
    def ids(self) -> frozenset[str]:
        """All of which something changed, but for what is missing."""
        return self.exhibit_ids | self.event_ids


def behind(catalog: Catalog, dispute_id: str, standing: Standing | None) -> Behind | None:
    """Return what of a dispute the index does not know; None if it knows nothing that can be relied on."""
    if standing is None:
        return None
    length, leaf = catalog.log_end(dispute_id)
    if (length, leaf) == (standing.length, standing.leaf):
        return Behind(length, leaf, missing=standing.missing)
    if catalog.leaf(dispute_id, standing.length - 1) != standing.leaf:
        return None
    entries = catalog.entries_since(dispute_id, standing.length)
    if any(_concerns_all(entry) for entry in entries):
        return None
    exhibits = {entry.exhibit_id for entry in entries} - {""}
    missing = (*standing.missing, *chain.from_iterable(map(_imported, entries)))
    events = {entry.event_id for entry in entries} - {""} | set(chain.from_iterable(map(_named, entries)))
    events |= catalog.events_shown_by({entry.exhibit_id for entry in entries if entry.kind in TELLING} - {""})
    return Behind(
        length,
        leaf,
        frozenset(exhibits),
        frozenset(each for each in events if not any(first <= each <= last for first, last in missing)),
        missing,
        erased=any(entry.kind is CustodyKind.REMOVE for entry in entries),
        withdrawn=any(_withdraws(entry) for entry in entries),
    )


TELLING = frozenset({CustodyKind.READ, CustodyKind.ACCEPT, CustodyKind.DISMISS, CustodyKind.REMOVE})
"""Kinds of entries about an exhibit that may say something of the events that were read off it."""


def _imported(entry: LogEntry) -> list[IdRange]:
    """Return the events that an import made. Those that an erased export leaves behind are there already."""
    if entry.kind is not CustodyKind.IMPORT or entry.payload is None:
        return []
    said = json.loads(entry.payload)
    return [] if said.get("carried") else [range_of(run) for run in said["events"]]


def _named(entry: LogEntry) -> list[str]:
    """Return the events that an entry about an exhibit names: its own, and those whose fields it changes."""
    if entry.kind not in NAMING or entry.payload is None:
        return []
    said = json.loads(entry.payload)
    changed = [change.get("id", "") for change in said.get("changes", ()) if isinstance(change, dict)]
    return [each for each in (said.get("event", ""), *changed) if isinstance(each, str) and each]


NAMING = frozenset({CustodyKind.ADD, CustodyKind.EDIT, CustodyKind.ACCEPT, CustodyKind.DISMISS})


def _withdraws(entry: LogEntry) -> bool:
    """Tell whether an entry is that of a reading that took back what an earlier one had found."""
    return entry.kind is CustodyKind.READ and (entry.payload is None or b'"withdrawn_events"' in entry.payload)


def _concerns_all(entry: LogEntry) -> bool:
    """Tell whether an entry may have moved the times of all events."""
    if entry.kind is not CustodyKind.EDIT or entry.exhibit_id or entry.event_id:
        return False
    changes = json.loads(entry.payload or b"{}").get("changes", ())
    return any(change["field"] == "zone_name" for change in changes)


def index_words(vault: "Vault", progress: Progress = SILENT) -> bool:
    """Bring the index up to date; tell whether it is. Cancelled, it is as far as it came, and right.

    For whoever holds the vault. Raises Cancelled; what else goes wrong leaves searching without the index.
    """
    return _index_whole(vault, progress) or _index_whole(vault, progress)  # one that was damaged has gone by then


def _index_whole(vault: "Vault", progress: Progress) -> bool:
    try:
        with vault.words.writing() as index:
            _index(vault, index, progress)
    except WordsProblem as problem:
        log.info("no index of words: %s", problem)
        with suppress(OSError):
            vault.words.erase()
        return False
    return True


def forget_erased(vault: "Vault") -> None:
    """Take what was erased out of the index, and its bytes out of the file.

    Where that cannot be done, the whole index goes. Raises EnvironmentProblem where another program holds it.
    """
    if vault.words.exists() and not index_words(vault):
        with storage_problems(vault.folder):
            vault.words.erase()


def forget_what_was_cut_off(vault: "Vault") -> None:
    """Forget what was erased when the program was stopped before it told the index."""
    with vault.words.reading() as index:
        standings = index.standings if index is not None else {}
    if standings:
        with vault.read() as catalog:
            late = {each: behind(catalog, each, standing) for each, standing in standings.items()}
            kept = {dispute.id for dispute in catalog.kept_disputes()}
        if not late.keys() <= kept or any(each is not None and each.erased for each in late.values()):
            forget_erased(vault)


def _index(vault: "Vault", index: IndexChanges, progress: Progress) -> None:
    with vault.read() as catalog:
        kept = [dispute.id for dispute in catalog.kept_disputes()]
    gone = set(index.standings) - set(kept)
    with index.at_once():
        for dispute_id in gone:
            index.drop(dispute_id)
    erased = bool(gone)
    for dispute_id in kept:
        progress.check()
        with vault.read() as catalog:
            erased |= _index_dispute(catalog, index, dispute_id, progress)
    if erased:
        index.wipe()


def _index_dispute(catalog: Catalog, index: IndexChanges, dispute_id: str, progress: Progress) -> bool:
    """Bring a dispute up to date; tell whether bytes have to be wiped."""
    standing = index.standings.get(dispute_id)
    known = standing if standing is not None and standing.length else None
    found = behind(catalog, dispute_id, known)
    if found is None:
        _index_anew(catalog, index, dispute_id, progress)
    elif known is not None and found.length != known.length:
        _index_changed(catalog, index, dispute_id, found, progress)
    for between in index.standings[dispute_id].missing:
        _index_missing(catalog, index, dispute_id, between, progress)
    return (standing is not None) if found is None else found.erased


def _index_changed(catalog: Catalog, index: IndexChanges, dispute_id: str, found: Behind, progress: Progress) -> None:
    """Put in what changed; not relied on before the log is settled, so that many parts may follow each other."""
    for exhibit_ids, event_ids in _in_parts(found):
        progress.check()
        with index.at_once():
            index.replace(dispute_id, (*exhibit_ids, *event_ids), catalog.worded_of(exhibit_ids, event_ids))
    with index.at_once():
        if found.erased or found.withdrawn:
            index.keep_only(dispute_id, catalog.living_among)
        index.settle(dispute_id, found.length, found.leaf, found.missing)


def _index_anew(catalog: Catalog, index: IndexChanges, dispute_id: str, progress: Progress) -> None:
    length = catalog.log_length(dispute_id)
    with index.at_once():
        index.begin(dispute_id)
    for part in _parts(catalog.worded_but_imported(dispute_id)):
        progress.check()
        with index.at_once():
            index.add(dispute_id, part)
    with index.at_once():
        imports = [entry for _, entry in catalog.import_entries(dispute_id) if not entry.carried]
        missing = [range_of(run) for entry in imports for run in entry.events]
        index.settle(dispute_id, length, catalog.leaf(dispute_id, length - 1) or b"", missing)


def _index_missing(
    catalog: Catalog, index: IndexChanges, dispute_id: str, between: IdRange, progress: Progress
) -> None:
    """Put in imported events, part by part: where it is cut off, it goes on another time."""
    for part in _parts(catalog.worded_between(between)):
        progress.check()
        with index.at_once():
            index.add(dispute_id, part)
            index.go_on(dispute_id, between, f"{part[-1].id} ")  # behind that id, before the next one
    with index.at_once():
        index.go_on(dispute_id, between, None)


def _in_parts(found: Behind) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield the ids of exhibits and events of which something changed."""
    for exhibit_ids in _parts(sorted(found.exhibit_ids)):
        yield exhibit_ids, ()
    for event_ids in _parts(sorted(found.event_ids)):
        yield (), event_ids


def _parts(things: Iterable[T]) -> Iterator[Sequence[T]]:
    rest = iter(things)
    while part := list(islice(rest, PART)):
        yield part
