"""The window with the real core: what a person does, and what is kept afterwards."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.interrupted import interrupted_imports
from evidence_app.actions.session import open_session
from evidence_app.actions.timeline import event_detail, timeline
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventKind
from evidence_app.domain.verification import Verdict
from evidence_app.errors import EnvironmentProblem
from evidence_app.phrases import Language
from tests.ui.acting import PATIENCE_MS, add, drop, settle, sheet, urls
from ui.dropping import Arrival
from ui.editors import LineEditor
from ui.header import DisputeHeader
from ui.i18n import language
from ui.settings import Settings
from ui.sheets.dispute import NewDisputeSheet
from ui.sheets.event import EventSheet
from ui.sheets.removal import RemovalSheet
from ui.sheets.vaults import EraseSheet, UnfinishedSheet
from ui.subjects import Subject
from ui.tabs import PageKey
from ui.verification.sheet import VerificationSheet
from ui.window import MainWindow
from ui.workbench import Workbench

BESIDE_INSPECTOR = 658
"""Pixels of the header beside the inspector in a window of 1280."""


def test_a_new_vault_says_what_to_do_first(empty_bench: Workbench) -> None:
    assert empty_bench.pages.currentWidget() is empty_bench.no_dispute_page
    assert empty_bench.header.isHidden()


def test_a_dispute_is_created_by_three_answers(qtbot: QtBot, empty_bench: Workbench) -> None:
    empty_bench.questions.new_dispute()
    asked = sheet(NewDisputeSheet)
    assert isinstance(asked, NewDisputeSheet)
    asked.kinds.choose(DisputeType.UNAUTHORISED_LOAN)
    asked.first.fields["institution"].show_value("速融宝")
    asked.first.fields["amount"].show_value(Decimal(3000))
    asked.primary.click()
    settle(qtbot, empty_bench, lambda: empty_bench.desk.dispute is not None)
    made = empty_bench.desk.dispute
    assert made is not None
    assert (made.institution, made.amount, made.type) == ("速融宝", Decimal("3000.00"), DisputeType.UNAUTHORISED_LOAN)
    assert made.title == "速融宝 · Loan nobody asked for"
    assert empty_bench.sidebar.model.rowCount() == 1


def test_a_dispute_without_an_institution_is_not_created_and_the_sheet_says_why(empty_bench: Workbench) -> None:
    empty_bench.questions.new_dispute()
    asked = sheet(NewDisputeSheet)
    asked.kinds.choose(DisputeType.OTHER)
    asked.primary.click()
    assert asked.isVisible()
    assert "institution" in asked.problem.text()
    asked.close()


def test_dropped_files_become_cards(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    assert bench.timeline_page.stack.currentWidget() is bench.timeline
    assert "1 added" in bench.bar.words.text()


def test_files_dropped_without_a_dispute_wait_for_the_new_one(
    qtbot: QtBot, empty_bench: Workbench, screenshot: Path
) -> None:
    drop(empty_bench, urls(screenshot))
    asked = sheet(NewDisputeSheet)
    assert isinstance(asked, NewDisputeSheet)
    asked.kinds.choose(DisputeType.OTHER)
    asked.first.fields["institution"].show_value("Bank")
    with qtbot.waitSignal(empty_bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        asked.primary.click()
    qtbot.waitUntil(lambda: len(empty_bench.shown_event_ids()) == 1, timeout=PATIENCE_MS)


def test_files_dropped_on_a_dispute_of_the_list_go_into_that_one(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    first = bench.desk.dispute_id
    bench.desk.edits.new_dispute(NewDispute(title="B", type=DisputeType.OTHER, institution="B"))
    settle(qtbot, bench, lambda: bench.desk.dispute_id not in ("", first))
    sidebar = bench.sidebar.list
    place = sidebar.viewport().mapTo(
        bench, sidebar.visualRect(bench.sidebar.model.index(bench.sidebar.model.row_of(first))).center()
    )
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        drop(bench, urls(screenshot), QPointF(place))
    assert bench.desk.dispute_id == first
    assert bench.desk.session is not None
    assert len(list_exhibits(bench.desk.session, first)) == 1


def test_a_pasted_picture_is_kept(qtbot: QtBot, bench: Workbench) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#b4740e"))
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        bench.arrivals.paste()
    assert bench.desk.session is not None
    (kept,) = list_exhibits(bench.desk.session, bench.desk.dispute_id)
    assert (kept.original.media.width_px, kept.original.media.height_px) == (40, 30)


def test_pasting_text_says_that_there_is_nothing_to_add(bench: Workbench) -> None:
    QGuiApplication.clipboard().setText("hello")
    bench.arrivals.paste()
    assert bench.bar.isVisible()
    assert not bench.arrivals.importing.busy


def test_a_title_typed_in_place_becomes_a_custody_entry_and_can_be_undone(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    add(qtbot, bench, screenshot)
    assert bench.inspector is not None
    editor = bench.inspector.facts.title.fields["title"].widget
    assert isinstance(editor, LineEditor)
    editor.setText("放款短信")
    editor.editingFinished.emit()
    settle(qtbot, bench, lambda: bench.desk.detail is not None and bench.desk.detail.exhibits[0].title == "放款短信")
    session = bench.desk.session
    assert session is not None
    kinds = [entry.kind for entry in custody_history(session, bench.desk.dispute_id)]
    assert kinds[-1] is CustodyKind.EDIT
    bench.desk.edits.undo()
    settle(qtbot, bench, lambda: bench.desk.detail is not None and bench.desk.detail.exhibits[0].title == "")
    bench.desk.edits.redo()
    settle(qtbot, bench, lambda: bench.desk.detail is not None and bench.desk.detail.exhibits[0].title == "放款短信")


def test_a_time_typed_in_place_is_chosen_and_stays_beside_the_others(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    event_id = add(qtbot, bench, screenshot)
    assert bench.inspector is not None
    editor = bench.inspector.facts.times.editor
    before = bench.desk.detail.event.time if bench.desk.detail else None
    editor.setText("2025-02")
    editor.editingFinished.emit()
    session = bench.desk.session
    assert session is not None
    settle(qtbot, bench, lambda: event_detail(session, event_id).time != before)
    now = event_detail(session, event_id).time
    assert before is not None
    assert (now.precision.value, now.decided, len(now.readings)) == ("month", True, len(before.readings) + 1)


def test_a_typed_call_appears_in_the_timeline_and_is_selected(qtbot: QtBot, bench: Workbench) -> None:
    bench.questions.typed_event(EventKind.CALL)
    asked = sheet(EventSheet)
    assert isinstance(asked, EventSheet)
    asked.time.editor.setText("2025-02-22 09:02")
    asked.fields.fields["agent_id"].show_value("80231")
    asked.fields.fields["promise"].show_value("三个工作日内答复")
    asked.fields.fields["duration_s"].show_value(161)
    asked.primary.click()
    settle(qtbot, bench, lambda: bench.desk.detail is not None)
    event = bench.desk.detail.event if bench.desk.detail else None
    assert event is not None
    assert (event.kind, event.agent_id, event.duration_s) == (EventKind.CALL, "80231", 161)
    assert bench.timeline is not None
    qtbot.waitUntil(lambda: bench.timeline is not None and bench.timeline.current_event() == event.id)


def test_an_empty_note_is_not_recorded(bench: Workbench) -> None:
    bench.questions.typed_event(EventKind.NOTE)
    asked = sheet(EventSheet)
    asked.primary.click()
    assert asked.isVisible()
    assert not asked.problem.isHidden()
    asked.close()


def test_removing_an_exhibit_needs_a_reason(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    event_id = add(qtbot, bench, screenshot)
    assert bench.inspector is not None
    bench.inspector.facts.original.remove.click()
    asked = sheet(RemovalSheet)
    assert isinstance(asked, RemovalSheet)
    assert not asked.primary.isEnabled()
    asked.reason.setText("不是我的")
    asked.primary.click()
    settle(qtbot, bench, lambda: event_id not in bench.shown_event_ids())


def test_the_search_field_filters_the_timeline(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    bench.header.search.setText("no such words")
    assert bench.shown_event_ids() == []
    bench.header.search.setText("")
    assert len(bench.shown_event_ids()) == 1


def test_an_import_of_bad_files_ends_in_a_list_that_says_why(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    empty = tmp_path / "empty.png"
    empty.touch()
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        drop(bench, urls(empty, tmp_path / "gone.png"))
    assert "2 not added" in bench.bar.words.text()
    bench.bar.link.click()
    shown = QApplication.activeModalWidget()
    assert shown is not None
    shown.close()


def test_a_vault_that_another_instance_holds_is_explained_and_can_be_read(
    qtbot: QtBot, empty_bench: Workbench, tmp_path: Path
) -> None:
    other = open_session(tmp_path / "other", create=True)
    try:
        with qtbot.waitSignal(empty_bench.desk.refused, timeout=PATIENCE_MS) as blocker:
            empty_bench.desk.open(tmp_path / "other")
        assert isinstance(blocker.args[0], EnvironmentProblem)
        assert empty_bench.pages.currentWidget() is empty_bench.problem_page
        assert not empty_bench.problem_page.look.isHidden()
        with qtbot.waitSignal(empty_bench.desk.opened, timeout=PATIENCE_MS):
            empty_bench.desk.open(tmp_path / "other", read_only=True)
        assert not empty_bench.sidebar.new_button.isEnabled()
    finally:
        other.close()


def test_what_is_being_typed_is_saved_when_another_entry_is_selected(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    event_id = add(qtbot, bench, screenshot)
    assert bench.inspector is not None
    editor = bench.inspector.facts.claim.fields["proves"].widget
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("收到三千元")
    bench.inspector.commit()
    session = bench.desk.session
    assert session is not None
    settle(
        qtbot,
        bench,
        lambda: list_exhibits(session, bench.desk.dispute_id)[0].proves == "收到三千元",
    )
    assert timeline(session, bench.desk.dispute_id)[0].event_id == event_id


def test_editing_the_dispute_keeps_only_what_differs(qtbot: QtBot, bench: Workbench) -> None:
    bench.desk.edits.edit(Subject.DISPUTE, bench.desk.dispute_id, {"title": "新标题"})
    settle(qtbot, bench, lambda: bench.desk.dispute is not None and bench.desk.dispute.title == "新标题")
    assert bench.header.title.text() == "新标题"


# Languages

NEVER_TRANSLATED = re.compile(
    r"[\d\s–·:+\-—%/.,…]*|English|简体中文|繁體中文|PDF|SHA-256.*|[A-Z]{3}|vault|"
    r"/.*|(Asia|Europe|America|Australia)/\w+|UTC|点石成金自动下款|速融宝.*|\d{4}-\d\d-\d\d.*|Screenshot_.*",
    re.DOTALL,
)


def texts(root: QWidget) -> set[str]:
    """Return every text on a widget and below it, the hidden ones too."""
    found: set[str] = set()
    for widget in [root, *root.findChildren(QWidget)]:
        found |= {widget.toolTip(), widget.accessibleName(), widget.windowTitle()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            found.add(widget.placeholderText())
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(row) for row in range(widget.count())}
    found |= {action.text() for action in root.findChildren(QAction)}
    return {text for text in found if text and not NEVER_TRANSLATED.fullmatch(text)}


@pytest.mark.parametrize("chosen", [Language.ZH_HANS, Language.ZH_HANT])
def test_every_text_of_the_window_changes_with_the_language(
    qtbot: QtBot, bench: Workbench, screenshot: Path, chosen: Language
) -> None:
    add(qtbot, bench, screenshot)
    before = texts(bench)
    language.choose(chosen)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    after = texts(bench)
    assert len(before) > 80
    assert {text for text in after if re.search("[A-Za-z]{3}", text)} - {
        text for text in after if re.search("[\u4e00-\u9fff]", text)
    } == set()


@pytest.mark.parametrize("chosen", [Language.ZH_HANS, Language.ZH_HANT])
def test_every_text_of_the_sheets_is_translated(qtbot: QtBot, bench: Workbench, chosen: Language) -> None:
    language.choose(chosen)
    openers: list[Callable[[], object]] = [
        bench.questions.new_dispute,
        lambda: bench.questions.edit_dispute(bench.desk.dispute_id),
        *(lambda kind=kind: bench.questions.typed_event(kind) for kind in bench.header.typed),  # type: ignore[misc]
        lambda: bench.questions.remove_dispute(bench.desk.dispute_id),
        bench.vault_verbs.erase,
    ]
    for opener in openers:
        opener()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=PATIENCE_MS)
        asked = QApplication.activeModalWidget()
        assert asked is not None
        latin = {text for text in texts(asked) if not re.search("[\u4e00-\u9fff]", text)}
        assert {text for text in latin if "vault" not in text} == set()
        asked.close()


# Accessibility


def test_every_control_has_a_name(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    nameless = [
        type(widget).__name__
        for widget in bench.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox)
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
        and not isinstance(widget.parentWidget(), QComboBox | QLineEdit)
    ]
    assert nameless == []


def test_labels_never_interpret_markup(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    rich = [label.text() for label in bench.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText]
    assert rich == []


def test_the_smallest_window_cuts_nothing_off(bench: Workbench) -> None:
    window = bench.window()
    window.resize(1280, 720)
    QApplication.processEvents()
    assert bench.header.add.mapTo(bench, QPoint(bench.header.add.width(), 0)).x() < bench.width()
    assert bench.minimumSizeHint().width() <= 1280


def test_what_is_typed_can_be_reached_beside_the_inspector_in_the_smallest_window(qtbot: QtBot, english: None) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    header = DisputeHeader()
    header.setParent(room)
    header.tabs.offer(list(PageKey))
    header.resize(BESIDE_INSPECTOR, 120)
    room.show()
    calls = header.typed[EventKind.CALL]  # it is fitted once it has been laid out
    qtbot.waitUntil(lambda: calls.isVisible() and 0 < header.tabs.geometry().right() < calls.x())
    assert all(button.isVisible() for button in header.typed.values())
    assert header.tabs.geometry().right() < header.typed[EventKind.CALL].x()
    assert header.search.geometry().right() < BESIDE_INSPECTOR


# Long work and leaving


def test_an_import_that_was_cut_off_is_offered_again_and_can_be_finished(
    qtbot: QtBot, settings: Settings, english: None, screenshot: Path
) -> None:
    vault = settings.vault_folder
    assert vault is not None
    session = open_session(vault, create=True)
    made = new_dispute(session, NewDispute(title="A", type=DisputeType.OTHER, institution="B"))
    with session.vault.change() as changes:
        changes.begin_import("cutoff", made.id, [str(screenshot)])
    session.close()
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.start()
    bench = window.workbench
    bench.start()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), UnfinishedSheet), timeout=PATIENCE_MS)
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        sheet(UnfinishedSheet).primary.click()
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 1, timeout=PATIENCE_MS)
    window.close()
    session = open_session(vault)
    assert interrupted_imports(session) == []
    session.close()


def test_closing_in_the_middle_keeps_what_was_being_added_and_what_waited_in_line(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    folders = (tmp_path / "first", tmp_path / "second")
    for shade, folder in enumerate(folders):
        folder.mkdir()
        for number in range(30):
            Image.new("RGB", (40 + number, 40), (shade, 0, 0)).save(folder / f"{number}.png")
    with qtbot.waitSignal(bench.arrivals.importing.began, timeout=PATIENCE_MS):
        for folder in folders:
            bench.arrivals.receive(Arrival(paths=(folder,)))
    bench.window().close()
    assert bench.settings.vault_folder is not None
    session = open_session(bench.settings.vault_folder)
    unfinished = interrupted_imports(session)
    session.close()
    assert {path for each in unfinished for path in each.paths} == set(folders)


def test_verifying_tells_that_everything_is_what_was_recorded(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    bench.checking.check_own()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), VerificationSheet), timeout=PATIENCE_MS)
    shown = sheet(VerificationSheet)
    assert (shown.found.verdict, shown.found.exhibit_count) == (Verdict.UNCHANGED, 1)
    shown.close()


def test_an_erased_vault_is_gone_and_the_window_says_what_to_do(
    qtbot: QtBot, bench: Workbench, screenshot: Path, settings: Settings
) -> None:
    add(qtbot, bench, screenshot)
    folder = settings.vault_folder
    bench.vault_verbs.erase()
    asked = sheet(EraseSheet)
    assert isinstance(asked, EraseSheet)
    assert not asked.primary.isEnabled()
    asked.sure.setChecked(True)
    with qtbot.waitSignal(bench.desk.refused, timeout=PATIENCE_MS):
        asked.primary.click()
    assert folder is not None
    assert not any(path.is_file() and path.stat().st_size for path in folder.rglob("*")) or not folder.exists()
    assert bench.pages.currentWidget() is bench.problem_page


def test_a_drag_names_the_dispute_it_would_go_to(bench: Workbench) -> None:
    bench.arrivals.target.aim("点石成金自动下款")
    assert bench.arrivals.target.isVisible()
    assert bench.arrivals.target.sentence() == "Add to “点石成金自动下款”"
    bench.arrivals.target.aim("")
    assert bench.arrivals.target.sentence() == "Add to a new dispute"
