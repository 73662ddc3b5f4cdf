"""Times that disagree, chosen beside the card; events without a time, dated in their tray; equal times, arranged."""

from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import EventFacts, EventKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from evidence_app.domain.typed_time import typed_time
from tests.ui.acting import add, settle
from ui.subjects import Subject
from ui.timeline.page import TimelinePage
from ui.timeline.readings import Readings
from ui.timeline.trayrow import TrayRow
from ui.workbench import Workbench

NAME = ClockReading(datetime(2025, 2, 22, 8, 15), Precision.MINUTE, TimeSource.FILENAME, 90, 480)
SCREEN = ClockReading(datetime(2025, 2, 23, 9, 1), Precision.MINUTE, TimeSource.SCREEN, 70, 480)


@pytest.fixture
def page(bench: Workbench) -> TimelinePage:
    assert bench.timeline_page is not None
    return bench.timeline_page


def record(qtbot: QtBot, bench: Workbench, time: EventTime, text: str) -> str:
    before = set(bench.shown_event_ids())
    bench.desk.edits.record_event(EventFacts(kind=EventKind.NOTE, time=time, text=text))
    settle(qtbot, bench, lambda: len(bench.shown_event_ids()) == len(before) + 1)
    return next(event_id for event_id in bench.shown_event_ids() if event_id not in before)


def offered(qtbot: QtBot, page: TimelinePage) -> Readings:
    qtbot.waitUntil(lambda: page.readings is not None)
    assert page.readings is not None
    return page.readings


def disputed(qtbot: QtBot, bench: Workbench, page: TimelinePage) -> str:
    event_id = record(qtbot, bench, EventTime((NAME, SCREEN), 0), "disputed")
    page.list.select_event(event_id)
    return event_id


def test_a_click_on_the_amber_mark_lists_every_reading(page: TimelinePage, bench: Workbench, qtbot: QtBot) -> None:
    disputed(qtbot, bench, page)
    index = page.list.currentIndex()
    entry = page.model.entry_at(index.row())
    assert entry is not None
    mark = page.list.cards.warning_rect(page.list.visualRect(index), entry)
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=mark.center())
    shown = [button.accessibleName() for button in offered(qtbot, page).buttons]
    assert shown[0].startswith("2025-02-22 08:15, file name")
    assert shown[1].startswith("2025-02-23 09:01, read from the screen")


def test_t_a_number_and_enter_choose_a_reading_and_undo_brings_the_conflict_back(
    page: TimelinePage, bench: Workbench, qtbot: QtBot
) -> None:
    disputed(qtbot, bench, page)
    qtbot.keyClick(page.list, Qt.Key.Key_T)
    found = offered(qtbot, page)
    qtbot.keyClick(found, Qt.Key.Key_2)
    assert (page.readings, found.focusWidget()) == (found, found.buttons[1])
    qtbot.keyClick(found, Qt.Key.Key_Return)
    settle(qtbot, bench, lambda: not bench.desk.entries[0].open_conflict)
    at = bench.desk.entries[0].at
    assert at is not None
    assert f"{at:%m-%d %H:%M}" == "02-23 09:01"
    assert page.readings is None
    bench.taking_back.undo()
    settle(qtbot, bench, lambda: bench.desk.entries[0].open_conflict)


def test_a_time_that_cannot_be_read_is_said_where_it_was_typed(
    page: TimelinePage, bench: Workbench, qtbot: QtBot
) -> None:
    disputed(qtbot, bench, page)
    qtbot.keyClick(page.list, Qt.Key.Key_T)
    found = offered(qtbot, page)
    found.typing.setFocus()
    qtbot.keyClicks(found.typing, "soon")
    qtbot.keyClick(found.typing, Qt.Key.Key_Return)
    assert found.problem.isVisible()
    assert bench.desk.entries[0].open_conflict


def tray_row(qtbot: QtBot, page: TimelinePage) -> TrayRow:
    qtbot.keyClick(page.list, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: bool(page.tray.rows))
    return page.tray.rows[0]


def test_what_has_no_time_waits_in_a_tray_and_a_number_dates_it(
    page: TimelinePage, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [tmp_path / f"IMG_20250222_0815{second:02}.png" for second in range(3)]
    for number, file in enumerate(files):
        Image.new("RGB", (120, 200 + number), "#dceeec").save(file)
    add(qtbot, bench, *files)
    assert page.tray.isHidden()
    middle = bench.shown_event_ids()[1]
    bench.desk.edits.edit(Subject.EVENT, middle, {"time": EventTime((), None, decided=True)})
    settle(qtbot, bench, lambda: page.tray.isVisible())
    assert page.tray.head.text() == "1 without a time"
    row = tray_row(qtbot, page)
    said = row.buttons[0].accessibleName()
    assert said == f"2025-02-22, its name lies between “{files[0].name}” and “{files[2].name}”"
    qtbot.keyClick(row, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, bench, lambda: page.tray.isHidden())
    assert next(e for e in bench.desk.entries if e.event_id == middle).precision is Precision.DAY


def test_who_goes_on_typing_dates_the_next_one_and_takes_no_proposal(
    page: TimelinePage, bench: Workbench, qtbot: QtBot
) -> None:
    for text in ("when was that?", "and that?"):
        record(qtbot, bench, typed_time(""), text)
    settle(qtbot, bench, lambda: len(bench.desk.entries) == 2)
    row = tray_row(qtbot, page)
    dated = row.offer.entry.event_id
    qtbot.keyClicks(row, "2")
    qtbot.keyClicks(row.typing, "025-03-01")
    assert row.typing.text() == "2025-03-01"
    qtbot.keyClick(row.typing, Qt.Key.Key_Return)
    settle(qtbot, bench, lambda: len(page.tray.rows) == 1 and row.offer.entry.event_id != dated)
    assert bench.focusWidget() is page.tray.rows[0].typing


def test_a_time_is_typed_in_the_tray(page: TimelinePage, bench: Workbench, qtbot: QtBot) -> None:
    record(qtbot, bench, typed_time(""), "when was that?")
    settle(qtbot, bench, lambda: page.tray.isVisible())
    row = tray_row(qtbot, page)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.keyClicks(row.typing, "2025-03")
    qtbot.keyClick(row.typing, Qt.Key.Key_Return)
    settle(qtbot, bench, lambda: page.tray.isHidden())
    assert bench.desk.entries[0].precision is Precision.MONTH


def test_what_was_arranged_stays_so_and_can_be_taken_back(page: TimelinePage, bench: Workbench, qtbot: QtBot) -> None:
    first, second = (record(qtbot, bench, typed_time("2025-02-22"), text) for text in ("a", "b"))
    page.list.select_event(second)
    qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, bench, lambda: bench.shown_event_ids() == [second, first])
    assert page.list.current_event() == second
    bench.taking_back.undo()
    settle(qtbot, bench, lambda: bench.shown_event_ids() == [first, second])
