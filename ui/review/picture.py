"""The picture beside what was read on it: places marked, the next exhibit's picture loaded before it is asked for."""

from collections.abc import Sequence
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.machine_text import Place
from evidence_app.progress import Cancelled
from ui.controls import IconButton, PlainLabel, is_language_change, part
from ui.messages import message, sentences
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_5
from ui.viewer.canvas import Fit
from ui.viewer.marked import Mark, MarkedCanvas
from ui.viewer.source import session_source

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


READABLE = 0.42
"""A phone's screen this much smaller than it is can still be read: its words are 15 pixels high."""


HAS_PICTURE = frozenset({MediaKind.IMAGE, MediaKind.PDF})
"""What is shown beside what was read on it."""


class ReviewPicture(QWidget):
    """``entered`` names the mark under the pointer, empty when it left; ``clicked`` one that was clicked."""

    entered = Signal(str)
    clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        part(self, "surface")
        self._front, self._back = MarkedCanvas(), MarkedCanvas()
        self._shown: Exhibit | None = None
        self._ready: Exhibit | None = None
        self._page_index = 0
        self._fit: Fit | None = None  # what somebody chose, for all pictures that follow
        self.refusal = PlainLabel(tone="muted", wrap=True)
        self.refusal.setContentsMargins(SPACE_5, SPACE_5, SPACE_5, SPACE_5)
        self._stack = QStackedLayout()
        self._previous, self._next = IconButton("caret-left"), IconButton("caret-right")
        self._page = PlainLabel(role="caption", tone="muted")
        self._out, self._in = IconButton("magnifying-glass-minus"), IconButton("magnifying-glass-plus")
        self._wide, self._whole = IconButton("arrows-left-right"), IconButton("frame-corners")
        self._lay_out()
        for canvas in (self._front, self._back):
            canvas.mark_entered.connect(self.entered)
            canvas.mark_clicked.connect(self.clicked)
            canvas.turn_requested.connect(self._turn)
            canvas.fitted.connect(self._choose_fit)
            canvas.failed.connect(lambda error, canvas=canvas: self._failed(canvas, error))
        self._previous.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self._out.clicked.connect(lambda: self._front.zoom_by(-1))
        self._in.clicked.connect(lambda: self._front.zoom_by(1))
        self._wide.clicked.connect(lambda: self._front.choose_fit(Fit.WIDTH))
        self._whole.clicked.connect(lambda: self._front.choose_fit(Fit.PAGE))
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self._previous.set_name(self.tr("Previous page"))
        self._next.set_name(self.tr("Next page"))
        self._out.set_name(self.tr("Smaller"))
        self._in.set_name(self.tr("Larger"))
        self._wide.set_name(self.tr("Fit width"))
        self._whole.set_name(self.tr("Fit page"))
        self._say_page()

    @property
    def canvas(self) -> MarkedCanvas:
        """What is shown."""
        return self._front

    # What the page calls

    def show_exhibit(self, session: "Session", exhibit: Exhibit, marks: Sequence[Mark]) -> None:
        """Show an exhibit with these places marked; at once if it was got ready."""
        if exhibit.original.media.kind not in HAS_PICTURE:
            self._say_there_is_none(exhibit)
        elif self._shown is None or self._shown.id != exhibit.id:
            self._shown, self._page_index = exhibit, 0
            self._offer_views(offered=True)
            if self._ready is not None and self._ready.id == exhibit.id:
                self._front, self._back = self._back, self._front
                self._ready = None
            else:
                self._open(self._front, session, exhibit)
            self._stack.setCurrentWidget(self._front)
            self._fit_picture(self._front, exhibit)
            self._front.setAccessibleName(safe(exhibit.label))
            self._say_page()
        self._front.show_marks(marks)

    def get_ready(self, session: "Session", exhibit: Exhibit | None) -> None:
        """Load the picture that will be asked for next."""
        if exhibit is None or (self._ready is not None and self._ready.id == exhibit.id):
            return
        if exhibit.original.media.kind not in HAS_PICTURE:
            return
        self._ready = exhibit
        self._back.resize(self._front.size())
        self._open(self._back, session, exhibit)
        self._fit_picture(self._back, exhibit)
        self._back.show_marks(())
        self._back.fetch_ahead()

    def light(self, key: str, place: Place | None, *, follow: bool) -> None:
        """Let a mark stand out, and with ``follow`` bring it into view."""
        self._front.light(key)
        if place is not None and place.is_seen and follow:
            self._turn(place.page_index - self._page_index)
            self._front.reveal(place)

    def clear(self) -> None:
        """Show nothing, and stop loading: the vault is being closed."""
        self._shown = self._ready = None
        for canvas in (self._front, self._back):
            canvas.show_source(None)
            canvas.show_marks(())

    # Inside

    def _say_there_is_none(self, exhibit: Exhibit) -> None:
        """Say why nothing is shown beside what was found in imported messages."""
        self._shown, self._page_index = exhibit, 0
        words = self.tr("%1 was imported as text: there is no picture of it. Each message stands beside what it names.")
        self.refusal.setText(words.replace("%1", safe(exhibit.label)))
        self._stack.setCurrentWidget(self.refusal)
        self._offer_views(offered=False)
        self._say_page()

    def _offer_views(self, *, offered: bool) -> None:
        for button in (self._wide, self._whole, self._out, self._in):
            button.setVisible(offered)

    @property
    def _page_count(self) -> int:
        return max(1, self._shown.original.media.page_count) if self._shown is not None else 1

    def _turn(self, pages: int) -> None:
        wanted = min(max(self._page_index + pages, 0), self._page_count - 1)
        if wanted != self._page_index and self._shown is not None:
            self._page_index = wanted
            media = self._shown.original.media
            first = wanted == 0  # only its size is known before its picture comes
            self._front.show_page(wanted, media.width_px * first, media.height_px * first)
            self._say_page()

    def _open(self, canvas: MarkedCanvas, session: "Session", exhibit: Exhibit) -> None:
        media = exhibit.original.media
        canvas.show_source(session_source(session, exhibit.original), vector=media.kind is MediaKind.PDF)
        canvas.show_page(0, media.width_px, media.height_px)

    def _choose_fit(self, fit: Fit) -> None:
        self._fit = fit

    def _fit_picture(self, canvas: MarkedCanvas, exhibit: Exhibit) -> None:
        """Show a whole screen where its words can still be read; else, or of a long one, its full width."""
        height = exhibit.original.media.height_px
        room = canvas.maximumViewportSize().height()
        whole = height > 0 and room >= READABLE * height
        if canvas.fit is not Fit.FREE and height:
            canvas.set_fit(self._fit or (Fit.PAGE if whole else canvas.fit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more of the picture where there is more room."""
        super().resizeEvent(event)
        if self._shown is not None:
            self._fit_picture(self._front, self._shown)

    def _say_page(self) -> None:
        several = self._page_count > 1
        for widget in (self._previous, self._page, self._next):
            widget.setVisible(several)
        self._page.setText(f"{self._page_index + 1} / {self._page_count}")
        self._previous.setEnabled(self._page_index > 0)
        self._next.setEnabled(self._page_index < self._page_count - 1)

    def _failed(self, canvas: MarkedCanvas, error: object) -> None:
        """Say why there is no picture; what was read can be looked over all the same."""
        if canvas is self._front and isinstance(error, Exception) and not isinstance(error, Cancelled | CancelledError):
            self.refusal.setText(sentences(message(error)))
            self._stack.setCurrentWidget(self.refusal)
        elif canvas is self._back:
            self._ready = None

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE_2, SPACE_1, SPACE_2, SPACE_1)
        bar.setSpacing(SPACE_1)
        for widget in (self._previous, self._page, self._next):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self._wide, self._whole, self._out, self._in):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addLayout(bar)
        for shown in (self._front, self._back, self.refusal):
            self._stack.addWidget(shown)  # now that the layout lies in something: none is a window of its own

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()
