"""Choosing which payments are the loan's, and mending one of its rows."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.typed_time import home_text, with_typed
from evidence_app.errors import InputProblem
from ui.casework.ticking import Tick, TickList
from ui.controls import PlainLabel
from ui.field import FieldGrid
from ui.fields import EVENT_FIELDS
from ui.sheets.event import TimeTyping
from ui.sheets.sheet import Sheet

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from evidence_app.actions.workspace import LoanChoices
    from evidence_app.domain.events import Event
    from evidence_app.domain.happenings import Happening
    from evidence_app.domain.workspace import LoanTerms


class LoanRowsSheet(Sheet):
    """Asks by which payments the loan came, and by which it is paid back, with its fees. ``wanted`` carries all."""

    wanted = Signal(dict)

    def __init__(
        self,
        parent: QWidget | None,
        choices: "LoanChoices",
        terms: "LoanTerms | None",
        words_of: "Callable[[Happening], str]",
    ) -> None:
        super().__init__(parent)
        self.entitle(self.tr("The loan's payments"), self.tr("Save"))
        self.say(
            self.tr(
                "A row of a plan and the payment that pays it may both be ticked: each counts once. "
                "What failed does not count."
            )
        )
        is_chosen = terms is not None and bool(terms.paid_out or terms.payments)
        out = terms.paid_out if terms is not None and is_chosen else choices.proposed_out
        back = terms.payments if terms is not None and is_chosen else choices.proposed_back
        fees = terms.fees if terms is not None and is_chosen else choices.proposed_fees
        self._unseen = tuple(
            _unseen(*each) for each in ((out, choices.paid_out), (back, choices.payments), (fees, choices.payments))
        )
        self.paid_out = self._ticks(self.tr("Paid out to you by"), choices.paid_out, out, words_of)
        self.payments = self._ticks(self.tr("Paid back by, or to be paid"), choices.payments, back, words_of)
        self.fees = self._ticks(self.tr("Fees (service, guarantee, insurance…)"), choices.payments, fees, words_of)

    def _ticks(
        self,
        name: str,
        happenings: "Iterable[Happening]",
        ticked: Iterable[str],
        words_of: "Callable[[Happening], str]",
    ) -> TickList:
        self.add(PlainLabel(name, role="caption", tone="muted"))
        known = frozenset(ticked)
        ticks = TickList(name, [Tick(each.event_id, words_of(each), each.event_id in known) for each in happenings])
        if not ticks.list.count():
            self.say(self.tr("No such payment is on the timeline yet."))
            ticks.hide()
        self.add(ticks)
        return ticks

    def typed_texts(self) -> list[str]:
        """Count ticks as typed: they are work to lose."""
        return [*super().typed_texts(), *self.paid_out.ticked(), "", *self.payments.ticked(), "", *self.fees.ticked()]

    def submit(self) -> None:
        """Hand over what is ticked; what is named and not on the timeline now stays named."""
        lists = {"paid_out": self.paid_out, "payments": self.payments, "fees": self.fees}
        unseen = dict(zip(lists, self._unseen, strict=True))
        self.wanted.emit({name: (*ticks.ticked(), *unseen[name]) for name, ticks in lists.items()})
        self.accept()


def _unseen(named: Iterable[str], shown: "Iterable[Happening]") -> tuple[str, ...]:
    there = {each.event_id for each in shown}
    return tuple(each for each in named if each not in there)


class InstalmentSheet(Sheet):
    """Mends a row of the loan. ``wanted`` carries the fields that differ."""

    wanted = Signal(dict)

    def __init__(self, parent: QWidget | None, shown: "Event", home: "ZoneInfo") -> None:
        super().__init__(parent)
        self.entitle(self.tr("A row of the loan"), self.tr("Save"))
        self._shown = shown
        self.time = TimeTyping(home)
        self._time_before = home_text(shown.time.happened, home)
        self.time.begin(self._time_before)
        self.grid = FieldGrid(EVENT_FIELDS[shown.kind])
        for name, field in self.grid.fields.items():
            field.show_value(getattr(shown, name))
        self._before = self.grid.values()
        self.add(self.time)
        self.add(self.grid)
        if shown.kind is EventKind.PAYMENT and shown.direction is Direction.IN:
            self.say(self.tr("Only what has arrived counts as paid out."))

    def culprit(self, problem: InputProblem) -> QWidget | None:
        """Return the time's field if it cannot be read, else a field that says itself what is wrong."""
        return self.time.editor if problem.code == "time-unreadable" else super().culprit(problem)

    def submit(self) -> None:
        """Hand over what differs. Raises InputProblem for what cannot be kept."""
        values = self.grid.values()
        changes: dict[str, object] = {name: each for name, each in values.items() if each != self._before[name]}
        if self.time.editor.text() != self._time_before:
            changes["time"] = with_typed(self._shown.time, self.time.editor.text())
        if changes:
            self.wanted.emit(changes)
        self.accept()
