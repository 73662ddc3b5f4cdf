"""A dispute by three questions: what happened, with whom, how much."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from evidence_app.domain.disputes import DisputeType
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language
from tests.ui.acting import PATIENCE_MS, settle, sheet
from ui.completion import Completion
from ui.field import Field
from ui.i18n import language
from ui.sheets.dispute import NewDisputeSheet
from ui.sheets.kinds import KindList, explained
from ui.typed_amount import typed_amount
from ui.workbench import Workbench

Key = Qt.Key


def test_three_answers_by_the_keyboard_alone_make_a_dispute(qtbot: QtBot, empty_bench: Workbench) -> None:
    empty_bench.questions.new_dispute()
    asked = sheet(NewDisputeSheet)
    qtbot.waitUntil(asked.kinds.hasFocus, timeout=PATIENCE_MS)
    assert asked.kinds.kind() is None
    QTest.keyClick(asked.kinds, Key.Key_Down)
    assert asked.kinds.kind() is DisputeType.UNAUTHORISED_LOAN
    QTest.keyClick(asked.kinds, Key.Key_Down)
    QTest.keyClick(asked.kinds, Key.Key_Tab)
    institution, amount = (asked.first.fields[name].widget for name in ("institution", "amount"))
    assert institution.hasFocus()
    QTest.keyClicks(institution, "Surongbao")
    QTest.keyClick(institution, Key.Key_Tab)
    QTest.keyClicks(amount, "3k")
    QTest.keyClick(amount, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, empty_bench, lambda: empty_bench.desk.dispute is not None)
    made = empty_bench.desk.dispute
    assert made is not None
    assert (made.type, made.institution, made.amount) == (DisputeType.LOAN_PORTAL, "Surongbao", Decimal(3000))


def test_nothing_is_chosen_for_the_person_and_the_sheet_says_so(qtbot: QtBot, empty_bench: Workbench) -> None:
    empty_bench.questions.new_dispute()
    asked = sheet(NewDisputeSheet)
    asked.first.fields["institution"].show_value("Bank")
    asked.primary.click()
    assert asked.isVisible()
    assert "What happened" in asked.problem.text()
    qtbot.waitUntil(asked.kinds.hasFocus, timeout=PATIENCE_MS)
    assert asked.kinds.selectedItems() == []
    asked.close()


def test_the_currency_follows_the_place_until_somebody_chooses_one_that_is_one(
    qtbot: QtBot, empty_bench: Workbench
) -> None:
    empty_bench.questions.new_dispute()
    asked = sheet(NewDisputeSheet)
    currency, place = asked.first.fields["currency"], asked.more.fields["zone_name"]

    def choose(field: Field, typed: str) -> None:
        line = field.editor.lineEdit()  # type: ignore[union-attr]
        line.setText(typed)
        line.editingFinished.emit()

    assert currency.value() == "CNY"
    choose(place, "Asia/Hong_Kong")
    assert currency.value() == "HKD"
    choose(currency, "XYZ")
    assert "XYZ" in currency.problem.text()
    choose(currency, "usd")
    choose(place, "Europe/London")
    assert currency.value() == "USD"
    asked.close()


def test_a_dispute_that_is_to_begin_in_the_future_is_refused_and_one_that_began_is_kept(
    qtbot: QtBot, empty_bench: Workbench
) -> None:
    empty_bench.questions.new_dispute()
    asked = sheet(NewDisputeSheet)
    asked.kinds.setCurrentRow(0)
    fields = asked.first.fields
    fields["institution"].show_value("Bank")
    fields["disputed_since"].show_value("2999-01-01")
    asked.primary.click()
    assert asked.isVisible()
    assert "2999-01-01" in asked.problem.text()
    assert fields["disputed_since"].wrong
    fields["disputed_since"].show_value("2025-02-20")
    asked.primary.click()
    settle(qtbot, empty_bench, lambda: empty_bench.desk.dispute is not None)
    assert empty_bench.desk.dispute is not None
    assert empty_bench.desk.dispute.disputed_since == date(2025, 2, 20)


def test_an_institution_is_completed_from_earlier_disputes(qtbot: QtBot, bench: Workbench) -> None:
    bench.questions.new_dispute()
    asked = sheet(NewDisputeSheet)
    qtbot.waitUntil(asked.kinds.hasFocus, timeout=PATIENCE_MS)
    line = asked.first.fields["institution"].widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Key.Key_Down)
    completion = line.completer()
    assert isinstance(completion, Completion)
    QTest.keyClick(completion.popup(), Key.Key_Return)
    assert line.text() == "速融宝"
    assert asked.isVisible()
    asked.cancel.click()


@pytest.mark.parametrize("chosen", list(Language))
def test_every_kind_is_explained_in_every_language(qtbot: QtBot, english: None, chosen: Language) -> None:
    language.choose(chosen)
    kinds = KindList()
    qtbot.addWidget(kinds)
    lines = [explained(kind) for kind in DisputeType]
    assert len(set(lines)) == len(DisputeType)
    assert [kinds.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(kinds.count())]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3000", "3000"),
        ("3,000元", "3000"),
        ("¥3,000.50", "3000.50"),
        ("人民币3000元整", "3000"),
        ("3千", "3000"),
        ("1.2万", "12000.0"),
        ("三千五", "3500"),
        ("一万零五十", "10050"),
        ("两万块", "20000"),
        ("一百零五", "105"),
    ],
)
def test_amounts_are_typed_as_one_says_them(typed: str, meant: str) -> None:
    assert typed_amount(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["US$3000", "a lot", "-5", "3 or 4", "三千多", "¥"])
def test_what_is_no_certain_amount_is_refused(typed: str) -> None:
    with pytest.raises(InputProblem):
        typed_amount(typed)


def test_nothing_typed_is_no_amount() -> None:
    assert typed_amount("  ") is None


def test_an_amount_shows_how_it_was_understood(qtbot: QtBot, bench: Workbench) -> None:
    bench.questions.new_dispute()
    asked = sheet(NewDisputeSheet)
    qtbot.waitUntil(asked.kinds.hasFocus, timeout=PATIENCE_MS)
    amount = asked.first.fields["amount"].widget
    assert isinstance(amount, QLineEdit)
    amount.setFocus()
    QTest.keyClicks(amount, "1.2w")
    QTest.keyClick(amount, Key.Key_Tab)
    assert amount.text() == "12000.00"
    asked.cancel.click()
