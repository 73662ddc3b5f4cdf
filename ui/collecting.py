"""Has garbage collected on the UI thread, and nowhere else.

Python collects in whichever thread has just made the most objects. What a window leaves behind are cycles of widgets
and of what is connected to them, and any reader's thread would destroy these, at a moment when the UI thread may be
anywhere. PySide6 6.11 moreover disconnects a receiver that is no `QObject` without the interpreter's lock
(`disconnectReceiver` in ``dynamicslot.cpp``). Two threads then change its table of connections at once, which crashes;
or Qt asks the sender, for which that lock is needed, while it holds one of its own for which the UI thread waits with
the interpreter's: neither ever goes on, and no signal's handler runs any more.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from evidence_app.collecting import is_resting

SOON_MS = 100
"""How long what is made by a busy program is left alone: a first look at it takes milliseconds."""

IDLE_MS = 1_000
"""How often is looked while little is made: an idle program is not to wake the processor."""

GROWTH = 1.25
"""Of what stays: before that, looking at all of it again is not worth its time. Python itself holds to the same."""


class Collector(QObject):
    """Collects in Python's own generations, in the event loop of the thread that makes it; its parent's life long."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._stayed = 0
        self._timer = QTimer(self, interval=IDLE_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        young, once_survived, _ = (count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        self._timer.setInterval(SOON_MS if young else IDLE_MS)
        if is_resting():
            return
        if once_survived:
            self._collect_old()
        elif young:
            gc.collect(0)

    def _collect_old(self) -> None:
        most = gc.get_threshold()[2]
        if gc.get_count()[2] > most and len(gc.get_objects(generation=2)) > GROWTH * self._stayed:
            gc.collect()
            self._stayed = len(gc.get_objects(generation=2))
        else:
            gc.collect(1)


def collect_what_was_left() -> None:
    """Free what an earlier vault left behind, as `ui.opening.resting_while_opened` keeps it from being looked at.

    On the UI thread only. Takes as long as looking at everything does: a tenth of a second.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
