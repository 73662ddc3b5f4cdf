"""Tying what somebody typed to the exhibits that show it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent
from evidence_app.actions.timeline import event_detail
from evidence_app.domain.events import EventKind
from tests.ui.acting import PATIENCE_MS, add, settle, sheet
from ui.exhibit_field import ExhibitChip
from ui.exhibit_lines import ExhibitLine, lines_of, suggested
from ui.sheets.event import EventSheet
from ui.sheets.exhibits import LINE, ExhibitPicker
from ui.workbench import Workbench

NOON = datetime(2025, 2, 22, 12, tzinfo=UTC)


@pytest.fixture
def screenshots(tmp_path: Path) -> list[Path]:
    """Two pictures, a month apart."""
    paths = [tmp_path / f"Screenshot_2025{month}22_081503_com.tencent.mm.png" for month in ("02", "03")]
    for path, colour in zip(paths, ("#dceeec", "#b4740e"), strict=True):
        Image.new("RGB", (120, 260), colour).save(path)
    return paths


def tick(picker: ExhibitPicker, number: int) -> None:
    items = (picker.list.item(row) for row in range(picker.list.count()))
    picker.list.toggle(next(item for item in items if item.data(LINE) and item.data(LINE).number == number))


def record(qtbot: QtBot, bench: Workbench, *exhibit_ids: str) -> str:
    bench.desk.edits.record_event(NewEvent(kind=EventKind.CALL, agent_id="80231", exhibit_ids=exhibit_ids))
    settle(qtbot, bench, lambda: bench.desk.detail is not None and bench.desk.detail.event.kind is EventKind.CALL)
    return bench.desk.event_id


def shown_chip(qtbot: QtBot, field: QWidget) -> ExhibitChip:
    """Return the only chip of a field, once it is on the screen."""

    def shown() -> list[ExhibitChip]:
        return [chip for chip in field.findChildren(ExhibitChip) if chip.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1, timeout=PATIENCE_MS)
    return shown()[0]


def test_exhibits_of_that_day_come_first_and_the_nearest_of_them_first() -> None:
    hours = {1: 30, 2: 5, 3: -2, 4: None}
    lines = [
        ExhibitLine(f"e{number}", number, "x", at=None if hour is None else NOON + timedelta(hours=hour))
        for number, hour in hours.items()
    ]
    assert [line.number for line in suggested(lines, NOON)] == [3, 2]
    assert suggested(lines, None) == []


def test_a_call_is_recorded_with_the_exhibits_chosen_in_the_sheet(
    qtbot: QtBot, bench: Workbench, screenshots: list[Path]
) -> None:
    add(qtbot, bench, *screenshots)
    bench.questions.typed_event(EventKind.CALL)
    call = sheet(EventSheet)
    call.time.editor.setText("2025-03-22 09:00")
    call.exhibits.add.click()
    picker = sheet(ExhibitPicker)
    heads = [
        picker.list.item(row).text() for row in range(picker.list.count()) if picker.list.item(row).data(LINE) is None
    ]
    assert heads == ["Around that time", "Other exhibits"]
    assert picker.list.item(1).data(LINE).number == 2
    tick(picker, 2)
    tick(picker, 1)
    assert picker.primary.text() == "Use 2 exhibits"
    picker.primary.click()
    assert len(call.findChildren(ExhibitChip)) == 2
    call.primary.click()
    settle(qtbot, bench, lambda: bench.desk.detail is not None and bench.desk.detail.event.kind is EventKind.CALL)
    assert bench.desk.detail is not None
    assert [exhibit.number for exhibit in bench.desk.detail.exhibits] == [2, 1]


def test_the_picker_finds_by_name_and_keeps_what_is_ticked(
    qtbot: QtBot, bench: Workbench, screenshots: list[Path]
) -> None:
    add(qtbot, bench, *screenshots)
    bench.questions.typed_event(EventKind.NOTE)
    note = sheet(EventSheet)
    note.exhibits.add.click()
    picker = sheet(ExhibitPicker)
    tick(picker, 1)
    picker.search.setText("20250322")
    assert [picker.list.item(row).isHidden() for row in range(2)] == [True, False]
    picker.search.setText("nowhere")
    assert picker.nothing.isVisible()
    picker.primary.click()
    assert len(note.exhibits.value()) == 1
    note.cancel.click()


def test_a_recorded_call_is_tied_and_untied_in_the_inspector(
    qtbot: QtBot, bench: Workbench, screenshots: list[Path]
) -> None:
    add(qtbot, bench, *screenshots)
    call = record(qtbot, bench)
    assert bench.inspector is not None
    field = bench.inspector.facts.exhibits
    qtbot.waitUntil(field.isVisible, timeout=PATIENCE_MS)
    field.add.click()
    picker = sheet(ExhibitPicker)
    tick(picker, 2)
    picker.primary.click()
    session = bench.desk.session
    assert session is not None
    settle(qtbot, bench, lambda: len(event_detail(session, call).exhibit_ids) == 1)
    qtbot.waitUntil(
        lambda: bench.inspector is not None and bench.inspector.facts.exhibit is not None, timeout=PATIENCE_MS
    )
    shown_chip(qtbot, field).cross.click()
    settle(qtbot, bench, lambda: event_detail(session, call).exhibit_ids == ())


def test_a_chip_leads_to_its_exhibit(qtbot: QtBot, bench: Workbench, screenshots: list[Path]) -> None:
    add(qtbot, bench, *screenshots)
    line = lines_of(bench.desk.entries)[1]
    record(qtbot, bench, line.exhibit_id)
    assert bench.inspector is not None
    field = bench.inspector.facts.exhibits
    qtbot.waitUntil(lambda: field.value() == (line.exhibit_id,), timeout=PATIENCE_MS)
    shown_chip(qtbot, field).name.click()
    qtbot.waitUntil(lambda: bench.desk.event_id == line.event_id, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not field.isVisible(), timeout=PATIENCE_MS)


def test_a_note_about_an_exhibit_begins_in_its_menu(qtbot: QtBot, bench: Workbench, screenshots: list[Path]) -> None:
    event_id = add(qtbot, bench, *screenshots)
    assert bench.timeline is not None
    bench.timeline.context_menu_requested.emit([event_id], QPoint(10, 10))
    menu = bench.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Write a note about this exhibit…").trigger()
    menu.close()
    note = sheet(EventSheet)
    assert len(note.exhibits.value()) == 1
    note.cancel.click()


def test_what_happened_comes_first_for_a_typed_event(qtbot: QtBot, bench: Workbench, screenshots: list[Path]) -> None:
    add(qtbot, bench, *screenshots)
    assert bench.inspector is not None
    facts = bench.inspector.facts
    assert facts.event_section.y() > facts.times.mapTo(facts, QPoint(0, 0)).y()
    record(qtbot, bench)
    qtbot.waitUntil(
        lambda: 0 < facts.event_section.y() < facts.times.mapTo(facts, QPoint(0, 0)).y(), timeout=PATIENCE_MS
    )


def test_the_name_of_an_exhibit_is_no_markup_in_a_tool_tip(qapp: QApplication) -> None:
    chip = ExhibitChip(ExhibitLine("e1", 1, "<img src='file:///x'>"), leads=True, read_only=False)
    assert "<img" in chip.cross.accessibleName()
    tip = chip.cross.toolTip()
    assert "<img" not in tip
    assert "&lt;img" in tip
