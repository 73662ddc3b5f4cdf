"""The row above the timeline, as wide and as narrow as windows are."""

import pytest
from pytestqt.qtbot import QtBot

from ui.timeline.filterbar import FilterBar


def laid_out(qtbot: QtBot, width: int) -> FilterBar:
    bar = FilterBar()
    qtbot.addWidget(bar)
    for chip in bar.chips.values():
        chip.setText("可靠程度")
        chip.show()
    bar.state.setText("显示 20,000 条中的 12,345 条")
    bar.clear.show()
    bar.resize(width, 200)
    bar.show()
    bar.layout().activate()  # type: ignore[union-attr]
    return bar


def test_what_is_shown_stands_at_the_right_where_there_is_room(qtbot: QtBot) -> None:
    bar = laid_out(qtbot, 1_200)
    assert bar.density.geometry().right() > 1_150
    assert bar.end.indexOf(bar.state) >= 0


@pytest.mark.parametrize("width", [420, 520])
def test_in_a_narrow_window_it_follows_the_chips_in_their_lines(qtbot: QtBot, width: int) -> None:
    bar = laid_out(qtbot, width)
    assert bar.end.count() == 0
    shown = (*bar.chips.values(), bar.state, bar.clear, bar.views, bar.density)
    lines = {widget.geometry().center().y() // 10 for widget in shown}
    assert len(lines) <= 3
    bar.resize(1_200, 200)
    assert bar.end.indexOf(bar.state) >= 0
