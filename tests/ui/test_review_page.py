"""What a machine read is looked over beside its pixels; nothing counts before a person accepted it."""

from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.domain.events import EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.suggestions import Findings
from tests.fakes.readings import bill, chat, keep, words_only
from tests.ui.acting import PATIENCE_MS, bring, sheet
from ui.review.correcting import EventCorrectionSheet, LineSheet, SuggestionSheet
from ui.review.listing import strokes
from ui.review.page import ReviewPage
from ui.review.rows import ConflictRow, EventRow, HeadingRow, LineRow, NoteRow, SuggestionRow, Verdict
from ui.shortcuts import Place, keys_for
from ui.tabs import PageKey
from ui.workbench import Workbench

Made = Callable[[Exhibit], Findings]


def reviewed(qtbot: QtBot, bench: Workbench, folder: Path, made: Sequence[Made]) -> ReviewPage:
    """Return the review page over so many pictures, on which this was read."""
    shots = []
    for minute in range(len(made)):
        shots.append(folder / f"Screenshot_20250222_08{minute:02}03_com.tencent.mm.png")
        Image.new("RGB", (400, 700), (40 * minute, 90, 90)).save(shots[-1])
    bring(qtbot, bench, *shots)
    session = bench.desk.session
    assert session is not None
    for exhibit, make in zip(list_exhibits(session, bench.desk.dispute_id), made, strict=True):
        keep(session, exhibit, make(exhibit))
    bench.desk.reload_timeline()
    bench.reading.review()
    page = bench.reading.page
    assert page is not None
    qtbot.waitUntil(lambda: page.shown is not None and len(page.reviewing.reviews) == len(made), timeout=PATIENCE_MS)
    return page


def press(page: ReviewPage, name: str) -> None:
    combination = keys_for(name, Place.REVIEW).sequences()[0][0]
    QTest.keyClick(page.list, combination.key(), combination.keyboardModifiers())


def kept(qtbot: QtBot, bench: Workbench, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: not bench.tasks.changing and condition(), timeout=PATIENCE_MS)


def statuses(bench: Workbench, status: EventStatus) -> int:
    return sum(entry.status is status and entry.exhibit_number > 0 for entry in bench.desk.entries)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.review.reviewing.SETTLE_MS", 20)


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> ReviewPage:
    return reviewed(qtbot, bench, tmp_path, [chat, bill, words_only])


def test_it_begins_where_something_waits_with_the_message_under_its_frame(page: ReviewPage) -> None:
    row = page.list.current()
    assert row is not None
    assert isinstance(row, EventRow)
    assert row.event.agent_id == "80231"
    assert page.picture.canvas.lit == row.key
    assert page.bar.words.text() == "0 of 2 reviewed"


def test_enter_accepts_a_message_with_what_stands_in_it_and_goes_on(
    qtbot: QtBot, bench: Workbench, page: ReviewPage
) -> None:
    before = len(page.list.rows.waiting())
    press(page, "accept")
    assert before - len(page.list.rows.waiting()) == 2
    row = page.list.current()
    assert row is not None
    assert row.text.startswith("我没有申请")
    kept(qtbot, bench, lambda: not page.reviewing.verdicts)
    assert before - len(page.list.rows.waiting()) == 2


def test_what_was_decided_can_be_taken_back(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    before = len(page.list.rows.waiting())
    press(page, "accept_all")
    assert not page.list.rows.waiting()
    kept(qtbot, bench, lambda: not page.reviewing.verdicts)
    assert page.bar.words.text() == "1 of 2 reviewed"
    bench.taking_back.undo()
    kept(qtbot, bench, lambda: len(page.list.rows.waiting()) == before)
    assert bench.page_key is PageKey.REVIEW


def test_who_takes_back_is_led_to_what_waits_again(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    row = page.list.current()
    assert row is not None
    bench.bar.conclude(lambda: "3 added", passing=True)
    press(page, "dismiss")
    kept(qtbot, bench, lambda: bench.bar.link.text() == "Undo")
    kept(qtbot, bench, lambda: row.key not in {each.key for each in page.list.rows.rows()})
    bench.bar.link.click()
    qtbot.waitUntil(lambda: page.list.current() is not None and page.list.current().key == row.key, timeout=PATIENCE_MS)


def test_beside_the_lines_of_text_it_says_what_still_waits(page: ReviewPage) -> None:
    before, shown = page.foot.words.text(), page.shown
    press(page, "lines")
    assert page.foot.words.text() == before
    assert not page.foot.all.isEnabled()
    for _ in range(len(page.list.rows.rows()) + 1):
        press(page, "accept")
    assert page.shown is shown


def test_what_is_dismissed_is_struck_through_its_letters_line_by_line(page: ReviewPage) -> None:
    text = QTextLayout("您好，系统显示您于2月21日在我司申请借款", QFont())
    text.beginLayout()
    for top in (0.0, 40.0):
        line = text.createLine()
        line.setLineWidth(150)
        line.setPosition(QPointF(0, top))
    text.endLayout()
    struck = strokes(text)
    lines = [text.lineAt(number) for number in (0, 1)]
    assert [end.x() for _, end in struck] == [line.naturalTextRect().right() for line in lines]
    assert all(line.y() < start.y() < line.y() + line.ascent() for (start, _), line in zip(struck, lines, strict=True))


def test_who_searches_here_is_led_to_what_is_found(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    bench.header.search.setFocus()
    QTest.keyClicks(bench.header.search, "80231")
    qtbot.waitUntil(lambda: bench.page_key is PageKey.TIMELINE, timeout=PATIENCE_MS)
    assert bench.header.search.text() == "80231"
    assert bench.header.search.hasFocus()


def test_what_is_dismissed_is_in_no_timeline(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    row = page.list.current()
    assert row is not None
    kept(qtbot, bench, lambda: any(entry.event_id == row.key for entry in bench.desk.entries))
    press(page, "dismiss")
    kept(qtbot, bench, lambda: all(entry.event_id != row.key for entry in bench.desk.entries))


def test_a_suggestion_is_corrected_before_it_is_accepted(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    row = page.list.current()
    assert row is not None
    assert isinstance(row, SuggestionRow)
    press(page, "correct")
    asked = sheet(SuggestionSheet)
    asked.value.setPlainText("80237")
    asked.primary.click()
    shown = page.list.rows.row_at(page.list.rows.number_of(row.key))
    assert shown is not None
    assert (shown.verdict, shown.text) == (Verdict.ACCEPTED, "80237")


def test_an_event_is_corrected_before_it_is_accepted(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    row = page.list.current()
    assert row is not None
    press(page, "correct")
    asked = sheet(EventCorrectionSheet)
    picture = page.picture.mapToGlobal(page.picture.rect().bottomRight())
    assert asked.frameGeometry().left() > picture.x(), "the picture stays in sight"
    asked.time.setText("2025-02-22 09:12")
    asked.primary.click()
    kept(
        qtbot,
        bench,
        lambda: any(
            entry.event_id == row.key and entry.at is not None and entry.at.minute == 12 for entry in bench.desk.entries
        ),
    )
    assert statuses(bench, EventStatus.SUGGESTED) == len(page.reviewing.reviews[0].events) + 1


def test_times_that_disagree_are_decided_where_they_stand(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    press(page, "next_exhibit")
    torn = next(row for row in page.list.rows.rows() if isinstance(row, ConflictRow))
    assert len(torn.readings) == 2
    page.list.go_to(torn.key)
    press(page, "accept")
    menu = QGuiApplication.focusWindow() and page.findChildren(type(page.bar.menu))[-1]
    assert menu
    menu.actions()[1].trigger()
    menu.close()
    kept(qtbot, bench, lambda: page.list.rows.number_of(torn.key) < 0)


def test_a_page_that_is_not_understood_gives_its_words(page: ReviewPage) -> None:
    press(page, "next_exhibit")
    press(page, "next_exhibit")
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    press(page, "copy_row")
    assert QGuiApplication.clipboard().text() == "合同编号：SRB20250101001"
    assert not page.list.rows.waiting()


def test_the_frame_under_the_pointer_and_the_row_light_each_other(qtbot: QtBot, page: ReviewPage) -> None:
    canvas = page.picture.canvas
    qtbot.waitUntil(lambda: canvas.scale > 0, timeout=PATIENCE_MS)
    row = next(row for row in page.list.rows.rows() if row.text.startswith("好的"))
    assert row.place is not None
    canvas.reveal(row.place)
    middle = canvas.seen_box(row.place).center()
    assert canvas.mark_at(QPointF(middle)) == row.key
    steps = cycle((QPoint(0, 0), QPoint(2, 1)))

    def is_lit() -> bool:
        assert row.place is not None
        QTest.mouseMove(canvas.viewport(), canvas.seen_box(row.place).center().toPoint() + next(steps))
        return page.list.looks.lit == row.key

    qtbot.waitUntil(is_lit, timeout=PATIENCE_MS)  # a hand is never still, and the picture may still be laid out


def test_when_all_is_decided_enter_leads_to_the_next_picture(qtbot: QtBot, page: ReviewPage) -> None:
    first = page.shown
    press(page, "accept_all")
    press(page, "accept")
    assert page.shown is not None
    assert first is not None
    assert page.shown.exhibit.number == first.exhibit.number + 1


def test_everything_of_a_kind_is_accepted_at_once(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    page = reviewed(qtbot, bench, tmp_path, [chat, chat])
    page.bar.menu.aboutToShow.emit()
    assert not any("all pictures (" in action.text() for action in page.bar.menu.actions())
    wanted = next(action for action in page.bar.everywhere.actions() if action.text() == "Agent ID (2)")
    wanted.trigger()
    assert sum(page.reviewing.waiting_on(review) for review in page.reviewing.reviews) == 2 * 10
    kept(qtbot, bench, lambda: not page.reviewing.verdicts)
    assert sum(page.reviewing.waiting_on(review) for review in page.reviewing.reviews) == 2 * 10


def test_escape_leads_back_to_the_exhibits(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    press(page, "leave")
    assert bench.page_key is PageKey.EVIDENCE
    evidence = bench.further.evidence
    assert evidence is not None
    qtbot.waitUntil(lambda: evidence.bar.review.text() == "Review (2)", timeout=PATIENCE_MS)
    evidence.bar.review.click()
    assert bench.page_key is PageKey.REVIEW


def test_a_line_is_corrected_beside_what_the_machine_read(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    press(page, "next_exhibit")
    press(page, "next_exhibit")
    row = page.list.current()
    assert row is not None
    assert isinstance(row, LineRow)
    press(page, "correct")
    asked = sheet(LineSheet)
    asked.line.setPlainText("个人消费借款合同")
    asked.primary.click()
    qtbot.waitUntil(lambda: page.list.rows.row_at(1).text == "个人消费借款合同", timeout=PATIENCE_MS)  # type: ignore[union-attr]
    corrected = page.list.rows.row_at(1)
    assert isinstance(corrected, LineRow)
    assert corrected.line.text == "个人消费贷款合同"
    bench.taking_back.undo()
    qtbot.waitUntil(lambda: page.list.rows.row_at(1).text == "个人消费贷款合同", timeout=PATIENCE_MS)  # type: ignore[union-attr]


def test_the_text_of_any_page_is_shown_line_by_line(page: ReviewPage) -> None:
    press(page, "lines")
    assert {type(row) for row in page.list.rows.rows()} == {HeadingRow, LineRow}
    press(page, "lines")
    assert page.list.rows.waiting()


def test_pictures_of_one_thread_say_how_they_follow_each_other(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    page = reviewed(qtbot, bench, tmp_path, [chat, chat])
    press(page, "next_exhibit")
    qtbot.waitUntil(lambda: any(isinstance(row, NoteRow) for row in page.list.rows.rows()), timeout=PATIENCE_MS)


def test_the_timeline_says_where_nothing_joins_two_pictures(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    reviewed(qtbot, bench, tmp_path, [chat, chat])
    assert bench.timeline is not None
    model = bench.timeline.model()
    qtbot.waitUntil(
        lambda: any(
            "gap after exhibit 1" in str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
            for row in range(model.rowCount())
        ),
        timeout=PATIENCE_MS,
    )


def test_in_a_vault_open_for_reading_nothing_can_be_decided(qtbot: QtBot, bench: Workbench, page: ReviewPage) -> None:
    session = bench.desk.session
    assert session is not None
    bench.desk.open(session.folder, read_only=True)
    assert page.shown is None or not page.list.rows.rows()
    qtbot.waitUntil(lambda: bench.desk.session is not None and page.shown is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(page.list.rows.waiting()), timeout=PATIENCE_MS)
    waiting = len(page.list.rows.waiting())
    for name in ("accept", "dismiss", "accept_all", "correct"):
        press(page, name)
    assert len(page.list.rows.waiting()) == waiting
    assert not any(
        button.isEnabled() for button in (page.foot.accept, page.foot.edit, page.foot.dismiss, page.foot.all)
    )
