"""Bringing files into a dispute: copied and made durable, looked into, catalogued, and only then reported as saved.

Copying and looking run ahead in threads and worker processes; cataloguing keeps the order in which things were
given, several items in one transaction.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path

from evidence_app.actions.exhibits import store_preview
from evidence_app.actions.interrupted import forget_import, remember_import
from evidence_app.actions.session import Session
from evidence_app.domain.custody import Plain
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit, Original
from evidence_app.domain.fields import clean
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.times import ClockReading, choose, with_more_readings
from evidence_app.errors import EnvironmentProblem, InputProblem, JuzhengError
from evidence_app.intake import kinds
from evidence_app.intake.inspection import Inspection
from evidence_app.intake.names import NameFacts, facts_from_name
from evidence_app.intake.sources import (
    Candidate,
    Refusal,
    candidates,
    expected_count,
    modified_reading,
    unpacked,
)
from evidence_app.processes.waiting import wait_for
from evidence_app.progress import Cancelled, Interrupted, Progress
from evidence_app.vault.changes import Changes
from evidence_app.vault.originals import Staged
from evidence_app.vault.storage import storage_problems

AHEAD = 12
"""Items copied and looked into before the oldest is catalogued: keeps two workers busy, little to lose on a crash."""

BATCH = 24
"""Items in one transaction at the most."""

COPY_THREADS = 2

PASSWORD_WRONG = "archive-password-wrong"


class ItemStatus(StrEnum):
    """What happened to one item."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    KEPT_UNREAD = "kept-unread"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file, a folder or an archive."""

    path: Path


@dataclass(frozen=True, slots=True)
class Made:
    """What a picture was made from: an exhibit's bytes, at a moment of them, by what; and when that moment was."""

    exhibit_id: str
    sha256: str
    at_ms: int
    by: str
    readings: tuple[ClockReading, ...] = ()

    def facts(self) -> dict[str, Plain]:
        """Return what the custody log says of it."""
        return {"exhibit": self.exhibit_id, "sha256": self.sha256, "at_ms": self.at_ms, "by": self.by}


@dataclass(frozen=True, slots=True)
class DataSource:
    """Bytes without a file: a picture from the clipboard, a browser or a chat window, or from inside an export.

    ``came_from`` is the name of what they were taken out of, empty for nothing; ``made`` what they were made from.
    """

    name: str
    data: bytes
    came_from: str = ""
    made: Made | None = None


Source = FileSource | DataSource


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What became of one item. ``problem`` says why one was refused or kept unread; the ids are empty if refused."""

    name: str
    status: ItemStatus
    problem: JuzhengError | None = None
    exhibit_id: str = ""
    event_id: str = ""
    sha256: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of all items, in order. After a cancel, the items that were finished.

    It is ``interrupted`` where nobody wanted it cancelled: the program was left.
    """

    items: tuple[ItemResult, ...]
    cancelled: bool = False
    interrupted: bool = False

    def count(self, status: ItemStatus) -> int:
        """Return how many items met this fate."""
        return sum(item.status is status for item in self.items)


Saved = Callable[[ItemResult], None]


def add_evidence(
    session: Session,
    dispute_id: str,
    sources: Sequence[Source],
    progress: Progress,
    saved: Saved,
    *,
    passwords: Sequence[str] = (),
    import_id: str = "",
) -> AddReport:
    """Add everything the sources hold, and tell of each item once it is durable.

    ``saved`` is called from this thread, after the commit. One bad item costs that item only. ``passwords`` are tried
    on locked archives and kept nowhere; one that stays locked is kept whole (``archive-encrypted``,
    ``archive-password-wrong``; refused with the latter if it is there already), and `unlock_archive` opens it later.
    What is cut off, or interrupted, is among the `interrupted_imports`; ``import_id`` names a remembered one.
    Raises EnvironmentProblem if the vault's disk fails (full, read-only, gone); what was told of before is safe.
    """
    with session.vault.read() as catalog:
        catalog.dispute(dispute_id)
    paths = [source.path for source in sources if isinstance(source, FileSource)]
    if paths and not import_id:
        import_id = remember_import(session, dispute_id, paths)

    def expand(scratch: Path) -> Iterator[_Found]:
        progress.start(expected_count(paths) + len(sources) - len(paths), "file")
        return _expand(sources, scratch, progress, passwords)

    report = add_found(session, dispute_id, expand, progress, saved)
    if import_id and not report.interrupted:
        forget_import(session, import_id)
    return report


def add_found(
    session: Session, dispute_id: str, expand: "Callable[[Path], Iterator[_Found]]", progress: Progress, saved: Saved
) -> AddReport:
    """Add what ``expand`` finds when it is given a scratch folder, as `add_evidence` does.

    Nothing goes on by itself after a crash: the vault does not remember what was asked.
    """
    with session.vault.originals.scratch() as scratch:
        return _Run(session, dispute_id, scratch, progress, saved).complete(expand(scratch))


def add_data(
    session: Session, dispute_id: str, given: Iterator[DataSource], progress: Progress, saved: Saved
) -> AddReport:
    """Add bytes as they come; otherwise as `add_found`. What raises while they are fetched ends it."""
    return add_found(session, dispute_id, lambda _scratch: map(_Data, given), progress, saved)


@dataclass(frozen=True, slots=True)
class _Data:
    source: DataSource


_Found = Candidate | Refusal | _Data


def _expand(sources: Sequence[Source], scratch: Path, progress: Progress, passwords: Sequence[str]) -> Iterator[_Found]:
    """Yield every file in the sources, in order; neighbouring paths in one search."""
    paths: list[Path] = []
    for source in sources:
        if isinstance(source, FileSource):
            paths.append(source.path)
            continue
        yield from candidates(paths, scratch, progress, passwords)
        paths = []
        yield from _in_data(source, scratch, progress, passwords)
    yield from candidates(paths, scratch, progress, passwords)


def _in_data(source: DataSource, scratch: Path, progress: Progress, passwords: Sequence[str]) -> Iterator[_Found]:
    """Yield bytes as they are, or what is in them if they are an archive."""
    if not kinds.is_archive(source.data, source.name):
        yield _Data(source)
        return
    path = scratch / f"given-{new_id()}"
    with storage_problems(path):
        path.write_bytes(source.data)
    found = Candidate(path, source.name, source.came_from, None, len(source.data))
    yield from unpacked(found, scratch, progress, passwords)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An item that is durable among the originals, and held there, with what was found in it."""

    name: str
    came_from: str
    staged: Staged
    facts: NameFacts
    modified: datetime | None
    problem: InputProblem | None
    inspection: "Future[Inspection]"
    made: Made | None = None


class _Run:
    """One import: a queue of items being prepared, drained in order into transactions."""

    def __init__(self, session: Session, dispute_id: str, scratch: Path, progress: Progress, saved: Saved) -> None:
        self._session = session
        self._dispute_id = dispute_id
        self._scratch = scratch
        self._progress = progress
        self._saved = saved
        self._results: list[ItemResult] = []
        self._queue: deque[tuple[str, Future[_Prepared]]] = deque()

    def complete(self, found: Iterator[_Found]) -> AddReport:
        """Prepare and catalogue everything found; on a cancel, let go of what is not catalogued yet."""
        pool = ThreadPoolExecutor(COPY_THREADS, thread_name_prefix="copy")
        cancelled = interrupted = False
        try:
            for item in found:
                self._progress.check()
                self._submit(pool, item)
                if len(self._queue) >= AHEAD:
                    self._catalogue_oldest(at_least=1)
            while self._queue:
                self._progress.check()
                self._catalogue_oldest(at_least=min(len(self._queue), COPY_THREADS))
        except Cancelled as why:
            cancelled, interrupted = True, isinstance(why, Interrupted)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            self._let_go_of_queue()
        return AddReport(tuple(self._results), cancelled, interrupted)

    def _submit(self, pool: ThreadPoolExecutor, item: _Found) -> None:
        if isinstance(item, Refusal):  # takes its place in the queue, so that items are told of in order
            refused: Future[_Prepared] = Future()
            refused.set_exception(item.problem)
            self._queue.append((clean(item.name), refused))
            return
        name = clean(item.source.name if isinstance(item, _Data) else item.name)
        self._queue.append((name, pool.submit(self._prepare, name, item)))

    def _prepare(self, name: str, item: Candidate | _Data) -> _Prepared:
        """Copy one item into the vault, durably, and have it looked into. Runs in a copying thread."""
        originals = self._session.vault.originals
        if isinstance(item, _Data):
            staged = originals.stage_bytes(item.source.data, name)
        else:
            staged = originals.stage(item.path, self._progress.check, name)
            if item.path.parent == self._scratch:  # an unpacked album need not lie on the disk twice
                with suppress(OSError):
                    item.path.unlink()
        originals.hold(staged.sha256)
        try:
            inspection = self._session.import_decoders.inspect(originals.keep(staged), name)
        except BaseException:
            originals.discard(staged)
            self._let_go_of([staged.sha256])
            raise
        facts = facts_from_name(name)
        if isinstance(item, _Data):
            made, place = item.source.made, clean(item.source.came_from)
            facts = NameFacts(made.readings) if made is not None else facts
            return _Prepared(name, place, staged, facts, None, None, inspection, made)
        return _Prepared(name, clean(item.came_from), staged, facts, item.modified, item.problem, inspection)

    def _catalogue_oldest(self, *, at_least: int) -> None:
        """Catalogue the oldest items that are prepared, waiting for ``at_least`` of them, and tell of them.

        They leave the queue with the commit, so that whatever fails before it lets go of them.
        """
        batch = self._ready(at_least)
        results = self._catalogue(batch)
        for _, future in batch:
            self._queue.popleft()
            if future.exception() is None:
                self._session.vault.originals.release(future.result().staged.sha256)
        self._tell(results)

    def _ready(self, at_least: int) -> list[tuple[str, Future[_Prepared]]]:
        """Return the oldest items that are prepared, waiting for ``at_least`` of them.

        Stops before an item that failed for more than itself (a full disk, a cancel); raises its error if it is next.
        """
        batch: list[tuple[str, Future[_Prepared]]] = []
        for name, future in islice(self._queue, BATCH):
            if len(batch) >= at_least and not _is_done(future):
                break
            failure = self._failure(future)
            if failure is not None and not isinstance(failure, InputProblem):
                if batch:
                    break
                raise failure
            batch.append((name, future))
        return batch

    def _failure(self, future: "Future[_Prepared]") -> BaseException | None:
        """Wait until an item is prepared and return what went wrong. Raises Cancelled meanwhile if asked to stop."""
        wait_for(future, self._progress)
        failure = future.exception()
        if failure is not None:
            return failure
        inspection = future.result().inspection
        wait_for(inspection, self._progress)
        return Cancelled() if inspection.cancelled() else inspection.exception()

    def _catalogue(self, batch: Sequence[tuple[str, "Future[_Prepared]"]]) -> list[ItemResult]:
        """Write one batch in one transaction and return what became of its items."""
        results: list[ItemResult] = []
        previews: list[tuple[str, bytes]] = []
        with self._session.vault.change() as tx:
            for name, future in batch:
                try:
                    prepared = future.result()
                except InputProblem as problem:
                    results.append(_refused(name, problem))
                    continue
                result = _place(tx, self._dispute_id, prepared)
                previews.append((prepared.staged.sha256, prepared.inspection.result().preview))
                results.append(result)
        for sha256, preview in previews:
            store_preview(self._session, sha256, preview)
        return results

    def _tell(self, results: Sequence[ItemResult]) -> None:
        for result in results:
            self._results.append(result)
            self._saved(result)
            self._progress.advance()

    def _let_go_of_queue(self) -> None:
        """Erase the copies of items that were prepared and will not be catalogued."""
        unneeded = []
        for _, future in self._queue:
            if not future.cancelled() and future.exception() is None:
                future.result().inspection.cancel()
                unneeded.append(future.result().staged.sha256)
        self._queue.clear()
        self._let_go_of(unneeded)

    def _let_go_of(self, hashes: Sequence[str]) -> None:
        for sha256 in hashes:
            self._session.vault.originals.release(sha256)
        with suppress(EnvironmentProblem):  # what cannot be erased is debris, and the import has its own end to report
            self._session.vault.erase_unneeded(hashes)


def _is_done(future: "Future[_Prepared]") -> bool:
    return future.done() and (future.exception() is not None or future.result().inspection.done())


def _refused(name: str, problem: InputProblem) -> ItemResult:
    return ItemResult(clean(name), ItemStatus.REFUSED, problem)


def _place(tx: Changes, dispute_id: str, prepared: _Prepared) -> ItemResult:
    """Catalogue one item: a new exhibit with its document event, or a duplicate linked to the one that is there.

    One that is there among the removed items is put back, and told of as added: who adds a file wants to see it.
    """
    inspection = prepared.inspection.result()
    twin = tx.exhibit_of(dispute_id, prepared.staged.sha256)
    if twin is not None:
        return _place_again(tx, twin, prepared)
    exhibit = Exhibit(
        id=new_id(),
        dispute_id=dispute_id,
        number=tx.next_exhibit_number(dispute_id),
        original=tx.original(prepared.staged.sha256)
        or Original(prepared.staged.sha256, prepared.staged.size_bytes, inspection.media),
        name=prepared.name,
        added_at=tx.now,
        came_from=prepared.came_from,
        device=clean(inspection.device),
        app=clean(prepared.facts.app),
    )
    event = _document_event(exhibit, prepared, inspection, tx.next_ordinal(dispute_id))
    tx.place_exhibit(exhibit, event, _provenance(prepared))
    return _added(prepared, exhibit, event.id)


def _place_again(tx: Changes, twin: Exhibit, prepared: _Prepared) -> ItemResult:
    """Link what is there already; a locked archive whose password did not open it is refused: nothing came of it."""
    if prepared.problem is not None and prepared.problem.code == PASSWORD_WRONG and not twin.set_aside:
        return _refused(prepared.name, prepared.problem)
    event = tx.document_event(twin.id)
    more = with_more_readings(event.time, prepared.facts.readings) if event else None
    tx.link_duplicate(twin, prepared.name, more)
    if twin.set_aside:
        tx.edit(tx.exhibit(twin.id), {"set_aside": ""})
        return _added(prepared, twin, event.id if event else "")
    return ItemResult(prepared.name, ItemStatus.DUPLICATE, None, twin.id, "", twin.original.sha256, number=twin.number)


def _added(prepared: _Prepared, exhibit: Exhibit, event_id: str) -> ItemResult:
    problem = prepared.problem
    if exhibit.original.media.problem:
        problem = InputProblem(exhibit.original.media.problem, name=prepared.name)
    status = ItemStatus.KEPT_UNREAD if problem else ItemStatus.ADDED
    return ItemResult(prepared.name, status, problem, exhibit.id, event_id, exhibit.original.sha256, exhibit.number)


def _document_event(exhibit: Exhibit, prepared: _Prepared, inspection: Inspection, ordinal: int) -> Event:
    readings = [*inspection.readings, *prepared.facts.readings]
    if prepared.modified is not None:
        readings.append(modified_reading(prepared.modified))
    duration_ms = inspection.media.duration_ms
    return Event(
        id=new_id(),
        dispute_id=exhibit.dispute_id,
        kind=EventKind.DOCUMENT,
        ordinal=ordinal,
        time=choose(readings),
        direction=prepared.facts.direction,
        party=clean(prepared.facts.party),
        number=clean(prepared.facts.number),
        duration_s=None if duration_ms is None else round(duration_ms / 1000),
        exhibit_ids=(exhibit.id,),
    )


def _provenance(prepared: _Prepared) -> Mapping[str, Plain]:
    facts: dict[str, Plain] = {"came_from": prepared.came_from} if prepared.came_from else {}
    return facts | ({"made_from": prepared.made.facts()} if prepared.made is not None else {})
