"""Hands what another thread has made to the UI thread, without touching an object that may be gone by then.

A signal emitted from a thread on an object that the UI thread is deleting crashes in native code, and asking before
whether the object is still there does not help: it may go between the question and the emission. So threads emit on
one object only, which nobody ever deletes.
"""

from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid


class _Relay(QObject):
    handed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.handed.connect(self._take, Qt.ConnectionType.QueuedConnection)
        if (application := QCoreApplication.instance()) is not None:
            self.moveToThread(application.thread())

    def _take(self, receiver: QObject, call: Callable[[], object]) -> None:
        if isValid(receiver):
            call()


_relay: list[_Relay] = []
_making = Lock()


def hand_over(receiver: QObject, call: Callable[[], object]) -> None:
    """Have ``call`` run on the UI thread, in the order of handing over, unless the receiver is gone by then."""
    with _making:
        if not _relay:
            _relay.append(_Relay())
    _relay[0].handed.emit(receiver, call)
