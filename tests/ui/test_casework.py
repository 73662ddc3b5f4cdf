"""The case page: what a dispute amounts to, in the real window."""

import hashlib
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.actions.edit import edit_event
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.workspace import Correspondent
from evidence_app.actions.workspace import add as state
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import (
    Channel,
    ChannelKind,
    Complaint,
    Exclusion,
    Institution,
    InstitutionType,
    Item,
    KnownFrom,
    PromiseRecord,
    PromiseState,
)
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from evidence_app.rules.ladder import Ladder
from evidence_app.rules.ladder_chart import ladder_chart
from tests.ui.acting import PATIENCE_MS
from ui.casework.channel_sheet import ChannelSheet
from ui.casework.charts import LadderPicture
from ui.casework.item_sheet import ItemSheet
from ui.casework.money import Money
from ui.casework.page import CasePage, CasePart
from ui.casework.section import Told, ways_to
from ui.casework.theirs import WhoseNumbers
from ui.controls import Button, Choice, PlainLabel
from ui.dropping import Arrival
from ui.exhibit_lines import lines_of
from ui.sheets.exhibits import ExhibitPicker
from ui.tabs import PageKey
from ui.typed_time import typed_time
from ui.workbench import Workbench

ItemT = TypeVar("ItemT", bound=Item)


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> CasePage:
    """The page of a dispute in which somebody called at night, who promised something that ran out."""
    desk = bench.desk
    at = ClockReading(datetime(2025, 3, 1, 23, 10), Precision.MINUTE, TimeSource.TYPED, 100)
    call = NewEvent(
        kind=EventKind.CALL,
        time=choose([at]),
        direction=Direction.IN,
        number="95500",
        promise="三天内答复",
        promise_due=datetime(2025, 3, 4).date(),
    )
    assert desk.session is not None
    record_event(desk.session, desk.dispute_id, call)
    desk.reload_all()
    bench.show_page(PageKey.CASE)
    shown = bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    qtbot.waitUntil(lambda: shown.found is not None and bool(shown.found.findings), timeout=PATIENCE_MS)
    return shown


@pytest.fixture
def named(qtbot: QtBot, page: CasePage) -> CasePage:
    """The same page once somebody said that the caller is the other side."""
    page.show_part(CasePart.FINDINGS)
    whose = page.parts[CasePart.FINDINGS].findChild(WhoseNumbers)
    whose.ticks.list.item(0).setCheckState(Qt.CheckState.Checked)
    whose.confirm.click()
    qtbot.waitUntil(lambda: page.found is not None and not page.found.unplaced, timeout=PATIENCE_MS)
    return page


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


def test_what_words_only_hint_at_is_looked_at_before_it_counts(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    at = ClockReading(datetime(2025, 3, 2, 9, 10), Precision.MINUTE, TimeSource.TYPED, 100)
    asked = NewEvent(
        kind=EventKind.NOTE, time=choose([at]), direction=Direction.OUT, text="请提供借款合同、电子签名日志"
    )
    assert bench.desk.session is not None
    event_id = record_event(bench.desk.session, bench.desk.dispute_id, asked).id
    bench.desk.reload_all()
    page.show_part(CasePart.CHECKLIST)

    def buttons() -> dict[str, Button]:
        return {each.accessibleName() or each.text(): each for each in cards_of("Demand").findChildren(Button)}

    def cards_of(title: str) -> Told:
        return next(each for each in cards(page, CasePart.CHECKLIST) if each.title.text().startswith(title))

    qtbot.waitUntil(lambda: any("That is not it" in name for name in buttons()), timeout=PATIENCE_MS)
    with qtbot.waitSignal(page.event_wanted) as wanted:
        buttons()["Show the entry of 2025-03-02 09:10 in the timeline"].click()
    assert wanted.args == [event_id]
    bench.show_page(PageKey.CASE)
    next(each for name, each in buttons().items() if name.startswith("It is there")).click()
    qtbot.waitUntil(lambda: "There · decisive" in said(cards_of("Demand")), timeout=PATIENCE_MS)


def said(card: Told) -> list[str]:
    return [each.text() for each in card.findChildren(PlainLabel)]


def cards(page: CasePage, key: CasePart) -> list[Told]:
    return page.parts[key].findChildren(Told)


def titles(page: CasePage, key: CasePart) -> list[str]:
    return [card.title.text() for card in cards(page, key) if card.isVisibleTo(page)]


def test_findings_are_told_with_their_source_and_lead_to_their_entries(qtbot: QtBot, page: CasePage) -> None:
    page.show_part(CasePart.FINDINGS)
    assert any(title.startswith("P1") for title in titles(page, CasePart.FINDINGS))
    part = page.parts[CasePart.FINDINGS]
    way = next(button for button in part.findChildren(Button) if button.text() == "2025-03-01 23:10")
    with qtbot.waitSignal(page.event_wanted):
        way.click()


def asked(qtbot: QtBot, page: CasePage, button: Button, values: dict[str, object]) -> None:
    """Press a button and fill in the sheet that it opens."""
    button.click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(ItemSheet)), timeout=PATIENCE_MS)
    sheet = page.window().findChildren(ItemSheet)[-1]
    for name, value in values.items():
        sheet.grid.fields[name].show_value(value)  # type: ignore[arg-type]
    sheet.primary.click()
    qtbot.waitUntil(lambda: sheet not in page.window().findChildren(ItemSheet), timeout=PATIENCE_MS)


def button(qtbot: QtBot, page: CasePage, key: CasePart, words: str) -> Button:
    """Return a button of a part once it is there: Qt shows what is added to a layout a moment later."""
    page.show_part(key)

    def found() -> list[Button]:
        known = page.parts[key].findChildren(Button)
        return [each for each in known if each.text() == words and each.isVisibleTo(page)]

    qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE_MS)
    return found()[0]


def kept(bench: Workbench, kind: type[ItemT]) -> list[ItemT]:
    session = bench.desk.session
    assert session is not None
    with session.vault.read() as catalog:
        return catalog.items(bench.desk.dispute_id, kind)


def test_numbers_typed_in_one_line_count_each_and_what_matches_nothing_is_said(qtbot: QtBot, page: CasePage) -> None:
    edit = button(qtbot, page, CasePart.CHANNELS, "Edit")
    asked(qtbot, page, edit, {"numbers": ("955 00、9*，123456 1069*",)})
    qtbot.waitUntil(lambda: page.found is not None and bool(page.found.unmatched), timeout=PATIENCE_MS)
    assert page.found is not None
    assert page.found.stated.institution is not None
    assert page.found.stated.institution.numbers == ("955 00", "9*", "123456", "1069*")
    assert "C1" in {each.rule.id for each in page.found.findings}
    for key in (CasePart.CHANNELS, CasePart.FINDINGS):
        page.show_part(key)
        said = [label.text() for label in page.parts[key].findChildren(PlainLabel)]
        assert any("9*, 123456, 1069*" in words for words in said)


def test_a_collection_agency_is_said_to_be_one_and_told_where_the_institution_and_its_people_are(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    edit = button(qtbot, page, CasePart.CHANNELS, "Edit")
    asked(qtbot, page, edit, {"institution_type": InstitutionType.OUTSOURCED_COLLECTOR})
    qtbot.waitUntil(lambda: bool(kept(bench, Institution)), timeout=PATIENCE_MS)
    assert kept(bench, Institution)[0].circumstances == ("debt_collector", "outsourced_collector")
    words = "Collection agency, commissioned by a financial institution"
    for key in (CasePart.CHANNELS, CasePart.PROMISES):
        page.show_part(key)
        qtbot.waitUntil(
            lambda key=key: any(words in each.text() for each in page.parts[key].findChildren(PlainLabel)),
            timeout=PATIENCE_MS,
        )
    again = button(qtbot, page, CasePart.CHANNELS, "Edit")
    asked(qtbot, page, again, {"institution_type": InstitutionType.NOT_SAID})
    qtbot.waitUntil(lambda: kept(bench, Institution)[0].circumstances == (), timeout=PATIENCE_MS)


def test_a_finding_is_left_out_with_a_reason_and_taken_in_again(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    asked(qtbot, page, button(qtbot, page, CasePart.FINDINGS, "Leave out…"), {"reason": "约定过"})
    qtbot.waitUntil(lambda: len(kept(bench, Exclusion)) == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.found is not None and bool(page.found.excluded), timeout=PATIENCE_MS)
    button(qtbot, page, CasePart.FINDINGS, "Take in again").click()
    qtbot.waitUntil(lambda: kept(bench, Exclusion) == [], timeout=PATIENCE_MS)


def complained(bench: Workbench, body: str) -> str:
    """Record a complaint step on the timeline and return its id."""
    at = ClockReading(datetime(2025, 3, 3, 10, 15), Precision.MINUTE, TimeSource.TYPED, 100)
    step = NewEvent(kind=EventKind.COMPLAINT, time=choose([at]), direction=Direction.OUT, body=body, reference="N-7")
    assert bench.desk.session is not None
    event_id = record_event(bench.desk.session, bench.desk.dispute_id, step).id
    bench.desk.reload_all()
    return event_id


def test_a_complaint_of_the_timeline_stands_on_its_step_and_is_recorded_with_one_click(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    event_id = complained(bench, "12378")
    record = button(qtbot, page, CasePart.COMPLAINTS, "Record it as it is shown")
    said = [label.text() for label in page.parts[CasePart.COMPLAINTS].findChildren(PlainLabel)]
    assert "Filed on 2025-03-03 · number N-7 · from the timeline" in said
    assert kept(bench, Complaint) == []
    record.click()
    qtbot.waitUntil(lambda: bool(kept(bench, Complaint)), timeout=PATIENCE_MS)
    [filed] = kept(bench, Complaint)
    assert (filed.body, filed.reference, filed.filed_on, filed.event_id) == (
        "cn-nfra",
        "N-7",
        date(2025, 3, 3),
        event_id,
    )
    assert not filed.is_only_shown


def test_of_a_complaint_of_the_timeline_that_names_nobody_it_is_asked_with_whom(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    event_id = complained(bench, "")
    place = button(qtbot, page, CasePart.COMPLAINTS, "Record with whom…")
    asked(qtbot, page, place, {"body": "Police (110; 96110 for advice on fraud)"})
    qtbot.waitUntil(lambda: bool(kept(bench, Complaint)), timeout=PATIENCE_MS)
    assert [(each.body, each.reference, each.event_id) for each in kept(bench, Complaint)] == [
        ("cn-police", "N-7", event_id)
    ]


def test_the_limitation_is_shown_once_its_first_day_is_stated(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    part = page.parts[CasePart.COMPLAINTS]
    state = button(qtbot, page, CasePart.COMPLAINTS, "State from when it counts…")

    def said() -> str:
        return "\n".join(label.text() for label in part.findChildren(PlainLabel))

    assert "You have not stated it" in said()
    asked(qtbot, page, state, {"knew_on": date(2025, 3, 3)})
    qtbot.waitUntil(lambda: "2028-03-03" in said(), timeout=PATIENCE_MS)
    assert "You have not stated it" not in said()
    assert kept(bench, Institution)[0].knew_on == date(2025, 3, 3)


def test_a_complaint_is_recorded_starts_its_clocks_and_is_undone(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    filed = button(qtbot, page, CasePart.COMPLAINTS, "Record a complaint…")
    asked(qtbot, page, filed, {"filed_on": date(2025, 3, 3), "reference": "TS-1"})
    qtbot.waitUntil(lambda: page.found is not None and bool(page.found.ladder.clocks), timeout=PATIENCE_MS)
    [complaint] = kept(bench, Complaint)
    assert (complaint.body, complaint.reference) == ("cn-institution", "TS-1")
    said = [label.text() for label in page.parts[CasePart.COMPLAINTS].findChildren(PlainLabel)]
    assert any("2025-03-18" in words for words in said)
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: kept(bench, Complaint) == [], timeout=PATIENCE_MS)


def test_a_complaint_is_asked_for_the_day_of_filing_which_is_today_until_somebody_says_otherwise(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    button(qtbot, page, CasePart.COMPLAINTS, "Record a complaint…").click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(ItemSheet)), timeout=PATIENCE_MS)
    sheet = page.window().findChildren(ItemSheet)[-1]
    assert page.found is not None
    assert sheet.grid.values()["filed_on"] == page.found.today
    sheet.grid.fields["filed_on"].show_value(None)
    with pytest.raises(InputProblem, match="filing-day-missing"):
        sheet.submit()
    assert kept(bench, Complaint) == []
    sheet.reject()


def test_a_number_known_from_the_evidence_is_offered_for_the_complaint(
    qtbot: QtBot, named: CasePage, bench: Workbench
) -> None:
    session, found = bench.desk.session, named.found
    assert session is not None
    assert found is not None
    edit_event(session, found.happenings[0].event_id, {"reference": "HT-TS-1"})
    bench.desk.reload_all()
    qtbot.waitUntil(lambda: named.found is not None and bool(named.found.references), timeout=PATIENCE_MS)
    button(qtbot, named, CasePart.COMPLAINTS, "Record a complaint…").click()
    qtbot.waitUntil(lambda: bool(named.window().findChildren(ItemSheet)), timeout=PATIENCE_MS)
    sheet = named.window().findChildren(ItemSheet)[-1]
    [offered] = [each for each in sheet.findChildren(Button) if each.text() == "Use the number HT-TS-1"]
    offered.click()
    day = "Use 2025-03-01 (HT-TS-1)"
    next(each for each in sheet.findChildren(Button) if each.text() == day).click()
    sheet.submit()
    filed = [("HT-TS-1", date(2025, 3, 1))]
    qtbot.waitUntil(lambda: [(each.reference, each.filed_on) for each in kept(bench, Complaint)] == filed)
    qtbot.waitUntil(lambda: bench.bar.words.text() == "Saved: Complaint", timeout=PATIENCE_MS)


def test_a_ticket_number_in_a_message_is_offered_with_its_source_and_shows_the_filing(
    qtbot: QtBot, named: CasePage, bench: Workbench
) -> None:
    session, found = bench.desk.session, named.found
    assert session is not None
    assert found is not None
    words = NewEvent(
        kind=EventKind.MESSAGE,
        time=typed_time("2025-03-02 09:00"),
        direction=Direction.IN,
        party=found.dispute.institution,
        text="您好，您的投诉编号：TS20250302-0088",
    )
    event = record_event(session, bench.desk.dispute_id, words)
    bench.desk.reload_all()
    told = len(found.happenings)
    qtbot.waitUntil(lambda: named.found is not None and len(named.found.happenings) > told, timeout=PATIENCE_MS)
    button(qtbot, named, CasePart.COMPLAINTS, "Record a complaint…").click()
    qtbot.waitUntil(lambda: bool(named.window().findChildren(ItemSheet)), timeout=PATIENCE_MS)
    sheet = named.window().findChildren(ItemSheet)[-1]
    source = f"Use the number TS20250302-0088 ({found.dispute.institution}, 2025-03-02)"
    [offered] = [each for each in sheet.findChildren(Button) if each.text() == source]
    assert "您的投诉编号：TS20250302-0088" in offered.toolTip()
    offered.click()
    sheet.grid.fields["filed_on"].show_value(date(2025, 3, 1))
    sheet.submit()
    filed = [("TS20250302-0088", event.id)]
    qtbot.waitUntil(lambda: [(each.reference, each.event_id) for each in kept(bench, Complaint)] == filed)


def test_a_new_channel_says_nothing_of_where_it_is_known_from(qtbot: QtBot, named: CasePage, bench: Workbench) -> None:
    button(qtbot, named, CasePart.CHANNELS, "Add a channel…").click()
    sheet = named.window().findChildren(ChannelSheet)[-1]
    sheet.grid.fields["value"].show_value("4008887766")
    sheet.submit()
    qtbot.waitUntil(lambda: bool(kept(bench, Channel)), timeout=PATIENCE_MS)
    [channel] = kept(bench, Channel)
    assert (channel.kind, channel.known_from) == (ChannelKind.HOTLINE, KnownFrom.NOT_SAID)


def test_a_filing_kept_without_its_day_says_that_no_period_runs(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    assert bench.desk.session is not None
    with bench.desk.session.vault.change() as tx:  # as kept before the day was asked for
        tx.add_item(Complaint(id="c", dispute_id=bench.desk.dispute_id, body="cn-institution"))
    page.show_part(CasePart.COMPLAINTS)
    page.reload()
    qtbot.waitUntil(
        lambda: any(
            "no period runs" in label.text() for label in page.parts[CasePart.COMPLAINTS].findChildren(PlainLabel)
        ),
        timeout=PATIENCE_MS,
    )


def test_the_dossier_that_was_filed_is_chosen_among_those_exported(
    qtbot: QtBot, page: CasePage, bench: Workbench, tmp_path: Path
) -> None:
    session, options = bench.desk.session, ExportOptions(profile="plain", language=Language.EN)
    assert session is not None
    exported = export_dossier(session, bench.desk.dispute_id, tmp_path / "dossier.pdf", options, Silent())
    button(qtbot, page, CasePart.COMPLAINTS, "Record a complaint…").click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(ItemSheet)), timeout=PATIENCE_MS)
    sheet = page.window().findChildren(ItemSheet)[-1]
    [offered] = [each for each in sheet.findChildren(Button) if each.text().startswith("The dossier of ")]
    offered.click()
    assert sheet.grid.values()["dossier_sha256"] == hashlib.sha256(exported.path.read_bytes()).hexdigest()
    sheet.reject()


def test_a_promise_is_marked_as_kept_and_its_finding_goes(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    page.show_part(CasePart.PROMISES)
    choices = page.parts[CasePart.PROMISES].findChildren(Choice)
    choices[-1].set_member(PromiseState.KEPT)
    choices[-1].activated.emit(choices[-1].currentIndex())
    qtbot.waitUntil(
        lambda: [each.state for each in kept(bench, PromiseRecord)] == [PromiseState.KEPT], timeout=PATIENCE_MS
    )
    qtbot.waitUntil(
        lambda: page.found is not None and "P1" not in {each.rule.id for each in page.found.findings},
        timeout=PATIENCE_MS,
    )


def test_a_channel_shows_the_picture_on_which_it_was_found(
    qtbot: QtBot, page: CasePage, bench: Workbench, screenshot: Path
) -> None:
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        bench.arrivals.receive(Arrival(paths=(screenshot,)))
    qtbot.waitUntil(lambda: len(lines_of(bench.desk.entries)) == 1, timeout=PATIENCE_MS)
    bench.show_page(PageKey.CASE)
    button(qtbot, page, CasePart.CHANNELS, "Add a channel…").click()
    sheet = page.window().findChildren(ChannelSheet)[-1]
    sheet.grid.fields["value"].show_value("95500")
    sheet.shown.add.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ExhibitPicker), timeout=PATIENCE_MS)
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, ExhibitPicker)
    picker.list.toggle(picker.list.item(picker.list.count() - 1))
    picker.primary.click()
    sheet.primary.click()
    qtbot.waitUntil(lambda: [each.exhibit_id != "" for each in kept(bench, Channel)] == [True], timeout=PATIENCE_MS)
    part = page.parts[CasePart.CHANNELS]
    qtbot.waitUntil(lambda: any("Seen on: Exhibit 1" in each.text() for each in part.findChildren(PlainLabel)))


def test_a_look_alike_domain_is_doubted(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    asked(qtbot, page, button(qtbot, page, CasePart.CHANNELS, "Edit"), {"domains": ("example-loan.com",)})
    qtbot.waitUntil(lambda: bool(kept(bench, Institution)), timeout=PATIENCE_MS)
    site = {"kind": ChannelKind.WEBSITE, "value": "https://examp1e-loan.com/x"}
    asked(qtbot, page, button(qtbot, page, CasePart.CHANNELS, "Add a channel…"), site)
    qtbot.waitUntil(lambda: page.found is not None and bool(page.found.doubts), timeout=PATIENCE_MS)
    said = [label.text() for label in page.parts[CasePart.CHANNELS].findChildren(PlainLabel)]
    assert any("looks like example-loan.com" in words for words in said)


def test_a_look_alike_domain_that_only_a_message_names_is_warned_of_with_a_way_to_it(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    assert bench.desk.session is not None
    at = ClockReading(datetime(2025, 3, 2, 9, 0), Precision.MINUTE, TimeSource.TYPED, 100)
    text = "Refund at https://examp1e-loan.com/x"
    fake = NewEvent(kind=EventKind.MESSAGE, time=choose([at]), direction=Direction.IN, number="1069", text=text)
    record_event(bench.desk.session, bench.desk.dispute_id, fake)
    asked(qtbot, page, button(qtbot, page, CasePart.CHANNELS, "Edit"), {"domains": ("example-loan.com",)})
    part = page.parts[CasePart.CHANNELS]
    warned = "Do not open: examp1e-loan.com"
    qtbot.waitUntil(lambda: any(warned == each.text() for each in part.findChildren(PlainLabel)), timeout=PATIENCE_MS)
    assert not kept(bench, Channel)


def test_the_keyboard_stays_at_its_control_when_what_it_changed_is_shown(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    page.show_part(CasePart.PROMISES)
    part = page.parts[CasePart.PROMISES]
    choice = part.findChildren(Choice)[-1]
    name = choice.accessibleName()
    choice.setFocus()
    choice.set_member(PromiseState.BROKEN)
    gone: list[bool] = []
    choice.destroyed.connect(lambda *_: gone.append(True))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE_MS)
    assert page.found is not None
    assert page.found.stated.promises
    focused = bench.focusWidget()
    assert isinstance(focused, Choice)
    assert focused.accessibleName() == name


def test_what_is_shown_stays_where_nothing_of_it_changed(qtbot: QtBot, page: CasePage) -> None:
    page.show_part(CasePart.FINDINGS)
    before, found = cards(page, CasePart.FINDINGS), page.found
    with qtbot.waitSignal(page.caught_up, timeout=PATIENCE_MS):
        page.reload()
    assert page.found is found
    assert cards(page, CasePart.FINDINGS) == before


def test_a_refused_change_leaves_what_is_shown(page: CasePage, bench: Workbench) -> None:
    page.show_part(CasePart.FINDINGS)
    before = cards(page, CasePart.FINDINGS)
    bench.desk.failed.emit(InputProblem("event-unknown", id="gone"))
    assert before
    assert cards(page, CasePart.FINDINGS) == before


def test_every_part_can_be_shown(qtbot: QtBot, page: CasePage) -> None:
    for key in CasePart:
        page.show_part(key)
        assert page.parts[key].isVisibleTo(page)


def test_the_ladder_is_drawn_with_how_long_each_complaint_waited(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    session = bench.desk.session
    assert session is not None
    answered = {"filed_on": date(2025, 4, 1), "replied_on": date(2025, 4, 11)}
    state(session, Complaint(id="", dispute_id=bench.desk.dispute_id, body="cn-institution", **answered))
    bench.desk.reload_all()
    page.show_part(CasePart.PICTURES)
    qtbot.waitUntil(lambda: len(page.findChildren(LadderPicture)) == 1, timeout=PATIENCE_MS)
    [picture] = page.findChildren(LadderPicture)
    told = "The institution's complaints office: filed 2025-04-01, answered 2025-04-11 after 10 days"
    assert picture.accessibleName() == f"Complaints and their periods: {told}"
    assert picture.words_at(QPointF(5, 5)) == told


def test_the_ladders_words_have_room_however_many_lines_they_need(qtbot: QtBot) -> None:
    filed = Complaint(id="c", dispute_id="d", body="somebody", filed_on=date(2025, 4, 1))
    chart = ladder_chart(Ladder(()), [filed], date(2025, 5, 1))
    assert chart is not None
    picture = LadderPicture(chart, lambda _: "filed with somebody whose name is long " * 4)
    qtbot.addWidget(picture)
    picture.resize(2000, 400)
    wide = picture.height_now()
    picture.resize(200, 400)
    assert picture.height_now() - wide > 3 * picture.fontMetrics().height()


def test_the_same_promise_said_again_is_one_card_with_all_its_entries_and_one_decision_for_each_day(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    assert bench.desk.session is not None
    for day, hour, due in ((1, 23, 4), (2, 9, 4), (10, 9, 13)):
        at = ClockReading(datetime(2025, 3, day, hour, 30), Precision.MINUTE, TimeSource.TYPED, 100)
        said = NewEvent(
            kind=EventKind.CALL,
            time=choose([at]),
            direction=Direction.IN,
            number="95500",
            promise="三天内答复",
            promise_due=date(2025, 3, due),
        )
        record_event(bench.desk.session, bench.desk.dispute_id, said)
    bench.desk.reload_all()
    qtbot.waitUntil(lambda: page.found is not None and page.found.promises[0].said == 4, timeout=PATIENCE_MS)
    page.show_part(CasePart.PROMISES)
    part = page.parts[CasePart.PROMISES]
    [card] = [each for each in part.findChildren(Told) if "三天内答复" in each.title.text()]
    words = [label.text() for label in card.findChildren(PlainLabel)]
    assert "Promised 2 times:" in words
    ways = [each.text() for each in card.findChildren(Button)]
    assert [way for way in ways if way.startswith("2025-03")] == [
        "2025-03-01 23:10",
        "2025-03-01 23:30",
        "2025-03-02 09:30",
        "2025-03-10 09:30",
    ]
    first, last = card.findChildren(Choice)
    assert first.accessibleName() != last.accessibleName()
    first.set_member(PromiseState.BROKEN)
    first.activated.emit(first.currentIndex())
    qtbot.waitUntil(lambda: len(kept(bench, PromiseRecord)) == 3, timeout=PATIENCE_MS)
    assert {each.state for each in kept(bench, PromiseRecord)} == {PromiseState.BROKEN}
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: not kept(bench, PromiseRecord), timeout=PATIENCE_MS)


def test_of_many_entries_the_others_are_shown_on_demand_and_the_keyboard_goes_on(qtbot: QtBot, english: None) -> None:
    times = {str(number): f"no. {number}" for number in range(80)}
    gone: list[str] = []
    holder = ways_to(times, times, gone.append)
    assert holder is not None
    qtbot.addWidget(holder)
    holder.show()

    def shown() -> list[Button]:
        return [each for each in holder.findChildren(Button) if not each.isHidden()]

    assert [each.text() for each in shown()] == [*(f"no. {number}" for number in range(6)), "+ 74"]
    assert shown()[-1].accessibleName() == "Show 74 more"
    shown()[-1].setFocus()
    shown()[-1].click()
    focused = holder.window().focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "no. 6"
    qtbot.waitUntil(lambda: len(shown()) == 67)
    next(each for each in shown() if each.text().startswith("+")).click()
    qtbot.waitUntil(lambda: len(shown()) == 80)
    shown()[-1].click()
    assert gone == ["79"]
