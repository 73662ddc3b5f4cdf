"""Somebody types into the search field of the real window: what each key costs until the hits are on the screen."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from material.real_window import application, open_window, rest, until
from ui.timeline.page import TimelinePage
from ui.window import MainWindow

BETWEEN_KEYS_S = 0.12
QUIET_SHARE = 0.1
"""Part of one processor that the window may take for itself before it counts as having nothing else to do."""
LONGEST_UNREST_S = 180.0
LONGEST_ANSWER_S = 30.0


@dataclass(frozen=True, slots=True)
class Keystroke:
    """One key, in milliseconds until the end of the paint that shows the hits.

    ``cpu`` is what all threads of the program took of the processors, ``window`` the window's own of them, ``longest``
    the window's longest stretch without a look at the keyboard (at the most), ``wall`` what a clock says.
    """

    text: str
    hits: int
    cpu: float
    window: float
    longest: float
    wall: float


def typed(vault: Path, scratch: Path, queries: Sequence[str]) -> list[Keystroke]:
    """Type queries into the window of a vault, each key once nothing else is going on in the program."""
    app, settings = application(scratch)
    app.setCursorFlashTime(0)
    window = open_window(settings, vault)
    bench = window.workbench
    until(lambda: not bench.desk.loading_timeline)
    _settle()
    found = [each for query in queries for each in _type(window, query)]
    window.close()
    return found


def _settle() -> None:
    """Wait until the program does nothing by itself any more."""
    end = time.monotonic() + LONGEST_UNREST_S
    while time.monotonic() < end:
        before = time.process_time()
        rest(1.0)
        if time.process_time() - before < QUIET_SHARE:
            return
    print("  (the window never came to rest: what it does by itself is counted with the keys)")


def _type(window: MainWindow, query: str) -> Iterator[Keystroke]:
    field, page = window.workbench.header.search, window.workbench.timeline_page
    assert page is not None
    field.clear()
    field.setFocus()
    rest(4 * BETWEEN_KEYS_S)
    watch = _Watch(page)
    for key in query:
        watch.begin()
        wall, cpu, own = time.perf_counter(), time.process_time(), time.thread_time()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key))
        text = field.text()
        longest = max((time.thread_time() - own), _longest(lambda text=text: watch.shows(text)))
        ended = (time.process_time() - cpu, time.thread_time() - own, longest, time.perf_counter() - wall)
        yield Keystroke(text, page.model.event_count, *(1000 * each for each in ended))
        rest(BETWEEN_KEYS_S)
    watch.end()


def _longest(condition: Callable[[], bool]) -> float:
    """Let the window work until something is true; return the longest time that it took of the processor at once."""
    longest, end = 0.0, time.monotonic() + LONGEST_ANSWER_S
    waking = QTimer(interval=20)
    waking.start()
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the hits were not shown")
        begin = time.thread_time()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        longest = max(longest, time.thread_time() - begin)
    return longest


class _Watch:
    """Knows whether the list was painted since it shows what was found for a text."""

    def __init__(self, page: TimelinePage) -> None:
        self._page, self._found, self._painted = page, "", False
        page.model.replaced.connect(self._replaced)
        page.list.painted.connect(self._paint)

    def begin(self) -> None:
        self._found, self._painted = "", False

    def end(self) -> None:
        self._page.model.replaced.disconnect(self._replaced)
        self._page.list.painted.disconnect(self._paint)

    def _replaced(self) -> None:
        found = self._page.model.filter.found
        self._found, self._painted = found.text if found is not None else "", False

    def _paint(self) -> None:
        self._painted = True

    def shows(self, text: str) -> bool:
        """Tell whether the hits are on the screen; where there are none, that it says so is enough."""
        return self._found == text and (self._painted or not self._page.model.event_count)
