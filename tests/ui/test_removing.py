"""Removing into the tray, the way back, and the way out."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.remove import tray
from evidence_app.domain.events import EventKind
from tests.ui.acting import PATIENCE_MS, add, settle, sheet
from ui.controls import PlainLabel
from ui.removed import RemovedSheet, TrayModel
from ui.sheets.removal import ErasingSheet, Reason, RemovalSheet
from ui.subjects import Subject
from ui.workbench import Workbench


@pytest.fixture
def two(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> list[str]:
    """The entries of two exhibits."""
    paths = [tmp_path / f"Screenshot_2025022{day}_081503_com.tencent.mm.png" for day in (2, 3)]
    for shade, path in enumerate(paths):
        Image.new("RGB", (120, 260), f"#dcee{shade}c").save(path)
    add(qtbot, bench, *paths)
    return bench.shown_event_ids()


def remove(qtbot: QtBot, bench: Workbench, event_ids: list[str]) -> None:
    bench.questions.removals(event_ids)
    sheet(RemovalSheet).reasons[Reason.DUPLICATE].click()
    settle(qtbot, bench, lambda: not set(event_ids) & set(bench.shown_event_ids()))
    qtbot.waitUntil(lambda: len(bench.removed.items) == len(event_ids), timeout=PATIENCE_MS)


def opened_tray(bench: Workbench) -> RemovedSheet:
    bench.sidebar.tray_button.click()
    return sheet(RemovedSheet)


def test_one_key_is_enough_to_say_why(qtbot: QtBot, bench: Workbench, two: list[str]) -> None:
    assert bench.timeline is not None
    bench.timeline.setFocus()
    qtbot.keyClick(bench.timeline, Qt.Key.Key_Delete)
    asked = sheet(RemovalSheet)
    qtbot.keyClick(asked, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: len(bench.removed.items) == 1, timeout=PATIENCE_MS)
    assert bench.removed.items[0].reason == "It was added by mistake"
    assert bench.sidebar.tray_button.text() == "Removed items (1)"
    assert not bench.sidebar.tray_button.isHidden()


def test_a_dispute_is_not_asked_whether_it_belongs_to_another(qtbot: QtBot) -> None:
    asked = RemovalSheet(None, Subject.DISPUTE, ["Surongbao"])
    qtbot.addWidget(asked)
    assert Reason.ELSEWHERE not in asked.reasons
    with qtbot.waitSignal(asked.wanted) as told:
        qtbot.keyClick(asked, Qt.Key.Key_1)
    assert told.args == ["It is over"]


def test_it_is_said_how_many_more_are_removed_than_are_named(qtbot: QtBot) -> None:
    asked = RemovalSheet(None, Subject.EXHIBIT, [f"Exhibit {number}" for number in range(12)])
    qtbot.addWidget(asked)
    assert any("and 7 more" in label.text() for label in asked.findChildren(PlainLabel))


def test_a_digit_in_a_reason_that_is_typed_is_a_digit(qtbot: QtBot, bench: Workbench, two: list[str]) -> None:
    bench.questions.removals(two[:1])
    asked = sheet(RemovalSheet)
    asked.reason.setFocus()
    qtbot.keyClicks(asked.reason, "see no. 2")
    assert asked.reason.text() == "see no. 2"
    asked.primary.click()
    qtbot.waitUntil(lambda: len(bench.removed.items) == 1, timeout=PATIENCE_MS)
    assert bench.removed.items[0].reason == "see no. 2"


def test_a_removal_is_undone_from_the_bar(qtbot: QtBot, bench: Workbench, two: list[str]) -> None:
    remove(qtbot, bench, two)
    bench.bar.link.click()
    qtbot.waitUntil(lambda: sorted(bench.shown_event_ids()) == sorted(two), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bench.sidebar.tray_button.isHidden(), timeout=PATIENCE_MS)


def test_files_and_typed_entries_are_removed_for_one_reason(qtbot: QtBot, bench: Workbench, two: list[str]) -> None:
    session = bench.desk.session
    assert session is not None
    note = record_event(session, bench.desk.dispute_id, NewEvent(kind=EventKind.NOTE, text="a note"))
    bench.desk.reload_timeline()
    qtbot.waitUntil(lambda: note.id in bench.shown_event_ids(), timeout=PATIENCE_MS)
    remove(qtbot, bench, [two[0], note.id])
    assert {item.kind for item in bench.removed.items} == {"exhibit", "event"}
    bench.bar.link.click()
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 3, timeout=PATIENCE_MS)


def test_the_tray_puts_back_what_is_selected(qtbot: QtBot, bench: Workbench, two: list[str]) -> None:
    remove(qtbot, bench, two)
    shown = opened_tray(bench)
    assert shown.model.rowCount() == 2
    shown.table.selectRow(1)
    (chosen,) = shown.chosen()
    shown.primary.click()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1, timeout=PATIENCE_MS)
    assert chosen not in shown.model.items()
    assert shown.isVisible()
    settle(qtbot, bench, lambda: len(bench.shown_event_ids()) == 1)


def test_emptying_the_tray_asks_and_says_what_stays(qtbot: QtBot, bench: Workbench, two: list[str]) -> None:
    remove(qtbot, bench, two)
    shown = opened_tray(bench)
    shown.empty.click()
    asked = sheet(ErasingSheet)
    assert "2" in asked.title.text()
    asked.primary.click()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 0, timeout=PATIENCE_MS)
    session = bench.desk.session
    assert session is not None
    assert tray(session, None) == []
    assert not shown.primary.isEnabled()
    assert bench.sidebar.tray_button.isHidden()


def test_a_removed_dispute_comes_back_from_the_tray(qtbot: QtBot, bench: Workbench) -> None:
    dispute_id = bench.desk.dispute_id
    bench.questions.remove_dispute(dispute_id)
    qtbot.keyClick(sheet(RemovalSheet), Qt.Key.Key_4)
    qtbot.waitUntil(lambda: bench.desk.dispute is None and len(bench.removed.items) == 1, timeout=PATIENCE_MS)
    shown = opened_tray(bench)
    shown.primary.click()
    qtbot.waitUntil(lambda: bench.desk.dispute_id == dispute_id, timeout=PATIENCE_MS)


def test_the_tray_s_model_keeps_qt_s_rules(qtbot: QtBot, bench: Workbench, two: list[str]) -> None:
    remove(qtbot, bench, two)
    model = TrayModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace(bench.removed.items, bench.removed.titles())
    assert model.index(0, 2).data() == "It is there twice"
    model.replace([], {})


def test_the_way_back_in_the_bar_goes_once_something_else_was_changed(
    qtbot: QtBot, bench: Workbench, two: list[str]
) -> None:
    remove(qtbot, bench, two[:1])
    assert bench.bar.isVisible()
    bench.desk.edits.edit(Subject.DISPUTE, bench.desk.dispute_id, {"title": "another title"})
    settle(qtbot, bench, lambda: len(bench.desk.edits.stack.done) == 2)
    assert not bench.bar.isVisible()  # its link would take back the title, not the removal
