"""A real window on a real vault, with what a driver needs: wait, reset, look."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from evidence_app.phrases import Language
from tools.studio.vaults import Stock, Stores
from ui.i18n import language
from ui.settings import Settings
from ui.tabs import PageKey
from ui.tokens import INSPECTOR_WIDTH, SIDEBAR_WIDTH, Appearance, Density, theme
from ui.window import MainWindow
from ui.workbench import Workbench

LONGEST_WAIT_S = 30.0
QUIET_S = 0.2
"""A window that has painted nothing for so long has come to rest."""
LONGEST_UNREST_S = 2.5
"""What still moves then, such as a running meter, moves on purpose."""

UPDATE, RESIZE, SHOW = QEvent.Type.UpdateRequest, QEvent.Type.Resize, QEvent.Type.Show

Found = TypeVar("Found", bound=QWidget)


@dataclass(frozen=True)
class Look:
    """How a window is looked at."""

    language: Language
    size: tuple[int, int]
    scale: float = 1.0
    appearance: Appearance = Appearance.LIGHT

    @property
    def name(self) -> str:
        """Return ``zh-Hans-1280x720-200-dark``."""
        width, height = self.size
        return f"{self.language.value}-{width}x{height}-{self.scale * 100:.0f}-{self.appearance.value}"


class _Paints(QObject):
    """Notes when anything was painted last, and windows that are none: what was shown before it lay in anything."""

    def __init__(self) -> None:
        super().__init__()
        self.last = monotonic()
        self.strays: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is UPDATE or kind is RESIZE or kind is SHOW:
            self.last = monotonic()
            if kind is SHOW and isinstance(watched, QWidget) and _is_stray(watched):
                self.strays.append(type(watched).__name__)
        return False


def _is_stray(widget: QWidget) -> bool:
    plain = widget.windowType() in {Qt.WindowType.Widget, Qt.WindowType.Window}
    return widget.isWindow() and plain and not isinstance(widget, (QMainWindow, QDialog))


_paints: _Paints | None = None


def _watch_paints() -> _Paints:
    """Begin to watch, as long as a stage is open: whoever uses the application later need not pay for it."""
    global _paints  # one for the application, which must outlive all stages
    if _paints is None:
        _paints = _Paints()
        QApplication.setCursorFlashTime(0)
    cast("QApplication", QApplication.instance()).installEventFilter(_paints)
    return _paints


def until(condition: Callable[[], bool], longest_s: float = LONGEST_WAIT_S) -> None:
    """Let the window work until something is true. Raises TimeoutError."""
    end = monotonic() + longest_s
    while not condition():
        if monotonic() > end:
            raise TimeoutError("the window did not get there")
        QApplication.processEvents()
        sleep(0.004)


class Stage:
    """One window on one vault, brought into the states that are drawn."""

    def __init__(self, stores: Stores, stock: Stock, look: Look, scratch: Path) -> None:
        self.look, self.stock, self.scratch = look, stock, scratch
        self._paints = _watch_paints()
        self.strays()
        scratch.mkdir(parents=True, exist_ok=True)
        self.settings = Settings(QSettings(str(scratch / "settings.ini"), QSettings.Format.IniFormat))
        self.settings.language = look.language
        self.settings.reads_pictures = False
        self.settings.vault_folder = stores.copy(stock, look.language, scratch)
        self.stores = stores
        language.choose(look.language)
        self.wear(look.scale, look.appearance)
        theme.set_density(Density.COMFORTABLE)
        self.frame = MainWindow(self.settings)
        self.frame.setWindowState(Qt.WindowState.WindowNoState)  # it would fill a screen that is small
        self.frame.resize(*look.size)
        self.frame.start()
        until(lambda: isinstance(self.frame.centralWidget(), Workbench))
        self.bench = self.frame.workbench
        if stock is not Stock.NOTHING:
            self._open()

    def _open(self) -> None:
        until(lambda: self.bench.desk.session is not None)
        if self.stock is Stock.READ_ONLY:
            self.bench.desk.open(self.settings.vault_folder, read_only=True)
            until(lambda: self.bench.desk.session is not None)
        if self.stock is not Stock.BLANK:
            until(lambda: bool(self.bench.shown_event_ids()))
        self._take_room()
        self.quiet()

    def _take_room(self) -> None:
        """Divide the window as on a screen that is large enough, although this one may be smaller."""
        width, height = self.look.size
        room = self.frame.screen().availableGeometry()
        if room.width() < width or room.height() < height:
            self.frame.resize(width, height)
            self.bench.splitter.setSizes([SIDEBAR_WIDTH, width - SIDEBAR_WIDTH - INSPECTOR_WIDTH - 2, INSPECTOR_WIDTH])

    def wear(self, scale: float, appearance: Appearance) -> None:
        """Change colours and the size of the text of everything that is open."""
        theme.scale_text(scale)
        if appearance is not theme.appearance:
            theme.choose(appearance)

    def quiet(self) -> None:
        """Wait until nothing runs and nothing was painted for a moment."""
        begin = monotonic()
        tasks = self.bench.tasks

        def at_rest() -> bool:
            now = monotonic()
            if now - begin > LONGEST_UNREST_S:
                return True
            return not tasks.changing and now - max(begin, self._paints.last) > QUIET_S

        until(at_rest)

    def sheet(self, present: Callable[[], object], kind: type[Found] = QWidget) -> Found:  # type: ignore[assignment]
        """Ask for a sheet and return it once it is there."""
        before = QApplication.activeModalWidget()
        present()
        until(lambda: QApplication.activeModalWidget() not in {before, None})
        self.quiet()
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind), f"{found} instead of {kind}"
        return found

    def menu(self, opened: QMenu, above: QWidget) -> QMenu:
        """Open a menu where a click would open it."""
        opened.popup(above.mapToGlobal(above.rect().bottomLeft()))
        self.quiet()
        return opened

    def reset(self) -> None:
        """Close whatever is open over the window, and go back to the whole timeline."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
            QApplication.processEvents()
        while isinstance(sheet := QApplication.activeModalWidget(), QDialog):
            sheet.done(0)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.frame.resize(*self.look.size)
        self.bench.show_page(PageKey.TIMELINE)

    def windows(self) -> list[QWidget]:
        """Return what is on the screen, the lowest first."""
        return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget.width() > 1]

    def strays(self) -> list[str]:
        """Return, once, which widgets flashed up as windows of their own since the last question."""
        found, self._paints.strays = self._paints.strays, []
        return found

    def photograph(self) -> QPixmap:
        """Return all that is on the screen now, which is as large as the window."""
        QApplication.processEvents()
        return QGuiApplication.primaryScreen().grabWindow(0, 0, 0, *self.look.size)

    def close(self) -> None:
        """Close the window and its vault."""
        self.reset()
        self.frame.close()
        self.frame.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        cast("QApplication", QApplication.instance()).removeEventFilter(self._paints)
