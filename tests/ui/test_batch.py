"""Several events changed at once, in one step, by keyboard alone."""

from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import EventFacts, EventKind
from evidence_app.domain.typed_time import typed_time
from tests.ui.acting import PATIENCE_MS, add, settle
from ui import edits
from ui.tasks import Lane
from ui.timeline.batch import BatchPanel
from ui.timeline.selected import Shared
from ui.workbench import Workbench

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filled(bench: Workbench, qtbot: QtBot, tmp_path: Path) -> Workbench:
    """Two screenshots, then a call with a party."""
    files = [tmp_path / f"Screenshot_20250222_0815{second:02}.png" for second in (3, 4)]
    for number, file in enumerate(files):
        Image.new("RGB", (120, 200 + number), "#dceeec").save(file)
    add(qtbot, bench, *files)
    call = EventFacts(kind=EventKind.CALL, time=typed_time("2025-02-23 10:00"), party="速融宝", text="about it")
    bench.desk.edits.record_event(call)
    settle(qtbot, bench, lambda: len(bench.shown_event_ids()) == 3)
    return bench


def choose(bench: Workbench, qtbot: QtBot, number: int) -> BatchPanel:
    """Select the first events with Shift and the arrow, and wait for what they have in common."""
    assert bench.timeline is not None
    bench.timeline.select_event(bench.shown_event_ids()[0])
    bench.timeline.setFocus()
    for _ in range(number - 1):
        qtbot.keyClick(bench.timeline, Qt.Key.Key_Down, SHIFT)
    assert bench.batching is not None
    panel = bench.batching.panel
    assert panel is not None
    qtbot.waitUntil(lambda: len(panel.shown.event_ids) == number)
    return panel


def line(panel: BatchPanel, name: str) -> QLineEdit:
    widget = getattr(panel, name).widget
    assert isinstance(widget, QLineEdit)
    return widget


def parties(bench: Workbench) -> list[str]:
    return [entry.party for entry in bench.desk.entries]


def test_several_selected_events_show_what_they_have_in_common(filled: Workbench, qtbot: QtBot) -> None:
    panel = choose(filled, qtbot, 3)
    assert panel.isVisible()
    assert filled.inspector is not None
    assert not filled.inspector.isVisible()
    assert panel.count.text() == "3 selected"
    assert panel.what.text() == "2 exhibits · 1 other entry"
    assert panel.shown.party == Shared(several=True)
    assert line(panel, "party").placeholderText() == "several values"
    assert panel.shown.device == Shared()


def test_one_selected_event_has_the_inspector_again(filled: Workbench, qtbot: QtBot) -> None:
    panel = choose(filled, qtbot, 2)
    assert filled.timeline is not None
    qtbot.keyClick(filled.timeline, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert filled.inspector is not None
    assert filled.inspector.isVisible()


def test_the_party_is_written_to_all_and_taken_back_in_one_step(filled: Workbench, qtbot: QtBot) -> None:
    panel = choose(filled, qtbot, 3)
    assert filled.timeline is not None
    qtbot.keyClick(filled.timeline, Qt.Key.Key_Return)
    assert filled.window().focusWidget() is line(panel, "party")
    qtbot.keyClicks(line(panel, "party"), "Example Bank")
    qtbot.keyClick(line(panel, "party"), Qt.Key.Key_Return)
    settle(qtbot, filled, lambda: parties(filled) == ["Example Bank"] * 3)
    qtbot.waitUntil(lambda: panel.shown.party == Shared("Example Bank"))
    filled.taking_back.undo()
    settle(qtbot, filled, lambda: parties(filled) == ["", "", "速融宝"])


def test_a_change_of_many_can_be_cancelled_and_then_nothing_is_changed(
    filled: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edits, "MANY", 3)
    panel = choose(filled, qtbot, 3)
    before = Event()
    filled.desk.tasks.start(lambda _: before.wait(10), lane=Lane.CHANGE)
    line(panel, "party").setText("Example Bank")
    panel.finish()
    assert filled.bar.words.text().startswith("Changing 3 entries")
    filled.bar.cancel.click()
    before.set()
    qtbot.waitUntil(lambda: not filled.bar.busy, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: line(panel, "party").text() == "", timeout=PATIENCE_MS)
    assert parties(filled) == ["", "", "速融宝"]


def test_what_is_typed_never_goes_to_events_that_were_selected_before(filled: Workbench, qtbot: QtBot) -> None:
    panel = choose(filled, qtbot, 2)
    line(panel, "party").setText("typed for two")
    assert filled.timeline is not None
    qtbot.keyClick(filled.timeline, Qt.Key.Key_Down, SHIFT)
    assert not line(panel, "party").isEnabled()
    settle(qtbot, filled, lambda: parties(filled) == ["typed for two", "typed for two", "速融宝"])
    qtbot.waitUntil(lambda: panel.shown.party == Shared(several=True))


def test_the_device_goes_to_the_exhibits(filled: Workbench, qtbot: QtBot) -> None:
    panel = choose(filled, qtbot, 3)
    line(panel, "device").setText("Pixel 8")
    panel.finish()
    settle(qtbot, filled, lambda: panel.shown.device == Shared("Pixel 8"))
    assert len(panel.shown.exhibit_ids) == 2
    assert len(filled.desk.edits.stack.done[-1].ids) == 2


def test_a_zone_is_stated_for_the_clocks_of_all(filled: Workbench, qtbot: QtBot) -> None:
    panel = choose(filled, qtbot, 3)
    zone = panel.zone.editor
    zone.setEditText("Europe/Berlin")  # type: ignore[attr-defined]
    panel.finish()
    settle(qtbot, filled, lambda: panel.shown.offset == Shared("60"))
    assert panel.zone_says.text() == "Now: UTC+01:00"


def test_a_wrong_zone_is_said_and_nothing_changes(filled: Workbench, qtbot: QtBot) -> None:
    panel = choose(filled, qtbot, 2)
    steps = len(filled.desk.edits.stack.done)
    panel.zone.editor.setEditText("Mars/Olympus")  # type: ignore[attr-defined]
    panel.finish()
    assert panel.zone.wrong
    assert len(filled.desk.edits.stack.done) == steps


def test_leaving_a_field_untouched_changes_nothing(filled: Workbench, qtbot: QtBot) -> None:
    panel = choose(filled, qtbot, 3)
    steps = len(filled.desk.edits.stack.done)
    panel.begin()
    for _ in range(4):
        qtbot.keyClick(filled.window().focusWidget(), Qt.Key.Key_Tab)
    settle(qtbot, filled, lambda: len(filled.desk.edits.stack.done) == steps)


def test_all_are_selected_and_removed_with_one_reason(filled: Workbench, qtbot: QtBot) -> None:
    from tests.ui.acting import sheet
    from ui.sheets.removal import RemovalSheet

    panel = choose(filled, qtbot, 2)
    assert filled.timeline is not None
    qtbot.keyClick(filled.timeline, Qt.Key.Key_A, CONTROL)
    qtbot.waitUntil(lambda: len(panel.shown.event_ids) == 3)
    panel.remove.click()
    asked = sheet(RemovalSheet)
    qtbot.keyClick(asked, Qt.Key.Key_1)
    settle(qtbot, filled, lambda: not filled.desk.entries)
    assert not panel.isVisible()


def test_several_exhibits_of_the_evidence_page_are_changed_together(filled: Workbench, qtbot: QtBot) -> None:
    from ui.evidence.page import EvidencePage
    from ui.tabs import PageKey

    filled.show_page(PageKey.EVIDENCE)
    page = filled.dispute_page(PageKey.EVIDENCE)
    assert isinstance(page, EvidencePage)
    qtbot.waitUntil(lambda: page.model.count == 2)
    page.grid.selectAll()
    assert filled.batching is not None
    panel = filled.batching.panel
    assert panel is not None
    qtbot.waitUntil(lambda: len(panel.shown.exhibit_ids) == 2)
    assert panel.isVisible()
    line(panel, "device").setText("Pixel 8")
    panel.finish()
    settle(qtbot, filled, lambda: panel.shown.device == Shared("Pixel 8"))


def test_another_page_has_the_inspector_of_its_own(filled: Workbench, qtbot: QtBot) -> None:
    from ui.tabs import PageKey

    panel = choose(filled, qtbot, 2)
    filled.show_page(PageKey.EVIDENCE)
    assert not panel.isVisible()
    filled.show_page(PageKey.TIMELINE)
    assert panel.isVisible()
