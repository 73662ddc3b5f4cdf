"""The timeline in pictures: when the other side made contact, who did, what money moved, how long complaints wait."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_app.domain.events import Direction, EventKind
from ui.casework.charts import BarChart, Chart, HeatChart, LadderPicture, MoneyChart
from ui.casework.section import CaseSection, Told
from ui.casework.theirs import ask_whose
from ui.controls import PlainLabel
from ui.i18n import language, word
from ui.timeline.words import money, safe

if TYPE_CHECKING:
    from evidence_app.actions.workspace import (
        Charts,
        ContactsOverTime,
        Filing,
        HeatMap,
        LadderChart,
        MoneyOverTime,
        MoneyPoint,
        Series,
        Workspace,
    )


class ContactWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def contacts(self, count: int) -> str:
        """Return how many contacts there were."""
        return self.tr("%n contact(s)", "", count)

    def quiet(self, count: int) -> str:
        """Return how many of them fell into hours of quiet."""
        return self.tr("%n of them in quiet hours", "", count)

    def waited(self, filing: "Filing") -> str:
        """Return since when a complaint waits, or how long it waited."""
        name = filing.name if isinstance(filing.name, str) else filing.name[language.chosen]
        if filing.answered is not None:
            told = self.tr("%1: filed %2, answered %3 after %n day(s)", "", filing.days)
            told = told.replace("%3", filing.answered.isoformat())
        elif filing.perhaps_answered is not None:
            told = self.tr("%1: filed %2, perhaps answered after %n day(s)", "", filing.days)
        elif filing.was_answered_on_the_way or (filing.is_open and filing.has_news):
            told = self.tr("%1: filed %2, no final answer recorded for %n day(s)", "", filing.days)
        elif filing.is_open:
            told = self.tr("%1: filed %2, no answer recorded for %n day(s)", "", filing.days)
        elif filing.complaint.is_only_shown:
            told = self.tr("%1: filed %2")
        else:
            told = self.tr("%1: filed %2, %3").replace("%3", word(filing.complaint.outcome))
        return told.replace("%2", filing.filed.isoformat()).replace("%1", safe(name))


class PicturesPart(CaseSection):
    """All charts of a dispute."""

    def fill(self, found: "Workspace") -> None:
        """Place what there is to draw."""
        ask_whose(self, found)
        for card in Pictures(numbers_unsaid=bool(found.unplaced)).cards(found.charts):
            self.put(card)
        if found.charts.is_empty:
            nothing = self.tr(
                "Nothing to draw yet: what they call and write, payments and complaints make these pictures."
            )
            self.put(PlainLabel(nothing, tone="muted", wrap=True))


class Pictures(QObject):
    """Makes a card for each chart, with what it shows in words."""

    def __init__(self, *, numbers_unsaid: bool) -> None:
        """``numbers_unsaid`` tells that nobody has said yet which numbers are theirs."""
        super().__init__()
        self._numbers_unsaid = numbers_unsaid

    def cards(self, charts: "Charts") -> Iterator[Told]:
        """Yield what there is to draw."""
        if charts.contacts is not None:
            yield self._heat(charts.contacts)
        if charts.contacts_over_time is not None:
            yield self._senders(charts.contacts_over_time)
        if charts.money is not None:
            yield self._money(charts.money)
        if charts.ladder is not None:
            yield self._ladder(charts.ladder)

    def _heat(self, heat: "HeatMap") -> Told:
        counts = ContactWords()
        chart = HeatChart(heat, lambda day, hour, count: f"{day} {hour:02}:00 · {counts.contacts(count)}")
        card = Told(self.tr("Calls and messages from them, by day and hour"))
        card.say(self._heat_words(heat))
        self._limit(card)
        self._draw(card, chart, self._heat_words(heat))
        card.say(self.tr("The stronger the colour, the more in that hour."), small=True)
        if heat.quiet_from is not None and heat.quiet_to is not None and heat.citation is not None:
            asked = self.tr("Amber: from %1 to %2 a standard asks for quiet.")
            told = asked.replace("%1", f"{heat.quiet_from:%H:%M}").replace("%2", f"{heat.quiet_to:%H:%M}")
            card.say(told, small=True)
            card.say(heat.citation[language.chosen], small=True)
        return card

    def _limit(self, card: Told) -> None:
        """Say of which contacts only a picture tells while nobody said which numbers are theirs."""
        if self._numbers_unsaid:
            words = self.tr(
                "Nobody has said yet which numbers are theirs: only what is under the institution's own name "
                "counts here."
            )
            card.say(words, small=True).set_tone("attention")

    def _heat_words(self, heat: "HeatMap") -> str:
        counts = ContactWords()
        told = [counts.contacts(heat.count)]
        if heat.quiet_count:
            told.append(counts.quiet(heat.quiet_count))
        day, most = heat.busiest
        told.append(self.tr("most on one day: %1 (%2)").replace("%1", str(most)).replace("%2", day.isoformat()))
        return " · ".join(told)

    def _senders(self, chart: "ContactsOverTime") -> Told:
        card = Told(self.tr("Calls and messages from them, by sender"))
        self._limit(card)
        if chart.days > 1:
            card.say(self.tr("Each bar stands for %1 days.").replace("%1", str(chart.days)), small=True)
        most = max(max(series.counts) for series in chart.series)
        others = self.tr("their other numbers")
        for series in chart.series:
            told = f"{safe(series.sender) or others} · {word(series.kind)} · {sum(series.counts)}"
            card.say(told)
            self._draw(
                card,
                BarChart(chart, series, most, lambda when, count: f"{when} · {count}"),
                self._peak(chart, series, told),
            )
        return card

    def _peak(self, chart: "ContactsOverTime", series: "Series", told: str) -> str:
        return f"{told} · {chart.first.isoformat()} – · {', '.join(map(str, series.counts))}"

    def _money(self, chart: "MoneyOverTime") -> Told:
        def amount(value: Decimal) -> str:
            return money(EventKind.NOTE, Direction.NONE, value, chart.currency)

        def say(point: "MoneyPoint") -> str:
            told = self.tr("by %1: received %2, paid %3").replace("%1", point.day.isoformat())
            return told.replace("%2", amount(point.received)).replace("%3", amount(point.paid))

        card = Told(self.tr("Money received and paid, added up"))
        card.say(say(chart.points[-1]))
        self._draw(card, MoneyChart(chart, amount, say), say(chart.points[-1]))
        card.say(self.tr("Whole line: received, refunds too. Broken line: paid. Only what is done counts."), small=True)
        return card

    def _ladder(self, chart: "LadderChart") -> Told:
        counts = ContactWords()
        card = Told(self.tr("Complaints and their periods"))
        told = [counts.waited(filing) for filing in chart.filings]
        self._draw(card, LadderPicture(chart, counts.waited), " · ".join(told))
        card.say(
            self.tr(
                "Grey: in time, or without a period. Pale amber: within the longer periods. Amber: overdue. "
                "Upright lines: days by which an answer was due."
            ),
            small=True,
        )
        for cited in chart.citations:
            card.say(cited[language.chosen], small=True)
        return card

    def _draw(self, card: Told, chart: Chart, words: str) -> None:
        """Add a chart, which is told in words to those who do not see it."""
        chart.setAccessibleName(f"{card.title.text()}: {words}")
        card.add(chart)
