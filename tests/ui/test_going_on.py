"""Ctrl+Enter in a fact goes on to the same fact of the next entry, also for those who type faster than it is read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions.exhibits import list_exhibits
from tests.ui.acting import PATIENCE_MS, add, settle
from ui.field import Field
from ui.workbench import Workbench

pytestmark = pytest.mark.usefixtures("inspector_soon")  # entries are chosen past the lists

CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(qtbot: QtBot, bench: Workbench, folder: Path) -> QWidget:
    """Return what an exhibit proves, ready to be typed; another exhibit follows."""
    files = [folder / f"{name}.txt" for name in "ab"]
    for file in files:
        file.write_text(file.name)
    add(qtbot, bench, *files)
    qtbot.waitUntil(lambda: bench.inspector is not None, timeout=PATIENCE_MS)
    assert bench.inspector is not None
    facts = bench.inspector.facts
    qtbot.waitUntil(lambda: facts.exhibit is not None, timeout=PATIENCE_MS)
    field = next(field for field in facts.findChildren(Field) if field.spec.name == "proves" and field.isVisible())
    field.widget.setFocus()
    return field.widget


def proved(bench: Workbench) -> list[str]:
    assert bench.desk.session is not None
    shown = {entry.exhibit_id: place for place, entry in enumerate(bench.desk.entries)}
    exhibits = list_exhibits(bench.desk.session, bench.desk.dispute_id)
    return [exhibit.proves for exhibit in sorted(exhibits, key=lambda exhibit: shown[exhibit.id])]


def test_what_is_typed_before_the_next_one_is_there_is_written_to_the_next_one(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    proves = begin(qtbot, bench, tmp_path)
    QTest.keyClicks(proves, "one")
    QTest.keyClick(proves, Qt.Key.Key_Return, CONTROL)
    QTest.keyClicks(proves, "two")
    qtbot.waitUntil(lambda: bench.desk.detail is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not bench.going_on.waiting, timeout=PATIENCE_MS)
    bench.save_typing()
    settle(qtbot, bench, lambda: proved(bench) == ["one", "two"])
