"""Above the review: the way back, how far it is, which exhibit this is, and accepting all of a kind."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QWidget

from evidence_app.domain.review import ExhibitReview
from ui.controls import Button, ElidedLabel, IconButton, PlainLabel
from ui.i18n import language
from ui.review import words
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, scaled, theme

METER_WIDTH = 120


class ReviewBar(QWidget):
    """``kind_wanted`` carries what the menu of kinds was asked for."""

    back_wanted = Signal()
    next_wanted = Signal(int)
    """+1 or -1 exhibits."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = (0, 0)
        self._review: ExhibitReview | None = None
        self.back = Button(look="link", icon_name="arrow-left")
        self.words = PlainLabel(role="caption", tone="muted")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.previous, self.next = IconButton("caret-left"), IconButton("caret-right")
        self.title = ElidedLabel(role="emphasis")
        self.kind = PlainLabel(role="caption", tone="muted")
        self.lines = IconButton("list")
        self.lines.setCheckable(True)
        self.kinds = Button(look="outline")
        self.menu = QMenu(self)
        self.kinds.setMenu(self.menu)
        self.everywhere = QMenu(self)
        """Within the menu of kinds: what waits on other pictures, too."""
        self.back.clicked.connect(self.back_wanted)
        self.previous.clicked.connect(lambda: self.next_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.next_wanted.emit(1))
        self._lay_out()
        theme.changed.connect(self._fit)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.back.setText(self.tr("All exhibits"))
        self.previous.set_name(self.tr("Previous exhibit (P)"))
        self.next.set_name(self.tr("Next exhibit (N)"))
        self.lines.set_name(self.tr("Show the text line by line (T)"))
        self.kinds.setText(self.tr("Accept all of a kind"))
        self.everywhere.setTitle(self.tr("In all exhibits"))
        self.meter.setAccessibleName(self.tr("Reviewed exhibits"))
        self.show_counts(*self._counts)
        self.show_review(self._review)
        self._fit()

    def show_counts(self, reviewed: int, found: int) -> None:
        """Say how far it is."""
        self._counts = (reviewed, found)
        words_ = self.tr("%1 of %2 reviewed").replace("%1", f"{reviewed:,}").replace("%2", f"{found:,}")
        self.words.setText(words_)
        self.meter.setRange(0, max(1, found))
        self.meter.setValue(reviewed)

    def show_review(self, review: ExhibitReview | None) -> None:
        """Name the exhibit that is looked at."""
        self.lines.setVisible(review is None or not review.was_imported)
        self._review = review
        self.title.setText("")
        self.kind.setText("")
        if review is not None:
            number = self.tr("Exhibit %1").replace("%1", str(review.exhibit.number))
            self.title.setText(f"{number} · {safe(review.exhibit.label)}")
            self.kind.setText(words.page_kind(review.kind))
        self.kind.setVisible(bool(self.kind.text()))

    def offer_ways(self, *, back: bool, on: bool) -> None:
        """Tell whether there are exhibits before and behind this one."""
        self.previous.setEnabled(back)
        self.next.setEnabled(on)

    def _lay_out(self) -> None:
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        self._parts.setSpacing(SPACE_2)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        left, right = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (left, (self.back, self.words, self.meter)),
            (right, (self.previous, self.next, self.title, self.kind, self.lines, self.kinds)),
        ):
            row.setSpacing(SPACE_3 if row is left else SPACE_1)
            for widget in widgets:
                row.addWidget(widget, 1 if widget is self.title else 0)
        left.addStretch(1)
        right.insertSpacing(2, SPACE_2)
        self._parts.addLayout(left)
        self._parts.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two rows where one has no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.meter.setFixedWidth(scaled(METER_WIDTH))
        parts = (self.back, self.words, self.meter, self.previous, self.next, self.kind, self.lines, self.kinds)
        needed = sum(widget.sizeHint().width() for widget in parts) + scaled(240) + 8 * SPACE_3
        narrow = needed > self.width()
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


def offered(menu: QMenu, entries: Mapping[str, list[str]], then: Callable[[list[str]], object]) -> None:
    """Fill a menu anew; each entry hands over its ids."""
    menu.clear()
    for text, ids in entries.items():
        menu.addAction(text.replace("&", "&&"), partial(then, ids))
