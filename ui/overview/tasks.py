"""What to do next: calm lines, each with a button that leads there."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.controls import Button, Hairline, PlainLabel
from ui.i18n import language, run_on
from ui.icons import pixmap
from ui.keeping import discard
from ui.overview.standing import Task, Wait
from ui.timeline.words import safe
from ui.tokens import ICON_SIZE, SPACE_2, SPACE_3, current, scaled, theme

_SIGNS = {
    Wait.EVIDENCE: "tray-arrow-down",
    Wait.UNIMPORTED: "list-dashes",
    Wait.UNOPENED: "lock",
    Wait.NUMBERS: "phone",
    Wait.CONFLICTS: "warning",
    Wait.FAR_OFF: "question",
    Wait.NO_TIME: "question",
    Wait.REVIEW: "sparkle",
    Wait.GAPS: "link-break",
    Wait.UNREAD: "warning-circle",
    Wait.OVERDUE: "clock-countdown",
    Wait.PERHAPS_ANSWERED: "question",
    Wait.UNANSWERED: "scales",
    Wait.UNDESCRIBED: "pencil-simple",
    Wait.DEMANDS: "scales",
    Wait.COMPLAINANT: "user",
    Wait.NEVER_EXPORTED: "export",
    Wait.CHANGED: "export",
    Wait.NO_BACKUP: "hard-drives",
    Wait.OLD_BACKUP: "hard-drives",
}
_URGENT = frozenset({Wait.CONFLICTS, Wait.FAR_OFF, Wait.NO_TIME, Wait.UNREAD, Wait.OVERDUE})


class TaskWords(QObject):
    """The words of each task: lupdate finds plural forms in methods only."""

    def line(self, task: Task) -> str:
        """Return what waits."""
        day = task.day.isoformat() if task.day is not None else ""
        return {
            Wait.EVIDENCE: self.tr("No evidence yet: drop screenshots, recordings and documents anywhere here."),
            Wait.UNIMPORTED: self.tr("%n exported file(s) not put onto the timeline yet.", "", task.count),
            Wait.UNOPENED: self.tr("%n archive(s) not opened yet: nothing in them was added.", "", task.count),
            Wait.NUMBERS: self.tr(
                "Nobody has said yet which numbers are theirs: %n caller(s) and sender(s) count for nobody.",
                "",
                task.count,
            ),
            Wait.CONFLICTS: self.tr("%n time(s) to decide: what was read disagrees.", "", task.count),
            Wait.FAR_OFF: self.tr("%n time(s) far from all others: is the year right?", "", task.count),
            Wait.NO_TIME: self.tr("%n entry(ies) without a time.", "", task.count),
            Wait.REVIEW: self._to_review(task),
            Wait.GAPS: self.tr(
                "%n place(s) where a conversation goes on but the pictures do not join: is one missing?", "", task.count
            ),
            Wait.UNREAD: self.tr("%n file(s) kept that could not be read.", "", task.count),
            Wait.OVERDUE: self.tr("%n promise(s) whose day has passed.", "", task.count),
            Wait.PERHAPS_ANSWERED: self._perhaps_answered(task),
            Wait.UNANSWERED: self._unanswered(task),
            Wait.UNDESCRIBED: self.tr("%n exhibit(s) do not say yet what they prove.", "", task.count),
            Wait.DEMANDS: self.tr("You have not written down yet what you ask for."),
            Wait.COMPLAINANT: self.tr("It is not written down yet who complains."),
            Wait.NEVER_EXPORTED: self.tr("No dossier was exported yet."),
            Wait.CHANGED: self.tr("Something changed since the last dossier (%1).").replace("%1", day),
            Wait.NO_BACKUP: self.tr("There is no backup of this vault yet."),
            Wait.OLD_BACKUP: self.tr("The last backup is %n day(s) old.", "", task.count),
        }[task.wait]

    def _to_review(self, task: Task) -> str:
        waits = self.tr("%n exhibit(s) to review.", "", task.count)
        done = self.tr("%1 of %2 reviewed").replace("%1", f"{task.of - task.count:,}").replace("%2", f"{task.of:,}")
        return f"{waits} {done}"

    def _name(self, task: Task) -> str:
        """Return with whom a complaint was filed."""
        return safe(task.name if isinstance(task.name, str) else task.name[language.chosen])

    def _perhaps_answered(self, task: Task) -> str:
        """Return which entry has to be looked at, and whose answer it may be."""
        words = self.tr("%1: an entry of %2 may be the answer. Is it?")
        day = task.day.isoformat() if task.day is not None else "—"
        return words.replace("%2", day).replace("%1", self._name(task))

    def _unanswered(self, task: Task) -> str:
        """Return with whom a complaint waits for its answer, how long, and until when a period runs."""
        if task.is_answered:
            words = self.tr("%1: no final answer recorded for %n day(s).", "", task.count)
        else:
            words = self.tr("%1: no answer recorded for %n day(s).", "", task.count)
        words = words.replace("%1", self._name(task))
        if task.day is None:
            return run_on([words, self.tr("No period for the answer is counted.")])
        until = self.tr("The period ended on %1.") if task.is_over else self.tr("The period ends on %1.")
        if task.is_customary:
            until = self.tr("Only a customary period, for reference, up to %1: no statutory one.")
        return run_on([words, until.replace("%1", task.day.isoformat())])

    def verb(self, task: Task) -> str:
        """Return what the button says."""
        return {
            Wait.EVIDENCE: self.tr("Choose files…"),
            Wait.UNIMPORTED: self.tr("Import"),
            Wait.UNOPENED: self.tr("Show"),
            Wait.NUMBERS: self.tr("Choose"),
            Wait.CONFLICTS: self.tr("Decide"),
            Wait.FAR_OFF: self.tr("Show"),
            Wait.NO_TIME: self.tr("Show"),
            Wait.REVIEW: self.tr("Review"),
            Wait.GAPS: self.tr("Show"),
            Wait.UNREAD: self.tr("Show"),
            Wait.OVERDUE: self.tr("Show"),
            Wait.PERHAPS_ANSWERED: self.tr("Show"),
            Wait.UNANSWERED: self.tr("Show"),
            Wait.UNDESCRIBED: self.tr("Describe"),
            Wait.DEMANDS: self.tr("Write it down"),
            Wait.COMPLAINANT: self.tr("Write it down"),
            Wait.NEVER_EXPORTED: self.tr("Export dossier"),
            Wait.CHANGED: self.tr("Export dossier"),
            Wait.NO_BACKUP: self.tr("Back up…"),
            Wait.OLD_BACKUP: self.tr("Back up…"),
        }[task.wait]


class Sign(QWidget):
    """A small picture before a line; amber where something is wrong."""

    def __init__(self, name: str, *, urgent: bool = False) -> None:
        super().__init__()
        self._name, self._urgent = name, urgent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Be as large as the text beside it wants."""
        self.setFixedSize(scaled(ICON_SIZE), scaled(ICON_SIZE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the colour of the moment."""
        painter = QPainter(self)
        colour = current().attention if self._urgent else current().text_muted
        painter.drawPixmap(0, 0, pixmap(self._name, colour, self.width(), self.devicePixelRatioF()))
        painter.end()


class TaskLine(QWidget):
    """One task. ``wanted`` carries it."""

    wanted = Signal(object)

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task
        self.words = PlainLabel(TaskWords().line(task), wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = Button(TaskWords().verb(task), "outline")
        self.button.setAccessibleName(f"{self.button.text()}: {self.words.text()}")
        self.button.clicked.connect(lambda: self.wanted.emit(self.task))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_2, 0, SPACE_2)
        row.setSpacing(SPACE_3)
        row.addWidget(Sign(_SIGNS[task.wait], urgent=task.wait in _URGENT), 0, Qt.AlignmentFlag.AlignVCenter)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.words)
        for cited in task.cited:
            told.addWidget(PlainLabel(cited[language.chosen], "caption", "muted", wrap=True))
        row.addLayout(told, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


class TaskList(QWidget):
    """All tasks, or that there are none. ``wanted`` carries the one whose button was pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tasks: tuple[Task, ...] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.none = PlainLabel(tone="muted", wrap=True)
        self.column.addWidget(self.none)
        self._lines: list[QWidget] = []
        language.changed.connect(self._say_again)
        self._say_again()

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these; lines that stay the same are not made anew, so that the keyboard's place is kept."""
        if tuple(tasks) != self.tasks:
            self.tasks = tuple(tasks)
            self._say_again()

    def lines(self) -> list[TaskLine]:
        """Return the lines, the most helpful first."""
        return [line for line in self._lines if isinstance(line, TaskLine)]

    def _say_again(self) -> None:
        self.none.setText(self.tr("Nothing waits for you here."))
        for widget in self._lines:
            self.column.removeWidget(widget)
            widget.hide()
            discard(widget)
        self._lines = []
        for task in self.tasks:
            if self._lines:
                self._put(Hairline())
            line = TaskLine(task)
            line.wanted.connect(self.wanted)
            self._put(line)
        self.none.setVisible(not self.tasks)

    def _put(self, widget: QWidget) -> None:
        self._lines.append(widget)
        self.column.addWidget(widget)
