"""What keys do and, more important, do not do: in sheets, in the inspector, in the search field."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions.timeline import event_detail
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from tests.ui.acting import PATIENCE_MS, add, settle, sheet
from ui.controls import Button, Choice, in_visual_order
from ui.editors import LineEditor
from ui.field import Field
from ui.fields import FieldSpec, FieldType
from ui.inspector.times import TimesPanel
from ui.sheets.dispute import NewDisputeSheet
from ui.sheets.event import EventSheet
from ui.subjects import Subject
from ui.workbench import Workbench

Key = Qt.Key


def asked(bench: Workbench, kind: EventKind) -> EventSheet:
    bench.questions.typed_event(kind)
    return sheet(EventSheet)


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Up, Key.Key_PageDown, Key.Key_End, Key.Key_L])
def test_a_key_on_a_closed_choice_changes_nothing(qtbot: QtBot, key: Key) -> None:
    choice = Choice(list(DisputeType))
    qtbot.addWidget(choice)
    choice.show()
    before = choice.member()
    QTest.keyClick(choice, key)
    assert choice.member() is before
    choice.hidePopup()


def test_an_arrow_opens_a_choice(qtbot: QtBot) -> None:
    choice = Choice(list(DisputeType))
    qtbot.addWidget(choice)
    choice.show()
    QTest.keyClick(choice, Key.Key_Down)
    assert choice.view().isVisible()
    choice.hidePopup()


def test_a_focused_field_shows_the_new_value_unless_something_was_typed(qtbot: QtBot) -> None:
    field = Field(FieldSpec("title"))
    qtbot.addWidget(field)
    field.show()
    field.show_value("before")
    field.widget.setFocus()
    qtbot.waitUntil(field.widget.hasFocus)
    field.show_value("after undo")
    assert field.editor.value() == "after undo"
    QTest.keyClicks(field.widget, "!")
    field.show_value("something else")
    assert "!" in str(field.editor.value())


def test_choosing_between_times_keeps_the_focus_among_the_times(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    event_id = add(qtbot, bench, screenshot)
    session, detail = bench.desk.session, bench.desk.detail
    assert session is not None
    assert detail is not None
    (reading, *_) = detail.event.time.readings
    assert reading.wall is not None
    other = ClockReading(reading.wall.replace(hour=20), Precision.SECOND, TimeSource.EXIF, 95)
    bench.desk.edits.edit(Subject.EVENT, event_id, {"time": EventTime((reading, other), 0)})
    settle(qtbot, bench, lambda: event_detail(session, event_id).time.readings == (reading, other))
    assert bench.inspector is not None
    panel = bench.inspector.facts.times
    qtbot.waitUntil(lambda: panel.amber.isVisible(), timeout=PATIENCE_MS)
    button = next(widget for widget in in_visual_order(panel.amber) if isinstance(widget, Button))
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    settle(qtbot, bench, lambda: event_detail(session, event_id).time.decided)
    qtbot.waitUntil(lambda: not panel.amber.isVisible(), timeout=PATIENCE_MS)
    focused = bench.window().focusWidget()
    assert isinstance(focused, QWidget)
    assert panel.isAncestorOf(focused)
    assert isinstance(panel, TimesPanel)
    QTest.keyClick(focused, Key.Key_Down)
    assert event_detail(session, event_id).direction == ""


def test_a_sheet_opens_on_its_first_field_and_tab_leads_to_the_verb(qtbot: QtBot, bench: Workbench) -> None:
    note = asked(bench, EventKind.NOTE)
    qtbot.waitUntil(note.time.editor.hasFocus)
    order: list[QWidget | None] = [QApplication.focusWidget()]
    while order[-1] is not note.cancel and len(order) < 20:
        current = order[-1]
        assert current is not None
        QTest.keyClick(current, Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert order[-3:] == [note.primary, note.next, note.cancel]
    assert order[:2] == [note.time.editor, note.fields.fields["text"].widget]
    note.cancel.click()


def test_control_enter_submits_from_a_text_of_several_lines(qtbot: QtBot, bench: Workbench) -> None:
    note = asked(bench, EventKind.NOTE)
    text = note.fields.fields["text"].widget
    text.setFocus()
    QTest.keyClicks(text, "hello")
    with qtbot.waitSignal(note.wanted, timeout=PATIENCE_MS):
        QTest.keyClick(text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, bench, lambda: len(bench.shown_event_ids()) == 1)


def test_escape_closes_an_untouched_sheet_at_once(qtbot: QtBot, bench: Workbench) -> None:
    note = asked(bench, EventKind.NOTE)
    qtbot.waitUntil(note.time.editor.hasFocus)
    with qtbot.waitSignal(note.rejected):
        QTest.keyClick(note.time.editor, Key.Key_Escape)


def test_escape_asks_before_typed_words_are_lost(qtbot: QtBot, bench: Workbench) -> None:
    note = asked(bench, EventKind.NOTE)
    text = note.fields.fields["text"].widget
    QTest.keyClicks(text, "hello")
    QTest.keyClick(text, Key.Key_Escape)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert note.isVisible()
    with qtbot.waitSignal(note.rejected):
        next(button for button in box.buttons() if button.text() == "Discard").click()


def test_a_refused_sheet_puts_the_cursor_where_it_is_wrong(qtbot: QtBot, empty_bench: Workbench) -> None:
    empty_bench.questions.new_dispute()
    new = sheet(NewDisputeSheet)
    new.kinds.choose(DisputeType.OTHER)
    new.first.fields["amount"].show_value(None)
    amount = new.first.fields["amount"].widget
    assert isinstance(amount, LineEditor)
    amount.setText("a lot")
    new.primary.click()
    qtbot.waitUntil(amount.hasFocus)
    assert new.first.fields["amount"].problem.isVisible()
    amount.setText("")
    new.primary.click()
    qtbot.waitUntil(new.first.fields["institution"].widget.hasFocus)
    new.cancel.click()


def test_an_unreadable_time_is_where_the_cursor_goes(qtbot: QtBot, bench: Workbench) -> None:
    note = asked(bench, EventKind.NOTE)
    note.time.editor.setText("sometime")
    note.fields.fields["text"].widget.setFocus()
    note.primary.click()
    qtbot.waitUntil(note.time.editor.hasFocus)
    note.cancel.click()


def test_the_wheel_and_letters_leave_a_spec_choice_alone(qtbot: QtBot) -> None:
    field = Field(FieldSpec("type", FieldType.CHOICE, tuple(DisputeType)))
    qtbot.addWidget(field)
    field.show()
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClicks(field.widget, "ho")


def test_after_creating_a_dispute_enter_chooses_its_first_files(qtbot: QtBot, empty_bench: Workbench) -> None:
    empty_bench.questions.new_dispute()
    asked = sheet(NewDisputeSheet)
    asked.kinds.choose(DisputeType.OTHER)
    asked.first.fields["institution"].show_value("Bank")
    asked.primary.click()
    settle(qtbot, empty_bench, lambda: empty_bench.desk.dispute is not None)
    assert empty_bench.timeline_page is not None
    qtbot.waitUntil(lambda: empty_bench.focusWidget() is empty_bench.timeline_page.no_events.button)


def test_export_s_key_is_the_window_s_also_while_something_is_typed() -> None:
    pressed = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    LineEditor().event(pressed)
    assert not pressed.isAccepted()
