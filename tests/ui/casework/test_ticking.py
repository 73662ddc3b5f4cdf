"""Lines to tick stand apart, and the list is as high as they are."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.casework.ticking import MOST_ROWS, Tick, TickList
from ui.style import apply_style
from ui.tokens import SPACE_2, theme


@pytest.fixture(params=[1.0, 2.0])
def scale(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    theme.scale_text(request.param)
    apply_style(qapp)
    yield request.param
    theme.scale_text(1.0)


@pytest.mark.parametrize("count", [1, 3, MOST_ROWS + 3])
def test_boxes_do_not_touch_and_no_room_is_left_below(qtbot: QtBot, scale: float, count: int) -> None:
    ticks = TickList("numbers", [Tick(f"{number}", f"400-000-{number}") for number in range(count)])
    qtbot.addWidget(ticks)
    ticks.resize(400, 600)
    ticks.show()
    QApplication.processEvents()
    places = [ticks.list.visualItemRect(ticks.list.item(row)) for row in range(min(count, MOST_ROWS))]
    assert all(after.top() - before.bottom() > SPACE_2 - 1 for before, after in zip(places, places[1:], strict=False))
    below = ticks.list.viewport().height() - places[-1].bottom()
    assert 0 <= below <= SPACE_2
