"""Has imported messages looked through in the background for what they name, as pictures are read for it.

After an import, when a vault is opened, and once somebody says whose numbers are the other side's.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.activities import Activities, Conclusion
from ui.desk import Desk
from ui.settings import Settings
from ui.tasks import Lane, Task

if TYPE_CHECKING:
    from evidence_app.actions.read_messages import MessagesRead
    from evidence_app.actions.session import Session

SETTLE_MS = 1_000
"""How long after the last change: several in a row are one."""
AT_START_MS = 6_000
"""After opening: what the person does first comes first."""


class MessageReading(QObject):
    """``found_some`` carries how many suggestions there are now."""

    found_some = Signal(int)
    review_wanted = Signal()

    def __init__(self, desk: Desk, settings: Settings, activities: Activities, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._settings, self._activities = desk, settings, activities
        self._task: Task | None = None
        self._wanted_again = False
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.try_now)
        desk.opened.connect(lambda: QTimer.singleShot(AT_START_MS, self, self.try_now))
        desk.closed.connect(self._closed)
        desk.edits.made_step.connect(lambda _: self.changed())
        desk.edits.taken_back.connect(lambda *_: self.changed())

    def changed(self) -> None:
        """Look through what was imported, or belongs to the other side now."""
        self._soon.start()

    def try_now(self) -> None:
        """Look through what was not yet, one dispute after the other."""
        session = self._desk.session
        if session is None or session.read_only or not self._settings.reads_pictures:
            return
        if self._task is not None:
            self._wanted_again = True
            return
        first = self._desk.dispute_id
        look = self._desk.tasks.start(
            lambda _: _waiting(session, first), lane=Lane.MESSAGES, failed=lambda _: None, owner=self
        )
        self._task = look

        def begin(found: list[str]) -> None:
            self._begin(session, found)

        look.done.connect(self._desk.while_open(session, begin))
        look.ended.connect(lambda: self._ended(look))

    def look_again(self, dispute_id: str) -> None:
        """Look through all messages of a dispute once more; what nobody decided on is made anew."""
        session = self._desk.session
        if session is not None and not session.read_only:
            self._begin(session, [dispute_id], again=True)

    def _begin(self, session: "Session", dispute_ids: Sequence[str], *, again: bool = False) -> None:
        if not dispute_ids:
            return
        task = self._desk.tasks.start(
            lambda task: _looked_through(session, dispute_ids, task, again=again),
            lane=Lane.MESSAGES,
            failed=lambda _: None,  # the activity says why; the next change tries again
            owner=self,
        )
        self._task = task
        activity = self._activities.follow(task, lambda: self.tr("Looking through imported messages"))

        def done(results: "list[MessagesRead]") -> None:
            found = sum(each.suggestion_count for each in results)
            review = self.review_wanted.emit if found else None
            activity.conclude(Conclusion(lambda: _Words().found(found), lambda: self.tr("Review"), review))
            if found:
                self._desk.reload_timeline()
                self.found_some.emit(found)

        task.done.connect(self._desk.while_open(session, done))
        task.ended.connect(lambda: self._ended(task))

    def _ended(self, task: Task) -> None:
        if self._task is not task:
            return
        self._task = None
        if self._wanted_again:
            self._wanted_again = False
            self._soon.start()

    def _closed(self) -> None:
        """Know nothing of the next vault."""
        self._soon.stop()
        self._wanted_again = False
        if self._task is not None:
            self._task.cancel()
        self._task = None


class _Words(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def found(self, suggestions: int) -> str:
        return self.tr("%n thing(s) found in imported messages", "", suggestions)


def _waiting(session: "Session", first: str) -> list[str]:
    """Return the disputes with messages that were not looked through, the chosen one first."""
    from evidence_app.actions.disputes import list_disputes
    from evidence_app.actions.read_messages import has_unread_messages

    ids = sorted((line.dispute.id for line in list_disputes(session)), key=lambda each: each != first)
    return [each for each in ids if has_unread_messages(session, each)]


def _looked_through(session: "Session", dispute_ids: Sequence[str], task: Task, *, again: bool) -> "list[MessagesRead]":
    from evidence_app.actions.read_messages import read_messages

    return [each for one in dispute_ids for each in read_messages(session, one, task, lambda _: None, again=again)]
