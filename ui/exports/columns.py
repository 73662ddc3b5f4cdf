"""What the columns of a table mean that nobody knows: a heading, what stands below it, and what it is."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from evidence_app.domain.exports import ColumnProposal
from ui.controls import Choice, PlainLabel
from ui.timeline.words import safe, shortened
from ui.tokens import SPACE_2, SPACE_3

LONGEST_CELL = 24


class Meaning(StrEnum):
    """What a column holds."""

    NONE = ""
    TIME = "time"
    DATE = "date"
    AMOUNT = "amount"
    INCOME = "income"
    EXPENSE = "expense"
    DIRECTION = "direction"
    PARTY = "party"
    NUMBER = "number"
    TEXT = "text"
    REFERENCE = "reference"
    CURRENCY = "currency"
    OUTCOME = "outcome"
    ACCOUNT = "account"
    BALANCE = "balance"


def meaning_word(meaning: Meaning) -> str:
    """Return what a column holds, in the window's language."""
    return {
        Meaning.NONE: QCoreApplication.translate("Columns", "(not used)"),
        Meaning.TIME: QCoreApplication.translate("Columns", "Time"),
        Meaning.DATE: QCoreApplication.translate("Columns", "Date"),
        Meaning.AMOUNT: QCoreApplication.translate("Columns", "Amount"),
        Meaning.INCOME: QCoreApplication.translate("Columns", "Money in"),
        Meaning.EXPENSE: QCoreApplication.translate("Columns", "Money out"),
        Meaning.DIRECTION: QCoreApplication.translate("Columns", "In or out"),
        Meaning.PARTY: QCoreApplication.translate("Columns", "Other side"),
        Meaning.NUMBER: QCoreApplication.translate("Columns", "Its account or number"),
        Meaning.TEXT: QCoreApplication.translate("Columns", "What for"),
        Meaning.REFERENCE: QCoreApplication.translate("Columns", "Reference number"),
        Meaning.CURRENCY: QCoreApplication.translate("Columns", "Currency"),
        Meaning.OUTCOME: QCoreApplication.translate("Columns", "What became of it"),
        Meaning.ACCOUNT: QCoreApplication.translate("Columns", "Own card or account"),
        Meaning.BALANCE: QCoreApplication.translate("Columns", "Balance (not shown)"),
    }[meaning]


class ColumnChoices(QWidget):
    """One choice for each column of a table, as proposed."""

    def __init__(self, proposal: ColumnProposal, known: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self._proposal = proposal
        meant = {heading: field for field, heading in known or proposal.columns if field != "signs"}
        self._signs = tuple(each for each in known or proposal.columns if each[0] == "signs")
        self.choices: list[Choice[Meaning]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_2)
        for row, heading in enumerate(proposal.headings):
            choice = Choice(Meaning, meaning_word)
            field = meant.get(heading, "")
            choice.set_member(Meaning(field) if field in set(Meaning) else Meaning.NONE)
            choice.setAccessibleName(heading)
            self.choices.append(choice)
            below = next((cells[row] for cells in proposal.rows if row < len(cells) and cells[row].strip()), "")
            grid.addWidget(PlainLabel(safe(heading) or "–", wrap=True), row, 0)
            grid.addWidget(PlainLabel(shortened(safe(below), LONGEST_CELL), "caption", "muted"), row, 1)
            grid.addWidget(choice, row, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def columns(self) -> tuple[tuple[str, str], ...]:
        """Return what was chosen, as `Hints` takes it."""
        named = zip(self.choices, self._proposal.headings, strict=True)
        chosen = tuple((choice.member().value, heading) for choice, heading in named if choice.member().value)
        return (*chosen, *self._signs)

    @property
    def enough(self) -> bool:
        """Whether a record can be made of it: a day and an amount."""
        said = {choice.member() for choice in self.choices}
        return bool(said & {Meaning.TIME, Meaning.DATE}) and bool(
            said & {Meaning.AMOUNT, Meaning.INCOME, Meaning.EXPENSE}
        )
