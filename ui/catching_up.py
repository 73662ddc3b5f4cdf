"""Pages that read what they show off the UI thread, and only while somebody looks."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class CatchingUp(QWidget):
    """Reads what it shows anew when that changed: now, or when it is shown next.

    Subclasses override `_read`, which sets ``_reading`` and clears ``_outdated`` when it begins.
    """

    def __init__(self) -> None:
        super().__init__()
        self._reading, self._outdated = False, True

    def reload(self) -> None:
        """Read anew, now or when the page is shown next."""
        self._outdated = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed while another page was shown."""
        super().showEvent(event)
        self.reload()

    def _read(self) -> None:
        raise NotImplementedError
