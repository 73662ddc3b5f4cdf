"""Keeps the index of words up to date while nobody waits for it, so that searching is fast; it is right in any case."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desk import Desk
from ui.tasks import Lane, Task

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

SETTLED_MS = 2_500
"""How long nothing changed before the index follows: what the person does comes first."""


class Indexing(QObject):
    """Follows the desk: after a vault was opened, and whenever a timeline was read anew because something changed.

    ``followed``: the index is as the catalog is, as far as nothing changed meanwhile.
    """

    followed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self._begin)
        desk.opened.connect(self._settling.start)
        desk.timeline_changed.connect(lambda _: self._settling.start())
        desk.closed.connect(self._stop)

    def _begin(self) -> None:
        session = self._desk.session
        if session is None or session.read_only:
            return
        # one at a time, what changes meanwhile is indexed after it; and a long timeline that is awaited comes first
        if self._task is not None or self._desk.loading_timeline:
            self._settling.start()
            return

        def work(task: Task) -> None:
            _refresh(session, task)

        # what cannot be indexed is found without the index, so that there is nothing to tell anybody
        self._task = self._desk.tasks.start(work, lane=Lane.INDEX, failed=lambda _: None, owner=self)
        self._task.done.connect(lambda _: self.followed.emit())
        self._task.ended.connect(self._ended)

    def _ended(self) -> None:
        self._task = None

    def _stop(self) -> None:
        self._settling.stop()
        if self._task is not None:
            self._task.cancel()


def _refresh(session: "Session", task: Task) -> None:
    from evidence_app.actions.search import refresh_index

    refresh_index(session, task)
