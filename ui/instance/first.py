"""Joins the window to the meeting place: listens once the vault is open, and comes to the front when called."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from evidence_app.errors import JuzhengError
from ui.desk import Desk
from ui.dropping import Arrival
from ui.instance.message import Call
from ui.instance.place import meeting_place
from ui.instance.second import hand_over_if_possible
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.instance.listening import Listener

RETRY_MS = 300
MOST_RETRIES = 10


class FirstInstance(QObject):
    """Hands calls to ``receive``. Where another start turns out to hold the vault, hands over to it and ``leave``s."""

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        call: Call,
        receive: Callable[[Arrival], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(desk)
        self._desk, self._settings, self._call = desk, settings, call
        self._receive, self._leave = receive, leave
        self._listener: Listener | None = None
        self._retries = MOST_RETRIES
        desk.opened.connect(self._opened)
        desk.closed.connect(self._closed)
        desk.refused.connect(self._refused)

    @property
    def place(self) -> str:
        """Where starts on the vault in the settings meet."""
        return meeting_place(self._settings.vault_folder)

    def _opened(self) -> None:
        self._retries = 0  # from now on a refusal is about a vault that somebody chose in this window
        session = self._desk.session
        if session is None or session.read_only:
            return
        from ui.instance.listening import Listener

        if self._listener is None:
            self._listener = Listener(self)
            self._listener.called.connect(self._called)
        if place := self.place:
            self._listener.listen(place)

    def _closed(self) -> None:
        if self._listener is not None:
            self._listener.stop()

    def _called(self, call: Call) -> None:
        come_forward(self._desk.parent(), call.token)
        self._receive(Arrival(paths=call.files))

    def _refused(self, error: BaseException) -> None:
        """Two starts at once: the other one was quicker, and will soon listen."""
        if self._retries and isinstance(error, JuzhengError) and error.code == "vault-locked":
            self._try_again()

    def _try_again(self) -> None:
        self._retries -= 1
        if hand_over_if_possible(self.place, self._call):
            self._leave()
        elif self._retries > 0:
            QTimer.singleShot(RETRY_MS, self, self._try_again)


def come_forward(widget: QObject | None, token: str) -> None:
    """Bring the window to the front, or have it ask for attention where the desktop does not let it."""
    if not isinstance(widget, QWidget):
        return
    window = widget.window()
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt's Wayland part takes it from here
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
