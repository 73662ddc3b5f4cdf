"""Words for a period of one's own that ended unused: to ask for a review, to go to an ombudsman."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.i18n import language, listed, run_on

if TYPE_CHECKING:
    from evidence_app.actions.workspace import RunningClock, Words


class DayOffWords(QObject):
    """Says of a period of one's own that ends on a day off that the next working day may count."""

    def says(self, next_working_day: "date | None") -> str:
        """Return the words, empty where there is no such day."""
        if next_working_day is None:
            return ""
        words = self.tr("That is a day off: whether the next working day, %1, still counts is for the body to say.")
        return words.replace("%1", next_working_day.isoformat())


class LapsedWords(QObject):
    """Says that it has ended, and what is still possible."""

    def says(self, lapsed: "RunningClock", possible: "Sequence[Words]") -> str:
        """Return the words; ``possible`` are the bodies at which nothing was tried yet."""
        spoken, ended = language.chosen, lapsed.deadline
        words = self.tr("Your time for this ended on %1 · %2: %3.").replace("%1", ended.day.isoformat())
        told = [words.replace("%3", ended.clock.what[spoken]).replace("%2", lapsed.body.name[spoken])]
        told.append(self.tr("Nothing filed since is recorded. Ask there whether a late request is still taken."))
        if possible:
            told.append(self.tr("Still possible: %1.").replace("%1", listed([each[spoken] for each in possible])))
        return run_on(told)
