"""A sheet for what a person works out: the fields of one item, or one of them."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain, repeat

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.fields import FieldValue
from evidence_app.domain.workspace import (
    ChannelKind,
    ComplaintOutcome,
    InstitutionType,
    KnownFrom,
    Lender,
    YesNo,
)
from evidence_app.errors import InputProblem
from ui.controls import Button, plain_tip
from ui.field import FieldGrid
from ui.fields import FieldSpec, FieldType
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe


def _choice(name: str, members: Iterable[StrEnum]) -> FieldSpec:
    return FieldSpec(name, FieldType.CHOICE, tuple(members))


def _line(name: str) -> FieldSpec:
    return FieldSpec(name)


def _date(name: str) -> FieldSpec:
    return FieldSpec(name, FieldType.DATE)


def _lines(name: str) -> FieldSpec:
    return FieldSpec(name, FieldType.LINES)


def _list(name: str) -> FieldSpec:
    return FieldSpec(name, FieldType.LIST)


FILING = (_date("filed_on"), _line("reference"), _line("route"), _lines("demand"), _line("dossier_sha256"))
BODY = (_line("body"),)
FILING_ELSEWHERE = (*BODY, *FILING)
ANSWER = (
    _date("received_on"),
    _date("transferred_on"),
    _date("accepted_on"),
    _date("extended_on"),
    _date("replied_on"),
    _lines("reply"),
    _choice("outcome", ComplaintOutcome),
)
INSTITUTION = (
    _list("numbers"),
    _choice("institution_type", InstitutionType),
    _line("app"),
    _line("publisher"),
    _line("shown_publisher"),
    _line("licence"),
    _list("domains"),
)
CHANNEL = (
    _choice("kind", ChannelKind),
    _line("value"),
    _choice("known_from", KnownFrom),
    _line("verified_by"),
    _date("verified_on"),
    _lines("doubt"),
)
LOAN = (
    _choice("lender", Lender),
    FieldSpec("principal", FieldType.AMOUNT),
    FieldSpec("currency", FieldType.CURRENCY),
    _date("contract_day"),
    _choice("cost_stated", YesNo),
    _choice("fees_stated", YesNo),
)
KNEW = _date("knew_on")
STATEMENT = _date("statement_on")
REASON = (_lines("reason"),)

NEEDED = {
    "reason": "field-empty",
    "value": "field-empty",
    "body": "field-empty",
    "filed_on": "filing-day-missing",
}
"""Fields without which an item says nothing, and how that is said."""


def _not_said(members: Sequence[StrEnum]) -> StrEnum:
    """Return what a choice shows while nobody chose: that nothing is said, if it has that, else its first member."""
    return next((each for each in members if not each), members[0])


class ItemSheet(Sheet):
    """Asks for some fields. ``wanted`` carries all of them."""

    wanted = Signal(dict)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        verb: str,
        specs: Iterable[FieldSpec],
        values: Mapping[str, FieldValue] | None = None,
    ) -> None:
        super().__init__(parent)
        self.entitle(title, verb)
        self.grid = FieldGrid(specs)
        for field in self.grid.fields.values():
            if field.spec.members:
                field.show_value(_not_said(field.spec.members))
        for name, value in (values or {}).items():
            if name in self.grid.fields:
                self.grid.fields[name].show_value(value)
        self.add(self.grid)

    def propose(self, name: str, choices: Iterable[tuple[str, FieldValue]], sources: Sequence[str] = ()) -> None:
        """Offer values for a field, each by its words: nobody copies a hash by hand.

        ``sources`` are the words that each of them was found in, shown on hovering and read out.
        """
        for (words, value), source in zip(choices, chain(sources, repeat("")), strict=False):
            button = Button(words, look="link")
            if source:
                button.setToolTip(plain_tip(safe(source)))
                button.setAccessibleDescription(safe(source))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, value=value: self.grid.fields[name].show_value(value))
            self.grid.fields[name].add_below(button)

    def values(self) -> dict[str, FieldValue]:
        """Return all fields."""
        return self.grid.values()

    def submit(self) -> None:
        """Hand over what is typed. Raises InputProblem for what cannot be kept."""
        values = self.values()
        for name in NEEDED.keys() & values.keys():
            if not values[name]:
                problem = InputProblem(NEEDED[name], field=name)
                self.grid.fields[name].complain(problem)
                raise problem
        self.wanted.emit(values)
        self.accept()
