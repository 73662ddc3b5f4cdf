"""The next start is where the last one ended, and a window in which nothing happens does nothing."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.acting import PATIENCE_MS, add
from ui.settings import Settings
from ui.tabs import UNDER, PageKey
from ui.window import MainWindow
from ui.workbench import Workbench

IDLE_S = 3.0
MOMENT_MS = 400
MOST_BUSY = 0.03  # of the time; a window of 20,000 events that does something takes far more


@pytest.fixture
def again(qtbot: QtBot, bench: Workbench, settings: Settings) -> Iterator[MainWindow]:
    """A second window on the same vault and settings, after the first one was closed; not started yet."""
    bench.window().close()
    window = MainWindow(settings)
    qtbot.addWidget(window)
    yield window
    window.close()


def start(qtbot: QtBot, window: MainWindow) -> Workbench:
    bench = window.workbench
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        window.start()
        bench.start()
    qtbot.waitUntil(lambda: bench.desk.dispute is not None, timeout=PATIENCE_MS)
    return bench


@pytest.mark.parametrize("key", list(PageKey))
def test_the_page_of_last_time_is_shown_again(
    qtbot: QtBot, settings: Settings, again: MainWindow, key: PageKey
) -> None:
    settings.page = key.value
    bench = start(qtbot, again)
    qtbot.waitUntil(lambda: bench.page_key is key, timeout=PATIENCE_MS)
    assert bench.header.tabs.key() is UNDER.get(key, key)


def test_a_page_that_is_chosen_is_remembered(qtbot: QtBot, bench: Workbench, settings: Settings) -> None:
    bench.show_page(PageKey.EVIDENCE)
    assert settings.page == "evidence"


def test_a_page_that_does_not_exist_any_more_is_not_missed(qtbot: QtBot, settings: Settings, again: MainWindow) -> None:
    settings.page = "people"
    bench = start(qtbot, again)
    qtbot.wait(400)
    assert bench.page_key is PageKey.TIMELINE


def test_the_dispute_of_last_time_is_chosen_again(
    qtbot: QtBot, bench: Workbench, settings: Settings, again: MainWindow
) -> None:
    assert start(qtbot, again).desk.dispute_id == settings.dispute_id != ""


def test_the_window_is_as_large_as_last_time(qtbot: QtBot, bench: Workbench, settings: Settings) -> None:
    first = bench.window()
    first.resize(first.width(), 640)
    qtbot.waitUntil(lambda: first.height() == 640)
    first.close()
    second = MainWindow(settings)
    qtbot.addWidget(second)
    assert second.size() == first.size()
    assert not settings.place("columns").isEmpty()


def test_nothing_about_the_evidence_is_in_the_settings(bench: Workbench, settings: Settings, tmp_path: Path) -> None:
    bench.show_page(PageKey.EVIDENCE)
    bench.window().close()
    stored = (tmp_path / "settings.ini").read_bytes() if (tmp_path / "settings.ini").exists() else b""
    for words in ("点石成金自动下款", "速融宝"):
        assert words.encode() not in stored
        assert repr(words)[1:-1].encode() not in stored


def come_to_rest(qtbot: QtBot) -> None:
    """Wait until pictures and pages are there: until the window has let two moments pass."""
    calm, end = 0, time.monotonic() + PATIENCE_MS / 1000
    while calm < 2 and time.monotonic() < end:
        before = time.process_time()
        qtbot.wait(MOMENT_MS)
        calm = calm + 1 if time.process_time() - before < MOMENT_MS / 1000 * MOST_BUSY else 0


@pytest.mark.parametrize("key", list(PageKey))
def test_a_window_in_which_nothing_happens_does_nothing(
    qtbot: QtBot, bench: Workbench, screenshot: Path, key: PageKey
) -> None:
    add(qtbot, bench, screenshot)
    bench.show_page(key)
    bench.sidebar.list.setFocus()
    come_to_rest(qtbot)
    ticking = [timer for timer in bench.window().findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()]
    assert ticking == []
    before = time.process_time()
    qtbot.wait(round(IDLE_S * 1000))
    assert time.process_time() - before < IDLE_S * MOST_BUSY
    assert QApplication.activeModalWidget() is None
