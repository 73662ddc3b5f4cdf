"""Says how one period stands: when it ends or ended, whether it was met, and how its last day was counted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.casework.lapsed import DayOffWords
from ui.i18n import language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from evidence_app.actions.workspace import RunningClock


class ClockWords(QObject):
    """What the card of a complaint says of each of its periods."""

    def says(self, running: "RunningClock", today: "date") -> str:
        """Return what the period is called, with its last day and what became of it."""
        deadline = running.deadline
        words = self._possible(running, today) or self._with_longer(running, today) or self._plain(running, today)
        return words.replace("%2", deadline.day.isoformat()).replace("%1", deadline.clock.what[language.chosen])

    def _possible(self, running: "RunningClock", today: "date") -> str:
        """Return it of a period of which it is not known whether it counts, or was met; empty of others."""
        if running.is_perhaps_answered and running.perhaps_met_on is not None:
            words = self.tr("%1 · by %2 · perhaps answered on %3")
            return words.replace("%3", running.perhaps_met_on.isoformat())
        if running.perhaps_met_on is not None:
            words = self.tr("%1 · by %2 · perhaps done on %3: if so, enter that day as the day of acceptance")
            return words.replace("%3", running.perhaps_met_on.isoformat())
        if not running.is_possible:
            return ""
        if running.deadline.days_overdue(today):
            return self.tr("%1 · only if you are told of it, which is not recorded; it would have ended on %2")
        return self.tr("%1 · only if you are told of it, then up to %2")

    def _with_longer(self, running: "RunningClock", today: "date") -> str:
        """Return it of a period that ended, instead of which a longer one may count; empty of others."""
        if running.longest_to is None:
            return ""
        longest = running.longest_to.isoformat()
        if running.days_met_after and running.met_on is not None:
            words = self.tr("%1 · ended on %2 · done on %3 · for complex or extended cases up to %4")
            return words.replace("%4", longest).replace("%3", running.met_on.isoformat())
        if running.days_passed(today):
            return self.tr("%1 · ended on %2 · for complex or extended cases up to %3").replace("%3", longest)
        return ""

    def _plain(self, running: "RunningClock", today: "date") -> str:
        if running.days_late and running.met_on is not None:
            words = self.tr("%1 · was due on or before %2 · done on %3, %n day(s) late", "", running.days_late)
            return words.replace("%3", running.met_on.isoformat())
        if running.stopped:
            return self.tr("%1 · by %2: done")
        if not running.deadline.clock.statutory:
            return self.tr("%1 · up to %2")
        if running.days_overdue(today):
            return self.tr("%1 · was due on or before %2")
        return self.tr("%1 · due on or before %2")

    def details(self, running: "RunningClock") -> str:
        """Return its source, the days off that were counted, and what is not known of it."""
        return " · ".join(self._details(running))

    def _details(self, running: "RunningClock") -> "Iterator[str]":
        spoken, deadline = language.chosen, running.deadline
        yield deadline.clock.citation[spoken]
        if deadline.holidays_used:
            days = self.tr(", ").join(f"{each.day:%m-%d} {each.named(spoken)}" for each in deadline.holidays_used)
            yield self.tr("Days off in it: %1").replace("%1", days)
        if deadline.moved_by is not None:
            words = self.tr("%1 is a day off: the next working day counts instead. %2")
            counted = words.replace("%1", deadline.counted_to.isoformat())
            yield counted.replace("%2", deadline.moved_by[spoken])
        if day_off := DayOffWords().says(deadline.perhaps_to):
            yield day_off
        if not deadline.calendar_known:
            yield self.tr("That year's days off are not announced yet.")
        if not deadline.clock.statutory:
            yield self.tr("Customary, no statutory period.")
