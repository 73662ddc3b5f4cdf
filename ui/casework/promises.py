"""What was promised, by whom, and what became of it; and the people of the institution, one by one."""

from functools import partial
from typing import TYPE_CHECKING

from evidence_app.actions.workspace import records_as
from evidence_app.domain.workspace import PromiseState
from ui.casework.agents import MOST_CONTACTS, Agents
from ui.casework.section import CaseSection, Told, first_and_last
from ui.casework.stating import say_of_each
from ui.controls import Choice, PlainLabel
from ui.i18n import listed
from ui.timeline.words import safe
from ui.tokens import SPACE_2

if TYPE_CHECKING:
    from datetime import date

    from evidence_app.actions.workspace import Promise, Workspace
    from evidence_app.domain.happenings import Happening


class Promises(CaseSection):
    """Promises first, then agents."""

    def fill(self, found: "Workspace") -> None:
        """Place a card for each promise and each agent."""
        self.put(PlainLabel(self.tr("Promises"), "title"))
        if not found.promises:
            nothing = self.tr(
                "No promise is written down yet. Fill it in where an agent made it: in the entry's facts."
            )
            self.put(PlainLabel(nothing, tone="muted", wrap=True))
        people = Agents(self, found)
        cards = [partial(self._promise, promise, people) for promise in found.promises]
        self.put_some("promises", cards, lambda left: self.tr("Show %n more promise(s)", "", left))
        people.put()

    def _promise(self, promise: "Promise", people: Agents) -> Told:
        card = Told(self.tr("“%1”").replace("%1", promise.happening.promise))
        told = {promise.happening.promise}
        if promise.earlier:
            again = self.tr("Promised %n time(s):", "", len(promise.days))
            card.say(again, small=True)
        for day in promise.days:
            if day is not promise.days[0]:
                card.column.addSpacing(SPACE_2)
            self._by_a_day(card, day, people, told)
        return card

    def _by_a_day(self, card: Told, day: "Promise", people: Agents, told: set[str]) -> None:
        """Tell by which day it was promised, which entries show that, and what became of it.

        ``told`` are the words that stand on the card already; other words for the same are added to them.
        """
        line = card.say(self._due(day).replace("%1", self._who(day, people)))
        for words in day.wordings:
            if words not in told:
                card.say(self.tr("“%1”").replace("%1", words), small=True)
        told.update(day.wordings)
        self._count(card, day)
        before = day.introduction
        if before is not None:
            card.say(people.given_before(before.agent_id), small=True)
        if day.overdue and not day.renewed:
            line.set_tone("attention")
            card.say(self.tr("The day has passed. Was it kept?"))
        shown = [each.event_id for each in day.others]
        card.add(people.ways(day.happening, before, *shown, *day.shown_by))
        self._in_time(card, day)
        if not self._desk.read_only:
            choice = Choice(PromiseState)
            choice.set_member(day.state)
            asked = self.tr("What became of it")
            due = f" ({day.due.isoformat()})" if day.due is not None else ""
            choice.setAccessibleName(f"{asked}: {safe(day.happening.promise)}{due}")
            choice.activated.connect(lambda _: self._say(day, choice.member()))
            card.add(choice)

    def _due(self, day: "Promise") -> str:
        if day.due is None:
            return self.tr("%1, no day given")
        words = self.tr("%1, due on or before %2")
        if day.renewed and day.overdue:
            words = self.tr("%1, due on or before %2: the day has passed, and it was promised again")
        return words.replace("%2", day.due.isoformat())

    def _count(self, card: Told, day: "Promise") -> None:
        """Say by how many working days it comes to its day, and which holidays did not count."""
        from evidence_app.actions.workspace import counted_promise

        counted = counted_promise(day, self.found.territory) if self.found is not None else None
        if counted is None:
            return
        words = self.tr("%n working day(s) after %1", "", counted.count).replace("%1", counted.start.isoformat())
        told = [words]
        if counted.left_out:
            told.append(self.tr("without %1").replace("%1", listed(map(_stretch, counted.left_out))))
        if counted.days.make_up_days:
            days = listed(f"{each:%m-%d}" for each in counted.days.make_up_days)
            told.append(self.tr("with %1, made up for a holiday").replace("%1", days))
        if not counted.days.calendar_known:
            told.append(self.tr("the holidays of that year are not announced"))
        card.say(self.tr(", ").join(told), small=True)

    def _who(self, day: "Promise", people: Agents) -> str:
        """Return everybody who said it by this day, each once."""
        named = dict.fromkeys(filter(None, (self._speaker(each, people) for each in day.sayings)))
        return listed(list(named)) or self.tr("the other side")

    def _speaker(self, said: "Happening", people: Agents) -> str:
        speaker = people.speaker(said)
        is_told = bool(speaker) and said.agent_id in said.party  # 客服雅婷 工號K208
        return " ".join(filter(None, (said.party, "" if is_told else speaker)))

    def _in_time(self, card: Told, day: "Promise") -> None:
        """Show what happened in time that may have kept it."""
        if day.contacts:
            card.say(self.tr("They were in contact in time. Was it about this?"))
            card.add(self.links(day.contacts[:MOST_CONTACTS]))
        if day.money:
            card.say(self.tr("Money came from them in time. Was it this?"))
            card.add(self.links(day.money[:MOST_CONTACTS]))
        if day.told:
            card.say(self.tr("Something says in time that it is done. Is it?"))
            card.add(self.links(day.told[:MOST_CONTACTS]))
        if day.late is not None and day.late_by:
            came = day.late.happening.day
            words = self.tr("What may have kept it came only on %1. Was it this?")
            card.say(words.replace("%1", came.isoformat() if came else "—"))
            card.add(self.links([day.late.happening.event_id]))
        self._after_stop(card, day)
        if day.part:
            card.say(self.tr("Less than was promised came in time:"))
            card.add(self.links(day.part[:MOST_CONTACTS]))

    def _after_stop(self, card: Told, day: "Promise") -> None:
        """Show what came after it was promised to stop; whether that breaks the promise, a person says."""
        days = [each.day.isoformat() for each in day.after if each.day]
        if days:
            many = self.tr("After it, %n contact(s) came: the first on %1, the last on %2.", "", len(days))
            words = many if len(days) > 1 else self.tr("After it, one contact came, on %1.")
            card.say(words.replace("%1", days[0]).replace("%2", days[-1]))
            card.add(self.links(first_and_last([each.event_id for each in day.after], MOST_CONTACTS)))

    def _say(self, day: "Promise", state: PromiseState) -> None:
        """Keep what became of it of each entry that shows it."""
        say_of_each(self._desk, records_as(day, state, self._desk.dispute_id), "event_id")


def _stretch(days: "tuple[date, date]") -> str:
    first, last = days
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d} – {last:%m-%d}"
