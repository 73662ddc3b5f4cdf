"""Reminds, once a vault is open, of promises whose day has passed and of periods that end soon; calmly, in the bar."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.activity import ActivityBar
from ui.desk import Desk
from ui.i18n import language, run_on
from ui.timeline.words import safe

if TYPE_CHECKING:
    from evidence_app.actions.reminders import Reminder
    from evidence_app.actions.session import Session

AFTER_OPENING_MS = 1_500
"""First the person sees the timeline, and what was to be done before stands in the bar."""


class Reminding(QObject):
    """Asks once for each vault that is opened. ``show`` gets a dispute and a part of its case page."""

    def __init__(self, desk: Desk, bar: ActivityBar, show: Callable[[str, str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._bar, self._show = desk, bar, show
        self._soon = QTimer(self, singleShot=True, interval=AFTER_OPENING_MS)
        self._soon.timeout.connect(self.look)
        desk.opened.connect(self._soon.start)
        desk.closed.connect(self._soon.stop)

    def look(self) -> None:
        """Look what waits, off the UI thread."""

        def work(session: "Session") -> "list[Reminder]":
            from evidence_app.actions.reminders import reminders

            return reminders(session)

        self._desk.read(work, self._tell, self)

    def _tell(self, waiting: "Sequence[Reminder]") -> None:
        if not waiting or not self._bar.free:
            return
        first = waiting[0]
        part = "complaints" if first.deadline or not (first.promises or first.due) else "promises"
        self._bar.conclude(
            lambda: self.words(waiting),
            lambda: self.tr("Show"),
            lambda: self._show(first.dispute.id, part),
            passing=True,
        )

    def words(self, waiting: "Sequence[Reminder]") -> str:
        """Return what waits in the first dispute, and how many others wait."""
        first = waiting[0]
        told = []
        if first.deadline is not None:
            told.append(self.tr("a period ends on %1").replace("%1", first.deadline.isoformat()))
        if first.late is not None:
            told.append(self.tr("no answer by %1").replace("%1", first.late.isoformat()))
        if first.due:
            told.append(self.tr("%n promise(s) due today or tomorrow", "", first.due))
        if first.promises:
            told.append(self.tr("%n promise(s) whose day has passed", "", first.promises))
        words = self.tr("%1: %2.").replace("%2", self.tr(", ").join(told)).replace("%1", safe(first.dispute.title))
        if first.cited is not None:
            words = run_on([words, self.tr("%1.").replace("%1", first.cited[language.chosen])])
        more = len(waiting) - 1
        others = self.tr("%n more dispute(s) wait.", "", more)
        return run_on([words, others]) if more else words
