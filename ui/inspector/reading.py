"""Joins the inspector to what was read on its exhibit: the text below, its places in the picture above."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.machine_text import Place
from evidence_app.domain.review import ExhibitReview
from ui.desk import Desk
from ui.inspector.facts import Facts
from ui.inspector.text import Reading, TextState
from ui.inspector.thread import InspectorThread
from ui.reading.background import BackgroundReading
from ui.viewer.marked import Mark, Tone

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.viewer.viewer import ExhibitViewer

READABLE = frozenset({MediaKind.IMAGE, MediaKind.PDF})
LINE = "line:"


class InspectorReading(QObject):
    """Follows the exhibit that the inspector shows. ``review_wanted`` names it, and the event it is shown for."""

    review_wanted = Signal(str, str)

    def __init__(self, desk: Desk, facts: Facts, background: BackgroundReading | None) -> None:
        super().__init__(facts)
        self._desk, self._facts, self._background = desk, facts, background
        self._viewer: ExhibitViewer | None = None
        self._exhibit: Exhibit | None = None
        self._event: Event | None = None
        self._review: ExhibitReview | None = None
        self._revealed = ""
        self._thread = InspectorThread(desk, facts.text)
        facts.text.lit.connect(self._light)
        facts.text.read_wanted.connect(self._read_now)
        facts.text.review_wanted.connect(self._ask_review)
        facts.in_message.review_wanted.connect(self._ask_review_of_message)
        if background is not None:
            background.changed.connect(self._say)
            background.read.connect(lambda exhibit_id: self._load() if self._shows(exhibit_id) else None)
            background.read.connect(lambda _: self._thread.show(self._exhibit))

    def follow(self, viewer: "ExhibitViewer") -> None:
        """Mark places in this viewer."""
        self._viewer = viewer
        viewer.canvas.mark_entered.connect(self._enter)

    def leave(self) -> None:
        """Mark nothing any more: the viewer goes, because the vault is being closed."""
        self._viewer, self._revealed = None, ""

    def show(self, event: Event | None, exhibit: Exhibit | None) -> None:
        """Show what was read on an exhibit, and where on it the event stands."""
        readable = exhibit is not None and exhibit.original.media.kind in READABLE and exhibit.removed_at is None
        self._facts.text_section.setVisible(readable and exhibit is not None and not exhibit.original.media.problem)
        if exhibit is None or not readable:
            self._exhibit = self._event = self._review = None
            self._thread.show(None)
            return
        if not self._shows(exhibit.id):
            self._review, self._revealed = None, ""
        self._exhibit, self._event = exhibit, event
        self._say()
        self._load()
        self._thread.show(exhibit)

    def _shows(self, exhibit_id: str) -> bool:
        return self._exhibit is not None and self._exhibit.id == exhibit_id

    def _load(self) -> None:
        if self._exhibit is not None:
            exhibit_id = self._exhibit.id
            self._desk.read(lambda session: (exhibit_id, _review(session, exhibit_id)), self._take, self)

    def _take(self, found: "tuple[str, ExhibitReview | None]") -> None:
        exhibit_id, review = found
        if self._shows(exhibit_id):
            self._review = review
            self._say()
            self._mark()

    def _say(self) -> None:
        """Say how it stands with the text."""
        exhibit, background = self._exhibit, self._background
        if exhibit is None:
            return
        state = TextState()
        if background is not None and exhibit.id in background.waiting:
            state = TextState(Reading.WAITING, self._review)
        elif self._review is not None:
            state = TextState(Reading.READ, self._review)
        elif background is not None and exhibit.id in background.failures:
            state = TextState(Reading.FAILED, problem=background.failures[exhibit.id])
        self._facts.text.show_state(state, read_only=self._desk.read_only or background is None)

    # The picture

    def _mark(self) -> None:
        viewer, review = self._viewer, self._review
        if viewer is None or review is None:
            return
        marks = [
            Mark(f"{LINE}{number}", Place(line.region, line.page_index), Tone.UNSEEN)
            for number, line in enumerate(review.lines)
        ]
        placed = next(
            (each for each in review.events if self._event is not None and each.event.id == self._event.id), None
        )
        if placed is not None:
            marks.append(Mark(placed.event.id, placed.place, Tone.WAITING if placed.waits else Tone.ACCEPTED))
        viewer.show_marks(marks)
        if placed is not None and self._revealed != placed.event.id:
            self._revealed = placed.event.id
            viewer.canvas.light(placed.event.id)
            viewer.reveal(placed.place)

    def _light(self, number: int) -> None:
        if self._viewer is None or self._review is None:
            return
        if not 0 <= number < len(self._review.lines):
            self._viewer.canvas.light(self._event.id if self._event is not None else "")
            return
        line = self._review.lines[number]
        self._viewer.canvas.light(f"{LINE}{number}")
        self._viewer.reveal(Place(line.region, line.page_index))

    def _enter(self, key: str) -> None:
        """Let the line stand out whose place is under the pointer."""
        self._facts.text.lines.light(int(key.removeprefix(LINE)) if key.startswith(LINE) else -1)
        if self._viewer is not None:
            self._viewer.canvas.light(key or (self._event.id if self._event is not None else ""))

    # What the person does

    def _read_now(self) -> None:
        if self._exhibit is not None and self._background is not None:
            self._background.read_again(self._exhibit.id)

    def _ask_review(self) -> None:
        if self._exhibit is not None:
            self.review_wanted.emit(self._exhibit.id, self._event.id if self._event is not None else "")

    def _ask_review_of_message(self) -> None:
        detail = self._desk.detail
        if detail is not None:
            self.review_wanted.emit(detail.event.read_from, detail.event.id)


def _review(session: "Session", exhibit_id: str) -> ExhibitReview | None:
    from evidence_app.actions.review import exhibit_review

    return exhibit_review(session, exhibit_id)
