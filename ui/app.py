"""Starts the window: language, colours and fonts first, then the window, then the vault."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from evidence_app.phrases import Language
from evidence_app.resources import resource
from ui import i18n
from ui.collecting import Collector
from ui.crash.runs import BadEnd, Run
from ui.doorstep import answered
from ui.i18n import language
from ui.instance.message import Call, own_call
from ui.instance.place import meeting_place
from ui.instance.second import hand_over_if_possible
from ui.settings import Settings
from ui.style import apply_style
from ui.tokens import theme
from ui.window import MainWindow

SYSTEM_FAMILIES = {
    Language.ZH_HANS: ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC"),
    Language.ZH_HANT: (
        "PingFang TC",
        "Microsoft JhengHei UI",
        "Noto Sans CJK TC",
        "Source Han Sans TC",
        "Noto Sans TC",
    ),
}
BUNDLED = {Language.ZH_HANS: "NotoSansSC", Language.ZH_HANT: "NotoSansTC"}
"""Fonts that come with the program, for systems without a good Chinese font; each file covers both scripts' common
characters, so that no text of the other one is drawn as boxes."""

LOOK_BACK_DELAY_MS = 1_000
"""After the first paint: the vault comes first."""


class Application(QApplication):
    """Takes files that macOS opens with the program: there they come as events, not as arguments."""

    file_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Announce a file."""
        if isinstance(event, QFileOpenEvent):
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


class Fonts:
    """Chooses the font families for the window's language and loads bundled fonts where the system has none."""

    def __init__(self) -> None:
        self._loaded: dict[str, str] = {}

    def choose(self) -> None:
        """Set the families for the language in force: the system's own first, then what has every character."""
        there = set(QFontDatabase.families())
        first = Language.ZH_HANT if language.chosen is Language.ZH_HANT else Language.ZH_HANS
        order = (first, Language.ZH_HANS if first is Language.ZH_HANT else Language.ZH_HANT)
        chinese = [self._family(script, there) for script in order]
        latin = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families()
        plain = sys.platform in {"win32", "darwin"} and language.chosen is Language.EN
        families = [*latin, *chinese] if plain else chinese + latin
        theme.use_families(tuple(families), narrow_marks=language.chosen is Language.EN)

    def _family(self, script: Language, there: set[str]) -> str:
        found = next((name for name in SYSTEM_FAMILIES[script] if name in there), "")
        return found or self._bundled(BUNDLED[script])

    def _bundled(self, name: str) -> str:
        if name not in self._loaded:
            for weight in ("Regular", "Bold"):
                number = QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}-{weight}.ttf")))
                families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
                self._loaded[name] = families[0] if families else ""
        return self._loaded[name]


def make_application(arguments: Sequence[str], settings: Settings) -> Application:
    """Return the application in the chosen language and look, before any window is made."""
    QApplication.setApplicationName("Juzheng")
    QApplication.setOrganizationName("Juzheng")
    QApplication.setDesktopFileName("juzheng")  # the launcher's: its icon and its name belong to the windows
    QApplication.setStyle("Fusion")
    app = Application(list(arguments))
    Collector(app)
    language.choose(settings.language or i18n.system_language())
    fonts = Fonts()
    fonts.choose()
    theme.choose(settings.appearance)
    theme.scale_text(settings.text_scale)
    theme.move(settings.motion)
    theme.set_density(settings.density)
    apply_style(app)
    _name(app)
    app.setWindowIcon(QIcon(str(resource("icons", "juzheng.svg"))))
    theme.changed.connect(lambda: apply_style(app))
    language.changed.connect(lambda: _name(app))
    language.changed.connect(lambda: fonts.choose())  # not the method itself: a connection would not keep `fonts`
    return app


def _name(app: QApplication) -> None:
    app.setApplicationDisplayName(QCoreApplication.translate("Application", "Juzheng"))


def run(arguments: Sequence[str]) -> int:
    """Run the program until its window is closed; ``arguments`` are the program's name and files to add.

    Returns the exit code.
    """
    settings = Settings()
    said = answered(arguments[1:], settings.language or i18n.system_language())
    if said is not None:
        return said
    this_run = Run()
    this_run.begin()
    app = make_application(arguments, settings)
    call = own_call(arguments[1:])
    if hand_over_if_possible(meeting_place(settings.vault_folder), call):
        this_run.end()
        return 0
    window = MainWindow(settings, arguments[1:])
    window.painted.connect(lambda: _join(window, app, settings, call))
    window.painted.connect(lambda: QTimer.singleShot(LOOK_BACK_DELAY_MS, lambda: _look_back(window, this_run)))
    QTimer.singleShot(0, window.start)
    code = app.exec()
    this_run.end()
    from ui.crash.restart import restart

    restart.carry_out(len(arguments) - 1)
    return code


def _join(window: MainWindow, app: Application, settings: Settings, call: Call) -> None:
    """Join the window to what is outside, now that it is on the screen: errors, signals, files, further starts."""
    from ui.crash.hooks import EndingSignals, ErrorHooks
    from ui.dropping import paths_of
    from ui.instance.first import FirstInstance

    def leave() -> None:
        window.close()
        app.exit(0)  # even if a sheet is open that would ask something

    bench = window.workbench
    ErrorHooks(bench.report, leave, app).install()
    EndingSignals(leave, app)
    app.file_opened.connect(lambda name: bench.arrivals.receive(paths_of([name])))
    FirstInstance(bench.desk, settings, call, bench.arrivals.receive, leave)


def _look_back(window: MainWindow, this_run: Run) -> None:
    """Tell if the last run was not closed properly, once the window has something to show."""

    def tell(ends: list[BadEnd]) -> None:
        if ends and window.isVisible():
            from ui.crash.dialog import BadEndSheet

            BadEndSheet(window.workbench, ends[0]).present()

    if not window.isVisible():  # it is being closed
        return
    window.workbench.tasks.start(lambda _: this_run.earlier_bad_ends(), then=tell, owner=window)
