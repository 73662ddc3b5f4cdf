"""The loan on the page of the money: its rows are typed, chosen and mended in the window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.workspace import Workspace
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.phrases import Language
from tests.ui.acting import PATIENCE_MS
from ui.casework.loan import LoanCard
from ui.casework.loan_sheets import InstalmentSheet, LoanRowsSheet
from ui.casework.page import CasePage, CasePart
from ui.controls import Button, PlainLabel
from ui.i18n import language
from ui.sheets.event import EventSheet
from ui.tabs import PageKey
from ui.workbench import Workbench

WidgetT = TypeVar("WidgetT", bound=QWidget)


def moved(day: str, amount: str, **facts: object) -> NewEvent:
    at = ClockReading(datetime.fromisoformat(day), Precision.DAY, TimeSource.TYPED, 100)
    new = NewEvent(kind=EventKind.PAYMENT, time=choose([at]), amount=Decimal(amount), currency="CNY")
    return replace(new, **{"outcome": Outcome.DONE, "direction": Direction.OUT} | facts)  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> CasePage:
    """The money of a dispute in which a loan came, one payment was made, one failed, and a guarantor was paid."""
    desk = bench.desk
    assert desk.session is not None
    assert desk.dispute is not None
    theirs = desk.dispute.institution
    for new in (
        moved("2025-01-10", "9500", party=theirs, direction=Direction.IN),
        moved("2025-02-10", "5500", party=theirs),
        moved("2025-02-09", "5500", party=theirs, outcome=Outcome.FAILED),
        moved("2025-02-11", "41", party="鑫汇融资担保有限公司"),
    ):
        record_event(desk.session, desk.dispute_id, new)
    desk.reload_all()
    bench.show_page(PageKey.CASE)
    shown = bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    shown.show_part(CasePart.MONEY)
    qtbot.waitUntil(lambda: shown.found is not None and len(shown.found.money.rows) == 4, timeout=PATIENCE_MS)
    return shown


def inside(page: CasePage, kind: type[WidgetT]) -> list[WidgetT]:
    cards = [each for each in page.parts[CasePart.MONEY].findChildren(LoanCard) if each.isVisibleTo(page)]
    return [each for card in cards for each in card.findChildren(kind)]


def wait_for_words(qtbot: QtBot, page: CasePage, words: str) -> None:
    qtbot.waitUntil(lambda: any(words in each.text() for each in inside(page, PlainLabel)), timeout=PATIENCE_MS)


def press(qtbot: QtBot, page: CasePage, words: str, sheet: type[WidgetT]) -> WidgetT:
    qtbot.waitUntil(lambda: any(each.text() == words for each in inside(page, Button)), timeout=PATIENCE_MS)
    next(each for each in inside(page, Button) if each.text() == words).click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(sheet)), timeout=PATIENCE_MS)
    return page.window().findChildren(sheet)[-1]


def wait(qtbot: QtBot, page: CasePage, holds: Callable[[Workspace], bool]) -> None:
    qtbot.waitUntil(lambda: page.found is not None and holds(page.found), timeout=PATIENCE_MS)


def test_what_is_chosen_are_the_loans_rows_and_what_the_institution_moved_is_proposed(
    qtbot: QtBot, page: CasePage
) -> None:
    sheet = press(qtbot, page, "Choose its payments…", LoanRowsSheet)
    shown = [sheet.payments.list.item(row) for row in range(sheet.payments.list.count())]
    assert [("5,500" in each.text(), each.checkState() is Qt.CheckState.Checked) for each in shown] == [
        (True, True),
        (False, False),
    ], "a failed payment paid nothing back; a guarantor is offered and not proposed"
    sheet.submit()
    wait(qtbot, page, lambda found: len(found.money.loan.paid) == 1 and len(found.money.loan.paid_out) == 1)
    wait_for_words(qtbot, page, "paid back")


def test_an_instalment_is_typed_and_is_the_loans_in_one_step_that_can_be_taken_back(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    sheet = press(qtbot, page, "Add an instalment…", EventSheet)
    sheet.time.editor.setText("2025-03-10")
    sheet.fields.fields["amount"].show_value(Decimal("5500"))
    sheet.fields.fields["outcome"].show_value(Outcome.DUE)
    sheet.submit()
    wait(qtbot, page, lambda found: len(found.money.loan.to_come) == 1)
    assert page.found is not None
    assert (len(page.found.money.loan.paid), page.found.money.cost is not None) == (1, True)
    wait_for_words(qtbot, page, "made: 1, and still to come by the plan: 1")
    language.choose(Language.ZH_HANS)
    one_word = "¥5,500.00 · 待还"  # what became of it and what it is
    qtbot.waitUntil(lambda: one_word in [each.text() for each in inside(page, PlainLabel)], timeout=PATIENCE_MS)
    language.choose(Language.EN)
    bench.desk.edits.undo("mistyped")
    wait(qtbot, page, lambda found: len(found.money.rows) == 4 and not found.money.loan.to_come)


def test_a_fee_is_typed_with_what_shows_it_and_counts_in_the_cost_apart_from_instalments(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    sheet = press(qtbot, page, "Add a fee…", EventSheet)
    assert sheet.exhibits.isVisibleTo(sheet)
    sheet.time.editor.setText("2025-01-10")
    sheet.fields.fields["amount"].show_value(Decimal("300"))
    sheet.fields.fields["text"].show_value("guarantee")
    sheet.fields.fields["outcome"].show_value(Outcome.PAID)
    sheet.submit()
    wait(qtbot, page, lambda found: len(found.money.loan.fees) == 1)
    assert page.found is not None
    assert page.found.stated.loan is not None
    assert page.found.stated.loan.fees == (page.found.money.loan.fees[0].event_id,)
    assert page.found.money.loan.repaid == 5800
    wait_for_words(qtbot, page, "fee, paid back")
    bench.desk.edits.undo("mistyped")
    wait(qtbot, page, lambda found: not found.money.loan.fees)
    sheet = press(qtbot, page, "Add a fee…", EventSheet)
    sheet.fields.fields["amount"].show_value(Decimal("300"))
    next(iter(sheet.findChildren(QCheckBox))).click()
    sheet.submit()
    wait(qtbot, page, lambda found: len(found.money.loan.deducted) == 1)
    wait_for_words(qtbot, page, "held back from the payout")
    assert page.found.money.loan.repaid == 5500


def test_fees_are_ticked_among_the_payments_and_another_company_that_got_one_is_named(
    qtbot: QtBot, page: CasePage
) -> None:
    sheet = press(qtbot, page, "Choose its payments…", LoanRowsSheet)
    assert sheet.fees.ticked() == ()
    for row in range(2):
        sheet.fees.list.item(row).setCheckState(Qt.CheckState.Checked)
    sheet.submit()
    wait(qtbot, page, lambda found: [each.amount for each in found.money.loan.fees] == [5500, 41])
    told = "Paid for the loan to 鑫汇融资担保有限公司, another company: "
    part = page.parts[CasePart.MONEY]
    qtbot.waitUntil(lambda: any(each.text().startswith(told) for each in part.findChildren(PlainLabel)))
    assert page.found is not None
    assert page.found.money.paid == {"CNY": Decimal("5500.00")}


def test_a_row_is_mended_where_it_stands(qtbot: QtBot, page: CasePage) -> None:
    press(qtbot, page, "Choose its payments…", LoanRowsSheet).submit()
    wait(qtbot, page, lambda found: len(found.money.loan.paid) == 1)
    qtbot.waitUntil(lambda: len([b for b in inside(page, Button) if b.text() == "Edit…"]) == 2, timeout=PATIENCE_MS)
    buttons = [each for each in inside(page, Button) if each.text() == "Edit…"]
    buttons[-1].click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(InstalmentSheet)), timeout=PATIENCE_MS)
    sheet = page.window().findChildren(InstalmentSheet)[-1]
    assert sheet.time.editor.text() == "2025-02-10"
    sheet.time.editor.setText("2025-01-20")
    sheet.grid.fields["amount"].show_value(Decimal("10000"))
    sheet.submit()
    wait(qtbot, page, lambda found: bool(found.money.cost and found.money.cost.by_days))
    assert page.found is not None
    assert page.found.money.loan.repaid == 10000


def test_the_terms_are_stated_with_what_the_institution_moved_and_never_with_a_strangers_money(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    from ui.casework.item_sheet import ItemSheet

    sheet = press(qtbot, page, "State the loan's terms…", ItemSheet)
    sheet.grid.fields["principal"].show_value(Decimal("10000"))
    sheet.submit()
    wait(qtbot, page, lambda found: found.stated.loan is not None)
    assert page.found is not None
    assert [each.amount for each in page.found.money.loan.paid_out] == [9500]
    assert [each.amount for each in page.found.money.loan.paid] == [5500]
    wait_for_words(qtbot, page, "Held back")
    assert bench.desk.session is not None
    record_event(
        bench.desk.session, bench.desk.dispute_id, moved("2025-03-10", "5500", party=page.found.dispute.institution)
    )
    bench.desk.reload_all()
    wait(qtbot, page, lambda found: len(found.loan_choices.new) == 1)
    wait_for_words(qtbot, page, "not among its rows: 1")
