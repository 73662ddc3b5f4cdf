"""Complaints on the case page: recorded, answered, drawn."""

import hashlib
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from evidence_app.actions.edit import edit_dispute, edit_event
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.workspace import add as state
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.typed_time import typed_time
from evidence_app.domain.workspace import NO_ACKNOWLEDGEMENT, Complaint, EventMark, Institution
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from evidence_app.rules.ladder import Ladder
from evidence_app.rules.ladder_chart import ladder_chart
from tests.ui.acting import PATIENCE_MS
from tests.ui.casework.pressing import asked, button, kept
from ui.casework.charts import LadderPicture
from ui.casework.item_sheet import ItemSheet
from ui.casework.page import CasePage, CasePart
from ui.casework.ticking import TickList
from ui.controls import Button, PlainLabel
from ui.workbench import Workbench


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
    place = button(qtbot, page, CasePart.COMPLAINTS, "Record where it was filed…")
    asked(qtbot, page, place, {"body": "Police (110; 96110 for advice on fraud)"})
    qtbot.waitUntil(lambda: bool(kept(bench, Complaint)), timeout=PATIENCE_MS)
    assert [(each.body, each.reference, each.event_id) for each in kept(bench, Complaint)] == [
        ("cn-police", "N-7", event_id)
    ]


def ticked(page: CasePage, name: str) -> None:
    """Tick the first line of a list in the sheet that is open."""
    sheet = page.window().findChildren(ItemSheet)[-1]
    [ticks] = [each for each in sheet.findChildren(TickList) if each.list.accessibleName() == name]
    ticks.list.item(0).setCheckState(Qt.CheckState.Checked)


def test_a_filing_is_joined_with_its_entry_and_with_the_answers_on_the_timeline(
    qtbot: QtBot, named: CasePage, bench: Workbench
) -> None:
    event_id = complained(bench, "")
    button(qtbot, named, CasePart.COMPLAINTS, "Record a complaint…")
    qtbot.waitUntil(lambda: named.found is not None and bool(named.found.unplaced_filings), timeout=PATIENCE_MS)
    file = button(qtbot, named, CasePart.COMPLAINTS, "Record a complaint…")
    file.click()
    qtbot.waitUntil(lambda: bool(named.window().findChildren(ItemSheet)), timeout=PATIENCE_MS)
    sheet = named.window().findChildren(ItemSheet)[-1]
    sheet.grid.fields["filed_on"].show_value(date(2025, 3, 1))
    ticked(named, "Entry that shows it was filed")
    sheet.primary.click()
    qtbot.waitUntil(lambda: bool(kept(bench, Complaint)), timeout=PATIENCE_MS)
    assert [each.event_id for each in kept(bench, Complaint)] == [event_id]
    answer = button(qtbot, named, CasePart.COMPLAINTS, "Record what became of it…")
    answer.click()
    qtbot.waitUntil(lambda: len(named.window().findChildren(TickList)) > 1, timeout=PATIENCE_MS)
    ticked(named, "Entries that are answers")
    named.window().findChildren(ItemSheet)[-1].primary.click()
    qtbot.waitUntil(lambda: bool(kept(bench, Complaint)[0].reply_ids), timeout=PATIENCE_MS)
    [filed] = kept(bench, Complaint)
    assert named.found is not None
    assert filed.event_id == event_id
    assert set(filed.reply_ids) <= named.found.theirs


def test_that_something_is_no_acknowledgement_is_said_with_one_click(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    session, dispute_id = bench.desk.session, bench.desk.dispute_id
    assert session is not None
    edit_dispute(session, dispute_id, {"zone_name": "Asia/Hong_Kong"})
    filed = Complaint(
        id="", dispute_id=dispute_id, body="hk-institution", filed_on=date(2025, 3, 1), reference="CMP-0042"
    )
    state(session, filed)
    at = ClockReading(datetime(2025, 3, 3, 10, 15), Precision.MINUTE, TimeSource.TYPED, 100)
    told = NewEvent(kind=EventKind.MESSAGE, time=choose([at]), direction=Direction.IN, text="CMP-0042 處理中")
    event_id = record_event(session, dispute_id, told).id
    bench.desk.reload_all()
    deny = button(qtbot, page, CasePart.COMPLAINTS, "It does not acknowledge the complaint")
    deny.click()
    qtbot.waitUntil(lambda: bool(kept(bench, EventMark)), timeout=PATIENCE_MS)
    [mark] = kept(bench, EventMark)
    assert (mark.event_id, mark.tags) == (event_id, (NO_ACKNOWLEDGEMENT,))
    qtbot.waitUntil(
        lambda: page.found is not None and not any(each.perhaps_met_on for each in page.found.ladder.clocks)
    )


def test_that_an_entry_is_the_answer_is_said_with_one_click(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    session, dispute_id = bench.desk.session, bench.desk.dispute_id
    assert session is not None
    filed = Complaint(id="", dispute_id=dispute_id, body="cn-nfra", filed_on=date(2025, 3, 1), reference="CMP-0042")
    state(session, filed)
    at = ClockReading(datetime(2025, 3, 3, 10, 15), Precision.MINUTE, TimeSource.TYPED, 100)
    told = NewEvent(kind=EventKind.MESSAGE, time=choose([at]), direction=Direction.IN, text="投诉CMP-0042已办结")
    event_id = record_event(session, dispute_id, told).id
    bench.desk.reload_all()
    button(qtbot, page, CasePart.COMPLAINTS, "It is the answer").click()
    qtbot.waitUntil(lambda: any(each.replied_on for each in kept(bench, Complaint)), timeout=PATIENCE_MS)
    [answered] = [each for each in kept(bench, Complaint) if each.replied_on]
    assert (answered.replied_on, answered.reply_ids) == (date(2025, 3, 3), (event_id,))


def test_the_limitation_is_shown_once_its_first_day_is_stated(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    part = page.parts[CasePart.COMPLAINTS]
    state = button(qtbot, page, CasePart.COMPLAINTS, "State from when it counts…")

    def said() -> str:
        return "\n".join(label.text() for label in part.findChildren(PlainLabel))

    assert "You have not stated it" in said()
    asked(qtbot, page, state, {"knew_on": date(2025, 3, 3)})
    stated = "2028-03-03", "You have not stated it"  # cards that are let go are there for a moment yet
    qtbot.waitUntil(lambda: [each in said() for each in stated] == [True, False], timeout=PATIENCE_MS)
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
    move = button(qtbot, page, CasePart.COMPLAINTS, "Move to another body…")
    asked(qtbot, page, move, {"body": "12378"})
    qtbot.waitUntil(lambda: [each.body for each in kept(bench, Complaint)] == ["12378"], timeout=PATIENCE_MS)
    remove = button(qtbot, page, CasePart.COMPLAINTS, "Remove this complaint…")
    verbs = remove.parentWidget().findChildren(Button)
    assert [each.y() for each in verbs] == [0, 0, 0]  # what became of it, another body, none: beside each other
    asked(qtbot, page, remove, {"reason": "recorded twice"})
    qtbot.waitUntil(lambda: kept(bench, Complaint) == [], timeout=PATIENCE_MS)
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: kept(bench, Complaint) != [], timeout=PATIENCE_MS)
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: kept(bench, Complaint) == [complaint], timeout=PATIENCE_MS)
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


def test_a_filing_says_from_which_days_its_periods_are_counted_and_that_none_runs_without_one(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    passed_on = {"filed_on": date(2025, 3, 3), "transferred_on": date(2025, 3, 7), "replied_on": date(2025, 3, 20)}
    assert bench.desk.session is not None
    with bench.desk.session.vault.change() as tx:  # as kept before the day was asked for
        tx.add_item(Complaint(id="c", dispute_id=bench.desk.dispute_id, body="cn-institution"))
        tx.add_item(Complaint(id="p", dispute_id=bench.desk.dispute_id, body="cn-nfra", **passed_on))  # type: ignore[arg-type]
    page.show_part(CasePart.COMPLAINTS)
    page.reload()

    def said() -> str:
        return "\n".join(label.text() for label in page.parts[CasePart.COMPLAINTS].findChildren(PlainLabel))

    told = "passed on to the institution on 2025-03-07 · answered on 2025-03-20", "no period runs"
    qtbot.waitUntil(lambda: all(each in said() for each in told), timeout=PATIENCE_MS)


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
