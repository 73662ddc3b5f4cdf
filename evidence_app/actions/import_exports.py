"""Importing what people exported: from an exhibit's records to events on the timeline.

A worker process reads the export part by part; each import is one transaction with one custody entry: cancelled, or
killed, it leaves nothing, and the export waits to be imported as before. What earlier imports brought is not brought
again.
"""

import secrets
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from evidence_app.actions.add_evidence import DataSource, ItemResult, add_evidence
from evidence_app.actions.call_years import tell_years
from evidence_app.actions.columns_again import changed_by_columns
from evidence_app.actions.disputes import currency_for
from evidence_app.actions.exhibits import original_path
from evidence_app.actions.exports_at_hand import (
    exhibit_in_use,
    exports,
    last_choices,
    selections,
    unimported,
    unknown_files,
)
from evidence_app.actions.mail_sides import mail_sides
from evidence_app.actions.session import Session
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.exports import (
    EVERYTHING,
    MOST_UNREAD,
    Attachment,
    Choice,
    Columns,
    Hints,
    Survey,
    Unread,
)
from evidence_app.domain.fields import clean
from evidence_app.domain.imports import ImportEntry, Selection
from evidence_app.domain.surroundings import Surroundings
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure, JuzhengError
from evidence_app.intake.decoders import ExportRequest, RecordPart
from evidence_app.intake.sources import joined_place
from evidence_app.processes.waiting import answer_of
from evidence_app.progress import SILENT, Cancelled, Progress, Unwatched
from evidence_app.vault.changes import Changes
from evidence_app.vault.importing import EventImport, Said

T = TypeVar("T")

MOST_LOGGED = 100
"""Unread records whose places stand in the custody log; all of them are counted there."""

DEEPEST = 5
"""Exports in exports: mails that were forwarded again and again."""

NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import.

    Of ``read`` records, ``taken`` became events; ``known`` were there already, out of this export or another;
    ``left_out`` were not chosen. ``unread`` are the first of ``unread_count`` records that could not be read.
    ``warnings`` counts codes of what is doubtful. ``attachments`` counts the files inside that go with what was chosen,
    ``parts`` are the exhibits that they became, some of them exports themselves. ``asks`` are the questions (`ASKS`)
    that the export leaves open with these hints: what depends on them is unread, or has no direction. ``stated_count``
    is as in `Survey`. ``seq`` is the number of the custody entry.
    ``changed`` are the entries of what naming a table's columns anew changed in its events, which `take_back` undoes.
    ``problem`` says why nothing was imported: then everything else is empty, and the export waits as before.
    """

    exhibit: Exhibit
    format: str = ""
    read: int = 0
    taken: int = 0
    known: int = 0
    left_out: int = 0
    unread_count: int = 0
    unread: tuple[Unread, ...] = ()
    warnings: tuple[tuple[str, int], ...] = ()
    attachments: int = 0
    parts: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    stated_count: int | None = None
    seq: int = -1
    changed: tuple[int, ...] = ()
    problem: JuzhengError | None = None


def survey_export(session: Session, exhibit_id: str, hints: Hints = NO_HINTS, progress: Progress = SILENT) -> Survey:
    """Return what an export holds, before any of it is imported; changes nothing.

    Progress counts records. Raises InputProblem: ``exhibit-unknown``, ``exhibit-removed``, ``not-an-export``,
    ``damaged``, ``encrypted``, …; Cancelled.
    """
    reading = _Reading(session, exhibit_in_use(session, exhibit_id), EVERYTHING, hints, progress)
    progress.start(0, "record")
    counted = 0
    with reading:
        while True:
            survey, count = reading.answer(session.export_decoders.survey(reading.next()))
            progress.advance(count - counted)
            counted = count
            if survey is not None:
                return survey


def import_export(
    session: Session,
    exhibit_id: str,
    choice: Choice = EVERYTHING,
    hints: Hints = NO_HINTS,
    progress: Progress = SILENT,
    *,
    passwords: Sequence[str] = (),
) -> ImportReport:
    """Import the chosen records of an export as events, all or nothing; those that are there already stay.

    Files inside the export that go with chosen records become exhibits first, archives unpacked; ``passwords`` are
    tried on locked ones, and kept nowhere. Importing an export again with a wider choice, or more hints, adds what was
    left out, or could not be read; a table whose columns are named otherwise than before is read anew, and its events
    say what their rows say now, but for what a person changed in them. Progress counts records. Raises as
    `survey_export` does, and InputProblem of the codes of `ASKS` where nothing can be read before a person answers;
    EnvironmentProblem (``vault-read-only``, disk).
    """
    if session.read_only:
        raise EnvironmentProblem("vault-read-only", folder=str(session.folder))
    exhibit = exhibit_in_use(session, exhibit_id)
    choice = _cleaned(choice)
    progress.start(0, "record")
    parts = _Parts(session, exhibit, passwords)
    parts.add(_Reading(session, exhibit, choice, hints, progress), progress)
    with session.vault.read() as catalog:
        attached = _Attached(exhibit, parts.first, catalog.exhibits(exhibit.dispute_id))
    renamed = changed_by_columns(session, exhibit, hints, partial(_records, session, exhibit, progress))
    with _Reading(session, exhibit, choice, hints, progress) as reading:
        run = _Run(reading, exhibit.id, attached)
        with session.vault.change() as tx:
            changed = tx.edit_as_named(renamed)
            seq, entry = run.complete(session, tx)
    if entry.taken:
        tell_years(session, exhibit.dispute_id)
    return replace(run.report(exhibit, seq, entry, parts), changed=tuple(changed))


@dataclass(frozen=True, slots=True)
class WhatToImport:
    """Which of the exports that wait are imported, and how.

    ``among`` names the exhibits that a person gave: others wait on, and of those given also what earlier choices left
    out, or what only hints make readable, is imported; None for all that wait. ``passwords`` are tried on locked
    archives in them.
    """

    choice: Choice = EVERYTHING
    hints: Hints = NO_HINTS
    among: frozenset[str] | None = None
    passwords: tuple[str, ...] = ()


ALL_THAT_WAITS = WhatToImport()


def import_waiting(
    session: Session,
    dispute_id: str,
    wanted: WhatToImport,
    progress: Progress,
    told: Callable[[ImportReport], None],
) -> list[ImportReport]:
    """Import the exports of a dispute that wait, one after the other, and tell of each once it is durable.

    After each come those that were inside it, a forwarded mail for example. One export's failure costs that export
    only. Raises Cancelled, EnvironmentProblem.
    """
    reports: list[ImportReport] = []
    among, hints = wanted.among, wanted.hints
    waiting = unimported(session, dispute_id) if among is None else _among(session, dispute_id, among, hints)
    queue = deque((exhibit, 0) for exhibit in waiting)
    while queue:
        exhibit, depth = queue.popleft()
        progress.check()
        try:
            report = import_export(session, exhibit.id, wanted.choice, hints, progress, passwords=wanted.passwords)
        except (InputProblem, IntegrityFailure) as problem:
            if problem.code == "not-an-export":
                continue  # the columns that somebody named are those of other files
            report = ImportReport(exhibit, exhibit.original.media.export or "", problem=problem)
        reports.append(report)
        told(report)
        if report.parts and depth < DEEPEST:
            known = {each.id for each, _ in queue}
            inside = [each for each in unimported(session, dispute_id) if each.id in set(report.parts) - known]
            queue.extendleft((each, depth + 1) for each in reversed(inside))
    return reports


def _records(session: Session, exhibit: Exhibit, progress: Progress, hints: Hints) -> Iterator[Columns]:
    """Yield all records of an export, part by part. Raises as `import_export` does."""
    with _Reading(session, exhibit, EVERYTHING, hints, progress) as reading:
        while True:
            part = reading.answer(session.export_decoders.records(reading.next()))
            yield part.records
            if part.ended:
                return


def _among(session: Session, dispute_id: str, among: frozenset[str], hints: Hints) -> list[Exhibit]:
    """Return those of the given exhibits of which something may be left to import."""
    left = among
    if hints == NO_HINTS:
        waiting = {each.id for each in unimported(session, dispute_id)}
        with session.vault.read() as catalog:
            left = among & (catalog.partly_imported(dispute_id) | waiting)
    found = [each for each in exports(session, dispute_id) if each.id in left]
    return [*found, *(unknown_files(session, dispute_id, among) if hints.columns else ())]


def _cleaned(choice: Choice) -> Choice:
    return replace(choice, numbers=tuple(clean(each).strip() for each in choice.numbers if each.strip()))


class _Reading:
    """An export being read by the worker; whatever ends it, the worker lets go of the file."""

    def __init__(self, session: Session, exhibit: Exhibit, choice: Choice, hints: Hints, progress: Progress) -> None:
        with session.vault.read() as catalog:
            dispute = catalog.kept_dispute(exhibit.dispute_id)
            sides, currency = mail_sides(catalog, exhibit), currency_for(catalog, dispute)
        path = original_path(session, exhibit)
        self._session = session
        self._progress = progress
        self.choice, self.hints = choice, hints
        name = joined_place(exhibit.came_from, exhibit.name)
        self._request = ExportRequest(path, name, secrets.token_hex(8), choice, hints, dispute.zone_name)
        self._request = replace(self._request, sides=sides, currency=currency)

    def __enter__(self) -> "_Reading":
        return self

    def __exit__(self, *_: object) -> None:
        self._session.export_decoders.close_export(self._request.stream)

    def next(self) -> ExportRequest:
        """Return the next question."""
        request = self._request
        self._request = replace(request, asked=request.asked + 1)
        return request

    def answer(self, future: "Future[T]") -> T:
        """Wait for the worker. Raises Cancelled meanwhile if asked to stop."""
        return answer_of(future, self._progress)

    def advance(self, count: int) -> None:
        """Tell how many more records were read."""
        self._progress.advance(count)


class _Attached:
    """The exhibits of files that go with records: taken out of the export, or lying beside it under the same name."""

    def __init__(self, export: Exhibit, parts: Mapping[Attachment, str], in_use: Sequence[Exhibit]) -> None:
        self._parts = dict(parts)
        self._around = Surroundings(export, [each for each in in_use if each.removed_at is None])

    def __call__(self, attachment: Attachment) -> str:
        """Return the exhibit of a file, empty where there is none."""
        return self._parts.get(attachment, "") if attachment.part else self._around.named(attachment.name)


class _Parts:
    """The files inside an export, and the exhibits that they become."""

    def __init__(self, session: Session, export: Exhibit, passwords: Sequence[str]) -> None:
        self._session = session
        self._export = export
        self._passwords = passwords
        self.first: dict[Attachment, str] = {}
        self.exhibits: dict[str, None] = {}

    def add(self, reading: "_Reading", progress: Progress) -> None:
        """Add those that go with chosen records, one by one.

        Those that are there already are found again, so that an import that was stopped can be begun anew.
        """
        with reading:
            while (part := reading.answer(self._session.export_decoders.export_part(reading.next()))) is not None:
                self._add(*part, progress)

    def _add(self, attachment: Attachment, data: bytes, progress: Progress) -> None:
        place = joined_place(self._export.came_from, self._export.name)
        source = DataSource(attachment.name or attachment.part, data, came_from=place)
        report = add_evidence(
            self._session,
            self._export.dispute_id,
            [source],
            Unwatched(progress),
            _unheard,
            passwords=self._passwords,
        )
        if report.cancelled:
            raise Cancelled
        for item in report.items:
            if item.exhibit_id:
                self.first.setdefault(attachment, item.exhibit_id)
                self.exhibits[item.exhibit_id] = None


def _unheard(_item: ItemResult) -> None:
    """Tell nobody: the import's report counts them."""


class _Run:
    """One import: parts of records from the worker into the transaction, the worker always one part ahead."""

    def __init__(self, reading: _Reading, exhibit_id: str, attached: _Attached) -> None:
        self._reading = reading
        self._attached = attached
        self._exhibit_id = exhibit_id
        self._read = 0
        self._unread: list[Unread] = []
        self._unread_count = 0
        self._warnings: Counter[str] = Counter()
        self._format = ""
        self._version = 0
        self._asks: tuple[str, ...] = ()
        self._stated: int | None = None

    def complete(self, session: Session, tx: Changes) -> tuple[int, ImportEntry]:
        """Import all that is chosen; the events are there once the transaction ends."""
        decoders = session.export_decoders
        coming = decoders.records(self._reading.next())
        target = tx.begin_records(self._exhibit_id)
        while True:
            part = self._reading.answer(coming)
            if not part.ended:
                coming = decoders.records(self._reading.next())
            self._take(target, part)
            if part.ended:
                break
        return target.finish(self._said())

    def _take(self, target: EventImport, part: RecordPart) -> None:
        self._format, self._version = part.format, part.version
        self._asks, self._stated = part.asks, part.stated_count
        self._read += part.read
        target.add(part.records, self._attached)
        self._unread_count += len(part.unread)
        self._unread += part.unread[: MOST_UNREAD - len(self._unread)]
        self._warnings.update(filter(None, part.records.warning))
        self._reading.advance(part.read)

    def _said(self) -> Said:
        return Said(
            format=self._format,
            version=self._version,
            choice=self._reading.choice,
            hints=self._reading.hints,
            read=self._read,
            unread=self._unread_count,
            unread_at=tuple((each.place, each.reason) for each in self._unread[:MOST_LOGGED]),
            warnings=tuple(sorted(self._warnings.items())),
            stated=self._stated,
        )

    def report(self, exhibit: Exhibit, seq: int, entry: ImportEntry, parts: _Parts) -> ImportReport:
        """Return what came of it."""
        return ImportReport(
            exhibit,
            format=entry.format,
            read=entry.read,
            taken=entry.taken,
            known=entry.known + entry.again,
            left_out=entry.left_out,
            unread_count=entry.unread,
            unread=tuple(self._unread),
            warnings=entry.warnings,
            attachments=len(parts.first),
            parts=tuple(parts.exhibits),
            asks=self._asks,
            stated_count=self._stated,
            seq=seq,
        )


__all__ = [
    "ALL_THAT_WAITS",
    "ImportReport",
    "Selection",
    "WhatToImport",
    "exhibit_in_use",
    "exports",
    "import_export",
    "import_waiting",
    "last_choices",
    "selections",
    "survey_export",
    "unimported",
    "unknown_files",
]
