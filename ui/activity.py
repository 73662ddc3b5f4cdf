"""The quiet bar at the bottom: what runs in the background, how far it is, and how it ended."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.activities import Activities, Activity, Conclusion, Words
from ui.controls import Button, ElidedLabel, IconButton, PlainLabel, part
from ui.i18n import language
from ui.tasks import Task
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, scaled, theme

METER_WIDTH = 160
METER_SHARE = 6  # the most of the bar that the meter takes, as its part


class ActivityBar(QWidget):
    """One running activity, or the sentence that it ended with and what one can do then."""

    def __init__(self) -> None:
        super().__init__()
        part(self, "bar")
        self.activities = Activities(self)
        self._waiting: list[Activity] = []
        self._shown: Activity | None = None
        self._conclusion = Conclusion(str)
        self._first: tuple[Words, Callable[[], object]] | None = None
        self._passing = False
        self._said_meanwhile = False  # a sentence about something else, while an activity ran or waited
        self.words = PlainLabel(wrap=True)
        self.note = ElidedLabel(role="caption", tone="muted")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.cancel = Button(look="link")
        self.link = Button(look="link")
        self.first_link = Button(look="link")
        self.dismiss = IconButton("x")
        self.cancel.clicked.connect(self._cancel)
        self.link.clicked.connect(self._open_link)
        self.first_link.clicked.connect(lambda: self._first is not None and self._first[1]())
        self.dismiss.clicked.connect(self.put_away)
        self._lay_out()
        self.hide()
        language.changed.connect(self.retranslate)
        theme.changed.connect(self._fit)
        self.retranslate()
        self._fit()

    def retranslate(self) -> None:
        """Set all texts."""
        self.cancel.setText(self.tr("Cancel"))
        self.dismiss.set_name(self.tr("Close"))
        self.meter.setAccessibleName(self.tr("Progress"))
        if self._shown is not None:
            self._say()
        else:
            self._say_conclusion()

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._shown is not None

    def follow(self, task: Task, name: Words) -> None:
        """Show a task until it ends, after those before it; ``name`` says what it does in the language in force."""
        activity = self.activities.follow(task, name)
        self._waiting.append(activity)
        task.ended.connect(lambda: self._ended(activity))
        activity.changed.connect(lambda: self._changed(activity))
        if self._shown is None:
            self._said_meanwhile = False
            self._show_next()

    def conclude(
        self,
        words: Words,
        link: Words = str,
        follow_link: Callable[[], object] | None = None,
        *,
        first: tuple[Words, Callable[[], object]] | None = None,
        passing: bool = False,
        note: Words = str,
    ) -> None:
        """Say how it ended, with something to do about it; all in the language of the moment.

        ``first`` is one more thing to do, more urgent than the link. What is ``passing`` gives way to later news that
        nobody asked for. ``note`` stands below it, in one line whatever room there is: the bar covers no page.
        """
        self._passing = passing
        self._conclusion, self._first = Conclusion(words, link, follow_link, note), first
        self.activities.conclude(self._conclusion)
        self._said_meanwhile = self.busy
        self._show_conclusion()

    @property
    def free(self) -> bool:
        """Whether news that nobody asked for may be said: nothing runs, and nothing that matters still stands here."""
        return not self.busy and (self.isHidden() or self._passing)

    @property
    def saying(self) -> Words | None:
        """The words of the sentence that is shown, None while something runs."""
        return None if self._shown is not None else self._conclusion.words

    def _show_conclusion(self) -> None:
        self.first_link.setVisible(self._first is not None)
        self.link.setVisible(self._conclusion.follow_link is not None)
        self._say_conclusion()
        self.meter.hide()
        self.cancel.hide()
        self.dismiss.show()
        self.show()

    def _say_conclusion(self) -> None:
        self.words.setText(self._conclusion.words())
        self.note.setText(self._conclusion.note())
        self.note.setVisible(bool(self.note.text()))
        self.link.setText(self._conclusion.link())
        self.first_link.setText(self._first[0]() if self._first is not None else self.tr("Show"))

    def _show_next(self) -> None:
        self._shown = self._waiting.pop(0)
        self.cancel.setEnabled(True)
        self._show_running()
        self._say()
        self.show()

    def _show_running(self) -> None:
        """Show the meter again where a sentence about something else stood in between."""
        self.cancel.show()
        self.meter.show()
        self.link.hide()
        self.first_link.hide()
        self.dismiss.hide()
        self.note.hide()

    def put_away(self) -> None:
        """Hide it, and do not say again what it says."""
        self._said_meanwhile = False
        self.hide()

    def _open_link(self) -> None:
        if self._conclusion.follow_link is not None:
            self._conclusion.follow_link()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_4 + SPACE_2, SPACE_2, SPACE_3, SPACE_2)
        row.setSpacing(SPACE_3)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.words)
        said.addWidget(self.note)
        row.addLayout(said, 1)
        row.addWidget(self.meter)
        row.addWidget(self.first_link)
        row.addWidget(self.link)
        row.addWidget(self.cancel)
        row.addWidget(self.dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the words where it is scarce: they tell more than the meter."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.meter.setFixedWidth(min(scaled(METER_WIDTH), self.width() // METER_SHARE))

    def _changed(self, activity: Activity) -> None:
        if activity is self._shown and activity.running:
            self._show_running()
            self._say()

    def _say(self) -> None:
        shown = self._shown
        if shown is not None:
            self.meter.setRange(0, shown.total)
            self.meter.setValue(shown.done)
            self.words.setText(shown.words())
            self.cancel.setEnabled(not shown.cancelling)

    def _cancel(self) -> None:
        if self._shown is not None:
            self._shown.cancel()

    def _ended(self, activity: Activity) -> None:
        self._waiting = [waiting for waiting in self._waiting if waiting is not activity]
        if activity is not self._shown:
            return
        self._shown = None
        if self._waiting:
            self._show_next()
        elif self._said_meanwhile:
            self._show_conclusion()
        elif not self.meter.isHidden():
            self.hide()
