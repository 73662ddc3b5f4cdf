"""Text grows to twice its size in the running window, and everything that holds text with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import EventKind
from tests.ui.acting import PATIENCE_MS, sheet
from ui import tokens
from ui.controls import Button, IconButton, PlainLabel
from ui.field import FieldGrid
from ui.fields import FieldSpec
from ui.pages import NoHitsPage
from ui.panes import LEAST_INSPECTOR
from ui.settings import Settings
from ui.sheets.event import EventSheet
from ui.style import apply_style
from ui.tokens import TEXT_SCALES, Motion, control_height, font, motion_ms, theme
from ui.workbench import Workbench


@pytest.fixture
def scaling(qapp: QApplication, english: None) -> Iterator[None]:
    """The theme dresses the application as in the program, and everything is as before afterwards."""

    def dress() -> None:
        apply_style(qapp)

    theme.changed.connect(dress)
    yield
    theme.scale_text(1.0)
    theme.move(Motion.SYSTEM)
    theme.changed.disconnect(dress)


def test_every_font_is_twice_as_large_at_twice_the_scale(scaling: None) -> None:
    before = {role: font(role).pointSizeF() for role in tokens.SIZES_PX}
    theme.scale_text(2.0)
    assert {role: font(role).pointSizeF() for role in tokens.SIZES_PX} == {
        role: pytest.approx(2 * size) for role, size in before.items()
    }
    assert QApplication.font().pointSizeF() == pytest.approx(2 * before["body"])


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_a_line_of_text_fits_into_a_control_at_every_scale(scaling: None, scale: float) -> None:
    theme.scale_text(scale)
    assert QFontMetrics(font("body")).tightBoundingRect("举gÄ").height() <= control_height() - 10


def test_shown_controls_grow_and_shrink_with_the_text(qtbot: QtBot, scaling: None) -> None:
    widgets = [Button("Export", "outline", "export"), IconButton("gear"), PlainLabel("Export")]
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.show()
    before = [widget.sizeHint() for widget in widgets]
    theme.scale_text(2.0)
    assert all(widget.sizeHint().height() > 1.5 * size.height() for widget, size in zip(widgets, before, strict=True))
    theme.scale_text(1.0)
    assert [widget.sizeHint() for widget in widgets] == before


def test_an_open_sheet_becomes_wider_with_its_text_but_not_than_the_screen(
    qtbot: QtBot, scaling: None, bench: Workbench
) -> None:
    bench.questions.typed_event(EventKind.CALL)
    asked = sheet(EventSheet)
    before = asked.width()
    theme.scale_text(2.0)
    room = asked.screen().availableGeometry()
    qtbot.waitUntil(lambda: before < asked.width() <= room.width())
    assert asked.height() <= room.height()
    asked.cancel.click()


def test_short_facts_stand_one_below_the_other_where_large_text_has_no_room(qtbot: QtBot, scaling: None) -> None:
    grid = FieldGrid([FieldSpec("agent_id"), FieldSpec("agent_name")])
    qtbot.addWidget(grid)
    grid.resize(330, 200)
    grid.show()
    agent, name = grid.fields["agent_id"], grid.fields["agent_name"]
    assert agent.y() == name.y()
    theme.scale_text(2.0)
    qtbot.waitUntil(lambda: name.y() >= agent.y() + agent.height())


def test_the_inspector_is_as_wide_as_large_text_needs_where_there_is_room(
    qtbot: QtBot, scaling: None, bench: Workbench
) -> None:
    bench.resize(2560, 1440)
    theme.scale_text(2.0)
    qtbot.waitUntil(lambda: bench.inspector_place.width() >= 2 * LEAST_INSPECTOR, timeout=PATIENCE_MS)


def test_the_header_leaves_most_of_a_low_window_to_the_pages(qtbot: QtBot, scaling: None, bench: Workbench) -> None:
    bench.resize(1280, 720)
    before = bench.header.height()
    theme.scale_text(2.0)
    qtbot.waitUntil(lambda: bench.header.height() < 0.2 * bench.height(), timeout=PATIENCE_MS)
    assert bench.header.facts.isHidden()
    assert bench.header.add.accessibleName()
    theme.scale_text(1.0)
    qtbot.waitUntil(lambda: bench.header.height() == before, timeout=PATIENCE_MS)
    assert not bench.header.facts.isHidden()


def test_a_page_without_room_leaves_its_advice_out_rather_than_cutting_it(qtbot: QtBot, scaling: None) -> None:
    theme.scale_text(2.0)
    pane = QWidget()
    qtbot.addWidget(pane)
    page = NoHitsPage()
    page.setParent(pane)
    page.show_search("xyzzy")
    page.setGeometry(0, 0, 700, 180)
    pane.show()
    assert page.advice.isHidden()
    page.setGeometry(0, 0, 700, 900)
    assert not page.advice.isHidden()


def test_a_larger_text_of_the_system_is_respected(scaling: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_system_scale", lambda: 1.25)
    theme.scale_text(1.0)
    assert theme.text_scale == 1.25
    theme.scale_text(2.0)
    assert theme.text_scale == 2.0


def test_less_motion_can_be_chosen_and_taken_back(scaling: None, qapp: QApplication) -> None:
    theme.move(Motion.REDUCED)
    assert motion_ms() == 0
    assert "widget-animation-duration: 0" in qapp.styleSheet()
    theme.move(Motion.FULL)
    assert motion_ms() > 0
    assert "widget-animation-duration" not in qapp.styleSheet()


def test_text_size_and_motion_are_remembered_and_nonsense_is_not_believed(tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store)
    settings.text_scale = 1.5
    settings.motion = Motion.REDUCED
    assert (settings.text_scale, settings.motion) == (1.5, Motion.REDUCED)
    for nonsense in ("900", "-1", "nan", "large"):
        store.setValue("window/text_scale", nonsense)
        store.setValue("window/motion", nonsense)
        read = Settings(store)
        assert (read.text_scale, read.motion) == (1.0, Motion.SYSTEM)
