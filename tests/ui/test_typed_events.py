"""Typing events with few keys: the present, one key for the direction, completion from what is known."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.timeline import events_in_full
from evidence_app.domain.events import Direction, Event, EventKind
from evidence_app.domain.typed_time import spelled_out, typed_date, typed_time
from evidence_app.errors import InputProblem
from tests.ui.acting import PATIENCE_MS, settle, sheet
from ui.completion import Completion
from ui.sheets.event import EventSheet
from ui.workbench import Workbench

Key = Qt.Key
MODIFIER = Qt.KeyboardModifier
NOW = datetime(2025, 3, 1, 10, 0)


def line(asked: EventSheet, name: str) -> QLineEdit:
    editor = asked.fields.fields[name].editor
    assert isinstance(editor, QLineEdit)
    return editor


def events(bench: Workbench) -> list[Event]:
    assert bench.desk.session is not None
    return events_in_full(bench.desk.session, bench.desk.dispute_id)


@pytest.fixture
def known_call(qtbot: QtBot, bench: Workbench) -> None:
    """One call that was recorded before."""
    assert bench.desk.session is not None
    given = NewEvent(
        kind=EventKind.CALL,
        time=typed_time("2025-02-22 09:02"),
        number="021-0000 7716",
        party="速融宝客服",
        agent_id="80231",
        agent_name="王丽",
    )
    record_event(bench.desk.session, bench.desk.dispute_id, given)
    bench.desk.reload_timeline()
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 1, timeout=PATIENCE_MS)


@pytest.fixture
def call(qtbot: QtBot, bench: Workbench, known_call: None) -> EventSheet:
    """The sheet of the next call, once it knows what is known."""
    bench.questions.typed_event(EventKind.CALL)
    asked = sheet(EventSheet)
    qtbot.waitUntil(lambda: line(asked, "agent_id").completer() is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(asked.time.editor.hasFocus)
    return asked


def test_an_event_begins_with_the_present_marked_to_be_replaced(call: EventSheet) -> None:
    assert call.at() is not None
    assert abs(datetime.now(call.at().tzinfo) - call.at()) < timedelta(minutes=2)  # type: ignore[union-attr]
    QTest.keyClicks(call.time.editor, "2025-02-23 10:00")
    assert call.time.editor.text() == "2025-02-23 10:00"
    call.cancel.click()


def test_a_known_agent_brings_the_name_along(qtbot: QtBot, call: EventSheet) -> None:
    agent = line(call, "agent_id")
    agent.setFocus()
    QTest.keyClicks(agent, "8")
    completion = agent.completer()
    assert isinstance(completion, Completion)
    QTest.keyClick(completion.popup(), Key.Key_Down)
    QTest.keyClick(completion.popup(), Key.Key_Return)
    assert (agent.text(), line(call, "agent_name").text()) == ("80231", "王丽")
    assert call.isVisible()
    call.cancel.click()


def test_what_is_typed_in_full_is_offered_no_more(qtbot: QtBot, call: EventSheet) -> None:
    """An open list would swallow the next click, and the next words would go into this field."""
    agent = line(call, "agent_id")
    agent.setFocus()
    QTest.keyClicks(agent, "8023")
    completion = agent.completer()
    assert isinstance(completion, Completion)
    qtbot.waitUntil(completion.popup().isVisible)
    offered = completion.currentCompletion()
    QTest.keyClicks(agent, offered[len("8023") :])
    qtbot.waitUntil(lambda: not completion.popup().isVisible())
    call.cancel.click()


def test_down_offers_what_is_known_before_anything_is_typed(call: EventSheet) -> None:
    number = line(call, "number")
    number.setFocus()
    QTest.keyClick(number, Key.Key_Down)
    completion = number.completer()
    assert isinstance(completion, Completion)
    assert completion.popup().isVisible()
    QTest.keyClick(completion.popup(), Key.Key_Return)
    assert (number.text(), line(call, "party").text()) == ("021-0000 7716", "速融宝客服")
    call.cancel.click()


def test_an_agent_is_found_by_name_too(call: EventSheet) -> None:
    agent = line(call, "agent_id")
    agent.setFocus()
    agent.setText("王")
    agent.textEdited.emit("王")
    QTest.keyClick(agent, Key.Key_Down)
    completion = agent.completer()
    assert isinstance(completion, Completion)
    QTest.keyClick(completion.popup(), Key.Key_Return)
    assert agent.text() == "80231"
    call.cancel.click()


def test_a_new_agent_id_is_never_replaced_by_a_known_one(call: EventSheet) -> None:
    agent = line(call, "agent_id")
    agent.setFocus()
    QTest.keyClicks(agent, "802")
    QTest.keyClick(agent, Key.Key_Tab)
    assert agent.text() == "802"
    assert line(call, "agent_name").text() == ""
    call.cancel.click()


def test_a_name_that_was_typed_stays(call: EventSheet) -> None:
    line(call, "agent_name").setText("李")
    agent = line(call, "agent_id")
    agent.setText("80231")
    agent.editingFinished.emit()
    assert line(call, "agent_name").text() == "李"
    call.cancel.click()


@pytest.mark.parametrize(
    ("press", "way"),
    [
        (lambda asked: QTest.keyClick(asked.time.editor, Key.Key_2, MODIFIER.AltModifier), Direction.IN),
        (lambda asked: QTest.keyClick(asked.way.buttons[Direction.OUT], Key.Key_3), Direction.MISSED),
        (lambda asked: QTest.keyClick(asked.way.buttons[Direction.OUT], Key.Key_Right), Direction.IN),
        (lambda asked: asked.way.buttons[Direction.REJECTED].click(), Direction.REJECTED),
    ],
)
def test_one_key_says_which_way(
    qtbot: QtBot, bench: Workbench, call: EventSheet, press: Callable[[EventSheet], object], way: Direction
) -> None:
    press(call)
    qtbot.waitUntil(lambda: call.way is not None and call.way.way() is way, timeout=PATIENCE_MS)
    line(call, "agent_id").setText("80567")
    call.primary.click()
    settle(qtbot, bench, lambda: len(events(bench)) == 2)
    assert events(bench)[-1].direction is way


def test_the_next_call_keeps_the_other_side_with_its_agent_and_nothing_else(
    qtbot: QtBot, bench: Workbench, call: EventSheet
) -> None:
    line(call, "number").setText("95188")
    line(call, "agent_id").setText("80567")
    QTest.keyClick(call.time.editor, Key.Key_Return, MODIFIER.ControlModifier | MODIFIER.ShiftModifier)
    settle(qtbot, bench, lambda: len(events(bench)) == 2)
    assert call.isVisible()
    assert call.added.isVisible()
    assert (line(call, "number").text(), line(call, "agent_id").text()) == ("95188", "80567")
    assert line(call, "promise_due").text() == ""
    assert len(call.added.text().splitlines()) == 2
    assert call.time.editor.hasFocus()
    with qtbot.waitSignal(call.rejected):
        QTest.keyClick(call.time.editor, Key.Key_Escape)


def test_the_next_call_begins_at_the_top_of_the_sheet(qtbot: QtBot, bench: Workbench, call: EventSheet) -> None:
    line(call, "number").setText("95188")
    call.resize(call.width(), call.minimumSizeHint().height())
    bar = call.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=PATIENCE_MS)
    bar.setValue(bar.maximum())
    call.next.click()
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=PATIENCE_MS)
    call.cancel.click()


def test_an_empty_next_one_is_refused_like_any_other(bench: Workbench, call: EventSheet) -> None:
    call.next.click()
    assert call.problem.isVisible()
    assert call.added.isHidden()
    call.cancel.click()


def test_a_promise_is_due_days_after_the_call(call: EventSheet) -> None:
    call.time.editor.setText("2025-02-22 09:02")
    due = line(call, "promise_due")
    due.setText("+3")
    assert call.fields.fields["promise_due"].value() == date(2025, 2, 25)
    call.cancel.click()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:05", "2025-03-01 9:05"),
        ("昨天 下午3点", "2025-02-28 下午3点"),
        ("yesterday 9:05", "2025-02-28 9:05"),
        ("22/2 9:05", "2025-02-22 9:05"),
        ("31/12", "2024-12-31"),
        ("现在", "2025-03-01 10:00"),
        ("2025-02", "2025-02"),
        ("3/4 9:00", "3/4 9:00"),
        ("", ""),
    ],
)
def test_times_are_typed_as_one_says_them(typed: str, meant: str) -> None:
    assert spelled_out(typed, NOW) == meant


@pytest.mark.parametrize("typed", ["+3", "3d", "3 days", "3天", "3天内", "72h", "72小时内"])
def test_days_later_count_from_the_event(typed: str) -> None:
    assert typed_date(typed, base=date(2025, 2, 27)) == date(2025, 3, 2)


@pytest.mark.parametrize("typed", ["3 working days", "3个工作日", "30h", "+", "3日"])
def test_what_has_no_certain_day_is_refused(typed: str) -> None:
    with pytest.raises(InputProblem):
        typed_date(typed, base=date(2025, 2, 27))


class Typist:
    """Presses keys where the focus is, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        for key in keys:
            place = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert place is not None
            QTest.keyClick(place, key, MODIFIER.ControlModifier if control else MODIFIER.NoModifier)
            self.count += 1

    def write(self, text: str) -> None:
        place = QApplication.focusWidget()
        assert place is not None
        QTest.keyClicks(place, text)
        self.count += len(text)


def test_a_typical_call_takes_twenty_keys_beside_its_words(qtbot: QtBot, bench: Workbench, call: EventSheet) -> None:
    typist = Typist()
    typist.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Down, Key.Key_Return)  # past now and outgoing; the known number
    typist.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Down, Key.Key_Return)  # past whose it is; the known agent
    typist.press(Key.Key_Tab, Key.Key_Tab)  # past the agent's name
    typist.write("3:20")
    typist.press(Key.Key_Tab)
    said = typist.count
    typist.write("no record was found")
    typist.press(Key.Key_Tab)
    typist.write("a call back")
    words = typist.count - said - 1
    typist.press(Key.Key_Tab)
    typist.write("+3")
    typist.press(Key.Key_Return, control=True)
    settle(qtbot, bench, lambda: len(events(bench)) == 2)
    made = events(bench)[-1]
    assert (made.number, made.party, made.agent_id, made.agent_name) == (
        "021-0000 7716",
        "速融宝客服",
        "80231",
        "王丽",
    )
    assert (made.duration_s, made.direction, made.promise) == (200, Direction.OUT, "a call back")
    assert made.promise_due is not None
    assert typist.count - words == 20
