"""The row above the timeline, as wide and as narrow as windows are."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
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
    assert places(bar, [bar.density])[0].right() > 1_150
    assert bar.tail.parent() is bar


def places(bar: FilterBar, widgets: Sequence[QWidget]) -> list[QRect]:
    return [QRect(widget.mapTo(bar, QPoint(0, 0)), widget.size()) for widget in widgets]


@pytest.mark.parametrize("width", [420, 520])
def test_in_a_narrow_window_it_follows_the_chips_in_their_lines(qtbot: QtBot, width: int) -> None:
    bar = laid_out(qtbot, width)
    assert bar.tail.parent() is not bar
    qtbot.waitUntil(lambda: bar.state.isVisible() and bar.clear.isVisible())
    shown = (*bar.chips.values(), bar.state, bar.clear, bar.views, bar.density)
    qtbot.waitUntil(lambda: not any(one.intersects(other) for one, other in combinations(places(bar, shown), 2)))
    assert all(bar.rect().contains(place) for place in places(bar, shown))
    assert len({place.center().y() // 10 for place in places(bar, shown)}) <= 3
    bar.resize(1_200, 200)
    assert bar.tail.parent() is bar
