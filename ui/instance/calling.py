"""The second start: hand over to the first one, if there is one."""

from PySide6.QtNetwork import QLocalSocket

from ui.instance.message import RECEIVED, Call, pack

PATIENCE_MS = 1_500
"""How long a first start may take to answer; one that takes longer hangs, and its lock will be told of."""


def hand_over(place: str, call: Call) -> bool:
    """Bring a call to whoever has this vault open; true once it was received. Blocks for a moment."""
    packed = pack(call)
    socket = QLocalSocket()
    socket.connectToServer(place)
    if not packed or not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(packed)
    answer = b""
    while len(answer) < len(RECEIVED) and socket.waitForReadyRead(PATIENCE_MS):
        answer += bytes(socket.readAll().data())
    socket.abort()
    return answer == RECEIVED
