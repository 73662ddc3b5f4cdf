"""The main window. It is on the screen before anything heavy is imported; its content follows at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.i18n import language
from ui.settings import Settings
from ui.tokens import SIDEBAR_WIDTH, current, font

if TYPE_CHECKING:
    from ui.timeline.view import TimelineView
    from ui.workbench import Workbench

SMALLEST = (960, 600)
FIRST_SIZE = (1280, 720)
FRAME = (16, 48)  # borders and title bar, at most, of common window managers; known only once the window is shown


class Outline(QWidget):
    """The window's first picture: where things will be, and that the vault is being opened."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panes' grounds and one quiet sentence."""
        tokens = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.surface)
        painter.fillRect(QRect(0, 0, SIDEBAR_WIDTH, self.height()), tokens.background)
        painter.fillRect(QRect(SIDEBAR_WIDTH, 0, 1, self.height()), tokens.hairline)
        painter.setPen(tokens.text_muted)
        painter.setFont(font("body"))
        middle = self.rect().adjusted(SIDEBAR_WIDTH, 0, 0, 0)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, self.tr("Opening the vault…"))
        painter.end()
        QTimer.singleShot(0, self.painted.emit)


class MainWindow(QMainWindow):
    """Holds the workbench and remembers its own place."""

    painted = Signal()
    usable = Signal()

    def __init__(self, settings: Settings, arguments: Sequence[str] = ()) -> None:
        super().__init__()
        self._settings = settings
        self._arguments = list(arguments)
        self._workbench: Workbench | None = None
        self._take_place(settings.place("window"))
        self._outline = Outline()
        self._outline.painted.connect(self._after_first_paint)
        self.setCentralWidget(self._outline)
        language.changed.connect(self._retranslate)
        self._retranslate()

    def _take_place(self, geometry: QByteArray) -> None:
        """Take the place of last time; the first time, one that fits the screen with its frame, or all of it."""
        room = self.screen().availableGeometry()
        self.setMinimumSize(min(SMALLEST[0], room.width()), min(SMALLEST[1], room.height()))
        self.resize(*FIRST_SIZE)
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        elif room.width() < FIRST_SIZE[0] + FRAME[0] or room.height() < FIRST_SIZE[1] + FRAME[1]:
            self.resize(room.size() - QSize(*FRAME))
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def start(self) -> None:
        """Show the window; the vault is opened once it is on the screen."""
        self.show()

    @property
    def workbench(self) -> "Workbench":
        """What is in the window; made now if the window was not painted yet, and then to be started by who asked."""
        if self._workbench is None:
            from ui.workbench import Workbench

            self._workbench = Workbench(self._settings, self._arguments, self)
            self._workbench.usable.connect(self.usable)
            self.setCentralWidget(self._workbench)
        return self._workbench

    @property
    def timeline(self) -> "TimelineView | None":
        """The list of events, once there is one."""
        return self._workbench.timeline if self._workbench is not None else None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and leave the vault in order."""
        self._settings.set_place("window", QByteArray(self.saveGeometry()))
        self.hide()
        if self._workbench is not None:
            self._workbench.leave()
        super().closeEvent(event)

    def _after_first_paint(self) -> None:
        if self._workbench is None:
            self.painted.emit()
            self.workbench.start()

    def _retranslate(self) -> None:
        self.setWindowTitle(QGuiApplication.applicationDisplayName())
