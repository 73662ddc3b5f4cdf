from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from evidence_app.domain.timeline import ALL_TIME, Period
from evidence_app.phrases import Language
from tests.ui.test_timeline_model import START, entry
from ui.i18n import language
from ui.timeline.days import tallies
from ui.timeline.filter import TimelineFilter
from ui.timeline.strip import DayStrip

SHIFT = Qt.KeyboardModifier.ShiftModifier


def day(number: int) -> date:
    return START.date() + timedelta(days=number)


@pytest.fixture
def strip(qtbot: QtBot) -> DayStrip:
    language.choose(Language.EN)
    shown = DayStrip()
    qtbot.addWidget(shown)
    shown.resize(660, shown.sizeHint().height())
    entries = [entry(number, hours=24 * number) for number in range(10)]
    shown.show_tallies(tallies(entries), tallies(entries))
    shown.show()
    return shown


def middle(strip: DayStrip, index: int) -> QPoint:
    return strip.slot_rect(index).center()


def drag(qtbot: QtBot, strip: DayStrip, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(strip, start + (end - start) / 2)
    qtbot.mouseMove(strip, end)
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=end)


def periods(strip: DayStrip) -> list[Period]:
    told: list[Period] = []
    strip.period_changed.connect(told.append)
    return told


def test_dragging_looks_at_the_days_between(strip: DayStrip, qtbot: QtBot) -> None:
    told = periods(strip)
    drag(qtbot, strip, middle(strip, 6), middle(strip, 3))
    assert told[-1] == Period(day(3), day(6))


def test_an_edge_is_pulled_and_the_whole_is_moved(strip: DayStrip, qtbot: QtBot) -> None:
    told = periods(strip)
    drag(qtbot, strip, middle(strip, 3), middle(strip, 5))
    edge = QPoint(strip.slot_rect(6).left(), middle(strip, 5).y())
    drag(qtbot, strip, edge, middle(strip, 7))
    assert told[-1] == Period(day(3), day(7))
    drag(qtbot, strip, middle(strip, 4), middle(strip, 2))
    assert told[-1] == Period(day(1), day(5))
    drag(qtbot, strip, middle(strip, 3), middle(strip, 9) + QPoint(300, 0))
    assert told[-1] == Period(day(5), day(9))


def test_a_click_looks_at_one_day_and_once_more_at_all(strip: DayStrip, qtbot: QtBot) -> None:
    told = periods(strip)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 4))
    assert told[-1] == Period(day(4), day(4))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 4))
    assert told[-1] == ALL_TIME


def test_double_click_and_escape_look_at_all_days(strip: DayStrip, qtbot: QtBot) -> None:
    told = periods(strip)
    drag(qtbot, strip, middle(strip, 3), middle(strip, 5))
    qtbot.mouseDClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 4))
    assert told[-1] == ALL_TIME
    drag(qtbot, strip, middle(strip, 3), middle(strip, 5))
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert told[-1] == ALL_TIME


def test_arrows_move_and_shift_extends(strip: DayStrip, qtbot: QtBot) -> None:
    told = periods(strip)
    strip.show_days((day(2), day(4)))
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert told[-1] == Period(day(2), day(2))
    qtbot.keyClick(strip, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(strip, Qt.Key.Key_Right, SHIFT)
    assert told[-1] == Period(day(2), day(4))
    qtbot.keyClick(strip, Qt.Key.Key_Left, SHIFT)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert told[-1] == Period(day(1), day(2))
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert told[-1] == Period(day(9), day(9))


def test_a_brush_being_pulled_is_let_go_when_the_days_change(strip: DayStrip, qtbot: QtBot) -> None:
    told = periods(strip)
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 6))
    qtbot.mouseMove(strip, middle(strip, 9))
    fewer = tallies([entry(1, hours=0), entry(2, hours=24)])
    strip.show_tallies(fewer, fewer)
    qtbot.mouseMove(strip, QPoint(500, 10))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(500, 10))
    assert told == []


def test_it_says_its_period_and_how_many_events_there_are(strip: DayStrip) -> None:
    strip.show_period(Period(day(1), day(2)), 2)
    spoken = QAccessible.queryAccessibleInterface(strip)
    assert spoken.text(QAccessible.Text.Name) == "Days with events"
    assert spoken.text(QAccessible.Text.Description) == "2025-02-23 – 2025-02-24, 2 events"


def test_a_bar_says_its_day_and_count(strip: DayStrip) -> None:
    assert strip.words_of(0) == "2025-02-22  Saturday · 1 event"


def test_a_witness_whose_name_looks_like_markup_is_shown_as_it_is_called(strip: DayStrip) -> None:
    strip.show_witnessed({day(0): "<img src=x>&amp;"})
    place = middle(strip, 0)
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, place, strip.mapToGlobal(place)))
    assert "&lt;img src=x&gt;&amp;amp;" in QToolTip.text()
    QToolTip.hideText()


def test_the_bars_are_those_of_the_events_that_pass_the_other_criteria(strip: DayStrip) -> None:
    entries = [entry(number, hours=24 * number, party="" if number % 2 else "a") for number in range(10)]
    wanted = TimelineFilter(parties=frozenset({"a"}), period=Period(day(0), day(0)))
    strip.show_tallies(tallies(wanted.without_period().passing(entries)), tallies(entries))
    assert sum(slot.tally.events for slot in strip.slots) == 5
