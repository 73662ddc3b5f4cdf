"""Tasks run off the UI thread and tell of their end on it."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from evidence_app.errors import InputProblem
from evidence_app.progress import Interrupted, Progress
from ui.activities import time_left
from ui.tasks import Lane, Task, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def test_an_action_runs_elsewhere_and_its_result_comes_back_to_the_ui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[int] = []
    task = tasks.start(lambda _: threading.get_ident(), then=lambda ident: seen.extend([ident, threading.get_ident()]))
    with qtbot.waitSignal(task.ended):
        pass
    assert seen[0] != seen[1] == threading.get_ident()


def test_an_error_reaches_the_one_who_asked(qtbot: QtBot, tasks: Tasks) -> None:
    errors: list[BaseException] = []

    def fail(_: Task) -> None:
        raise InputProblem("zone-unknown", zone="Mars")

    with qtbot.waitSignal(tasks.start(fail, failed=errors.append).ended):
        pass
    assert isinstance(errors[0], InputProblem)


def test_an_error_that_nobody_expects_is_reported(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.waitSignal(tasks.unexpected) as blocker:
        tasks.start(lambda _: 1 / 0)
    assert isinstance(blocker.args[0], ZeroDivisionError)


def test_a_cancelled_task_stops_at_its_next_check(qtbot: QtBot, tasks: Tasks) -> None:
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.check()

    task = tasks.start(work, lane=Lane.LONG)
    assert started.wait(10)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()


def test_a_change_does_not_wait_for_long_work(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    long = tasks.start(lambda _: gate.wait(30), lane=Lane.LONG)
    with qtbot.waitSignal(tasks.start(lambda _: None, lane=Lane.CHANGE).done):
        pass
    with qtbot.waitSignal(long.ended):
        gate.set()


def test_leaving_interrupts_long_work_and_finishes_what_could_not_go_on(qtbot: QtBot, tasks: Tasks) -> None:
    started, ends = threading.Event(), []

    def work(progress: Progress) -> None:
        started.set()
        try:
            while True:
                progress.check()
        except Interrupted:
            ends.append("interrupted")

    tasks.start(work, lane=Lane.LONG)
    tasks.start(lambda _: ends.append("never begun"), lane=Lane.LONG)
    tasks.start(lambda _: ends.append("finished"), lane=Lane.LONG, finished_on_leaving=True)
    assert started.wait(10)
    tasks.close()
    assert ends == ["interrupted", "finished"]


def test_nobody_is_told_whose_owner_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    gate, told = threading.Event(), []
    owner = QObject()
    task = tasks.start(lambda _: gate.wait(30), then=told.append, owner=owner)
    import shiboken6

    shiboken6.delete(owner)
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert told == []


def test_progress_is_throttled_but_its_end_is_told(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[int] = []

    def work(progress: Progress) -> None:
        progress.start(10_000, "file")
        for _ in range(10_000):
            progress.advance()

    task = tasks.start(work)
    task.progressed.connect(lambda done, total, unit: seen.append(done))
    with qtbot.waitSignal(task.ended):
        pass
    assert seen[-1] == 10_000
    assert len(seen) < 200


def test_closing_finishes_the_changes_that_wait(qtbot: QtBot) -> None:
    tasks, done = Tasks(), []
    for number in range(5):
        tasks.start(lambda _, number=number: done.append(number), lane=Lane.CHANGE)  # type: ignore[misc]
    tasks.close()
    assert done == [0, 1, 2, 3, 4]


def test_time_left_is_told_once_it_can_be_known() -> None:
    assert time_left(0, 400, 10) is None
    assert time_left(10, 400, 0.5) is None
    assert time_left(100, 400, 10) == 30
