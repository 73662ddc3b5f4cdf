"""The loan: what was stated of it, its rows one by one, what it cost; typing, choosing and mending its rows."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.item_fields import kind_name
from evidence_app.domain.workspace import LoanTerms
from ui.casework.item_sheet import LOAN, ItemSheet
from ui.casework.loan_sheets import InstalmentSheet, LoanRowsSheet
from ui.casework.section import CaseSection, Told
from ui.casework.stating import state_of
from ui.controls import Button, PlainLabel
from ui.exhibit_lines import lines_of
from ui.i18n import language
from ui.sheets.event import EventSheet
from ui.subjects import Subject
from ui.timeline.words import amount_and_outcome, money, safe
from ui.tokens import SPACE_1, SPACE_3

if TYPE_CHECKING:
    from evidence_app.actions.record_event import NewEvent
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Comparison, LoanQuestion, Workspace
    from evidence_app.domain.events import Event
    from evidence_app.domain.happenings import Happening

MOST_LOAN_ROWS = 60
"""Rows of a loan on the page; the sheet to choose them has all."""


class LoanCard(Told):
    """What is known of the loan. ``section`` is the page's part that it stands in: ways to entries are its own."""

    def __init__(self, section: CaseSection, found: "Workspace") -> None:
        super().__init__("")
        self.title.setText(self.tr("The loan"))
        self._section, self._desk, self._found = section, section.desk, found
        self._say_terms()
        self._say_cost()
        rows = self._rows()
        if rows:
            self.add(self._table(rows[:MOST_LOAN_ROWS]))
        if len(rows) > MOST_LOAN_ROWS:
            self.say(f"+ {len(rows) - MOST_LOAN_ROWS}", small=True)
        if not self._desk.read_only:
            self._offer()

    def _say_terms(self) -> None:
        terms, rows = self._found.stated.loan, self._found.money.loan
        if terms is not None and terms.principal is not None:
            self.say(self.tr("Principal as they state it: %1").replace("%1", _sum(terms.principal, terms.currency)))
        if rows.paid_out and rows.has_one_currency:
            came = _sum(rows.received, rows.paid_out[0].currency)
            self.say(self.tr("Paid out: %1").replace("%1", came))
        held = rows.held_back(terms.principal, terms.currency) if terms is not None else None
        if held is not None and terms is not None:
            words = self.tr("Held back before it was paid out: %1")
            self.say(words.replace("%1", _sum(held, terms.currency)))

    def _say_cost(self) -> None:
        from evidence_app.actions.workspace import told_rate

        cost, rows = self._found.money.cost, self._found.money.loan
        questions = self._found.loan_questions
        self._ask(questions)
        if cost is None and any(each.is_of_cost for each in questions):
            return
        if cost is None:
            words = self.tr("What it cost is worked out once all its payments are named, those still to come, too.")
            self.say(words, small=True)
            return
        rates = self.tr("Cost a year: %1 nominal, %2 effective")
        self.say(rates.replace("%1", told_rate(cost.nominal)).replace("%2", told_rate(cost.effective)))
        basis = self.tr("By payments made: %1, and still to come by the plan: %2. Each counts once.")
        self.say(basis.replace("%1", str(len(rows.paid))).replace("%2", str(len(rows.to_come))), small=True)
        self.say(self._formula(by_days=cost.by_days), small=True)
        if self._found.comparison is not None:
            self._say_reference(self._found.comparison)

    def _ask(self, questions: "Sequence[LoanQuestion]") -> None:
        """Say what is missing, and where on this card it is added."""
        ways = (
            (
                True,
                self.tr("Add the plan to the evidence, or use “Choose its payments…” and “Add an instalment…” below."),
            ),
            (
                False,
                self.tr(
                    "Answer it under “State the loan's terms…”; which payments were fees is ticked under “Choose its "
                    "payments…”."
                ),
            ),
        )
        for of_cost, way in ways:
            asked = [each for each in questions if each.is_of_cost is of_cost]
            for question in asked:
                self.say(question.says(language.chosen))
                if question.asked.value == "held_back" and not self._desk.read_only:
                    self._offer_answers(question.event_ids)
            if any(each.asked.value != "held_back" for each in asked) and not self._desk.read_only:
                self.say(way, small=True)

    def _offer_answers(self, event_ids: Sequence[str]) -> None:
        """Let it be said of fees whether they were held back from the payout."""
        from evidence_app.actions.fees_said import say_held_back, say_paid_apart

        dispute, buttons = self._found.dispute.id, list[Button]()
        for words, do in (
            (self.tr("Held back from the payout"), say_held_back),
            (self.tr("Paid beside it"), say_paid_apart),
        ):
            button = Button(words, "outline")
            work = partial(do, dispute_id=dispute, event_ids=event_ids)
            button.clicked.connect(partial(self._desk.edits.work_out, kind_name(LoanTerms), work))
            buttons.append(button)
        self.add_row(*buttons)

    def _say_reference(self, comparison: "Comparison") -> None:
        """Say with what the cost is compared, with its source, or why with nothing."""
        if comparison.why is not None:
            self.say(comparison.says(language.chosen), small=True)
        for line in comparison.lines:
            self.say(self.tr("Reference line: %1").replace("%1", line.says(language.chosen)))
            for cited in line.citations():
                self.say(cited[language.chosen], small=True)

    def _formula(self, *, by_days: bool) -> str:
        if by_days:
            words = self.tr("The daily rate r at which the payments, each on its day, are worth what was received: %1.")
            return words.replace("%1", "365r, (1+r)^365−1")
        words = self.tr(
            "The monthly rate r at which the payments are worth what was received: %1. "
            "A payment within five days of a whole month counts as of that month."
        )
        return words.replace("%1", "12r, (1+r)^12−1")

    def _rows(self) -> "list[tuple[Happening, str]]":
        """Return all rows that are named as the loan's, with what each is."""
        rows, terms = self._found.money.loan, self._found.stated.loan
        named = {*terms.paid_out, *terms.payments, *terms.fees} if terms is not None else set()
        named |= {*rows.event_ids, *rows.settled, *rows.covered}  # a plan's, too, that nobody had to name
        told = dict.fromkeys((each.event_id for each in rows.paid_out), self.tr("paid out"))
        told |= dict.fromkeys((each.event_id for each in rows.paid), self.tr("paid back"))
        told |= dict.fromkeys((each.event_id for each in rows.to_come), self.tr("still to come"))
        fees = {each.event_id for each in rows.fees}
        told |= {each: self.tr("fee, %1").replace("%1", words) for each, words in told.items() if each in fees}
        told |= dict.fromkeys(rows.settled, self.tr("paid by another row, not counted again"))
        told |= dict.fromkeys(rows.covered, self.tr("paid by the early settlement, not counted again"))
        told |= dict.fromkeys((each.event_id for each in rows.deducted), self.tr("held back from the payout"))
        unsaid = self.tr("perhaps held back from the payout, not counted")
        told |= dict.fromkeys((each.event_id for each in rows.undecided), unsaid)
        moved = (Outcome.DONE, Outcome.PAID)

        def left(each: "Happening") -> str:
            again = self.tr("the same money as another row, not counted")
            return again if each.outcome in moved else self.tr("not counted")

        rows_of_it = (each for each in self._found.happenings if each.event_id in named)
        return [(each, told.get(each.event_id) or left(each)) for each in rows_of_it]

    def _table(self, rows: "Sequence[tuple[Happening, str]]") -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_1)
        grid.setColumnStretch(1, 1)
        for each, what in rows:
            at = grid.rowCount()
            way = self._section.way(each.event_id)
            if way is not None:
                grid.addWidget(way, at, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(PlainLabel(safe(_row_words(each, what)), wrap=True), at, 1)
            if not self._desk.read_only:
                grid.addWidget(self._edit_button(each), at, 2, Qt.AlignmentFlag.AlignTop)
        return table

    def _edit_button(self, each: "Happening") -> Button:
        button = Button(self.tr("Edit…"), "link")
        named = self.tr("Edit the row of %1")
        button.setAccessibleName(named.replace("%1", self._section.time_of(each.event_id)))
        button.clicked.connect(lambda: self._edit(each))
        return button

    def _offer(self) -> None:
        state = Button(self.tr("State the loan's terms…"), "outline")
        state.clicked.connect(self._state)
        self.head.addWidget(state)
        terms = self._found.stated.loan
        new = self._found.loan_choices.new if terms is not None and (terms.paid_out or terms.payments) else ()
        if new:
            self.say(self.tr("Payments with the institution that are not among its rows: %n", "", len(new)), small=True)
        buttons = list[Button]()
        for words, do in (
            (self.tr("Add an instalment…"), self._type),
            (self.tr("Add a fee…"), self._type_fee),
            (self.tr("Choose its payments…"), self._choose),
        ):
            button = Button(words, "outline")
            button.clicked.connect(do)
            buttons.append(button)
        self.add_row(*buttons)

    def _state(self) -> None:
        terms = self._found.stated.loan
        shown = {spec.name: getattr(terms, spec.name) for spec in LOAN} if terms else {}
        sheet = ItemSheet(self.window(), self.tr("The loan"), self.tr("Save"), LOAN, shown)
        choices = self._found.loan_choices
        is_first = terms is None or not (terms.paid_out or terms.payments)
        if is_first:
            sheet.say(self.tr("What the institution moved is taken for the loan's own; others can be chosen below."))

        def keep(values: dict[str, Any]) -> None:
            rows: dict[str, Any] = {}
            if is_first:
                rows = {"paid_out": choices.proposed_out, "payments": choices.proposed_back}
                rows["fees"] = choices.proposed_fees
            self._keep({**values, **rows})

        sheet.wanted.connect(keep)
        sheet.present()

    def _choose(self) -> None:
        sheet = LoanRowsSheet(self.window(), self._found.loan_choices, self._found.stated.loan, self._words_of)
        sheet.wanted.connect(self._keep)
        sheet.present()

    def _keep(self, facts: dict[str, Any]) -> None:
        dispute = self._found.dispute
        state_of(self._desk, LoanTerms(id="", dispute_id=dispute.id, currency=dispute.currency), facts)

    def _words_of(self, each: "Happening") -> str:
        return " · ".join((self._section.time_of(each.event_id), _row_words(each)))

    def _type(self) -> None:
        self._ask_row(EventSheet(self.window(), EventKind.REPAYMENT, self._found.dispute.zone, currency=self._currency))

    def _type_fee(self) -> None:
        dispute = self._found.dispute
        sheet = EventSheet(self.window(), EventKind.REPAYMENT, dispute.zone, currency=self._currency)
        sheet.entitle(self.tr("Add a fee of the loan"), self.tr("Add to the timeline"))
        sheet.say(self.tr("A service, guarantee or insurance fee, for example: it counts in what the loan cost."))
        held = QCheckBox(self.tr("It was held back from the payout, not paid beside it"))
        sheet.add(held)
        self._ask_row(sheet, is_fee=True, held=held)

    @property
    def _currency(self) -> str:
        return self._found.dispute.currency

    def _ask_row(self, sheet: EventSheet, *, is_fee: bool = False, held: QCheckBox | None = None) -> None:
        dispute, desk, choices = self._found.dispute, self._desk, self._found.loan_choices

        def keep(new: "NewEvent") -> None:
            is_held_back = held is not None and held.isChecked()

            def work(session: "Session") -> Sequence[int]:
                from evidence_app.actions.instalments import as_held_back, record_instalment

                named = choices.proposed_out, choices.proposed_back
                given = as_held_back(new) if is_held_back else new
                return record_instalment(session, dispute.id, given, *named, is_fee=is_fee)

            desk.edits.work_out(kind_name(LoanTerms), work)

        sheet.wanted.connect(keep)
        sheet.picking_wanted.connect(lambda: self._pick(sheet))
        sheet.present()

    def _pick(self, sheet: EventSheet) -> None:
        """Let the exhibits be chosen that show a row, those of its time first."""
        from ui.sheets.exhibits import ExhibitPicker
        from ui.timeline.thumbnails import session_thumbnails

        if self._desk.session is None:
            return
        lines, pictures = lines_of(self._desk.outline.document_entries), session_thumbnails(self._desk.session)
        picker = ExhibitPicker(sheet, lines, chosen=sheet.exhibits.value(), near=sheet.at(), pictures=pictures)
        picker.wanted.connect(sheet.exhibits.choose)
        picker.present()

    def _edit(self, each: "Happening") -> None:
        """Ask for other facts of a row, once its entry is read: it knows which readings of its time there are."""
        desk, event_id, home = self._desk, each.event_id, self._found.dispute.zone

        def read(session: "Session") -> "Event":
            from evidence_app.actions.timeline import event_detail

            return event_detail(session, event_id)

        def show(event: "Event") -> None:
            sheet = InstalmentSheet(self.window(), event, home)
            sheet.wanted.connect(lambda changes: desk.edits.edit(Subject.EVENT, event_id, changes))
            sheet.present()

        desk.read(read, show, self)


def _sum(amount: Decimal, currency: str) -> str:
    return money(EventKind.PAYMENT, Direction.NONE, amount, currency)


def _row_words(each: "Happening", what: str = "") -> str:
    """Return how much, with whom, what became of it, and what it is of the loan."""
    amount, outcome = amount_and_outcome(each)
    told = dict.fromkeys((amount, each.party or each.number, outcome, what))  # in Chinese, due and to come are one word
    return " · ".join(part for part in told if part)
