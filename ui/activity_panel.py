"""The activity button with its ring, and the small panel that it opens: what runs, and what ended."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.activities import Activities, Activity
from ui.controls import Button, Hairline, IconButton, PlainLabel
from ui.i18n import language
from ui.keeping import discard
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, current, scaled

LEAST_SHARE = 0.06  # of the ring: to be seen from the first moment
RING_WIDTH = 2.5
PANEL_WIDTH = 360
MOST_SHOWN = 6


class ActivityButton(IconButton):
    """Opens the panel; a ring around it tells that something runs and how far that is."""

    def __init__(self, activities: Activities) -> None:
        super().__init__("clock")
        self._activities = activities
        self.clicked.connect(self._open)
        activities.changed.connect(self._changed)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        running = len(self._activities.running)
        name = self.tr("Activity: %n running", "", running) if running else self.tr("Activity: nothing runs")
        self.set_name(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring around the icon while something runs."""
        super().paintEvent(event)
        if not self._activities.running:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - RING_WIDTH - 1
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(current().hairline, RING_WIDTH))
        painter.drawEllipse(ring)
        painter.setPen(QPen(current().accent, RING_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        share = max(LEAST_SHARE, self._activities.share)
        painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))
        painter.end()

    def _changed(self) -> None:
        self.retranslate()
        self.update()

    def _open(self) -> None:
        panel = ActivityPanel(self._activities, self)
        panel.fit()
        panel.move(self.mapToGlobal(QPoint(0, -panel.height() - SPACE_2)))
        panel.show()
        panel.setFocus()


class ActivityPanel(QFrame):
    """Lists what runs and what ended last; closes when one clicks elsewhere or presses Escape."""

    def __init__(self, activities: Activities, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("part", "card")
        self.setAccessibleName(self.tr("Activity"))
        self.setFixedWidth(scaled(PANEL_WIDTH))
        self._activities = activities
        self._listed: list[Activity] = []
        self._lines: list[ActivityLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        self._column.setSpacing(SPACE_2)
        activities.changed.connect(self._changed)
        self._list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Be as high as the words need in the width that there is."""
        self.ensurePolished()
        self._column.activate()
        width = self.width()
        high = self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()
        self.resize(width, high)

    def lines(self) -> list["ActivityLine"]:
        """Return the lines, those that run first."""
        return self._lines

    def _changed(self) -> None:
        now = [*self._activities.running, *self._activities.ended[:MOST_SHOWN]]
        if now != self._listed or any(line.outdated for line in self._lines):
            bottom = self.geometry().bottom()
            self._list()
            self.fit()
            self.move(self.x(), bottom - self.height() + 1)
        for line in self._lines:
            line.show_state()

    def _list(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                discard(widget)
        self._listed = [*self._activities.running, *self._activities.ended[:MOST_SHOWN]]
        self._lines = [ActivityLine(activity) for activity in self._listed]
        if not self._lines:
            self._column.addWidget(PlainLabel(self.tr("Nothing runs, and nothing ran since the start."), tone="muted"))
        for line in self._lines:
            if line is not self._lines[0]:
                self._column.addWidget(Hairline())
            line.link.clicked.connect(self.close)
            self._column.addWidget(line)


class ActivityLine(QWidget):
    """One activity: its words, a meter and Cancel while it runs; the way to its results afterwards."""

    def __init__(self, activity: Activity) -> None:
        super().__init__()
        self.activity = activity
        self._shown_running = activity.running
        self.words = PlainLabel(wrap=True)
        self.when = PlainLabel(role="caption", tone="muted")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setAccessibleName(self.tr("Progress"))
        self.cancel = Button(self.tr("Cancel"), "link")
        self.cancel.clicked.connect(activity.cancel)
        self.pause = Button(self.tr("Pause"), "link")
        if activity.pause is not None:
            self.pause.clicked.connect(activity.pause)
        conclusion = activity.conclusion
        self.link = Button(conclusion.link() if conclusion is not None else "", "link")
        if conclusion is not None and conclusion.follow_link is not None:
            self.link.clicked.connect(conclusion.follow_link)
        below = QHBoxLayout()
        below.setSpacing(SPACE_2)
        below.addWidget(self.meter, 1)
        below.addWidget(self.when)
        below.addStretch(0 if activity.running else 1)
        below.addWidget(self.link)
        below.addWidget(self.pause)
        below.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addLayout(below)
        self.meter.setVisible(activity.running)
        self.cancel.setVisible(activity.running)
        self.pause.setVisible(activity.running and activity.pause is not None)
        self.when.setVisible(not activity.running)
        self.link.setVisible(conclusion is not None and conclusion.follow_link is not None)
        self.show_state()

    @property
    def outdated(self) -> bool:
        """Whether it ended since the line was made."""
        return self.activity.running != self._shown_running

    def show_state(self) -> None:
        """Show how far it is, or when it ended."""
        activity = self.activity
        self.words.setText(activity.words())
        self.meter.setRange(0, activity.total)
        self.meter.setValue(activity.done)
        self.cancel.setEnabled(not activity.cancelling)
        if activity.ended_at is not None:
            self.when.setText(f"{activity.ended_at:%H:%M}")
