"""Having a machine read what is written on exhibits. What it reads is a hint for people and a help for searching.

Pixels are decoded by the workers of `intake`, recognised by a worker of `reading`, and each exhibit's text is kept
with its custody entry in one transaction: whatever ends the work, the next call goes on with what was not read.
"""

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from evidence_app.actions.continuity import NOWHERE, Placed, Threads
from evidence_app.actions.exhibits import original_path
from evidence_app.actions.interpret import interpreted
from evidence_app.actions.session import Session
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.machine_text import MachineLine, MachineText, Region
from evidence_app.domain.suggestions import Findings, PageKind, only
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure, JuzhengError
from evidence_app.intake.decoders import PDF_TEXT
from evidence_app.intake.pictures import RenderRequest
from evidence_app.processes.waiting import answer_of
from evidence_app.progress import Cancelled, Progress
from evidence_app.reading.strips import read_page

T = TypeVar("T")


class ReadStatus(StrEnum):
    """What happened to one exhibit."""

    READ = "read"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What became of one exhibit, and what was found on it.

    ``problem`` says why it could not be read: it stays as it is, unread. Of one that was read it says why nothing was
    made of its text. ``party`` is whom it names as the other side, ``party_before`` whom the reading before it named.
    """

    exhibit: Exhibit
    status: ReadStatus
    line_count: int = 0
    event_count: int = 0
    suggestion_count: int = 0
    kind: PageKind = PageKind.TEXT
    problem: JuzhengError | None = None
    party: str = ""
    party_before: str = ""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What became of all exhibits, in order. After a cancel, of those that were finished."""

    items: tuple[ReadResult, ...]
    cancelled: bool = False

    def count(self, status: ReadStatus) -> int:
        """Return how many exhibits met this fate."""
        return sum(item.status is status for item in self.items)


Kept = Callable[[ReadResult], None]

Choose = Callable[[Sequence[Exhibit]], Exhibit]
"""Says which of the exhibits that wait, never none, is read next. Called from the thread that reads."""


def in_order(waiting: Sequence[Exhibit]) -> Exhibit:
    """Choose the one with the lowest number."""
    return waiting[0]


def read_exhibits(
    session: Session,
    dispute_id: str,
    progress: Progress,
    kept: Kept,
    *,
    leave_out: Collection[str] = (),
    choose: Choose = in_order,
    again: bool = False,
) -> ReadReport:
    """Read every picture and PDF of a dispute that was never read, and tell of each once its text is durable.

    With ``again`` also those that were: what nobody decided on is withdrawn then, what people decided on stays.
    Exhibits whose ids are in ``leave_out`` stay unread; ``choose`` says which one comes next.
    One exhibit's failure costs that exhibit only. Raises InputProblem (``dispute-unknown``, ``dispute-set-aside``),
    EnvironmentProblem (``vault-read-only``, disk).
    """
    if session.read_only:
        raise EnvironmentProblem("vault-read-only", folder=str(session.folder))
    with session.vault.read() as catalog:
        known = catalog.dispute(dispute_id).id
        wanted = catalog.readable_exhibits(known) if again else catalog.exhibits_to_read(known)
    waiting = [exhibit for exhibit in wanted if exhibit.id not in leave_out]
    progress.start(len(waiting), "exhibit")
    results: list[ReadResult] = []
    threads = Threads()
    try:
        while waiting:
            progress.check()
            exhibit = choose(waiting)
            waiting.remove(exhibit)
            results.append(_result(session, exhibit, threads, progress))
            kept(results[-1])
            progress.advance()
    except Cancelled:
        return ReadReport(tuple(results), cancelled=True)
    return ReadReport(tuple(results))


def unread_exhibits(session: Session, dispute_id: str) -> list[Exhibit]:
    """Return the exhibits of a dispute that `read_exhibits` would read. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        return catalog.exhibits_to_read(catalog.dispute(dispute_id).id)


def read_again(session: Session, exhibit_id: str, progress: Progress, *, fresh: bool = True) -> ReadResult:
    """Read one exhibit, also one that was read before: its text takes the place of the earlier one.

    Unless it is to be a ``fresh`` reading, what this engine read is taken, with what people corrected in it, and only
    what is made of it is made anew.
    Raises InputProblem (``exhibit-unknown``, ``exhibit-removed``), EnvironmentProblem, Cancelled.
    """
    if session.read_only:
        raise EnvironmentProblem("vault-read-only", folder=str(session.folder))
    with session.vault.read() as catalog:
        exhibit, before = catalog.exhibit(exhibit_id), catalog.findings(exhibit_id)
    progress.start(1, "exhibit")
    result = _result(session, exhibit, Threads(), progress, fresh=fresh)
    progress.advance()
    return replace(result, party_before=before.findings.party if before is not None else "")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stands on an exhibit, the sizes of its pages, and a hash of how the first one looks."""

    text: MachineText
    sizes: Sequence[tuple[int, int]]
    likeness: str


def _result(
    session: Session, exhibit: Exhibit, threads: Threads, progress: Progress, *, fresh: bool = False
) -> ReadResult:
    try:
        seen = _Reading(session, exhibit, progress).seen(fresh=fresh)
        return _kept(session, exhibit, threads, seen)
    except (InputProblem, IntegrityFailure) as problem:
        return ReadResult(exhibit, ReadStatus.FAILED, problem=problem)


def _kept(session: Session, exhibit: Exhibit, threads: Threads, seen: _Seen) -> ReadResult:
    """Keep what was read and what can be made of it; the text alone where nothing can."""
    problem: InputProblem | None = None
    try:
        findings, placed = _understood(session, exhibit, threads, seen)
        _keep(session, exhibit, threads, seen, findings, placed)
    except InputProblem as failed:
        problem, findings = failed, Findings()
        _keep(session, exhibit, threads, seen, findings, NOWHERE)
    found = len(findings.events), len(findings.suggestions)
    return ReadResult(exhibit, ReadStatus.READ, len(seen.text.lines), *found, findings.kind, problem, findings.party)


def _understood(session: Session, exhibit: Exhibit, threads: Threads, seen: _Seen) -> tuple[Findings, Placed]:
    """Return what can be made of a text, with what other pictures of the thread say; nobody's change waits for it.

    What people erased for good is not suggested anew.
    """
    with session.vault.read() as catalog:
        found = interpreted(catalog, exhibit, seen.text, seen.sizes)
        left = catalog.not_erased(exhibit, found)
        placed = threads.placed(catalog, exhibit, only(found, left))
        if placed.times:
            times = {left[index]: time for index, time in placed.times.items()}
            found = interpreted(catalog, exhibit, seen.text, seen.sizes, times)
    return only(found, left), placed


def _keep(
    session: Session, exhibit: Exhibit, threads: Threads, seen: _Seen, findings: Findings, placed: Placed
) -> None:
    with session.vault.change() as tx:
        there = tx.events_there(placed.events.values())
        events = {index: event_id for index, event_id in placed.events.items() if event_id in there}
        joined = replace(placed, events=events, wholer=placed.wholer & events.keys())
        tx.keep_reading(seen.text, findings, joined=joined.events, likeness=seen.likeness)
        threads.tell_others(tx, exhibit, joined)


def named(engines: Collection[str]) -> str:
    """Return what read an exhibit, all of it: some pages of a PDF hold text, others are pictures."""
    return ", ".join(sorted(engines, key=lambda engine: engine != PDF_TEXT))


class _Reading:
    """One exhibit being read, page by page, strip by strip."""

    def __init__(self, session: Session, exhibit: Exhibit, progress: Progress) -> None:
        self._session = session
        self._exhibit = exhibit
        self._progress = progress
        self._path = original_path(session, exhibit)
        self._engines: set[str] = set()

    def seen(self, *, fresh: bool) -> _Seen:
        """Return all that stands on the exhibit. Raises InputProblem, Cancelled.

        What was read off the same bytes before is taken, unless the reading is to be a ``fresh`` one.
        """
        sizes, known = self._page_sizes(), None if fresh else self._known()
        if known is not None:
            text, likeness = known
            return _Seen(
                replace(text, exhibit_id=self._exhibit.id, read_at=self._session.now(), seq=0), sizes, likeness
            )
        return _Seen(self._text(sizes), sizes, self._likeness())

    def _known(self) -> tuple[MachineText, str] | None:
        recogniser = self._session.text_readers.engine_name
        engines = ({PDF_TEXT}, {PDF_TEXT, recogniser}, {recogniser}) if self._is_pdf else ({recogniser},)
        with self._session.vault.read() as catalog:
            sha256, coloured = self._exhibit.original.sha256, not self._is_pdf
            found = (catalog.text_of_original(sha256, named(each), coloured=coloured) for each in engines)
            return next((each for each in found if each is not None), None)

    def _text(self, sizes: Sequence[tuple[int, int]]) -> MachineText:
        lines: list[MachineLine] = []
        for index, (width_px, height_px) in enumerate(sizes):
            lines += self._held(index) or read_page(width_px, height_px, index, self._looking_at(index))
        return MachineText(self._exhibit.id, named(self._engines), tuple(lines), len(sizes), self._session.now())

    @property
    def _is_pdf(self) -> bool:
        return self._exhibit.original.media.kind is MediaKind.PDF

    def _held(self, page_index: int) -> Sequence[MachineLine]:
        """Return the text that a PDF's page holds itself: nothing has to be recognised then."""
        if not self._is_pdf:
            return ()
        self._progress.check()
        try:
            found = self._answer(self._session.reading_decoders.text_lines(self._path, page_index))
        except InputProblem:  # whatever its letters did to the worker, its picture may still be read
            return ()
        self._engines |= {PDF_TEXT} if found else set()
        return found

    def _likeness(self) -> str:
        """Return a hash of how the first page looks, empty for an even one."""
        return self._answer(self._session.reading_decoders.likeness(self._path))

    def _page_sizes(self) -> Sequence[tuple[int, int]]:
        media = self._exhibit.original.media
        if media.kind is MediaKind.IMAGE and media.page_count <= 1:
            return [(media.width_px, media.height_px)]
        return self._answer(self._session.reading_decoders.page_sizes(self._path))

    def _looking_at(self, page_index: int) -> Callable[[Region, int], Sequence[MachineLine]]:
        def look(region: Region, width_px: int) -> Sequence[MachineLine]:
            request = RenderRequest(page_index, region, width_px)
            seen = self._answer(self._session.reading_decoders.render(self._path, request))
            reader = self._session.text_readers
            found = self._answer(reader.read(seen.data, seen.width_px, seen.height_px, self._exhibit.label))
            self._engines.add(found.engine)
            return found.lines

        return look

    def _answer(self, future: "Future[T]") -> T:
        """Wait for a worker. Raises Cancelled meanwhile if asked to stop."""
        return answer_of(future, self._progress)


__all__ = ["ReadReport", "ReadResult", "ReadStatus", "in_order", "read_again", "read_exhibits", "unread_exhibits"]
