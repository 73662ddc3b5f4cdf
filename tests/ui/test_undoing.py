"""Taking back: what is said, where it leads, and what can not be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.record_event import NewEvent
from evidence_app.actions.timeline import timeline
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.events import EventKind
from tests.ui.acting import PATIENCE_MS, add, settle
from ui.editors import LineEditor, LinesEditor
from ui.subjects import Subject
from ui.workbench import Workbench


def title_of(bench: Workbench) -> str:
    assert bench.desk.session is not None
    return list_exhibits(bench.desk.session, bench.desk.dispute_id)[0].title


def give_title(qtbot: QtBot, bench: Workbench, title: str) -> str:
    assert bench.desk.detail is not None
    exhibit = bench.desk.detail.exhibits[0]
    bench.desk.edits.edit(Subject.EXHIBIT, exhibit.id, {"title": title})
    settle(qtbot, bench, lambda: title_of(bench) == title)
    return exhibit.id


def record_call(qtbot: QtBot, bench: Workbench) -> str:
    before = bench.desk.event_id
    bench.desk.edits.record_event(NewEvent(kind=EventKind.CALL, agent_id="80231"))
    settle(qtbot, bench, lambda: bench.desk.event_id not in ("", before))
    qtbot.waitUntil(lambda: bench.desk.event_id in bench.shown_event_ids(), timeout=PATIENCE_MS)
    return bench.desk.event_id


def test_what_was_taken_back_is_said_and_selected(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    event_id = add(qtbot, bench, screenshot)
    give_title(qtbot, bench, "放款短信")
    bench.desk.select_event("")
    bench.desk.edits.undo()
    settle(qtbot, bench, lambda: title_of(bench) == "" and bench.desk.event_id == event_id)
    assert bench.bar.words.text() == "Taken back: Title: exhibit 1"


def test_undo_after_adding_a_call_removes_the_call_and_nothing_older(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    add(qtbot, bench, screenshot)
    give_title(qtbot, bench, "放款短信")
    call = record_call(qtbot, bench)
    bench.desk.edits.undo("taken back")
    qtbot.waitUntil(lambda: call not in bench.shown_event_ids(), timeout=PATIENCE_MS)
    assert title_of(bench) == "放款短信"
    assert bench.desk.session is not None
    last = custody_history(bench.desk.session, bench.desk.dispute_id)[-1]
    change = dict(last.payload or {})["changes"][0]
    assert (last.kind, change["field"], change["after"]) == (CustodyKind.EDIT, "set_aside", "taken back")


def test_a_call_that_was_taken_back_can_be_recorded_again(qtbot: QtBot, bench: Workbench) -> None:
    call = record_call(qtbot, bench)
    bench.desk.edits.undo("taken back")
    qtbot.waitUntil(lambda: call not in bench.shown_event_ids(), timeout=PATIENCE_MS)
    bench.desk.edits.redo()
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 1, timeout=PATIENCE_MS)
    assert bench.desk.session is not None
    assert timeline(bench.desk.session, bench.desk.dispute_id)[0].agent_id == "80231"


def test_a_removed_exhibit_comes_back_where_it_was(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    event_id = add(qtbot, bench, screenshot)
    exhibit_id = give_title(qtbot, bench, "放款短信")
    bench.desk.edits.set_aside(Subject.EXHIBIT, [exhibit_id], "not mine")
    settle(qtbot, bench, lambda: not bench.shown_event_ids())
    assert bench.desk.event_id == ""
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: bench.shown_event_ids() == [event_id], timeout=PATIENCE_MS)
    assert title_of(bench) == "放款短信"


def test_edits_of_an_erased_exhibit_are_not_offered_any_more(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    from evidence_app.actions.remove import tray

    add(qtbot, bench, screenshot)
    exhibit_id = give_title(qtbot, bench, "放款短信")
    bench.desk.edits.set_aside(Subject.EXHIBIT, [exhibit_id], "not mine")
    settle(qtbot, bench, lambda: not bench.shown_event_ids())
    assert bench.desk.session is not None
    erased: list[bool] = []
    bench.desk.edits.erase(tray(bench.desk.session, bench.desk.dispute_id), lambda: erased.append(True))
    settle(qtbot, bench, lambda: bool(erased))
    assert bench.desk.edits.stack.done == []
    bench.desk.edits.undo()
    settle(qtbot, bench, lambda: bench.bar.words.text() == "There is nothing to undo.")


def test_a_step_that_was_overtaken_is_dropped_calmly(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    from evidence_app.actions.edit import edit_exhibit

    add(qtbot, bench, screenshot)
    exhibit_id = give_title(qtbot, bench, "放款短信")
    assert bench.desk.session is not None
    edit_exhibit(bench.desk.session, exhibit_id, {"title": "otherwise"})
    bench.desk.edits.undo()
    settle(qtbot, bench, lambda: "cannot be taken back any more" in bench.bar.words.text())
    assert title_of(bench) == "otherwise"
    assert bench.desk.edits.stack.done == []


def test_the_vault_menu_names_what_can_be_undone(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    menu = bench.sidebar.vault_menu
    assert not menu.undo.isEnabled()
    add(qtbot, bench, screenshot)
    give_title(qtbot, bench, "放款短信")
    assert menu.undo.text() == "Undo: Title: exhibit 1\tCtrl+Z"
    menu.undo.trigger()
    settle(qtbot, bench, lambda: menu.redo.isEnabled())
    assert menu.redo.text().startswith("Redo: Title: exhibit 1")


@pytest.mark.parametrize("kind", [LineEditor, LinesEditor])
def test_control_z_is_the_window_s_unless_new_words_were_typed(
    qtbot: QtBot, kind: type[LineEditor] | type[LinesEditor]
) -> None:
    editor = kind()
    qtbot.addWidget(editor)
    editor.show_value("放款短信")
    assert not wants_undo(editor)
    QTest.keyClicks(editor, "abc")
    assert wants_undo(editor)


def wants_undo(editor: QWidget) -> bool:
    keys = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    keys.ignore()
    editor.event(keys)
    return keys.isAccepted()


def test_an_edit_of_many_is_one_step(qtbot: QtBot, bench: Workbench) -> None:
    calls = [record_call(qtbot, bench), record_call(qtbot, bench)]
    bench.desk.edits.edit_many(Subject.EVENT, calls, {"party": "速融宝"})
    qtbot.waitUntil(lambda: [entry.party for entry in bench.desk.entries] == ["速融宝", "速融宝"], timeout=PATIENCE_MS)
    assert bench.desk.edits.stack.done[-1].words() == "Other side: 2 entries"
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: [entry.party for entry in bench.desk.entries] == ["", ""], timeout=PATIENCE_MS)
