"""The overview page: one glance, and what to do next."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.edit import edit_dispute, edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session
from evidence_app.actions.workspace import add as state
from evidence_app.domain import long_timeline
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Basis, Beginning, Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.typed_time import typed_time
from evidence_app.domain.workspace import Complaint, Institution, PromiseRecord, PromiseState
from evidence_app.phrases import Language
from evidence_app.progress import Cancelled, Progress
from evidence_app.rules.documents import Documents
from evidence_app.rules.workspace import Stated, work_out
from tests.ui.acting import PATIENCE_MS, add
from tests.ui.test_timeline_model import START, entry
from tests.unit.rules.situations import call, message, payment
from ui.casework.charts import LadderPicture
from ui.controls import Button, PlainLabel
from ui.i18n import language
from ui.overview.case import CaseStanding, CaseWords, case_standing, stands
from ui.overview.glance import SinceLine
from ui.overview.page import OverviewPage
from ui.overview.standing import Known, Logged, Task, Wait, logged, standing
from ui.overview.tasks import TaskWords
from ui.tabs import PageKey
from ui.timeline.outline import outlined
from ui.workbench import Workbench

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


def shown(qtbot: QtBot, bench: Workbench, backed_up_at: datetime | None = None) -> OverviewPage:
    page = OverviewPage(bench.desk, bench.witnessing, lambda: backed_up_at)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def waits(page: OverviewPage) -> list[Wait]:
    return [line.task.wait for line in page.tasks.lines()]


def until(qtbot: QtBot, page: OverviewPage, *wanted: Wait) -> None:
    qtbot.waitUntil(lambda: set(wanted) <= set(waits(page)), timeout=PATIENCE_MS)


def test_an_empty_dispute_begins_with_evidence(qtbot: QtBot, bench: Workbench) -> None:
    page = shown(qtbot, bench)
    until(qtbot, page, Wait.EVIDENCE)
    assert waits(page) == [Wait.EVIDENCE, Wait.DEMANDS, Wait.COMPLAINANT]
    with qtbot.waitSignal(page.files_wanted):
        page.tasks.lines()[0].button.click()


def test_a_large_window_has_three_columns_and_a_small_one_two(qtbot: QtBot, bench: Workbench) -> None:
    page = shown(qtbot, bench)
    qtbot.waitUntil(lambda: not page.numbers.isHidden(), timeout=PATIENCE_MS)
    page.resize(2000, 900)
    qtbot.waitUntil(lambda: page.numbers.x() > page.tasks.mapTo(page, page.tasks.rect().topRight()).x())
    page.resize(1000, 900)
    qtbot.waitUntil(lambda: page.numbers.x() < page.tasks.mapTo(page, page.tasks.rect().topRight()).x())


def test_a_page_that_opens_in_a_large_window_gives_every_line_its_height(qtbot: QtBot, bench: Workbench) -> None:
    """Cards that change columns as the page opens are laid out by what they hold then, not by what they held before."""
    page = OverviewPage(bench.desk, bench.witnessing, lambda: None)
    qtbot.addWidget(page)
    page.resize(2000, 900)
    page.show()
    until(qtbot, page, Wait.EVIDENCE)
    lines = [line.words for line in page.tasks.lines()]
    qtbot.waitUntil(lambda: all(each.height() >= each.heightForWidth(each.width()) > 0 for each in lines))


def test_no_number_is_told_before_it_is_known(qtbot: QtBot, bench: Workbench) -> None:
    """Zero exhibits and nothing to do would be a fright or a false relief."""
    page = shown(qtbot, bench)
    assert page.numbers.isHidden()
    qtbot.waitUntil(lambda: not page.numbers.isHidden(), timeout=PATIENCE_MS)
    assert page.known_of == bench.desk.dispute_id


def test_a_promise_made_in_a_call_counts_among_the_promises(qtbot: QtBot, bench: Workbench) -> None:
    given = NewEvent(kind=EventKind.CALL, time=typed_time("2025-02-22 09:00"), promise="call back")
    assert bench.desk.session is not None
    record_event(bench.desk.session, bench.desk.dispute_id, given)
    bench.desk.reload_timeline()
    page = shown(qtbot, bench)
    qtbot.waitUntil(lambda: page.case_standing is not None, timeout=PATIENCE_MS)
    assert page.case_standing is not None
    assert dict(page.case_standing.kinds) == {EventKind.PROMISE: 1, EventKind.CALL: 1}


def test_since_when_is_what_the_person_says_else_by_which_entry_it_is_known(qtbot: QtBot, bench: Workbench) -> None:
    session, dispute_id = bench.desk.session, bench.desk.dispute_id
    assert session is not None
    assert bench.desk.dispute is not None
    said = {"direction": Direction.OUT, "party": bench.desk.dispute.institution, "text": "我要投诉，请退款"}
    record_event(session, dispute_id, NewEvent(kind=EventKind.NOTE, time=typed_time("2025-01-05"), text="topped up"))
    told = record_event(
        session, dispute_id, NewEvent(kind=EventKind.MESSAGE, time=typed_time("2025-02-22 09:00"), **said)
    )
    bench.desk.reload_timeline()
    page = shown(qtbot, bench)
    since = page.glance.since
    qtbot.waitUntil(lambda: since.day.text().startswith("2025-02-22 · "), timeout=PATIENCE_MS)
    assert not since.basis.isHidden()
    with qtbot.waitSignal(page.event_wanted) as wanted:
        since.show_entry.click()
    assert wanted.args == [told.id]
    with qtbot.waitSignal(page.field_wanted) as field:
        since.say.click()
    assert field.args == ["disputed_since"]
    edit_dispute(session, dispute_id, {"disputed_since": date(2025, 2, 20)})
    bench.desk.reload_disputes()
    qtbot.waitUntil(lambda: since.day.text().startswith("2025-02-20 · "), timeout=PATIENCE_MS)
    assert since.show_entry.isHidden()
    day = (datetime.now(bench.desk.dispute.zone).date() - date(2025, 2, 20)).days + 1
    assert str(day) in bench.header.facts.text()


@pytest.mark.parametrize("from_where", [long_timeline.LONG, 1])
def test_the_days_below_the_title_count_from_what_shows_the_trouble(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch, from_where: int
) -> None:
    monkeypatch.setattr(long_timeline, "LONG", from_where)
    session, dispute = bench.desk.session, bench.desk.dispute
    assert session is not None
    assert dispute is not None
    said = {"direction": Direction.OUT, "party": dispute.institution, "text": "我要投诉，请退款"}
    record_event(session, dispute.id, NewEvent(kind=EventKind.NOTE, time=typed_time("2025-01-05"), text="topped up"))
    bench.desk.reload_timeline()
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 1, timeout=PATIENCE_MS)
    record_event(session, dispute.id, NewEvent(kind=EventKind.MESSAGE, time=typed_time("2025-02-22 09:00"), **said))
    bench.desk.reload_timeline()
    day = (datetime.now(dispute.zone).date() - date(2025, 2, 22)).days + 1
    qtbot.waitUntil(lambda: f"day {day}" in bench.header.facts.text(), timeout=PATIENCE_MS)


def test_an_entry_that_shows_the_trouble_is_not_called_the_first_where_earlier_ones_depart_from_a_standard(
    qtbot: QtBot, english: None
) -> None:
    line = SinceLine()
    qtbot.addWidget(line)
    told = {}
    for basis, is_late in ((Basis.SHOWN, False), (Basis.SHOWN, True), (Basis.FILED, True)):
        line.show_basis(Beginning(date(2026, 8, 12), basis, "event"), is_late=is_late)
        told[basis, is_late] = line.basis.text()
    assert "first entry" in told[Basis.SHOWN, False]
    assert "earlier ones depart" in told[Basis.SHOWN, True]
    assert told[Basis.FILED, True] == "by the first complaint"


def test_days_of_a_plan_that_are_still_to_come_are_no_days_with_events() -> None:
    now = START + timedelta(hours=1)
    created = {"institution": "速融宝", "created_at": now}
    given = Dispute(id="d", title="t", type=DisputeType.OTHER, **created)  # type: ignore[arg-type]
    outline = outlined([entry(number, hours=24 * day) for number, day in enumerate((0, 0.1, 1, 28))])
    assert standing(given, outline, Known(), now).day_count == 1


def test_money_that_a_wallet_and_a_bank_show_counts_as_one_payment() -> None:
    given = Dispute(
        id="d", title="t", type=DisputeType.OTHER, institution="速融宝", created_at=datetime(2025, 1, 1, tzinfo=UTC)
    )
    paid = [payment("2025-03-01", "35.90", Direction.OUT)._replace(party=each) for each in ("某商城", "某支付", "某店")]
    found = work_out(given, paid, Stated(), date(2025, 6, 1), Documents(twins=frozenset({paid[1].event_id})))
    assert dict(stands(found).kinds) == {EventKind.PAYMENT: 2}


def test_a_written_answer_of_the_same_minute_is_not_told_as_an_answered_call(qtbot: QtBot) -> None:
    given = Dispute(
        id="d", title="t", type=DisputeType.OTHER, institution="速融宝", created_at=datetime(2025, 1, 1, tzinfo=UTC)
    )
    reply = message("2025-03-01T10:00:00", text="已为您登记，会有专员核实")
    asked = message("2025-03-01T10:00:00", Direction.OUT, "请核实")
    known = Stated(institution=Institution(id="i", dispute_id="d", numbers=("95500",)))
    told = {}
    for first in (asked, call("2025-03-01T10:00:00", Direction.OUT, 60)):
        found = work_out(given, [first, reply], known, date(2025, 3, 2))
        told[first.kind] = " ".join(line.words for line in CaseWords().lines(stands(found)))
    assert "First reply within a minute" in told[EventKind.MESSAGE]
    assert "answered at once" not in told[EventKind.MESSAGE]
    assert "First call answered at once" in told[EventKind.CALL]


def test_a_new_exhibit_asks_to_be_described_exported_and_backed_up(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    add(qtbot, bench, screenshot)
    page = shown(qtbot, bench)
    until(qtbot, page, Wait.UNDESCRIBED, Wait.NEVER_EXPORTED, Wait.NO_BACKUP)
    line = next(line for line in page.tasks.lines() if line.task.wait is Wait.UNDESCRIBED)
    with qtbot.waitSignal(page.attention_wanted):
        line.button.click()


def test_what_is_done_is_no_longer_asked(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    session = bench.desk.session
    assert session is not None
    (exhibit,) = list_exhibits(session, bench.desk.dispute_id)
    edit_exhibit(session, exhibit.id, {"proves": "the money came"})
    edit_dispute(session, bench.desk.dispute_id, {"demands": ("cancel the loan",), "complainant": "Lin"})
    bench.desk.reload_disputes()
    qtbot.waitUntil(lambda: bool(bench.desk.dispute and bench.desk.dispute.demands), timeout=PATIENCE_MS)
    page = shown(qtbot, bench, datetime.now(UTC))
    until(qtbot, page, Wait.NEVER_EXPORTED)
    assert waits(page) == [Wait.NEVER_EXPORTED]


def test_an_overdue_promise_leads_to_its_entry(qtbot: QtBot, bench: Workbench) -> None:
    given = NewEvent(
        kind=EventKind.CALL, time=typed_time("2025-02-22 09:00"), promise="call back", promise_due=date(2025, 2, 25)
    )
    assert bench.desk.session is not None
    record_event(bench.desk.session, bench.desk.dispute_id, given)
    bench.desk.reload_timeline()
    qtbot.waitUntil(lambda: bool(bench.shown_event_ids()), timeout=PATIENCE_MS)
    page = shown(qtbot, bench)
    until(qtbot, page, Wait.OVERDUE)
    line = next(line for line in page.tasks.lines() if line.task.wait is Wait.OVERDUE)
    with qtbot.waitSignal(page.event_wanted) as told:
        line.button.click()
    assert told.args == bench.shown_event_ids()


def test_a_promise_that_somebody_marked_is_overdue_no_more(qtbot: QtBot, bench: Workbench) -> None:
    session, dispute_id = bench.desk.session, bench.desk.dispute_id
    assert session is not None
    facts = {"time": typed_time("2025-02-22 09:00"), "promise": "call back", "promise_due": date(2025, 2, 25)}
    made = record_event(session, dispute_id, NewEvent(kind=EventKind.CALL, **facts))
    state(session, PromiseRecord(id="", dispute_id=dispute_id, event_id=made.id, state=PromiseState.KEPT))
    bench.desk.reload_timeline()
    page = shown(qtbot, bench)
    qtbot.waitUntil(lambda: page.case_standing is not None, timeout=PATIENCE_MS)
    assert Wait.OVERDUE not in waits(page)


def test_while_nobody_said_whose_numbers_are_theirs_the_overview_asks_and_says_what_its_counts_leave_out(
    qtbot: QtBot, bench: Workbench
) -> None:
    session, dispute = bench.desk.session, bench.desk.dispute
    assert session is not None
    assert dispute is not None
    for number, party in (("95500", ""), ("", dispute.institution)):
        facts = {"number": number, "party": party, "duration_s": 60, "direction": Direction.OUT}
        call = NewEvent(kind=EventKind.CALL, time=typed_time("2025-02-22 09:00"), **facts)
        record_event(session, dispute.id, call)
        record_event(session, dispute.id, replace(call, direction=Direction.IN))
    bench.desk.reload_timeline()
    page = shown(qtbot, bench)
    until(qtbot, page, Wait.NUMBERS)
    line = next(line for line in page.tasks.lines() if line.task.wait is Wait.NUMBERS)
    with qtbot.waitSignal(page.part_wanted) as wanted:
        line.button.click()
    assert wanted.args == ["findings"]
    unsaid = "obody has said yet which numbers are theirs"
    assert any("First call answered" in words and unsaid in words for words in page.case.told)
    drawn = [label.text() for label in page.pictures.findChildren(PlainLabel)]
    assert any(unsaid in words for words in drawn)
    state(session, Institution(id="", dispute_id=dispute.id, numbers=("95500",)))
    page.reload()
    qtbot.waitUntil(lambda: Wait.NUMBERS not in waits(page), timeout=PATIENCE_MS)
    assert not any(unsaid in words for words in page.case.told)


def test_an_old_backup_is_told_with_its_age(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    page = shown(qtbot, bench, datetime.now(UTC) - timedelta(days=9))
    until(qtbot, page, Wait.OLD_BACKUP)
    line = next(line for line in page.tasks.lines() if line.task.wait is Wait.OLD_BACKUP)
    assert "9" in line.words.text()


def test_only_changes_after_the_last_export_make_it_old() -> None:
    kinds = CustodyKind
    before = [(kinds.OPEN, NOON), (kinds.ADD, NOON)]
    assert logged(before) == Logged()
    assert logged([*before, (kinds.EXPORT, NOON)]) == Logged(NOON)
    assert logged([*before, (kinds.EXPORT, NOON), (kinds.EDIT, NOON)]) == Logged(NOON, changed_since=True)
    assert logged([*before, (kinds.EDIT, NOON), (kinds.EXPORT, NOON)]) == Logged(NOON)


def test_the_page_changes_its_language_at_once(qtbot: QtBot, bench: Workbench) -> None:
    page = shown(qtbot, bench)
    until(qtbot, page, Wait.EVIDENCE)
    before = page.glance.title.text()
    language.choose(Language.ZH_HANS)
    assert page.glance.title.text() != before
    assert page.tasks.lines()[0].words.text() != ""


def test_no_task_is_without_words_in_any_language(qtbot: QtBot, bench: Workbench) -> None:
    words = TaskWords()
    for wait in Wait:
        task = Task(wait, 3, "e", date(2025, 2, 25))
        assert words.line(task)
        assert words.verb(task)


def test_writing_down_what_is_asked_begins_in_that_field(qtbot: QtBot, bench: Workbench) -> None:
    page = shown(qtbot, bench)
    until(qtbot, page, Wait.DEMANDS)
    for wait in (Wait.DEMANDS, Wait.COMPLAINANT):
        line = next(line for line in page.tasks.lines() if line.task.wait is wait)
        with qtbot.waitSignal(page.field_wanted) as told:
            line.button.click()
        assert hasattr(bench.desk.dispute, told.args[0])


def test_no_gap_stays_below_the_header_when_the_inspector_goes(qtbot: QtBot, bench: Workbench) -> None:
    assert bench.desk.session is not None
    title = "Surongbao: ¥3,000 paid out without an application"
    edit_dispute(bench.desk.session, bench.desk.dispute_id, {"title": title})
    bench.desk.reload_disputes()
    qtbot.waitUntil(lambda: bench.header.title.text() == title, timeout=PATIENCE_MS)
    bench.window().resize(1280, 720)
    for key in (PageKey.EVIDENCE, PageKey.OVERVIEW):
        bench.show_page(key)
        qtbot.wait(50)
        assert bench.pages.y() == bench.header.geometry().bottom() + 1


def test_a_vault_open_for_reading_asks_for_nothing_that_changes_it(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    add(qtbot, bench, screenshot)
    page = shown(qtbot, bench)
    until(qtbot, page, Wait.NEVER_EXPORTED)
    folder = bench.desk.folder
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        bench.desk.open(folder, read_only=True)
    until(qtbot, page, Wait.NO_BACKUP)
    assert waits(page) == [Wait.NO_BACKUP]
    assert not page.glance.edit.isEnabled()


def test_where_the_case_stands_leads_to_its_parts(qtbot: QtBot, bench: Workbench) -> None:
    page = shown(qtbot, bench)
    qtbot.waitUntil(lambda: any("Evidence there: 0 of " in words for words in page.case.told), timeout=PATIENCE_MS)
    assert page.case.isVisibleTo(page)
    show = next(
        button for button in page.case.findChildren(Button) if button.accessibleName().startswith("Show: Evidence")
    )
    with qtbot.waitSignal(page.part_wanted) as wanted:
        show.click()
    assert wanted.args == ["checklist"]


def test_what_a_large_dispute_amounts_to_is_given_up_where_another_is_chosen(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = bench.desk
    assert desk.session is not None
    large, stopped = desk.dispute_id, []

    def slow(session: Session, dispute_id: str, progress: Progress) -> CaseStanding:
        while dispute_id == large and not stopped:
            try:
                progress.check()
            except Cancelled:
                stopped.append(dispute_id)
                raise
        return case_standing(session, dispute_id, progress)

    monkeypatch.setattr("ui.overview.page.case_standing", slow)
    other = new_dispute(desk.session, NewDispute(title="other", type=DisputeType.OTHER, institution="other"))
    page = shown(qtbot, bench)
    qtbot.waitUntil(lambda: "Going through" in page.case.waiting.text() and page.case.waiting.isVisible())
    desk.reload_all()
    qtbot.waitUntil(lambda: len(desk.disputes) == 2, timeout=PATIENCE_MS)
    desk.choose_dispute(other.id)
    qtbot.waitUntil(lambda: page.case_standing is not None, timeout=PATIENCE_MS)
    assert page.case_standing is not None
    assert (page.case_standing.dispute_id, stopped, page.case.waiting.isVisible()) == (other.id, [large], False)


def test_contacts_after_a_promise_to_stop_are_counted_and_lead_to_their_entries(qtbot: QtBot, bench: Workbench) -> None:
    desk = bench.desk
    assert desk.session is not None
    assert desk.dispute is not None
    state(desk.session, Institution(id="", dispute_id=desk.dispute_id, numbers=("95500",)))
    said = {"direction": Direction.IN, "party": desk.dispute.institution}
    stop = NewEvent(kind=EventKind.CALL, time=typed_time("2025-02-20 09:00"), promise="我们将停止催收", **said)
    record_event(desk.session, desk.dispute_id, stop)
    page = shown(qtbot, bench)
    qtbot.waitUntil(lambda: any("promises: 0 kept" in each for each in page.case.told), timeout=PATIENCE_MS)
    assert not any("promise to stop" in each for each in page.case.told)
    came = [
        record_event(
            desk.session,
            desk.dispute_id,
            NewEvent(kind=EventKind.MESSAGE, time=typed_time(f"2025-02-{day} 10:00"), text=f"请还款{day}", **said),
        )
        for day in (22, 23)
    ]
    desk.reload_timeline()
    words = "2 contacts came after a promise to stop: the first on 2025-02-22, the last on 2025-02-23."
    qtbot.waitUntil(lambda: words in page.case.told, timeout=PATIENCE_MS)

    def ways() -> list[Button]:  # Qt shows what is added to a layout a moment later
        return [each for each in page.case.findChildren(Button) if each.text().startswith("2025") and each.isVisible()]

    qtbot.waitUntil(lambda: [each.text()[8:] for each in ways()] == ["22 10:00", "23 10:00"], timeout=PATIENCE_MS)
    with qtbot.waitSignal(page.event_wanted) as wanted:
        ways()[1].click()
    assert wanted.args == [came[1].id]


def test_domains_that_only_look_like_theirs_are_warned_of_first(qtbot: QtBot, bench: Workbench) -> None:
    desk = bench.desk
    assert desk.session is not None
    state(desk.session, Institution(id="", dispute_id=desk.dispute_id, domains=("lefenqi.com.tw",)))
    text = "Refund: https://www.lefenq1.com.tw/refund"
    fake = NewEvent(kind=EventKind.MESSAGE, time=typed_time("2025-03-02 09:00"), direction=Direction.IN, text=text)
    record_event(desk.session, desk.dispute_id, fake)
    page = shown(qtbot, bench)
    qtbot.waitUntil(lambda: any("lefenq1.com.tw" in words for words in page.case.told[:1]), timeout=PATIENCE_MS)


def test_an_answer_that_is_overdue_is_told_before_the_next_step_and_drawn(qtbot: QtBot, bench: Workbench) -> None:
    desk = bench.desk
    assert desk.session is not None
    filed = Complaint(id="", dispute_id=desk.dispute_id, body="cn-institution", filed_on=date(2025, 4, 1))
    state(desk.session, filed)
    page = shown(qtbot, bench)
    qtbot.waitUntil(lambda: len(page.case.told) > 2, timeout=PATIENCE_MS)
    assert page.case.told[0].startswith("No answer recorded by 2025-05-06 · The institution's complaints office · ")
    assert page.case.told[1].startswith("Source: ")
    assert "12378" in page.case.told[2]
    [picture] = page.pictures.findChildren(LadderPicture)
    assert picture.isVisible()
    page.pictures.show_charts(None)
    assert not page.pictures.isVisible()


def test_a_single_picture_stands_below_what_is_asked_also_in_a_large_window(qtbot: QtBot, bench: Workbench) -> None:
    desk = bench.desk
    assert desk.session is not None
    filed = Complaint(id="", dispute_id=desk.dispute_id, body="cn-institution", filed_on=date(2025, 4, 1))
    state(desk.session, filed)
    page = shown(qtbot, bench)
    page.resize(2000, 900)
    qtbot.waitUntil(lambda: page.pictures.isVisible() and page.pictures.width() > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.numbers.x() > page.tasks.mapTo(page, page.tasks.rect().topRight()).x())
    right = page.pictures.mapTo(page, page.pictures.rect().topRight()).x()
    assert right < page.tasks.mapTo(page, page.tasks.rect().topLeft()).x()
    charts = page.case_standing.charts if page.case_standing is not None else None
    assert charts is not None
    assert page.pictures.is_single


def test_a_time_for_review_that_nobody_used_is_told_with_what_is_still_possible(qtbot: QtBot, bench: Workbench) -> None:
    desk = bench.desk
    assert desk.session is not None
    days = {"filed_on": date(2025, 3, 1), "replied_on": date(2025, 3, 10)}
    state(desk.session, Complaint(id="", dispute_id=desk.dispute_id, body="cn-institution", **days))
    page = shown(qtbot, bench)
    begins = "Your time for this ended on 2025-04-09 · The institution's complaints office: If you disagree"
    qtbot.waitUntil(lambda: any(words.startswith(begins) for words in page.case.told), timeout=PATIENCE_MS)
    [told] = [words for words in page.case.told if words.startswith(begins)]
    assert "Still possible: National Financial Regulatory Administration (12378), " in told
    state(desk.session, Complaint(id="", dispute_id=desk.dispute_id, body="cn-nfra", filed_on=date(2025, 3, 20)))
    page = shown(qtbot, bench)
    qtbot.waitUntil(lambda: bool(page.case.told), timeout=PATIENCE_MS)
    assert not any("Your time for this" in words for words in page.case.told)


def test_a_promise_whose_day_has_passed_is_told_in_the_bar_and_leads_to_its_part(
    qtbot: QtBot, bench: Workbench
) -> None:
    desk = bench.desk
    assert desk.session is not None
    day = typed_time("2025-03-01")
    promise = NewEvent(kind=EventKind.PROMISE, time=day, promise="三天内答复", promise_due=date(2025, 3, 4))
    record_event(desk.session, desk.dispute_id, promise)
    other = new_dispute(desk.session, NewDispute(title="other", type=DisputeType.OTHER, institution="other"))
    record_event(desk.session, other.id, promise)
    bench.reminding.look()
    qtbot.waitUntil(lambda: "1 promise whose day has passed" in bench.bar.words.text(), timeout=PATIENCE_MS)
    assert "1 more dispute waits" in bench.bar.words.text()
    bench.bar.link.click()
    assert bench.page_key is PageKey.CASE
    assert bench.bar.words.text() == "other: 1 promise whose day has passed."
    bench.bar.link.click()
    assert bench.bar.isHidden()


@pytest.mark.usefixtures("english")
def test_a_complaint_that_nobody_answered_waits_among_what_to_do_next() -> None:
    filed = Complaint(id="c", dispute_id="d", body="cn-institution", filed_on=date(2025, 7, 1))
    elsewhere = replace(filed, id="e", body="消协", filed_on=date(2025, 7, 19))
    dispute = Dispute(
        id="d", title="t", type=DisputeType.OTHER, institution="速融宝", created_at=datetime(2025, 7, 1, tzinfo=UTC)
    )
    now = stands(work_out(dispute, [], Stated(complaints=[filed, elsewhere]), date(2025, 7, 20)))
    lines = [TaskWords().line(task) for task in now.tasks if task.wait is Wait.UNANSWERED]
    assert lines == [
        "The institution's complaints office: no answer recorded for 19 days. The period ends on 2025-07-31.",
        "消协: no answer recorded for 1 day. No period for the answer is counted.",
    ]
    told = message("2025-07-10T10:00:00", text="您的投诉TS-0777已处理完毕")._replace(party="速融宝", number="")
    named = replace(filed, reference="TS-0777")
    asked = stands(work_out(dispute, [told], Stated(complaints=[named]), date(2025, 7, 20)))
    lines = [TaskWords().line(task) for task in asked.tasks if task.wait in (Wait.UNANSWERED, Wait.PERHAPS_ANSWERED)]
    assert lines == ["The institution's complaints office: an entry of 2025-07-10 may be the answer. Is it?"]
