"""Hands what another thread has made to the UI thread, without touching an object that may be gone by then.

A signal emitted from a thread on an object that the UI thread is deleting crashes in native code, and asking before
whether the object is still there does not help: it may go between the question and the emission. So threads emit on
one object only, which nobody ever deletes.

Nor may a thread be the last to hold an object of Qt, or what is connected to one: it would end in that thread
(`ui.collecting` says what comes of that). So what is handed over lies in an errand, which the UI
thread empties; the thread is left with an empty one.
"""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")


class _Errand:
    """A call for the UI thread, and who has to be there still."""

    def __init__(self, receiver: QObject, call: Callable[[], object]) -> None:
        self._content: list[tuple[QObject, Callable[[], object]]] = [(receiver, call)]

    def finish(self) -> None:
        """Make the call (UI thread)."""
        receiver, call = self._content.pop()
        if isValid(receiver):
            call()


class _Job(Generic[T]):
    """Something to do elsewhere, and what to do with what came of it."""

    def __init__(
        self, receiver: QObject, action: Callable[[], T], then: Callable[[T | None, BaseException | None], object]
    ) -> None:
        self._content = [(receiver, action, then)]
        self._result: T | None = None
        self._error: BaseException | None = None

    def __call__(self) -> None:
        """Do it (in the other thread)."""
        try:
            self._result = self._content[0][1]()
        except BaseException as caught:  # the border of a thread: everything is reported
            self._error = caught
        _hand(self)

    def finish(self) -> None:
        """Tell what came of it (UI thread)."""
        receiver, _, then = self._content.pop()
        result, self._result = self._result, None
        error, self._error = self._error, None
        if isValid(receiver):
            then(result, error)


class _Relay(QObject):
    handed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.handed.connect(self._take, Qt.ConnectionType.QueuedConnection)
        if (application := QCoreApplication.instance()) is not None:
            self.moveToThread(application.thread())

    def _take(self, handed: "_Errand | _Job[object]") -> None:
        handed.finish()


_relay: list[_Relay] = []
_making = Lock()


def be_ready() -> None:
    """Have ready what threads hand over by: no thread but the UI thread is to connect anything."""
    with _making:
        if not _relay:
            _relay.append(_Relay())


def _hand(what: "_Errand | _Job[T]") -> None:
    be_ready()
    _relay[0].handed.emit(what)


def hand_over(receiver: QObject, call: Callable[[], object]) -> None:
    """Have ``call`` run on the UI thread, in the order of handing over, unless the receiver is gone by then."""
    _hand(_Errand(receiver, call))


def run_elsewhere(
    start: Callable[[Callable[[], None]], object],
    receiver: QObject,
    action: Callable[[], T],
    then: Callable[[T | None, BaseException | None], object],
) -> None:
    """Run ``action`` in the thread that ``start`` gives it to, then tell its result or error on the UI thread.

    Unless the receiver is gone by then. What both hold ends on the UI thread, whoever lets go of it last.
    """
    be_ready()
    start(_Job(receiver, action, then))
