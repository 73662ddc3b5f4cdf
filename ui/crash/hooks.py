"""Where unexpected errors and the system's wish to end arrive, whichever thread they come from."""

import contextlib
import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog

from ui.crash.report import log_error

log = logging.getLogger(__name__)

ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class ErrorHooks(QObject):
    """Logs an unexpected error, and tells it once at a time; ``tell`` opens what tells it."""

    _caught = Signal(object)

    def __init__(self, tell: Callable[[BaseException], QDialog], leave: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._tell, self._leave = tell, leave
        self._telling = False
        self._caught.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take errors of Qt's callbacks and of threads from now on."""
        sys.excepthook = self._in_main_thread
        threading.excepthook = self._in_thread

    def _in_main_thread(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log_error(log, "unexpected", error)
        if isinstance(error, KeyboardInterrupt):
            self._leave()
        else:
            self._caught.emit(error)

    def _in_thread(self, caught: threading.ExceptHookArgs) -> None:
        error = caught.exc_value
        if error is not None and not isinstance(error, SystemExit):
            log_error(log, "unexpected in a thread", error)
            self._caught.emit(error)

    def _take(self, error: BaseException) -> None:
        if not self._telling:
            self._telling = True
            self._tell(error).finished.connect(self._told)

    def _told(self) -> None:
        self._telling = False


class EndingSignals(QObject):
    """Closes the window in order when the system or a terminal asks the program to end, as at logging out.

    Python runs its handlers only between its own statements; a byte through a socket wakes Qt's loop for them.
    """

    def __init__(self, leave: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._leave = leave
        if sys.platform == "win32":  # there the window gets a close event instead
            return
        self._ours, self._wakes = socket.socketpair()
        for end in (self._ours, self._wakes):
            end.setblocking(False)
        signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        for number in ENDINGS:
            signal.signal(number, self._asked)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def _asked(self, number: int, frame: FrameType | None) -> None:
        """Leave from the event loop: this can run between any two statements, also in the middle of a change."""
        QTimer.singleShot(0, self, self._leave)

    def _drain(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._ours.recv(64)
