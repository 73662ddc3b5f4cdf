"""The inspector as a panel of provenance: the time in use, what other sources say, the hash, the picture's height."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeMeaning, TimeSource
from tests.ui.acting import PATIENCE_MS, add
from ui.controls import Button, PlainLabel
from ui.editors import LinesEditor
from ui.inspector.divider import Divider
from ui.inspector.inspector import Inspector
from ui.inspector.times import ReadingRow, TimesPanel
from ui.workbench import Workbench

HOME = ZoneInfo("Asia/Shanghai")
NAMED = ClockReading(datetime(2025, 2, 22, 8, 15, 3), Precision.SECOND, TimeSource.FILENAME, 85)


def saved_at(*when: int) -> ClockReading:
    return ClockReading(datetime(*when), Precision.SECOND, TimeSource.MODIFIED, 20, 480, TimeMeaning.MODIFIED)


@pytest.fixture
def panel(qtbot: QtBot, english: None) -> TimesPanel:
    made = TimesPanel()
    qtbot.addWidget(made)
    return made


def told(panel: TimesPanel) -> list[str]:
    rows = [row for row in panel.findChildren(ReadingRow) if not row.isHidden()]
    return [row.findChildren(PlainLabel)[0].text() for row in rows]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (saved_at(2025, 2, 22, 8, 15, 40), "the same time"),
        (saved_at(2025, 2, 22, 8, 35, 3), "20 minutes later"),
        (saved_at(2025, 2, 21, 20, 15, 3), "12 hours earlier"),
        (saved_at(2025, 3, 4, 8, 15, 3), "10 days later"),
    ],
)
def test_another_reading_says_how_it_differs_from_the_one_in_use(
    panel: TimesPanel, other: ClockReading, words: str
) -> None:
    panel.show_time(EventTime((NAMED, other), 0), HOME, read_only=False)
    (line,) = told(panel)
    assert line.endswith(words)


def test_the_time_in_use_stands_once_with_where_it_was_read(panel: TimesPanel) -> None:
    panel.show_time(EventTime((NAMED,), 0), HOME, read_only=False)
    assert told(panel) == []
    assert "file name" in panel.source.text()
    assert panel.others.isHidden()


def test_another_reading_is_used_by_its_button(qtbot: QtBot, panel: TimesPanel) -> None:
    panel.show_time(EventTime((NAMED, saved_at(2025, 3, 4, 8, 15, 3)), 0), HOME, read_only=False)
    (button,) = (found for row in panel.findChildren(ReadingRow) for found in row.findChildren(Button))
    with qtbot.waitSignal(panel.decided) as decided:
        button.click()
    assert decided.args is not None
    assert decided.args[0] == EventTime((NAMED, saved_at(2025, 3, 4, 8, 15, 3)), 1, decided=True)


def test_nothing_can_be_used_in_a_vault_that_is_only_read(panel: TimesPanel) -> None:
    panel.show_time(EventTime((NAMED, saved_at(2025, 3, 4, 8, 15, 3)), 0), HOME, read_only=True)
    assert not [button for row in panel.findChildren(ReadingRow) for button in row.findChildren(Button)]


def test_copying_the_hash_says_so(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    assert bench.inspector is not None
    original = bench.inspector.facts.original
    original.copy.click()
    assert bench.desk.detail is not None
    assert QGuiApplication.clipboard().text() == bench.desk.detail.exhibits[0].original.sha256
    assert original.copy.accessibleName() == "Copied"
    qtbot.waitUntil(lambda: original.copy.accessibleName() == "Copy the SHA-256", timeout=PATIENCE_MS)


def test_the_height_of_the_picture_is_moved_by_keys_and_remembered(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    add(qtbot, bench, screenshot)
    inspector = bench.inspector
    assert inspector is not None
    divider = inspector.splitter.handle(1)
    assert isinstance(divider, Divider)
    before = inspector.splitter.sizes()[0]
    QTest.keyClick(divider, Qt.Key.Key_Down)
    assert inspector.splitter.sizes()[0] == before + 24
    again = Inspector(bench.desk, bench.settings)
    qtbot.addWidget(again)
    again.resize(inspector.size())
    again.show()
    bench.desk.detail_changed.emit()
    qtbot.waitUntil(lambda: abs(again.splitter.sizes()[0] - before - 24) <= 2, timeout=PATIENCE_MS)


def test_a_damaged_picture_is_shown_as_far_as_it_can_be_read(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    whole = tmp_path / "whole.png"
    Image.effect_noise((400, 4000), 90).save(whole)
    (tmp_path / "cut.png").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    add(qtbot, bench, tmp_path / "cut.png")
    assert bench.inspector is not None
    bench.inspector.show_large()
    large = bench.inspector.large
    assert large is not None
    qtbot.waitUntil(lambda: large.viewer.canvas.isVisible(), timeout=PATIENCE_MS)
    assert "as far as it can be read" in large.viewer._note.text()  # noqa: SLF001


def test_what_cannot_be_shown_at_all_says_what_to_do(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 100)
    add(qtbot, bench, tmp_path / "broken.png")
    assert bench.inspector is not None
    bench.inspector.show_large()
    large = bench.inspector.large
    assert large is not None
    offered = {button.text() for button in large.viewer.findChildren(Button) if button.isVisible()}
    assert {"Open original", "Try again to show it"} <= offered
    large.viewer.try_again()
    qtbot.waitUntil(lambda: not large.viewer.canvas.isVisible(), timeout=PATIENCE_MS)


def test_a_field_shows_all_its_lines_when_it_becomes_narrow(qtbot: QtBot, english: None) -> None:
    field = LinesEditor(in_place=True)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(field)
    qtbot.addWidget(holder)
    holder.show()
    for text, hint in (("", "One sentence: what a reader sees here and why it matters"), ("many words " * 4, "")):
        field.setPlaceholderText(hint)
        for width in (600, 160, 400, 120):
            field.show_value(text)
            holder.resize(width, 500)
            qtbot.wait(20)
            assert field.viewport().height() == field.contentsRect().height()
            assert field.verticalScrollBar().maximum() == 0
