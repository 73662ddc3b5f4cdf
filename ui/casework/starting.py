"""Asks for the days from which periods count that no filing starts, and for what makes a period longer."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evidence_app.domain.workspace import AccountFact
from ui.casework.item_sheet import KNEW, STATEMENT, ItemSheet
from ui.casework.ticking import Tick, TickList
from ui.i18n import word

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Body, Workspace
    from evidence_app.domain.workspace import Institution

OF_STARTS = {"knew": KNEW, "statement": STATEMENT}
"""Days that a person states, by what clocks are counted from."""


def is_asked_by(body: "Body") -> bool:
    """Tell whether a body's periods depend on what a person has to state."""
    return any(clock.start.value in OF_STARTS or clock.when for clock in body.clocks)


class StartingDays(QObject):
    """Asks for what the periods of one body depend on."""

    def missing(self, found: "Workspace", body: "Body") -> list[str]:
        """Return what is to be said of days that are not stated yet."""
        runs = {each.deadline.clock.id for each in found.ladder.clocks if each.body is body}
        days = {"knew": self._knew(), "statement": self._statement()}
        asked = [each for each in body.clocks if each.start.value in OF_STARTS and each.id not in runs]
        stated = found.stated.institution
        return [
            days[each.start.value]
            for each in asked
            if stated is None or not getattr(stated, OF_STARTS[each.start.value].name)
        ]

    def ask(
        self, parent: QWidget, found: "Workspace", body: "Body", keep: Callable[[Mapping[str, object]], None]
    ) -> ItemSheet:
        """Return the sheet that asks; ``keep`` gets what was stated."""
        stated = found.stated.institution
        starts = dict.fromkeys(each.start.value for each in body.clocks if each.start.value in OF_STARTS)
        specs = [OF_STARTS[each] for each in starts]
        shown = {spec.name: getattr(stated, spec.name) for spec in specs} if stated is not None else {}
        sheet = ItemSheet(parent, self.tr("From which day it counts"), self.tr("Save"), specs, shown)
        began = found.began
        if began is not None and KNEW in specs:
            words = self.tr("In dispute since %1").replace("%1", began.day.isoformat())
            sheet.propose(KNEW.name, [(words, began.day)])
        longer = dict.fromkeys(each for clock in body.clocks for each in sorted(clock.when))
        ticks = self._ticks(longer, stated)
        if ticks is not None:
            sheet.add(ticks)

        def wanted(values: dict[str, Any]) -> None:
            keep({**values, **({"circumstances": self._known(stated, longer, ticks)} if ticks is not None else {})})

        sheet.wanted.connect(wanted)
        return sheet

    def _ticks(self, longer: Mapping[str, None], stated: "Institution | None") -> TickList | None:
        words = {each.value: word(each) for each in AccountFact}
        known = stated.circumstances if stated is not None else ()
        ticks = [Tick(each, words.get(each, each), each in known) for each in longer]
        return TickList(self.tr("What makes a period longer"), ticks) if ticks else None

    def _known(self, stated: "Institution | None", asked: Mapping[str, None], ticks: TickList) -> tuple[str, ...]:
        others = [each for each in (stated.circumstances if stated is not None else ()) if each not in asked]
        return (*others, *ticks.ticked())

    def _knew(self) -> str:
        return self.tr(
            "A period here counts from the day on which you knew of the harm and of who is liable. "
            "You have not stated it, so no end is shown."
        )

    def _statement(self) -> str:
        return self.tr(
            "A period here counts from the first statement of account that shows the error. "
            "You have not stated its day, so no end is shown."
        )
