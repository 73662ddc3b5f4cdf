"""What one needs at hand during a call: of the dispute, hidden where it is nobody else's business until it is shown."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.workspace import ChannelKind
from ui.controls import IconButton, PlainLabel
from ui.editors import LineEditor
from ui.i18n import word
from ui.timeline.words import money, safe
from ui.tokens import SPACE_1, SPACE_3

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Reference, Workspace

MOST_REFERENCES = 4
MOST_HOTLINES = 2
MASK = "••••••"
SHARES = (2, 5)
"""Of the width, for captions and for what they are of: a long caption goes on below, or it would take most of it."""


class AtHand(QWidget):
    """Facts in two columns, with an eye beside each that is hidden."""

    def __init__(self, dispute: Dispute) -> None:
        super().__init__()
        self._dispute = dispute
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_3)
        self._grid.setVerticalSpacing(SPACE_1)
        for column, share in enumerate(SHARES):
            self._grid.setColumnStretch(column, share)
        self._show_dispute()

    def take(self, found: "Workspace") -> None:
        """Add what is known of the dispute beside its own facts."""
        loan = found.stated.loan
        if loan is not None and loan.contract_day is not None:
            self.put(self.tr("Day of the application or contract"), loan.contract_day.isoformat(), private=False)
        for hotline in _hotlines(found):
            self.put(word(ChannelKind.HOTLINE), hotline, private=False)
        for reference in found.references[:MOST_REFERENCES]:
            self.put(self._called(reference), reference.value, private=True)

    def _called(self, reference: "Reference") -> str:
        """Return what a number is of."""
        return {
            "case": self.tr("Contract or case number"),
            "complaint": self.tr("Number of a complaint"),
            "payment": self.tr("Order number of a payment"),
        }[reference.kind.value]

    def _show_dispute(self) -> None:
        dispute = self._dispute
        for caption, value, private in (
            (self.tr("Institution"), dispute.institution, False),
            (self.tr("Name"), dispute.complainant, True),
            (self.tr("Contact"), dispute.complainant_contact, True),
            (self.tr("Representative"), dispute.representative, True),
            (self.tr("What it is about"), _in_a_sentence(dispute), False),
            (self.tr("Amount"), _amount(dispute), False),
            *((self.tr("What is asked") if first else "", each, False) for first, each in _first(dispute.demands)),
        ):
            if value:
                self.put(caption, value, private=private)
        self._put_identity()

    def _put_identity(self) -> None:
        """Give a place for the ID number, hidden while it is typed: they ask for it, and the vault keeps none."""
        caption = self.tr("ID number")
        self.identity = LineEditor()
        self.identity.setEchoMode(QLineEdit.EchoMode.Password)
        self.identity.setAccessibleName(caption)
        self.identity.setPlaceholderText(self.tr("only for this call, kept nowhere"))
        row = self._grid.rowCount()
        self._grid.addWidget(PlainLabel(caption, "caption", "muted", wrap=True), row, 0)
        self._grid.addWidget(self.identity, row, 1)
        self._grid.addWidget(self._eye(caption, self._show_identity), row, 2)

    def _show_identity(self, on: bool) -> None:
        self.identity.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _eye(self, caption: str, show: Callable[[bool], object]) -> IconButton:
        eye = IconButton("eye")
        eye.setCheckable(True)
        eye.set_name(self.tr("Show: %1").replace("%1", caption))
        eye.toggled.connect(show)
        return eye

    def put(self, caption: str, value: str, *, private: bool) -> None:
        """Show one fact, hidden until it is asked for if it is private."""
        row = self._grid.rowCount()
        shown = PlainLabel(MASK if private else safe(value), wrap=True)
        said = PlainLabel(caption, "caption", "muted", wrap=True)
        self._grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(shown, row, 1)
        if not private:
            return
        eye = self._eye(caption, lambda on: shown.setText(safe(value) if on else MASK))
        self._grid.addWidget(eye, row, 2)


_SENTENCE = re.compile(r".+?(?:[。！？!?]|\.(?=\s|$)|\n|$)", re.DOTALL)


def _in_a_sentence(dispute: Dispute) -> str:
    """Return what happened in one sentence: the first of the summary, else what kind of dispute it is."""
    first = _SENTENCE.match(dispute.summary.strip())
    return first[0].strip() if first is not None else word(dispute.type)


def _first(demands: Sequence[str]) -> Iterator[tuple[bool, str]]:
    """Yield demands with whether each is the first: a caption stands beside that one."""
    yield from ((place == 0, each) for place, each in enumerate(demands))


def _amount(dispute: Dispute) -> str:
    return "" if dispute.amount is None else money(EventKind.PAYMENT, Direction.NONE, dispute.amount, dispute.currency)


def _hotlines(found: "Workspace") -> list[str]:
    """Return the institution's hotlines about which nothing is doubtful, as they were written."""
    doubted = {doubt.channel_id for doubt in found.doubts}
    hotlines = (each for each in found.stated.channels if each.kind is ChannelKind.HOTLINE)
    return [safe(each.value) for each in hotlines if each.id not in doubted][:MOST_HOTLINES]
