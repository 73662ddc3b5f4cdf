"""Whose numbers and names are the other side's, asked and answered on the case page."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.workspace import Correspondent
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from tests.ui.acting import PATIENCE_MS
from ui.casework.money import Money
from ui.casework.page import CasePage, CasePart
from ui.casework.theirs import WhoseNumbers
from ui.controls import Button, PlainLabel
from ui.workbench import Workbench


def test_while_nobody_said_whose_numbers_are_theirs_the_page_asks_and_counts_no_call(page: CasePage) -> None:
    page.show_part(CasePart.FINDINGS)
    [whose] = page.parts[CasePart.FINDINGS].findChildren(WhoseNumbers)
    assert "95500" in whose.ticks.list.item(0).text()
    assert not whose.confirm.isEnabled()
    assert page.found is not None
    assert "C1" not in {each.rule.id for each in page.found.findings}


def test_who_signs_with_the_institutions_name_is_ticked_and_named_only_once_somebody_confirms(qtbot: QtBot) -> None:
    theirs = Correspondent("1069887700022", "", 4, "【速融宝】", signs_as_theirs=True)
    people = (Correspondent("10690555", "", 9, "【顺丰速运】"), theirs)
    whose = WhoseNumbers(people, None, read_only=False)
    qtbot.addWidget(whose)
    assert "【速融宝】" in whose.ticks.list.item(1).text()
    assert whose.ticked() == ("1069887700022",)
    with qtbot.waitSignal(whose.named) as named:
        whose.confirm.click()
    assert named.args == [("1069887700022",)]
    again = WhoseNumbers(people, (), read_only=False)
    qtbot.addWidget(again)
    assert again.ticked() == ()


def test_a_number_that_they_name_themselves_is_asked_about_though_others_are_stated(
    qtbot: QtBot, named: CasePage, bench: Workbench
) -> None:
    at = ClockReading(datetime(2025, 3, 2, 9, 10), Precision.MINUTE, TimeSource.TYPED, 100)
    assert bench.desk.session is not None
    for event in (
        NewEvent(
            kind=EventKind.MESSAGE, time=choose([at]), direction=Direction.IN, number="95500", text="客服热线4008887766"
        ),
        NewEvent(kind=EventKind.CALL, time=choose([at]), direction=Direction.OUT, number="4008887766"),
    ):
        record_event(bench.desk.session, bench.desk.dispute_id, event)
    bench.desk.reload_all()
    named.show_part(CasePart.CHANNELS)
    part = named.parts[CasePart.CHANNELS]
    qtbot.waitUntil(lambda: bool(part.findChildren(WhoseNumbers)), timeout=PATIENCE_MS)
    [whose] = part.findChildren(WhoseNumbers)
    assert whose.title.text() == "Are these theirs, too?"
    assert "Where they name it: 2025-03-02 09:10" in [each.text() for each in whose.findChildren(Button)]
    whose.confirm.click()
    qtbot.waitUntil(lambda: named.found is not None and not named.found.joinable, timeout=PATIENCE_MS)
    assert named.found is not None
    assert "4008887766" in named.found.other_side.numbers | {each[3:] for each in named.found.other_side.numbers}


def test_a_company_that_was_paid_and_is_called_alike_is_asked_about_where_the_money_stands(
    qtbot: QtBot, named: CasePage, bench: Workbench
) -> None:
    at = ClockReading(datetime(2025, 3, 2, 9, 10), Precision.MINUTE, TimeSource.TYPED, 100)
    company = f"上海{bench.desk.dispute.institution[:2]}小额贷款有限公司" if bench.desk.dispute else ""
    paid = NewEvent(
        kind=EventKind.PAYMENT,
        time=choose([at]),
        direction=Direction.OUT,
        party=company,
        amount=Decimal("99.00"),
        currency="CNY",
        outcome=Outcome.DONE,
    )
    assert bench.desk.session is not None
    record_event(bench.desk.session, bench.desk.dispute_id, paid)
    bench.desk.reload_all()
    named.show_part(CasePart.MONEY)
    part = named.parts[CasePart.MONEY]
    qtbot.waitUntil(lambda: bool(part.findChildren(WhoseNumbers)), timeout=PATIENCE_MS)
    [whose] = part.findChildren(WhoseNumbers)
    assert whose.ticked() == ()
    whose.ticks.list.item(0).setCheckState(Qt.CheckState.Checked)
    whose.confirm.click()
    qtbot.waitUntil(
        lambda: named.found is not None and any(row.counts for row in named.found.money.rows), timeout=PATIENCE_MS
    )


def test_each_movement_begins_with_its_entry_and_leads_to_the_other_record_of_its_money(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    session = bench.desk.session
    assert session is not None
    paid = NewEvent(kind=EventKind.PAYMENT, direction=Direction.OUT, party="支付宝", amount=Decimal(99), currency="CNY")
    times = [ClockReading(datetime(2025, 3, 2, 9, at), Precision.MINUTE, TimeSource.TYPED, 100) for at in (10, 11)]
    ids = [record_event(session, bench.desk.dispute_id, replace(paid, time=choose([each]))).id for each in times]
    bench.desk.reload_all()
    qtbot.waitUntil(lambda: page.found is not None and len(page.found.money.rows) == 2, timeout=PATIENCE_MS)
    assert page.found is not None
    part = Money(bench.desk)
    qtbot.addWidget(part)
    part.show_found(replace(page.found, same_money={ids[1]: ids[0]}))
    part.show()

    def ways() -> list[Button]:
        return [each for each in part.findChildren(Button) if "2025-03-02" in each.text() and each.isVisibleTo(part)]

    qtbot.waitUntil(lambda: len(ways()) == 4, timeout=PATIENCE_MS)
    own = [each for each in ways() if each.text().startswith("2025")]
    others = [each for each in ways() if not each.text().startswith("2025")]
    assert [each.text() for each in own] == ["2025-03-02 09:10", "2025-03-02 09:11"]
    assert [each.text() for each in others] == ["the same money: 2025-03-02 09:11", "the same money: 2025-03-02 09:10"]
    with qtbot.waitSignal(part.event_wanted) as wanted:
        others[0].click()
    assert wanted.args == [ids[1]]
    for way in own:  # the words of a row stand beside its way, on its height
        words = next(each for each in part.findChildren(PlainLabel) if "¥99" in each.text() and each.y() == way.y())
        assert words.x() > way.x()


def test_saying_whose_numbers_are_theirs_lets_them_count_and_can_be_taken_back(
    qtbot: QtBot, named: CasePage, bench: Workbench
) -> None:
    assert named.found is not None
    assert "C1" in {each.rule.id for each in named.found.findings}
    assert named.parts[CasePart.FINDINGS].findChildren(WhoseNumbers) == []
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: named.found is not None and bool(named.found.unplaced), timeout=PATIENCE_MS)


def test_none_of_these_is_an_answer_and_can_be_taken_back(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    page.show_part(CasePart.FINDINGS)
    page.parts[CasePart.FINDINGS].findChild(WhoseNumbers).none.click()
    qtbot.waitUntil(lambda: page.found is not None and not page.found.unplaced, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not page.parts[CasePart.FINDINGS].findChildren(WhoseNumbers), timeout=PATIENCE_MS)
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: page.found is not None and bool(page.found.unplaced), timeout=PATIENCE_MS)
