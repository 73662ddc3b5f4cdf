"""Reminds, once a vault is open, of promises whose day has passed and of periods that end soon; calmly, in the bar."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics

from ui.activity import ActivityBar
from ui.desk import Desk
from ui.i18n import language, run_on
from ui.timeline.words import safe
from ui.tokens import font, scaled

if TYPE_CHECKING:
    from evidence_app.actions.reminders import Reminder
    from evidence_app.actions.session import Session

LONGEST_TITLE = 180
"""Pixels, at 100 %, of a dispute's title in the bar, where that is narrow: the sidebar has all of it."""

TITLE_SHARE = 6
"""Which part of a wide bar a title may take."""

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

        self._desk.read(work, self.tell, self)

    def tell(self, waiting: "Sequence[Reminder]") -> None:
        """Say in the bar what waits, unless something else stands there; shown, it makes room for the next dispute."""
        if not waiting or not self._bar.free:
            return
        first = waiting[0]
        part = "complaints" if first.deadline or not (first.promises or first.due) else "promises"
        self._bar.conclude(
            lambda: self.words(waiting),
            lambda: self.tr("Show"),
            lambda: self._go_on(first.dispute.id, part, waiting[1:]),
            passing=True,
            note=lambda: self.note(first),
        )

    def _go_on(self, dispute_id: str, part: str, others: "Sequence[Reminder]") -> None:
        self._show(dispute_id, part)
        if others:
            self.tell(others)
        else:
            self._bar.put_away()

    def words(self, waiting: "Sequence[Reminder]") -> str:
        """Return what waits in the first dispute, and how many others wait."""
        first = waiting[0]
        told = []
        if first.deadline is not None:
            told.append(self._period(first.deadline, first.perhaps_to))
        if first.late is not None:
            told.append(self.tr("no answer by %1").replace("%1", first.late.isoformat()))
        told += self._promised(first)
        title = self._shortened(safe(first.dispute.title))
        words = self.tr("%1: %2.").replace("%2", self.tr(", ").join(told)).replace("%1", title)
        more = len(waiting) - 1
        others = self.tr("%n more dispute(s) wait.", "", more)
        return run_on([words, others]) if more else words

    def _period(self, day: date, perhaps_to: date | None) -> str:
        """Return until when a period runs; of one whose last day was a day off, that the next one may still count."""
        if perhaps_to is None:
            return self.tr("a period ends on %1").replace("%1", day.isoformat())
        words = self.tr("a period ended on %1, a day off; perhaps it runs until %2, ask before you rely on it")
        return words.replace("%1", day.isoformat()).replace("%2", perhaps_to.isoformat())

    def _shortened(self, title: str) -> str:
        room = max(scaled(LONGEST_TITLE), self._bar.width() // TITLE_SHARE)
        return QFontMetrics(font("body")).elidedText(title, Qt.TextElideMode.ElideRight, room)

    def note(self, first: "Reminder") -> str:
        """Return where the period is from, empty where none is told."""
        return first.cited[language.chosen] if first.cited is not None else ""

    def _promised(self, first: "Reminder") -> list[str]:
        if first.due and first.promises:
            words = self.tr("promises: %1 due, %2 past")
            return [words.replace("%1", str(first.due)).replace("%2", str(first.promises))]
        if first.due:
            return [self.tr("%n promise(s) due today or tomorrow", "", first.due)]
        return [self.tr("%n promise(s) whose day has passed", "", first.promises)] if first.promises else []
