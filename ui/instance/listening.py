"""The first start: listens for others on the same vault. Imported only once the vault is open."""

import os
import socket
import struct
import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ui.instance.message import HEAD_BYTES, RECEIVED, length_of, unpack
from ui.keeping import discard

LONGEST_CALL_MS = 3_000
MOST_CALLERS = 8


class Listener(QObject):
    """Takes calls at one place at a time. ``called`` carries each `Call` that is one; all else is ignored."""

    called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_CALLERS)
        self._server.newConnection.connect(self._welcome)
        self._callers: set[Caller] = set()

    def listen(self, place: str) -> bool:
        """Listen here. The caller holds the vault's lock, so what lies here is left from a run that was killed."""
        self.stop()
        QLocalServer.removeServer(place)
        return self._server.listen(place)

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()

    def _welcome(self) -> None:
        while (link := self._server.nextPendingConnection()) is not None:
            if len(self._callers) >= MOST_CALLERS or not _is_same_person(link):
                link.abort()
                discard(link)
                continue
            caller = Caller(link, self)
            self._callers.add(caller)
            caller.spoke.connect(self.called)
            caller.left.connect(self._callers.discard)


class Caller(QObject):
    """One connection, until its call is there, or it turns out to be none, or it takes too long."""

    spoke = Signal(object)
    left = Signal(object)

    def __init__(self, link: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._heard = b""
        link.setParent(self)
        link.readyRead.connect(self._hear)
        link.disconnected.connect(self._leave)
        QTimer.singleShot(LONGEST_CALL_MS, self, self._hang_up)
        self._hear()

    def _hear(self) -> None:
        self._heard += bytes(self._link.readAll().data())
        if len(self._heard) < HEAD_BYTES:
            return
        length = length_of(self._heard)
        if length is None or len(self._heard) > HEAD_BYTES + length:
            self._hang_up()
        elif len(self._heard) == HEAD_BYTES + length:
            self._answer(self._heard[HEAD_BYTES:])

    def _answer(self, payload: bytes) -> None:
        call = unpack(payload)
        if call is None:
            self._hang_up()
            return
        self._link.write(RECEIVED)
        self._link.flush()
        self._link.disconnectFromServer()
        self.spoke.emit(call)

    def _hang_up(self) -> None:
        self._link.abort()
        self._leave()

    def _leave(self) -> None:
        self.left.emit(self)
        discard(self)


def _is_same_person(link: QLocalSocket) -> bool:
    """Tell whether the other side belongs to this person, where the system says so; the place is private anyway."""
    if sys.platform != "linux":
        return True
    try:
        with socket.socket(fileno=os.dup(int(link.socketDescriptor()))) as other:
            told = other.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    except OSError:
        return False
    return bool(struct.unpack("3i", told)[1] == os.getuid())
