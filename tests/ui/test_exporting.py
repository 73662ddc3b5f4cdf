"""The dossier's page: choices, real pages, what is disclosed and missing, the export, and what was exported before."""

import os
import signal
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_app.actions.export_dossier import exports
from evidence_app.domain.events import EventKind
from evidence_app.domain.workspace import LEAVABLE_SECTIONS
from tests.fakes.workers import workers_die
from tests.ui.acting import PATIENCE_MS, add, bring, sheet, urls
from ui.dossier import exporting
from ui.dossier.choices import DossierChoices
from ui.dossier.lines import Explained, Offered
from ui.dossier.page import DossierPage
from ui.sheets.dispute import EditDisputeSheet
from ui.tabs import PageKey
from ui.tasks import Task
from ui.workbench import Workbench


def opened(qtbot: QtBot, bench: Workbench) -> DossierPage:
    """The page, once its pages are drawn."""
    bench.export()
    page = bench.dispute_page(PageKey.DOSSIER)
    assert isinstance(page, DossierPage)
    drawn(qtbot, page)
    return page


def drawn(qtbot: QtBot, page: DossierPage) -> None:
    qtbot.waitUntil(lambda: page.preview.pages.document is not None and not page.drawing.busy, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(page.disclosed.lines.lines), timeout=PATIENCE_MS)


def pages_shown(page: DossierPage) -> int:
    document = page.preview.pages.document
    return document.page_count if document is not None else 0


def redrawn(qtbot: QtBot, page: DossierPage) -> None:
    before = page.preview.pages.document
    qtbot.waitUntil(lambda: page.preview.pages.document not in (None, before), timeout=PATIENCE_MS)
    drawn(qtbot, page)


def export(qtbot: QtBot, page: DossierPage, out: Path) -> None:
    with qtbot.waitSignal(page.exporting.exported, timeout=PATIENCE_MS):
        page.export(out, page.choices.options())


def said(page: DossierPage) -> list[str]:
    return [line.sentence.text() for line in page.disclosed.lines.lines if isinstance(line, Explained)]


def missing(page: DossierPage) -> dict[str, Offered]:
    return {line.sentence.text(): line for line in page.lacking.lines.lines if isinstance(line, Offered)}


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench, screenshot: Path) -> DossierPage:
    """The page over a dispute with one screenshot of 2025-02-22."""
    bring(qtbot, bench, screenshot)
    return opened(qtbot, bench)


@pytest.fixture
def seen(qtbot: QtBot, seen_bench: Workbench, seen_page: DossierPage) -> DossierPage:
    """The same page for all tests that leave the vault as it is, with nothing chosen on it."""
    choices = seen_page.choices
    choices.first.clear()
    choices.last.clear()
    choices.profile.setCurrentIndex(0)
    if choices.exhibits.some.isChecked():
        choices.exhibits.tick_all.click()
        choices.exhibits.every.setChecked(True)
    seen_page.exporting.complain("")
    seen_bench.export()
    timers = seen_page.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers), timeout=PATIENCE_MS)  # what was chosen last
    drawn(qtbot, seen_page)
    seen_page.preview.pages.go_to(0)
    return seen_page


# Choices


def test_the_page_counts_what_the_period_holds(seen: DossierPage) -> None:
    choices = seen.choices
    assert choices.note.text() == "1 exhibit will be in the dossier."
    choices.first.setText("2025-03-01")
    assert choices.note.text() == "0 exhibits will be in the dossier."
    choices.first.setText("2025-02-22")
    assert choices.note.text() == "1 exhibit will be in the dossier."


def test_a_section_that_was_worked_out_can_be_left_out(qtbot: QtBot) -> None:
    choices = DossierChoices()
    qtbot.addWidget(choices)
    assert set(choices.sections.ticks) == LEAVABLE_SECTIONS
    assert choices.options().without == frozenset()
    with qtbot.waitSignal(choices.changed):
        choices.sections.ticks["findings"].click()
    assert choices.options().without == {"findings"}


def test_a_wrong_day_is_said_at_once_and_shown_on_refusal(seen: DossierPage) -> None:
    seen.choices.last.setText("5/33")
    assert "5/33" in seen.choices.note.text()
    seen.exporting.primary.click()
    assert seen.window().focusWidget() is seen.choices.last
    assert "5/33" in seen.exporting.problem.text()


def test_a_short_day_is_shown_as_it_was_understood(seen: DossierPage) -> None:
    seen.choices.first.setText("26/2")
    seen.choices.first.editingFinished.emit()
    assert seen.choices.first.text() == f"{date.today().year}-02-26"


def test_every_profile_says_for_whom_it_is(seen: DossierPage) -> None:
    notes = set()
    for index in range(seen.choices.profile.count()):
        seen.choices.profile.setCurrentIndex(index)
        notes.add(seen.choices.profile_note.text())
    assert len(notes) == seen.choices.profile.count()
    assert "" not in notes


def test_without_any_exhibit_ticked_nothing_is_exported_and_the_pages_are_called_old(
    qtbot: QtBot, seen: DossierPage
) -> None:
    seen.choices.exhibits.some.setChecked(True)
    seen.choices.exhibits.tick_none.click()
    qtbot.waitUntil(lambda: "choices before" in seen.preview.status.text(), timeout=PATIENCE_MS)
    assert not seen.exporting.measures.text()
    seen.exporting.primary.click()
    assert "exhibit" in seen.exporting.problem.text()


def test_what_was_not_ticked_stays_so_when_evidence_is_added(
    qtbot: QtBot, bench: Workbench, page: DossierPage, tmp_path: Path
) -> None:
    page.choices.exhibits.some.setChecked(True)
    page.choices.exhibits.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    note = tmp_path / "note.txt"
    note.write_text("2025-03-02", encoding="utf-8")
    add(qtbot, bench, note)
    bench.export()
    qtbot.waitUntil(lambda: page.choices.exhibits.list.count() == 2, timeout=PATIENCE_MS)
    states = [page.choices.exhibits.list.item(row).checkState() for row in range(2)]
    assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]


# The pages


def test_the_real_pages_are_drawn_by_a_worker(qtbot: QtBot, seen: DossierPage) -> None:
    pages = seen.preview.pages
    qtbot.waitUntil(lambda: pages.drawn(0), timeout=PATIENCE_MS)
    assert pages.document is not None
    assert seen.preview.of.text() == f"of {pages.document.page_count}"
    assert pages.document.page_count > 5


def test_another_choice_draws_the_pages_anew_and_removes_the_old_file(qtbot: QtBot, seen: DossierPage) -> None:
    old = seen.drawing.file
    seen.choices.profile.setCurrentIndex(1)
    redrawn(qtbot, seen)
    assert old is not None
    qtbot.waitUntil(lambda: not old.exists(), timeout=PATIENCE_MS)
    assert seen.drawing.file is not None
    assert seen.drawing.file.exists()


def test_of_a_large_dossier_the_first_pages_are_shown_before_the_whole(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    paths = [tmp_path / f"IMG_20250301_10{number:02}00.png" for number in range(40)]
    for number, path in enumerate(paths):
        Image.new("RGB", (60 + number, 90), "#dceeec").save(path)
    add(qtbot, bench, *paths)
    bench.export()
    page = bench.dispute_page(PageKey.DOSSIER)
    assert isinstance(page, DossierPage)
    seen: list[int] = []
    page.preview.pages.page_changed.connect(lambda _: seen.append(pages_shown(page)))
    drawn(qtbot, page)
    qtbot.waitUntil(lambda: pages_shown(page) > 40, timeout=PATIENCE_MS)
    assert min(filter(None, seen)) < 40
    assert page.preview.status.isHidden()
    assert page.exporting.measures.text()


def test_a_section_can_be_gone_to_and_the_page_says_where_one_is(qtbot: QtBot, seen: DossierPage) -> None:
    preview = seen.preview
    row = preview.sections.findText("Exhibits  ·  ", Qt.MatchFlag.MatchStartsWith)
    preview.sections.setCurrentIndex(row)
    preview.sections.activated.emit(row)
    assert preview.sections.currentText() == f"Exhibits  ·  {preview.number.value()}"
    preview.pages.go_to(0)
    assert preview.number.value() == 1
    assert preview.sections.currentText().startswith("Cover")


def test_a_page_is_gone_to_by_its_number_and_zooming_keeps_the_place(seen: DossierPage) -> None:
    seen.preview.number.selectAll()
    QTest.keyClicks(seen.preview.number, "3")
    QTest.keyClick(seen.preview.number, Qt.Key.Key_Return)
    before = seen.preview.pages.page()
    assert before == 2
    seen.preview.larger.click()
    assert seen.preview.pages.page() == before
    assert not seen.preview.pages.fits


def test_no_preview_is_in_the_custody_log(seen_bench: Workbench, seen: DossierPage) -> None:
    session = seen_bench.desk.session
    assert session is not None
    assert exports(session, seen_bench.desk.dispute_id) == []


def test_closing_the_vault_leaves_no_preview_behind(qtbot: QtBot, bench: Workbench, page: DossierPage) -> None:
    shown = page.drawing.file
    with qtbot.waitSignal(bench.desk.refused, timeout=PATIENCE_MS):
        bench.desk.open(Path("/nowhere/at/all"))
    assert shown is not None
    qtbot.waitUntil(lambda: not shown.exists(), timeout=PATIENCE_MS)
    assert page.preview.pages.document is None


# What is disclosed and what is missing


def test_the_page_says_what_leaves_the_vault_counted_from_the_real_thing(qtbot: QtBot, seen: DossierPage) -> None:
    assert said(seen)[0] == "1 of 1 exhibit and 1 of 1 entry of the timeline."
    seen.choices.first.setText("2025-03-01")
    qtbot.waitUntil(lambda: said(seen)[0].startswith("0 of 1 exhibit"), timeout=PATIENCE_MS)


def test_every_line_of_the_disclosure_explains_itself(seen: DossierPage) -> None:
    lines = [line for line in seen.disclosed.lines.lines if isinstance(line, Explained)]
    assert lines
    for line in lines:
        assert line.explanation.isHidden()
        line.question.click()
        assert not line.explanation.isHidden()
        assert line.explanation.text()


def test_a_missing_name_leads_to_its_field(qtbot: QtBot, seen: DossierPage) -> None:
    missing(seen)["The complainant's name."].button.click()
    asked = sheet(EditDisputeSheet)
    qtbot.waitUntil(asked.more.fields["complainant"].widget.hasFocus, timeout=PATIENCE_MS)
    asked.close()


def test_an_exhibit_that_does_not_say_what_it_proves_leads_to_its_entry(
    seen_bench: Workbench, seen: DossierPage
) -> None:
    missing(seen)["1 exhibit that does not say what it proves."].button.click()
    assert seen_bench.page_key is PageKey.TIMELINE
    assert seen_bench.timeline is not None
    assert seen_bench.timeline.current_event() == seen_bench.shown_event_ids()[0]


def test_filling_a_gap_takes_it_from_the_list(qtbot: QtBot, bench: Workbench, page: DossierPage) -> None:
    from ui.subjects import Subject

    bench.desk.edits.edit(Subject.DISPUTE, bench.desk.dispute_id, {"complainant": "李小明"})
    qtbot.waitUntil(lambda: "The complainant's name." not in missing(page), timeout=PATIENCE_MS)


# Exporting


def test_a_dossier_is_exported_and_can_be_found(qtbot: QtBot, page: DossierPage, tmp_path: Path) -> None:
    out = tmp_path / "dossier.pdf"
    export(qtbot, page, out)
    assert out.read_bytes().startswith(b"%PDF-")
    assert "dossier.pdf" in page.exporting.words.text()
    page.exporting.copy_button.click()
    assert len(QGuiApplication.clipboard().text()) == 64
    qtbot.waitUntil(lambda: len(page.exported.shown) == 1, timeout=PATIENCE_MS)


def test_progress_runs_once_and_a_missing_viewer_is_said(
    qtbot: QtBot, page: DossierPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[float] = []
    meter = page.exporting.meter
    meter.valueChanged.connect(lambda value: seen.append(value / max(1, meter.maximum())))
    export(qtbot, page, tmp_path / "dossier.pdf")
    assert seen == sorted(seen)
    monkeypatch.setattr(exporting, "open_file", lambda path: False)
    page.exporting.open_button.click()
    assert "No program" in page.exporting.problem.text()
    assert page.window().focusWidget() is page.exporting.folder_button


def test_an_exhibit_that_could_not_be_drawn_is_named(
    qtbot: QtBot, bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (60, 90), "#dceeec").save(tmp_path / "a.webp")
    add(qtbot, bench, tmp_path / "a.webp")
    page = opened(qtbot, bench)
    workers_die(monkeypatch)
    session = bench.desk.session
    assert session is not None
    for process_id in session.import_decoders.process_ids:  # one that idles
        os.kill(process_id, signal.SIGKILL)
    export(qtbot, page, tmp_path / "dossier.pdf")
    assert "Pages of 1 exhibit could not be drawn" in page.exporting.problem.text()


def test_an_export_that_is_cancelled_leaves_nothing_and_says_so(
    qtbot: QtBot, page: DossierPage, tmp_path: Path
) -> None:
    page.export(tmp_path / "dossier.pdf", page.choices.options())
    page.exporting.cancel.click()
    qtbot.waitUntil(lambda: not page.exporting.busy, timeout=PATIENCE_MS)
    if not (tmp_path / "dossier.pdf").exists():  # it may have been quicker than the press
        assert "Nothing was written" in page.exporting.problem.text()
    assert not list(tmp_path.glob(".juzheng-*"))


def test_an_export_that_ends_takes_no_keys_from_who_types(seen: DossierPage, tmp_path: Path) -> None:
    task = Task()
    seen.exporting.follow(task)
    seen.choices.first.setFocus()
    task.cancelled.emit()
    assert seen.window().focusWidget() is seen.choices.first
    assert "Nothing was written" in seen.exporting.problem.text()


def test_an_export_of_another_dispute_ends_without_a_word_on_this_page(page: DossierPage) -> None:
    task = Task()
    page.exporting.follow(task)
    page.exporting.forget()
    task.done.emit(object())
    assert page.exporting.open_button.isHidden()
    assert page.exporting.words.text() == ""
    assert not page.exporting.busy


def test_lines_that_are_replaced_keep_the_keys(seen: DossierPage) -> None:
    lines = seen.lacking.lines
    before = next(line for line in lines.lines if isinstance(line, Offered))
    place = lines.lines.index(before)
    before.button.setFocus()
    seen.lacking.retranslate()
    now = lines.lines[place]
    assert isinstance(now, Offered)
    assert seen.window().focusWidget() is now.button


def test_a_vault_open_for_reading_shows_the_pages_and_says_why_it_cannot_export(
    qtbot: QtBot, bench: Workbench, page: DossierPage
) -> None:
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        bench.desk.open(bench.settings.vault_folder, read_only=True)
    again = opened(qtbot, bench)
    assert not again.exporting.primary.isEnabled()
    assert "reading only" in again.exporting.words.text()
    assert again.preview.pages.document is not None


# What was exported before


def test_a_file_is_recognised_until_one_byte_of_it_changes(qtbot: QtBot, page: DossierPage, tmp_path: Path) -> None:
    out = tmp_path / "dossier.pdf"
    export(qtbot, page, out)
    page.compare(out)
    qtbot.waitUntil(lambda: page.check.answer.text().startswith("Unchanged"), timeout=PATIENCE_MS)
    out.write_bytes(out.read_bytes() + b"\n")
    page.compare(out)
    qtbot.waitUntil(lambda: "not byte for byte" in page.check.answer.text(), timeout=PATIENCE_MS)


def test_a_file_that_cannot_be_read_is_said(qtbot: QtBot, bench: Workbench, page: DossierPage, tmp_path: Path) -> None:
    bench.desk.failed.disconnect(bench.report)
    with qtbot.waitSignal(bench.desk.failed, timeout=PATIENCE_MS):
        page.compare(tmp_path / "gone.pdf")
    assert page.check.choose.isEnabled()


def test_the_page_works_without_any_exhibit(qtbot: QtBot, bench: Workbench) -> None:
    page = opened(qtbot, bench)
    assert "No exhibit is in it." in missing(page)
    assert page.preview.pages.document is not None


def test_another_dispute_never_shows_the_pages_of_the_one_before(
    qtbot: QtBot, bench: Workbench, page: DossierPage
) -> None:
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.domain.disputes import DisputeType

    bench.desk.edits.new_dispute(NewDispute(title="B", type=DisputeType.OTHER, institution="C"))
    qtbot.waitUntil(lambda: bench.desk.dispute is not None and bench.desk.dispute.title == "B", timeout=PATIENCE_MS)
    assert page.preview.pages.document is None
    bench.export()
    drawn(qtbot, page)
    assert said(page)[0].startswith("0 of 0 exhibits")


def test_typed_events_are_counted(qtbot: QtBot, bench: Workbench, page: DossierPage) -> None:
    from evidence_app.actions.record_event import NewEvent

    bench.desk.edits.record_event(NewEvent(kind=EventKind.NOTE, text="x"))
    qtbot.waitUntil(lambda: "2 of 2 entries" in said(page)[0], timeout=PATIENCE_MS)
    assert "1 entry without a time." in missing(page)


def test_tab_goes_through_the_page_as_it_stands(page: DossierPage) -> None:
    page.preview.pages.setFocus()
    widgets = [page.choices.profile]
    while (following := widgets[-1].nextInFocusChain()) is not page.choices.profile and len(widgets) < 400:
        widgets.append(following)
    shown = [
        page.choices.prepared_by,
        missing(page)["The complainant's name."].button,
        next(line.question for line in page.disclosed.lines.lines if isinstance(line, Explained)),
        page.check.choose,
        page.exporting.gaps,
        page.exporting.primary,
        page.preview.sections,
        page.preview.pages,
    ]
    places = [widgets.index(widget) for widget in shown]
    assert places == sorted(places)


def test_the_foot_leads_to_what_is_missing(page: DossierPage) -> None:
    assert page.exporting.gaps.text() == f"{len(page.lacking.lines.lines)} things missing"
    page.exporting.gaps.click()
    assert page.window().focusWidget() is missing(page)["The complainant's name."].button


def test_an_export_is_told_of_on_another_page(
    qtbot: QtBot, bench: Workbench, page: DossierPage, tmp_path: Path
) -> None:
    page.export(tmp_path / "dossier.pdf", page.choices.options())
    bench.show_page(PageKey.TIMELINE)
    qtbot.waitUntil(lambda: "exported" in bench.bar.words.text(), timeout=PATIENCE_MS)
    bench.bar.link.click()
    assert bench.page_key is PageKey.DOSSIER


def test_a_pdf_that_is_dropped_on_the_question_is_compared_and_no_evidence(page: DossierPage, tmp_path: Path) -> None:
    wanted: list[Path] = []
    page.check.wanted.disconnect(page.compare)
    page.check.wanted.connect(wanted.append)
    for name, taken in (("a.pdf", True), ("a.png", False)):
        mime = urls(tmp_path / name)
        place, action = QPointF(5, 5), Qt.DropAction.CopyAction
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QDragEnterEvent(place.toPoint(), action, mime, buttons, keys)
        page.check.dragEnterEvent(event)
        assert event.isAccepted() is taken
    held = urls(tmp_path / "a.pdf")  # the event does not keep it
    page.check.dropEvent(QDropEvent(QPointF(5, 5), action, held, buttons, keys))
    assert wanted == [tmp_path / "a.pdf"]
