"""The parts of the case page: what they tell, where they lead, what can be said in them."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import (
    Channel,
    ChannelKind,
    Exclusion,
    Institution,
    InstitutionType,
    KnownFrom,
    PromiseRecord,
    PromiseState,
)
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language
from evidence_app.rules.law import About, rules
from tests.ui.acting import PATIENCE_MS
from tests.ui.casework.pressing import asked, button, cards, kept, said, titles
from ui.casework.channel_sheet import ChannelSheet
from ui.casework.page import CasePage, CasePart
from ui.casework.section import Told, ways_to
from ui.controls import Button, Choice, PlainLabel
from ui.dropping import Arrival
from ui.exhibit_lines import lines_of
from ui.sheets.exhibits import ExhibitPicker
from ui.tabs import PageKey
from ui.workbench import Workbench


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


def test_what_nobody_said_anything_of_is_left_to_the_timeline_in_words(page: CasePage) -> None:
    page.show_part(CasePart.CHECKLIST)
    choices = page.parts[CasePart.CHECKLIST].findChildren(Choice)
    assert choices
    assert {each.currentText() for each in choices} == {"By what the timeline shows"}


def test_findings_are_told_in_words_with_their_source_and_lead_to_their_entries(qtbot: QtBot, page: CasePage) -> None:
    page.show_part(CasePart.FINDINGS)
    assert "A promise ran out" in titles(page, CasePart.FINDINGS)  # without the rule's code
    part = page.parts[CasePart.FINDINGS]
    way = next(button for button in part.findChildren(Button) if button.text() == "2025-03-01 23:10")
    with qtbot.waitSignal(page.event_wanted):
        way.click()


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


def test_a_reminder_of_ones_own_evidence_says_that_nobody_else_reads_it(
    qtbot: QtBot, page: CasePage, bench: Workbench, screenshot: Path
) -> None:
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        bench.arrivals.receive(Arrival(paths=(screenshot,)))
    page.show_part(CasePart.FINDINGS)

    titles_of_reminders = {rule.title[Language.EN] for rule in rules() if rule.about is About.EVIDENCE}

    def reminders() -> list[Told]:
        return [each for each in cards(page, CasePart.FINDINGS) if each.title.text() in titles_of_reminders]

    qtbot.waitUntil(lambda: bool(reminders()), timeout=PATIENCE_MS)
    labels = [each.text() for each in page.parts[CasePart.FINDINGS].findChildren(PlainLabel)]
    assert any("in no dossier and in no letter" in words for words in labels)
    order = [each.title.text() in titles_of_reminders for each in cards(page, CasePart.FINDINGS)]
    assert order == sorted(order)  # apart from what others did, and after it
    assert not any(each.text() == "Leave out…" for card in reminders() for each in card.findChildren(Button))


def test_a_new_channel_says_nothing_of_where_it_is_known_from(qtbot: QtBot, named: CasePage, bench: Workbench) -> None:
    button(qtbot, named, CasePart.CHANNELS, "Add a channel…").click()
    sheet = named.window().findChildren(ChannelSheet)[-1]
    sheet.grid.fields["value"].show_value("4008887766")
    sheet.submit()
    qtbot.waitUntil(lambda: bool(kept(bench, Channel)), timeout=PATIENCE_MS)
    [channel] = kept(bench, Channel)
    assert (channel.kind, channel.known_from) == (ChannelKind.HOTLINE, KnownFrom.NOT_SAID)


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
