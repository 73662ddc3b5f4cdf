"""What money moved, what is overdue, and what a loan cost: every row leads to its entry."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.workspace import LoanTerms
from ui.casework.item_sheet import LOAN, ItemSheet
from ui.casework.section import CaseSection, Told
from ui.casework.stating import state_of
from ui.casework.theirs import ask_whose
from ui.controls import Button, PlainLabel
from ui.i18n import listed, word
from ui.timeline.words import money, safe
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
        if any((sums.received, sums.paid, sums.refunded, sums.overdue, sums.others)):
            self.put(self._sums(found))
        if any(each.shares_brand for each in found.unplaced or found.joinable):
            ask_whose(self, found)  # until somebody says so, what was paid to their company is in no sum
        if found.may_have_loan:
            self.put(self._loan(found))
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
        what = money(each.kind, each.direction, each.amount, each.currency)
        told = (what, each.party or each.number, word(each.outcome) if each.outcome.value else "")
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
        }
        return why.get(row.counting.value, self.tr("not counted"))

    def _claim(self, claim: "Claim") -> Told:
        card = Told(self.tr("What is in dispute"))
        lines: list[tuple[str, Decimal, tuple[str, ...]]] = [(self.tr("In dispute: %1"), claim.amount, claim.shown_by)]
        if not claim.is_demanded:
            lines.append((self.tr("Came back: %1"), claim.recovered, claim.event_ids))
            lines.append((self.tr("Still open: %1"), claim.open, ()))
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
                card.say(words.replace("%1", _amounts(sums, way)))
        if found.money.others:
            words = self.tr("Movements with others, or with nobody named: %1, in no sum")
            card.say(words.replace("%1", str(found.money.others)), small=True)
        if found.money.overdue:
            line = card.say(self.tr("Instalments past their day:"))
            line.set_tone("attention")
            card.add(self.links(each.event_id for each in found.money.overdue))
        return card

    def _loan(self, found: "Workspace") -> Told:
        card = Told(self.tr("The loan"))
        cost, terms = found.money.cost, found.stated.loan
        if cost is not None:
            rates = self.tr("Cost a year: %1% nominal, %2% effective")
            card.say(rates.replace("%1", str(cost.nominal)).replace("%2", str(cost.effective)))
            card.say(
                self.tr("The monthly rate r at which the payments are worth what was received: 12r, (1+r)^12−1."),
                small=True,
            )
        else:
            card.say(
                self.tr("What it cost is worked out once all its payments are named, those still to come, too."),
                small=True,
            )
        if terms is not None and terms.principal is not None:
            card.say(
                self.tr("Principal as they state it: %1").replace(
                    "%1", money(EventKind.PAYMENT, Direction.NONE, terms.principal, terms.currency)
                )
            )
        if not self._desk.read_only:
            edit = Button(self.tr("State the loan's terms…"), "outline")
            edit.clicked.connect(lambda: self._state(found))
            card.head.addWidget(edit)
        return card

    def _state(self, found: "Workspace") -> None:
        terms = found.stated.loan
        shown = {spec.name: getattr(terms, spec.name) for spec in LOAN} if terms else {}
        sheet = ItemSheet(self.window(), self.tr("The loan"), self.tr("Save"), LOAN, shown)
        sheet.say(self.tr("Payouts and repayments on the timeline are taken for the loan's own."))
        dispute_id = self._desk.dispute_id
        happenings = found.happenings
        paid_out = tuple(
            each.event_id
            for each in happenings
            if each.kind is EventKind.PAYMENT and each.direction is Direction.IN and each.outcome is Outcome.DONE
        )
        counted = {row.happening.event_id for row in found.money.rows if row.counts}
        paid_out = tuple(sorted(paid_out, key=lambda event_id: event_id not in counted))[:1]
        payments = tuple(each.event_id for each in happenings if each.kind is EventKind.REPAYMENT)

        def keep(values: dict[str, Any]) -> None:
            facts = {**values}
            if terms is None or not terms.paid_out:
                facts |= {"paid_out": paid_out, "payments": payments}
            state_of(self._desk, LoanTerms(id="", dispute_id=dispute_id), facts)

        sheet.wanted.connect(keep)
        sheet.present()


def _amounts(sums: Mapping[str, Decimal], way: Direction) -> str:
    return listed(money(EventKind.PAYMENT, way, amount, currency) for currency, amount in sums.items())


def _both_ways(same: Mapping[str, str]) -> Mapping[str, str]:
    """Return other records of the same money from either of the two."""
    return {other: one for one, other in same.items()} | dict(same)
