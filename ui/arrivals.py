"""Evidence arriving in the window: dropped anywhere, pasted, chosen, named on the command line; and how that ended."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication

from ui.desk import Desk
from ui.dropping import NOTHING, Arrival, DropTarget, arrival, holds_evidence, may_be_proof, only_on_the_web
from ui.importing import Importing
from ui.panes import Panes
from ui.tasks import Task

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from evidence_app.actions.add_evidence import AddReport


class Sort(Protocol):
    """Looks at what was dropped before it is added: calls ``add``, now or later, for what is only evidence."""

    def __call__(self, found: Arrival, add: Callable[[], object], *, into: str, addable: bool) -> object:
        """Sort one arrival; ``into`` is the title of the dispute that it would be added to."""


class Arrivals(QObject):
    """Takes drags and drops over the whole window and brings what arrives into a dispute.

    ``dispute_wanted`` asks for a dispute for what came while none was open.
    """

    dispute_wanted = Signal(object)
    results_wanted = Signal(object, bool)
    """A report, and whether it can be tried again."""
    event_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, panes: Panes, desk: Desk) -> None:
        super().__init__(panes)
        self._panes, self._desk = panes, desk
        self._waiting = NOTHING
        self._to_conclude: AddReport | None = None
        self._said: Callable[[], str] | None = None
        self.importing = Importing(desk, self)
        self.sort: Sort = _add_at_once
        self.target = DropTarget(panes)
        panes.setAcceptDrops(True)
        panes.installEventFilter(self)
        self.importing.began.connect(self._began)
        self.importing.saved.connect(desk.reload_timeline)
        self.importing.finished.connect(self._finished)
        self.importing.failed.connect(self._failed)
        desk.timeline_changed.connect(self._look_for_conflicts)
        desk.closed.connect(self._forget)

    def wait(self, found: Arrival) -> None:
        """Keep something until the vault is open."""
        self._waiting = self._waiting.and_then(found)

    def take_waiting(self) -> None:
        """Add what waited for the vault."""
        waiting, self._waiting = self._waiting, NOTHING
        self.receive(waiting)

    def receive(self, found: Arrival, dispute_id: str = "") -> None:
        """Add what arrived to a dispute, the chosen one if none is named; without any, ask for a new one."""
        if found.empty:
            return
        if self._desk.session is None:
            self.wait(found)
            return
        if self._desk.read_only:
            return
        target = dispute_id or self._desk.dispute_id
        if not target:
            self.dispute_wanted.emit(found)
            return
        self._desk.choose_dispute(target)
        self.importing.add(target, found)

    def paste(self) -> None:
        """Add files or a picture from the clipboard."""
        self._receive_mime(QGuiApplication.clipboard().mimeData(), "")

    # Drag and drop

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the window's drags; everything else goes its way."""
        match event:
            case QDropEvent() if event.type() is QEvent.Type.Drop:
                self._drop(event)
            case QDragEnterEvent():
                if self._welcome(event.mimeData()):
                    self._hover(event)
            case QDragMoveEvent():
                self._hover(event)
            case _ if event.type() is QEvent.Type.DragLeave:
                self.target.hide()
            case _:
                return False
        return True

    def _welcome(self, mime: "QMimeData") -> bool:
        """Tell whether a drag brings something that can be kept now, or once there is a vault, or checked."""
        if not self._addable:
            return may_be_proof(arrival(mime))
        return holds_evidence(mime) or only_on_the_web(mime)

    @property
    def _addable(self) -> bool:
        """Whether something can be added, now or once there is a vault."""
        return self._desk.session is None or not self._desk.read_only

    def _hover(self, event: QDragMoveEvent) -> None:
        """Accept, and name the dispute under the pointer or the chosen one."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if only_on_the_web(event.mimeData()):
            self.target.explain_web()
            return
        if not self._addable:
            self.target.offer_check()
            return
        self.target.aim(self._title_of(self._dispute_under(event.position()) or self._desk.dispute_id))

    def _drop(self, event: QDropEvent) -> None:
        self.target.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._receive_mime(event.mimeData(), self._dispute_under(event.position()))

    def _receive_mime(self, mime: "QMimeData", dispute_id: str) -> None:
        found = arrival(mime)
        if found.empty:
            self._panes.bar.conclude(self._words_of_web if only_on_the_web(mime) else self._words_of_nothing)
            return
        session = self._desk.session
        target = dispute_id or (self._desk.dispute_id if session is not None else "")

        def add() -> None:
            if session is None or self._desk.session is session:
                self.receive(found, target)
            else:
                self._panes.bar.conclude(self._words_of_closed)

        addable = self._addable and session is not None
        self.sort(found, add, into=self._title_of(target), addable=addable)

    def _title_of(self, dispute_id: str) -> str:
        titles = {line.dispute.id: line.dispute.title for line in self._desk.disputes}
        return titles.get(dispute_id, "")

    def _words_of_nothing(self) -> str:
        return self.tr("There is no file or picture in what was dropped or pasted.")

    def _words_of_closed(self) -> str:
        return self.tr("Not added: the vault that it was meant for was closed meanwhile. Drop it once more.")

    def _words_of_web(self) -> str:
        return self.tr(
            "This lies on a website, and nothing is fetched from the network: save the picture first, "
            "then drop the file."
        )

    def _dispute_under(self, position: QPointF) -> str:
        listed = self._panes.sidebar.list
        point = listed.viewport().mapFrom(self._panes, position.toPoint())
        return listed.dispute_at(point) if listed.viewport().rect().contains(point) else ""

    # How an import goes

    def _began(self, task: Task) -> None:
        self._panes.bar.follow(task, lambda: self.tr("Adding evidence"))

    def _finished(self, result: "AddReport") -> None:
        self._reload()
        self._to_conclude = result
        self._conclude(result, [])

    def _look_for_conflicts(self) -> None:
        """Once what was added is in the timeline, tell which of its times somebody has to decide."""
        result = self._to_conclude
        if result is None or self._desk.timeline_outdated or self._panes.bar.busy:
            return
        self._to_conclude = None
        added = {item.event_id for item in result.items}
        if disputed := self._desk.outline.disputed:
            self._conclude(result, [event_id for event_id in disputed if event_id in added])

    def _conclude(self, result: "AddReport", disputed: list[str]) -> None:
        from ui.sheets.results import Summary, summary

        count = len(disputed)
        said = self._said = lambda: summary(result, count)
        self._panes.bar.conclude(
            said,
            lambda: self.tr("Show the list"),
            lambda: self._show_results(result),
            first=(lambda: Summary().show_times(count), lambda: self.event_wanted.emit(disputed[0])) if count else None,
            passing=not count and not result.cancelled and all(item.status.value == "added" for item in result.items),
        )

    def _forget(self) -> None:
        """Lead nowhere in a vault that is being closed."""
        self._to_conclude = None
        if self._said is not None and self._panes.bar.saying is self._said:
            self._panes.bar.put_away()

    def _show_results(self, result: "AddReport") -> None:
        """Show the list beside the dispute that it is about."""
        origin = self.importing.origin_of(result)
        if origin is not None and any(line.dispute.id == origin.dispute_id for line in self._desk.disputes):
            self._desk.choose_dispute(origin.dispute_id)
        self.results_wanted.emit(result, origin is not None)

    def try_again(self, result: "AddReport", names: list[str]) -> None:
        """Add once more what was not added."""
        origin = self.importing.origin_of(result)
        if origin is not None:
            self.receive(origin.part(names), origin.dispute_id)

    def _failed(self, error: BaseException) -> None:
        self._reload()
        self.failed.emit(error)

    def _reload(self) -> None:
        self._desk.reload_timeline()
        self._desk.reload_disputes()


def _add_at_once(found: Arrival, add: Callable[[], object], *, into: str, addable: bool) -> None:
    """Take whatever was dropped for evidence."""
    add()
