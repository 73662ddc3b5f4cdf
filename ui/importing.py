"""Brings what was dropped, pasted or chosen into a dispute, and tells what became of each item."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.errors import InputProblem
from ui.desk import Desk
from ui.dropping import NOTHING, Arrival, picture_bytes
from ui.tasks import Lane, Task

if TYPE_CHECKING:
    from pathlib import Path

    from evidence_app.actions.add_evidence import AddReport, ItemResult
    from evidence_app.actions.interrupted import InterruptedImport
    from evidence_app.actions.session import Session

REFRESH_MS = 400  # cards appear in steps: often enough to be seen coming, seldom enough to stay smooth
REFRESH_MS_PER_1000 = 200  # a large timeline takes longer to be read and shown: seldomer, typing goes on beside it
PASSWORD_WRONG = "archive-password-wrong"

MOST_ORIGINS = 20  # imports of which it is remembered what was to be added, to try again


@dataclass(frozen=True)
class Origin:
    """What was to be added, and to which dispute."""

    dispute_id: str
    found: Arrival

    def part(self, names: "Collection[str]") -> Arrival:
        """Return only what has these names; all of it where they are inside a folder or an archive.

        Nothing is added twice: what is there already is recognised.
        """
        paths = tuple(path for part in self.found.parts() for path in part.paths)
        named = tuple(path for path in paths if path.name in names)
        return Arrival(paths=named) if len(named) == len(set(names)) else self.found


class Ticket:
    """An import's place in the vault's memory, taken by whoever comes first: one that waits in line is kept, too."""

    def __init__(self, dispute_id: str, paths: "Sequence[Path]") -> None:
        self._dispute_id, self._paths, self._import_id = dispute_id, paths, ""
        self._lock = Lock()

    def take(self, session: "Session") -> str:
        """Return the id by which the vault remembers the import, empty if there is nothing to go on with."""
        from evidence_app.actions.interrupted import remember_import

        with self._lock:
            if self._paths and not self._import_id:
                self._import_id = remember_import(session, self._dispute_id, self._paths)
            return self._import_id


class Importing(QObject):
    """One import after the other. ``saved`` is emitted in steps while items become durable."""

    began = Signal(object)
    saved = Signal()
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lock = Lock()
        self._fresh = 0
        self._underway = 0
        self._origins: list[tuple[AddReport, Origin]] = []
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self._tell_saved)
        desk.closed.connect(self._origins.clear)

    @property
    def busy(self) -> bool:
        """Whether an import runs or waits."""
        return self._underway > 0

    def add(self, dispute_id: str, found: Arrival) -> None:
        """Add what arrived to a dispute. What has no file is finished even when the program is left."""
        paths = [path for part in found.parts() for path in part.paths]
        ticket = Ticket(dispute_id, paths)

        def work(session: "Session", task: Task) -> "AddReport":
            from evidence_app.actions.add_evidence import DataSource, FileSource, add_evidence

            sources: list[DataSource | FileSource] = []
            for part in found.parts():
                sources += [FileSource(path) for path in part.paths]
                if part.name:
                    sources.append(DataSource(part.name, picture_bytes(part)))
            import_id = ticket.take(session)
            return add_evidence(session, dispute_id, sources, task, self._item_saved, import_id=import_id)

        pasted = any(part.name for part in found.parts())
        self._start(work, Origin(dispute_id, found), finished_on_leaving=pasted)
        self._keep(ticket)

    def _keep(self, ticket: Ticket) -> None:
        """Have it remembered now, though it may have to wait for others: leaving then loses nothing."""
        session = self._desk.session
        if session is not None:  # what goes wrong is told when it is added
            self._desk.tasks.start(lambda _: ticket.take(session), lane=Lane.CHANGE, failed=lambda _: None, owner=self)

    def unlock(self, dispute_id: str, exhibit_id: str, password: str, ended: "Callable[[bool | None], object]") -> None:
        """Add what a locked archive holds, which is an exhibit of the dispute; also when the program is left meanwhile.

        It could not go on without the password, which is kept nowhere. ``ended`` is told whether the password opens it,
        None if nobody knows: it was cancelled, or something else went wrong, which is told.
        """
        found: list[bool] = []

        def wrong(error: BaseException) -> None:
            if isinstance(error, InputProblem) and error.code == PASSWORD_WRONG:
                found.append(False)
            else:
                self.failed.emit(error)

        def work(session: "Session", task: Task) -> "AddReport":
            from evidence_app.actions.unlock_archive import unlock_archive

            return unlock_archive(session, exhibit_id, password, task, self._item_saved)

        task = self._start(work, Origin(dispute_id, NOTHING), wrong, finished_on_leaving=True)
        if task is not None:
            task.done.connect(lambda _: found.append(True))
            task.ended.connect(lambda: ended(found[0] if found else None))

    def take_pictures(self, dispute_id: str, exhibit_id: str) -> None:
        """Add the pictures on which a film rests, which is an exhibit of the dispute."""

        def work(session: "Session", task: Task) -> "AddReport":
            from evidence_app.actions.key_frames import take_key_frames

            return take_key_frames(session, exhibit_id, task, self._item_saved)

        self._start(work, Origin(dispute_id, NOTHING))

    def origin_of(self, report: "AddReport") -> "Origin | None":
        """Return what was to be added where, None if that is not known any more."""
        return next((origin for told, origin in self._origins if told is report), None)

    def resume(self, unfinished: "Sequence[InterruptedImport]") -> None:
        """Go on with imports that an earlier run of the program left unfinished; what was saved is recognised."""
        for earlier in unfinished:
            origin = Origin(earlier.dispute_id, Arrival(paths=tuple(earlier.paths)))
            self._start(partial(_resumed, earlier=earlier, saved=self._item_saved), origin)

    def forget(self, unfinished: "Sequence[InterruptedImport]") -> None:
        """Do not offer these again."""
        self._desk.edits.change(partial(_forgotten, unfinished=unfinished), lambda _: None, self)

    def _start(
        self,
        work: "Callable[[Session, Task], AddReport]",
        origin: "Origin",
        failed: "Callable[[BaseException], object] | None" = None,
        *,
        finished_on_leaving: bool = False,
    ) -> Task | None:
        session = self._desk.session
        if session is None:
            return None
        self._underway += 1
        still = self._desk.while_open  # one that its vault left behind is offered again when that is opened
        task = self._desk.tasks.start(
            lambda task: work(session, task),
            lane=Lane.LONG,
            then=still(session, partial(self._finish, origin)),
            failed=still(session, failed or self.failed.emit),
            owner=self,
            finished_on_leaving=finished_on_leaving,
        )
        task.ended.connect(self._ended)
        self._timer.start(max(REFRESH_MS, len(self._desk.entries) * REFRESH_MS_PER_1000 // 1000))
        self.began.emit(task)
        return task

    def _finish(self, origin: "Origin", report: "AddReport") -> None:
        del self._origins[: -MOST_ORIGINS + 1]
        self._origins.append((report, origin))
        self.finished.emit(report)

    def _item_saved(self, item: "ItemResult") -> None:
        """Count an item that is on the disk for good (task's thread)."""
        with self._lock:
            self._fresh += 1

    def _tell_saved(self) -> None:
        with self._lock:
            fresh, self._fresh = self._fresh, 0
        if fresh:
            self.saved.emit()

    def _ended(self) -> None:
        self._underway -= 1
        if not self._underway:
            self._timer.stop()
        self._tell_saved()


def _resumed(
    session: "Session", task: Task, *, earlier: "InterruptedImport", saved: "Callable[[ItemResult], None]"
) -> "AddReport":
    from evidence_app.actions.add_evidence import FileSource, add_evidence

    sources = [FileSource(path) for path in earlier.paths]
    return add_evidence(session, earlier.dispute_id, sources, task, saved, import_id=earlier.id)


def _forgotten(session: "Session", *, unfinished: "Sequence[InterruptedImport]") -> None:
    from evidence_app.actions.interrupted import forget_import

    for earlier in unfinished:
        forget_import(session, earlier.id)
