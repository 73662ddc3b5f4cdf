"""What money moved, what is overdue, and what a loan cost: every row leads to its entry."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from evidence_app.domain.events import Direction, EventKind
from ui.casework.loan import LoanCard
from ui.casework.section import CaseSection, Told
from ui.casework.theirs import ask_whose
from ui.controls import PlainLabel
from ui.i18n import listed
from ui.timeline.words import amount_and_outcome, money, safe
from ui.tokens import SPACE_1, SPACE_3

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Claim, Row, Workspace

MOST_ROWS = 60
"""Rows on the page; the timeline, filtered by payments, has all of them."""


class Money(CaseSection):
    """Sums, the loan, rows."""

    def fill(self, found: "Workspace") -> None:
        """Place all of it."""
        sums = found.money
        if found.claim is not None:
            self.put(self._claim(found.claim))
        if any((sums.received, sums.paid, sums.refunded, sums.overdue, sums.others, sums.elsewhere, sums.unnamed)):
            self.put(self._sums(found))
        if any(each.was_paid for each in found.unplaced or found.joinable):
            ask_whose(self, found)  # until somebody says so, what was paid to their company is in no sum
        if found.may_have_loan:
            self.put(LoanCard(self, found))
        rows = found.money.rows
        if not rows:
            self.put(PlainLabel(self.tr("No payment is on the timeline yet."), tone="muted", wrap=True))
            return
        card = Told(self.tr("Each movement"))
        card.say(self.tr("Only what is done counts; money that several records show counts once."), small=True)
        card.add(self._table(rows[:MOST_ROWS], _both_ways(found.same_money)))
        if len(rows) > MOST_ROWS:
            card.say(f"+ {len(rows) - MOST_ROWS}", small=True)
        self.put(card)

    def _table(self, rows: "Sequence[Row]", same: Mapping[str, str]) -> QWidget:
        """Return rows that each begin with the way to what shows them; ``same`` has other records of the same money."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_1)
        grid.setColumnStretch(1, 1)
        for row in rows:
            place, way = grid.rowCount(), self.way(row.happening.event_id)
            words = PlainLabel(safe(self._words(row)), wrap=True)
            grid.addWidget(words, place, 1)
            if way is not None:
                words.setMinimumHeight(way.sizeHint().height())
                grid.addWidget(way, place, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            other = self.way(same.get(row.happening.event_id, ""), self.tr("the same money: %1"))
            if other is not None:
                grid.addWidget(other, place + 1, 1, Qt.AlignmentFlag.AlignLeft)
        return table

    def _words(self, row: "Row") -> str:
        each = row.happening
        what, outcome = amount_and_outcome(each)
        described = each.text if row.is_described else ""
        by_it = self.tr("with the institution by its description") if row.is_described else ""
        told = (what, each.party or each.number or described, by_it, outcome)
        return " · ".join(part for part in (*told, self._not_counted(row)) if part)

    def _not_counted(self, row: "Row") -> str:
        """Return why a row is in no sum; empty if it is in one."""
        if row.counts:
            return ""
        why = {
            "twin": self.tr("the same money stands in another record, not counted"),
            "own": self.tr("between own accounts, not counted"),
            "others": self.tr("not with the institution, not counted"),
            "refund": self.tr("counted among the refunds"),
            "elsewhere": self.tr("to another company, summed under its name"),
            "held_back": self.tr("held back from the payout, not counted again"),
            "maybe_held": self.tr("perhaps held back from the payout, not counted"),
            "unnamed": self.tr("a fee of the loan, payee not stated"),
        }
        return why.get(row.counting.value, self.tr("not counted"))

    def _claim(self, claim: "Claim") -> Told:
        card = Told(self.tr("What is in dispute"))
        lines: list[tuple[str, Decimal, tuple[str, ...]]] = [(self.tr("In dispute: %1"), claim.amount, claim.shown_by)]
        if not claim.is_demanded:
            lines.append((self.tr("Came back: %1"), claim.recovered, claim.event_ids))
            lines.append((self.tr("Still open: %1"), claim.open, ()))
        if claim.unclear:
            asks = self.tr(
                "Received besides: %1. If it was given back, edit the payment: “refunded”, by the institution."
            )
            lines.append((asks, claim.perhaps, tuple(each.event_id for each in claim.unclear)))
        for words, amount, shown_by in lines:
            card.say(words.replace("%1", money(EventKind.PAYMENT, Direction.NONE, amount, claim.currency)))
            if shown_by:
                card.add(self.links(shown_by))
        return card

    def _sums(self, found: "Workspace") -> Told:
        card = Told(self.tr("Between you and the institution"))
        for words, sums, way in (
            (self.tr("Received: %1"), found.money.received, Direction.IN),
            (self.tr("Paid: %1"), found.money.paid, Direction.OUT),
            (self.tr("Refunded: %1"), found.money.refunded, Direction.IN),
        ):
            if sums:
                card.say(words.replace("%1", amounts_of(sums, way)))
        self._elsewhere(card, found)
        self._unnamed(card, found)
        self._fees(card, found)
        if found.money.others:
            words = self.tr("Movements with others, or with nobody named: %1, in no sum")
            card.say(words.replace("%1", str(found.money.others)), small=True)
        if found.money.overdue:
            line = card.say(self.tr("Instalments past their day:"))
            line.set_tone("attention")
            card.add(self.links(each.event_id for each in found.money.overdue))
        return card

    def _elsewhere(self, card: Told, found: "Workspace") -> None:
        """Say what was paid for the loan to other companies: a guarantor is not the lender."""
        for each in found.money.elsewhere:
            words = self.tr("Paid for the loan to %1, another company: %2")
            card.say(words.replace("%2", amounts_of(each.paid, Direction.OUT)).replace("%1", safe(each.name)))
            card.add(self.links(each.event_ids))
        if found.money.elsewhere:
            words = self.tr(
                "In no sum above. If a company is the institution itself, add its name to the institution's."
            )
            card.say(words, small=True)

    def _unnamed(self, card: Told, found: "Workspace") -> None:
        """Say which fees name nobody who got them, and how to say it: the institution is not the only one who may."""
        from evidence_app.actions.workspace import totals

        if found.money.unnamed:
            words = self.tr("Fees of the loan, payee not stated: %1")
            card.say(words.replace("%1", amounts_of(totals(found.money.unnamed), Direction.OUT)))
            card.add(self.links(each.event_id for each in found.money.unnamed))
            words = self.tr("In no sum above. Open the entry and fill in with whom it was, be it the institution.")
            card.say(words, small=True)

    def _fees(self, card: Told, found: "Workspace") -> None:
        from evidence_app.actions.workspace import totals

        if found.money.fees:
            named = self.tr("Called fees, among what was paid: %1")
            card.say(named.replace("%1", amounts_of(totals(found.money.fees), Direction.OUT)))
            card.add(self.links(each.event_id for each in found.money.fees))


def amounts_of(sums: Mapping[str, Decimal], way: Direction) -> str:
    """Return amounts of several currencies in words."""
    return listed(money(EventKind.PAYMENT, way, amount, currency) for currency, amount in sums.items())


def _both_ways(same: Mapping[str, str]) -> Mapping[str, str]:
    """Return other records of the same money from either of the two."""
    return {other: one for one, other in same.items()} | dict(same)
