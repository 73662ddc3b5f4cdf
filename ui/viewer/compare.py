"""Two exhibits side by side: moved and zoomed together, or each by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from evidence_app.domain.exhibits import Exhibit
from ui.controls import Button, ElidedLabel, is_language_change, part
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3
from ui.viewer.canvas import Canvas, Fit
from ui.viewer.viewer import ExhibitViewer

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


class ComparedExhibit(QWidget):
    """One half: number and name above the exhibit."""

    def __init__(self) -> None:
        super().__init__()
        self.caption = ElidedLabel(role="emphasis")
        self.viewer = ExhibitViewer(large=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_3, SPACE_1, SPACE_3, SPACE_1)
        head.addWidget(self.caption)
        column.addLayout(head)
        column.addWidget(self.viewer, 1)

    def show_exhibit(self, session: "Session", exhibit: Exhibit) -> None:
        """Show an exhibit of an open vault."""
        number = self.tr("Exhibit %1").replace("%1", str(exhibit.number))
        self.caption.setText(f"{number} · {safe(exhibit.label)}")
        self.viewer.show_exhibit(session, exhibit)


class CompareView(QWidget):
    """Two exhibits. ``other_wanted`` asks for another one beside the first, ``closed`` for one alone."""

    other_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "surface")
        self.halves = (ComparedExhibit(), ComparedExhibit())
        self._exhibits: tuple[Exhibit, ...] = ()
        self.link = Button(look="outline", icon_name="link")
        self.link.setCheckable(True)
        self.link.setChecked(True)
        self.same_width = Button(icon_name="arrows-left-right")
        self.swap = Button(icon_name="columns")
        self.other = Button(icon_name="image")
        self.back = Button(look="outline", icon_name="arrow-left")
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.back.setText(self.tr("Back to one"))
        self._tell_link()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words on the buttons only where all of them fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        words = {
            self.same_width: self.tr("Fit both widths"),
            self.swap: self.tr("Swap sides"),
            self.other: self.tr("Compare with another…"),
        }
        for button, said in words.items():
            button.setText(said)
            button.setToolTip(said)
            button.setAccessibleName(said)
        if sum(button.sizeHint().width() + SPACE_2 for button in (self.back, self.link, *words)) > self.width():
            for button in words:
                button.setText("")

    @property
    def canvases(self) -> tuple[Canvas, Canvas]:
        """The two pages."""
        return self.halves[0].viewer.canvas, self.halves[1].viewer.canvas

    @property
    def linked(self) -> bool:
        """Whether both move together."""
        return self.link.isChecked()

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """What is compared, left and right."""
        return self._exhibits

    def show_exhibits(self, session: "Session", left: Exhibit, right: Exhibit) -> None:
        """Show two exhibits of an open vault."""
        self._exhibits = (left, right)
        for half, exhibit in zip(self.halves, self._exhibits, strict=True):
            half.show_exhibit(session, exhibit)
        self._session = session
        self.canvases[0].setFocus()

    def clear(self) -> None:
        """Stop loading; before the vault is closed."""
        self._exhibits = ()
        for half in self.halves:
            half.viewer.close_source()

    def _swap(self) -> None:
        if len(self._exhibits) == 2:
            self.show_exhibits(self._session, self._exhibits[1], self._exhibits[0])

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_1)
        bar.setSpacing(SPACE_2)
        for button in (self.back, self.link, self.same_width, self.swap, self.other):
            bar.addWidget(button)
        bar.addStretch(1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for half in self.halves:
            self.splitter.addWidget(half)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        left, right = self.canvases
        for one, other in ((left, right), (right, left)):
            one.zoomed.connect(lambda factor, share, other=other: self.linked and other.follow_zoom(factor, share))
            one.panned.connect(lambda by, other=other: self.linked and other.follow_pan(by))
            one.fitted.connect(lambda fit, other=other: self.linked and other.set_fit(fit))
        self.link.toggled.connect(self._tell_link)
        self.same_width.clicked.connect(self._fit_widths)
        self.swap.clicked.connect(self._swap)
        self.other.clicked.connect(self.other_wanted)
        self.back.clicked.connect(self.closed)

    def _fit_widths(self) -> None:
        for canvas in self.canvases:
            canvas.set_fit(Fit.WIDTH)

    def _tell_link(self) -> None:
        self.link.set_icon("link" if self.linked else "link-break")
        self.link.setText(self.tr("Move together (L)") if self.linked else self.tr("Move each by itself (L)"))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Link and unlink with L; go to the other side with Left and Right where nothing is to be moved."""
        if event.key() == Qt.Key.Key_L and not event.modifiers():
            self.link.toggle()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.retranslate()
