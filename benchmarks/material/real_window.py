"""The program's real window on a copy of the large vault, for measuring; and what a bare window is."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from evidence_app.phrases import Language
from material.large_vault import large_vault
from ui.settings import Settings
from ui.window import MainWindow

LONGEST_WAIT_S = 60.0
SIZE = (1280, 720)


def copy_of_large_vault(scratch: Path) -> Path:
    """Return a copy of the vault with 20,000 events that may be changed."""
    vault = scratch / "vault"
    shutil.copytree(large_vault(), vault)
    return vault


def application(scratch: Path) -> tuple[QApplication, Settings]:
    """Return the application in English, with settings of its own."""
    from ui.app import make_application

    settings = Settings(QSettings(str(scratch / "settings.ini"), QSettings.Format.IniFormat))
    settings.language = Language.EN
    settings.reads_pictures = False  # unless that is what is measured
    return make_application(["benchmark"], settings), settings


def open_window(settings: Settings, vault: Path) -> MainWindow:
    """Show the window on a vault and wait until its timeline is there."""
    settings.vault_folder = vault
    window = MainWindow(settings)
    window.start()
    until(lambda: window.timeline is not None)
    bench = window.workbench
    until(lambda: bench.desk.session is not None and bool(bench.shown_event_ids()))
    window.resize(*SIZE)
    rest(1.0)
    return window


def until(condition: Callable[[], bool]) -> None:
    """Let the window work until something is true; it waits as a window does, taking nothing from what works beside.

    Raises TimeoutError.
    """
    end = time.perf_counter() + LONGEST_WAIT_S
    waking = QTimer(interval=20)
    waking.start()
    while not condition():
        if time.perf_counter() > end:
            raise TimeoutError("the window did not get there")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def rest(seconds: float) -> None:
    """Let the window do what it wants for a while."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.002)
