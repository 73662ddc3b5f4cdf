"""Runs the real program and answers each line on standard input with what is on the screen, as JSON.

When standard input ends, it closes the window.

It only looks: everything that happens in the window comes from the X server, as from a hand.
"""

import json
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.app import run
from ui.dropping import DropTarget
from ui.settings import Settings
from ui.sidebar.model import Role
from ui.timeline.page import TimelinePage
from ui.window import MainWindow
from ui.workbench import Workbench


class Observer(QObject):
    """Describes the window on its own thread, when the other one asks."""

    asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self.left.connect(QApplication.closeAllWindows, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for _ in sys.stdin:
            self.asked.emit()
        self.left.emit()

    def _answer(self) -> None:
        print(json.dumps(description(), ensure_ascii=False), flush=True)


def description() -> dict[str, object]:
    """Return what a person would see: where things are, what has the focus, what is open."""
    frame = next((shown for shown in QApplication.topLevelWidgets() if isinstance(shown, MainWindow)), None)
    bench = frame.findChild(Workbench) if frame is not None else None  # asking the window for it would make it
    if frame is None or bench is None or not frame.isVisible():
        return {"ready": False}
    desk = bench.desk
    target = bench.findChild(DropTarget)
    modal = QApplication.activeModalWidget()
    return {
        "ready": desk.session is not None,
        "window": place(frame),
        "timeline": place(bench.timeline) if bench.timeline is not None and bench.timeline.isVisible() else None,
        "disputes": _disputes(bench.sidebar.list),
        "dispute": desk.dispute.title if desk.dispute is not None else "",
        "events": len(bench.shown_event_ids()),
        "detail": desk.detail is not None,
        **_timeline(bench.timeline_page),
        "target": target.sentence() if target is not None and target.isVisible() else "",
        "modal": type(modal).__name__ if modal is not None else "",
        "popup": QApplication.activePopupWidget() is not None,
        "focus": focused(),
        "active": QApplication.activeWindow() is not None,
        "busy": bench.tasks.changing or bench.arrivals.importing.busy,
    }


def place(widget: QWidget) -> list[int]:
    """Return left, top, width and height on the screen."""
    corner = widget.mapToGlobal(QPoint())
    return [corner.x(), corner.y(), widget.width(), widget.height()]


def focused() -> dict[str, str]:
    """Return what has the focus, as a screen reader would say it."""
    widget = QApplication.focusWidget()
    if widget is None:
        return {"name": "", "kind": "", "text": ""}
    spoken = QAccessible.queryAccessibleInterface(widget)
    name = spoken.text(QAccessible.Text.Name) if spoken is not None else ""
    text = widget.text() if isinstance(widget, QLineEdit) else ""
    text = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else text
    return {"name": name, "kind": type(widget).__name__, "text": text}


def _timeline(page: TimelinePage | None) -> dict[str, object]:
    """Return the texts of the visible cards with their places, the days with theirs, and how much is shown."""
    if page is None or not page.isVisible():
        return {}
    view, model = page.list, page.model
    cards = {}
    for row in view.visible_rows():
        entry = model.entry_at(row)
        if entry is not None:
            rect = view.visualRect(model.index(row))
            corner = view.viewport().mapToGlobal(rect.topLeft())
            cards[entry.text] = [corner.x(), corner.y(), rect.width(), rect.height()]
    days = []
    for index in range(len(page.strip.slots)):
        rect = page.strip.slot_rect(index)
        corner = page.strip.mapToGlobal(rect.topLeft())
        days.append([corner.x(), corner.y(), rect.width(), rect.height()])
    shown = [model.entry_at(model.row_of(event_id)) for event_id in model.event_ids()]
    return {
        "cards": cards,
        "days": days,
        "order": [entry.text for entry in shown if entry is not None],
        "chips": [place(chip) for chip in page.filters.chips.values() if chip.isVisible()],
        "shown": page.filters.state.text(),
        "dragging": view.dragging,
    }


def _disputes(listed: QWidget) -> dict[str, list[int]]:
    found = {}
    model = listed.model()  # type: ignore[attr-defined]
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        rect = listed.visualRect(index)  # type: ignore[attr-defined]
        corner = listed.viewport().mapToGlobal(rect.topLeft())  # type: ignore[attr-defined]
        title = index.data(Role.SUMMARY).dispute.title
        found[title] = [corner.x(), corner.y(), rect.width(), rect.height()]
    return found


if __name__ == "__main__":
    Settings().reads_pictures = False  # what is done by hand shall not wait for a machine that reads
    observer = Observer()
    sys.exit(run(sys.argv))
