"""The exhibit as large as the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from evidence_app.domain.exhibits import Exhibit
from ui.controls import part
from ui.timeline.words import safe
from ui.viewer.viewer import ExhibitViewer

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

SHARE = 0.94


class LargeView(QDialog):
    """Shows one exhibit over the window until Escape or Space."""

    original_wanted = Signal()

    def __init__(self, window: QWidget, session: "Session", exhibit: Exhibit) -> None:
        super().__init__(window)
        self.setWindowTitle(safe(exhibit.label))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        part(self, "surface")
        self.resize(window.size() * SHARE)
        self._viewer = ExhibitViewer(offer_large=False)
        self._viewer.original_requested.connect(self.original_wanted)
        self._viewer.show_exhibit(session, exhibit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._viewer)
        self.finished.connect(lambda _: self._viewer.close_source())
        self._viewer.canvas.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Space as well."""
        if event.key() == Qt.Key.Key_Space:
            self.accept()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop loading."""
        self._viewer.close_source()
        super().closeEvent(event)
