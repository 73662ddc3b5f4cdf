"""What a person does in a window, for tests."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.settings import Settings
from ui.sheets.sheet import Sheet
from ui.window import MainWindow
from ui.workbench import Workbench

AnySheet = TypeVar("AnySheet", bound=Sheet)

PATIENCE_MS = 60_000


def sheet(kind: type[AnySheet]) -> AnySheet:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def drop(bench: Workbench, mime: QMimeData, place: QPointF | None = None) -> None:
    point = place or QPointF(bench.rect().center())
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(bench, QDragEnterEvent(point.toPoint(), actions, mime, buttons, keys))
    QApplication.sendEvent(bench, QDropEvent(point, actions, mime, buttons, keys))


def urls(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def bring(qtbot: QtBot, bench: Workbench, *paths: Path) -> None:
    """Drop files and wait until they are cards; none is selected, and so no inspector is made."""
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        drop(bench, urls(*paths))
    qtbot.waitUntil(lambda: len(bench.shown_event_ids()) >= len(paths), timeout=PATIENCE_MS)


def add(qtbot: QtBot, bench: Workbench, *paths: Path) -> str:
    """Drop files, wait until they are cards, select the first one and return its id."""
    bring(qtbot, bench, *paths)
    event_id = bench.shown_event_ids()[0]
    assert bench.timeline is not None
    bench.timeline.select_event(event_id)
    qtbot.waitUntil(lambda: bench.desk.detail is not None, timeout=PATIENCE_MS)
    return event_id


@contextmanager
def window_on_copy(qtbot: QtBot, settings: Settings, vault: Path) -> Iterator[Workbench]:
    """Open a window on a copy of a vault; it is there once its timeline has entries."""
    assert settings.vault_folder is not None
    shutil.copytree(vault, settings.vault_folder)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitUntil(lambda: window.timeline is not None and bool(window.workbench.desk.entries), timeout=PATIENCE_MS)
    yield window.workbench
    window.close()


def settle(qtbot: QtBot, bench: Workbench, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: not bench.tasks.changing and condition(), timeout=PATIENCE_MS)
