"""The export sheet: what a period holds, wrong days, progress, and a computer that opens no PDF."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.acting import PATIENCE_MS, add, sheet
from ui.sheets import export
from ui.sheets.export import ExportSheet
from ui.workbench import Workbench


@pytest.fixture
def asked(qtbot: QtBot, bench: Workbench, screenshot: Path) -> Iterator[ExportSheet]:
    """The sheet over a dispute with one screenshot of 2025-02-22."""
    add(qtbot, bench, screenshot)
    bench.export()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ExportSheet), timeout=PATIENCE_MS)
    found = sheet(ExportSheet)
    yield found
    found.cancel.click()


def test_the_sheet_counts_what_the_period_holds(asked: ExportSheet) -> None:
    assert asked.period_note.text() == "1 exhibit will be in the dossier."
    asked.first.setText("2025-03-01")
    assert asked.period_note.text() == "0 exhibits will be in the dossier."
    asked.first.setText("2025-02-22")
    assert asked.period_note.text() == "1 exhibit will be in the dossier."


def test_a_wrong_day_is_said_at_once_and_shown_on_refusal(qtbot: QtBot, asked: ExportSheet) -> None:
    asked.last.setText("5/33")
    assert "5/33" in asked.period_note.text()
    asked.primary.click()
    qtbot.waitUntil(asked.last.hasFocus, timeout=PATIENCE_MS)


def test_a_short_day_is_shown_as_it_was_understood(asked: ExportSheet) -> None:
    asked.first.setText("26/2")
    asked.first.editingFinished.emit()
    assert asked.first.text() == f"{date.today().year}-02-26"


def test_every_profile_says_for_whom_it_is(asked: ExportSheet) -> None:
    notes = set()
    for index in range(asked.profile.count()):
        asked.profile.setCurrentIndex(index)
        notes.add(asked.profile_note.text())
    assert len(notes) == asked.profile.count()
    assert "" not in notes


def test_progress_runs_once_and_a_missing_viewer_is_said(
    qtbot: QtBot, asked: ExportSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[float] = []
    asked.meter.valueChanged.connect(lambda value: seen.append(value / max(1, asked.meter.maximum())))
    asked.wanted.emit(tmp_path / "dossier.pdf", asked.options())
    qtbot.waitUntil(lambda: not asked.open_button.isHidden(), timeout=PATIENCE_MS)
    assert seen == sorted(seen)
    monkeypatch.setattr(export, "open_file", lambda path: False)
    asked.open_button.click()
    assert "No program" in asked.problem.text()
    assert asked.focusWidget() is asked.folder_button
