"""What a machine read is accepted and dismissed where it stands in the timeline, one by one and several at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.domain.events import EventStatus
from tests.fakes.readings import chat, keep
from tests.ui.acting import PATIENCE_MS, add
from ui.shortcuts import Place, keys_for
from ui.tabs import PageKey
from ui.timeline.view import TimelineView
from ui.workbench import Workbench


@pytest.fixture
def read(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> list[str]:
    """Five messages that a machine read off a picture; the timeline has the keys."""
    path = tmp_path / "Screenshot_20250222_081503_com.tencent.mm.png"
    Image.new("RGB", (400, 700), "#dceeec").save(path)
    add(qtbot, bench, path)
    session = bench.desk.session
    assert session is not None
    (exhibit,) = list_exhibits(session, bench.desk.dispute_id)
    keep(session, exhibit, chat(exhibit))
    bench.desk.reload_timeline()
    qtbot.waitUntil(lambda: len(waiting(bench)) == 5, timeout=PATIENCE_MS)
    return waiting(bench)


def waiting(bench: Workbench) -> list[str]:
    shown = set(bench.shown_event_ids())
    entries = [entry for entry in bench.desk.entries if entry.event_id in shown]
    return [entry.event_id for entry in entries if entry.status is EventStatus.SUGGESTED]


def timeline(bench: Workbench) -> TimelineView:
    assert bench.timeline is not None
    return bench.timeline


def press(bench: Workbench, name: str) -> None:
    (combination,) = keys_for(name, Place.TIMELINE).sequences()[0]
    QTest.keyClick(timeline(bench), combination.key(), combination.keyboardModifiers())


def settled(qtbot: QtBot, bench: Workbench, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: not bench.tasks.changing and condition(), timeout=PATIENCE_MS)


def menu_of(bench: Workbench) -> QMenu:
    view = timeline(bench)
    view.context_menu_requested.emit(view.selected_events(), QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(bench: Workbench, words: str) -> None:
    menu = menu_of(bench)
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.close()


def test_a_key_accepts_an_entry_and_goes_on_to_the_next_that_waits(
    qtbot: QtBot, bench: Workbench, read: list[str]
) -> None:
    timeline(bench).select_event(read[0])
    press(bench, "accept_read")
    assert timeline(bench).current_event() == read[1]
    settled(qtbot, bench, lambda: waiting(bench) == read[1:])


def test_a_key_dismisses_an_entry_and_the_way_back_is_offered(qtbot: QtBot, bench: Workbench, read: list[str]) -> None:
    timeline(bench).select_event(read[0])
    press(bench, "dismiss_read")
    settled(qtbot, bench, lambda: waiting(bench) == read[1:])
    assert read[0] not in bench.shown_event_ids()
    bench.bar.link.click()
    settled(qtbot, bench, lambda: waiting(bench) == read)


def test_several_that_are_selected_are_accepted_at_once(qtbot: QtBot, bench: Workbench, read: list[str]) -> None:
    timeline(bench).setFocus()
    timeline(bench).selectAll()  # the picture, too, of which nothing is to be accepted
    press(bench, "accept_read")
    settled(qtbot, bench, lambda: not waiting(bench))
    assert set(read) < set(bench.shown_event_ids())
    bench.taking_back.undo()
    settled(qtbot, bench, lambda: waiting(bench) == read)


def test_the_menu_accepts_and_dismisses_one_entry(qtbot: QtBot, bench: Workbench, read: list[str]) -> None:
    timeline(bench).select_event(read[2])
    choose(bench, "Accept")
    settled(qtbot, bench, lambda: waiting(bench) == [*read[:2], *read[3:]])
    timeline(bench).select_event(read[0])
    choose(bench, "Dismiss")
    settled(qtbot, bench, lambda: waiting(bench) == [read[1], *read[3:]])


def test_the_menu_of_several_says_how_many_of_them_wait(qtbot: QtBot, bench: Workbench, read: list[str]) -> None:
    timeline(bench).select_event(read[0])
    press(bench, "accept_read")
    settled(qtbot, bench, lambda: len(waiting(bench)) == 4)
    timeline(bench).selectAll()
    choose(bench, "Dismiss 4")
    settled(qtbot, bench, lambda: not waiting(bench))
    assert read[0] in bench.shown_event_ids()


def test_an_entry_that_a_person_stands_behind_offers_no_verdict(bench: Workbench, read: list[str]) -> None:
    document = next(entry for entry in bench.desk.entries if entry.event_id not in read)
    timeline(bench).select_event(document.event_id)
    menu = menu_of(bench)
    assert not any(action.text().startswith(("Accept", "Dismiss")) for action in menu.actions())
    menu.close()


def test_the_menu_leads_to_the_entry_on_its_picture(qtbot: QtBot, bench: Workbench, read: list[str]) -> None:
    timeline(bench).select_event(read[2])
    choose(bench, "Review in the exhibit")
    qtbot.waitUntil(lambda: bench.page_key is PageKey.REVIEW, timeout=PATIENCE_MS)
    page = bench.reading.page
    assert page is not None
    qtbot.waitUntil(lambda: page.list.current() is not None and page.list.current().key == read[2], timeout=PATIENCE_MS)


def test_the_panel_of_several_offers_both_verdicts_on_those_that_wait(
    qtbot: QtBot, bench: Workbench, read: list[str]
) -> None:
    timeline(bench).selectAll()
    assert bench.batching is not None
    panel = bench.batching.panel
    assert panel is not None
    qtbot.waitUntil(panel.suggested.isVisible, timeout=PATIENCE_MS)
    assert "5 of them" in panel.suggested.words.text()
    panel.suggested.accept.click()
    settled(qtbot, bench, lambda: not waiting(bench))
    qtbot.waitUntil(panel.suggested.isHidden, timeout=PATIENCE_MS)


@pytest.mark.usefixtures("read")
def test_who_may_only_read_decides_nothing(qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    before = waiting(bench)
    monkeypatch.setattr(type(bench.desk), "read_only", property(lambda _: True))
    timeline(bench).selectAll()
    press(bench, "accept_read")
    press(bench, "dismiss_read")
    QTest.keyClick(timeline(bench), Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: not bench.tasks.changing, timeout=PATIENCE_MS)
    assert waiting(bench) == before
