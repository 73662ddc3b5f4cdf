"""Marks on entries: set from the entry's menu, shown beside it, and counted in findings."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.workspace import workspace
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.typed_time import typed_time
from tests.ui.acting import PATIENCE_MS
from ui.event_marks import MarkChips, turn
from ui.workbench import Workbench


def called(qtbot: QtBot, bench: Workbench) -> str:
    """Return a call that is on the timeline and chosen."""
    desk = bench.desk
    assert desk.session is not None
    new = NewEvent(kind=EventKind.CALL, time=typed_time("2025-03-01 10:00"), direction=Direction.IN, text="不还就上门")
    event = record_event(desk.session, desk.dispute_id, new)
    desk.reload_all()
    qtbot.waitUntil(lambda: bool(desk.entries), timeout=PATIENCE_MS)
    bench.leading.go_to_event(event.id)
    qtbot.waitUntil(lambda: desk.detail is not None, timeout=PATIENCE_MS)
    return event.id


def mark_actions(bench: Workbench, event_id: str) -> list[QAction]:
    bench.verbs.offer([event_id], QPoint(10, 10))
    menu = bench.findChildren(QMenu)[-1]
    top = next(each for each in bench.findChildren(QMenu) if each.title() == "Mark as")
    menu.close()
    return top.actions()


def test_an_entry_is_marked_from_its_menu_and_says_so(qtbot: QtBot, bench: Workbench) -> None:
    event_id = called(qtbot, bench)
    mark_actions(bench, event_id)[0].trigger()
    qtbot.waitUntil(
        lambda: bench.desk.detail is not None and bench.desk.detail.tags == ("threat",), timeout=PATIENCE_MS
    )
    inspector = bench.inspector
    assert inspector is not None
    qtbot.waitUntil(lambda: inspector.findChildren(MarkChips)[0].texts() == ["Threat"], timeout=PATIENCE_MS)
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: bench.desk.detail is not None and bench.desk.detail.tags == (), timeout=PATIENCE_MS)


def test_what_an_entry_is_marked_as_beside_that_stays(qtbot: QtBot, bench: Workbench) -> None:
    event_id = called(qtbot, bench)
    session = bench.desk.session
    assert session is not None

    def tags() -> dict[str, frozenset[str]]:
        return workspace(session, bench.desk.dispute_id).stated.tags

    turn(bench.desk, event_id, "contradicts", on=True)
    turn(bench.desk, event_id, "third_party", on=True)
    qtbot.waitUntil(lambda: tags() == {event_id: frozenset({"contradicts", "third_party"})}, timeout=PATIENCE_MS)
    turn(bench.desk, event_id, "contradicts", on=False)
    qtbot.waitUntil(lambda: tags() == {event_id: frozenset({"third_party"})}, timeout=PATIENCE_MS)
