"""Has the text on pictures read in the background: after additions, and when a vault is opened with some unread.

What is on the screen is read first. Nothing waits for it, pausing and leaving cost the picture that is being read
only, and what one failed on is told once and left alone until somebody asks or the program starts again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_app.domain.exhibits import Exhibit
from ui.activities import Activities, Activity, Conclusion
from ui.desk import Desk
from ui.messages import message, sentences
from ui.settings import Settings
from ui.tasks import Lane, Task
from ui.timeline.words import safe

if TYPE_CHECKING:
    from evidence_app.actions.read_exhibits import ReadReport, ReadResult
    from evidence_app.actions.session import Session

SETTLE_MS = 1_500
"""How long after the last addition: several drops in a row are one batch."""
AT_START_MS = 5_000
"""After opening: what the person does first comes first."""
LOOK_MS = 500
"""How often it is looked what is on the screen, to be read first."""
REFRESH_MS = 2_000
"""Timelines are read anew no more often while pictures are being read."""


class State(Enum):
    """Whether pictures are being read."""

    IDLE = "idle"
    READING = "reading"
    PAUSED = "paused"


@dataclass(frozen=True)
class Waiting:
    """The pictures of one dispute that were never read."""

    dispute_id: str
    exhibit_ids: tuple[str, ...]


class BackgroundReading(QObject):
    """``changed`` tells of `state`, `failures` and what waits; ``read`` names an exhibit whose text is kept now."""

    changed = Signal()
    read = Signal(str)
    failed_some = Signal(list)
    """Results of exhibits that could not be read."""
    found_some = Signal(int)
    """On so many pictures something was read that waits for a person."""
    review_wanted = Signal()
    exhibit_wanted = Signal(str)
    read_anew = Signal(object)
    """One exhibit was read again on demand, with this result."""
    _kept = Signal(object, object)

    def __init__(self, desk: Desk, settings: Settings, activities: Activities, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self.settings, self._activities = desk, settings, activities
        self.state = State.IDLE
        self.failures: dict[str, BaseException] = {}
        """Why exhibits could not be read, by their ids."""
        self.waiting: frozenset[str] = frozenset()
        """The exhibits that will be read."""
        self.on_screen: Callable[[], Sequence[str]] = tuple
        self._first: tuple[str, ...] = ()
        self._dropped: set[str] = set()
        self._task: Task | None = None
        self._wanted_again = False
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.try_now)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_at_screen)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(desk.reload_timeline)
        self._kept.connect(self._take_kept)
        desk.opened.connect(lambda: QTimer.singleShot(AT_START_MS, self, self.try_now))
        desk.closed.connect(self._closed)

    # What the window calls

    def added(self) -> None:
        """Read what was added, now that a batch of additions has ended."""
        self._soon.start()

    def choose(self, *, automatic: bool) -> None:
        """Remember whether pictures are read by themselves, and act on it."""
        self.settings.reads_pictures = automatic
        if automatic:
            self._resume()
        else:
            self._stop()

    def pause(self) -> None:
        """Read nothing until somebody goes on, or the program starts again; what is read is kept."""
        self.state = State.PAUSED
        if self._task is not None:
            self._task.cancel()
        self.changed.emit()

    def go_on(self) -> None:
        """Read what waits, also what was paused, stopped or failed on."""
        self.failures.clear()
        self._resume()

    def read_all_again(self, dispute_id: str) -> None:
        """Make anew what is made of the texts of a dispute's pictures, except what somebody decided on."""
        session = self._desk.session
        if session is None or session.read_only:
            return
        task = self._desk.tasks.start(
            lambda task: self._read(session, dispute_id, frozenset(), task, again=True),
            lane=Lane.BACKGROUND,
            failed=self._desk.while_open(session, self._desk.failed.emit),
            owner=self,
        )
        activity = self._activities.follow(task, lambda: self.tr("Reading the text again"))

        def done(report: "ReadReport") -> None:
            self._concluded(activity, report)

        task.done.connect(self._desk.while_open(session, done))

    def read_again(self, exhibit_id: str, *, fresh: bool = True) -> None:
        """Read one exhibit now, also one that was read before or failed on.

        Unless it is to be a ``fresh`` reading, only what is made of its text is made anew.
        """
        session = self._desk.session
        if session is None or session.read_only:
            return
        self.failures.pop(exhibit_id, None)
        self._dropped.discard(exhibit_id)
        self.waiting |= {exhibit_id}
        still = self._desk.while_open
        task = self._desk.tasks.start(
            lambda task: _again(session, exhibit_id, task, fresh=fresh),
            lane=Lane.BACKGROUND,
            then=still(session, lambda result: self._take_kept(session, result)),
            failed=still(session, self._desk.failed.emit),
            owner=self,
        )
        activity = self._activities.follow(task, lambda: self.tr("Reading the text again"))

        def done(result: "ReadResult") -> None:
            self._conclude(activity, [result])
            self.read_anew.emit(result)

        task.done.connect(still(session, done))
        task.ended.connect(lambda: self._forget_waiting(exhibit_id))
        self.changed.emit()

    # Doing it

    def try_now(self) -> None:
        """Read everything that waits for it; one dispute after the other."""
        session = self._desk.session
        if session is None or session.read_only or not self.settings.reads_pictures or self.state is State.PAUSED:
            return
        if self._task is not None:
            self._wanted_again = True
            return
        left = self._dropped | self.failures.keys()
        first = self._desk.dispute_id
        look = self._desk.tasks.start(lambda _: _waiting(session, first, left), failed=lambda _: None, owner=self)
        self._task = look
        look.done.connect(lambda found: None if look.cancelling else self._begin(session, found))
        look.ended.connect(lambda: self._ended(look))

    def _begin(self, session: "Session", found: Sequence[Waiting]) -> None:
        if self._desk.session is not session or self.state is State.PAUSED:
            return
        self.waiting = frozenset(exhibit_id for each in found for exhibit_id in each.exhibit_ids)
        if not found:
            self._set_state(State.IDLE)
            return
        dispute_id, left = found[0].dispute_id, frozenset(self._dropped | self.failures.keys())
        self._look_at_screen()
        self._look.start()
        task = self._desk.tasks.start(
            lambda task: self._read(session, dispute_id, left, task),
            lane=Lane.BACKGROUND,
            failed=self._desk.while_open(session, lambda _: self._wait_for_somebody(found)),
            owner=self,
        )
        self._task = task
        self._wanted_again = True  # there may be other disputes, and what was added meanwhile
        self._set_state(State.READING)
        activity = self._activities.follow(task, lambda: self.tr("Reading the text on pictures"))
        activity.pause = self.pause

        def done(report: "ReadReport") -> None:
            self._concluded(activity, report)

        task.done.connect(self._desk.while_open(session, done))
        task.ended.connect(lambda: self._ended(task))

    def _read(
        self, session: "Session", dispute_id: str, left: frozenset[str], task: Task, *, again: bool = False
    ) -> "ReadReport":
        """Read one dispute's pictures (task's thread)."""
        from evidence_app.actions.read_exhibits import read_exhibits

        kept = partial(self._kept.emit, session)
        return read_exhibits(session, dispute_id, task, kept, leave_out=left, choose=self._most_wanted, again=again)

    def _most_wanted(self, waiting: Sequence[Exhibit]) -> Exhibit:
        """Return what is on the screen, the most looked at first, else the next one (task's thread)."""
        by_id = {exhibit.id: exhibit for exhibit in waiting}
        return next((by_id[exhibit_id] for exhibit_id in self._first if exhibit_id in by_id), waiting[0])

    def _look_at_screen(self) -> None:
        self._first = tuple(self.on_screen())

    # What came of it

    def _take_kept(self, session: "Session", result: "ReadResult") -> None:
        if self._desk.session is not session:
            return
        exhibit = result.exhibit
        self.waiting -= {exhibit.id}
        if result.problem is not None:
            self.failures[exhibit.id] = result.problem
        elif exhibit.dispute_id == self._desk.dispute_id and not self._refresh.isActive():
            self._refresh.start()
        self.changed.emit()
        self.read.emit(exhibit.id)

    def _concluded(self, activity: Activity, report: "ReadReport") -> None:
        if report.cancelled and self.state is not State.PAUSED:
            self._dropped |= self.waiting
            self._wanted_again = False
        self._conclude(activity, report.items, cancelled=report.cancelled)
        found = sum(item.event_count + item.suggestion_count > 0 for item in report.items)
        if found and not report.cancelled and all(item.problem is None for item in report.items):
            self.found_some.emit(found)

    def _conclude(self, activity: Activity, items: "Sequence[ReadResult]", *, cancelled: bool = False) -> None:
        """Say in the list of activities how it ended, and what one can do."""
        failed = [item for item in items if item.problem is not None]
        read = len(items) - len(failed)
        if cancelled:
            paused = self.state is State.PAUSED
            activity.conclude(Conclusion(lambda: _Words().stopped(read, paused), _Words().go_on, self.go_on))
        elif failed:
            first = failed[0].exhibit.id
            words = partial(_Words().failed, failed)
            activity.conclude(Conclusion(words, _Words().show, lambda: self.exhibit_wanted.emit(first)))
        else:
            activity.conclude(Conclusion(lambda: _Words().read(read), _Words().review, self.review_wanted.emit))
        if failed:
            self.failed_some.emit(failed)

    def _wait_for_somebody(self, found: Sequence[Waiting]) -> None:
        """Leave alone what the disk or the engine refused altogether; the activity says why."""
        self._dropped |= {exhibit_id for each in found for exhibit_id in each.exhibit_ids}
        self._wanted_again = False

    def _ended(self, task: Task) -> None:
        if self._task is not task:
            return
        self._task = None
        self._look.stop()
        if self._wanted_again:
            self._wanted_again = False
            self.try_now()
        elif self.state is State.READING:
            self.waiting = frozenset()
            self._set_state(State.IDLE)

    # Means

    def _resume(self) -> None:
        self.state = State.IDLE
        self._dropped.clear()
        self.changed.emit()
        self.try_now()

    def _stop(self) -> None:
        self._soon.stop()
        self._wanted_again = False
        if self._task is not None:
            self._task.cancel()
        self.waiting = frozenset()
        self._set_state(State.IDLE)

    def _closed(self) -> None:
        """Know nothing of the next vault."""
        self._stop()
        self._task = None
        self._refresh.stop()
        self.failures.clear()
        self._dropped.clear()

    def _forget_waiting(self, exhibit_id: str) -> None:
        self.waiting -= {exhibit_id}
        self.changed.emit()

    def _set_state(self, state: State) -> None:
        self.state = state
        self.changed.emit()


class _Words(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def read(self, pictures: int) -> str:
        return self.tr("%n read", "pictures", pictures)

    def stopped(self, pictures: int, paused: bool) -> str:
        how = self.tr("paused") if paused else self.tr("stopped")
        return f"{how} · {self.read(pictures)}"

    def failed(self, results: "Sequence[ReadResult]") -> str:
        """Return why the only one could not be read and what to do, or the names of several."""
        if len(results) == 1 and results[0].problem is not None:
            return sentences(message(results[0].problem))
        names = safe(", ".join(result.exhibit.label for result in results))
        words = self.tr(
            "%n could not be read: %1. They are kept as they are: read them again, or type what they say.",
            "pictures",
            len(results),
        )
        return words.replace("%1", names)

    def go_on(self) -> str:
        return self.tr("Go on")

    def show(self) -> str:
        return self.tr("Show")

    def review(self) -> str:
        return self.tr("Review")


def failure_words(results: "Sequence[ReadResult]") -> str:
    """Return which exhibits could not be read, why, and what to do."""
    return _Words().failed(results)


def _waiting(session: "Session", first: str, left: "set[str]") -> list[Waiting]:
    """Return what was never read in each dispute, the chosen one first; a sample's invented evidence last."""
    from evidence_app.actions.disputes import list_disputes
    from evidence_app.actions.read_exhibits import unread_exhibits

    lines = sorted(list_disputes(session), key=lambda line: (line.dispute.id != first, line.dispute.is_sample))
    found = []
    for line in lines:
        ids = tuple(each.id for each in unread_exhibits(session, line.dispute.id) if each.id not in left)
        if ids:
            found.append(Waiting(line.dispute.id, ids))
    return found


def _again(session: "Session", exhibit_id: str, task: Task, *, fresh: bool) -> "ReadResult":
    from evidence_app.actions.read_exhibits import read_again

    task.check()
    return read_again(session, exhibit_id, task, fresh=fresh)
