"""Garbage is collected on the UI thread, and what an earlier vault left behind is collected at all."""

import gc
import weakref
from collections.abc import Callable
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.collecting import collector_resting
from tests.ui.acting import PATIENCE_MS
from ui import desk
from ui.collecting import Collector, collect_what_was_left
from ui.opening import resting_while_opened
from ui.workbench import Workbench


class Window:
    """Holds itself, as all windows do."""

    def __init__(self, gone: Callable[[], object]) -> None:
        self.itself = self
        weakref.finalize(self, gone)


def much(kept: list[object]) -> None:
    """Make so much that Python would look for garbage of every age."""
    kept.extend([number] for number in range(200_000))


def test_a_window_that_a_worker_makes_python_collect_is_destroyed_by_the_ui_thread(qtbot: QtBot) -> None:
    threads: list[object] = []
    for _ in range(100):
        Window(lambda: threads.append(current_thread()))
    kept: list[object] = []
    worker = Thread(target=much, args=[kept])
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(threads) == 100, timeout=PATIENCE_MS)
    assert set(threads) == {main_thread()}


def test_old_garbage_is_collected_once_much_has_grown_old(qtbot: QtBot) -> None:
    gone: list[bool] = []
    Window(lambda: gone.append(True))
    gc.collect(0)
    gc.collect(1)  # it is old now
    kept: list[object] = []

    def grown() -> bool:
        much(kept)
        return bool(gone)

    qtbot.waitUntil(grown, timeout=PATIENCE_MS)


def test_nothing_is_collected_while_somebody_asks_for_rest(qtbot: QtBot) -> None:
    gone: list[bool] = []
    kept: list[object] = []
    with collector_resting():
        Window(lambda: gone.append(True))
        much(kept)
        qtbot.wait(1_500)
        assert not gone
    qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE_MS)


def test_the_last_rest_ends_all_rest(qapp: QApplication) -> None:
    collector = Collector(qapp)
    collector.stop()
    with collector_resting():
        with collector_resting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_garbage_when_a_vault_was_opened_goes_with_the_next(qtbot: QtBot) -> None:
    gone: list[bool] = []
    with resting_while_opened():
        Window(lambda: gone.append(True))
    gc.collect()
    assert not gone
    collect_what_was_left()
    assert gone


@pytest.mark.parametrize("times", [3])
def test_opening_a_vault_again_and_again_keeps_no_more_objects(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    monkeypatch.setattr(desk, "collect_what_was_left", collect_what_was_left)
    counts = []
    for _ in range(times):
        with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
            bench.desk.open(bench.desk.folder)
        counts.append(gc.get_freeze_count() + len(gc.get_objects()))
    assert counts[-1] < counts[0] * 1.01
