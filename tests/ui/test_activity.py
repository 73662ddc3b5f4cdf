"""What runs in the background: the bar, the ring, the panel, and the results that can be opened again."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.errors import EnvironmentProblem
from tests.ui.acting import PATIENCE_MS, add, drop, sheet, urls
from ui.activity import ActivityBar
from ui.activity_panel import ActivityButton, ActivityPanel
from ui.sheets.results import WAY, ResultsSheet
from ui.tasks import Lane, Task, Tasks
from ui.workbench import Workbench


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def bar(qtbot: QtBot, english: None) -> ActivityBar:
    made = ActivityBar()
    qtbot.addWidget(made)
    return made


def panel_of(bench: Workbench) -> ActivityPanel:
    button = bench.sidebar.findChild(ActivityButton)
    assert button is not None
    button.click()
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, ActivityPanel)
    return panel


def test_what_runs_is_listed_with_its_share_and_can_be_cancelled(qtbot: QtBot, tasks: Tasks, bar: ActivityBar) -> None:
    go_on = Event()

    def work(task: Task) -> None:
        task.start(4, "file")
        task.advance()
        go_on.wait(10)
        task.check()

    bar.follow(tasks.start(work, lane=Lane.LONG), lambda: "Adding")
    activities = bar.activities
    qtbot.waitUntil(lambda: activities.running[0].done >= 0 and activities.running[0].total == 4)
    panel = ActivityPanel(activities, bar)
    (line,) = panel.lines()
    line.cancel.click()
    assert "stopping" in line.words.text()
    go_on.set()
    qtbot.waitUntil(lambda: not activities.running)
    (ended,) = activities.ended
    assert "stopped" in ended.words()
    assert not panel.lines()[0].cancel.isVisibleTo(panel)
    panel.close()


def test_a_failed_one_says_why(qtbot: QtBot, tasks: Tasks, bar: ActivityBar) -> None:
    def work(_: Task) -> None:
        raise EnvironmentProblem("disk-full", path="/media/stick")

    bar.follow(tasks.start(work, lane=Lane.LONG, failed=lambda _: None), lambda: "Backing up")
    qtbot.waitUntil(lambda: bool(bar.activities.ended))
    assert "full" in bar.activities.ended[0].words()


def test_the_results_of_every_import_of_this_run_open_again(
    qtbot: QtBot, bench: Workbench, screenshot: Path, tmp_path: Path
) -> None:
    add(qtbot, bench, screenshot)
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        drop(bench, urls(tmp_path / "gone.png"))
    qtbot.waitUntil(lambda: len(bench.bar.activities.ended) == 2, timeout=PATIENCE_MS)
    bench.bar.dismiss.click()
    panel = panel_of(bench)
    assert [line.link.text() for line in panel.lines()] == ["Show the list", "Show the list"]
    panel.lines()[1].link.click()
    results = sheet(ResultsSheet)
    assert [item.name for item in results.model.items()] == [screenshot.name]
    results.primary.click()


def test_what_is_said_about_something_else_is_not_taken_for_an_end(
    qtbot: QtBot, tasks: Tasks, bar: ActivityBar
) -> None:
    bar.conclude(lambda: "Taken back: Title")
    qtbot.wait(20)
    bar.follow(tasks.start(lambda _: None, lane=Lane.LONG), lambda: "Verifying")
    qtbot.waitUntil(lambda: bool(bar.activities.ended))
    assert bar.activities.ended[0].words() == "Verifying · done"


def test_what_is_said_while_another_waits_is_said_again_once_that_has_ended(
    qtbot: QtBot, tasks: Tasks, bar: ActivityBar
) -> None:
    go_on = Event()
    bar.follow(tasks.start(lambda _: go_on.wait(10), lane=Lane.LONG), lambda: "Looking")
    bar.conclude(lambda: "Backed up", lambda: "Show", lambda: None)
    go_on.set()
    qtbot.waitUntil(lambda: bar.activities.ended != [] and not bar.busy)
    assert (bar.words.text(), bar.isHidden(), bar.link.isHidden(), bar.cancel.isHidden()) == (
        "Backed up",
        False,
        False,
        True,
    )


def test_what_was_put_away_while_another_runs_stays_away(qtbot: QtBot, tasks: Tasks, bar: ActivityBar) -> None:
    go_on = Event()
    bar.follow(tasks.start(lambda _: go_on.wait(10), lane=Lane.LONG), lambda: "Looking")
    bar.conclude(lambda: "Backed up")
    bar.dismiss.click()
    go_on.set()
    qtbot.waitUntil(lambda: bar.activities.ended != [] and not bar.busy)
    assert bar.isHidden()


def test_the_button_says_whether_something_runs(qtbot: QtBot, tasks: Tasks, bar: ActivityBar) -> None:
    go_on = Event()
    button = ActivityButton(bar.activities)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Activity: nothing runs"
    bar.follow(tasks.start(lambda _: go_on.wait(10), lane=Lane.LONG), lambda: "Verifying")
    assert button.accessibleName() == "Activity: 1 running"
    button.show()
    button.grab()
    go_on.set()
    qtbot.waitUntil(lambda: button.accessibleName() == "Activity: nothing runs")


def test_an_empty_panel_says_so(qtbot: QtBot, bench: Workbench) -> None:
    panel = panel_of(bench)
    assert panel.lines() == []
    panel.close()


def test_what_was_refused_is_tried_again_from_the_list(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    late = screenshot.with_name("late.png")
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        drop(bench, urls(screenshot, late))
    bench.bar.link.click()
    results = sheet(ResultsSheet)
    (row,) = [row for row, item in enumerate(results.model.items()) if item.name == late.name]
    assert results.model.index(row, WAY).data() == "Try again"
    late.write_bytes(screenshot.read_bytes() + b"x")
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        results.table.clicked.emit(results.model.index(row, WAY))
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) == 2, timeout=PATIENCE_MS)


def test_what_was_there_already_is_shown_too(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    event_id = add(qtbot, bench, screenshot)
    bench.desk.select_event("")
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        drop(bench, urls(screenshot))
    bench.bar.link.click()
    results = sheet(ResultsSheet)
    assert results.retry.isHidden()
    results.table.clicked.emit(results.model.index(0, WAY))
    qtbot.waitUntil(lambda: bench.desk.event_id == event_id, timeout=PATIENCE_MS)


def test_a_link_without_a_picture_is_explained(bench: Workbench) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/picture.png")])
    drop(bench, mime)
    assert "save the picture first" in bench.bar.words.text()
