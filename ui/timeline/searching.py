"""Searches the shown timeline as one types, off the UI thread: the last text wins."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from evidence_app.actions.long_timeline import LongTimeline
from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.finding import words_of
from ui.timeline.outline import NOTHING, Outline
from ui.timeline.sought import Sought, get_ready, says_so_itself, sought

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.desk import Desk
    from ui.tasks import Task

T = TypeVar("T")


class Searching(QObject):
    """Asks the vault what was meant last. ``found`` carries a `Sought`.

    ``lines_read`` carries, by event, the line off an exhibit for which it was found, of events that were asked for.
    """

    found = Signal(object)
    lines_read = Signal(object)
    unable = Signal()
    """What was asked last could not be searched; what the timeline shows still can."""

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = ""
        self._outline: Outline = NOTHING
        self._failed_at: tuple[str, Outline] | None = None
        self._running = False
        self._sought: Sought | None = None
        self._lines: dict[str, str] = {}
        desk.closed.connect(self._give_up)

    @property
    def able(self) -> bool:
        """Whether there is an open vault to ask."""
        return self._desk.session is not None

    def ask(self, text: str, outline: Outline) -> None:
        """Search the events of an outline for a text; an empty one asks for nothing."""
        another, self._text, self._outline = outline is not self._outline, text, outline
        if another and not words_of(text):
            self.get_ready()
        if not self._running:
            self._go_on()

    def get_ready(self) -> None:
        """Have the next search of a long timeline take no longer than those after it."""
        outline = self._outline
        if isinstance(outline.entries, LongTimeline):
            # what fails here fails again for whoever searches, and is told there
            self._start(lambda session: get_ready(session, outline), lambda _: None, lambda _: None)

    def ask_lines(self, entries: Iterable[TimelineEntry]) -> None:
        """Read why events were found of which one does not see it."""
        found = self._sought
        if found is None or found.text != self._text:
            return
        wanted = {
            entry.exhibit_id: entry.event_id
            for entry in entries
            if entry.event_id in found.read
            and entry.event_id not in self._lines
            and not says_so_itself(entry, found.text)
        }
        self._lines |= dict.fromkeys(wanted.values(), "")
        if wanted:
            text = found.text
            read = partial(_first_lines, wanted=wanted, text=text)
            self._start(read, lambda lines: self._take_lines(text, lines))

    def _go_on(self) -> None:
        if not words_of(self._text) or not self.able:
            return
        text, outline = self._text, self._outline
        if self._sought is not None and (self._sought.text, self._sought.outline) == (text, outline):
            self._tell(self._sought)  # as when somebody cleared the search, and takes that back
            return
        if (text, outline) == self._failed_at:
            return
        self._running = True
        self._start(lambda session: sought(session, outline, text), self._take)

    def _start(
        self,
        action: "Callable[[Session], T]",
        then: Callable[[T], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        session = self._desk.session
        if session is None:
            return

        def work(_: "Task") -> T:
            return action(session)

        take, failed = self._desk.while_open(session, then), self._desk.while_open(session, failed or self._failed)
        self._desk.tasks.start(work, then=take, failed=failed, owner=self)

    def _take(self, found: Sought) -> None:
        self._running = False
        if found.text == self._text:
            self._tell(found)
        if (found.text, found.outline) != (self._text, self._outline):
            self._go_on()

    def _tell(self, found: Sought) -> None:
        self._sought, self._lines = found, {}
        self.found.emit(found)

    def _take_lines(self, text: str, lines: Mapping[str, str]) -> None:
        if self._sought is not None and self._sought.text == text:
            self._lines |= lines
            self.lines_read.emit(lines)

    def _failed(self, _: BaseException) -> None:
        self._running, self._failed_at = False, (self._text, self._outline)
        self.unable.emit()

    def _give_up(self) -> None:
        self._running, self._failed_at, self._sought = False, None, None


def _first_lines(session: "Session", *, wanted: Mapping[str, str], text: str) -> dict[str, str]:
    from evidence_app.actions.search import words_found

    found = words_found(session, list(wanted), text)
    return {wanted[exhibit_id]: line for exhibit_id, line in found.items()}
