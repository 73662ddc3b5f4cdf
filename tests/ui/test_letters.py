"""Letters in the window: drafted, written on, kept and saved; what nothing shows is marked."""

import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.letters import WrittenOn, save_draft
from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import remove_exhibit
from evidence_app.actions.workspace import add as keep
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import Letter
from evidence_app.phrases import Language
from tests.ui.acting import PATIENCE_MS, add
from ui.casework.letter_sheet import SETTLE_MS, LetterSheet, Wanted
from ui.casework.page import CasePage, CasePart
from ui.controls import Button, PlainLabel
from ui.tabs import PageKey
from ui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> CasePage:
    """The letters of a dispute with one call."""
    desk = bench.desk
    at = ClockReading(datetime(2025, 3, 1, 23, 10), Precision.MINUTE, TimeSource.TYPED, 100)
    call = NewEvent(kind=EventKind.CALL, time=choose([at]), direction=Direction.IN, number="95500", text="催收")
    assert desk.session is not None
    record_event(desk.session, desk.dispute_id, call)
    desk.reload_all()
    bench.show_page(PageKey.CASE)
    shown = bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    qtbot.waitUntil(lambda: shown.found is not None and len(shown.found.happenings) > 0, timeout=PATIENCE_MS)
    shown.show_part(CasePart.LETTERS)
    return shown


def written(qtbot: QtBot, page: CasePage, bench: Workbench) -> LetterSheet:
    """Return the sheet of a complaint once it is drafted."""
    assert page.found is not None
    sheet = LetterSheet(page.window(), bench.desk, page.found, Wanted(LetterKind.COMPLAINT, Language.ZH_HANS))
    sheet.event_wanted.connect(page.event_wanted)
    sheet.present()
    qtbot.waitUntil(lambda: "95500" in sheet.editor.toPlainText(), timeout=PATIENCE_MS)
    return sheet


def drafts(bench: Workbench) -> list[Letter]:
    session = bench.desk.session
    assert session is not None
    with session.vault.read() as catalog:
        return catalog.items(bench.desk.dispute_id, Letter)


def test_the_next_blank_is_found_and_typed_over(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    sheet = written(qtbot, page, bench)
    before = sheet.left_open.text()
    sheet.next_blank.click()
    assert sheet.editor.textCursor().selectedText() == "〔请填写：姓名〕"
    sheet.editor.insertPlainText("李四")
    qtbot.waitUntil(lambda: sheet.left_open.text() != before, timeout=PATIENCE_MS)
    assert "姓名：李四；" in sheet.editor.toPlainText()


def test_what_is_saved_is_what_was_written(qtbot: QtBot, page: CasePage, bench: Workbench, tmp_path: Path) -> None:
    sheet = written(qtbot, page, bench)
    sheet.editor.setPlainText(sheet.editor.toPlainText().replace("〔请填写：姓名〕", "李四 & <王五>"))
    sheet.save(tmp_path / "信.docx")
    qtbot.waitUntil(lambda: "信.docx" in sheet.left_open.text(), timeout=PATIENCE_MS)
    qtbot.wait(SETTLE_MS + 50)
    assert "信.docx" in sheet.left_open.text()
    with zipfile.ZipFile(tmp_path / "信.docx") as package:
        assert "李四 &amp; &lt;王五&gt;" in package.read("word/document.xml").decode()
    sheet.save(tmp_path / "nowhere" / "信.pdf")
    qtbot.waitUntil(lambda: bool(sheet.problem.text()), timeout=PATIENCE_MS)


def test_a_draft_is_kept_listed_and_gone_on_with(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    sheet = written(qtbot, page, bench)
    sheet.editor.appendPlainText("另附通话录音。")
    sheet.primary.click()
    qtbot.waitUntil(lambda: len(drafts(bench)) == 1, timeout=PATIENCE_MS)

    def go_on() -> list[Button]:
        buttons = page.parts[CasePart.LETTERS].findChildren(Button)
        return [each for each in buttons if each.text() == "Go on writing…" and each.isVisibleTo(page)]

    qtbot.waitUntil(lambda: len(go_on()) == 1, timeout=PATIENCE_MS)
    go_on()[0].click()
    again = page.window().findChildren(LetterSheet)[-1]
    assert again.editor.toPlainText().endswith("另附通话录音。")
    again.editor.appendPlainText("谢谢。")
    again.primary.click()
    qtbot.waitUntil(lambda: [each.text.endswith("谢谢。") for each in drafts(bench)] == [True], timeout=PATIENCE_MS)


def test_a_courtesy_is_left_out_offered_and_added_in_one_step_of_the_editor(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    assert bench.desk.session is not None
    at = ClockReading(datetime(2025, 3, 1, 23, 0), Precision.MINUTE, TimeSource.TYPED, 100)
    polite = {"kind": EventKind.MESSAGE, "time": choose([at]), "direction": Direction.IN, "number": "95500"}
    record_event(bench.desk.session, bench.desk.dispute_id, NewEvent(**polite, text="请您耐心等待，感谢您的理解。"))
    sheet = written(qtbot, page, bench)
    left_out = sheet.statements.left_out
    qtbot.waitUntil(left_out.isVisible, timeout=PATIENCE_MS)
    before = sheet.editor.toPlainText()
    assert "耐心等待" not in before
    [add_it] = [each for each in left_out.findChildren(Button) if each.text() == "Add to the letter"]
    add_it.click()
    lines = sheet.editor.toPlainText().split("\n")
    assert [line[:3] for line in lines if "95500" in line] == ["1. ", "2. "]
    assert not [each for each in left_out.findChildren(Button) if each.isVisible()]
    sheet.editor.undo()
    assert sheet.editor.toPlainText() == before
    qtbot.waitUntil(lambda: any(each.isVisible() for each in left_out.findChildren(Button)), timeout=PATIENCE_MS)


def test_a_statement_leads_to_its_entry_and_nothing_written_is_lost(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    sheet = written(qtbot, page, bench)
    sheet.editor.appendPlainText("另附通话录音。")
    way = next(each for each in sheet.statements.findChildren(Button) if each.text() == "2025-03-01 23:10")
    with qtbot.waitSignal(page.event_wanted):
        way.click()
    qtbot.waitUntil(lambda: len(drafts(bench)) == 1, timeout=PATIENCE_MS)


def test_what_was_taken_out_of_the_letter_is_said(qtbot: QtBot, page: CasePage, bench: Workbench) -> None:
    sheet = written(qtbot, page, bench)
    sheet.editor.setPlainText("投诉书\n\n没有别的话")
    sheet.statements.compare(sheet.editor.toPlainText())
    notes = [note.text() for _, note in sheet.statements._notes]  # noqa: SLF001
    assert notes
    assert set(notes) == {"Changed, or left out of the letter."}


def test_a_draft_that_quotes_an_erased_exhibit_says_so_and_is_saved_without_it(
    qtbot: QtBot, page: CasePage, bench: Workbench, screenshot: Path, tmp_path: Path
) -> None:
    session = bench.desk.session
    assert session is not None
    add(qtbot, bench, screenshot)
    [exhibit] = list_exhibits(session, bench.desk.dispute_id)
    text = f"投诉信\n\n速融宝\n\n1. 客服说秘密（证据{exhibit.number}）\n2. 其他"
    draft = Letter(id="", dispute_id=bench.desk.dispute_id, template="complaint", language="zh-Hans", text=text)
    keep(session, draft)
    remove_exhibit(session, exhibit.id, "误加")
    bench.desk.reload_all()
    qtbot.waitUntil(
        lambda: any("erased for good" in each.text() for each in page.findChildren(PlainLabel)), timeout=PATIENCE_MS
    )
    out = tmp_path / "letter.txt"
    assert save_draft(session, WrittenOn(bench.desk.dispute_id, text, Language.ZH_HANS), out) == {exhibit.number}
    assert "秘密" not in out.read_text("utf-8")
    assert "其他" in out.read_text("utf-8")
