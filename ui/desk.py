"""What lies on the desk: the open vault, its disputes, the chosen dispute's timeline, the selected event.

The desk reads off the UI thread and announces what came back; the window's parts show it. What changes the vault
goes through its `Edits`. It has no widgets. Modules that need the database are imported inside the tasks, so that
the window is on the screen first.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.domain import long_timeline
from evidence_app.domain.disputes import Dispute, DisputeSummary
from evidence_app.domain.events import TimelineEntry
from evidence_app.progress import Cancelled
from ui.collecting import collect_what_was_left
from ui.desk_reading import detail_of, timeline_reader
from ui.edits import Edits
from ui.opening import NoVaultYet, Opened, first_look, open_session, resting_while_opened
from ui.shelf import Shelf, Timeline
from ui.subjects import Detail
from ui.tasks import Lane, Task, Tasks
from ui.timeline.outline import NOTHING, Outline, outlined

if TYPE_CHECKING:
    from evidence_app.actions.glance import Glance
    from evidence_app.actions.session import Session
    from evidence_app.progress import Progress

T = TypeVar("T")

READ_AHEAD_MS = 3_000
"""How long after opening the other disputes are read: what the person does first comes first."""

CHECK_MS = 50
"""How long after a kept timeline was shown it is asked whether it changed: painting and reading want the same
interpreter."""

GLANCE_S = 0.5
"""How long opening waits at most for the first glance to be painted: both want the same interpreter."""


class Desk(QObject):
    """The open vault and what is chosen in it."""

    opening = Signal()
    opened = Signal()
    refused = Signal(object)
    none_yet = Signal()
    """No vault was named, and there is none in the usual place: somebody has to say where it shall be."""
    leaving = Signal()
    """Another dispute or vault is about to be shown: what is being typed can still be saved where it belongs."""
    closed = Signal()
    disputes_changed = Signal()
    dispute_changed = Signal()
    timeline_changed = Signal(object)  # not of a list: Qt would copy that, entry by entry
    lines_changed = Signal()
    """Lines of a long timeline may say something else; which there are follows."""
    detail_changed = Signal()
    failed = Signal(object)
    interrupted = Signal(list)
    _glanced = Signal(int, object, object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.session: Session | None = None
        self.folder: Path | None = None  # of the vault that was asked for last, None for the default one
        self.disputes: list[DisputeSummary] = []
        self.dispute_id = ""
        self.event_id = ""
        self.outline = NOTHING
        self.detail: Detail | None = None
        self.edits = Edits(self)
        self._shelf = Shelf()
        self._loading_timeline = False
        self._timeline_stale = False
        self._readings: dict[str, int] = {}
        self._serial = 0
        self._leaving = False
        self._glance_shown = threading.Event()
        self._glanced.connect(self._take_glance)

    # The vault

    def open(self, folder: Path | None, *, create: bool = False, dispute_id: str = "", read_only: bool = False) -> None:
        """Open a vault, the default one if no folder is named, in place of the one that is open.

        What is in it is shown after a first glance, for reading only; what changes it waits until it is open.
        """
        before = self._let_go()
        self.folder = folder
        self.opening.emit()
        collect_what_was_left()
        self._serial += 1
        serial = self._serial

        def work(_: Task) -> Opened:
            if before is not None:
                before.close()
            with resting_while_opened():
                seen = self._glance(folder, dispute_id, serial)
                session = open_session(folder, create=create, read_only=read_only)
                return self._unless_unwanted(first_look(session, dispute_id, seen, serial))

        self.tasks.start(work, lane=Lane.CHANGE, then=self._take_opened, failed=self._refuse, owner=self)

    def _glance(self, folder: Path | None, dispute_id: str, serial: int) -> Outline:
        """Show what can be seen without the database's own library, and wait until it is on the screen."""
        from evidence_app.actions.glance import first_glance

        seen = first_glance(folder, dispute_id)
        if seen is None or not seen.disputes:
            return NOTHING
        outline = outlined(seen.entries, seen.dispute_id, is_part=seen.is_part)
        self._glance_shown.clear()
        self._glanced.emit(serial, seen, outline)
        self._glance_shown.wait(GLANCE_S)
        return outline

    def glance_shown(self) -> None:
        """Go on with opening: what was seen first is on the screen."""
        self._glance_shown.set()

    def _unless_unwanted(self, opened: Opened) -> Opened:
        """Close the vault again if the window was closed meanwhile, or another vault asked for."""
        if self._leaving or opened.serial != self._serial:
            opened.session.close()
            raise Cancelled
        return opened

    def close(self) -> None:
        """Finish what is being saved and let go of the vault; blocks for as long as that takes."""
        self._leaving = True
        self._glance_shown.set()
        self.tasks.close()
        session, self.session = self.session, None
        if session is not None:
            session.close()

    def let_go(self, then: Callable[[None], object]) -> None:
        """Close the vault off the UI thread, before its folder is erased or replaced."""
        session = self._let_go()

        def work(_: Task) -> None:
            if session is not None:
                session.close()

        self.tasks.start(work, lane=Lane.CHANGE, then=then, failed=self.failed.emit, owner=self)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed now."""
        return self.session is None or self.session.read_only

    def _let_go(self) -> "Session | None":
        if self.session is not None:
            self.leaving.emit()
        before, self.session = self.session, None
        self.disputes, self.dispute_id, self.event_id, self.detail = [], "", "", None
        self.outline = NOTHING
        self.edits.forget_all()
        self._shelf.clear()
        self._loading_timeline = self._timeline_stale = False
        self.closed.emit()
        return before

    def _take_glance(self, serial: int, seen: "Glance", outline: Outline) -> None:
        if serial != self._serial or self.session is not None:
            return
        self.disputes, self.dispute_id = seen.disputes, seen.dispute_id
        self._show_all(outline)

    def _take_opened(self, result: Opened) -> None:
        if result.serial != self._serial:
            self.tasks.start(lambda _: result.session.close(), lane=Lane.CHANGE)
            return
        self.session, self.disputes = result.session, result.disputes
        if not result.outline.is_part:
            self._shelf.put(Timeline(result.log_length, result.outline))
        QTimer.singleShot(READ_AHEAD_MS, self._read_ahead)
        chosen_since = self.dispute_id if self.dispute is not None else result.dispute_id
        self.dispute_id = chosen_since
        if result.outline.is_part and chosen_since == result.dispute_id:
            self.reload_timeline()
        self.opened.emit()
        if chosen_since == result.dispute_id:
            self._show_all(result.outline)
        else:
            self._show_all(outlined([], self.dispute_id))
            self.reload_timeline()
        self.reload_detail()
        if result.interrupted and not self.read_only:
            self.interrupted.emit(result.interrupted)

    def _show_all(self, outline: Outline) -> None:
        self.disputes_changed.emit()
        self.dispute_changed.emit()
        self._show_outline(outline)

    def _show_outline(self, outline: Outline) -> None:
        self.outline = outline
        self.timeline_changed.emit(outline)

    def _refuse(self, error: BaseException) -> None:
        self._let_go()
        if isinstance(error, NoVaultYet):
            self.none_yet.emit()
        else:
            self.refused.emit(error)

    # Reading

    def read(
        self,
        action: "Callable[[Session], T]",
        then: Callable[[T], object],
        owner: QObject,
        *,
        lane: Lane = Lane.READ,
    ) -> None:
        """Read something from the vault off the UI thread; nothing is told once another vault is asked for."""
        session = self.session
        if session is not None:
            then, failed = self.while_open(session, then), self.while_open(session, self._reading_failed)
            self.tasks.start(lambda _: action(session), lane=lane, then=then, failed=failed, owner=owner)

    def read_stoppably(
        self, action: "Callable[[Session, Progress], T]", then: Callable[[T], object], owner: QObject
    ) -> Task | None:
        """Read something that takes long; the task that is returned can be cancelled: nothing is told then."""
        session = self.session
        if session is None:
            return None
        then, failed = self.while_open(session, then), self.while_open(session, self._reading_failed)
        return self.tasks.start(lambda task: action(session, task), then=then, failed=failed, owner=owner)

    def while_open(self, session: "Session", then: Callable[[T], object]) -> Callable[[T], object]:
        """Return ``then`` for as long as this vault is the open one, and nothing after that."""
        return lambda result: then(result) if self.session is session else None

    def _newest(self, what: str, then: Callable[[T], object]) -> Callable[[T], object]:
        """Return ``then`` for as long as nobody has asked for the same again: readers overtake each other."""
        self._readings[what] = number = self._readings.get(what, 0) + 1
        return lambda result: then(result) if self._readings[what] == number else None

    def _reading_failed(self, error: BaseException) -> None:
        self._loading_timeline = self._timeline_stale = False  # it may be the timeline that could not be read
        self.failed.emit(error)

    @property
    def dispute(self) -> Dispute | None:
        """The chosen dispute."""
        return next((line.dispute for line in self.disputes if line.dispute.id == self.dispute_id), None)

    @property
    def entries(self) -> Sequence[TimelineEntry]:
        """The chosen dispute's events, in order."""
        return self.outline.entries

    @property
    def loading_timeline(self) -> bool:
        """Whether the chosen dispute's events are being read."""
        return self._loading_timeline

    @property
    def timeline_outdated(self) -> bool:
        """Whether the events have to be read once more."""
        return self._timeline_stale

    def choose_dispute(self, dispute_id: str) -> None:
        """Show another dispute."""
        if dispute_id == self.dispute_id:
            return
        self.leaving.emit()
        self.dispute_id, self.event_id, self.detail = dispute_id, "", None
        self._timeline_stale = self._loading_timeline = False
        kept = self._shelf.get(dispute_id)
        if kept is None:
            self._read_first(dispute_id)
            self.reload_timeline()
        else:
            self._loading_timeline = self.session is not None
            QTimer.singleShot(CHECK_MS, self, lambda: self._read_timeline(dispute_id))
        self.dispute_changed.emit()
        self.detail_changed.emit()
        self._show_outline(kept.outline if kept is not None else outlined([], dispute_id))

    def _read_first(self, dispute_id: str) -> None:
        """Show the first lines of a long timeline until all of it is there."""

        def work(session: "Session") -> list[TimelineEntry] | None:
            from evidence_app.actions.timeline import first_lines

            return first_lines(session, dispute_id)

        def take(entries: list[TimelineEntry] | None) -> None:
            if entries and dispute_id == self.dispute_id and not self.outline.entries:
                self._show_outline(outlined(entries, dispute_id, is_part=True))

        counts = [line.event_count for line in self.disputes if line.dispute.id == dispute_id]
        if counts and counts[0] >= long_timeline.LONG:
            self.read(work, take, self)

    def _read_ahead(self) -> None:
        """Read another dispute's timeline while nothing else is asked for, so that choosing it shows it at once."""
        for line in self.disputes:
            dispute_id, count = line.dispute.id, line.event_count
            if self._shelf.get(dispute_id) is None and self._shelf.has_room_for(count) and self.session is not None:
                read = timeline_reader(self.session, dispute_id, None)
                self.tasks.start(
                    read, then=self._put_ahead, failed=lambda _: None, owner=self
                )  # it may be gone by then
                return

    def _put_ahead(self, result: Timeline | None) -> None:
        if result is not None and any(line.dispute.id == result.dispute_id for line in self.disputes):
            self._shelf.put(result)
            QTimer.singleShot(0, self._read_ahead)

    def select_event(self, event_id: str) -> None:
        """Show what is known about an event; empty selects nothing."""
        if event_id == self.event_id:
            return
        self.event_id = event_id
        if not event_id:
            self.detail = None
            self.detail_changed.emit()
        self.reload_detail()

    def reload_disputes(self) -> None:
        """Read the list of disputes again."""

        def work(session: "Session") -> list[DisputeSummary]:
            from evidence_app.actions.disputes import list_disputes

            return list_disputes(session)

        self.read(work, self._newest("disputes", self._take_disputes), self)

    def reload_timeline(self) -> None:
        """Read the chosen dispute's events again; calls while reading are gathered into one.

        Of a long timeline that takes seconds: what its lines say is read again at once.
        """
        if isinstance(self.entries, LongTimeline):
            self.entries.forget_lines()
            self.lines_changed.emit()
        if self._loading_timeline:
            self._timeline_stale = True
            return
        dispute_id = self.dispute_id
        if not dispute_id or self.session is None:
            return

        self._loading_timeline = True
        self._read_timeline(dispute_id)

    def _read_timeline(self, dispute_id: str) -> None:
        if self.session is None or dispute_id != self.dispute_id:
            return
        kept = self._shelf.get(dispute_id)
        read = timeline_reader(self.session, dispute_id, kept.log_length if kept is not None else None)
        self.read(read, lambda result: self._take_timeline(dispute_id, result), self)

    def reload_detail(self) -> None:
        """Read the selected event again."""
        event_id = self.event_id
        if event_id:
            self.read(lambda session: detail_of(session, event_id), self._newest("detail", self._take_detail), self)

    def _take_disputes(self, disputes: list[DisputeSummary]) -> None:
        self.disputes = disputes
        if self.dispute is None:
            self.dispute_id = ""
            self.choose_dispute(disputes[0].dispute.id if disputes else "")
        self.disputes_changed.emit()
        self.dispute_changed.emit()

    def _take_timeline(self, dispute_id: str, result: Timeline | None) -> None:
        if result is not None:
            self._shelf.put(result)
        if dispute_id != self.dispute_id:
            return
        self._loading_timeline = False
        kept = self._shelf.get(dispute_id)
        if kept is not None:
            self._show_outline(kept.outline)
        if self._timeline_stale or kept is None:
            self._timeline_stale = False
            self.reload_timeline()

    def _take_detail(self, detail: Detail | None) -> None:
        if detail is not None and detail.event.id == self.event_id:
            self.detail = detail
            self.detail_changed.emit()

    # After a change

    def take_new(self, dispute: Dispute, disputes: list[DisputeSummary]) -> None:
        """Show a dispute that was just made, with the list that has it."""
        self.disputes = disputes
        self.disputes_changed.emit()
        self.choose_dispute(dispute.id)
        self.reload_disputes()  # a list that was read before it was made would take it away again

    def lead_to(self, event_id: str) -> None:
        """Make an event the selected one, once it is read again; empty for none."""
        self.event_id = event_id
        if not event_id:
            self.detail = None
            self.detail_changed.emit()

    def reload_all(self) -> None:
        """Read again whatever is shown: something was changed."""
        self.reload_disputes()
        self.reload_timeline()
        self.reload_detail()
