from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from evidence_app.phrases import Language
from tests.ui.test_timeline_view import START, entry
from ui.i18n import language
from ui.timeline.model import TimelineModel
from ui.timeline.outline import outlined
from ui.timeline.places import moved
from ui.timeline.view import TimelineView

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TimelineView]:
    """e0, then e1, e2, e3 at one moment, then e4."""
    language.choose(Language.EN)
    shown = TimelineView()
    model = TimelineModel(shown)
    hours = (0, 1, 1, 1, 2)
    model.replace(outlined([entry(number, at=START + timedelta(hours=hour)) for number, hour in enumerate(hours)]))
    shown.setModel(model)
    qtbot.addWidget(shown)
    shown.resize(660, 700)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    QToolTip.hideText()


def orders(view: TimelineView) -> list[list[str]]:
    asked: list[list[str]] = []
    view.arrange_requested.connect(asked.append)
    return asked


def middle(view: TimelineView, event_id: str) -> QPoint:
    model = view.timeline_model()
    assert model is not None
    return view.visualRect(model.index_of(event_id)).center()


def drag(qtbot: QtBot, view: TimelineView, event_id: str, end: QPoint) -> None:
    port, start = view.viewport(), middle(view, event_id)
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, start + QPoint(0, 12))
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


@given(st.permutations("abcdef"), st.sampled_from("abcdef"), st.integers(0, 6))
def test_moving_keeps_everything_and_the_order_of_the_others(ids: list[str], one: str, before: int) -> None:
    after = moved(ids, one, before)
    assert sorted(after) == sorted(ids)
    assert [other for other in after if other != one] == [other for other in ids if other != one]
    if before < len(ids) and ids[before] != one:
        assert after.index(one) == after.index(ids[before]) - 1


def test_a_card_is_dragged_among_those_of_its_time(view: TimelineView, qtbot: QtBot) -> None:
    asked = orders(view)
    drag(qtbot, view, "e3", middle(view, "e1") - QPoint(0, 20))
    assert asked == [["e3", "e1", "e2"]]
    assert view.selected_events() == ["e3"]


def test_a_card_put_down_where_it_was_or_outside_of_its_time_stays(view: TimelineView, qtbot: QtBot) -> None:
    asked = orders(view)
    drag(qtbot, view, "e2", middle(view, "e2") + QPoint(0, 5))
    drag(qtbot, view, "e2", middle(view, "e0"))
    drag(qtbot, view, "e0", middle(view, "e3"))
    assert asked == []
    assert not view.dragging


def test_where_it_may_not_go_is_said_while_dragging(view: TimelineView, qtbot: QtBot) -> None:
    port, start = view.viewport(), middle(view, "e2")
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, start + QPoint(0, 12))
    qtbot.mouseMove(port, middle(view, "e0"))
    assert port.cursor().shape() is Qt.CursorShape.ForbiddenCursor
    assert QToolTip.text() == "Only entries of the same time can change places"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.dragging


def test_alt_and_the_arrows_move_one_place(view: TimelineView, qtbot: QtBot) -> None:
    asked = orders(view)
    view.select_event("e2")
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert asked == [["e2", "e1", "e3"], ["e1", "e3", "e2"]]


def test_alt_and_an_arrow_say_why_an_entry_stays(view: TimelineView, qtbot: QtBot) -> None:
    asked = orders(view)
    view.select_event("e0")
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert asked == []
    assert "No other entry has the same time" in QToolTip.text()


def test_a_card_in_the_hand_is_put_back_when_the_rows_change(view: TimelineView, qtbot: QtBot) -> None:
    asked, model = orders(view), view.timeline_model()
    assert model is not None
    port, start = view.viewport(), middle(view, "e3")
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, start + QPoint(0, 12))
    qtbot.mouseMove(port, middle(view, "e1"))
    model.replace(outlined([entry(9)]))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start)
    assert not view.dragging
    assert asked == []


def test_nothing_can_be_dragged_in_a_vault_that_is_only_read(view: TimelineView, qtbot: QtBot) -> None:
    view.arrangeable = False
    asked = orders(view)
    drag(qtbot, view, "e3", middle(view, "e1"))
    assert asked == []
